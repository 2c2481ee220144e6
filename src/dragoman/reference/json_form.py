"""What is looked up in a rulebook as JSON; `dragoman schema situation-list` and the others of `OUTPUTS`.

{"format": "dragoman-situation-list", "version": 1, "rulebook", "situations": [situation]}
{"format": "dragoman-situation-preview", "version": 1, "situation": situation, "facts": [statement]}
{"format": "dragoman-thresholds", "version": 1, "rulebook", "thresholds": [{"name", "value": as text, "unit", "whose", "own",
   "at", "reason", "compares": [{"rule", "wants", "gives"}], "option"}]}
{"format": "dragoman-entity-list", "version": 1, "rulebook", "entities": [{"name", "title", "types", "aliases", "members",
   "groups", "document", "target": whether advice can be kept to it}]}
{"format": "dragoman-fact-types", "version": 1, "rulebook", "types": [{"fact", "from": told, derived or both, "shown_as", "says",
   "question", "words", "slots": [{"name", "kind": entity, words or value, "takes", "optional"}], "found": null or {"where", "text"}}]}
{"format": "dragoman-explained", "version": 1, "rulebook", "words": [{"kind", "name", "title", "sentences"}]}
situation = {"name", "title", "as_of": or empty, "based_on", "own_facts", "inherited_facts", "place", "problem": or empty}

A statement is as :mod:`dragoman.advice.json_form` has it. "takes" are names of entities or words, or one text for a number.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from dragoman.advice.json_form import voice_json
from dragoman.conversation.shown import Explained
from dragoman.conversation.terms import TermKind
from dragoman.exact.json_shapes import NUMBER, STATEMENTS, TEXT, TRUTH, Json, document, many, maybe, object_of, words_of
from dragoman.reference.forms import EntityEntry, Hit, Listed, Preview, Threshold, Where
from dragoman.rulebook.forms import FactType, Origin, Rulebook, Slot, ValueSlot
from dragoman.values.entity import Entities

VERSION = 1


def situations_json(rulebook: Rulebook, found: Iterable[Listed]) -> Json:
    """The situations of a rulebook."""
    return {**_head("situation-list"), "rulebook": rulebook.id, "situations": list(map(_listed, found))}


def preview_json(found: Preview) -> Json:
    """One situation with what it tells."""
    return {
        **_head("situation-preview"),
        "situation": _listed(found.listed),
        "facts": list(map(voice_json, found.told)),
    }


def thresholds_json(rulebook: Rulebook, found: Iterable[Threshold]) -> Json:
    """The thresholds of a rulebook."""
    return {**_head("thresholds"), "rulebook": rulebook.id, "thresholds": list(map(_threshold, found))}


def entities_json(rulebook: Rulebook, found: Iterable[EntityEntry]) -> Json:
    """Entities, groups, instruments."""
    return {**_head("entity-list"), "rulebook": rulebook.id, "entities": list(map(_entity, found))}


def vocabulary_json(rulebook: Rulebook, found: Iterable[tuple[FactType, Hit | None]]) -> Json:
    """Fact types, and where in each a word was found."""
    types = [_fact_type(rulebook, fact, hit) for fact, hit in found]
    return {**_head("fact-types"), "rulebook": rulebook.id, "types": types}


def explained_json(rulebook: Rulebook, found: Iterable[Explained]) -> Json:
    """What words mean."""
    words = [
        {"kind": one.term.kind.value, "name": one.term.name, "title": one.title, "sentences": list(one.sentences)}
        for one in found
    ]
    return {**_head("explained"), "rulebook": rulebook.id, "words": words}


def _head(name: str) -> Json:
    return {"format": f"dragoman-{name}", "version": VERSION}


def _listed(one: Listed) -> Json:
    return {
        "name": one.name,
        "title": one.title,
        "as_of": one.as_of.isoformat() if one.as_of else "",
        "based_on": list(one.based_on),
        "own_facts": one.own,
        "inherited_facts": one.inherited,
        "place": one.place,
        "problem": one.problem,
    }


def _threshold(one: Threshold) -> Json:
    return {
        "name": one.name,
        "value": one.value,
        "unit": one.unit,
        "whose": one.whose,
        "own": one.own,
        "at": list(one.at),
        "reason": one.reason,
        "compares": [{"rule": c.rule, "wants": c.wants, "gives": list(c.gives)} for c in one.compares],
        "option": one.option,
    }


def _entity(one: EntityEntry) -> Json:
    return {
        "name": one.name,
        "title": one.title,
        "types": list(one.types),
        "aliases": list(one.aliases),
        "members": list(one.members),
        "groups": list(one.groups),
        "document": one.document,
        "target": one.is_target,
    }


def _fact_type(rulebook: Rulebook, fact: FactType, hit: Hit | None) -> Json:
    return {
        "fact": fact.name,
        "from": fact.origin.value,
        "shown_as": fact.shown_as.value if fact.shown_as else "",
        "says": fact.says,
        "question": fact.question,
        "words": list(fact.words),
        "slots": [_slot(rulebook, slot) for slot in fact.slots],
        "found": {"where": hit.where.value, "text": hit.text} if hit else None,
    }


def _slot(rulebook: Rulebook, slot: Slot | ValueSlot) -> Json:
    if isinstance(slot, ValueSlot):
        return {"name": slot.name, "kind": "value", "takes": [slot.kind.described()], "optional": False}
    if isinstance(slot.kind, Entities):
        takes = [one.name for one in rulebook.entities.values() if slot.kind.takes(one)]
        return {"name": slot.name, "kind": "entity", "takes": takes, "optional": slot.optional}
    return {"name": slot.name, "kind": "words", "takes": list(slot.words), "optional": slot.optional}


# -- schemas

_TEXTS = many(TEXT)
_LISTED = object_of(
    {
        **dict.fromkeys(("name", "title", "as_of", "place", "problem"), TEXT),
        "based_on": _TEXTS,
        "own_facts": NUMBER,
        "inherited_facts": NUMBER,
    }
)


def _situations() -> Json:
    return _document("the situations of a rulebook", "situation-list", {"rulebook": TEXT, "situations": many(_LISTED)})


def _preview() -> Json:
    return _document(
        "a situation before anything follows", "situation-preview", {"situation": _LISTED, "facts": STATEMENTS}
    )


def _thresholds() -> Json:
    compares = object_of({"rule": TEXT, "wants": TEXT, "gives": _TEXTS})
    texts = dict.fromkeys(("name", "value", "unit", "whose", "own", "reason", "option"), TEXT)
    one = object_of({**texts, "at": _TEXTS, "compares": many(compares)})
    return _document("the thresholds of a rulebook", "thresholds", {"rulebook": TEXT, "thresholds": many(one)})


def _entities() -> Json:
    lists = dict.fromkeys(("types", "aliases", "members", "groups"), _TEXTS)
    one = object_of({**dict.fromkeys(("name", "title", "document"), TEXT), **lists, "target": TRUTH})
    return _document("the entities of a rulebook", "entity-list", {"rulebook": TEXT, "entities": many(one)})


def _vocabulary() -> Json:
    kind = {"enum": ["entity", "words", "value"]}
    slot = object_of({"name": TEXT, "kind": kind, "takes": _TEXTS, "optional": TRUTH})
    one = object_of(
        {
            **dict.fromkeys(("fact", "shown_as", "says", "question"), TEXT),
            "from": words_of(Origin),
            "words": _TEXTS,
            "slots": many(slot),
            "found": maybe(object_of({"where": words_of(Where), "text": TEXT})),
        }
    )
    return _document("fact types of a rulebook", "fact-types", {"rulebook": TEXT, "types": many(one)})


def _explained() -> Json:
    one = object_of({"kind": words_of(TermKind), "name": TEXT, "title": TEXT, "sentences": _TEXTS})
    return _document("what words mean", "explained", {"rulebook": TEXT, "words": many(one)})


def _document(title: str, name: str, properties: Json) -> Json:
    return document(title, f"dragoman-{name}", VERSION, properties)


OUTPUTS: Mapping[str, Callable[[], Json]] = {
    "situation-list": _situations,
    "situation-preview": _preview,
    "thresholds": _thresholds,
    "entity-list": _entities,
    "fact-types": _vocabulary,
    "explained": _explained,
}
"""What makes the schema of each kind."""
