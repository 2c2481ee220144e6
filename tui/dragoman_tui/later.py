"""Drawing that waits until a screen is laid out, and is left out where the screen was closed meanwhile."""

from __future__ import annotations

from collections.abc import Callable

from textual.screen import Screen


def after_refresh(screen: Screen[None], draw: Callable[[], object]) -> None:
    """Draw once the screen is laid out; a screen that was closed by then has no parts to draw."""

    def drawn() -> None:
        if screen in screen.app.screen_stack:
            draw()

    screen.call_after_refresh(drawn)
