"""Every control that takes the focus says its name, and every tooltip names its key."""

import importlib
import pkgutil
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtGui import QAccessible, QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QDateTimeEdit,
    QDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

import reader.ui
from reader.label import Label
from reader.model.bundle import BroughtIn, Misfit
from reader.ui.dialogs.about import AboutDialog, BugDialog
from reader.ui.dialogs.address import AddressDialog
from reader.ui.dialogs.bringing import BringingDialog
from reader.ui.dialogs.difference import DifferenceDialog
from reader.ui.dialogs.erase import EraseDialog
from reader.ui.dialogs.export import ExportDialog, Remembered, Scope
from reader.ui.dialogs.form import FormDialog
from reader.ui.dialogs.keys import KeysDialog
from reader.ui.dialogs.preview.dialog import ImportPreview
from reader.ui.dialogs.scales import ScalesDialog
from reader.ui.dialogs.settings import SettingsDialog
from reader.ui.workspace import Workspace
from tests.ui.brought import candidates_of

LANGUAGES = pytest.mark.parametrize("language", ["ar", "en"])
# What others are made from, and what Qt makes for itself.
BASES = (FormDialog,)


def about(workspace: Workspace) -> QDialog:
    return AboutDialog("library.db", workspace.page.window())


def bug(workspace: Workspace) -> QDialog:
    return BugDialog("report", workspace.page.window())


def address(workspace: Workspace) -> QDialog:
    return AddressDialog("https://example.org", workspace.page.language, workspace.page.window())


def bringing(workspace: Workspace) -> QDialog:
    page = workspace.page
    told = BroughtIn(change=None, misfits=(Misfit("record 1", Label("No place", "لا موضع")),))
    return BringingDialog("from.zip", told, page.language, page.window())


def difference(workspace: Workspace) -> QDialog:
    window, page = workspace.page.window(), workspace.page
    article = workspace.articles.article
    store = workspace.library.store
    return DifferenceDialog(store, article, window.tasks, page.look, page.language, window)


def erase(workspace: Workspace) -> QDialog:
    return EraseDialog(2, 3, workspace.page.window())


def export(workspace: Workspace) -> QDialog:
    scopes = (Scope("all", "All"), Scope("one", "One"))
    folder, page = workspace.library.store.path.parent, workspace.page
    tags = workspace.library.tags()
    return ExportDialog(scopes, tags, Remembered(), folder, page.language, page.window())


def keys(workspace: Workspace) -> QDialog:
    return KeysDialog(workspace.actions, workspace.page.window())


def preview(workspace: Workspace) -> QDialog:
    page = workspace.page
    found = candidates_of("خبر", "آخر")
    return ImportPreview(found, page.language, page.look, page.window())


def preferences(workspace: Workspace) -> QDialog:
    return SettingsDialog(workspace._settings, "me", workspace.page.window())


# A new dialog joins here: `test_every_dialog_is_looked_at` asks for it.
def scales(workspace: Workspace) -> QDialog:
    page = workspace.page
    return ScalesDialog(workspace.library, frozenset(), page.language, page.window())


DIALOGS: dict[type[QDialog], Callable[[Workspace], QDialog]] = {
    AboutDialog: about,
    BugDialog: bug,
    AddressDialog: address,
    BringingDialog: bringing,
    DifferenceDialog: difference,
    EraseDialog: erase,
    ExportDialog: export,
    KeysDialog: keys,
    ImportPreview: preview,
    SettingsDialog: preferences,
    ScalesDialog: scales,
}


def kinds(base: type[QDialog] = QDialog) -> Iterator[type[QDialog]]:
    for one in base.__subclasses__():
        if one.__module__.startswith("reader."):
            yield one
        yield from kinds(one)


def controls(root: QWidget) -> list[QWidget]:
    """Return all that can have the focus, shown or not, but for the parts of Qt's own controls."""
    return [
        one
        for one in root.findChildren(QWidget)
        if one.focusPolicy().value
        and one.focusProxy() is None
        and not one.objectName().startswith("qt_")
        and not _is_part(one, root)
    ]


