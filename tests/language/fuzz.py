"""`python -m tests.language.fuzz [LINES]`: damaged, shuffled and random lines; nothing crashes, hangs, or tells by chance.

Each line is read alone or after the one before it. Of its reading every text is printable as it stands and is on one row,
every span stands in the line, and no line takes longer than the bound. What is shown is drawn from the same texts, so that
no control byte and no mark-up that a terminal would act on gets through; the app draws them as text, never as mark-up.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterator

from dragoman.cli.output import text_rows
from dragoman.language.earlier.context import Context
from dragoman.language.forms import Reading
from dragoman.language.grammar.grammar import grammar_of
from dragoman.language.json_form import reading_json
from dragoman.language.read import Reader
from dragoman.language.words.tokens import cleaned
from dragoman.rulebook.cache import load_rulebook
from dragoman.source.visible import plain
from dragoman.views.reading import reading_view
from tests.language.scoring import read_set, sets

_PUT = (
    "", "\x1b[31m", "\x00", "\u202e", "[bold]", "[/]", "[link=x]", "\ud800", "’", "\n", "é", " not ", ",", " and ", "?", '"', "%", "7",
    "\x9b31m", "\x1b]8;;x\x07", "\r", "\x7f", "\u200b", "\u2028", "{", "}", " (", ")", ";", ":", " 1e9 ", " -", "'", "\t",
)  # fmt: skip
_BOUND = 2.0
"""Seconds of processor time that no line takes."""
_AFTER = 3
"""Of so many lines one is read after the one before it."""


def damaged(chance: random.Random, lines: list[str]) -> str:
    """One line, made of others."""
    text = chance.choice(lines)
    match chance.randrange(4):
        case 0:
            words = text.split()
            chance.shuffle(words)
            return " ".join(words)
        case 1:
            other = chance.choice(lines)
            return text[: chance.randrange(len(text) + 1)] + other[chance.randrange(len(other) + 1) :]
        case 2:
            return "".join(chr(chance.randrange(1, 0x2FF)) for _ in range(chance.randrange(80)))
    for _ in range(chance.randrange(1, 5)):
        at = chance.randrange(len(text) + 1)
        text = text[:at] + chance.choice(_PUT) + text[at + chance.randrange(3) :]
    return text


def texts_in(data: object) -> Iterator[str]:
    """Every text of a reading, as it stands."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from texts_in(key)
            yield from texts_in(value)
    elif isinstance(data, list):
        for value in data:
            yield from texts_in(value)


def wrong_with(text: str, reading: Reading) -> str:
    """What is not sound in the reading of a line, or the empty string."""
    hidden = next((one for one in texts_in(reading_json(reading)) if not one.isprintable()), None)
    if hidden is not None:
        return f"a control character in {hidden!r}"
    rows = next((row for row in text_rows(reading_view(reading, text)) if plain(row) != row), None)
    if rows is not None:
        return f"a control character is shown in {rows!r}"
    whole = cleaned(text)
    spans = (*(fact.span for fact in reading.facts), *(offer.span for offer in reading.offered))
    strange = next((span for span in spans if span not in whole), None)
    return f"{strange!r} stands nowhere in it" if strange is not None else ""


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.language.fuzz", description=__doc__)
    parser.add_argument("lines", nargs="?", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    reader, chance = Reader(grammar_of(load_rulebook())), random.Random(given.seed)
    lines = [item.text for path in sets() for item in read_set(path).items if len(item.text) < 400]
    times: list[tuple[float, str]] = []
    told, bad, before = 0, 0, ""
    for number in range(given.lines):
        text = damaged(chance, lines)
        context = reader.after(before, Context()) if number % _AFTER == 0 else Context()
        start = time.process_time()
        reading = reader.read_after(context, text)
        times.append((time.process_time() - start, text))
        told, before = told + bool(reading.facts), text
        wrong = wrong_with(text, reading) or ("it takes too long" if times[-1][0] > _BOUND else "")
        if wrong:
            bad += 1
            print(f"not sound: {text!r}: {wrong}", flush=True)
        if number % 10_000 == 9_999:
            print(f"{number + 1} lines read, {bad} not sound", flush=True)
    times.sort()
    median, most = times[len(times) // 2][0], times[int(len(times) * 0.95)][0]
    print(
        f"{len(times)} lines with seed {given.seed}: {bad} not sound, {told} tell something; median {1000 * median:.1f} ms, "
        f"95 of 100 under {1000 * most:.1f} ms, slowest {1000 * times[-1][0]:.0f} ms"
    )
    print(f"slowest: {times[-1][1]!r}")
    if bad:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
