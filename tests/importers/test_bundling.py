"""What the readers of annotated formats share: places in foreign texts, and what does not fit."""

from hypothesis import given
from hypothesis import strategies as st

from reader.importers.bundling import Bundler, ForeignText
from reader.text.canonical import canonical

RAW = st.text(st.sampled_from("\ufeff\r\n\u2028aق😀\0"), max_size=12)


@given(RAW, st.data())
def test_a_place_follows_its_text_into_canonical_form(raw, data):
    text = ForeignText(raw)
    place = data.draw(st.integers(0, len(raw)))
    is_within_a_line_end = raw[place - 1 : place + 1] == "\r\n" and place > 0
    before = raw[: place - 1] if is_within_a_line_end else raw[:place]
    assert text.canonical == canonical(raw)
    assert text.place(place) == len(canonical(before))


def test_marks_that_fit_are_kept_and_others_are_told():
    bundler = Bundler("/home/x/doc.json", "made")
    revision = bundler.article("عنوان", ForeignText("قال\r\nنعم"), b"...")
    kept = bundler.mark(revision, (0, 7), "quote", words="قال نعم", note="م")
    assert kept is not None
    assert (kept.exact, kept.note, kept.origin) == ("قال\nنعم", "م", "imported")
    assert bundler.mark(revision, (0, 3), "quote", words="قيل") is None
    assert bundler.mark(revision, (3, 9), "quote") is None
    bundle = bundler.bundle()
    assert [one.what for one in bundle.misfits] == ["quote 0-3: قيل", "quote 3-9"]
    assert bundle.records == (kept,)
    assert bundle.texts[0].revision.source_name == "doc.json"
