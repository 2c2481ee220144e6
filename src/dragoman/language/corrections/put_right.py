"""What a line says was wrong, and what is right, where it names the wrong first.

    it is not 30 percent of their arms that come from A, it is 13   ->  13 percent of their arms come from A, not 30 percent
    it is not A that leads there, it is B                          ->  B leads there, not A
    the soldiers who left A were Turkish, not Pakistani            ->  Turkish soldiers left A, not Pakistani
    400 of them work there, I had typed 4                          ->  400 of them work there, not 4
    I wrote that it is on the wane, but it is the reverse: it grows ->  it grows, not: it is on the wane

>>> singled_out("it's not 30 percent of its arms that come from Iran, it's 13")
Right(new='13 percent of its arms come from Iran', old='30 percent', was='')
>>> singled_out("it's not Iran that leads there but India")
Right(new='India leads there', old='Iran', was='Iran leads there')
>>> singled_out("Iran isn't the leader there, India is")
Right(new='India is the leader there', old='Iran', was='Iran is the leader there')
>>> singled_out("the soldiers who left Uzbekistan were Turkish, not Pakistani")
Right(new='Turkish soldiers left Uzbekistan', old='Pakistani', was='Pakistani soldiers left Uzbekistan')
>>> typed_before("0.4 million Tajiks work in Russia, I had typed 4 million")
Right(new='0.4 million Tajiks work in Russia', old='4 million', was='')
>>> noted_as("Belarus belongs to it outright; I had it down as an observer, please fix")
Right(new='Belarus belongs to it outright', old='an observer', was='')
>>> taken_back("I wrote earlier that trade is falling, but it's the reverse: it is growing")
Right(new='it is growing', old='trade is falling', was='')
>>> wrongly_said("Sorry, I was wrong to say that trade is falling; it is growing")
Right(new='it is growing', old='trade is falling', was='')
>>> wrongly_said("I was wrong that trade is falling but tourism is")
Right(new='', old='trade is falling', was='')
>>> wrongly_said("Correction: an earlier version of this text said that trade is falling.")
Right(new='', old='trade is falling', was='')
"""

from __future__ import annotations

import re
from typing import NamedTuple

from dragoman.language.words.patterns import Pattern

_NUMBER = r"\d[\d.,]*"
_UNIT = (
    r"%|percent|per cent|pct|(?:(?:million|billion|trillion|thousand|mn|bn) ?)?(?:dollars|us dollars|usd|euros|eur|yuan|roubles|rubles)"
    r"|million|billion|trillion|thousand|mn|bn"
)
_FIGURE = Pattern(
    rf"(?:it|that)(?:'s| is| was) not (?P<old>{_NUMBER}(?: ?(?P<unit>{_UNIT}))?)(?P<what> [^,;]+?)(?: (?:that|which|who) (?P<does>[^,;]+?))?"
    rf",? (?:but|it(?:'s| is| was)|rather) (?:only |just )?(?P<new>{_NUMBER})(?: ?(?P<other>{_UNIT}))?",
    re.IGNORECASE,
)
_WHO = Pattern(
    r"it(?:'s| is| was) not (?P<old>[^,;]{1,40}?) (?:that|which|who) (?P<does>[^,;]+?)(?:,? but|, it(?:'s| is| was)) (?P<new>[^,;\d]{1,40})",
    re.IGNORECASE,
)
_SAID = Pattern(
    r"\W*(?:(?:earlier|before|yesterday|last week|just now|above|a while ago|in my last (?:message|note|report))[, ]+)?(?:(?:i|we) )(?:have )?(?:wrote|written|said|noted|claimed|typed|told you|mentioned|reported|entered|put down|stated)"
    r"(?: (?:here|you|earlier|before|above|yesterday|last (?:time|week)|once|in my last (?:message|note|report)))* that (?P<old>.+?)(?:,? "
    r"(?:but|yet|when in fact|whereas)|[.;!]) (?:in fact |actually |really )?(?:it|that|this)(?:'s| is| was)"
    r" (?:just |exactly |quite |rather |in fact |actually |really )*"
    r"(?:the reverse|the opposite|the contrary|the other way (?:a?round)|wrong|not (?:so|right|true|correct)|not the case|false|a mistake|an error)"
    r"\s*[:;,.-]\s*(?:and |in fact |actually |rather )*(?P<new>\w.+)",
    re.IGNORECASE,
)


