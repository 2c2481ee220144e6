"""What is said from the side of its figure, in the order of a plain sentence: one row a template, whatever is measured.

    it is 14 euros for a ride on L           ->  a ride on L costs 14 euros
    14 euros, that is the price of X         ->  the price of X is 14 euros
    62 percent is the punctuality of A       ->  the punctuality of A is 62 percent
    trains may not go faster than 80 on L    ->  the speed limit on L is 80
    it takes nine days to repair X           ->  the repair of X takes nine days
    going to X costs 14 euros                ->  it costs 14 euros to go to X
    on L only one of the two tracks is open  ->  only one track of L is open

A template is all of a clause that has one figure, and nothing in it denies, doubts or dates what it says. As for all that
:mod:`dragoman.language.order.rearranged` does, an order counts only if nothing of the sentence is left over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import NamedTuple

from dragoman.language.line.line import Line
from dragoman.language.order.amount_templates import GROUPS, NOW, TEMPLATES
from dragoman.language.order.figure_kinds import KINDS, is_of_kind
from dragoman.language.turns.renamed import said_for
from dragoman.language.words import english
from dragoman.language.words.cues import pattern_of, spaced
from dragoman.language.words.deeds import DEEDS
from dragoman.language.words.effects import Effect
from dragoman.language.words.rings import stands_for
from dragoman.language.words.stems import stem
from dragoman.language.words.tokens import Token
from dragoman.language.words.verbs import Form, first_form

_LIMITS = {
    "faster": ("speed limit", "maximum speed", "top speed"), "quicker": ("speed limit", "maximum speed"), "fast": ("speed limit", "maximum speed"),
    "fastest": ("speed limit", "maximum speed"), "heavier": ("weight limit", "maximum weight"), "heavy": ("weight limit", "maximum weight"),
    "deeper": ("maximum depth",), "deep": ("maximum depth",), "longer": ("maximum length", "time limit"), "higher": ("upper limit", "maximum height"),
}  # fmt: skip
"""What is so much at most, by the word that says so."""
_TAIL = r"(?P<REST>(?:on|in|at|along|over|across|through|for|to) (?:\S+ ){1,6})?"
"""Where it is so, which a plain sentence has behind who does it."""
_MOST_ORDERS = 12
_THINGS = ("WHAT", "NAME", "OTHER", "WHO", "SORT", "REST")
_SILENT = frozenset({Effect.NONE, Effect.NARROWS, Effect.PLACE, Effect.WITH_NEGATION})
_LEADING = english.IFS | english.ASKING | english.BE | english.HAVE | english.DO | english.MODALS
_NO_THING = english.NEGATORS | english.FAINT_NEGATORS | english.IFS | english.ASKING | english.BE | english.HAVE | english.DO | english.MODALS | {
    "that", "and", "or", "but", "because", "so", "than", "they", "he", "she", "it",
}  # fmt: skip
"""What no thing has in it that costs or measures something: what does is a clause, or part of another."""


class _Template(NamedTuple):
    kind: str
    """What sort of figure it has."""
    needed: frozenset[str]
    """Words without which it can not be what is said."""
    said: str
    plain: tuple[str, ...]


@cache
def _templates() -> tuple[_Template, ...]:
    found = []
    for said, plain in TEMPLATES:
        kind = next(word for word in said.split() if word in KINDS)
        with_figure = re.sub(rf"(?<!\S){re.escape(kind)}(?!\S)", "F", said)
        found.append(_Template(kind, _needed(said), with_figure, plain))
    return tuple(found)


def _needed(said: str) -> frozenset[str]:
    """The words of a template outside all brackets."""
    while (rest := re.sub(r"[(\[][^()\[\]]*[)\]]", " ", said)) != said:
        said = rest
    return frozenset(said.split()) - {*GROUPS, *KINDS, "is", "_"}


@cache
def _pattern(said: str) -> re.Pattern[str]:
    """A template as a regular expression, made when a line may first be it."""
    pattern = pattern_of(said)
    for group, expression in GROUPS.items():
        pattern = re.sub(rf"(?<![A-Z]){group} ", expression.replace("\\", "\\\\"), pattern)
    return re.compile(pattern + (_TAIL if "DO" in said else "") + pattern_of(NOW))


def amounts(line: Line) -> Iterator[list[Token]]:
    """The tokens of a clause in each plain order that it has."""
    yield from islice(_amounts(line), _MOST_ORDERS)


def _amounts(line: Line) -> Iterator[list[Token]]:
    at = next((at for at, figure in enumerate(line.figures) if figure is not None), -1)
    if at < 0 or line.texts[0] in _LEADING:
        return
    figure = line.figures[at]
    end = figure.end if figure is not None else at + 1
    texts = [*line.texts[:at], "#", *line.texts[end:]]
    tokens = [*line.tokens[:at], line.tokens[at], *line.tokens[end:]]
    pairs = zip(["", *texts], texts, strict=False)
    words = spaced(["is" if text == "'s" and last in english.WITH_IS else text for last, text in pairs])
    said = frozenset(texts)
    kinds = {kind for kind in KINDS if is_of_kind(line, at, kind)}
    for template in _templates():
        if template.kind not in kinds or not template.needed.issubset(said):
            continue
        if (found := _pattern(template.said).fullmatch(words)) is None:
            continue
        parts = {name: _part(found, name, tokens, line.tokens[at:end]) for name in found.groupdict() if found[name]}
        if _is_plain(line, parts):
            for order in template.plain:
                yield from _put(line, order, parts)


def _part(found: re.Match[str], name: str, tokens: list[Token], figure: tuple[Token, ...] | list[Token]) -> list[Token]:
    """The tokens of a part; those of the figure in place of the one that stands for it."""
    start, end = (found.string.count(" ", 0, at) for at in found.span(name))
    return [*figure, *tokens[start + 1 : end]] if name == "F" else tokens[start:end]


def _is_plain(line: Line, parts: dict[str, list[Token]]) -> bool:
    """Whether no part of it is more than a thing, and nothing of it is doubtful, denied, or at another time."""
    said = {token.start for name in _THINGS for token in parts.get(name, ())}
    marks = (mark for at, several in enumerate(line.marks) if line.tokens[at].start in said for mark in several)
    if any(mark.effect not in _SILENT for mark in marks):
        return False
    things = {token.text for name in _THINGS for token in parts.get(name, ())}
    return _NO_THING.isdisjoint(things)


def _put(line: Line, order: str, parts: dict[str, list[Token]]) -> Iterator[list[Token]]:
    """The tokens in a plain order, once for each noun that may be in it."""
    like = line.tokens[0]
    verb = parts["DO"][0].text if "DO" in parts else ""
    same = {stem(verb)} | stands_for((stem(verb),)) if verb else set()
    deeds = [noun for noun, one in DEEDS.verbs.items() if stem(one) in same]
    limits = next((_LIMITS[text] for text in line.texts if text in _LIMITS), ())
    where = parts.get("REST") or _where(parts.get("WHAT", []))
    does = first_form(parts["WHAT"][0].text, Form.DOING) if "BASE" in order and "WHAT" in parts else ""
    if "BASE" in order and not (does and parts["WHAT"][0].text.endswith("ing")):
        return
    if ("WHERE" in order and not where) or ("BEDS" in order and "BEDS" not in parts):
        return
    for noun in deeds if "DEED" in order else limits if "LIMIT" in order else ("",):
        said: list[Token] = []
        for word in order.split():
            if word in ("DEED", "LIMIT"):
                said += said_for(tuple(noun.split()), like)
            elif word == "BASE":
                said += [*said_for((does,), like), *parts["WHAT"][1:]]
            elif word == "DOING":
                said += said_for((f"{verb.removesuffix('e')}ing",), like)
            else:
                said += where if word == "WHERE" else parts[word] if word in parts else said_for((word,), like)
        yield said if "WHERE" in order else [*said, *parts.get("REST", ())]


def _where(what: list[Token]) -> list[Token]:
    """Where a thing is, if it says so: `on the line` of `trains on the line`."""
    at = next((at for at in range(1, len(what)) if what[at].text in _AT), len(what))
    return what[at:]


_AT = frozenset(english.lines("on | in | at | along | over | across | through"))
