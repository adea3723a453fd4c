"""The revisions of an article, and what changed between any two of them."""

from collections.abc import Callable, Sequence
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QItemSelectionModel, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.frozen import dataclass
from reader.label import Language
from reader.model.article import Article, RevisionSummary
from reader.progress import Progress
from reader.storage.store import Store
from reader.text.comparing import Difference, compare
from reader.text.merging import Merged, merged
from reader.ui.dialogs.difference_page import DIFFERENCES, DifferencePage, Legend
from reader.ui.page.look import PageLook
from reader.ui.panels.look import MARGIN, Look, body, line_height, look_of, small
from reader.ui.panels.menus import SWITCH
from reader.ui.panels.moments import locale_of, time_in_words
from reader.ui.panels.prose import flat, listed
from reader.ui.panels.wrapped_label import WrappedLabel
from reader.ui.tasks import Tasks
from reader.ui.theme import GRID

_SIZE = QSize(1120, 760)
_LIST_WIDTH = 66 * GRID
_UID = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class _Compared:
    """What a thread has found: the difference and both texts as one."""

    difference: Difference
    merged: Merged


class DifferenceDialog(QDialog):
    """Lists the revisions of an article; one chosen is set against the one before, two together.

    `show_wanted` carries the uid of the revision that the article shall show.
    """

    show_wanted = Signal(str)

    def __init__(
        self,
        store: Store,
        article: Article,
        tasks: Tasks,
        look: PageLook,
        language: Language,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("differenceDialog")
        self.setWindowTitle(self.tr("What changed: %1").replace("%1", flat(article.title)))
        self.resize(_SIZE.boundedTo(self.screen().availableSize()))
        self._store = store
        self._article = article
        self._tasks = tasks
        self._language: Language = language
        self._locale = locale_of(language)
        self._asked = 0
        self._is_over = False
        self.page = DifferencePage(language, self)
        self.page.set_look(look)
        self.page.setAccessibleName(self.tr("What changed"))
        self._legend = Legend(language, self)
        self._legend.set_look(look)
        self._heading = WrappedLabel(self)
        self._heading.setObjectName("differenceHeading")
        self.list = self._list_of(store.revisions(article.uid))
        self._lay_out()
        self.finished.connect(self._end)
        self.list.itemSelectionChanged.connect(self._follow_choice)
        self.page.current_set.connect(self._say_place)

    def compare(self, old_uid: str, new_uid: str) -> None:
        """Choose two revisions and show what changed; the same twice is shown to be read."""
        blocked = self.list.blockSignals(True)
        self.list.clearSelection()
        for item in self._items():
            if item.data(_UID) in (old_uid, new_uid):
                item.setSelected(True)
                self.list.setCurrentItem(item, QItemSelectionModel.SelectionFlag.NoUpdate)
        self.list.blockSignals(blocked)
        self._compare(old_uid, new_uid)

    def _end(self) -> None:
        """Let what threads still find come to nothing."""
        self._is_over = True
        self._asked += 1

    # What is shown ----------------------------------------------------------------

    def _follow_choice(self) -> None:
        chosen = [one.data(_UID) for one in self._items() if one.isSelected()]
        every = [one.data(_UID) for one in self._items()]
        if len(chosen) == 1:
            before = every[max(0, every.index(chosen[0]) - 1)]
            self._compare(before, chosen[0])
        elif chosen:
            self._compare(chosen[0], chosen[-1])

    def _compare(self, old_uid: str, new_uid: str) -> None:
        self._asked += 1
        names = [self._name_of(uid) for uid in dict.fromkeys((old_uid, new_uid))]
        is_one = len(names) == 1
        words = self.tr("Revision %1, to be read") if is_one else self.tr("From revision %1 to %2")
        words = words.replace("%1", names[0]).replace("%2", names[-1])
        self._heading.setText(words)
        self._legend.setVisible(not is_one)
        self._show_button.setEnabled(new_uid != self._store.revision(self._article.uid).uid)
        self._new_uid = new_uid
        job = partial(_compared, self._store, old_uid, new_uid, self._sign)
        done = partial(self._take, self._asked, words)
        self._tasks.run(self.tr("Comparing the texts"), job, done)

    def _take(self, asked: int, heading: str, found: _Compared) -> None:
        if asked != self._asked:
            return
        self.page.show_merged(found.merged, rtl=self._article.language != "en")
        difference = found.difference
        if difference.old != difference.new:
            places = self.tr("%Ln place(s) changed", "", difference.places)
            self._heading.setText(listed((heading, places), self._language))
        counts = {tag.key: difference.count(tag.key) for tag in DIFFERENCES}
        told = {key: self.tr("%Ln word(s)", "", count) for key, count in counts.items()}
        self._legend.show_counts(told)
        if found.merged.places:
            self.page.go_to(0)
        self.page.setFocus()

    def _sign(self, pair: int) -> str:
        return f"[{self._locale.toString(pair)}] "

    def _say_place(self, uid: str) -> None:
        total = len(self.page.annotations())
        words = self.tr("%1 of %2")
        number, of = self._locale.toString(int(uid or 0) + 1), self._locale.toString(total)
        self._place.setText(words.replace("%1", number).replace("%2", of) if uid else "")

    # The list ----------------------------------------------------------------------

    def _list_of(self, lines: Sequence[RevisionSummary]) -> QListWidget:
        made = QListWidget(self)
        made.setObjectName("revisionList")
        made.setAccessibleName(self.tr("Revisions of the text"))
        made.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setFrameShape(QFrame.Shape.NoFrame)
        made.setStyleSheet(_list_style(look_of(self)))
        height = line_height(body(made.font())) + 3 * line_height(body(made.font())) + 4 * GRID
        for line in lines:
            item = QListWidgetItem(self._words_of(line), made)
            item.setData(_UID, line.uid)
            item.setSizeHint(QSize(_LIST_WIDTH - 6 * GRID, height))
            item.setToolTip(
                self.tr("Set against the one before; two chosen: one against the other")
            )
        job = partial(_changed_words, self._store, [line.uid for line in lines])
        self._tasks.run(self.tr("Comparing the texts"), job, partial(self._tell_words, lines))
        return made

    def _tell_words(self, lines: Sequence[RevisionSummary], changed: Sequence[int]) -> None:
        if self._is_over:
            return
        for item, line, words in zip(self._items(), lines, changed, strict=True):
            told = self.tr("%Ln word(s) changed", "", words)
            item.setText(self._words_of(line, told) if line.number > 1 else item.text())

    def _words_of(self, line: RevisionSummary, changed: str = "") -> str:
        shown = self._store.revision(self._article.uid).uid == line.uid
        name = self.tr("Revision %1").replace("%1", self._locale.toString(line.number))
        first = listed((name, self.tr("on show") if shown else ""), self._language)
        source = flat(line.source_name) or line.format
        length = self.tr("%Ln character(s)", "", line.length)
        when = time_in_words(line.imported_at, self._language)
        return f"{first}\n{when}\n{source}\n{listed((length, changed), self._language)}"

    def _name_of(self, uid: str) -> str:
        number = next(at for at, one in enumerate(self._items(), 1) if one.data(_UID) == uid)
        return self._locale.toString(number)

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]

    # Around it -----------------------------------------------------------------------

    def _lay_out(self) -> None:
        side = QVBoxLayout()
        side.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        side.setSpacing(2 * GRID)
        self.list.setFixedWidth(_LIST_WIDTH)
        side.addWidget(self.list, 1)
        self._show_button = self._button("showRevision", self.tr("Show this one in the article"))
        self._show_button.setToolTip(self.tr("Work on this revision; can be undone (Ctrl+Enter)"))
        self._show_button.clicked.connect(self._want_shown)
        side.addWidget(self._show_button)
        above = QHBoxLayout()
        above.setSpacing(2 * GRID)
        above.addWidget(self._heading, 1)
        self._place = QLabel(self)
        self._place.setTextFormat(Qt.TextFormat.PlainText)
        self._place.setFont(small(self.font()))
        above.addWidget(self._place)
        self._add_steps(above)
        head = QVBoxLayout()
        head.setContentsMargins(MARGIN, MARGIN, MARGIN, 2 * GRID)
        head.setSpacing(GRID)
        head.addLayout(above)
        head.addWidget(self._legend)
        main = QVBoxLayout()
        main.setSpacing(0)
        main.addLayout(head)
        main.addWidget(self.page, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(side)
        row.addLayout(main, 1)

    def _add_steps(self, row: QHBoxLayout) -> None:
        """Add the buttons that go from change to change; their keys are those of the page."""
        steps = (
            ("previousChange", self.tr("Previous change"), ("Alt+Up", "Shift+F3"), False),
            ("nextChange", self.tr("Next change"), ("Alt+Down", "F3"), True),
        )
        for name, words, keys, onward in steps:
            button = self._button(name, words)
            button.setToolTip(f"{words} ({keys[0]})")
            step = self.page.next_annotation if onward else self.page.previous_annotation
            button.clicked.connect(step)
            row.addWidget(button)
            for key in keys:
                QShortcut(QKeySequence(key), self).activated.connect(step)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self).activated.connect(self._want_shown)

    def _button(self, name: str, words: str) -> QToolButton:
        made = QToolButton(self)
        made.setObjectName(name)
        made.setText(words)
        made.setFont(small(self.font()))
        made.setStyleSheet(SWITCH)
        made.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        return made

    def _want_shown(self) -> None:
        if self._show_button.isEnabled():
            self.show_wanted.emit(self._new_uid)
            self.accept()


def _list_style(look: Look) -> str:
    """Return how the list looks: quiet, the chosen rows on a ground that leaves their words ink."""
    return (
        "QListWidget { background: transparent; outline: none; }"
        f"QListWidget::item {{ padding: {2 * GRID}px; border-radius: {GRID}px;"
        f" margin-bottom: {GRID}px; color: {look.ink.name()}; }}"
        f"QListWidget::item:selected {{ background: {look.chosen.name()}; }}"
    )


def _compared(
    store: Store, old_uid: str, new_uid: str, sign: Callable[[int], str], progress: Progress
) -> _Compared:
    """Compare two texts; called in a thread."""
    progress(0, 0)
    difference = compare(store.revision_by_uid(old_uid).text, store.revision_by_uid(new_uid).text)
    progress(0, 0)
    return _Compared(difference, merged(difference, sign))


def _changed_words(store: Store, uids: Sequence[str], progress: Progress) -> list[int]:
    """Return how many words each text has removed and added against the one before."""
    counts = [0]
    for done, (old, new) in enumerate(pairwise(uids)):
        progress(done, len(uids))
        found = compare(store.revision_by_uid(old).text, store.revision_by_uid(new).text)
        counts.append(found.count("removed") + found.count("added"))
    return counts
