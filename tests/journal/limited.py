"""A process with less room or fewer rights, and a journal: what it says, as `python -m tests.journal.limited` prints it.

small FILE   no file may grow beyond a quarter of a megabyte, then the limit is lifted
full FILE    the disk is filled while the journal is written, then room is made; on a disk of a megabyte or two
nobody FILE  as a user who owns nothing
"""

from __future__ import annotations

import os
import resource
import sys
from collections.abc import Callable
from pathlib import Path

from dragoman.errors import JournalError
from dragoman.journal.journal import Journal
from dragoman.journal.places import default_path
from tests.journal.support import BEGINNING, opened, said

NOBODY = 65534
_STEPS = 2_000


def main() -> None:
    """Do one of them."""
    what, path = sys.argv[1], Path(sys.argv[2])
    match what:
        case "small":
            resource.setrlimit(resource.RLIMIT_FSIZE, (250_000, resource.RLIM_INFINITY))
            filled(path, lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY,) * 2))
        case "full":
            ballast = path.with_name("ballast")
            ballast.write_bytes(b"x" * 400_000)
            filled(path, ballast.unlink)
        case "homeless":
            for name in ("HOME", "XDG_DATA_HOME"):
                os.environ.pop(name, None)
            os.setuid(54_321)
            told(lambda: print(default_path({})))
        case "nobody":
            as_nobody()
            told(lambda: opened(path).begin(BEGINNING, said("written")))
            told(lambda: print("read:", [row.lines for row in Journal.look(path).sessions()]))


def filled(path: Path, make_room: Callable[[], object]) -> None:
    """Write until there is no room, then go on with the same session; nothing acknowledged may be missing."""
    with opened(path) as journal:
        writer, acknowledged = journal.begin(BEGINNING), 0
        try:
            for _ in range(_STEPS):
                writer.append(said("x" * 2_000))
                acknowledged += 1
        except JournalError as error:
            print(type(error).__name__, str(error).replace(str(path), "FILE"))
        told(lambda: writer.append(said("y" * 100_000)))
        kept = len(journal.events(writer.session)) - 1
        print("all of them kept:", kept == acknowledged > 10, journal.verify())
        make_room()
        writer.append(said("there is room again"))
    with Journal.look(path) as journal:
        kept = len(journal.events(writer.session)) - 1
        print("and one more:", kept == acknowledged + 1, journal.verify())


def told(act: Callable[[], object]) -> None:
    """Do it, and say how it is refused."""
    try:
        act()
    except JournalError as error:
        print(type(error).__name__, str(error).replace(error.path, "FILE"))


def as_nobody() -> None:
    """Have no right that is not everybody's; whoever is not root has few enough."""
    if os.geteuid() == 0:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)


if __name__ == "__main__":
    main()
