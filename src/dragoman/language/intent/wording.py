"""The wording of one sentence: what is left of it without politeness, whether it asks, and what it speaks of."""

from __future__ import annotations

from functools import cached_property

from dragoman.language.grammar.derive import PREPOSITIONS
from dragoman.language.intent import moods
from dragoman.language.line.line import Line
from dragoman.language.line.mentions import PRONOUN
from dragoman.language.words import english
from dragoman.language.words.cues import Cues, spaced
from dragoman.language.words.effects import Effect

AUXILIARIES = frozenset(
    ["do", "does", "did", "is", "are", "was", "were", "has", "have", "had", "can", "could", "would", "will", "should"]
) | frozenset(["may", "might", "must", "am"])
_CLAUSES = frozenset({"when", "where", "while", "whoever", "whatever"})
_SAY_NOTHING = english.CARRY_NOTHING | english.ASKING | english.MODALS
_SHORTEST = 3
_TAKING_UP = frozenset(
    english.lines(
        "it | its | this | that | these | those | they | them | their | both | neither | none | one | ones | former | latter | same | such | either | first | second"
    )
)
"""What may stand for something that was spoken of."""
_LEAVING_OPEN = english.MODALS | {"perhaps", "maybe", "possibly", "too", "also"}
_BESIDE_ANOTHER = (
    english.CARRY_NOTHING
    | english.ASKING
    | english.MODALS
    | frozenset(
        english.lines(
            "and | but | about | too | as | well | same | then | case | neither | either | say | else | also | go | goes | hold | holds | apply | applies | true"
        )
    )
)
"""What stands beside whom it is asked of."""
_LEFT_OUT = [[text] for text in (*english.DO, *english.BE, *english.HAVE)]
_SHORT = 5
"""Words."""
_WITH_LINK = 2
"""Words of a noun with what follows it: `flights to`."""
_BEFORE_MINE = english.BE | {"of", "not", "and"}
"""Words behind which `mine` is no pit."""


