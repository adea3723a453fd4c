"""What a source gave, for a person to look at before it is kept."""

from reader.frozen import dataclass
from reader.importers.columns import Columns
from reader.label import Label
from reader.model.article import ImportedArticle
from reader.model.bundle import Bundle


@dataclass(frozen=True, kw_only=True, slots=True)
class Imported:
    """The articles of one source in their order, at least one.

    From a format that holds annotations they come in `bundle`, and `articles` is empty.
    `columns` is how a table was understood; another choice is given to the next
    reading. `notes` say what a person should know of the source as a whole.
    """

    articles: tuple[ImportedArticle, ...] = ()
    columns: Columns | None = None
    notes: tuple[Label, ...] = ()
    bundle: Bundle | None = None
