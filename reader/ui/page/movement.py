"""Where each move of the caret leads.

Left and right go by the paragraph: in a right-to-left one, left is onward, also
over a Latin name in it. So a selection that grows by arrows grows evenly, without
the leaps of an order that follows the screen letter by letter.
"""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QPointF

from reader.text import boundaries
from reader.ui.page.cursor import Cursor, Selected
from reader.ui.page.surface import Surface

_Move = Callable[[Surface, Selected], Selected]


def move(cursor: Cursor, surface: Surface, act: str, *, extend: bool) -> None:
    """Carry out a move of the caret by its name in MOVES; `extend` leaves the anchor."""
    was = cursor.selected
    if act in {"left", "right"} and not extend and not was.is_empty:
        onward = is_onward(surface, was.focus, to_left=act == "left")
        cursor.set(_at(was.range[1 if onward else 0], upstream=onward))
        return
    target = MOVES[act](surface, was)
    anchor = was.anchor if extend else target.focus
    cursor.set(Selected(anchor, target.focus, target.upstream, target.x))


def stepped(text: str, cp: int, *, onward: bool, by_word: bool) -> int:
    """Return the border of the next or previous grapheme or word."""
    if by_word:
        step = boundaries.next_word if onward else boundaries.previous_word
    else:
        step = boundaries.next_grapheme if onward else boundaries.previous_grapheme
    return step(text, cp)


def is_onward(surface: Surface, cp: int, *, to_left: bool) -> bool:
    """Tell whether left, or right, leads onward in the paragraph at a position."""
    return surface.text.is_rtl(surface.text.block_at(cp)) == to_left


def _at(cp: int, *, upstream: bool = False, x: float | None = None) -> Selected:
    return Selected(cp, cp, upstream, x)


def _sideways(*, to_left: bool, by_word: bool) -> _Move:
    def target(surface: Surface, selected: Selected) -> Selected:
        onward = is_onward(surface, selected.focus, to_left=to_left)
        cp = stepped(surface.text.text, selected.focus, onward=onward, by_word=by_word)
        # At a wrap the caret is shown where reading goes on.
        wraps = onward and surface.line_of(cp, upstream=False)[0] == cp
        return _at(cp, upstream=onward and not wraps)

    return target


def _line_start(surface: Surface, selected: Selected) -> Selected:
    return _at(surface.line_of(selected.focus, upstream=selected.upstream)[0])


def _line_end(surface: Surface, selected: Selected) -> Selected:
    return _at(surface.line_of(selected.focus, upstream=selected.upstream)[1], upstream=True)


def _text_start(_surface: Surface, _selected: Selected) -> Selected:
    return _at(0)


def _text_end(surface: Surface, _selected: Selected) -> Selected:
    return _at(surface.text.length, upstream=True)


def _paragraph_up(surface: Surface, selected: Selected) -> Selected:
    return _at(boundaries.paragraph_at(surface.text.text, max(0, selected.focus - 1))[0])


def _paragraph_down(surface: Surface, selected: Selected) -> Selected:
    text = surface.text.text
    end = boundaries.paragraph_at(text, selected.focus)[1]
    if end == selected.focus < len(text):
        end = boundaries.paragraph_at(text, end + 1)[1]
    return _at(end, upstream=True)


def _by_line(step: int) -> _Move:
    def target(surface: Surface, selected: Selected) -> Selected:
        x = _kept_x(surface, selected)
        cp, upstream = selected.focus, selected.upstream
        found = surface.beside(cp, upstream=upstream, step=step, x=x)
        return (
            _beyond(surface, step, x)
            if found is None
            else _at(found.cp, upstream=found.upstream, x=x)
        )

    return target


def _by_page(step: int) -> _Move:
    def target(surface: Surface, selected: Selected) -> Selected:
        x = _kept_x(surface, selected)
        box, _ = surface.caret(selected.focus, upstream=selected.upstream)
        before = surface.top
        surface.top += step * max(surface.leading, surface.height - 2 * surface.leading)
        surface.settle()
        if surface.top == before:
            return _beyond(surface, step, x)
        found = surface.hit(QPointF(x, box.center().y()))
        return _at(found.cp, upstream=found.upstream, x=x)

    return target


def _kept_x(surface: Surface, selected: Selected) -> float:
    if selected.x is not None:
        return selected.x
    return surface.caret(selected.focus, upstream=selected.upstream)[0].center().x()


def _beyond(surface: Surface, step: int, x: float) -> Selected:
    return _at(surface.text.length, upstream=True, x=x) if step > 0 else _at(0, x=x)


MOVES: Mapping[str, _Move] = {
    "left": _sideways(to_left=True, by_word=False),
    "right": _sideways(to_left=False, by_word=False),
    "word_left": _sideways(to_left=True, by_word=True),
    "word_right": _sideways(to_left=False, by_word=True),
    "line_start": _line_start,
    "line_end": _line_end,
    "text_start": _text_start,
    "text_end": _text_end,
    "paragraph_up": _paragraph_up,
    "paragraph_down": _paragraph_down,
    "up": _by_line(-1),
    "down": _by_line(1),
    "page_up": _by_page(-1),
    "page_down": _by_page(1),
}
