"""The same rules in clingo, ground once; a situation sets its facts as external atoms. It finds atoms, no firings.

Only what the synthetic rulebooks use: plain facts, tests on values, absences. Each test is an external of its own.
"""

from __future__ import annotations

import clingo

from dragoman.program.forms import Conclusion, Literal, Program
from dragoman.program.ground import Ground, Proposition, ground
from dragoman.rulebook.forms import Mode, Origin, Variable
from dragoman.situation.answers import answer
from dragoman.situation.evidence import Evidence
from dragoman.values.kind import Truth


class Clingo:
    """A program, ground; a situation is the literals of its externals."""

    def __init__(self, program: Program) -> None:
        self.program = program
        made: Ground = ground(program)
        self._tests = {p.test: number for number, p in enumerate(made.propositions)}
        self._told = [p for p in made.propositions if program.facts[p.atom.fact].origin is Origin.TOLD]
        self._control = clingo.Control(["--warn=none"])
        self._control.add("base", [], "\n".join(f"#external {self._symbol(p)}." for p in self._told))
        self._control.add("base", [], "\n".join(self._rules()))
        self._control.ground([("base", [])])
        symbols = self._control.symbolic_atoms
        found = {p: symbols[clingo.parse_term(self._symbol(p))] for p in self._told}
        self._literals = {p: atom.literal for p, atom in found.items() if atom is not None}
        self._derived = {name for name, fact in program.facts.items() if fact.origin is not Origin.TOLD}
        self._count = 0

    def situation(self, evidence: Evidence) -> list[int]:
        """The externals that are so."""
        facts = self.program.facts
        return [
            literal
            for proposition, literal in self._literals.items()
            if answer(facts[proposition.atom.fact], evidence.of(proposition.atom), proposition.test).truth is Truth.TRUE
        ]

    def run(self, told: list[int]) -> int:
        """Facts in, stable model out: how many atoms were concluded."""
        for literal in told:
            self._control.assign_external(literal, True)
        self._control.solve(on_model=self._counted)
        for literal in told:
            self._control.assign_external(literal, False)
        return self._count

    def _counted(self, model: clingo.Model) -> None:
        self._count = sum(1 for symbol in model.symbols(atoms=True) if symbol.name in self._derived)

    # -- as text

    def _symbol(self, proposition: Proposition) -> str:
        name = proposition.atom.fact + (f"_t{self._tests[proposition.test]}" if proposition.test else "")
        return name + _arguments([str(value) for value in proposition.atom.key])

    def _rules(self) -> list[str]:
        rules = []
        for rule in self.program.rules:
            body = [self._literal(literal) for literal in rule.when]
            body += [f"not {self._literal(literal)}" for literal in rule.unless]
            rules += [f"{self._literal(conclusion)} :- {', '.join(body)}." for conclusion in rule.then]
        return rules

    def _literal(self, one: Literal | Conclusion) -> str:
        if isinstance(one, Literal) and one.mode not in {Mode.HOLDS, Mode.ABSENT}:
            raise ValueError(f"the benchmark's clingo knows no condition '{one.mode.value}'")
        test = one.test if isinstance(one, Literal) else None
        name = one.fact.name + (f"_t{self._tests[test]}" if test else "")
        return name + _arguments([t.name.capitalize() if isinstance(t, Variable) else str(t) for t in one.terms])


def _arguments(values: list[str]) -> str:
    return f"({','.join(values)})" if values else ""
