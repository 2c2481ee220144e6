"""Who ignores, forgets or scraps something that was said, and asks nobody to take it back.

there is a strike, but students ignore it · A tries to scrap that · nobody can undo it      so do others
scrap the fees, students demand                                                            and what they want is no order of ours
there is a strike, ignore it · the base in B scrap that · you can delete that              the line is to be taken back
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.language.words import english

_OURS = frozenset({"i", "we", "you", "us", "me", "u", "please", "pls", "lets", "let", "one"})
_PARTED = english.BOUNDARIES | {",", ";", ":", ".", "-", "and", "but"}
_BEFORE_SEVERAL = english.ARTICLES | frozenset(
    english.lines(
        "its | their | his | her | these | those | both | some | most | many | all | several | other | two | three"
    )
)
_PEOPLE = frozenset({"people", "police", "staff", "men", "women", "media"})
_NOT_SEVERAL = (
    english.BE | english.HAVE | english.DO | frozenset({"yes", "perhaps", "lets", "always", "thanks", "ps", "us"})
)
_DOING = english.MODALS | {"to", "not", "never", "cannot", "will", "would", "shall", "who"}
_MOST_SEVERAL = 4


def is_of_others(texts: Sequence[str], words: Sequence[str]) -> bool:
    """Whether others do what some words ask for, the last time that they stand there."""
    size = len(words)
    at = next((at for at in range(len(texts) - size, 0, -1) if [*texts[at : at + size]] == [*words]), 0)
    start = next((one + 1 for one in range(at - 1, -1, -1) if texts[one] in _PARTED), 0)
    own = texts[start:at]
    if not own or not _OURS.isdisjoint(own):
        return False
    last = own[-1]
    if last in _DOING:
        return True
    if texts[at : at + 2] == ["strike", "it"] and texts[at + 2 : at + 3] in (["rich"], ["lucky"], ["big"]):
        return True
    is_short = len(own) == 1 or (len(own) <= _MOST_SEVERAL and own[0] in _BEFORE_SEVERAL)
    is_several = last.endswith("s") and not last.endswith(("ss", "'s", "us")) and last not in _NOT_SEVERAL
    return is_short and (is_several or last in _PEOPLE)


_SAY = r"(?:says?|said|demand(?:s|ed)?|urge[sd]?|insist(?:s|ed)?|plead(?:s|ed)?|warn(?:s|ed)?|write|writes|wrote|argue[sd]?|shout(?:s|ed)?|chant(?:s|ed)?|tell|tells|told|cry|cries)"
_SAID = re.compile(
    rf"[,!\"”'’]\s*(?:{_SAY}(?: (?P<who>(?:[\w'-]+ ){{0,4}}[\w'-]+))|(?P<who2>(?:[\w'-]+ ){{0,3}}[\w'-]+) {_SAY}(?: (?:in|on|to|at) (?:[\w'-]+ ){{0,2}}[\w'-]+)?)\W*$",
    re.IGNORECASE,
)
_OUR_OWN = _OURS | {
    "my",
    "our",
    "boss",
    "he",
    "she",
    "it",
    "they",
    "that",
    "source",
    "sources",
    "desk",
    "editor",
    "legal",
}


def is_said_by_others(text: str) -> bool:
    """Whether a line ends with who demands what it says, and that is none of us: `scrap the fees, students demand`."""
    found = _SAID.search(text)
    return found is not None and _OUR_OWN.isdisjoint((found["who"] or found["who2"]).lower().split())
