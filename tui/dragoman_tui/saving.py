"""What a pane shows, written to a file as text: the whole of it, not what is in view."""

from __future__ import annotations

from pathlib import Path, PurePath
from typing import TYPE_CHECKING, cast

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Input, Static

from dragoman.errors import DragomanError
from dragoman.session.desk import write
from dragoman.source.visible import plain
from dragoman_tui.finding import Field
from dragoman_tui.overlays import Overlay
from dragoman_tui.serving import is_served
from dragoman_tui.snapshot import File

if TYPE_CHECKING:
    from dragoman_tui.hosting import Hosting


class SaveAs(Overlay):
    """Asks for a name, and writes the text there; a file that is there already is replaced only if Enter is pressed again."""

    def __init__(self, text: str, name: str) -> None:
        super().__init__()
        self._text, self._offered = text, name
        self._warned = ""
        """The name of which it was said that there is such a file."""

    def compose(self) -> ComposeResult:
        """The field, and what is to be said of the name."""
        with Vertical(id="over"):
            with Horizontal(id="over-field"):
                yield Static("›", id="over-sign", markup=False)
                yield Field("a file, such as advice.txt")
            yield Static(
                f"{self._text.count(chr(10)) + 1} rows as text   Enter saves, Esc does not",
                id="over-note",
                markup=False,
            )

    def on_mount(self) -> None:
        """Offer a name."""
        field = self.query_one(Field)
        field.value = self._offered
        field.cursor_position = len(self._offered)
        field.focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Write the file."""
        event.stop()
        if is_served() and event.value.strip():
            self._hand_over(PurePath(event.value.strip()).name)
            return
        name = str(Path(event.value.strip()).expanduser()) if event.value.strip() else ""
        if not name:
            self._say("Name a file.")
            return
        if Path(name).exists() and self._warned != name:
            self._warned = name
            self._say("There is a file of that name. Enter again replaces it.")
            return
        try:
            write(name, f"{self._text}\n".encode())
        except DragomanError as error:
            self._say(str(error))
            return
        self.app.notify(plain(name), title="Saved", markup=False, timeout=4)
        self.dismiss(name)

    def _hand_over(self, name: str) -> None:
        """To whoever sits at a browser."""
        app = cast("Hosting", self.app)
        app.hand_over(File(name, f"{self._text}\n".encode()))
        app.notify(f"goes to your browser as {plain(name)}", title="Saved", markup=False, timeout=4)
        self.dismiss(name)

    def _say(self, words: str) -> None:
        self.query_one("#over-note", Static).update(plain(words))
