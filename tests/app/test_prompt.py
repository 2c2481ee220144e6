"""Nothing that is typed is lost, and what stands in the line is what is said."""

import pytest

from tests.app.support import NARROW, TWO, Beside, Seat, drawn_in, echoes, in_app, rows_of, words_of

FACT = "debt_share: {debtor: kazakhstan, creditor: china, percent: 55}"
MISTAKE = "debt_sahre: {debtor: kazakhstan, creditor: china, percent: 55}"


@in_app(size=TWO)
async def test_a_mistake_is_given_back_with_the_nearest_name(seat: Seat) -> None:
    await seat.say(MISTAKE)
    assert seat.prompt.value == MISTAKE
    assert seat.prompt.cursor_location == (0, len(MISTAKE))
    assert seat.focused is seat.prompt
    assert "debt_share" in words_of(seat.talk)


@in_app(size=TWO)
async def test_a_mistake_is_mended_and_sent_again(seat: Seat) -> None:
    await seat.say(MISTAKE)
    await seat.press("home", *["right"] * len("debt_s"), "delete", "delete", *"ha", "enter")
    assert echoes(seat) == [MISTAKE, FACT]
    beside = Beside()
    beside.say(FACT)
    assert rows_of(seat.advice) == beside.advice_in(seat.advice)


@in_app()
async def test_a_mistake_does_not_overwrite_what_is_being_typed(seat: Seat) -> None:
    seat.prompt.value = MISTAKE
    seat.press_at_once("enter", "x")
    await seat.settle()
    assert seat.prompt.value in {"x", MISTAKE + "x"}
    await seat.press("up")
    assert seat.prompt.value == MISTAKE


@in_app()
async def test_history(seat: Seat) -> None:
    await seat.say("/facts", "/unused")
    await seat.press(*"dra")
    seen = []
    for key in ("up", "up", "up", "down", "down", "down"):
        await seat.press(key)
        seen.append(seat.prompt.value)
    assert seen == ["/unused", "/facts", "/facts", "/unused", "dra", "dra"]
    assert seat.prompt.cursor_location == (0, 3)


@in_app()
async def test_in_a_long_line_the_arrows_first_go_through_its_rows(seat: Seat) -> None:
    await seat.say("/facts")
    seat.prompt.value = "word " * 40
    await seat.settle()
    rows = seat.prompt.wrapped_document.height
    assert rows > 1
    await seat.press(*["up"] * (rows - 1))
    assert seat.prompt.value == "word " * 40
    await seat.press("up")
    assert seat.prompt.value == "/facts"


@in_app()
async def test_a_line_said_twice_stands_once_in_the_history(seat: Seat) -> None:
    await seat.say("/facts", "/unused", "/unused")
    await seat.press("up", "up")
    assert seat.prompt.value == "/facts"


@in_app()
async def test_an_empty_line_says_nothing(seat: Seat) -> None:
    before = rows_of(seat.talk)
    await seat.say("", "   ")
    assert rows_of(seat.talk) == before


@in_app()
async def test_escape_clears_the_line(seat: Seat) -> None:
    await seat.press(*"abc", "escape")
    assert (seat.prompt.value, seat.focused) == ("", seat.prompt)
    await seat.press("escape")
    assert seat.focused is seat.prompt


@in_app(size=TWO)
async def test_several_pasted_lines_are_said_in_turn(seat: Seat) -> None:
    states = ("uzbekistan", "turkmenistan", "tajikistan", "kyrgyzstan", "kazakhstan")
    said = [f"debt_share: {{debtor: {state}, creditor: russia, percent: 5}}" for state in states] + [FACT]
    beside = Beside()
    beside.say(*said)
    await seat.paste("\r\n".join(said) + "\n\n")
    assert echoes(seat) == said
    assert rows_of(seat.advice) == beside.advice_in(seat.advice)
    assert seat.prompt.value == ""


@in_app(size=TWO)
async def test_a_mistake_among_pasted_lines_stops_none_of_the_others(seat: Seat) -> None:
    await seat.paste(f"/facts\n{MISTAKE}\n{FACT}")
    assert seat.prompt.value == MISTAKE
    beside = Beside()
    beside.say(FACT)
    assert rows_of(seat.advice) == beside.advice_in(seat.advice)


@in_app()
async def test_a_pasted_piece_of_a_line_is_not_sent(seat: Seat) -> None:
    before = rows_of(seat.talk)
    await seat.press(*"/f")
    await seat.paste("acts")
    assert seat.prompt.value == "/facts"
    assert rows_of(seat.talk) == before


@in_app(size=NARROW)
async def test_the_line_grows_to_six_rows_and_no_further(seat: Seat) -> None:
    line = seat.main.query_one("#line")
    assert line.region.height == 1
    seat.prompt.value = "a few words more than fit in one row, so that it needs another one to hold all of it"
    await seat.settle()
    assert line.region.height == 2
    seat.prompt.value = "word " * 300
    await seat.settle()
    assert line.region.height == 6


