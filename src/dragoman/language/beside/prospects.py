"""What somebody is still to do, or another would like to, behind what is so: who says both says the first.

    A owes B 3 billion and is obliged to pay it back by 2035   ->  A owes B 3 billion
    A belongs to it but may leave at any time                  ->  A belongs to it
    A sells it, and others would like to                       ->  A sells it

What may have been so already (`is said to have stopped`), or is a condition, takes something back and stays; what is denied of both
(`it is not true that A and B`) is denied of neither alone. As for all of :mod:`dragoman.language.beside`, only a sentence of which
something was left over is looked at so.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.language.line.line import Line
from dragoman.language.line.mentions import PRONOUN
from dragoman.language.turns.renamed import is_for_a_while
from dragoman.language.words import english
from dragoman.language.words.cues import Cues, spaced
from dragoman.language.words.stems import is_past_participle
from dragoman.language.words.tokens import Token

_ALSO = "[(now|also|still|even|soon|only|always|really|well|therefore|already|then|already now|long)]"
_PROSPECT = Cues(
    f"""
    (is|are) {_ALSO} (obliged|bound|required|due|expected|set|going|free|allowed|entitled|ready|willing|about|likely|hoping|planning|trying|determined|keen|eager|preparing|aiming|intending|looking|committed|pledged|sworn) to
    (is|are) {_ALSO} (supposed|meant) to
    (has|have) {_ALSO} to
    (has|have) {_ALSO} (promised|pledged|vowed|agreed|decided|undertaken|offered) to
    {_ALSO} (hopes|hope|plans|plan|wants|want|intends|intend|aims|aim|means|needs|need|expects|expect|wishes|wish|promises|promise|tries|try|seeks|seek|longs|long) to
    would {_ALSO} (like|love|prefer) to
    would {_ALSO} rather
    (may|might|could|should|must|will|can) {_ALSO} (not|soon|yet)
    (may|might|could|should|must|will|can)
    (is|are) {_ALSO} (after|seeking|eyeing|courting|planning|considering|weighing|thinking of|thinking about|working on|looking for)
    """
)
_SUBJECTS = frozenset({"it", "they", "he", "she", "others", "some", "many"})
_TAKING_BACK = english.IFS | frozenset(
    english.lines(
        "is | are | was | were | has | had | does | did | so | if | unless | whether | when | once | only | otherwise | instead | but"
    )
)
_CUES = frozenset({"and", "but"})
_DO = frozenset({"do", "doing", "done"})
_HELPING = english.MODALS | {"to", "will"}
_LEAST, _MOST = 3, 16


def prospects(line: Line) -> Iterator[list[Token]]:
    """The tokens of a sentence without what is still to be, in each way to take it off."""
    if _CUES.isdisjoint(line.texts) or is_for_a_while(line):
        return  # `stays out of it for now but plans to interfere`
    for at in range(_LEAST, len(line) - 1):
        if line.texts[at] not in _CUES or len(line) - at > _MOST:
            continue
        if line.texts[at] == "and" and line.is_denied:
            continue
        begins = _behind_subject(line, at + 1)
        found = _PROSPECT.at_start(spaced(line.texts[begins : begins + 8]))
        if found is None:
            continue
        end = begins + found.group().count(" ")
        is_another = begins > at + 1 and line.texts[at + 1] not in _SUBJECTS and end < len(line)
        is_open = line.texts[at] == "and" and line.texts[begins] in (english.MODALS - {"would"}) | {"will", "can"}
        if is_another or is_open:
            continue  # what is to be of another is a second thing that is told
        said = [
            text
            for one, text in enumerate(line.texts)
            if one >= end and not (text == "so" and line.texts[one - 1] in _DO)
        ]
        if _TAKING_BACK.isdisjoint(said) and not _has_been(line, end - 1):
            yield line.tokens[: at - (line.texts[at - 1] == ",")]
            return


def _behind_subject(line: Line, at: int) -> int:
    """Where the verb begins behind who it is said of, if somebody is named there or meant."""
    if line.texts[at] in _SUBJECTS:
        return at + 1
    return next((m.end for m in line.mentions[at] if m.kind != PRONOUN), at)


def _has_been(line: Line, start: int) -> bool:
    """Whether it is of what may be over already: `may have stopped`, `is expected to have left`."""
    return any(
        line.texts[at] == "have"
        and line.texts[at - 1] in _HELPING
        and (at + 1 == len(line) or is_past_participle(line.texts[at + 1]))
        for at in range(max(1, start), len(line))
    )
