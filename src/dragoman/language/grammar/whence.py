"""What somebody gets from another, as the other's; and where it goes from.

    {y} buys power from {x}            ->  {y} buys {x}'s power, {y}'s power comes from {x}
    patients from {x} go to {y}        ->  {x}'s patients go to {y}, patients go from {x} to {y}
    {x/adj} gas flows to {y}           ->  gas from {x} flows to {y}, gas flows from {x} to {y}
    {y} relies on {x} for gas          ->  {y} relies on gas from {x}, {y} relies on {x}'s gas
    {x} sends nurses to {y}            ->  nurses are sent from {x} to {y}

Whoever gets something from somebody gets what was his. Who takes something away from him, keeps or protects it from him does not, so
only some verbs count; and what is done from somewhere (an attack from {x}) is no thing.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.language.grammar.notation import Choice, Item, Sequence, SlotRef, Word, word_of
from dragoman.language.grammar.nouns import PREPOSITIONS, is_deed, is_noun, is_preposition, options_of
from dragoman.language.grammar.phrases import words_in
from dragoman.language.words import english
from dragoman.language.words.deeds import DEEDS
from dragoman.language.words.stems import is_past_participle, stem


def _stems(text: str) -> frozenset[str]:
    return frozenset(map(stem, text.split()))


_BUY = _stems("buy import purchase procure draw source")
"""Where somebody does it, what he has comes from another."""
_TAKE = _BUY | _stems("get receive obtain borrow accept face")
"""Who does it has from another what was the other's."""
_RELY = _stems("rely depend")
_SEND = _stems("send ship export deliver transfer lend move supply")
_SELL = _stems("sell")
"""What is done so goes from one who does it to another."""
_OWN = frozenset({"its", "his", "her", "their"})
_NOUNS_OF_DEEDS = frozenset(map(stem, DEEDS.verbs)) | _stems(
    "strike protest offer order talk threat complaint call vote march exit escape return flight road way line distance border"
)
_FROM, _TO, _COMES = Word("from"), Word("to"), Choice(((Word("comes"),), (Word("come"),)))


def whence(tree: Sequence, counts: frozenset[str], things: frozenset[str]) -> Iterator[Sequence]:
    """The tree in each such form, without articles; `things` are the slots of what nobody could be."""
    tree = tuple(item for item in tree if not isinstance(item, Choice) or any(item.options))
    if len(tree) > _LEAST:
        yield from _got(tree, counts)
        yield from _relied_on(tree, counts)
        yield from _gone(tree, counts)
        yield from _sent(tree, counts, things)
        yield from _held(tree, things)


_LEAST = 3


def _got(tree: Sequence, counts: frozenset[str]) -> Iterator[Sequence]:
    """`{y} buys power from {x}` as `{y} buys {x}'s power`, and `{y}'s power comes from {x}`."""
    who, verb = tree[:2]
    at = next((n for n in range(2, len(tree) - 1) if _is_from(tree[n]) and isinstance(tree[n + 1], SlotRef)), 0)
    if not at or not isinstance(who, SlotRef) or not isinstance(giver := tree[at + 1], SlotRef) or giver.kind:
        return
    thing = tuple(item for item in tree[2:at] if not _is_own(item))
    if not _is_thing(thing, counts):
        return
    if (taking := _those(verb, _TAKE)) is not None:
        yield (who, taking, SlotRef(giver.slot, "adj"), *thing, *tree[at + 2 :])
    if _those(verb, _BUY) is not None and at + 2 == len(tree) and not who.kind:
        yield (SlotRef(who.slot, "adj"), *thing, _COMES, _FROM, giver)


def _relied_on(tree: Sequence, counts: frozenset[str]) -> Iterator[Sequence]:
    """`{y} relies on {x} for gas` as `{y} relies on gas from {x}`, and `on {x}'s gas`."""
    if len(tree) < 6 or tree[2] != Word("on") or tree[4] != Word("for") or not isinstance(giver := tree[3], SlotRef):
        return
    verb, thing = _those(tree[1], _RELY), tree[5:]
    if verb is not None and not giver.kind and _is_thing(thing, counts):
        yield (tree[0], verb, tree[2], *thing, _FROM, giver)
        yield (tree[0], verb, tree[2], SlotRef(giver.slot, "adj"), *thing)


