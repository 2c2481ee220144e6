"""What a line says of the sentence before it: that it is so, how sure that is, whose word it is; or asks what if it were so.

    Exactly. · that is true                   as it was told
    By now I am sure of it. · no doubt        told outright
    Probably, at least. · fifty-fifty         told as likely as that
    I doubt it. · very unlikely               told as unlikely
    Reuters says so. · or so the EU claims    told as somebody else's word
    What if it were? · suppose it did not     supposed

It names nothing of what was told, so all of that is told again. What somebody doubts must be what was told to be so: doubt
of a denial may mean more than one thing.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence

from dragoman.language.corrections.reread import told_by
from dragoman.language.earlier.context import Context
from dragoman.language.forms import Intent, ReadFact, Reading
from dragoman.language.grammar.grammar import Grammar
from dragoman.language.words import english
from dragoman.language.words.cues import Cues, spaced
from dragoman.language.words.hedges import SAYING, TALES
from dragoman.language.words.patterns import Pattern
from dragoman.language.words.tokens import tokens_of, words_of

_LONGEST = 14
"""Words of a line that says no more than that."""
_BEFORE = Cues(
    """
    (well|oh|but|and|yes|yeah|or|so|though|although|honestly|frankly|personally|again|actually|in fact|to be (honest|frank|fair|sure|exact|precise))
    (if you ask me|if i am honest|as far as i am concerned|in all honesty|on reflection|on second thoughts|come to think of it)
    (alas|sadly|unfortunately|luckily|fortunately|at least|by now|meanwhile|since then)
    """
)
_BEHIND = Pattern(
    r"(?: (?:at least|though|anyway|by now|i (?:would|should|must) say|to be (?:honest|frank|fair|sure)|if you ask me|sadly|alas|of course|to be (?:exact|precise)|in fact))+ $"
)
_AS_TOLD = Cues(
    """
    (exactly|precisely|quite|quite so|just so|right|true|true enough|correct|indeed|absolutely|definitely|certainly|of course|naturally|clearly|undoubtedly|unquestionably|indisputably|evidently)
    (that|this|it|which) is [(quite|perfectly|absolutely|certainly|indeed|definitely|really|also|very)] (true|right|so|correct|the case|a fact|accurate|undisputed|beyond dispute)
    (that|this) is (exactly|precisely|just) (it|right|so|how it is|the (point|situation|case))
    (that|it) (is|does|has|are|do) indeed
    (i|we) [(fully|quite|entirely|completely)] (agree|concur) [with (that|this|it)]
    no (doubt|question) (about|of) (it|that|this)
    """
)
"""What only confirms: a hedge or a source of what was told stays."""
_SINCE = Cues(
    "[and] [(has been [so]|have been [so])] since [(about|around|at least|late|early|the (start|end) of|january|february|march|april|may|june|july|august|september|october|november|december)] _"
)
"""What only says since when it is so."""
_SURE = Cues(
    """
    (i|we) (am|are) [(quite|very|absolutely|pretty much|completely|entirely|fully|totally|now|firmly)] [now] (sure|certain|convinced|positive|confident) (of|about) (it|that|this) [now]
    (i|we) (have|am in|are in) no [more] (doubt|doubts) [(about|of|as to)] [(it|that|this)]
    (i|we) (do not|no longer) doubt (it|that|this) [(any more|anymore|any longer|now|at all)]
    (that|this|it) is [(quite|absolutely|now|by now|completely|entirely|virtually)] [now] (certain|beyond doubt|beyond [(any|all)] doubt|for sure|settled|established|a certainty|an established fact)
    (that|this|it) (has [(now|since)] been|is [now]) [(officially|fully|independently)] (confirmed|verified|proven|proved|established)
    (i|we) (can|could) (confirm|vouch for) (it|that|this)
    (i|we) know (it|that|this) for (a fact|sure|certain)
    (without|beyond) [(a|any|all)] [(shadow of a|reasonable)] doubt
    (for sure|for certain|[there is] no doubt [(about|of) (it|that|this)])
    (i|we) (saw|have seen) it with (my|our) own eyes
    """
)
"""What makes it one's own word, and a firm one."""
_LIKELIHOODS = (
    ("almost certain", Cues(
        """
        almost certainly
        (that|this|it) is (almost|nearly|all but|as good as) certain
        (i|we) (am|are) (almost|nearly|all but) (certain|sure) (of|about) (it|that|this)
        """
    )),
    ("very likely", Cues(
        """
        (very|highly|most) (likely|probably)
        (that|this|it) is (very|highly) (likely|probable)
        in all (likelihood|probability)
        """
    )),
    ("likely", Cues(
        """
        [quite] (probably|presumably|likely|apparently|seemingly)
        (that|this|it) is [(quite|rather|only)] (likely|probable)
        (i|we) (think|believe|guess|suppose|assume|reckon|suspect|imagine|expect|gather) so
        (that|this) is (what|how) (i|we) (think|believe|see it|suspect|gather)
        (i|we) (am|are) (fairly|pretty|reasonably|almost|nearly) (sure|certain|confident) (of|about) (it|that|this)
        (so|or so) it (seems|appears|looks|would seem|would appear)
        (or so|so|at least so|that is what) (i|we) (think|believe|guess|suppose|assume|reckon|suspect|gather)
        (that|this) (is|would be) (my|our) (guess|hunch|bet|impression|view|opinion|reading|take|assessment|judgment|judgement|feeling|sense|best guess)
        (my|our) (guess|hunch|bet|impression|view|opinion|reading|take|assessment|judgment|judgement|feeling|sense) only
        more likely than not
        """
    )),
    ("roughly even", Cues(
        """
        [(it is|that is|this is|call it|i would say)] [(about|roughly|more or less|perhaps|maybe|pretty much|at best)] (fifty fifty|50 50|a coin toss|a toss up|an even bet|an even chance|even odds|an even money bet)
        (the|its) (odds|chances) (are|stand at) [(about|roughly|more or less|pretty much)] (even|fifty fifty|50 50)
        the (odds|chances) (of|for) (that|this|it) are [(about|roughly|more or less|pretty much)] (even|fifty fifty|50 50)
        """
    )),
    ("unlikely", Cues(
        """
        (i|we) [(do|really|rather|still|somehow)] doubt (it|that|this) [somehow]
        (i|we) have (my|our|some) doubts [(about|as to)] [(it|that|this)]
        [(rather|quite)] (unlikely|doubtful|improbable)
        (that|this|it) (is|seems|looks|sounds|appears) [(rather|quite|a bit|somewhat|to me)] (unlikely|improbable|doubtful)
        """
    )),
    ("very unlikely", Cues(
        """
        (i|we) (very much|seriously|strongly|greatly|highly) doubt (it|that|this)
        (i|we) doubt (it|that|this) (very much|strongly|a lot|seriously|greatly)
        (i|we) have (serious|grave|strong|big|considerable) doubts [(about|as to)] [(it|that|this)]
        (very|highly|most|extremely) (unlikely|improbable|doubtful)
        (that|this|it) (is|seems|looks|sounds|appears) (very|highly|most|extremely) (unlikely|improbable|doubtful)
        """
    )),
)  # fmt: skip
_DOUBTS = frozenset({"unlikely", "very unlikely"})
_NAMELESS = Cues(
    """
    (reportedly|allegedly|supposedly|purportedly)
    [(or|at least)] (so|that is what|this is what) (they|people|some|sources|insiders) (say|claim|report|tell us|tell me)
    (so|or so) (i|we) (hear|heard|have heard|am told|are told|was told|were told|read|have read)
    (they|people|sources|insiders) (say|claim) so
    [or] so [at least] (goes|runs|went) the (story|rumour|rumor|report|talk|gossip|tale)
    (i|we) (have|only have) (it|that|this) from (hearsay|the papers|the press|the media)
    """
)
"""What makes it the word of others who are not named."""
_VERB = "|".join(sorted({*SAYING, "says", "claims", "reports", "writes"}, key=len, reverse=True))
_WHO = r"(?P<who>[^,;:?!]{2,60}?)"
_SOURCE = tuple(
    Pattern(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?:or )?(?:at least )?(?:so |that is what |that's what |this is what )(?:at least )?{_WHO} (?:{_VERB})(?: at least)?",
        rf"(?:(?:or )?so )?(?:{_VERB}) {_WHO}",
        rf"(?:at least )?{_WHO} (?:{_VERB}) (?:so|as much|it|that|this)(?: at least)?",
        rf"(?:that|this|it) is (?:according to|what you (?:read|hear) in) {_WHO}",
        rf"(?:at least )?according to {_WHO}(?: at least)?",
        rf"(?:my |the |our )?source(?: for (?:it|that|this))?(?: is|:) {_WHO}",
        rf"(?:i|we) (?:have|had|got|heard|read) (?:it|that|this) (?:from|in|on) {_WHO}",
    )
)
_NOBODY = english.SPEAKERS | english.NEGATORS | english.MODALS | english.ASKING | {"it", "they", "he", "she", "there", "that", "this", "one", "somebody", "someone", "who", "people", "some", "everybody", "everyone", "anybody", "does", "not", "if", "only", "nobody"}  # fmt: skip
_NO_SOURCE = TALES | frozenset(
    english.lines(
        "plan | plans | schedule | law | custom | legend | tradition | expectation | expectations | hope | hopes | dream | dreams | rumour | rumours"
        "| rumor | rumors | joke | imagination | taste | logic | need | wish | fiction | film | movie | game | song | book | satire | liar | liars"
    )
)
"""Whose word nothing is: `according to plan`, `a novel says so`."""
_LEADING = Pattern(
    r"\W*(?:(?:well|but|and|or|though|to be (?:honest|fair|precise|exact)|actually|in fact)\b[\s,]*)*", re.IGNORECASE
)
_DIGITS = 4
"""Of a year."""
_MOST_NAMED = 6
"""Words of a source."""
_WHAT_IF = (
    "[(and|but|now)] (what if|suppose|supposing|imagine|assume|assuming|let us (say|assume|suppose|imagine)) [that]"
)
_IF = Cues(
    f"""
    {_WHAT_IF} (it|they|he|she|that|this|there) (is|are|was|were|does|do|did|has|have|had) [(so|one|true|the case|indeed|all the same)]
    """
)
_IF_NOT = Cues(
    f"""
    {_WHAT_IF} (it|they|he|she|that|this|there) (is|are|was|were|does|do|did|has|have|had) not [(so|one|any|true|the case)]
    """
)


