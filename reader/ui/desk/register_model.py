"""The register of people, organisations and places as a list."""

from enum import Enum, IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt

from reader.frozen import dataclass
from reader.model.reference import Referred
from reader.model.subject import Subject
from reader.text.collation import sort_key
from reader.text.folding import fold
from reader.text.naming import names_of
from reader.ui.panels.stepping import Index

_ROOT = QModelIndex()


class RegisterRole(IntEnum):
    """What the list holds of a subject, beside Qt's own roles."""

    LINE = Qt.ItemDataRole.UserRole + 1
    UID = Qt.ItemDataRole.UserRole + 2


class RegisterSort(Enum):
    """In which order the register stands."""

    NAME = "name"
    COUNT = "count"


@dataclass(frozen=True, slots=True)
class RegisterLine:
    """One subject, how often it is pointed to, and whether another bears its name."""

    subject: Subject
    referred: Referred
    has_twin: bool = False


class RegisterModel(QAbstractListModel):
    """The subjects that meet the filter, in order."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[RegisterLine, ...] = ()
        self._shown: list[RegisterLine] = []
        self._typed = ""
        self._kind = ""
        self._sort = RegisterSort.NAME
        self._twins_only = False

    def show(self, lines: tuple[RegisterLine, ...]) -> None:
        """Hold other lines."""
        if lines != self._lines:
            self._lines = lines
            self._arrange()

    def filter_by(self, typed: str) -> None:
        """Show those one of whose names, or whose role, holds what is typed, folded."""
        self._typed = fold(typed).strip()
        self._arrange()

    def keep_kind(self, kind: str) -> None:
        """Show those of a kind, a key of SUBJECT_KINDS; "" for all."""
        self._kind = kind
        self._arrange()

    def keep_twins(self, only: bool) -> None:
        """Show those only that share a name with another of their kind."""
        self._twins_only = only
        self._arrange()

    def sort_by(self, key: str) -> None:
        """Order the lines otherwise; the key is a value of RegisterSort."""
        self._sort = RegisterSort(key)
        self._arrange()

    def total(self) -> int:
        """Return how many subjects there are, whatever the filter."""
        return len(self._lines)

    def twins(self) -> int:
        """Return how many share a name with another."""
        return sum(one.has_twin for one in self._lines)

    def index_of(self, uid: str) -> QModelIndex:
        """Return where a subject stands; an invalid index for one that is not on show."""
        rows = (row for row, one in enumerate(self._shown) if one.subject.uid == uid)
        return self.index(next(rows, -1))

    def _arrange(self) -> None:
        self.beginResetModel()
        self._shown = sorted(filter(self._is_kept, self._lines), key=self._order)
        self.endResetModel()

    def _is_kept(self, line: RegisterLine) -> bool:
        subject = line.subject
        if self._kind not in ("", subject.kind) or (self._twins_only and not line.has_twin):
            return False
        return not self._typed or self._typed in fold("\n".join((*names_of(subject), subject.role)))

    def _order(self, line: RegisterLine) -> tuple[int, Any, str]:
        count = -line.referred.total if self._sort is RegisterSort.COUNT else 0
        return count, sort_key(line.subject.name), line.subject.uid

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return the number of subjects on show."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a role says of a subject."""
        if not index.isValid() or index.row() >= len(self._shown):
            return None
        line = self._shown[index.row()]
        if role == RegisterRole.LINE:
            return line
        if role == RegisterRole.UID:
            return line.subject.uid
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return " · ".join(one for one in (line.subject.name, line.subject.role) if one)
        return None
