"""Each thing that can be typed or pressed does what a session does, and the screen shows it."""

from dragoman.conversation.actions import ACTIONS
from dragoman_tui.choices import choices
from dragoman_tui.keys import KEYS
from dragoman_tui.overlays import Chooser, Help
from tests.app.support import NARROW, TWO, WIDE, Beside, Seat, drawn_in, echoes, in_app, marked_in, rows_of, words_of
from tests.rulebooks import trees

FACT = "debt_share: {debtor: kazakhstan, creditor: china, percent: 55}"
DENIAL = "not: {trade_war: {between: us, and: china}}"
FORGET = "forget: {debt_share: {debtor: kyrgyzstan}}"


def assert_talk_ends_with(seat: Seat, rows: list[str]) -> None:
    shown = [row for row in rows_of(seat.talk) if row]
    expected = [row for row in rows if row]
    assert shown[-len(expected) :] == expected


@in_app(size=TWO)
async def test_the_beginning(seat: Seat) -> None:
    assert seat.screen[0].startswith("   The report's own world, November 2020   30 November 2020")
    assert rows_of(seat.advice) == Beside().advice_in(seat.advice)
    assert drawn_in(seat.advice)[0].startswith("What the EU should do")
    assert seat.focused is seat.prompt
    assert "from 293 facts" in words_of(seat.talk)


@in_app(size=TWO)
async def test_what_is_drawn_is_on_the_screen(seat: Seat) -> None:
    pane = seat.advice.scrollable_content_region
    on_screen = [row[pane.x : pane.right].rstrip() for row in seat.screen[pane.y : pane.bottom]]
    assert on_screen == drawn_in(seat.advice)


async def changes(seat: Seat, text: str) -> None:
    """`text` changes the advice as it changes that of a session, and the talk says so."""
    beside = Beside()
    before = rows_of(seat.advice)
    beside.say(text)
    await seat.say(text)
    assert rows_of(seat.advice) == beside.advice_in(seat.advice)
    assert rows_of(seat.advice) != before
    assert_talk_ends_with(seat, beside.reply_in(seat.talk))
    assert seat.prompt.value == ""


@in_app(size=TWO)
async def test_a_fact(seat: Seat) -> None:
    await changes(seat, FACT)
    assert any(row.startswith("~") for row in marked_in(seat.advice))


@in_app(size=WIDE)
async def test_a_denial(seat: Seat) -> None:
    await changes(seat, DENIAL)


@in_app(size=TWO)
async def test_forget(seat: Seat) -> None:
    await changes(seat, FORGET)


@in_app(size=TWO)
async def test_what_changes_nothing_leaves_the_advice_unmarked(seat: Seat) -> None:
    await seat.say(FACT)
    assert marked_in(seat.advice)
    await seat.say(FACT)
    assert not marked_in(seat.advice)
    assert "known already" in words_of(seat.talk)


@in_app(size=TWO)
async def test_marks_stay_while_questions_are_asked(seat: Seat) -> None:
    await seat.say(FACT)
    marked = marked_in(seat.advice)
    await seat.say("/facts", "/why build_ties", "/nonsense")
    assert marked_in(seat.advice) == marked != []


@in_app(size=TWO)
async def test_what_is_new_and_what_is_gone_is_marked(seat: Seat) -> None:
    await seat.say("the EU's ties with Kyrgyzstan are growing")
    cards = [(card.mark.value, card.firmness) for card in Beside().page().cards]
    assert all(mark == "" for mark, _ in cards)
    new = [card for card in (seat.advice.page.cards if seat.advice.page else ()) if card.mark.value == "+"]
    assert [(card.firmness, [p.code for p in card.places if p.is_meant]) for card in new] == [("under way", ["KG"])]
    assert "+ 1 new" in rows_of(seat.advice)[0]
    await seat.press("ctrl+z")
    assert any(row.endswith("gone") for row in rows_of(seat.advice))
    assert "− 1 gone" in rows_of(seat.advice)[0]


