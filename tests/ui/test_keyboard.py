"""The program itself on a real X server with an Arabic keyboard layout, driven key by key.

Nothing of Qt's is simulated here: xdotool presses keys, the layout turns them into
Arabic letters, and the library shows what came of it.
"""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from reader.storage import Store

NEWS = 'المديرة تعلن افتتاح الجسر\nقالت سلمى الحديدي: "لن نتراجع عن المشروع".\n'
CLAUSES = "خبر\nقالت إن شركة Delta Ltd سلّمت المحطة في 26/3/2020، ثم غادرت.\n"
PATIENCE_S = 30


class Screen:
    """A virtual X server with an Arabic layout and no other."""

    def __init__(self, folder: Path) -> None:
        read, write = os.pipe()
        self._server = subprocess.Popen(
            [
                "Xvfb",
                "-displayfd",
                str(write),
                "-screen",
                "0",
                "1280x900x24",
                "-nolisten",
                "tcp",
                "-noreset",
            ],
            pass_fds=(write,),
            stderr=subprocess.DEVNULL,
        )
        os.close(write)
        with os.fdopen(read) as answer:
            self.display = f":{answer.readline().strip()}"
        self.environment = os.environ | {
            "DISPLAY": self.display,
            "QT_QPA_PLATFORM": "xcb",
            "HOME": str(folder),
        }
        self.do("setxkbmap", "ara")
        # Without -noreset the server forgets the layout when its last client goes.
        assert "layout:     ara\n" in self.do("setxkbmap", "-query")

    def do(self, *command: str) -> str:
        done = subprocess.run(
            command, env=self.environment, check=True, capture_output=True, text=True
        )
        return done.stdout

    def press(self, *keycodes: str) -> None:
        """Press keys by their places on the keyboard, as "ctrl+52" or "10"."""
        self.do("xdotool", "key", "--clearmodifiers", "--delay", "30", *keycodes)

    def close(self) -> None:
        self._server.terminate()
        self._server.wait()


# Places on a PC keyboard, whatever is printed on the caps.
ONE, Z, F8, HOME, LEFT, DELETE = "10", "52", "74", "110", "113", "119"
CONTROL, SHIFT, ALT = "37", "50", "64"
THREE, F, RETURN, ESCAPE = "12", "41", "36", "Escape"  # 9 would be the digit
SHARIKA = ("38", "55", "47", "31")  # these places type ش ر ك ه


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Screen]:
    made = Screen(tmp_path)
    yield made
    made.close()


def wait_for(condition) -> None:
    end = time.monotonic() + PATIENCE_S
    while not condition():
        assert time.monotonic() < end, "it did not come to pass"
        time.sleep(0.1)


def test_the_tools_are_here():
    """`make test` installs them; without them nothing below would prove anything."""
    assert all(shutil.which(tool) for tool in ("Xvfb", "xdotool", "setxkbmap"))


class Running:
    """The program with an article, and the words of its annotations as the library has them."""

    def __init__(self, screen: Screen, folder: Path, news: str) -> None:
        file = folder / "article.txt"
        file.write_text(news, encoding="utf-8")
        self._library = folder / "library.db"
        self._program = subprocess.Popen(
            [sys.executable, "-m", "reader", "--database", str(self._library), "open", str(file)],
            env=screen.environment,
        )
        self._screen = screen

    def wait(self) -> None:
        """Wait until the article is in the library and the window has the keyboard."""
        wait_for(lambda: self.texts() == [])
        wait_for(self._focus)

    def _focus(self) -> bool:
        with suppress(subprocess.CalledProcessError):
            found = self._screen.do("xdotool", "search", "--onlyvisible", "--class", "hashiya")
            self._screen.do("xdotool", "windowfocus", "--sync", found.split()[-1])
            return True
        return False

    def texts(self) -> list[str]:
        with suppress(Exception), Store.open(self._library, create=False, read_only=True) as store:
            (summary,) = store.articles()
            return [one.exact for one in store.annotations(summary.revision_uid)]
        return ["not yet"]

    def close(self) -> None:
        self._program.terminate()
        self._program.wait()


@pytest.fixture
def run(screen: Screen, tmp_path: Path) -> Iterator[Callable[[str], Running]]:
    """Return a function that starts the program with an article."""
    started: list[Running] = []

    def start(news: str) -> Running:
        started.append(Running(screen, tmp_path, news))
        started[-1].wait()
        return started[-1]

    yield start
    for one in started:
        one.close()


def test_tag_undo_and_redo_on_an_arabic_layout(screen: Screen, run):
    texts = run(NEWS).texts
    screen.press(f"{CONTROL}+{HOME}")
    screen.press(f"{CONTROL}+{SHIFT}+{LEFT}", f"{CONTROL}+{SHIFT}+{LEFT}", ONE)
    wait_for(lambda: texts() == ["المديرة تعلن"])
    screen.press(F8, ONE)
    wait_for(lambda: len(texts()) == 2)
    screen.press(f"{CONTROL}+{Z}")  # types ئ here
    wait_for(lambda: texts() == ["المديرة تعلن"])
    screen.press(f"{CONTROL}+{SHIFT}+{Z}")
    wait_for(lambda: len(texts()) == 2)
    screen.press(DELETE)
    wait_for(lambda: len(texts()) == 1)


def test_find_a_clause_of_two_scripts_tag_and_resize_it(screen: Screen, run):
    texts = run(CLAUSES).texts
    screen.press(f"{CONTROL}+{F}")  # types ب here
    screen.press(*SHARIKA, RETURN, ESCAPE)
    screen.press(*[f"{CONTROL}+{SHIFT}+{LEFT}"] * 10, THREE)
    wait_for(lambda: texts() == ["شركة Delta Ltd سلّمت المحطة في 26/3/2020"])
    screen.press(f"{CONTROL}+{ALT}+{SHIFT}+{LEFT}")
    wait_for(lambda: texts() == ["Delta Ltd سلّمت المحطة في 26/3/2020"])
    screen.press(f"{ALT}+{LEFT}")
    wait_for(lambda: texts() == ["Delta Ltd سلّمت المحطة في 26/3/2020،"])
