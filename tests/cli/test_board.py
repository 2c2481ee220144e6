"""`dragoman board`: a table that fits every width and reads without colours, and what stands behind a square."""

import jsonschema
import pytest

from dragoman.views.lines import cells
from tests.cli.shell import LENDERS, STATES, WORLD, ran, run
from tests.rulebooks import TREES

COLUMNS = ("Politics", "Economy", "Military", "Culture")


@pytest.mark.parametrize("width", [20, 40, 60, 80, 120, 160, 300])
def test_a_board_fits_the_width_and_says_who_leads_in_words(width: int) -> None:
    done = run("board", WORLD, settings={"COLUMNS": str(width)})
    assert all(cells(row) <= width for row in done.rows)
    assert all(title in done.words for title in COLUMNS)
    for words in ("Russia", "China", "contested", "open", "gains", "eases"):
        assert words in done.words


@pytest.mark.parametrize("width", [80, 120, 160])
def test_each_state_has_its_row_and_each_square_three_lines_at_least(width: int) -> None:
    rows = run("board", WORLD, settings={"COLUMNS": str(width)}).rows
    starts = [number for number, row in enumerate(rows) if row.split(" ")[0] in STATES]
    assert len(starts) == len(STATES)
    assert rows[starts[1]].split()[1:5] == ["◆", "Russia", "leads", "●"]
    assert "EU" in rows[starts[1] + 2] or width > 80


def test_narrow_rows_have_codes() -> None:
    rows = run("board", WORLD, settings={"COLUMNS": "60"}).rows
    assert [row[:2] for row in rows if row[:2].strip() and row[2:4] == "  "] == ["KZ", "KG", "TJ", "TM", "UZ"]


@pytest.mark.parametrize("settings", [{"PYTHONIOENCODING": "ascii"}, {"LC_ALL": "ja_JP.UTF-8", "PYTHONUTF8": "1"}])
def test_where_the_signs_cannot_be_written_their_letters_stand(settings: dict[str, str]) -> None:
    """Or where they may be two cells wide."""
    done = run("board", WORLD, settings={**settings, "COLUMNS": "80"})
    assert done.out.isascii()
    assert "R Russia C China x contested - open ? not known ^ gains v eases" in done.words


def test_behind_a_square_stand_facts_grounds_advice_and_questions() -> None:
    words = ran("board", WORLD, "--square", "Bishkek", "Military").words
    assert words.startswith("Kyrgyzstan, military ◐ contested ◆ Russia Kyrgyzstan is a member of the CSTO")
    for said in (
        "why 'member: {state: kyrgyzstan, body: csto}'",
        "report MIL.1",
        "● China China is assertive in the military sphere in Kyrgyzstan",
        "↗ China gains: China is assertive",
        "WHAT THE EU COULD DO 1 Build strong diplomatic ties with Kyrgyzstan",
        "the rulebook's own reading: The report gives no military advice",
    ):
        assert said in words
    asks = ran("board", WORLD, "--square", "KZ", "military").words
    assert "WHAT TO ASK what would change who leads ? Is China assertive in the military sphere in Kazakhstan?" in asks


def test_as_json_a_board_and_one_square_are_of_one_schema() -> None:
    schema = ran("schema", "squares").json()
    whole = ran("board", WORLD, "--format", "json").json()
    one = ran("board", WORLD, "--format", "json", "--square", "tj", "economy").json()
    for data in (whole, one):
        jsonschema.validate(data, schema)
    assert len(whole["squares"]) == 20
    assert one["squares"] == [s for s in whole["squares"] if (s["row"], s["column"]) == ("tajikistan", "economy")]


@pytest.mark.parametrize(
    ("given", "says"),
    [
        (("--square", "eu", "economy"), "'eu' is no row of the board; there are 'kazakhstan', "),
        (("--square", "KG", "econ"), "the board has no column 'econ'; did you mean 'economy'?"),
        (("--square", "nobody", "economy"), "there is no entity 'nobody'"),
        (("--square", "KG"), "expected 2 arguments"),
    ],
)
def test_a_square_that_is_not_there_is_refused(given: tuple[str, ...], says: str) -> None:
    done = run("board", WORLD, *given)
    assert (done.code, done.out) == (2, "")
    assert says in done.err


def test_a_rulebook_has_its_own_board_or_none() -> None:
    assert "Oslo ● the oak leads" in ran("board", "heatwave", "--rulebook", str(TREES)).words
    done = run("board", "loan", "--rulebook", LENDERS)
    assert (done.code, done.out) == (2, "")
    assert "describes no board: it has no 'board.yaml'" in done.err
