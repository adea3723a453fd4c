"""What the next steps of scrolling bring into view, made ready while nothing else is to do."""

from PySide6.QtCore import QObject, QTimer

from reader.ui.page.painting import PagePainter
from reader.ui.page.places import Seen
from reader.ui.page.surface import Surface

_PIXELS = 240  # two notches of most wheels
_MOST_BLOCKS = 4  # each way
_A_TURN = 2  # blocks, as many as a notch of the wheel brings into view
_LONGEST = 2_000  # characters of a block; to lay out more would hold up what a person does


class MadeAhead(QObject):
    """Lays out and shapes the blocks just below and above the view, two a turn.

    Only what the painting would do anyway, and keep: heights are corrected when a
    block is seen, and not before.
    """

    def __init__(self, surface: Surface, painter: PagePainter, parent: QObject) -> None:
        super().__init__(parent)
        self._surface = surface
        self._painter = painter
        self._next_turn = QTimer(self, singleShot=True, interval=0)
        self._next_turn.timeout.connect(self._make_some)

    def follow(self) -> None:
        """Make ready what lies around the view, from the next turn on."""
        self._next_turn.start()

    def _make_some(self) -> None:
        seen = self._surface.seen()
        ways = ((seen[-1].block, 1), (seen[0].block, -1)) if seen else ()
        made = sum(any(self._made(*way) for way in ways) for _ in range(_A_TURN))
        if made == _A_TURN:
            self._next_turn.start()

    def _made(self, block: int, step: int) -> bool:
        """Make the nearest block of one way that is not ready; tell whether there was one."""
        text, shapes = self._surface.text, self._painter.shapes
        room = _PIXELS
        for _ in range(_MOST_BLOCKS):
            block += step
            if room <= 0 or not 0 <= block < len(text):
                return False
            if text.end(block) - text.start(block) > _LONGEST:
                return False
            was_ready = shapes.has(block)
            layout = self._surface.layouts.of(block)
            self._painter.make_ready(Seen(block, 0, layout))
            if not was_ready:
                return True
            room -= layout.height
        return False
