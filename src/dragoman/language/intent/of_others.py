"""Who ignores, forgets or scraps something that was said, and asks nobody to take it back.

there is a strike, but students ignore it · A tries to scrap that · nobody can undo it      so do others
there is a strike, ignore it · the base in B scrap that · you can delete that              the line is to be taken back
"""

from __future__ import annotations

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
