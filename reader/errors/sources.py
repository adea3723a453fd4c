"""Sources that could not become articles."""

from reader.errors.base import ReaderError


class ImportFailed(ReaderError):
    """A source that could not become an article."""


class SourceMissing(ImportFailed):
    """There is no such file."""

    english = "There is no file {name}."
    arabic = "لا يوجد ملف باسم {name}."


class SourceUnreadable(ImportFailed):
    """The system refuses to read the file."""

    english = "The file {name} cannot be read: {reason}."
    arabic = "تتعذر قراءة الملف {name}: {reason}."


class SourceNotAFile(ImportFailed):
    """A folder, a device, a pipe or a socket stands at the path."""

    english = "{name} is not an ordinary file, so it was not opened."
    arabic = "{name} ليس ملفًا عاديًا، ولذلك لم يُفتح."


class SourceTooLarge(ImportFailed):
    """The source holds more bytes than the limit."""

    english = "{name} is larger than {limit} MB, the most that can be imported."
    arabic = "حجم {name} أكبر من {limit} ميغابايت، وهو الحد الأقصى للاستيراد."


class SourceEmpty(ImportFailed):
    """Nothing to read in the source."""

    english = "{name} holds no text."
    arabic = "لا نص في {name}."


class SourceNotText(ImportFailed):
    """The bytes are those of a program, a picture or an archive."""

    english = "{name} is not a text file."
    arabic = "{name} ليس ملفًا نصيًا."


class EncodingUncertain(ImportFailed):
    """The encoding could not be told with confidence, so a person must choose.

    Attributes:
        source: the bytes as read.
        name: what to call the source.
        candidates: Python names of encodings that decode it, likeliest first.

    """

    english = "The encoding of {name} is not certain; choose one of {encodings}."
    arabic = "ترميز {name} غير مؤكد؛ اختر واحدًا من {encodings}."

    def __init__(self, *, name: str, source: bytes, candidates: tuple[str, ...]) -> None:
        super().__init__(name=name, encodings=", ".join(candidates))
        self.name = name
        self.source = source
        self.candidates = candidates
