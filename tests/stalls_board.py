"""Print how long the board of 10,000 claims holds the window: opened, filtered, a card moved.

python -m tests.stalls_board
"""

import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import cycle
from pathlib import Path
from typing import Any

from reader.model.annotation import ClaimFields
from reader.model.vocabulary import CLAIM_STATES
from reader.storage import Store
from reader.text.anchoring import new_annotation
from tests.bench.library import act_of, import_prose
from tests.stalls import Act, Session, measured
from tests.text.similar_claims import others

ARTICLES, CLAIMS_EACH = 10, 1_000
_WORDS_EACH = 6
# A verdict is the desk's rule for the others.
_STATES = tuple(one.key for one in CLAIM_STATES[:3])


def lay_out(path: Path) -> None:
    """Make a library of thousands of claims, each in words of its own."""
    sentences, states = iter(others()), cycle(_STATES)
    with Store.open(path) as store:
        who = store.annotator("bench", "bench")
        for number in range(ARTICLES):
            text = import_prose(store, CLAIMS_EACH * _WORDS_EACH, f"{number}.txt")
            step = len(text.text) // CLAIMS_EACH
            made = []
            for at, state in zip(range(0, step * CLAIMS_EACH, step), states, strict=False):
                fields = ClaimFields(claim_text=next(sentences), state=state)
                one = new_annotation(text, at, at + step - 2, "claim", who.uid, fields=fields)
                made.append(replace(one, note=f"رقم {at}"))
            store.apply(act_of(made, who.uid))


class BoardSession(Session):
    """One window at the claims of all articles."""

    def acts(self) -> Iterator[Act]:
        """Yield the acts in an order in which each can be done."""
        yield Act("start, and open the article", self._open, self._is_whole)
        yield Act("show the claims (Alt+2)", self._show_claims, self._has_all)
        yield Act("type a filter", self._filter("مكتبة"), self._is_free)
        yield Act("clear it", self._filter(""), self._is_free)
        yield Act("go to the first card", self._go_to_first, self._is_free)
        yield Act("move a card", self._move("checking"), self._is_saved)
        yield Act("move it back", self._move("candidate"), self._is_saved)
        yield Act("undo that", self._do("undo"), self._is_saved)
        yield Act("back to the page", self._do("view_page"), self._is_free)
        yield Act("show the claims again", self._show_claims, self._has_all)

    @property
    def _view(self) -> Any:
        return self.program.window.views.widget("claims")

    def _show_claims(self) -> None:
        self.program.window.views.show("claims")

    def _has_all(self) -> bool:
        return self._is_free() and len(list(self._view.lines())) == ARTICLES * CLAIMS_EACH

    def _filter(self, words: str) -> Callable[[], object]:
        return lambda: self._view.board.filter_by(words)

    def _go_to_first(self) -> None:
        self._view.focus_claims()
        self._uid = self._view.current_uid()

    def _move(self, state: str) -> Callable[[], object]:
        return lambda: self._now.claims.move(self._uid, state)


if __name__ == "__main__":
    print(f"{ARTICLES * CLAIMS_EACH:,} claims\n")
    sys.exit(measured(BoardSession, lay_out))
