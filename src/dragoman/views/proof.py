"""Proofs as trees of lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dragoman.advice.forms import Voice
from dragoman.explain.proof import Node, Step
from dragoman.views.advice import voice
from dragoman.views.lines import BLANK, Line, Part, Span, line

_STEP = 3


def proof_view(fact: str, nodes: tuple[Node, ...], passages: Mapping[str, str | None] | None = None) -> list[Line]:
    """The proofs of all true atoms of a fact type. `passages` maps locators to the report's words, None if not found."""
    if not nodes:
        return [line(f"'{fact}' does not follow from what is known, so there is nothing to prove.")]
    lines: list[Line] = []
    for node in nodes:
        if lines:
            lines.append(BLANK)
        lines.extend(_node(node, 0))
    lines.extend(_passages(nodes, passages) if passages is not None else ())
    return lines


def _node(node: Node, depth: int) -> Iterator[Line]:
    indent = depth * _STEP
    likelihood = f" [{node.likelihood.word}]" if node.likelihood is not None else ""
    match node.kind:
        case "assumed":
            yield line(("? ", "warn"), ("assumed: ", "warn"), node.sentence, indent=indent)
        case "conclusion":
            yield line(("■ ", "accent"), (node.sentence, "strong"), (likelihood, "muted"), indent=indent)
        case _:
            word = "told not so: " if node.kind == "told absent" else "told: "
            yield line(("• ", "good"), (word, "good"), node.sentence, (likelihood, "muted"), indent=indent)
    if node.step is not None:
        yield from _step(node, node.step, indent + 2)
    for said in node.voices:
        yield line(*_whose(said, node.sentence), indent=indent + 2)
    for said, why in node.history:
        yield line((f"history, {why}: ", "muted"), *voice(said), indent=indent + 2)
    for text in node.overruled:
        yield line((f"also: {text}", "muted"), indent=indent + 2)
    for premise in node.premises:
        yield from _node(premise, depth + 1)


def _step(node: Node, step: Step, indent: int) -> Iterator[Line]:
    if node.repeated:
        yield line(("proved above", "muted"), indent=indent)
        return
    yield line(("because ", "muted"), step.because, indent=indent)
    source = f"report {', '.join(step.at)}" if step.at else "beyond the report"
    parts = [f"rule {step.rule} ({step.place})", source]
    if step.strength.word != "unhedged":
        parts.append(f"the rule's strength: {step.strength.word}")
    if step.bindings:
        parts.append(", ".join(f"{name} = {value}" for name, value in step.bindings))
    yield line((" · ".join(parts), "muted"), indent=indent)
    for text in step.claim_texts:
        yield line(("claim: ", "muted"), (text, "muted"), indent=indent)
    if step.tempered_by:
        yield line(("tempered by: ", "warn"), "; ".join(step.tempered_by), indent=indent)
    if node.others:
        yield line((f"also given by: {', '.join(node.others)}", "muted"), indent=indent)


def _whose(said: Voice, sentence: str) -> Iterator[Span]:
    """Whose word it is; the sentence only where it differs from the one above."""
    spans = list(voice(said))
    yield from spans if said.says != sentence else spans[1:]


def _passages(nodes: tuple[Node, ...], passages: Mapping[str, str | None]) -> Iterator[Line]:
    yield BLANK
    yield line(("PASSAGES", "accent"))
    for locator in dict.fromkeys(locator for node in nodes for locator in locators(node)):
        text = passages.get(locator)
        shown: Part = (f" {text}", "") if text else (" not found in this copy of the report", "warn")
        yield line((locator, "strong"), shown, indent=2)


def locators(node: Node) -> Iterator[str]:
    """All locators that a proof cites, in the order of its nodes."""
    if node.step is not None:
        yield from node.step.at
    for said in node.voices:
        yield from said.at
    for premise in node.premises:
        yield from locators(premise)
