"""`dragoman new-rulebook NAME [FOLDER]`."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from dragoman.cli.command import Command
from dragoman.cli.exit import Exit


def arguments(parser: ArgumentParser) -> None:
    """A name, and a folder if it is not called like that."""
    parser.add_argument("name", metavar="NAME", help="its name: lower case letters, digits and single _ or -")
    parser.add_argument("folder", metavar="FOLDER", nargs="?", help="a new folder for it (default: NAME)")


def run(given: Namespace) -> Exit:
    """Write a rulebook to begin with; nothing that is there already is touched."""
    from pathlib import Path

    from dragoman.cli.output import complain
    from dragoman.rulebook.new import write_new
    from dragoman.source.visible import plain

    folder = Path(given.folder or given.name)
    names = write_new(given.name, folder)
    complain(f"wrote {folder}: {', '.join(names)}")
    shown = plain(str(folder))
    for does, command in (
        ("what is wrong with it, line by line", f"check {shown}"),
        ("whether its cases hold", f"test {shown} --coverage"),
        ("advice from it", f"advise after-the-storm --rulebook {shown}"),
        ("talk with it", f"chat --rulebook {shown}"),
    ):
        print(f"dragoman {command:<52} {does}")
    print("Then make it yours, file by file: the notes in each say how, and docs/rulebooks.md goes through them.")
    return Exit.OK


COMMAND = Command(
    "new-rulebook", "a small, complete rulebook to begin with, and writes it to a new folder", arguments, run
)
