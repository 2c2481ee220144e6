"""The commands: one a module, and one table that the parser, the help and the dispatcher share."""

from __future__ import annotations

from dragoman.cli.command import Command
from dragoman.cli.commands import (
    advise,
    ask,
    audit,
    board,
    chat,
    check,
    completion,
    coverage,
    diff,
    doctor,
    entities,
    explain,
    facts,
    flips,
    interview,
    new_situation,
    read,
    robust,
    rules,
    schema,
    sessions,
    situations,
    sources,
    test,
    thresholds,
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
        chat.COMMAND,
        interview.COMMAND,
        sessions.COMMAND,
        facts.COMMAND,
        read.COMMAND,
        new_situation.COMMAND,
        check.COMMAND,
        schema.COMMAND,
        coverage.COMMAND,
        test.COMMAND,
        rules.COMMAND,
        vocabulary.COMMAND,
        situations.COMMAND,
        entities.COMMAND,
        thresholds.COMMAND,
        explain.COMMAND,
        completion.COMMAND,
        doctor.COMMAND,
    )
}
"""By name, in the order of the help."""