def _gone(tree: Sequence, counts: frozenset[str]) -> Iterator[Sequence]:
    """`patients from {x} go to {y}` as `{x}'s patients go to {y}` and `patients go from {x} to {y}`, `{x/adj} gas goes to {y}` as well."""
    if isinstance(first := tree[0], SlotRef) and first.kind == "adj":
        if len(tree) > _LEAST + 1 and _is_thing(tree[1:2], counts) and tree[3] == _TO and isinstance(tree[4], SlotRef):
            thing, verb, owner = tree[1], tree[2], SlotRef(first.slot)
            yield (thing, _FROM, owner, *tree[2:])
            yield (thing, verb, _FROM, owner, *tree[3:])
        return
    at = next((n for n in range(1, len(tree) - 2) if _is_from(tree[n])), 0)
    if not at or not isinstance(giver := tree[at + 1], SlotRef) or giver.kind or not _is_thing(tree[:at], counts):
        return
    rest = tree[at + 2 :]
    begins = [word for option in options_of(rest[0]) for word in words_in(option[:1])]
    if begins and PREPOSITIONS.isdisjoint(begins):
        yield (SlotRef(giver.slot, "adj"), *tree[:at], *rest)
        if len(rest) > 2 and rest[1] == _TO and isinstance(rest[2], SlotRef):
            yield (*tree[:at], rest[0], _FROM, giver, *rest[1:])


def _held(tree: Sequence, things: frozenset[str]) -> Iterator[Sequence]:
    """`the silos hold {y} (of|for) {x}` as `hold {x}'s {y}`, where nobody could be {y}."""
    for at in range(3, len(tree)):
        what, link, whose = tree[at - 2 : at + 1]
        is_of = (
            (Word("of"),) in options_of(link)
            and len(options_of(link)) > 1
            and all(map(is_preposition, options_of(link)))
        )
        is_what = isinstance(what, SlotRef) and what.slot in things and not what.kind
        if is_of and is_what and isinstance(whose, SlotRef) and whose.slot not in things and not whose.kind:
            yield (*tree[: at - 2], SlotRef(whose.slot, "adj"), what, *tree[at + 1 :])


def _sent(tree: Sequence, counts: frozenset[str], things: frozenset[str]) -> Iterator[Sequence]:
    """`{x} sends nurses to {y}` as `nurses are sent from {x} to {y}`, and `{x} sells gas to {y}` as `{x}'s gas is sold to {y}`."""
    at = next((n for n in range(3, len(tree) - 1) if tree[n] == _TO and isinstance(tree[n + 1], SlotRef)), 0)
    if (
        not at
        or not isinstance(giver := tree[0], SlotRef)
        or giver.kind
        or (verb := _those(tree[1], _SEND | _SELL)) is None
    ):
        return
    thing = tuple(item for item in tree[2:at] if not _is_own(item))
    words = [option[0].text for option in options_of(verb) if isinstance(option[0], Word)]
    done = tuple((word_of(participle),) for word in words if (participle := DEEDS.participle(word)))
    if done and _is_thing(thing, counts):
        yield (*thing, Choice(done), _FROM, giver, *tree[at:])
        if isinstance(thing[0], SlotRef) and thing[0].slot in things:
            yield (SlotRef(giver.slot, "adj"), *thing, Choice(done), *tree[at:])


def _is_from(item: Item) -> bool:
    """Whether it is a `from`, whatever may stand for it."""
    return (Word("from"),) in options_of(item) and all(map(is_preposition, options_of(item)))


def _those(item: Item, stems: frozenset[str]) -> Item | None:
    """Those of its words that are one of some verbs."""
    own = tuple(
        option
        for option in options_of(item)
        if len(option) == 1 and isinstance(word := option[0], Word) and stem(word.text) in stems
    )
    return Choice(own) if own else None


def _is_own(item: Item) -> bool:
    words = frozenset(words_in((item,)))
    return bool(words) and words <= _OWN


def _is_thing(items: Sequence, counts: frozenset[str]) -> bool:
    """Whether it is what may be sent and had: a slot that is no figure, or nouns, none of them of a deed."""
    if len(items) == 1 and isinstance(only := items[0], SlotRef):
        return only.slot not in counts and not only.kind
    if not items or not all(map(is_noun, items)) or () in options_of(items[-1]) or is_deed(items[-1]):
        return False
    last = [option[-1].text for option in options_of(items[-1]) if isinstance(option[-1], Word)]
    words = words_in(items)
    return (
        bool(last)
        and _NOUNS_OF_DEEDS.isdisjoint(map(stem, last))
        and not any(map(is_past_participle, words))
        and (english.HAVE.isdisjoint(words))
    )
