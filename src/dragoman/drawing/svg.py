"""A picture as SVG: one file without scripts, fonts or links, by day and by night.

What was told, what follows and what is assumed differ in their frames and in a word that is written on them, not in
colour alone. All text is escaped (:mod:`dragoman.markup.html`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.drawing.forms import Graph, Kind, Placed, Point
from dragoman.drawing.layout import (
    LABEL,
    LABEL_ROW,
    PADDING,
    SENTENCE,
    SENTENCE_ROW,
    SOURCE,
    SOURCE_ROW,
    laid_out,
)
from dragoman.markup.html import Html, element, lines

_STYLE = f"""
.dg {{ --paper: #ffffff; --ink: #1c2128; --quiet: #57606a; --edge: #6e7781;
  --follows: #17406d; --told: #14653a; --assumed: #8a4b00; font-family: system-ui, "Segoe UI", "Liberation Sans", Arial, sans-serif; }}
@media screen and (prefers-color-scheme: dark) {{ .dg {{ --paper: #14181d; --ink: #e3e8ee; --quiet: #a3adb8; --edge: #8b949e;
  --follows: #9cc3ee; --told: #7fd0a0; --assumed: #efb566; }} }}
.dg-ground {{ fill: var(--paper); }}
.dg-box {{ fill: var(--paper); stroke-width: 1.4; }}
.dg-follows {{ stroke: var(--follows); }} .dg-told, .dg-reckoned {{ stroke: var(--told); }}
.dg-assumed {{ stroke: var(--assumed); stroke-dasharray: 6 4; }} .dg-more {{ stroke: var(--edge); stroke-dasharray: 2 3; }}
.dg-root {{ stroke-width: 3; }}
.dg-bar {{ fill: var(--told); }}
.dg-label {{ font-size: {LABEL}px; font-weight: 600; letter-spacing: .04em; fill: var(--quiet); }}
.dg-sentence {{ font-size: {SENTENCE}px; fill: var(--ink); }}
.dg-source {{ font-size: {SOURCE}px; fill: var(--quiet); }}
.dg-line {{ fill: none; stroke: var(--edge); stroke-width: 1.3; }}
.dg-head {{ fill: var(--edge); }}
"""
_BAR = 4


def svg_of(graph: Graph, title: str, description: str, name: str = "proof") -> Html:
    """The graph as an element to stand in a page, or with :func:`svg_file` as a file of its own.

    `title` and `description` are read aloud in place of it; `name` begins every id in it.
    """
    picture = laid_out(graph)
    content = lines(
        element("title", title, id=f"{name}-title"),
        element("desc", description, id=f"{name}-desc"),
        element("style", Html(_STYLE)),
        element("rect", class_="dg-ground", width="100%", height="100%"),
        *(part for line in picture.lines for part in _line(line)),
        *(part for placed in picture.boxes for part in _box(placed)),
    )
    return element(
        "svg",
        Html("\n"),
        content,
        Html("\n"),
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {picture.width} {picture.height}",
        width=str(picture.width),
        height=str(picture.height),
        class_="dg",
        role="img",
        aria_labelledby=f"{name}-title {name}-desc",
    )


def svg_file(svg: Html) -> str:
    """An SVG as a file."""
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{svg}\n'


def described(graph: Graph) -> str:
    """How many boxes of which kind there are, in words."""
    numbers = {kind: sum(box.kind is kind for box in graph.boxes) for kind in Kind}
    words = (
        (Kind.FOLLOWS, "that follow, in solid frames"),
        (Kind.TOLD, "that were told, with a bar on the left"),
        (Kind.RECKONED, "that were reckoned from what was told"),
        (Kind.ASSUMED, "that are assumed, in broken frames"),
    )
    found = "; ".join(f"{numbers[kind]} {text}" for kind, text in words if numbers[kind])
    return f"From left to right each statement rests on those that its lines come from. Statements: {found}."


def _line(points: Sequence[Point]) -> Iterator[Html]:
    """Smooth from premise to conclusion, with a head there."""
    first, *rest = points
    path, before = [f"M{first.x} {first.y}"], first
    for point in rest:
        half = (before.x + point.x) // 2
        is_bent = before.y != point.y
        path.append(f"C{half} {before.y} {half} {point.y} {point.x} {point.y}" if is_bent else f"L{point.x} {point.y}")
        before = point
    yield element("path", class_="dg-line", d=" ".join(path))
    end = points[-1]
    yield element("path", class_="dg-head", d=f"M{end.x + 1} {end.y} l8 -4 v8 z")


def _box(placed: Placed) -> Iterator[Html]:
    kind = placed.box.kind
    root = " dg-root" if placed.box.is_root else ""
    corner = "3" if kind in {Kind.TOLD, Kind.RECKONED} else "10"
    yield element(
        "rect",
        class_=f"dg-box dg-{kind.value}{root}",
        x=str(placed.left),
        y=str(placed.top),
        width=str(placed.width),
        height=str(placed.height),
        rx=corner,
    )
    if kind in {Kind.TOLD, Kind.RECKONED}:
        yield element(
            "rect", class_="dg-bar", x=str(placed.left), y=str(placed.top), width=str(_BAR), height=str(placed.height)
        )
    x, y = placed.left + PADDING, placed.top + PADDING
    yield _text("dg-label", x, y + 9, placed.label.upper())
    y += LABEL_ROW
    for row in placed.sentence:
        yield _text("dg-sentence", x, y + 13, row)
        y += SENTENCE_ROW
    for row in placed.source:
        yield _text("dg-source", x, y + 11, row)
        y += SOURCE_ROW


def _text(style: str, x: int, y: int, text: str) -> Html:
    return element("text", text, class_=style, x=str(x), y=str(y))
