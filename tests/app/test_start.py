"""The start by keyboard alone: go on, search, look closer, open a situation or a file, take the tour; and what goes wrong."""

import asyncio
import datetime
from collections.abc import Awaitable, Callable, Iterator
from functools import partial
from itertools import count
from pathlib import Path

import pytest

from dragoman.conversation.tour import tour_of
from dragoman.journal.journal import Journal
from dragoman.rulebook.forms import Rulebook
from dragoman.rulebook.load import read_rulebook
from dragoman.session.session import Session
from dragoman.session.workspace import Opened, Workspace
from dragoman.settings.read import current
from dragoman_tui.app import DragomanApp
from dragoman_tui.drawn import Drawn
from dragoman_tui.overlays import Help
from dragoman_tui.start_screen import FileChooser, StartScreen
from tests.app.support import ENGINE, NARROW, TWO, WIDE, Seat, echoes, words_of
from tests.app.test_golden import PICTURES, roles_of
from tests.cli.test_another_subject import betrayed
from tests.rulebooks import report, trees
from tests.shares import share

SIZES = (NARROW, TWO, WIDE)
BEGUN = datetime.datetime(2021, 3, 18, 12, tzinfo=datetime.UTC)
Test = Callable[[Seat], Awaitable[None]]


def clock() -> Callable[[], datetime.datetime]:
    minutes = count()
    return lambda: BEGUN + datetime.timedelta(minutes=next(minutes))


def kept(path: Path, rulebook: Rulebook, *sessions: tuple[str, ...]) -> None:
    """A journal with sessions in it: each the situation that it begins from, and its lines."""
    journal = Journal.open(path, clock())
    for name, *lines in sessions:
        session = Session(rulebook, ENGINE, [name] if name else (), None, journal)
        for line in lines:
            session.ask(session.say(line))
        session.close()
    journal.close()


def workspace(journal: Path | None, rulebook: Rulebook) -> Workspace:
    return Workspace(
        rulebook, ENGINE, (lambda: journal) if journal else None, lambda evaluation, advice, name: b"the advice\n"
    )


def seated(test: Test, journal: Path | None, rulebook: Rulebook | None = None, size: tuple[int, int] = TWO) -> None:
    """Give a test a seat at an app that begins with the start."""
    rulebook = rulebook or trees()

    async def sit() -> None:
        app = DragomanApp(
            partial(Opened, Session(rulebook, ENGINE), workspace=workspace(journal, rulebook)), starts=True
        )
        async with app.run_test(size=size, notifications=True) as pilot:
            seat = Seat(app, pilot)
            await seat.until(lambda: isinstance(app.screen, StartScreen) and app.screen.is_loaded)
            await test(seat)
        app.openings.close()

    asyncio.run(sit())


def rows(seat: Seat) -> list[str]:
    return [row.strip() for row in seat.screen if row.strip()]


def picked(seat: Seat) -> str:
    """The row that the cursor stands on."""
    screen = seat.app.screen
    assert isinstance(screen, StartScreen)
    stop = screen.rows.stop
    assert stop is not None
    return " ".join(screen.rows.sheet.rows[stop.row].text.split())


async def there(seat: Seat, title: str) -> None:
    await seat.until(lambda: seat.is_on_main and seat.advice.page is not None and seat.advice.page.title == title)


# -- sessions


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    path = tmp_path / "journal.db"
    kept(
        path,
        trees(),
        ("rain", "watered: {city: oslo}"),
        ("", "pavement: {city: bergen, heat: 41}", "watered: {city: bergen}"),
    )
    return path


