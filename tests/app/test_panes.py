"""The panes: side by side or behind tabs, wrapped to their width, walked and scrolled, read at one's own pace."""

from textual.geometry import Offset
from textual.selection import Selection

from dragoman_tui.ink import Target
from dragoman_tui.record_screens import ProofScreen
from dragoman_tui.snapshot import Asked, Snapshot
from tests.app.support import NARROW, TWO, WIDE, Beside, Seat, drawn_in, echoes, in_app, rows_of, words_of

FACT = "debt_share: {debtor: kazakhstan, creditor: china, percent: 55}"


@in_app(size=TWO)
async def test_side_by_side_from_120_columns(seat: Seat) -> None:
    talk = seat.main.query_one("#talk").region
    assert (talk.width, seat.advice.region.width) == (50, 70)
    await seat.resize(WIDE)
    talk = seat.main.query_one("#talk").region
    assert (talk.width, seat.advice.region.width) == (62, 98)
    assert seat.advice.region.right == WIDE[0]


@in_app(size=(220, 50))
async def test_above_160_columns_lines_do_not_grow(seat: Seat) -> None:
    assert seat.main.query_one("#talk").region.width == 62
    assert max(map(len, rows_of(seat.advice))) <= 104


@in_app(size=NARROW)
async def test_one_at_a_time_in_fewer(seat: Seat) -> None:
    assert (seat.talk.display, seat.advice.region.width) == (True, 0)
    assert seat.screen[1].split()[:3] == ["Talk", "Advice", "9"]
    await seat.press("f2")
    assert seat.advice.region.width == 80
    assert seat.advice.has_focus
    await seat.press("escape")
    assert [seat.advice.region.width, seat.prompt.has_focus] == [0, True]
    await seat.press("f2", *"ok")
    assert seat.prompt.value == "ok"


@in_app(size=WIDE)
async def test_resizing_wraps_both_panes_anew(seat: Seat) -> None:
    beside = Beside()
    beside.say("/why build_ties")
    await seat.say("/why build_ties")
    for size in ((120, 40), (124, 30), WIDE):
        await seat.resize(size)
        assert rows_of(seat.advice) == beside.advice_in(seat.advice)
        expected = [row for row in beside.reply_in(seat.talk) if row]
        assert [row for row in rows_of(seat.talk) if row][-len(expected) :] == expected
        for pane in (seat.advice, seat.talk):
            assert all(len(row) <= pane.room for row in rows_of(pane))


@in_app(size=TWO)
async def test_resizing_keeps_the_line_at_the_top(seat: Seat) -> None:
    await seat.press("f2", "pagedown")
    top = drawn_in(seat.advice)[0].split()
    assert top
    for size in ((124, 30), TWO):
        await seat.resize(size)
        assert drawn_in(seat.advice)[0].split()[:3] == top[:3]


@in_app(size=WIDE)
async def test_resizing_keeps_the_last_reply_in_view(seat: Seat) -> None:
    await seat.say("/facts", FACT)
    for size in (NARROW, (60, 20), WIDE, (160, 24)):
        await seat.resize(size)
        rows = drawn_in(seat.talk)
        assert any("55 percent of the foreign debt" in row for row in rows) or any("why ask" in row for row in rows)


@in_app(size=(8, 4))
async def test_a_screen_too_small_to_read_is_survived(seat: Seat) -> None:
    await seat.say(FACT)
    await seat.resize(WIDE)
    assert any("55 percent" in row for row in drawn_in(seat.talk))


@in_app()
async def test_a_reply_longer_than_the_pane_is_shown_from_its_beginning(seat: Seat) -> None:
    await seat.say("/help", "/next", "/sources", "/facts", "/robust")
    await seat.press("escape")
    await seat.say("/why build_ties")
    assert len(rows_of(seat.talk)) > len(drawn_in(seat.talk))
    assert drawn_in(seat.talk)[0] == "› /why build_ties" or drawn_in(seat.talk)[-2:] == rows_of(seat.talk)[-2:]


@in_app(size=TWO)
async def test_the_question_moves_no_line(seat: Seat) -> None:
    reply: list[list[str]] = []
    asked: list[list[str]] = []
    show, ask = seat.main.show, seat.main.ask

    def shown(snapshot: Snapshot) -> None:
        show(snapshot)
        reply.append(drawn_in(seat.talk))

    def questioned(asked_now: Asked) -> None:
        ask(asked_now)
        asked.append(drawn_in(seat.talk))

    seat.main.show = shown  # type: ignore[method-assign]
    seat.main.ask = questioned  # type: ignore[method-assign,assignment]
    await seat.say(FACT)
    assert seat.talk.question is not None
    still = [(number, row) for number, row in enumerate(reply[0]) if row]
    assert [(number, asked[0][number]) for number, _ in still] == still


