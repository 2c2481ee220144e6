"""A sentence of the program, and a line after it that leans on it: the line tells exactly what it then says."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from dragoman.language.forms import ReadFact
from dragoman.language.read import Reader
from tests.language.phrased import grammar
from tests.language.test_notes import Note, notes

# The line before | the line | what is told of A, what of B (`+` for so, `-` for not so, `.` for nothing), how likely or by whom, the intent.
LEANING = """
{x} {does}{rest}.              | {b} too.                    | . + tell
{x} {does}{rest}.              | So does {b}.                | . + tell
{x} {does}{rest}.              | So does {b}, but who knows for how long. | . + tell
{x} {does}{rest}.              | The same goes for {b}.      | . + tell
{x} {does}{rest}.              | As does {b}.                | . + tell
{x} {does}{rest}.              | {b} as well, reportedly.    | . + reported tell
{x} {does}{rest}.              | {b} does not.               | . - tell
{x} {does}{rest}.              | Not {b}, though.            | . - tell
{x} {does}{rest}.              | Only {b} does not.          | . - tell
{x} does not {do}{rest}.       | Neither does {b}.           | . - tell
{x} does not {do}{rest}.       | {b} does.                   | . + tell
{x} {does}{rest}.              | {x} and {b} are not alike.  | . . tell
{x} {does}{rest}.              | Perhaps {b} too.            | . . tell
{x} {does}{rest}.              | {b} could follow suit.      | . . tell
{x} {does}{rest}.              | {b} ought to as well.       | . . tell
{x} {does}{rest}.              | {b} would like to do so.    | . . tell
{x} {does}{rest}.              | Only {b} does.              | . . tell
{x} {does}{rest}.              | And {b}?                    | . . show
{x} {does}{rest}.              | does the same hold for {b}? | . . show
{x} {does}{rest}.              | Exactly.                    | + . tell
{x} {does}{rest}.              | Yes, that is true.          | + . tell
I think {x} {does}{rest}.      | By now I am sure of it.     | + . tell
I think {x} {does}{rest}.      | Exactly.                    | + . likely tell
{x} {does}{rest}.              | Probably, at least.         | + . likely tell
{x} {does}{rest}.              | I think so, anyway.         | + . likely tell
{x} {does}{rest}.              | Well, fifty-fifty.          | + . even tell
{x} {does}{rest}.              | To be honest, I doubt it.   | + . unlikely tell
{x} {does}{rest}.              | Reuters says so.            | + . reported tell
{x} {does}{rest}.              | So a diplomat claims.       | + . reported tell
{x} {does}{rest}.              | Reuters does not say so.    | . . tell
{x} {does}{rest}.              | If only that were true.     | . . tell
{x} {does}{rest}.              | That is by no means certain. | . . tell
{x} {does}{rest}.              | That would be bad.          | . . tell
{x} {does}{rest}.              | Who says so?                | . . why
{x} {does}{rest}.              | What if it did not?         | . . what-if
{x} {does}{rest}.              | No, {b}.                    | . + correct
{x} {does}{rest}.              | Not {x} - {b}!              | . + correct
{x} {does}{rest}.              | Oops, that was wrong, {b} does. | . + correct
{x} {does}{rest}.              | Scrap that.                 | . . withdraw
Does {x} {do}{rest}?           | It does.                    | + . tell
Does {x} {do}{rest}?           | Yes, indeed.                | + . tell
Does {x} {do}{rest}?           | It does not.                | - . tell
Does {x} {do}{rest}?           | Not at all.                 | - . tell
Does {x} {do}{rest}?           | Probably.                   | + . likely tell
Does {x} {do}{rest}?           | It did.                     | . . tell
Does {x} {do}{rest}?           | It might.                   | . . tell
Does {x} {do}{rest}?           | Nobody knows.               | . . tell
Does {x} {do}{rest}?           | It does not, {b} does.      | - + tell
Does {x} {do}{rest}?           | No. {b} does.               | - + tell
Does {x} {do}{rest}?           | One could ask the same about {b}. | . . tell
Who {does}{rest}?              | {b}, of course.             | . + tell
Who {does}{rest}?              | Not {b}.                    | . - tell
Who {does}{rest}?              | Not {x}, {b}.               | . + tell
Who {does}{rest}?              | {b}, perhaps.               | . . tell
{x} {does}{rest}, doesn't it?  | Absolutely.                 | + . tell
{x} {does}{rest}, doesn't it?  | It did.                     | . . tell
A few words on {x} and {b}.    | Both {do}{rest}.            | + + tell
A few words on {x} and {b}.    | The former {does}{rest}.    | + . tell
A few words on {x} and {b}.    | The latter {does}{rest}.    | . + tell
A few words on {x} and {b}.    | Neither {does}{rest}.       | - - tell
A few words on {x} and {b}.    | Neither of them {does}{rest}. | - - tell
A few words on {x} and {b}.    | Both should {do}{rest}.     | . . tell
A few words on {x} and {b}.    | One of them {does}{rest}.   | . . tell
"""
RULEBOOKS = ("leagues", "grids", "theatres", "clinics", "media", "arctic", "kitchens", "ferries")
FEW = (pytest.param(89, RULEBOOKS[:2], id="few"), pytest.param(61, RULEBOOKS, id="more", marks=pytest.mark.long))
"""One of so many of the pairs, and of which rulebooks."""
LEAST = 0.8
"""So many must be told as they are said; nothing else of any."""
_BESIDE = {"likely": ("likely", False), "even": ("roughly even", False), "unlikely": ("unlikely", False), "reported": ("", True)}  # fmt: skip

_Said = tuple[str, str, bool, str, bool]


def _said(fact: ReadFact) -> _Said:
    return fact.fact, repr(sorted(fact.slots.items(), key=str)), fact.holds, fact.likelihood, bool(fact.source)


def _wanted(note: Note, signs: list[str]) -> set[_Said]:
    several = (note.slots, {**note.slots, note.slot: note.other})
    likelihood, is_reported = _BESIDE.get(signs[2], ("", False))
    return {
        (note.fact, repr(sorted(slots.items(), key=str)), sign == "+", likelihood, is_reported)
        for slots, sign in zip(several, signs, strict=False)
        if sign != "."
    }


def _put(template: str, note: Note) -> str:
    return re.sub(r"^[a-z]", lambda m: m[0].upper(), template.strip().format(**note.words))


def pairs(one_of: int, rulebooks: tuple[str, ...]) -> Iterator[tuple[Reader, Note, str, str, str, list[str]]]:
    """One of so many sentences with a line behind it: the reader, the sentence as it was cut, its template, the two lines and what is expected."""
    number = 0
    for name in rulebooks:
        reader = Reader(grammar(name))
        for note in notes(reader.grammar):
            for line in LEANING.strip().splitlines():
                before, after, expected = line.split("|")
                signs = expected.split()
                number += 1
                is_open = ("-" in signs or "unlikely" in signs) and not note.can_be_denied
                if number % one_of or is_open:
                    continue
                yield reader, note, line, _put(before, note), _put(after, note), signs


@pytest.mark.parametrize(("one_of", "rulebooks"), FEW)
def test_a_line_that_leans_on_the_one_before_tells_what_it_says(one_of: int, rulebooks: tuple[str, ...]) -> None:
    right, false = list[bool](), list[str]()
    for reader, note, _, before, after, signs in pairs(one_of, rulebooks):
        reading = reader.read(after, [before])
        told, wanted = {_said(fact) for fact in reading.facts}, _wanted(note, signs)
        right.append(told == wanted and reading.intent.value == signs[-1])
        false += [f"{before} | {after}"] if not told <= wanted else []
    assert false == []
    assert sum(right) >= LEAST * len(right) > 0
