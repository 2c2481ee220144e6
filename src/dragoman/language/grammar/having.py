"""What somebody has, said as what there is of it; and how much of it, as what he has so much of.

{x} imposed a ban on {y}                    ->  {x} ban on {y}, a ban on {y} by {x}
{y} has a loan from {x}                     ->  a loan from {x} to {y}
the debts of {x} (amount to|are) {n}        ->  {x} has debts of {n}, debts of {n} at {x}
the offer of {x} to {y} is {n}              ->  {x} offer of {n} to {y}, {y} has an offer of {n} from {x}
{x} holds {n} of the market in {y}          ->  {x} holds a {n} share of the market in {y}
{x} has stores for {n}                      ->  {x} has {n} of stores
{n} of {y} (lie|are stored) in the silos    ->  (there are) {n} of {y} in the silos
{x} serves as a mediator                    ->  {x} (is) a mediator
{x} and {y} are at an impasse               ->  an impasse between {x} and {y}
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.language.grammar import nouns
from dragoman.language.grammar.notation import Choice, Item, Sequence, SlotRef, Word
from dragoman.language.words import english

_HAS, _AND, _OF, _FROM, _TO = Word("has"), Word("and"), Word("of"), Word("from"), Word("to")
_IMPOSES = frozenset({"imposes", "imposed", "placed", "introduced", "declared"})
_SERVES = frozenset({"serves", "serve", "acts", "act", "functions"})
_LIES = frozenset({"lies", "lie", "sit", "sits", "stored", "kept", "rest", "located"})
_AMOUNTS = frozenset(
    english.lines(
        "amount to | amounts to | stand at | stands at | come to | comes to | total | totals | reach | reaches | worth | contains"
        "| run to | runs to | lie at | lies at"
    )
)
"""Between what is so much and how much it is; a form of `be` is left out."""
_DIVIDED = frozenset({"market", "trade", "vote", "votes", "shares", "capital", "seats", "stock"})
"""What one can have a share of."""
_LEAST = 4


def having(tree: Sequence, counts: frozenset[str]) -> Iterator[Sequence]:
    """The tree in each such form that it has."""
    if len(tree) < _LEAST:
        return
    yield from _serving(tree)
    yield from _lying(tree, counts)
    if tree[1] == _AND:
        yield from _of_two(tree)
    elif isinstance(tree[0], SlotRef):
        yield from _imposed(tree, counts)
        yield from _had_from(tree, counts)
        yield from _had_of(tree, counts)
    else:
        yield from _amounting(tree, counts)


def _of_two(tree: Sequence) -> Iterator[Sequence]:
    """`{x} and {y} are at an impasse` as `an impasse between {x} and {y}`, `{x} and {y} have a pact` as `{x} pact with {y}`."""
    one, _, other, verb, *things = tree
    if not (isinstance(one, SlotRef) and isinstance(other, SlotRef)):
        return
    if "have" in _words(verb) and things and all(map(nouns.is_noun, things)) and _said(things[-1]) & _PACTS:
        yield (one, *things, Word("with"), other)
    are_in = (
        option for option in nouns.options_of(verb) if len(option) > 1 and option[0] in _IN
    )  # who calls off a war has none
    nouns_of = tuple(option[-1:] for option in are_in if _TROUBLES & _words(option[-1]))
    if nouns_of and not things:
        yield (Choice(nouns_of), Word("between"), one, _AND, other)


_IN = (Word("at"), Word("in"))
_PACTS = frozenset(
    english.lines("alliance | pact | treaty | agreement | contract | deal | accord | partnership | dispute")
)
_TROUBLES = frozenset(
    english.lines("deadlock | impasse | stalemate | standoff | dispute | conflict | war | quarrel | feud")
)


def _imposed(tree: Sequence, counts: frozenset[str]) -> Iterator[Sequence]:
    """`{x} imposed a ban on {y}` as `{x} ban on {y}` and `a ban on {y} by {x}`."""
    who, verb, *thing = tree
    if _words(verb).isdisjoint(_IMPOSES) or not isinstance(whom := thing[-1], SlotRef) or whom.slot in counts:
        return
    if len(thing) < _LEAST - 1:
        return
    *names, link, _ = thing
    if all(map(nouns.is_noun, names)) and _said(link) and _said(link) <= _ON and any(map(_said, names)):
        yield (who, *thing)
        yield (*thing, _IN_FORCE, who)


_ON = frozenset({"of", "on", "against", "for", "to"})
_IN_FORCE = Choice(((Word("by"),), (Word("at"),), (Word("in"),)))
"""By whom a rule is, or in or at whom it holds."""


def _had_from(tree: Sequence, counts: frozenset[str]) -> Iterator[Sequence]:
    """`{y} has a loan from {x}` as `a loan from {x} to {y}`, `a loan for {y} from {x}`."""
    whom, verb, *thing, link, giver = tree
    if _FROM not in _of(link) or "has" not in _words(verb) or not isinstance(giver, SlotRef) or giver.slot in counts:
        return
    if thing and all(map(nouns.is_noun, thing)) and any(map(_said, thing)):
        to = Choice(((_TO,), (Word("for"),)))
        yield (*thing, _FROM, giver, to, whom)
        yield (*thing, to, whom, _FROM, giver)


def _had_of(tree: Sequence, counts: frozenset[str]) -> Iterator[Sequence]:
    """`{x} holds {n} of the market` as `{x} holds a {n} share of the market`, `{x} has stores for {n}` as `{x} has {n} of stores`."""
    who, verb, *rest = tree
    if "has" not in _words(verb):
        return
    first, *others = rest
    if _is_figure(first, counts) and others[0] == _OF and any(_DIVIDED & _words(item) for item in others):
        yield (who, verb, first, Word("share"), *others)
        yield (who, Word("share"), *others, first)
    *thing, link, last = rest
    is_thing = bool(thing) and all(map(nouns.is_noun, thing)) and any(map(_said, thing))
    if is_thing and _is_figure(last, counts) and "for" in _words(link):
        yield (who, verb, last, _OF, *thing)


def _amounting(tree: Sequence, counts: frozenset[str]) -> Iterator[Sequence]:
    """`the debts of {x} amount to {n}` as what `{x} has debts of {n}`, and of what there is for somebody `{y} has an offer of {n} from {x}`."""
    link = next((at for at, item in enumerate(tree) if not nouns.is_noun(item)), 0)
    end = len(tree)
    while end > 1 and isinstance(last := tree[end - 1], Choice) and () in last.options:
        end -= 1  # `a year`, which may be said
    *inner, figure = tree[:end]
    if not link or not _is_figure(figure, counts) or link + 1 >= len(inner) or _OF not in _of(tree[link]):
        return
    who, between, names = tree[link + 1], inner[link + 2 :], tree[:link]
    if not isinstance(who, SlotRef) or who.slot in counts or not any(map(_said, names)):
        return
    if between and _is_amount(between[-1]):
        between.pop()
    is_given = not _GIVEN.isdisjoint(_words(tree[link]))  # who has an offer may have it from another
    if not between:
        if not is_given:
            yield (who, _HAS, *names, _OF, figure, *tree[end:])
        yield (*names, _OF, figure, *tree[end:], Choice(((Word("at"),), (Word("in"),))), who)
    elif end == len(tree) and len(between) == 2 and isinstance(whom := between[1], SlotRef) and whom.slot not in counts:
        to = _words(between[0])
        if not to or not to <= _TOWARDS:
            return
        yield (who, *names, _OF, figure, *between)
        giver = (Choice(((_FROM,), (Word("by"),))), who)
        yield (*names, _OF, figure, *giver, *between)
        yield (*names, *giver, *tree[link + 2 :])
        if to <= {"to", "for"}:
            yield (whom, _HAS, *names, _OF, figure, _FROM, who)
        elif not is_given:
            yield (who, _HAS, *names, _OF, figure, *between)


_GIVEN, _TOWARDS = frozenset({"from", "by"}), frozenset({"to", "for", "at", "on", "against"})


def _lying(tree: Sequence, counts: frozenset[str]) -> Iterator[Sequence]:
    """`{n} of {y} lie in the silos of {x}` as `{n} of {y} in the silos of {x}`, and in its silos."""
    if not _is_figure(tree[0], counts):
        return
    verb = next((at for at, item in enumerate(tree) if _words(item) and _words(item) <= _LIES), 0)
    if verb and not nouns.is_noun(tree[verb + 1]) and all(not _words(item) & english.HAVE for item in tree[:verb]):
        yield from nouns.possessives((*tree[:verb], *tree[verb + 1 :]), counts)


def _serving(tree: Sequence) -> Iterator[Sequence]:
    """`{x} (acts|serves) as a mediator` as `{x} a mediator`: who serves as one is one."""
    who, verb, link, *others = tree
    if isinstance(who, SlotRef) and not _words(verb).isdisjoint(_SERVES) and link == Word("as"):
        yield (who, *others)


def _is_amount(item: Item) -> bool:
    """Whether it says no more than that something is so much."""
    options = [" ".join(word.text for word in one if isinstance(word, Word)) for one in nouns.options_of(item)]
    return all(not one or one in _AMOUNTS for one in options)


def _is_figure(item: Item, counts: frozenset[str]) -> bool:
    return isinstance(item, SlotRef) and item.slot in counts


def _of(item: Item) -> tuple[Item, ...]:
    """The words of which an item is one."""
    return tuple(one[0] for one in nouns.options_of(item) if len(one) == 1)


def _words(item: Item) -> frozenset[str]:
    """The words of an item, each alone."""
    return frozenset(word.text for word in _of(item) if isinstance(word, Word))


def _said(item: Item) -> frozenset[str]:
    """The words of an item that must be said."""
    return _words(item) if all(nouns.options_of(item)) else frozenset()
