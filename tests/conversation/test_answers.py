"""What is asked is answered, in sentences that can be read aloud: no code, no name of a type, no locator in them."""

import re
from functools import cache

import pytest

from dragoman.conversation.answers import Answered, answered
from dragoman.conversation.requests import CHANGING, IS, Request, commanded, requested
from dragoman.conversation.shown import (
    AdviceShown,
    Compared,
    Explained,
    FactAnswer,
    FactsShown,
    FactWhy,
    Nothing,
    Standing,
    Which,
    Why,
    WhyNotShown,
)
from dragoman.conversation.terms import TermKind, glossary
from dragoman.exact.change_forms import Flipped, Hinges
from dragoman.exact.difference import Advised
from dragoman.exact.why_not_forms import Silence
from dragoman.language.grammar.grammar import Grammar, grammar_of
from dragoman.rulebook.forms import Atom, Rulebook
from dragoman.rulebook.likelihood import TOLD_WORDS
from dragoman.situation.assemble import empty_situation, read_situation, situation_names
from dragoman.situation.forms import Situation
from dragoman.situation.python_facts import situation_from
from dragoman.views.spoken import spoken
from tests.conversation.lines import WORLD
from tests.rulebooks import columns, report, situation, trees

CODE = re.compile(r"[a-z0-9]_[a-z0-9]|[{}<>\\]|\b[A-Z]{2,4}\.\d|\.ya?ml\b|\$\w")
LINES = (
    "what should the EU do about Kyrgyzstan",
    "why the second one",
    "what would change that",
    "what are the risks",
    "why the first risk",
    "all reasons",
    "compare Kazakhstan and Uzbekistan",
    "compare Kazakhstan and Uzbekistan in full",
    "what do you know about Tajikistan",
    "all facts",
    "what does it hang on",
    "what should I tell you next",
    "how robust is this",
    "which sources matter most",
    "why does nothing follow for Tajikistan",
    "why not",
    "what did you not use",
    "is Kazakhstan a member of the EAEU?",
    "does Kyrgyzstan depend on China in trade?",
    "why not offer Turkmenistan an alternative in energy",
    "why kyrgyzstan's debt share",
    "is the axis in doubt",
    "why not say the axis is in doubt",
    "what does likely mean",
    "what is soft power",
    "flub the wug",
)


@cache
def advised(name: str) -> Advised:
    return Advised.of(situation(name), engine=columns())


def grammar(rulebook: Rulebook | None = None) -> Grammar:
    return grammar_of(rulebook or report())


def ask(text: str, of: Advised | None = None, focus: tuple[Atom, ...] = ()) -> Answered:
    of = of or advised(WORLD)
    found = grammar(of.evaluation.rulebook)
    return answered(of, found, requested(found, text), focus)


def said(text: str, of: Advised | None = None, focus: tuple[Atom, ...] = ()) -> str:
    of = of or advised(WORLD)
    return "\n".join(line.text for line in spoken(ask(text, of, focus).answer, of.evaluation.rulebook))


def told(*facts: dict[str, object], **beside: str) -> Advised:
    made = situation_from(report(), []).tell(*facts, **beside)
    return Advised.of(made, engine=columns())


DEBT: dict[str, object] = {"debt_share": {"debtor": "kyrgyzstan", "creditor": "china", "percent": 42}}
BASE: dict[str, object] = {"military_base": {"power": "china", "host": "tajikistan", "stage": "operating"}}
MEMBER: dict[str, object] = {"member": {"state": "kazakhstan", "body": "eaeu"}}

# -- read aloud


@pytest.mark.parametrize("name", situation_names(report())[::5])
def test_no_answer_has_a_code_a_type_name_or_a_locator(name: str) -> None:
    ids = [rule for rule in report().rules if "-" in rule]
    focus: tuple[Atom, ...] = ()
    for text in LINES:
        request = requested(grammar(), text)
        found = answered(advised(name), grammar(), request, focus)
        focus = found.focus or focus
        lines = spoken(found.answer, report(), everything=request.everything)
        assert lines, text
        for line in lines:
            assert not CODE.search(line.text), (text, line.text)
            assert not any(one in line.text for one in ids), (text, line.text)
            assert line.text.strip()[-1] in ".?:!)", (text, line.text)
        assert request.everything or len(lines) <= 12, text


def test_an_answer_on_another_subject_names_nothing_of_the_first() -> None:
    heat = Advised.of(read_situation(trees(), ["heatwave"]), engine=columns())
    names = {entity.title for entity in report().entities.values()} | {"China", "Russia", "EU"}
    for text in (
        "what should we do about Oslo",
        "why number 1",
        "what would change that",
        "what are the risks",
        "compare Oslo and Bergen",
        "what do you know about Oslo",
        "what should I tell you next",
        "is the ash dying in Oslo",
        "why not plant trees in Arnhem",
        "what is the coast",
        "what does possible mean",
        "which sources matter",
    ):
        words = said(text, heat)
        assert words, text
        assert not any(re.search(rf"\b{re.escape(name)}\b", words) for name in names), (text, words)


