"""What XML 1.0 can say (2.2): no control characters but tab and line ends."""

import re

from reader.label import Label

_UNSAYABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def is_sayable(text: str) -> bool:
    """Tell whether XML can hold a text."""
    return _UNSAYABLE.search(text) is None


def sayable(text: str) -> str:
    """Return a text for people, with U+FFFD for what XML cannot hold."""
    return _UNSAYABLE.sub("\ufffd", text)


def left_out(texts: int, values: int) -> tuple[Label, ...]:
    """Return what to say of so many articles and values that XML cannot hold."""
    said = []
    if texts:
        said.append(
            Label(
                f"Articles left out, because their text has characters that XML cannot hold:"
                f" {texts}.",
                f"عدد المقالات المتروكة لأن في نصها رموزًا لا تتسع لها صيغة XML: {texts}.",
            )
        )
    if values:
        said.append(
            Label(
                f"Values left out, because they have characters that XML cannot hold: {values}.",
                f"عدد القيم المتروكة لأن فيها رموزًا لا تتسع لها صيغة XML: {values}.",
            )
        )
    return tuple(said)
