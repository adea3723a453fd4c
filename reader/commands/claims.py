"""List the claims of all articles, as the board of the window shows them."""

from argparse import Namespace
from typing import Any

from reader.commands.command import DONE, JSON, REPEATED, Argument, Command
from reader.commands.library import open_library
from reader.commands.terminal import Terminal
from reader.errors import BadValue
from reader.label import Label
from reader.model.claim_line import ClaimLine
from reader.model.vocabulary import CLAIM_STATES

_STATES = tuple(one.key for one in CLAIM_STATES)
_PREVIEW_CP = 100


def _claims(request: Namespace, terminal: Terminal) -> int:
    wanted = frozenset(request.states)
    listed = ", ".join(_STATES)
    for state in request.states:
        if state not in _STATES:
            expected = Label(f"it takes {listed}", f"القيم المقبولة {listed}")
            raise BadValue(field="state", value=state, expected=expected)
    with open_library(request) as store:
        names = {one.uid: one.name for one in store.annotators()}
        lines = [one for one in store.claim_lines() if not wanted or one.state in wanted]
    lines.sort(key=_in_turn)
    if request.json:
        terminal.say_json([_object(one, names) for one in lines])
        return DONE
    for one in lines:
        text = " ".join(one.text[:_PREVIEW_CP].split())
        terminal.row(one.uid, one.state, text, one.claimant, one.verdict, one.evidence)
    return DONE


def _in_turn(line: ClaimLine) -> tuple[int, Any, str]:
    return _STATES.index(line.state), line.created_at, line.uid


def _object(line: ClaimLine, names: dict[str, str]) -> dict[str, object]:
    return {
        "uid": line.uid,
        "article": line.article_uid,
        "title": line.article_title,
        "publisher": line.publisher,
        "claim": line.text,
        "claimant": line.claimant,
        "state": line.state,
        "drop_reason": line.drop_reason,
        "priority": line.priority,
        "assigned_to": names.get(line.assigned_to_uid or "", ""),
        "created_at": line.created_at.isoformat(),
        "verdict": line.code,
        "verdict_label": line.verdict,
        "verdict_class": line.verdict_class,
        "evidence": line.evidence,
        "independent": line.independent,
    }


CLAIMS = Command(
    "claims",
    Label("list the claims of all articles", "سرد ادعاءات المقالات كلها"),
    _claims,
    (
        Argument(
            ("--state",),
            Label("only in this stage; may be repeated", "في هذه المرحلة فقط؛ يمكن تكراره"),
            {**REPEATED, "metavar": "STATE", "dest": "states"},
        ),
        JSON,
    ),
)
