"""Where articles come from, and how they are read there: in a thread, into candidates."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from functools import partial
from pathlib import Path, PurePath

from reader import importers
from reader.errors import (
    ColumnsUncertain,
    EncodingUncertain,
    ImportCancelled,
    ImportFailed,
    ReaderError,
)
from reader.frozen import dataclass
from reader.importers import Child, Columns, Given, Imported
from reader.importers.folders import files_of
from reader.importers.formats import IMPORTERS
from reader.importers.reading import read_bytes
from reader.importers.rows import understood
from reader.label import Label
from reader.model.article import ImportedArticle
from reader.model.article_fields import with_fields
from reader.model.bundle import Bundle
from reader.model.identity import new_uid

IsCancelled = Callable[[], bool]
TwinOf = Callable[[ImportedArticle], "Twin | None"]

PLAIN = "text"  # the key of the format in which nothing is left to be understood
_HTML_ENDING = ".html"
_NO_MARKUP = Label(
    "What was copied could not be read as a page, so its plain text was taken.",
    "تعذرت قراءة المنسوخ بوصفه صفحة، فأُخذ نصه المجرد.",
)
_LIKELIEST = Label(
    "The encoding is not certain: please check that the words make sense, or choose another.",
    "الترميز غير مؤكد: يرجى التحقق من أن الكلمات مفهومة، أو اختيار ترميز آخر.",
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Origin:
    """A file, bytes that are there already, or words; `given` is what a person chose for it.

    A clipboard may hold a page as `source` and its words as `text`; `as_text` takes these.
    """

    name: str
    path: Path | None = None
    source: bytes | None = None
    text: str | None = None
    as_text: bool = False
    given: Given = field(default_factory=Given)

    def is_plain(self) -> bool:
        """Tell whether it promises to be a text, so that a certain one needs no look."""
        if self.path is None:
            return self.as_text or self.source is None
        return self.path.suffix.lower() in IMPORTERS[0].suffixes


@dataclass(frozen=True, kw_only=True, slots=True)
class Twin:
    """The article that one to be kept is: with the same text, or with another one."""

    title: str
    same_text: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Candidate:
    """An article that was read and is not kept yet, or why a source could not be read.

    A file that holds annotations gives its articles in `bundle`. `is_tentative` tells
    that its encoding is the likeliest one, and that nobody has said yes. `typed` are the
    values of fields that a person has typed; they stay when the source is read another
    way, and `waiting` are those of what it gave before, while it gives another number of
    articles.
    """

    key: str = field(default_factory=new_uid)
    origin: Origin
    imported: ImportedArticle | None = None
    bundle: Bundle | None = None
    columns: Columns | None = None
    notes: tuple[Label, ...] = ()
    error: ReaderError | None = None
    twin: Twin | None = None
    is_tentative: bool = False
    is_skipped: bool = False
    typed: Mapping[str, str] = field(default_factory=dict)
    waiting: tuple[Mapping[str, str], ...] = ()

    @property
    def state(self) -> str:
        """Return a key of `STATES`."""
        if self.imported is None:
            return "choose" if self.may_be_chosen() else "failed"
        if self.is_tentative:
            return "choose"
        if self.twin is not None:
            return "same_text" if self.twin.same_text else "next_text"
        return "check" if self.notes else "ready"

    def may_be_chosen(self) -> bool:
        """Tell whether a person's choice would make it readable."""
        return self.is_tentative or isinstance(self.error, EncodingUncertain | ColumnsUncertain)

    def corrected(self, typed: Mapping[str, str]) -> "Candidate":
        """Return it with what a person has typed; raises BadValue of what is no value."""
        if self.imported is None:
            return replace(self, typed=typed)
        article = with_fields(self.imported.article, typed)
        return replace(self, typed=typed, imported=replace(self.imported, article=article))

    def is_wanted(self) -> bool:
        """Tell whether it is kept with all others."""
        return self.imported is not None and not (self.is_skipped or self.is_tentative)

    def is_certain(self) -> bool:
        """Tell whether it is a plain text of which there is nothing to be asked.

        One that is in the library already is told of by those who keep revisions.
        """
        one = self.imported
        is_plain = one is not None and one.revision.format == PLAIN
        return is_plain and not (self.notes or self.is_tentative)


def of_paths(paths: Iterable[Path], columns: Columns | None = None) -> list[Origin]:
    """Return files and folders as origins; `columns` is what a person chose for tables before."""
    given = Given(columns=columns)
    return [Origin(name=path.name, path=path, given=given) for path in paths]


