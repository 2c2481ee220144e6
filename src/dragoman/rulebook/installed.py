"""Which folder a rulebook stands in: one that is named, the one of the environment, or the one that is shipped.

    --rulebook FOLDER      a folder, wherever it is
    --rulebook NAME        one that is installed: beside the program, or as an entry point of any other package
    DRAGOMAN_RULEBOOK      either of the two, for every command that names none
    rulebook = "..."       the same in the file of settings (:mod:`dragoman.settings`)

An entry point of the group `dragoman.rulebooks` names the package that is the folder: `trees = "my_rules.trees"`. The
package is looked up and not imported, so that no code of a rulebook runs.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from difflib import SequenceMatcher
from importlib.util import find_spec
from pathlib import Path

from dragoman.errors import Finding, Place, RulebookError
from dragoman.settings.read import current
from dragoman.source.names import NAME, listed

DEFAULT = "central_asia"
"""The rulebook that is used where none is named."""
VARIABLE = "DRAGOMAN_RULEBOOK"
"""What of the environment names another."""
GROUP = "dragoman.rulebooks"
"""The group of entry points by which other packages bring rulebooks."""
_SHIPPED = "dragoman_rules"
_MARK = "rulebook.yaml"
_LONGEST = 100  # no file system knows a much longer name


def shipped(name: str = DEFAULT) -> Path:
    """The folder of a rulebook that comes with the program."""
    return _home() / name


def folder_of(given: str | Path | None = None, environment: Mapping[str, str] | None = None) -> Path:
    """The folder of the rulebook that is `given` as a path or by name; of the environment's, the settings' or the shipped one if none is.

    A folder goes before an installed rulebook of the same name. What is neither is returned as a path: whoever reads it
    says that nothing is there.

    >>> folder_of("central_asia", {}) == folder_of(None, {}) == shipped()
    True

    Raises:
        RulebookError: if the rulebooks that come with the program are wanted and not there.
    """
    if given is None:
        environment = os.environ if environment is None else environment
        given = environment.get(VARIABLE) or current(environment).text("rulebook") or shipped()
    if not isinstance(given, str) or not NAME.match(given) or len(given) > _LONGEST or Path(given).exists():
        return Path(given)
    beside = shipped(given)
    if (beside / _MARK).is_file():
        return beside
    return _of_others().get(given, Path(given))


def installed() -> dict[str, Path]:
    """All rulebooks that can be named, by name: those that come with the program go before others.

    Raises:
        RulebookError: if those that come with the program are not there.
    """
    beside = {path.parent.name: path.parent for path in _home().glob(f"*/{_MARK}")}
    return dict(sorted({**_of_others(), **beside}.items()))


def instead_of(given: Path) -> str:
    """What to say of a rulebook that is not there: those that can be named, the nearest first. Empty for a path."""
    name = str(given)
    if given.name != name:
        return ""
    nearest = sorted(installed(), key=lambda one: -SequenceMatcher(None, name.casefold(), one).ratio())
    return f", and no rulebook of that name is installed; there are {listed(tuple(nearest))}"


def named_by_variable(given: Path, environment: Mapping[str, str] | None = None) -> str:
    """What to say of a rulebook that cannot be read, if the environment or the settings name it; else the empty string."""
    environment = os.environ if environment is None else environment
    named = environment.get(VARIABLE)
    if named:
        return f"; {VARIABLE} in the environment names it" if Path(named) == given else ""
    found = current(environment).found["rulebook"]
    return f"; the settings name it ({found.place})" if found.value and Path(str(found.value)) == given else ""


def _home() -> Path:
    found = _folder_of_package(_SHIPPED)
    if found is None:
        raise RulebookError([Finding(Place(_SHIPPED), "RB001", "the rulebooks are not installed (README)")])
    return found


def _of_others() -> dict[str, Path]:
    """What entry points name, as far as it is there."""
    from importlib.metadata import entry_points  # noqa: PLC0415 - costs more than to read a rulebook, and few need it

    found: dict[str, Path] = {}
    for point in sorted(entry_points(group=GROUP), key=lambda point: (point.name, point.value)):
        folder = _folder_of_package(point.value)
        if folder is not None and (folder / _MARK).is_file():
            found.setdefault(point.name, folder)
    return found


def _folder_of_package(package: str) -> Path | None:
    """Where a package stands; None if it is not there. Only the outermost is asked for, which imports nothing."""
    outermost, *inner = package.split(".")
    try:
        spec = find_spec(outermost)
    except ValueError:  # it is no name of a package, or one that stands for the running program
        return None
    return Path(spec.submodule_search_locations[0], *inner) if spec and spec.submodule_search_locations else None
