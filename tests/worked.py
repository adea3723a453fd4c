"""The sample article worked as a desk would, by the keys and the mouse of two people's windows.

What they write is that of `resources/samples/water-station.json`: 6 quotes with speaker and cue,
10 entities with their subjects, 4 claims with evidence, a verdict, and a second review.
"""

import json
from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QDeadlineTimer, QEventLoop, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView, QWidget

from reader.model.vocabulary import CLAIM_STATES
from reader.paths import resource
from reader.sample import Sample, span_of
from reader.storage import Store
from reader.ui.panels.inputs import ChoiceInput, LongInput
from reader.ui.panels.part_card import PartCard
from reader.ui.workspace import Workspace

Key = Qt.Key
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
_NONE = Qt.KeyboardModifier.NoModifier
_LONGEST_WAIT_MS = 60_000
_MOST_STEPS = 200  # Tabs or hits; more of them means that the way leads nowhere

WRITER, REVIEWER = "ريم الكاتب", "هادي الورّاق"
ENTITIES = (
    "place-town",
    "place-iraq",
    "org-velmora",
    "org-authority",
    "event-covid",
    "person-rawandi",
    "person-safwani",
    "org-who",
    "person-taylasani",
)
SECOND_MENTION = "place-town-in-name"  # takes the name that is suggested
QUOTES = (
    "quote-output",
    "quote-salinity",
    "quote-capacity",
    "quote-share",
    "quote-denial",
    "quote-um-yasin",
)
CLAIMS = ("claim-delay", "claim-output", "claim-capacity", "claim-who")
_DIGITS = {"quote": Key.Key_1, "entity": Key.Key_2, "claim": Key.Key_3}
_STATES = {one.key: Key(Key.Key_1 + place) for place, one in enumerate(CLAIM_STATES)}


def add_bare(store: Store) -> None:
    """Add the sample article, without what was annotated in it."""
    sample = Sample()
    for annotator in sample.annotators():
        store.add_annotator(annotator)
    store.add_article(sample.imported(), sample.somebody(), sample.session_uid)


def rows() -> dict[str, Mapping[str, Any]]:
    """Return what the sample's file says of each annotation, by its key."""
    content = json.loads(resource("samples", "water-station.json").read_text("utf-8"))
    return {row["key"]: row for row in content["annotations"]}


def subjects() -> dict[str, str]:
    """Return the names of the sample's subjects, by their keys."""
    content = json.loads(resource("samples", "water-station.json").read_text("utf-8"))
    return {row["key"]: row["name"] for row in content["subjects"]}


