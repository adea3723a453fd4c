"""Outputs that could not be written."""

from reader.errors.base import ReaderError


class ExportFailed(ReaderError):
    """An output that could not be written."""


class ReportNotDrawn(ExportFailed):
    """Qt could not draw the pages of a report."""

    english = "The pages of the report could not be drawn: {reason}."
    arabic = "تعذر رسم صفحات التقرير: {reason}."


class OutputUnwritable(ExportFailed):
    """The system refuses to write the output."""

    english = "{name} could not be written: {reason}. What was there before is unchanged."
    arabic = "تعذرت كتابة {name}: {reason}. بقي ما كان فيه على حاله."
