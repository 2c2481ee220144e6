"""A sentence with all that was found in it, and what it is to those beside it: goes on from one, answers it, takes it back."""

from __future__ import annotations

import dataclasses
import re
from itertools import pairwise
from typing import NamedTuple

from dragoman.language.clauses.cutter import Cut
from dragoman.language.clauses.joined import may_join
from dragoman.language.clauses.leaning import leans
from dragoman.language.ellipsis.answered import (
    Answer,
    answer_of,
    only_asks_back,
)
from dragoman.language.ellipsis.noted import (
    announces,
    answers,
    is_topic,
    leaves_choice,
    only_asks_of,
)
from dragoman.language.forms import Intent, ReadFact
from dragoman.language.intent import moods
from dragoman.language.line.announced import has_open_label, is_as_of_old, is_of_years_past
from dragoman.language.line.called_for import calls_for, goes_too_far
from dragoman.language.line.dated import ends_in_another_time
from dragoman.language.line.framed import doubts, takes_itself_back
from dragoman.language.line.framing import is_of_another_year, leaves_open
from dragoman.language.line.line import Line
from dragoman.language.line.mentions import PRONOUN
from dragoman.language.line.quoted import quotes_what_it_says
from dragoman.language.line.set_aside import sets_aside
from dragoman.language.line.undone import ending_clause
from dragoman.language.offering.filling import Filler
from dragoman.language.offering.found import Ranking
from dragoman.language.offering.offering import LEAST_UNNAMED, Offering
from dragoman.language.offering.runs import names_somebody
from dragoman.language.offering.search import Search
from dragoman.language.order.placed_first import place_left_out
from dragoman.language.stops import Sentence
from dragoman.language.telling.doubts import UNSURE
from dragoman.language.telling.in_part import doubts_a_part, is_only_so_far
from dragoman.language.telling.other_senses import OTHER_SENSE
from dragoman.language.telling.passed_over import passed_over
from dragoman.language.telling.scopes import asks, says_one_or_other
from dragoman.language.telling.teller import UNLIKELY, Told
from dragoman.language.telling.verbless import shares_a_verb
from dragoman.language.telling.years import years_told
from dragoman.language.whole import LONGEST_SENTENCE
from dragoman.language.words import english
from dragoman.language.words.cues import spaced
from dragoman.language.words.stems import is_past_participle, is_simple_past
from dragoman.language.words.tokens import Token
from dragoman.rulebook.forms import Rulebook
from dragoman.values.enumeration import Enumeration

TAKES_BACK = "what follows may take it back"
_LEAST_ABOUT = 0.1
"""What the search finds with more, of a sentence that names somebody, is what the sentence is about."""
_ABOUT_OTHERS = 0.145
"""The same where a word says that it speaks of sport, food, weather or the like, and two words of a phrase speak against that."""
_SURELY_ABOUT = 0.3
"""With more, it is so whatever else the sentence speaks of."""
_TAIL = re.compile(
    r"(?:,\s*)(?:right|no|correct|eh|huh|yes|isn't it|doesn't it|don't they|aren't they|hasn't it|is it|does it)\s*\?*\s*$",
    re.IGNORECASE,
)
IRONY = re.compile(
    r"\b(?:lol|haha+|just kidding|jk|not!|yeah right|(?<!looks )(?<!look )(?<!feels )(?<!seems )as if|/s|sarcasm|pigs fly|my foot|joking|kidding|oh sure|sure thing|sure (?:it|he|she|they) (?:is|are|does|do|has|have)\W*$|pull the other (?:one|leg)|tell me another|i am the (?:queen|king|pope|emperor) of|i'm the (?:queen|king|pope|emperor) of|satirists?|satirical|parody)(?:\b|$)|\A\W*(?:but |and |so )?surely\b",
    re.IGNORECASE,
)
"""What is not meant as it is said, or only supposed by who says it: `Surely they are aligned by now`."""
_SCARE = re.compile(r'"[a-z]+" (?:the|a|an|its|their|of|in|on|with|over|to|between|against|by|for|from|at)\b')
"""A single word in quotes that what follows hangs on: who "leads" a club may not lead it."""
_QUOTED = re.compile(r"\"[^\"]*\"|(?<!\w)'[^']*'(?!\w)")
_OF_WORDS = re.compile(
    r"\b(?:sentence|words|phrase|headline|quote|quotation|title|line|slogan|spelled|letters|translate|grammar|text)\b"
)
_LEAST_LEFT_OUT = 4
_LONGEST_ANSWER = 4
"""Tokens of what only answers a topic."""
_LEAVING_OUT = frozenset(
    (
        *((one, "own") for one in ("its", "their", "his", "her")),
        ("of", "it"),
        ("one", ""),
        ("one", "up"),
        ("one", "in"),
        ("one", "at"),
        ("one", "of"),
    )
)
"""What stands for something of the sentence before."""
_CASES = (
    ("so", ","), ("not", ","), *((who, does) for who in ("it", "they", "he", "she") for does in ("does", "do", "is", "are", "did", "has", "have")),
    ("that", "happens"), ("this", "happens"), ("it", "happens"), ("that", "is", "so"), ("that", "comes"), ("that", "is", "the", "case"), ("it", "comes", "to"), ("this", "comes"), ("it", "ever"), ("that", "ever"),
)  # fmt: skip
"""What takes up the sentence before behind an `if`."""


