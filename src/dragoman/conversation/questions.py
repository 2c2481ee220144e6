"""The one question of a reply: what is offered first, then whose word goes, then the open fact that settles most."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from dragoman.advice.evaluate import Evaluation
from dragoman.advice.statement_wording import wording_of
from dragoman.conversation.forms import Asked, AskedKind, Clash, Open, Possible
from dragoman.conversation.shown import Which
from dragoman.exact.change_words import ChangeWords
from dragoman.exact.flips import Flipper
from dragoman.exact.machine import machine_of
from dragoman.exact.questions import Question, questions
from dragoman.exact.robust import open_levers
from dragoman.exact.settles import settles
from dragoman.exact.space import Space
from dragoman.rulebook.forms import Atom, Rulebook, ValueSlot
from dragoman.rulebook.words import capital, fill
from dragoman.situation.forms import Said, Statement
from dragoman.values.enumeration import Enumeration

_ALL_OF_THEM = "all of them"
YES, NO = Possible("yes", "y"), Possible("no", "n")
_DECIDES = 3
"""So many conclusions are named that hang on an answer."""


def about_offer(offer: Open) -> Asked:
    """Whether a doubtful reading is right."""
    first, *others = offer.choices
    if not others:
        return Asked(AskedKind.OFFER, f"Did you mean: {first.sentence}?", (YES, NO), offer=offer)
    answers = (*(Possible(one.sentence, str(n)) for n, one in enumerate(offer.choices, start=1)), Possible("none", "n"))
    return Asked(AskedKind.OFFER, "Did you mean one of these?", answers, offer=offer)


def about_clash(clash: Clash, mine: Said, theirs: tuple[Statement, ...]) -> Asked:
    """Whose word goes."""
    yours, other = f"what you said: {clash.said}", f"the other: {'; '.join(clash.against)}"
    answers = (Possible(yours, "1"), Possible(other, "2"), Possible("leave both as they are", "3"))
    return Asked(AskedKind.CLASH, "Which of the two holds?", answers, mine=mine, theirs=theirs)


def about_which(which: Which) -> Asked:
    """Which of several things was meant, which the answer itself has listed."""
    answers = tuple(Possible(sentence, str(number)) for number, sentence in enumerate(which.sentences, start=1))
    return Asked(AskedKind.WHICH, "Which do you mean?", answers, action=which.action, arguments=which.arguments)


def about_taking_back(each: Mapping[str, tuple[Statement, ...]]) -> Asked:
    """Which of several facts, by their sentences, is to be taken back, or all of them."""
    several = (*each.values(), tuple(statement for some in each.values() for statement in some))
    answers = (Possible(words, str(number)) for number, words in enumerate((*each, _ALL_OF_THEM), start=1))
    none = Possible("none", "n")
    return Asked(AskedKind.TAKE_BACK, "Which of these is to be taken back?", (*answers, none), several=several)


def open_question(
    evaluation: Evaluation, passed: Collection[Atom] = (), named: Collection[str] = (), whom: Collection[str] = ()
) -> Asked | None:
    """The open fact whose answer settles most, of those that settle as much one about `named`; None if none does.

    With `whom`, what settles something for them.

    Raises:
        EngineError: if the rules have more instances than can be held.
    """
    machine = machine_of(evaluation.program)
    flipper = Flipper(Space(evaluation, machine, tuple(open_levers(evaluation, machine))))
    found = [one for one in questions(flipper, whom) if one.atom not in passed]
    if not found:
        return None

    def weight(one: Question) -> tuple[int, int, int]:
        return len(one.recommendations), len(one.others), sum(name in named for name in one.atom.key)

    plain = [one for one in found if not _is_further(evaluation.rulebook, one.atom)]
    best = max(plain or found, key=weight)  # the first of several
    words = ChangeWords(evaluation, machine)
    decided = [one.title for one in settles(words, (*best.recommendations, *best.others))]
    return asked_about(evaluation.rulebook, best.atom, decided)


def _is_further(rulebook: Rulebook, atom: Atom) -> bool:
    """Whether it is about one more of its kind, `a second base`, which nobody asks for before the first."""
    slots = rulebook.facts[atom.fact].keys
    return any(slot.optional and value is not None for slot, value in zip(slots, atom.key, strict=True))


def asked_about(rulebook: Rulebook, atom: Atom, decides: Iterable[str] = ()) -> Asked:
    """The rulebook's question for a fact, with what can be answered."""
    fact, voices = rulebook.facts[atom.fact], wording_of(rulebook)
    words = voices.wording.slots(fact, atom.key)
    sentence = capital(fill(fact.question or f"is it so that {fact.says}?", words))
    answers, wants = possible(fact.value)
    return Asked(AskedKind.OPEN, sentence, answers, wants, tuple(decides), atom)


def possible(slot: ValueSlot | None) -> tuple[tuple[Possible, ...], str]:
    """What can be answered: yes and no, the words of an enumeration, or a number of some kind."""
    if slot is None:
        return (YES, NO), ""
    if isinstance(slot.kind, Enumeration):
        return tuple(Possible(word.replace("_", " "), str(n)) for n, word in enumerate(slot.kind.words, 1)), ""
    return (), slot.kind.described()
