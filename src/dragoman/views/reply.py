"""A reply as lines: what was understood, what changed, or what went wrong."""

from __future__ import annotations

from dragoman.conversation.actions import ACTIONS
from dragoman.conversation.examples import example_question, examples
from dragoman.explain.answers import Audit, Proofs
from dragoman.rulebook.forms import Rulebook
from dragoman.session import Facts, Help, Reply
from dragoman.views.audit import audit_view
from dragoman.views.difference import changes_view
from dragoman.views.facts import facts_view
from dragoman.views.lines import Line, line
from dragoman.views.why_not import why_view


def reply_view(reply: Reply, rulebook: Rulebook) -> list[Line]:
    """The line that was typed, and what came of it."""
    lines = [line(("› ", "accent"), (reply.text, "strong"))]
    for sentence in reply.understood:
        lines.append(line(("understood: ", "muted"), sentence, indent=2))
    for note in reply.notes:
        lines.append(line(("but: ", "warn"), note, indent=2))
    if reply.difference is not None:
        lines.extend(changes_view(reply.difference))
    for finding in reply.findings:
        where = "" if finding.place.source.startswith("chat line") else f"{finding.place}: "
        lines.append(line((f"{finding.code} ", "muted"), (f"{where}{finding.message}", "bad"), indent=2))
    if reply.problem:
        lines.append(line((reply.problem, "bad"), indent=2))
    match reply.answer:
        case Proofs() as proofs:
            lines.extend(why_view(proofs))
        case Audit() as audit:
            lines.extend(audit_view(audit))
        case Facts(situation):
            lines.extend(facts_view(rulebook, situation))
        case Help():
            lines.extend(help_view(rulebook))
    return lines


def help_view(rulebook: Rulebook) -> list[Line]:
    """What can be typed."""
    lines = [line("A line states a fact, as in a file:")]
    lines += [line((example, "strong"), (f"  {meaning}", "muted"), indent=2) for example, meaning in examples(rulebook)]
    lines.append(line("Commands:"))
    asked = example_question(rulebook)
    for action in ACTIONS.values():
        key = f"  ({action.key})" if action.key else ""
        name = f"/{action.name} {action.argument}".rstrip()
        such = f", such as /why {asked}" if action.name == "why" and asked else ""
        lines.append(line((f"{name:<14}", "strong"), f" {action.help}{such}", (key, "muted"), indent=2, hang=16))
    return lines
