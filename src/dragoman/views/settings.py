"""The settings as lines, and as JSON: `{"format": "dragoman-config", "version": 1, "file", "is_there", "settings", "mistakes"}`.

A setting is `{"name", "value", "from", "place", "variable", "means"}`; a value that is null is the program's to decide.
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.exact.json_shapes import NUMBER, TEXT, TRUTH, Json, document, many, object_of
from dragoman.settings.read import Origin, Settings
from dragoman.settings.table import SETTINGS, Setting
from dragoman.views.lines import BLANK, Line, Part, cells, line

FORMAT, VERSION = "dragoman-config", 1


def settings_view(settings: Settings) -> list[Line]:
    """Name, value and where it comes from, in columns; what it means below each."""
    where = str(settings.path) if settings.path else "no file: there is no home folder"
    there = "" if settings.is_there or not settings.path else " (not there yet)"
    rows = [(name, shown(settings, one), _from(settings, name)) for name, one in SETTINGS.items()]
    first, second, third = (max(cells(row[column]) for row in rows) + 2 for column in (0, 1, 2))
    found = [line(("SETTINGS", "accent"), (f"  {where}{there}", "muted"))]
    for name, value, origin in rows:
        columns = (f"{name:<{first}}", f"{value:<{second}}", f"{origin:<{third}}")
        means: Part = (f"{columns[2]}{SETTINGS[name].help}", "muted")
        found.append(line((columns[0], "strong"), columns[1], means, indent=2, hang=first + second + third))
    return [*found, BLANK, line(("To set one: dragoman config NAME VALUE; to take it back: --unset", "muted"))]


def one_view(settings: Settings, names: Sequence[str]) -> list[Line]:
    """The values alone, for a script."""
    return [line(shown(settings, SETTINGS[name])) for name in names]


def shown(settings: Settings, setting: Setting) -> str:
    """A value in words; what holds by default where nothing is set."""
    value = settings.found[setting.name].value
    if value is None:
        return setting.default
    return ("true" if value else "false") if isinstance(value, bool) else value


def _from(settings: Settings, name: str) -> str:
    found = settings.found[name]
    match found.origin:
        case Origin.VARIABLE:
            return f"from {found.place}"
        case Origin.FILE:
            return f"from line {found.place.rpartition(':')[2]} of the file"
    return "by default"


def settings_json(settings: Settings) -> Json:
    """All of it."""
    found = [
        {
            "name": name,
            "value": settings.found[name].value,
            "from": settings.found[name].origin.value,
            "place": settings.found[name].place,
            "variable": one.variable,
            "means": one.help,
        }
        for name, one in SETTINGS.items()
    ]
    mistakes = [{"source": one.source, "line": one.line, "message": one.message} for one in settings.mistakes]
    file = str(settings.path) if settings.path else ""
    head = {"format": FORMAT, "version": VERSION, "file": file, "is_there": settings.is_there}
    return {**head, "settings": found, "mistakes": mistakes}


def settings_schema() -> Json:
    """Of what :func:`settings_json` gives."""
    value: Json = {"type": ["string", "boolean", "null"]}
    origin: Json = {"enum": [one.value for one in Origin]}
    setting = {"name": TEXT, "value": value, "from": origin, **dict.fromkeys(("place", "variable", "means"), TEXT)}
    mistake = {"source": TEXT, "line": NUMBER, "message": TEXT}
    properties = {
        "file": TEXT,
        "is_there": TRUTH,
        "settings": many(object_of(setting)),
        "mistakes": many(object_of(mistake)),
    }
    return document("the settings", FORMAT, VERSION, properties)
