"""The claims of all articles in one view."""

from collections.abc import Collection, Iterable

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QStackedLayout, QStyleOptionViewItem, QVBoxLayout, QWidget

from reader.label import Language
from reader.model.claim_line import ClaimLine
from reader.ui.desk.claims_list import ClaimRowDelegate, ClaimsList
from reader.ui.desk.claims_model import ClaimRole, ClaimsModel, ClaimSort
from reader.ui.library import Library
from reader.ui.panels.empty_hint import EmptyHint
from reader.ui.panels.search_box import SearchBox


class ClaimsView(QWidget):
    """Shows the claims.

    `claim_chosen` carries the uid of one that a person went to, `claim_opened` of one
    that is to be shown in its article.
    """

    claim_chosen = Signal(str)
    claim_opened = Signal(str)

    def __init__(self, library: Library, language: Language) -> None:
        super().__init__()
        self.setObjectName("claimsView")
        self.setAccessibleName(self.tr("The claims of all articles"))
        self._model = ClaimsModel(library.annotator_name, language)
        self._model.sort_by(ClaimSort.STATE)
        self.box = SearchBox(self.tr("Filter the claims"), "Ctrl+L", self)
        self.box.changed.connect(self._model.filter_by)
        self.box.moved_on.connect(self._focus_list)
        self._hint = EmptyHint(self)
        self._hint.say(self.tr("No claim yet. Select words in an article and press 3."))
        self.list = ClaimsList(self.tr("Claims"), self)
        self.list.setObjectName("claimsList")
        delegate = ClaimRowDelegate(self.list, language)
        self.list.setItemDelegate(delegate)
        self.list.take_height(delegate.sizeHint(QStyleOptionViewItem(), QModelIndex()).height())
        self.list.setModel(self._model)
        self.list.went_to.connect(self._choose)
        self.list.opened.connect(self._open)
        self.setFocusProxy(self.list)
        self._pages = QStackedLayout()
        self._pages.addWidget(self._hint)
        self._pages.addWidget(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.box)
        column.addLayout(self._pages, 1)

    def show_lines(self, lines: Iterable[ClaimLine]) -> None:
        """Begin anew with all claims."""
        self._model.replace_all((one.uid, one) for one in lines)
        self._show_pages()

    def merge(self, lines: Iterable[ClaimLine], gone: Collection[str] = ()) -> None:
        """Take claims that are new or changed, and let go of some."""
        self._model.merge(((one.uid, one) for one in lines), gone)
        self._show_pages()

    def current_uid(self) -> str:
        """Return the uid of the claim that is current, "" for none."""
        return str(self.list.currentIndex().data(ClaimRole.UID) or "")

    def focus_filter(self) -> None:
        """Let the person type what is looked for."""
        self.box.setFocus()

    def _show_pages(self) -> None:
        self._pages.setCurrentIndex(1 if self._model.total() else 0)

    def _focus_list(self) -> None:
        self.list.setFocus()

    def _choose(self, index: QModelIndex) -> None:
        self.claim_chosen.emit(index.data(ClaimRole.UID))

    def _open(self, index: QModelIndex) -> None:
        self.claim_opened.emit(index.data(ClaimRole.UID))
