"""Put the annotations of an article on the page: seconds until they are painted.

python -m tests.bench.scenes.highlights DATABASE
"""

import json
import sys

from PySide6.QtWidgets import QApplication

from reader.storage import Store
from reader.ui.page.view import PageView
from reader.ui.theme import load_fonts
from tests.bench.scenes.painted import SIZE, Painted, seconds_to_paint, settle


class Page(Painted, PageView):
    pass


def main(database: str) -> None:
    QApplication(sys.argv[:1])
    load_fonts()
    with Store.open(database) as store:
        article = store.articles()[-1].article
        revision = store.revision(article.uid)
        annotations = store.annotations(revision.uid)
    page = Page()
    page.resize(*SIZE)
    page.show()
    seconds_to_paint(page, lambda: page.show_text(revision.text))
    settle(500)
    took = seconds_to_paint(page, lambda: page.set_annotations(annotations))
    print(json.dumps({"apply and paint": took}))


if __name__ == "__main__":
    main(*sys.argv[1:])
