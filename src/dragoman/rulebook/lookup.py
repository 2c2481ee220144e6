"""An entity by whatever a person calls it."""

from __future__ import annotations

from dragoman.errors import UnknownNameError
from dragoman.rulebook.forms import Rulebook
from dragoman.source.names import did_you_mean
from dragoman.source.nodes import shorten


def entity_named(rulebook: Rulebook, text: str) -> str:
    """The entity of that name, title or alias, in whatever case.

    Raises:
        UnknownNameError: if there is none; the message offers the nearest.
    """
    wanted = text.casefold().strip()
    names: dict[str, str] = {}
    for entity in rulebook.entities.values():
        for name in (entity.name, entity.title, *entity.aliases):
            names.setdefault(name.casefold(), entity.name)
    if wanted in names:
        return names[wanted]
    raise UnknownNameError(f"there is no entity '{shorten(text)}'{did_you_mean(text, names)}")


def state_named(rulebook: Rulebook, text: str) -> str:
    """The same, for a member of a group: what advice can be kept to.

    Raises:
        UnknownNameError: if there is no such entity, or it is a member of no group.
    """
    name = entity_named(rulebook, text)
    members = [member for entity in rulebook.entities.values() for member in entity.members]
    if name not in members:
        it_can = f"it can to {', '.join(dict.fromkeys(members))}" if members else "this rulebook has no groups"
        raise UnknownNameError(f"advice cannot be kept to {rulebook.entities[name].title}; {it_can}")
    return name
