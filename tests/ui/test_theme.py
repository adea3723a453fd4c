"""The themes: legible, complete, and without a trace of an unreplaced token."""

import re

import pytest
from PySide6.QtGui import QColor, QFontDatabase, QPalette
from PySide6.QtWidgets import QWidget

from reader.ui.panels.look import look_of
from reader.ui.theme import THEMES, load_fonts, palette, style_sheet, theme_named


def luminance(colour: str) -> float:
    """Return the relative luminance (WCAG 2.2)."""
    parts = QColor(colour).getRgbF()[:3]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.key)
@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        ("ink", "paper"), ("ink", "surface"), ("ink", "raised"), ("ink", "selection"),
        ("muted", "surface"), ("muted", "raised"), ("muted", "paper"),
        ("accent", "surface"), ("accent", "raised"), ("accent_ink", "accent"),
        ("danger", "surface"), ("danger", "raised"),
    ],
)  # fmt: skip
def test_words_stand_out_from_their_ground(theme, ink, ground):
    assert contrast(getattr(theme, ink), getattr(theme, ground)) >= 4.5


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.key)
def test_words_stand_out_from_what_is_pressed_or_chosen(theme):
    assert contrast(theme.ink, theme.pressed or theme.selection) >= 4.5


def test_what_is_pressed_has_the_hue_of_the_accent_in_high_contrast_too():
    theme = theme_named("contrast")
    accent = QColor(theme.accent).hslHue()
    assert abs(QColor(theme.pressed).hslHue() - accent) <= 10
    assert abs(QColor(theme.selection).hslHue() - accent) > 100  # a breach: what it was
    assert contrast(theme.pressed, theme.surface) >= 3
    assert theme.selection not in style_sheet(theme)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.key)
def test_words_of_the_panels_can_be_read(qtbot, theme):
    """Labels, hints and what stands on a row that is pointed at or chosen."""
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.setPalette(palette(theme))
    look = look_of(widget)
    grounds = (look.surface, look.raised, look.hover)
    for words in (look.ink, look.muted, look.faint, look.accent, look.danger):
        for ground in grounds:
            assert contrast(words.name(), ground.name()) >= 4.5, (words.name(), ground.name())
    for words in (look.ink, look.muted):
        assert contrast(words.name(), look.chosen.name()) >= 4.5
    for role in (QPalette.ColorRole.PlaceholderText, QPalette.ColorRole.Link):
        assert contrast(widget.palette().color(role).name(), look.raised.name()) >= 4.5
    tip = widget.palette()
    inks = QPalette.ColorRole.ToolTipText, QPalette.ColorRole.ToolTipBase
    assert contrast(*(tip.color(role).name() for role in inks)) >= 4.5


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.key)
def test_the_sheet_has_every_token_replaced(theme):
    assert re.findall(r"@\w+", style_sheet(theme)) == []


def test_the_palette_carries_the_theme():
    made = palette(theme_named("dark"))
    assert made.color(QPalette.ColorRole.Window).name() == theme_named("dark").surface


def test_an_unknown_theme_is_the_first():
    assert theme_named("neon") is THEMES[0]


def test_the_fonts_come_with_the_program(qapp):
    assert load_fonts() == ()
    assert {"Amiri", "IBM Plex Sans Arabic"} <= set(QFontDatabase.families())
