"""Each thing that can be typed or pressed does what a session does, and the screen shows it."""

from dragoman.conversation.actions import ACTIONS
from dragoman.views.lines import Line
from tests.app.support import (
    ENGINE,
    NARROW,
    REPORT_WORLD,
    WIDE,
    Beside,
    Seat,
    drawn_in,
    in_app,
    marked_in,
    rows_of,
    wrapped,
)

FACT = "debt_share: {debtor: kazakhstan, creditor: china, percent: 55}"
DENIAL = "not: {trade_war: {between: us, and: china}}"
FORGET = "forget: {debt_share: {debtor: kyrgyzstan}}"


def assert_log_ends_with(seat: Seat, lines: list[Line]) -> None:
    expected = wrapped(lines, seat.log)
    assert rows_of(seat.log)[-len(expected) :] == expected


@in_app()
async def test_the_beginning(seat: Seat) -> None:
    assert seat.screen[0].startswith("  The report's own world, November 2020")
    assert "2020-11-30" in seat.screen[0]
    assert ENGINE.name in seat.screen[0]
    assert rows_of(seat.advice) == wrapped(Beside().page(), seat.advice)
    assert drawn_in(seat.advice) == rows_of(seat.advice)[: len(drawn_in(seat.advice))]
    assert seat.app.focused is seat.prompt


@in_app()
async def test_what_is_drawn_is_on_the_screen(seat: Seat) -> None:
    pane = seat.advice.scrollable_content_region
    on_screen = [row[pane.x : pane.right] for row in seat.screen[pane.y : pane.bottom]]
    assert [row[1:].rstrip() for row in on_screen] == [row[: pane.width - 1] for row in drawn_in(seat.advice)]


async def changes(seat: Seat, text: str) -> None:
    """`text` changes the advice as it changes that of a session, and the log says so."""
    beside = Beside()
    before = drawn_in(seat.advice)
    reply = beside.reply(text)
    await seat.say(text)
    assert rows_of(seat.advice) == wrapped(beside.page(), seat.advice)
    assert drawn_in(seat.advice) != before
    assert_log_ends_with(seat, reply)
    assert seat.prompt.value == ""


@in_app()
async def test_a_fact(seat: Seat) -> None:
    await changes(seat, FACT)
    assert any("Kazakhstan" in row for row in marked_in(seat.advice))


@in_app()
async def test_a_denial(seat: Seat) -> None:
    await changes(seat, DENIAL)


@in_app()
async def test_forget(seat: Seat) -> None:
    await changes(seat, FORGET)


@in_app(size=NARROW)
async def test_a_fact_on_a_small_screen(seat: Seat) -> None:
    await changes(seat, FACT)
    assert any("Kazakhstan" in row for row in marked_in(seat.advice))


@in_app()
async def test_what_changes_nothing_leaves_the_advice_unmarked(seat: Seat) -> None:
    await seat.say(FACT)
    assert marked_in(seat.advice)
    await seat.say(FACT)
    assert not marked_in(seat.advice)
    assert any("Known already: " in row for row in drawn_in(seat.log))


@in_app()
async def test_marks_stay_while_questions_are_asked(seat: Seat) -> None:
    await seat.say(FACT)
    marked = marked_in(seat.advice)
    await seat.say("/facts", "/why build_ties", "/nonsense")
    assert marked_in(seat.advice) == marked != []


async def answers(seat: Seat, text: str) -> None:
    """`text` is answered in the log as a session answers it, and changes nothing."""
    beside = Beside()
    before = rows_of(seat.advice)
    await seat.say(text)
    assert_log_ends_with(seat, beside.reply(text))
    assert rows_of(seat.advice) == before
    assert f"› {text}" in drawn_in(seat.log)


@in_app()
async def test_why(seat: Seat) -> None:
    await answers(seat, "/why build_ties")


@in_app()
async def test_audit(seat: Seat) -> None:
    await answers(seat, "/audit")


