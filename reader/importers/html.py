"""A saved web page: the article in it, without menus and advertisements around it.

trafilatura finds where the article is and who wrote it; the words are taken from what
it found, letter for letter. It would turn no-break and other spaces into plain ones, so
they travel through it as private characters. Nothing that a page names is ever loaded.
"""

import re
from collections.abc import Iterator

import lxml.html
from lxml import etree
from trafilatura import bare_extraction
from trafilatura.settings import Document as Found

from reader.errors import BadValue, EncodingUncertain, SourceEmpty, SourceRefused
from reader.importers.decoding import Decoded, decode
from reader.importers.document import Contents, Document, Given
from reader.importers.pages import address_of, said_of, title_without_site
from reader.importers.plain import title_of
from reader.label import Label
from reader.text.direction import is_rtl

MOST_NODES = 200_000
_DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.I)
_LOOK_BYTES = 4096
# Spaces that a word processor or an editor put there on purpose (Unicode, category Zs).
_SPACES = "\u00a0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
_PRIVATE = range(0xF0000, 0xFFFFD)
# What trafilatura calls a paragraph, whatever it was in the page.
_PARAGRAPHS = frozenset(("p", "head", "item", "cell", "code"))
_NO_WORDS = ("script", "style", "noscript", "template", "nav", "header", "footer", "form", "svg")
_OF_A_SITE = ("nav", "aside", "header", "footer", "form", "script", "iframe", "article", "main")
_MOST_LINKED = 0.1  # of a document's letters
_TOO_MANY = Label(f"it has more than {MOST_NODES:,} parts", f"لأن فيه أكثر من {MOST_NODES:,} عنصر")
# libxml2 reads no deeper, and no longer a text, and drops all that follows.
_TOO_DEEP = Label("its elements are nested more than 250 deep", "عناصره متداخلة أكثر من 250 مستوى")
_TOO_LONG = Label("one of its parts is too long", "أحد أجزائه أطول مما يُقرأ")
_GUESSED = Label(
    "The article was picked out of a web page; please check that it is whole.",
    "استُخرج المقال من صفحة ويب؛ يرجى التحقق من أنه كامل.",
)
_WHOLE_PAGE = Label(
    "No article was found in the page, so all its text was taken.",
    "لم يُعثر على مقال في الصفحة، فأُخذ كل ما فيها من نص.",
)


def read(source: bytes, name: str, given: Given) -> Contents:
    """Return the article in a page; raises SourceEmpty, SourceRefused and what `decode` raises."""
    decoded = _decoded(source, name, given.encoding)
    return Contents(documents=(document_of(decoded, name, given.url),))


def document_of(decoded: Decoded, name: str, url: str) -> Document:
    """Return the article in a page's source text; `url` is where it came from, if known.

    Raises SourceEmpty and SourceRefused.
    """
    shield = _Shield(decoded.text)
    tree = _tree(shield.put(decoded.text), name)
    said = said_of(tree)  # trafilatura takes the tree apart
    whole = "\n".join(filter(None, _all_lines(tree)))
    alone = _is_alone(tree)
    found = None if alone else _extracted(tree)
    lines = list(_lines(found.body)) if found is not None else []
    text = shield.lift("\n".join(lines)).strip("\n")
    title = shield.lift(said.title or _first(found, "title"))
    notes: tuple[Label, ...] = (_GUESSED,)
    if not text:
        text = shield.lift(whole).strip("\n")
        notes = () if alone else (_WHOLE_PAGE,)
    if not title_of(text):
        raise SourceEmpty(name=name)
    publisher = said.publisher or _first(found, "sitename")
    title = title_without_site(title, publisher) or title_of(text)
    if not _begins_with(text, title):
        text = f"{title}\n{text}"
    return Document(
        title=title,
        text=text,
        encoding=decoded.encoding,
        byline=shield.lift(said.byline or _first(found, "author")),
        publisher=shield.lift(publisher),
        url=url or address_of(said.url),
        # What trafilatura guesses may be any date in the page: none is better than a wrong one.
        published=said.published,
        language=said.language or ("ar" if is_rtl(text) else "und"),
        notes=notes,
    )


class _Shield:
    """Hides the spaces that must survive behind private characters that the page has not."""

    def __init__(self, text: str) -> None:
        free = (code for code in _PRIVATE if chr(code) not in text)
        self._there = {ord(space): next(free) for space in _SPACES}
        self._back = {code: space for space, code in self._there.items()}

    def put(self, text: str) -> str:
        """Return a page with its special spaces hidden, written out or as entities."""
        text = re.sub(r"&(?:nbsp|#160|#[xX]0*[aA]0);?", "\u00a0", text)
        return text.translate(self._there)

    def lift(self, text: str) -> str:
        """Return a text with the spaces as they were."""
        return text.translate(self._back)


