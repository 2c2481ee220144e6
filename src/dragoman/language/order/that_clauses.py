"""What somebody suspects, forbids, refuses, wants or says, with a clause for the noun of a phrase, or the other way round.

    the police suspect that A fixes games      ->  the police suspect A of fixing games
    it is suspected that A fixes games         ->  A is suspected of fixing games
    A is suspected to have fixed games         ->  A is suspected of fixing games
    A forbids exporting B                      ->  A forbids the export of B
    A's refusal to sell B                      ->  A refuses to sell B
    A wants B to pay 3; B is to pay 3, A asks  ->  A wants that B pay 3; A asks that B pay 3
    A demands that B resign                    ->  A demands the resignation of B
    according to A, B is to blame              ->  A says that B is to blame; B is to blame, says A

As for all that :mod:`dragoman.language.order.rearranged` does, an order counts only if nothing of the sentence is left over.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.language.grammar.derive import PREPOSITIONS
from dragoman.language.line.line import Line
from dragoman.language.turns.fixed import has_together
from dragoman.language.turns.renamed import is_denied, named_at, said_for
from dragoman.language.words import english
from dragoman.language.words.tokens import Token
from dragoman.language.words.verbs import Form, first_form, first_of_past, inflected

_SUSPECTING = frozenset({"suspect", "suspects", "suspected", "suspecting"})
_SUSPECTED = (
    ("it", "is", "suspected", "that"),
    ("there", "is", "a", "suspicion", "that"),
    ("there", "is", "suspicion", "that"),
)
_FORBIDDING = frozenset(
    english.lines(
        "ban | bans | banned | forbid | forbids | forbade | prohibit | prohibits | prohibited | outlaw | outlaws | outlawed"
    )
)
_OWN_DEEDS = {
    "refusal": ("refuses", "refuse"),
    "threat": ("threatens", "threaten"),
    "plan": ("plans", "plan"),
    "wish": ("wants", "want"),
}
_WANTING = frozenset({"wants", "want"})
_DEMANDS = {
    "demands": "demands",
    "demand": "demand",
    "asks": "asks",
    "wants": "wants",
    "insists": "insists",
    "says": "",
}
_DEMANDING = frozenset(english.lines("demand | demands | demanded | demanding"))
_LEAVING = {
    "resign": ("resignation",),
    "leave": ("departure", "exit"),
    "go": ("departure", "exit"),
    "withdraw": ("withdrawal",),
}
_CLAIMS = frozenset(
    english.lines("says | say | claims | claim | alleges | allege | complains | complain | insists | insist")
)
_HELPING = english.BE | english.HAVE
_LEAST = 4


def that_clauses(line: Line) -> Iterator[list[Token]]:
    """The tokens of a sentence in each such form."""
    texts = line.texts
    if not _SUSPECTING.isdisjoint(texts) or "suspicion" in texts:
        yield from _suspected(line)
    if not _FORBIDDING.isdisjoint(texts):
        yield from _forbidden(line)
    if not _OWN_DEEDS.keys().isdisjoint(texts):
        yield from _own_deed(line)
    if "to" in texts and not is_denied(line):
        yield from _wanted(line)
    if "that" in texts and not _DEMANDING.isdisjoint(texts):
        yield from _left(line)
    yield from _said(line)


def _doing(text: str) -> str:
    """What somebody does or did, as what he is doing; empty of no verb that shows."""
    if text in english.BE | english.HAVE | english.DO | english.MODALS | PREPOSITIONS:
        return ""
    base = first_of_past(text) or first_form(text, Form.THIRD)
    return inflected(base, Form.DOING) if base.isalpha() and len(base) > 2 else ""


def _suspected(line: Line) -> Iterator[list[Token]]:
    """`suspect that A fixes it`, `it is suspected that A fixes it`, `A is suspected to fix it`, as that they suspect A of fixing it."""
    texts = line.texts
    for opening in _SUSPECTED:
        named = named_at(line, len(opening)) if tuple(texts[: len(opening)]) == opening else None
        if named is not None and named.end < len(line) - 1 and (doing := _doing(texts[named.end])):
            like = line.tokens[named.end]
            said = said_for(("is", "suspected", "of", doing), like)
            yield [*line.tokens[len(opening) : named.end], *said, *line.tokens[named.end + 1 :]]
    at = next((at for at in range(1, len(line) - 3) if texts[at] in _SUSPECTING), 0)
    named = named_at(line, at + 2) if at and texts[at + 1] == "that" else None
    if named is not None and named.end < len(line) - 1 and (doing := _doing(texts[named.end])):
        said = said_for(("of", doing), line.tokens[named.end])
        yield [*line.tokens[: at + 1], *line.tokens[at + 2 : named.end], *said, *line.tokens[named.end + 1 :]]
    verb = at + 2 + (texts[at + 2 : at + 3] == ["have"])
    is_to = at > 0 and texts[at + 1] == "to" and texts[at - 1] in english.BE | english.NEGATORS and verb < len(line) - 1
    if is_to and (doing := _doing(texts[verb])):
        yield [*line.tokens[: at + 1], *said_for(("of", doing), line.tokens[verb]), *line.tokens[verb + 1 :]]


def _forbidden(line: Line) -> Iterator[list[Token]]:
    """`forbids exporting B` as `forbids the export of B`, `forbids exports of B`, where phrases have that noun."""
    texts = line.texts
    for at in range(1, len(line) - 2):
        if texts[at] in _FORBIDDING and texts[at + 1].endswith("ing") and not line.mentions[at + 1]:
            noun = first_form(texts[at + 1], Form.DOING)
            for said in (("the", noun, "of"), (f"{noun}s", "of")):
                if noun in line.grammar.surface or f"{noun}s" in line.grammar.surface:
                    yield [*line.tokens[: at + 1], *said_for(said, line.tokens[at + 1]), *line.tokens[at + 2 :]]


def _own_deed(line: Line) -> Iterator[list[Token]]:
    """`A's refusal to sell B`, `the refusal of A to sell B`, as `A refuses to sell B`."""
    texts = line.texts
    at = next((at for at in range(min(len(line) - 2, _LEAST * 2)) if texts[at] in _OWN_DEEDS), -1)
    if at < 1:
        return
    named = named_at(line, 0) if texts[at - 1] == "'s" else named_at(line, at + 2) if texts[at + 1] == "of" else None
    is_first = named is not None and texts[at - 1] == "'s" and named.end == at - 1
    is_last = named is not None and texts[at + 1] == "of" and texts[:at] == ["the"]
    end = at + 1 if is_first or named is None else named.end
    if named is None or not (is_first or is_last) or texts[end : end + 1] != ["to"] or end + 2 >= len(line):
        return
    who = line.tokens[: named.end] if is_first else line.tokens[at + 2 : named.end]
    for does in _OWN_DEEDS[texts[at]]:
        yield [*who, *said_for((does,), line.tokens[at]), *line.tokens[end:]]


def _wanted(line: Line) -> Iterator[list[Token]]:
    """`A wants B to pay 3`, `B is to pay 3, A demands` as `A wants that B pay 3`, `A demands that B pay 3`."""
    texts = line.texts
    who = named_at(line, 0)
    if who is None or who.end >= len(line) - _LEAST:
        return
    whom = named_at(line, who.end + 1) if texts[who.end] in _WANTING else None
    is_said = whom is not None and has_together(line.grammar, (line.tokens[who.end].stem, "that"))
    is_to = whom is not None and is_said and texts[whom.end : whom.end + 1] == ["to"]
    if whom is not None and is_to and any(line.figures[whom.end + 2 :]) and texts[whom.end + 1] not in _HELPING:
        that = said_for(("that",), line.tokens[whom.end])
        thing = [*line.tokens[who.end + 1 : whom.end], *line.tokens[whom.end + 1 :]]
        yield [*line.tokens[: who.end + 1], *that, *thing]
    comma = next((at for at in range(who.end + 3, len(line) - 2) if texts[at] == ","), 0)
    is_due = texts[who.end : who.end + 2] in (["is", "to"], ["are", "to"])
    is_much = comma > 0 and any(line.figures[who.end + 2 : comma]) and texts[who.end + 2] not in _HELPING
    other = named_at(line, comma + 1) if is_much and is_due else None
    if other is not None and other.end == len(line) - 1 and _DEMANDS.get(texts[-1]):
        that = said_for(("that",), line.tokens[-1])
        yield [*line.tokens[comma + 1 :], *that, *line.tokens[: who.end], *line.tokens[who.end + 2 : comma]]


def _left(line: Line) -> Iterator[list[Token]]:
    """`A demands that B resign` as `A demands the resignation of B`."""
    texts, nouns = line.texts, _LEAVING.get(line.texts[-1], ())
    at = next((at for at in range(1, len(line) - 3) if texts[at] in _DEMANDING and texts[at + 1] == "that"), 0)
    whom = named_at(line, at + 2) if at and nouns else None
    if whom is not None and whom.end == len(line) - 1:
        for noun in nouns:
            of = said_for(("the", noun, "of"), line.tokens[-1])
            yield [*line.tokens[: at + 1], *of, *line.tokens[at + 2 : whom.end]]


def _said(line: Line) -> Iterator[list[Token]]:
    """`according to A, B did it`, `B did it, says A` as `A says that B did it`, where a phrase has the saying itself."""
    texts = line.texts
    if texts[:2] == ["according", "to"]:
        who = named_at(line, 2)
        if who is None or texts[who.end : who.end + 1] != [","]:
            return
        source, said = line.tokens[2 : who.end], line.tokens[who.end + 1 :]
    else:
        comma = next((at for at in range(len(line) - 2, 2, -1) if texts[at] == ","), 0)
        start = comma + 1 + (comma > 0 and texts[comma + 1] in _CLAIMS)
        who = named_at(line, start) if comma and start < len(line) else None
        is_last = who is not None and who.end == len(line) - (start == comma + 1)
        if who is None or not is_last or (start == comma + 1 and texts[-1] not in _CLAIMS):
            return
        source, said = line.tokens[start : who.end], line.tokens[:comma]
    like = line.tokens[0]
    yield [*source, *said_for(("says", "that"), like), *said]
    if texts[0] == "according":
        yield [*said, Token(",", ",", like.start, like.start, False), *said_for(("says",), like), *source]
