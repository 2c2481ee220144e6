"""An entity by whatever a person calls it, and whom advice can be kept to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dragoman.errors import UnknownNameError
from dragoman.rulebook.forms import Rulebook, Slot
from dragoman.source.names import did_you_mean
from dragoman.source.nodes import shorten
from dragoman.values.entity import Entities, Entity, by_any_name

_NAMED = 8
"""So many of those that advice can be kept to are named."""


def entity_named(rulebook: Rulebook, text: str) -> str:
    """The entity of that name, title or alias, in whatever case, with or without `the`.

    Raises:
        UnknownNameError: if there is none, or more than one; the message offers the nearest.
    """
    return _named(rulebook.entities, text)


def target_slots(rulebook: Rulebook) -> tuple[Slot, ...]:
    """The slots of recommendations that say for whom they are."""
    found = []
    for recommendation in rulebook.recommendations.values():
        keys = rulebook.facts[recommendation.id].keys
        found += [slot for slot in keys if slot.name == recommendation.target]
    return tuple(found)


def targets(rulebook: Rulebook) -> tuple[str, ...]:
    """Whom recommendations can be for: names of entities, or words; in the order of the vocabulary."""
    found: dict[str, None] = {}
    for slot in target_slots(rulebook):
        found.update(dict.fromkeys(slot.kind.choices(rulebook.entities, is_told=False)))
    return tuple(found)


def targets_named(rulebook: Rulebook, texts: str | Sequence[str]) -> tuple[str, ...]:
    """Whom advice is to be kept to, by any of their names, each once; a group stands for its members.

    Raises:
        UnknownNameError: if there is nobody of that name, or no recommendation can be for them; the message offers the
            nearest.
    """
    found: dict[str, None] = {}
    for text in (texts,) if isinstance(texts, str) else texts:
        found.update(dict.fromkeys(_targets_called(rulebook, text)))
    return tuple(found)


def _targets_called(rulebook: Rulebook, text: str) -> Sequence[str]:
    possible = targets(rulebook)
    words = {word: slot for slot in target_slots(rulebook) for word in slot.words}
    if (word := text.strip().casefold().replace(" ", "_")) in words:
        return (word,)
    entity = rulebook.entities[_named(rulebook.entities, text)]
    if entity.name in possible:
        return (entity.name,)
    members = [name for name in entity.members if name in possible]
    if members:
        return members
    if not possible:
        what = "the recommendations of this rulebook are for nobody in particular"
        raise UnknownNameError(f"advice cannot be kept to {entity.title}; {what}")
    shown = [*possible[:_NAMED], *([f"{len(possible) - _NAMED} more"] if len(possible) > _NAMED else [])]
    hint = did_you_mean(text, possible) or f"; it can to {', '.join(shown)}"
    raise UnknownNameError(f"advice cannot be kept to {entity.title}{hint}")


def _named(entities: Mapping[str, Entity], text: str) -> str:
    wanted = text.casefold().strip()
    spellings = by_any_name(entities)
    meant = spellings.get(wanted) or spellings.get(wanted.removeprefix("the "), ())
    exact = next((name for name in meant if name == wanted), "")
    if exact or len(meant) == 1:
        return exact or meant[0]
    if meant:
        raise UnknownNameError(f"'{shorten(text)}' could be {' or '.join(meant)}")
    raise UnknownNameError(f"there is no entity '{shorten(text)}'{did_you_mean(text, spellings)}")


def takes_a_target(rulebook: Rulebook, slot: Slot) -> bool:
    """Whether whom a recommendation is for can stand in `slot`: an entity of that type, or the same words."""
    wanted = target_slots(rulebook)
    if isinstance(slot.kind, Entities):
        return any(not set(slot.types).isdisjoint(target.types) for target in wanted)
    return any(slot.words == target.words for target in wanted)
