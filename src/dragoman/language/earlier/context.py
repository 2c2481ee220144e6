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
    sentence: str = ""
    """The last sentence of the last line, as it was typed."""
    latest: tuple[ReadFact, ...] = ()
    """What that sentence told; nothing if it told nothing."""
    is_asked: bool = False
    """Whether it asks."""
    is_ours: bool = False
    """Whether the last line spoke of the rulebook's world."""

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
        return self._replace(mentions=mentions, last=cut.pieces[-1] if cut.pieces else self.last, told=facts)

    def without_the_last_line(self) -> Context:
        """Of a line that stands before the last, of which nothing is gone on from."""
        return self._replace(sentence="", latest=(), is_asked=False, is_ours=False)
