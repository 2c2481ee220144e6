"""Why something is so, to be read aloud: what follows, its best reason, and what that rests on down to what was told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dragoman.advice.forms import Voice
from dragoman.advice.recommended import listed
from dragoman.conversation.shown import Why
from dragoman.explain.proof import Node, NodeKind
from dragoman.rulebook.likelihood import Likelihood
from dragoman.rulebook.words import capital
from dragoman.views.joined import differing
from dragoman.views.lines import Line
from dragoman.views.spoken.words import more, number, point, sentence, told, words_of

_TOLD, _STEPS = 3, 2
"""So many told facts and steps on the way are named."""


class Rests(NamedTuple):
    """What a proof rests on."""

    told: tuple[tuple[str, tuple[Voice, ...]], ...]
    steps: tuple[str, ...]
    """The conclusions on the way, the nearest first."""
    assumed: tuple[str, ...]


def rests(node: Node) -> Rests:
    """All that a proof rests on, each once."""
    facts: dict[str, tuple[Voice, ...]] = {}
    steps: dict[str, None] = {}
    assumed: dict[str, None] = {}
    level = list(node.premises)
    while level:
        for one in level:
            match one.kind:
                case NodeKind.ASSUMED:
                    assumed[one.sentence] = None
                case NodeKind.CONCLUSION:
                    steps[one.sentence] = None
                case _:
                    facts.setdefault(one.sentence, one.voices)
        level = [premise for one in level for premise in one.premises]
    return Rests(tuple(facts.items()), tuple(steps), tuple(assumed))


def why(answer: Why, everything: bool) -> Iterator[Line]:
    """The first in full, the others that are like it by name."""
    everything = everything or answer.everything
    first, *others = answer.proofs.nodes
    found, reasons = rests(first), answer.reasons[0] if answer.reasons else ()
    yield told(_standing(first))
    yield from _reasons(reasons, everything=everything)
    yield from _resting(found, everything=everything)
    if first.step is not None and first.step.tempered_by:
        against = first.step.tempered_by if everything else first.step.tempered_by[:_STEPS]
        yield told(f"What speaks against it, without taking it away: {sentence('; '.join(against))}")
    alike = [one.sentence for one in others] + list(answer.further)
    if alike:
        yield told(_alike(first.sentence, alike))
    if not everything:
        yield more("all reasons" if len(reasons) > 1 or len(found.told) > _TOLD else "what would change that")


def _standing(node: Node) -> str:
    likelihood = node.likelihood or Likelihood.UNHEDGED
    if node.kind is not NodeKind.CONCLUSION:
        return f"{sentence(node.sentence)} It was told."
    if node.is_advice:
        return f"{sentence(node.sentence)} The grounds for it are {likelihood.in_words}."
    beside = f", {node.beside}" if node.beside else ""
    level = "" if likelihood is Likelihood.UNHEDGED else f" It is {likelihood.in_words}{beside}."
    return f"{sentence(node.sentence)}{level}"


def _reasons(reasons: Sequence[str], *, everything: bool) -> Iterator[Line]:
    if not reasons:
        return
    best, *further = reasons
    if not further:
        yield told(f"The reason: {sentence(best)}")
    elif everything:
        yield told("The reasons, the best first:")
        yield from (point(sentence(one)) for one in reasons)
    else:
        yield told(f"The best of {number(len(reasons), 'reason')}: {sentence(best)}")


def _resting(found: Rests, *, everything: bool) -> Iterator[Line]:
    steps = found.steps if everything else found.steps[:_STEPS]
    if steps:
        yield told(f"It goes by way of this: {sentence('; '.join(steps))}")
    facts = found.told if everything else found.told[:_TOLD]
    if facts:
        such = ", such as" if len(facts) < len(found.told) else ""
        yield told(
            f"It rests on {number(len(found.told), 'fact')} that {'was' if len(found.told) == 1 else 'were'} told{such}:"
        )
    for said, voices in facts:
        whose = words_of(voices)
        yield point(capital(said), (f" ({whose})" if whose else "", "muted"), ".")
    if found.assumed:
        shown = found.assumed if everything else found.assumed[:_STEPS]
        rest = len(found.assumed) - len(shown)
        tail = f"; and {number(rest, 'more', 'more')}" if rest else ""
        yield told(f"Assumed, as {'; as '.join(map(_unsaid, shown))}{tail}.")


def _unsaid(assumption: str) -> str:
    """What nobody told, behind `as`."""
    return f"it is {assumption}" if assumption.startswith("not known") else assumption


def _alike(first: str, others: Sequence[str]) -> str:
    whom = differing([first, *others])[1:]
    return (
        f"The same goes for {listed(whom)}." if whom else sentence(f"The same goes for this: {'; '.join(others[:3])}")
    )
