"""A square of a board as blocks: in a few rows below the board, or with all that stands behind it."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.views.lines import cells, counted
from dragoman.views.screen.board_forms import Behind, BoardPage, Question, SquareShown
from dragoman.views.screen.record import Branch, FiringRow
from dragoman_tui.board_sheet import ROLES
from dragoman_tui.ink import Block, Cell, Ink, Role, Target, heading, links, text

_MOST_COULD = 2
"""So much of the advice is named below the board."""
_FEW = 5
"""So many facts and firings are shown before somebody asks for more."""


def summary_blocks(page: BoardPage, square: SquareShown, width: int, rows: int) -> Iterator[Block]:
    """What decides, for each pole in a row; then how it moves and what could be done, as far as there are rows."""
    yield heading(square.title, Ink(square.standing, "muted"), above=0)
    label = 2 + max(
        cells(word) for word in (*(one.whose for one in square.signs), page.advised.removeprefix("the "), "asks")
    )
    said: dict[str, Behind] = {}
    for one in square.signs:
        if one.decides:
            said.setdefault(one.whose or "open", one)
    for whose, one in said.items():
        is_cut = rows <= 3 and len(said) > 1 and cells(one.sentence) > width - label
        sentence = one.sentence.partition("; ")[0] if is_cut else one.sentence
        yield _labelled(whose, ROLES[one.tone], label, Ink(sentence), Target("why", one.atoms[0]))
    if square.questions and not square.is_known:
        yield _asked(square.questions[0], label)
    if rows <= 3:
        return
    if square.could:
        rest = len(square.could) - _MOST_COULD
        named = [f"{one.title} ({one.standing})" for one in square.could[:_MOST_COULD]]
        could = "; ".join([*named, *([f"{rest} more"] if rest > 0 else [])])
        yield _labelled(
            page.advised.removeprefix("the ") or "could",
            "advice",
            label,
            Ink(could),
            Target("why", square.could[0].atom),
        )
    yield links(*_behind_links(square), indent=label)


def _labelled(label: str, role: Role, width: int, said: Ink, to: Target | None) -> Block:
    return Block((Cell((Ink(label, role),), width), Cell((said,))), to=to)


def _asked(one: Question, label: int) -> Block:
    to = Target("ask", one.atom) if one.atom is not None else None
    answer = (Ink("  answer", "link"),) if to else ()
    return Block((Cell((Ink("asks", "doubt"),), label), Cell((Ink(one.sentence), *answer))), to=to)


def _behind_links(square: SquareShown) -> Iterator[Ink]:
    for number, noun in ((len(square.facts), "fact"), (len(square.firings), "firing")):
        if number:
            yield Ink(counted(number, noun), "link", to=Target("behind", noun))


def square_blocks(
    page: BoardPage, square: SquareShown, unfolded: frozenset[str], *, is_short: bool = False
) -> Iterator[Block]:
    """All that stands behind a square: what decides, how it moves, what could be done, what is not known, facts, firings."""
    yield heading(square.title, Ink(square.standing, "muted"), above=0)
    if not square.is_known:
        yield text("Nothing that was told or follows says who leads here.", "muted", above=1)
    before = ""
    for number, one in enumerate(square.signs):
        yield from _speaking(one, above=0 if is_short and number else 1, note=one.note if one.note != before else "")
        before = one.note or before
    yield heading("How it moves")
    if not square.moves:
        yield text("Nothing that was told or follows says so.", "muted")
    for move in square.moves:
        yield from _speaking(move, above=0, note=move.note, whose=move.whose)
    yield heading(
        f"What {page.advised or 'one'} could do", Ink(str(len(square.could) or "no advice"), "muted"), role="title"
    )
    for number, could in enumerate(square.could):
        yield Block((Cell((Ink(could.title),)),), to=Target("why", could.atom), above=1 if number else 0)
        yield text(could.because, "muted")
        yield text(could.standing, "muted")
        if could.note:
            yield text(could.note, "muted")
    if square.questions:
        yield heading("Not known", Ink("what would change it", "muted") if square.is_known else Ink(""))
        yield from map(_question, square.questions)
    yield from _facts(square.facts, "fact" in unfolded)
    yield from _firings(square.firings, "firing" in unfolded)


def _speaking(one: Behind, *, above: int, note: str, whose: str = "") -> Iterator[Block]:
    role = ROLES[one.tone]
    said = (Ink(f"{whose}: ", "muted"), Ink(one.sentence)) if whose else (Ink(one.sentence),)
    yield Block((Cell((Ink(one.sign, role),), 2), Cell(said)), to=Target("why", one.atoms[0]), above=above)
    also = "" if one.decides or whose else "also; "
    yield text(f"{also}{one.beside}", "muted", indent=2)
    if note:
        yield text(note, "muted", indent=2)


def _question(one: Question) -> Block:
    to = Target("ask", one.atom) if one.atom is not None else None
    would = (Ink(f"  {one.would}", "muted"),) if one.would else ()
    answer = (Ink("  answer", "link"),) if to else ()
    return Block((Cell((Ink("?", "doubt"),), 2), Cell((Ink(one.sentence), *would, *answer))), to=to)


def _facts(facts: tuple[Branch, ...], is_open: bool) -> Iterator[Block]:
    if facts:
        yield heading("Rests on", Ink(counted(len(facts), "fact"), "muted"))
    for fact in facts if is_open or len(facts) <= _FEW + 1 else facts[:_FEW]:
        to = Target("why", fact.atom) if fact.atom is not None else None
        yield Block((Cell((Ink("•", "muted"),), 2), Cell((Ink(fact.sentence),))), to=to)
        if fact.beside:
            yield text(fact.beside, "muted", indent=2)
    yield from _more("fact", len(facts), is_open)


def _firings(firings: tuple[FiringRow, ...], is_open: bool) -> Iterator[Block]:
    if firings:
        yield heading("By way of", Ink(counted(len(firings), "firing"), "muted"))
    for row in firings if is_open or len(firings) <= _FEW + 1 else firings[:_FEW]:
        number = Cell((Ink(str(row.number), "link"),), 5)
        yield Block((number, Cell((Ink(row.sentence),))), to=Target("firing", row.number - 1))
    yield from _more("firing", len(firings), is_open)


def _more(noun: str, number: int, is_open: bool) -> Iterator[Block]:
    if number > _FEW + 1:
        yield links(Ink("fewer" if is_open else f"{number - _FEW} more", "link", to=Target("behind", noun)), indent=2)
