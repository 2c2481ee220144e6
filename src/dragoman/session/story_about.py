"""Of a story what is about one rule, or about one fact: when it came, when it went, and through what."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator

from dragoman.advice.evaluate import Evaluation
from dragoman.advice.statement_wording import wording_of
from dragoman.conversation.telling import pattern_of
from dragoman.errors import UnknownNameError
from dragoman.explain.targets import is_meant, pattern_asked
from dragoman.language.forms import ReadFact
from dragoman.language.grammar.grammar import grammar_of
from dragoman.language.read import Reader
from dragoman.rulebook.forms import Atom, Rulebook, Term
from dragoman.rulebook.words import VocabularyWording
from dragoman.session.story import COUNTING
from dragoman.session.story_forms import Happened, Moment, Story
from dragoman.situation.answers import is_disputed
from dragoman.source.names import did_you_mean
from dragoman.source.nodes import shorten


def about_rule(story: Story, end: Evaluation, rule: str) -> Story:
    """When a rule fired first, when it no longer did, and through what.

    Raises:
        UnknownNameError: if there is no such rule; the message offers the nearest.
    """
    rules = end.rulebook.rules
    if rule not in rules:
        raise UnknownNameError(f"there is no rule '{shorten(rule)}'{did_you_mean(rule, rules)}")
    moments = (
        dataclasses.replace(
            moment,
            fired=tuple(one for one in moment.fired if one.rule == rule),
            no_longer=tuple(one for one in moment.no_longer if one.rule == rule),
        )
        for moment in story.moments
    )
    found = tuple(moment for moment in moments if moment.fired or moment.no_longer)
    sentences = dict.fromkeys(
        wording_of(end.rulebook).because(rule, firing.bindings)
        for firing in end.model.firings
        if firing.rule == rule and firing.status in COUNTING
    )
    stands = f"it fires: {' '.join(sentences)}" if sentences else "it does not fire"
    return dataclasses.replace(story, moments=found, rule=rule, at_the_end=stands)


def about_fact(story: Story, end: Evaluation, text: str) -> Story:
    """The life of one fact: told, corrected, taken back; `text` names it as a file does, or in plain English.

    Where `text` says no fact, what was said in these words is meant.

    Raises:
        UnknownNameError: if there is no such fact type, slot or entity, or nothing was said in these words.
    """
    rulebook = end.rulebook
    patterns = tuple(_asked(rulebook, text))
    if patterns:
        sentence = "; ".join(_sentence(rulebook, *pattern) for pattern in patterns)
        found = _kept(story, lambda one: any(_is_one(rulebook, pattern, one.atoms) for pattern in patterns))
    else:
        words = text.casefold().split()
        sentence = text
        found = _kept(story, lambda one: all(word in f"{one.voice.words} {one.sentence}".casefold() for word in words))
        if not found:
            raise UnknownNameError(f"nothing was said in this session of '{shorten(text)}'")
    atoms = dict.fromkeys(atom for moment in found for one in moment.facts for atom in one.atoms)
    if patterns:
        known = (atom for atom in end.evidence.told if any(_is_one(rulebook, one, (atom,)) for one in patterns))
        atoms = dict.fromkeys([*atoms, *known])
    return dataclasses.replace(story, moments=found, fact=sentence, at_the_end=_standing(end, tuple(atoms)))


Asked = tuple[str, tuple[Term, ...]]


def _asked(rulebook: Rulebook, text: str) -> Iterator[Asked]:
    """What a text asks for: fact types and what their slots hold."""
    if ":" in text or text.strip() in rulebook.facts:
        yield pattern_asked(rulebook, text.strip())
        return
    reading = Reader(grammar_of(rulebook)).read(text)
    offered = (choice for offer in reading.offered for choice in offer.choices[:1])
    facts: list[ReadFact] = [*reading.facts, *reading.withdrawn, *reading.supposed] or [*offered]
    for fact in facts:
        pattern = pattern_of(rulebook, fact)
        if pattern is not None:
            yield pattern.fact, pattern.terms


def _is_one(rulebook: Rulebook, asked: Asked, atoms: tuple[Atom, ...]) -> bool:
    name, terms = asked
    return any(is_meant(rulebook, rulebook.facts[name], terms, atom) for atom in atoms)


def _sentence(rulebook: Rulebook, name: str, terms: tuple[Term, ...]) -> str:
    return VocabularyWording(rulebook).sentence(rulebook.facts[name], terms)


def _kept(story: Story, is_meant_by: Callable[[Happened], bool]) -> tuple[Moment, ...]:
    """The moments in which something became of it, each with what hangs on that."""
    found = ((moment, tuple(one for one in moment.facts if is_meant_by(one))) for moment in story.moments)
    return tuple(_hanging(moment, facts) for moment, facts in found if facts)


def _hanging(moment: Moment, facts: tuple[Happened, ...]) -> Moment:
    """A moment with these facts alone, and the changes and rules that can hang on them."""
    difference, atoms = moment.difference, {atom for one in facts for atom in one.atoms}
    if difference is None:
        return dataclasses.replace(moment, facts=facts)
    numbers = {n for n, cause in enumerate(difference.causes) if any(told.atom in atoms for told in cause.facts)}
    changes = (change for change in difference.changes if any(numbers & {*t.through.causes} for t in change.turned))
    return dataclasses.replace(
        moment,
        facts=facts,
        difference=dataclasses.replace(difference, changes=tuple(changes)),
        fired=tuple(one for one in moment.fired if numbers & {*one.through}),
        no_longer=tuple(one for one in moment.no_longer if numbers & {*one.through}),
    )


def _standing(end: Evaluation, atoms: tuple[Atom, ...]) -> str:
    """How the facts stand at the end."""
    voices, found = wording_of(end.rulebook), dict[str, None]()
    for atom in atoms:
        known = end.evidence.told.get(atom)
        if known is None or not (known.firm or known.doubtful):
            continue
        if is_disputed(end.rulebook.facts[atom.fact], known):
            found[f"disputed: {voices.question(atom)}"] = None
        else:
            said = (voices.known(known),) if known.firm else map(voices.says, known.doubtful)
            found.update(dict.fromkeys(f"{one}{'' if known.firm else ' (doubtful)'}" for one in said))
    return "; ".join(found) or "nothing is told of it at the end"
