"""What somebody asks a session for: a line becomes an action of the table, with whom and what it is about.

    text, reading --patterns--> Request: the action and its argument, or the two that come nearest

The patterns are data (:mod:`dragoman.conversation.request_patterns`). An action that changes something is taken only
where the whole line asks for it; where nothing fits, the request says so and names what comes nearest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dragoman.conversation import asked_so
from dragoman.conversation.actions import ACTIONS
from dragoman.conversation.request_line import RequestLine, Word
from dragoman.conversation.request_patterns import Pattern, Taken
from dragoman.conversation.terms import Terms
from dragoman.form import form
from dragoman.language.earlier.context import Context
from dragoman.language.forms import Intent, ReadFact, Reading
from dragoman.language.grammar.grammar import Grammar
from dragoman.language.words import english
from dragoman.language.words.tokens import cleaned, tokens_of
from dragoman.situation.assemble import situation_names

IS = "is"
"""The one action that is none of the table: whether something is so."""
CHANGING = frozenset({"load", "save", "export", "undo", "redo", "restart", "keep", "quit"})
"""The actions that do more than show something."""
_BACK_AGAIN = frozenset({"undo", "redo"})
"""Those that can be done back again: a sentence at the end of a line is enough."""
_WHYS = frozenset({"why", "why-not"})
_NOWHERE = Context()
_EVERYTHING = frozenset({"all", "everything", "full", "detail", "details", "every", "whole", "complete"})
_LONGEST = 40
"""Words; a longer sentence is no request."""
_LEAST, _SURE = 0.5, 1.5
"""A pattern that says less of a line in its own words takes it by chance; one that says so much is meant even where the
line could be a question of fact."""
_WHOLE = 0.3
"""What it counts that a pattern has a word for every word of a line."""
_PLAINLY_A_FILE = re.compile(r"(?:\S.*)?[^\s.]\.[A-Za-z0-9]{1,8}|(?:~|\.{1,2})?[/\\]\S.*|\"[^\"]+\"|'[^']+'")
_FILE = re.compile(rf"{_PLAINLY_A_FILE.pattern}|[\w.]+(?:[-_][\w.]+)+")
"""What can be the name of a file; where nothing else says that one is meant, it must look like one."""
_ARTICLE = re.compile(r"^(?:the|an?) ", re.IGNORECASE)
_NAMING = frozenset({"-", ".", "from", "of", "for", "facts", "fact", "situation", "scenario", "file", "case", "world"})
"""Words that say that a situation is meant, and not which."""


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


def requested(grammar: Grammar, text: str, reading: Reading | None = None, context: Context = _NOWHERE) -> Request:
    """What `text` asks for, after the lines that left `context` behind; `reading` is what was read of it, if it was.

    Never an action that changes something unless the whole line is one of its patterns.
    """
    return _Asking(RequestLine(grammar, cleaned(text).strip(), context), reading).request()


def commanded(grammar: Grammar, action: str, argument: str, context: Context = _NOWHERE) -> Request:
    """What a slash command asks for: its action, and whom or what the words behind it name."""
    text = cleaned(argument).strip()
    if not text:
        return Request(action)
    line = RequestLine(grammar, text, context)
    return Request(action, text, line.names, line.whom, None, (), not _EVERYTHING.isdisjoint(line.line.texts), text)


class _Match(NamedTuple):
    """A pattern that takes some words of a line."""

    pattern: Pattern
    taken: Taken
    words: tuple[Word, ...]

    @property
    def captured(self) -> tuple[Word, ...]:
        place = self.taken.captured
        return self.words[place[0] : place[1]] if place is not None else ()


class _Asking:
    """One line on its way to a request."""

    def __init__(self, line: RequestLine, reading: Reading | None) -> None:
        self.line, self.reading = line, reading
        self.grammar, self.table = line.grammar, line.table

    def request(self) -> Request:
        """The action whose pattern says most of the line; a question of fact before what says little of it."""
        if not self.line.tokens or len(self.line.tokens) > 3 * _LONGEST:
            return self._made("")
        best = self._best(self.line.words())
        if best is None and (mended := self.line.mended()):
            best = self._best(mended)
        asked = self._is_so(best)
        if asked is not None:
            return asked
        if best is not None:
            return self._made(best.pattern.action, self._argument(best), about=self._about(best))
        term = Terms.of(self.grammar).find(self.line.text)
        return self._made("explain", self.line.text.strip(" ?!.")) if term is not None else self._by_intent()

    def _made(
        self,
        action: str,
        argument: str = "",
        *,
        about: str = "",
        fact: ReadFact | None = None,
        nearest: tuple[str, ...] = (),
    ) -> Request:
        everything = not _EVERYTHING.isdisjoint(self.line.line.texts)
        return Request(action, argument, self.line.names, self.line.whom, fact, nearest, everything, about)

    def _by_intent(self) -> Request:
        intent = self.reading.intent if self.reading is not None else None
        if intent in (Intent.WHY, Intent.WHY_NOT):
            return self._made(intent.value, about=self.line.text)
        return self._made("", nearest=self._nearest())

    def _about(self, match: _Match) -> str:
        """The words that a pattern says nothing of."""
        return " ".join(self.line.between(match.words, start, end) for start, end in match.taken.gaps)

    def _is_so(self, best: _Match | None) -> Request | None:
        """The line as a question whether something is so; None if it is none, or asks for something else."""
        body, context = asked_so.body_of(self.line.text), self.line.context
        if not body:
            return None
        fact = None if asked_so.is_on_advice(self.line.text) else asked_so.fact_in(self.grammar, body, context)
        if fact is not None:
            return self._made(IS, about=body, fact=fact)
        is_other = best is not None and best.taken.score > _SURE
        return self._made(IS, about=body) if not is_other and asked_so.is_known(self.grammar, body, context) else None

    # -- patterns

    def _best(self, words: Sequence[Word]) -> _Match | None:
        """The pattern that says most of the line, or of one of its sentences."""
        whole = tuple(words)
        is_denied = not {"not", "never"}.isdisjoint(word.stem for word in whole)
        matches = (
            match
            for part in self.line.sentences(words)
            for match in self._matches(part, is_whole=part == whole, is_last=part[-1:] == whole[-1:] and not is_denied)
        )
        found = [match for match in matches if match.taken.score >= _LEAST]
        if words and self._asks_why(words):
            found = [match for match in found if match.pattern.action in _WHYS]
        return max(found, key=lambda match: match.taken.score, default=None)

    def _asks_why(self, words: Sequence[Word]) -> bool:
        """Whether the line begins with why, whatever else stands in it."""
        start = next(iter(self.table.cut([word.stem for word in words])), (0, 0))[0]
        return words[start].stem == "why"

    def _matches(self, words: tuple[Word, ...], *, is_whole: bool, is_last: bool) -> Iterator[_Match]:
        stems = [word.stem for word in words]
        if len(stems) > _LONGEST:
            return
        for start, end in self.table.cut(stems):
            for pattern in self.table.patterns:
                if pattern.action in CHANGING and not (is_whole or (is_last and pattern.action in _BACK_AGAIN)):
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
            return Terms.of(self.grammar).knows(self.line.typed(match.captured))
        return match.pattern.action != "compare" or len(self.line.names) > 1 or "compare" in match.pattern.text

    # -- files and situations

    def _is_file(self, match: _Match) -> bool:
        raw = self.line.typed(match.captured)
        if match.pattern.action == "load":
            return bool(_FILE.fullmatch(raw)) or bool(self._situation(raw))
        if "$as" not in match.pattern.text:
            return bool(_PLAINLY_A_FILE.fullmatch(raw))
        before = self.line.tokens[match.captured[0].first - 1].text
        return bool(_FILE.fullmatch(raw)) or (before in ("as", "called", "name") and len(raw.split()) == 1)

    def _situation(self, raw: str) -> str:
        """The situation of the rulebook that has all words of a name."""
        wanted = {token.text for token in tokens_of(raw.lower())} - english.ARTICLES - _NAMING
        names = situation_names(self.grammar.rulebook)
        if raw in names:
            return raw
        found = [name for name in names if wanted and wanted <= set(re.split(r"[-_.]", name))]
        return found[0] if len(found) == 1 else ""

    def _argument(self, match: _Match) -> str:
        raw = self.line.typed(match.captured).strip("\"' ")
        if match.pattern.action == "explain":
            return _ARTICLE.sub("", raw)
        return (self._situation(raw) or raw) if match.pattern.action == "load" else raw

    # -- where nothing fits

    def _nearest(self) -> tuple[str, ...]:
        """The two actions that show something whose patterns share most with the line."""
        stems = {word.stem for word in self.line.words()} - english.CARRY_NOTHING
        scores: dict[str, float] = {}
        for pattern in self.table.patterns:
            own = {one for item in pattern.items for one in item.stems}
            shared = len(own & stems) / (1 + len(own))
            scores[pattern.action] = max(scores.get(pattern.action, 0.0), shared)
        order = [action for action in ACTIONS if scores.get(action) and action not in CHANGING]
        found = sorted(order, key=lambda action: -scores[action])
        return tuple(dict.fromkeys((*found, "advice", "help")))[:2]