def test_a_session_is_gone_on_with_and_what_is_said_is_kept(journal: Path) -> None:
    async def test(seat: Seat) -> None:
        assert "2 lines, 18 March 2021" in picked(seat)
        await seat.press("down")
        assert picked(seat) == "▸ Rain at last 1 line, 18 March 2021"
        await seat.press("enter")
        await there(seat, "Rain at last")
        assert seat.focused is seat.prompt
        assert echoes(seat) == ["watered: {city: oslo}"]  # what was said in it before
        await seat.press("up")
        assert seat.prompt.value == "watered: {city: bergen}"  # of another session, said last
        await seat.press("escape")
        await seat.say("watered: {city: arnhem}")
        assert "saved" in seat.screen[-1]

    seated(test, journal)
    with Journal.look(journal) as looked:
        [last, _] = looked.sessions()
        assert (last.title, last.lines) == ("Rain at last", 2)
        assert looked.events(last.id)[-1].kind == "ended"


def test_search_as_one_types(journal: Path) -> None:
    async def test(seat: Seat) -> None:
        await seat.press("h", "e", "a", "t")
        assert "The heatwave of July" in "\n".join(rows(seat))
        assert "Rain at last" not in "\n".join(rows(seat))
        await seat.press("escape")
        assert "Rain at last" in "\n".join(rows(seat))
        await seat.press("slash", *"july")
        assert "1 found" in seat.screen[-1]
        await seat.press("enter")
        await there(seat, "The heatwave of July")

    seated(test, journal)


def test_what_is_said_at_the_start_begins_a_session(journal: Path) -> None:
    """It was taken for the name of a file, of which there is none."""

    async def test(seat: Seat) -> None:
        await seat.press("slash", *"watered: {city: arnhem}")
        assert "0 found" in seat.screen[-1]
        await seat.press("enter")
        await seat.until(lambda: echoes(seat) == ["watered: {city: arnhem}"])

    seated(test, journal)


def test_a_click_opens_and_a_click_outside_a_choice_closes_it(journal: Path) -> None:
    async def test(seat: Seat) -> None:
        await seat.press("o")
        assert isinstance(seat.app.screen, FileChooser)
        await seat.pilot.click(offset=(2, 2))
        assert isinstance(seat.app.screen, StartScreen)
        y = next(number for number, row in enumerate(seat.screen) if "The heatwave of July" in row)
        await seat.pilot.click(offset=(30, y))
        await there(seat, "The heatwave of July")

    seated(test, journal)


def test_a_closer_look_in_its_place_and_beside(journal: Path) -> None:
    async def folded(seat: Seat) -> None:
        await seat.press("right")
        await seat.until(lambda: "You said" in "\n".join(seat.screen))
        assert any(row.startswith("watered: {city: bergen}") for row in rows(seat))
        await seat.press("left")
        assert "You said" not in "\n".join(seat.screen)

    async def beside(seat: Seat) -> None:
        await seat.until(lambda: "You said" in "\n".join(seat.screen))
        await seat.press("down", "down")
        await seat.until(lambda: "What the council should do" in "\n".join(seat.screen))
        assert any("The heatwave of July" in row and "20 July 2022" in row for row in rows(seat))

    seated(folded, journal, size=NARROW)
    seated(beside, journal, size=WIDE)


# -- beginnings


def test_a_first_start_picks_the_tour_which_ends_with_a_fact_of_ones_own(tmp_path: Path) -> None:
    journal = tmp_path / "journal.db"

    async def test(seat: Seat) -> None:
        assert "no session was kept yet" in "\n".join(seat.screen)
        assert picked(seat) == "t a tour of three minutes, that ends with a fact of your own"
        await seat.press("enter")
        await seat.until(lambda: seat.is_on_main)
        guide = seat.main.query_one("#guide", Drawn)
        stages = tour_of(trees()).stages
        for number, stage in enumerate(stages[:-1], 1):
            assert f"Tour, {number} of {len(stages)}" in "\n".join(seat.screen)
            await seat.say("/nonsense")  # is answered, and the tour waits
            await seat.press("escape", *(("enter",) if number == 1 else ("tab", "enter")))
            assert echoes(seat)[-1] == stage.line
        await seat.press("enter")  # a fact of one's own is proposed by nobody
        assert "Now a fact of your own" in "\n".join(seat.screen)
        await seat.say("watered: {city: oslo}")
        assert "That was the tour" in "\n".join(seat.screen)
        await seat.say("/facts")
        assert not guide.display

    seated(test, journal)
    with Journal.look(journal) as looked:
        [row] = looked.sessions()
        assert row.lines == 2 * len(tour_of(trees()).stages)


