"""Nothing that is typed is lost, and what stands in the prompt is what is said."""

import pytest

from tests.app.support import Beside, Seat, drawn_in, in_app, rows_of, wrapped

FACT = "debt_share: {debtor: kazakhstan, creditor: china, percent: 55}"
MISTAKE = "debt_sahre: {debtor: kazakhstan, creditor: china, percent: 55}"


def echoes(seat: Seat) -> list[str]:
    """What the log says was typed."""
    return [row.removeprefix("› ") for row in rows_of(seat.log) if row.startswith("› ")]


@in_app()
async def test_a_mistake_is_given_back_with_the_nearest_name(seat: Seat) -> None:
    await seat.say(MISTAKE)
    assert seat.prompt.value == MISTAKE
    assert seat.prompt.cursor_position == len(MISTAKE)
    assert seat.app.focused is seat.prompt
    assert "debt_share" in "\n".join(drawn_in(seat.log))


@in_app()
async def test_a_mistake_is_mended_and_sent_again(seat: Seat) -> None:
    await seat.say(MISTAKE)
    await seat.press("home", *["right"] * len("debt_s"), "delete", "delete", *"ha", "enter")
    assert echoes(seat) == [MISTAKE, FACT]
    beside = Beside()
    beside.reply(FACT)
    assert rows_of(seat.advice) == wrapped(beside.page(), seat.advice)


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
    await seat.say("/facts", "/help")
    await seat.press(*"dra")
    seen = []
    for key in ("up", "up", "up", "down", "down", "down"):
        await seat.press(key)
        seen.append(seat.prompt.value)
    assert seen == ["/help", "/facts", "/facts", "/help", "dra", "dra"]
    assert seat.prompt.cursor_position == 3


@in_app()
async def test_a_line_said_twice_stands_once_in_the_history(seat: Seat) -> None:
    await seat.say("/facts", "/help", "/help")
    await seat.press("up", "up")
    assert seat.prompt.value == "/facts"


@in_app()
async def test_an_empty_line_says_nothing(seat: Seat) -> None:
    before = rows_of(seat.log)
    await seat.say("", "   ")
    assert rows_of(seat.log) == before


@in_app()
async def test_several_pasted_lines_are_said_in_turn(seat: Seat) -> None:
    states = ("uzbekistan", "turkmenistan", "tajikistan", "kyrgyzstan", "kazakhstan")
    said = [f"debt_share: {{debtor: {state}, creditor: russia, percent: 5}}" for state in states] + [FACT]
    beside = Beside()
    for text in said:
        beside.reply(text)
    await seat.paste("\r\n".join(said) + "\n\n")
    assert echoes(seat) == said
    assert rows_of(seat.advice) == wrapped(beside.page(), seat.advice)
    assert seat.prompt.value == ""


@in_app()
async def test_a_mistake_among_pasted_lines_stops_none_of_the_others(seat: Seat) -> None:
    await seat.paste(f"/facts\n{MISTAKE}\n{FACT}")
    assert seat.prompt.value == MISTAKE
    beside = Beside()
    beside.reply(FACT)
    assert rows_of(seat.advice) == wrapped(beside.page(), seat.advice)


@in_app()
async def test_a_pasted_piece_of_a_line_is_not_sent(seat: Seat) -> None:
    before = rows_of(seat.log)
    await seat.press(*"/f")
    await seat.paste("acts")
    assert seat.prompt.value == "/facts"
    assert rows_of(seat.log) == before


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
    async def in_prompt_and_log(seat: Seat) -> None:
        await seat.paste(typed)
        assert seat.prompt.value == literal
        assert literal in seat.screen[-2]
        await seat.press("enter")
        assert echoes(seat) == [literal]
        assert any(literal in row for row in seat.screen[1:-3])
        assert not any(ord(c) < 32 or 127 <= ord(c) < 160 for row in seat.screen for c in row)

    in_prompt_and_log()


@in_app()
async def test_markup_in_a_fact_is_drawn_as_it_is(seat: Seat) -> None:
    await seat.say(f"{FACT}, source: '[red]AFP[/red]'")
    await seat.say("/facts")
    assert any("[red]AFP[/red]" in row for row in rows_of(seat.log))


@in_app()
async def test_what_is_typed_in_a_pane_goes_to_the_prompt(seat: Seat) -> None:
    await seat.press("tab")
    assert seat.app.focused is not seat.prompt
    await seat.press(*"/help", "enter")
    assert echoes(seat) == ["/help"]


@in_app()
async def test_escape_leads_back_to_the_prompt(seat: Seat) -> None:
    await seat.press("tab", "escape")
    assert seat.app.focused is seat.prompt
