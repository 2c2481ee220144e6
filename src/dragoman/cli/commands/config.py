"""`dragoman config [NAME [VALUE] | path]`: which settings hold and where each comes from; or one of them set."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from dragoman.cli import options
from dragoman.cli.command import Command
from dragoman.cli.exit import Exit
from dragoman.settings.table import Setting, Value
from dragoman.source.nodes import shorten

_PATH = "path"
"""In place of a name: where the file is."""


def arguments(parser: ArgumentParser) -> None:
    """What to show or set."""
    text = "one setting; or 'path', to show where the file is (default: all of them)"
    parser.add_argument("name", metavar="NAME", nargs="?", help=text)
    parser.add_argument("value", metavar="VALUE", nargs="?", help="what to set it to, in the file")
    parser.add_argument("--unset", action="store_true", help="take NAME out of the file, so that the default holds")
    parser.add_argument("--json", action="store_true", help="the same as --format json")
    options.output_format(parser)
    parser.set_defaults(check=_mistake)


def _mistake(given: Namespace) -> str:
    """What is wrong with what was given together."""
    if given.unset and (given.name in (None, _PATH) or given.value is not None):
        return "--unset takes the NAME of a setting and no VALUE"
    return "'path' shows where the file is; DRAGOMAN_CONFIG=FILE names another" if _is_moving(given) else ""


def _is_moving(given: Namespace) -> bool:
    return given.name == _PATH and given.value is not None


def run(given: Namespace) -> Exit:
    """Show them, or set one and show it."""
    from dragoman.cli.inputs import known_name
    from dragoman.cli.output import complain, put, show, show_json
    from dragoman.settings.read import current
    from dragoman.settings.table import SETTINGS
    from dragoman.views.settings import one_view, settings_json, settings_view

    settings = current()
    if given.name == _PATH:
        put([str(settings.path)] if settings.path else [])
        return Exit.OK if settings.path else Exit.UNUSABLE
    if given.name is not None:
        known_name(given.name, SETTINGS, "setting")
    if given.value is not None or given.unset:
        _remember(given)
        settings = current()
    for mistake in settings.mistakes:
        complain(str(mistake))
    if given.json or given.format == options.Shown.JSON:
        show_json(settings_json(settings))
    elif given.name is None:
        show(settings_view(settings))
    else:
        show(one_view(settings, [given.name]))
    return Exit.FINDINGS if settings.mistakes else Exit.OK


def _remember(given: Namespace) -> None:
    """Set one, and say where that is; and where something goes before it."""
    from dragoman.cli.output import complain
    from dragoman.errors import DragomanError
    from dragoman.settings.read import Origin, current
    from dragoman.settings.table import SETTINGS
    from dragoman.settings.write import remember

    try:
        value = None if given.unset else _whole(SETTINGS[given.name], SETTINGS[given.name].of_text(given.value))
    except ValueError as error:
        raise DragomanError(str(error)) from None
    remember(given.name, value)
    found = current().found[given.name]
    if found.origin is Origin.VARIABLE:
        complain(f"it is in the file now, and {found.place} of the environment goes before it")


def _whole(setting: Setting, value: Value) -> Value:
    """The value as the file needs it: a path that is relative here would be another there.

    Raises:
        ValueError: if it names no rulebook.
    """
    from dragoman.rulebook.files import part
    from dragoman.rulebook.installed import folder_of, instead_of
    from dragoman.settings.table import Kind

    if isinstance(value, bool) or setting.kind is Kind.THEME:
        return value
    here = Path(value).expanduser()
    if setting.kind is Kind.FILE:
        return str(here.absolute())
    if not part(folder_of(value), "rulebook").is_file():
        raise ValueError(f"'{shorten(value)}' is no rulebook{instead_of(here)}")
    return str(here.absolute()) if here.is_dir() else value


COMMAND = Command("config", "the settings that hold, and where each comes from; or sets one", arguments, run)