def test_with_nothing_told_every_answer_says_so() -> None:
    nothing = Advised.of(empty_situation(report()), engine=columns())
    for text in LINES:
        assert said(text, nothing), text
    assert said("what have I told you", nothing).startswith("Nothing was told yet.")
    assert "Nothing is recommended" in said("what do you recommend", nothing)


# -- why


def test_why_names_the_reason_and_whose_word_it_rests_on() -> None:
    words = said("why should the EU offer Kyrgyzstan an alternative in finance")
    assert words.startswith("The EU should offer Kyrgyzstan an alternative")
    assert "It rests on" in words
    assert "Stronski, Carnegie Endowment" in words


def test_why_of_a_told_fact_is_whose_word_it_is() -> None:
    found = ask("why kyrgyzstan's debt share", told(DEBT, source="AFP"))
    assert isinstance(found.answer, FactWhy)
    assert "AFP" in said("why kyrgyzstan's debt share", told(DEBT, source="AFP"))


def test_all_reasons_are_more_than_the_best() -> None:
    focus = ask("why is escalation a risk").focus
    request = requested(grammar(), "all reasons")
    found = answered(advised(WORLD), grammar(), request, focus).answer
    assert isinstance(found, Why)
    assert found.everything
    whole = "\n".join(line.text for line in spoken(found, report(), everything=True))
    assert all(reason in whole for reason in found.reasons[0])


def test_why_of_what_does_not_follow_says_why_not() -> None:
    assert isinstance(ask("why is the axis in doubt").answer, WhyNotShown)


def test_why_of_what_has_just_gone_says_why_not() -> None:
    gone = Atom("build_ties", ("kyrgyzstan",))
    assert gone not in told().evaluation.model.true
    answer = said("why", told(), (gone,))
    assert "It was told" not in answer
    assert "does not follow" in answer


def test_why_not_of_what_follows_says_why() -> None:
    assert isinstance(ask("why not build ties with Kazakhstan").answer, Why)


def test_why_of_a_sentence_that_denies_is_proved() -> None:
    assert isinstance(ask("why do you say that the CSTO is weak need not trouble Russia").answer, Why)


def test_why_not_in_general_names_what_each_recommendation_lacks() -> None:
    assert isinstance(ask("why does nothing follow for Tajikistan").answer, Silence)


def test_where_none_is_clearly_meant_it_asks_which() -> None:
    found = ask("why trade").answer
    assert isinstance(found, Which)
    assert len(found.sentences) == len(found.arguments) > 1
    again = commanded(grammar(), found.action, found.arguments[1])
    assert isinstance(answered(advised(WORLD), grammar(), again).answer, Why | FactWhy | WhyNotShown)


def test_a_slash_command_takes_what_a_file_has() -> None:
    request = commanded(grammar(), "why", "build_ties: {state: kazakhstan}")
    found = answered(advised(WORLD), grammar(), request).answer
    assert isinstance(found, Why)
    assert found.proofs.nodes[0].atom == Atom("build_ties", ("kazakhstan",))


# -- whether something is so


@pytest.mark.parametrize(
    ("facts", "text", "standing"),
    [
        ((MEMBER,), "is Kazakhstan a member of the EAEU?", Standing.TOLD),
        (({"not": MEMBER},), "is Kazakhstan a member of the EAEU?", Standing.DENIED),
        ((MEMBER, {"not": MEMBER}), "is Kazakhstan a member of the EAEU?", Standing.DISPUTED),
        ((), "is Kazakhstan a member of the EAEU?", Standing.UNKNOWN),
        ((BASE,), "does China have a base in Tajikistan?", Standing.TOLD),
        (({"military_base": {"power": "china", "host": "tajikistan", "stage": "closed"}},), "does China have a base in Tajikistan?", Standing.OTHER_VALUE),
        ((), "is the axis in doubt?", Standing.NOT_CONCLUDED),
    ],
)  # fmt: skip
def test_a_question_is_answered_by_how_it_stands(
    facts: tuple[dict[str, object], ...], text: str, standing: Standing
) -> None:
    found = ask(text, told(*facts)).answer
    assert isinstance(found, FactAnswer)
    assert found.standing is standing


def test_what_is_concluded_is_answered_with_the_reason() -> None:
    found = ask("should the EU build ties with Kazakhstan?").answer
    assert isinstance(found, FactAnswer)
    assert found.standing is Standing.CONCLUDED
    assert found.because


def test_what_was_told_too_doubtfully_is_said_to_be_so() -> None:
    found = ask("is Kazakhstan a member of the EAEU?", told(MEMBER, likelihood="possible")).answer
    assert isinstance(found, FactAnswer)
    assert found.standing is Standing.DOUBTFUL