class Hands:
    """What one person does at their window."""

    def __init__(self, workspace: Workspace) -> None:
        self.desk = workspace
        self.window = workspace.page.window()
        self.page = workspace.page

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = _NONE, times: int = 1) -> None:
        """Press a key where the keyboard is."""
        for _ in range(times):
            QTest.keyClick(self._keyboard(), key, modifiers)
            QApplication.processEvents()  # what a key makes is shown before the next one

    def _keyboard(self) -> QWidget:
        """Return what gets a key: a list of names that has popped up, or else the window's."""
        popup = QApplication.activePopupWidget()
        if isinstance(popup, QListView):
            return popup
        if not self.window.isActiveWindow():
            wait(self._is_active)
        return self.window.focusWidget() or self.window

    def _is_active(self) -> bool:
        """Tell whether the window is the active one, and wish it so."""
        self.window.raise_()
        self.window.activateWindow()
        return self.window.isActiveWindow()

    def write(self, words: str) -> None:
        """Type letter by letter, as an Arabic keyboard sends them."""
        for letter in words:
            QTest.sendKeyEvent(
                QTest.KeyAction.Click, self._keyboard(), Key.Key_unknown, letter, _NONE
            )

    def select(self, row: Mapping[str, Any]) -> None:
        """Select words by Ctrl+F, Enter until they are the right ones, and Esc.

        What is longer than the bar takes is selected to its end by Shift and the arrow.
        """
        wanted = span_of(self.desk.articles.revision.text, row)
        self.press(Key.Key_F6)
        self.press(Key.Key_Home, CTRL)
        self.press(Key.Key_F, CTRL)
        self.press(Key.Key_A, CTRL)
        self.write(row["exact"])
        wait(self._has_found)
        for _ in range(_MOST_STEPS):
            if self.page.caret() == wanted[0]:
                break
            self.press(Key.Key_Return)
        self.press(Key.Key_Escape)
        self.press(Key.Key_Left, SHIFT, max(wanted[1] - self.page.selection()[1], 0))
        found = self.page.selection()
        if found != wanted:
            raise AssertionError(f"{row['exact']!r}: selected {found}, not {wanted}")

    def _has_found(self) -> bool:
        finder = self.desk.find._finder
        return not finder.is_running and bool(finder.hits)

    def tag(self, row: Mapping[str, Any]) -> str:
        """Select words and press the digit of their tag; return the annotation's uid."""
        self.select(row)
        self.press(_DIGITS[row["tag"]])
        uid = self.page.current()
        if uid is None:
            raise AssertionError(f"{row['exact']!r} was not tagged")
        return uid

    def go_to(self, widget: QWidget) -> None:
        """Press Tab until the keyboard is where it is wanted."""
        for _ in range(_MOST_STEPS):
            if self.window.focusWidget() is widget:
                return
            self.press(Key.Key_Tab)
        raise AssertionError(f"Tab does not lead to {widget.objectName()}")

    def edit(self) -> None:
        """Go from the page to the details of the current annotation."""
        self.press(Key.Key_F6)
        self.press(Key.Key_Return)

    def fill(self, field: QWidget, value: str) -> None:
        """Tab to a field, write or choose its value, and end it by its own key."""
        self.go_to(field)
        if isinstance(field, ChoiceInput):
            self._choose(field, value)
            return
        self.write(value)
        self.press(Key.Key_Return, CTRL if isinstance(field, LongInput) else _NONE)

    def field(self, key: str) -> QWidget:
        """Return the field of the details that has a key."""
        row = self.desk.details_panel.row(key)
        if row is None:
            raise AssertionError(f"no field {key}")
        return row.field

    def _choose(self, field: ChoiceInput, value: str) -> None:
        self.press(Key.Key_Space)
        view = field.view()
        QTest.keyClick(view, Key.Key_Home)
        for _ in range(field.findData(value)):
            QTest.keyClick(view, Key.Key_Down)
        QTest.keyClick(view, Key.Key_Return)
        QApplication.processEvents()

    def go_to_card(self, uid: str) -> None:
        """Show the board and click on a claim's card."""
        self.press(Key.Key_2, ALT)
        view = self.window.views.widget("claims")
        wait(lambda: uid in {one.uid for one in view.lines()})
        for state in _STATES:
            cards = view.board.column(state).cards
            index = cards.model().index_of(uid)
            if index.isValid():
                where = cards.visualRect(index).center()
                QTest.mouseClick(cards.viewport(), Qt.MouseButton.LeftButton, pos=where)
        if view.current_uid() != uid:
            raise AssertionError("the card is not on the board")

    def move(self, uid: str, *states: str) -> None:
        """Move a claim's card by the digits of the columns."""
        self.go_to_card(uid)
        for state in states:
            self.press(_STATES[state])

    def wait_for_state(self, state: str, count: int) -> None:
        """Show the board, and wait until so many claims have come into a column."""
        self.press(Key.Key_2, ALT)
        models = self.window.views.widget("claims").board.models()
        model = next(one for key, one in zip(_STATES, models, strict=True) if key == state)
        wait(lambda: len(model.shown_uids()) == count)

    def take_back_all(self) -> int:
        """Press Ctrl+Z until nothing is left; return how often."""
        return self._repeat(Key.Key_Z, CTRL, self.desk.library.undo_label)

    def do_all_again(self) -> int:
        """Press Ctrl+Y until nothing is left; return how often."""
        return self._repeat(Key.Key_Y, CTRL, self.desk.library.redo_label)

    def _repeat(
        self, key: Qt.Key, modifiers: Qt.KeyboardModifier, left: Callable[[], object]
    ) -> int:
        self.press(Key.Key_F6)
        count = 0
        while left() is not None:
            self.press(key, modifiers)
            self.desk.library.flush()
            count += 1
        return count