async def answers(seat: Seat, text: str) -> None:
    """`text` is answered in the talk as a session answers it, and changes nothing."""
    beside = Beside()
    before = rows_of(seat.advice)
    beside.say(text)
    await seat.say(text)
    assert_talk_ends_with(seat, beside.reply_in(seat.talk))
    assert rows_of(seat.advice) == before
    assert f"› {text}" in rows_of(seat.talk)


@in_app()
async def test_why(seat: Seat) -> None:
    await answers(seat, "/why build_ties")


@in_app(size=TWO)
async def test_facts(seat: Seat) -> None:
    await answers(seat, "/facts")


@in_app()
async def test_sources(seat: Seat) -> None:
    await answers(seat, "/unused")


@in_app(files=(), size=TWO)
async def test_load(seat: Seat) -> None:
    assert "Nothing was told yet" in words_of(seat.advice)
    await seat.say("/load 2020-11-report-world")
    assert rows_of(seat.advice) == Beside().advice_in(seat.advice)
    assert seat.screen[0].startswith("   The report's own world, November 2020")
    assert not marked_in(seat.advice), "nothing is left to compare with"


@in_app(size=TWO)
async def test_loading_another_situation_begins_at_its_top(seat: Seat) -> None:
    seat.advice.focus()
    await seat.press("pagedown")
    await seat.say("/load kyrgyzstan-after-debt-talks")
    assert drawn_in(seat.advice)[0].startswith("What the EU should do")


@in_app(size=TWO)
async def test_load_of_a_file_that_is_not_there(seat: Seat) -> None:
    before = rows_of(seat.advice)
    await seat.say("/load nowhere.yaml")
    assert seat.prompt.value == "/load nowhere.yaml"
    assert words_of(seat.talk).count("nowhere.yaml") > 1
    assert rows_of(seat.advice) == before


@in_app(size=TWO)
async def test_undo_and_redo(seat: Seat) -> None:
    before = [row[2:] for row in rows_of(seat.advice)[1:]]
    await seat.say(FACT)
    after = [row[2:] for row in rows_of(seat.advice)]
    await seat.press("ctrl+z")
    await seat.say("/nothing")
    assert [row[2:] for row in rows_of(seat.advice) if not row.endswith("gone")][1:] == before
    await seat.press("ctrl+z")
    assert "There is nothing to undo" in words_of(seat.talk)
    await seat.press("ctrl+y")
    assert [row[2:] for row in rows_of(seat.advice)][1:] == after[1:]


@in_app()
async def test_save_begins_the_line(seat: Seat) -> None:
    await seat.press("ctrl+s")
    assert seat.prompt.value == "/save "
    assert seat.focused is seat.prompt


@in_app(size=TWO)
async def test_help_shows_every_key_of_the_table(seat: Seat) -> None:
    await seat.press("f1")
    assert isinstance(seat.app.screen, Help)
    text = "\n".join(seat.screen)
    assert all(key.help in text for key in KEYS.values() if key.shown and not key.screen)
    await seat.press("escape")
    assert seat.is_on_main


@in_app(size=TWO)
async def test_help_shows_the_keys_of_its_screen_alone(seat: Seat) -> None:
    own = {name: [key for key in KEYS.values() if key.screen == name] for name in ("board", "audit")}
    for press, here, other in (("f3", "board", "audit"), ("f4", "audit", "board")):
        await seat.press(press)
        await seat.until(lambda: not seat.is_on_main)
        await seat.press("f1")
        text = "\n".join(seat.screen)
        assert all(key.help in text for key in own[here])
        assert not any(key.help in text for key in own[other])
        await seat.press("escape", "escape")


