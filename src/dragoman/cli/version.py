"""`--version`."""

from __future__ import annotations

from argparse import Namespace

from dragoman.cli.exit import Exit
from dragoman.cli.output import complain

_DIGEST = 12
"""So many digits of a digest tell one rulebook from another."""


def version(given: Namespace) -> Exit:
    """What is running: the program, the engine that fires, the rulebook that is asked for with its digest.

    Raises:
        RulebookError: if the rulebook has mistakes.
    """
    from dragoman import __version__
    from dragoman.engines.select import default_engine
    from dragoman.rulebook.cache import load_rulebook

    engine, rulebook = default_engine(complain).name.replace("durable_rules", durable()), load_rulebook(given.before)
    whole = f"{rulebook.id} {rulebook.version} (digest {rulebook.digest[:_DIGEST]})"
    print(f"dragoman {__version__}, engine {engine}, rulebook {whole}")
    return Exit.OK


def durable() -> str:
    """The rule engine's library with its version."""
    from importlib.metadata import PackageNotFoundError
    from importlib.metadata import version as version_of

    try:
        return f"durable_rules {version_of('durable_rules')}"
    except PackageNotFoundError:
        return "durable_rules"
