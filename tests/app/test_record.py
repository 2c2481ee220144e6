"""The proof and the audit: all that an evaluation did can be walked to, by keys alone, and is what the model says."""

from __future__ import annotations

from dragoman.explain.audit import audit
from dragoman.explain.proof import Prover
from dragoman.views.screen.record import Record
from dragoman_tui.ink import Target
from dragoman_tui.record_screens import AuditScreen, ProofScreen
from tests.app.support import NARROW, TWO, WIDE, Seat, in_app, opened, rows_of, words_of

RECORD = Record(opened(["2020-11-report-world"]).evaluation)


def test_every_firing_is_in_its_step_with_its_number_and_conclusion() -> None:
    entries = audit(RECORD.evaluation)
    rows = [row for step in RECORD.steps for row in step.rows]
    assert sorted(row.number for row in rows) == [entry.number for entry in entries]
    of_number = {row.number: row for row in rows}
    assert all(of_number[e.number].sentence.casefold() == e.conclusion.casefold() for e in entries)


def test_a_firing_rests_on_what_the_audit_says() -> None:
    for entry in audit(RECORD.evaluation)[::7]:
        premises = RECORD.premises(entry.number - 1)
        assert [one.sentence.casefold() for one in premises if one.kind != "assumed"] == [
            premise.sentence.casefold() for premise in entry.premises
        ]
        assert sum(one.kind == "assumed" for one in premises) == len(entry.assumed)


def test_what_a_firing_leads_to_rests_on_it() -> None:
    for place in range(0, len(RECORD.firings), 11):
        conclusion = RECORD.firings[place].conclusion
        for later in RECORD.leads_to(place):
            assert conclusion in {one.atom for one in RECORD.premises(later)}


def test_the_reasons_of_a_conclusion_are_its_derivations() -> None:
    prover = Prover(RECORD.evaluation)
    for atom in [one.conclusion for one in RECORD.firings if one.status.value == "gives"][::25]:
        node = prover.prove(atom)
        reasons = RECORD.reasons(atom)
        assert node.step is not None
        assert node.step.because in {one.sentence for one in reasons}
        assert all(RECORD.firings[one.firing].conclusion == atom for one in reasons)


def test_a_rule_is_shown_as_it_stands_in_its_file() -> None:
    for place in range(0, len(RECORD.firings), 40):
        rule = RECORD.rule(place)
        assert rule.lines[0][1].strip().endswith(f"id: {rule.id}")
        assert int(rule.place.rpartition(":")[2]) == rule.lines[0][0]
        assert sum("id: " in words for _, words in rule.lines) == 1


async def audited(seat: Seat) -> AuditScreen:
    await seat.press("f4")
    await seat.until(lambda: isinstance(seat.app.screen, AuditScreen))
    screen = seat.app.screen
    assert isinstance(screen, AuditScreen)
    await seat.until(lambda: bool(screen.detail.sheet.blocks))
    return screen


@in_app(size=WIDE)
async def test_firings_are_filtered_and_looked_into(seat: Seat) -> None:
    screen = await audited(seat)
    assert screen.rows.has_focus
    await seat.press("f6", "f6", *"kyrgyzstan", "enter")
    assert screen.rows.has_focus
    having = [row for step in RECORD.steps for row in step.rows if "kyrgyzstan" in row.sentence.casefold()]
    assert f"{len(having)} of {len(RECORD.firings)} firings" in "\n".join(seat.screen)
    await seat.press("down")
    assert screen.rows.at is not None
    place = screen.rows.at.key
    assert isinstance(place, int)
    assert f"Firing {place + 1}" in words_of(screen.detail)
    assert RECORD.rule(place).id in words_of(screen.detail)
    await seat.press("escape")
    assert seat.is_on_main


@in_app(size=TWO)
async def test_what_it_leads_to_is_followed(seat: Seat) -> None:
    screen = await audited(seat)
    leading = [stop.target for stop in screen.detail.sheet.stops if stop.target.kind == "firing"]
    await seat.press("f6")
    assert screen.detail.has_focus
    assert screen.detail.go_to(leading[-1])
    await seat.press("enter")
    assert screen.rows.at == leading[-1]
    assert f"Firing {int(str(leading[-1].key)) + 1}" in words_of(screen.detail)


@in_app(size=TWO)
async def test_more_of_a_step_is_shown(seat: Seat) -> None:
    screen = await audited(seat)
    before = len(rows_of(screen.rows))
    assert screen.rows.go_to(Target("step", RECORD.steps[1].heading))
    await seat.press("enter")
    assert len(rows_of(screen.rows)) > before


async def proved(seat: Seat) -> ProofScreen:
    await seat.press("f2", "w")
    await seat.until(lambda: isinstance(seat.app.screen, ProofScreen))
    screen = seat.app.screen
    assert isinstance(screen, ProofScreen)
    await seat.until(lambda: bool(screen.detail.sheet.blocks))
    return screen


@in_app(size=TWO)
async def test_a_proof_is_unfolded_down_to_what_was_told(seat: Seat) -> None:
    screen = await proved(seat)
    assert "told" in words_of(screen.rows)
    folded = rows_of(screen.rows)
    branch = next(
        stop.target
        for stop in screen.rows.sheet.stops
        if isinstance(stop.target.key, tuple) and len(stop.target.key) == 2
    )
    assert screen.rows.go_to(branch)
    await seat.press("enter", "enter")
    assert rows_of(screen.rows) == folded
    assert screen.rows.at == branch
    await seat.press("left")
    assert screen.rows.at == Target("branch", (0,))
    await seat.press("left")
    assert len(rows_of(screen.rows)) < len(folded)


@in_app(size=NARROW)
async def test_the_rule_takes_the_place_of_the_proof_where_there_is_less_room(seat: Seat) -> None:
    screen = await proved(seat)
    assert screen.detail.region.width == 0
    await seat.press("r")
    assert screen.rows.region.width == 0
    assert "The rule" in words_of(screen.detail)
    await seat.press("r", "escape")
    assert seat.is_on_main
    assert seat.advice.has_focus


@in_app(size=TWO)
async def test_words_are_found_on_every_screen(seat: Seat) -> None:
    screen = await audited(seat)
    await seat.press("slash", *"russia", "enter", "n")
    assert screen.rows.found == "russia"
    await seat.press("c")
    assert seat.app.clipboard


@in_app(size=TWO)
async def test_what_is_typed_in_the_list_filters_it(seat: Seat) -> None:
    screen = await audited(seat)
    seat.press_at_once(*"turkmenistan")
    await seat.settle()
    assert screen.wanted == "turkmenistan"
    await seat.press("enter")
    assert screen.rows.has_focus
    assert "Turkmenistan" in words_of(screen.rows)
    await seat.press("r")  # a key is a key
    assert screen.wanted == "turkmenistan"
