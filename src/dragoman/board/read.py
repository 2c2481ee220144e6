"""`board.yaml`: names looked up, variables bound, each sign a pole's and each piece of advice a recommendation's."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from dragoman.errors import Finding, Place, RulebookError
from dragoman.rulebook import files
from dragoman.rulebook.board_forms import Column, Grounds, Plan, Says, Sign, Way
from dragoman.rulebook.board_shapes import (
    ADVISED,
    AdvisedEntry,
    BoardFile,
    ColumnEntry,
    ConditionsEntry,
    GroundsEntry,
    MoveEntry,
    OpenEntry,
    RowsEntry,
    SignEntry,
)
from dragoman.rulebook.forms import Blank, Condition, FactType, Pattern, Rulebook, ShownAs, Variable
from dragoman.rulebook.patterns import Names, not_taken, pattern_of
from dragoman.rulebook.rules import read_condition, read_unless
from dragoman.source.files import read_text
from dragoman.source.names import did_you_mean, listed, lookup
from dragoman.source.nodes import Node, Scalar
from dragoman.source.reading import Reading

_IN_TEXT = re.compile(r"\{([^{}]*)\}")


def read_plan(rulebook: Rulebook, folder: Path) -> Plan | None:
    """The board that a rulebook's folder describes; None if it describes none.

    Raises:
        RulebookError: with all mistakes of the file.
    """
    paths = files.boards(folder)
    if not paths:
        return None
    reading = Reading("RB", locators=rulebook.locators)
    read = read_text(paths[0], "RB")
    node = None if isinstance(read, Finding) else reading.document(*read)
    if isinstance(read, Finding):
        reading.findings.append(read)
    plan = _PlanReader(reading, rulebook).read(node) if node is not None else None
    if reading.findings:
        raise RulebookError(reading.findings)
    return plan


class _PlanReader:
    def __init__(self, reading: Reading, rulebook: Rulebook) -> None:
        self.reading, self.rulebook = reading, rulebook
        self.names = Names(rulebook.facts, rulebook.entities, rulebook.parameters)
        self.variable = ""
        self.rows: tuple[str, ...] = ()
        self.poles: tuple[str, ...] = ()

    def read(self, node: Node) -> Plan | None:
        entry = BoardFile.read(self.reading, node)
        self.variable, self.rows = entry.rows.as_, self._rows(entry.rows)
        found = (
            lookup(self.reading, name, self.rulebook.entities, "103", "entity", "to be a pole") for name in entry.poles
        )
        self.poles = tuple(dict.fromkeys(pole.name for pole in found if pole is not None))
        if len(entry.poles) == 2 and entry.poles[0].text == entry.poles[1].text:
            self.reading.note(entry.poles[1].place, "014", f"'{entry.poles[1].text}' is a pole already")
        columns = {key.text: self._column(key, column) for key, column in entry.columns}
        if len(self.poles) != 2 or not columns:
            return None
        return Plan(entry.title, self.variable, self.rows, (self.poles[0], self.poles[1]), columns, node.place)

    def _rows(self, entry: RowsEntry) -> tuple[str, ...]:
        entities = self.rulebook.entities
        if entry.group is not None:
            groups = {name: entity for name, entity in entities.items() if entity.members}
            group = lookup(self.reading, entry.group, groups, "103", "group", "to be the rows")
            return group.members if group else ()
        if (
            entry.type is None
            or lookup(self.reading, entry.type, self.rulebook.entity_types, "109", "entity type") is None
        ):
            return ()
        wanted = entry.type.text
        return tuple(name for name, one in entities.items() if wanted in one.types and not one.members)

    def _column(self, key: Scalar, entry: ColumnEntry) -> Column:
        found = map(self._way, entry.advice)
        return Column(
            name=key.text,
            title=entry.title,
            signs=tuple(filter(None, map(self._sign, entry.signs))),
            contested=_grounds(entry.contested) if "contested" in entry else None,
            open=tuple(filter(None, map(self._open, entry.open))),
            moves=tuple(filter(None, map(self._move, entry.moves))),
            advice=tuple(way for way in found if way is not None),
            place=key.place,
        )

    # -- signs

    def _sign(self, entry: SignEntry) -> Sign | None:
        says = Says.LEADS if "leads" in entry else Says.CONTESTS
        return self._conditions(entry, says, entry.leads or entry.contests, entry.rank or 0, entry.short)

    def _open(self, entry: OpenEntry) -> Sign | None:
        return self._conditions(entry, Says.OPEN, None, 0, entry.short)

    def _move(self, entry: MoveEntry) -> Sign | None:
        says = Says.GAINS if "gains" in entry else Says.EASES
        return self._conditions(entry, says, entry.gains or entry.eases, 0, entry.called)

    def _conditions(self, entry: ConditionsEntry, says: Says, who: Scalar | None, rank: int, text: str) -> Sign | None:
        before = len(self.reading.findings)
        when = tuple(filter(None, (read_condition(self.reading, self.names, node) for node in entry.when)))
        unless = tuple(filter(None, (read_unless(self.reading, self.names, node) for node in entry.unless)))
        if len(self.reading.findings) > before or entry.node is None or (who is None and says is not Says.OPEN):
            return None
        ranges = self._ranges(when)
        self._check_bound(unless, ranges)
        if who is not None:
            self._check_who(who, says, ranges)
        for name in _IN_TEXT.findall(text):
            if name not in ranges:
                key = "called" if isinstance(entry, MoveEntry) else "short"
                message = f"'{key}' speaks of '{{{name}}}', which no condition binds{did_you_mean(name, ranges)}"
                self.reading.note(entry.place_of(key), "311", message)
        return Sign(says, who.text if who else "", rank, when, unless, text, _grounds(entry), entry.place)

    def _ranges(self, when: Iterable[Condition]) -> dict[str, frozenset[str]]:
        """What each variable can be; that of the rows is each of them, wherever it stands."""
        found = {self.variable: frozenset(self.rows)}
        for condition in when:
            fact = self.names.facts[condition.pattern.fact]
            self._check_rows(fact, condition.pattern)
            for slot, term in zip(fact.keys, condition.pattern.terms, strict=True):
                if isinstance(term, Variable) and term.name != self.variable:
                    values = slot.kind.domain(self.names.entities)
                    found[term.name] = found.get(term.name, values) & values
                    if not found[term.name]:
                        message = f"no value of '${term.name}' fits all slots in which it stands"
                        self.reading.note(condition.pattern.place, "302", message)
        return found

    def _check_rows(self, fact: FactType, pattern: Pattern) -> None:
        """Where the row stands, each of them can."""
        for slot, term in zip(fact.keys, pattern.terms, strict=True):
            if term == Variable(self.variable):
                refused = sorted(set(self.rows) - slot.kind.domain(self.names.entities))
                if refused:
                    message = not_taken(self.names, fact, slot, refused[0], self.variable)
                    self.reading.note(pattern.place, "303", message)

    def _check_bound(self, unless: Iterable[Condition], ranges: dict[str, frozenset[str]]) -> None:
        for condition in unless:
            self._check_rows(self.names.facts[condition.pattern.fact], condition.pattern)
            for name in condition.pattern.variables:
                if name not in ranges:
                    message = f"'${name}' in 'unless' stands in no condition of 'when'{did_you_mean(name, ranges)}"
                    self.reading.note(condition.pattern.place, "301", message)

    def _check_who(self, who: Scalar, says: Says, ranges: dict[str, frozenset[str]]) -> None:
        """Who leads or moves is a pole; the row itself can move."""
        name = who.text.removeprefix("$")
        if not who.text.startswith("$"):
            if self.poles and name not in self.poles:
                hint = did_you_mean(name, self.poles) or f"; the poles are {listed(self.poles)}"
                self.reading.note(who.place, "801", f"the board has no pole '{name}'{hint}")
        elif name not in ranges:
            self.reading.note(
                who.place, "301", f"'${name}' stands in no condition of 'when'{did_you_mean(name, ranges)}"
            )
        elif name == self.variable:
            if says in (Says.LEADS, Says.CONTESTS):
                self.reading.note(who.place, "801", f"'${name}' is the row, which is no pole")
        elif self.poles and ranges[name].isdisjoint(self.poles):
            self.reading.note(who.place, "801", f"'${name}' can be none of the poles {listed(self.poles)}")

    # -- advice

    def _way(self, entry: AdvisedEntry) -> Way | None:
        reading = self.reading
        stated = ADVISED.parts(reading, entry.advise) if entry.advise is not None else None
        pattern = pattern_of(reading, self.names, stated, ADVISED, Blank.ANY) if stated else None
        if stated is None or pattern is None:
            return None
        fact = self.names.facts[pattern.fact]
        if fact.value is not None:
            reading.note(stated.key.place, "209", f"'{fact.name}' is only told; what is advised is concluded")
        elif fact.shown_as is not ShownAs.RECOMMENDATION:
            shown = {name for name, one in self.names.facts.items() if one.shown_as is ShownAs.RECOMMENDATION}
            hint = did_you_mean(fact.name, shown)
            reading.note(stated.key.place, "108", f"'{fact.name}' is not shown as a recommendation{hint}")
        for name in pattern.variables:
            if name != self.variable:
                hint = did_you_mean(name, [self.variable])
                reading.note(stated.place, "301", f"'${name}' is not the row, which is '${self.variable}'{hint}")
        self._check_rows(fact, pattern)
        return Way(pattern, entry.called, tuple(self._rules(entry, fact)), _grounds(entry))

    def _rules(self, entry: AdvisedEntry, fact: FactType) -> Iterable[str]:
        """The rules that put the recommendation there, each of which gives it."""
        rules = self.rulebook.rules
        giving = [rule.id for rule in rules.values() if any(pattern.fact == fact.name for pattern in rule.then)]
        for name in entry.by:
            if name.text in giving:
                yield name.text
            elif name.text in rules:
                message = f"the rule '{name.text}' never concludes '{fact.name}'{did_you_mean(name.text, giving)}"
                self.reading.note(name.place, "113", message)
            else:
                self.reading.note(name.place, "113", f"there is no rule '{name.text}'{did_you_mean(name.text, giving)}")


def _grounds(entry: GroundsEntry) -> Grounds:
    return Grounds(entry.at, entry.reason)


def places_of(plan: Plan) -> Iterable[tuple[Place, str, tuple[str, ...]]]:
    """The places where the description names locators of the report, in words, with the locators."""
    for column in plan.columns.values():
        for sign in (*column.signs, *column.open, *column.moves):
            yield sign.place, f"a sign of '{column.name}'", sign.grounds.at
        for way in column.advice:
            yield way.pattern.place, f"advice in '{column.name}'", way.grounds.at
        if column.contested is not None:
            yield column.place, f"'contested' of '{column.name}'", column.contested.at
