"""The talk as blocks: what was said behind its sign, facts on a ground of their own, changes with marks, one question."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.views.lines import counted
from dragoman.views.screen.forms import Mark
from dragoman.views.screen.heard_forms import Chip, Heard, News, Question, Remark
from dragoman_tui.ink import Block, Cell, Ink, Role, Target, block_of, heading, links, text
from dragoman_tui.snapshot import Guide

_INDENT = 2


def heard_blocks(
    heard: Heard, number: int, *, is_short: bool, is_last: bool, is_tight: bool = False
) -> Iterator[Block]:
    """A line and what came of it; its question only while it is the last."""
    gap = 0 if is_short else 1
    if heard.text:
        yield Block((Cell((Ink("›", "title"),), 2), Cell((Ink(heard.text),))), above=1)
    for place, chip in enumerate(heard.chips):
        yield from _chip(chip, number, place, is_short=is_short, above=gap if not place else 0)
    for place, news in enumerate(heard.news):
        yield _news(news, above=gap if not place else 0)
    if heard.more:
        yield links(Ink(f"{heard.more} more", "link", to=Target("compare", number)), indent=4)
    for place, remark in enumerate(heard.remarks):
        yield _remark(remark, above=gap if not place or remark.sign else 0)
    for place, line in enumerate(heard.answer):
        yield _shifted(block_of(line, _INDENT), gap if not place else 0)
    if heard.question is not None and is_last:
        yield from question_blocks(heard.question, is_short=is_short or is_tight)
    elif heard.question is not None:
        yield text(heard.question.sentence, "muted", indent=_INDENT, above=gap)


def _shifted(block: Block, above: int) -> Block:
    return Block(block.cells, block.indent, block.ground, block.to, above)


def _chip(chip: Chip, number: int, place: int, *, is_short: bool, above: int) -> Iterator[Block]:
    to = Target("fact", chip.atom) if chip.atom is not None else Target("chip", (number, place))
    role: Role = "gone" if chip.is_gone else "text"
    inside = (Ink(f"  {chip.beside}", "muted"),) if chip.beside and is_short else ()
    yield Block((Cell((Ink(chip.sentence, role), *inside)),), indent=_INDENT, ground="raised", to=to, above=above)
    was = f"It was: {chip.was}" if chip.was else ""
    below = ". ".join(filter(None, ("" if is_short else chip.beside, was)))
    if below:
        yield text(below, "muted", indent=_INDENT + 1)


def _news(news: News, above: int) -> Block:
    beside = (Ink(f"  {news.beside}", "muted"),) if news.beside else ()
    role: Role = "muted" if news.mark is Mark.NONE else "text"
    to = Target("why", news.atom) if news.atom is not None and news.mark is not Mark.GONE else None
    if news.mark is Mark.GONE and news.atom is not None:
        to = Target("why-not", news.atom)
    mark = Cell((Ink(news.mark.value, "moved"),), 2)
    return Block((mark, Cell((Ink(news.sentence, role), *beside))), indent=_INDENT, to=to, above=above)


_SIGN_ROLES: dict[str, Role] = {"?": "doubt", "≠": "doubt", "!": "wrong"}


def _remark(remark: Remark, above: int) -> Block:
    if not remark.sign:
        return text(remark.text, "muted", indent=_INDENT, above=above)
    role = _SIGN_ROLES.get(remark.sign, "muted")
    words: Role = "wrong" if remark.sign == "!" else "text"
    return Block((Cell((Ink(remark.sign, role),), 2), Cell((Ink(remark.text, words),))), indent=_INDENT, above=above)


def question_blocks(question: Question, *, is_short: bool) -> Iterator[Block]:
    """A question, what hangs on it, its answers as key caps, and what can be done instead."""
    gap = 0 if is_short else 1
    yield text(question.sentence, "strong", indent=_INDENT, above=1)
    if question.decides:
        yield text(question.decides, "muted", indent=_INDENT)
    groups = tuple(_cap(key, words, "text") for key, words in question.answers if key != "…")
    wanted = [words for key, words in question.answers if key == "…"]
    if wanted:
        yield text(f"{wanted[0]}, or:", "muted", indent=_INDENT, above=gap)
    if groups:
        yield Block((Cell(groups=groups),), indent=_INDENT, above=gap)
    yield Block((Cell(groups=tuple(_cap(key, words, "muted") for key, words in question.others)),), indent=_INDENT)


def _cap(key: str, words: str, role: Role) -> tuple[Ink, ...]:
    to = Target("answer", key)
    return (Ink(f" {key} ", "strong", "raised", to), Ink(f" {words}", role, to=to))


def greeting(lines: Sequence[str]) -> Iterator[Block]:
    """What stands there before anything is said."""
    for number, line in enumerate(lines):
        yield text(line, "muted", above=0 if number else 1)


def guide_blocks(guide: Guide) -> Iterator[Block]:
    """Where a tour is, what the step shows, and which keys go on."""
    if not guide.at:
        yield text(guide.says, "muted")
        return
    keys = "Esc leaves the tour" if guide.is_own else "Enter says it, Tab lets you change it, Esc leaves the tour"
    yield heading(f"Tour, {guide.at} of {guide.of}", role="title", above=0)
    yield text(guide.says)
    yield text(keys, "muted")


def told(facts: int) -> str:
    """`3 facts told`."""
    return f"{counted(facts, 'fact')} told"
