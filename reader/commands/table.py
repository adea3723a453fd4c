"""The commands of the command line, as one table. No Qt: `window` loads it when it must."""

from reader.commands.annotations import ANNOTATE, ANNOTATIONS
from reader.commands.articles import ARTICLES
from reader.commands.care import BACKUP, CHECK, RESTORE
from reader.commands.claims import CLAIMS
from reader.commands.codebook import CODEBOOK
from reader.commands.export import EXPORT
from reader.commands.importing import IMPORT
from reader.commands.numbers import NUMBERS
from reader.commands.said import SAID
from reader.commands.search import SEARCH
from reader.commands.show import SHOW
from reader.commands.window import OPEN

COMMANDS = (
    OPEN,
    IMPORT,
    ARTICLES,
    SHOW,
    ANNOTATE,
    ANNOTATIONS,
    SEARCH,
    SAID,
    CLAIMS,
    EXPORT,
    CODEBOOK,
    NUMBERS,
    CHECK,
    BACKUP,
    RESTORE,
)