class Parsed(NamedTuple):
    """A sentence with all that was found in it."""

    sentence: Sentence
    line: Line
    cut: Cut
    told: list[Told]
    found: Ranking
    intent: Intent
    rulebook: Rulebook
    doubted: str = ""
    """Why other sentences of the line make it doubtful, or empty."""

    @property
    def is_gap(self) -> bool:
        """Whether it only goes on from what was said before."""
        return bool(self.cut.pieces) and all(piece.is_gap for piece in self.cut.pieces)

    @property
    def is_of_other_sense(self) -> bool:
        """Whether its words may mean something else, and so no more with a name that they leave out."""
        return any(told.reason == OTHER_SENSE for told in self.told)

    def own(self) -> frozenset[int]:
        """Where in the text words that date or doubt elsewhere are those of a phrase itself: `is to be launched`."""
        marked = {at for piece in self.cut.pieces for at, _ in piece.hit.marks}
        taken = {at for piece in self.cut.pieces for at in range(piece.hit.start, min(piece.hit.end, len(self.line)))}
        return frozenset(self.line.tokens[at].start for at in taken - marked if self.line.marks[at])

    def plain(self) -> tuple[ReadFact, ...]:
        """What it tells beyond doubt."""
        return () if self.doubt() else tuple(fact for told in self.told if not told.reason for fact in told.facts)

    def doubt(self) -> str:
        """Why nothing of the sentence is told, or the empty string."""
        if len(self.line) > LONGEST_SENTENCE:
            return "the sentence is too long to be sure of it"
        if IRONY.search(self.sentence.text):
            return "it may not be meant so"
        if self.sentence.is_asked or _TAIL.search(self.sentence.text) or asks(self.line):
            return "it is asked"
        quoted = re.findall(r'"([^"]*)"', self.sentence.text)
        if any(len(words.split()) > 3 for words in quoted) or self.sentence.text.count('"') % 2:
            return "it stands in quotes"
        if takes_itself_back(self.sentence.tokens):
            return TAKES_BACK
        if self._ends_untold():
            return TAKES_BACK
        if ends_in_another_time(self.sentence.tokens):
            return "it speaks of another time"
        written = self.rulebook.report.date.year
        if is_of_another_year(self._up_to_last(), written) or self._is_of_years_past(written):
            return "it speaks of another time"
        if has_open_label(self.sentence.tokens):
            return "its label may say that it is open, or over"
        if leaves_open(self.sentence.tokens, [piece.phrase.text for piece in self.cut.pieces]):
            return "it leaves open whether it is so"
        if calls_for(self.line.grammar.lexicon, self.sentence.tokens):
            return "it may only call for it"
        if goes_too_far(self.sentence.tokens):
            return "it says that it would be too much to say so"
        if self.line.texts[:1] == ["not"] and self.line.texts[-1:] == ["alone"]:
            return "it may say that it is so of others, too"
        if _SCARE.search(self.sentence.text) or quotes_what_it_says(self.line.grammar.lexicon, self.sentence.text):
            return "it has a word in quotes, and may not mean it"
        if "(" in self.line.texts or "[" in self.line.texts:
            return "a part of it stands in brackets"
        if is_only_so_far(self.line.texts):
            return "it denies only that it is so far so"
        is_unlikely = any(fact.likelihood in UNLIKELY for one in self.told for fact in one.facts)
        if is_unlikely and doubts_a_part(self.line, self.sentence.tokens):
            return "it doubts only that it is wholly so"
        if self._leaves_a_slot_out():
            return "it says more particularly of what it is so"
        return self.doubted or says_one_or_other(self.line.texts)

    def _leaves_a_slot_out(self) -> bool:
        """Whether a word of a slot that a fact may have, and was not given, stands where nothing was made of it: `because of jobs`."""
        if place_left_out(self.line, self.cut):
            return True
        facts = [fact for one in self.told if not one.reason for fact in one.facts]
        left = [
            slot
            for fact in facts
            for slot in self.rulebook.facts[fact.fact].keys
            if slot.optional and isinstance(slot.kind, Enumeration) and slot.name not in fact.slots
        ]
        if not left:
            return False
        passed = {one for piece in self.cut.pieces for at, mark in piece.hit.marks for one in range(at, mark.end)}
        taken = {at for piece in self.cut.pieces for at in range(piece.hit.start, min(piece.hit.end, len(self.line)))}
        made = {self.line.tokens[at].start for at in taken - passed}
        tokens = [token for token in self.sentence.tokens if token.text not in english.ARTICLES]
        stems = [token.stem for token in tokens]
        said = (
            spoken
            for at, token in enumerate(tokens)
            if token.start not in made
            for _, spoken in self.line.grammar.lexicon.spoken_at(stems, at)
        )
        return any(
            isinstance(slot.kind, Enumeration) and one.word in slot.kind.words and one.slot in ("", slot.name)
            for one in said
            for slot in left
        )

    def _is_of_years_past(self, written: int) -> bool:
        """Whether a note says of years well over how it was; what was done then, or is said in the past, is told as it stands."""
        tokens, events = self.sentence.tokens, self.line.grammar.book.events
        was = any(
            token.text in english.PAST_BE
            or is_simple_past(token.text)
            or (token.text in english.HAVE and is_past_participle(after.text))
            for token, after in pairwise(tokens)
        )
        is_done = all(piece.phrase.fact in events for piece in self.cut.pieces)
        is_noted = not is_done and is_of_years_past(tokens, written)
        return not was and (is_noted or is_as_of_old(tokens, written))

    def _ends_untold(self) -> bool:
        """Whether a last clause says that it is over, and nothing was told by that: `..., and left it in 2012`."""
        at = ending_clause(self.sentence.tokens)
        if not at:
            return False
        start = self.sentence.tokens[at].start
        told = (
            piece.hit for piece, one in zip(self.cut.pieces, self.told, strict=False) if one.facts and not one.reason
        )
        taken = (token.start for hit in told for token in self.line.tokens[hit.start : hit.end])
        return all(one < start for one in taken)

    def _up_to_last(self) -> list[Token]:
        """The tokens of the sentence up to the last of those that were taken, behind which stands what is still to be, without a year that is told."""
        last = max((token.start for token in self.line.tokens), default=0)
        years = (at for piece in self.cut.pieces for at in years_told(self.rulebook, piece))
        told = {self.line.tokens[at].start for at in years}
        return [token for token in self.sentence.tokens if token.start <= last and token.start not in told]


