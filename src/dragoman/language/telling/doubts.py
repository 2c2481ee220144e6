"""Why a clause that was found is only offered: what its words leave open of the fact that its phrase says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from dragoman.language.clauses.cutter import Piece
from dragoman.language.clauses.match import Bound
from dragoman.language.forms import ReadFact
from dragoman.language.grammar.derive import PREPOSITIONS
from dragoman.language.grammar.lexicon import NAME, PEOPLE
from dragoman.language.line.line import Line
from dragoman.language.line.unchanged import is_of_now
from dragoman.language.telling.anybody import SOME_OR_OTHER, is_anybody
from dragoman.language.telling.at_once import AT_ONCE, goes_both_ways
from dragoman.language.telling.beside_verbs import (
    denies_only_what_is_felt,
    is_a_noun,
    is_another_verb,
    is_between_persons,
    is_only_in_mind,
    is_said_of_another,
)
from dragoman.language.telling.bidden import is_bidden
from dragoman.language.telling.by_how_much import is_only_by_how_much
from dragoman.language.telling.bygone import happened_long_before, lasted, says_what_did
from dragoman.language.telling.due import is_over_later
from dragoman.language.telling.excepted import left_out
from dragoman.language.telling.gerunds import is_only_spoken_of
from dragoman.language.telling.governed import takes_another_object
from dragoman.language.telling.his_own import HIS_OWN, is_of_his_own
from dragoman.language.telling.in_part import denies_wholly_only, is_mostly_so
from dragoman.language.telling.lent import is_lent_without_the_rest
from dragoman.language.telling.not_done import is_of_what_goes_on, is_over_since
from dragoman.language.telling.one_of_two import leaves_one_alone
from dragoman.language.telling.other_senses import OTHER_SENSE, is_one_of_the_first, means_something_else
from dragoman.language.telling.periods import counts_another_span
from dragoman.language.telling.said_of_noun import only_judges
from dragoman.language.telling.scopes import (
    are_all_denied,
    behind_names,
    denies_aside,
    is_denied_of_part,
    is_of_its_house,
    is_of_one,
    is_of_part,
    leaves_open_which,
)
from dragoman.language.telling.so_many import ADDED, SOME_ONLY, counts_some, is_added
from dragoman.language.telling.then import at_what_time
from dragoman.language.telling.trailing import changes_its_verb, is_only_up
from dragoman.language.telling.turns_of_speech import is_turn_of_speech
from dragoman.language.telling.twice import is_of_what_he_has
from dragoman.language.telling.under_way import is_under_way
from dragoman.language.telling.unlike_things import compares_unlike
from dragoman.language.telling.wanted_alone import WANTED_ALONE, is_wanted_alone
from dragoman.language.telling.years import leaves_the_year_open, years_told
from dragoman.language.turns.idioms import became
from dragoman.language.words import english
from dragoman.language.words.effects import Effect
from dragoman.language.words.stems import UNCHANGED, is_past_participle, is_simple_past, stem
from dragoman.language.words.tokens import words_of
from dragoman.rulebook.forms import Rulebook
from dragoman.values.enumeration import Enumeration
from dragoman.values.money import Money

_FIRST = frozenset({"most", "first", "largest", "biggest", "foremost"})
_LEADERS = frozenset(
    english.lines("leader | leaders | president | presidents | head | heads | men | rulers | strongmen")
)
_SAYS_THERE = english.BE | english.HAVE | {"there", ":", "exist", "exists"}
_LACKING = frozenset(english.lines("lack | lacks | lacking | without | lost | lose | loses"))
_WHOLE = frozenset(
    english.lines("ordinary | normal | regular | simple | whole | entire | local | broad | wide | overall")
)
"""What is said of people and leaves nobody out."""
_SOME = english.NUMBER_WORDS.keys() | {"several", "some", "few", "certain", "other"}
"""What stands before people of whom it speaks, and not of all."""
_THERE = re.compile(r"(?<![@\w])there \(?(?:is|are|has|have|exists?)\b")
"""What a phrase begins with that says what there is."""
_ROOT = 4
"""Letters that words of one root share."""
_DAYS = {f"{day}s" for day in english.WEEKDAYS} | {"weekends"}
_HELPED = 3
"""Tokens before a verb within which its `has` stands."""
_RECENT = 3
"""Years; a figure of so long before the document may still be the last one."""
_LATELY = frozenset(
    english.lines(
        "a | one | two | three | 1 | 2 | 3 | days | day | weeks | week | months | month | hours | hour | minutes | minute"
    )
)
"""Words of a time that is not so long `ago`."""
_SEVERAL = 2
_VERBS = english.BE | english.HAVE | english.DO
_OF_THE_LAST = frozenset(
    {Effect.HEDGES, Effect.REPORTED, Effect.DENIED_BY, Effect.POSSIBLE, Effect.AHEAD, Effect.WANTED}
)
"""What a clause may say of whom it names, and none of those in the clause before."""
_NO_VERBS = english.LIGHT_WORDS | english.NARROWING | english.DO | english.HAVE | english.BE
_NOT_SO = ("un", "in", "im", "il", "ir", "dis", "non")
UNSURE = "it is not certain that these words mean it"
REASONS = {
    Effect.POSSIBLE: "it says what may or should be, not what is",
    Effect.AHEAD: "it speaks of what is to come",
    Effect.WANTED: "it says what somebody wants or tries, not what is",
    Effect.SUPPOSED: "it only supposes it",
    Effect.NEARLY: "it says that it is not quite so",
    Effect.PAST: "it says what was, and not whether it still is",
    Effect.UNTIL: "it says until when it is so, and not whether it still is",
    Effect.FORMER: "it speaks of what was once",
    Effect.BYGONE: "it says what was at some time, and not what is",
}


class Doubts:
    """What speaks against telling the clauses of one sentence."""

    def __init__(self, rulebook: Rulebook, events: frozenset[str], line: Line) -> None:
        self.rulebook, self.events, self.line = rulebook, events, line

    def about(self, piece: Piece, facts: tuple[ReadFact, ...]) -> str:
        """Why what a clause tells is only offered; or empty."""
        if (years := years_told(self.rulebook, piece)) and not self.line.hidden >= years:
            if leaves_the_year_open(self.line, years):
                return "it leaves open which year it is"
            return Doubts(self.rulebook, self.events, self.line.without_years(years)).about(piece, facts)
        mentions = [one.mention for one in piece.hit.bound if one.mention is not None]
        is_many = any(len(mention.names) > 1 for mention in mentions)
        is_counted = any(one.figure for one in piece.hit.bound)
        if is_many and is_counted:
            return "one figure stands for several"
        if leaves_open_which(self.line, piece):
            return "it does not say which goes with which"
        if is_many and any(mark.effect in _OF_THE_LAST for _, mark in piece.hit.marks) and self._are_apart(piece):
            return "it may be said of the last of them only"
        if is_many and self._are_all_first(piece):
            return "it names several, of whom one at most is the first"
        if not any(fact.holds for fact in facts) and any(
            self._is_narrower(piece, one) for one in self._named_by(piece)
        ):
            return "it denies only something more particular"
        if _names_one_twice(piece):
            return "it names one and the same twice"
        if self._denies_another(piece, facts):
            return "who is not the one need not be the other"
        if denies_aside(self.line, piece.hit) or self._denies_one_of_two(piece, facts):
            return "it denies only something of what it speaks of"
        if is_wanted_alone(self.line, piece):
            return WANTED_ALONE
        if is_anybody(self.line, piece):
            return SOME_OR_OTHER
        if any(is_of_his_own(self.rulebook, self.line, piece, one) for one in piece.hit.bound):
            return HIS_OWN
        if counts_some(self.line, piece, is_event=piece.phrase.fact in self.events):
            return SOME_ONLY
        if is_added(self.line, piece):
            return ADDED
        if out := left_out(self.line, piece):
            return out
        if is_turn_of_speech(self.line, piece):
            return OTHER_SENSE
        if judged := only_judges(self.line, piece, facts, is_event=piece.phrase.fact in self.events):
            return judged
        if when := at_what_time(self.rulebook, self.events, self.line, piece):
            return when
        written = self.rulebook.report.date.year
        if piece.phrase.fact in self.events and happened_long_before(self.line, piece.hit, written):
            return REASONS[Effect.BYGONE]
        if (
            piece.phrase.fact not in self.events
            and lasted(self.line, piece.hit)
            and self.is_past(piece, or_lasting=True)
        ):
            return REASONS[Effect.PAST]
        says = self.rulebook.facts[piece.phrase.fact].says
        if any(is_of_part(self.line, piece, one, self._is_money(piece, one), says) for one in piece.hit.bound):
            return "its figure is not that of the whole"
        if is_counted and counts_another_span(self.rulebook, self.events, self.line, piece):
            return "its figure is that of another span of time"
        if (
            is_another_verb(self.line, piece)
            or is_said_of_another(self.line, piece)
            or is_only_in_mind(self.line, piece)
            or is_only_spoken_of(self.line, piece)
            or is_of_what_he_has(self.line, piece)
            or changes_its_verb(self.line, piece)
            or compares_unlike(self.line, piece)
            or any(is_of_its_house(self.rulebook, self.line, piece, one) for one in piece.hit.bound)
        ):
            return UNSURE
        is_denied = not any(fact.holds == piece.phrase.holds for fact in facts)
        if is_denied and any(are_all_denied(self.line, piece.hit, one) for one in piece.hit.bound):
            return "it denies that it is wholly so"
        if is_denied and any(is_denied_of_part(self.line, one) for one in piece.hit.bound):
            return "it denies only something of what it speaks of"
        if goes_both_ways(" ".join(self.line.texts[piece.hit.start : piece.hit.end]), piece.phrase.text):
            return AT_ONCE
        if denies_only_what_is_felt(self.rulebook, self.line, piece, is_denied=is_denied):
            return "it says that it is not felt, and not that it is not so"
        fact = self.rulebook.facts[piece.phrase.fact]
        own = frozenset(words_of(f"{fact.says} {fact.denies or ''}"))
        if denies_wholly_only(self.line, piece, own, is_event=piece.phrase.fact in self.events):
            return "it denies that it is wholly so"
        is_own = piece.is_gap or self._is_own_sentence(piece)
        if not is_own and means_something_else(self.line, piece):
            return OTHER_SENSE
        if not is_own and is_one_of_the_first(self.line, piece):
            return "it names one of several, and the phrase the first of them"
        if is_mostly_so(self.line, piece):
            return "it is so of most, and not of all"
        if self._is_of_leaders(piece) or is_between_persons(self.rulebook, self.line, piece):
            return "it is said of whole states, and the phrase of those who lead them"
        if self._has_no_verb_of_its_own(piece) or is_a_noun(self.line, piece):
            return UNSURE
        if is_bidden(self.line, piece):
            return "it may say what is to be done, and not that it is"
        if self._has_stopped(piece):
            return "it may say that it is no longer so"
        if is_under_way(self.events, self.line, piece):
            return "it says what is going on, and not that it is done"
        if is_denied and is_of_what_goes_on(self.line, piece):
            return "it says that it was not done, and not that it is not going on"
        if is_denied and piece.phrase.fact in self.events and is_over_since(self.line, piece):
            return "it says that it is over, and not that it was never done"
        if piece.hit.is_doubtful or (not piece.is_gap and is_lent_without_the_rest(self.line, piece.hit, piece.phrase)):
            return UNSURE
        if not piece.is_gap and takes_another_object(self.line, piece.hit, piece.phrase):
            return UNSURE
        is_one = is_of_one(self.line, piece.hit, piece.phrase.text)
        if is_one or any(self._is_many(piece, one) for one in piece.hit.bound):
            return "it speaks of many, and not of all"
        if any(fact.holds and not fact.source for fact in facts) and self._was(piece):
            return "it says what was, and not whether it still is"
        if piece.phrase.fact in self.events and self._lasts(piece):
            return "it says for how long, and the phrase what is done once"
        is_state = piece.phrase.fact not in self.events and not piece.is_gap
        if is_state and says_what_did(self.line, piece.hit.start, piece.hit.end):
            return REASONS[Effect.PAST]
        if is_state and (self._is_noted_of_then(piece) or self._is_so_of_old(piece)):
            return REASONS[Effect.BYGONE]
        if is_over_later(self.rulebook, self.line, piece):
            return REASONS[Effect.AHEAD]
        if is_only_up(self.line, piece) or any(is_only_by_how_much(self.line, piece, one) for one in piece.hit.bound):
            return "it says by how much it changed, and not to what"
        if any(self._is_other_bound(piece, one) for one in piece.hit.bound):
            return "it says how much at most, and the phrase how much at least"
        if any(self._is_part(one) or (not is_counted and self._is_some(one)) for one in piece.hit.bound):
            return "it speaks of some of them, and not of all"
        is_doubted = all(fact.likelihood.endswith("unlikely") for fact in facts)  # `I doubt that A or B does`: neither
        if any(mention.is_or for mention in mentions) and not (is_denied or is_doubted):
            return "it says one or the other, not which"
        return ""

    def _are_apart(self, piece: Piece) -> bool:
        """Whether several stood in two clauses, each with a verb: `A is shut and B is said to be`, read in another order."""
        tokens = self.line.tokens
        for one in piece.hit.bound:
            own = tokens[one.start : one.end]
            if one.mention is None or len(one.mention.names) < _SEVERAL or not own:
                continue
            first, last = min(token.start for token in own), max(token.start for token in own)
            between = {token.text for token in tokens if first < token.start < last} - {token.text for token in own}
            if not _VERBS.isdisjoint(between):
                return True
        return False

    def _are_all_first(self, piece: Piece) -> bool:
        """Whether several stand behind a word that one of them bears: `trades most with A, B and C`."""
        texts, own = self.line.texts, set(words_of(piece.phrase.text))
        several = [one.start for one in piece.hit.bound if one.mention is not None and len(one.mention.names) > 1]
        ranks = [at for at in range(piece.hit.start, max(several)) if texts[at] in _FIRST and texts[at] in own]
        return bool(ranks) and not any(one.start > ranks[0] for one in piece.hit.bound if one.start < max(several))

    def _lasts(self, piece: Piece) -> bool:
        """Whether it is so for some weeks only: who gets a thing for three weeks has not acquired it."""
        line, end = self.line, min(piece.hit.end, len(self.line))
        end = next((at for at in range(end, len(line)) if line.is_cut(at)), len(line))
        spans = (line.texts[at : mark.end] for at in range(piece.hit.start, end) for mark in line.marks[at])
        return any(words[0] == "for" and words[-1].removesuffix("s") in english.SPANS for words in spans)

    def _is_own_sentence(self, piece: Piece) -> bool:
        """Whether it has no words but those with which the fact itself is said or denied."""
        fact, line = self.rulebook.facts[piece.phrase.fact], self.line
        if piece.hit.end < len(line) and not line.is_cut(piece.hit.end):
            return False  # `as much as B`
        own = {stem(word) for text in (fact.says, fact.denies or "") for word in words_of(text)}
        filled = {at for one in piece.hit.bound for at in range(one.start, one.end)}
        rest = (at for at in range(piece.hit.start, min(piece.hit.end, len(line))) if at not in filled)
        light = english.BE | english.DO | english.ARTICLES | english.NEGATORS | {"'s", "of", "that"}
        return all(line.tokens[at].stem in own or line.texts[at] in light for at in rest if line.tokens[at].is_word)

    def _denies_another(self, piece: Piece, facts: tuple[ReadFact, ...]) -> bool:
        """Whether it negates what itself denies by another word: who does not oppose something need not back it.

        Who has not left is there, and what does not lack is there: a denial of what ends is none of these.
        """
        if piece.phrase.holds or piece.flips or not any(fact.holds for fact in facts):
            return False
        said = self.line.texts[piece.hit.start : piece.hit.end]
        is_too_little = "enough" in said  # of which there is not enough, it is short
        is_now = "over" in said and not {"is", "are"}.isdisjoint(
            said
        )  # `is not over`, of a phrase `(is over|has ended)`
        is_over = (
            not is_now and english.HAVE.isdisjoint(said) and not english.HAVE.isdisjoint(words_of(piece.phrase.text))
        )
        is_ending = any(
            one in english.CEASING and (one[:4], two) != ("turn", "down") for one, two in pairwise([*said, ""])
        )
        # who did not end it then may have ended it since
        is_all_said = is_too_little or (is_ending and not is_over) or self.has_its_no(piece)
        return not (is_all_said or leaves_one_alone(self.line, piece) or self._is_the_contradictory(piece))

    def _is_the_contradictory(self, piece: Piece) -> bool:
        """Whether the fact is that it is not so: what is not safe is unsafe; who did not pass failed, where a phrase says that as well."""
        own = {stem(word) for word in words_of(piece.phrase.text) if word not in _NO_VERBS}
        said = {token.stem for token in self.line.tokens[piece.hit.start : piece.hit.end]} & own
        fact, grammar = self.rulebook.facts[piece.phrase.fact], self.line.grammar
        if any(f"{prefix}{one}" in map(stem, words_of(fact.says)) for one in said for prefix in _NOT_SO):
            return True
        numbers = {number for one in said for number in grammar.phrases_with(one)}
        others = (grammar.book.phrases[number] for number in numbers)
        denials = [words_of(one.text) for one in others if one.holds and one.fact == fact.name and "not" in one.text]
        return any(one == "not" and stem(two) in said for words in denials for one, two in pairwise(words))

    def _denies_one_of_two(self, piece: Piece, facts: tuple[ReadFact, ...]) -> bool:
        """Whether its `not` stands before the comma of a phrase that has one: `never drills with them, X left at home`."""
        said = self.line.texts[piece.hit.start : piece.hit.end]
        is_denied = not any(fact.holds == piece.phrase.holds for fact in facts) and not piece.is_gap
        return is_denied and "," in said and " , " in piece.phrase.text

    def _named_by(self, piece: Piece) -> Iterator[Bound]:
        """What stands in its slots, and the words with which the phrase itself names what it fixes: `lays rails`."""
        yield from piece.hit.bound
        for slot, value in piece.phrase.fixed:
            for at in range(piece.hit.start, piece.hit.end):
                ends = (end for end, one in self.line.spoken[at] if one.word == value and one.slot in ("", slot))
                yield from (Bound(slot, at, end, words=(value,)) for end in ends)

    def _is_narrower(self, piece: Piece, one: Bound) -> bool:
        """Whether a word says less than the word of its slot that it stands for: a railway is not all transport."""
        fact = self.rulebook.facts[piece.phrase.fact]
        kind = next((slot.kind for slot in fact.keys if slot.name == one.slot), None)
        if not (isinstance(kind, Enumeration) and one.words) or one.start == one.end:
            return False
        own = {*one.words, *(kind.readings.get(word, word) for word in one.words)}
        own |= {synonym for synonym, meant in kind.synonyms.items() if meant in one.words}
        roots = {part[:_ROOT] for text in own for part in words_of(text.replace("_", " "))}
        said = [token for token in self.line.tokens[one.start : one.end] if token.is_word]
        stems = {stem(part) for text in own for part in words_of(text.replace("_", " "))}
        return all(token.text[:_ROOT] not in roots and token.stem not in stems for token in said)

    def _is_of_leaders(self, piece: Piece) -> bool:
        """Whether a phrase names leaders, and the line nobody but states: who dislikes a state is no man."""
        entities, text = self.rulebook.entities.values(), piece.phrase.text
        leaders = {alias for entity in entities for alias, kind in entity.kinds.items() if kind == "leader"}
        if not any(one in text and re.search(rf"\b{re.escape(one)}\b", text) for one in leaders):
            return False
        either = {alias for entity in entities for alias in entity.aliases} - leaders
        if any(one in text and re.search(rf"[(|]{re.escape(one)}\b(?! and)", text) for one in either):
            return False  # it names the state as well
        names = {word for alias in leaders for word in words_of(alias)}
        return (names | _LEADERS).isdisjoint(self.line.texts)

    def _has_no_verb_of_its_own(self, piece: Piece) -> bool:
        """Whether a verb stands for the noun of a phrase that says what there is: `X plans in Y` is no plan of X there."""
        texts, hit = self.line.texts, piece.hit
        first = next((one for one in self.line.mentions[hit.start] if one.kind == NAME), None)
        if first is None or not _THERE.search(piece.phrase.text) or texts[first.end : first.end + 1] == ["'s"]:
            return False
        is_noted = _SAYS_THERE.isdisjoint(texts[hit.start : hit.end])
        return is_noted and first.end < hit.end and texts[first.end].endswith("s")

    def _has_stopped(self, piece: Piece) -> bool:
        """Whether it says that somebody stopped doing what the phrase says is done: `has stopped calling there`."""
        hit, texts = piece.hit, self.line.texts
        stops = (at for at in range(hit.start, min(hit.end, len(texts) - 1)) if texts[at] in english.STOPPED)
        is_of_doing = any(texts[at + 1].endswith("ing") and not self.line.mentions[at + 1] for at in stops)
        return is_of_doing and re.search(r"ing\b", piece.phrase.text) is None

    def _is_money(self, piece: Piece, one: Bound) -> bool:
        value = self.rulebook.facts[piece.phrase.fact].value
        return value is not None and value.name == one.slot and isinstance(value.kind, Money)

    def _is_many(self, piece: Piece, one: Bound) -> bool:
        """Whether `many` do not: the others may."""
        texts = self.line.texts
        is_many = one.mention is not None and "many" in texts[one.start : one.end]
        return is_many and not english.NEGATORS.isdisjoint(texts[piece.hit.start : piece.hit.end])

    def _is_other_bound(self, piece: Piece, one: Bound) -> bool:
        """Whether a figure is a bound from above where the phrase wants one from below: `passwords of up to 12 characters`."""
        said = " ".join(self.line.texts[max(0, one.start - 3) : one.end])
        is_most = bool(one.figure) and any(f" {words} " in f" {said} " for words in english.AT_MOST)
        return is_most and "at least" in piece.phrase.text

    def _is_part(self, one: Bound) -> bool:
        """Whether a word before people says which of them are meant: `old people in Kazakhstan`."""
        before = self.line.texts[one.start - 1] if one.start else ""
        is_people = one.mention is not None and one.mention.kind == PEOPLE and one.start < one.end
        return is_people and before in english.NARROWING - _WHOLE and not before.endswith("ly")

    def _is_some(self, one: Bound) -> bool:
        """Whether people are counted, and what they do is no fact of all: `two Kazakhs`, `several Kazakhs`."""
        before = self.line.texts[max(0, one.start - 1) : one.start]
        is_people = one.mention is not None and one.mention.kind == PEOPLE and one.start < one.end
        return is_people and not _SOME.isdisjoint(before)

    def _was(self, piece: Piece) -> bool:
        """Whether the verb of a phrase that says what is stands in the past: `China ran a base`."""
        if piece.phrase.fact in self.events or piece.is_gap:
            return False
        texts, own = self.line.texts, {*words_of(piece.phrase.text)} | _NO_VERBS
        named = {at for one in piece.hit.bound for at in range(one.start, one.end)}
        is_dated = any(mark.effect is Effect.BYGONE for _, mark in piece.hit.marks)
        if any(
            is_simple_past(texts[at])
            and texts[at] not in own
            and at not in named
            and (is_dated or not became(self.line, at))
            for at in range(piece.hit.start, min(piece.hit.end, len(texts)))
        ):
            return True
        if any(self._is_of_then(piece, one) for one in piece.hit.bound) or self._did_once(piece):
            return True
        if not self.is_past(piece):
            return False
        ends = behind_names(self.line, piece.hit)
        return any(
            at in ends
            and is_past_participle(texts[at])
            and texts[at] not in own
            and texts[at + 1 : at + 2] != ["by"]
            and not self.line.is_hyphened(at)
            for at in range(piece.hit.start + 1, min(piece.hit.end, len(texts)))
        )

    def _did_once(self, piece: Piece) -> bool:
        """Whether somebody did what is done by him in the phrase, in a verb whose past looks like its present: `a strike of A hit B`."""
        texts, hit = self.line.texts, piece.hit
        for at in range(hit.start + 1, min(hit.end, len(texts) - 1)):
            if texts[at] in UNCHANGED and re.search(
                rf"\b(?:is|are) [^{{]*\b{texts[at]}\b[^{{]*\bby\b", piece.phrase.text
            ):
                before = {*texts[max(hit.start, at - _HELPED) : at]}
                if is_of_now(self.line, at):
                    continue
                if "by" not in texts[at + 1 : hit.end] and before.isdisjoint(english.BE | english.HAVE | english.DO):
                    return True
        return False

    def is_past(self, piece: Piece, *, or_lasting: bool = False) -> bool:
        """Whether a clause says what was the case, rather than what was done for good (or that, too), or how much of something."""
        line, hit = self.line, piece.hit
        named = {at for one in hit.bound for at in range(one.start, one.end)}
        words = [at for at in range(hit.start, min(hit.last, len(line))) if at not in named]
        is_measured = any(one.figure for one in hit.bound) and not self._is_of_old(piece)
        if is_measured or (not or_lasting and any(line.texts[at] in english.LASTING for at in words)):
            return False
        return any(
            is_past_participle(line.texts[at])
            and line.texts[at] != "been"  # `has for years been`
            and (not at or line.texts[at - 1] not in english.BE | english.HAVE)
            for at in words
        )

    def _is_noted_of_then(self, piece: Piece) -> bool:
        """Whether a note says when it was so, or on which days, and no verb says that it is: `attendance up on Sundays`."""
        texts, hit = self.line.texts, piece.hit
        if english.BE.isdisjoint(words_of(piece.phrase.text)) or not english.BE.isdisjoint(texts[hit.start : hit.end]):
            return False
        if any(is_simple_past(text) or text in UNCHANGED for text in texts[hit.start : hit.end]):
            return False  # `shut its doors yesterday` has its verb
        return any(
            mark.effect is Effect.BYGONE
            or (mark.effect is Effect.NARROWS and not _DAYS.isdisjoint(texts[at : mark.end]))
            for at, mark in hit.marks
        )

    def _is_so_of_old(self, piece: Piece) -> bool:
        """Whether the present says how it was years ago: `ten years ago X owns Y`."""
        return self._is_of_old(piece) and not any(
            is_simple_past(text) or is_past_participle(text)
            for text in self.line.texts[piece.hit.start : piece.hit.end]
        )

    def _is_of_old(self, piece: Piece) -> bool:
        """Whether a year is named that was well over when the document was written."""
        since = self.rulebook.report.date.year - _RECENT
        said = [self.line.texts[at : mark.end] for at, mark in piece.hit.marks if mark.effect is Effect.BYGONE]
        if any("ago" in texts and not _LATELY.intersection(texts) for texts in said):
            return True
        years = [text for texts in said for text in texts if re.fullmatch(r"20\d\d", text)]
        return any(int(year) < since for year in years)

    def _is_of_then(self, piece: Piece, one: Bound) -> bool:
        """Whether a word that says what somebody goes on with is said of what he did: `X considered it`."""
        is_ing = one.start < one.end and any(word.endswith("ing") for word in one.words)
        before = self.line.texts[piece.hit.start : one.start]
        is_doer = one.start in behind_names(self.line, piece.hit) and PREPOSITIONS.isdisjoint(before)
        return is_ing and is_doer and is_past_participle(self.line.texts[one.start])

    def negates_itself(self, piece: Piece) -> bool:
        """Whether its phrase has a `no` of its own, to which `at all` and `any` belong."""
        return not english.NEGATORS.isdisjoint(words_of(piece.phrase.text)) or self.has_its_no(piece)

    def has_its_no(self, piece: Piece) -> bool:
        """Whether a `no` was said that is a word of its phrase."""
        marked = {one for at, mark in piece.hit.marks for one in range(at, mark.end)}
        own = range(piece.hit.start, min(piece.hit.end, len(self.line)))
        return any(self.line.texts[at] in english.NEGATORS and at not in marked for at in own)


def _names_one_twice(piece: Piece) -> bool:
    """Whether somebody stands in two slots: who deals with himself is rare, and two who are called alike are not."""
    named = {(one.slot, name) for one in piece.hit.bound if one.mention is not None for name in one.mention.names}
    return len({name for _, name in named}) < len(named)
