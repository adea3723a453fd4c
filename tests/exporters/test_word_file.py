"""Paragraphs of a Word document leave the memory, and come into the file in their order."""

import io

import pytest
from docx import Document

from reader.exporters.report.word_file import WordFile


def test_what_was_put_away_is_in_the_file_and_no_more_in_memory():
    document = Document()
    stream = io.BytesIO()
    words = ["أول <b>&amp;", "ثانٍ", "third"]
    with WordFile(document) as file:
        for number, one in enumerate(words):
            document.add_heading(one, 1)
            document.add_paragraph(one)
            if number != 1:
                file.put_away()
                assert document.paragraphs == []
        file.save(stream)
    made = Document(io.BytesIO(stream.getvalue()))
    assert [one.text for one in made.paragraphs] == [one for one in words for _ in range(2)]
    assert [one.style.name for one in made.paragraphs[:2]] == ["Heading 1", "Normal"]
    assert len(made.sections) == 1


def test_a_failure_leaves_no_file_behind():
    class Wrong(Exception):
        pass

    with pytest.raises(Wrong), WordFile(Document()) as file:
        raise Wrong
    with pytest.raises(ValueError, match="closed"):
        file.put_away() or file.save(io.BytesIO())