_TO_SAY = (
    r"(?:(?:of (?:me|us) )?to (?:say|claim|write|state|report|think|believe|assume|maintain|assert|note|have (?:said|claimed|written))|in (?:saying|claiming|writing|stating|thinking|believing|assuming)"
    r"|when (?:i|we) (?:said|wrote|claimed|noted|told you|thought))(?: (?:here|earlier|before|above|yesterday))?"
)
_WRONGLY_SAID = Pattern(
    r"\W*(?:(?:no|oh|ah|ok|well|and|but|so|sorry|sry|oops|wait|actually|correction|erratum|corrigendum|my mistake|my bad|apologies|my apologies|hold on|hang on|on reflection|on second thoughts?|please note)\W+)*"
    rf"(?:(?:i|we) (?:was|were|am|are) (?:(?:just|simply|quite|completely|clearly|obviously|plainly) )?(?:wrong|mistaken|in error|incorrect) (?:{_TO_SAY}(?: that)?|that)"
    rf"|(?:it|that) was (?:(?:just|simply|quite|completely|clearly|plainly) )?(?:wrong|a mistake|an error|incorrect|false) {_TO_SAY}(?: that)?"
    r"|(?<=[:,.;] )(?:an|the|our|my|this) (?:earlier|previous|first|original|initial|prior|last) (?:version|edition|draft|report|text|post|article|line|note|message|statement|entry)"
    r"(?: of (?:this|the|our|my) \w+(?: \w+)?)? (?:(?:wrongly|incorrectly|mistakenly|erroneously|falsely) )?(?:said|stated|claimed|reported|wrote|noted) that)"
    r" (?P<old>[^;!?]+?)(?:[.;!]\s+(?P<new>\w.*)|, (?P<instead>(?:it|they|he|she|that|this|there|in fact|actually|rather)(?: (?:is|are|does|do|has|have|was|were)|'s|'re)?\b.+))?\W*",
    re.IGNORECASE,
)
"""What was said, and wrong to say: `I was wrong to say that OLD; NEW`."""
_BUT_ANOTHER = Pattern(
    r",? (?:but|though|although|while|whereas|and) [^,;]{1,60}? (?:is|are|was|were|does|do|did|has|have|will|can)(?: not|n't)?(?: too)?$",
    re.IGNORECASE,
)
"""What stands behind that and says of another that it is so, or not: `..., but B is`."""
_AND_NO_MORE = Pattern(r",? (?:and|but) (?:nothing|no) (?:more|else|further)$", re.IGNORECASE)


_IS_NOT_BUT = Pattern(
    r"(?P<old>[^,;]{1,40}?) (?P<be>is|are|does|do|has|have)(?:n't| not) (?P<what>[^,;]+?), (?:but |it is |it's )?(?P<new>[^,;]{1,40}?) (?P=be)(?: (?:it|so))?",
    re.IGNORECASE,
)
"""`A isn't the leader there, B is`."""


_WHO_DID = Pattern(
    r"(?:the|those) (?P<noun>[a-z]+(?: [a-z]+)?) (?:who|that|which) (?P<does>[^,;]+?) (?:is|are|was|were) (?P<new>(?!not\b)[\w-]+(?: [\w-]+)?)"
    r",? (?:and |but )?not (?P<old>[\w-]+(?: [\w-]+)?)",
    re.IGNORECASE,
)
"""`the soldiers who left A were Turkish, not Pakistani`."""
_TYPED = Pattern(
    r"(?P<new>.+?)[,;.]? (?:and |but )?(?:i|we)(?: had|'d) (?:first |wrongly |mistakenly |originally |earlier |before )?"
    r"(?:typed|written|put down|put|entered|noted|given|said) (?P<old>[^,;]{1,40})",
    re.IGNORECASE,
)
_NOTED_AS = Pattern(
    r"(?P<new>.+?)[,;.] (?:and |but )?(?:i|we)(?: had|'d) (?:it|that|him|her|them|this)(?: (?:down|noted|listed|recorded|filed|marked|entered))? as "
    r"(?P<old>[^,;]{1,60}?)(?:[,;]? (?:please|pls|so please|kindly)? ?(?:fix|correct|change|amend|update|put)(?: (?:it|that|this))?(?: right)?(?: please)?)?",
    re.IGNORECASE,
)


class Right(NamedTuple):
    """What is right, and what was wrong."""

    new: str
    old: str
    was: str = ""
    """What was wrong as a whole sentence, where it is said of somebody."""


def singled_out(text: str) -> Right | None:
    """`it is not OLD that does it, it is NEW`, as what the new one does."""
    body = text.strip(" .!")
    if found := _FIGURE.fullmatch(body):
        unit = found["other"] or found["unit"] or ""
        new = f"{found['new']} {unit}".strip()
        return Right(" ".join(f"{new}{found['what']} {found['does'] or ''}".split()), found["old"])
    if found := _WHO.fullmatch(body):
        return Right(f"{found['new']} {found['does']}", found["old"], f"{found['old']} {found['does']}")
    if found := _WHO_DID.fullmatch(body):
        new, old = (f"{found[who]} {found['noun']} {found['does']}" for who in ("new", "old"))
        return Right(new, found["old"], old)
    if found := _IS_NOT_BUT.fullmatch(body):
        is_verb = found["be"].lower() in ("do", "does")
        said = f"does {found['what']}" if is_verb else f"{found['be']} {found['what']}"
        return Right(f"{found['new']} {said}", found["old"], f"{found['old']} {said}")
    return None


def typed_before(text: str) -> Right | None:
    """`NEW, I had typed OLD`."""
    found = _TYPED.fullmatch(text.strip(" .!"))
    return Right(found["new"], found["old"]) if found is not None else None


def noted_as(text: str) -> Right | None:
    """`NEW, I had it down as OLD`, where the old words say what somebody is."""
    found = _NOTED_AS.fullmatch(text.strip(" .!"))
    return Right(found["new"], found["old"]) if found is not None else None


def taken_back(text: str) -> Right | None:
    """`I wrote that OLD, but it is the reverse: NEW`."""
    found = _SAID.fullmatch(text.strip(" .!"))
    return Right(_AND_NO_MORE.sub("", found["new"]), found["old"]) if found is not None else None


def wrongly_said(text: str) -> Right | None:
    """`I was wrong to say that OLD`, with what is right instead, or with nothing."""
    found = _WRONGLY_SAID.fullmatch(text.strip())
    if found is None:
        return None
    return Right(found["new"] or found["instead"] or "", _BUT_ANOTHER.sub("", found["old"]))
