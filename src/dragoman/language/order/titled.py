"""Who holds an office, and those who are with him, as the phrases of a rulebook have them.

    Rector Odrin is suspended          ->  the rector of Karsund Tech is suspended
    Odrin has quit as rector           ->  the rector of Karsund Tech has quit
    Xi and his people back B           ->  Xi backs B
    Lukashenko's Belarus joins         ->  Belarus joins

As for all that :mod:`dragoman.language.order.rearranged` does, an order counts only if nothing of the sentence is left over.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.language.grammar.grammar import Grammar
from dragoman.language.grammar.lexicon import ANY, GOVERNMENT, NAME
from dragoman.language.line.line import Line
from dragoman.language.line.mentions import PRONOUN, Mention
from dragoman.language.turns.renamed import said_for
from dragoman.language.words import english
from dragoman.language.words.tokens import Token, words_of

_OFFICES = frozenset(
    english.lines(
        "rector | president | chancellor | minister | mayor | governor | king | queen | emperor | captain | coach | director | manager"
        "| chairman | chairwoman | chair | chief | principal | dean | editor | secretary | ambassador | general | admiral | bishop"
        "| premier | head | boss | owner | founder | skipper | curator | conductor | abbot | speaker | commissioner"
    )
)
_OWN = frozenset({"his", "her", "its", "their"})
_WITH_HIM = frozenset(
    english.lines(
        "people | government | council | cabinet | team | ministers | administration | advisers | advisors | staff | aides | board"
        "| entourage | circle | men | officials | colleagues | crew | deputies | spokesmen"
    )
)
"""Those who do what he does: his friends, rivals and neighbours may do something else."""


def titled(line: Line) -> Iterator[list[Token]]:
    """The tokens of a sentence in each such order that it has."""
    named = [(at, m) for at, several in enumerate(line.mentions) for m in several[:1] if m.kind != PRONOUN]
    for at, mention in named:
        if len(mention.names) != 1:
            continue
        for order in (_in_office, _as_office, _with_him, _of_his):
            tokens = order(line, at, mention)
            if tokens is not None:
                yield tokens
    yield from _leading(line)


def _leading(line: Line) -> Iterator[list[Token]]:
    """`Odrin has quit`, who leads Karsund Tech: its rector has quit, its head, whoever its phrases speak of."""
    mention = next((m for m in line.mentions[0] if m.kind != PRONOUN and len(m.names) == 1), None)
    if mention is None:
        return
    kinds = line.grammar.rulebook.entities[mention.names[0]].kinds
    leaders = {tuple(words_of(alias)) for alias, kind in kinds.items() if kind == "leader"}
    if tuple(line.texts[: mention.end]) in leaders:
        for office in _offices_of(line.grammar):
            yield [*_holder(line, office, mention, line.tokens[0]), *line.tokens[mention.end :]]


def _offices_of(grammar: Grammar) -> list[str]:
    """The offices that phrases speak of as those of somebody: `the (rector|head) of {university}`."""
    return [word for word in grammar.columns.header["of somebody"] if word in _OFFICES]


def _in_office(line: Line, at: int, mention: Mention) -> list[Token] | None:
    """`Rector Odrin`: the rector of Karsund Tech."""
    office = line.texts[at]
    is_held = mention.kind in (GOVERNMENT, NAME) and mention.end > at + 1 and office in _OFFICES
    if not is_held or office not in line.grammar.surface or office in _title(line, mention):
        return None
    start = at - (at > 0 and line.texts[at - 1] in english.ARTICLES)
    return [*line.tokens[:start], *_holder(line, office, mention, line.tokens[at]), *line.tokens[mention.end :]]


def _as_office(line: Line, at: int, mention: Mention) -> list[Token] | None:
    """`Odrin has quit as rector`: the rector of Karsund Tech has quit."""
    as_ = next((n for n in range(mention.end + 1, len(line) - 1) if line.texts[n] == "as"), None)
    if as_ is None or mention.kind not in (GOVERNMENT, NAME) or line.is_cut(as_ - 1):
        return None
    last = as_ + 1 + (line.texts[as_ + 1] in english.ARTICLES | _OWN)
    is_office = last < len(line) and line.texts[last] in _OFFICES and not any(line.mentions[mention.end : last + 1])
    if not is_office or not (last + 1 == len(line) or line.is_cut(last + 1)):
        return None
    who = _holder(line, line.texts[last], mention, line.tokens[at])
    return [*line.tokens[:at], *who, *line.tokens[mention.end : as_], *line.tokens[last + 1 :]]


def _with_him(line: Line, at: int, mention: Mention) -> list[Token] | None:
    """`Xi and his people`: Xi."""
    end = mention.end
    if line.texts[end : end + 1] != ["and"] or line.texts[end + 1 : end + 2] == [] or line.texts[end + 1] not in _OWN:
        return None
    last = end + 2 + (line.texts[end + 2 : end + 3] == ["inner"])
    is_own = line.texts[last : last + 1] != [] and line.texts[last] in _WITH_HIM and not line.mentions[last]
    return [*line.tokens[:end], *line.tokens[last + 1 :]] if is_own else None


def _of_his(line: Line, at: int, mention: Mention) -> list[Token] | None:
    """`Lukashenko's Belarus`: Belarus."""
    end = mention.end
    if mention.kind != GOVERNMENT or line.texts[end : end + 1] != ["'s"] or end + 1 == len(line):
        return None
    is_own = any(m.names == mention.names and m.kind in (NAME, ANY) for m in line.mentions[end + 1])
    return [*line.tokens[:at], *line.tokens[end + 1 :]] if is_own else None


def _title(line: Line, mention: Mention) -> tuple[str, ...]:
    return tuple(words_of(line.grammar.lexicon.entities[mention.names[0]].title.casefold()))


def _holder(line: Line, office: str, mention: Mention, like: Token) -> list[Token]:
    return said_for(("the", office, "of", *_title(line, mention)), like)
