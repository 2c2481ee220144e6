"""Nouns of deeds with their verbs, general English: an examination is what one does who examines.

An examination is to examine, a claim is to claim, a sale is to sell.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from dragoman.language.words.stems import forms_of, is_past_participle, is_simple_past, stem


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_NOUNS = """
examination examine | inspection inspect | check check | checkup check | review review | survey survey | assessment assess
evaluation evaluate | analysis analyse | test test | audit audit | search search | scan scan | claim claim | demand demand
request request | proposal propose | purchase purchase | acquisition acquire | sale sell | donation donate | loan lend
export export | import import | delivery deliver | supply supply | shipment ship | transfer transfer | insurance insure
coverage cover | protection protect | restoration restore | repair repair | repairs repair | cleaning clean | treatment treat
visit visit | support support | backing back | help help | training train | guidance guide | attack attack | raid raid
ban ban | boycott boycott | blockade blockade | invasion invade | withdrawal withdraw | discovery discover
excavation excavate | exhibition exhibit | construction construct | reduction reduce | increase increase | cut cut
approval approve | rejection reject | recognition recognise | measurement measure | warning warn
"""
_GIVEN = _words(
    """
    examination inspection check checkup review assessment evaluation test audit search scan cleaning treatment visit support
    backing help protection restoration repair recognition warning training guidance approval insurance coverage
    """
)
"""What is given to whom it is done: who is given support is supported."""
_OWNED = _words("insurance coverage protection support backing training treatment guidance restoration repair")
"""What one has from him who does it."""
_LINKS = {
    "claim": ("to", "on", "for"), "visit": ("to",), "check": ("on",), "attack": ("on",), "raid": ("on",), "ban": ("on",),
    "inspection": ("on",), "examination": ("on",), "repair": ("to", "on"), "repairs": ("to", "on"), "restoration": ("on",),
    "reduction": ("in",), "increase": ("in",), "cut": ("in", "to"), "request": ("for",), "audit": ("on",),
}  # fmt: skip
"""The prepositions, `of` aside, behind which stands what a deed is done to."""
_LIGHT = (
    "make", "do", "carry out", "conduct", "perform", "undertake", "complete", "lodge", "file", "submit", "put in", "lay", "stake",
    "put forward", "raise", "run", "table",
)  # fmt: skip
_SHORTEST = 2
_THIRD = {"has": "have", "does": "do", "goes": "go"}


class DEEDS:
    """The nouns of deeds."""

    verbs: ClassVar[dict[str, str]] = {
        words[0]: words[1] for line in _NOUNS.strip().splitlines() for words in (one.split() for one in line.split("|"))
    }
    """By noun."""
    _light: ClassVar[dict[str, tuple[str, ...]]] = {one.split()[0]: tuple(one.split()[1:]) for one in _LIGHT}

    @classmethod
    def is_given(cls, noun: str) -> bool:
        """Whether who is given it is whom it is done to."""
        return noun in _GIVEN

    @classmethod
    def is_owned(cls, noun: str) -> bool:
        """Whether who has it from another is whom the other does it to."""
        return noun in _OWNED

    @classmethod
    def is_done_to(cls, noun: str, link: str) -> bool:
        """Whether behind the preposition stands what the deed is done to."""
        return link == "of" or link in _LINKS.get(noun, ())

    @classmethod
    def noun_of(cls, participle: str) -> str:
        """The noun for what a participle says, where that is in one word: `lent` is a loan."""
        return "loan" if participle in ("lent", "loaned") else ""

    @classmethod
    def light_at(cls, texts: Sequence[str], at: int) -> int:
        """How many tokens a verb has that says nothing beside the noun of a deed: `carried out`; 0 for none."""
        for verb, *particle in map(str.split, _LIGHT):
            if is_deed_of(texts[at], verb) and list(texts[at + 1 : at + 1 + len(particle)]) == particle:
                return 1 + len(particle)
        return 0

    @classmethod
    def form_of(cls, noun: str, like: str) -> str:
        """The verb of a noun, in the form of another verb."""
        verb = cls.verbs[noun]
        if like.endswith("ing"):
            return f"{verb.removesuffix('e')}ing"
        if is_past_participle(like) or is_simple_past(like):
            return cls.past(verb)
        return f"{verb}s" if like.endswith("s") else verb

    @classmethod
    def done(cls, noun: str) -> str:
        """The participle of the verb of a noun."""
        return cls.past(cls.verbs[noun])

    @classmethod
    def past(cls, verb: str) -> str:
        """The participle of a verb."""
        forms = forms_of(verb)
        if len(forms) > 1 or len(verb) < _SHORTEST:
            return forms[-1]
        return (
            f"{verb}d"
            if verb.endswith("e")
            else f"{verb[:-1]}ied"
            if verb[-1] == "y" and verb[-2] not in "aeiou"
            else f"{verb}ed"
        )

    @classmethod
    def participle(cls, verb: str) -> str:
        """The participle of a verb in its present or past; empty where it may be something else."""
        if is_simple_past(verb):
            return cls.past(forms_of(verb)[0])
        if is_past_participle(verb):
            return verb
        if verb.endswith("s") and not verb.endswith("ss"):
            base = f"{verb[:-3]}y" if verb.endswith("ies") else verb[:-1]
            base = base[:-1] if base.endswith(("she", "che", "xe", "sse")) else base
            return cls.past(base)
        return ""


def is_deed_of(text: str, *verbs: str) -> bool:
    """Whether a word is a form of one of some verbs."""
    return any(stem(text) == stem(verb) for verb in verbs)