def test_a_tour_can_be_left(tmp_path: Path) -> None:
    async def test(seat: Seat) -> None:
        await seat.press("t")
        await seat.until(lambda: seat.is_on_main)
        assert "Tour, 1 of" in "\n".join(seat.screen)
        await seat.press("escape")
        assert "Tour, 1 of" not in "\n".join(seat.screen)
        await seat.say("/facts")
        assert "Tour, 1 of" not in "\n".join(seat.screen)

    seated(test, tmp_path / "journal.db", size=NARROW)


def test_a_rulebook_without_a_tour_shows_none_and_nothing_of_another_subject() -> None:
    async def test(seat: Seat) -> None:
        assert "tour" not in "\n".join(seat.screen)
        assert picked(seat) == "n with no facts at all"
        assert betrayed("\n".join(seat.screen)) == set()
        await seat.press("t")  # is a letter then
        assert "found" in seat.screen[-1]

    seated(test, None, read_rulebook(Path(__file__).parents[1] / "explain" / "lenders"))


def test_escape_begins_with_nothing_and_the_first_line_is_kept(tmp_path: Path) -> None:
    journal = tmp_path / "journal.db"

    async def test(seat: Seat) -> None:
        await seat.press("escape")
        assert seat.is_on_main
        assert not journal.exists()
        await seat.say("watered: {city: oslo}")
        await seat.until(lambda: "1 fact told, saved" in seat.screen[-1])

    seated(test, journal)
    with Journal.look(journal) as looked:
        assert [row.lines for row in looked.sessions()] == [1]


