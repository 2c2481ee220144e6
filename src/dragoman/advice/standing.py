"""How far a recommendation is by what was told: advised or under way, and then what it still lacks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dragoman.advice.carried import Instruments
from dragoman.advice.carried_forms import Lacking
from dragoman.advice.conditions import Conditions
from dragoman.advice.firing_wording import FiringWording
from dragoman.rulebook.forms import Atom, Condition, FactType, Mode, Recommendation, RecommendationStatus, Variable
from dragoman.situation.answers import answer, stated
from dragoman.situation.evidence import Known
from dragoman.values.kind import Truth


def status(conditions: Conditions, template: Recommendation, atom: Atom) -> RecommendationStatus:
    """`under way` where any of its told conditions holds."""
    binding = _binding(conditions, atom)
    is_under_way = any(_holds(conditions, condition, binding) for condition in template.under_way_when)
    return RecommendationStatus.UNDER_WAY if is_under_way else RecommendationStatus.ADVISED


def still_lacks(
    words: FiringWording, instruments: Instruments, template: Recommendation, atom: Atom
) -> Iterator[Lacking]:
    """What was not told of a recommendation that is under way, each with what was told instead.

    Nothing is lacking of an instrument that is not there yet, or that another has followed.
    """
    binding = _binding(words.conditions, atom)
    for condition in template.complete_when:
        named = (term for term in condition.pattern.terms if isinstance(term, str))
        if all(map(instruments.is_current, named)) and not _holds(words.conditions, condition, binding):
            yield _lacking(words, condition, binding)


def _binding(conditions: Conditions, atom: Atom) -> Mapping[str, str]:
    names = conditions.evaluation.rulebook.facts[atom.fact].key_names
    return {name: value for name, value in zip(names, atom.key, strict=True) if value is not None}


def _holds(conditions: Conditions, condition: Condition, binding: Mapping[str, str]) -> bool:
    return next(conditions.told(condition, binding), None) is not None


def _lacking(words: FiringWording, condition: Condition, binding: Mapping[str, str]) -> Lacking:
    fact, pattern = words.rulebook.facts[condition.pattern.fact], condition.pattern
    terms = tuple(binding.get(term.name, term) if isinstance(term, Variable) else term for term in pattern.terms)
    wording = words.voices.wording
    say = wording.denial if condition.mode is Mode.DENIED else wording.sentence
    told = (_told(fact, condition, known) for known in words.conditions.spoken_of(condition, binding))
    sentence = say(fact, terms, wording.test(fact, pattern.test))
    return Lacking(sentence, "; ".join(dict.fromkeys(filter(None, told))))


def _told(fact: FactType, condition: Condition, known: Known) -> str:
    """What is known of one thing that a condition speaks of and does not hold of, in a word or two."""
    if not known.firm:
        return "too doubtfully to count" if known.doubtful else ""
    if answer(fact, known, condition.pattern.test).truth is Truth.DISPUTED:
        return "disputed"
    if fact.value is None:
        return "so" if known.truth is Truth.TRUE else "not so"
    value, affirms = fact.value.kind.known(stated(known))
    return value if affirms else f"not {value}"
