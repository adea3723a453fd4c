"""How whole one article comes in from every format: `python -m tests.importers.table`.

Word F1 counts the words that are there in their order (the longest common subsequence)
against those of `tests/data/formats/article.txt`.
"""

import re
from difflib import SequenceMatcher
from pathlib import Path

from reader.importers import Child, load
from reader.model.article import ImportedArticle
from tests.importers.made import ARTICLE, FOLDER

_WORD = re.compile(r"[\w\u064b-\u0652]+")
# What a format's file holds word for word; a PDF holds drawn glyphs, and a page a site.
EXACT = frozenset((".txt", ".md", ".docx", ".odt", ".epub", ".csv", ".jsonl"))
LEAST = 0.97


def words(text: str) -> list[str]:
    """Return the words of a text, without its punctuation."""
    return _WORD.findall(text)


def word_f1(text: str) -> float:
    """Return how much of the article a text holds, and how little else, both in order."""
    truth, found = words(ARTICLE.read_text(encoding="utf-8")), words(text)
    matcher = SequenceMatcher(None, truth, found, autojunk=False)
    same = sum(block.size for block in matcher.get_matching_blocks())
    return 2 * same / (len(truth) + len(found))


def said(found: ImportedArticle) -> str:
    """Return all words of an article; a table's row keeps the title apart from the text."""
    title, text = found.article.title, found.revision.text
    return text if text.startswith(title) else f"{title}\n{text}"


def files() -> list[Path]:
    """Return the article's files."""
    return sorted(FOLDER.iterdir())


def main() -> None:
    """Print a table: file, importer, word F1, title, publisher and date."""
    print("| file | format | word F1 | least | title | publisher | date |")
    print("|---|---|---:|---:|---|---|---|")
    with Child() as child:
        for path in files():
            (found,) = load(path, child=child).articles
            article, least = found.article, 1.0 if path.suffix in EXACT else LEAST
            print(
                f"| {path.name} | {found.revision.format} | {word_f1(said(found)):.3f} "
                f"| {least} | {article.title} | {article.publisher} | {article.published} |"
            )


if __name__ == "__main__":
    main()
