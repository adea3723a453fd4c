"""Words that would do harm where something ran them, and articles with them in every text."""

from collections.abc import Iterator
from dataclasses import fields, replace
from typing import Any, get_type_hints

from reader.label import Label
from reader.model.annotation import OwnValue
from reader.model.claim import (
    Appearance,
    Correction,
    DeskRules,
    Evidence,
    Review,
    Ruling,
    VerdictLabel,
    VerdictScale,
)
from reader.model.codebook import OwnField, Template
from reader.model.collection import ArticleLabel, Collection
from reader.model.entry import AnnotatedArticle, Entry, KeptText
from reader.model.shared import Shared
from reader.model.subject import Subject
from reader.model.tags import TAGS, Tag
from reader.text.canonical import canonical, sha256_of

ATTACKS = (
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(A1)",
    "=HYPERLINK(\"http://evil.example\",\"x\")",
    "=cmd|' /C calc'!A0",
    "\t=1+1",
    "\r=1+1",
    "＝1+1",
    "\u200f=1+1",
    "'=1+1",
    "%0A=1",
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "\"><svg onload=alert(1)>",
    "' onmouseover='alert(1)",
    "javascript:alert(1)",
    "[x](javascript:alert(1))",
    "![x](http://evil.example/x.png)",
    "<http://evil.example>",
    "# heading\n- item\n> quote\n```\ncode",
    "]]>",
    "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>&e;",
    "<r><t>x</t></r>",
    "{{7*7}}${7*7}<%= 7*7 %>",
    "a\tb\nc\r\nd",
    "T9\tquote 0 1\tx\n#1\tAnnotatorNotes T1\tx",
    "تقرير\u202efdp.exe",
    "\u2066x\u2069\u061c\u200b\ufeff",
    "../../etc/passwd",
    "\x1b[31mred\x07\x0b\x0c",
    "'; DROP TABLE annotations; --",
)  # fmt: skip


def attacked(annotated: AnnotatedArticle, attack: str) -> AnnotatedArticle:
    """Return an article with an attack in each of its texts, and in what is said of its marks."""
    text = canonical(f"{attack}\nقال {attack} نعم.\n{attack}")
    revision = replace(
        annotated.revision, text=text, text_sha256=sha256_of(text), source_name=attack
    )
    article = _filled(annotated.article, attack)
    entries = tuple(_entry(one, text, attack, at) for at, one in enumerate(annotated.entries))
    return AnnotatedArticle(article=article, revision=revision, entries=entries)


def shared(attack: str) -> Shared:
    """Return what articles share, with an attack in each of its texts."""
    own = Tag("رأي", Label(attack, attack), attack, "9", attack)
    return Shared(
        tags=(*TAGS, own),
        subjects=(Subject(uid="s", name=attack, other_names=(attack,), note=attack),),
        collections=(Collection(uid="c", name=attack),),
        labels=(ArticleLabel(uid="l", name=attack, colour=attack),),
        own_fields=(OwnField(uid="o", tag="رأي", key=attack, label=Label(attack, attack)),),
        scales=(
            VerdictScale(attack, Label(attack, attack), (_step(attack),)),
            VerdictScale("x", Label(attack, attack), (_step(attack),)),
        ),
        rules=DeskRules(scale=attack),
        templates=(Template(uid="t", name=attack, tag="رأي", note=attack),),
    )


def _step(attack: str) -> VerdictLabel:
    return VerdictLabel(attack, Label(attack, attack), attack, 1, 5, 1, attack)


def kept(one: AnnotatedArticle) -> Iterator[KeptText]:
    """Yield the only text of an article, with a source that is an attack too."""
    yield KeptText(revision=one.revision, source=one.revision.text.encode(), entries=one.entries)


def _entry(one: Entry, text: str, attack: str, at: int) -> Entry:
    start, end = (0, len(text)) if at % 2 else (0, max(1, len(text) - at - 1))
    annotation = replace(
        _filled(one.annotation, attack),
        start_cp=start,
        end_cp=end,
        exact=text[start:end],
        own=(OwnValue(field_uid="o", text=attack),),
        fields=None if one.annotation.fields is None else _filled(one.annotation.fields, attack),
    )
    uid = annotation.uid
    return Entry(
        annotation=annotation,
        subject=_filled(Subject(uid=f"s{at}", name=attack), attack),
        ruling=_ruling(uid, attack),
        rulings=(_ruling(uid, attack),),
        evidence=(_filled(Evidence(uid=f"e{at}", annotation_uid=uid), attack),),
        relations=one.relations,
        reviews=(_filled(Review(uid=f"v{at}", annotation_uid=uid, ruling_uid="r"), attack),),
        appearances=(_filled(Appearance(uid=f"p{at}", annotation_uid=uid), attack),),
        corrections=(_filled(Correction(uid=f"k{at}", annotation_uid=uid), attack),),
        annotator=attack,
        reviewer=attack,
        names={annotation.annotator_uid: attack},
    )


def _ruling(uid: str, attack: str) -> Ruling:
    bare = Ruling(uid="r", annotation_uid=uid, scale="x", code="x", label="x", normalised="false")
    return _filled(bare, attack)


# Keys that the library gives, and closed lists: no person writes into them.
_OURS = frozenset(
    (
        "uid", "exact", "prefix", "suffix", "tag", "status", "origin", "anchor", "normalised",
        "language", "kind", "stance", "quote_type", "cue_class", "attribution_level", "mark_state",
        "verified_against", "verbatim_match", "entity_type", "check_worthiness", "state",
        "claim_type", "priority", "latin_scheme", "format", "encoding", "text_sha256",
        "source_sha256",
    )
)  # fmt: skip


def _filled(value: Any, attack: str) -> Any:
    hints = get_type_hints(type(value))
    texts = [
        one.name
        for one in fields(value)
        if hints[one.name] is str and one.name not in _OURS and not one.name.endswith("_uid")
    ]
    return replace(value, **dict.fromkeys(texts, attack))
