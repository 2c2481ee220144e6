"""What stands before others and says of them that they are not so, or not now: a sentence of its own, or a label before a colon.

    Here is a false statement. A owns B     A does not, or who knows
    The year is 2035. A owns B              none of today
    To check: A owns B · Risks: A owns B    it is open, or feared
    2015: A owns B. 2025: C does            A owned it then

The label that says when counts where it is well over, or where the next one says *now*.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.language.grammar.lexicon import Lexicon
from dragoman.language.line.mentions import PRONOUN, mentions_in
from dragoman.language.words.cues import Cues, spaced
from dragoman.language.words.hedges import TALES
from dragoman.language.words.tokens import Token

_TALE = (
    rf"(?:{'|'.join(sorted(TALES - {'game'}))}|screenplay|short story|role play|simulation|(?:war|video|computer|board) game"
    r"|thought experiment|exercise)"
)
_UNTRUE = r"(?:false|untrue|wrong|fake|invented|made up|fictional|fictitious|incorrect)"
_SAID = r"(?:statements?|claims?|sentences?|stor(?:y|ies)|reports?|news|facts?|examples?|lines?)"
_NEXT = (
    r"(?:the following|what follows|what comes next|(?:the|this) next (?:statement|sentence|line|claim|bit|part|one))"
)
_NOT_SO = (
    rf"(?:(?:not|never)(?: yet| quite| really| entirely| all)? (?:true|so|the case|correct|right|facts?|a fact|real)|{_UNTRUE}|nonsense"
    r"|fiction|hypothetical|a joke|jokes|a lie|lies|a test|an example|in doubt|doubtful|disputed)"
)
_LEADING = (
    r"(?:(?:and|now|but|so|ok|here (?:is|comes|are)|now for|next|first|let me (?:make|give|offer|venture|add|share)"
    r"|i (?:will |would )?(?:make|give|offer|venture|have|hazard|risk)|(?:this|that|it) is|just|only) )*"
)
_GUESS = (
    r"(?:predictions?|forecast|prophecy|guess|guesses|assumption|hypothesis|conjecture|speculation|proposal|suggestion|vision|wish"
    r"|hope|nightmare|worst case|best case)"
)
_WORLD = r"(?:worst|best|ideal|perfect|parallel|alternative|alternate|imaginary|fantasy|other|hypothetical)"
_CASE = r"(?:cases?|scenarios?|worlds?|universes?|futures?|timelines?|reality|realities)"
_ANOTHER = re.compile(
    rf"\b(?:a|an|the|one|another|my|our|some|two|three) (?:\w+ )?{_UNTRUE} {_SAID}\b"
    rf"|\b{_NEXT} (?:is|are|was) (?:(?:all|just|only|simply|of course|really) )?{_NOT_SO}\b"
    r"|^(?:please )?(?:answer|say|reply)(?: with)? (?:a )?(?:no|false|wrong) to\b"
    rf"|^(?:please )?(?:do not (?:believe|trust|repeat|use)|ignore|disregard|forget|skip) (?:{_NEXT}|this|this one)\W*$"
    rf"|\b(?:about|for|of|from|in) (?:my|our|his|her|a|an) (?:\w+ )?{_TALE}\W*$|\b(?:from|in|of) (?:the|this|that) (?:\w+ )?{_TALE}\W*$"
    rf"|^{_LEADING}(?:my|our|a|the|one|his|her|their|some|this) (?:\w+ )?{_GUESS}\W*$"
    r"|^(?:(?:a|one|just|only|just a|only a|this is (?:only |just )?a) )?(?:test|testing)(?:\W+(?:testing|test|one|two|three|1|2|3|only))*\W*$"
    r"|^(?:a |now a )?(?:flashback|flash back|flash forward|fast - forward|fast forward|rewind|jump back|jump ahead|back|going back|travel back)(?: again| now)?"
    r" to (?:the )?(?:year |early |late |mid )?(?:(?:19|20)\d\d|\d0s|past|future|(?:good )?old days)"
    rf"|^(?:in|under|for) (?:(?:the|a|an|my|our) )?(?:very )?{_WORLD}(?: of(?: all)?)?(?: possible)? {_CASE}\W*$"
    r"|^(?:at worst|at best|ideally|hypothetically|hypothetically speaking|theoretically|in theory|on paper|once upon a time|long ago|many years ago"
    r"|in a dream|in my dreams|for the sake of argument|just supposing|pure speculation|only in theory)\W*$",
)
"""What says of the sentences behind it that they are none of what is so today."""
_YEAR = r"(?:19|20)\d\d"
_IS_YEAR = re.compile(
    rf"^(?:and |now |but |so )?(?:it is|the year is|this is|we are in|we write|it is the year|the date is|the year|back in|year)(?: now| still| then)?(?: the year| in)? (?P<year>{_YEAR})\W*$"
)
_SIGNS = frozenset({"'s"})
_LONGEST_LABEL = 5
_LABELS = Cues(
    """
    [(things|facts|points|still|yet|something)] to (check|verify|confirm|ask|clarify|find out|be checked|be verified|be confirmed|be clarified|be decided|be seen|be shown|be proven|be proved|do|prove|show)
    [please] (check|verify|confirm|double check|fact check)
    (tbc|tbd|tba|unverified|unconfirmed|unproven|unchecked|not confirmed|not verified|not true|untrue|false|wrong|fake|hoax|lie|lies|myth|myths|fiction|joke|satire|doubtful|disputed|contested|open|unclear|undecided)
    [(the|my|our|an)] (old|outdated|obsolete|former|previous|superseded|expired|retracted|deleted|struck|cancelled) [(version|text|line|entry|note|status|state|figure|figures|data|news|draft|report)]
    (out of date|no longer true|no longer|not any more|once|formerly|previously|in the past|history|then|back then|in those days|used to be|originally|at first|in the old days|was)
    [(the|my|our|main|biggest|key|a|one|possible|potential)] [(main|biggest|key|big|worst|possible|potential)] (risk|risks|threat|threats|danger|dangers|fear|fears|worry|worries|concern|concerns|worst case|best case|nightmare)
    [(the|my|our|a|one|main|working|possible)] (rumour|rumours|rumor|rumors|gossip|hearsay|allegation|allegations|accusation|accusations|claim|claims|hypothesis|hypotheses|assumption|assumptions|premise|premises|scenario|scenarios|theory|thesis|speculation|conjecture|idea|ideas|goal|goals|aim|aims|target|targets|plan|plans|vision|wish|wishes|hope|hopes|dream|dreams|proposal|proposals|demand|demands|question|questions|prediction|predictions|forecast|test|example|draft|thought experiment|option|options|what if)
    """
)
"""Labels of what is open, over, feared, planned or only supposed."""
_NOW_LABELS = frozenset(
    {"now", "today", "new", "current", "currently", "nowadays", "at present", "these days"}
    | {f"this {span}" for span in ("year", "month", "week", "season", "summer", "winter", "spring", "autumn")}
)
_THEN_LABELS = re.compile(
    rf"(?:in )?(?P<year>{_YEAR})|yesterday|(?:(?:the )?day before yesterday)|(?:last|the previous) (?:year|month|week|summer|winter|spring|autumn|decade)|(?:a|two|three|five|ten|\d+) (?:year|month|week|decade)s? ago|before|earlier|then|back then"
)
_SPAN = re.compile(rf": (?:from )?{_YEAR} (?:-|to|until|till) (?P<year>{_YEAR})$")
_RECENT = 3
"""Years; what was so no longer ago than that may still be so."""


def tells_of_another_world(lexicon: Lexicon, tokens: Sequence[Token], written: int) -> bool:
    """Whether a sentence says of those behind it that they are false, a tale, a guess, or of another year; `written`: that of the document."""
    text = " ".join("is" if token.text in _SIGNS else token.text for token in tokens)
    year = _IS_YEAR.match(text)
    if year is not None:
        return int(year["year"]) != written
    return _ANOTHER.search(text) is not None and _names_nobody(lexicon, tokens)


def label_of(tokens: Sequence[Token]) -> str:
    """The words before a colon that a sentence begins with; empty if there are none."""
    at = next((at for at, token in enumerate(tokens[: _LONGEST_LABEL + 1]) if token.text == ":"), 0)
    return " ".join(token.text for token in tokens[:at])


def has_open_label(tokens: Sequence[Token]) -> bool:
    """Whether a sentence stands under a label of what is open, over or feared: `To check: ...`, `Old: ...`, `Risks: ...`."""
    label = label_of(tokens)
    return bool(label) and _LABELS.whole(spaced(label.split()))


def is_labelled_now(tokens: Sequence[Token]) -> bool:
    """Whether the label says that it is so today: `Now: ...`."""
    return label_of(tokens) in _NOW_LABELS


def is_over_by(tokens: Sequence[Token], after: Sequence[Token]) -> bool:
    """Whether a sentence is labelled with a time of the past, and the next with a later one: `2015: ... 2025: ...`."""
    label, other = label_of(tokens), label_of(after)
    was = _THEN_LABELS.fullmatch(label)
    if was is None:
        return False
    later = _THEN_LABELS.fullmatch(other)
    if later is not None and was["year"] and later["year"]:
        return int(later["year"]) > int(was["year"])
    return other in _NOW_LABELS


def is_as_of_old(tokens: Sequence[Token], written: int) -> bool:
    """Whether a sentence begins with a year well over as that of which it is so: `as of 2009 A owns B`."""
    texts = [token.text for token in tokens[:3]]
    return (
        texts[:2] == ["as", "of"] and re.fullmatch(_YEAR, texts[-1]) is not None and int(texts[-1]) + _RECENT < written
    )


def is_of_years_past(tokens: Sequence[Token], written: int) -> bool:
    """Whether a note ends with the years in which it was so, or begins with one well over: `Troops in B: 2001-2005`, `2015: A owns B`."""
    span = _SPAN.search(" ".join(token.text for token in tokens))
    if span is not None:
        return int(span["year"]) < written
    label = _THEN_LABELS.fullmatch(label_of(tokens))
    return label is not None and bool(label["year"]) and int(label["year"]) + _RECENT < written


def _names_nobody(lexicon: Lexicon, tokens: Sequence[Token]) -> bool:
    mentions, _ = mentions_in(lexicon, tokens, ())
    return all(mention.kind == PRONOUN for several in mentions for mention in several)
