"""The start as blocks: what to go on with, what to begin from, and a closer look at one of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from dragoman.form import form
from dragoman.views.lines import cells
from dragoman.views.screen.start_forms import Entry, Peek, Start, found_in
from dragoman_tui.ink import Block, Cell, Ink, Role, Target, heading, text

SESSION, SITUATION, BEGIN, MORE, FILE, SAID = "session", "situation", "begin", "more", "file", "said"
"""What is followed: an entry by its name, a way to begin by its key, the rest of a list, a file by its name."""
_WAYS = {
    "n": "with no facts at all",
    "o": "from a file",
    "t": "a tour of three minutes, that ends with a fact of your own",
}
TOUR = Target(BEGIN, "t")
_INDENT = 2


@form
class Shown:
    """What of the start is shown."""

    is_short: bool
    """Whether there is room for little."""
    at: Target | None = None
    """What the cursor stands on."""
    unfolded: frozenset[str] = frozenset()
    """The lists of which all is shown."""
    looked_at: Target | None = None
    """What is looked at in its place."""
    peeks: Mapping[Target, Peek] | None = None
    is_loaded: bool = False


def ways(start: Start) -> str:
    """The keys that begin something."""
    return "not" if start.has_tour else "no"


def start_blocks(start: Start, shown: Shown) -> Iterator[Block]:
    """All of it."""
    yield text("dragoman", "title")
    yield text(start.title, "muted")
    few = 2 if shown.is_short else 3
    yield heading("Go on", Ink("type to search" if start.sessions or start.situations else "", "muted"))
    yield from _entries(SESSION, start.sessions, few, shown)
    if start.problem:
        yield text(start.problem, "doubt", indent=_INDENT)
    elif not start.sessions:
        yield text("no session was kept yet" if shown.is_loaded else "looking", "muted", indent=_INDENT)
    few = (1 if start.sessions else 3) if shown.is_short else 4
    if start.situations:
        yield heading("Begin from a situation", Ink(str(len(start.situations)), "muted"))
        yield from _entries(SITUATION, start.situations, few, shown)
    yield heading("Or")
    for key in ways(start):
        cap = Cell(width=5, groups=((Ink(f" {key} ", "strong", "raised"),),))
        yield Block((cap, Cell((Ink(_WAYS[key]),))), indent=_INDENT, to=Target(BEGIN, key))


_SENTENCE = 3
"""So many words are more likely said than the name of a file."""


def found_blocks(start: Start, words: str, shown: Shown) -> Iterator[Block]:
    """What has the words; else the file of that name, or a session that begins with them as its first line."""
    yield text("dragoman", "title")
    yield text(start.title, "muted")
    found = list(found_in(start, words))
    for kind, title in ((SESSION, "Go on"), (SITUATION, "Begin from a situation")):
        some = [one for of, one in found if of == kind]
        if some:
            yield heading(title, Ink(str(len(some)), "muted"))
            for one in some:
                yield from _entry(Target(kind, one.name), one, shown)
    if not found:
        yield heading("Nothing here has these words")
        if len(words.split()) >= _SENTENCE:
            yield Block((Cell((Ink("  begin with this as what you say first"),)),), to=Target(SAID, words.strip()))
        yield Block((Cell((Ink(f"  open the file {words.strip()}"),)),), to=Target(FILE, words.strip()))


def _entries(kind: str, entries: Sequence[Entry], few: int, shown: Shown) -> Iterator[Block]:
    some = entries if kind in shown.unfolded or len(entries) <= few + 1 else entries[:few]
    for one in some:
        yield from _entry(Target(kind, one.name), one, shown)
    if len(some) < len(entries):
        yield Block((Cell((Ink(f"{len(entries) - len(some)} more", "link"),)),), indent=_INDENT, to=Target(MORE, kind))


def _entry(to: Target, entry: Entry, shown: Shown) -> Iterator[Block]:
    is_open = to == shown.looked_at
    sign = ("▾ " if is_open else "▸ ") if to == shown.at or is_open else "  "
    beside = Cell((Ink(f"{entry.beside} ", "muted"),), max(cells(entry.beside) + 1, 1), is_right=True, gap=2)
    yield Block((Cell((Ink(sign, "link"),), _INDENT), Cell((Ink(entry.title),), hang=0), beside), to=to)
    peek = (shown.peeks or {}).get(to)
    if is_open and peek is not None:
        yield from _inside(peek)


def _inside(peek: Peek) -> Iterator[Block]:
    """A closer look in its place: what stands in the row itself is left out."""
    if peek.below:
        yield text(peek.below, "muted", indent=2 * _INDENT)
    for part in peek.parts:
        yield from _part(part.heading, part.count, part.lines, part.more, indent=2 * _INDENT, role="muted", above=0)
    yield Block(above=0)


def peek_blocks(peek: Peek) -> Iterator[Block]:
    """A closer look beside the list."""
    yield heading(peek.title, Ink(peek.beside, "muted"), above=0)
    if peek.below:
        yield text(peek.below, "muted")
    for part in peek.parts:
        role: Role = "title" if part.is_advice else "strong"
        yield from _part(part.heading, part.count, part.lines, part.more, indent=0, role=role, above=1)


def _part(
    title: str, count: str, lines: Sequence[str], more: int, *, indent: int, role: Role, above: int
) -> Iterator[Block]:
    tail = (Cell((Ink(count, "muted"),), max(len(count), 1), is_right=True, gap=2),)
    yield Block((Cell((Ink(title, role),)), *(tail if count else ())), indent=indent, above=above)
    for one in lines:
        yield text(one, indent=indent, hang=2)
    if more:
        yield text(f"{more} more", "muted", indent=indent)
