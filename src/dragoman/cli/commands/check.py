"""`dragoman check [RULEBOOK]`."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from dragoman.cli import options
from dragoman.cli.command import Command
from dragoman.cli.exit import Exit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from dragoman.errors import Finding
    from dragoman.exact.deep import DeepCheck
    from dragoman.rulebook.forms import Rulebook
    from dragoman.views.lines import Line


_OF_SMALL_WORDS = "705"
_EXAMPLES = "Names in examples are of the rulebook that is shipped."


def arguments(parser: ArgumentParser) -> None:
    """The rulebook, and how to show what is wrong with it; or a code to explain."""
    options.folder(parser)
    options.output_format(parser, options.Shown.GITHUB)
    parser.add_argument("--explain", metavar="CODE", help="what a code means, RB101 for example")
    parser.add_argument(
        "--deep",
        action="store_true",
        help="also what holds whatever is told: rules that never fire, or that others cover",
    )
    parser.add_argument("--counts", action="store_true", help="also how many instances each rule has")


def run(given: Namespace) -> Exit:
    """Show every mistake in a rulebook; with --explain, what a code means."""
    if given.explain:
        return _explain(given.explain)
    from dragoman.check import check
    from dragoman.cli.inputs import folder_of

    folder = folder_of(given)
    rulebook, findings = check(folder)
    instances = _instances(rulebook) if rulebook is not None and given.counts else None
    deep = _deep(rulebook) if rulebook is not None and given.deep and not findings else None
    if rulebook is not None and deep is not None:
        from dragoman.check import deep_findings

        findings = deep_findings(rulebook, deep)
    _show(given.format, folder, rulebook, findings, instances, deep)
    if any(finding.code == "RB001" for finding in findings):
        return Exit.UNUSABLE
    return _summary(given.format, folder, rulebook, len(findings))


def _show(
    form: str,
    folder: Path,
    rulebook: Rulebook | None,
    findings: tuple[Finding, ...],
    instances: dict[str, int] | None,
    deep: DeepCheck | None,
) -> None:
    from dragoman.cli.findings import workflow_command
    from dragoman.cli.output import show, show_json
    from dragoman.exact.deep_json import deep_json
    from dragoman.source.findings_json import findings_json
    from dragoman.source.visible import plain

    match form:
        case options.Shown.JSON:
            looked = {"deep": deep_json(rulebook, deep)} if rulebook is not None and deep is not None else {}
            show_json({**findings_json(folder, findings, instances), **looked})
        case options.Shown.GITHUB:
            for finding in findings:
                print(plain(workflow_command(finding)))
        case _:
            for finding in findings:
                print(plain(str(finding)))
            if instances is not None and rulebook is not None:
                from dragoman.views.coverage import counts_view

                show(counts_view(instances, {rule.id: rule.level for rule in rulebook.rules.values()}))
            if deep is not None and rulebook is not None:
                from dragoman.views.deep import deep_view

                show(deep_view(rulebook, deep))


def _summary(form: str, folder: Path, rulebook: Rulebook | None, number: int) -> Exit:
    from dragoman.cli.output import complain
    from dragoman.source.visible import plain
    from dragoman.views.lines import counted

    if number or rulebook is None:
        complain(f"{counted(number, 'finding')} in {folder}")
        return Exit.FINDINGS
    if form == options.Shown.TEXT:
        own = sum(not fact.catalogue for fact in rulebook.facts.values())
        counts = f"{counted(len(rulebook.rules), 'rule')}, {counted(own, 'fact type')}"
        print(plain(f"{folder}: {counts}, no findings"))
    return Exit.OK


def _explain(code: str) -> Exit:
    from dragoman.cli.output import show
    from dragoman.errors import UnknownNameError
    from dragoman.source.codes import CODES
    from dragoman.source.explanations import explanations, number_of
    from dragoman.source.nodes import shorten
    from dragoman.views.lines import line

    number = number_of(code)
    if number not in CODES:
        families = ", ".join(sorted({f"{known[0]}xx" for known in CODES}))
        raise UnknownNameError(f"there is no code '{shorten(code)}'; there are codes RB and FA {families}")
    _, text = explanations()[number]
    shown = [
        line((f"{code.strip().upper()}: {CODES[number]}", "title")),
        line(text, hang=0),
        line((_EXAMPLES, "muted")),
    ]
    show([*shown, *(_passed_over() if number == _OF_SMALL_WORDS else ())])
    return Exit.OK


def _passed_over() -> Iterator[Line]:
    """Every word that counts for nothing, since no author can guess them."""
    from dragoman.language.check import passed_over
    from dragoman.views.lines import BLANK, line

    for what, words in passed_over():
        yield BLANK
        yield line((f"{what}:", "title"))
        yield line(", ".join(words), indent=2, hang=0)


def _deep(rulebook: Rulebook) -> DeepCheck:
    from dragoman.cli.output import complain
    from dragoman.cli.streams import narrate
    from dragoman.engines.select import default_engine
    from dragoman.exact.deep import deep_check

    narrate("dragoman: looking at every possible world ...")
    return deep_check(rulebook, default_engine(complain))


def _instances(rulebook: Rulebook) -> dict[str, int]:
    from dragoman.program.ground import count_instances
    from dragoman.program.normal import compile_program

    return count_instances(compile_program(rulebook))


COMMAND = Command("check", "every mistake in a rulebook, and what it does not need", arguments, run, paged=True)
