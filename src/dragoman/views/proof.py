"""Proofs as trees of lines, and what is not so.

A page says each thing once: a proof, the source of a told fact or a claim that stands further up is
only named again.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dragoman.advice.forms import Voice
from dragoman.explain.proof import Node, NodeKind, Step
from dragoman.explain.silence import Silence, Silent
from dragoman.rulebook.forms import Atom
from dragoman.rulebook.likelihood import Likelihood
from dragoman.views.advice import voice
from dragoman.views.lines import BLANK, Line, Part, Span, line

_STEP = 3
_WORDS = {
    NodeKind.TOLD: "told: ",
    NodeKind.TOLD_ABSENT: "told: ",  # the sentence is what was told, a denial where it was one
    NodeKind.RECKONED: "reckoned from what follows: ",
}
"""What stands before a fact that no rule concluded."""


def proof_view(
    nodes: tuple[Node, ...],
    silence: Silence | None = None,
    passages: Mapping[str, str | None] | None = None,
    document: str = "report",
) -> list[Line]:
    """Proofs, then what else was asked for and is not so; where nothing is, :mod:`dragoman.views.why_not` says why.

    `passages` maps locators to the report's words, None for those that were not found.
    """
    lines: list[Line] = []
    tree = _Tree(document)
    for node in nodes:
        lines += [BLANK, *tree.node(node, 0)]
    for silent in silence.atoms if silence is not None else ():
        lines += [BLANK, *_silent(silent)]
    if nodes and passages is not None:
        lines += [BLANK, *_passages(nodes, passages, document)]
    return lines[1:]


class _Tree:
    """Draws nodes; knows what stands on the page already."""

    def __init__(self, document: str) -> None:
        self.document = document
        self.proved: set[Atom] = set()
        self.told: set[tuple[Atom | None, NodeKind]] = set()
        self.claimed: set[str] = set()

    def node(self, node: Node, depth: int) -> Iterator[Line]:
        """A node and all below it."""
        indent = depth * _STEP
        yield _heading(node, indent, is_root=depth == 0)
        if node.step is not None:
            yield from self._conclusion(node, node.step, depth)
        elif node.kind is NodeKind.ASSUMED:
            for said in node.voices:
                yield line(("said to the contrary, too doubtful to count: ", "warn"), *voice(said), indent=indent + 2)
        elif (node.atom, node.kind) in self.told:
            yield line(("as above", "muted"), indent=indent + 2)
        else:
            self.told.add((node.atom, node.kind))
            yield from _sources(node, indent + 2)
            for half in node.premises:
                yield from self.node(half, depth + 1)

    def _conclusion(self, node: Node, step: Step, depth: int) -> Iterator[Line]:
        indent = depth * _STEP + 2
        if node.repeated or (node.atom in self.proved and depth > 0):
            yield line(("proved above", "muted"), indent=indent)
            return
        if node.atom is not None:
            self.proved.add(node.atom)
        yield from _step(node, step, indent, self.document)
        for text in step.claim_texts:
            if text not in self.claimed:
                self.claimed.add(text)
                yield line(("claim: ", "muted"), (text, "muted"), indent=indent)
        yield from _sources(node, indent)
        for premise in node.premises:
            yield from self.node(premise, depth + 1)


def _heading(node: Node, indent: int, *, is_root: bool) -> Line:
    tail = _standing(node, always=is_root)
    match node.kind:
        case NodeKind.ASSUMED:
            return line(("? ", "warn"), ("assumed: ", "warn"), node.sentence, indent=indent)
        case NodeKind.CONCLUSION:
            return line(("■ ", "accent"), (node.sentence, "strong"), (tail, "muted"), indent=indent)
    word = _WORDS[node.kind]
    return line(("• ", "good"), (word, "good"), node.sentence, (tail, "muted"), indent=indent)


def _standing(node: Node, *, always: bool) -> str:
    """How likely, where it is hedged (what says nothing is firm), and what the vocabulary shows beside it."""
    word = ""
    if node.likelihood is not None and (always or node.likelihood is not Likelihood.UNHEDGED):
        word = f"grounds: {node.likelihood.in_words}" if node.is_advice else node.likelihood.in_words
    parts = ", ".join(part for part in (word, node.beside) if part)
    return f" [{parts}]" if parts else ""


def _step(node: Node, step: Step, indent: int, document: str) -> Iterator[Line]:
    yield line(("because: ", "muted"), step.because, indent=indent)
    source = f"{document} {', '.join(step.at)}" if step.at else f"beyond the {document}"
    parts = [f"rule {step.rule} ({step.place})", source]
    if step.strength is not Likelihood.UNHEDGED:
        parts.append(f"the rule's strength: {step.strength.in_words}")
    if step.bindings:
        parts.append(", ".join(f"{name} = {value}" for name, value in step.bindings))
    yield line((" · ".join(parts), "muted"), indent=indent)
    if step.tempered_by:
        yield line(("tempered by: ", "warn"), "; ".join(step.tempered_by), indent=indent)
    if node.others:
        yield line((f"also given by: {', '.join(node.others)}", "muted"), indent=indent)


def _sources(node: Node, indent: int) -> Iterator[Line]:
    """Whose word it is, what became of other words, and which rules did not count."""
    for said in node.voices:
        yield line(*_whose(said, node.sentence), indent=indent)
    for said, why in node.history:
        yield line((f"history, {why}: ", "muted"), *voice(said), indent=indent)
    for text in node.overruled:
        yield line((f"also: {text}", "muted"), indent=indent)


def _whose(said: Voice, sentence: str) -> Iterator[Span]:
    """Whose word it is; the sentence only where it differs from the one above."""
    words, whose = voice(said)
    if said.says != sentence:
        yield from (words, whose)
    else:
        yield Span(whose.text.strip(), whose.style)


def _silent(silent: Silent) -> Iterator[Line]:
    yield line(("× ", "bad"), (f"{silent.standing}: ", "bad"), silent.sentence)
    for said in silent.voices:
        yield line(*voice(said), indent=2)
    for text in silent.overruled:
        yield line((f"also: {text}", "muted"), indent=2)


def _passages(nodes: tuple[Node, ...], passages: Mapping[str, str | None], document: str) -> Iterator[Line]:
    yield line(("PASSAGES", "accent"))
    for locator in dict.fromkeys(locator for node in nodes for locator in locators(node)):
        text = passages.get(locator)
        shown: Part = (f" {text}", "") if text else (f" not found in this copy of the {document}", "warn")
        yield line((locator, "strong"), shown, indent=2)


def locators(node: Node) -> Iterator[str]:
    """All locators that a proof cites, in the order of its nodes."""
    if node.step is not None:
        yield from node.step.at
    for said in node.voices:
        yield from said.at
    for premise in node.premises:
        yield from locators(premise)
