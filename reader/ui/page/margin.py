"""The margin: which notes stand beside the words in view, and where.

A paragraph's notes are stacked between its first line and the next line elsewhere
that has notes. What finds no line there is folded into a sign. The current note has
all its lines and pushes down what follows.
"""

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF

from reader.frozen import dataclass
from reader.model.annotation import Annotation
from reader.ui.page.look import PageLook
from reader.ui.page.places import Seen
from reader.ui.page.remark_text import RemarkSetting, RemarkTexts
from reader.ui.page.remarks import Remark, Remarks
from reader.ui.page.stacking import fitting, settled, shared_lines
from reader.ui.page.surface import Surface

_MOST_LINES = 4  # of a note that is not current
_GAP, _PAD = 0.3, 0.14  # ems of the text; between notes, and above and below their words
_TIGHT_GAP, _TIGHT_PAD = 0.08, 0.02  # the same where they would not fit otherwise
_LOOKED_AHEAD = 3  # blocks below a paragraph whose free margin its notes may use
_BEHIND = 12  # blocks above the view in which the current note may push others
_KEPT_BLOCKS = 400
_LAST_ROOM = 6.0  # ems; below the last line


@dataclass(frozen=True, slots=True)
class PlacedNote:
    """A note beside the words: its place in pixels of the viewport, and how much of it shows.

    `line_y` is where the middle of its line of the article is, `number` counts within
    the paragraph, `folded` holds instead the uids of those that this sign stands for.
    """

    remark: Remark
    box: QRectF
    lines: int
    number: int
    line_y: float
    folded: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Stack:
    """The remarks of a block: the first of them shown, all the others folded; in pixels."""

    remarks: tuple[Remark, ...]
    shown: int
    room: int
    gap: int
    pad: int


