"""The main screen: the talk with its line, the advice beside it or behind a tab."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from dragoman.views.screen.forms import Preview
from dragoman.views.screen.heard_forms import Heard, Remark
from dragoman_tui.advice_pane import AdvicePane
from dragoman_tui.bars import Footer, Header, day
from dragoman_tui.drawn import Drawn
from dragoman_tui.finding import FindBar
from dragoman_tui.glyphs import ascii_of, wants_ascii
from dragoman_tui.ink import Block, Cell, Ink, Role
from dragoman_tui.keys import bindings
from dragoman_tui.pane import Pane
from dragoman_tui.prompt import Prompt
from dragoman_tui.setting import breaks
from dragoman_tui.snapshot import Asked, Guide, Snapshot, Standing
from dragoman_tui.starting import READING
from dragoman_tui.talk_blocks import guide_blocks, told
from dragoman_tui.talk_pane import TalkPane

if TYPE_CHECKING:
    from dragoman.views.screen.mistakes import Mistakes

_TWO_PANES = 120
_MOST_ENDS = 6
_LABEL = 9


class MainScreen(Screen[None]):
    """Talk and advice."""

    AUTO_FOCUS = "#prompt"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(letters=True)]
    """Single letters: they come here only if nobody is typing."""

    def __init__(self, *, is_covered: bool = False) -> None:
        """Where another screen covers it at first, it has no parts until it is completed."""
        super().__init__(classes="-on-talk")
        self._example = ""
        self._is_composed = not is_covered
        self._standing = Standing()
        self._waiting, self._since = 0, ""
        self.at_advice = False
        """Whether the advice is shown, where there is room for one pane only."""

    def compose(self) -> ComposeResult:
        """Header, two panes, the line, footer: what is seen in the first picture."""
        if not self._is_composed:
            return
        self._fit(self.app.size.width, update=False)
        yield Header(id="header")
        with Horizontal(id="body"):
            with Vertical(id="talk"):
                yield TalkPane(id="talk-pane")
                with Horizontal(id="line"):
                    yield Static(ascii_of("›") if wants_ascii() else "›", id="sign", markup=False)
                    yield Prompt(id="prompt")
                yield Drawn(id="under")
            yield AdvicePane(id="advice")
        yield Footer(id="footer")

    async def complete(self) -> None:
        """What the first picture does without."""
        if not self._is_composed:
            self._is_composed = True
            await self.recompose()
        await self.query_one("#talk").mount(Drawn(id="guide"), before="#line")
        await self.mount(Drawn(id="mistakes"), Drawn(id="ends"), FindBar(id="find"), before="#footer")

    # -- parts

    @property
    def is_there(self) -> bool:
        """Whether its parts are: when the app is left they go before the last message of a thread is heard."""
        return self.app.is_running and bool(self.query(Prompt))

    @property
    def prompt(self) -> Prompt:
        """The line."""
        return self.query_one("#prompt", Prompt)

    @property
    def talk(self) -> TalkPane:
        """What was said."""
        return self.query_one("#talk-pane", TalkPane)

    @property
    def advice(self) -> AdvicePane:
        """What is advised."""
        return self.query_one("#advice", AdvicePane)

    @property
    def pane(self) -> Pane:
        """The one that keys speak of: with the focus, else the one that is seen, else the advice."""
        focused = self.focused
        if isinstance(focused, Pane):
            return focused
        return self.talk if self.is_narrow and not self.at_advice else self.advice

    @property
    def is_narrow(self) -> bool:
        """Whether there is room for one pane only."""
        return self.app.size.width < _TWO_PANES

    # -- what is shown

    def begin_first(self, example: str, opening: Snapshot) -> None:
        """The session that the app was opened for, in the place of the word that it is coming; what was typed stays."""
        self.talk.clear()
        self._example = example
        self.show(opening)

    def begin(self, example: str, opening: Snapshot, earlier: Sequence[str]) -> None:
        """Another session: nothing of the one before stays."""
        self.talk.clear()
        self.advice.clear()
        self.prompt.begin_anew(example, earlier)
        self._example = example
        self.show(opening)
        self.show_other(advice=False)

    def show_guide(self, guide: Guide | None) -> None:
        """Where the tour is, above the line, and what it proposes in the line; nothing without one."""
        widget = self.query_one("#guide", Drawn)
        widget.display = guide is not None
        line = guide.line if guide is not None and not guide.is_own else ""
        self.prompt.propose(line, guide.line if guide is not None and guide.line else self._example)
        if guide is not None:
            widget.show(list(guide_blocks(guide)))

    def show(self, snapshot: Snapshot) -> None:
        """What came of a line, but for the question."""
        self._standing = snapshot.standing
        self.advice.show_page(snapshot.page)
        self.talk.heard += snapshot.before
        self.talk.add(snapshot.heard, keeps_room=bool(snapshot.text) and not snapshot.is_settled)
        self.show_guide(snapshot.guide)
        if snapshot.gives_back:
            self.prompt.give_back(snapshot.text)
        self.draw_bars()

    def ask(self, asked: Asked) -> None:
        """The question, in the room that was kept for it."""
        self._standing = asked.standing
        self.talk.ask(asked.question)
        self.draw_bars()

    def wait(self, waiting: int, words: str = "") -> None:
        """Say that something is being worked out."""
        self._waiting, self._since = waiting, words
        self.draw_bars()

    def draw_bars(self) -> None:
        """Header and footer anew."""
        page = self.advice.page
        tally = page.tally if page else None
        new = "".join(
            f"+{tally.new}" if tally and tally.new else f"~{tally.changed}" if tally and tally.changed else ""
        )
        number = sum(card.number > 0 for card in page.cards) if page else 0
        names = self.app.screen_tabs  # type: ignore[attr-defined]
        tabs = [(name, words, "") for name, words in names]
        here = "advice"
        if self.is_narrow:
            tabs = [("talk", "Talk", ""), ("advice", f"Advice {number}" if number else "Advice", new), *tabs[1:]]
            here = "advice" if self.at_advice else "talk"
        header = self.query_one(Header)
        as_of = day(page.as_of, is_short=self.is_narrow) if page else ""
        header.draw(page, as_of, tabs, here, is_wide=not self.is_narrow)
        self._draw_footer()

    def _draw_footer(self) -> None:
        self.query_one(Footer).draw(self._keys(), *self._right())

    def _keys(self) -> Sequence[str | tuple[str, str]]:
        more = ("palette", "more") if self.is_narrow else "palette"
        if isinstance(self.focused, Pane):
            first: list[str | tuple[str, str]] = ["help", "open", "why", "copy", "find"]
            return [*first, ("back", "to the line")]
        if self.is_narrow:
            return ["help", ("other", "talk" if self.at_advice else "advice"), "undo", ("next", "panes"), more]
        return ["help", "audit", "undo", ("next", "panes"), more]

    def _right(self) -> list[Ink]:
        if self._waiting:
            many = f", {self._waiting} lines" if self._waiting > 1 else ""
            return (
                [Ink("○ ", "doubt"), Ink(f"{self._since or 'working out the advice'}{many}", "muted")]
                if self._since
                else []
            )
        if self._standing.problem:
            problem = self._standing.problem
            return [Ink("not saved" if self.is_narrow else f"not saved: {problem[:60]}", "wrong")]
        saved = f", {self._standing.saved}" if self._standing.saved else ""
        if self.is_narrow and not self._standing.told:
            return []
        return [Ink(f"{told(self._standing.told)}{saved}", "muted")]

    def show_mistakes(self, mistakes: Mistakes | None) -> None:
        """What is wrong with the rulebook as it stands on the disk, until it is mended."""
        band = self.query_one("#mistakes", Drawn)
        band.display = mistakes is not None
        if mistakes is not None:
            rows = [
                Block((Cell((Ink(where, "strong"), Ink(f"  {what}" if where else what))),))
                for where, what in mistakes.rows
            ]
            more = [Block((Cell((Ink(mistakes.more, "muted"),)),))] if mistakes.more else []
            band.show([Block((Cell((Ink(mistakes.heading, "wrong"),)),)), *rows, *more])

    # -- the line below the line

    def show_preview(self, preview: Preview) -> None:
        """How the line would be read, and how it may go on."""
        if preview.text != self.prompt.text:
            return
        under = self.query_one("#under", Drawn)
        role: Role = "doubt" if preview.is_doubtful else "muted"
        if preview.label and preview.says:
            label = max(_LABEL, len(preview.label) + 1)
            says = _fitting(preview.says, max(under.content_size.width - label, 1), max(under.content_size.height, 1))
            under.show([Block((Cell((Ink(preview.label, role),), label), Cell((Ink(says),))))])
        else:
            under.show([Block((Cell((Ink(preview.label, role),)),))] if preview.label else [])
        self.prompt.offer(preview.text, preview.ends[0] if preview.ends else "")
        self._show_ends(preview)

    def _show_ends(self, preview: Preview) -> None:
        """Several ways to go on, as a list upwards: the nearest to the line is the one that Tab takes."""
        ends = self.query_one("#ends", Drawn)
        begun = preview.text.split(" ")[-1] if not preview.text[-1:].isspace() else ""
        several = len(preview.ends) > 1 and bool(begun)
        ends.display = several
        if not several:
            return
        shown = list(preview.ends[:_MOST_ENDS])[::-1]
        blocks = [
            Block((Cell((Ink(begun, "muted"), Ink(end, "strong" if end == preview.ends[0] else "text"))),))
            for end in shown
        ]
        line = self.query_one("#line")
        ends.styles.width = min(max(len(begun) + len(end) for end in shown) + 2, 50)
        ends.styles.height = len(shown)
        ends.styles.margin = (0, 0, self.size.height - line.region.y, line.region.x + 2)
        ends.show(blocks)

    def hide_ends(self) -> None:
        """Take the list away."""
        for ends in self.query("#ends"):
            ends.display = False

    # -- where one is

    def show_other(self, *, advice: bool | None = None) -> None:
        """The other of the two panes where there is room for one; else the focus goes there."""
        to_advice = (
            not (self.at_advice if self.is_narrow else self.focused is self.advice) if advice is None else advice
        )
        self.at_advice = to_advice
        self._set_classes()
        self.set_focus(self.advice if to_advice else self.prompt)
        self.draw_bars()

    def _set_classes(self) -> None:
        self.set_class(self.at_advice, "-on-advice")
        self.set_class(not self.at_advice, "-on-talk")

    @property
    def panes(self) -> list[Widget]:
        """What F6 goes round, as far as it is seen."""
        if self.is_narrow:
            return [self.advice] if self.at_advice else [self.prompt, self.talk]
        return [self.prompt, self.talk, self.advice]

    def on_mount(self) -> None:
        """Say what is awaited, where there is anything to be seen."""
        if self._is_composed:
            self.talk.add(Heard("", remarks=(Remark("", READING),)), keeps_room=False)
            self.draw_bars()

    def _fit(self, width: int, *, update: bool = True) -> None:
        """Classes by size."""
        self.set_class(width < _TWO_PANES, "-narrow", update=update)
        self.set_class(_TWO_PANES <= width < 160, "-two", update=update)
        self.set_class(width >= 160, "-wide", update=update)

    def on_resize(self, event: events.Resize) -> None:
        """Classes by size; bars anew."""
        self._fit(event.size.width)
        if not self.is_there:
            return
        if not self.is_narrow and self.at_advice and self.focused is None:
            self.set_focus(self.prompt)
        self.draw_bars()

    @on(events.DescendantFocus)
    def _focused(self) -> None:
        self._draw_footer()


def _fitting(words: str, width: int, rows: int) -> str:
    """As much of a text as the rows that are kept for it hold: they are never more, so that nothing jumps."""
    found = list(breaks(words, width))
    if len(found) <= rows:
        return words
    return f"{words[: found[rows - 1][1] - 2].rstrip(' ;,')} …"