@in_app()
async def test_audit_of_one_rule(seat: Seat) -> None:
    rule = Beside().session.evaluation.model.firings[0].rule
    await answers(seat, f"/audit {rule}")


@in_app()
async def test_facts(seat: Seat) -> None:
    await answers(seat, "/facts")


@in_app(files=())
async def test_load(seat: Seat) -> None:
    assert any("Nothing has been said yet" in row for row in drawn_in(seat.log))
    await seat.say(f"/load {REPORT_WORLD}")
    assert rows_of(seat.advice) == wrapped(Beside().page(), seat.advice)
    assert seat.screen[0].startswith("  The report's own world, November 2020")
    assert not marked_in(seat.advice), "nothing is left to compare with"


@in_app()
async def test_loading_another_situation_begins_at_its_top(seat: Seat) -> None:
    seat.advice.focus()
    await seat.press("pagedown")
    await seat.say("/load kyrgyzstan-after-debt-talks")
    beside = Beside()
    beside.reply("/load kyrgyzstan-after-debt-talks")
    assert drawn_in(seat.advice)[0] == wrapped(beside.page(), seat.advice)[0]


@in_app()
async def test_load_of_a_file_that_is_not_there(seat: Seat) -> None:
    before = rows_of(seat.advice)
    await seat.say("/load nowhere.yaml")
    assert seat.prompt.value == "/load nowhere.yaml"
    assert sum("nowhere.yaml" in row for row in drawn_in(seat.log)) > 1
    assert rows_of(seat.advice) == before


@in_app()
async def test_undo(seat: Seat) -> None:
    before = rows_of(seat.advice)
    await seat.say(FACT)
    assert rows_of(seat.advice) != before
    await seat.say("/undo")
    assert rows_of(seat.advice) == before
    await seat.say("/undo")
    assert any("There is nothing to undo" in row for row in drawn_in(seat.log))


@in_app(size=WIDE)
async def test_help_names_all_actions_and_the_keys_of_the_screen(seat: Seat) -> None:
    await seat.say("/help")
    text = "\n".join(rows_of(seat.log))
    assert all(f"/{name}" in text for name in ACTIONS)
    assert all(key in text for key in ("F4", "PgUp", "Esc"))


@in_app()
async def test_quit(seat: Seat) -> None:
    await seat.say("/quit")
    assert not seat.app.is_running
    assert seat.app.return_code == 0


@in_app()
async def test_the_key_of_quit(seat: Seat) -> None:
    await seat.press("tab")
    await seat.press(ACTIONS["quit"].key)
    assert not seat.app.is_running
    assert seat.app.return_code == 0


@in_app()
async def test_ctrl_c_says_how_to_leave(seat: Seat) -> None:
    await seat.press("ctrl+c")
    assert seat.app.is_running
    assert any("Ctrl+q or /quit leaves" in row for row in seat.screen)


@in_app()
async def test_each_key_does_what_the_command_does(seat: Seat) -> None:
    for name, action in ACTIONS.items():
        if action.key and name not in {"undo", "quit"}:
            await seat.say(f"/{name}")
            by_command = rows_of(seat.log)
            await seat.press(action.key)
            by_key = rows_of(seat.log)[len(by_command) + 1 :]
            assert by_key[0] == f"› /{name}"
            assert by_command[-len(by_key) :] == by_key


@in_app()
async def test_the_key_of_undo(seat: Seat) -> None:
    before = rows_of(seat.advice)
    await seat.say(FACT)
    await seat.press(ACTIONS["undo"].key)
    assert rows_of(seat.advice) == before


@in_app()
async def test_the_footer_shows_every_key_of_the_table(seat: Seat) -> None:
    footer = seat.screen[-1]
    assert all(action.name.capitalize() in footer for action in ACTIONS.values() if action.key)


@in_app()
async def test_what_is_being_typed_survives_a_key(seat: Seat) -> None:
    await seat.press(*"abc")
    await seat.press(ACTIONS["facts"].key)
    assert seat.prompt.value == "abc"
