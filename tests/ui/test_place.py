"""The place in an article stays where it is read, whatever happens around the page."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reader import importers
from reader.storage.store import Store

SENTENCE = "قالت المديرة سلمى الحديدي إن المحطة ستعمل بكامل طاقتها قبل نهاية العام الجاري. "
TEXT = "محطة جديدة\n" + "\n".join(SENTENCE * (1 + number % 7) for number in range(80))


@pytest.fixture
def workspace(open_window, tmp_path):
    path = tmp_path / "long.db"
    store = Store.open(path)
    me = store.annotator("me", "me")
    store.add_article(importers.from_text(TEXT, "text"), me.uid, "setup")
    store.close()
    return open_window(path)


def acts(workspace):
    """Return what a person may do to the page, each followed by its way back."""
    settings, actions, window = workspace._settings, workspace.actions, workspace.page.window()
    size = window.size()
    return {
        "panels": [actions["panels"].trigger] * 2,
        "margin": [actions["margin_notes"].trigger] * 2,
        "zoom": [actions["zoom_in"].trigger, actions["zoom_out"].trigger],
        "full screen": [actions["full_screen"].trigger] * 2,
        "font": [lambda: settings.set("reading_font", "IBM Plex Sans Arabic"),
                 lambda: settings.set("reading_font", "Amiri")],
        "lines": [lambda: settings.set("line_height", 240),
                  lambda: settings.set("line_height", 190)],
        "justified": [lambda: settings.set("justified", True),
                      lambda: settings.set("justified", False)],
        "window": [lambda: window.resize(900, 600), lambda: window.resize(size)],
    }  # fmt: skip


@pytest.mark.parametrize("share", [0.1, 0.41, 0.6, 0.93])
def test_the_line_at_the_top_stays_there(workspace, qtbot, share):
    page = workspace.page
    page.scroll_to(round(len(TEXT) * share))
    page.scroll_by(23)
    cp = page.top_position()
    assert cp not in {page.surface.text.start(block) for block in range(len(page.surface.text))}
    for name, steps in acts(workspace).items():
        for step in steps:
            size = page.size()
            step()
            if name in {"panels", "full screen", "window"}:
                qtbot.waitUntil(lambda was=size: page.size() != was)
            start, end = page.surface.line_of(cp, upstream=False)
            top = page.surface.anchor().cp
            assert start == top, name
            assert start <= cp <= end, name
    assert page.top_position() == cp


@pytest.mark.parametrize("key", [Qt.Key.Key_PageDown, Qt.Key.Key_PageUp])
def test_a_page_key_leaves_a_line_to_go_on_from(workspace, key):
    page = workspace.page
    page.setFocus()
    page.restore_top(len(TEXT) // 2)
    page.select(page.top_position() + 200, page.top_position() + 200)
    surface, viewport = page.surface, page.viewport().rect()
    edge = viewport.bottomLeft() if key == Qt.Key.Key_PageDown else viewport.topLeft()
    kept, top = surface.hit(edge.toPointF()).cp, surface.top
    QTest.keyClick(page, key)
    moved = abs(surface.top - top)
    assert surface.height - 3 * surface.leading < moved <= surface.height - surface.leading
    box = surface.caret(kept, upstream=False)[0]
    assert -surface.leading < box.top() < surface.height