def work(writer: Hands, reviewer: Hands) -> None:
    """Work the article from end to end, and save it."""
    mark_entities(writer)
    mark_quotes(writer)
    uids = mark_claims(writer)
    check_claims(writer, uids)
    writer.desk.library.flush()
    review_claims(reviewer, uids)
    reviewer.desk.library.flush()


def mark_entities(hands: Hands) -> None:
    """Tag ten names: nine are new subjects, the tenth takes the one that is suggested."""
    known, names = rows(), subjects()
    for key in ENTITIES:
        hands.tag(known[key])
        hands.edit()
        hands.fill(hands.field("entity_type"), known[key]["fields"]["entity_type"])
        hands.fill(hands.field("entity_name"), names[known[key]["subject"]])
    hands.tag(known[SECOND_MENTION])
    hands.press(Key.Key_Y)


def mark_quotes(hands: Hands) -> None:
    """Tag six quotes, and tell their speakers and cues by the words of the text."""
    known = rows()
    for key in QUOTES:
        row = known[key]
        hands.tag(row)
        hands.select(row["speaker"])
        hands.press(Key.Key_S)
        hands.select(row["cue"])
        hands.press(Key.Key_D)
        hands.edit()
        hands.fill(hands.field("quote_type"), row["fields"]["quote_type"])


def mark_claims(hands: Hands) -> dict[str, str]:
    """Tag four claims, say what they claim and who does; return their uids by their keys."""
    known, names = rows(), subjects()
    made = {}
    for key in CLAIMS:
        row = known[key]
        made[key] = hands.tag(row)
        hands.edit()
        hands.fill(hands.field("claim_text"), row["fields"]["claim_text"])
        hands.fill(hands.field("claimant"), names[row["subject"]])
        hands.fill(hands.field("claim_date"), row["fields"]["claimed_on"])
        hands.fill(hands.field("check_worthiness"), row["fields"]["check_worthiness"])
    return made


def check_claims(hands: Hands, uids: Mapping[str, str]) -> None:
    """Take each claim over the board to its verdict, with its evidence."""
    known = rows()
    for key, uid in uids.items():
        hands.move(uid, "assigned", "checking")
        hands.press(Key.Key_Return)
        hands.edit()
        for found in known[key]["evidence"]:
            add_evidence(hands, found)
        hands.edit()
        hands.fill(hands.field("verdict"), known[key]["ruling"]["code"])
        hands.fill(hands.field("explanation"), known[key]["ruling"]["explanation"])
        hands.move(uid, "rated")


def add_evidence(hands: Hands, found: Mapping[str, Any]) -> None:
    """Add one piece of evidence to the claim in the details."""
    section = hands.desk.details_panel.sections.section("evidence")
    hands.go_to(section.add_button)
    hands.press(Key.Key_Space)
    card: PartCard = section.cards()[-1]
    for key, row in card.rows.items():
        if key in found and key != "independent":
            hands.fill(row.field, found[key])
        elif found.get(key) is False:
            hands.go_to(row.field)
            hands.press(Key.Key_Space)


def review_claims(hands: Hands, uids: Mapping[str, str]) -> None:
    """Review each verdict as somebody else, and publish the claim."""
    hands.wait_for_state("rated", len(uids))
    for uid in uids.values():
        hands.move(uid, "second_review")
        hands.press(Key.Key_Return)
        hands.edit()
        (card,) = hands.desk.details_panel.sections.section("review").cards()
        hands.fill(card.rows["decision"].field, "approved")
        hands.fill(card.rows["comment"].field, "راجعتُ المصدرين، والحكم يطابقهما.")
        hands.move(uid, "published")


def wait(until: Callable[[], bool]) -> None:
    """Let the windows work until something is so."""
    loop, deadline = QEventLoop(), QDeadlineTimer(_LONGEST_WAIT_MS)
    while not until():
        if deadline.hasExpired():
            raise AssertionError("it did not come about")
        loop.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
