"""Completion in the shells themselves: the scripts are sourced, and asked as the shell would ask at Tab."""

from __future__ import annotations

import os
import pty
import re
import select
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest

from dragoman.cli.completion.kinds import Kind
from dragoman.cli.completion.names import names
from dragoman.cli.completion.table import table
from dragoman.cli.parser import parser
from tests.cli.shell import LENDERS, environment, ran, run

_ESCAPE = re.compile(rb"\x1b\[[0-9;?]*[A-Za-z]")
SHELLS = ("bash", "zsh", "fish")
_ASK = """source ./script.bash
COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _dragoman dragoman; printf '%s\\n' "${COMPREPLY[@]}"
"""


def there(shell: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(shutil.which(shell) is None, reason=f"there is no {shell} here")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """With the scripts, and a program called `dragoman` to ask for names."""
    made = tmp_path_factory.mktemp("shell")
    for shell in SHELLS:
        (made / f"script.{shell}").write_text(script(shell), encoding="utf-8")
    (made / "my facts.yaml").write_text("facts: []\n", encoding="utf-8")
    program = made / "bin" / "dragoman"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -m dragoman "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    return made


@cache
def script(shell: str) -> str:
    return ran("completion", shell).out


def asked(folder: Path, *words: str) -> list[str]:
    """What bash would offer for the last of the words."""
    path = f"{folder / 'bin'}:{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "--norc", "-c", _ASK, "bash", *words],
        cwd=folder,
        env=environment({"PATH": path}),
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert done.stderr.replace("bash: compopt: not currently executing completion function\n", "") == ""
    return done.stdout.splitlines()


@there("bash")
def test_bash_offers_commands_options_words_and_files(folder: Path) -> None:
    """None of these asks the program."""
    assert asked(folder, "dragoman", "adv") == ["advise"]
    assert asked(folder, "dragoman", "advise", "--fo") == ["--for", "--format"]
    assert asked(folder, "dragoman", "advise", "x", "--format", "h") == ["html"]
    assert asked(folder, "dragoman", "advise", "x", "--format", "=", "h") == ["html"]
    assert asked(folder, "dragoman", "sessions", "sh") == ["show"]
    assert asked(folder, "dragoman", "sessions", "show", "--fu") == ["--full"]
    assert asked(folder, "dragoman", "help", "exp") == ["explain"]
    assert asked(folder, "dragoman", "advise", "-o", "my") == ["my facts.yaml"]


@there("bash")
def test_bash_asks_for_the_names_of_the_rulebook_that_the_line_is_about(folder: Path) -> None:
    assert asked(folder, "dragoman", "advise", "kyrgyzstan-a") == ["kyrgyzstan-after-debt-talks"]
    assert asked(folder, "dragoman", "advise", "x", "--rulebook", LENDERS, "--for", "n") == ["north"]
    assert asked(folder, "dragoman", "--rulebook", LENDERS, "explain", "very l") == ["very\\ likely"]


@there("bash")
def test_a_name_is_never_run(folder: Path) -> None:
    book = folder / "book"
    shutil.copytree(LENDERS, book)
    (book / "situations" / "$(touch harm)`touch harm`.yaml").write_text("facts: []\n", encoding="utf-8")
    offered = asked(folder, "dragoman", "advise", "--rulebook", str(book), "$")
    assert offered == ["\\$\\(touch\\ harm\\)\\`touch\\ harm\\`"]
    assert not (folder / "harm").exists()


@pytest.mark.parametrize("shell", [pytest.param(shell, marks=there(shell)) for shell in SHELLS])
def test_a_script_has_no_mistake(folder: Path, shell: str) -> None:
    subprocess.run([shell, "-n", f"script.{shell}"], cwd=folder, check=True, capture_output=True)


@there("fish")
def test_fish_offers_the_same(folder: Path) -> None:
    lines = ("dragoman adv", "dragoman advise --forma", "dragoman sessions sho", "dragoman advise x --format ht")
    asking = "; ".join(f"complete -C '{line}' | head -1" for line in lines)
    done = subprocess.run(
        ["fish", "--no-config", "-c", f"source script.fish; {asking}"],
        cwd=folder,
        env=environment({"HOME": str(folder)}),
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert [row.split("\t")[0] for row in done.stdout.splitlines()] == ["advise", "--format", "show", "html"]


@there("zsh")
def test_zsh_completes_at_tab(folder: Path) -> None:
    """Typed into a zsh of its own: nothing else has what its completion needs."""
    lines = (("dragoman adv\t", b"ise "), ("dragoman advise x --format ht\t", b"ml "))
    assert typed(["zsh", "-f"], "autoload -U compinit; compinit -D -u; source script.zsh", lines, folder)


def typed(command: list[str], begin: str, lines: Sequence[tuple[str, bytes]], folder: Path) -> bool:
    """Whether each line, once typed, is followed by what was to come."""
    process, terminal = pty.fork()
    if process == 0:
        os.chdir(folder)
        os.execvpe(command[0], command, environment({"TERM": "xterm", "HOME": str(folder), "ZDOTDIR": str(folder)}))
    try:
        os.write(terminal, f"PS1=''; {begin}; echo rea''dy\n".encode())
        _until(terminal, b"ready")
        for line, wanted in lines:
            os.write(terminal, line.encode())
            _until(terminal, wanted)
            os.write(terminal, b"\x15")
        return True
    finally:
        os.kill(process, signal.SIGKILL)
        os.close(terminal)
        os.waitpid(process, 0)


def _until(terminal: int, wanted: bytes) -> None:
    read, until = b"", time.monotonic() + 60
    while wanted not in _ESCAPE.sub(b"", read):
        ready, _, _ = select.select([terminal], [], [], max(until - time.monotonic(), 0))
        assert ready, read
        read += os.read(terminal, 65536)


# -- what the scripts are made of


def test_every_command_and_every_option_of_the_parser_is_there() -> None:
    whole = parser()
    places = {where.path: where for where in table(whole)}
    for name, command in whole.commands.items():
        assert name in {word for word, _ in places[""].commands}
        known = {one for option in places[name].options for one in option.strings}
        assert known == {
            one for action in command._actions for one in action.option_strings if action.help != "==SUPPRESS=="
        }
        for inner in command.commands:
            assert f"{name} {inner}" in places


@pytest.mark.parametrize("kind", Kind)
def test_there_are_names_of_every_kind(kind: Kind) -> None:
    found = names(kind, LENDERS)
    expected = {
        Kind.SITUATIONS: "loan",
        Kind.RULEBOOKS: "authentication",
        Kind.TARGETS: "north",
        Kind.ENTITIES: "vault",
        Kind.FACTS: "share",
        Kind.CONCLUSIONS: "depends",
        Kind.RULES: "share-means-dependence",
        Kind.PARAMETERS: "heavy=",
        Kind.THRESHOLDS: "heavy",
        Kind.TERMS: "very likely",
        Kind.SCHEMAS: "explained",
    }
    assert kind is Kind.SESSIONS or expected[kind] in found
    assert len(found) == len(set(found))


@pytest.mark.parametrize("kind", ["situations", "targets", "rules", "sessions"])
def test_what_cannot_be_read_has_no_names_and_nothing_is_said(kind: str) -> None:
    done = run("completion", "--names", kind, "--rulebook", "/nowhere", settings={"DRAGOMAN_JOURNAL": "/nowhere/j.db"})
    assert (done.code, done.out, done.err) == (0, "", "")


def test_a_shell_that_we_have_no_script_for_is_refused() -> None:
    assert "name a shell: bash, zsh or fish" in run("completion").err
    assert run("completion", "tcsh").code == 2
