"""What is known of the article on the page, edited in its place; and of what it is a duplicate."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from reader.label import Language
from reader.model.article import Article, Duplicate, ImportedArticle, Revision
from reader.model.article_fields import ARTICLE_FIELDS, ArticleField
from reader.model.change import Change
from reader.text.controls import isolated
from reader.ui.library import Library
from reader.ui.panels.field_row import Draft, FieldRow
from reader.ui.panels.inputs import Input, LineInput, LongInput
from reader.ui.panels.look import MARGIN, small
from reader.ui.panels.moments import time_in_words
from reader.ui.panels.prose import flat, listed
from reader.ui.panels.wrapped_label import WrappedLabel
from reader.ui.theme import GRID

_LABEL_WIDTH = 22 * GRID  # px
_EXAMPLES = {"date": "2020-03-26", "address": "https://…", "language": "ar"}


class TitleInput(LongInput):
    """A title: it may need several lines, but Enter ends it."""

    enter = Qt.KeyboardModifier.NoModifier


class ArticleDetails(QWidget):
    """The fields of one article, saved one by one as they are left.

    `twin_chosen` carries the uid of a duplicate that is to be opened.
    """

    twin_chosen = Signal(str)

    def __init__(self, library: Library, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("articleDetails")
        self._library = library
        self._language = language
        self._article: Article | None = None
        self._drafts: dict[tuple[str, str], Draft] = {}
        self._heading, self._source = WrappedLabel(self), WrappedLabel(self)
        self._heading.setText(self.tr("About the article"))
        for label in (self._heading, self._source):
            label.setFont(small(self.font()))
            label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
            label.setContentsMargins(MARGIN, 2 * GRID, MARGIN, GRID)
        self._heading.setFont(small(self.font(), QFont.Weight.DemiBold))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GRID, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._heading)
        self.rows = tuple(self._row(field) for field in ARTICLE_FIELDS)
        for row in self.rows:
            column.addWidget(row)
        column.addWidget(self._source)
        self._twins = QVBoxLayout()
        self._twins.setContentsMargins(MARGIN, 0, MARGIN, 0)
        column.addLayout(self._twins)
        library.changed.connect(self._follow)
        self.hide()

    @property
    def article_uid(self) -> str | None:
        """Return the uid of the article on show."""
        return self._article.uid if self._article else None

    def show_article(self, article: Article | None, revision: Revision | None = None) -> None:
        """Show an article, or none; what is being typed is saved first."""
        self._leave()
        self._article = article
        self.setVisible(article is not None)
        if article is None or revision is None:
            return
        for row in self.rows:
            draft = self._drafts.pop((article.uid, row.key), None)
            row.restore(getattr(article, row.key), draft)
        imported = ImportedArticle(article=article, revision=revision, source=b"")
        self._show_twins(self._library.store.duplicates_of(imported))
        when = time_in_words(article.created_at, self._language)
        added = self.tr("Added {when}").format(when=when)
        length = self.tr("%Ln character(s)", "", len(revision.text))
        source = isolated(flat(revision.source_name) or revision.format)
        self._source.setText(listed((added, length, source), self._language))

    def commit(self) -> bool:
        """Save what is being typed; tell whether nothing is left unsaved."""
        left = [row for row in self.rows if self._article and not row.commit()]
        return not left

    def focus_first(self) -> None:
        """Let the person edit the title."""
        self.rows[0].field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _row(self, field: ArticleField) -> FieldRow:
        is_long = field.kind == "long"
        edited: Input
        if is_long:
            edited = TitleInput((1, 4), self)
        else:
            edited = LineInput(self, latin=field.kind in _EXAMPLES)
        edited.set_hint(_EXAMPLES.get(field.kind, self.tr("Add…")))
        edited.setObjectName(f"article_{field.key}")
        edited.set_fixed(self._library.save_state.kind == "read_only")
        width = 0 if is_long else _LABEL_WIDTH
        return FieldRow(field.key, field.label, edited, self._save, self._language, width)

    def _save(self, key: str, text: str) -> None:
        """Hand one field to the library; raises BadValue for what it does not take."""
        if self._article is not None:
            self._library.set_article_fields(self._article.uid, {key: text})

    def _leave(self) -> None:
        if self._article is None:
            return
        self.commit()
        for row in self.rows:
            draft = row.draft()
            if draft is not None:
                self._drafts[self._article.uid, row.key] = draft

    def _follow(self, change: Change) -> None:
        for one in change.edits:
            if isinstance(one.after, Article) and one.uid == self.article_uid:
                self._article = one.after
                for row in self.rows:
                    row.show_value(getattr(one.after, row.key))

    def _show_twins(self, twins: Sequence[Duplicate]) -> None:
        while item := self._twins.takeAt(0):
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for one in twins:
            words = self.tr("The same text: {title}") if one.same_text else ""
            words = words or self.tr("The same address: {title}")
            button = QToolButton(self)
            button.setText(words.format(title=flat(one.article.title)))
            button.setFont(small(self.font()))
            button.setToolTip(self.tr("Open the duplicate (Space)"))
            button.clicked.connect(partial(self._open_twin, one.article.uid))
            self._twins.addWidget(button)

    def _open_twin(self, uid: str, *_: object) -> None:
        self.twin_chosen.emit(uid)