def _decoded(source: bytes, name: str, encoding: str | None) -> Decoded:
    """Return the page's text; what it says of its own encoding counts where the bytes do not."""
    try:
        return decode(source, name, encoding)
    except EncodingUncertain:
        declared = _DECLARED.search(source[:_LOOK_BYTES])
        if encoding is not None or declared is None:
            raise
        try:
            return decode(source, name, key_of(declared[1].decode("ascii")))
        except BadValue:
            pass
        raise


def key_of(charset: str) -> str:
    """Return our name for the encoding that a page says it is in."""
    plain = charset.lower().replace("_", "-")
    known = {"windows-1256": "cp1256", "iso-8859-6": "iso8859_6", "windows-1252": "cp1252"}
    return known.get(plain, plain)


def _tree(text: str, name: str) -> lxml.html.HtmlElement:
    """Return the page as a tree; captions become paragraphs, or they would be lost."""
    parser = lxml.html.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        tree = lxml.html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except etree.ParserError as error:  # nothing in it but comments
        raise SourceEmpty(name=name) from error
    _refuse_cut(parser, name)
    if sum(1 for _ in zip(range(MOST_NODES + 1), tree.iter(), strict=False)) > MOST_NODES:
        raise SourceRefused(name=name, reason=_TOO_MANY)
    for caption in tree.iter("figcaption"):
        caption.tag = "p"
        figure = caption.getparent()
        if figure is not None and figure.tag == "figure":
            figure.addnext(caption)
    return tree


def _refuse_cut(parser: lxml.html.HTMLParser, name: str) -> None:
    """Raise SourceRefused where the parser gave up: the rest would be missing without a word."""
    cut = parser.error_log.filter_types([etree.ErrorTypes.ERR_RESOURCE_LIMIT])
    if cut:
        reason = _TOO_DEEP if "depth" in cut[0].message else _TOO_LONG
        raise SourceRefused(name=name, reason=reason)


def _is_alone(tree: lxml.html.HtmlElement) -> bool:
    """Tell whether a page is a document that a word processor wrote, with nothing around it."""
    if next(tree.iter(*_OF_A_SITE), None) is not None:
        return False
    linked = sum(len(link.text_content()) for link in tree.iter("a"))
    return linked <= _MOST_LINKED * len(tree.text_content())


def _extracted(tree: lxml.html.HtmlElement) -> Found | None:
    """Return what trafilatura takes for the article, or None."""
    found = bare_extraction(
        tree,
        include_comments=False,
        with_metadata=True,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    return found if isinstance(found, Found) and found.body is not None else None


def _first(found: Found | None, name: str) -> str:
    value = getattr(found, name, None) if found is not None else None
    return " ".join(value.split()) if isinstance(value, str) else ""


def _lines(element: etree._Element) -> Iterator[str]:
    """Yield the paragraphs below an element, each on its own lines."""
    if element.tag in _PARAGRAPHS or (element.tag == "quote" and _holds_words(element)):
        yield from _line(element)
        return
    for child in element:
        yield from _lines(child)
        if child.tail and child.tail.strip():
            yield " ".join(child.tail.split())


def _holds_words(element: etree._Element) -> bool:
    return bool(element.text and element.text.strip()) or not len(element)


def _line(element: etree._Element) -> Iterator[str]:
    for breaking in element.iter("lb"):
        breaking.tail = "\n" + (breaking.tail or "")
    for line in "".join(element.itertext()).split("\n"):
        words = " ".join(line.split())
        if words:
            yield words


def _all_lines(tree: lxml.html.HtmlElement) -> Iterator[str]:
    """Yield the lines of all that a page says, where no article is found in it."""
    body = tree.find("body")
    if body is None:
        return
    line: list[str] = []
    for event, element in etree.iterwalk(body, events=("start", "end")):
        inline = element.tag in _INLINE
        if not inline and line:
            yield " ".join("".join(line).split())
            line = []
        if any(True for _ in element.iterancestors(*_NO_WORDS)) or element.tag in _NO_WORDS:
            words = element.tail if event == "end" and element.tag in _NO_WORDS else None
        else:
            words = element.text if event == "start" else element.tail
        line.append(words or "")
    yield " ".join("".join(line).split())


_INLINE = frozenset(
    ("a", "abbr", "b", "bdi", "bdo", "cite", "em", "font", "i", "mark", "q", "s", "small", "span",
     "strong", "sub", "sup", "time", "u")
)  # fmt: skip


def _begins_with(text: str, title: str) -> bool:
    return " ".join(text.split()).startswith(" ".join(title.split()))
