"""Whether the JSON Schemas and the readers say the same of generated documents.

    python -m tests.check.agree [--documents 20000] [--seed 1] [--kind situation]

A document is refused *in shape* if the reader notes a mistake that needs no look at another file and no comparing of
two values. Then the schema must refuse it, and it must refuse no other; :data:`EXCEPTIONS` says what neither can know.
"""

from __future__ import annotations

import argparse
import re
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from dragoman.board.read import read_plan
from dragoman.cases import read_cases
from dragoman.errors import Finding, FindingsError
from dragoman.language.grammar.grammar import read_book
from dragoman.rulebook.load import read_rulebook
from dragoman.rulebook.schema import schema
from dragoman.rulebook.shapes import KINDS
from dragoman.situation.assemble import read_situation
from tests.check.documents import Documents, changed, written
from tests.check.files import data_of
from tests.check.validating import Validator

GOOD = Path(__file__).parent.parent / "reader" / "good"
PLACES = {"situation": "situations/world.yaml", "cases": "cases/all.yaml", "phrases": "phrases/said.yaml"}
"""Where a file of a kind stands; the others have the name of their kind."""
WITH_NAMES = ("rules", "recommendations", "situation", "cases", "board")
"""The kinds that have facts, whose names a schema can know."""

OF_SHAPE = ("006", "010", "011", "012", "013", "201", "204", "205", "206", "505")
"""Codes of mistakes of shape."""
_OF_SHAPE_TOO = {
    "104": re.compile(r"'(?:from|shown_as|spread|status)' is one of"),
    "014": re.compile(r"the fact type '.*' is declared by the rule language itself"),
    "202": re.compile(r".* is a whole number from"),
    "313": re.compile(r".* needs exactly one of|.*, with which '|.* needs 'min' and"),
}
"""Codes of which some mistakes are of shape."""
_OF_LOCATORS = re.compile(r"'.*' is no locator; |(?:in )?the form '")
"""How a report counts itself, only its rulebook says."""
OF_FACTS = ("101", "102", "103", "104", "105", "111", "112", "207", "208", "209", "308", "309", "310", "312")
"""Codes of what is wrong in the braces of a fact, as far as the names of a rulebook tell."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What reader and schemas say of one document."""

    text: str
    findings: tuple[Finding, ...]
    is_valid: bool
    is_valid_with_names: bool | None
    """None for a file that has no facts."""

    @property
    def shape(self) -> list[Finding]:
        """Mistakes of shape."""
        return [finding for finding in self.findings if is_of_shape(finding)]

    @property
    def facts(self) -> list[Finding]:
        """What is wrong with a fact."""
        return [finding for finding in self.findings if finding.code[2:] in OF_FACTS]


def is_of_shape(finding: Finding) -> bool:
    """Whether a mistake is one of shape."""
    number = finding.code[2:]
    if number == "013" and _OF_LOCATORS.match(finding.message):
        return False
    return number in OF_SHAPE or bool(number in _OF_SHAPE_TOO and _OF_SHAPE_TOO[number].match(finding.message))


# -- what one of the two cannot know


@dataclass(frozen=True, slots=True)
class Unseen:
    """Mistakes that the reader notes and a schema cannot see."""

    why: str
    says: str
    """A pattern of code and message."""
    with_names: bool = False
    """Whether a schema that knows the names of a rulebook cannot see them either."""

    def excuses(self, finding: Finding) -> bool:
        """Whether a mistake is one of these."""
        return re.search(self.says, f"{finding.code[2:]} {finding.message}", re.DOTALL) is not None


