"""The board: what the model says stands on each square, walked and followed by keys alone, at every size."""

from __future__ import annotations

from functools import cache

import pytest

from dragoman.board.forms import Board, Standing
from dragoman.board.plan import plan_or_error
from dragoman.board.play import board_of
from dragoman.rulebook.forms import Atom
from dragoman.views.lines import cells
from dragoman.views.screen.board import board_page
from dragoman.views.screen.board_forms import BoardPage
from dragoman.views.screen.record import Record
from dragoman_tui.board_screen import BoardScreen
from dragoman_tui.board_sheet import BoardSheet
from dragoman_tui.drawing import text_of
from dragoman_tui.ink import Target
from dragoman_tui.record_screens import AuditScreen, ProofScreen
from tests.app.support import NARROW, RULEBOOK, TWO, WIDE, Seat, in_app, opened, words_of
from tests.rulebooks import second, trees


@cache
def board() -> Board:
    return board_of(opened(["2020-11-report-world"]).evaluation, plan_or_error(RULEBOOK))


@cache
def page(*, plain: bool = False) -> BoardPage:
    return board_page(board(), Record(opened(["2020-11-report-world"]).evaluation), plain=plain)


def test_each_square_says_what_the_board_does() -> None:
    for squares, shown in zip(board().squares, page().squares, strict=True):
        for square, one in zip(squares, shown, strict=True):
            assert one.key == (square.row, square.column)
            assert one.is_known is (square.standing is not Standing.NOT_KNOWN)
            assert [could.atom for could in one.could] == [could.atom for could in square.advice]
            assert [sign.decides for sign in one.signs] == [sign.decides for sign in square.signs]
            assert len(one.moves) == len(square.moves)


def test_what_stands_behind_a_square_is_its_proofs() -> None:
    record = Record(opened(["2020-11-report-world"]).evaluation)
    for one in (one for squares in page().squares for one in squares):
        told = {fact.atom for fact in one.facts}
        for row in one.firings:
            for premise in record.premises(row.number - 1):
                assert (
                    premise.kind == "assumed"
                    or premise.firing + 1 in {f.number for f in one.firings}
                    or premise.atom in told
                )


@pytest.mark.parametrize("width", [40, 58, 60, 76, 80, 117, 120, 157, 200])
@pytest.mark.parametrize("height", [5, 17, 30, 46])
def test_no_row_is_wider_than_the_board_and_every_square_can_be_stood_on(width: int, height: int) -> None:
    sheet = BoardSheet()
    sheet.arrange(page(), width, height)
    assert max(cells(row.text) for row in sheet.rows) <= width
    assert [stop.target.key for stop in sheet.stops] == [one.key for squares in page().squares for one in squares]
    for stop in sheet.stops:
        found = sheet.stop_at(stop.row, stop.start)
        assert found == stop
        square = page().square(stop.target.key)  # type: ignore[arg-type]
        said = " ".join(
            text_of(row)[stop.start : stop.end or None] for row in sheet.rows[stop.row : stop.row + stop.rows]
        )
        assert square is not None
        assert square.rows[0].texts[-1] in " ".join(said.split())


def test_plain_signs_are_ascii() -> None:
    signs = [words.sign for squares in page(plain=True).squares for one in squares for words in one.rows]
    assert "".join(signs).isascii()
    assert len({sign for sign, tone, _ in page(plain=True).legend if tone != "plain"}) == 5


async def boarded(seat: Seat) -> BoardScreen:
    await seat.press("f3")
    await seat.until(lambda: isinstance(seat.app.screen, BoardScreen))
    screen = seat.app.screen
    assert isinstance(screen, BoardScreen)
    await seat.settle()
    return screen


@in_app(size=WIDE)
async def test_the_cursor_walks_the_squares_and_stops_at_the_edges(seat: Seat) -> None:
    screen = await boarded(seat)
    rows, columns = [row.name for row in screen.board.rows], [one.column for one in screen.board.squares[0]]
    assert screen.rows.key == (rows[0], columns[0])
    await seat.press("up", "left")
    assert screen.rows.key == (rows[0], columns[0])
    await seat.press("down", "right", "right")
    assert screen.rows.key == (rows[1], columns[2])
    square = screen.board.square(screen.rows.key)
    assert square is not None
    assert square.title in words_of(screen.detail)
    await seat.press(*["down"] * 4, *["right"] * 3)
    assert screen.rows.key == (rows[-1], columns[-1])
    await seat.press("escape")
    assert seat.is_on_main


