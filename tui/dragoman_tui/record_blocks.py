"""Proofs, firings and rules as blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.views.screen.record import Branch, FiringRow, Record, RuleShown, Step
from dragoman_tui.ink import Block, Cell, Ink, Role, Target, heading, links, quoted, text

_KIND, _DEPTH = 11, 3
_FEW = 8
"""Of each step so many firings are shown at first."""
_SIGNS = {"told": "•", "told not so": "•", "reckoned": "•", "assumed": "?"}
_KEY = re.compile(r"^(\s*(?:- )?[\w-]+:)")


def proof_blocks(
    record: Record, title: str, standing: str, branches: Iterator[tuple[tuple[int, ...], Branch, bool]], gap: int
) -> Iterator[Block]:
    """A proof: each branch with its path, and whether what it rests on is shown."""
    yield heading(title, Ink(standing, "muted"), above=0)
    for path, branch, is_open in branches:
        sign = ("▾" if is_open else "▸") if branch.is_open else _SIGNS.get(branch.kind, " ")
        role: Role = "doubt" if branch.kind == "assumed" else "muted"
        cells = (
            Cell((Ink(sign, role),), 2),
            Cell((Ink(branch.sentence),)),
            Cell((Ink(branch.kind, role),), _KIND, is_right=True, gap=2),
        )
        depth = (len(path) - 1) * _DEPTH
        yield Block(cells, indent=depth, to=Target("branch", path), above=gap)
        if branch.beside and (branch.kind != "reason"):
            beside = (Cell((Ink(branch.beside, "muted"),)), Cell(width=_KIND, gap=2))
            yield Block(beside, indent=depth + 2)


def step_blocks(steps: tuple[Step, ...], wanted: str, unfolded: frozenset[str]) -> Iterator[Block]:
    """The firings that have what is wanted, by step."""
    found = [(step, [row for row in step.rows if wanted in row.sentence.casefold()]) for step in steps]
    shown = [(step, rows) for step, rows in found if rows]
    for number, (step, rows) in enumerate(shown):
        yield heading(step.heading, Ink(str(len(rows)), "muted"), above=1 if number else 0)
        few = rows if step.heading in unfolded or len(rows) <= _FEW + 1 else rows[:_FEW]
        yield from map(_firing, few)
        if len(few) < len(rows):
            yield links(Ink(f"{len(rows) - len(few)} more", "link", to=Target("step", step.heading)), indent=10)
    if not shown:
        yield text("Nothing that fired has these words." if wanted else "No rule fired.", "muted")


def matching(steps: tuple[Step, ...], wanted: str) -> int:
    """How many firings have what is wanted."""
    return sum(wanted in row.sentence.casefold() for step in steps for row in step.rows)


def _firing(row: FiringRow) -> Block:
    cells = (
        Cell((Ink(str(row.number), "muted"),), 5, is_right=True),
        Cell((Ink("●" if row.gives else "○", "muted"),), 3, gap=2),
        Cell((Ink(row.sentence),)),
        Cell((Ink(row.standing, "muted"),), 10, is_right=True, gap=2),
    )
    return Block(cells, to=Target("firing", row.number - 1))


def firing_blocks(record: Record, place: int) -> Iterator[Block]:
    """One firing: what it concluded, why, from what, assuming what, and where that leads."""
    rule, rows = record.rule(place), record.premises(place)
    firing = record.firings[place]
    yield heading(f"Firing {place + 1}", Ink(rule.place, "muted"), above=0)
    yield text(rule.id, "muted")
    yield text(record.sentence(firing.conclusion), "strong", above=1)
    yield text(rule.because, above=1)
    told = [row for row in rows if row.kind != "assumed"]
    assumed = [row for row in rows if row.kind == "assumed"]
    for title, some in (("From", told), ("Assuming", assumed)):
        if some:
            yield heading(title, Ink(str(len(some)), "muted"))
            yield from (block for row in some for block in _premise(row))
    leading = record.leads_to(place)
    if leading:
        yield heading("Leads to", Ink(str(len(leading)), "muted"))
        for one in leading[:_FEW]:
            number = Cell((Ink(str(one + 1), "link"),), 5)
            yield Block(
                (number, Cell((Ink(record.sentence(record.firings[one].conclusion)),))), to=Target("firing", one)
            )
    yield from rule_lines(rule)


def _premise(row: Branch) -> Iterator[Block]:
    sign = Ink(_SIGNS.get(row.kind, "▸"), "doubt" if row.kind == "assumed" else "muted")
    to = Target("firing", row.firing) if row.firing >= 0 else None
    yield Block((Cell((sign,), 2), Cell((Ink(row.sentence, "link" if to else "text"),))), to=to)
    if row.beside and row.kind not in {"follows", "reason"}:
        yield text(row.beside, "muted", indent=2)


def rule_blocks(record: Record, place: int) -> Iterator[Block]:
    """The rule behind a branch of a proof."""
    rule = record.rule(place)
    yield heading("The rule", Ink(rule.place, "muted"), above=0)
    yield text(rule.because, above=1)
    yield from rule_lines(rule)


def rule_lines(rule: RuleShown) -> Iterator[Block]:
    """What it is bound to, how it stands in its file, and what of the report it encodes."""
    for number, (name, value) in enumerate(rule.bindings):
        yield Block((Cell((Ink(name, "muted"),), 12), Cell((Ink(value),))), above=0 if number else 1)
    for number, (line, words) in enumerate(rule.lines):
        begun = len(words) - len(words.lstrip())
        code = Cell(tuple(_code(words)), hang=begun + 4)
        yield Block(
            (Cell((Ink(str(line), "muted"),), 5, is_right=True), Cell(code.inks, hang=code.hang, gap=2)),
            above=0 if number else 1,
        )
    if rule.beyond_report:
        yield heading("Beyond the report", above=1)
        yield text("The rulebook's own reason.", "muted")
    elif rule.claims:
        yield heading("The report, in our words", Ink(", ".join(rule.at[:3]), "muted"))
        yield from (text(claim) for claim in rule.claims)
    if rule.passages:
        yield heading("What the report says")
    for at, words in rule.passages:
        yield text(at, "muted", above=1)
        yield quoted(words)
    if rule.problem:
        yield text(rule.problem, "doubt", above=1)


def _code(words: str) -> Iterator[Ink]:
    """A line of YAML: keys muted, variables in gold."""
    found = _KEY.match(words)
    if found:
        yield Ink(found[1], "muted")
        words = words[found.end() :]
    for number, piece in enumerate(re.split(r"(\$\w+)", words)):
        if piece:
            yield Ink(piece, "advice" if number % 2 else "text")
