"""Some members of a group, told apart from the others: all but one of them, only one of them, those who were not named.

    all but C, every state except C and D      the others, and C not
    only A of the five, only A among them      A, and the others not
    the other four, the rest, the others       those of a group who were not named before
    the two powers, both powers                all of a type that has no more
    every country clinic, each of the ports    all of a group, and each of its members

Who is left out is named with the others: of him the contrary is said.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from typing import NamedTuple

from dragoman.language.grammar.lexicon import Lexicon
from dragoman.language.words import english
from dragoman.language.words.stems import stem
from dragoman.language.words.tokens import Token
from dragoman.values.entity import Entity

STATES = frozenset(
    {"state", "states", "country", "countries", "republics", "republic", "nations", "nation", "capitals", "governments"}
)
EVERY = frozenset({"all", "every", "each", "everyone", "everybody", "any"})
_BUT = frozenset({"but", "except", "save", "bar", "barring", "excluding", "without"})
_APART = frozenset({"without", "other", "apart"})
_EACH = frozenset({"every", "each"})
_SOME = frozenset(
    english.lines("one | some | most | many | few | several | half | majority | minority | couple | either")
)
_WITH_EXCEPTION = ("with", "the", "exception", "of")
_OF = frozenset({"of", "among", "amongst"})
_DETERMINING = english.ARTICLES | frozenset({"these", "those", "our", "their", "all"})
_PLAIN_KINDS = (
    STATES
    | EVERY
    | _OF
    | _DETERMINING
    | english.GOV_NOUNS
    | english.NUMBER_WORDS.keys()
    | frozenset(
        {
            "one",
            "single",
            "the",
            "in",
            "them",
            "they",
            "those",
            "members",
            "member",
            "region",
            "whole",
            "rest",
            "others",
            "us",
            "'s",
        }
    )
)
"""Words behind an `every` that make its group no smaller."""
_DOING = english.BE | english.DO | english.HAVE | english.MODALS
_MOST_BETWEEN = 7
"""Tokens between `all` and `but`."""
Named = tuple[int, tuple[str, ...]]
"""Where a name ends, and whom it means."""


class Part(NamedTuple):
    """Some of a group, and the others, of whom the contrary is said."""

    end: int
    names: tuple[str, ...]
    excluded: tuple[str, ...]


def all_of_a_type(lexicon: Lexicon, tokens: Sequence[Token], at: int) -> Iterator[Named]:
    """`the two powers`, `both powers`: all of a type that has no more."""
    word = tokens[at].text
    here = at + (word in ("the", "these"))
    number = tokens[here].text if here < len(tokens) else ""
    many = 2 if number == "both" else english.NUMBER_WORDS.get(number, 0)
    if not many or (word == "both" and here != at):
        return
    noun = tokens[here + 1].stem if here + 1 < len(tokens) else ""
    is_one = here + 1 < len(tokens) and tokens[here + 1].text == noun  # `two power plants`
    for name, members in lexicon.types.items():
        if name == noun and len(members) == many and not is_one:
            yield here + 2, members


class Members:
    """The parts of groups that a sentence names."""

    def __init__(
        self,
        texts: Sequence[str],
        groups: Sequence[Entity],
        named_at: Callable[[int], list[Named]],
        link: Callable[[int, int], tuple[int, str] | None],
        types: Mapping[str, Sequence[str]],
    ) -> None:
        """`link` says where the next of a list begins; `types` who is of a kind, by its stem."""
        self.texts, self.groups, self.named_at, self.link, self.types = texts, groups, named_at, link, types

    def text(self, at: int) -> str:
        """The word there; none behind the end."""
        return self.texts[at] if at < len(self.texts) else ""

    def all_but(self, at: int) -> Iterator[Part]:
        """`all but C`, `every state except C and D`, `all of the region but C`."""
        if self.text(at) not in EVERY:
            return
        here = at + 1
        if at and self.text(at - 1) in english.BE and self.text(here) in _BUT:
            return  # it is nearly so: `is all but C's partner`
        for _ in range(_MOST_BETWEEN):
            is_except = self.text(here) == "with" and tuple(self.texts[here : here + 4]) == _WITH_EXCEPTION
            if is_except or self.text(here) in _BUT or self.text(here) in ("other", "apart"):
                break
            here += 1
        else:
            return
        between = range(at + 1, here)
        if any(self.texts[one] in (",", "and", ".", ";") for one in between):
            return
        takes_out = self.text(here) not in _APART  # of those apart from C it may be so as well
        if self.text(here) == "with":
            here += len(_WITH_EXCEPTION)
        else:
            here += 2 if self.text(here) in ("other", "apart") and self.text(here + 1) in ("than", "from") else 1
        here += self.text(here) in ("for", "the")
        for end, names in self._list(here):
            several = [group for group in self.groups if {*names} < {*group.members} and self._means(between, group)]
            if several:
                group = next((one for one in several if self._is_said(between, one)), several[0])
                left = tuple(one for one in group.members if one not in names)
                yield Part(end + (self.text(end) == "'s"), left, names if takes_out else ())

    def only(self, at: int) -> Iterator[Part]:
        """`only A of the five`, `only A and B among the five`; of the others the contrary is said."""
        if self.text(at) != "only":
            return
        start = at + 1 + (self.text(at + 1) in english.ARTICLES)
        for end, names in self._list(start):
            if self.text(end) in _OF:
                for last, members in self.group_at(end + 1):
                    if {*names} < {*members}:
                        yield Part(last, names, tuple(one for one in members if one not in names))

    def group_at(self, at: int) -> Iterator[Named]:
        """A group that is named there, whatever says that all of it is meant; with its members."""
        members = {group.name: group.members for group in self.groups}
        while at < len(self.texts):
            for end, names in self.named_at(at):
                whole = members.get(names[0], ()) if len(names) == 1 else names
                if len(whole) > 1:
                    yield end, whole
            if self.text(at) not in _DETERMINING:
                return
            at += 1

    def others(self, at: int, before: Sequence[str], named_until: Callable[[], Sequence[str]]) -> Iterator[Named]:
        """`the other four`, `the rest`: a group without those named in earlier lines, or in this one.

        Those of whom the same is said, or the contrary (`A does it, the others do not`), are of a group with who did it first.
        """
        rest = self.text(at) == "rest"
        if self.text(at) not in ("other", "others", "remaining") and not rest:
            return
        said, many = named_until(), english.NUMBER_WORDS.get(self.text(at + 1), 0)
        found = list[Named]()
        for group in self.groups:
            named = {name for name in (*before, *said) if name in group.members}
            left = tuple(name for name in group.members if name not in named)
            if named and left and (many == len(left) or (rest and not many) or self.text(at) == "others"):
                end = at + 1 + bool(many)
                end += self.text(end) in STATES
                if rest and self.text(end) == "of":
                    inner = self.named_at(end + 1 + (self.text(end + 1) == "the"))
                    if inner and all(names != (group.name,) for _, names in inner):
                        continue
                    end = next((last for last, names in inner if names == (group.name,)), end)
                if not said or self.text(end) not in _DOING or said[0] in group.members:
                    found.append((end, left))
        is_doing = any(self.text(end) in _DOING for end, _ in found)
        if not is_doing or not said or len({left for _, left in found}) == 1:
            yield from found

    def _list(self, at: int) -> Iterator[Named]:
        """Who is named there, alone and with each who is joined to him."""
        names: tuple[str, ...] = ()
        while following := next(iter(self.named_at(at)), None):
            names = (*names, *following[1])
            yield following[0], names
            link = self.link(at, following[0])
            if link is None:
                return
            at = link[0]

    def each(self, at: int) -> Iterator[tuple[int, Entity]]:
        """`every country clinic`, `each of the ports`, `none of the ports`, `no port`: a group of each of whose members it is said."""
        word, before = self.text(at), self.text(at - 1) if at else ""
        if word in _EACH | {"all"} and self._is_said_of_each:
            yield from self._whole(at + 1 + (self.text(at + 1) == "of"))
            yield from self._in_the_singular(at + 1)
        elif before == "no":
            yield from self._in_the_singular(at)
        elif before == "of" and at > 1 and self.text(at - 2) == "none":
            yield from self._whole(at)

    def every_one(self, at: int) -> Iterator[tuple[int, Entity]]:
        """`every one of the ports`, `every single one of them`: its members, each by itself, even where it is said of the group elsewhere."""
        if self.text(at) in _EACH and self._is_said_of_each:
            one = at + 1 + (self.text(at + 1) == "single")
            if self.text(one) == "one" and self.text(one + 1) == "of":
                yield from self._whole(one + 2)

    def _whole(self, at: int) -> Iterator[tuple[int, Entity]]:
        of = {group.name: group for group in self.groups}
        while at < len(self.texts):
            yield from ((end, of[names[0]]) for end, names in self.named_at(at) if len(names) == 1 and names[0] in of)
            if self.text(at) not in _DETERMINING:
                return
            at += 1

    def is_of_some(self, at: int) -> bool:
        """Whether what is named there is that of which some are meant: `one of the five`, `most of them`."""
        before = at - 1
        while before > 0 and self.texts[before] in _DETERMINING:
            before -= 1
        some = self.texts[before - 1] if before > 0 and self.texts[before] == "of" else ""
        is_all = before > 1 and self.texts[before - 2] in EVERY
        return (some in _SOME or some in english.NUMBER_WORDS or some.isdigit()) and not is_all

    @cached_property
    def _is_said_of_each(self) -> bool:
        """Whether nothing is denied: `all of them do not do it` may be so of some."""
        return (english.NEGATORS | english.FAINT_NEGATORS).isdisjoint(self.texts)

    def _in_the_singular(self, at: int) -> Iterator[tuple[int, Entity]]:
        """A group behind `every` or `no`, of which one is named: `country clinic`."""
        if self.text(at).endswith("s"):
            return
        for group in self.groups:
            for words in map(_singular, (group.title, *group.aliases)):
                if words and tuple(self.texts[at : at + len(words)]) == words:
                    yield at + len(words), group

    def _means(self, between: range, group: Entity) -> bool:
        """Whether the words between `all` and `but` name that group, or no entity at all; and it is all of that, not of its friends."""
        whose = [self.text(one - 1) for one in between if self.text(one) in _OF]
        is_all = all(
            word in EVERY | STATES | english.GOV_NOUNS | {"one"} or self._is_kind(word, group) for word in whose
        )
        named = [(one, end, names) for one in between for end, names in self.named_at(one)]
        named += [(one, end, (of.name,)) for one in between for end, of in self._in_the_singular(one)]
        known = {n for one, end, _ in named for n in range(one, end)}
        is_narrower = any(  # `every landlocked state but C`: of those that are so, and not of all
            not (one in known or self.text(one) in _PLAIN_KINDS or self._is_kind(self.text(one), group))
            for one in between
        )
        is_it = all(names == (group.name,) or {*names} == {*group.members} for _, _, names in named)
        return is_all and is_it and not is_narrower

    def _is_said(self, between: range, group: Entity) -> bool:
        named = [names for one in between for _, names in self.named_at(one)]
        named += [(of.name,) for one in between for _, of in self._in_the_singular(one)]
        return any(group.name in names for names in named)

    def _is_kind(self, word: str, group: Entity) -> bool:
        """Whether a word says what all of a group are: all *kitchens* of the Old Town."""
        return {*group.members} <= {*self.types.get(stem(word), ())}


@cache
def _singular(title: str) -> tuple[str, ...]:
    """The words of a name of several, of one of them: `the country clinics`; none if it is the same of one."""
    words = title.lower().removeprefix("the ").split()
    last = words[-1] if words else ""
    if not last.endswith("s") or last.endswith("ss") or not all(word.isalpha() for word in words):
        return ()
    one = f"{last[:-3]}y" if last.endswith("ies") else last[:-1]
    return (*words[:-1], one)