def assured(grammar: Grammar, text: str, before: Context) -> Reading | None:
    """A line that only says of the last sentence how sure it is, as what it then tells; None if it is none.

    It tells nothing where that has a source of which it is not clear what it says.
    """
    told = before.latest
    tokens = tokens_of(text.strip(" .!?")) if told and len(text) <= 10 * _LONGEST else []
    if not 0 < len(tokens) <= _LONGEST:
        return None
    words = spaced(
        ["is" if one.text == "'s" else one.text for one in tokens if one.is_word or one.text[:1] in "'0123456789"]
    )
    span = text.strip()
    if _IF.whole(words) or _IF_NOT.whole(words):
        supposed = [_of_own(one, holds=_IF.whole(words), span=span) for one in told]
        return Reading(Intent.WHAT_IF, supposed=tuple(supposed)) if all(_can_be(grammar, one) for one in told) else None
    if "?" in text:
        return None
    facts = _as_sure(grammar, words, told) or _by_source(grammar, text, words, before)
    if facts is None:
        return None
    return Reading(Intent.TELL, tuple(dataclasses.replace(fact, span=span) for fact in facts))


def _of_own(fact: ReadFact, *, holds: bool, span: str) -> ReadFact:
    return dataclasses.replace(fact, holds=holds, likelihood="", source="", span=span)


