"""What a person seeks in the whole library: a query as it is typed, and its values.

    ماء نقي           both words, in any spelling, with particles joined to them
    "مجلس الأمن"      a phrase: these words in this order
    -الأمس            not this word
    tag:claim         among the annotations of a tag; وسم:ادعاء says the same
    speaker:"…"       what somebody says; name:, publisher:, before:, after: likewise
    field:tone=calm   what holds a value in a field of one's own (`own_asked.py`)

Whatever is typed has a meaning: a quotation mark that is not closed holds to the
end, an operator without a value is still being typed, and what is no operator is
a word.
"""

import re
from collections.abc import Iterator
from functools import cache

from reader.errors import BadValue
from reader.frozen import dataclass
from reader.label import Label
from reader.model.dates import parse_partial_date
from reader.text.canonical import canonical
from reader.text.folding import FOLDING, fold
from reader.text.terms import words

LONGEST_QUERY_CP = 1000
# Of a shorter word nothing is asked but the word: too many begin with it.
SHORTEST_BEGINNING_CP = 3


@dataclass(frozen=True, slots=True)
class Operator:
    """A word before a colon that asks for something else than words.

    `names` are its spellings, the first one English, the second Arabic. `kind` is
    "article" where it chooses articles, "annotation" where it chooses annotations.
    """

    key: str
    names: tuple[str, ...]
    kind: str
    label: Label
    is_date: bool = False


OPERATORS = (
    Operator(
        "tag",
        ("tag", "علامة", "وسم"),
        "annotation",
        Label("in annotations with a tag", "في التعليقات ذات علامة"),
    ),
    Operator(
        "speaker",
        ("speaker", "القائل", "قائل"),
        "annotation",
        Label("in what somebody says or claims", "في ما قاله أو ادعاه شخص"),
    ),
    Operator(
        "name",
        ("name", "اسم", "علم"),
        "annotation",
        Label("in annotations that point to a name", "في التعليقات التي تشير إلى اسم"),
    ),
    Operator(
        "field",
        ("field", "حقل"),
        "annotation",
        Label("in annotations with a value in a free field", "في التعليقات بقيمة في حقل إضافي"),
    ),
    Operator(
        "publisher",
        ("publisher", "الناشر", "ناشر"),
        "article",
        Label("in what a publisher brought out", "في ما نشرته جهة"),
    ),
    Operator(
        "before",
        ("before", "قبل"),
        "article",
        Label("published before a date", "ما نُشر قبل تاريخ"),
        is_date=True,
    ),
    Operator(
        "after",
        ("after", "بعد"),
        "article",
        Label("published after a date", "ما نُشر بعد تاريخ"),
        is_date=True,
    ),
)


@dataclass(frozen=True, slots=True)
class Sought:
    """A word, or words that stand next to one another.

    `words` are folded, `typed` is how they were typed. A `phrase` wants whole
    words; `negated` wants none of it.
    """

    words: tuple[str, ...]
    typed: str
    phrase: bool = False
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Condition:
    """What an operator asks for; `value` is folded, or an ISO 8601 date of any precision."""

    operator: Operator
    value: str
    negated: bool = False


@dataclass(frozen=True, slots=True)
class LibraryQuery:
    """What is sought in a library.

    Attributes:
        sought: the words and phrases.
        conditions: what the operators ask for.
        unread: what was meant for a date and is none; it is left out.
        whole_words: whether a word must also end where it is typed to end.
        particles: whether و ف ب ك ل ال may be joined to a word.

    """

    sought: tuple[Sought, ...] = ()
    conditions: tuple[Condition, ...] = ()
    unread: tuple[str, ...] = ()
    whole_words: bool = False
    particles: bool = True

    @property
    def wanted(self) -> tuple[Sought, ...]:
        """Return what has to be there."""
        return tuple(one for one in self.sought if not one.negated)

    @property
    def unwanted(self) -> tuple[Sought, ...]:
        """Return what must not be there."""
        return tuple(one for one in self.sought if one.negated)

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing is asked for."""
        return not self.sought and not self.conditions

    @property
    def chooses_annotations(self) -> bool:
        """Tell whether annotations are asked for, and not articles."""
        return any(one.operator.kind == "annotation" for one in self.conditions)

    def of(self, key: str) -> tuple[Condition, ...]:
        """Return the conditions of an operator."""
        return tuple(one for one in self.conditions if one.operator.key == key)

    def ends_open(self, sought: Sought) -> bool:
        """Tell whether the last word may go on beyond what is typed of it."""
        is_long = len(sought.words[-1]) >= SHORTEST_BEGINNING_CP
        return is_long and not sought.phrase and not self.whole_words

    @property
    def has_just_begun(self) -> bool:
        """Tell whether the last word is too short yet for words that begin so."""
        last = self.wanted[-1] if self.wanted else None
        return last is not None and not last.phrase and not self.ends_open(last)


def parse_query(typed: str, *, whole_words: bool = False, particles: bool = True) -> LibraryQuery:
    """Return what a person seeks; every text has a meaning, if only an empty one."""
    sought: list[Sought] = []
    conditions: list[Condition] = []
    unread: list[str] = []
    for item in _items(canonical(typed)):
        if item.operator is not None and item.operator.is_date:
            date = _date(item.value)
            if date:
                conditions.append(Condition(item.operator, date, item.negated))
            else:
                unread.append(item.value)
        elif item.operator is not None:
            value = _value(item)
            if value:
                conditions.append(Condition(item.operator, value, item.negated))
        elif found := tuple(words(fold(item.value))):
            sought.append(Sought(found, item.value.strip(), item.quoted, item.negated))
    return LibraryQuery(
        tuple(dict.fromkeys(sought)),
        tuple(dict.fromkeys(conditions)),
        tuple(unread),
        whole_words,
        particles,
    )


@dataclass(frozen=True, slots=True)
class _Item:
    operator: Operator | None
    value: str
    quoted: bool
    negated: bool


def _items(text: str) -> Iterator[_Item]:
    """Yield what stands between the spaces of a query, and the operators that have a value."""
    for match in _item().finditer(text.translate(_marks())):
        name, phrase, bare = match["name"], match["phrase"], match["bare"]
        if phrase is None and bare is None:
            continue
        value = phrase if phrase is not None else bare
        yield _Item(_named(name), value, phrase is not None, bool(match["minus"]))


def _value(item: "_Item") -> str:
    """Return what is asked, folded: words, or of a free field all that was typed."""
    folded = fold(item.value)
    is_field = item.operator is not None and item.operator.key == "field"
    return folded.strip() if is_field else " ".join(words(folded))


def _date(value: str) -> str:
    try:
        return parse_partial_date(value, "")
    except BadValue:
        return ""


def _named(name: str | None) -> Operator | None:
    return next((one for one in OPERATORS if name and name.lower() in one.names), None)


@cache
def _item() -> re.Pattern[str]:
    names = "|".join(name for operator in OPERATORS for name in operator.names)
    minus = "[-\\u2212]"
    return re.compile(
        rf"{minus}?(?:{names}):\s*\Z"
        rf"|(?P<minus>{minus}(?=\S))?(?:(?P<name>{names}):\s*)?"
        r'(?:"(?P<phrase>[^"]*)"?|(?P<bare>[^\s"]+))',
        re.IGNORECASE,
    )


@cache
def _marks() -> dict[int, str]:
    """Return what makes every quotation mark a plain one."""
    rule = next(one for one in FOLDING if one.name == "quotation marks")
    return dict(rule.entries())
