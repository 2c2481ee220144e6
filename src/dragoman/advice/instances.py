"""One shown conclusion for one target: its reasons, what tempers it, its weakest link."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.advice.firing_wording import FiringWording
from dragoman.advice.forms import Instance, Reason
from dragoman.engines.model import Firing
from dragoman.rulebook.forms import Atom


def instance(words: FiringWording, atom: Atom, target: str) -> Instance:
    """The conclusion `atom`; `target` is the slot that says for whom it is, or empty."""
    giving = words.support.giving(atom)
    slots = words.voices.slots(atom)
    name = next((value or "" for slot, value in slots if slot == target), "")
    return Instance(
        atom=atom,
        slots=slots,
        target=words.voices.titled(atom.fact, target, name),
        target_name=name,
        sentence=words.voices.atom(atom, None),
        likelihood=words.evaluation.likelihoods.of_atom[atom],
        reasons=tuple([_reason(words, firing, name) for firing in words.support.reasons(atom)]),
        tempered_by=_tempered_by(words, giving),
        weakest=words.weakest(atom),
        carried_by=(),
        still_lacks=(),
    )


def others(words: FiringWording, atom: Atom, target: str) -> tuple[str, ...]:
    """The values of all key slots but the target: conclusions that agree in them are shown together."""
    names = words.voices.names(atom.fact)
    return tuple([value or "" for name, value in zip(names, atom.key, strict=True) if name != target])


def is_beyond_report(words: FiringWording, atoms: Iterable[Atom]) -> bool:
    """Whether all reasons of these conclusions, of which there is one at least, are the rulebook's own."""
    rules, found = words.rulebook.rules, False
    for atom in atoms:
        for firing in words.support.giving(atom):
            if not rules[firing.rule].beyond_report:
                return False
            found = True
    return found


def _tempered_by(words: FiringWording, giving: tuple[Firing, ...]) -> tuple[str, ...]:
    """What speaks against it, by whichever of its reasons, each once."""
    rules = words.rulebook.rules
    tempered = [firing for firing in giving if rules[firing.rule].tempered_by]
    return tuple(dict.fromkeys(s for firing in tempered for s in words.tempering(firing))) if tempered else ()


def _reason(words: FiringWording, firing: Firing, target: str) -> Reason:
    support = words.support
    return Reason(
        words.because(firing),
        firing.rule,
        support.likelihood(firing),
        words.locators(firing.rule),
        (),
        words.figures(firing, target) if target else (),
        support.order(firing),
    )
