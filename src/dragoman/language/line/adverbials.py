"""What is said of when, how, how much and where, in more words than one: a fact is the same without it.

    as things stand, Turkey has a base there            ->  nothing hangs on it, nor is anything else denied by a `not`
    Turkey resents it from the bottom of its heart      ->  it resents it; that it does not do so says nothing
    by a wide margin, on a large scale, deep-rooted     ->  the same

Nothing stands here that could make it less than so (`on paper`, `in theory`, `in part`, `to some extent`), or so for some or
at some times only (`at times`, `in places`, `under pressure`, `at home`), nor
what says that something is not done yet: who lifts a ban step by step has not lifted it.
"""

from __future__ import annotations

from dragoman.language.grammar.derive import PREPOSITIONS
from dragoman.language.words.english import MANNER, WEEKDAYS, lines

BESIDE = lines(
    """
    as things stand | as things are | as matters stand | as it stands | as it is | in practice | in effect | in actual fact | in reality
    in truth | in point of fact | on balance | to date | thus far | up to this point | at this stage | at this point
    at this point in time | at this time | at this moment | in this day and age | in our day | in our days | in our time
    to this very day | down to this day | even to this day | as of this writing | at the time of writing | as i write | as i type | as i speak | as we speak | as we write
    in the meantime | nonetheless | nevertheless | all the same | even so | in any case | in any event | at any rate
    either way | one way or another | one way or the other | be that as it may | for better or worse | for good or ill
    without doubt | without a doubt | without question | beyond doubt | beyond a doubt | beyond any doubt | beyond question
    beyond dispute | no question | sure enough | by any measure | by any standard | by all measures | on any measure | in other words
    what is more | more importantly | most importantly | on top of this | on top of it all | besides | additionally | likewise
    similarly | on the other hand | on the one hand | by contrast | in contrast | conversely | along the way
    in the main | in general | generally speaking | strictly speaking | as usual | as before | as expected | as predicted | as so often
    not surprisingly | as we all know | as is well known | as is known | as everybody knows | of late | in recent times | these last few years | these past few years
    these last years | these past years | over time | with time | with the years | as time goes by | as time goes on | as time passes
    as the years go by | more than ever | now more than ever | more than ever before | as a rule | as a general rule
    as a matter of course | for its own part | for their part | for his part | on its part | in its turn | in their turn
    of all things | of all places | mind you | make no mistake | i tell you | i can tell you | let us face it | to boot | into the bargain
    for obvious reasons | for good reason | for good reasons | with good reason | for historical reasons | for understandable reasons
    as it happens | once and for all | for what it is worth | for what it 's worth | believe it or not | come what may | regardless | without any doubt | until further notice | till further notice | til further notice
    like it or not | on average | on the average | all in all | all told | in total | one hundred percent | this season | this term | since the spring | since the summer | since the autumn | since the winter
    on the thermometer | on the hygrometer | on the gauge | on the display | on the dial | on the meter | on the readout | on the sensor
    for reasons of its own | for various reasons | for many reasons | for whatever reason | whatever the reason | sad to say | strange to say | needless to say
    """
)
"""What may stand anywhere, and what is denied beside it is denied without it."""

PARTICULAR = (
    lines(
        """
    time and again | time and time again | again and again | over and over | over and over again | once and again | yet again | many times over
    year after year | year in year out | month after month | week after week | day after day | from year to year
    with each passing year | with every passing year | with each passing day | with every passing day | with each passing month
    with every passing month | with each year | each month | by the hour | by the minute
    without end | without fail | without a break | without interruption | non stop | around the clock | round the clock | all the time | all the while
    by leaps and bounds | in leaps and bounds | at a rapid pace | at a fast pace | at a brisk pace | at a steady pace | at pace | at speed
    at great speed | at full speed | at full tilt | apace | in earnest | in full swing | hand over fist | at breakneck speed
    through town | through the town | through the streets | through the city | through the city centre
    in protest | out of protest | in anger | in defiance | on the ground | on the spot | across the board | in public
    in the open | out in the open | in plain sight | in plain view | in broad daylight | for all to see | for everyone to see | for anyone to see | in so many words | in no uncertain terms | in plain words
    in many ways | in several ways | in various ways | in countless ways | in more ways than one | in a hundred ways | in a thousand ways | in all kinds of ways | in all sorts of ways
    in every way | in every respect | in all respects | in many respects | in several respects | in more than one respect | on many fronts | on all fronts | on several fronts
    on every front | across many fields | a good deal | an awful lot | a whole lot | quite a bit | quite a lot | a fair bit | to a great extent
    to a considerable extent | to a great degree | to a high degree | to no small degree | to no small extent | in no small measure | in large measure | in great measure
    in a big way | on a large scale | on a grand scale | on a massive scale | on a huge scale | on a broad front | by a long way | by a wide margin | by a large margin | by a long shot | by a mile | by miles | by some distance | by some margin | by some way | head and shoulders
    to the core | to the hilt | to the full | to the letter | through to the bone | from the bottom of its heart | from the bottom of their hearts | with a passion | with a vengeance | with gusto | with relish
    with enthusiasm | with great enthusiasm | with open arms | with good sense | with great care | with care | with great skill | with skill | with great success | with a heavy hand | with an iron hand | with ease | with great ease | with all its might | with all their might | with might and main | tooth and nail | with both hands | with a straight face
    with growing confidence | with all due caution | with great pomp | with great fanfare | with much fanfare | without hesitation | without reserve | without reservation | without apology | without shame | without scruple | without scruples | without a second thought | without a murmur | without much ado | without further ado | without fuss | without any fuss | without much fuss
    brand new | full blown | full fledged | fully fledged | full scale | large scale | deep rooted | deep seated | deeply rooted | deeply ingrained | deeply entrenched | firmly rooted | long lasting | far reaching
    wide ranging | well documented | well established | well known | well worn | well deserved | much discussed | much vaunted | much touted | much talked about | much feared | age old | centuries old | decades old | years old | time honoured | hard won | hard earned | home grown | first class | first rate | top notch | state of the art | bona fide | old fashioned | good old | plain old | real life
    in all this | in all of this | in the whole affair | in this whole affair | in the whole business | in this whole business | of its own | of their own
    not least | more than anything | more than anything else | like never before | like nothing else | big time
    so well | so badly | so thoroughly | so poorly | all over the place | left right and centre | from top to bottom | from top to toe | from end to end | inside out | at long last | for good measure
    """
    )
    + tuple(f"{every} {day}" for day in sorted(WEEKDAYS) for every in ("every", "each"))
    + tuple(f"{on}{day}s" for day in sorted(WEEKDAYS) for on in ("on ", ""))
    + tuple(
        f"{on}{day}s and {other}s"
        for day in sorted(WEEKDAYS)
        for other in sorted(WEEKDAYS - {day})
        for on in ("on ", "")
    )
    + lines(
        "every other day | every other week | every other month | every second day | every second week | every few days | every few weeks"
        "| every season | each season | every fortnight | every morning | every evening | every night"
    )
)
"""What makes it more particular: what is denied beside it may be so without it."""


def is_adverbial(words: str) -> bool:
    """Whether words say how something is done, rather than what somebody or something is like.

    >>> is_adverbial("openly"), is_adverbial("in earnest"), is_adverbial("deep rooted")
    (True, True, False)
    """
    return words in MANNER or words.endswith("ly") or words.partition(" ")[0] in PREPOSITIONS | {"without", "like"}
