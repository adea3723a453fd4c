import os
from pathlib import PurePosixPath, PureWindowsPath

import pytest

from reader.storage.drives import is_network_share, is_synchronised, takes_write_ahead


def mounts(tmp_path, kind: str):
    device = tmp_path.stat().st_dev
    number = f"{os.major(device)}:{os.minor(device)}"
    table = tmp_path / "mountinfo"
    table.write_text(
        "21 28 0:20 / /proc rw shared:12 - proc proc rw\n"
        f"36 35 {number} /mnt1 /a\\040folder rw,noatime master:1 - {kind} host:/export rw\n"
    )
    return table


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("nfs4", True),
        ("cifs", True),
        ("smb3", True),
        ("fuse.sshfs", True),
        ("fuse.rclone", True),
        ("ext4", False),
        ("btrfs", False),
        ("tmpfs", False),
        ("overlay", False),
        ("fuseblk", False),
        ("fuse.fuse-overlayfs", False),
        ("vfat", False),
    ],
)
def test_the_table_of_mounts_tells_where_a_file_lies(tmp_path, kind, expected):
    assert is_network_share(tmp_path / "a.db", mounts(tmp_path, kind)) is expected


def test_another_mount_is_not_ours(tmp_path):
    table = tmp_path / "mountinfo"
    table.write_text("36 35 250:250 / /mnt rw - nfs4 host:/export rw\nbroken\n 1 2\n - \n")
    assert not is_network_share(tmp_path / "a.db", table)


def test_nothing_is_said_where_nothing_is_known(tmp_path):
    assert not is_network_share(tmp_path / "a.db", tmp_path / "no table")
    assert not is_network_share(PurePosixPath("/no/such/folder/a.db"))


def test_a_share_of_windows():
    assert is_network_share(PureWindowsPath(r"\\server\desk\annotations.db"))
    assert not is_network_share(PureWindowsPath(r"C:\desk\annotations.db"))


@pytest.mark.parametrize(
    ("folder", "expected"),
    [
        ("Dropbox/desk", True),
        ("OneDrive - The Paper/desk", True),
        ("Nextcloud", True),
        ("Library/Mobile Documents/desk", True),
        ("desk", False),
        ("dropbox notes", False),
    ],
)
def test_folders_that_are_synchronised_by_name(tmp_path, folder, expected):
    assert is_synchronised(tmp_path / folder) is expected


def test_folders_that_are_synchronised_by_their_mark(tmp_path):
    desk = tmp_path / "shared" / "desk"
    desk.mkdir(parents=True)
    assert takes_write_ahead(desk / "a.db")
    (tmp_path / "shared" / ".stfolder").mkdir()
    assert not takes_write_ahead(desk / "a.db")
