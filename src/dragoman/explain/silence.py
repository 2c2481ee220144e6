"""What was asked for and is not so: what was said of it, and why that is not enough."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.advice.evaluate import Evaluation
from dragoman.advice.forms import SlotValue, Voice
from dragoman.explain.proof import Prover
from dragoman.explain.targets import Question
from dragoman.form import form
from dragoman.rulebook.forms import Atom, Origin
from dragoman.situation.answers import is_disputed
from dragoman.situation.evidence import Known


@form
class Silent:
    """One atom that is not true, although something was said of it."""

    atom: Atom
    slots: tuple[SlotValue, ...]
    """The key of the atom with the names of its slots."""
    sentence: str
    standing: str
    """`told not so`, `disputed`, `too doubtful to count`, or why nothing that was said is in force."""
    voices: tuple[Voice, ...]
    """What was said, in force or (where nothing is) before."""
    overruled: tuple[str, ...]
    """The rules that would have concluded it, in words."""


@form
class Silence:
    """All that a question asked for and that is not so."""

    sentence: str
    """That nothing of what was asked for is so; empty where some of it is."""
    atoms: tuple[Silent, ...]
    rules: tuple[str, ...]
    """The rules that could conclude it; empty where some of it is so."""


def silence(evaluation: Evaluation, question: Question) -> Silence:
    """What is not so of what `question` asked for."""
    fact, prover = question.fact, Prover(evaluation)
    atoms = tuple(_silent(evaluation, prover, atom) for atom in question.others)
    if question.atoms:
        return Silence("", atoms, ())
    verb = "It is not known" if fact.origin is Origin.TOLD else "It does not follow"
    rules = (rule.id for rule in evaluation.rulebook.rules.values() if any(p.fact == fact.name for p in rule.then))
    return Silence(f"{verb} that {question.sentence}.", atoms, tuple(sorted(rules)))


def _silent(evaluation: Evaluation, prover: Prover, atom: Atom) -> Silent:
    known = evaluation.evidence.of(atom)
    said = tuple(_voices(prover, known)) if known else ()
    return Silent(
        atom,
        prover.voices.slots(atom),
        prover.voices.atom(atom, None),
        _standing(evaluation, known),
        said,
        tuple(prover.not_counted(atom)),
    )


def _voices(prover: Prover, known: Known) -> Iterator[Voice]:
    lost = [statement for statement, _ in known.lost]
    for statement in known.firm or known.doubtful or lost:
        yield prover.voices.of(statement)


def _standing(evaluation: Evaluation, known: Known | None) -> str:
    if known is None:
        return "not counted"
    if not known.firm:
        reasons = dict.fromkeys(why.value for _, why in known.lost)
        return "too doubtful to count" if known.doubtful else "; ".join(reasons)
    return "disputed" if is_disputed(evaluation.rulebook.facts[known.atom.fact], known) else "told not so"
