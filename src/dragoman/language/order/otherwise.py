"""Predicates that can stand for one another whatever is spoken of, each put as the phrases of a rulebook have it.

    A has not got enough of it, is running short of it     ->  A lacks it, has too few of it
    A put 4 % on the table                                 ->  A offers 4 %
    a seat comes to 22 euros                               ->  a seat costs 22 euros
    A is in the grip of a strike              ->  A has a strike

Each of a row is tried that some phrase has the words of, in the form (`offers`, `has offered`) of what was said. What only
follows is put so where nothing is denied; what is tried, wanted or about to be done stands in no row.

As for all that :mod:`dragoman.language.order.rearranged` does, an order counts only if nothing of the sentence is left over.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice, pairwise
from typing import NamedTuple
from weakref import WeakKeyDictionary

from dragoman.language.grammar.derive import PREPOSITIONS
from dragoman.language.grammar.grammar import Grammar
from dragoman.language.grammar.written import written_for
from dragoman.language.line.line import Line
from dragoman.language.line.mentions import PRONOUN
from dragoman.language.line.unchanged import is_of_now
from dragoman.language.order.figure_kinds import is_of_kind
from dragoman.language.turns.renamed import denying, said_for
from dragoman.language.words import english
from dragoman.language.words.predicates import CAPTURES, FIGURES, Predicate, turns
from dragoman.language.words.stems import is_past_participle, stem
from dragoman.language.words.tokens import Token
from dragoman.language.words.verbs import Form, form_of, inflected
from dragoman.values.money import Money
from dragoman.values.quantity import Quantity

_PAPERS = frozenset(
    english.lines(
        "passport | passports | papers | documents | document | tickets | ticket | logbook | logbooks | books | cards | bags | luggage"
        "| accounts | records | permits | licences"
    )
)
"""What is checked when it is looked at, or gone through."""
_TROUBLES = frozenset(
    map(
        stem,
        english.lines(
            "outbreak | epidemic | cluster | crisis | shortage | strike | drought | heat | heatwave | wave | slump | boom | recession"
            "| row | quarrel | dispute | blackout | walkout | storm | flood | cut | outage"
        ),
    )
)
"""What one has who is in the middle of it."""
_NO_VERB_BEHIND = english.ARTICLES | english.MODALS | PREPOSITIONS | {"its", "their", "his", "her", "will", "'ll", "no"}
"""Behind these stands no verb of what is so: a noun, or what is wanted, tried, possible or to come."""
_BARE = frozenset({"can", "may", "must", "will", "'ll", "to"})
"""Behind these stands a verb in its first form, and what they say of it stays where it is: who can do it can do what follows."""
_PRESENT_BE = frozenset({"is", "are", "am", "'s", "'re", "been"})
_MOST_BETWEEN, _MOST_ORDERS = 8, 10


class _Found(NamedTuple):
    """One of them in a line."""

    start: int
    end: int
    form: Form
    is_going_on: bool
    is_denied: bool
    bare: str
    """The `can` or `to` before its verb; empty where there is none."""
    captured: Mapping[str, tuple[int, int]]


def otherwise(line: Line) -> Iterator[list[Token]]:
    """The tokens of a sentence with one of its predicates in each other way that phrases may have it."""
    yield from islice(_turned(line), _MOST_ORDERS)


def _turned(line: Line) -> Iterator[list[Token]]:
    stems, texts = [token.stem for token in line.tokens], frozenset(line.texts)
    for at, one in enumerate(stems):
        for turn in turns(one):
            found = _found(line, turn.said, at) if turn.said.beside <= texts else None
            if found is None or not (turn.is_same or _is_affirmed(line, turn.said, found)):
                continue
            if found.bare == "to" and not turn.is_same:
                continue  # Who refuses to do the one may yet do the other.
            for other in turn.others:
                if not turn.is_same and (_owns(line, other, found) or _has_no_object(line, other, found)):
                    continue
                if other.words[-1] == "up" and line.texts[found.end : found.end + 1] == ["to"]:
                    continue  # who has doubled to 120 is not at up to 120
                if _has_words(line.grammar, other) and (put := _put(line, other, found)) is not None:
                    yield [*line.tokens[: found.start], *put, *line.tokens[found.end :]]


def _owns(line: Line, other: Predicate, found: _Found) -> bool:
    """Whether `has` would stand before a name: who is home to somebody, or is plagued by him, does not have him as an owner has."""
    if other.verb != "have" or other.words[other.at + 1 :] not in ((), ("1",)):
        return False
    at = found.captured["1"][0] if "1" in found.captured else found.end
    at += at < len(line) and line.texts[at] in english.ARTICLES
    return at < len(line) and any(one.kind != PRONOUN for one in line.mentions[at])


_GOES = frozenset(
    english.lines(
        "rise | risen | fall | fallen | gone | go up | gone up | go down | gone down | be up | be down | grown | shrunk | dropped"
        "| declined | increased | collapsed | disappear | disappeared | broken down | be over | be higher | be lower"
    )
)
"""What ends a predicate of which nobody is the object."""


def _has_no_object(line: Line, other: Predicate, found: _Found) -> bool:
    """Whether somebody does to another what is put as going by itself: who has doubled his troops has not gone up."""
    return (
        (other.words[-1] in _GOES or " ".join(other.words[-2:]) in _GOES)
        and found.end < len(line)
        and (
            line.texts[found.end] in english.ARTICLES | {"its", "their", "his", "her"} or bool(line.mentions[found.end])
        )
    )


def _is_affirmed(line: Line, said: Predicate, found: _Found) -> bool:
    """Whether nothing is denied but what the predicate itself denies: `has no faith in it`, `takes no side`."""
    return not found.is_denied and denying(line.texts) == denying(said.words)


def _found(line: Line, said: Predicate, key: int) -> _Found | None:
    """A predicate whose rarest word is the token."""
    for at in range(max(0, key - _MOST_BETWEEN - len(said.words)), key + 1):
        form = form_of(line.texts[at], said.verb)
        if form is Form.PAST and line.texts[at] == said.verb and is_of_now(line, at):
            form = Form.BASE
        if form is None or line.mentions[at] or list(line.texts[at - said.at : at]) != list(said.words[: said.at]):
            continue
        if said.verb == "be" and not said.at and line.texts[at - 1 : at] == ["there"]:
            continue  # `there was a link between them`: nobody is the link.
        bare = _bare(line, said, at)
        head = (at, at + 1, Form.BASE, False) if bare else _head(line, said, at, form)
        if head is None:
            continue
        start, behind, form, is_not = head
        captured: dict[str, tuple[int, int]] = {}
        end = _matched(line, said.words[said.at + 1 :], behind, captured)
        if end is not None and key < end:
            is_going_on = said.verb != "be" and line.texts[start] in _PRESENT_BE
            return _Found(start - said.at, end, form, is_going_on, is_not, bare, captured)
    return None


def _bare(line: Line, said: Predicate, at: int) -> str:
    """The `can`, `will` or `to` before a verb in its first form."""
    texts = line.texts
    is_not = at > 1 and texts[at - 1] == "not" and texts[at - 2] in _BARE
    before = texts[at - 1 - is_not] if at > is_not else ""
    return before if before in _BARE and texts[at] == said.verb and not said.at else ""


def _head(line: Line, said: Predicate, at: int, form: Form) -> tuple[int, int, Form, bool] | None:
    """Where the predicate begins with what helps its verb, what stands behind that, its form, and whether it is denied."""
    texts, behind = line.texts, at + 1
    is_not = at > 0 and texts[at - 1] == "not"
    before = texts[at - 1 - is_not] if at > is_not else ""
    if before in _NO_VERB_BEHIND and not (is_not and before in english.DO):
        return None
    if before == "'s" and form in (Form.BASE, Form.THIRD):
        return None  # `X's stock`: a thing of X's, and nothing that X does
    if said.verb == "be" or form is Form.DOING:
        own = said.words[said.at + 1 : said.at + 2] == ("not",)
        if said.verb == "be":
            is_after = texts[behind : behind + 1] == ["not"] and not own
            return at, _behind_adverb(texts, said, behind + is_after, is_after), form, is_after
        being = form_of(before, "be")
        if before not in _PRESENT_BE or being is None:
            return None
        return at - 1 - is_not, behind, being, is_not
    if before in english.HAVE and texts[at] == inflected(said.verb, Form.DONE):
        form = Form.DONE
    if form in (Form.PAST, Form.DONE):
        if before in english.BE:
            return None
        form = Form.DONE if before in english.HAVE else Form.PAST
        return None if is_not and form is Form.PAST else (at, behind, form, False)
    if is_not and before in english.DO:
        does = form_of(before, "do")
        return (at - 2, behind, does, True) if does is not None else None
    if said.verb == "have":
        behind += texts[behind : behind + 1] == ["got"] and said.words[1:2] != ("got",)
        behind = _behind_adverb(texts, said, behind, is_not)
    return None if is_not else (at, behind, form, False)


_STILL = frozenset({"still", "currently", "now", "already", "also"})
_VERY = frozenset(
    english.lines(
        "very | really | truly | deeply | highly | extremely | greatly | badly | seriously | firmly | simply | utterly | completely"
        "| totally | absolutely | entirely | wholly | fully | thoroughly | increasingly | chronically | desperately | again"
    )
)
"""What leaves it so where nothing is denied: who is not very keen on it may be keen on it."""


def _behind_adverb(texts: list[str], said: Predicate, behind: int, is_denied: bool) -> int:
    """Where the predicate goes on that has an adverb behind its verb which it does not name itself."""
    there = texts[behind : behind + 1]
    own = said.words[said.at + 1 : said.at + 2]
    is_one = not _STILL.isdisjoint(there) or (not is_denied and not _VERY.isdisjoint(there))
    return behind + (is_one and tuple(there) != own)


def _matched(line: Line, words: tuple[str, ...], at: int, captured: dict[str, tuple[int, int]]) -> int | None:
    """Where the words end that begin there; a stretch is as short as it may be."""
    if not words:
        return at
    first, *rest = words
    if at >= len(line):
        return None
    if first not in CAPTURES:
        if first in english.ARTICLES and line.texts[at] != first and english.ARTICLES.isdisjoint(line.texts):
            return _matched(line, tuple(rest), at, captured)  # a headline has none
        return _matched(line, tuple(rest), at + 1, captured) if line.texts[at] == first else None
    if first in FIGURES:
        for end in _figure_ends(line, first, at):
            captured[first] = at, end
            if (last := _matched(line, tuple(rest), end, captured)) is not None:
                return last
        return None
    end, named = at + 1, max((m.end for m in line.mentions[at] if m.excluded), default=at)
    while end <= min(len(line), at + _MOST_BETWEEN):
        if line.is_cut(end - 1) and end > named:
            return None
        last = _matched(line, tuple(rest), end, captured) if rest or _may_end(line, at, end) else None
        if last is not None and _is_such(line, first, at, end):
            captured[first] = at, end
            return last
        end += 1
    return None


_LASTING = frozenset({"have", "do", "own", "lack", "need", "owe", "cost", "belong", "depend", "rely"})
"""Verbs of which nobody says that they are going on."""
_EACH_YEAR = tuple([each, span] for each in ("a", "per", "every", "each") for span in ("year", "month", "week", "day"))


def _figure_ends(line: Line, kind: str, at: int) -> tuple[int, ...]:
    """Where a figure of that kind may end: behind its unit, or before that."""
    figure = line.figures[at]
    if figure is None or not is_of_kind(line, at, _KIND_OF.get(kind, kind)):
        return ()
    kinds = {slot.kind for fact in line.grammar.told.values() for slot in fact.slots}
    written = [written_for(one, figure, line.tokens) for one in kinds if isinstance(one, (Money, Quantity))]
    end = max((one.end for one in written if one is not None and one.is_sure), default=figure.end)
    each = next((len(one) for one in _EACH_YEAR if line.texts[end : end + len(one)] == one), 0)
    return (*dict.fromkeys((end + each, figure.end)),)


_KIND_OF = {"~": "%"}
"""Papers have the sign of percentages in the rows."""


def _may_end(line: Line, at: int, end: int) -> bool:
    """Whether what stands last in a predicate may end there: behind a name or figure, or before what begins something else."""
    named = [
        m.end
        for m in line.mentions[at + (line.texts[at] in english.ARTICLES and at + 1 < len(line))]
        if m.kind != PRONOUN
    ]
    figure = line.figures[at]
    if named or figure is not None:
        return end == (max(named) if named else figure.end if figure is not None else end)
    return end == len(line) or line.is_cut(end) or line.texts[end] in english.BOUNDARIES or line.texts[end] in _LINKS


_LINKS = frozenset({"to", "for", "from", "at", "in", "on", "by", "with"})


def _is_such(line: Line, kind: str, at: int, end: int) -> bool:
    if kind == "%":
        return not _PAPERS.isdisjoint(line.texts[at:end])
    if kind == "!":
        return not _TROUBLES.isdisjoint(token.stem for token in line.tokens[at:end])
    return True


def _put(line: Line, other: Predicate, found: _Found) -> list[Token] | None:
    """Another predicate in the form of the one that was found; what would stand last in it follows, where it was not captured."""
    like = line.tokens[found.start]
    own_not = other.words[other.at + 1 : other.at + 2] == ("not",)
    form = found.form
    have_not = form is Form.DONE and other.verb == "have" and is_past_participle("".join(other.words[2:3]))
    if own_not and (found.is_denied or (form is Form.DONE and not have_not)):
        return None
    head: list[str]
    if found.bare:
        head = ["" if own_not or other.at or other.verb in english.MODALS else other.verb]
    elif other.verb == "be" or (found.is_going_on and other.verb not in _LASTING):
        # What is going on may not be done yet: `is pulling out` is not `leaves`.
        doing = [inflected(other.verb, Form.DOING)] if other.verb != "be" else []
        head = [inflected("be", form), *["not"] * found.is_denied, *doing]
    elif found.is_denied:
        head = (
            [inflected("do", form), "not", other.verb]
            if form is not Form.DONE
            else ["not", inflected(other.verb, form)]
        )
    elif (
        form is Form.DONE
        and other.verb == "have"
        and (own_not or is_past_participle("".join(other.words[other.at + 1 : other.at + 2])))
    ):
        head = []  # `has eaten its way through it`, `has burned it`: the `has` stands there already.
    else:
        head = [inflected(other.verb, form)]
    if not all(head):
        return None
    put = said_for((*other.words[: other.at], *head), like)
    left = set(found.captured) - set(other.words)
    for word in other.words[other.at + 1 :]:
        if word not in CAPTURES:
            put += said_for((word,), like)
        elif word in found.captured:
            start, end = found.captured[word]
            start += other.words[other.at + 1 : other.at + 3] == ("no", word) and line.texts[start] in (
                "a",
                "an",
                "any",
            )
            put += _without_link_again(line.tokens[start:end])
        elif word != other.words[-1]:
            return None
    return [*put, *(token for one in sorted(left) for token in line.tokens[slice(*found.captured[one])])]


def _without_link_again(named: list[Token]) -> list[Token]:
    """`B but not of C` as `B but not C`: another predicate may have another word before them."""
    at = next((at for at, (one, other) in enumerate(pairwise(named)) if (one.text, other.text) == ("but", "not")), 0)
    is_link = at and named[at + 2 : at + 3] != [] and named[at + 2].text in PREPOSITIONS
    return [*named[: at + 2], *named[at + 3 :]] if is_link else named


def _has_words(grammar: Grammar, words: Predicate) -> bool:
    """Whether some phrase has the words that carry something; those of a word that fills a slot (`is {state}`) stand in none."""
    known = _HAD.setdefault(grammar, {})
    if words.words not in known:
        carrying = [one for one in _not_of_slots(grammar, words) if one not in CAPTURES | english.CARRY_NOTHING]
        several = [grammar.phrases_with(stem(one)) for one in carrying if one not in ("it", "its", "their")]
        known[words.words] = not several or bool(frozenset.intersection(*several))
    return known[words.words]


def _not_of_slots(grammar: Grammar, words: Predicate) -> tuple[str, ...]:
    """A predicate's words but those behind its verb that some enumeration has: `be closed`, `get cheaper`."""
    behind = words.words[words.at + 1 :]
    ends = grammar.lexicon.spoken_at([stem(one) for one in behind], 0) if behind else []
    end = max((end for end, spoken in ends if not spoken.is_adverb), default=0)
    return (*words.words[: words.at + 1], *behind[end:])


_HAD: WeakKeyDictionary[Grammar, dict[tuple[str, ...], bool]] = WeakKeyDictionary()
