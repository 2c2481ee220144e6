"""The rows of a paper are always those of all its lines at its width."""

from hypothesis import given
from hypothesis import strategies as st

from dragoman.views.lines import Line, Span, fitted
from dragoman_tui.paper import Paper

LINES = st.lists(
    st.builds(
        lambda texts, indent: Line(tuple(Span(text) for text in texts), indent, 2),
        st.lists(st.text(alphabet="ab ", max_size=40), max_size=3),
        st.integers(0, 8),
    ),
    max_size=8,
)
STEPS = st.lists(
    st.one_of(
        LINES.map(lambda lines: ("append", lines)),
        LINES.map(lambda lines: ("replace", lines)),
        st.integers(20, 90).map(lambda width: ("fit", width)),
    ),
    max_size=8,
)


@given(STEPS)
def test_rows_follow_lines_and_width(steps: list[tuple[str, object]]) -> None:
    paper, width = Paper(), 0
    lines: list[Line] = []
    for name, value in steps:
        getattr(paper, name)(value)
        if name == "fit":
            assert isinstance(value, int)
            width = value
        else:
            assert isinstance(value, list)
            lines = value if name == "replace" else lines + value
        assert paper.lines == lines
        assert paper.rows == (list(fitted(lines, width)) if width else [])
        if width:
            assert [paper.line_at(paper.row_of(number)) for number in range(len(lines))] == list(range(len(lines)))


def test_only_another_width_is_work() -> None:
    paper = Paper()
    paper.append([Line((Span("a"),))])
    assert paper.fit(40)
    rows = paper.rows
    assert not paper.fit(40)
    assert paper.rows is rows
