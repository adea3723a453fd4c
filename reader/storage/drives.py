"""What kind of disk a library lies on (REL-9).

The write-ahead log of SQLite needs memory that all windows share, and a folder
that nobody copies in the middle: it is not for network disks and for folders
that a program synchronises.
"""

import os
from collections.abc import Iterable
from pathlib import Path, PurePath

_MOUNTS = Path("/proc/self/mountinfo")
_NETWORK_TYPES = frozenset(
    (
        "afs",
        "ceph",
        "cifs",
        "davfs",
        "glusterfs",
        "lustre",
        "nfs",
        "nfs4",
        "smb3",
        "smbfs",
        "vboxsf",
    )
)
_NETWORK_PROGRAMS = frozenset(
    ("cephfs", "davfs2", "glusterfs", "rclone", "s3fs", "sshfs", "vmhgfs")
)
_SYNCHRONISED_NAMES = frozenset(
    ("dropbox", "google drive", "googledrive", "mobile documents", "nextcloud", "owncloud", "mega")
)
# What such a program leaves at the top of the folder that it synchronises.
_SYNCHRONISED_MARKS = (".dropbox", ".stfolder", ".sync")


def takes_write_ahead(path: Path) -> bool:
    """Tell whether a library at `path` may keep a write-ahead log beside it."""
    return not (is_network_share(path) or is_synchronised(path.parent))


def is_network_share(path: PurePath, mounts: Path = _MOUNTS) -> bool:
    r"""Tell whether another computer holds the file, as far as the system says so.

    Linux tells by its table of mounts (proc(5), mountinfo), Windows by a path
    that begins with \\; elsewhere the answer is no.
    """
    if path.drive.startswith("\\\\"):
        return True
    try:
        device = Path(path.parent).stat().st_dev
        lines = mounts.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return False
    kind, _, program = _type_of(f"{os.major(device)}:{os.minor(device)}", lines).partition(".")
    return kind in _NETWORK_TYPES or program in _NETWORK_PROGRAMS


def is_synchronised(folder: Path) -> bool:
    """Tell whether a folder looks like one that is copied to other computers."""
    places = (folder, *folder.parents)
    names = [place.name.lower() for place in places]
    if any(name in _SYNCHRONISED_NAMES or name.startswith("onedrive") for name in names):
        return True
    return any((place / mark).exists() for place in places for mark in _SYNCHRONISED_MARKS)


def _type_of(device: str, lines: Iterable[str]) -> str:
    """Return a file system's type, such as nfs4 or fuse.sshfs: it follows the " - "."""
    for line in lines:
        fields, _, rest = line.partition(" - ")
        if rest and fields.split()[2:3] == [device]:
            return rest.split()[0]
    return ""
