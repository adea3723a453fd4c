"""How much of the machine one document may use, and from where its bytes count as too many."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """What reading one document may cost: time in seconds, memory and answer in bytes (SEC-3)."""

    seconds: int = 20
    memory_bytes: int = 1 << 30
    answer_bytes: int = 50_000_000


LIMITS = Limits()
