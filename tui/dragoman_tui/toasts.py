"""Toasts: what was done, for four seconds; what went wrong, with the remedy, until a key is pressed."""

from __future__ import annotations

import time

from textual.app import App

_GOOD = 4.0
"""Seconds that a good one stands."""
_BAD = 24 * 3600.0
_READ = 1.0
"""Seconds that a bad one stands at least: whoever was typing has not seen it yet."""


class Toasts:
    """What stands there now."""

    def __init__(self, app: App[None]) -> None:
        self._app = app
        self._since = 0.0
        """When the last bad one came, where one stands; else 0."""

    def good(self, what: str, further: str = "") -> None:
        """Something was done."""
        self._app.notify(further or what, title=what if further else "", markup=False, timeout=_GOOD)

    def bad(self, what: str, remedy: str, *, is_failure: bool = True) -> None:
        """Something went wrong; or, where it is no failure, was not taken."""
        self._since = time.monotonic()
        severity = "error" if is_failure else "warning"
        self._app.notify(remedy, title=what, severity=severity, markup=False, timeout=_BAD)  # type: ignore[arg-type]

    def key_pressed(self) -> None:
        """Take the bad ones away."""
        if self._since and time.monotonic() - self._since > _READ:
            self._since = 0.0
            self._app.clear_notifications()
