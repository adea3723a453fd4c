"""Ties annotations that came without their text to articles that the library has.

A table names a verdict by its key, and its scale where it is a new one; the rest is in
the library's own scales. Verdicts and evidence of annotations that are here already are
compared with what is here, which stays.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol
from uuid import UUID, uuid5

from reader.errors import UnknownAnnotation
from reader.importers.reading_values import uid_of
from reader.importers.unpacking import Unpacker
from reader.label import Label
from reader.model.article import Revision
from reader.model.bundle import Bundle, Loose, Misfit
from reader.model.carried import EVIDENCE_URLS, JOINT, OF_RULING, Carried, text_of
from reader.model.claim import VerdictLabel, VerdictScale, said_by_step
from reader.model.entry import Entry

_NOT_HERE = Label(
    "its article is not in the library; import that first, then this file again",
    "مقالها ليس في المكتبة؛ استورده أولًا ثم استورد هذا الملف ثانية",
)
_SEVERAL = Label(
    "several articles of the library have its title",
    "عنوانه عنوان أكثر من مقال في المكتبة",
)
_NO_VERDICT = Label(
    "no scale of this library has this verdict, or several have it",
    "لا مقياس في هذه المكتبة فيه هذا الحكم، أو هو في أكثر من مقياس",
)
_DIFFERS = Label(
    "its verdict or evidence is another here, and stays",
    "حكمه أو أدلته هنا غير ذلك، وقد بقي ما هنا على حاله",
)
_VERDICT = frozenset(key for key, _ in OF_RULING)
# What a table may say otherwise than the step does.
_KEPT = frozenset(("verdict_label", "rating_value", "best_rating", "worst_rating"))
_SHOWN_CP = 40


class Here(Protocol):
    """What is asked of the library."""

    def text_of(self, text_sha256: str, url: str) -> Revision | None:
        """Return the text of an article by its SHA-256, "" for unknown, or its address."""

    def texts_titled(self, title: str) -> Sequence[Revision]:
        """Return the texts on show of the articles of a title."""

    def verdict_scales(self) -> tuple[VerdictScale, ...]:
        """Return the scales of the desk."""

    def entry(self, uid: str) -> Entry:
        """Return an annotation with what it points to; raises UnknownAnnotation."""


def attached(bundle: Bundle, name: str, here: Here) -> Bundle:
    """Return a bundle whose loose annotations stand in texts of the library; others are told.

    `name` is what the source is called.
    """
    if not bundle.loose:
        return bundle
    attaching = _Attaching(name, here)
    missing: list[Misfit] = []
    found: list[tuple[Loose, Revision]] = []
    for one in bundle.loose:
        texts = _texts(one, here)
        if len(texts) == 1:
            found.append((one, texts[0]))
        else:
            what = f"{one.title or one.url or one.text_sha256} ({len(one.annotations)})"
            missing.append(Misfit(what, _SEVERAL if texts else _NOT_HERE))
    for one, text in found:
        attaching.onto(text, one.annotations)
    for one, _ in found:
        attaching.unpacker.ties(one.ties)
    made = attaching.unpacker.contents().bundle or Bundle()
    return replace(
        bundle,
        loose=(),
        annotators=(*bundle.annotators, *made.annotators),
        tags=(*bundle.tags, *made.tags),
        records=(*bundle.records, *made.records),
        misfits=(*bundle.misfits, *missing, *made.misfits),
    )


def _texts(one: Loose, here: Here) -> Sequence[Revision]:
    """Return the texts that annotations can be of; only one of them can be meant."""
    if one.text_sha256 or one.url:
        text = here.text_of(one.text_sha256, one.url)
        return () if text is None else (text,)
    return here.texts_titled(one.title) if one.title else ()


class _Attaching:
    """Takes annotations onto texts, with the verdicts and the evidence that a table tells."""

    def __init__(self, name: str, here: Here) -> None:
        self._here = here
        self._scales = here.verdict_scales()
        self.unpacker = Unpacker(name, "")

    def onto(self, text: Revision, annotations: Sequence[Carried]) -> None:
        """Take annotations of one text."""
        self.unpacker.onto(text, [self._whole(one) for one in annotations])
        for one in annotations:
            if one.values.get(EVIDENCE_URLS) and self._held(one.key) is None:
                self.unpacker.evidence(one.key, _addresses(one))

    def _whole(self, one: Carried) -> Carried:
        """Return an annotation with what its verdict means here, or without a verdict."""
        values = {key: said for key, said in one.values.items() if key != EVIDENCE_URLS}
        code = values.get("verdict", "")
        if not code and len(values) == len(one.values):
            return one
        held = self._held(one.key)
        if held is not None:
            self._compare(one, held)
        step = None if held is not None else self._step(code, values)
        if code and held is None and step is None:
            self.unpacker.misfit(f"{one.tag}: {one.exact[:_SHOWN_CP]} · {code}", _NO_VERDICT)
        values = {key: said for key, said in values.items() if key not in _VERDICT}
        if step is not None:
            scale, found = step
            owner = uid_of(one.key)
            values |= _said(scale, found) | {
                key: said for key, said in one.values.items() if key in _KEPT and said
            }
            values |= {
                # The same table, read again, brings no second ruling.
                "ruling_uid": str(uuid5(UUID(owner), f"{scale.key}/{code}")) if owner else "",
            }
        return replace(one, values=values)

    def _step(self, code: str, values: dict[str, str]) -> tuple[VerdictScale, VerdictLabel] | None:
        """Return the only step that a verdict can be; with its label where its scale is unnamed."""
        named = values.get("verdict_scale", "")
        steps = [
            (scale, step)
            for scale in self._scales
            for step in scale.labels
            if step.code == code and named in ("", scale.key)
        ]
        if len(steps) > 1:
            called = values.get("verdict_label", "")
            steps = [one for one in steps if called in (one[1].label.ar, one[1].label.en)]
        return steps[0] if len(steps) == 1 else None

    def _compare(self, one: Carried, held: Entry) -> None:
        """Note where a table says another verdict or other evidence than what is here."""
        code = one.values.get("verdict", "")
        ours = "" if held.ruling is None else held.ruling.code
        if code != ours or set(_addresses(one)) != {each.url for each in held.evidence}:
            self.unpacker.misfit(f"{one.tag}: {one.exact[:_SHOWN_CP]}", _DIFFERS)

    def _held(self, key: str) -> Entry | None:
        uid = uid_of(key)
        if uid is None:
            return None
        try:
            return self._here.entry(uid)
        except UnknownAnnotation:
            return None


def _said(scale: VerdictScale, step: VerdictLabel) -> dict[str, str]:
    """Return what a ruling keeps of its step, by the keys of values."""
    kept = said_by_step(scale, step)
    return {key: text_of(kept[name]) for key, name in OF_RULING if name in kept}


def _addresses(one: Carried) -> list[str]:
    return [url for url in one.values.get(EVIDENCE_URLS, "").split(JOINT) if url]
