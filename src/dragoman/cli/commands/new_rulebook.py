"""`dragoman new-rulebook NAME [FOLDER]`."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from dragoman.cli.command import Command
from dragoman.cli.exit import Exit


def arguments(parser: ArgumentParser) -> None:
    """A name, and a folder if it is not called like that."""
    parser.add_argument("name", metavar="NAME", help="its name: lower case letters, digits and single _ or -")
    parser.add_argument("folder", metavar="FOLDER", nargs="?", help="a new folder for it, any path (default: NAME)")


def run(given: Namespace) -> Exit:
    """Write a rulebook to begin with; nothing that is there already is touched."""
    from pathlib import Path

    from dragoman.cli.output import complain
    from dragoman.errors import Finding, Place, RulebookError
    from dragoman.rulebook.new import write_new
    from dragoman.source.visible import plain

    if _is_path(given.name):
        raise RulebookError([Finding(Place("NAME", 0, 0), "RB013", _two_arguments(given.name, given.folder))])
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


def _is_path(name: str) -> bool:
    return "/" in name or "\\" in name or name in (".", "..", "~")


def _two_arguments(path: str, folder: str | None) -> str:
    """What to say of a path in the place of the name, with the call that is meant: a name has no folders before it."""
    from shlex import quote

    from dragoman.source.nodes import shorten
    from dragoman.source.shapes import nearest_name

    parts = [part for part in path.replace("\\", "/").split("/") if part]
    close = nearest_name(parts[-1]) if parts else ""
    call = f"dragoman new-rulebook {close or 'NAME'} {quote(folder or path)}"
    return f"'{shorten(path)}' is a path, no name: a name comes first, and the FOLDER after it; write: {call}"


COMMAND = Command(
    "new-rulebook", "a small, complete rulebook to begin with, and writes it to a new folder", arguments, run
)
