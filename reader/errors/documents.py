"""Documents that could not be read apart: what they did, and what they are."""

from reader.errors.sources import ImportFailed


class SourceNotAnArticle(ImportFailed):
    """The bytes are those of something that holds no article we can read."""

    english = "{name} is {kind}."
    arabic = "الملف {name} هو {kind}."


class SourceDamaged(ImportFailed):
    """The document is cut off, or is not what it says it is."""

    english = "{name} is damaged: {reason}."
    arabic = "الملف {name} تالف: {reason}."


class SourceEncrypted(ImportFailed):
    """The document opens with a password only."""

    english = "{name} is protected by a password; save a copy without one and import that."
    arabic = "الملف {name} محمي بكلمة مرور؛ احفظ نسخة بلا كلمة مرور ثم استوردها."


class SourceRefused(ImportFailed):
    """The document is built to do harm, or as if it were."""

    english = "{name} was not read, because {reason}."
    arabic = "لم يُقرأ {name}، لأن {reason}."


class SourceTookTooLong(ImportFailed):
    """The document was not read within its time."""

    english = "{name} could not be read within {seconds} seconds, so it was given up."
    arabic = "لم تكتمل قراءة {name} خلال {seconds} ثانية، فتُركت."


class SourceNeedsMemory(ImportFailed):
    """The document asks for more memory than it may have."""

    english = "{name} needs more than {limit} MB of memory to be read, so it was given up."
    arabic = "تحتاج قراءة {name} إلى أكثر من {limit} ميغابايت من الذاكرة، فتُركت."


class SourceCrashed(ImportFailed):
    """What reads the document failed over it."""

    english = "{name} could not be read: it is damaged, or built in an unusual way."
    arabic = "تعذرت قراءة {name}: هو تالف أو مبني على نحو غير معتاد."


class ImportCancelled(ImportFailed):
    """A person gave up waiting."""

    english = "The import of {name} was cancelled."
    arabic = "أُلغي استيراد {name}."


class NoChild(ImportFailed):
    """The system starts no process in which a document could be read safely."""

    english = "{name} was not read, because no process could be started for it: {reason}."
    arabic = "لم يُقرأ {name}، لتعذر تشغيل عملية مستقلة لقراءته: {reason}."


class ColumnsUncertain(ImportFailed):
    """No column of a table tells that it holds the texts, so a person must choose.

    Attributes:
        source: the bytes as read.
        name: what to call the source.
        headers: the columns' headers as they stand.
        samples: the first words found in each.

    """

    english = "It is not clear which column of {name} holds the texts; it has {columns}."
    arabic = "ليس واضحًا أي عمود في {name} فيه النصوص؛ أعمدته {columns}."

    def __init__(
        self, *, name: str, source: bytes, headers: tuple[str, ...], samples: tuple[str, ...] = ()
    ) -> None:
        super().__init__(name=name, columns=", ".join(headers))
        self.name = name
        self.source = source
        self.headers = headers
        self.samples = samples
