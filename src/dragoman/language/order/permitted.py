"""What somebody may, may not or must do, in each other way that phrases may have it.

    A forbids its guests to smoke, A's guests are banned from smoking   ->  guests of A may not smoke
    A's guests are not allowed to smoke                                 ->  A's guests may not smoke
    A orders its guests to boil water                                   ->  guests of A must boil water
    guests of A may not smoke                                           ->  guests of A are not allowed to smoke

Whoever may do something is not therefore said to be allowed it: a `may` alone is left as it is. An order counts only if nothing of
the sentence is left over, as for all of :mod:`dragoman.language.whole`.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

from dragoman.language.line.line import Line
from dragoman.language.turns.fixed import has_together
from dragoman.language.turns.renamed import named_at, said_for
from dragoman.language.words import english
from dragoman.language.words.cues import Cues, spaced
from dragoman.language.words.tokens import Token
from dragoman.language.words.verbs import Form, first_form, inflected


class _Rule(Enum):
    """What is ruled, and the ways to say it of whom it is ruled for, before a verb in its first form or one in `-ing`."""

    MAY = ("may", "can", "are allowed to", "are permitted to", "are free to")
    MAY_NOT = (
        "may not",
        "must not",
        "cannot",
        "are not allowed to",
        "are forbidden to",
        "are banned from",
        "are barred from",
    )
    MUST = ("must", "have to", "are required to", "are obliged to")


class _Found(NamedTuple):
    rule: _Rule
    start: int
    """Where what says so begins, behind whom it is said of."""
    verb: int
    is_doing: bool


_BE = "(is|are|has been|have been)"
_OF_THEM = {
    _Rule.MAY_NOT: (
        Cues(f"(may|can|must) not\n{_BE} not (allowed|permitted|free|entitled) to\n{_BE} (forbidden|prohibited) to"),
        Cues(f"{_BE} (forbidden|prohibited|banned|barred|stopped|excluded) from"),
    ),
    _Rule.MUST: (
        Cues(f"(must|have to|has to)\n{_BE} (required|obliged|ordered|told|instructed|compelled) to"),
        Cues(""),
    ),
    _Rule.MAY: (Cues(f"{_BE} (allowed|permitted|free|entitled) to\n(remain|remains) free to"), Cues("")),
}
_OF_RULER = {
    _Rule.MAY_NOT: "(forbid|forbids|forbade|forbidden|prohibit|prohibits|prohibited|ban|bans|banned|bar|bars|barred)",
    _Rule.MUST: "(order|orders|ordered|require|requires|required|oblige|obliges|obliged|tell|tells|told|instruct|instructs|instructed)",
    _Rule.MAY: "(allow|allows|allowed|permit|permits|permitted)",
}
_LETS = "(does|do|did|will) not (allow|permit)"
_RULES = {
    rule: Cues(f"[(has|have)] {verbs}" + (f"\n{_LETS}" if rule is _Rule.MAY_NOT else ""))
    for rule, verbs in _OF_RULER.items()
}
_OWN = frozenset({"its", "their", "his", "her"})
_CUES = frozenset({"may", "can", "must", "to", "from"})
_MOST_SUBJECT, _MOST_THING = 6, 3


def permitted(line: Line) -> Iterator[list[Token]]:
    """The tokens of a sentence in each such order that it has."""
    if _CUES.isdisjoint(line.texts):
        return
    for subject, found in (*_said_of_them(line), *_said_of_ruler(line)):
        yield from _put(line, subject, found)


def _said_of_them(line: Line) -> Iterator[tuple[list[Token], _Found]]:
    for at in range(1, min(len(line) - 1, _MOST_SUBJECT)):
        behind = spaced(line.texts[at : at + 5])
        for rule, several in _OF_THEM.items():
            for cues, is_doing in zip(several, (False, True), strict=True):
                if said := cues.at_start(behind):
                    yield list(line.tokens[:at]), _Found(rule, at, at + said[0].count(" "), is_doing)
                    return


def _said_of_ruler(line: Line) -> Iterator[tuple[list[Token], _Found]]:
    ruler = named_at(line, 0)
    if ruler is None or ruler.end >= len(line):
        return
    for rule, cues in _RULES.items():
        said = cues.at_start(spaced(line.texts[ruler.end : ruler.end + 3]))
        first = ruler.end + (said[0].count(" ") if said else 0)
        if said is None or first >= len(line) or line.texts[first] not in _OWN:
            continue
        link = next(
            (
                at
                for at in range(first + 2, min(len(line) - 1, first + 2 + _MOST_THING))
                if line.texts[at] in ("to", "from")
            ),
            0,
        )
        if link and not any(line.mentions[first + 1 : link]):
            of = said_for(("of",), line.tokens[first])
            whose = [*line.tokens[first + 1 : link], *of, *line.tokens[: ruler.end]]
            yield whose, _Found(rule, ruler.end, link + 1, line.texts[link] == "from")


def _put(line: Line, subject: list[Token], found: _Found) -> Iterator[list[Token]]:
    """The ways to say it that phrases have, but that in which it is said."""
    if found.verb >= len(line) or (found.is_doing and not line.texts[found.verb].endswith("ing")):
        return
    own = found.rule is _Rule.MAY_NOT and line.texts[found.start : found.verb].count("not")
    if sum(text in english.NEGATORS for text in line.texts) > own:
        return
    token = line.tokens[found.verb]
    verb = first_form(token.text, Form.DOING) if found.is_doing else token.text
    said = " ".join(line.texts[found.start : found.verb])
    for way in found.rule.value:
        words = way.split()
        if way.replace("cannot", "can not") == said or not has_together(
            line.grammar, tuple(words[-2:] if words[0] == "are" else words)
        ):
            continue
        doing = inflected(verb, Form.DOING) if words[-1] == "from" else verb
        put = ("can", "not") if way == "cannot" else words
        yield [*subject, *said_for((*put, doing), token), *line.tokens[found.verb + 1 :]]
