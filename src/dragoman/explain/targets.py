"""Which conclusions a person means who asks `why NAME`."""

from __future__ import annotations

from dragoman.advice.evaluate import Evaluation
from dragoman.errors import UnknownNameError
from dragoman.rulebook.forms import Atom, Blank, Rulebook
from dragoman.rulebook.patterns import Names, read_pattern
from dragoman.situation.evidence import sort_key
from dragoman.source.names import did_you_mean
from dragoman.source.nodes import Mapping
from dragoman.source.reading import Reading


def asked_for(evaluation: Evaluation, text: str, state: str = "") -> tuple[str, tuple[Atom, ...]]:
    """The fact type that `text` names and its true atoms, in canonical order.

    `text` is a fact type (`build_ties`), or one with slots as in a file (`build_ties: {state: kazakhstan}`);
    `state` keeps the atoms that speak of that entity.

    Raises:
        UnknownNameError: if there is no such fact type, slot or entity; the message offers the nearest.
    """
    rulebook = evaluation.rulebook
    fact, terms = _pattern(rulebook, text.strip())
    wanted = entity_named(rulebook, state) if state else ""
    atoms = [
        atom
        for atom in (*evaluation.model.true, *_valued(evaluation, fact))
        if atom.fact == fact
        and (not wanted or wanted in atom.key)
        and all(isinstance(t, Blank) or t == value for t, value in zip(terms, atom.key, strict=True))
    ]
    return fact, tuple(sorted(set(atoms), key=sort_key))


def entity_named(rulebook: Rulebook, text: str) -> str:
    """The entity of that name, title or alias, in whatever case.

    Raises:
        UnknownNameError: if there is none; the message offers the nearest.
    """
    wanted = text.casefold().strip()
    for entity in rulebook.entities.values():
        if wanted in {entity.name, entity.title.casefold(), *(alias.casefold() for alias in entity.aliases)}:
            return entity.name
    raise UnknownNameError(f"there is no entity '{text}'{did_you_mean(text, rulebook.entities)}")


def _valued(evaluation: Evaluation, fact: str) -> tuple[Atom, ...]:
    """The told atoms of a fact type with a value slot, which are no part of the model."""
    if evaluation.rulebook.facts[fact].value is None:
        return ()
    return tuple(known.atom for known in evaluation.evidence.by_fact.get(fact, ()) if known.firm)


def _pattern(rulebook: Rulebook, text: str) -> tuple[str, tuple[object, ...]]:
    if text in rulebook.facts:
        return text, tuple(Blank.ANY for _ in rulebook.facts[text].keys)
    reading = Reading("FA")
    node = reading.document("the question", text) if ":" in text else None
    if isinstance(node, Mapping):
        names = Names(rulebook.facts, rulebook.entities, rulebook.parameters)
        pattern = read_pattern(reading, names, node, "a question", Blank.ANY, variables=False)
        if pattern is not None and not reading.findings:
            return pattern.fact, pattern.terms
    if reading.findings:
        raise UnknownNameError("; ".join(finding.message for finding in reading.findings))
    raise UnknownNameError(f"there is no fact type '{text}'{did_you_mean(text, rulebook.facts)}")
