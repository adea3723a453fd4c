"""What the readers of annotated formats share: texts, positions in them, and a list of misfits."""

import hashlib
from bisect import bisect_right
from dataclasses import replace
from pathlib import PurePath
from typing import Any

import regex

from reader.errors import BadSpan
from reader.label import Label
from reader.model.annotation import Annotation
from reader.model.article import Article, Revision
from reader.model.bundle import Bundle, BundledText, Misfit
from reader.model.change import Record
from reader.text.anchoring import new_annotation
from reader.text.canonical import CANONICAL_VERSION, canonical, sha256_of

_PAIR = regex.compile("\r\n")
OUTSIDE = Label("its place lies outside of the text", "موضعه خارج النص")
OTHER_WORDS = Label(
    "other words stand at its place than those that it names",
    "في موضعه من النص كلمات غير الكلمات المذكورة معه",
)


class ForeignText:
    """A text as a foreign file has it, brought into canonical form; `places` follow it there."""

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.canonical = canonical(raw)
        self._marks = len(raw) - len(raw.lstrip("\ufeff"))
        self._pairs = [found.start() + 1 for found in _PAIR.finditer(raw)]

    def place(self, cp: int) -> int:
        """Return where a place of the raw text, in code points, is in the canonical one."""
        return max(0, cp - self._marks - bisect_right(self._pairs, cp))


class Bundler:
    """Gathers a bundle: each article is added first, then what is marked in it.

    `format` is the importer's key, `name` what the source is called.
    """

    def __init__(self, name: str, form: str) -> None:
        self._name = PurePath(name).name or name
        self._format = form
        self._articles: list[Article] = []
        self._texts: list[BundledText] = []
        self._records: list[Record] = []
        self._misfits: list[Misfit] = []

    def article(
        self, title: str, text: ForeignText, source: bytes, *, source_name: str = "", **more: Any
    ) -> Revision:
        """Add an article of one text; `more` are further fields of `Article`."""
        article = Article(title=canonical(title), **more)
        revision = Revision(
            article_uid=article.uid,
            text=text.canonical,
            text_sha256=sha256_of(text.canonical),
            canonical_version=CANONICAL_VERSION,
            source_name=canonical(source_name or self._name),
            source_sha256=hashlib.sha256(source).hexdigest(),
            format=self._format,
        )
        self._articles.append(article)
        self._texts.append(BundledText(revision=revision, source=source))
        return revision

    def mark(
        self,
        revision: Revision,
        span: tuple[int, int],
        tag: str,
        *,
        words: str | None = None,
        annotator_uid: str = "",
        **more: Any,
    ) -> Annotation | None:
        """Add an annotation of a span in code points of the canonical text.

        `words`, where the file names them, must stand there, whatever its line ends;
        what does not fit is noted as a misfit, and None is returned. `more` are
        further fields of `Annotation`.
        """
        shown = f"{tag} {span[0]}-{span[1]}"
        try:
            origin = more.pop("origin", "imported")
            made = new_annotation(revision, *span, tag, annotator_uid, origin=origin)
        except BadSpan:
            self.misfit(shown, OUTSIDE)
            return None
        if words is not None and _as_one_line(words) != _as_one_line(made.exact):
            self.misfit(f"{shown}: {words}", OTHER_WORDS)
            return None
        made = replace(made, **more)
        self._records.append(made)
        return made

    def add(self, *records: Record) -> None:
        """Add records that are no annotations: relations, subjects, evidence and so on."""
        self._records += records

    def misfit(self, what: str, reason: Label) -> None:
        """Note what cannot be kept."""
        self._misfits.append(Misfit(what, reason))

    def bundle(self, **more: Any) -> Bundle:
        """Return what was gathered; `more` are further parts of the bundle."""
        return Bundle(
            articles=tuple(self._articles),
            texts=tuple(self._texts),
            records=tuple(self._records),
            misfits=tuple(self._misfits),
            **more,
        )


def _as_one_line(words: str) -> str:
    return " ".join(canonical(words).split("\n"))
