"""Sentences behind which the next may say only what is planned, feared or dreamt of.

the idea is simple · picture the scene · here is A's plan · this is what A fears        whatever stands behind them
A drew up a plan · A has a proposal                                                   an `it` behind them may be that
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.language.words.tokens import Token

_PLAN = (
    r"(?:plan|plans|idea|ideas|proposal|proposals|scheme|vision|forecast|forecasts|prediction|predictions|hope|hopes|fear|fears|threat|demand|demands"
    r"|goal|aim|draft|blueprint|promise|pledge|nightmare|scenario|scenarios|worst case|wish|dream|suggestion|recommendation|roadmap)"
)
_LEADING = r"^(?:(?:and|but|so|well|now|still|then) ,? ?)*"
_DONE = r"(?:reality|done|law|in force|under way|underway|a success|complete|fulfilled|working|carried out|dead|off|history|over)\b"
_SPOKEN_OF = re.compile(
    rf"{_LEADING}(?:(?:the|a|an|its|his|her|their|our|my|one|another|this|that) )?(?:[\w'-]+ ){{0,3}}(?:'s )?(?:[\w-]+ )?{_PLAN}"
    rf"(?: (?:of|for|by|from) (?:[\w'-]+ ){{1,4}}?)? ?(?:is|are|was|were|looks|goes|runs|reads|sounds)\b(?! (?:[\w-]+ )?{_DONE})"
    rf"|{_LEADING}(?:here|this|that) (?:is|was|'s) .*\b(?:{_PLAN}\W*$|(?:could|might|may|would|should|fears?|wants?|hopes?|plans?|expects?|dreads?|demands?|proposes?|suggests?)\b)"
    r"|^(?:picture|imagine|consider) (?:the|this|a|an) (?:\w+ )?(?:scene|situation|scenario|case|future|world)\W*$"
    r"|^unless [^,]+ ,"
    r"|\b(?:fears?|expects?|prepares? for) the worst\W*$|\bhopes? for the best\W*$"
)
_DRAWN_UP = re.compile(
    rf"\b(?:has|have|had|drew up|draws up|drawn up|presents?|presented|unveils?|unveiled|tables|tabled|floats?|floated|submitted|publishe[sd]"
    rf"|puts? forward|came up with|wrote|considers?|discusse[sd]|prepares?|prepared|rejects?|rejected|debates?|debated) (?:a|an|its|his|her|their|the|another)"
    rf" (?:\w+ ){{0,2}}{_PLAN}(?: (?:for|about|on|to) [^,;]*)?\W*$"
)


def is_of_a_plan(tokens: Sequence[Token], after: Sequence[Token]) -> bool:
    """Whether a sentence speaks of a plan, and the one behind it may say what that is."""
    text = " ".join(token.text for token in tokens)
    begins = [token.text for token in after[:2]]
    return _SPOKEN_OF.search(text) is not None or (
        not {"it", "this", "that", "they"}.isdisjoint(begins) and _DRAWN_UP.search(text) is not None
    )
