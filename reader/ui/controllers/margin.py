"""The notes in the margin of the page: when they are shown, and how one is written there."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt

from reader.errors import ReaderError
from reader.model.annotation import Annotation
from reader.model.article import Article, Revision
from reader.model.change import Change, Edit
from reader.model.claim import Ruling
from reader.ui.action_set import Actions
from reader.ui.controllers.articles import ArticleController
from reader.ui.library import Library
from reader.ui.main_window import MainWindow
from reader.ui.opening import Arranged
from reader.ui.page.spoken import shortened
from reader.ui.page.view import PageView
from reader.ui.panels.margin_editor import MarginEditor
from reader.ui.panels.prose import flat
from reader.ui.settings import Settings
from reader.ui.theme import GRID

_SETTING = "margin_notes"


@dataclass(slots=True)
class _Writing:
    """The note that is being written: whose, what is stored, and whether that has changed since."""

    uid: str
    stored: str
    contested: bool = False


class MarginController(QObject):
    """Fills the margin of the page, and lets one note at a time be written in its place."""

    def __init__(
        self,
        window: MainWindow,
        page: PageView,
        library: Library,
        articles: ArticleController,
        settings: Settings,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._page = page
        self._library = library
        self._articles = articles
        self._settings = settings
        self._actions: Actions | None = None
        self._verdicts: dict[str, str] = {}
        self._writing: _Writing | None = None
        self._is_stale = False  # whether a large act has changed rulings
        self._editor = MarginEditor(page.viewport())
        self._editor.kept.connect(self._keep)
        self._editor.given_up.connect(self._give_up)
        self._editor.left.connect(self.commit)
        self._editor.resized.connect(self._make_room)
        page.note_edit_requested.connect(self.write)
        page.notes_moved.connect(self._follow_page)
        library.changed.connect(self._follow)
        articles.tell_later(self._show_verdicts)
        articles.filler.filled.connect(self._follow_filling)
        settings.changed.connect(self._follow_setting)
        self._follow_setting(_SETTING)

    def handlers(self) -> Mapping[str, Callable[..., object]]:
        """Return what this controller does, by the actions' keys."""
        return {"margin_notes": self.show_notes}

    def take(self, actions: Actions) -> None:
        """Take over the actions."""
        self._actions = actions
        self._follow_setting(_SETTING)

    def show_notes(self, shown: bool) -> None:
        """Show notes beside the words, or only signs of them."""
        self._settings.set(_SETTING, shown)

    def write(self, uid: str) -> bool:
        """Let a note be written in the margin; return whether there is a place for it."""
        annotation = self._library.annotation(uid)
        is_fixed = self._library.save_state.kind == "read_only"
        if annotation is None or is_fixed or not self._page.notes_shown():
            return False
        if self._writing is not None and (self._writing.uid == uid or not self.commit()):
            self._editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return True
        self._page.scroll_to(annotation.start_cp)
        self._writing = _Writing(uid, annotation.note)
        name = self.tr("Note on: %1").replace("%1", shortened(annotation.exact))
        self._editor.setAccessibleName(name)
        self._make_room()  # first its width, on which its height depends
        self._editor.show()
        self._editor.begin(annotation.note, self._page.note_font())
        self._make_room()
        self._editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def commit(self) -> bool:
        """Save what is being written; tell whether nothing is left unsaved."""
        return self._writing is None or self._save(by_key=False)

    def _keep(self) -> None:
        if self._save(by_key=True):
            self._page.setFocus()

    def _give_up(self) -> None:
        self._end()
        self._page.setFocus()

    def _save(self, *, by_key: bool) -> bool:
        """Hand the note to the library; what it does not take stays in the editor."""
        writing, note = self._writing, self._editor.text()
        if writing is None or note == writing.stored:
            self._end()
            return True
        if writing.contested and not by_key:
            return False
        self._writing = None  # what `changed` tells meanwhile is our own
        try:
            self._library.set_note(writing.uid, note)
        except ReaderError as error:
            self._writing = writing
            self._window.notices.complain(error)
            return False
        self._end()
        return True

    def _end(self) -> None:
        self._writing = None
        self._editor.hide()
        self._page.edit_note(None)

    def _make_room(self) -> None:
        """Let the margin leave room for the editor, and bring all of it in view."""
        if self._writing is None:
            return
        self._page.edit_note(self._writing.uid, self._editor.height())
        self._follow_page()
        below = self._editor.geometry().bottom() + GRID - self._page.viewport().height()
        if below > 0 and self._editor.y() > below:
            self._page.scroll_by(below)

    def _follow_page(self) -> None:
        """Keep the editor where its note stands; end when the margin is gone."""
        if self._writing is None:
            return
        if not self._page.notes_shown():
            self.commit()
            return
        box = self._page.note_box(self._writing.uid)
        if box is None:
            # Out of view it stays written in, and comes back with its paragraph.
            self._editor.move(self._editor.x(), -2 * self._editor.height())
            return
        place = box.toAlignedRect().adjusted(-GRID - 1, 0, GRID + 1, 0)
        self._editor.setFixedWidth(place.width())
        self._editor.move(place.topLeft())

    def _follow_setting(self, key: str) -> None:
        if key != _SETTING:
            return
        shown = self._settings.get(_SETTING)
        self._page.set_notes_beside(shown)
        if self._actions is not None:
            self._actions[_SETTING].setChecked(shown)

    def _show_verdicts(self, _article: Article, revision: Revision) -> None:
        if not self._library.is_part(revision.uid):
            self._set_verdicts(self._library.rulings_on(revision.uid))

    def _follow_filling(self, revision: Revision, found: Arranged, late: Sequence[Edit]) -> None:
        """Take the rulings that were read, or read them again after a large act on some."""
        if found.rulings is not None or self._is_stale:
            self._set_verdicts(self._library.rulings_on(revision.uid, found.rulings, late))
        self._is_stale = False

    def _set_verdicts(self, rulings: Mapping[str, Ruling]) -> None:
        self._verdicts = {uid: self._words_of(one) for uid, one in rulings.items()}
        self._page.set_verdicts(self._verdicts)

    def _words_of(self, ruling: Ruling) -> str:
        """Return a verdict in the interface's language, or as it was published."""
        language = self._settings.language()
        scale = self._library.verdict_scale()
        steps = scale.labels if scale.key == ruling.scale else ()
        named = (step.label.text(language) for step in steps if step.code == ruling.code)
        return next(named, ruling.label)

    def _follow(self, change: Change) -> None:
        ruled = []
        for one in change.edits:
            record = one.after or one.before
            if isinstance(record, Ruling):
                ruled.append(record.annotation_uid)
            elif self._writing is not None and one.uid == self._writing.uid:
                self._follow_note(one.after)
        if ruled and change.is_large:
            self._is_stale = True
        elif ruled:
            self._follow_rulings(ruled)

    def _follow_rulings(self, uids: Sequence[str]) -> None:
        found = map(self._library.annotation, uids)
        rulings = self._library.rulings([one for one in found if one is not None])
        for uid in uids:
            self._verdicts.pop(uid, None)
        self._verdicts |= {uid: self._words_of(one) for uid, one in rulings.items()}
        self._page.set_verdicts(self._verdicts)

    def _follow_note(self, now: object) -> None:
        """Keep what is being written safe from what happens to its annotation elsewhere."""
        writing, typed = self._writing, self._editor.text()
        if writing is None:
            return
        if not isinstance(now, Annotation):
            self._end()
            if typed != writing.stored:
                words = self.tr("The annotation was deleted. What you were typing: {text}")
                self._window.notices.tell(words.format(text=flat(typed)), lasting=True)
        elif now.note != writing.stored:
            is_touched = typed != writing.stored
            writing.stored = now.note
            if not is_touched:
                self._editor.begin(now.note, self._page.note_font())
            elif typed != now.note:
                writing.contested = True
                words = self.tr("Now: {value}. Enter keeps yours, Esc takes this.")
                self._window.notices.tell(words.format(value=flat(now.note) or "–"), lasting=True)
