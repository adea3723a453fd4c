"""The tables. Change them only together with a migration; a test holds the two together."""

from reader.storage.schema.annotations import (
    AnnotationRow,
    ClaimRow,
    EntityRow,
    FigureRow,
    QuoteRow,
)
from reader.storage.schema.articles import AnnotatorRow, ArticleRow, RevisionRow
from reader.storage.schema.base import APPLICATION_ID, SCHEMA_VERSION, Row
from reader.storage.schema.checking import (
    AppearanceRow,
    CorrectionRow,
    DeskRow,
    EvidenceRow,
    RelationRow,
    ReviewRow,
    RulingRow,
)
from reader.storage.schema.codebook import (
    OwnChoiceRow,
    OwnFieldRow,
    OwnValueRow,
    TemplateRow,
    TemplateValueRow,
)
from reader.storage.schema.record import ChangeRow
from reader.storage.schema.search import SearchDocumentRow
from reader.storage.schema.shelves import (
    ArticleKeysRow,
    CollectedRow,
    CollectionRow,
    LabelledRow,
    LabelRow,
    ReadingRow,
)
from reader.storage.schema.subjects import (
    SubjectNameRow,
    SubjectRoleRow,
    SubjectRow,
    TagRow,
    VerdictLabelRow,
    VerdictScaleRow,
)

__all__ = [
    "APPLICATION_ID",
    "SCHEMA_VERSION",
    "AnnotationRow",
    "AnnotatorRow",
    "AppearanceRow",
    "ArticleKeysRow",
    "ArticleRow",
    "ChangeRow",
    "ClaimRow",
    "CollectedRow",
    "CollectionRow",
    "CorrectionRow",
    "DeskRow",
    "EntityRow",
    "EvidenceRow",
    "FigureRow",
    "LabelRow",
    "LabelledRow",
    "OwnChoiceRow",
    "OwnFieldRow",
    "OwnValueRow",
    "QuoteRow",
    "ReadingRow",
    "RelationRow",
    "ReviewRow",
    "RevisionRow",
    "Row",
    "RulingRow",
    "SearchDocumentRow",
    "SubjectNameRow",
    "SubjectRoleRow",
    "SubjectRow",
    "TagRow",
    "TemplateRow",
    "TemplateValueRow",
    "VerdictLabelRow",
    "VerdictScaleRow",
]
