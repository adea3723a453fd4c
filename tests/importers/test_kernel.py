"""The program that the kernel runs at each system call refuses what it should, on each machine.

It is run here by an interpreter of our own (linux/filter.h), because only one machine is at hand.
"""

import struct

import pytest

from reader.importers import kernel

ALLOWED, REFUSED = 0x7FFF0000, 0x00050001
# read, write, openat, mmap, exit_group, clone: without them nothing is read.
NEEDED = {"x86_64": (0, 1, 257, 9, 231, 56), "aarch64": (63, 64, 56, 222, 94, 220)}


def verdict(program: bytes, architecture: int, number: int) -> int:
    """Run a program on a system call and return what it says of it."""
    lines = [struct.unpack_from("HBBI", program, at) for at in range(0, len(program), 8)]
    loaded = at = 0
    while True:
        code, if_so, if_not, value = lines[at]
        at += 1
        if code == 0x20:  # load a word: 0 is the call's number, 4 the machine
            loaded = {0: number, 4: architecture}[value]
        elif code in {0x15, 0x35}:
            holds = loaded == value if code == 0x15 else loaded >= value
            at += if_so if holds else if_not
        else:
            assert code == 0x06
            return value


@pytest.mark.parametrize("machine", kernel._FORBIDDEN_CALLS)
def test_the_filter_refuses_what_it_names_and_nothing_else(machine):
    architecture, calls = kernel._FORBIDDEN_CALLS[machine]
    program = kernel._filter(architecture, calls)
    assert {verdict(program, architecture, one) for one in calls} == {REFUSED}
    assert {verdict(program, architecture, one) for one in NEEDED[machine]} == {ALLOWED}
    allowed = {one for one in range(500) if verdict(program, architecture, one) == ALLOWED}
    assert allowed == set(range(500)) - set(calls)


@pytest.mark.parametrize("machine", kernel._FORBIDDEN_CALLS)
def test_the_calls_of_other_tables_are_refused(machine):
    architecture, calls = kernel._FORBIDDEN_CALLS[machine]
    program = kernel._filter(architecture, calls)
    assert verdict(program, 0x40000003, 0) == REFUSED  # 32 bits
    assert verdict(program, architecture, 0x40000000) == REFUSED  # x32


def test_other_systems_hold_nothing_of_it(monkeypatch):
    monkeypatch.setattr(kernel.sys, "platform", "darwin")
    assert not kernel.leave_network()
    assert not kernel.forbid_calls()
    assert not kernel.forbid_files(["/"])
    kernel.end_with_parent()


def test_an_unknown_machine_gets_no_filter(monkeypatch):
    monkeypatch.setattr(kernel.platform, "machine", lambda: "s390x")
    assert not kernel.forbid_calls()
