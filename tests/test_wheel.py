"""What people install: one wheel that holds the program with all that it reads."""

import os
import subprocess
import sys
import zipfile
from email.parser import Parser
from pathlib import Path

import pytest

TOP = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder]
    subprocess.run(command, check=True, capture_output=True, cwd=TOP)
    return zipfile.ZipFile(next(folder.glob("*.whl")))


def shipped(folder: str) -> set[str]:
    """Return the files below a folder of the repository, but what Python makes itself."""
    return {
        path.relative_to(TOP).as_posix()
        for path in (TOP / folder).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def test_wheel_holds_the_package_and_the_resources_alone(wheel):
    names = {name for name in wheel.namelist() if ".dist-info/" not in name}
    resources = {f"reader/{name}" for name in shipped("resources")}
    assert resources
    assert names == shipped("reader") | resources


def test_wheel_finds_its_resources(wheel, tmp_path):
    wheel.extractall(tmp_path)
    code = "from reader.paths import resource; print(resource('samples').is_dir(), resource())"
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        check=True,
        cwd=tmp_path,
        encoding="utf-8",
        env=os.environ | {"PYTHONPATH": str(tmp_path)},
    )
    assert done.stdout.split() == ["True", str(tmp_path / "reader" / "resources")]


def test_wheel_names_its_command_and_what_it_needs(wheel):
    (info,) = {name.split("/")[0] for name in wheel.namelist() if ".dist-info/" in name}
    assert "hashiya = reader.cli:main" in wheel.read(f"{info}/entry_points.txt").decode()
    metadata = Parser().parsestr(wheel.read(f"{info}/METADATA").decode())
    assert metadata["Name"] == "hashiya"
    assert metadata["License-Expression"] == "MIT"
    assert metadata["Requires-Python"] == "<3.14,>=3.11"
    assert "pyside6-essentials<6.12,>=6.8" in metadata.get_all("Requires-Dist")