@in_app(size=TWO)
async def test_both_panes_scroll_by_keys_while_one_is_typing(seat: Seat) -> None:
    await seat.say("/why build_ties", "/facts", "/unused")
    top = drawn_in(seat.advice)[0]
    await seat.press("pagedown")
    assert drawn_in(seat.advice)[0] != top
    await seat.press("pageup")
    assert drawn_in(seat.advice)[0] == top
    talk = drawn_in(seat.talk)
    await seat.press("shift+pageup")
    assert drawn_in(seat.talk) != talk
    assert seat.focused is seat.prompt


@in_app(size=TWO)
async def test_a_question_is_in_view_however_long_the_reply(seat: Seat) -> None:
    await seat.say("China holds 38 percent of Kyrgyzstan's foreign debt, says AFP")
    assert seat.talk.question is not None
    drawn = " ".join(" ".join(drawn_in(seat.talk)).split())
    assert all(words.split()[-1] in drawn for _, words in seat.talk.question.answers)
    assert "why ask" in drawn


# -- walking, unfolding, following


def at(seat: Seat) -> Target | None:
    return seat.advice.at


@in_app(size=TWO)
async def test_a_recommendation_is_unfolded_and_folded_in_place(seat: Seat) -> None:
    await seat.press("f2", "down")
    here = at(seat)
    assert here is not None
    assert here.kind == "card"
    before = rows_of(seat.advice)
    for opens, closes in (("enter", "enter"), ("right", "left")):
        await seat.press(opens)
        assert "carried by" in words_of(seat.advice)
        assert at(seat) == here
        await seat.press(closes)
        assert rows_of(seat.advice) == before


@in_app(size=TWO)
async def test_left_inside_a_card_folds_it(seat: Seat) -> None:
    await seat.press("f2", "enter")
    here = at(seat)
    await seat.press("down")
    assert at(seat) != here
    await seat.press("left")
    assert at(seat) == here, "back on the row of the card"
    assert "carried by" not in words_of(seat.advice)


@in_app(size=TWO)
async def test_a_card_says_what_it_hangs_on_once_it_is_found(seat: Seat) -> None:
    await seat.press("f2", "enter")
    await seat.until(lambda: seat.advice.hinges is not None)
    assert "hangs on" in words_of(seat.advice)
    assert "asserts its own political agency" in words_of(seat.advice)


@in_app(size=TWO)
async def test_what_is_unfolded_stays_so_when_the_advice_changes(seat: Seat) -> None:
    await seat.press("f2", "enter", "escape")
    here = at(seat)
    await seat.say(FACT)
    assert "carried by" in words_of(seat.advice)
    await seat.press("f2")
    assert at(seat) == here


@in_app(size=TWO)
async def test_all_of_a_list_is_shown_on_demand(seat: Seat) -> None:
    more = next(row for row in rows_of(seat.advice) if row.endswith(" more"))
    seat.advice.focus()
    assert seat.advice.go_to(Target("list", "Risks"))
    await seat.press("enter")
    assert more not in rows_of(seat.advice)[: rows_of(seat.advice).index("      fewer")]
    await seat.press("enter")
    assert more in rows_of(seat.advice)


@in_app(size=TWO)
async def test_enter_follows_a_link_and_w_asks_why(seat: Seat) -> None:
    await seat.press("f2", "enter", "down", "right")
    await seat.press("enter")
    await seat.until(lambda: isinstance(seat.app.screen, ProofScreen))
    await seat.press("escape")
    assert seat.advice.has_focus
    assert seat.advice.at is not None, "back on the very row"
    await seat.press("up", "w")
    await seat.until(lambda: isinstance(seat.app.screen, ProofScreen))


@in_app(size=TWO)
async def test_a_click_unfolds_and_answers(seat: Seat) -> None:
    y = next(n for n, row in enumerate(seat.screen) if "1 Carry out" in row)
    await seat.pilot.click(offset=(70, y))
    await seat.settle()
    assert "carried by" in words_of(seat.advice)
    await seat.say("the EU's ties with Kyrgyzstan are growing")
    y, row = next((n, row) for n, row in enumerate(seat.screen) if "s  skip" in row)
    await seat.pilot.click(offset=(row.index("s  skip") + 1, y))
    await seat.settle()
    assert echoes(seat)[-1] == "skip"


