"""Processes that write a journal and are killed at random moments: nothing that was acknowledged is lost.

    python -m tests.journal.kill 500 --seed 1

Each process begins sessions or takes them up again, adds steps of all sizes, and prints one line after each return: that is
the acknowledgement. It is killed (SIGKILL) while it starts, while it makes the file, or while it writes; often two write one
file at once. Then the file must open without complaint, every event that was acknowledged must be there with its hash, and
every chain must hold. A new file every so often, so that kills meet the making of one, too.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from random import Random

from dragoman.errors import SessionInUseError, UnknownNameError
from dragoman.journal.events import Beginning, Entry
from dragoman.journal.journal import Journal
from dragoman.journal.writer import Writer

BEGINNING = Beginning("A trial", "lenders", "1", "0" * 64, "0.1")
_KILLS_OF_A_FILE = 20
_LONGEST = 0.06
"""Seconds after the first acknowledgement, at most, when a process is killed."""

_PATIENCE = 60.0
"""Seconds: the other process writes without a pause, as no analyst does, and may keep us from it for more than two."""

Acknowledged = dict[tuple[str, int], str]
"""The hash of each event, by session and number."""


def main() -> int:
    """Kill them all and say what came of it; 1 if anything was lost or is wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kills", type=int, nargs="?", default=500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--write", metavar="FILE", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.write:
        write_on(Path(given.write), Random(given.seed))
    seen = kill_many(given.kills, given.seed)
    print(*(f"{what}: {number}" for what, number in sorted(seen.items()) if what != "wrong"), sep="\n")
    print(f"wrong: {seen['wrong']}")
    return 1 if seen["wrong"] else 0


def kill_many(kills: int, seed: int) -> Counter[str]:
    """What came of so many kills; each thing that is wrong is printed."""
    dice, seen = Random(seed), Counter[str]()
    with tempfile.TemporaryDirectory() as folder:
        for first in range(0, kills, _KILLS_OF_A_FILE):
            path = Path(folder, str(first), "journal.db")
            known: Acknowledged = {}
            for _ in range(min(_KILLS_OF_A_FILE, kills - first)):
                seen["killed"] += 1
                new = killed(path, dice)
                seen["killed before a first step" if not new else "killed among steps"] += 1
                seen["steps acknowledged"] += len(new)
                known |= new
                for wrong in wrongs(path, known):
                    seen["wrong"] += 1
                    print(f"seed {seed}, kill {seen['killed']}: {wrong}", flush=True)
    return seen


def killed(path: Path, dice: Random) -> Acknowledged:
    """Let one or two processes write, kill them, and gather what they acknowledged."""
    started = [_started(path, dice.randrange(1 << 30)) for _ in range(dice.choice((1, 1, 2)))]
    early = dice.random() < 0.3
    life = dice.uniform(0, 0.15) if early else dice.uniform(0, _LONGEST)
    first = [b"" if early or process.stdout is None else process.stdout.readline() for process in started]
    time.sleep(life)
    for process in started:
        process.kill()
    said = [process.communicate() for process in started]
    complaints = [complaint.decode()[-500:] for _, complaint in said if complaint]
    assert not complaints, complaints
    whole = (line for begun, (rest, _) in zip(first, said, strict=True) for line in (begun + rest).splitlines(True))
    words = (line.decode().split() for line in whole if line.endswith(b"\n"))  # the last one may be cut
    return {(session, int(seq)): hash for session, seq, hash in words}


def _started(path: Path, seed: int) -> subprocess.Popen[bytes]:
    command = (sys.executable, "-m", "tests.journal.kill", "--write", str(path), "--seed", str(seed))
    root = Path(__file__).parents[2]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, bufsize=0, cwd=root)


def wrongs(path: Path, known: Acknowledged) -> Iterator[str]:
    """All that is lost or broken."""
    with closing(Journal.open(path)) as journal:
        kept = {row.id: journal.events(row.id) for row in journal.sessions()}
        for (session, seq), hash in known.items():
            if [event.hash for event in kept.get(session, ())][seq - 1 : seq] != [hash]:
                yield f"event {seq} of session {session} was acknowledged and is lost"
        yield from map(str, journal.verify())


# -- what a process does until it is killed


def write_on(path: Path, dice: Random) -> None:
    """Write, and acknowledge, without end."""
    with Journal.open(path, patience=_PATIENCE) as journal:
        while True:
            writer = _taken_up(journal, dice)
            for _ in range(dice.randrange(1, 12)):
                try:
                    events = writer.append(*_step(dice))
                except SessionInUseError:  # of the other process
                    break
                lines = "".join(f"{event.session} {event.seq} {event.hash}\n" for event in events)
                os.write(1, lines.encode())


def _taken_up(journal: Journal, dice: Random) -> Writer:
    if dice.random() < 0.6:
        try:
            last = journal.find("last").id
            if dice.random() < 0.2:
                journal.rename(last, "Another title")
            return journal.resume(last)
        except UnknownNameError:
            pass
    return journal.begin(BEGINNING)


def _step(dice: Random) -> Iterator[Entry]:
    yield Entry("said", {"text": "x" * dice.choice((10, 10, 100, 3_000))})
    if dice.random() < 0.2:
        yield Entry("loaded", {"name": "facts.yaml", "text": "y" * dice.choice((10_000, 200_000))})
    yield Entry("told", {"facts": [{"fact": "loan", "slots": {"to": "north"}, "sure": 0.5}]})


if __name__ == "__main__":
    sys.exit(main())