def goes_with_the_last(last: Parsed, one: Parsed) -> bool:
    """Whether a sentence may leave out what the one before it has: a semicolon parts them, or it says `its own`, `of it`, `one`."""
    if any(fact.source for fact in last.plain()):
        return False  # `reportedly it has broken out at A; at B it has not` is nobody else's word
    if last.sentence.is_open:
        return True
    is_told = not (last.sentence.is_asked or last.sentence.is_exclaimed or one.sentence.is_asked)
    texts = [token.text for token in one.sentence.tokens]
    is_short = len(texts) + len(last.sentence.tokens) < LONGEST_SENTENCE
    return is_told and is_short and bool(last.plain()) and any(pair in _LEAVING_OUT for pair in pairwise((*texts, "")))


def lacks_its_verb(last: Parsed, one: Parsed) -> bool:
    """Whether a sentence is of mere names and figures, and of another fact than the one before it, which has a verb: `2 are ill at A; 9, at B`."""
    facts = {piece.phrase.fact for piece in last.cut.pieces}
    return any(
        shares_a_verb(one.line, piece, before, last.line)
        for piece in one.cut.pieces
        for before in last.cut.pieces[-1:]
        if piece.phrase.fact not in facts
    )


def may_lean(one: Parsed) -> bool:
    """Whether a sentence may tell something of somebody whom the one before it names."""
    is_told = one.intent in (Intent.TELL, Intent.OTHER) and not (one.sentence.is_asked or one.sentence.is_exclaimed)
    is_told = is_told and not one.is_of_other_sense
    return is_told and len(one.line) <= LONGEST_SENTENCE and leans(one.sentence.tokens) and not one.doubt()