def _is_part(widget: QWidget, root: QWidget) -> bool:
    """Tell whether a widget is a piece that Qt has made within another control, or empty words."""
    above = widget.parentWidget()
    while above is not None and above is not root:
        if isinstance(above, QComboBox | QDateTimeEdit):
            return True
        above = above.parentWidget()
    is_viewport = isinstance(widget.parentWidget(), QAbstractScrollArea)
    return (is_viewport and not widget.objectName()) or _says_nothing(widget)


def _says_nothing(widget: QWidget) -> bool:
    """Tell whether a label is empty, or a hidden button waits for its words."""
    if isinstance(widget, QLabel):
        return not widget.text()
    is_button = isinstance(widget, QAbstractButton) and widget.isHidden()
    return is_button and not widget.text() and widget.icon().isNull()


def nameless(root: QWidget) -> list[str]:
    """Return the controls that a screen reader could only call by what they are."""
    found = []
    for one in controls(root):
        interface = QAccessible.queryAccessibleInterface(one)
        if not interface.text(QAccessible.Text.Name).strip():
            found.append(f"{type(one).__name__} {one.objectName()!r} in {_where(one)}")
    return found


def _where(widget: QWidget) -> str:
    above = widget.parentWidget()
    return f"{type(above).__name__} {above.objectName()!r}" if above is not None else ""


def unkeyed(root: QWidget) -> list[str]:
    """Return what has a key and a tooltip that does not say so."""
    found = []
    holders = [*root.findChildren(QAction), *root.findChildren(QAbstractButton)]
    for one in holders:
        keys = one.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        # The letter that is underlined in a button's own words is seen there.
        is_seen = isinstance(one, QPushButton) and "&" in one.text()
        if keys and one.toolTip() and keys not in one.toolTip() and not is_seen:
            found.append(f"{one.objectName() or one.text()}: {one.toolTip()!r} for {keys}")
    return found


@pytest.fixture
def workspace(open_window, database, settings, language) -> Workspace:
    """Return a window with an annotation open in every panel, and its dialogs' modules loaded."""
    settings.set("language", language)
    made = open_window(database)
    annotation = made.library.annotate(made.articles.revision, 0, 7, "claim")
    made.annotations.open(annotation.uid)
    return made


@LANGUAGES
def test_every_control_of_the_window_has_a_name(workspace):
    window = workspace.page.window()
    assert len(controls(window)) > 30
    for tag in ("quote", "entity", "claim"):  # each has a form of its own
        workspace.library.retag([workspace.page.current()], tag)
        assert nameless(window) == []
    for key in ("find", "search_library"):
        workspace.actions[key].trigger()
    assert nameless(window) == []


@LANGUAGES
@pytest.mark.parametrize("kind", DIALOGS, ids=lambda kind: kind.__name__)
def test_every_control_of_a_dialog_has_a_name(workspace, kind):
    dialog = DIALOGS[kind](workspace)
    dialog.show()
    assert controls(dialog)
    assert nameless(dialog) == []
    assert unkeyed(dialog) == []
    dialog.close()


@LANGUAGES
def test_every_tooltip_names_its_key(workspace):
    window = workspace.page.window()
    for key in ("find", "search_library"):
        workspace.actions[key].trigger()
    assert [one for one in window.findChildren(QAction) if not one.shortcut().isEmpty()]
    assert unkeyed(window) == []


@LANGUAGES
def test_these_see_a_breach(workspace):
    window = workspace.page.window()
    assert nameless(window) == unkeyed(window) == []
    bare = QLineEdit(window)
    bare.setObjectName("bare")
    button = QPushButton("x", window)
    button.setShortcut("Ctrl+Alt+Shift+P")
    button.setToolTip("Do it")
    assert ["bare" in one for one in nameless(window)] == [True]
    assert len(unkeyed(window)) == 1


def test_every_dialog_is_looked_at(qapp):
    for module in pkgutil.walk_packages(reader.ui.__path__, "reader.ui."):
        importlib.import_module(module.name)
    assert set(kinds()) - set(BASES) == set(DIALOGS)
