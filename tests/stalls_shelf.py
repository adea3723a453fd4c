"""Print how long acts on thousands of articles, and on many read pages, hold the window.

python -m tests.stalls_shelf
"""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from reader.importers import from_text
from reader.model.article_filter import Shelf
from reader.storage import Store
from reader.storage.search.indexing import add_article
from reader.storage.writing import insert_article
from tests.stalls import Act, Session, measured

ARTICLES, PAGES = 5_000, 200
_PAGE = (
    "<!DOCTYPE html><html lang=ar><head><meta charset=utf-8><title>خبر {0}</title></head>"
    "<body><article><h1>خبر {0}</h1>{1}</article></body></html>"
)
_PARAGRAPH = f"<p>{'قالت الوزيرة إن المحطة الجديدة ستوفر الماء النقي لأهل المدينة. ' * 6}</p>"


def lay_out(path: Path) -> None:
    """Make a library of thousands of short articles, in one transaction."""
    with Store.open(path) as store, store._library.write() as connection:
        for number in range(ARTICLES):
            one = from_text(f"خبر {number}\nقالت الوزيرة إن الماء نقي.", f"{number}.txt")
            add_article(connection, insert_article(connection, one), one.revision)


class ShelfSession(Session):
    """One window on thousands of articles."""

    def acts(self) -> Iterator[Act]:
        """Yield the acts in an order in which each can be done."""
        yield Act(f"start with {ARTICLES:,} articles", self._open, self._is_whole)
        yield from self._there_and_back("trash all of them", "trash")
        yield Act("put all into a collection", self._collect, self._is_saved)
        yield Act("undo that", self._do("undo"), self._is_saved)
        yield Act("label all", self._label, self._is_saved)
        yield Act("delete the label", self._delete_label, self._is_saved)
        yield Act("trash all of them", self._all("trash"), self._is_saved)
        yield Act("restore all from the trash", self._restore, self._is_saved)
        yield Act(f"read {PAGES} pages", self._read, self._is_previewed)
        yield Act("go through the list", self._go_through, self._is_free)
        yield Act("keep them all", self._keep, self._is_kept)

    def _there_and_back(self, name: str, act: str) -> Iterator[Act]:
        yield Act(name, self._all(act), self._is_saved)
        yield Act("undo that", self._do("undo"), self._is_saved)
        yield Act("redo that", self._do("redo"), self._is_saved)
        yield Act("undo that again", self._do("undo"), self._is_saved)

    def _all(self, act: str, *given: str) -> Callable[[], object]:
        def do() -> None:
            panel = self._now.articles_panel
            panel._list.selectAll()
            panel._do(act, *given)

        return do

    def _collect(self) -> None:
        self._collection = self._now.library.add_collection("محلي").uid
        self._all("collect", self._collection)()

    def _label(self) -> None:
        self._of_label = self._now.library.add_label("عاجل").uid
        self._all("label", self._of_label)()

    def _delete_label(self) -> None:
        self._now.library.delete_label(self._of_label)

    def _restore(self) -> None:
        self._now.articles_panel.show_shelf(Shelf("trash"))
        self._all("restore")()

    def _read(self) -> None:
        folder = self._folder / "pages"
        folder.mkdir()
        for number in range(PAGES):
            page = _PAGE.format(number, _PARAGRAPH.replace("نقي", f"نقي {number}") * 4)
            (folder / f"{number}.html").write_text(page, "utf-8")
        self._now.importing.import_files([folder])

    def _is_previewed(self) -> bool:
        return self._now.importing.previews.preview is not None and self._is_free()

    def _go_through(self) -> None:
        preview = self._now.importing.previews.preview
        assert preview is not None
        for row in range(20):
            preview._go_to(row)

    def _keep(self) -> None:
        self._before = self._number()
        preview = self._now.importing.previews.preview
        assert preview is not None
        preview.accept()

    def _is_kept(self) -> bool:
        return self._is_free() and self._number() == self._before + PAGES

    def _number(self) -> int:
        return self._now.articles_panel._shelves.total


if __name__ == "__main__":
    print(f"{ARTICLES:,} articles, {PAGES} pages\n")
    sys.exit(measured(ShelfSession, lay_out))
