"""Verbs of how much something changed, as they are said of what is over: `rose`, `has doubled`, `was cut`."""

from __future__ import annotations

from dragoman.language.words import english
from dragoman.language.words.stems import stem


def _words(text: str) -> frozenset[str]:
    return frozenset(english.lines(text))


_UP_BY_FACTOR = _words("doubled | trebled | tripled | quadrupled | quintupled | multiplied")
_DOWN_BY_FACTOR = _words("halved")
FACTORS = _UP_BY_FACTOR | _DOWN_BY_FACTOR
"""Those that say themselves by how much."""
_UP = _UP_BY_FACTOR | _words(
    "rose | risen | climbed | crept | jumped | soared | surged | grew | grown | increased | ballooned | swelled | swollen | shot | spiralled"
    "| spiraled | rocketed | skyrocketed | mounted | expanded | widened | lengthened | leapt | leaped | snowballed | mushroomed | exploded"
)
_DOWN = _DOWN_BY_FACTOR | _words(
    "fell | fallen | dropped | sank | sunk | declined | decreased | shrank | shrunk | dwindled | slipped | slid | slumped | plunged"
    "| plummeted | tumbled | dipped | narrowed | contracted | diminished | crashed | collapsed | eased | receded | shortened"
)
_EITHER = _words(
    "went | gone | came | come | moved | changed | shifted | swung | recovered | improved | worsened | advanced"
)
GOES = _UP | _DOWN | _EITHER
"""What something does by itself."""
_DONE_UP = _words(
    "raised | increased | lifted | put | pushed | boosted | hiked | extended | expanded | enlarged | jacked | stepped | bumped | topped | driven | drove"
    "| doubled | trebled | tripled | quadrupled | lengthened | widened"
)
_DONE_DOWN = _words(
    "cut | reduced | lowered | slashed | trimmed | halved | brought | scaled | pared | whittled | pushed | driven | drove | slimmed | shortened"
    "| narrowed | decreased | got"
)
DONE = _DONE_UP | _DONE_DOWN
"""What somebody does to it."""
RISING = _UP | _DONE_UP
FALLING = _DOWN | _DONE_DOWN
PARTICLED = _words(
    "put | jacked | stepped | bumped | topped | driven | drove | pushed | brought | scaled | pared | whittled | slimmed | got"
)
"""Those that only say so with `up`, `down` or `back`."""
TRENDS = _words(
    "rising | falling | growing | shrinking | higher | lower | increasing | decreasing | up | down | stable | steady"
)
"""What the words of a rulebook for the way that something goes are called."""
GOING = _words("rising | falling | growing | shrinking | increasing | decreasing | declining")
"""What else people say for them, where they are called otherwise: `dearer`, that is, rising."""
THAN_BEFORE = _words(
    "cheaper | dearer | costlier | larger | smaller | bigger | longer | shorter | stronger | weaker | better | worse | busier | quieter"
)
"""Words of a rulebook that say by themselves how something is beside what it was."""
_SAID_BY_HOW_MUCH = {
    stem(one)
    for one in (GOES - _EITHER - FACTORS) - {"shot", "mounted", "crashed", "collapsed", "exploded", "contracted"}
}


def is_by_how_much(word: str) -> bool:
    """Whether a figure right behind a verb says by how much something changed, and not where it came to: `rose 20 percent`."""
    return stem(word) in _SAID_BY_HOW_MUCH
