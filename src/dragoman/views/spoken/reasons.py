"""Why something is so, to be read aloud: what follows, its best reason, and what that rests on down to what was told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dragoman.advice.forms import Voice
from dragoman.advice.recommended import listed
from dragoman.conversation.shown import Why
from dragoman.explain.proof import Node, NodeKind
from dragoman.rulebook.likelihood import Likelihood
from dragoman.views.joined import differing
from dragoman.views.lines import Line
from dragoman.views.spoken.words import more, number, point, sentence, told, words_of

_TOLD, _STEPS = 4, 2
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
    yield told(_standing(first))
    reasons = answer.reasons[0] if answer.reasons else ()
    if first.step is not None:
        yield told(f"The reason: {sentence(reasons[0] if reasons else first.step.because)}")
    yield from _reasons(reasons[1:], everything=everything)
    yield from _resting(rests(first), everything=everything)
    if first.step is not None and first.step.tempered_by:
        yield told(f"What speaks against it, without taking it away: {sentence('; '.join(first.step.tempered_by[:2]))}")
    alike = [one.sentence for one in others] + list(answer.further)
    if alike:
        yield told(_alike(first.sentence, alike))
    if not everything and (len(reasons) > 1 or len(rests(first).told) > _TOLD):
        yield more("all reasons")
    elif not everything:
        yield more("what would change that")


def _standing(node: Node) -> str:
    likelihood = node.likelihood or Likelihood.UNHEDGED
    if node.kind is not NodeKind.CONCLUSION:
        return f"{sentence(node.sentence)} It was told."
    if node.is_advice:
        return f"{sentence(node.sentence)} The grounds for it are {likelihood.in_words}."
    beside = f", {node.beside}" if node.beside else ""
    level = "" if likelihood is Likelihood.UNHEDGED else f" It is {likelihood.in_words}{beside}."
    return f"{sentence(node.sentence)}{level}"


def _reasons(further: Sequence[str], *, everything: bool) -> Iterator[Line]:
    if further and everything:
        yield told("Further reasons:")
        yield from (point(sentence(one)) for one in further)
    elif further:
        yield told(f"There {'is' if len(further) == 1 else 'are'} {number(len(further), 'further reason')}.")


def _resting(found: Rests, *, everything: bool) -> Iterator[Line]:
    steps = found.steps if everything else found.steps[:_STEPS]
    if steps:
        yield told(f"It goes by way of this: {sentence('; '.join(steps))}")
    facts = found.told if everything else found.told[:_TOLD]
    if facts:
        yield told("It rests on what was told:" if len(found.told) > 1 else "It rests on one thing that was told:")
    for said, voices in facts:
        whose = words_of(voices)
        yield point(sentence(said)[:-1] if whose else sentence(said), (f" ({whose})." if whose else "", "muted"))
    if len(facts) < len(found.told):
        yield told((f"and on {number(len(found.told) - len(facts), 'further fact')}.", "muted"))
    if found.assumed:
        shown = found.assumed if everything else found.assumed[:2]
        rest = len(found.assumed) - len(shown)
        tail = f"; and {number(rest, 'more', 'more')}" if rest else ""
        yield told(f"Assumed: {sentence('; '.join(shown) + tail)}")


def _alike(first: str, others: Sequence[str]) -> str:
    whom = differing([first, *others])[1:]
    return (
        f"The same goes for {listed(whom)}." if whom else sentence(f"The same goes for this: {'; '.join(others[:3])}")
    )
