"""What did not follow from an offer or a request yet: `Russia offers a gas deal, nothing signed so far`.

That nothing is signed changes nothing in the offer: it is left out of account. Only behind an offer, a bid, a request: of a
deal it would say that there is none.
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.language.words import english
from dragoman.language.words.cues import Cues, spaced
from dragoman.language.words.tokens import Token

_OPEN = Cues(
    """
    [(but|and|though|although|yet)] (nothing|no deal|no contract|no agreement) [(has|is|was)] [been] [yet] (signed|inked|agreed|concluded|sealed|finalised|finalized|settled|in writing|firm|binding) [(so far|yet|as yet|for now|until now|to date|at present)]
    [(but|and|though|although|yet)] (no|without an|without any) (answer|reply|response|decision) [(came|given|has been given|has come)] [(so far|yet|as yet|for now|until now|to date|at present)]
    [(but|and)] [(is|are|now)] [still] (waiting|awaiting) [for] [(a|an|the|its|their|any)] (answer|reply|response|decision|word) [(so far|yet|as yet|now|at present|from them)]
    """
)
_OFFERED = frozenset(english.lines(
    """
    offer | offers | offered | offering | propose | proposes | proposed | proposal | pitch | pitches
    pitched | pitching | dangle | dangles | dangled | dangling | table | tabled | bid | bids | request
    requests | requested | ask | asks | asked | apply | applies | applied | application
    """
))  # fmt: skip
_DONE = frozenset(english.lines(
    """
    accept | accepts | accepted | agree | agrees | agreed | agreement | sign | signs | signed | signing
    conclude | concludes | concluded | win | wins | won | grant | grants | granted | approve | approves
    approved | reject | rejects | rejected | refuse | refuses | refused | withdraw | withdraws | withdrawn
    """
))  # fmt: skip


def without_what_is_open(tokens: Sequence[Token]) -> list[Token]:
    """The tokens without what says that nothing came yet of the offer that they speak of.

    >>> from dragoman.language.words.tokens import tokens_of
    >>> " ".join(token.text for token in without_what_is_open(tokens_of("Iran offers gas, nothing signed so far")))
    'iran offers gas'
    """
    at = next((at for at in range(len(tokens) - 1, 2, -1) if tokens[at].text in (",", "-", ";", "but")), 0)
    first = {token.text for token in tokens[:at]}
    if not at or first.isdisjoint(_OFFERED) or not first.isdisjoint(_DONE):
        return list(tokens)
    rest = [token.text for token in tokens[at:] if token.is_word]
    return list(tokens[:at]) if _OPEN.whole(spaced(rest)) else list(tokens)
