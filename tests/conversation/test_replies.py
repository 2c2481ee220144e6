"""Every reply says what was understood and what changed, and says it truly."""

import copy
import dataclasses
import re

import pytest
from hypothesis import given, settings

from dragoman.advice.build import advice_of
from dragoman.advice.evaluate import evaluate
from dragoman.advice.shown import shown_conclusions
from dragoman.conversation.forms import Deed
from dragoman.engines.rete.engine import ReteEngine
from dragoman.errors import EngineError
from dragoman.exact.difference_forms import Sign
from dragoman.program.forms import Program
from dragoman.rulebook.forms import ShownAs
from dragoman.rulebook.words import capital
from dragoman.session.session import Session
from dragoman.situation.evidence import Evidence
from dragoman.views.lines import fitted
from dragoman.views.reply import reply_view
from tests.conversation.lines import HALF, RULEBOOK, WORLD, any_text, told_lines
from tests.shares import examples

ENGINE = ReteEngine()
OFFER = "The EU should offer Kyrgyzstan an alternative to China and the BRI in finance"


def session(*lines: str, files: tuple[str, ...] = (WORLD,)) -> Session:
    made = Session(RULEBOOK, ENGINE, files)
    for line in lines:
        assert not made.say(line).is_mistake, line
    return made


FROM_THE_REPORT = session()
"""Used again and again: loading costs more than a line."""


def drawn(made: Session, line: str) -> str:
    """The reply to a line as one text."""
    rows = fitted(reply_view(made.say(line), RULEBOOK), 1000)
    return "\n".join("".join(span.text for span in row) for row in rows)


@settings(max_examples=examples(8))
@given(told_lines())
def test_a_reply_says_what_was_understood_and_every_change(line: str) -> None:
    made = copy.copy(FROM_THE_REPORT)
    before = shown_conclusions(made.advice)
    reply = made.say(line)
    after = shown_conclusions(made.advice)
    assert reply.understood
    assert not reply.is_mistake
    if reply.difference is None:
        assert {one.deed for one in reply.understood} == {Deed.KNOWN}
        return
    signs = {change.sign for change in reply.difference.changes}
    assert (Sign.CAME in signs) == bool(after.keys() - before.keys())
    assert (Sign.WENT in signs) == bool(before.keys() - after.keys())
    both = [(before[atom], after[atom]) for atom in before.keys() & after.keys()]
    assert (Sign.CHANGED in signs) == any(old.standing != new.standing for old, new in both)
    assert made.advice == advice_of(evaluate(RULEBOOK, made.situation, ENGINE))
    text = "\n".join(part.text for part in reply_view(reply, RULEBOOK))
    assert capital(reply.understood[0].sentence) in text
    said = [c for c in reply.difference.changes if c.sign is not Sign.REASONS and c.kind is not ShownAs.FINDING]
    assert ("The advice stays as it is" not in text) or not said
    assert not said or any(capital(change.sentence) in text for change in said)
    assert not re.search(r"\b[a-z]+_[a-z]+\b|[{}]", text.split("\n", 1)[1])


@settings(max_examples=examples(20))
@given(any_text())
def test_no_text_ever_raises_and_a_mistake_leaves_the_advice(text: str) -> None:
    made = FROM_THE_REPORT
    situation, advice = made.situation, made.advice
    reply = made.say(text)
    assert reply.text == text
    list(fitted(reply_view(reply, RULEBOOK), 80))
    if reply.is_mistake:
        assert made.situation is situation
        assert made.advice is advice
        assert reply.findings or reply.problem


def test_what_came_and_what_went_is_said() -> None:
    made = session()
    gone = drawn(made, "debt_share: {debtor: kyrgyzstan, creditor: china, percent: 12}")
    assert "  Noted: China holds 12 percent of the foreign debt of Kyrgyzstan" in gone
    assert f"  − {OFFER}" in gone
    back = drawn(made, "/undo")
    assert "  Taken back: China holds 12 percent of the foreign debt of Kyrgyzstan" in back
    assert f"  + {OFFER}" in back


def test_a_changed_standing_is_said() -> None:
    made = session("debt_share: {debtor: kyrgyzstan, creditor: china, percent: 60}")
    reply = drawn(made, "eu_offers: {state: kyrgyzstan, field: finance}")
    assert f"  ~ {OFFER} (advised" in reply


def test_a_contradiction_with_a_source_is_said_and_asked_about_and_settled() -> None:
    made = session("debt_share: {debtor: kyrgyzstan, creditor: china, percent: 60}, source: AFP")
    reply = drawn(made, "debt_share: {debtor: kyrgyzstan, creditor: china, percent: 10}, source: Reuters")
    assert "  This contradicts: China holds 60 percent of the foreign debt of Kyrgyzstan (AFP)" in reply
    assert "nothing rests on either until that is settled" in reply
    assert "? Which of the two holds?" in reply
    settled = drawn(made, "1")
    assert "  Taken back: China holds 60 percent of the foreign debt of Kyrgyzstan (AFP)" in settled


