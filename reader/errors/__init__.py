"""The failures that a person can cause or meet; anything else is a bug.

    ReaderError
    ├── BadInput            what was typed or given does not fit
    │   ├── UnknownArticle, UnknownAnnotation, UnknownTag, UnknownField, UnknownFormat,
    │   │   UnknownSubject, SubjectInUse
    │   ├── UnknownCollection, UnknownLabel, UnknownSort
    │   ├── StillUsed       a tag, a field or a choice that annotations hold
    │   ├── BadSpan         positions outside the text, reversed or empty
    │   ├── BadValue        a value that its field does not take
    │   ├── ClaimRefused    a claim that may not go where somebody wants it:
    │   │   NoVerdict, NoReviewer, ReviewerIsRater, NotApproved, NoCorrection, NoDropReason
    │   └── ScaleInUse
    ├── ImportFailed        a source that could not become an article
    │   ├── SourceMissing, SourceUnreadable, SourceNotAFile, SourceTooLarge, SourceEmpty
    │   ├── SourceNotText, SourceNotAnArticle, SourceDamaged, SourceEncrypted, SourceRefused
    │   ├── SourceTookTooLong, SourceNeedsMemory, SourceCrashed, NoChild
    │   ├── AddressRefused, SiteUnreachable, SiteRefused, SiteTookTooLong
    │   ├── ImportCancelled
    │   ├── ColumnsUncertain    carries the headers of a table, so that a person can choose
    │   └── EncodingUncertain   carries the bytes, so that a person can choose
    ├── LibraryFailed       the database could not be opened, read or written
    │   ├── NotALibrary (ForeignPart), SameLibrary, NewerLibrary, DamagedLibrary, LibraryMissing
    │   ├── LibraryReadOnly, LibraryBusy (LibraryInUse), LibraryGone, LibraryFull, LibraryUnwritable
    │   ├── ServerUnreachable, DriverMissing, BackupFailed
    │   ├── ActUnderWay     another act, on many annotations, comes first
    │   └── StaleEdit       somebody else changed the same record; carries both values
    └── ExportFailed        an output that could not be written
        └── OutputUnwritable, ReportNotDrawn

Each is one sentence in English and in Arabic. The command line prints it, the
window shows it in one place (`ui/notices.py`).
"""

from reader.errors.base import (
    ReaderError,
)
from reader.errors.claims import (
    ClaimRefused,
    NoCorrection,
    NoDropReason,
    NoReviewer,
    NotApproved,
    NoVerdict,
    ReviewerIsRater,
    ScaleInUse,
)
from reader.errors.documents import (
    ColumnsUncertain,
    ImportCancelled,
    NoChild,
    SourceCrashed,
    SourceDamaged,
    SourceEncrypted,
    SourceNeedsMemory,
    SourceNotAnArticle,
    SourceRefused,
    SourceTookTooLong,
)
from reader.errors.inputs import (
    BadInput,
    BadSpan,
    BadValue,
    StillUsed,
    SubjectInUse,
    UnknownAnnotation,
    UnknownArticle,
    UnknownCollection,
    UnknownField,
    UnknownFormat,
    UnknownLabel,
    UnknownSort,
    UnknownSubject,
    UnknownTag,
)
from reader.errors.libraries import (
    ActUnderWay,
    BackupFailed,
    DamagedLibrary,
    DriverMissing,
    ForeignPart,
    LibraryBusy,
    LibraryFailed,
    LibraryFull,
    LibraryGone,
    LibraryInUse,
    LibraryMissing,
    LibraryReadOnly,
    LibraryUnwritable,
    NewerLibrary,
    NotALibrary,
    SameLibrary,
    ServerUnreachable,
    StaleEdit,
)
from reader.errors.outputs import ExportFailed, OutputUnwritable, ReportNotDrawn
from reader.errors.sites import AddressRefused, SiteRefused, SiteTookTooLong, SiteUnreachable
from reader.errors.sources import (
    EncodingUncertain,
    ImportFailed,
    SourceEmpty,
    SourceMissing,
    SourceNotAFile,
    SourceNotText,
    SourceTooLarge,
    SourceUnreadable,
)

__all__ = [
    "ActUnderWay",
    "AddressRefused",
    "BackupFailed",
    "BadInput",
    "BadSpan",
    "BadValue",
    "ClaimRefused",
    "ColumnsUncertain",
    "DamagedLibrary",
    "DriverMissing",
    "EncodingUncertain",
    "ExportFailed",
    "ForeignPart",
    "ImportCancelled",
    "ImportFailed",
    "LibraryBusy",
    "LibraryFailed",
    "LibraryFull",
    "LibraryGone",
    "LibraryInUse",
    "LibraryMissing",
    "LibraryReadOnly",
    "LibraryUnwritable",
    "NewerLibrary",
    "NoChild",
    "NoCorrection",
    "NoDropReason",
    "NoReviewer",
    "NoVerdict",
    "NotALibrary",
    "NotApproved",
    "OutputUnwritable",
    "ReaderError",
    "ReportNotDrawn",
    "ReviewerIsRater",
    "SameLibrary",
    "ScaleInUse",
    "ServerUnreachable",
    "SiteRefused",
    "SiteTookTooLong",
    "SiteUnreachable",
    "SourceCrashed",
    "SourceDamaged",
    "SourceEmpty",
    "SourceEncrypted",
    "SourceMissing",
    "SourceNeedsMemory",
    "SourceNotAFile",
    "SourceNotAnArticle",
    "SourceNotText",
    "SourceRefused",
    "SourceTooLarge",
    "SourceTookTooLong",
    "SourceUnreadable",
    "StaleEdit",
    "StillUsed",
    "SubjectInUse",
    "UnknownAnnotation",
    "UnknownArticle",
    "UnknownCollection",
    "UnknownField",
    "UnknownFormat",
    "UnknownLabel",
    "UnknownSort",
    "UnknownSubject",
    "UnknownTag",
]
