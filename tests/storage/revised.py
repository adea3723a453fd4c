"""The corpus of edited articles, through a library: `python -m tests.storage.revised [EDITS]`.

Each article is imported, annotated, imported again as it reads after an edit, and
looked at: no annotation may stand on other words than its own, and each that is not
found must lie among the lost with the words it had.
"""

import sys
from collections import Counter
from collections.abc import Sequence

from reader.importers import from_text
from reader.model.annotation import Annotation
from reader.model.change import Change, Edit
from reader.storage import Store
from reader.text.anchoring import new_annotation
from reader.text.boundaries import Span
from reader.text.following import ORPHAN, Followed
from tests.text.edited import Outcome, outcomes

SESSION = "a window"


class Desk:
    """A library in which articles come again."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.me = store.annotator("حنان", "hanan").uid
        self.articles: list[str] = []

    def follow(self, before: str, after: str, spans: list[Span]) -> list[Followed]:
        """Return what becomes of spans as `text.following.follow` does, by way of the library."""
        article = self.store.add_article(from_text(before, "خبر"), self.me, SESSION)
        self.articles.append(article.uid)
        text = self.store.revision(article.uid)
        new = [new_annotation(text, *span, "entity", self.me) for span in spans]
        self.act("annotate", [Edit(None, one) for one in new])
        self.revise(article.uid, after)
        held = {one.uid: one for one in self.standing(article.uid) + self.lost(article.uid)}
        return [self._told(one, held[one.uid]) for one in new]

    def revise(self, article_uid: str, text: str) -> None:
        """Import an article again, and show what was imported."""
        revision = self.store.add_revision(from_text(text, "خبر"), article_uid, self.me, SESSION)
        self.show(article_uid, revision.uid)

    def show(self, article_uid: str, revision_uid: str) -> Change:
        """Show a text of an article."""
        return self.act("revise", self.store.revised(article_uid, revision_uid).edits)

    def act(self, name: str, edits: Sequence[Edit], **how: str) -> Change:
        """Save an act."""
        change = Change(
            act=name, edits=tuple(edits), annotator_uid=self.me, session_uid=SESSION, **how
        )
        return self.store.apply(change)

    def standing(self, article_uid: str) -> list[Annotation]:
        """Return the annotations of the text that is shown."""
        return self.store.annotations(self.store.revision(article_uid).uid)

    def lost(self, article_uid: str) -> list[Annotation]:
        """Return the annotations that lost their place."""
        return self.store.annotations_elsewhere(article_uid)

    def _told(self, before: Annotation, after: Annotation) -> Followed:
        text = self.store.revision_by_uid(after.revision_uid).text
        assert text[after.start_cp : after.end_cp] == after.exact
        if after.anchor != "orphan":
            same = after.exact == before.exact
            return Followed(after.anchor, after.start_cp, after.end_cp, 1.0 if same else 0.9)
        assert (after.revision_uid, after.exact) == (before.revision_uid, before.exact)
        return ORPHAN


def counted(found: Sequence[Outcome]) -> Counter[str]:
    """Return what became of spans: by state, by verdict, and of those whose words still stand."""
    row: Counter[str] = Counter({"annotations": len(found)})
    for one in found:
        row.update((one.found.state, one.verdict))
        row["standing"] += one.untouched
        row["found again"] += one.untouched and one.found.state != "orphan"
    return row


def main(edits: int) -> None:
    """Print what became of the annotations, the share found again, and the library's health."""
    with Store.open(":memory:") as store:
        row = counted(list(outcomes(edits, seed=1, way=Desk(store).follow)))
        report = store.check()
    share = row["found again"] / row["standing"]
    print(f"{edits} articles edited and imported again, {row['annotations']} annotations:")
    states = ("exact", "moved", "fuzzy", "orphan")
    print("  " + ", ".join(f"{state} {row[state]}" for state in states))
    print(f"  wrong {row['wrong']}; every one of {row['orphan']} orphans among the lost")
    print(f"  words that still stand: {row['standing']}, found again {100 * share:.1f} %")
    print(f"  check: {len(report.findings)} findings")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 300)
