"""What somebody asks a session for: a line becomes an action of the table, with whom and what it is about.

    text, reading --patterns--> Request: the action and its argument, or the two that come nearest

The patterns are data (:mod:`dragoman.conversation.request_patterns`). An action that changes something is taken only
where the whole line asks for it; where nothing fits, the request says so and names what comes nearest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from typing import NamedTuple

from dragoman.conversation.actions import ACTIONS
from dragoman.conversation.request_patterns import SOMEBODY, Pattern, Table, Taken, root, table
from dragoman.conversation.terms import Terms
from dragoman.conversation.topics import Index
from dragoman.form import form
from dragoman.language import english
from dragoman.language.clauses import Cutter
from dragoman.language.context import Context
from dragoman.language.forms import Intent, ReadFact, Reading
from dragoman.language.grammar import Grammar
from dragoman.language.line import Line
from dragoman.language.mentions import PRONOUN, Mention
from dragoman.language.search import Search
from dragoman.language.telling import Teller
from dragoman.language.tokens import Token, cleaned, tokens_of
from dragoman.situation.assemble import situation_names

IS = "is"
"""The one action that is none of the table: whether something is so."""
CHANGING = frozenset({"load", "save", "export", "undo", "redo", "restart", "keep", "quit"})
"""The actions that do more than show something."""
_EVERYTHING = frozenset({"all", "everything", "full", "detail", "details", "every", "whole", "complete"})
_LONGEST = 40
"""Words; a longer sentence is no request."""
_LEAST = 0.5
"""A pattern that says less of a line in its own words takes it by chance."""
_WHOLE = 0.3
"""What it counts that a pattern has a word for every word of a line."""
_FILE = re.compile(r"\S*(?:[./\\~]\w|\w-\w|\w_\w|\d)\S*|\"[^\"]+\"|'[^']+'")
_WITH_IS = frozenset({"what", "who", "where", "how", "that", "it", "which", "there", "when", "why"})
"""Behind these `'s` is `is`, elsewhere a mark of possession."""
_MARKS = frozenset({",", "?", "!", '"', ";", "'", "(", ")"})
_AUXILIARIES = english.BE | english.DO | english.HAVE | frozenset(["can", "could", "will", "would", "should", "may", "might"])
_PERSONS = frozenset({"you", "i", "we", "us"})
"""Behind an auxiliary: who is asked to do something, or nobody of whom something could be so."""
_ASKED_SO = re.compile(
    r"^(?:(?:so|and|but|ok|okay|well|then)[ ,]+)*(?:(?:is it (?:true|so|right|correct|the case|known)|do (?:you|we) (?:think|know|say|recommend|advise|conclude|find|believe|see)"
    r"|did (?:i|we|anyone|anybody|somebody) (?:tell you|say|mention|claim|enter)|have (?:i|we) (?:told you|said|mentioned)|can you (?:confirm|tell me)|am i right|does (?:it|that) follow|tell me)(?: that| if| whether)?|whether|if)\b",
    re.IGNORECASE,
)
_NAMING = frozenset({"-", ".", "from", "of", "for", "facts", "fact", "situation", "scenario", "file", "case", "world"})
"""Words that say that a situation is meant, and not which."""
_SHORTEST, _TYPOS = 5, 2
"""A word has so many letters at least that may be misspelt, and so many of them too many or too few at most."""
_WHYS = frozenset({"why", "why-not"})
_FACT_LEAST, _TOPIC_LEAST = 0.4, 0.55
"""What the search finds with less is not what is asked."""


@form
class Request:
    """What a line asks for."""

    action: str
    """A name of the table, :data:`IS`, or empty where nothing can be made of the line."""
    argument: str = ""
    """What it is done with, as it was typed: a file, a word to explain."""
    names: tuple[str, ...] = ()
    """Entities that the line names, groups by their members."""
    whom: tuple[str, ...] = ()
    """Those of them whom advice can be for."""
    fact: ReadFact | None = None
    """Of :data:`IS`: what is asked to be so, where it can be told; else the line is a topic."""
    nearest: tuple[str, ...] = ()
    """Of a line that nothing can be made of: the two actions that come nearest."""
    everything: bool = False
    """Whether all of it is asked for."""
    about: str = ""
    """The words of the line that say what it is about: without those that ask; empty where it says nothing of that."""


def requested(
    grammar: Grammar, text: str, reading: Reading | None = None, context: Context = Context()
) -> Request:
    """What `text` asks for, after the lines that left `context` behind; `reading` is what was read of it, if it was.

    Never an action that changes something unless the whole line is one of its patterns.
    """
    return _Line(grammar, cleaned(text).strip(), reading, context).request()


def commanded(grammar: Grammar, action: str, argument: str, context: Context = Context()) -> Request:
    """What a slash command asks for: its action, and whom or what the words behind it name."""
    text = cleaned(argument).strip()
    if not text:
        return Request(action)
    line = _Line(grammar, text, None, context)
    return Request(action, text, line.names, line.whom, None, (), not _EVERYTHING.isdisjoint(line.line.texts), text)


class _Word(NamedTuple):
    """One word of a line for the patterns, and the tokens that it stands for."""

    stem: str
    first: int
    last: int


class _Match(NamedTuple):
    pattern: Pattern
    taken: Taken
    words: tuple[_Word, ...]

    @property
    def captured(self) -> tuple[_Word, ...]:
        place = self.taken.captured
        return self.words[place[0] : place[1]] if place is not None else ()


class _Line:
    """One line on its way to a request."""

    def __init__(self, grammar: Grammar, text: str, reading: Reading | None, context: Context) -> None:
        self.grammar, self.text, self.reading, self.context = grammar, text, reading, context
        self.index, self.table = Index.of(grammar), table()
        self.line = Line(grammar, text, tokens_of(text), context.names)
        self.tokens = self.line.tokens
        self.names = tuple(dict.fromkeys(self._names()))
        self.whom = tuple(name for name in self.names if name in self.index.targets)

    def request(self) -> Request:
        if not self.tokens or len(self.tokens) > 3 * _LONGEST:
            return self._made("")
        best = self._best(self._words())
        if best is None and (mended := self._mended()):
            best = self._best(mended)
        asked = self._is_so(best)
        if asked is not None:
            return asked
        if best is not None:
            return self._made(best.pattern.action, self._argument(best), about=self._about(best))
        term = Terms.of(self.grammar).find(self.text)
        return self._made("explain", self.text.strip(" ?!.")) if term is not None else self._by_intent()

    def _made(
        self,
        action: str,
        argument: str = "",
        *,
        about: str = "",
        fact: ReadFact | None = None,
        nearest: tuple[str, ...] = (),
    ) -> Request:
        everything = not _EVERYTHING.isdisjoint(self.line.texts)
        return Request(action, argument, self.names, self.whom, fact, nearest, everything, about)

    def _by_intent(self) -> Request:
        intent = self.reading.intent if self.reading is not None else None
        if intent in (Intent.WHY, Intent.WHY_NOT):
            return self._made(intent.value, about=self.text)
        return self._made("", nearest=self._nearest())

    def _about(self, match: _Match) -> str:
        """The words that a pattern says nothing of."""
        return " ".join(self._between(match.words, start, end) for start, end in match.taken.gaps)

    def _between(self, words: Sequence[_Word], start: int, end: int) -> str:
        """Words as they were typed, with the articles before them."""
        first = words[start - 1].last if start else words[start].first
        return self.text[self.tokens[first].start : self.tokens[words[end - 1].last - 1].end]

    # -- words

    def _names(self) -> Iterator[str]:
        for at, several in enumerate(self.line.mentions):
            for mention in several[:1]:
                if mention in self._mentions(at):
                    for name in mention.names:
                        yield from self.grammar.rulebook.entities[name].members or (name,)
                elif mention.pronoun in ("there", "them", "they", "their") and self.context.mentions:
                    yield from self.context.mentions[0].names

    def _mentions(self, at: int) -> list[Mention]:
        """The mentions of somebody by name there; `us` in small letters is we."""
        is_us = self.tokens[at].text == "us" and not self.tokens[at].is_capital
        return [] if is_us else [m for m in self.line.mentions[at] if m.kind != PRONOUN]

    def _words(self) -> tuple[_Word, ...]:
        """The words of the line without articles and marks; a mention is one word."""
        found: list[_Word] = []
        at = 0
        while at < len(self.tokens):
            mention = next(iter(self._mentions(at)), None)
            token = self.tokens[at]
            if mention is not None:
                found.append(_Word(SOMEBODY, at, mention.end))
                at = mention.end
                continue
            if token.text == "'s":
                if found and found[-1].stem in _WITH_IS:
                    found.append(_Word("be", at, at + 1))
            elif token.text not in _MARKS and token.text not in english.ARTICLES:
                found.append(_Word(self._root(at), at, at + 1))
            at += 1
        while found and found[-1].stem == ".":
            found.pop()
        return tuple(found)

    def _root(self, at: int) -> str:
        """The root of a word; as it was typed where the reader mended it and a pattern knows it."""
        token = self.tokens[at]
        typed = root(self.text[token.start : token.end].lower())
        return typed if at in self.line.corrected and typed in self.table.words else root(token.stem)

    def _mended(self) -> tuple[_Word, ...]:
        """The words with those that no pattern and no phrase knows as the nearest that a pattern has."""
        words = self._words()
        mended = tuple(word._replace(stem=self._nearest_word(word.stem)) for word in words)
        return mended if mended != words else ()

    def _nearest_word(self, word: str) -> str:
        known = self.table.words
        if len(word) < _SHORTEST or word in known:
            return word
        alike = [one for one in known if one[0] == word[0] and abs(len(one) - len(word)) <= _TYPOS]
        return next(iter(get_close_matches(word, alike, 1, 0.8)), word)

    # -- patterns

    def _best(self, words: Sequence[_Word]) -> _Match | None:
        """The pattern that says most of the line, or of one of its sentences."""
        found = [match for part in self._sentences(words) for match in self._matches(part, is_whole=part == tuple(words))]
        found = [match for match in found if match.taken.score >= _LEAST]
        if words and self._asks_why(words):
            found = [match for match in found if match.pattern.action in _WHYS]
        return max(found, key=lambda match: match.taken.score, default=None)

    def _asks_why(self, words: Sequence[_Word]) -> bool:
        """Whether the line begins with why, whatever else stands in it."""
        start = next(iter(self.table.cut([word.stem for word in words])), (0, 0))[0]
        return words[start].stem == "why"

    def _sentences(self, words: Sequence[_Word]) -> Iterator[tuple[_Word, ...]]:
        yield tuple(words)
        ends = [at for at, token in enumerate(self.tokens) if token.text in ("?", "!", ".", ";")]
        if ends and ends[0] < len(self.tokens) - 1:
            start = 0
            for end in (*ends, len(self.tokens)):
                part = tuple(word for word in words if start <= word.first < end and word.stem != ".")
                if part and len(part) < len(words):
                    yield part
                start = end

    def _matches(self, words: tuple[_Word, ...], *, is_whole: bool) -> Iterator[_Match]:
        stems = [word.stem for word in words]
        if len(stems) > _LONGEST:
            return
        for start, end in self.table.cut(stems):
            for pattern in self.table.patterns:
                if pattern.action in CHANGING and not is_whole:
                    continue
                taken = pattern.taken(stems[start:end])
                if taken is not None:
                    taken = taken._replace(score=taken.score + _WHOLE) if pattern.is_whole else taken
                    match = _Match(pattern, taken, words[start:end])
                    if self._fits(match):
                        yield match

    def _fits(self, match: _Match) -> bool:
        """Whether what a pattern captures can be meant, and whether there are as many as it takes."""
        if match.pattern.captures == "FILE":
            return self._is_file(match)
        if match.pattern.captures == "WHAT" and match.pattern.action == "explain":
            return Terms.of(self.grammar).knows(self._raw(match.captured))
        return match.pattern.action != "compare" or len(self.names) > 1 or "compare" in match.pattern.text

    def _is_file(self, match: _Match) -> bool:
        raw = self._raw(match.captured)
        if match.pattern.action == "load":
            return bool(_FILE.search(raw)) or bool(self._situation(raw))
        first = match.captured[0].first
        is_named = self.tokens[first - 1].text in ("as", "called", "name") if first else False
        has_preposition = "$as" in match.pattern.text
        return bool((_FILE.search if has_preposition else _FILE.fullmatch)(raw)) or (is_named and len(raw.split()) == 1)

    def _situation(self, raw: str) -> str:
        """The situation of the rulebook that has all words of a name."""
        wanted = {token.text for token in tokens_of(raw.lower())} - english.ARTICLES - _NAMING
        names = situation_names(self.grammar.rulebook)
        if raw in names:
            return raw
        found = [name for name in names if wanted and wanted <= set(re.split(r"[-_.]", name))]
        return found[0] if len(found) == 1 else ""

    def _argument(self, match: _Match) -> str:
        raw = self._raw(match.captured)
        if match.pattern.captures == "FILE":
            raw = raw.strip("\"'")
            return (self._situation(raw) or raw) if match.pattern.action == "load" else raw
        return raw.strip("\"' ")

    def _raw(self, words: Sequence[_Word]) -> str:
        """The words as they were typed."""
        if not words:
            return ""
        start, end = self.tokens[words[0].first].start, self.tokens[words[-1].last - 1].end
        if start and self.text[start - 1] in "\"'":
            start -= 1
        if end < len(self.text) and self.text[end] in "\"'":
            end += 1
        return self.text[start:end].strip()

    # -- whether something is so

    def _is_so(self, best: _Match | None) -> Request | None:
        """The line as a question whether something is so; None if it is none, or asks for something else."""
        body = _ASKED_SO.sub("", self.text).strip(" ,")
        words = [token.text for token in tokens_of(body)[:2]]
        is_order = len(words) > 1 and words[1] in _PERSONS
        is_asked = body != self.text or (words and words[0] in _AUXILIARIES and not is_order)
        if not is_asked or not body:
            return None
        fact = self._fact(body)
        if fact is not None:
            return self._made(IS, about=body, fact=fact)
        if best is not None and best.taken.score > _SURE:
            return None
        line = Line(self.grammar, body, tokens_of(body), self.context.names)
        topics = self.index.found(line)
        if topics and topics[0].score >= _TOPIC_LEAST:
            return self._made(IS, about=body)
        found = Search.of(self.grammar).found(line)
        if found and found[0].score >= _FACT_LEAST and self.names:
            return self._made(IS, about=body)
        return None

    def _fact(self, body: str) -> ReadFact | None:
        """What is asked as a fact that could be told: the question turned into a statement, and read."""
        for text in _statements(tokens_of(body), body):
            line = Line(self.grammar, text, tokens_of(text), self.context.names)
            cut = Cutter(line, self.context.mentions, self.context.last).cut()
            facts = [f for told in Teller(self.grammar.rulebook, self.grammar.book.events, line).told(cut) for f in told.facts]
            if facts and len(cut.left_over) <= 1:
                return facts[0]
        return None

    # -- where nothing fits

    def _nearest(self) -> tuple[str, ...]:
        """The two actions whose patterns share most with the line."""
        stems = {word.stem for word in self._words()} - english.CARRY_NOTHING
        scores: dict[str, float] = {}
        for pattern in self.table.patterns:
            own = {one for item in pattern.items for one in item.stems}
            shared = len(own & stems) / (1 + len(own))
            scores[pattern.action] = max(scores.get(pattern.action, 0.0), shared)
        order = list(ACTIONS)
        found = sorted((a for a in scores if a in ACTIONS), key=lambda a: (-scores[a], order.index(a)))
        shown = [action for action in found if scores[action] > 0 and action not in CHANGING]
        return tuple(dict.fromkeys((*shown, "advice", "help")))[:2]


_SURE = 1.5
"""A pattern that says so much of a line is what it asks for, even where it is a question of fact."""


def _statements(tokens: Sequence[Token], text: str) -> Iterator[str]:
    """A question as statements: as it stands, without its first word, and with that word behind who is asked about."""
    yield text.rstrip("?! ")
    if tokens and tokens[0].text in _AUXILIARIES and len(tokens) > 2:
        rest = text[tokens[1].start :].rstrip("?! ")
        yield rest
        words = rest.split(" ")
        for place in range(1, min(5, len(words))):
            yield " ".join([*words[:place], tokens[0].text, *words[place:]])
