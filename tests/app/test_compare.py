"""Comparisons: what differs and through what is what the difference says, and nothing is adopted until it is kept."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from dragoman.exact.difference import Advised, difference
from dragoman.exact.difference_forms import Difference, Sign
from dragoman.journal.journal import Journal
from dragoman.rulebook.forms import ShownAs
from dragoman.session.session import Session
from dragoman.session.sides import NOW, Side, SideKind, side_situation, sides, usual_side
from dragoman.views.lines import cells
from dragoman.views.screen.compare import comparison
from dragoman.views.screen.compare_forms import Comparison
from dragoman.views.screen.forms import Mark
from dragoman.views.screen.turning import turning
from dragoman_tui.compare_blocks import Room, compare_blocks, line_blocks
from dragoman_tui.compare_screen import CompareScreen
from dragoman_tui.comparing import Compared, compared
from dragoman_tui.record_screens import ProofScreen
from dragoman_tui.setting import set_block
from dragoman_tui.turning_screen import TurningScreen
from tests.app.support import ENGINE, NARROW, RULEBOOK, TWO, WIDE, Seat, in_app, opened, rows_of, words_of
from tests.rulebooks import columns, trees

DEBT = "debt_share: {debtor: kyrgyzstan, creditor: china, percent: 38}"
TIES = "eu_ties: {state: kyrgyzstan, depth: growing}"


@cache
def both() -> tuple[Advised, Advised, Difference]:
    session = opened(["2020-11-report-world"])
    side = Side(SideKind.TOLD, DEBT, "if so")
    other = Advised.of(side_situation(session, side), engine=ENGINE)
    return session.talk.advised, other, difference(session.talk.advised, other)


@cache
def shown() -> Comparison:
    before, after, found = both()
    return comparison(found, before, after, ("before", "after"))


def test_every_cause_has_a_letter_and_every_change_of_the_advice_a_line() -> None:
    _, _, found = both()
    assert len(shown().given) == len(found.causes)
    assert [one.letter for one in shown().given] == list("abcdefgh"[: len(found.causes)])
    lines = [line for one in shown().sections for line in one.lines]
    turned = {one.shown.instance.atom for change in found.of_kind(ShownAs.RECOMMENDATION) for one in change.turned}
    assert {one.atom for line in lines if line.is_advice for one in line.because} == turned
    results = [change for kind in (ShownAs.RISK, ShownAs.FORECAST, ShownAs.WATCH) for change in found.of_kind(kind)]
    told = [change for change in results if change.sign is not Sign.REASONS]
    assert sum(not line.is_advice and bool(line.because) for line in lines) == len(told)


def test_each_line_names_what_its_conclusions_hang_on() -> None:
    _, _, found = both()
    through = {one.shown.instance.atom: one.through.causes for change in found.changes for one in change.turned}
    for line in (line for one in shown().sections for line in one.lines):
        for one in line.because:
            assert one.letters == tuple("abcdefgh"[number] for number in through[one.atom])
            assert all(letter in line.through for letter in one.letters)


def test_a_line_that_came_was_nowhere_before() -> None:
    for line in (line for one in shown().sections for line in one.lines):
        if line.mark is Mark.NEW:
            assert line.before.words == "–"
            assert not any(one.was for one in line.because)
        if line.mark is Mark.GONE:
            assert not any(one.is_now for one in line.because)


def test_swapped_what_came_has_gone() -> None:
    before, after, _ = both()
    back = comparison(difference(after, before), after, before, ("after", "before"))
    marks = {Mark.NEW: Mark.GONE, Mark.GONE: Mark.NEW, Mark.CHANGED: Mark.CHANGED, Mark.NONE: Mark.NONE}

    def advice(one: Comparison) -> dict[str, Mark]:
        return {line.key: line.mark for section in one.sections for line in section.lines if line.is_advice}

    assert advice(back) == {key: marks[mark] for key, mark in advice(shown()).items()}


def test_no_row_is_wider_than_the_pane() -> None:
    for width in (40, 56, 74, 110):
        blocks = [*compare_blocks(shown(), Room(width, is_short=False), frozenset(), "a, against b")]
        blocks += [
            block
            for one in shown().sections
            for line in one.lines
            for block in line_blocks(shown(), line, ("held before", "holds now"))
        ]
        assert max(cells(row.text) for block in blocks for row in set_block(block, width)) <= width


def test_nothing_differs_from_itself() -> None:
    found = compared(opened(["2020-11-report-world"]), Side(SideKind.START, title="x"))
    assert isinstance(found, Compared)
    assert not found.comparison.given
    assert not found.comparison.sections
    assert found.comparison.remark


def test_what_cannot_be_compared_is_said() -> None:
    session = opened(["2020-11-report-world"])
    for side in (
        Side(SideKind.SUPPOSED),
        Side(SideKind.FILE, "no-such-file.yaml"),
        Side(SideKind.TOLD, "no: {such: fact}"),
    ):
        found = compared(session, side)
        assert isinstance(found, str)
        assert found


def test_sides_are_what_there_is() -> None:
    session = opened(["2020-11-report-world"])
    assert usual_side(session) is None
    assert {side.kind for side in sides(session)} == {SideKind.NOTHING, SideKind.FILE}
    session.say(TIES)
    assert usual_side(session) is not None
    assert {SideKind.BEFORE, SideKind.START} <= {side.kind for side in sides(session)}
    assert side_situation(session, NOW) is session.situation


def test_another_session_is_a_side(tmp_path: Path) -> None:
    with Journal.open(tmp_path / "sessions.db") as journal:
        one = Session(RULEBOOK, ENGINE, ["2020-11-report-world"], journal=journal)
        one.say(TIES)
        other = Session(RULEBOOK, ENGINE, ["2020-11-report-world"], journal=journal)
        other.say(DEBT)
        [side] = [side for side in sides(other) if side.kind is SideKind.SESSION]
        assert side.name == one.record.session
        found = compared(other, side)
        assert isinstance(found, Compared)
        assert {given.mark for given in found.comparison.given} == {Mark.GONE, Mark.CHANGED}
        journal.delete(one.record.session)
        assert isinstance(compared(other, side), str)


async def compared_on(seat: Seat) -> CompareScreen:
    await seat.press("f5")
    await seat.until(lambda: isinstance(seat.app.screen, CompareScreen))
    screen = seat.app.screen
    assert isinstance(screen, CompareScreen)
    await seat.until(lambda: bool(rows_of(screen.rows)))
    return screen


@in_app(size=WIDE)
async def test_a_supposition_is_shown_and_adopted_only_when_kept(seat: Seat) -> None:
    await seat.say(TIES, "what if China holds 38 percent of the foreign debt of Kyrgyzstan")
    before = seat.app.session.situation
    screen = await compared_on(seat)
    assert screen.is_supposed
    assert "nothing is adopted until k" in "\n".join(seat.screen)
    assert "What the EU should do" in words_of(screen.rows)
    await seat.press("x")
    await seat.until(lambda: seat.app.screen is not screen and isinstance(seat.app.screen, CompareScreen))
    swapped = seat.app.screen
    assert isinstance(swapped, CompareScreen)
    assert swapped.found.sides == screen.found.sides[::-1]
    assert seat.app.session.situation is before
    await seat.press("k")
    assert seat.is_on_main
    assert len(seat.app.session.situation.statements) == len(before.statements) + 1


@in_app(size=NARROW)
async def test_a_line_opens_to_why_and_to_both_proofs_and_back(seat: Seat) -> None:
    await seat.say(TIES)
    screen = await compared_on(seat)
    line = next(stop.target for stop in screen.rows.sheet.stops if stop.target.kind == "line")
    assert screen.rows.go_to(line)
    await seat.press("enter")
    assert screen.detail.has_focus
    assert "through a" in words_of(screen.detail) or "hangs on" in words_of(screen.detail)
    proof = next(stop.target for stop in screen.detail.sheet.stops if stop.target.kind == "proof")
    assert screen.detail.go_to(proof)
    await seat.press("enter")
    await seat.until(lambda: isinstance(seat.app.screen, ProofScreen))
    await seat.press("escape", "escape")
    assert seat.app.screen is screen
    assert screen.rows.has_focus
    assert screen.rows.at == line
    await seat.press("escape")
    assert seat.is_on_main


@in_app(size=TWO)
async def test_where_nothing_was_said_one_chooses(seat: Seat) -> None:
    await seat.press("f5")
    await seat.until(lambda: "what to compare with" in "\n".join(seat.screen))
    await seat.press(*"sanctions-lifted")
    await seat.press("enter")
    await seat.until(lambda: isinstance(seat.app.screen, CompareScreen))
    screen = seat.app.screen
    assert isinstance(screen, CompareScreen)
    assert screen.found.sides[0].name == "sanctions-lifted"
    await seat.press("k")
    assert seat.app.screen is screen


# -- what would change it


def test_each_way_turns_the_conclusion_in_its_own_situation() -> None:
    evaluation = Session(trees(), columns(), ["heatwave"]).evaluation
    advised = [one for one in evaluation.model.true if one.fact in evaluation.rulebook.recommendations]
    for atom in advised:
        found = turning(evaluation, atom)
        assert found.says.startswith("It follows now; it falls with ")
        assert found.ways
        for way in found.ways:
            assert way.sentence.startswith("If ")
            assert atom not in Advised.of(way.situation, engine=columns()).evaluation.model.true


@in_app(size=TWO, rulebook=trees(), files=("heatwave",))
async def test_what_would_change_a_card_is_chosen_and_seen_side_by_side_and_nothing_is_told(seat: Seat) -> None:
    before = seat.app.session.situation
    await seat.press("f6", "f6", "enter")
    link = next(stop.target for stop in seat.advice.sheet.stops if stop.target.kind == "flips")
    assert seat.advice.go_to(link)
    await seat.press("enter")
    await seat.until(lambda: isinstance(seat.app.screen, TurningScreen))
    screen = seat.app.screen
    assert isinstance(screen, TurningScreen)
    assert "It follows now; it falls with" in words_of(screen.rows)
    await seat.until(lambda: "What would be different" in words_of(screen.detail))
    await seat.press("enter")
    await seat.until(lambda: isinstance(seat.app.screen, CompareScreen))
    compared_to = seat.app.screen
    assert isinstance(compared_to, CompareScreen)
    assert [side.kind for side in compared_to.found.sides] == [SideKind.NOW, SideKind.TURNED]
    assert "gone" in words_of(compared_to.rows) or "changed" in words_of(compared_to.rows)
    line = next(stop.target for stop in compared_to.rows.sheet.stops if stop.target.kind == "line")
    assert "holds now" in " ".join(
        row.text for block in compared_to.detail_blocks(line) for row in set_block(block, 60)
    )
    await seat.press("escape")
    assert seat.app.screen is screen
    await seat.press("escape")
    assert seat.is_on_main
    assert seat.app.session.situation is before
