"""The screen of a running app as a small SVG: runs of text of one look, grounds behind them, and no font of anybody's.

Textual's own export has three times the bytes, fetches a font from another host, and draws a window around it.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from rich.cells import cell_len
from rich.style import Style
from textual.app import App

_SIZE, _WIDE, _HIGH, _BASE = 14, 8.4, 18, 13.5
"""Points of a letter, columns and rows of a cell, and where letters stand in it."""
_MARGIN = 8
_FAMILY = "ui-monospace,'DejaVu Sans Mono',Menlo,Consolas,monospace"
_LOWER, _LEFT = "▁▂▃▄▅▆▇█", "▏▎▍▌▋▊▉"
"""By eighths of a cell."""
_SIGNS = re.compile(r"[ -\u024f\u2010-\u2026\u203a\u2192\u2212]+|.")
"""What every font for terminals has, at the width of a cell; or another sign."""


@dataclass(frozen=True)
class Run:
    """Some characters of one look in a row."""

    x: int
    y: int
    text: str
    look: str
    ground: str


def svg(app: App[None], title: str) -> str:
    """What the app shows now."""
    width, height = app.size
    runs = list(_runs(app))
    ground = app.theme_variables["ground"]
    looks = {
        look: f"a{number:x}" for number, look in enumerate(dict.fromkeys(run.look for run in runs if run.text.strip()))
    }
    parts = [f'<text class="{looks[run.look]}" {_at(x, run.y)} textLength="{_short(cell_len(text) * _WIDE)}">{html.escape(text, quote=False)}</text>'
             for run in runs for x, text in _pieces(run)]  # fmt: skip
    wide, high = _short(width * _WIDE + 2 * _MARGIN), height * _HIGH + 2 * _MARGIN
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}" role="img" aria-label="{html.escape(title)}">',
            f"<style>text{{font:{_SIZE}px {_FAMILY};white-space:pre}}rect{{shape-rendering:crispEdges}}"
            + "".join(f".{name}{{{look}}}" for look, name in looks.items())
            + "</style>",
            f'<rect width="{wide}" height="{high}" rx="6" fill="{ground}"/>',
            *_grounds(runs, ground),
            *parts,
            "</svg>",
            "",
        ]
    )


def _runs(app: App[None]) -> Iterator[Run]:
    for y, strip in enumerate(app.screen._compositor.render_strips()):
        x = 0
        last: Run | None = None
        for segment in strip:
            look, ground = _look(segment.style or Style())
            if last and not segment.text.strip() and ground == last.ground:  # blanks have no look of their own
                look = last.look
            if last and (look, ground) == (last.look, last.ground):
                last = Run(last.x, y, last.text + segment.text, look, ground)
            else:
                if last:
                    yield last
                last = Run(x, y, segment.text, look, ground)
            x += segment.cell_length
        if last:
            yield last


def _look(style: Style) -> tuple[str, str]:
    """The style of letters, and the ground behind them."""
    colour, ground = (one.get_truecolor().hex if one else "" for one in (style.color, style.bgcolor))
    if style.reverse:
        colour, ground = ground, colour
    lines = " ".join(name for name, is_so in (("underline", style.underline), ("line-through", style.strike)) if is_so)
    bold = ";font-weight:bold" if style.bold else ""
    return f"fill:{colour}{bold}{f';text-decoration:{lines}' if lines else ''}", ground


def _pieces(run: Run) -> Iterator[tuple[int, str]]:
    """What is to be drawn of a run, each with its column: no long gaps, and signs by themselves, since fonts differ in them."""
    x = run.x
    for piece in re.split(r"( {2,})", run.text):
        if piece.strip():
            for part in _SIGNS.findall(piece):
                bare = part.strip()
                if bare and bare not in _LOWER + _LEFT:
                    yield x + len(part) - len(part.lstrip()), bare
                x += cell_len(part)
        else:
            x += len(piece)


def _bars(run: Run) -> Iterator[str]:
    """Signs that fill a part of their cell, as what they are: fonts leave gaps between them."""
    x = run.x
    for character in run.text:
        part = _LOWER.find(character) + 1, _LEFT.find(character) + 1
        if any(part):
            wide, high = (part[1] or 8) / 8 * _WIDE, (part[0] or 8) / 8 * _HIGH
            left, top = x * _WIDE + _MARGIN, (run.y + 1) * _HIGH - high + _MARGIN
            colour = run.look[len("fill:") :].partition(";")[0]
            yield f'<rect x="{_short(left)}" y="{_short(top)}" width="{_short(wide)}" height="{_short(high)}" fill="{colour}"/>'
        x += cell_len(character)


def _grounds(runs: list[Run], ground: str) -> Iterator[str]:
    """Rectangles, as high as the same ground is there."""
    rows: dict[tuple[int, int, str], list[int]] = {}
    for run in _joined(runs):
        if run.ground not in ("", ground):
            rows.setdefault((run.x, cell_len(run.text), run.ground), []).append(run.y)
    for (x, width, fill), found in rows.items():
        first = last = found[0]
        for y in [*found[1:], -1]:
            if y == last + 1:
                last = y
                continue
            corner = f'x="{_short(x * _WIDE + _MARGIN)}" y="{first * _HIGH + _MARGIN}"'
            yield f'<rect {corner} width="{_short(width * _WIDE)}" height="{(last - first + 1) * _HIGH}" fill="{fill}"/>'
            first = last = y
    for run in runs:
        yield from _bars(run)


def _joined(runs: list[Run]) -> Iterator[Run]:
    """Runs of one ground as one."""
    last: Run | None = None
    for run in runs:
        if last and (run.y, run.ground) == (last.y, last.ground):
            last = Run(last.x, last.y, last.text + run.text, "", last.ground)
        else:
            if last:
                yield last
            last = run
    if last:
        yield last


def _at(x: int, y: int) -> str:
    return f'x="{_short(x * _WIDE + _MARGIN)}" y="{_short(y * _HIGH + _BASE + _MARGIN)}"'


def _short(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")
