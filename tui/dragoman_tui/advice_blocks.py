"""The advice as blocks: one row for each recommendation, a card where one is unfolded, lists below."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from dragoman.form import form
from dragoman.views.lines import cells, counted
from dragoman.views.screen.forms import Card, Item, Listed, Mark, Page, Place
from dragoman_tui.ink import Block, Cell, Ink, Role, Target, heading, inks_of, links, text

if TYPE_CHECKING:
    from dragoman.rulebook.forms import Atom

_INDENT = 6
"""Columns before a title: a mark, a number, a blank."""
_MARK, _NUMBER, _FIRM, _LABEL = 2, 3, 9, 12
_MOST_PLACES = 8
"""Of more whom advice can be for, or where they have no codes, names stand in a second row."""
_NARROW, _WIDE = 68, 84
"""In fewer columns firmness follows the title; in more there is room for further reasons."""
_SHORT = 24
"""Of fewer rows none is left blank inside a group."""


@form
class Unfolded:
    """What the reader has opened."""

    cards: frozenset[str] = frozenset()
    reasons: frozenset[str] = frozenset()
    """The cards of which all reasons are shown."""
    lists: frozenset[str] = frozenset()
    """The lists of which all is shown."""


@form
class Room:
    """How much there is."""

    width: int
    height: int

    @property
    def is_short(self) -> bool:
        """Whether blank rows are spared."""
        return self.height < _SHORT

    @property
    def is_narrow(self) -> bool:
        """Whether there is no column for firmness."""
        return self.width < _NARROW - 12


def advice_blocks(page: Page, room: Room, unfolded: Unfolded, hinges: Mapping[Atom, str] | None) -> Iterator[Block]:
    """All of a page; `hinges` says what conclusions hang on, as far as that is known."""
    yield heading(page.heading, *_tally(page, room), role="title", above=0)
    if page.remark:
        yield text(page.remark, above=1)
    firm = max([_FIRM, *(cells(one.firmness) for one in page.cards)])
    before = True
    for card in page.cards:
        is_open = card.key in unfolded.cards and card.number > 0
        yield _row(card, room, firm, is_open=is_open, above=int(before))
        if is_open:
            yield from _fold(card, room, unfolded, hinges, firm)
        before = is_open
    for number, one in enumerate(page.lists):
        yield from _list(
            one, room, firm, is_open=one.heading in unfolded.lists, above=0 if room.is_short and number > 1 else 1
        )


def _tally(page: Page, room: Room) -> Iterator[Ink]:
    number = sum(card.number > 0 for card in page.cards)
    if not number:
        yield Ink("nothing yet", "muted")
        return
    found = (
        (Mark.NEW, page.tally.new, "new"),
        (Mark.CHANGED, page.tally.changed, "changed"),
        (Mark.GONE, page.tally.gone, "gone"),
    )
    marked = [(mark, count, word) for mark, count, word in found if count]
    if not marked or room.width >= _WIDE:
        yield Ink(counted(number, "recommendation"), "muted")
        yield from [Ink("   ")] if marked else []
    for place, (mark, count, word) in enumerate(marked):
        yield from [Ink("   ")] if place else []
        yield Ink(mark.value, "moved")
        yield Ink(f" {count} {word}", "muted")


# -- one recommendation


def _row(card: Card, room: Room, firm: int, *, is_open: bool, above: int) -> Block:
    is_gone = card.mark is Mark.GONE
    in_columns = bool(card.places) and len(card.places) <= _MOST_PLACES and all(place.code for place in card.places)
    states = 3 * len(card.places) + 1 if in_columns else 0
    left = room.width - _INDENT - states - (0 if room.is_narrow else firm) - 1
    inks = [Ink(_title(card, left), "gone" if is_gone else "title" if is_open else "text")]
    if room.is_narrow and card.firmness != "firm":
        inks.append(Ink(f", {card.firmness}", "muted"))
    if card.places and not in_columns:
        inks.append(Ink(f"   {_names(card.places)}", "muted"))
    cells_of = [
        Cell((Ink(card.mark.value, "moved"),), _MARK),
        Cell((Ink(str(card.number) if card.number else "", "muted"),), _NUMBER, is_right=True),
        Cell(tuple(inks), gap=1),
    ]
    if in_columns:
        cells_of.append(Cell(tuple(_states(card.places)), states - 2, gap=1))
    if not room.is_narrow:
        role: Role = "moved" if is_gone else "muted"
        cells_of.append(Cell((Ink(card.firmness, role),), firm, is_right=True, gap=1))
    to = Target("card", card.key) if card.number else None
    return Block(tuple(cells_of), to=to, above=above, mark=card.mark.value)


def _title(card: Card, left: int) -> str:
    """The first title that there is room for."""
    return next((title for title in card.titles if cells(title) <= left), card.titles[-1])


def _states(places: tuple[Place, ...]) -> Iterator[Ink]:
    for number, place in enumerate(places):
        yield Ink(" " if number else "")
        yield Ink(place.code, "muted") if place.is_meant else Ink("··", "faint")


def _names(places: tuple[Place, ...]) -> str:
    meant = [place.title for place in places if place.is_meant]
    return "all of them" if len(meant) == len(places) > 2 else ", ".join(meant)


def _fold(card: Card, room: Room, unfolded: Unfolded, hinges: Mapping[Atom, str] | None, firm: int) -> Iterator[Block]:
    """What stands below a row: the best reasons, what carries it, what it hangs on, what speaks against it."""
    margin = firm + 2 if room.width >= _WIDE else 1
    gap = 0 if room.is_short else 1
    shown = len(card.reasons) if card.key in unfolded.reasons else 2 if room.width >= _WIDE else 1
    for number, reason in enumerate(card.reasons[:shown]):
        inks = tuple(Ink(one.text, "muted" if one.role == "muted" else one.role) for one in inks_of(reason))
        yield _inside((Cell(inks),), margin, above=1 if not number else gap)
    rest = max(len(card.reasons) - shown, 0)
    said = [(one.label, inks_of(one.said)) for one in card.said]
    at = next((n for n, (label, _) in enumerate(said) if label not in {"carried by", "lacks", "grounds"}), len(said))
    said.insert(at, ("hangs on", (_hangs_on(card, hinges),)))
    before = ""
    for number, (label, inks) in enumerate(said):
        shown_label = Ink("" if label == before else label, "muted")
        yield _inside((Cell((shown_label,), _LABEL), Cell(inks)), margin, above=0 if number else gap)
        before = label
    more = [Ink(f"{counted(rest, 'further reason')}", "link", to=Target("reasons", card.key))] if rest else []
    yield links(
        *more,
        Ink("proof", "link", to=Target("why", card.atoms[0])),
        Ink("what would change it", "link", to=Target("flips", card.atoms[0])),
        indent=_INDENT,
        above=gap,
    )


def _inside(columns: tuple[Cell, ...], margin: int, above: int) -> Block:
    return Block((*columns, Cell(width=margin)), indent=_INDENT, above=above)


def _hangs_on(card: Card, hinges: Mapping[Atom, str] | None) -> Ink:
    """What the first of its conclusions hangs on, and how many hang on something else."""
    if hinges is None:
        return Ink("…", "faint")
    found = list(dict.fromkeys(hinges[atom] for atom in card.atoms if atom in hinges))
    if not found:
        return Ink("nothing that was told", "muted")
    more = f"; {counted(len(found) - 1, 'other')} on something else" if len(found) > 1 else ""
    return Ink(f"{found[0]}{more}")


# -- lists


def _list(one: Listed, room: Room, firm: int, *, is_open: bool, above: int) -> Iterator[Block]:
    yield heading(one.heading, Ink(one.count, "doubt" if one.is_doubt else "muted"), above=above)
    shown = one.items if is_open else one.items[: one.first]
    if len(one.items) - len(shown) == 1:
        shown = one.items
    for item in shown:
        yield _item(item, firm)
    rest = len(one.items) - len(shown)
    if rest or (is_open and len(one.items) > one.first + 1):
        words = f"{rest} more" if rest else "fewer"
        yield links(Ink(words, "link", to=Target("list", one.heading)), indent=_INDENT)


def _item(item: Item, firm: int) -> Block:
    is_gone = item.mark is Mark.GONE
    beside = (Ink(f"  {item.beside}", "muted"),) if item.beside else ()
    role: Role = "moved" if is_gone else "doubt" if item.standing == "disputed" else "muted"
    cells_of = (
        Cell((Ink(item.mark.value, "moved"),), _MARK),
        Cell((Ink(item.text, "gone" if is_gone else "text"), *beside), gap=_INDENT - _MARK),
        Cell((Ink(item.standing, role),), firm if item.standing else 1, is_right=True, gap=2),
    )
    to = Target("why", item.atom) if item.atom is not None else None
    return Block(cells_of, to=to, mark=item.mark.value)
