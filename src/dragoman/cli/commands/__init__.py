"""The commands: one a module, and one table that the parser, the help and the dispatcher share."""

from __future__ import annotations

from dragoman.cli.command import Command
from dragoman.cli.commands import (
    advise,
    audit,
    chat,
    check,
    coverage,
    facts,
    new_situation,
    read,
    rules,
    schema,
    test,
    vocabulary,
    why,
)

COMMANDS: dict[str, Command] = {
    command.name: command
    for command in (
        advise.COMMAND,
        why.COMMAND,
        audit.COMMAND,
        chat.COMMAND,
        facts.COMMAND,
        read.COMMAND,
        new_situation.COMMAND,
        check.COMMAND,
        schema.COMMAND,
        coverage.COMMAND,
        test.COMMAND,
        rules.COMMAND,
        vocabulary.COMMAND,
    )
}
"""By name, in the order of the help."""
