"""`dragoman audit FILE...`, and `dragoman audit --session SESSION`: the story of a session."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from dragoman.cli import options
from dragoman.cli.command import Command
from dragoman.cli.exit import Exit

if TYPE_CHECKING:
    from dragoman.cli.kept import KeptSession

_FACT = "of a session the life of one fact: 'TYPE: {SLOT: NAME}', or in words"


def arguments(parser: ArgumentParser) -> None:
    """The facts or a session, and perhaps one rule, or of a session one fact."""
    options.situation(parser)
    parser.add_argument("--rule", metavar="ID", default="", help="only the firings of this rule")
    parser.add_argument("--fact", metavar="TEXT", default="", help=_FACT)
    parser.add_argument("--full", action="store_true", help="of a session every change, rule and fact")
    parser.add_argument(
        "--at-end", action="store_true", help="of a session not its story, but every rule that fires at its end"
    )
    options.document(parser)
    options.rulebook(parser)
    options.parameters(parser)
    options.engine(parser)


def run(given: Namespace) -> Exit:
    """Show every firing in order; of a session, who said what and what came of it."""
    from dragoman.cli.inputs import kept_of
    from dragoman.errors import DragomanError

    kept = kept_of(given)
    if kept and not given.at_end:
        return _told(given, kept)
    if given.fact or (given.at_end and not kept):
        raise DragomanError(
            "the life of a fact, and an end, are those of a session: --fact and --at-end go with --session"
        )
    from dragoman.cli.answer import give
    from dragoman.cli.inputs import evaluation_of
    from dragoman.explain.answers import audited
    from dragoman.explain.json_form import audit_json
    from dragoman.views.audit import audit_view

    evaluation = evaluation_of(given)
    audit = audited(evaluation, given.rule)
    title = f"Audit: {evaluation.situation.title}"
    return give(given, lambda: audit_view(audit), lambda: audit_json(audit), title)


def _told(given: Namespace, kept: KeptSession) -> Exit:
    from dragoman.cli.answer import give
    from dragoman.cli.engine import engine_of
    from dragoman.cli.inputs import rulebook_of
    from dragoman.errors import DragomanError
    from dragoman.session.story import told_story
    from dragoman.session.story_about import about_fact, about_rule
    from dragoman.views.story import story_view

    if given.rule and given.fact:
        raise DragomanError("the story of one thing: --rule or --fact, not both")
    story, end = told_story(rulebook_of(given), engine_of(given), kept.row, kept.events)
    if given.rule:
        story = about_rule(story, end, given.rule)
    elif given.fact:
        story = about_fact(story, end, given.fact)
    return give(given, lambda: story_view(story, full=given.full), story.to_dict)


COMMAND = Command("audit", "every rule that fired, in order; or the story of a session", arguments, run, paged=True)
