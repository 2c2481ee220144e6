"""Two pieces of advice as blocks: what is given otherwise, by letters; before and after of each line; and why one differs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.form import form
from dragoman.views.lines import cells
from dragoman.views.screen.compare_forms import Because, Comparison, Given, Line, Section, Stood
from dragoman.views.screen.forms import Mark, Place
from dragoman_tui.ink import Block, Cell, Ink, Role, Target, heading, links, text

_MARK, _SIDE, _THROUGH, _THROUGH_WIDE = 3, 16, 3, 11
_FEW_GIVEN, _FEW_BECAUSE = 8, 5
_TIGHT, _NARROW, _WIDE = 52, 70, 84


@form
class Room:
    """What the list has."""

    width: int
    is_short: bool
    """Whether blank rows are spared."""

    @property
    def is_tight(self) -> bool:
        """Whether there is no room for columns."""
        return self.width < _TIGHT

    @property
    def side(self) -> int:
        """Columns for how something stood."""
        return _SIDE if self.width >= _NARROW else _SIDE - 1

    @property
    def through(self) -> int:
        """Columns for the letters."""
        return _THROUGH_WIDE if self.width >= _WIDE else _THROUGH

    @property
    def title(self) -> int:
        """Columns for what it is about."""
        if self.is_tight:
            return self.width
        return self.width - _MARK - 2 * self.side - self.through - 2


def compare_blocks(found: Comparison, room: Room, unfolded: frozenset[str], note: str) -> Iterator[Block]:
    """The whole of it; `note` says which two these are, where the header has no room for that."""
    if note:
        yield text(note, "muted")
    yield heading("What is different", Ink(found.count, "muted"), above=1 if note else 0)
    if not room.is_short and found.given:
        yield text("")
    is_open = "given" in unfolded
    shown = found.given if is_open or len(found.given) <= _FEW_GIVEN + 1 else found.given[:_FEW_GIVEN]
    yield from map(_given, shown)
    yield from _more("given", len(found.given) - len(shown), is_open=is_open and len(found.given) > _FEW_GIVEN + 1)
    if found.remark:
        yield text(found.remark, above=1)
    for number, section in enumerate(found.sections):
        yield from _section(section, room, is_first=not number, is_open=section.heading in unfolded)


def _given(one: Given) -> Block:
    was = (Ink(f"  {one.was}", "muted"),) if one.was else ()
    role: Role = "gone" if one.mark is Mark.GONE else "text"
    said = (Ink(one.sentence, role), *was)
    return Block(
        (Cell((Ink(one.letter, "muted"),), _MARK), Cell((Ink(one.mark.value, "moved"),), _MARK), Cell(said)),
        to=Target("given", one.letter),
        mark=one.mark.value,
    )


def _section(section: Section, room: Room, *, is_first: bool, is_open: bool) -> Iterator[Block]:
    is_advice = any(line.is_advice for line in section.lines)
    yield heading(section.heading, Ink(section.count, "muted"), role="title" if is_advice else "strong")
    if not room.is_short:
        yield text("")
    if is_first and not room.is_tight:
        heads = ("before", "after", "through" if room.through > _THROUGH else "")
        cells_of = [
            Cell((Ink("", "muted"),)),
            *(Cell((Ink(head, "muted"),), room.side - 1, gap=1) for head in heads[:2]),
        ]
        yield Block((*cells_of, Cell((Ink(heads[2], "muted"),), room.through, is_right=True, gap=2)))
    shown = section.lines if is_open or len(section.lines) <= section.first + 1 else section.lines[: section.first]
    yield from (_line(line, room) for line in shown)
    rest = len(section.lines) - len(shown)
    yield from _more(section.heading, rest, is_open=is_open and len(section.lines) > section.first + 1)
    if section.as_before:
        yield text(section.as_before, "muted", indent=_MARK)


def _more(key: str, rest: int, *, is_open: bool) -> Iterator[Block]:
    if rest or is_open:
        yield links(Ink(f"{rest} more" if rest else "fewer", "link", to=Target("section", key)), indent=_MARK)


def _line(line: Line, room: Room) -> Block:
    is_gone = line.mark is Mark.GONE
    title = next((one for one in line.titles if cells(one) <= room.title), line.titles[-1])
    through = line.through if room.through > _THROUGH else _tight(line.through)
    if room.is_tight:
        said = (
            Ink(title, "gone" if is_gone else "text"),
            Ink(f"  {_in_words(line.before)} → {_in_words(line.after)}", "muted"),
        )
        cells_of = (
            Cell((Ink(line.mark.value, "moved"),), _MARK),
            Cell(said),
            Cell((Ink(through, "muted"),), room.through, is_right=True),
        )
        return Block(cells_of, to=Target("line", line.key), mark=line.mark.value)
    return Block(
        (
            Cell((Ink(line.mark.value, "moved"),), _MARK),
            Cell((Ink(title, "gone" if is_gone else "text"),)),
            Cell(tuple(_stood(line.before)), room.side - 1, gap=1),
            Cell(tuple(_stood(line.after, is_after=True, is_gone=is_gone)), room.side - 1, gap=1),
            Cell((Ink(through, "muted"),), room.through, is_right=True, gap=2),
        ),
        to=Target("line", line.key),
        mark=line.mark.value,
    )


def _in_words(side: Stood) -> str:
    """How something stands without columns: whom it is for by codes."""
    return " ".join(place.code for place in side.places if place.is_meant and place.code) or side.words


def _tight(through: str) -> str:
    """Letters without the blanks between them; where there are many, their number."""
    return through.split(" ", maxsplit=1)[0] if through.endswith("these") else through.replace(" ", "")


def _stood(side: Stood, *, is_after: bool = False, is_gone: bool = False) -> Iterator[Ink]:
    if side.places and all(place.code for place in side.places):
        yield from _places(side.places)
        return
    role: Role = "moved" if is_gone and is_after else "muted"
    yield Ink(side.words, "faint" if side.words == "–" else role)


def _places(places: Sequence[Place]) -> Iterator[Ink]:
    for number, place in enumerate(places):
        yield Ink(" " if number else "")
        yield Ink(place.code, "text") if place.is_meant else Ink("··", "faint")


# -- why one differs


def line_blocks(found: Comparison, line: Line, holding: tuple[str, str]) -> Iterator[Block]:
    """Why a line differs: what it hangs on, which reasons came and went, by way of what; and both proofs.

    `holding` says for before and after what is the case there: `held before`, `holds now`.
    """
    through = f"through {line.through}" if line.through else ""
    yield heading(line.titles[0], Ink(through, "muted"), above=0)
    groups: dict[object, list[Because]] = {}
    for one in line.because:
        groups.setdefault((one.letters, one.others, one.is_exact, one.went, one.came, one.way, one.was), []).append(one)
    for some in list(groups.values())[:_FEW_BECAUSE]:
        yield from _because(found, some, holding)
    if len(groups) > _FEW_BECAUSE:
        yield text(f"{len(groups) - _FEW_BECAUSE} more", "muted", above=1)
    if not line.because:
        yield text("Nothing that was told or follows speaks against it.", "muted", above=1)


def _because(found: Comparison, some: Sequence[Because], holding: tuple[str, str]) -> Iterator[Block]:
    one = some[0]
    for same in some[:_FEW_BECAUSE]:
        yield text(same.sentence, "strong", above=1 if same is one else 0)
    if len(some) > _FEW_BECAUSE:
        yield text(f"and {len(some) - _FEW_BECAUSE} more", "muted")
    yield from _hanging(found, one)
    for label, is_new, sentences in zip(holding, (False, True), (one.went, one.came), strict=True):
        if sentences:
            yield text(label, "moved" if is_new else "muted", above=1)
            yield from map(text, sentences)
    if one.way:
        yield text("by way of", "muted", above=1)
        for mark, sentence in one.way:
            yield Block((Cell((Ink(mark.value, "moved"),), 2), Cell((Ink(sentence),))))
    proofs = []
    if one.was:
        proofs.append(Ink("proof before", "link", to=Target("proof", (0, one.atom))))
    if one.is_now:
        proofs.append(Ink("proof after", "link", to=Target("proof", (1, one.atom))))
    yield links(*proofs, above=1)


def _hanging(found: Comparison, one: Because) -> Iterator[Block]:
    if not one.letters:
        return
    said = {given.letter: given.sentence for given in found.given}
    label = "hangs on" if one.is_exact else "can hang on"
    yield text(label, "muted", above=1)
    for letter in one.letters[:_FEW_BECAUSE]:
        yield Block((Cell((Ink(letter, "muted"),), 3), Cell((Ink(said[letter]),))))
    if len(one.letters) > _FEW_BECAUSE:
        yield text(f"{len(one.letters) - _FEW_BECAUSE} more of these", "muted", indent=3)
    for other in one.others:
        yield Block(
            (Cell((Ink("or", "muted"),), 3), Cell((Ink("; ".join(f"{letter}  {said[letter]}" for letter in other)),)))
        )


def given_blocks(found: Comparison, letter: str) -> Iterator[Block]:
    """What hangs on one thing that is given otherwise."""
    given = next((one for one in found.given if one.letter == letter), None)
    if given is None:
        return
    yield heading(given.sentence, Ink(letter, "muted"), above=0)
    if given.was:
        yield text(given.was, "muted")
    hanging = [
        line
        for section in found.sections
        for line in section.lines
        if any(letter in one.letters for one in line.because)
    ]
    yield heading("What hangs on it", Ink(str(len(hanging)) if hanging else "", "muted"))
    if not hanging:
        yield text("Nothing in the advice.", "muted")
    for line in hanging:
        mark = Cell((Ink(line.mark.value, "moved"),), 2)
        yield Block(
            (mark, Cell((Ink(line.titles[0], "gone" if line.mark is Mark.GONE else "text"),))),
            to=Target("line", line.key),
        )