def is_doubted_by(after: Sentence, one: Sentence) -> bool:
    """Whether a sentence says, or asks, of the one before it that it may not be so."""
    is_aside = sets_aside(after.tokens, one.tokens, is_asked=after.is_asked)
    return is_aside or doubts(after.tokens) or (after.is_asked and only_asks_back(after.tokens))


def is_answered(last: Parsed, one: Parsed) -> bool:
    """Whether a sentence is only a topic with a question mark, and the next a word or two that say how that is."""
    is_marked = last.sentence.is_asked and not one.sentence.is_asked
    says_none = one.sentence.tokens[0].text == "none"  # `rats at the Lion? none`
    says_how = answers(one.sentence.tokens) and (says_none or answer_of(one.sentence.tokens) in (None, Answer.NAMED))
    return is_marked and only_asks_of(last.sentence.tokens) and says_how


def only_leads_to(one: Parsed, after: Parsed) -> bool:
    """Whether what looks like a question or an order only says what the next sentence tells of."""
    tokens = one.sentence.tokens
    if announces(tokens) and after.intent is Intent.TELL:
        return True
    is_led = one.sentence.is_asked and is_topic(tokens) and not after.sentence.is_asked
    is_of_program = moods.PROGRAM.within(spaced([token.text for token in tokens])) is not None
    is_said = (after.intent is Intent.TELL and len(after.sentence.tokens) > _LONGEST_ANSWER) or (
        after.intent is Intent.OTHER and leaves_choice(tokens)
    )
    return is_led and is_said and not is_of_program


def goes_on(one: Parsed) -> str | None:
    """Whether a sentence only by its form asks or supposes, where it goes on from one that tells: why it is doubtful, or empty.

    `So does B` asks nothing, and `if it does, B may follow` wants nothing supposed.
    """
    texts = [token.text for token in one.sentence.tokens]
    if (
        one.intent is Intent.SHOW
        and texts[:1] == ["so"]
        and texts[1:2]
        and texts[1] in english.DO | english.BE | english.HAVE
    ):
        return ""
    is_case = texts[:1] == ["if"] and any(tuple(texts[1 : 1 + len(case)]) == case for case in _CASES)
    return "it is said of a case that may not come" if one.intent is Intent.WHAT_IF and is_case else None


def spanning(one: Parsed, span: str) -> Parsed:
    """A sentence whose words are all those of what it tells."""
    told = [
        each._replace(facts=tuple(dataclasses.replace(f, span=span) for f in each.facts), span=span)
        for each in one.told
    ]
    return one._replace(told=told)


def tells_something_else(one: Parsed, after: Parsed) -> bool:
    """Whether the next sentence is understood, all of it, and denies nothing of what one tells."""
    facts = after.plain()
    said = {(fact.fact, *sorted(map(str, fact.slots.items()))) for told in one.told for fact in told.facts}
    is_whole = after.intent is Intent.TELL and not after.cut.left_over and len(after.told) == len(facts)
    return is_whole and said.isdisjoint((fact.fact, *sorted(map(str, fact.slots.items()))) for fact in facts)


def is_about_words(text: str) -> bool:
    """Whether a sentence speaks of words that it quotes, rather than in them."""
    quoted = [one.group() for one in _QUOTED.finditer(text) if len(one.group().split()) > 3]
    return bool(quoted) and bool(_OF_WORDS.search(_QUOTED.sub(" ", text)))


