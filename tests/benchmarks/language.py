"""Reading plain English: what a line takes, by set and by what comes of it; how soon the reader is ready; long text.

Every line is read once before it is timed, and what was said before it is no part of that. Beside the limits, a line is held against the plainest thing that could be
done with it in the same turn: to count the words that it shares with each phrase of the rulebook, one after the other.
"""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

from dragoman.language.earlier.context import Context
from dragoman.language.forms import Reading
from dragoman.language.grammar.grammar import grammar_of
from dragoman.language.read import Reader
from dragoman.language.words.stems import stem
from dragoman.language.words.tokens import words_of
from dragoman.rulebook.cache import load_rulebook
from tests.benchmarks.measuring import race_starts
from tests.benchmarks.rows import Row
from tests.language.scoring import Item, read_set, sets

_LINE, _OFTEN, _READY = 0.02, 0.01, 0.3
"""Seconds: a line, 95 of 100 lines, until the reader is ready."""
_TURNS = 3
_STARTS = 5
_RULEBOOK = "from dragoman.rulebook.cache import load_rulebook; rulebook = load_rulebook()"
_READER = (
    f"{_RULEBOOK}; from dragoman.language.read import read; "
    "read('Kyrgyzstan owes 38 percent of its foreign debt to China', rulebook)"
)
_SENTENCE = "Kyrgyzstan owes 38 percent of its foreign debt to China and the people in Almaty distrust it. "


class _Took(NamedTuple):
    """What one line took."""

    kind: str
    seconds: float
    scan: float


def language() -> Iterator[Row]:
    """All of it, for the shipped rulebook."""
    reader = Reader(grammar_of(load_rulebook()))
    phrases = f"{len(reader.grammar.book.phrases)} phrases"
    named = {path.stem: lines.items for path in sets() if (lines := read_set(path)).rulebook is None}
    took = {name: _timed(reader, items) for name, items in named.items()}
    every = [one for several in took.values() for one in several]
    yield from _rows("Reading a line, by set", {**took, f"all sets, {phrases}": every})
    kinds = {kind: [one for one in every if one.kind == kind] for kind in ("told", "offered", "nothing")}
    yield from _rows("Reading a line, by what comes of it", kinds)
    yield from _readiness(phrases)
    yield from _long(reader)


def _rows(section: str, took: dict[str, list[_Took]]) -> Iterator[Row]:
    for name, several in took.items():
        if not several:
            continue
        seconds = sorted(one.seconds for one in several)
        often, mean, median = seconds[int(0.95 * len(seconds))], statistics.fmean(seconds), statistics.median(seconds)
        workload = f"{name}, {len(several)} lines"
        yield Row(section, workload, "95 of 100", often * 1e6, f"{_OFTEN:g} s", often / _OFTEN, "<= 1")
        yield Row(section, workload, "mean", mean * 1e6, f"{_LINE:g} s", mean / _LINE, "<= 1")
        scan = statistics.median(one.scan / one.seconds for one in several)
        yield Row(section, workload, "median", median * 1e6, "counting the words shared with each phrase", scan)


def _timed(reader: Reader, items: Sequence[Item]) -> list[_Took]:
    bags = tuple(reader.grammar.bags)
    return [_took(reader, item, bags) for item in items]


def _took(reader: Reader, item: Item, bags: Sequence[frozenset[str]]) -> _Took:
    before = Context()
    for line in item.context:
        before = reader.after(line, before)
    reading: Reading = reader.read_after(before, item.text)
    kind = "told" if reading.facts else "offered" if reading.offered else "nothing"
    pairs = [
        (_seconds(lambda: reader.read_after(before, item.text)), _seconds(lambda: _scan(bags, item.text)))
        for _ in range(_TURNS)
    ]
    return _Took(kind, statistics.median(one for one, _ in pairs), statistics.median(one for _, one in pairs))


def _scan(bags: Sequence[frozenset[str]], text: str) -> int:
    """The most words that a line shares with any phrase."""
    said = {stem(word) for word in words_of(text)}
    return max(len(bag & said) for bag in bags)


def _seconds(run: Callable[[], object]) -> float:
    before = time.process_time()
    run()
    return time.process_time() - before


def _readiness(phrases: str) -> Iterator[Row]:
    """Whole processes: from a rulebook that is loaded to the first line that is read, its grammar kept or not.

    The modules are compiled already, as they are where the program is installed.
    """
    section = "Until the first line is read, processor time beyond loading the rulebook"
    with tempfile.TemporaryDirectory() as folder, _environment(PYTHONPYCACHEPREFIX=folder, PYTHONDONTWRITEBYTECODE=""):
        found = race_starts({"rulebook": ["-c", _RULEBOOK], "reader": ["-c", _READER]}, _STARTS)
        with tempfile.TemporaryDirectory() as cache, _environment(XDG_CACHE_HOME=cache):
            race_starts({"rulebook": ["-c", _RULEBOOK]}, 1)  # its own copy is kept
            first = race_starts({"reader": ["-c", _READER]}, 1, warm=False)["reader"].median
    kept, anew = (one - found["rulebook"].median for one in (found["reader"].median, first))
    yield Row(section, phrases, "the grammar kept", kept * 1e6, f"{_READY:g} s", kept / _READY, "<= 1")
    yield Row(section, phrases, "the grammar made anew", anew * 1e6, "the grammar kept", anew / kept)


@contextmanager
def _environment(**changes: str) -> Iterator[None]:
    """With variables of the environment changed."""
    before = {name: os.environ.get(name) for name in changes}
    os.environ.update(changes)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


def _long(reader: Reader) -> Iterator[Row]:
    """What a sentence takes in a text of one, ten and a hundred, and a character in a line without a full stop."""
    section = "Long text"
    sentence = _SENTENCE.strip()

    def heard(times: int) -> float:
        listener = reader.listen()
        return _seconds(lambda: [listener.hear(sentence) for _ in range(times)]) / times

    def run_on(times: int) -> float:
        text = " and ".join([sentence.rstrip(".")] * times)
        return _seconds(lambda: reader.read(text)) / times

    for name, run, most in (("a sentence of a text", heard, 100), ("a clause of one sentence", run_on, 40)):
        one = statistics.median(run(1) for _ in range(20))
        for times in (10, most):
            each = statistics.median(run(times) for _ in range(3))
            yield Row(section, f"{times} of them", name, each * 1e6, "one alone", each / one, "<= 1.5")
