"""Nouns of deeds with their verbs, general English: an examination is what one does who examines.

examination examine | claim claim | sale sell
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from dragoman.language.stems import forms_of, is_past_participle, is_simple_past, stem

_NOUNS = """
examination examine | inspection inspect | check check | checkup check | review review | survey survey | study study
assessment assess | evaluation evaluate | analysis analyse | test test | audit audit | search search | scan scan
claim claim | demand demand | request request | order order | offer offer | proposal propose | promise promise
threat threaten | complaint complain | protest protest | warning warn | announcement announce | statement state
purchase purchase | acquisition acquire | sale sell | donation donate | gift give | loan lend | lease lease
export export | import import | delivery deliver | supply supply | shipment ship | transfer transfer | payment pay
insurance insure | cover cover | coverage cover | protection protect | restoration restore | repair repair
cleaning clean | treatment treat | visit visit | support support | backing back | help help | training train
attack attack | raid raid | ban ban | boycott boycott | blockade blockade | invasion invade | withdrawal withdraw
discovery discover | excavation excavate | exhibition exhibit | display display | loading load | construction construct
investment invest | contribution contribute | reduction reduce | increase increase | cut cut | expansion expand
approval approve | refusal refuse | rejection reject | permission permit | licence license | recognition recognise
agreement agree | cooperation cooperate | competition compete | trade trade | control control | guidance guide
description describe | measurement measure | count count | decision decide | choice choose | use use
"""
_LIGHT = (
    "make", "do", "carry out", "conduct", "perform", "undertake", "complete", "lodge", "file", "submit", "put in", "lay", "stake",
    "put forward", "raise", "run", "table",
)  # fmt: skip
_THIRD = {"has": "have", "does": "do", "goes": "go"}


class DEEDS:
    """The nouns of deeds."""

    verbs: ClassVar[dict[str, str]] = {
        words[0]: words[1] for line in _NOUNS.strip().splitlines() for words in (one.split() for one in line.split("|"))
    }
    """By noun."""
    _light: ClassVar[dict[str, tuple[str, ...]]] = {one.split()[0]: tuple(one.split()[1:]) for one in _LIGHT}

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
        if len(forms) > 1:
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
