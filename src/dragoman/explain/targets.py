"""Which conclusions a person means who asks `why NAME`."""

from __future__ import annotations

from dragoman.advice.evaluate import Evaluation
from dragoman.advice.scope import Scope
from dragoman.errors import UnknownNameError
from dragoman.form import form
from dragoman.rulebook.forms import Atom, Blank, FactType, Rulebook, Term
from dragoman.rulebook.patterns import Names, read_pattern
from dragoman.rulebook.words import VocabularyWording
from dragoman.situation.evidence import sort_key
from dragoman.source.braces import Alone, Fact, Slots
from dragoman.source.names import did_you_mean
from dragoman.source.nodes import Mapping, shorten
from dragoman.source.reading import Reading

_QUESTION = Fact("a question", Slots.PLAIN, Alone)


@form
class Question:
    """What was asked for, and what of it is so."""

    fact: FactType
    sentence: str
    """That what was asked for is so; a slot that was left out is `any state`."""
    atoms: tuple[Atom, ...]
    """The true atoms, and of a type with a value slot those of which a value is known; in canonical order."""
    others: tuple[Atom, ...]
    """The atoms of which something was said or concluded, and which are not true: false, disputed, doubtful."""
    terms: tuple[Term, ...]
    """What was named of the key slots."""
    scope: Scope
    """What it is kept to."""


def asked_for(evaluation: Evaluation, text: str, targets: tuple[str, ...] = ()) -> Question:
    """What `text` asks for.

    `text` is a fact type (`build_ties`), or one with slots as in a file (`build_ties: {state: kazakhstan}`);
    a group stands for its members too. `targets` are whom it is kept to.

    Raises:
        UnknownNameError: if there is no such fact type, slot or entity; the message offers the nearest.
    """
    rulebook = evaluation.rulebook
    name, terms = pattern_asked(rulebook, text.strip())
    fact = rulebook.facts[name]
    scope = Scope(rulebook, targets)
    spoken_of = {
        *evaluation.model.true,
        *evaluation.evidence.known,
        *(firing.conclusion for firing in evaluation.model.firings),
    }
    atoms = sorted((a for a in spoken_of if is_meant(rulebook, fact, terms, a) and scope.holds(a)), key=sort_key)
    shown = [atom for atom in atoms if _is_shown(evaluation, fact, atom)]
    return Question(
        fact,
        VocabularyWording(rulebook).sentence(fact, _about(rulebook, fact, terms, targets)),
        tuple(shown),
        tuple(atom for atom in atoms if atom not in shown),
        terms,
        scope,
    )


def _about(rulebook: Rulebook, fact: FactType, terms: tuple[Term, ...], targets: tuple[str, ...]) -> tuple[Term, ...]:
    """The terms with the one target, if it is one, in the first open slot that takes it."""
    found = list(terms)
    for number, slot in enumerate(fact.keys) if len(targets) == 1 else ():
        if isinstance(terms[number], Blank) and targets[0] in slot.kind.domain(rulebook.entities):
            found[number] = targets[0]
            break
    return tuple(found)


def _is_shown(evaluation: Evaluation, fact: FactType, atom: Atom) -> bool:
    if fact.value is None:
        return atom in evaluation.model.true
    known = evaluation.evidence.of(atom)
    return known is not None and bool(known.firm)


def is_meant(rulebook: Rulebook, fact: FactType, terms: tuple[Term, ...], atom: Atom) -> bool:
    """Whether an atom is of this type and has what the terms name; a group stands for its members too."""
    if atom.fact != fact.name:
        return False
    keys = [list(atom.key)]
    if fact.symmetric:
        one, two = fact.symmetric
        swapped = list(atom.key)
        swapped[one], swapped[two] = swapped[two], swapped[one]
        keys.append(swapped)
    return any(all(_is_in(rulebook, term, value) for term, value in zip(terms, key, strict=True)) for key in keys)


def _is_in(rulebook: Rulebook, term: Term, value: str | None) -> bool:
    if isinstance(term, Blank) or term == value:
        return True
    entity = rulebook.entities.get(str(term))
    return entity is not None and value in entity.members


def pattern_asked(rulebook: Rulebook, text: str) -> tuple[str, tuple[Term, ...]]:
    """The fact type that `text` names, and what it names of its key slots.

    Raises:
        UnknownNameError: if there is no such fact type, slot or entity; the message offers the nearest.
    """
    if text in rulebook.facts:
        return text, tuple(Blank.ANY for _ in rulebook.facts[text].keys)
    reading = Reading("FA")
    node = reading.document("the question", text) if ":" in text else None
    if isinstance(node, Mapping) and node.get("not") is not None:
        raise UnknownNameError("ask for the fact without 'not'; the answer also says what was told against it")
    if isinstance(node, Mapping):
        names = Names(rulebook.facts, rulebook.entities, rulebook.parameters)
        pattern = read_pattern(reading, names, node, _QUESTION, Blank.ANY)
        if pattern is not None and not reading.findings:
            return pattern.fact, pattern.terms
    if reading.findings:
        raise UnknownNameError("; ".join(finding.message for finding in reading.findings))
    raise UnknownNameError(f"there is no fact type '{shorten(text)}'{did_you_mean(text, rulebook.facts)}")
