"""What earlier lines leave behind, so that a later one can say `it`, `there` or `Tajikistan too`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:  # a conversation begins without anything that reads
    from dragoman.language.clauses.cutter import Cut, Piece
    from dragoman.language.forms import ReadFact
    from dragoman.language.line.line import Line
    from dragoman.language.line.mentions import Mention

_REMEMBERED = 12


class Context(NamedTuple):
    """Who was spoken of, and what was said last."""

    mentions: tuple[Mention, ...] = ()
    """The latest first."""
    last: Piece | None = None
    told: tuple[ReadFact, ...] = ()
    """What was told, the latest first."""

    @property
    def names(self) -> tuple[str, ...]:
        """The entities that were named."""
        return tuple(name for mention in self.mentions for name in mention.names)

    def after(self, line: Line, cut: Cut, told: Sequence[ReadFact] = ()) -> Context:
        """With what one more sentence leaves behind, that told some facts."""
        from dragoman.language.line.mentions import PRONOUN  # noqa: PLC0415 - whoever has a line has loaded it

        named = [several[0] for several in line.mentions if several and several[0].kind != PRONOUN]
        mentions = tuple(dict.fromkeys((*named, *self.mentions)))[:_REMEMBERED]
        facts = (*reversed(told), *self.told)[:_REMEMBERED]
        return Context(mentions, cut.pieces[-1] if cut.pieces else self.last, facts)
