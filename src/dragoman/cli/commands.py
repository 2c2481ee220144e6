"""What each command does. Everything heavy is imported by the command that needs it."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING

from dragoman.cli import authoring
from dragoman.cli.exit import Exit
from dragoman.cli.output import complain, show, show_json

if TYPE_CHECKING:
    from dragoman.advice.evaluate import Evaluation
    from dragoman.rulebook.forms import Rulebook


def advise(arguments: Namespace) -> Exit:
    """The advice on a situation."""
    from dragoman.advice.build import advice_of
    from dragoman.explain.targets import state_named

    evaluation = _evaluated(arguments)
    state = state_named(evaluation.rulebook, arguments.state) if arguments.state else ""
    advice = advice_of(evaluation, state)
    if arguments.format == "json":
        from dragoman.advice.json_form import advice_json

        show_json(advice_json(advice))
    else:
        from dragoman.views.advice import advice_view

        show(advice_view(advice, findings=arguments.findings))
    return Exit.OK


def why(arguments: Namespace) -> Exit:
    """The proof of a conclusion."""
    from dragoman.explain.proof import Prover
    from dragoman.explain.silence import silence
    from dragoman.explain.targets import asked_for
    from dragoman.views.proof import locators, proof_view

    evaluation = _evaluated(arguments)
    question = asked_for(evaluation, arguments.name, arguments.state)
    prover = Prover(evaluation)
    nodes = tuple(prover.prove(atom) for atom in question.atoms)
    silent = silence(evaluation, question)
    passages = None
    if arguments.report:
        from dragoman.cli.progress import Telling
        from dragoman.explain.passages import find_passages, read_report

        digests = evaluation.rulebook.passages
        name, text = read_report(arguments.report, digests)
        passages = find_passages(text, digests, (at for node in nodes for at in locators(node)), Telling(), name)
    if arguments.format == "json":
        from dragoman.explain.json_form import proof_json

        show_json(proof_json(question.fact.name, nodes, silent, passages))
    else:
        show(proof_view(nodes, silent, passages))
    return Exit.OK


def audit(arguments: Namespace) -> Exit:
    """Every firing in order."""
    from dragoman.explain.audit import audit as audit_of

    evaluation = _evaluated(arguments)
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

    from dragoman.cli.engine import engine_of
    from dragoman.cli.writing import input_format

    found = [point for point in entry_points(group="dragoman.frontends") if point.name == "chat"]
    if not found:
        complain("the terminal app is not installed; install the package 'dragoman' (README) and try again")
        return Exit.UNUSABLE
    rulebook = _rulebook(arguments)
    code: int = found[0].load()(rulebook, engine_of(arguments), tuple(arguments.files), input_format(arguments))
    return Exit(code)


def facts(arguments: Namespace) -> Exit:
    """The facts of some files, written down again."""
    from dragoman.cli.writing import facts

    return facts(arguments, _rulebook(arguments))


def new_situation(arguments: Namespace) -> Exit:
    """A file of facts to fill in."""
    from dragoman.cli.writing import new_situation

    return new_situation(arguments, _rulebook(arguments))


def version() -> Exit:
    """What is running."""
    from importlib.metadata import PackageNotFoundError
    from importlib.metadata import version as version_of

    from dragoman import __version__
    from dragoman.engines.select import default_engine
    from dragoman.rulebook.cache import load_rulebook

    try:
        durable = f"durable_rules {version_of('durable_rules')}"
    except PackageNotFoundError:
        durable = "durable_rules"
    engine, rulebook = default_engine(complain).name.replace("durable_rules", durable), load_rulebook()
    print(f"dragoman {__version__}, engine {engine}, rulebook {rulebook.id} {rulebook.version}")
    return Exit.OK


HANDLERS: dict[str, Callable[[Namespace], Exit]] = {
    "advise": advise,
    "why": why,
    "audit": audit,
    "chat": chat,
    "facts": facts,
    "new-situation": new_situation,
    "check": authoring.check,
    "schema": authoring.schema,
    "coverage": authoring.coverage,
    "test": authoring.test,
    "rules": rules,
    "vocabulary": vocabulary,
}


def _rulebook(arguments: Namespace) -> Rulebook:
    from dragoman.errors import DragomanError, RulebookError
    from dragoman.rulebook.cache import load_rulebook

    rulebook = load_rulebook(arguments.rulebook)
    if not arguments.parameters:
        return rulebook
    from dragoman.rulebook.load import with_parameters

    try:
        return with_parameters(rulebook, _parameters(arguments.parameters))
    except RulebookError as error:  # of the command line, which has no lines and columns
        raise DragomanError("; ".join(f"--set: {finding.message}" for finding in error.findings)) from None


def _parameters(given: list[str]) -> dict[str, Decimal]:
    """`NAME=VALUE` pairs; a value is checked like one in a file."""
    from dragoman.errors import Place, RulebookError
    from dragoman.source.nodes import Scalar, shorten
    from dragoman.source.reading import Reading

    reading = Reading("RB")
    found: dict[str, Decimal] = {}
    for pair in given:
        name, equals, value = pair.partition("=")
        if not equals:
            reading.note(Place("--set"), "012", f"a threshold is set as NAME=VALUE, found '{shorten(pair)}'")
            continue
        number = reading.number(Scalar(value.strip(), True, Place("--set")), f"the threshold '{name}'")
        if number is not None:
            found[name.strip()] = number
    if reading.findings:
        raise RulebookError(reading.findings)
    return found


def _evaluated(arguments: Namespace) -> Evaluation:
    from dragoman.advice.evaluate import evaluate
    from dragoman.cli.engine import engine_of
    from dragoman.cli.progress import Telling
    from dragoman.cli.writing import input_format
    from dragoman.situation.assemble import read_situation

    rulebook, progress = _rulebook(arguments), Telling()
    situation = read_situation(rulebook, arguments.files, input_format(arguments), progress, pipes=True)
    progress.weighing(len(situation.statements))
    return evaluate(rulebook, situation, engine_of(arguments))


def _known_name(name: str, known: Mapping[str, object], what: str) -> None:
    from dragoman.errors import UnknownNameError
    from dragoman.source.names import did_you_mean

    if name not in known:
        raise UnknownNameError(f"there is no {what} '{name}'{did_you_mean(name, known)}")