UNSEEN = {
    "a rule of a group": Unseen("what it need not say is said by its group", "^011 the rule '", with_names=True),
    "an exponent": Unseen("to JSON 4e1 is the number 40", "without an exponent", with_names=True),
    "many digits": Unseen("to JSON a number has as many as it likes", "digits before the point", with_names=True),
    "a likelihood as 1e1": Unseen("the same", r"^205 a likelihood .*found '[\d.]+[eE]", with_names=True),
    "a number slot": Unseen("which slot takes a number, and in which unit, is a matter of names", "^201 '"),
    "a key slot": Unseen(
        "which slot is the value is a matter of names",
        r"^01[0-2] (?:'[^']*' of '|the slot '[^']*'(?: takes|, or| needs at)|a rule tests)",
    ),
    "an open end": Unseen("the same as of units", "^201 '.*' leaves out its end"),
    "a sum of money": Unseen(
        "what a currency is takes the kind to judge",
        "^201 (?:there is no currency|'.*' can mean|'amount' of 'loans')",
        with_names=True,
    ),
    "one in both slots": Unseen("two values", "^208 .* is between two", with_names=True),
    "a number unlikely": Unseen("a fact and what stands beside it", "^208 .* cannot be unlikely", with_names=True),
    "a label denied": Unseen("the same, in words below even", "^208 a denial takes no ", with_names=True),
    "every word": Unseen("several items of a list", "^208 this test lists every word", with_names=True),
    "a slot of a recommendation": Unseen(
        "that of its own type", "^102 'offer_alternative' has no slot", with_names=True
    ),
    "a pole": Unseen(
        "which names stand for entities is a matter of names", "^103 .* to be (?:a pole|the rows)", with_names=True
    ),
    "a parameter of a case": Unseen("its name", "^105 there is no parameter .*", with_names=True),
}


@dataclass(frozen=True, slots=True)
class Taken:
    """What the reader takes and a schema does not offer."""

    why: str
    looks: str
    """A pattern of the document."""
    with_names: bool = False
    """Whether only a schema that knows names refuses it."""


TAKEN = {
    "a likelihood in capitals": Taken(
        "people write it so in tables; a schema offers one spelling", r"\bLikely\b|\" likely"
    ),
    "an alias": Taken(
        "a schema offers the name itself", r"Beijing|Bishkek|CHINA|rising|[Gg]etting|Astana|gas", with_names=True
    ),
}

# -- reading and judging


def _validating(pattern: str, text: str) -> bool:
    """As JavaScript searches: `$` is the very end."""
    return re.search(re.sub(r"(?<!\\)\$(?=\Z|\))", r"\\Z", pattern), text) is not None


def _pattern(_: Any, pattern: str, instance: Any, __: Any) -> Iterator[jsonschema.ValidationError]:
    if isinstance(instance, str) and not _validating(pattern, instance):
        yield jsonschema.ValidationError(f"{instance!r} does not match {pattern!r}")


_CHECKER = Draft202012Validator.TYPE_CHECKER.redefine(
    "integer", lambda _, value: not isinstance(value, bool | str | list | dict | None) and value == int(value)
)
_Validator: Any = jsonschema.validators.extend(  # type: ignore[no-untyped-call] # jsonschema has no types of its own
    Validator, {"pattern": _pattern}, type_checker=_CHECKER
)


@cache
def validator(kind: str, folder: Path | None = None) -> Any:
    """The schema of a kind, with the names of the rulebook in a folder if one is given."""
    made = schema(kind, read_rulebook(folder) if folder else None)
    return _Validator(made, format_checker=Draft202012Validator.FORMAT_CHECKER)