@in_app(size=NARROW)
async def test_help_fits_a_small_screen(seat: Seat) -> None:
    await seat.say("/help")
    assert isinstance(seat.app.screen, Help)
    text = " ".join(" ".join(seat.screen).split())
    assert all(key.help in text for key in KEYS.values() if key.shown and not key.screen)


@in_app(size=TWO)
async def test_the_palette_names_every_action_and_does_it(seat: Seat) -> None:
    named = {choice.beside for choice in choices()} | {choice.name for choice in choices()}
    assert all(f"/{name}" in named or f"do:{name}" in named or f"key:{name}" in named for name in ACTIONS)
    await seat.press("ctrl+p")
    assert isinstance(seat.app.screen, Chooser)
    await seat.press(*"what was told, and", "enter")
    assert seat.is_on_main
    assert echoes(seat) == ["/facts"]


@in_app(size=TWO)
async def test_the_palette_is_left_without_doing_anything(seat: Seat) -> None:
    await seat.press("ctrl+p", *"zzz", "enter")
    assert seat.is_on_main
    await seat.press("ctrl+p", "down", "escape")
    assert (seat.is_on_main, echoes(seat)) == (True, [])


@in_app(size=TWO)
async def test_a_theme_is_taken_from_the_palette(seat: Seat) -> None:
    before = seat.advice.drawer.look("title")
    await seat.press("ctrl+p", *"theme: light", "enter")
    assert seat.app.theme == "light"
    assert seat.advice.drawer.look("title") != before


@in_app()
async def test_quit(seat: Seat) -> None:
    await seat.say("/quit")
    assert not seat.app.is_running
    assert seat.app.return_code == 0


@in_app()
async def test_the_key_of_quit(seat: Seat) -> None:
    await seat.press("f6")
    await seat.press("ctrl+q")
    assert not seat.app.is_running
    assert seat.app.return_code == 0


@in_app()
async def test_ctrl_c_says_how_to_leave(seat: Seat) -> None:
    await seat.press("ctrl+c")
    assert seat.app.is_running
    assert any("^Q or /quit leaves" in row for row in seat.screen)


@in_app()
async def test_the_footer_shows_at_most_six_keys(seat: Seat) -> None:
    for size in (NARROW, TWO, WIDE):
        await seat.resize(size)
        footer = seat.screen[-1]
        assert footer.split()[:2] == ["F1", "help"]
        assert sum(key.shown in footer.split() for key in KEYS.values() if key.shown) <= 6


@in_app()
async def test_what_is_being_typed_survives_a_key(seat: Seat) -> None:
    await seat.press(*"abc")
    await seat.press("f2", "f2")
    assert seat.prompt.value == "abc"


@in_app()
async def test_what_a_thread_finds_out_while_the_app_is_left_does_no_harm(seat: Seat) -> None:
    """The parts of the screen go first."""
    with seat.app.batch_update():  # Textual cannot draw a line that is gone
        await seat.prompt.remove()
        seat.app.post_message(seat.app.Recalled(["an earlier line"]))
        await seat.pilot.pause(0.05)
    assert seat.app.is_running


@in_app(size=TWO)
async def test_keys_right_behind_the_one_that_closes_the_help_close_nothing_else(seat: Seat) -> None:
    await seat.press("f1")
    assert isinstance(seat.app.screen, Help)
    seat.press_at_once("x", "y", "z")
    await seat.settle()
    assert seat.app.is_running
    assert seat.is_on_main


@in_app(files=("heatwave",), rulebook=trees())
async def test_what_is_answered_in_the_talk_is_seen_where_there_is_room_for_one_pane(seat: Seat) -> None:
    await seat.press("f2", "ctrl+p", *"/facts", "enter")
    await seat.settle()
    assert not seat.main.at_advice
    assert "/facts" in echoes(seat)
    await seat.say("watered: {city: oslo}")
    await seat.press("f2", "ctrl+p", *"undo", "enter")
    await seat.settle()
    assert seat.main.at_advice, "what undo does is seen there"
