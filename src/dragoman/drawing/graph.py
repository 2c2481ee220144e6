"""Proofs as one graph: what several of them use, or one of them twice, is one box."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.drawing.forms import Box, Graph, Kind
from dragoman.explain.proof import Node, NodeKind
from dragoman.rulebook.likelihood import Likelihood
from dragoman.rulebook.words import capital

_KINDS = {
    NodeKind.CONCLUSION: Kind.FOLLOWS,
    NodeKind.TOLD: Kind.TOLD,
    NodeKind.TOLD_ABSENT: Kind.TOLD,
    NodeKind.RECKONED: Kind.RECKONED,
    NodeKind.ASSUMED: Kind.ASSUMED,
}
_Key = tuple[object, ...]


def graph_of(proofs: Sequence[Node], depth: int = 0, document: str = "report") -> Graph:
    """The proofs as a graph; with a `depth`, so many layers under what was asked for, and a box for what is left out.

    `document` is what kind of document the report is called.
    """
    whole = _Whole(proofs)
    shown = whole.within(depth) if depth else list(whole.nodes)
    number = {key: place for place, key in enumerate(shown)}
    boxes = [_box(whole.nodes[key], document, is_root=key in whole.roots) for key in shown]
    edges = [(number[key], number[below]) for key in shown for below in whole.below[key] if below in number]
    for key in shown:
        left = whole.under([below for below in whole.below[key] if below not in number]).difference(number)
        if left:
            edges.append((number[key], len(boxes)))
            boxes.append(Box(Kind.MORE, False, Kind.MORE.value, f"{len(left)} more below", ""))
    return Graph(tuple(boxes), tuple(edges))


class _Whole:
    """All nodes, each once, and what each rests on."""

    def __init__(self, proofs: Sequence[Node]) -> None:
        self.nodes: dict[_Key, Node] = {}
        self.below: dict[_Key, list[_Key]] = {}
        self.roots = {_key(node) for node in proofs}
        for node in proofs:
            self._add(node)

    def _add(self, node: Node) -> _Key:
        key = _key(node)
        if key not in self.nodes:
            self.nodes[key], self.below[key] = node, []
        if node.premises and not self.below[key]:
            self.nodes[key] = node  # a repeated node may be met before the one with its proof
            self.below[key] = list(dict.fromkeys(self._add(premise) for premise in node.premises))
        return key

    def within(self, depth: int) -> list[_Key]:
        """What stands at most so many steps under a root."""
        found, layer = dict.fromkeys(key for key in self.nodes if key in self.roots), list(self.roots)
        for _ in range(depth):
            layer = [below for key in layer for below in self.below[key] if below not in found]
            found |= dict.fromkeys(layer)
        return [key for key in self.nodes if key in found]

    def under(self, keys: Sequence[_Key]) -> set[_Key]:
        """These and all that they rest on."""
        found, waiting = set[_Key](), list(keys)
        while waiting:
            key = waiting.pop()
            if key not in found:
                found.add(key)
                waiting += self.below[key]
        return found


def _key(node: Node) -> _Key:
    """What makes two nodes one: a told denial and what is told of the same are two, an assumption is its sentence."""
    return (node.atom, node.kind is NodeKind.TOLD_ABSENT) if node.atom is not None else (node.sentence,)


def _box(node: Node, document: str, *, is_root: bool) -> Box:
    return Box(
        _KINDS[node.kind],
        is_root,
        ", ".join(_label(node, document)),
        capital(node.sentence),
        "; ".join(_source(node, document)),
    )


def _label(node: Node, document: str) -> Iterator[str]:
    yield "recommended" if node.is_advice else _KINDS[node.kind].value
    if node.likelihood is not None and node.likelihood is not Likelihood.UNHEDGED:
        yield f"{'grounds: ' if node.is_advice else ''}{node.likelihood.in_words}"
    if node.beside:
        yield node.beside
    if node.step is not None and node.step.beyond_report:
        yield f"beyond the {document}"


def _source(node: Node, document: str) -> Iterator[str]:
    if node.step is not None:
        at = f" ({', '.join(node.step.at)})" if node.step.at else ""
        yield f"by {node.step.rule}{at}"
    for voice in dict.fromkeys(node.voices):
        report = f"{document} {', '.join(voice.at)}" if voice.at else ""
        yield ", ".join(filter(None, (voice.source, report))) or voice.where