class NoteMargin:
    """The notes beside a surface. `edited` is the uid that is being written in, with its height."""

    def __init__(self, surface: Surface, look: PageLook, remarks: Remarks) -> None:
        self.current: str | None = None
        self.edited: tuple[str, int] | None = None
        self._surface = surface
        self._look = look
        self.remarks = remarks
        self._layouts: object = None
        self._stacks: dict[int, _Stack] = {}

    @property
    def is_shown(self) -> bool:
        """Tell whether there is room for notes, and a text to stand beside."""
        return self._surface.columns.notes_width > 0 and self._surface.text.length > 0

    def set_look(self, look: PageLook) -> None:
        """Set the notes in another look."""
        self._look = look
        self._layouts = None

    def set_remarks(self, remarks: Remarks) -> None:
        """Show other remarks from now on."""
        self.remarks = remarks
        self._stacks.clear()

    def follow(self, before: Annotation | None, after: Annotation | None) -> None:
        """Look anew at what one annotation tells."""
        self._stacks.clear()
        self.remarks.follow(before, after)

    def tells(self, annotation: Annotation) -> bool:
        """Tell whether there is anything to say beside an annotation."""
        return self.remarks.of(annotation) is not None

    def texts(self) -> RemarkTexts:
        """Return the remarks as they are laid out."""
        self._renew()
        return self._texts

    def number_of(self, uid: str, start_cp: int) -> int:
        """Return which remark of its paragraph an annotation has, counted from 1; 0 for none."""
        remarks = self._stack(self._surface.text.block_at(start_cp)).remarks
        return next((at for at, one in enumerate(remarks, 1) if one.uid == uid), 0)

    def placed(self) -> list[PlacedNote]:
        """Return the notes beside the blocks in view, from top to bottom."""
        if not self.is_shown:
            return []
        found: list[PlacedNote] = []
        gap = self._px(_TIGHT_GAP)
        bottom = -float("inf")
        for one in self._blocks():
            for note in self._beside(one):
                pushed = max(note.box.top(), bottom)
                found.append(replace(note, box=note.box.translated(0, pushed - note.box.top())))
                bottom = found[-1].box.bottom() + gap
        return found

    def at(self, point: QPointF) -> PlacedNote | None:
        """Return the note under a point of the viewport."""
        return next((one for one in self.placed() if one.box.contains(point)), None)

    def box_of(self, uid: str) -> QRectF | None:
        """Return where a note stands, None while its paragraph is out of view."""
        here = (one.box for one in self.placed() if one.remark.uid == uid and not one.folded)
        return next(here, None)

    def _renew(self) -> None:
        """Follow other layouts of the words, a size or a zoom."""
        if self._layouts is not self._surface.layouts:
            self._layouts = self._surface.layouts
            self._stacks.clear()
            width, em = self._surface.columns.notes_width, self._surface.em
            rtl = self._surface.text.is_mostly_rtl
            self._texts = RemarkTexts(RemarkSetting.of(self._look, em, width, rtl=rtl))

    def _px(self, ems: float) -> int:
        return round(self._surface.em * ems)

    def _line(self) -> int:
        return self.texts().setting.leading

    def _blocks(self) -> Iterator[Seen]:
        """Return the blocks in view, before them that of the current note if it is near."""
        seen = self._surface.seen()
        current = self.remarks.get(self.current) if self.current else None
        if current is not None and seen:
            first = seen[0].block
            block = self._surface.text.block_at(current.start_cp)
            if first - _BEHIND <= block < first:
                y = seen[0].y - sum(map(self._surface.layouts.height, range(block, first)))
                for each in range(block, first):
                    yield Seen(each, y, self._surface.layouts.of(each))
                    y += self._surface.layouts.height(each)
        yield from seen

    def _stack(self, block: int) -> _Stack:
        self._renew()
        found = self._stacks.get(block)
        if found is None:
            if len(self._stacks) >= _KEPT_BLOCKS:
                self._stacks.clear()
            found = self._stacks[block] = self._made(block)
        return found

    def _made(self, block: int) -> _Stack:
        remarks = tuple(self._remarks_in(block))
        if not remarks:
            return _Stack((), 0, 0, 0, 0)
        room = self._room(block)
        gap, pad = self._px(_GAP), self._px(_PAD)
        shown = fitting(len(remarks), room, self._line() + 2 * pad, gap)
        if shown < len(remarks):
            gap, pad = self._px(_TIGHT_GAP), self._px(_TIGHT_PAD)
            shown = fitting(len(remarks), room, self._line() + 2 * pad, gap)
        # The sign for those that are folded takes the place of one.
        is_whole = shown == len(remarks)
        return _Stack(remarks, shown if is_whole else max(1, shown - 1), room, gap, pad)

    def _remarks_in(self, block: int) -> list[Remark]:
        text = self._surface.text
        end = text.start(block + 1) if block + 1 < len(text) else text.length
        return self.remarks.beginning_in(text.start(block), end)

    def _line_top(self, block: int, cp: int) -> int:
        """Return where a note stands that is level with the line of a position."""
        layout = self._surface.layouts.of(block)
        line = layout.lines[layout.line_of(cp - self._surface.text.start(block))]
        return line.baseline - round(self._line() * 0.72) - self._px(_PAD)

    def _room(self, block: int) -> int:
        """Return how far down from a block's top its notes may reach."""
        text, layouts = self._surface.text, self._surface.layouts
        room = layouts.height(block)
        for ahead in range(block + 1, min(block + 1 + _LOOKED_AHEAD, len(text))):
            following = self._remarks_in(ahead)
            if following:
                return room + max(0, self._line_top(ahead, following[0].start_cp) - self._px(_GAP))
            room += layouts.height(ahead)
        return room + (self._px(_LAST_ROOM) if block + 1 == len(text) else 0)

    def _beside(self, seen: Seen) -> Iterator[PlacedNote]:
        """Return the notes of a block where they stand by themselves."""
        stack = self._stack(seen.block)
        chosen, folded = self._chosen(stack, seen.block)
        if not chosen:
            return
        lines = self._lines(chosen, stack, bool(folded))
        pad, line = stack.pad, self._line()
        heights = [count * line + 2 * pad for count in lines]
        tops = [self._line_top(seen.block, one.start_cp) for one in chosen]
        if self.edited is not None:
            for at, one in enumerate(chosen):
                if one.uid == self.edited[0]:
                    heights[at] = self.edited[1]
        if folded:
            tops.append(tops[-1])
            heights.append(line + 2 * pad)
        columns = self._surface.columns
        for at, top in enumerate(settled(tops, heights, stack.room, stack.gap)):
            one = chosen[min(at, len(chosen) - 1)]
            is_sign = at == len(chosen)
            y, height = seen.y + top, heights[at]
            yield PlacedNote(
                folded[0] if is_sign else one,
                QRectF(columns.notes_left, y, columns.notes_width, height),
                1 if is_sign else lines[at],
                0 if is_sign else 1 + stack.remarks.index(one) if one in stack.remarks else 0,
                seen.y + tops[at] + height / 2 if is_sign else self._middle(seen, one),
                tuple(each.uid for each in folded) if is_sign else (),
            )

    def _middle(self, seen: Seen, one: Remark) -> float:
        return seen.y + self._line_top(seen.block, one.start_cp) + self._px(_PAD) + self._line() / 2

    def _chosen(self, stack: _Stack, block: int) -> tuple[list[Remark], list[Remark]]:
        """Return the remarks that are shown, the current one always, and those that are folded."""
        chosen, folded = list(stack.remarks[: stack.shown]), list(stack.remarks[stack.shown :])
        wanted = self.edited[0] if self.edited else self.current
        if wanted is None or any(one.uid == wanted for one in chosen):
            return chosen, folded
        one = self.remarks.get(wanted)
        has_place = one is not None and self._surface.text.block_at(one.start_cp) == block
        if one is None or not has_place or (self.edited is None and not self._tells(one)):
            return chosen, folded
        folded = [each for each in folded if each.uid != wanted]
        chosen.append(one)
        chosen.sort(key=_reading_order)
        return chosen, folded

    def _tells(self, one: Remark) -> bool:
        return bool(one.heading or one.note)

    def _lines(self, chosen: list[Remark], stack: _Stack, has_sign: bool) -> list[int]:
        """Return how many lines each note shows; the current one shows all that it has."""
        texts, line = self.texts(), self._line()
        wanted = [max(1, texts.of(one).lines) for one in chosen]
        whole = {at for at, one in enumerate(chosen) if one.uid == self.current}
        most = max(1, round(self._surface.height * 0.8) // line)
        each = line + 2 * stack.pad + stack.gap
        spare = (stack.room + stack.gap - each * (len(chosen) + has_sign)) // line
        for at in whole:
            spare -= min(wanted[at], most) - 1
        others = [1 if at in whole else lines for at, lines in enumerate(wanted)]
        shown = shared_lines(others, spare, _MOST_LINES)
        return [min(wanted[at], most) if at in whole else lines for at, lines in enumerate(shown)]


def _reading_order(remark: Remark) -> int:
    return remark.start_cp