@in_app(size=TWO)
async def test_a_focused_question_takes_one_key(seat: Seat) -> None:
    await seat.say("the EU's ties with Kyrgyzstan are growing")
    await seat.press("f6", "s")
    assert echoes(seat)[-1] == "skip"
    assert seat.talk.question is not None
    await seat.press("w")
    assert echoes(seat)[-1] == "why do you ask"


@in_app(size=TWO)
async def test_a_fact_is_taken_back_where_it_stands(seat: Seat) -> None:
    await seat.say("the EU's ties with Kyrgyzstan are growing")
    await seat.press("f6")
    assert seat.talk.go_to(next(stop.target for stop in seat.talk.sheet.stops if stop.target.kind == "fact"))
    await seat.press("u")
    assert "taken back" in words_of(seat.talk)


@in_app(size=TWO)
async def test_f6_goes_round(seat: Seat) -> None:
    seen = []
    for _ in range(4):
        seen.append(seat.focused)
        await seat.press("f6")
    assert seen == [seat.prompt, seat.talk, seat.advice, seat.prompt]
    await seat.press("shift+f6")
    assert seat.focused is seat.prompt


@in_app(size=TWO)
async def test_a_letter_follows(seat: Seat) -> None:
    await seat.press("ctrl+o")
    row = next(
        row for row in drawn_in(seat.advice) if ("Carry out" not in row and "arry out" in row) or " 1 Carry" in row
    )
    letter = row.strip()[0]
    await seat.press(letter)
    assert "carried by" in words_of(seat.advice)
    await seat.press("ctrl+o", "escape")
    assert drawn_in(seat.advice)[2] != row
    assert seat.prompt.value == ""
    await seat.press("ctrl+o", "f4")
    await seat.until(lambda: not seat.is_on_main)  # a key that is no letter takes them away and does what it does


# -- finding, copying


@in_app(size=TWO)
async def test_words_are_found_in_a_pane(seat: Seat) -> None:
    await seat.press("f2", "slash", *"russia")
    having = [n for n, row in enumerate(rows_of(seat.advice)) if "russia" in row.casefold()]
    assert f"{len(having)} rows" in seat.screen[-1]
    await seat.press("enter")
    assert seat.focused is seat.advice
    first = seat.advice.stop
    await seat.press("n")
    assert seat.advice.stop != first
    await seat.press("N")
    await seat.press("escape")
    assert seat.advice.found == ""


@in_app(size=TWO)
async def test_what_the_cursor_is_on_is_copied(seat: Seat) -> None:
    await seat.press("f2", "c")
    assert seat.app.clipboard.strip().startswith("1 Carry out")
    await seat.press("enter", "c")
    assert "carried by" in seat.app.clipboard
    assert any("Copied" in row for row in seat.screen)


@in_app(size=TWO)
async def test_selected_text_is_copied(seat: Seat) -> None:
    rows = rows_of(seat.advice)
    selected = seat.advice.get_selection(Selection(Offset(0, 2), Offset(len(rows[3]), 3)))
    assert selected is not None
    assert selected[0].splitlines() == rows[2:4]
    below = seat.advice.get_selection(Selection(Offset(0, len(rows)), Offset(5, len(rows) + 3)))
    assert below == ("", "\n")


@in_app(size=TWO)
async def test_a_selection_is_drawn(seat: Seat) -> None:
    before = seat.advice.render_line(2)
    seat.app.screen.selections = {seat.advice: Selection(Offset(3, 2), Offset(9, 2))}
    await seat.settle()
    after = seat.advice.render_line(2)
    assert after.text == before.text
    assert list(after) != list(before)


@in_app(size=(50, 20))
async def test_a_long_title_leaves_room_for_the_date(seat: Seat) -> None:
    assert "30 Nov 2020" in seat.screen[0]


@in_app(size=TWO)
async def test_keys_that_come_at_once_go_where_the_focus_went(seat: Seat) -> None:
    seat.press_at_once(*"half", "f6", "f6", "down", "w")
    await seat.until(lambda: isinstance(seat.app.screen, ProofScreen))
    assert seat.prompt.value == "half"
    seat.press_at_once("escape", "escape", *"cancel")
    await seat.settle()
    assert seat.is_on_main
    assert seat.prompt.has_focus
    assert seat.prompt.value == "halfcancel", "not copied: the line had the focus by then"
    seat.press_at_once("f6", "f6", "slash", *"trade")
    await seat.settle()
    assert seat.advice.found == "trade"
    assert seat.prompt.value == "halfcancel"
