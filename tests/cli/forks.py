"""Processes of the program that need not import it anew: forked from one that has.

    Forks().start(arguments, environment, folder, (stdin, stdout, stderr)) -> wait() -> exit code

Each is a process of its own with its own streams, environment and folder, and runs `dragoman.cli.main` to its end. What
it shares with `python -m dragoman` is everything but the start of the interpreter and what an engine makes of the
shipped rulebook when it first reads or fires it: settings that decide how Python itself starts (PYTHONHASHSEED, the locale) need
a real start, see :func:`tests.cli.shell.run`.
The server is single-threaded, so that forking it is safe; it ends when its client does.
"""

from __future__ import annotations

import atexit
import gc
import importlib
import json
import os
import pkgutil
import socket
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, NoReturn

_PATIENCE = 300
"""Seconds after which a process is taken to hang."""
_MOST = 1 << 17
"""Bytes of a request: its arguments and its environment."""


class Forks:
    """The client of one server, which is started when it is first needed. One process at a time."""

    def __init__(self) -> None:
        self._turn = threading.Lock()
        self._server: tuple[subprocess.Popen[bytes], socket.socket] | None = None

    def run(
        self, arguments: Sequence[str], environment: Mapping[str, str], folder: Path, streams: Sequence[int]
    ) -> int:
        """Run `dragoman ARGUMENTS...` on three file descriptors, which are closed here once it has them."""
        with self._turn:
            if self._server is None:
                self._server = _server()
                atexit.register(self.close)
            _, channel = self._server
            request = {"arguments": arguments, "environment": dict(environment), "folder": str(folder)}
            socket.send_fds(channel, [json.dumps(request).encode()], streams)
            for stream in {*streams}:
                os.close(stream)
            answer = channel.recv(64)
        if not answer:
            raise RuntimeError("the server of forks has died")
        return int(answer)

    def close(self) -> None:
        """End the server."""
        if self._server is not None:
            process, channel = self._server
            channel.close()
            process.wait()
            self._server = None


def _server() -> tuple[subprocess.Popen[bytes], socket.socket]:
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    ours.settimeout(_PATIENCE)
    with theirs:
        command = [sys.executable, __file__, str(theirs.fileno())]
        return subprocess.Popen(command, pass_fds=[theirs.fileno()], start_new_session=True), ours


def _serve(channel: socket.socket) -> None:
    """Fork for each request, and tell how each ended, until the client has gone."""
    while True:
        data, streams, _, _ = socket.recv_fds(channel, _MOST, 3)
        if not data:
            return
        child = os.fork()
        if not child:
            channel.close()
            _become(json.loads(data), streams)
        for stream in streams:
            os.close(stream)
        _, status = os.waitpid(child, 0)
        channel.send(str(os.waitstatus_to_exitcode(status)).encode())


def _become(request: dict[str, Any], streams: Sequence[int]) -> NoReturn:
    """Be the program: its streams, its environment, its folder, its arguments."""
    os.setsid()
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
    os.closerange(3, max(streams) + 1)
    os.environ.clear()
    os.environ.update(request["environment"])
    os.chdir(request["folder"])
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        errors = "backslashreplace" if name == "stderr" else "surrogateescape"  # as Python has it in C.UTF-8
        buffered = os.isatty(number) or name == "stderr"
        file = open(number, "r" if number == 0 else "w", encoding="utf-8", errors=errors)  # noqa: PTH123, SIM115
        file.reconfigure(line_buffering=buffered)
        setattr(sys, name, file)
        setattr(sys, f"__{name}__", file)
    sys.argv = ["dragoman", *request["arguments"]]
    code: int = importlib.import_module("dragoman.cli").main()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)  # what was imported is not taken down again: that would take longer than most commands


def _import_all() -> None:
    """Everything that a command might import, but for what only some machines have."""
    import dragoman

    for module in pkgutil.walk_packages(dragoman.__path__, "dragoman."):
        if not module.name.endswith("__main__"):
            with suppress(ImportError):
                importlib.import_module(module.name)


def _advise_once() -> None:
    """What the first advice on the shipped rulebook makes of it, and each after it in one process would find."""
    from dragoman.advice.build import advise
    from dragoman.engines.names import EngineName
    from dragoman.engines.select import engine_named
    from dragoman.language.grammar import grammar_of
    from dragoman.rulebook.cache import load_rulebook
    from dragoman.situation.assemble import read_situation, situation_names
    from dragoman.views.short import short_view

    rulebook = load_rulebook()
    for engine in (engine_named(name) for name in EngineName):
        short_view(advise(read_situation(rulebook, situation_names(rulebook)[:1]), engine=engine))
    grammar_of(load_rulebook())  # the kept copy, as every process after the first finds it


if __name__ == "__main__":
    sys.path.pop(0)  # the folder of this file: nothing is imported from there
    _import_all()
    _advise_once()
    gc.freeze()  # no collection in a fork touches, and so copies, what they share
    _serve(socket.socket(fileno=int(sys.argv[1])))
