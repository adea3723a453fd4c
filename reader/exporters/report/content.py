"""What a report says of an article: its text with numbered marks, and what is known of each.

Everything but the article's own text is made safe to show here: controls that nobody sees
are shown as their numbers, and only addresses of the web become links.
"""

from collections.abc import Iterator, Mapping, Sequence

from reader.exporters.exporter import ExportOptions, watched
from reader.exporters.links import link_of
from reader.exporters.words import chosen_word, in_words, own_in_words, status_in_words
from reader.frozen import dataclass
from reader.label import Label, Language
from reader.model import vocabulary as words
from reader.model.article import Article
from reader.model.claim import Evidence, Ruling
from reader.model.codebook import own_fields_of
from reader.model.entry import AnnotatedArticle, Entry
from reader.model.fields import fields_of
from reader.model.tags import Tag, tag_of
from reader.text.controls import guarded


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that is known, under the word for it; `link` is where it leads, "" for nowhere."""

    label: str
    value: str
    link: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One annotation: its number in the article from 1, its words, and what is known of it.

    `tag` is the key of its tag, `verdict` a claim's, in a few words; `sources` are the facts
    of each piece of evidence.
    """

    number: int
    tag: str
    words: str
    facts: tuple[Fact, ...]
    note: str = ""
    verdict: str = ""
    sources: tuple[tuple[Fact, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """The annotations of one tag, under its name."""

    tag: Tag
    heading: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """A span of the text, half-open in code points, with its tag and the number of its item."""

    start_cp: int
    end_cp: int
    tag: str
    number: int


@dataclass(frozen=True, slots=True)
class ArticleReport:
    """All that a report says of one article; the marks in reading order, the longer first."""

    title: str
    facts: tuple[Fact, ...]
    language: str
    text: str
    marks: tuple[Mark, ...]
    tags: tuple[Tag, ...]
    sections: tuple[Section, ...]


WORDS: Mapping[str, Label] = {
    "report": Label("Report", "تقرير"),
    "byline": Label("By", "الكاتب"),
    "publisher": Label("Publisher", "الناشر"),
    "published": Label("Published", "تاريخ النشر"),
    "url": Label("Address", "الرابط"),
    "archive_url": Label("Archived at", "رابط الأرشيف"),
    "key": Label("Key", "مفتاح الألوان"),
    "subject": Label("Stands for", "المقصود"),
    "verdict": Label("Verdict", "الحكم"),
    "explanation": Label("Why", "التعليل"),
    "review_url": Label("Published check", "رابط التحقق المنشور"),
    "status": Label("Status", "الحالة"),
    "annotator": Label("Annotator", "المعلِّق"),
    "evidence": Label("Evidence", "الأدلة"),
    "note": Label("Note", "الملاحظة"),
    "title": Label("Title", "العنوان"),
    "excerpt": Label("Excerpt", "المقتطف"),
    "earlier": Label("Earlier verdict", "حكم سابق"),
    "nothing": Label("Nothing is marked in this article.", "لا تعليقات في هذا المقال."),
}
_OF_ARTICLE = ("byline", "publisher", "published", "url", "archive_url")
# These are told in a place of their own.
_TOLD_APART = frozenset(("verdict", "verdict_label"))


def word(key: str, language: Language) -> str:
    """Return one of WORDS in a language."""
    return WORDS[key].text(language)


def report_of(annotated: AnnotatedArticle, options: ExportOptions) -> ArticleReport:
    """Return what a report says of an article."""
    entries = sorted(annotated.entries, key=_place)
    numbers = {one.annotation.uid: number for number, one in enumerate(entries, start=1)}
    used = {one.annotation.tag for one in entries}
    listed = [tag for tag in options.shared.tags if tag.key in used]
    unheard = sorted(used - {tag.key for tag in listed})
    tags = (*listed, *(tag_of(key) for key in unheard))
    article, text = annotated.article, annotated.revision.text
    return ArticleReport(
        title=safe(article.title),
        facts=tuple(_facts_of_article(article, options.language)),
        language=article.language,
        text=text,
        marks=tuple(_mark(one, numbers) for one in entries),
        tags=tags,
        sections=tuple(_section(tag, entries, numbers, text, options) for tag in tags),
    )


def safe(said: str) -> str:
    """Return a text, line by line, in which every unseen control is shown as its number."""
    return "\n".join(guarded(line) for line in said.split("\n"))


def _mark(entry: Entry, numbers: Mapping[str, int]) -> Mark:
    one = entry.annotation
    return Mark(one.start_cp, one.end_cp, one.tag, numbers[one.uid])


def _facts_of_article(article: Article, language: Language) -> Iterator[Fact]:
    for key in _OF_ARTICLE:
        value = getattr(article, key)
        if value:
            link = link_of(value) if key.endswith("url") else ""
            yield Fact(word(key, language), safe(value), link)


def _section(
    tag: Tag,
    entries: Sequence[Entry],
    numbers: Mapping[str, int],
    text: str,
    options: ExportOptions,
) -> Section:
    items = [
        _item(entry, numbers[entry.annotation.uid], text, options)
        for entry in watched(entries, options)
        if entry.annotation.tag == tag.key
    ]
    return Section(tag, safe(tag.label.text(options.language)), tuple(items))


def _item(entry: Entry, number: int, text: str, options: ExportOptions) -> Item:
    one, language = entry.annotation, options.language
    return Item(
        number=number,
        tag=one.tag,
        words=safe(" ".join(text[one.start_cp : one.end_cp].split())),
        facts=tuple(_facts_of(entry, options)),
        note=safe(one.note),
        verdict=safe(entry.ruling.label) if entry.ruling else "",
        sources=tuple(tuple(_facts_of_source(source, language)) for source in entry.evidence),
    )


def _facts_of(entry: Entry, options: ExportOptions) -> Iterator[Fact]:
    said, language = set(), options.language
    for field in fields_of(entry.annotation.tag):
        if field.key in _TOLD_APART or not field.is_settable:
            continue
        value = in_words(entry, field, language)
        if value:
            said.add(value)
            yield Fact(field.label.text(language), safe(value), link_of(value))
    yield from _own_facts(entry, options)
    if entry.subject and entry.subject.name not in said:
        yield Fact(word("subject", language), safe(entry.subject.name))
    if entry.ruling:
        yield from _facts_of_ruling(entry.ruling, language)
    for older in entry.rulings[:-1]:
        said_then = f"{older.label} ({older.rated_at.date().isoformat()})"
        yield Fact(word("earlier", language), safe(said_then))
    yield Fact(word("status", language), status_in_words(entry, language))
    if entry.annotator:
        yield Fact(word("annotator", language), safe(entry.annotator))


def _own_facts(entry: Entry, options: ExportOptions) -> Iterator[Fact]:
    for own in own_fields_of(options.shared.own_fields, entry.annotation.tag):
        value = own_in_words(entry, own, options.language)
        if value:
            yield Fact(safe(own.label.text(options.language)), safe(value), link_of(value))


def _facts_of_ruling(ruling: Ruling, language: Language) -> Iterator[Fact]:
    if ruling.explanation:
        yield Fact(word("explanation", language), safe(ruling.explanation))
    if ruling.review_url:
        yield Fact(
            word("review_url", language), safe(ruling.review_url), link_of(ruling.review_url)
        )


def _facts_of_source(source: Evidence, language: Language) -> Iterator[Fact]:
    stance = chosen_word(words.STANCES, source.stance, language)
    yield Fact(stance, safe(source.title or source.url), link_of(source.url))
    for key in ("publisher", "published", "archive_url", "excerpt"):
        value = getattr(source, key)
        if value:
            yield Fact(word(key, language), safe(value), link_of(value))


def _place(entry: Entry) -> tuple[int, int, str]:
    one = entry.annotation
    return one.start_cp, -one.end_cp, one.uid
