"""Candidates of an import, and the window in which a person looks at them."""

from reader import importers
from reader.ui.dialogs.preview.dialog import ImportPreview
from reader.ui.origins import Candidate, Origin


def candidates_of(*texts: str) -> list[Candidate]:
    """Return texts as candidates that were read without a question."""
    return [
        Candidate(
            origin=Origin(name=f"{number}.txt", text=text),
            imported=importers.from_text(text, f"{number}.txt"),
        )
        for number, text in enumerate(texts)
    ]


def preview_of(workspace) -> ImportPreview | None:
    """Return the preview that is open."""
    window = workspace.page.window()
    shown = [one for one in window.findChildren(ImportPreview) if one.isVisible()]
    return shown[0] if shown else None


def states(preview: ImportPreview) -> list[str]:
    """Return the states of all that is listed."""
    return [one.state for one in preview.candidates()]