def _can_be(grammar: Grammar, fact: ReadFact) -> bool:
    """Whether a fact can be denied, or doubted."""
    value = grammar.told[fact.fact].value if fact.fact in grammar.told else None
    return fact.fact in grammar.told and (value is None or value.kind.CAN_BE_DENIED)


def _as_sure(grammar: Grammar, words: str, told: Sequence[ReadFact]) -> list[ReadFact]:
    """What was told, as sure as some words say it is."""
    for said in dict.fromkeys((words, _without_fillers(words))):
        if _AS_TOLD.whole(said) or (_SINCE.whole(said) and _is_lasting(grammar, said, told)):
            return [*told]
        if _SURE.whole(said):
            return [dataclasses.replace(fact, likelihood="", source="") for fact in told]
        likelihood = next((word for word, table in _LIKELIHOODS if table.whole(said)), "")
        is_clear = likelihood not in _DOUBTS or all(fact.holds and _can_be(grammar, fact) for fact in told)
        if likelihood and is_clear:
            return [dataclasses.replace(fact, likelihood=likelihood) for fact in told]
    return []


def _is_lasting(grammar: Grammar, said: str, told: Sequence[ReadFact]) -> bool:
    """Whether what was told can be so since the year that some words end with."""
    year = said.rsplit(maxsplit=1)[-1]
    is_past = len(year) == _DIGITS and year.isdigit() and int(year) <= grammar.rulebook.report.date.year
    return is_past and not any(fact.fact in grammar.book.events for fact in told)


def _without_fillers(words: str) -> str:
    """Without what only leads to the words, or closes them."""
    while (found := _BEFORE.at_start(words)) is not None and found.end() < len(words):
        words = words[found.end() :]
    while found := _BEHIND.search(words):
        words = f"{words[: found.start()]} "
    return words


def _by_source(grammar: Grammar, text: str, words: str, before: Context) -> list[ReadFact] | None:
    """What was told, as the word of those whom a line names: `Reuters says so`; nothing if it cannot be, None if it names none."""
    body = text.strip(" .!")
    opening = _LEADING.match(body)
    body = body[opening.end() :] if opening is not None else body
    if _NAMELESS.whole(words) or _NAMELESS.whole(_without_fillers(words)):
        whose = "reportedly, "
    else:
        found = next(filter(None, (shape.fullmatch(body) for shape in _SOURCE)), None)
        who = words_of(found["who"]) if found is not None else []
        if found is None or not 0 < len(who) <= _MOST_NAMED:
            return None
        if not (_NOBODY | _NO_SOURCE).isdisjoint(who):
            return []
        whose = f"{found['who']} says that "
    again = told_by(grammar, f"{whose}{before.sentence.strip(' .!')}", before)
    facts = [fact for one in again if not one.reason for fact in one.facts]
    is_same = [(one.fact, one.slots, one.holds) for one in facts] == [(f.fact, f.slots, f.holds) for f in before.latest]
    return facts if is_same and all(fact.source for fact in facts) else []
