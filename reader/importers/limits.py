"""How much of the machine one document may use, and from where its bytes count as too many."""

from reader.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """What reading one document may cost: time in seconds, memory and answer in bytes (SEC-3).

    `answer_bytes` are for texts that come at once, `bundle_bytes` for all parts of an
    answer that comes in many. `package_seconds` is the time for one of our own packages,
    which holds as much as a library.
    """

    seconds: int = 20
    memory_bytes: int = 1 << 30
    answer_bytes: int = 50_000_000
    bundle_bytes: int = 500_000_000
    package_seconds: int = 180


LIMITS = Limits()
