"""The memory of this process."""

import os
from pathlib import Path


def resident() -> int:
    """Return the bytes that the process holds in memory (RSS), shared libraries in full."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")
