"""What a verb beside it says of a deed: that it is done, or done no more; and what costs, or takes, so much.

    A went on to buy it, managed to buy it         ->  A bought it
    A only managed a fair rating                   ->  A got a fair rating
    A no longer runs                               ->  A does not run
    they need nine days to mend it                 ->  it takes nine days to mend
    you pay 22 euros for a seat                    ->  a seat costs 22 euros

As for all that :mod:`dragoman.language.order.rearranged` does, an order counts only if nothing of the sentence is left over.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.language.line.line import Line
from dragoman.language.turns.renamed import is_denied, is_of_then, named_at, said_for
from dragoman.language.words import english
from dragoman.language.words.stems import is_past_participle
from dragoman.language.words.tokens import Token
from dragoman.language.words.verbs import Form, first_form, inflected

_AUXILIARIES = english.MODALS | english.DO | {"to", "will", "'ll", "not"}
_THROUGH = {"manage": ("to",), "go": ("on", "to"), "proceed": ("to",), "end": ("up",), "wind": ("up",)}
_THROUGH_FORMS = {inflected(verb, form): (verb, form) for verb in _THROUGH for form in Form}
_YOU = frozenset({"you", "one", "people", "everybody", "everyone"})
_IT_IS = (["it", "is"], ["it", "'s"], ["it", "costs"], ["it", "will", "be"])
_ONLY = frozenset({"only", "just", "merely"})
_CUES = frozenset(_THROUGH_FORMS) | {"longer", "given"}


def told_beside(line: Line) -> Iterator[list[Token]]:
    """The tokens of a sentence in each such form that it has."""
    yield from _gone_through(line)
    if any(line.figures):
        yield from _takes_so_long(line)
        yield from _priced(line)


def _gone_through(line: Line) -> Iterator[list[Token]]:
    """`managed to buy`, `went on to buy`: bought; `no longer buys`: does not buy."""
    if _CUES.isdisjoint(line.texts):
        return
    for at in range(1, len(line) - 2):
        text, behind = line.texts[at], line.texts[at + 1 : at + 3]
        verb, form = _THROUGH_FORMS.get(text, ("", Form.BASE))
        words = _THROUGH.get(verb, ())
        if text == "managed" and line.texts[at - 1] in _ONLY and behind[:1] in (["a"], ["an"]):
            yield [*line.tokens[: at - 1], *said_for(("got",), line.tokens[at]), *line.tokens[at + 1 :]]
        elif text in english.HAVE and behind == ["given", "up"] and line.texts[at + 3 : at + 4] != []:
            if line.texts[at + 3].endswith("ing") and not is_denied(line):
                yield [*line.tokens[:at], *said_for(("no", "longer"), line.tokens[at]), *line.tokens[at + 3 :]]
        elif words and tuple(line.texts[at + 1 : at + 1 + len(words)]) == words:
            done = _after(line, at + 1 + len(words), form, at) if words != ("up",) else None
            if done is not None:
                yield [*line.tokens[:at], done, *line.tokens[at + 2 + len(words) :]]
        elif text == "no" and behind[:1] == ["longer"] and not is_of_then(line):
            yield from _not_now(line, at)


def _after(line: Line, at: int, form: Form, verb: int) -> Token | None:
    """The verb that stands there in its first form, in the form of the one before it."""
    if at >= len(line) or line.mentions[at] or not line.tokens[at].is_word or line.texts[at] in english.CARRY_NOTHING:
        return None
    before = line.texts[verb - 1]
    if before in english.BE | _AUXILIARIES or not english.NEGATORS.isdisjoint(line.texts[max(0, verb - 3) : verb]):
        return None
    form = Form.DONE if form is Form.PAST and before in english.HAVE else form
    text = inflected(line.texts[at], form) if form in (Form.PAST, Form.DONE, Form.THIRD) else ""
    return said_for((text,), line.tokens[at])[0] if text else None


def _not_now(line: Line, at: int) -> Iterator[list[Token]]:
    """`is no longer open` as `is not open`, `no longer runs` as `does not run`: what was so before, and is not now."""
    like, rest = line.tokens[at], line.tokens[at + 2 :]
    if line.texts[at - 1] in ("is", "are", "does", "do"):
        yield [*line.tokens[:at], *said_for(("not",), like), *rest]
        return
    doing = line.texts[at + 2]
    if (
        line.mentions[at + 2]
        or line.texts[at - 1] in english.HAVE | english.MODALS | english.BE
        or is_past_participle(doing)
    ):
        return
    base = first_form(doing, Form.DOING) if doing.endswith("ing") else first_form(doing, Form.THIRD)
    does = "does" if base != doing else "do"
    yield [*line.tokens[:at], *said_for((does, "not", base), like), *rest[1:]]


def _takes_so_long(line: Line) -> Iterator[list[Token]]:
    """`they need nine days to mend X`, `it takes nine days to mend X`: X takes, or will take, nine days to mend."""
    for at in range(2, len(line) - 3):
        figure = line.figures[at]
        if figure is None or line.texts[at - 1] not in _NEEDING or line.texts[at - 2] not in _WHO_NEEDS:
            continue
        to = next((one for one in range(figure.end, min(len(line), figure.end + 2)) if line.texts[one] == "to"), 0)
        named = named_at(line, to + 2) if 0 < to < len(line) - 2 else None
        if named is None or is_denied(line):
            return
        start = at - 2
        whole = [*line.tokens[:start], *line.tokens[to + 2 : named.end]]
        for takes in (("will", "take"), ("takes",)):
            rest = [*line.tokens[at : to + 2], *line.tokens[named.end :]]
            yield [*whole, *said_for(takes, line.tokens[at]), *rest]
        return


_NEEDING = frozenset({"need", "needs", "take", "takes"})
_WHO_NEEDS = frozenset({"they", "we", "it", "you"})


def _priced(line: Line) -> Iterator[list[Token]]:
    """`you pay 22 euros for a seat`, `it is 22 euros for a seat`: a seat costs 22 euros."""
    if is_denied(line) or "costs" not in line.grammar.surface:
        return
    for at in range(1, len(line)):
        figure = line.figures[at]
        if figure is None or not figure.unit.isupper():
            continue
        first = next((one for one in range(at - 2, max(-1, at - 6), -1) if line.texts[one] in _YOU), None)
        is_paid = (
            first is not None
            and line.texts[at - 1] in ("pay", "need")
            and _PAYING.issuperset(line.texts[first + 1 : at])
        )
        is_plain = line.texts[at - 1] in ("is", "are") and (figure.end == len(line) or line.is_cut(figure.end))
        if is_plain and at > 1:
            yield [*line.tokens[: at - 1], *said_for(("costs",), line.tokens[at - 1]), *line.tokens[at:]]
        is_it = at > 1 and line.texts[at - 2 : at] in _IT_IS
        start = first if is_paid and first is not None else at - 2 if is_it else None
        end = next((one for one in range(figure.end, len(line)) if line.is_cut(one)), len(line))
        if start is not None and end > figure.end + 1 and line.texts[figure.end] == "for":
            costs = said_for(("costs",), line.tokens[at])
            yield [
                *line.tokens[:start],
                *line.tokens[figure.end + 1 : end],
                *costs,
                *line.tokens[at : figure.end],
                *line.tokens[end:],
            ]
        return


_PAYING = frozenset({"have", "to", "must", "pay", "need", "currently", "now"})
