"""The panes: side by side or stacked, wrapped to their width, scrolled by keys, read at one's own pace."""

from textual.geometry import Offset
from textual.selection import Selection

from dragoman_tui.lines_pane import LinesPane
from tests.app.support import NARROW, WIDE, Beside, Seat, drawn_in, in_app, rows_of, wrapped

FACT = "debt_share: {debtor: kazakhstan, creditor: china, percent: 55}"


def shown(seat: Seat) -> list[LinesPane]:
    return [pane for pane in (seat.advice, seat.log) if pane.display]


@in_app(size=WIDE)
async def test_side_by_side_where_there_is_room(seat: Seat) -> None:
    assert seat.advice.region.x >= seat.log.region.right
    assert seat.advice.region.y == seat.log.region.y
    assert seat.advice.region.right == WIDE[0]


@in_app(size=NARROW)
async def test_stacked_where_there_is_not(seat: Seat) -> None:
    assert seat.advice.region.bottom == seat.log.region.y
    assert seat.advice.region.width == seat.log.region.width == NARROW[0]
    assert seat.advice.scrollable_content_region.height >= 8
    assert seat.log.scrollable_content_region.height >= 5


@in_app(size=WIDE)
async def test_resizing_wraps_both_panes_anew(seat: Seat) -> None:
    beside = Beside()
    reply = beside.reply("/why build_ties")
    await seat.say("/why build_ties")
    for size in (NARROW, (120, 40), (60, 20), WIDE):
        await seat.resize(size)
        assert rows_of(seat.advice) == wrapped(beside.page(), seat.advice)
        expected = wrapped(reply, seat.log)
        assert rows_of(seat.log)[-len(expected) :] == expected
        for pane in (seat.advice, seat.log):
            width = pane.scrollable_content_region.width
            assert pane.paper.width < width <= size[0]
            assert all(len(row) < width for row in rows_of(pane))


@in_app(size=WIDE)
async def test_a_long_log_wraps_anew_when_the_size_has_come_to_rest(seat: Seat) -> None:
    beside = Beside()
    reply = beside.reply("/audit")
    await seat.say("/audit", "/audit")
    for size in (NARROW, (120, 40)):
        await seat.resize(size)
    await seat.pilot.pause(0.3)
    await seat.settle()
    expected = wrapped(reply, seat.log)
    assert seat.log.paper.width < seat.log.scrollable_content_region.width < 60
    assert rows_of(seat.log)[-len(expected) :] == expected


@in_app(size=WIDE)
async def test_resizing_keeps_the_line_at_the_top(seat: Seat) -> None:
    seat.advice.focus()
    await seat.press(*["pagedown"] * 2)
    top = seat.advice.paper.line_at(seat.advice.scroll_offset.y)
    assert top > 0
    for size in (NARROW, (110, 30), WIDE):
        await seat.resize(size)
        assert seat.advice.paper.line_at(seat.advice.scroll_offset.y) == top


@in_app(size=WIDE)
async def test_resizing_keeps_the_last_reply_in_view(seat: Seat) -> None:
    await seat.say("/help", FACT)
    for size in (NARROW, (60, 20), WIDE, (160, 16)):
        await seat.resize(size)
        assert any(row.startswith("› debt_share: {") for row in drawn_in(seat.log))


@in_app(size=(8, 4))
async def test_a_screen_too_small_to_read_is_survived(seat: Seat) -> None:
    await seat.say(FACT)
    await seat.resize(WIDE)
    assert any("Noted: " in row for row in drawn_in(seat.log))


@in_app()
async def test_a_reply_longer_than_the_pane_is_shown_from_its_beginning(seat: Seat) -> None:
    await seat.say("/audit")
    assert drawn_in(seat.log)[0] == "› /audit"


@in_app(size=NARROW)
async def test_the_log_scrolls_by_keys_while_the_prompt_has_the_focus(seat: Seat) -> None:
    await seat.say("/why build_ties")
    rows = rows_of(seat.log)
    top = drawn_in(seat.log)
    await seat.press("pagedown")
    assert drawn_in(seat.log)[0] == top[-1]
    await seat.press("pageup")
    assert drawn_in(seat.log) == top
    await seat.press(*["pagedown"] * 60)
    assert drawn_in(seat.log)[-1] == rows[-1]


@in_app(size=NARROW)
async def test_the_advice_scrolls_by_keys_while_the_prompt_has_the_focus(seat: Seat) -> None:
    top = drawn_in(seat.advice)
    await seat.press("shift+down")
    assert drawn_in(seat.advice)[0] == top[3]
    await seat.press("ctrl+up")
    assert drawn_in(seat.advice) == top
    assert seat.app.focused is seat.prompt


@in_app(size=NARROW)
async def test_a_pane_with_the_focus_scrolls_by_its_own_keys(seat: Seat) -> None:
    top = drawn_in(seat.advice)
    seat.advice.focus()
    await seat.press("down")
    assert drawn_in(seat.advice)[0] == top[1]
    await seat.press("end")
    assert drawn_in(seat.advice)[-1] == rows_of(seat.advice)[-1]


@in_app(size=NARROW)
async def test_f4_gives_one_pane_the_room(seat: Seat) -> None:
    both = seat.advice.region.height
    await seat.press("f4")
    assert seat.advice.region.height > both
    assert shown(seat) == [seat.advice]
    await seat.press("f4")
    assert seat.log.region.height > both
    assert shown(seat) == [seat.log]
    await seat.press("f4")
    assert seat.advice.region.height == both
    assert shown(seat) == [seat.advice, seat.log]


@in_app(size=NARROW)
async def test_an_answer_is_not_said_to_a_hidden_log(seat: Seat) -> None:
    await seat.press("f4")
    await seat.say(FACT)
    assert shown(seat) == [seat.advice]
    await seat.say("/nonsense")
    assert shown(seat) == [seat.advice, seat.log]
    assert any("/nonsense" in row for row in drawn_in(seat.log))


@in_app()
async def test_a_long_title_leaves_room_for_the_date(seat: Seat) -> None:
    await seat.resize((50, 20))
    assert "…" in seat.screen[0]
    assert "2020-11-30" in seat.screen[0]


@in_app()
async def test_selected_text_is_copied_without_the_gutter(seat: Seat) -> None:
    rows = rows_of(seat.advice)
    selected = seat.advice.get_selection(Selection(Offset(1, 1), Offset(1 + len(rows[2]), 2)))
    assert selected is not None
    assert selected[0].splitlines() == rows[1:3]
    below = seat.advice.get_selection(Selection(Offset(0, len(rows)), Offset(5, len(rows) + 3)))
    assert below == ("", "\n")
    whole = seat.advice.get_selection(Selection(None, None))
    assert whole is not None
    assert whole[0].splitlines() == rows


@in_app()
async def test_a_selection_is_drawn(seat: Seat) -> None:
    before = seat.advice.render_line(1)
    seat.app.screen.selections = {seat.advice: Selection(Offset(3, 1), Offset(9, 1))}
    await seat.settle()
    after = seat.advice.render_line(1)
    assert after.text == before.text
    assert list(after) != list(before)


@in_app()
async def test_another_theme_is_drawn_at_once(seat: Seat) -> None:
    before = list(seat.advice.render_line(0))
    seat.app.theme = "textual-light"
    await seat.settle()
    assert list(seat.advice.render_line(0)) != before
