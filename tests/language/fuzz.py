"""`python -m tests.language.fuzz [LINES]`: damaged, shuffled and random lines; nothing crashes, hangs, or tells by chance."""

from __future__ import annotations

import argparse
import json
import random
import time

from dragoman.language.grammar import grammar_of
from dragoman.language.json_form import reading_json
from dragoman.language.read import Reader
from dragoman.language.tokens import cleaned
from dragoman.rulebook.cache import load_rulebook
from tests.language.scoring import read_set, sets

_PUT = ("", "\x1b[31m", "\x00", "\u202e", "[bold]", "\ud800", "’", "\n", "é", " not ", ",", " and ", "?", '"', "%", "7")


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


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.language.fuzz", description=__doc__)
    parser.add_argument("lines", nargs="?", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    reader, chance = Reader(grammar_of(load_rulebook())), random.Random(given.seed)
    lines = [item.text for path in sets() for item in read_set(path).items if len(item.text) < 400]
    times = []
    for _ in range(given.lines):
        text = damaged(chance, lines)
        start = time.process_time()
        reading = reader.read(text)
        times.append((time.process_time() - start, text))
        written = json.dumps(reading_json(reading))
        spans = [*(fact.span for fact in reading.facts), *(offer.span for offer in reading.offered)]
        if not written.isprintable() or any(span not in cleaned(text) for span in spans):
            raise SystemExit(f"not sound: {text!r}")
    times.sort()
    median, most = times[len(times) // 2][0], times[int(len(times) * 0.95)][0]
    print(
        f"{len(times)} lines: median {1000 * median:.1f} ms, 95 of 100 under {1000 * most:.1f} ms, slowest {1000 * times[-1][0]:.0f} ms"
    )
    print(f"slowest: {times[-1][1]!r}")


if __name__ == "__main__":
    main()
