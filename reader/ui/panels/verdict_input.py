"""A verdict chosen from the scale in force; one of another scale stays readable.

A claim that is an image or a video is offered the steps of the scale for these too.
"""

from PySide6.QtWidgets import QWidget

from reader.label import Language
from reader.model.change import Change
from reader.model.claim import scales_for
from reader.ui.library import Library
from reader.ui.panels.inputs import ChoiceInput, Option


class VerdictInput(ChoiceInput):
    """Offers the steps of the scales that a new verdict can be of, as they are now."""

    _kind = ""

    def __init__(
        self, library: Library, nothing: Option, language: Language, parent: QWidget
    ) -> None:
        self._library = library
        self._nothing = nothing
        self._language: Language = language
        super().__init__(self._offered(), parent)
        library.changed.connect(self._follow)

    def show_kind(self, claim_type: str) -> None:
        """Offer what fits a claim of this kind."""
        if claim_type != self._kind:
            self._kind = claim_type
            self.set_options(self._offered())

    def words_of(self, value: str) -> str:
        """Return the words of a code, of whichever scale has it."""
        known = super().words_of(value)
        return next((one.words for one in self._every() if one.key == value), known)

    def set_text(self, text: str) -> None:
        """Choose a code; one that only another scale has is shown in its words."""
        super().set_text(text)
        at = self.findData(text)
        if at >= 0:
            self.setItemText(at, self.words_of(text))

    def _offered(self) -> tuple[Option, ...]:
        in_force = self._library.verdict_scale()
        scales = scales_for(self._library.verdict_scales(), in_force, self._kind)
        by_code = {one.key: one for scale in reversed(scales) for one in self._steps(scale.key)}
        codes = dict.fromkeys(step.code for scale in scales for step in scale.labels)
        return (self._nothing, *(by_code[code] for code in codes))

    def _steps(self, key: str) -> tuple[Option, ...]:
        return tuple(
            Option(step.code, step.label.text(self._language), step.colour)
            for scale in self._library.verdict_scales()
            for step in scale.labels
            if scale.key == key
        )

    def _every(self) -> tuple[Option, ...]:
        """Return all steps, those of the scale in force first."""
        others = (one.key for one in self._library.verdict_scales())
        rest = tuple(option for key in others for option in self._steps(key))
        return (self._nothing, *self._steps(self._library.verdict_scale().key), *rest)

    def _follow(self, change: Change) -> None:
        if any(one.kind in ("scale", "desk") for one in change.edits):
            self.set_options(self._offered())
