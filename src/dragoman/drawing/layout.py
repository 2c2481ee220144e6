"""Where the boxes of a graph stand: in layers from left to right, each as far right as what rests on it demands.

Source of the method: K. Sugiyama, S. Tagawa, M. Toda, "Methods for visual understanding of hierarchical system
structures" (1981): layers by the longest path, lines over several layers broken into one piece a layer, boxes ordered by
the mean place of their neighbours. Everything is in the order of the graph, so the same graph gives the same picture.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from dragoman.drawing.forms import Box, Graph, Picture, Placed, Point
from dragoman.drawing.text import wrapped

LABEL, SENTENCE, SOURCE = 10.0, 13.0, 10.5
"""Sizes of the three kinds of text."""
PADDING, LABEL_ROW, SENTENCE_ROW, SOURCE_ROW = 9, 15, 17, 14
_WIDTH, _ACROSS, _BETWEEN, _MARGIN = 208, 44, 14, 8
_BEND = 10
"""The height that a line takes where it passes a layer."""
_SWEEPS = 8
_MOST_LINES, _MOST_SOURCE = 9, 4


class _Spot:
    """A box, or a place where a line passes a layer."""

    def __init__(self, layer: int, box: Box | None) -> None:
        self.layer, self.box = layer, box
        self.left: list[_Spot] = []
        self.right: list[_Spot] = []
        room = _WIDTH - 2 * PADDING
        self.sentence = wrapped(box.sentence, SENTENCE, room, _MOST_LINES) if box else ()
        self.source = wrapped(box.source, SOURCE, room, _MOST_SOURCE) if box else ()
        rows = len(self.sentence) * SENTENCE_ROW + len(self.source) * SOURCE_ROW
        self.height = 2 * PADDING + LABEL_ROW + rows if box else _BEND
        self.middle = 0.0


def laid_out(graph: Graph) -> Picture:
    """The graph with everything in its place."""
    spots, chains = _spots(graph)
    layers = _layers(spots)
    _order(layers)
    _place(layers)
    top = min((spot.middle - spot.height / 2 for spot in spots), default=0.0)
    for spot in spots:
        spot.middle += _MARGIN - top
    boxes = tuple(_placed(spot, spot.box) for spot in spots if spot.box is not None)
    height = max((round(spot.middle + spot.height / 2) for spot in spots), default=0) + _MARGIN
    width = len(layers) * (_WIDTH + _ACROSS) - _ACROSS + 2 * _MARGIN
    return Picture(max(width, 0), height, boxes, tuple(_line(chain) for chain in chains))


# -- layers


def _spots(graph: Graph) -> tuple[list[_Spot], list[list[_Spot]]]:
    """A spot for each box and each passing of a layer; and the spots of each line, from the conclusion on."""
    depth = _depths(graph)
    spots = [_Spot(depth[number], box) for number, box in enumerate(graph.boxes)]
    chains = []
    for one, other in graph.edges:
        chain = [spots[one]]
        for layer in range(depth[one] + 1, depth[other]):
            chain.append(_Spot(layer, None))
            spots.append(chain[-1])
        chain.append(spots[other])
        for before, after in pairwise(chain):
            before.right.append(after)
            after.left.append(before)
        chains.append(chain)
    return spots, chains


def _depths(graph: Graph) -> list[int]:
    """The longest path to each box from one that rests under nothing."""
    above: list[list[int]] = [[] for _ in graph.boxes]
    for one, other in graph.edges:
        above[other].append(one)
    found: dict[int, int] = {}

    def depth(number: int) -> int:
        if number not in found:
            found[number] = 1 + max(map(depth, above[number]), default=-1)
        return found[number]

    return [depth(number) for number in range(len(graph.boxes))]


def _layers(spots: Iterable[_Spot]) -> list[list[_Spot]]:
    layers: list[list[_Spot]] = []
    for spot in spots:
        while len(layers) <= spot.layer:
            layers.append([])
        layers[spot.layer].append(spot)
    return layers


# -- order within a layer


def _order(layers: list[list[_Spot]]) -> None:
    """Order each layer by its neighbours, to and fro; the order with the fewest crossings is kept."""
    best, fewest = [list(layer) for layer in layers], _crossings(layers)
    for sweep in range(_SWEEPS):
        if not fewest:
            break
        is_onward = sweep % 2 == 0
        for layer in layers if is_onward else reversed(layers):
            _by_neighbours(layers, layer, is_onward=is_onward)
        crossings = _crossings(layers)
        if crossings < fewest:
            best, fewest = [list(layer) for layer in layers], crossings
    for layer, kept in zip(layers, best, strict=True):
        layer[:] = kept


def _by_neighbours(layers: Sequence[Sequence[_Spot]], layer: list[_Spot], *, is_onward: bool) -> None:
    place = {id(spot): number for row in layers for number, spot in enumerate(row)}

    def mean(spot: _Spot) -> float:
        beside = spot.left if is_onward else spot.right
        return sum(place[id(one)] for one in beside) / len(beside) if beside else place[id(spot)]

    layer.sort(key=mean)


def _crossings(layers: Sequence[Sequence[_Spot]]) -> int:
    """How many pairs of lines cross between neighbouring layers."""
    number = 0
    for layer, following in pairwise(layers):
        place = {id(spot): at for at, spot in enumerate(following)}
        ends = [at for spot in layer for at in sorted(place[id(one)] for one in spot.right)]
        number += sum(1 for at, end in enumerate(ends) for later in ends[at + 1 :] if later < end)
    return number


# -- heights


def _place(layers: Sequence[Sequence[_Spot]]) -> None:
    """Put each spot beside the middle of its neighbours, as far as the order leaves room for it."""
    for layer in layers:
        _spread(layer, [0.0 for _ in layer])
    for sweep in range(_SWEEPS):
        is_onward = sweep % 2 == 1
        for layer in layers if is_onward else reversed(layers):
            _spread(layer, [_wanted(spot, is_onward=is_onward) for spot in layer])


def _wanted(spot: _Spot, *, is_onward: bool) -> float:
    beside = (spot.left if is_onward else spot.right) or spot.left or spot.right
    return sum(one.middle for one in beside) / len(beside) if beside else spot.middle


def _spread(layer: Sequence[_Spot], wanted: Sequence[float]) -> None:
    """The heights nearest to those wanted with which nothing overlaps: neighbours that would overlap move together."""
    runs: list[tuple[list[_Spot], list[float]]] = []
    for spot, height in zip(layer, wanted, strict=True):
        run: tuple[list[_Spot], list[float]] = ([spot], [height])
        while runs and _first(runs[-1]) + _length(runs[-1][0]) + _BETWEEN > _first(run):
            above = runs.pop()
            run = (above[0] + run[0], above[1] + run[1])
        runs.append(run)
    for spots, heights in runs:
        top = _first((spots, heights))
        for spot in spots:
            spot.middle = top + spot.height / 2
            top += spot.height + _BETWEEN


def _first(run: tuple[Sequence[_Spot], Sequence[float]]) -> float:
    """Where a run begins, so that its spots are on the whole where they want to be."""
    offset, wish = 0.0, 0.0
    for spot, wanted in zip(*run, strict=True):
        wish += wanted - spot.height / 2 - offset
        offset += spot.height + _BETWEEN
    return wish / len(run[0])


def _length(spots: Sequence[_Spot]) -> float:
    return sum(spot.height for spot in spots) + _BETWEEN * (len(spots) - 1)


# -- the picture


def _left(layer: int) -> int:
    return _MARGIN + layer * (_WIDTH + _ACROSS)


def _placed(spot: _Spot, box: Box) -> Placed:
    top = round(spot.middle - spot.height / 2)
    (label,) = wrapped(box.label, LABEL, _WIDTH - 2 * PADDING, 1) or ("",)
    return Placed(box, _left(spot.layer), top, _WIDTH, spot.height, label, spot.sentence, spot.source)


def _line(chain: Sequence[_Spot]) -> tuple[Point, ...]:
    """From the premise, which stands on the right, to the conclusion."""
    found = []
    for spot in reversed(chain):
        middle = round(spot.middle)
        if spot is not chain[-1]:
            found.append(Point(_left(spot.layer) + _WIDTH, middle))
        if spot is not chain[0]:
            found.append(Point(_left(spot.layer), middle))
    return tuple(found)
