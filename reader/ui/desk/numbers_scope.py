"""What statistics are counted over, and what that is called."""

from PySide6.QtCore import QObject

from reader.frozen import dataclass

# The keys of what can be counted over.
LIBRARY, SHOWN, ARTICLE = "library", "shown", "article"
ANNOTATIONS, CLAIMS = "annotations", "claims"
OF_ROWS = (ANNOTATIONS, CLAIMS)


@dataclass(frozen=True, slots=True)
class Rows:
    """Annotations by uid: rows that a person has chosen, or else all that a list shows."""

    uids: tuple[str, ...] = ()
    are_chosen: bool = False


def rows_of(chosen: list[str], shown: list[str]) -> Rows:
    """Return the rows that are meant: one alone is only where the person is."""
    return Rows(tuple(chosen), are_chosen=True) if len(chosen) > 1 else Rows(tuple(shown))


class ScopeWords(QObject):
    """Names what is counted over."""

    def name(self, key: str, rows: Rows) -> str:
        """Return the name of a scope; `rows` are those that it is of, if it is of rows."""
        count = len(rows.uids)
        if key == ANNOTATIONS and rows.are_chosen:
            return self.tr("%Ln chosen annotation(s)", "", count)
        if key == ANNOTATIONS:
            return self.tr("%Ln annotation(s) in the list", "", count)
        if key == CLAIMS and rows.are_chosen:
            return self.tr("%Ln chosen claim(s)", "", count)
        if key == CLAIMS:
            return self.tr("%Ln claim(s) on the board", "", count)
        return {
            LIBRARY: self.tr("The whole library"),
            SHOWN: self.tr("The articles that the list shows"),
            ARTICLE: self.tr("The article on the page"),
        }[key]
