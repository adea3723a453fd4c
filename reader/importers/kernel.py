"""What Linux takes from a process for good: the network, other programs, foreign files.

Each part is tried and may be missing: an old kernel, a container or another system
has less. The calls have no library of ours, so they are made by number
(linux/seccomp.h, linux/landlock.h, asm/unistd.h).
"""

import ctypes
import os
import platform
import signal
import struct
import sys
from collections.abc import Iterable

_PR_SET_PDEATHSIG, _PR_SET_SECCOMP, _PR_SET_NO_NEW_PRIVS = 1, 22, 38
_FILTER_MODE = 2
_NEW_USER, _NEW_NETWORK = 0x10000000, 0x40000000

# socket, socketpair, connect, bind, sendto, sendmsg, execve, execveat, ptrace,
# process_vm_readv, process_vm_writev; io_uring_setup would get round the others.
_FORBIDDEN_CALLS = {
    "x86_64": (0xC000003E, (41, 53, 42, 49, 44, 46, 59, 322, 101, 310, 311, 425)),
    "aarch64": (0xC00000B7, (198, 199, 203, 200, 206, 211, 221, 281, 117, 270, 271, 425)),
}
_X32_CALLS = 0x40000000  # x86-64's second table of the same calls
_LOAD, _EQUAL, _AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06
_ALLOW, _REFUSE = 0x7FFF0000, 0x00050000 | 1  # the error is EPERM

_CREATE_RULES, _ADD_RULE, _RESTRICT = 444, 445, 446
_READ_FILE, _READ_FOLDER = 1 << 2, 1 << 3
# The rights that each version of Landlock can take away: 13 at first, then more.
_RIGHTS = {1: (1 << 13) - 1, 2: (1 << 14) - 1, 3: (1 << 15) - 1, 5: (1 << 16) - 1}


def leave_network() -> bool:
    """Move this process to a network of its own that holds nothing; tell whether it worked."""
    if not sys.platform.startswith("linux"):
        return False
    # The superuser may do it as such; others in a namespace where they are superuser.
    return any(_libc().unshare(flags) == 0 for flags in (_NEW_NETWORK, _NEW_USER | _NEW_NETWORK))


def end_with_parent() -> None:
    """Have this process killed when the one that started it ends."""
    if sys.platform.startswith("linux"):
        _libc().prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)


def forbid_calls() -> bool:
    """Refuse sockets and other programs from now on; tell whether it worked."""
    machine = platform.machine()
    if not sys.platform.startswith("linux") or machine not in _FORBIDDEN_CALLS:
        return False
    architecture, calls = _FORBIDDEN_CALLS[machine]
    program = _filter(architecture, calls)
    code = ctypes.create_string_buffer(program, len(program))
    # struct sock_fprog: the number of instructions of 8 bytes, and where they are.
    described = struct.pack("HP", len(program) // 8, ctypes.addressof(code))
    libc = _libc()
    libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    return bool(libc.prctl(_PR_SET_SECCOMP, _FILTER_MODE, described, 0, 0) == 0)


def forbid_files(readable: Iterable[str]) -> bool:
    """Refuse every file and folder but those in the folders named; tell whether it worked."""
    libc = _libc() if sys.platform.startswith("linux") else None
    version = libc.syscall(_CREATE_RULES, None, 0, 1) if libc else -1
    if libc is None or version < 1:
        return False
    rights = _RIGHTS[max(known for known in _RIGHTS if known <= version)]
    rules = libc.syscall(_CREATE_RULES, struct.pack("Q", rights), 8, 0)
    for path in readable:
        folder = os.path.isdir(path)  # noqa: PTH112 - a Path is not needed in the child
        try:
            place = os.open(path, os.O_PATH | os.O_CLOEXEC)
        except OSError:
            continue
        # struct landlock_path_beneath_attr is packed: the rights, and the folder's descriptor.
        allowed = struct.pack("=Qi", _READ_FILE | (_READ_FOLDER if folder else 0), place)
        libc.syscall(_ADD_RULE, rules, 1, allowed, 0)
        os.close(place)
    libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    done = libc.syscall(_RESTRICT, rules, 0)
    os.close(rules)
    return bool(done == 0)


def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)


def _filter(architecture: int, calls: tuple[int, ...]) -> bytes:
    """Return a program for the kernel (BPF) that refuses some calls and allows the rest."""
    size = len(calls)
    # Two numbers of each line say how many lines to leave out: if it is so, and if not.
    lines = [
        (_LOAD, 0, 0, 4),  # seccomp_data.arch
        (_EQUAL, 0, size + 3, architecture),
        (_LOAD, 0, 0, 0),  # seccomp_data.nr
        (_AT_LEAST, size + 1, 0, _X32_CALLS),
        *((_EQUAL, size - i, 0, number) for i, number in enumerate(calls)),
        (_RETURN, 0, 0, _ALLOW),
        (_RETURN, 0, 0, _REFUSE),
    ]
    return b"".join(struct.pack("HBBI", *line) for line in lines)
