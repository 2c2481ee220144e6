"""What the phrases of one fact teach about each other.

Where one phrase has `(runs|operates) a base` and another `a base run by {power}`, the second is read with `operates`,
too; where one has `[foreign] debt`, every `debt` may be foreign. Only phrases that say the very same (fact, truth and
fixed slots) lend each other words, so nothing is taken for another fact that was not said of it before.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Sequence as Several
from typing import NamedTuple

from dragoman.language.grammar.derive import PREPOSITIONS, split
from dragoman.language.grammar.notation import Adjunct, Choice, Item, Sequence, SlotRef, Word
from dragoman.language.words import english
from dragoman.language.words.stems import is_past_participle, stem

_WORD = re.compile(r"(?<![{@/a-z_])[a-z]+")
"""A word of a phrase, and not of a slot or the name of a class."""
_GETTING = frozenset({"get", "gets", "got", "getting", "gotten"})
_NOT_LENT = (
    _GETTING | PREPOSITIONS | english.CARRY_NOTHING | english.BOUNDARIES | english.MODALS | english.FAINT_NEGATORS
)


class Pool(NamedTuple):
    """What the phrases of one fact lend each other."""

    alike: Mapping[str, frozenset[str]] = {}
    """By stem, the stems that stand beside it in some choice of words."""
    before: frozenset[tuple[str, str]] = frozenset()
    """Stems that may be left out, each with the stem before which it stands."""
    kinds: frozenset[tuple[str, str]] = frozenset()
    """How their slots want to be named: of whose people or government they speak."""
    apart: frozenset[str] = frozenset()
    """Fillers that tell other facts of the type from this one, and so are none here."""

    def widened(self, stems: frozenset[str]) -> frozenset[str]:
        """The stems with all that can stand for one of them."""
        return stems.union(*(self.alike[one] for one in stems if one in self.alike))


def roots_in(texts: Iterable[str]) -> frozenset[str]:
    """The words of some phrases, each without what makes an adverb of it."""
    return frozenset(_root(word) for text in texts for word in _WORD.findall(text.lower()))


def pool_of(trees: Iterable[Sequence], words: Iterable[Several[str]], others: Iterable[frozenset[str]]) -> Pool:
    """What the trees of one fact's phrases teach, beside the words of each and :func:`roots_in` what says other facts of the type."""
    alike: dict[str, set[str]] = defaultdict(set)
    before, kinds = set[tuple[str, str]](), set[tuple[str, str]]()
    for tree in trees:
        suffered = frozenset(_suffered(tree))
        for items in _runs(split(tree)):
            optional = frozenset[str]()
            for item in items:
                if isinstance(item, SlotRef):
                    kinds.add((item.slot, item.kind))
                stems = _singles(item)
                before.update((modifier, head) for modifier in optional for head in stems)
                is_optional = isinstance(item, Choice) and () in item.options
                optional = frozenset(stems) if is_optional else frozenset()
                for several in (stems - suffered, stems & suffered) if len(stems) > 1 else ():
                    for one in several:
                        alike[one] |= several
    own = frozenset[str]().union(*map(_said_plainly, words))
    roots = frozenset[str]().union(*others) - {_root(word) for word in own}
    apart = frozenset(word for word in (english.FILLERS | english.NARROWING) - english.EMPTY if _root(word) in roots)
    return Pool(
        {one: frozenset(several - {one}) for one, several in alike.items()}, frozenset(before), frozenset(kinds), apart
    )


def _said_plainly(words: Several[str]) -> frozenset[str]:
    """The words of a phrase, unless it denies one of them: `not regularly`."""
    said = frozenset(words)
    return said if said.isdisjoint(english.NEGATORS) else frozenset()


def _suffered(tree: Sequence) -> Iterator[str]:
    """The stems of what is done to somebody in a choice where others do it: `(was given|received)`."""
    for items in _runs(tree):
        for item in items:
            options = [option for option in item.options if option] if isinstance(item, Choice) else []
            passive = [option for option in options if isinstance(option[0], Word) and option[0].text in english.BE]
            if len(passive) < len(options):
                words = (word.text for option in passive for word in option[1:] if isinstance(word, Word))
                yield from (stem(word) for word in words if is_past_participle(word))


def _root(word: str) -> str:
    """A word without what makes an adverb of it."""
    return word.removesuffix("ly")


def _runs(tree: Sequence) -> Iterator[Sequence]:
    """The tree, and what stands within its brackets."""
    yield tree
    for item in tree:
        inner = item.options if isinstance(item, Choice) else (item.inner,) if isinstance(item, Adjunct) else ()
        for one in inner:
            yield from _runs(one)


def _singles(item: Item) -> set[str]:
    """The stems of a word, or of the single words of a choice."""
    if isinstance(item, Word):
        return {stem(item.text)} if item.text not in _NOT_LENT else set()
    if not isinstance(item, Choice):
        return set()
    words = [option[0].text for option in item.options if len(option) == 1 and isinstance(option[0], Word)]
    return {stem(word) for word in words if word not in _NOT_LENT}


def choices_of_words(tree: Sequence) -> Iterator[set[str]]:
    """The stems of each choice of single words in a phrase that was cut."""
    yield from (_singles(item) for items in _runs(tree) for item in items)
