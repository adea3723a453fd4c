"""Outputs that could not be written."""

from reader.errors.base import ReaderError


class ExportFailed(ReaderError):
    """An output that could not be written."""


class OutputUnwritable(ExportFailed):
    """The system refuses to write the output."""

    english = "{name} could not be written: {reason}. What was there before is unchanged."
    arabic = "تعذرت كتابة {name}: {reason}. بقي ما كان فيه على حاله."