class Judge:
    """Reads documents as files of a rulebook that is good but for them."""

    def __init__(self, folder: Path, names: Path = GOOD) -> None:
        shutil.copytree(names, folder, dirs_exist_ok=True)
        self.folder, self.names, self.rulebook = folder, names, read_rulebook(names)

    def documents(self, kind: str) -> st.SearchStrategy[Any]:
        """Documents of a kind: generated, and the good one."""
        path = self.names / PLACES.get(kind, f"{kind}.yaml")
        generated = Documents(self.rulebook).of(kind)
        return st.one_of(generated, st.just(data_of(path))) if path.exists() else generated

    def judge(self, kind: str, text: str) -> Verdict:
        """What reader and schemas say of a document of a kind."""
        path = self.folder / PLACES.get(kind, f"{kind}.yaml")
        before = path.read_text(encoding="utf-8") if path.exists() else None
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        try:
            findings, data = self._findings(kind, path), data_of(path)
        finally:
            path.unlink() if before is None else path.write_text(before, encoding="utf-8")
        with_names = validator(kind, self.names).is_valid(data) if kind in WITH_NAMES else None
        return Verdict(text, tuple(findings), validator(kind).is_valid(data), with_names)

    def _findings(self, kind: str, path: Path) -> list[Finding]:
        try:
            match kind:
                case "situation":
                    read_situation(self.rulebook, [path])
                case "cases":
                    read_cases(self.rulebook, [path])
                case "phrases":
                    read_book(self.rulebook, self.folder)
                case "board":
                    read_plan(self.rulebook, self.folder)
                case _:
                    read_rulebook(self.folder)
        except FindingsError as error:
            return [finding for finding in error.findings if finding.place.source == str(path)]
        return []


def apart(verdict: Verdict) -> Iterator[str]:
    """Where reader and schema differ without excuse."""
    yield from _apart(verdict, "the schema", verdict.shape, is_valid=verdict.is_valid, with_names=False)
    if verdict.is_valid_with_names is not None:
        findings, is_valid = [*verdict.shape, *verdict.facts], verdict.is_valid_with_names
        yield from _apart(verdict, "the schema with names", findings, is_valid=is_valid, with_names=True)


def _apart(verdict: Verdict, who: str, findings: list[Finding], *, is_valid: bool, with_names: bool) -> Iterator[str]:
    excuses = [unseen for unseen in UNSEEN.values() if unseen.with_names or not with_names]
    seen = [finding for finding in findings if not any(unseen.excuses(finding) for unseen in excuses)]
    if is_valid and seen:
        yield f"{who} takes it, the reader does not: {seen[0]}"
    is_refused = bool(verdict.shape or verdict.facts)
    others = [taken for taken in TAKEN.values() if with_names or not taken.with_names]
    if not is_valid and not is_refused and not any(re.search(taken.looks, verdict.text) for taken in others):
        yield f"the reader takes it, {who} does not"


def search(kind: str, documents: int, number: int, judge: Judge, counts: Counter[str]) -> dict[str, str]:
    """Judge generated documents of a kind; for each way in which reader and schema differ the shortest that shows it."""
    found: dict[str, str] = {}

    @seed(number)
    @settings(
        max_examples=documents,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        phases=(Phase.generate,),
    )
    @given(changed(judge.documents(kind)))
    def run(data: Any) -> None:
        verdict = judge.judge(kind, written(data))
        counts[f"{kind}: {'refused in shape' if verdict.shape else 'right in shape'}"] += 1
        counts[f"{kind}: read whole"] += not verdict.findings
        for difference in apart(verdict):
            way = re.sub(r"'[^']*'|\d+|/\S+", "_", difference)
            found[way] = min(found.get(way, verdict.text), verdict.text, key=len)

    run()
    return found


def main(arguments: list[str] | None = None) -> int:
    """Search; say what was found."""
    parser = argparse.ArgumentParser(prog="python -m tests.check.agree", description=__doc__)
    parser.add_argument("--documents", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kind", choices=tuple(KINDS), action="append")
    options = parser.parse_args(arguments)
    kinds, counts, found = options.kind or tuple(KINDS), Counter[str](), 0
    with tempfile.TemporaryDirectory() as folder:
        judge = Judge(Path(folder))
        for kind in kinds:
            for difference, text in search(kind, options.documents // len(kinds), options.seed, judge, counts).items():
                found += 1
                print(f"{kind}: {difference}\n    {re.sub('x{100,}', lambda found: f'x*{len(found[0])}', text)[:1000]}")
    for what, number in sorted(counts.items()):
        print(f"{number:7} {what}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
