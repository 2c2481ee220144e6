"""A line cut into sentences: at full stops, question and exclamation marks, semicolons and line ends."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from dragoman.language.ellipsis.noted import is_a_note, is_only_a_name
from dragoman.language.grammar.lexicon import Lexicon
from dragoman.language.line.asides import is_aside
from dragoman.language.words.telegrams import with_stops
from dragoman.language.words.tokens import Token, tokens_of

_MOST_SENTENCES = 40


_ABBREVIATED = re.compile(
    r"\b(?:vs|v|mr|mrs|ms|dr|prof|gen|col|lt|sen|approx|govt|incl|excl|rel|avg|temp|esp|ca|cf|resp|intl|govts|dept)\Z",
    re.IGNORECASE,
)
"""Words behind which a full stop ends no sentence."""


class Sentence(NamedTuple):
    """One sentence of a line."""

    text: str
    tokens: list[Token]
    is_asked: bool
    is_exclaimed: bool = False
    start: int = 0
    """Where it stands in the line."""
    is_open: bool = False
    """Whether a semicolon ends it."""


def sentences(text: str) -> list[Sentence]:
    """The sentences of a text that say something."""
    return without_asides(at_stops(text))


def without_asides(several: list[Sentence]) -> list[Sentence]:
    """Those that are no mere aside; all, where every one is."""
    return [one for one in several if not is_aside(one.tokens)] or several


def under_names(lexicon: Lexicon, text: str, several: list[Sentence]) -> list[Sentence]:
    """The sentences, each that is only a name with the note behind it, as in `Heskvoe. Wind 52 kt`."""
    found: list[Sentence] = []
    for one in several:
        last = found[-1] if found else None
        is_under = last is not None and not (last.is_asked or last.is_exclaimed or one.is_asked)
        if (
            last is None
            or not is_under
            or not is_only_a_name(lexicon, last.tokens)
            or not is_a_note(lexicon, one.tokens)
        ):
            found.append(one)
            continue
        whole, shift = text[last.start : one.start + len(one.text)], one.start - last.start
        colon = last.tokens[-1]._replace(text=":", stem=":", is_word=False, is_capital=False)
        rest = [t._replace(start=t.start + shift, end=t.end + shift) for t in one.tokens]
        found[-1] = one._replace(text=whole, tokens=[*last.tokens, colon, *rest], start=last.start)
    return found


def at_stops(text: str) -> list[Sentence]:
    """The text cut at full stops, question and exclamation marks, semicolons and line ends."""
    found: list[Sentence] = []
    start = 0
    text = with_stops(text)
    for match in re.finditer(r"(?<!\b[A-Z])[.!?;]+(?=\s|$)|\n+|$", text):
        part = text[start : match.start()]
        is_number = part[-2:].lower() in ("no", "nr") and text[match.end() : match.end() + 2].strip()[:1].isdigit()
        if match.group() == "." and (is_number or _ABBREVIATED.search(part)):
            continue
        tokens = tokens_of(part)
        if any(token.is_word for token in tokens):
            marks = match.group()
            found.append(Sentence(part, tokens, "?" in marks, "!" in marks, start, marks == ";"))
        start = match.end()
        if len(found) >= _MOST_SENTENCES:
            break
    return found


def part_of(sentence: Sentence, tokens: Sequence[Token]) -> Sentence:
    """Some tokens of a sentence as one of its own."""
    start, end = min(token.start for token in tokens), max(token.end for token in tokens)
    shifted = [token._replace(start=token.start - start, end=token.end - start) for token in tokens]
    text = sentence.text[start:end]
    return sentence._replace(text=text, tokens=shifted, start=sentence.start + start)