class Wording:
    """One sentence, as its intent depends on it."""

    def __init__(
        self,
        line: Line,
        *,
        is_asked: bool,
        is_about: bool,
        is_told: bool = False,
        is_clear: bool = False,
        is_exclaimed: bool = False,
        goes_on: bool = False,
    ) -> None:
        """`is_about` says whether it speaks of the rulebook's world, `is_clear` whether surely so, whatever else it says.

        `goes_on` says whether the line before spoke of that world, so that an `it` may speak of it, too.
        """
        self.line = line
        self.texts = _texts(line)
        self.words = spaced(self.texts)
        self.is_asked, self.is_exclaimed = is_asked, is_exclaimed
        """Whether it ends with a question mark, or with an exclamation mark."""
        self.is_near = is_about
        """Whether it speaks of the rulebook's world, be it of somebody's own business there: `my flight to ...`."""
        self.is_told, self.is_clear = is_told, is_clear
        """Whether all of it was understood as facts."""
        self._goes_on = goes_on

    @cached_property
    def is_of_the_last(self) -> bool:
        """Whether it speaks of what the line before spoke of, and that is of the rulebook's world: `that would be bad`."""
        is_order = self.is_request or "please" in self.texts or moods.STEERING.at_start(self.wanted) is not None
        if not self._goes_on or is_order or self.is_everyday or moods.CLOSING.within(self.words):
            return False
        return (
            not _TAKING_UP.isdisjoint(self.texts)
            or self.texts[-1:] == ["so"]
            or self.is_of_another
            or moods.LEFT_OPEN.at_start(self.words) is not None
        )

    @cached_property
    def is_about(self) -> bool:
        """Whether it speaks of the rulebook's world, and not of the speaker."""
        return self.is_near and (self.is_told or not self._is_personal)

    @property
    def is_of_another(self) -> bool:
        """Whether it says or asks of another what was spoken of, and says no more: `and B?`, `B ought to as well`."""
        if not self._goes_on:
            return False
        named = {
            at
            for start, several in enumerate(self.line.mentions)
            for m in several
            if m.kind != PRONOUN
            for at in range(start, m.end)
        }
        rest = [text for at, text in enumerate(self.line.texts) if at not in named and text[:1].isalnum()]
        if self.is_asked:
            return bool(named) and all(text in _BESIDE_ANOTHER for text in rest)
        is_left_out = not _LEAVING_OPEN.isdisjoint(rest) or rest[-1:] in _LEFT_OUT
        return bool(named) and is_left_out and len(rest) <= _SHORT

    @cached_property
    def _is_personal(self) -> bool:
        """Whether somebody speaks of himself, beyond `I think` and `tell me`."""
        said = {
            at
            for start, marks in enumerate(self.line.marks)
            for mark in marks
            for at in range(start, mark.end)
            if mark.effect is not Effect.NONE
        }
        texts = self.line.texts
        asked = self.is_request or moods.SHOWING.at_start(self.wanted) or moods.WHY.at_start(self.wanted)
        own = english.FIRST_PERSON - {"me", "i"} if asked else english.FIRST_PERSON
        mines = {at for at, text in enumerate(texts) if text == "mine" and texts[at - 1] not in _BEFORE_MINE}
        return any(text in own and at not in said | mines for at, text in enumerate(texts))

    @cached_property
    def body(self) -> str:
        """Without what means nothing in front: `ok so please`; a name that looks like it (`MM`) stays."""
        return self.words if self._is_named_first else without(self.words, moods.OPENERS)

    @cached_property
    def wanted(self) -> str:
        """Without what only makes it polite: `could you please`."""
        return self.body if self._is_named_first else without(self.body, moods.REQUESTS, moods.OPENERS)

    @property
    def _is_named_first(self) -> bool:
        """Whether somebody is named first, be it by what else means nothing there: `MM`."""
        return bool(self.line.mentions) and any(mention.kind != PRONOUN for mention in self.line.mentions[0])

    @property
    def is_request(self) -> bool:
        """Whether it is put politely."""
        return self.wanted != self.body

    @cached_property
    def first(self) -> str:
        """The first word of what is wanted."""
        return self.wanted.split(" ", 1)[0]

    @cached_property
    def is_of_program(self) -> bool:
        """Whether it speaks of what the program gives."""
        return moods.PROGRAM.within(self.words) is not None

    @cached_property
    def is_everyday(self) -> bool:
        """Whether it speaks of the weather and the like, with words that are not the rulebook's own."""
        words = self.words
        start = 0
        while found := moods.EVERYDAY.within(words[start:]):
            said = found.group().split()
            is_way = len(said) == _WITH_LINK and said[1] in PREPOSITIONS and self._is_named_before(said[0])
            if not (len(said) == 1 or is_way) or not self.line.grammar.is_of_subject(said[0]):
                return True
            start += found.end()
        return False

    def _is_named_before(self, text: str) -> bool:
        """Whether somebody is named before a word, who may have it, or do it: `A offers flights to B`."""
        texts = self.line.texts
        at = texts.index(text) if text in texts else 0
        return any(m.kind != PRONOUN for several in self.line.mentions[:at] for m in several)

    @cached_property
    def is_known(self) -> bool:
        """Whether it is about the rulebook's world, or has a word of it at least."""
        surface = self.line.grammar.surface
        return self.is_about or any(
            token.text in surface and token.text not in _SAY_NOTHING and len(token.text) > _SHORTEST
            for token in self.line.tokens
        )

    @cached_property
    def is_question(self) -> bool:
        """Whether it asks, by its mark or its form."""
        if self.is_asked:
            return True
        first, second = f"{self.wanted} ".split(" ", 2)[:2]
        if (first in _CLAUSES and second not in AUXILIARIES) or moods.NO_QUESTION.at_start(self.wanted):
            return False  # `When he came, ...`
        return first in english.ASKING or (first in AUXILIARIES and not self.wanted.startswith(("do not ", "have ")))


def _texts(line: Line) -> list[str]:
    """The words of a line, without marks; `what's` is two of them."""
    found: list[str] = []
    for token in line.tokens:
        if token.text == "'s" and found and found[-1] in english.WITH_IS:
            found.append("is")
        elif token.is_word or token.text[:1].isdecimal():
            found.append(token.text)
    return found


def without(words: str, *tables: Cues) -> str:
    """The words behind whatever of the tables stands in front."""
    while True:
        for table in tables:
            found = table.at_start(words)
            if found is not None and found.end():
                words = words[found.end() :]
                break
        else:
            return words
