"""Whom a pronoun means: the first that was named before and can stand in its place; of places the last.

`He` is said of a person alone, or of one who is named by who leads it; `they` of those who go by a name in the plural where the
first that was named does. Of two who are named together, or whom `he` may mean alike, nobody says which. What somebody `is against` or
`opposes` with an `it` may be what was said, and nobody who was named.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from dragoman.language.grammar.lexicon import GOVERNMENT, PEOPLE
from dragoman.language.line.line import Line
from dragoman.language.line.mentions import PRONOUN, Mention
from dragoman.language.words import english, hedges

_OF_ONE = frozenset({"it", "its", "he", "his", "she", "her", "there"})
_OF_MANY = frozenset({"they", "them", "their"})
_OWNING = frozenset({"its", "their", "his", "her"})
_MAN = frozenset({"he", "his"})
_MINDING = frozenset(
    english.lines(
        "oppose | opposes | opposed | opposing | reject | rejects | rejected | rejecting | welcomes | welcomed"
    )
)
_TWO = 2
_FOR_OR_AGAINST = frozenset({"for", "against"})


def is_minded(texts: Sequence[str], at: int) -> bool:
    """Whether somebody is for or against the `it` there, which may be what was said."""
    before = texts[at - 1] if at else ""
    is_for = before in _FOR_OR_AGAINST and texts[at - 2] in english.BE
    return texts[at] == "it" and (is_for or before in _MINDING)


class Meant:
    """Looks for those whom the pronouns of one line mean."""

    def __init__(self, line: Line, known: tuple[Mention, ...]) -> None:
        self.line, self.known = line, known
        """Mentions of earlier lines, the latest first."""
        self.lexicon = line.grammar.lexicon

    def of(
        self, mention: Mention, at: int, takes: Callable[[Mention], bool], taken: Collection[str]
    ) -> tuple[int, Mention] | None:
        """Whom the pronoun there means, and how far back that is; `takes` says who can stand there, `taken` who stands elsewhere."""
        before = [one for place in range(at) for one in self.line.mentions[place][:1] if one.kind != PRONOUN]
        if mention.pronoun == "there":
            before.reverse()
        several = [*before, *self.known]
        if mention.pronoun in _OF_MANY and several and self._are_many(several[0]):
            several = [one for one in several if self._are_many(one)]
        if mention.pronoun in _MAN:
            several = [one for one in several if self._may_be_he(one)]
            if len({one.names for one in before if one in several and not self._speaks(one) and takes(one)}) > 1:
                return None
        if mention.pronoun in _OWNING and (nearer := self._nearer(at, takes)) is not None:
            several = [nearer, *several]
        together: set[str] = set()
        for rank, one in enumerate(several):
            is_many = len(one.names) > 1 or (mention.pronoun != "there" and self._is_group(one))
            if mention.pronoun in _OF_ONE and is_many:
                together.update(one.names if takes(one) else ())
                continue
            if together.issuperset(one.names):
                continue
            if takes(one) and (mention.pronoun in _OWNING or set(one.names).isdisjoint(taken)):
                return rank, one._replace(end=mention.end)
        return None

    def _nearer(self, at: int, takes: Callable[[Mention], bool]) -> Mention | None:
        """Whom the clause before is about, if the first that was named is only beside whom his own is about.

        `A flouts B's rulings, C is under pressure, and its backlog grows`: the backlog of C.
        """
        named = [(n, one) for n in range(at) for one in self.line.mentions[n][:1] if one.kind != PRONOUN and takes(one)]
        if len({one.names for _, one in named}) < _TWO or self._begins_clause(named[0][0]):
            return None
        about = [one for n, one in named[1:] if self._begins_clause(n)]
        return about[-1] if about else None

    def _begins_clause(self, at: int) -> bool:
        first = at - (at > 0 and self.line.texts[at - 1] == "the")
        return first == 0 or self.line.is_cut(first - 1)

    def _is_group(self, one: Mention) -> bool:
        return bool(self.lexicon.entities[one.names[0]].members)

    def _are_many(self, one: Mention) -> bool:
        """Whether somebody goes by a name in the plural, or is several, or the people or the rulers of one."""
        title = self.lexicon.entities[one.names[0]].title
        is_plural = title.endswith("s") and not title.endswith("ss")
        return len(one.names) > 1 or one.kind in (PEOPLE, GOVERNMENT) or is_plural or self._is_group(one)

    def _may_be_he(self, one: Mention) -> bool:
        return one.kind == GOVERNMENT or any(map(self.lexicon.may_be_person, one.names))

    def _speaks(self, one: Mention) -> bool:
        """Whether somebody says what follows, so that it is sooner of another."""
        return self.line.texts[one.end] in hedges.SAYING
