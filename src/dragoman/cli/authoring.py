"""The commands of those who write rulebooks: check, schema, coverage, test."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.cli.exit import Exit
from dragoman.cli.output import complain, show, show_findings, show_json

if TYPE_CHECKING:
    from dragoman.cases import Outcome
    from dragoman.coverage.near_misses import NearMisses
    from dragoman.coverage.trial import Trial
    from dragoman.rulebook.forms import Rulebook


def check(arguments: Namespace) -> Exit:
    """Every mistake in a rulebook; with --explain, what a code means."""
    if arguments.explain:
        return _explain(arguments.explain)
    import sys

    from dragoman.check import check as findings_of
    from dragoman.cli.findings import findings_json, workflow_command
    from dragoman.rulebook.load import shipped
    from dragoman.views.lines import plain

    folder = Path(arguments.folder) if arguments.folder else shipped()
    rulebook, findings = findings_of(folder)
    instances = _instances(rulebook) if rulebook is not None and arguments.counts else None
    match arguments.format:
        case "json":
            show_json(findings_json(folder, findings, instances))
        case "github":
            for finding in findings:
                print(plain(workflow_command(finding)))
        case _:
            show_findings(findings, sys.stdout)
            if instances is not None and rulebook is not None:
                from dragoman.views.coverage import counts_view

                show(counts_view(instances, {rule.id: rule.level for rule in rulebook.rules.values()}))
    if any(finding.code == "RB001" for finding in findings):
        return Exit.UNUSABLE
    return _summary(arguments, folder, rulebook, len(findings))


def _summary(arguments: Namespace, folder: Path, rulebook: Rulebook | None, number: int) -> Exit:
    from dragoman.views.lines import counted, plain

    if number or rulebook is None:
        complain(f"{counted(number, 'finding')} in {folder}")
        return Exit.FINDINGS
    if arguments.format == "text":
        counts = f"{counted(len(rulebook.rules), 'rule')}, {counted(len(rulebook.facts), 'fact type')}"
        print(plain(f"{folder}: {counts}, no findings"))
    return Exit.OK


def _explain(code: str) -> Exit:
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
    show([line((f"{code.strip().upper()}: {CODES[number]}", "title")), line(text, hang=0)])
    return Exit.OK


def _instances(rulebook: Rulebook) -> dict[str, int]:
    from dragoman.program.ground import count_instances
    from dragoman.program.normal import compile_program

    return count_instances(compile_program(rulebook))


def schema(arguments: Namespace) -> Exit:
    """The JSON Schema of one kind of file, or the kinds that there are."""
    from dragoman.rulebook.schema import schema as schema_of
    from dragoman.rulebook.shapes import KINDS

    if not arguments.kind:
        print("\n".join(KINDS))
        return Exit.OK
    if arguments.kind not in KINDS:
        from dragoman.errors import UnknownNameError
        from dragoman.source.names import did_you_mean
        from dragoman.source.nodes import shorten

        hint = did_you_mean(arguments.kind, KINDS) or f"; there are {', '.join(KINDS)}"
        raise UnknownNameError(f"there is no kind of file called '{shorten(arguments.kind)}'{hint}")
    rulebook = None
    if arguments.rulebook:
        from dragoman.rulebook.load import read_rulebook

        rulebook = read_rulebook(arguments.rulebook)
    show_json(schema_of(arguments.kind, rulebook))
    return Exit.OK


def coverage(arguments: Namespace) -> Exit:
    """How much of the report the rulebook carries."""
    from dragoman.coverage.report import report_coverage
    from dragoman.rulebook.load import read_rulebook

    rulebook = read_rulebook(arguments.folder)
    found = report_coverage(rulebook)
    verified = None
    if arguments.report:
        from dragoman.cli.progress import Telling
        from dragoman.explain.passages import read_report, verify_passages

        name, text = read_report(arguments.report, rulebook.passages)
        verified = verify_passages(text, rulebook.passages, Telling(), name)
    if arguments.format == "json":
        from dragoman.coverage.json_form import report_json

        show_json(report_json(rulebook.id, found, verified))
    else:
        from dragoman.views.coverage import report_view, uncovered_view, verified_view

        if not arguments.uncovered:
            show(report_view(found))
        if verified is not None:
            show(verified_view(verified))
        if arguments.uncovered or verified is not None:
            show(uncovered_view(found, verified))
    is_missing = verified is not None and any(not passage.found for passage in verified.values())
    return Exit.FINDINGS if found.open or is_missing else Exit.OK


def test(arguments: Namespace) -> Exit:
    """The cases of a rulebook; with --coverage, what they show of its rules; with --near-misses, those as well."""
    from dragoman.cases import case_files, evaluated, judged, read_cases
    from dragoman.cli.engine import engine_of
    from dragoman.rulebook.load import read_rulebook

    rulebook = read_rulebook(arguments.folder)
    cases = [case for case in read_cases(rulebook, case_files(Path(rulebook.folder))) if arguments.only in case.id]
    if not cases:
        which = f" with '{arguments.only}' in their names" if arguments.only else ""
        complain(f"there are no cases{which} in {rulebook.folder}/cases")
        return Exit.UNUSABLE
    engine = engine_of(arguments)
    evaluations = [(case, evaluated(rulebook, case, engine)) for case in cases]
    outcomes = [judged(evaluation, case, engine) for case, evaluation in evaluations]
    found = None
    if arguments.coverage or arguments.threshold is not None:
        from dragoman.coverage.trial import trial

        found = trial(rulebook, [(case.id, evaluation) for case, evaluation in evaluations])
    made = None
    if arguments.near_misses:
        from dragoman.coverage.near_misses import near_misses

        made = near_misses(rulebook, engine)
    _show_cases(arguments, rulebook, outcomes, found, made)
    is_enough = found is None or found.percent >= (arguments.threshold or 0)
    if not is_enough:
        complain(f"the cases show less than the {arguments.threshold:g} % that was asked for")
    is_passed = all(outcome.passed for outcome in outcomes) and (made is None or made.passed)
    return Exit.OK if is_enough and is_passed else Exit.FINDINGS


def _show_cases(
    arguments: Namespace, rulebook: Rulebook, outcomes: list[Outcome], found: Trial | None, made: NearMisses | None
) -> None:
    if arguments.format == "json":
        from dragoman.coverage.json_form import cases_json

        show_json(cases_json(outcomes, found, made))
        return
    from dragoman.views.cases import cases_view
    from dragoman.views.coverage import trial_view

    show(cases_view(outcomes))
    if found is not None:
        show(trial_view(rulebook, found))
    if made is not None:
        from dragoman.views.near_misses import near_misses_view

        show(near_misses_view(rulebook, made))
