"""What all spoken answers share: whose word something is, lists that end with a number, sentences that end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dragoman.advice.forms import Voice
from dragoman.rulebook.words import capital
from dragoman.views.lines import Line, Part, line

_GRADE = re.compile(r" \([A-F]?[1-6]?\)$")
_CHAT = "chat line "
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
FEW = 5


def number(count: int, noun: str, nouns: str = "") -> str:
    """`one fact`, `13 facts`."""
    words = _NUMBERS[count] if count < len(_NUMBERS) else str(count)
    return f"{words} {noun if count == 1 else nouns or f'{noun}s'}"


def sentence(text: str) -> str:
    """With a capital and an end."""
    text = capital(text.strip())
    return text if text.endswith((".", "?", "!", ":")) else f"{text}."


def told(*parts: Part) -> Line:
    """A sentence of an answer."""
    return line(*parts)


def point(*parts: Part) -> Line:
    """One of several things."""
    return line(("• ", "accent"), *parts, indent=2)


def points(texts: Sequence[str], most: int = FEW, *, everything: bool = False) -> Iterator[Line]:
    """Some of several things, and how many more there are."""
    shown = texts if everything else texts[:most]
    for text in shown:
        yield point(sentence(text))
    if len(shown) < len(texts):
        yield line((f"and {number(len(texts) - len(shown), 'more', 'more')}.", "muted"))


def more(*sayings: str) -> Line:
    """What can be asked for."""
    quoted = [f"'{one}'" for one in sayings]
    return line((f"Say {' or '.join(quoted)}.", "muted"))


def source(voice: Voice) -> str:
    """The title of a source without its grade; or empty."""
    return _GRADE.sub("", voice.source)


def whose(voice: Voice) -> str:
    """Whose word it is: `you said so in line 3`, `AFP, 29 April 2020`."""
    said = voice.place.removeprefix(_CHAT) if voice.place.startswith(_CHAT) else ""
    title = source(voice)
    if title:
        who = f"{title}, as you said in line {said}" if said else title
    elif said:
        who = f"you said so in line {said}"
    else:
        who = "the report" if voice.at else "it was loaded"
    return ", ".join(filter(None, (who, voice.likelihood, f"of {voice.date}" if voice.date else "")))


def words_of(voices: Sequence[Voice]) -> str:
    """Whose words they are."""
    return "; ".join(dict.fromkeys(map(whose, voices)))
