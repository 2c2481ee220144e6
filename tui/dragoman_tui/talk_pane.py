"""The talk: every line that was said, what came of it, and at its end the one question.

The question comes after the rest of a reply, and must move no line: so rows are kept free for it below the reply.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from textual import events
from textual.message import Message

from dragoman.views.screen.heard_forms import Heard, Question
from dragoman_tui.ink import Block
from dragoman_tui.pane import Pane
from dragoman_tui.setting import set_block
from dragoman_tui.talk_blocks import heard_blocks, question_blocks

_KEPT, _KEPT_SHORT = 9, 5
"""So many rows are kept free for a question."""
_SHORT = 24


class TalkPane(Pane):
    """Shows what was said."""

    DEFAULT_CSS = """
    TalkPane { width: 100%; height: 1fr; padding: 1 0 0 3; }
    """

    is_at_bottom = True

    class Answered(Message):
        """A key of the question was pressed while the talk had the focus."""

        def __init__(self, key: str) -> None:
            super().__init__()
            self.key = key

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.heard: list[Heard] = []
        self._known: dict[int, tuple[Heard, bool, tuple[Block, ...]]] = {}
        """What replies before the last were drawn as, by their places."""
        self._waiting: tuple[Heard, ...] = ()
        """Lines that have waited for their answer for long."""
        self._kept = 0
        """Rows kept free at the end."""
        self.is_tight = False
        """Whether the question stands without blank rows."""
        self._first = 0
        """The first block of the last reply."""
        self._follows = True
        """Whether the reader has not scrolled away from the last reply."""
        self._shown_at = 0
        """The row that was at the top when the last reply was brought into view."""

    @property
    def question(self) -> Question | None:
        """The one that is open."""
        return self.heard[-1].question if self.heard else None

    @property
    def is_short(self) -> bool:
        """Whether blank rows are spared."""
        return self.height < _SHORT

    def add(self, heard: Heard, *, keeps_room: bool) -> None:
        """Add a reply and bring it into view; with room for a question, where one may follow."""
        if self.heard and self.heard[-1].question is not None and not heard.text:
            self.heard[-1] = dataclasses.replace(self.heard[-1], question=None)
        self.heard.append(heard)
        self._waiting = self._waiting[bool(heard.text) :]
        self.is_tight = False
        self._kept = (_KEPT_SHORT if self.is_short else _KEPT) if keeps_room and heard.question is None else 0
        self.draw()
        self.show_last()

    def clear(self) -> None:
        """Nothing was said."""
        self.heard = []
        self._waiting = ()
        self._known = {}
        self._kept = 0
        self.at = None

    def keep_waiting(self, lines: int) -> None:
        """No more of the lines that wait than so many: a line may have come to nothing."""
        if len(self._waiting) > lines:
            self._waiting = self._waiting[len(self._waiting) - lines :]
            self.draw()

    def show_waiting(self, lines: Sequence[str]) -> None:
        """Show lines whose answer takes long, below what was said."""
        self._waiting = tuple(map(Heard, lines))
        self.draw()
        self.scroll_to(y=self._end, animate=False, immediate=True, force=True)

    def ask(self, question: Question | None) -> None:
        """Add the question to the last reply, in the room that was kept for it."""
        if question is None or not self.heard:
            return
        self.is_tight = self.is_short or self._rows(question, is_tight=False) > self._kept
        if self._rows(question, is_tight=self.is_tight) > self._kept:
            question = dataclasses.replace(question, decides="")  # better left out than lines moved
        self._kept = max(self._kept - self._rows(question, is_tight=self.is_tight), 0)
        self.heard[-1] = dataclasses.replace(self.heard[-1], question=question)
        was_there = self._follows
        self.draw()
        if was_there:
            self.show_last(question=True)

    def _rows(self, question: Question, *, is_tight: bool) -> int:
        blocks = question_blocks(question, is_short=is_tight)
        return sum(block.above + len(set_block(block, max(self.room, 1))) for block in blocks)

    def draw(self) -> None:
        """Lay all of it out anew."""
        blocks: list[Block] = []
        is_short = self.is_short
        for number, heard in enumerate(self.heard[:-1]):
            blocks += self._earlier(number, heard, is_short=is_short)
        self._first = len(blocks)
        for last in self.heard[-1:]:
            is_tight = self.is_tight or is_short
            blocks += heard_blocks(last, len(self.heard) - 1, is_short=is_short, is_last=True, is_tight=is_tight)
        for waiting in self._waiting:
            blocks += heard_blocks(waiting, len(self.heard), is_short=is_short, is_last=False)
        blocks.append(Block(above=self._kept + 1))
        self.show(blocks)

    def _earlier(self, number: int, heard: Heard, *, is_short: bool) -> tuple[Block, ...]:
        """The blocks of a reply that is not the last: the same objects as long as it is the same reply."""
        known = self._known.get(number)
        if known is None or known[0] is not heard or known[1] != is_short:
            made = tuple(heard_blocks(heard, number, is_short=is_short, is_last=False))
            known = self._known[number] = heard, is_short, made
        return known[2]

    # -- where the reader is

    def show_last(self, *, question: bool = False) -> None:
        """Bring the last reply into view: all of it, or its beginning if it is longer than the pane.

        With `question` that goes first: an answer cannot be given to what is out of sight.
        """
        self._shown_at = min(self.sheet.row_of(self._first), self._end)
        if question:
            asked = next((row for row in self._caps), self._end)
            self._shown_at = max(self._shown_at, min(self._end, max(asked - 4, 0)))
        self.scroll_to(y=self._shown_at, animate=False, immediate=True, force=True)
        self._follows = True

    @property
    def _caps(self) -> list[int]:
        """The rows of what can be answered."""
        return [stop.row for stop in self.sheet.stops if stop.target.kind == "answer"]

    @property
    def _end(self) -> int:
        """The row at the top when the last row is at the bottom."""
        return max(len(self.sheet.rows) - self.height, 0)

    def moved(self) -> None:
        """Note whether the reader is at the last reply."""
        super().moved()
        self._follows = self.scroll_offset.y in {self._shown_at, self._end}

    def on_resize(self, event: events.Resize) -> None:
        """The last reply stays in view of whoever was reading it."""
        was_there, place = self._follows, self._place
        super().on_resize(event)
        self.is_tight = False  # all lines move anyhow: the question has room again
        self.draw()
        if was_there:
            self.show_last(question=self.question is not None)
        else:
            self.return_to(place)

    # -- answering with one key

    @property
    def answer_keys(self) -> frozenset[str]:
        """The keys that answer the question that stands here."""
        question = self.question
        return frozenset(key for key, _ in (*question.answers, *question.others)) if question else frozenset()

    def on_key(self, event: events.Key) -> None:
        """A key of the question answers it."""
        if event.character in self.answer_keys and event.character is not None:
            event.stop()
            event.prevent_default()
            self.post_message(self.Answered(event.character))
