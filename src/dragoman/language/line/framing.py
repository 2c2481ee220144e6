"""What stands in front of a whole sentence and leaves open whether it is so: no other order or wording of it may lose that.

the danger is that X               X is feared, planned, thought, told: `the good news is that X` is none of these
it is far from certain that X      it may be so or not
on paper X · in theory X           so by the words of it, and perhaps by nothing else
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from dragoman.language.words import english
from dragoman.language.words.cues import Cues, spaced
from dragoman.language.words.stems import is_simple_past
from dragoman.language.words.tokens import Token

_NOUN = (
    "(danger|risk|threat|theory|plan|plans|idea|ideas|hope|hopes|fear|fears|dream|dreams|goal|aim|target|wish|question|worry|worries|concern|concerns"
    "|rumour|rumor|rumours|claim|claims|myth|legend|story|talk|gossip|assumption|presumption|hypothesis|allegation|allegations|charge|accusation"
    "|suspicion|expectation|prediction|forecast|prophecy|proposal|offer|demand|suggestion|intention|ambition|promise|pledge|scenario|possibility"
    "|prospect|chance|chances|argument|thesis|notion|temptation|alternative|condition|requirement|rule|lie"
    "|joke|nightmare|vision|deal|compromise|recommendation|advice|request|order|task|job|trick|ideal|worst case|best case)"
)
_THOUGHT = "(belief|view|opinion|feeling|impression|thinking|guess|bet|conviction|prejudice)"
_OPEN = "(certain|sure|clear|settled|proven|proved|established|obvious|evident|confirmed|known|guaranteed|official|decided|agreed|likely|plain|inevitable|assured|given|a given|a done deal|a foregone conclusion|beyond doubt|safe to say)"
_FAR = "(far from|nowhere near|anything but|a long way from|a far cry from|miles from|short of|less than|by no means|not remotely|hardly|scarcely|barely|not exactly|not quite|not really|not entirely|not at all|not yet|not so|not that|not)"
_LESS = "(far from|nowhere near|anything but|a long way from|hardly|scarcely|barely|not quite|not exactly|not entirely|not yet)"
_UNSURE = (
    "not [(100|quite|entirely|really|so|too|fully|absolutely|completely|totally|at all|very|yet|officially|independently|exactly)] [(%|percent|per cent)]"
    " (sure|certain|confirmed|convinced|positive|verified|proven|proved|official|checked|known|clear|definite|settled|decided|guaranteed|established|a fact|true)"
    " [(yet|though|here|either|so far|at all|by anyone|by anybody|myself|about (it|that|this)|of (it|that|this))] [,] but"
)
_FRAMES = Cues(
    f"""
    (the|a|one|another|my|our|his|her|their|its|some|this) [_] {_NOUN} [(here|now|today|there|in the capital|of many|of some|behind it)] (is|was|'s|remains|has been|being) [(now|still|also|always|just|simply|,)] that
    (the|a|one|another|his|her|their|its|some|this) [_] {_THOUGHT} [(here|now|today|there|of many|of some)] (is|was|'s|remains) [(now|still|also|always|just|simply|,)] that
    it (is|'s|was|seems|remains|looks) [(still|now|also|,)] {_FAR} [(so|very|quite|entirely|altogether|absolutely|being|yet)] {_OPEN} (that|whether|if)
    it (is|'s|was|seems) [(still|now)] {_LESS} (true|the case|a fact|correct|right) that
    {_UNSURE}
    not that (i|we) [(really|fully|quite|for one|still)] (believe|trust|buy|know|am (sure|certain|convinced)|are (sure|certain|convinced)|can (prove|confirm|verify|check|know)|have (checked|verified|proof|seen|any proof)|could (prove|confirm|verify|check)|would (swear|bet)) ... but
    (an|the|our|my|this|one) (earlier|previous|first|original|initial|prior) (version|edition|draft) [of] [(this|the|our|my|that)] [_] [(wrongly|incorrectly|mistakenly)] (said|stated|claimed|reported|wrote|noted) that
    (on paper|in theory|in principle|ideally|at least on paper|only on paper|purely on paper|in the worst case|in the best case|at worst|at best|on the face of it|in a way|in some ways|in a sense|in a manner of speaking)
    """
)
"""What leaves open what stands behind it; `not sure, but X` does so as well as `I am not sure, but X`."""
_UNSURE_FIRST = Cues(f"{_UNSURE}\nnot that ... but")
_YEAR = re.compile(r"(?:19|20)\d\d")
_BEFORE_YEAR = frozenset({"in", "from", "by", "come", "of", "until", "starting", "beginning", "effective", "january"})
_SOON, _LATER = 5, 10
"""Years; who reads a document is taken to do so within so many after it was written, and whoever says what was done, or has been, a little later."""
_LAST_KNOWN = 2027
"""Of a later year nobody can say how it is `as of` then, unless the document is as late.

A fixed year, and not today's, so that a line is read alike on every day; where it has passed, such a line is only offered.
"""
_MOST_DATE = 4
_HAS_BEEN = english.HAVE | english.PAST_BE
_LABEL = 4
_OLD = 2000


def is_unsure_first(words: str) -> bool:
    """Whether words begin with what only says how sure the rest is, and names no wrong one before a right one: `not sure, but ...`."""
    return _UNSURE_FIRST.at_start(words) is not None


def leaves_open(tokens: Sequence[Token], own: Sequence[str]) -> bool:
    """Whether a sentence begins with such a frame, and the phrases that took it (`own`) have none of it themselves."""
    if not tokens or not _FRAMES.may_begin(tokens[0].text):
        return False
    texts = [token.text for token in tokens]
    found = _FRAMES.at_start(spaced(texts))
    if found is None:
        return False
    # what is denied `on paper` is not denied to be on paper
    return not english.NEGATORS.isdisjoint(texts) or not any(found.group().strip() in one for one in own)


def is_of_another_year(tokens: Sequence[Token], written: int) -> bool:
    """Whether a year stands with it that is yet to come, or before a colon one that is long over; `written`: when the document was."""
    years = [at for at, token in enumerate(tokens) if _YEAR.fullmatch(token.text) is not None]
    was = bool(years) and any(token.text in _HAS_BEEN or is_simple_past(token.text) for token in tokens)
    soon = written + (_LATER if was else _SOON)
    for at in years:
        before, year = tokens[max(0, at - 1)].text, int(tokens[at].text)
        is_label = at < _LABEL and tokens[at + 1 : at + 2] != [] and tokens[at + 1].text == ":"
        last = written if before == "from" and not was else soon
        if (is_label and year < _OLD) or ((is_label or before in _BEFORE_YEAR) and year > last):
            return True
        if year > max(written, _LAST_KNOWN) and _is_as_of(tokens, at):
            return True
    return False


def _is_as_of(tokens: Sequence[Token], at: int) -> bool:
    """Whether a year says as of when something is so: `has left as of 2030`, `as of 1 May 2030`."""
    before = [token.text for token in tokens[max(0, at - _MOST_DATE) : at]]
    return ("as", "of") in pairwise(before)
