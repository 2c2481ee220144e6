"""What is looked up in a rulebook, as lines: situations, thresholds, entities, words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dragoman.advice.recommended import listed
from dragoman.conversation.shown import Explained
from dragoman.reference.forms import Compares, EntityEntry, Hit, Listed, Preview, Threshold, Where
from dragoman.rulebook.forms import Rulebook
from dragoman.rulebook.words import capital
from dragoman.views.advice import voice
from dragoman.views.lines import BLANK, Line, Part, counted, line

_FEW = 12
"""So many facts of a preview are shown where not all is asked for."""


# -- situations


def situations_view(rulebook: Rulebook, found: Sequence[Listed]) -> list[Line]:
    """A line or two for each, and how to go on."""
    if not found:
        return [line(f"The rulebook {rulebook.id} has no situations.")]
    lines = [line((rulebook.title, "title")), BLANK]
    for one in found:
        lines += [line((one.name, "strong"), *_of(one), indent=2), line(_told(one), indent=4)]
    first = next((one.name for one in found if not one.problem), found[0].name)
    return [
        *lines,
        BLANK,
        line((f"{counted(len(found), 'situation')}; 'dragoman situations {first}' shows one, ", "muted")),
        line((f"'dragoman advise {first}' what is advised in it", "muted")),
    ]


def _of(one: Listed) -> Iterator[Part]:
    if one.as_of:
        yield (f"  as of {one.as_of.isoformat()}", "muted")
    if one.based_on:
        yield (f", based on {one.based_on[0]}", "muted")


def _told(one: Listed) -> Part:
    if one.problem:
        return (f"cannot be read: {one.problem}", "bad")
    inherited = f" and {one.inherited} inherited" if one.inherited else ""
    return f"{capital(one.title)} ({counted(one.own, 'fact')}{inherited})"


def preview_view(found: Preview, *, full: bool = False) -> list[Line]:
    """What a situation says: whose word each fact is, and what it starts from."""
    one = found.listed
    head: list[Part] = [(f"as of {one.as_of.isoformat()}" if one.as_of else "no date", "muted")]
    if one.based_on:
        head.append((f" · based on {', then '.join(one.based_on)} ({counted(one.inherited, 'fact')})", "muted"))
    head.append((f" · {one.place}", "muted"))
    shown = found.told if full or len(found.told) <= _FEW + 1 else found.told[:_FEW]
    left = len(found.told) - len(shown)
    return [
        line((one.title, "title")),
        line(*head),
        BLANK,
        line(("ITS OWN FACTS", "accent"), (f"  {len(found.told)}", "muted")),
        *(line("• ", *voice(said), indent=2) for said in shown),
        *([line((f"and {left} more (--full)", "muted"), indent=2)] if left else []),
        BLANK,
        line((f"'dragoman advise {one.name}' says what is advised, 'dragoman facts {one.name}' is the file", "muted")),
    ]


# -- thresholds


def thresholds_view(rulebook: Rulebook, found: Sequence[Threshold]) -> list[Line]:
    """Each with its value, whose it is and why, what it decides, and what changes it."""
    if not found:
        return [line(f"The rulebook {rulebook.id} has no thresholds.")]
    lines = [line((rulebook.title, "title"))]
    for one in found:
        lines += [BLANK, *_threshold(one)]
    return [
        *lines,
        BLANK,
        line((f"{counted(len(found), 'threshold')}; an option is for one run of a command", "muted")),
    ]


def _threshold(one: Threshold) -> Iterator[Line]:
    where = f" (report {', '.join(one.at)})" if one.at else ""
    whose = f"  {one.whose}{where}" if not one.own else f"  yours for this run; the rulebook's own is {one.own}"
    yield line((one.name, "strong"), f"  {one.value} {one.unit}", (whose, "muted" if not one.own else "warn"))
    decided: dict[str, list[Compares]] = {}
    for compared in one.compares:
        for sentence in compared.gives:
            decided.setdefault(sentence, []).append(compared)
    for sentence, found in decided.items():
        rules = ", ".join(dict.fromkeys(compared.rule for compared in found))
        yield line(("decides whether ", "accent"), sentence, (f"  {rules}", "muted"), indent=2)
    if not one.compares:
        yield line(("no rule compares anything with it", "warn"), indent=2)
    if one.reason:
        yield line(("why ", "accent"), one.reason, indent=2)
    yield line(("another ", "accent"), one.option, indent=2)


# -- entities


def entities_view(rulebook: Rulebook, found: Sequence[EntityEntry], *, searched: bool = False) -> list[Line]:
    """By kind, those that a group joins after it; one alone whole."""
    titles = {one.name: one.title for one in rulebook.entities.values()}
    if len(found) == 1 and searched:
        return list(_whole(found[0], titles))
    lines: list[Line] = []
    kinds: dict[str, list[EntityEntry]] = {}
    for one in found:
        kinds.setdefault(_kind(one), []).append(one)
    for kind, members in kinds.items():
        lines += [line((kind.upper(), "accent")), *(_entry(one) for one in members), BLANK]
    whom = "advice can be kept to those marked with *: --for NAME"
    return [*lines, line((f"{_entities(len(found))}; {whom}; 'dragoman entities WORD' searches", "muted"))]


def _entities(number: int) -> str:
    return "1 entity" if number == 1 else f"{number} entities"


def _kind(one: EntityEntry) -> str:
    if one.members:
        return "groups"
    if one.document:
        return "instruments"
    return ", ".join(kind.replace("_", " ") for kind in one.types) or "others"


def _entry(one: EntityEntry) -> Line:
    mark = "*" if one.is_target else ""
    called = f"  also {', '.join(one.aliases)}" if one.aliases else ""
    joins = f"  {', '.join(one.members)}" if one.members else ""
    return line((one.name, "strong"), f"{mark}  {one.title}", joins, (called, "muted"), indent=2)


def _whole(one: EntityEntry, titles: dict[str, str]) -> Iterator[Line]:
    yield line((one.name, "title"), f"  {one.title}")
    rows: tuple[tuple[str, str], ...] = (
        ("kind ", "a group" if one.members else ", ".join(kind.replace("_", " ") for kind in one.types)),
        ("also called ", ", ".join(one.aliases)),
        ("stands for ", listed([titles[name] for name in one.members])),
        ("belongs to ", listed([titles[name] for name in one.groups])),
        ("document ", one.document),
        ("advice can be kept to it: ", f"--for {one.name}" if one.is_target else ""),
    )
    for label, text in rows:
        if text:
            yield line((label, "accent"), text, indent=2)


# -- words


def hits_view(rulebook: Rulebook, word: str, hits: Sequence[Hit]) -> list[Line]:
    """Fact types with a word, each with the place where it stands."""
    lines = []
    for hit in hits:
        fact = rulebook.facts[hit.fact]
        slots = ", ".join(slot.name for slot in fact.slots)
        lines.append(
            line((fact.name, "strong"), f" {{{slots}}}", (f"  {fact.question or fact.says}", "muted"), indent=2)
        )
        if hit.where in (Where.WORDS, Where.SLOT):
            found = "called" if hit.where is Where.WORDS else "in the slot" if ":" not in hit.text else "can be"
            lines.append(line((f"{found} ", "accent"), hit.text, indent=4))
    counts = f"{counted(len(hits), 'fact type')} with '{word}'"
    return [*lines, BLANK, line((f"{counts}; 'dragoman vocabulary {hits[0].fact}' shows one whole", "muted"))]


def explained_view(found: Iterable[Explained]) -> list[Line]:
    """What words mean, in sentences."""
    lines: list[Line] = []
    for one in found:
        lines += [BLANK, line((one.title, "title"), (f"  {one.term.kind.value}", "muted"))]
        lines += [line(capital(text), indent=2) for text in one.sentences]
    return lines[1:]
