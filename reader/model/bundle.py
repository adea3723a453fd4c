"""Articles with all that is known of them, as another program or another library hands them over.

Every importer of annotations makes this one value, and `Store.bring_in` is the one
door through which it comes into a library.
"""

from collections.abc import Mapping
from dataclasses import field

from reader.frozen import dataclass
from reader.label import Label
from reader.model.annotation import Annotator
from reader.model.article import Article, Revision
from reader.model.carried import Carried, Tie
from reader.model.change import Change, Record
from reader.model.tags import Tag


@dataclass(frozen=True, kw_only=True, slots=True)
class BundledText:
    """One text of an article with the bytes that it was made from."""

    revision: Revision
    source: bytes


@dataclass(frozen=True, slots=True)
class Misfit:
    """Something that was handed over and could not be kept: what it is, and why not.

    `what` names it as its file does (a line, an id, the words); it is foreign text.
    """

    what: str
    reason: Label


@dataclass(frozen=True, kw_only=True, slots=True)
class Loose:
    """Annotations of an article whose text does not come along, and by what to know it."""

    title: str = ""
    url: str = ""
    text_sha256: str = ""
    annotations: tuple[Carried, ...] = ()
    ties: tuple[Tie, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Bundle:
    """What one source holds; records point to one another by uid, to those of the library too.

    Texts are canonical and each has its article among `articles`. `records` are the rest,
    of any kind but articles and in any order; annotations count in code points of their
    text. An annotator who is not among `annotators` is the person who imports. `misfits`
    are what the reader of the format had to leave out. `loose` annotations are yet to be
    tied to texts of the library (`importers.attaching`).
    """

    annotators: tuple[Annotator, ...] = ()
    tags: tuple[Tag, ...] = ()
    articles: tuple[Article, ...] = ()
    texts: tuple[BundledText, ...] = ()
    records: tuple[Record, ...] = ()
    misfits: tuple[Misfit, ...] = ()
    loose: tuple[Loose, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class BroughtIn:
    """What became of a bundle.

    `change` is the one act that brought it, None where it brought nothing; undone, it
    leaves the new articles in the trash and takes back the rest. `articles` are new
    here, `known` were recognised. `added` and `present` count records by their kind, a
    key of RECORD_KINDS: those that came, and those that were here already, the same.
    """

    change: Change | None
    articles: tuple[Article, ...] = ()
    known: tuple[Article, ...] = ()
    added: Mapping[str, int] = field(default_factory=dict)
    present: Mapping[str, int] = field(default_factory=dict)
    misfits: tuple[Misfit, ...] = ()
