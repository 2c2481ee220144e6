"""The app in a real Chromium: `python -m tests.app.browser [--pictures FOLDER]`. Skipped, with the reason, where one is missing.

A fact is typed, its advice seen and its proof opened; the window is resized, the page reloaded; a page of another origin, a
second page, a killed process, a server that is gone. What is read is what the browser's terminal shows.
"""

from __future__ import annotations

import argparse
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.metadata import entry_points
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from tests.rulebooks import TREES

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_FACT, _SAID = "canopy: {city: arnhem, share: 5}", "Leaves cover 5"
"""What is told, and how the rulebook says it."""
_PATIENCE = 30.0
"""Seconds; a start takes three or four, and a busy machine some more."""
_READS = """
Object.defineProperty(Object.prototype, "bufferedBytes", {configurable: true, set(value) {
  window.served = this;  // the terminal's own script keeps it to itself
  Object.defineProperty(this, "bufferedBytes", {value, writable: true, configurable: true});
}});
window.rows = () => {
  const terminal = window.served?.terminal, buffer = terminal?.buffer.active;
  return Array.from({length: terminal?.rows ?? 0}, (_, y) => buffer.getLine(buffer.baseY + y)?.translateToString(true) ?? "");
};
"""
_KNOCKS = """
(address) => new Promise((done) => {
  const socket = new WebSocket(address);
  socket.onopen = () => done("opened");
  socket.onerror = () => done("refused");
})
"""


def missing() -> str:
    """Why this cannot be tried here; empty if it can be."""
    if not any(map(shutil.which, _NAMES)):
        return "there is no Chromium"
    absent = [name for name in ("playwright", "textual_serve") if find_spec(name) is None]
    if absent:
        return f"{absent[0]} is not installed"
    if not any(point.name == "serve" for point in entry_points(group="dragoman.frontends")):
        return "dragoman was installed before it could serve: install it again"
    return ""


class Server:
    """`dragoman serve` as a process."""

    def __init__(self, journal: Path, *given: str) -> None:
        command = [
            sys.executable,
            "-m",
            "dragoman",
            "serve",
            "--rulebook",
            str(TREES),
            "--journal",
            str(journal),
            *given,
        ]
        self.log = journal.with_name("errors.log")
        """What went wrong inside."""
        self.process = subprocess.Popen(
            command,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            env={**os.environ, "DRAGOMAN_LOG": str(self.log)},
        )
        assert self.process.stdout is not None
        self.address = self.process.stdout.readline().strip()
        assert self.address, self.process.communicate()
        self.host = urlsplit(self.address).netloc

    @property
    def children(self) -> list[int]:
        """The processes of the app."""
        listed = subprocess.run(
            ["ps", "--ppid", str(self.process.pid), "-o", "pid="], capture_output=True, encoding="ascii", check=False
        )
        return [int(pid) for pid in listed.stdout.split()]

    def end(self) -> int:
        """Ctrl+C; the exit code, once none of its processes is left."""
        children = self.children
        self.process.send_signal(signal.SIGINT)
        code = self.process.wait(_PATIENCE)
        assert not [pid for pid in children if Path(f"/proc/{pid}").exists()], "a process of the app was left behind"
        return code


class Tab:
    """A page, and what the terminal in it shows."""

    def __init__(self, page: Any) -> None:
        self.page = page
        self.asked: list[str] = []
        """All that it asked for."""
        self.errors: list[str] = []
        page.add_init_script(_READS)
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("websocket", lambda socket: self.asked.append(socket.url))
        page.on("pageerror", lambda error: self.errors.append(str(error)))

    def rows(self) -> list[str]:
        found: list[str] = self.page.evaluate("window.rows ? window.rows() : []")
        return found

    def wait(self, *words: str, gone: str = "") -> str:
        """What it shows, once all `words` are there."""

        def shown() -> str:
            return "\n".join(self.rows())

        return self.until(shown, lambda text: all(word in text for word in words) and not (gone and gone in text))

    def over(self, words: str) -> None:
        """Wait until this is said over the terminal."""
        self.until(lambda: str(self.page.inner_text("#over")), lambda text: words in text)

    def until(self, see: Callable[[], str], is_so: Callable[[str], bool]) -> str:
        until = time.monotonic() + _PATIENCE
        seen = ""
        while time.monotonic() < until:
            try:
                seen = see()
            except Exception as error:  # noqa: BLE001 - between two pages there is nothing to be seen
                seen = str(error)
            else:
                if is_so(seen):
                    return seen
            self.page.wait_for_timeout(50)
        raise AssertionError(f"not seen in time; shown is:\n{seen}")

    def type(self, text: str) -> None:
        self.page.keyboard.type(text)

    def press(self, *keys: str) -> None:
        """Press keys as fast as people do: one that moves the focus has done so before the next."""
        for key in keys:
            self.page.keyboard.press(key)
            self.page.wait_for_timeout(100)


@contextmanager
def elsewhere() -> Iterator[str]:
    """A page of another origin on this machine."""

    class Empty(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Empty)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