def libraries_among(paths: Iterable[Path], ours: Path | None) -> tuple[list[Path], list[Path]]:
    """Return those of the paths that are libraries, ours among them, and the others."""
    found: tuple[list[Path], list[Path]] = ([], [])
    paths = list(paths)
    if not paths:  # as at most starts
        return found
    from reader.storage.merging import is_library, is_same  # noqa: PLC0415 - the window is there

    for path in paths:
        # Our own file is not looked into: see `is_library`.
        other = not (ours is not None and is_same(path, ours)) and not is_library(path)
        found[other].append(path)
    return found


def of_text(text: str, name: str) -> Origin:
    """Return words as an origin."""
    return Origin(name=name, text=text)


def of_markup(markup: str, text: str, name: str) -> Origin:
    """Return what was copied from a page as an origin, with the words that came along."""
    # A page that names an encoding means the one it was sent in, not the clipboard's.
    given = Given(encoding="utf-8")
    source = markup.encode("utf-8", "replace")
    return Origin(name=f"{name}{_HTML_ENDING}", source=source, text=text, given=given)


def expanded(
    origins: Iterable[Origin], missed: Callable[[Origin, ReaderError], None]
) -> Iterator[Origin]:
    """Yield origins, each folder as the files in it and below it.

    `missed` is told of a folder that cannot be read or holds nothing that could be.
    """
    for origin in origins:
        if origin.path is None:
            yield origin
        else:
            for file in files_of(origin.path, partial(missed, origin)):
                yield replace(origin, name=file.name, path=file)


def has_folder(origins: Iterable[Origin]) -> bool:
    """Tell whether one of the origins is a folder."""
    return any(one.path is not None and _is_folder(one.path) for one in origins)


def read(
    origin: Origin, child: Child, twin_of: TwinOf, cancelled: IsCancelled
) -> Sequence[Candidate]:
    """Return what an origin gives; one that cannot be read is a candidate with its error.

    Raises ImportCancelled, and LibraryFailed where no twins can be looked for.
    """
    try:
        held = _with_bytes(origin)
    except ImportFailed as error:
        return [Candidate(origin=origin, error=error)]
    try:
        return _candidates(held, _imported(held, child, cancelled), twin_of)
    except EncodingUncertain as error:
        return _tentative(held, error, child, twin_of, cancelled)
    except ColumnsUncertain as error:
        columns = replace(understood(error.headers, held.given), samples=error.samples)
        return [Candidate(origin=held, error=error, columns=columns)]
    except ImportCancelled:
        raise
    except ImportFailed as error:
        return [Candidate(origin=held, error=error)]


def _tentative(
    origin: Origin, error: EncodingUncertain, child: Child, twin_of: TwinOf, cancelled: IsCancelled
) -> Sequence[Candidate]:
    """Return a source as its likeliest encoding reads it, for a person to judge."""
    if not error.candidates:
        return [Candidate(origin=origin, error=error)]
    given = replace(origin.given, encoding=error.candidates[0])
    read_so = read(replace(origin, given=given), child, twin_of, cancelled)
    return [
        replace(one, is_tentative=one.imported is not None, notes=(_LIKELIEST, *one.notes))
        for one in read_so
    ]


def _candidates(origin: Origin, imported: Imported, twin_of: TwinOf) -> Sequence[Candidate]:
    candidates = []
    if imported.bundle is not None:
        candidates.append(Candidate(origin=origin, bundle=imported.bundle, notes=imported.notes))
    for one in imported.articles:
        twin = twin_of(one)
        candidates.append(
            Candidate(
                origin=origin,
                imported=one,
                columns=imported.columns,
                notes=(*imported.notes, *one.notes),
                twin=twin,
                is_skipped=twin is not None and twin.same_text,
            )
        )
    return candidates


def _with_bytes(origin: Origin) -> Origin:
    """Return a file with its bytes, which are then read again without the file."""
    if origin.path is None or origin.source is not None:
        return origin
    return replace(origin, source=read_bytes(origin.path))


def _imported(origin: Origin, child: Child, cancelled: IsCancelled) -> Imported:
    text = origin.text or ""
    if origin.as_text or origin.source is None:
        name = origin.name.removesuffix(_HTML_ENDING)
        return Imported(articles=(importers.from_text(text, name),))
    try:
        return importers.from_bytes(
            origin.source, origin.name, origin.given, child=child, cancelled=cancelled
        )
    except ImportCancelled:
        raise
    except ImportFailed:
        if not text.strip():
            raise
        name = PurePath(origin.name).stem
        return Imported(articles=(importers.from_text(text, name),), notes=(_NO_MARKUP,))


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):  # reading it will say why
        return False
