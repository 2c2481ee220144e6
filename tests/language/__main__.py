"""`python -m tests.language [FILE or NAME...]`: how well lines are read, by set and by kind.

A file of lines:

    set: NAME
    rulebook: FOLDER                    where it is another than the report's
    lines:
      - {id: dev-001, kind: [single], text: "...", intent: tell, facts: [{fact: ..., slots: {...}}]}

A fact may have `holds: false`, `likelihood: likely`, `reported: true`; a line `withdrawn`, `supposed`, `context` (the lines
before it) and `beyond: true`, where it says something that the rulebook has no fact type for.

It ends with 1 where something is told that was not said, or fewer lines of a set are read right than before (least.py).
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from pathlib import Path

import yaml

from dragoman.language.grammar.grammar import grammar_of
from dragoman.language.read import Reader
from dragoman.rulebook.cache import load_rulebook
from tests.language.least import LEAST
from tests.language.scoring import HERE, Score, read_set, scored, sets

_HEAD = f"{'':24}{'lines':>6}{'intent':>12}{'exact':>12}{'reached':>12}{'false':>7}{'offers':>9}{'withdrawn':>11}{'supposed':>10}"


def _of(right: int, of: int) -> str:
    return f"{right}/{of} {100 * right // of}%" if of else "-"


def row(name: str, score: Score) -> str:
    return (
        f"{name:24}{score.lines:>6}{_of(score.intents, score.lines):>12}{_of(score.exact, score.telling):>12}"
        f"{_of(score.reached, score.telling):>12}{score.false:>7}{f'{score.offers_beside}/{score.silent}':>9}"
        f"{_of(*score.withdrawn).split()[0]:>11}{_of(*score.supposed).split()[0]:>10}"
    )


def _is_worse(name: str, score: Score) -> bool:
    """Whether something false is told, or less is read right than before."""
    intents, exact = LEAST.get(name, (0, 0))
    return score.false > 0 or score.intents < intents or score.exact < exact


def _set_of(given: str) -> Path:
    """The file of that path, or the set of that name."""
    found = next((path for path in (Path(given), HERE / f"{given}.yaml") if path.is_file()), None)
    if found is None:
        names = ", ".join(path.stem for path in sets())
        raise argparse.ArgumentTypeError(f"there is no file {given!r}, and no set of that name; there are {names}")
    try:
        read_set(found)
    except (OSError, ValueError, yaml.YAMLError, LookupError, TypeError, AttributeError) as error:
        why = " ".join(str(error).split())
        raise argparse.ArgumentTypeError(f"{found} is no set of lines: {type(error).__name__}: {why}") from None
    return found


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.language", description=__doc__)
    parser.add_argument("files", nargs="*", type=_set_of, help="files of lines, or names of sets (default: all sets)")
    parser.add_argument("--rulebook", help="another rulebook than the report's")
    parser.add_argument("--misses", action="store_true", help="show each line that was not read right")
    given = parser.parse_args()
    print(_HEAD)
    worse = list[str]()
    for path in given.files or sets():
        lines = read_set(path)
        rulebook = load_rulebook(given.rulebook or lines.rulebook)
        start = time.perf_counter()
        reader = Reader(grammar_of(rulebook))
        ready = time.perf_counter()
        scores = scored(reader, lines.items)
        each = 1000 * (time.perf_counter() - ready) / max(1, len(lines.items))
        for kind, score in scores.items():
            print(row(lines.name if kind == "all" else f"  {kind}", score))
        print(f"  {each:.1f} ms a line, ready after {1000 * (ready - start):.0f} ms")
        if given.misses:
            print("\n".join(scores["all"].misses))
        if _is_worse(path.stem, scores["all"]):
            worse.append(path.stem)
    if worse:
        print(f"something false, or less read right than before: {', '.join(worse)}", file=sys.stderr)
    return bool(worse)


if __name__ == "__main__":
    try:
        status = main()
        sys.stdout.flush()
        sys.exit(status)
    except BrokenPipeError:  # whoever reads has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
