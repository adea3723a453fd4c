"""The root of every failure that we foresaw."""

from collections.abc import Callable
from typing import ClassVar

from reader.label import Label, Language


class ReaderError(Exception):
    """A failure we foresaw, told in one sentence.

    The keyword arguments of the constructor are the facts that the sentence
    names; a child class declares the sentence in both languages.
    """

    english: ClassVar[str] = "Something went wrong."
    arabic: ClassVar[str] = "حدث خطأ."

    def __init__(self, **facts: object) -> None:
        self.facts = facts
        super().__init__(self.sentence("en"))

    def sentence(self, language: Language, shown: Callable[[str], str] = str) -> str:
        """Return the sentence in a language, each fact passed through `shown`.

        `shown` makes a foreign name safe to print (see `text/controls.py`). A fact
        that is a `Label` is told in the same language.
        """
        template = self.arabic if language == "ar" else self.english
        facts = {
            key: value.text(language) if isinstance(value, Label) else shown(str(value))
            for key, value in self.facts.items()
        }
        return template.format(**facts)
