"""The commands: one a module, and one table that the parser, the help and the dispatcher share."""

from __future__ import annotations

from dragoman.cli.command import Command
from dragoman.cli.commands import (
    advise,
    ask,
    audit,
    board,
    brief,
    chat,
    check,
    config,
    coverage,
    diff,
    facts,
    flips,
    graph,
    interview,
    new_rulebook,
    new_situation,
    passages,
    read,
    robust,
    rules,
    schema,
    serve,
    sessions,
    sources,
    test,
    vocabulary,
    what_if,
    why,
    why_not,
)

COMMANDS: dict[str, Command] = {
    command.name: command
    for command in (
        advise.COMMAND,
        why.COMMAND,
        why_not.COMMAND,
        what_if.COMMAND,
        diff.COMMAND,
        flips.COMMAND,
        robust.COMMAND,
        sources.COMMAND,
        ask.COMMAND,
        board.COMMAND,
        audit.COMMAND,
        brief.COMMAND,
        graph.COMMAND,
        chat.COMMAND,
        serve.COMMAND,
        interview.COMMAND,
        sessions.COMMAND,
        facts.COMMAND,
        read.COMMAND,
        new_situation.COMMAND,
        new_rulebook.COMMAND,
        check.COMMAND,
        schema.COMMAND,
        coverage.COMMAND,
        passages.COMMAND,
        test.COMMAND,
        rules.COMMAND,
        vocabulary.COMMAND,
        config.COMMAND,
    )
}
"""By name, in the order of the help."""
