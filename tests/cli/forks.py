"""Processes of the program that need not import it anew: forked from one that has.

    Forks().run(arguments, environment, folder, (stdin, stdout, stderr)) -> exit code
    Forks("tests.app.real").begin(arguments, environment, folder, terminal) -> a process, as of `subprocess.Popen`

Each is a process of its own with its own streams, environment and folder, and runs `main` of a module to its end. What
it shares with `python -m dragoman` is everything but the start of the interpreter and what an engine makes of the
shipped rulebook when it first reads or fires it: settings that decide how Python itself starts (PYTHONHASHSEED, the locale) need
a real start, see :func:`tests.cli.shell.run`.
The server is single-threaded, so that forking it is safe; it ends when its client does.
"""

from __future__ import annotations

import atexit
import fcntl
import gc
import importlib
import json
import os
import pkgutil
import signal
import socket
import subprocess
import sys
import termios
import threading
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, NoReturn

_PATIENCE = 300
"""Seconds after which a process is taken to hang."""
_MOST = 1 << 17
"""Bytes of a request: its arguments and its environment."""


class Forks:
    """The client of one server, which is started when it is first needed; it runs `main` of one module."""

    def __init__(self, module: str = "dragoman.cli") -> None:
        self.module = module
        self._turn = threading.Lock()
        self._server: tuple[subprocess.Popen[bytes], socket.socket] | None = None

    def run(
        self, arguments: Sequence[str], environment: Mapping[str, str], folder: Path, streams: Sequence[int]
    ) -> int:
        """Run `dragoman ARGUMENTS...` on three file descriptors, which are closed here once it has them."""
        request = {"arguments": arguments, "environment": dict(environment), "folder": str(folder)}
        code = self._asked(request, streams)
        assert code is not None
        return code

    def begin(self, arguments: Sequence[str], environment: Mapping[str, str], folder: Path, terminal: int) -> Begun:
        """Begin the same on a terminal, which becomes its own as that of a login does; it ends as Python ends."""
        request = {"arguments": arguments, "environment": dict(environment), "folder": str(folder), "begin": True}
        pid = self._asked(request, [os.dup(terminal) for _ in range(3)])
        assert pid is not None
        return Begun(self, pid)

    def poll(self, pid: int) -> int | None:
        """The exit code of one that was begun; None while it runs."""
        return self._asked({"poll": pid})

    def _asked(self, request: Mapping[str, object], streams: Sequence[int] = ()) -> int | None:
        with self._turn:
            if self._server is None:
                self._server = _server(self.module)
                atexit.register(self.close)
            _, channel = self._server
            socket.send_fds(channel, [json.dumps(request).encode()], streams)
            for stream in {*streams}:
                os.close(stream)
            answer = channel.recv(64)
        if not answer:
            raise RuntimeError("the server of forks has died")
        found: int | None = json.loads(answer)
        return found

    def close(self) -> None:
        """End the server."""
        if self._server is not None:
            process, channel = self._server
            channel.close()
            process.wait()
            self._server = None


class Begun:
    """A process that runs, or ran."""

    def __init__(self, forks: Forks, pid: int) -> None:
        self.pid = pid
        self.code: int | None = None
        self._forks = forks

    def poll(self) -> int | None:
        """Its exit code, or the number of the signal that ended it, below nought; None while it runs."""
        if self.code is None:
            self.code = self._forks.poll(self.pid)
        return self.code

    def wait(self, timeout: float = _PATIENCE) -> int:
        """Its exit code, once it has ended."""
        until = time.monotonic() + timeout
        while (code := self.poll()) is None:
            assert time.monotonic() < until, f"{self.pid} does not end"
            time.sleep(0.01)
        return code

    def send_signal(self, number: int) -> None:
        """Send it a signal."""
        if self.poll() is None:
            os.kill(self.pid, number)

    def kill(self) -> None:
        """End it by force."""
        self.send_signal(signal.SIGKILL)


def _server(module: str) -> tuple[subprocess.Popen[bytes], socket.socket]:
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    ours.settimeout(_PATIENCE)
    with theirs:
        command = [sys.executable, __file__, str(theirs.fileno()), module]
        return subprocess.Popen(command, pass_fds=[theirs.fileno()], start_new_session=True), ours


def _serve(channel: socket.socket, module: str) -> None:
    """Fork for each request, and tell how each ended, until the client has gone."""
    while True:
        data, streams, _, _ = socket.recv_fds(channel, _MOST, 3)
        if not data:
            return
        request = json.loads(data)
        if child := request.get("poll"):
            channel.send(json.dumps(_ended(child, os.WNOHANG)).encode())
            continue
        child = os.fork()
        if not child:
            channel.close()
            _become(module, request, streams)
        for stream in streams:
            os.close(stream)
        channel.send(json.dumps(child if request.get("begin") else _ended(child)).encode())


def _ended(child: int, options: int = 0) -> int | None:
    found, status = os.waitpid(child, options)
    return os.waitstatus_to_exitcode(status) if found else None


def _become(module: str, request: dict[str, Any], streams: Sequence[int]) -> NoReturn:
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
    if request.get("begin"):
        fcntl.ioctl(0, termios.TIOCSCTTY, 0)
    sys.argv = ["dragoman", *request["arguments"]]
    code: int = importlib.import_module(module).main()
    if request.get("begin"):
        sys.exit(code)  # threads that still run are waited for, as in a process that was started
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)  # what was imported is not taken down again: that would take longer than most commands


def _import_all(package: str = "dragoman") -> None:
    """Everything that a command might import, but for what only some machines have."""
    for module in pkgutil.walk_packages(importlib.import_module(package).__path__, f"{package}."):
        if not module.name.endswith("__main__"):
            with suppress(ImportError):
                importlib.import_module(module.name)


def _advise_once() -> None:
    """What the first answers on the shipped rulebook make of it, and each after them in one process would find."""
    from dragoman.advice.build import advise
    from dragoman.advice.evaluate import evaluate
    from dragoman.engines.names import EngineName
    from dragoman.engines.select import engine_named
    from dragoman.exact.machine import machine_of
    from dragoman.language.grammar.grammar import grammar_of
    from dragoman.language.read import Reader
    from dragoman.rulebook.cache import load_rulebook
    from dragoman.situation.assemble import read_situation, situation_names
    from dragoman.views.short import short_view

    load_rulebook()
    rulebook = load_rulebook()  # the kept copy, as every process after the first finds it
    situation = read_situation(rulebook, situation_names(rulebook)[:1])
    for engine in (engine_named(name) for name in EngineName):
        short_view(advise(situation, engine=engine))
        machine_of(evaluate(rulebook, situation, engine).program)
    Reader(grammar_of(rulebook)).read("a line of which nothing is understood")


if __name__ == "__main__":
    sys.path[0] = str(Path(__file__).parents[2])  # nothing is imported from the folder of this file
    number, module = sys.argv[1:]
    _import_all()
    if module == "dragoman.cli":
        _advise_once()
    else:
        _import_all("dragoman_tui")
        importlib.import_module(module)
    gc.freeze()  # no collection in a fork touches, and so copies, what they share
    _serve(socket.socket(fileno=int(number)), module)
