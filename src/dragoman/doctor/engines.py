"""Whether each engine is sound here: a tiny rulebook is fired, with a join, a threshold, an exception and a second level.

parent a b, parent b c, alive c, age c 40 (threshold 40), and a is denied to be alive
grandparent: parent x y, parent y z                          -> grandparent a c
heir: parent x y, alive y unless disowned y                  -> heir c b  (and not of whoever is disowned)
steady: heir y x, age of y at least 40                       -> steady c
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

from dragoman.advice.evaluate import evaluate
from dragoman.doctor.forms import Check, State
from dragoman.engines.names import EngineName
from dragoman.engines.select import engine_named
from dragoman.errors import DragomanError
from dragoman.exact.solver import Solver
from dragoman.rulebook.files import Contents
from dragoman.rulebook.forms import Rulebook
from dragoman.rulebook.load import rulebook_of
from dragoman.situation.python_facts import situation_from

_AREA = "engines"
_FILES = {
    "rulebook.yaml": """\
rulebook: tiny
title: A tiny rulebook
version: "1"
report: {title: None, authors: [Nobody], publisher: Nobody, date: 2020-01-01}
parameters:
  grown: {value: 40, unit: years, reason: A number.}
""",
    "vocabulary.yaml": """\
entity_types: {person: Somebody.}
entities:
  ann: {title: Ann, types: [person]}
  bob: {title: Bob, types: [person]}
  cid: {title: Cid, types: [person]}
fact_types:
  parent: {from: told, slots: {of: {entity: [person]}, is: {entity: [person]}}, says: "{is} is a parent of {of}", question: Is it?}
  alive: {from: told, slots: {who: {entity: [person]}}, says: "{who} is alive", question: Is it?}
  disowned: {from: told, slots: {who: {entity: [person]}}, says: "{who} is disowned", question: Is it?}
  age: {from: told, slots: {who: {entity: [person]}, years: {number: years, min: 0, max: 150}}, says: "{who} is {years} old", question: What?}
  grandparent: {from: derived, slots: {of: {entity: [person]}, is: {entity: [person]}}, says: "{is} is a grandparent of {of}", shown_as: finding}
  heir: {from: derived, slots: {of: {entity: [person]}, is: {entity: [person]}}, says: "{is} is an heir of {of}", shown_as: finding}
  steady: {from: derived, slots: {who: {entity: [person]}}, says: "{who} is steady", shown_as: finding}
""",
    "rules.yaml": """\
rules:
  - id: grandparent
    beyond_report: true
    when: [{parent: {of: $x, is: $y}}, {parent: {of: $y, is: $z}}]
    then: [{grandparent: {of: $x, is: $z}}]
    strength: unhedged
    because: "{y} stands between {x} and {z}."
  - id: heir
    beyond_report: true
    when: [{parent: {of: $x, is: $y}}, {alive: {who: $x}}]
    unless: [{disowned: {who: $x}}]
    then: [{heir: {of: $y, is: $x}}]
    strength: unhedged
    because: "{x} is a child of {y}."
  - id: steady
    beyond_report: true
    when: [{heir: {of: $y, is: $x}}, {age: {who: $x, years: {at_least: grown}}}]
    then: [{steady: {who: $x}}]
    strength: unhedged
    because: "{x} is grown and inherits from {y}."
""",
}
_FACTS = (
    {"parent": {"of": "ann", "is": "bob"}},
    {"parent": {"of": "bob", "is": "cid"}},
    {"alive": {"who": "ann"}},
    {"alive": {"who": "bob"}},
    {"disowned": {"who": "bob"}},
    {"age": {"who": "ann", "years": 40}},
    {"age": {"who": "bob", "years": 39}},
)
_EXPECTED = [
    ("grandparent", ("ann", "cid")),
    ("heir", ("bob", "ann")),
    ("steady", ("ann",)),
]


def tiny() -> Rulebook:
    """The rulebook that is fired."""
    return rulebook_of(Contents(Path("tiny"), tuple((Path(name), text.encode()) for name, text in _FILES.items())))


def engines() -> Iterator[Check]:
    """Each engine fired, and the solver asked."""
    rulebook = tiny()
    for name in EngineName:
        yield _fired(rulebook, name)
    yield _solved()


def _fired(rulebook: Rulebook, name: EngineName) -> Check:
    begin = perf_counter()
    remedy = (
        "report it with what this prints; --engine columns needs no library" if name is EngineName.RETE else "report it"
    )
    try:
        engine = engine_named(name)
        model = evaluate(rulebook, situation_from(rulebook, list(_FACTS)), engine).model
    except DragomanError as error:
        return Check(
            _AREA, name.value, State.WRONG, str(error), "see above; until then the engine 'columns' fires the rules"
        )
    found = sorted((firing.conclusion.fact, firing.conclusion.key) for firing in model.firings)
    if found != _EXPECTED:
        return Check(_AREA, name.value, State.WRONG, f"a tiny rulebook gave {found}, not {_EXPECTED}", remedy)
    default = ", the engine of record" if name is EngineName.RETE else ""
    took = 1000 * (perf_counter() - begin)
    return Check(
        _AREA, name.value, State.FINE, f"{engine.name}{default}: fired a tiny rulebook as it should in {took:.0f} ms"
    )


def _solved() -> Check:
    """A clause and its contrary: one world, then none."""
    try:
        with Solver([[1, 2], [-1]], 2) as solver:
            world = solver.solve()
            solver.add([-2])
            is_right = world is not None and 2 in world and solver.solve() is None
    except DragomanError as error:
        return Check(
            _AREA, "solver", State.WRONG, str(error), "until then why-not, flips and ask answer nothing exactly"
        )
    if not is_right:
        return Check(_AREA, "solver", State.WRONG, "it gave a wrong answer to two clauses", "install python-sat again")
    return Check(_AREA, "solver", State.FINE, "answered two clauses as it should")
