"""To whom something is given: before it, or behind a `to`.

{x} has paid {y} {n}            <->  {x} has paid {n} to {y}
{x} has given {y} a waiver      <->  {x} has given a waiver to {y}
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.language.grammar.notation import Choice, Item, Sequence, SlotRef, Word
from dragoman.language.words import english
from dragoman.language.words.stems import stem

_GIVE = frozenset(
    map(
        stem,
        english.lines(
            "give | gives | gave | given | grant | lend | lends | lent | pay | pays | paid | prepaid | prepay | advance | owe | offer"
            "| send | sends | sent | sell | sells | sold | award | hand | loan | transfer | wire | donate | allot | allocate | assign"
            "| promise | pledge | cede | lease | refund | repay | repaid | remit | refuse | refuses | deny | denies | issue | issues"
        ),
    )
)
_TO = Word("to")


def given(tree: Sequence, counts: frozenset[str]) -> Iterator[Sequence]:
    """The tree with the one to whom something is given on the other side of it."""
    for at in range(1, len(tree) - 2):
        verb = _giving(tree[at])
        if verb is None:
            continue
        first, rest = tree[at + 1], tree[at + 2 :]
        if isinstance(first, SlotRef) and first.slot not in counts:
            if _is_figure(rest[0], counts):
                yield (*tree[:at], verb, rest[0], _TO, first, *rest[1:])
            elif _is_thing(rest):
                yield (*tree[:at], verb, *rest, _TO, first)
            continue
        to = next((n for n in range(at + 2, len(tree) - 1) if tree[n] == _TO), 0)
        what, whom = tree[at + 1 : to], tree[to + 1]
        is_what = (len(what) == 1 and _is_figure(what[0], counts)) or (to + 2 == len(tree) and _is_thing(what))
        if to and is_what and isinstance(whom, SlotRef) and whom.slot not in counts:
            yield (*tree[:at], verb, whom, *what, *tree[to + 2 :])


def _giving(item: Item) -> Item | None:
    """Those of its words that say that somebody gives something."""
    options = item.options if isinstance(item, Choice) else ((item,),)
    own = tuple(
        option
        for option in options
        if len(option) == 1 and isinstance(word := option[0], Word) and stem(word.text) in _GIVE
    )
    return (Choice(own) if isinstance(item, Choice) else item) if own else None


def _is_figure(item: Item, counts: frozenset[str]) -> bool:
    return isinstance(item, SlotRef) and item.slot in counts


def _is_thing(items: Sequence) -> bool:
    """Whether it is words alone, and no preposition among them: `[a] (waiver|carve-out)`."""
    options = [option for item in items for option in (item.options if isinstance(item, Choice) else ((item,),))]
    words = [word for option in options for word in option]
    return bool(words) and all(
        isinstance(word, Word) and word.text not in english.BOUNDARIES and word.text not in _NOT_A_THING
        for word in words
    )


_NOT_A_THING = frozenset("to of in on at for from with by as not no over under".split())  # noqa: SIM905
