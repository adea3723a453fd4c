"""Two values of one record, told side by side."""

from dataclasses import fields, is_dataclass
from typing import Any

from reader.label import Label, Language
from reader.model.fields import FIELDS
from reader.text.controls import guarded
from reader.ui.saving import Conflict

_LONGEST = 120
_NAMES = {
    "note": Label("Note", "الملاحظة"),
    "status": Label("Status", "الحالة"),
    "tag": Label("Tag", "العلامة"),
    "exact": Label("Words", "الكلمات"),
    "name": Label("Name", "الاسم"),
    "wikidata_id": Label("Wikidata id", "معرّف ويكي بيانات"),
    "label": Label("Verdict", "الحكم"),
} | {field.attribute: field.label for field in FIELDS if field.attribute}
_MINE = Label("mine", "عندي")
_THEIRS = Label("in the library", "في المكتبة")
_NOTHING = Label("nothing", "لا شيء")
_DELETED = Label("deleted", "محذوف")
_SAME_TIME = Label(
    "Somebody else changed this in the meantime.", "غيّر شخص آخر هذا العنصر في هذه الأثناء."
)


def told(conflict: Conflict, language: Language) -> str:
    """Return a conflict in words: for each part that differs, both values, a line each."""
    lines = [_SAME_TIME.text(language)]
    for name, mine, theirs in differences(conflict):
        label = _NAMES[name].text(language) if name in _NAMES else ""
        prefix = f"{label} — " if label else ""
        lines.append(
            f"{prefix}{_MINE.text(language)}: {_shown(mine, language)} · "
            f"{_THEIRS.text(language)}: {_shown(theirs, language)}"
        )
    return "\n".join(lines)


def differences(conflict: Conflict) -> list[tuple[str, Any, Any]]:
    """Return (name, ours, theirs) for each part that a person would recognise as another."""
    if conflict.ours is None or conflict.theirs is None:
        return [("", conflict.ours or _DELETED, conflict.theirs or _DELETED)]
    ours, theirs = _flat(conflict.ours), _flat(conflict.theirs)
    names = [name for name in _NAMES if name in ours or name in theirs]
    return [
        (name, ours.get(name), theirs.get(name))
        for name in names
        if ours.get(name) != theirs.get(name)
    ]


def _flat(value: Any) -> dict[str, Any]:
    """Return a value's parts by name, those of its typed fields among them."""
    parts: dict[str, Any] = {}
    for field in fields(value):
        part = getattr(value, field.name)
        if is_dataclass(part):
            parts |= _flat(part)
        else:
            parts[field.name] = part
    return parts


def _shown(value: Any, language: Language) -> str:
    if isinstance(value, Label):
        return value.text(language)
    if is_dataclass(value):
        value = getattr(value, "exact", "") or getattr(value, "name", "")
    text = guarded(str(value or "")) or _NOTHING.text(language)
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"