def test_what_is_loaded_yields_to_what_is_said_and_that_is_asked_about() -> None:
    reply = drawn(session(), "debt_share: {debtor: kyrgyzstan, creditor: china, percent: 10}")
    assert "  This contradicts: China holds " in reply
    assert "what you say now counts" in reply


@pytest.mark.parametrize(
    ("line", "note"),
    [
        ("multi_vector: {state: uzbekistan}, likelihood: possible", "'possible' is too doubtful for advice to rest on"),
        ("multi_vector: {state: uzbekistan}, likelihood: 10%", "'10 %' counts as told not so"),
        ("not: {multi_vector: {state: uzbekistan}}, likelihood: unlikely", "'unlikely' counts as told so"),
        ("multi_vector: {state: uzbekistan}, date: 2031-01-01", "it does not count: dated after the situation"),
        ("multi_vector: {state: uzbekistan}, until: 2019-01-01", "it does not count: no longer in force"),
    ],
)
def test_a_line_that_counts_otherwise_than_it_reads_says_so(line: str, note: str) -> None:
    assert f"  Not used: {capital(note)}" in drawn(session(), line)


def test_what_is_said_of_a_group_is_understood_in_one_sentence() -> None:
    reply = session().say("not: {asserts_agency: {state: central_asia}}")
    assert [one.sentence for one in reply.understood] == [
        "each state of Central Asia does not assert any political agency of its own"
    ]
    assert len(session().say("not: {project: {sponsor: china, host: kazakhstan}}").understood) == 1


def test_the_same_change_for_many_states_is_one_line() -> None:
    made = session()
    reply = made.say("not: {asserts_agency: {state: central_asia}}")
    assert reply.difference is not None
    gone = [change for change in reply.difference.changes if change.id == "build_ties"]
    assert [change.sentence for change in gone] == [
        "the EU should build strong diplomatic ties with each state of Central Asia"
    ]


def test_recommendations_are_said_first() -> None:
    reply = session().say(f"/load {HALF}")
    assert reply.difference is not None
    ids = [change.id for change in reply.difference.changes if change.sign is Sign.WENT]
    advised = [name in RULEBOOK.recommendations for name in ids]
    assert any(advised)
    assert advised == sorted(advised, reverse=True)


def test_each_command_has_its_answer() -> None:
    made = session()
    for line in ("/why build_ties", "/rules", "/rules work-through-states-not-powers", "/facts", "/advice"):
        reply = made.say(line)
        assert reply.answer is not None, line
        assert not reply.is_mistake
        assert reply.difference is None
    assert made.say("/quit").leaves


def test_why_says_what_is_not_so() -> None:
    text = drawn(session(files=(HALF,)), "/why depends_on: {state: kyrgyzstan}")
    assert "does not follow" in text or "told" in text


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("/load 2020-11-report-word", f"did you mean '{WORLD}'?"),
        ("/load .", "this is a folder"),
        ("/load -", "the keyboard is no file"),
        (f"/load {'a' * 5000}", "there is no file"),
        ("/load \x00", "no file"),
        ("/undo", "there is nothing to undo"),
    ],
)
def test_a_command_that_cannot_be_done_says_why_and_changes_nothing(line: str, said: str) -> None:
    made = session()
    situation, advice = made.situation, made.advice
    reply = made.say(line)
    assert reply.is_mistake
    assert said.lower() in drawn(made, line).lower()
    assert (made.situation, made.advice) == (situation, advice)


def test_facts_say_whose_word_they_are_and_what_is_disputed() -> None:
    made = session(
        "debt_share: {debtor: kyrgyzstan, creditor: china, percent: 60}, source: AFP",
        "debt_share: {debtor: kyrgyzstan, creditor: china, percent: 10}, source: Reuters",
        files=(),
    )
    text = drawn(made, "/facts")
    assert "disputed; Reuters, as you said in line 2; AFP, as you said in line 1" in text


def test_nothing_said_is_said() -> None:
    assert "Nothing was told yet." in drawn(session(files=()), "/facts")


def test_a_failing_engine_leaves_the_session_as_it_was() -> None:
    class Failing:
        name = "failing"

        def run(self, program: Program, evidence: Evidence) -> object:
            raise EngineError("the engine failed")

    made = session()
    situation, advice = made.situation, made.advice
    talk = made.talk
    made.talk = dataclasses.replace(talk, engine=Failing())  # type: ignore[arg-type]
    with pytest.raises(EngineError):
        made.say("acts_alone: {power: russia}")
    assert (made.situation, made.advice) == (situation, advice)
    made.talk = talk
    assert not made.say("acts_alone: {power: russia}").is_mistake
