"""Lines that suppose something: what stands behind `what if`, up to what is asked about it."""

from __future__ import annotations

import re

from dragoman.language.words.patterns import Pattern

_BEFORE = Pattern(
    r"^\W*(?:(?:ok|okay|so|well|and|but|hey|now|then|please|hypothetically|just)[ ,]+)*"
    r"(?:(?:what|how|would|does|do|could|can|tell|run|show|play|test|try|simulate|redo|rerun|will|should|is|are)\b[^?]*?\b)?"
    r"(?:wh?[au]t if|suppose|supposing|imagine|assume|assuming|pretend|picture(?: this)?|visuali[sz]e|envision|envisage|think of|let us (?:say|suppose|assume|imagine|pretend)"
    r"|let's (?:say|suppose|assume|imagine|pretend)|lets (?:say|suppose|assume|imagine|pretend)|(?:on|under|with) the (?:assumption|supposition|hypothesis|premise)|in the (?:event|case)|hypothetically|say|if|in case|given|where|with)\b"
    r"(?:,?\s+(?:for|just for) (?:a|one) (?:moment|second|minute|while)\b,?)?(?:\s+that\b)?[ ,:]*",
    re.IGNORECASE,
)
_ASIDE = Pattern(r"^[^?]{0,80}?[,;:]\s+(?:but |and |so |well )*(?=wh?[au]t if\b)", re.IGNORECASE)
"""What is said before it is supposed: `just playing devil's advocate here, but what if ...`."""
_INVERTED = Pattern(
    r"^\W*(?:would|could)\b.*?\b(?P<verb>were|had)\s+(?P<who>(?:the\s+)?[A-Z][\w-]*(?:\s+[A-Z][\w-]*)*)\s+(?P<rest>.+)$",
    re.DOTALL,
)
_BEHIND = Pattern(
    r"\s+(?:would|wd|will|wld|does|do|should|could|what|how)\s+(?:your|ur|the|you|u|this|that|it|anything|something|change|happen|follow|would|we|changes?|follows?|happens?|then|is|are|do|does|will)\b.*$"
    r"|\s+where\s+(?:do|does|would|will)\b.*$",
    re.IGNORECASE | re.DOTALL,
)
"""What is asked about it, where no comma stands before."""
_AFTER = Pattern(
    r"[,;:.?!-]+\s*(?:then\s+)?(?:what|would|how|does|do|should|who|which|is|are|can|could|will|where|why|show|tell|and then|then)\b.*$",
    re.IGNORECASE | re.DOTALL,
)


_BEGUN = Pattern(r"\b(?:started|began|were|was) to (?=[a-z])(?!be\b)", re.IGNORECASE)
"""Beginning to be so is to be so, where it is only supposed."""
_TURNED = Pattern(
    r"\b(?:turned|went|fell|grew|got)(?= (?:weak|strong|hostile|friendly|friendlier|open|bad|sour|cold|critical|assertive|aggressive|unstable|stable|isolated|neutral|weaker|stronger|worse|better|symbolic|inactive|active)\b)",
    re.IGNORECASE,
)
"""So is turning so."""
_PICTURED = Pattern(
    r"^\W*(?:[a-z]+[ ,]+){0,3}?(?:imagine|picture|visuali[sz]e|envision|envisage|think of|suppose|assume)\s+(?!that\b|this\b)"
    r"(?P<who>(?:the\s+)?\S+(?:\s+\S+){0,4}?)\s+(?:being|as)\s+(?P<what>[^?.!;]+)",
    re.IGNORECASE,
)
"""`picture X as a member`: X is a member."""
_HAS_VERB = Pattern(r"\b(?:is|are|was|were|has|have|does|do|will|would|can|not)\b", re.IGNORECASE)
_GOT = Pattern(r"\b(?:gets|get|got)(?= (?:\w+(?:ed|nt|wn|ken|lt)|shut|cut|hit|sunk|lost|sold|hurt)\b)", re.IGNORECASE)
"""What gets suspended is suspended."""


def supposed_in(text: str) -> str:
    """The part of a line that is to be supposed.

    >>> supposed_in("Suppose the West lifts its sanctions, what changes?")
    'the West lifts its sanctions'
    >>> supposed_in("Would your advice change if Kazakhstan left the EAEU?")
    'Kazakhstan left the EAEU'
    >>> supposed_in("Would the picture shift were Russia isolated?")
    'Russia were isolated'
    >>> supposed_in("Picture Iran as an ally of China. What then?")
    'Iran is an ally of China'
    >>> supposed_in("if iran were in the sco wd ur advice change")
    'iran were in the sco'
    """
    inverted = _INVERTED.match(text[:1].lower() + text[1:])
    if inverted is not None:
        text = f"if {inverted['who']} {inverted['verb']} {inverted['rest']}"
    pictured = _PICTURED.match(text)
    if pictured is not None and not _HAS_VERB.search(pictured["who"]):
        text = f"suppose {pictured['who']} is {pictured['what']}"
    rest = _AFTER.sub("", _BEFORE.sub("", _ASIDE.sub("", text, count=1), count=1))
    return _GOT.sub("is", _TURNED.sub("became", _BEGUN.sub("", _BEHIND.sub("", rest)))).strip(" ?!.,")
