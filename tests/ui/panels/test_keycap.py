"""A key in its frame: as wide as it is high at least, and left out where there is no room."""

from PySide6.QtGui import QFont

from reader.model.tags import TAGS
from reader.ui.panels.keycap import HEIGHT, keycap_width
from reader.ui.panels.tag_chip import TagChip


def test_a_key_has_a_frame_and_no_key_none(qapp):
    assert keycap_width("1", QFont()) == HEIGHT
    assert keycap_width("Ctrl+Alt+1", QFont()) > HEIGHT
    assert keycap_width("", QFont()) == 0


def test_a_chip_asks_for_room_for_its_key_and_can_do_without(qtbot):
    chip = TagChip(TAGS[0], "ar", None)
    qtbot.addWidget(chip)
    bare = chip.sizeHint().width()
    chip.set_digit("1")
    assert chip.sizeHint().width() > chip.minimumSizeHint().width()
    assert chip.minimumSizeHint().width() <= bare
