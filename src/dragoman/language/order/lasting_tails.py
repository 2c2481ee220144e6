"""How it is now, said at the end of a sentence of how it was: the tables of :mod:`dragoman.language.order.lasting`."""

from __future__ import annotations

from enum import Enum, auto

from dragoman.language.words.cues import Cues


class Now(Enum):
    """What the end of a sentence says of now."""

    STILL = auto()
    AGAIN = auto()
    """It is so again, whatever it was in between."""
    BACK = auto()
    """Somebody took it up again: said of what he had given up."""
    NO_LONGER = auto()
    NOT_SINCE = auto()
    """Nobody took it up again: said of what he had given up."""


_IT = "[(it|they|he|she)]"
_LATER = "[(since|now|meanwhile|long since|since then|in the meantime|so far)]"
_SPAN = "(years|decades|ages|centuries|a long time|some time|many years|a decade|generations)"
TAILS = {
    Now.STILL: Cues(
        f"""
        {_IT} (still|always) (does|do|is|are|has|have) [(so|it)] [(today|now|to this day)]
        {_IT} (does|do|is|are) [(so|it)] (still|to this day|even now|even today)
        {_IT} (does|do) so (today|now)
        {_IT} (goes|go|went|has gone|have gone) on [doing (so|it)] [(ever since|to this day|now|today)]
        {_IT} (continues|continue|has continued|have continued) [(to do so|doing so|to this day|to be so)]
        {_IT} (keeps|keep) (doing (so|it)|at it)
        {_IT} (has|have) (not|never) stopped [doing (so|it)] [since] [then]
        {_IT} (has|have) (done|been|been doing|always done|always been) [(so|it|that)] ever since [(the|its|their)] [_] [_]
        {_IT} (has|have) (done|been|been doing|always done|always been) [(so|it|that)] since [(the|its|their)] _ [_]
        {_IT} (has|have) (done|been doing|been) (so|it|that) for {_SPAN} [now]
        {_IT} (has|have) always (done|been) [(so|it|that)]
        {_IT} (sticks|stick) (to|with) it
        {_IT} [(still|always)] (remains|remain|stays|stay|is|are|has remained|have remained) so [(today|to this day)]
        {_IT} (is|are) [still] going on
        (it|this|that) (is [still] not over|has [still] not ended|goes on|continues|is still going on) [yet]
        {_IT} (has|have) not looked back
        (has|have) it to this day
        have them to this day
        as (it|they|he|she) (has|have|does|do) [(done|always|been)] [(since|for)] [(the|its|their)] [_] [_]
        """
    ),
    Now.AGAIN: Cues(
        f"""
        {_IT} (has|have) {_LATER} (resumed|restarted|started again|begun again) [(doing so|it)] {_LATER}
        {_IT} (does|do|is|are) [(so|now|it)] again [(now|today)]
        (now|today) {_IT} (does|do|is|are) [so] again
        """
    ),
    Now.BACK: Cues(
        f"""
        {_IT} (has|have) {_LATER} (gone back|returned) to it {_LATER}
        {_IT} (has|have) {_LATER} taken it up again {_LATER}
        {_IT} (went back|returned) to it
        {_IT} took it up again
        {_IT} (resumed|restarted|started again|began again)
        """
    ),
    Now.NO_LONGER: Cues(
        f"""
        [now] {_IT} no longer (does|do|is|are|has|have) [(so|it)] [(now|today)]
        [now] {_IT} (does|do|is|are) [so] no longer
        [now] {_IT} (does|do|is|are|has|have) not [(do|done)] [(so|it)] (any more|any longer|anymore|now)
        (not any more|not any longer|not anymore|no longer|no more|not now)
        {_IT} (has|have) {_LATER} (stopped|ceased|quit|given up|given it up|given this up|given that up) [doing] [(so|it)] {_LATER}
        {_IT} (stopped|ceased|quit) [doing (so|it)]
        {_IT} gave (it|this|that) up
        (it|that|this) is [(now|all)] over [now]
        """
    ),
    Now.NOT_SINCE: Cues(
        f"""
        {_IT} (has|have) (not|never) [yet] {_LATER} (resumed|restarted|started again|begun again|gone back|done so|done it|bought any) [it] {_LATER} [(yet|again)]
        {_IT} (has|have) (not|never) {_LATER} (gone back|returned) to it {_LATER} [(yet|again)]
        {_IT} (has|have) (not|never) {_LATER} taken it up again {_LATER} [yet]
        """
    ),
}  # fmt: skip
"""By what they say; the first of which one is the end of a sentence."""