@in_app(size=NARROW)
async def test_a_square_is_opened_followed_to_its_proof_and_back(seat: Seat) -> None:
    screen = await boarded(seat)
    await seat.press("down", "right", "right", "enter")
    assert screen.rows.region.width == 0
    assert screen.detail.has_focus
    key = screen.rows.key
    await seat.press("down", "enter")
    await seat.until(lambda: isinstance(seat.app.screen, ProofScreen))
    await seat.press("escape")
    assert seat.app.screen is screen
    assert screen.detail.has_focus
    firing = next(stop.target for stop in screen.detail.sheet.stops if stop.target.kind == "firing")
    assert screen.detail.go_to(firing)
    await seat.press("enter")
    await seat.until(lambda: isinstance(seat.app.screen, AuditScreen))
    audit: object = seat.app.screen
    assert isinstance(audit, AuditScreen)
    await seat.until(lambda: audit.rows.at == firing)
    await seat.press("escape", "escape", "escape")
    assert seat.app.screen is screen
    assert screen.rows.has_focus
    assert screen.rows.key == key
    await seat.press("w")
    await seat.until(lambda: isinstance(seat.app.screen, ProofScreen))


@in_app(files=(), size=TWO)
async def test_a_square_that_is_not_known_asks_in_the_talk(seat: Seat) -> None:
    screen = await boarded(seat)
    assert "20 of 20 not known" in "\n".join(seat.screen)
    await seat.press("right", "right", "enter")
    asked = next(stop.target for stop in screen.detail.sheet.stops if stop.target.kind == "ask")
    assert screen.detail.go_to(asked)
    await seat.press("enter")
    await seat.until(lambda: seat.is_on_main and seat.talk.question is not None)
    assert isinstance(asked.key, Atom)
    waits = seat.app.session.state.question
    assert waits is not None
    assert waits.atom == asked.key
    assert [(one.key, one.words) for one in waits.answers] == list(seat.talk.question.answers)  # type: ignore[union-attr]
    assert seat.prompt.has_focus


@in_app(size=TWO)
async def test_a_square_is_copied_and_the_board_saved(seat: Seat) -> None:
    screen = await boarded(seat)
    await seat.press("c")
    assert seat.app.clipboard.startswith("Kazakhstan, politics")
    await seat.press("C")
    assert all(row.title in seat.app.clipboard for row in screen.board.rows)


@in_app(size=TWO)
async def test_the_square_stays_whatever_the_size(seat: Seat) -> None:
    screen = await boarded(seat)
    await seat.press("down", "down", "right")
    key = screen.rows.key
    for size in (NARROW, (40, 20), WIDE):
        await seat.resize(size)
        assert screen.rows.key == key
        assert screen.rows.stop is not None


@pytest.mark.parametrize("name", ["trees", "second"])
def test_another_rulebook_has_its_own_board_or_says_that_it_has_none(name: str) -> None:
    rulebook, situation = {"trees": (trees(), "heatwave"), "second": (second(), "portal-with-old-habits")}[name]

    @in_app(files=(situation,), size=TWO, rulebook=rulebook)
    async def looked_at(seat: Seat) -> None:
        await seat.press("f3")
        shown = "describes no board"
        await seat.until(lambda: isinstance(seat.app.screen, BoardScreen) or shown in "\n".join(seat.screen))
        if isinstance(seat.app.screen, BoardScreen):
            await seat.press("down", "right", "enter")
            assert seat.app.screen.square is not None
        else:
            assert seat.is_on_main

    looked_at()


@in_app(size=(44, 16))
async def test_where_squares_are_lines_the_cursor_goes_from_line_to_line(seat: Seat) -> None:
    screen = await boarded(seat)
    keys = [one.key for squares in screen.board.squares for one in squares]
    await seat.press("down", "down", "down", "down", "up")
    assert screen.rows.key == keys[3]
    assert screen.rows.stop is not None
    assert screen.rows.scroll_offset.y <= screen.rows.stop.row < screen.rows.scroll_offset.y + screen.rows.height


@in_app(size=WIDE)
async def test_a_click_opens_a_square(seat: Seat) -> None:
    screen = await boarded(seat)
    stop = screen.rows.sheet.stops[6]
    await seat.pilot.click(screen.rows, offset=(stop.start + 3 + 3, stop.row + 1))
    await seat.settle()
    assert screen.rows.at == Target("square", stop.target.key)
    assert screen.detail.has_focus


@in_app(size=TWO)
async def test_a_letter_opens_a_square(seat: Seat) -> None:
    screen = await boarded(seat)
    await seat.press("ctrl+o", "f")
    fourth = screen.rows.sheet.stops[3].target
    assert screen.rows.at == fourth
    assert screen.detail.has_focus