def test_what_nobody_said_is_answered_with_the_question() -> None:
    found = ask("is Kazakhstan a member of the EAEU?", told()).answer
    assert isinstance(found, FactAnswer)
    assert found.question.endswith("?")


# -- what is shown


def test_advice_is_kept_to_whom_a_line_names() -> None:
    found = ask("what should the EU do about Kyrgyzstan").answer
    assert isinstance(found, AdviceShown)
    assert [target.name for target in found.advice.targets] == ["kyrgyzstan"]


def test_facts_are_kept_to_whom_a_line_names() -> None:
    found = ask("what do you know about Tajikistan", told(DEBT, BASE)).answer
    assert isinstance(found, FactsShown)
    assert len(found.facts) == 1


def test_what_was_told_of_a_group_is_one_fact() -> None:
    found = ask("what have I told you", told({"asserts_agency": {"state": "central_asia"}})).answer
    assert isinstance(found, FactsShown)
    assert len(found.facts) == 1


def test_two_are_compared_by_what_they_share() -> None:
    found = ask("compare Kazakhstan and Uzbekistan").answer
    assert isinstance(found, Compared)
    for shared in (found.recommended, found.follows, found.told):
        assert not set(shared.one) & set(shared.other)
    assert any("transport" in one for one in found.recommended.one)


def test_comparing_with_itself_changed_round_changes_sides() -> None:
    here, there = ask("compare Kazakhstan and Uzbekistan").answer, ask("compare Uzbekistan and Kazakhstan").answer
    assert isinstance(here, Compared)
    assert isinstance(there, Compared)
    assert set(here.recommended.one) == set(there.recommended.other)
    assert set(here.recommended.both) == set(there.recommended.both)


def test_what_would_change_that_is_about_what_was_said_last() -> None:
    focus = (Atom("build_ties", ("kazakhstan",)),)
    found = ask("what would change that", focus=focus).answer
    assert isinstance(found, Flipped)
    assert [one.conclusion.atom for one in found.conclusions] == list(focus)
    assert isinstance(ask("what would change that").answer, Hinges)


def test_what_cannot_be_done_names_what_comes_nearest() -> None:
    found = ask("flub the wug").answer
    assert isinstance(found, Nothing)
    assert len(found.nearest) == 2


@pytest.mark.parametrize("action", [*sorted(CHANGING), "help", "what-if"])
def test_actions_that_change_something_are_not_answered_here(action: str) -> None:
    assert isinstance(answered(advised(WORLD), grammar(), Request(action)).answer, Nothing)


# -- what words mean


@pytest.mark.parametrize("word", sorted({*glossary(), *TOLD_WORDS}))
def test_each_word_of_the_program_is_explained(word: str) -> None:
    found = ask(f"what does {word} mean").answer
    assert isinstance(found, Explained)
    assert found.term.kind is TermKind.WORD


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("explain MIL.3", TermKind.LOCATOR),
        ("what is B2", TermKind.GRADE),
        ("what is the CSTO", TermKind.ENTITY),
        ("what is soft power", TermKind.FACT),
        ("explain build-ties-while-dynamic-shifts", TermKind.RULE),
        ("explain the dependency debt share", TermKind.PARAMETER),
        ("explain spheres-so-far-complementary", TermKind.CLAIM),
    ],
)
def test_what_kind_of_thing_a_word_names(text: str, kind: TermKind) -> None:
    found = ask(text).answer
    assert isinstance(found, Explained)
    assert found.term.kind is kind
    assert found.sentences


def test_all_that_can_be_explained_is_said_in_sentences() -> None:
    terms = [
        *report().rules,
        *report().claims,
        *report().parameters,
        *(at for one in report().claims.values() for at in one.at),
    ]
    for name in [*terms, *report().entities]:
        found = answered(advised(WORLD), grammar(), Request("explain", name)).answer
        assert isinstance(found, Explained), name
        assert all(text.strip()[-1] in ".?:!," for text in found.sentences), (name, found.sentences)
        assert not any(re.search(r"[{}$]", text) for text in found.sentences), (name, found.sentences)


def test_a_question_of_fact_is_an_action_of_its_own() -> None:
    assert requested(grammar(), "is Kazakhstan a member of the EAEU?").action == IS


def test_an_answer_is_the_same_whatever_order_the_facts_were_told_in() -> None:
    def made(facts: list[dict[str, object]]) -> Situation:
        return situation_from(report(), facts)

    here, there = (Advised.of(made(facts), engine=columns()) for facts in ([DEBT, MEMBER], [MEMBER, DEBT]))
    for text in ("what do you recommend", "what are the risks", "is Kazakhstan a member of the EAEU"):
        assert said(text, here) == said(text, there)