def test_a_file_is_found_folder_by_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "oslo.yaml").write_text(
        "situation: Only Oslo\nfacts: [watered: {city: oslo}]\n", encoding="utf-8"
    )
    (tmp_path / "in" / "bad.yaml").write_text("facts: [watered: {city: arnhm}]\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    async def test(seat: Seat) -> None:
        await seat.press("o", "i", "enter", "b", "enter")
        await seat.until(lambda: "Not opened: in/bad.yaml" in "\n".join(seat.screen))
        assert isinstance(seat.app.screen, StartScreen)
        assert "did you mean 'arnhem'" in " ".join("\n".join(seat.screen).replace("▌", " ").split())
        await seat.press("o")
        assert isinstance(seat.app.screen, FileChooser)
        await seat.press(*"in/o", "tab", "enter")
        await there(seat, "Only Oslo")

    seated(test, tmp_path / "journal.db")


def test_the_start_is_reached_from_a_session_and_left_again(journal: Path) -> None:
    async def test(seat: Seat) -> None:
        await seat.press("escape")
        await seat.say("watered: {city: oslo}", "/start")
        await seat.until(lambda: isinstance(seat.app.screen, StartScreen) and seat.app.screen.is_loaded)
        await seat.press("f1")
        assert isinstance(seat.app.screen, Help)
        await seat.press("escape", "escape")
        assert seat.is_on_main
        assert echoes(seat) == ["watered: {city: oslo}", "/start"]
        await seat.press("f8")
        await seat.until(lambda: isinstance(seat.app.screen, StartScreen) and seat.app.screen.is_loaded)
        await seat.press("n")
        await seat.until(lambda: seat.is_on_main and not echoes(seat))
        await seat.press("ctrl+p", *"go on with", "enter")
        await seat.until(lambda: isinstance(seat.app.screen, StartScreen))

    seated(test, journal)


# -- what goes wrong


def test_a_journal_that_is_none_is_said_in_one_line_and_one_goes_on(tmp_path: Path) -> None:
    (tmp_path / "journal.db").write_text("this is no journal\n", encoding="utf-8")

    async def test(seat: Seat) -> None:
        assert "is not a journal" in " ".join(rows(seat))
        await seat.press("n")
        await seat.say("watered: {city: oslo}")
        await seat.until(lambda: "What is said is not kept" in words_of(seat.talk))
        assert "1 fact told" in seat.screen[-1]

    seated(test, tmp_path / "journal.db", size=NARROW)


def test_a_session_that_is_gone_meanwhile_is_a_toast_that_stands_until_a_key(journal: Path) -> None:
    async def test(seat: Seat) -> None:
        with Journal.open(journal) as other:
            other.delete(other.find("last").id)
        await seat.press("enter")
        await seat.until(lambda: "Not opened" in "\n".join(seat.screen))
        assert isinstance(seat.app.screen, StartScreen)
        await seat.pilot.pause(1.1)
        await seat.press("down")
        assert "Not opened" not in "\n".join(seat.screen)

    seated(test, journal)


def test_a_theme_is_remembered_and_what_is_saved_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "config.toml"
    monkeypatch.setenv("DRAGOMAN_CONFIG", str(file))
    monkeypatch.chdir(tmp_path)

    async def test(seat: Seat) -> None:
        await seat.press("escape", "ctrl+p", *"theme: light", "enter")
        await seat.until(file.exists)
        assert seat.app.theme == "light"
        assert current().text("theme") == "light"
        await seat.say("watered: {city: oslo}", "/save mine.yaml")
        assert "what was told is written to mine.yaml" in "\n".join(seat.screen)
        await seat.say("/export nowhere/advice.txt")
        assert "Not exported" in "\n".join(seat.screen)
        file.write_text("theme = light\n", encoding="utf-8")
        await seat.press("ctrl+p", *"theme: dark", "enter")
        await seat.until(lambda: "The theme is not remembered" in "\n".join(seat.screen))

    seated(test, tmp_path / "journal.db")
    assert "watered" in (tmp_path / "mine.yaml").read_text("utf-8")


# -- as a person sees it


def _states() -> Iterator[tuple[str, tuple[int, int], bool]]:
    for size in SIZES:
        yield f"start-{size[0]}", size, True
        yield f"start-first-{size[0]}", size, False


STATES = {name: (size, has_sessions) for name, size, has_sessions in _states()}


def picture(name: str, folder: Path) -> str:
    """The start with sessions to go on with, or for the first time."""
    size, has_sessions = STATES[name]
    journal = folder / f"{name}.db"
    if has_sessions:
        lines = ("China holds 38 percent of the foreign debt of Kyrgyzstan",)
        facts = ("debt_share: {debtor: kyrgyzstan, creditor: china, percent: 38}",)
        kept(journal, report(), ("", *facts), ("2020-11-report-world", *facts, *lines), ("eu-at-work-2022", *facts))
    drawn: list[str] = []

    async def test(seat: Seat) -> None:
        if has_sessions and size == WIDE:
            await seat.until(lambda: "You said" in "\n".join(seat.screen))
        drawn.extend([*seat.screen, "-" * size[0], *roles_of(seat.app)])

    seated(test, journal, report(), size)
    return "\n".join(drawn) + "\n"


@pytest.mark.parametrize("name", share(STATES, every=3))
def test_the_start_is_as_it_was(name: str, tmp_path: Path) -> None:
    assert picture(name, tmp_path) == (PICTURES / f"{name}.txt").read_text(encoding="utf-8")


if __name__ == "__main__":
    import tempfile

    with tempfile.TemporaryDirectory() as made:
        for one in STATES:
            (PICTURES / f"{one}.txt").write_text(picture(one, Path(made)), encoding="utf-8")
