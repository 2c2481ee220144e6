"""A sentence that doubts the one before, or takes it back: `I doubt it`, `Nonsense`, `Or so they say`, `Not any more`.

Whoever writes it does not assert what stands before, however plainly that is said.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.language.cues import Cues, spaced
from dragoman.language.tokens import Token

REASON = "what follows it doubts it or takes it back"
_DOUBTING = Cues(
    """
    [(but|though|although|yet|and)] (i|we) [(very much|seriously|really|strongly|do|still|rather|somehow)] [much] doubt (it|that|this) [(very much|though|somehow|a lot)]
    [(but|though|although|yet|and)] (i|we) [(really|still|just)] (do not|can not|could not|would not) [(really|quite|fully|entirely)] (believe|buy|think|trust|credit) (it|that|this|so) [(though|at all|for a minute|for a moment|yet)]
    [(but|though|although|yet|and)] (i|we) (am|are) not [(so|too|very|really|entirely|quite|fully)] (sure|certain|convinced) [(of|about)] [(it|that|this|though)]
    [(but|though|although|yet|and)] (i|we) [still] have [(my|our|some|serious|strong|grave)] [(serious|strong|own|grave)] doubts [(about|as to)] [(it|that|this|though)]
    [(but|though|although|yet|and)] [(that|this|it|which|all of it|none of this)] (is|was|has been|sounds|seems|looks) [(all|just|simply|of course|probably|likely|at best|clearly|quite|still|very|highly|rather|a bit)] (not [(quite|really|yet|entirely|fully)] (true|so|right|correct|accurate|the case|confirmed|certain|clear)|untrue|false|wrong|incorrect|inaccurate|nonsense|rubbish|a lie|lies|a myth|a hoax|a rumour|gossip|a joke|fake|fake news|invented|made up|unlikely|improbable|doubtful|questionable|dubious|unconfirmed|unverified|unproven|disputed|denied|contested|speculation|speculative|propaganda|hearsay|open to doubt|open to question|exaggerated|overstated|outdated|out of date|obsolete|no longer (true|so|the case))
    [(but|or|and)] (so|that is what|at least so|or so) (they|he|she|people|some|it|we|the story) [is] (say|says|said|claim|claims|claimed|hear|heard|think|thinks|goes|believe|believes|tell us|told)
    (not true|untrue|false|wrong|nonsense|rubbish|bullshit|lies|fake news|unconfirmed|unverified|doubtful|unlikely|hardly|hardly so|not so|not really|not quite|not exactly|not yet|not any more|not anymore|not any longer|no longer|no more|maybe|maybe not|perhaps|perhaps not|possibly|probably not|allegedly|supposedly|purportedly|once|formerly|in the past|in theory|at least in theory|on paper|at least on paper|only on paper|if only|as if|yeah right|in their dreams|in his dreams|wishful thinking|pure speculation|mere speculation|just a rumour|a mere rumour|rumour has it|just kidding|i wish|we wish)
    (that|this|it) was [(all|just|only)] (once|then|before|earlier|formerly|long ago|years ago|in the past|back then|the case once|in those days|another time)
    [(but|though|although|yet|and)] (that|this|it) (no longer (is|holds|applies)|may have changed|has changed since|has since changed|changed since|will not last)
    """
)
_OF_A_YEAR = re.compile(r"(?:that|this|it) was (?:back )?(?:in|before|until|till|around) (?:19|20)\d\d")


def takes_back(tokens: Sequence[Token]) -> bool:
    """Whether a sentence doubts or takes back the one before it, and says nothing else.

    >>> from dragoman.language.tokens import tokens_of
    >>> [takes_back(tokens_of(text)) for text in ("But I doubt it", "That's a lie", "I doubt that Iran is in", "It is true")]
    [True, True, False, False]
    """
    texts = [
        "is" if token.text == "'s" else token.text
        for token in tokens
        if token.is_word or token.text[:1] in "'0123456789"
    ]
    return _DOUBTING.whole(spaced(texts)) or _OF_A_YEAR.fullmatch(" ".join(texts)) is not None