@in_app(size=TWO)
async def test_the_line_grows_to_eight_rows_where_there_is_room(seat: Seat) -> None:
    line = seat.main.query_one("#line")
    assert line.region.height == 3
    seat.prompt.value = "word " * 300
    await seat.settle()
    assert line.region.height == 8


OUTSIDE = {
    "[bold]x[/bold]": "[bold]x[/bold]",
    "[@click=app.bell]x[/]": "[@click=app.bell]x[/]",
    "$x {y} \\[z": "$x {y} \\[z",
    "red \x1b[31m": r"red \x1b[31m",
    "\x9b2J\x07\x08": r"\x9b2J\x07\x08",
    "rtl \u202egnp.exe": r"rtl \u202egnp.exe",
}


@pytest.mark.parametrize("typed", OUTSIDE)
def test_markup_and_control_characters_are_drawn_as_they_are(typed: str) -> None:
    literal = OUTSIDE[typed]

    @in_app()
    async def in_line_and_talk(seat: Seat) -> None:
        await seat.paste(typed)
        assert seat.prompt.value == literal
        assert any(literal in row for row in seat.screen[-4:])
        await seat.press("enter")
        assert echoes(seat) == [literal]
        assert any(literal in row for row in seat.screen[1:-3])
        assert not any(ord(c) < 32 or 127 <= ord(c) < 160 for row in seat.screen for c in row)

    in_line_and_talk()


@in_app(size=TWO)
async def test_markup_in_a_fact_is_drawn_as_it_is(seat: Seat) -> None:
    await seat.say(f"{FACT}, source: '[red]AFP[/red]'")
    await seat.say("/facts")
    assert "[red]AFP[/red]" in words_of(seat.talk)


@in_app(size=TWO)
async def test_what_is_typed_in_a_pane_goes_to_the_line(seat: Seat) -> None:
    await seat.press("f6", "f6")
    assert seat.focused is seat.advice
    await seat.press(*"/facts", "escape")
    assert seat.main.query_one("#find").display is False
    await seat.press("f2", *"is it so", "enter")
    assert echoes(seat) == ["is it so"]


@in_app()
async def test_escape_leads_back_to_the_line(seat: Seat) -> None:
    await seat.press("f6", "escape")
    assert seat.focused is seat.prompt


# -- what stands below the line


@in_app(size=TWO)
async def test_how_a_line_is_read_is_said_while_it_is_typed(seat: Seat) -> None:
    seat.prompt.value = "the EU's ties with Kyrgyzstan are growing"
    await seat.until(lambda: bool(seat.under))
    assert seat.under[0].startswith("reads")
    assert "The ties between the EU and Kyrgyzstan" in " ".join(seat.under)
    assert echoes(seat) == []
    seat.prompt.value = ""
    await seat.settle()
    assert seat.under == []


@in_app(size=TWO)
async def test_a_command_says_what_it_asks_for(seat: Seat) -> None:
    seat.prompt.value = "/undo"
    await seat.until(lambda: bool(seat.under))
    assert seat.under[0].split() == ["asks", "take", "back", "the", "last", "change"]


@in_app(size=TWO)
async def test_an_answer_says_which_it_is(seat: Seat) -> None:
    await seat.say("the EU's ties with Kyrgyzstan are growing")
    question = seat.talk.question
    assert question is not None
    for text in ("skip", "d", question.answers[0][0].replace("…", "40")):
        seat.prompt.value = text
        await seat.until(lambda: bool(seat.under) and seat.under[0].startswith("answers"))
        seat.prompt.value = ""
        await seat.settle()


@in_app(size=TWO)
async def test_tab_takes_the_completion(seat: Seat) -> None:
    seat.prompt.value = "/und"
    await seat.until(lambda: seat.prompt.suggestion == "o")
    await seat.press("tab")
    assert seat.prompt.value == "/undo"
    await seat.press("escape", "tab")
    assert seat.focused is seat.talk


@in_app(size=TWO)
async def test_several_completions_are_listed_upwards(seat: Seat) -> None:
    seat.prompt.value = "/r"
    await seat.until(lambda: seat.main.query_one("#ends").display)
    ends = seat.main.query_one("#ends")
    assert ends.region.bottom == seat.main.query_one("#line").region.y
    assert any("risks" in row for row in seat.screen)
    await seat.press("escape")
    await seat.until(lambda: not seat.main.query_one("#ends").display)


@in_app(size=TWO)
async def test_nothing_jumps_while_a_line_is_read(seat: Seat) -> None:
    rows = drawn_in(seat.talk)
    seat.prompt.value = "Kazakhstan is a member of the EAEU"
    await seat.until(lambda: bool(seat.under))
    assert drawn_in(seat.talk) == rows
