"""`--version`."""

from __future__ import annotations

from dragoman.cli.exit import Exit
from dragoman.cli.output import complain


def version() -> Exit:
    """What is running: the program, the engine, the rulebook."""
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
