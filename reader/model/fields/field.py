"""What a field of a tag is: one line of a table."""

from reader.frozen import dataclass
from reader.label import Label
from reader.model.vocabulary import Choice


@dataclass(frozen=True, slots=True)
class Group:
    """Fields that a form shows together, folded away until they are wanted.

    `opened_by` names fields and the values of theirs with which they are wanted.
    """

    key: str
    label: Label
    opened_by: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a tag.

    `kind` is a key of `values.PARSERS`, or one that concerns another record:
    "subject", "wikidata", "verdict", "verdict_label", "rating", "annotator"; or "computed",
    for what is read from the text and cannot be set. `attribute` is the column of the tag's
    table where there is one; `subject_kind` what a new subject is when the field names
    one. `group` is None for what a form always shows. `emptied` names columns that
    say where in the text the words of the field stand: other words stand elsewhere.
    `stamps` names the columns that keep who set the field, and when. `advised_cp` is the
    length in code points that a text had better not reach, 0 for any.
    """

    key: str
    tag: str
    label: Label
    kind: str
    attribute: str = ""
    choices: tuple[Choice, ...] = ()
    subject_kind: str = "person"
    group: Group | None = None
    emptied: tuple[str, ...] = ()
    stamps: tuple[str, ...] = ()
    advised_cp: int = 0

    @property
    def is_settable(self) -> bool:
        """Tell whether people set the field."""
        return self.kind != "computed"


def length_of(text: str) -> int:
    """Return the length in code points of a text on one line, as it is shown elsewhere."""
    return len(" ".join(text.split()))
