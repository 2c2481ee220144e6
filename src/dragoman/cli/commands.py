"""What each command does. Everything heavy is imported by the command that needs it."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Mapping
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.cli.exit import Exit
from dragoman.cli.output import complain, show, show_findings, show_json

if TYPE_CHECKING:
    from dragoman.advice.evaluate import Evaluation
    from dragoman.engines.model import Engine
    from dragoman.rulebook.forms import Rulebook


def advise(arguments: Namespace) -> Exit:
    """The advice on a situation."""
    from dragoman.advice.build import advice_of
    from dragoman.explain.targets import entity_named

    evaluation, engine = _evaluated(arguments)
    state = entity_named(evaluation.rulebook, arguments.state) if arguments.state else ""
    advice = advice_of(evaluation, engine, state)
    if arguments.format == "json":
        from dragoman.advice.json_form import advice_json

        show_json(advice_json(advice))
    else:
        from dragoman.views.advice import advice_view

        show(advice_view(advice))
    return Exit.OK


def why(arguments: Namespace) -> Exit:
    """The proof of a conclusion."""
    from dragoman.explain.proof import Prover
    from dragoman.explain.targets import asked_for
    from dragoman.views.proof import locators, proof_view

    evaluation, _ = _evaluated(arguments)
    fact, atoms = asked_for(evaluation, arguments.name, arguments.state)
    prover = Prover(evaluation)
    nodes = tuple(prover.prove(atom) for atom in atoms)
    passages = None
    if arguments.report:
        from dragoman.errors import Finding, SituationError
        from dragoman.explain.passages import find_passages
        from dragoman.source.files import read_text

        read = read_text(arguments.report, "FA")
        if isinstance(read, Finding):
            raise SituationError([read])
        passages = find_passages(read[1], evaluation.rulebook.passages, (at for node in nodes for at in locators(node)))
    if arguments.format == "json":
        from dragoman.explain.json_form import proof_json

        show_json(proof_json(fact, nodes, passages))
    else:
        show(proof_view(fact, nodes, passages))
    return Exit.OK


def audit(arguments: Namespace) -> Exit:
    """Every firing in order."""
    from dragoman.explain.audit import audit as audit_of

    evaluation, _ = _evaluated(arguments)
    if arguments.rule:
        _known_name(arguments.rule, evaluation.rulebook.rules, "rule")
    entries = audit_of(evaluation, arguments.rule)
    if arguments.format == "json":
        from dragoman.explain.json_form import audit_json

        show_json(audit_json(entries, evaluation.model.engine))
    else:
        from dragoman.views.audit import audit_view

        show(audit_view(entries))
    return Exit.OK


def check(arguments: Namespace) -> Exit:
    """Every mistake in a rulebook."""
    import sys

    from dragoman.check import check as findings_of
    from dragoman.rulebook.load import shipped

    folder = Path(arguments.folder) if arguments.folder else shipped()
    rulebook, findings = findings_of(folder)
    show_findings(findings, sys.stdout)
    if any(finding.code == "RB001" for finding in findings):
        return Exit.UNUSABLE
    if findings or rulebook is None:
        complain(f"{len(findings)} findings in {folder}")
        return Exit.FINDINGS
    print(f"{folder}: {len(rulebook.rules)} rules, {len(rulebook.facts)} fact types, no findings")
    return Exit.OK


def test(arguments: Namespace) -> Exit:
    """The cases of a rulebook."""
    from dragoman.cases import case_files, read_cases, run_case
    from dragoman.engines.select import default_engine
    from dragoman.rulebook.load import read_rulebook
    from dragoman.views.cases import cases_view

    rulebook = read_rulebook(arguments.folder)
    cases = read_cases(rulebook, case_files(Path(rulebook.folder)))
    if not cases:
        complain(f"there are no cases in {rulebook.folder}/cases")
        return Exit.UNUSABLE
    engine = default_engine()
    outcomes = [run_case(rulebook, case, engine) for case in cases]
    show(cases_view(outcomes))
    return Exit.OK if all(outcome.passed for outcome in outcomes) else Exit.FINDINGS


def rules(arguments: Namespace) -> Exit:
    """All rules, or one."""
    from dragoman.views.rulebook import rule_view, rules_view

    rulebook = _rulebook(arguments)
    if arguments.id:
        _known_name(arguments.id, rulebook.rules, "rule")
        show(rule_view(rulebook, rulebook.rules[arguments.id]))
    else:
        show(rules_view(rulebook))
    return Exit.OK


def vocabulary(arguments: Namespace) -> Exit:
    """All fact types, or one."""
    from dragoman.views.rulebook import fact_type_view, vocabulary_view

    rulebook = _rulebook(arguments)
    if arguments.type:
        _known_name(arguments.type, rulebook.facts, "fact type")
        show(fact_type_view(rulebook, rulebook.facts[arguments.type]))
    else:
        show(vocabulary_view(rulebook))
    return Exit.OK


def chat(arguments: Namespace) -> Exit:
    """The terminal app, found through its entry point so that nothing here imports it."""
    from importlib.metadata import entry_points

    from dragoman.engines.select import default_engine

    found = [point for point in entry_points(group="dragoman.frontends") if point.name == "chat"]
    if not found:
        complain("the terminal app is not installed; install the package 'dragoman' (README) and try again")
        return Exit.UNUSABLE
    rulebook = _rulebook(arguments)
    code: int = found[0].load()(rulebook, default_engine(), tuple(arguments.files))
    return Exit(code)


def version() -> Exit:
    """What is running."""
    from importlib.metadata import PackageNotFoundError
    from importlib.metadata import version as version_of

    from dragoman import __version__
    from dragoman.rulebook.load import read_rulebook

    try:
        durable = version_of("durable_rules")
    except PackageNotFoundError:
        durable = "not installed"
    rulebook = read_rulebook()
    print(f"dragoman {__version__}, engine rete (durable_rules {durable}), rulebook {rulebook.id} {rulebook.version}")
    return Exit.OK


HANDLERS: dict[str, Callable[[Namespace], Exit]] = {
    "advise": advise,
    "why": why,
    "audit": audit,
    "chat": chat,
    "check": check,
    "test": test,
    "rules": rules,
    "vocabulary": vocabulary,
}


def _rulebook(arguments: Namespace) -> Rulebook:
    from dragoman.rulebook.load import read_rulebook, with_parameters

    return with_parameters(read_rulebook(arguments.rulebook), _parameters(arguments.parameters))


def _parameters(given: list[str]) -> dict[str, Decimal]:
    """`NAME=VALUE` pairs; a value is checked like one in a file."""
    from dragoman.errors import Place, RulebookError
    from dragoman.source.nodes import Scalar
    from dragoman.source.reading import Reading

    reading = Reading("RB")
    found: dict[str, Decimal] = {}
    for pair in given:
        name, _, value = pair.partition("=")
        number = reading.number(Scalar(value.strip(), True, Place("--set")), f"the threshold '{name}'")
        if number is not None:
            found[name.strip()] = number
    if reading.findings:
        raise RulebookError(reading.findings)
    return found


def _evaluated(arguments: Namespace) -> tuple[Evaluation, Engine]:
    from dragoman.advice.evaluate import evaluate
    from dragoman.engines.select import default_engine
    from dragoman.situation.assemble import read_situation

    rulebook = _rulebook(arguments)
    situation = read_situation(rulebook, arguments.files)
    engine = default_engine()
    return evaluate(rulebook, situation, engine), engine


def _known_name(name: str, known: Mapping[str, object], what: str) -> None:
    from dragoman.errors import UnknownNameError
    from dragoman.source.names import did_you_mean

    if name not in known:
        raise UnknownNameError(f"there is no {what} '{name}'{did_you_mean(name, known)}")