def speaks_of(line: Line, found: Ranking) -> bool:
    """Whether a sentence is about the rulebook's world: it names somebody of it, and something that its phrases know."""
    best = found[0].score if found else 0.0
    named = {m.names for several in line.mentions for m in several[:1] if m.kind != PRONOUN}
    is_named = names_somebody(line)
    least = _ABOUT_OTHERS if found and found[0].shared > 1 else _SURELY_ABOUT
    if best < least and Offering.of(line.grammar).speaks_of_other_things(line, 0, len(line), found):
        return False
    is_clear = best > LEAST_UNNAMED and found[0].shared > 1
    is_about = is_clear or (is_named and (best > _LEAST_ABOUT or len(named) > 1))
    return is_about or (
        is_named and (bool(Offering.of(line.grammar).counted(line, 0, len(line))) or _is_of_state(line))
    )


def _is_of_state(line: Line) -> bool:
    """Whether a sentence says of somebody no more than how he is, in a word that a fact of such a one has: `A is bankrupt`."""
    said = {n for at in range(len(line)) for m in line.mentions[at] if m.kind != PRONOUN for n in range(at, m.end)}
    how = {n for at in range(len(line)) for end, _ in line.spoken[at] for n in range(at, end)} - said
    marked = {n for at in range(len(line)) for mark in line.marks[at] for n in range(at, mark.end)}
    if not (said and how) or not english.BE.intersection(line.texts):
        return False
    rest = (at for at in range(len(line)) if at not in said | how | marked and line.tokens[at].is_word)
    if any(line.texts[at] not in english.CARRY_NOTHING for at in rest):
        return False
    search = Search.of(line.grammar)
    fittings = search.fitter.fittings(Filler(line, 0, len(line), search.numbers))
    return any(len(one.values) > 1 for one in fittings.values())


def leaves_a_tail(one: Parsed) -> bool:
    """Whether a sentence was understood without a clause that stands last in it, behind a mark."""
    last = max((token.end for token in one.line.tokens if token.is_word), default=0)
    return any(token.text in (",", "-") for token in one.sentence.tokens if token.start >= last)


def states_something(one: Parsed) -> bool:
    """Whether a sentence that tells nothing states at some length something of somebody whom the rulebook names.

    What is about food, sport or the weather does so only at great length, with all that a long sentence has in it.
    """
    line, texts = one.line, set(one.line.texts)
    names = any(m.kind != PRONOUN for several in line.mentions for m in several[:1])
    is_of_us = not texts.isdisjoint(english.SPEAKERS | {"please"})
    asks = one.sentence.is_asked or line.texts[0] in english.ASKING | english.DO | english.BE | english.MODALS
    is_quoted = '"' in one.sentence.text or not texts.isdisjoint(_WRITINGS)
    size = sum(token.is_word for token in line.tokens)
    if not names or size < _LEAST_STATED or english.CARRY_NOTHING.isdisjoint(texts) or is_of_us or asks or is_quoted:
        return False
    is_long = size >= _LONG_STATED
    return is_long or not Offering.of(line.grammar).speaks_of_other_things(line, 0, len(line), one.found)


_LEAST_STATED, _LONG_STATED = 12, 20
"""Words; in fewer somebody may just as well talk of his dinner."""
_WRITINGS = frozenset(
    {"title", "titled", "essay", "novel", "headline", "comma", "spell", "spelled", "translate", "chapter", "footnote"}
)


def surely_speaks_of(line: Line, found: Ranking) -> bool:
    """Whether it is about that world even where somebody speaks of himself, or of dinner: `I saw mice at the Lion`."""
    return bool(found) and found[0].score > _SURELY_ABOUT and found[0].shared > 1 and names_somebody(line)


def may_be_two(one: Parsed) -> bool:
    """Whether a sentence may say more than was understood of it, in a clause that a word of it joins."""
    tokens = one.sentence.tokens
    is_left = (
        bool(one.cut.left_over)
        or any(told.reason == UNSURE for told in one.told[1:])
        or any(token.text == "respectively" for token in tokens)
        or len(one.line) + _LEAST_LEFT_OUT <= len(tokens)
        or next(passed_over(one.line, tokens), None) is not None
        or any(not told.facts for told in one.told)
    )
    is_told = one.intent in (Intent.TELL, Intent.OTHER) and not one.sentence.is_asked
    return is_left and is_told and len(tokens) <= LONGEST_SENTENCE and may_join(tokens) and not one.doubt()
