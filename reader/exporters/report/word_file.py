"""A Word document whose paragraphs leave the memory: article by article they go to a file.

python-docx holds all of a document. What it has made of an article is taken out of its body
and written to a temporary file; in the end that becomes the body of the part that Word reads
(ECMA-376, 17.2), and every other part stays as python-docx makes it.
"""

import zipfile
from io import BytesIO
from tempfile import TemporaryFile
from types import TracebackType
from typing import BinaryIO

from docx.document import Document as WordDocument
from lxml import etree

from reader.exporters.zipped import Zipped

_BODY_PART = "word/document.xml"
_CHUNK_BYTES = 1 << 16


class WordFile:
    """Gathers the body of a document; to be used with `with`, which lets go of the file."""

    def __init__(self, document: WordDocument) -> None:
        self._document = document
        self._written = TemporaryFile()  # noqa: SIM115 - closed with this object

    def __enter__(self) -> "WordFile":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._written.close()

    def put_away(self) -> None:
        """Take all paragraphs out of the document, and write them where they wait."""
        body = self._document.element.body
        for element in list(body):
            if element is not body.sectPr:
                body.remove(element)
                self._written.write(etree.tostring(element))

    def save(self, stream: BinaryIO) -> None:
        """Write the document into a stream in which nobody goes back."""
        self.put_away()
        packed = BytesIO()
        self._document.save(packed)
        with zipfile.ZipFile(packed) as made, Zipped(stream) as archive:
            for name in made.namelist():
                if name != _BODY_PART:
                    archive.add(name, made.read(name))
            self._save_body(archive, made.read(_BODY_PART))

    def _save_body(self, archive: Zipped, empty: bytes) -> None:
        opening = b"<w:body>"
        before, found, after = empty.partition(opening)
        if not found:
            raise ValueError(empty)
        self._written.seek(0)
        with archive.part(_BODY_PART) as part:
            part.write(before + opening)
            while chunk := self._written.read(_CHUNK_BYTES):
                part.write(chunk)
            part.write(after)
