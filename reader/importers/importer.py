"""What a format that can be read tells of itself."""

from collections.abc import Callable

from reader.frozen import dataclass
from reader.label import Label


@dataclass(frozen=True, slots=True)
class Importer:
    """One format: its key in the library, its name, how its files end, and what reads it.

    `module` holds `read(source: bytes, name: str, given: Given) -> Contents`, which runs
    in the child unless the format is `harmless` and the source small. `is_sign` tells the
    format from the bytes; of one that is `signed`, a file without the sign is damaged.
    """

    key: str
    label: Label
    suffixes: tuple[str, ...]
    module: str
    is_sign: Callable[[bytes], bool] | None = None
    signed: bool = False
    harmless: bool = False
