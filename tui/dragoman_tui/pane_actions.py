"""What keys do to the screen: where the focus goes, what scrolls, and what becomes of what the cursor stands on."""

from __future__ import annotations

from textual import events, on

from dragoman_tui.drawn import Followed
from dragoman_tui.finding import FindBar, Search
from dragoman_tui.jumping import Jump
from dragoman_tui.keys import LETTERS
from dragoman_tui.main_screen import MainScreen
from dragoman_tui.pane import Pane
from dragoman_tui.prompt import Prompt
from dragoman_tui.starting import Starting
from dragoman_tui.talk_pane import TalkPane

_IN_THE_ADVICE = {"undo", "redo", "keep", "restart"}
"""Actions whose effect is to be seen in the advice."""


class PaneActions(Starting, inherit_bindings=False):
    """Actions of the app, kept apart from how it works."""

    main: MainScreen

    def __init__(self, *, starts: bool, watches: bool) -> None:
        super().__init__(starts=starts, watches=watches)
        self._search = Search()
        self._jump = Jump()

    def show_reply(self, action: str) -> None:
        """Where there is room for one pane, show the one that an action is answered in."""
        if self.main.is_narrow and self.main.at_advice and action not in _IN_THE_ADVICE:
            self.main.show_other(advice=False)

    def action_other(self) -> None:
        """Talk or advice."""
        if self.screen is not self.main:
            self._app.to_main()
            return
        self.main.show_other()

    def action_next_pane(self, way: int) -> None:
        """The focus goes round."""
        panes = getattr(self.screen, "panes", [])
        if not panes:
            return
        here = next((n for n, pane in enumerate(panes) if pane is self.focused), -1 if way > 0 else 0)
        self.screen.set_focus(panes[(here + way) % len(panes)])

    def action_go_back(self) -> None:
        """Back: to the screen before, else to the line."""
        if self.screen is not self.main:
            step_back = getattr(self.screen, "step_back", None)
            if step_back is None or not step_back():
                self.pop_screen()
            return
        if self.main.pane.found:
            self.main.pane.look_for("")
        if self.main.is_narrow and self.main.at_advice:
            self.main.show_other(advice=False)
        self.main.set_focus(self.main.prompt)

    def action_scroll_advice(self, pages: int) -> None:
        """Scroll the advice by nearly a page; where only the talk is seen, that."""
        pane = self.main.talk if self.main.is_narrow and not self.main.at_advice else self.main.advice
        pane.action_page(pages)

    def action_scroll_talk(self, pages: int) -> None:
        """Scroll the talk by nearly a page."""
        self.main.talk.action_page(pages)

    @property
    def pane(self) -> Pane | None:
        """The one that keys speak of."""
        focused = self.focused
        return focused if isinstance(focused, Pane) else self.main.pane if self.screen is self.main else None

    def action_save(self) -> None:
        """Save what was told; on another screen, what its pane shows."""
        pane = self.pane
        if self.screen is self.main or pane is None:
            self._app.action_do("save")
        else:
            from dragoman_tui.saving import SaveAs  # noqa: PLC0415 - the first picture does without

            self.push_screen(SaveAs(pane.whole, f"{getattr(self.screen, 'here', '') or 'pane'}.txt"))

    def action_copy_text(self, whole: bool = False) -> None:
        """Copy what the cursor is on, or all of the pane."""
        pane = self.pane
        if pane is None:
            return
        words = pane.whole if whole else pane.copied()
        self.copy_to_clipboard(words)
        rows = words.count("\n") + 1
        self.toasts.good("Copied", f"{rows} {'row' if rows == 1 else 'rows'}")

    def action_find(self) -> None:
        """Look for words in the pane."""
        pane, bars = self.pane, self.screen.query(FindBar)
        if pane is not None and bars:
            self._search.begin(pane, bars.first())

    def action_found(self, way: int) -> None:
        """The next row that has what is looked for."""
        self._search.go_on(way)

    def action_jump(self) -> None:
        """A letter on everything that can be followed."""
        self._jump.begin(getattr(self.screen, "panes", []))

    def action_why(self) -> None:
        """Why what the cursor is on is so."""
        from dragoman_tui import following, looking  # noqa: PLC0415 - the same

        atom = following.atom_under(self._app)
        if atom is not None:
            looking.open_proof(self._app, atom)

    def action_drop(self) -> None:
        """Take back the fact that the cursor is on."""
        from dragoman_tui import following  # noqa: PLC0415 - the same

        atom = following.fact_under(self._app)
        if atom is not None:
            self._app.say(f"forget: {{{following.written(self._app.session, atom)}}}")

    # -- keys on their way

    async def on_event(self, event: events.Event) -> None:
        """Keys are decided on here, before they are on their way."""
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded:
            await super().on_event(event)
        elif not self.holds(event):
            await self.done(event)

    async def done(self, event: events.Key | events.Paste | Followed) -> None:
        """What is typed while a pane has the focus goes to the line."""
        if isinstance(event, Followed):
            from dragoman_tui import following  # noqa: PLC0415 - the first picture does without

            following.follow(self._app, event.target)
            return
        if isinstance(event, events.Key):
            self.toasts.key_pressed()
            if self._jump.is_on and self._follow_letter(event):
                return
            if self._goes_to_the_line(event):
                if self.main.is_narrow and self.main.at_advice:
                    self.main.show_other(advice=False)
                self.main.set_focus(self.main.prompt)
            if await self.done_at_once(event):
                return
        await super().on_event(event)

    async def done_at_once(self, event: events.Key) -> bool:
        """Do what a key does before the next one is looked at; whether it was a key for that.

        Textual runs an action only when its key has gone up from the widget to the app, and gives the next key to whatever
        had the focus until then. What is a character in a line, or a key of the line itself, keeps its turn there.
        """
        focused = self.focused
        bound = self.screen.active_bindings.get(event.key)
        typed = getattr(self.screen, "typed", None)
        if bound is None and event.is_printable and typed is not None:
            return bool(typed(event.character))
        if bound is None or not bound.enabled:
            return False
        if not isinstance(focused, Pane) and (event.is_printable or bound.node is focused):
            return False
        if isinstance(focused, TalkPane) and event.character in focused.answer_keys:
            return False
        return await self.run_action(bound.binding.action, bound.node)

    def _follow_letter(self, event: events.Key) -> bool:
        """Follow the letter, or take all away; whether the key has done its work by that: F1 or Ctrl-Q has not."""
        bound = self.screen.active_bindings.get(event.key)
        lead = self._jump.take(event)
        if lead is not None:
            pane, target = lead
            pane.go_to(target)
            self.screen.set_focus(pane)
            pane.post_message(Followed(target))
        return event.is_printable or event.key == "escape" or (bound is not None and bound.binding.action == "jump")

    def _goes_to_the_line(self, event: events.Key) -> bool:
        if not event.is_printable or self.screen is not self.main or event.character is None:
            return False
        focused = self.focused
        if isinstance(focused, Prompt) or (focused is not None and not isinstance(focused, Pane)):
            return False
        if focused is None:
            return True
        keys = focused.answer_keys if isinstance(focused, TalkPane) else frozenset()
        return event.character not in {*LETTERS.values(), *keys}

    @on(Followed)
    async def _followed(self, event: Followed) -> None:
        if not self.holds(event):
            await self.done(event)
