"""What stands behind a `not`: the word that was wrong, or what only limits what is said.

`owes 1.6 billion, not 1.2` puts right what it owed; `has a base, not before 2030`, `not a military one`, `not in A's eyes` do not.
Within a sentence, `A, not B, sued C` has the name that was wrong right behind the one that is right.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from dragoman.language.grammar.derive import PREPOSITIONS
from dragoman.language.grammar.grammar import Grammar
from dragoman.language.line.line import Line
from dragoman.language.line.mentions import PRONOUN, Mention
from dragoman.language.words import english
from dragoman.language.words.tokens import tokens_of

_NO_OLD = frozenset(
    english.lines(
        "until | till | unless | before | after | since | if | when | while | according | like | as | thanks | including | counting | in | for"
        "| to | any | anymore | necessarily | officially | per | because | though | so | yet"
    )
)
"""What limits what is said, or says of whom or till when it is not so: `not before 2030`, `not in A's eyes`, `not for long`."""


def is_old_word(line: Line, said: list[str]) -> bool:
    """Whether a line is who, what or how much, and says nothing beside: `1.2 billion`, `a military one` is not; `to A` if `to` was said."""
    texts, at = line.texts, 0
    if not texts or texts[0] in _NO_OLD - {"in", "to", "for"} or texts[-1] in ("one", "ones"):
        return False
    if texts[0] in PREPOSITIONS and texts[0] not in said:
        return False
    at += texts[0] in PREPOSITIONS
    at += texts[at : at + 1] != [] and texts[at] in english.ARTICLES
    ends = [m.end for m in line.mentions[at]] + [end for end, _ in line.spoken[at]] if at < len(line) else []
    figure = line.figures[at] if at < len(line) else None
    if figure is not None:
        return texts[0] not in PREPOSITIONS or texts[0] in ("of", "at", "from", "with", "by")
    end = max(ends, default=0)
    is_whole = end == len(line) or all(line.free(one) for one in range(end, len(line)))
    return bool(end) and is_whole and not (texts[0] == "for" and not line.mentions[at])


_WITHIN = re.compile(r"(?:,? (?:and |but )?not|,? rather than|,? instead of) (?P<rest>.+)$", re.IGNORECASE)


class Within(NamedTuple):
    """A sentence without the name that was wrong, that name, and the words before it."""

    text: str
    old: str
    new: str


def wrong_within(grammar: Grammar, text: str) -> Within | None:
    """`A, not B, sued C`, or `A rather than B sued C`: a name that stands behind another, and was wrong."""
    body = text.strip(" .!")
    found = _WITHIN.search(body)
    if found is None or not (new := body[: found.start()]):
        return None
    before, rest = (Line(grammar, words, tokens_of(words)) for words in (new, found["rest"]))
    wrong = max((m.end for m in _named_first(rest)), default=0)
    is_named = any(m.end == len(before) for several in before.mentions for m in several if m.kind != PRONOUN)
    if not wrong or not is_named or wrong >= len(rest) - 1:
        return None
    end = rest.tokens[wrong - 1].end
    return Within(f"{new} {found['rest'][end:].lstrip(' ,')}", found["rest"][:end], new)


def _named_first(line: Line) -> list[Mention]:
    at = int(line.texts[:1] != [] and line.texts[0] in english.ARTICLES)
    return [m for m in line.mentions[at] if m.kind != PRONOUN] if at < len(line) else []


def up_to_a_name(line: Line) -> str:
    """The words until the end of the name that they begin with: `B` of `not A but B sued C`."""
    end = max((m.end for m in _named_first(line)), default=0)
    return " ".join(line.texts[:end])