def journey(browser: Any, folder: Path, pictures: Path | None) -> Iterator[str]:
    """What was seen, sentence by sentence; raises where it was not."""
    server = Server(folder / "journal.db", "heatwave")
    context = browser.new_context(viewport={"width": 1300, "height": 800})
    tab = Tab(context.new_page())

    def keep(name: str) -> None:
        if pictures is not None:
            tab.page.screenshot(path=str(pictures / f"{name}.png"))

    try:
        assert tab.page.goto(f"http://{server.host}/").status == 403
        yield "without the token: 403"

        tab.page.goto(server.address)
        tab.wait("recommendation")
        assert "token" not in tab.page.url
        keep("opened")
        yield "the address leads to a page of its own, without the token in it"

        with elsewhere() as other:
            stranger = context.new_page()
            stranger.goto(other)
            assert stranger.evaluate(_KNOCKS, f"ws://{server.host}/ws/abcdefgh") == "refused"
            stranger.close()
        yield "a page of another origin on this machine is refused, although its browser has the cookie"

        tab.type(_FACT)  # without a click before
        tab.press("Enter")
        tab.wait(_SAID, "+ ", "~ 1 changed", "why ask")  # the question comes later, and its keys with it
        keep("told")
        yield f"typed at once: {_FACT}; the advice changes"

        tab.press("F6", "F6", "Enter")
        tab.press("w")
        tab.wait("told", "Esc back", gone="What the council should do")
        keep("proof")
        yield "the proof of a recommendation opens"
        tab.press("Escape", "Escape")

        tab.type("half a li")
        tab.wait("half a li")
        tab.page.set_viewport_size({"width": 800, "height": 500})
        tab.wait("Talk", "half a li")
        assert len(tab.rows()) < 24
        keep("small")
        tab.page.set_viewport_size({"width": 1300, "height": 800})
        tab.wait("What", "half a li", gone="Talk")
        yield "resized, and back"

        tab.page.reload()
        tab.wait("half a li", _SAID)
        assert len(server.children) == 1
        keep("reloaded")
        yield "reloaded: the same session, the half line too"
        tab.type("ne")
        tab.wait("half a line")
        yield "and keys work at once"
        tab.press("Escape")

        second = Tab(context.new_page())
        second.page.goto(server.address)
        shown = second.wait("recommendation")
        assert _SAID not in shown
        assert second.page.url != tab.page.url
        assert len(server.children) == 2
        second.page.goto(tab.page.url)
        second.wait(_SAID)
        tab.over("another tab")
        yield "a second page has a session of its own; one page opened twice is in the younger tab"
        second.page.close()

        tab.page.reload()
        tab.wait(_SAID)
        before = server.children
        for child in before:
            os.kill(child, signal.SIGKILL)
        tab.over("unexpectedly")
        keep("killed")
        tab.press("Enter")
        tab.wait("recommendation")
        tab.type("/audit")
        tab.press("Enter")
        tab.wait("plant trees in Arnhem")
        assert not set(before) & set(server.children)
        yield "killed with -9: the page says so, and goes on with the same session from the journal"

        tab.wait("from facts alone", "Esc back")
        tab.press("Escape")
        tab.wait("everything else")
        for line, name, words in (
            ("/save a new/told.yaml", "told.yaml", "share: 5"),
            ("/export advice.txt", "advice.txt", "The heatwave of July"),
        ):
            with tab.page.expect_download() as downloading:
                tab.type(line)
                tab.press("Enter")
            assert downloading.value.suggested_filename == name
            assert words in Path(downloading.value.path()).read_text(encoding="utf-8")
            tab.wait(f"goes to your browser as {name}")
        assert not Path("advice.txt").exists()
        yield "what is saved and exported goes to the browser, and no file is written where the server is"

        tab.press("Control+q")
        tab.over("You have left")
        keep("left")
        yield "left with ^Q: said, and Enter goes on"
        tab.press("Enter")
        tab.wait("recommendation")

        assert server.end() == 0
        tab.over("connection lost, trying again")
        keep("lost")
        assert tab.page.evaluate("getComputedStyle(document.getElementById('terminal')).opacity") == "0.45"
        yield "Ctrl+C ends the server and its processes; the page dims and tries again"

        again = Server(folder / "journal.db", "--resume", "last", "--port", server.host.rpartition(":")[2])
        try:
            tab.over("started anew")
            yield "a server that was started anew has another token: the page says so"
            tab.page.goto(again.address)
            tab.wait("recommendation")
        finally:
            assert again.end() == 0

        hosts = {urlsplit(url).netloc for url in tab.asked if not url.startswith("data:")}
        assert hosts == {server.host}, hosts
        assert not tab.errors, tab.errors
        assert not server.log.exists(), server.log.read_text(encoding="utf-8")
        yield f"asked for {len(tab.asked)} things, none of another host; no error in the page"
    finally:
        if server.process.poll() is None:
            server.process.kill()


def main() -> int:
    """Say each thing that was seen."""
    given = argparse.ArgumentParser(prog="python -m tests.app.browser", description=__doc__)
    given.add_argument("--pictures", type=Path, help="a folder for a picture of each step")
    options = given.parse_args()
    if problem := missing():
        print(f"skipped: {problem}")
        return 0
    from playwright.sync_api import sync_playwright

    chromium = next(filter(None, map(shutil.which, _NAMES)))
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for seen in journey(browser, Path(folder), options.pictures):
            print(f"{time.monotonic() - began:5.1f} s  {seen}", flush=True)
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
