"""The import rules of pyproject.toml hold, and each of them can break."""

import shutil
import subprocess
import sys
from graphlib import TopologicalSorter
from pathlib import Path

import grimp
import pytest

TOP = Path(__file__).parents[1]
# One import for each contract that breaks it.
BREACHES = {
    "Layers": ("reader/label.py", "import reader.paths"),
    "Qt is known in ui only": ("reader/model/tags.py", "import PySide6.QtCore"),
    "SQLAlchemy is known in storage only": ("reader/text/folding.py", "import sqlalchemy"),
    "Only the page and an importer of UTF-16 count in it": (
        "reader/text/boundaries.py",
        "import reader.text.offsets",
    ),
}
# A library is imported from one place, so that it can be exchanged there.
HOMES = {
    "PySide6": "reader.ui",
    "alembic": "reader.storage",
    "arabic_reshaper": "reader.text.visual",
    "bidi": "reader.text.visual",
    "charset_normalizer": "reader.importers.decoding",
    "cassis": "reader",
    "docx": "reader",
    "fontpkg_amiri": "reader.ui",
    "fontpkg_ibm_plex_sans_arabic": "reader.ui",
    "lxml": "reader",
    "orjson": "reader.storage.snapshots",
    "psycopg": "reader.storage",
    "pypdfium2": "reader.importers",
    "pysqlite3": "reader.storage",
    "rapidfuzz": "reader.text",
    "regex": "reader",
    "shiboken6": "reader.ui.page.accessible",
    "sqlalchemy": "reader.storage",
    "trafilatura": "reader.importers",
    "xlsxwriter": "reader.exporters",
}


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    """Check the contracts of a folder that holds `reader/` and `pyproject.toml`."""
    return subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        capture_output=True,
        encoding="utf-8",
        cwd=folder,
        check=False,
    )


@pytest.fixture(scope="module")
def graph() -> grimp.ImportGraph:
    return grimp.build_graph("reader", include_external_packages=True, cache_dir=None)


def test_contracts_hold():
    done = lint_imports(TOP)
    assert done.returncode == 0, done.stdout


def test_each_contract_breaks_when_it_is_violated(tmp_path):
    shutil.copytree(TOP / "reader", tmp_path / "reader")
    shutil.copy(TOP / "pyproject.toml", tmp_path)
    for path, statement in BREACHES.values():
        with (tmp_path / path).open("a", encoding="utf-8") as module:
            module.write(f"\n{statement}\n")
    done = lint_imports(tmp_path)
    assert done.returncode == 1
    broken = [line for line in done.stdout.splitlines() if line.endswith(" BROKEN")]
    for name in BREACHES:
        assert any(line.startswith(name) for line in broken), done.stdout


def test_there_are_no_import_cycles(graph):
    own = {name for name in graph.modules if name.split(".")[0] == "reader"}
    imports = {name: graph.find_modules_directly_imported_by(name) & own for name in own}
    TopologicalSorter(imports).prepare()


def test_each_library_is_known_in_one_place(graph):
    strays = [
        f"{module} imports {library}"
        for library in {name for name in graph.modules if name.split(".")[0] != "reader"}
        if library not in sys.stdlib_module_names
        for module in graph.find_modules_that_directly_import(library)
        if not f"{module}.".startswith(f"{HOMES.get(library, 'nowhere')}.")
    ]
    assert strays == []


def test_neither_command_line_nor_window_loads_the_database_before_it_must():
    code = (
        "import sys, reader.cli, reader.ui.app; sys.exit(bool({'sqlalchemy', 'sqlite3'} & "
        "set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_library_in_a_file_loads_nothing_of_the_server():
    code = (
        "import sys, reader.storage; sys.exit('sqlalchemy.dialects.postgresql' in sys.modules "
        "or 'alembic' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_command_line_loads_no_qt():
    code = (
        "import sys, reader.cli; sys.exit('PySide6' in sys.modules or 'shiboken6' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
