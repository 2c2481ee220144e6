"""Exit codes: the one that README.md gives, whatever became of the streams, whenever somebody interrupts."""

import os
import re
import signal
import subprocess
from pathlib import Path

import pytest

from dragoman.cli import main
from dragoman.cli.door import enter
from dragoman.cli.exit import Exit
from dragoman.errors import EngineError, Finding, Place, SituationError
from dragoman.views.trouble import is_foreseen, trouble
from tests.cli.interrupts import search
from tests.cli.shell import LENDERS, PROGRAM, WORLD, environment, run

ROOT = Path(__file__).parents[2]
SHORT = "dragoman: there is not enough memory for this\n"
LOAN = ("advise", "loan", "--rulebook", LENDERS)


def code_of(line: str) -> int:
    """The exit code of a line of the shell, where `dragoman` is the program; its output goes where the line says."""
    program = " ".join(f'"{word}"' for word in PROGRAM)
    done = subprocess.run(
        ["bash", "-c", f'dragoman() {{ {program} "$@"; }}; {line}'],
        env=environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=False,
    )
    return done.returncode


FULL = pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("dragoman advise nope.yaml", Exit.UNUSABLE),
        ("dragoman advise nope.yaml 2>&-", Exit.UNUSABLE),
        ("dragoman advise nope.yaml >&- 2>&-", Exit.UNUSABLE),
        ("dragoman --no-such-option 2>&-", Exit.UNUSABLE),
        (f"dragoman advise loan --rulebook '{LENDERS}' >&- 2>&-", Exit.OK),
        pytest.param("dragoman advise nope.yaml 2>/dev/full", Exit.UNUSABLE, marks=FULL),
        pytest.param("dragoman --no-such-option 2>/dev/full", Exit.UNUSABLE, marks=FULL),
        pytest.param("dragoman rules nope 2>/dev/full", Exit.UNUSABLE, marks=FULL),
        pytest.param("dragoman 2>/dev/full", Exit.UNUSABLE, marks=FULL),
        pytest.param("dragoman --help >/dev/full", Exit.UNUSABLE, marks=FULL),
        pytest.param("dragoman --help >/dev/full 2>/dev/full", Exit.UNUSABLE, marks=FULL),
        pytest.param(f"dragoman advise loan --rulebook '{LENDERS}' 2>/dev/full", Exit.OK, marks=FULL),
        pytest.param(f"dragoman facts loan --rulebook '{LENDERS}' --format csv >/dev/full", Exit.UNUSABLE, marks=FULL),
        pytest.param("dragoman check /nowhere 2>/dev/full", Exit.UNUSABLE, marks=FULL),
    ],
)
def test_a_stream_that_cannot_be_written_leaves_the_documented_code(line: str, code: Exit) -> None:
    assert code_of(line) == code


def test_the_reader_of_the_complaints_may_have_left() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [*PROGRAM, "advise", "nope.yaml"], stdout=subprocess.PIPE, stderr=writer, env=environment(), check=False
    )
    os.close(writer)
    assert (done.returncode, done.stdout) == (Exit.UNUSABLE, b"")


def test_the_codes_are_those_of_the_table() -> None:
    readme = ROOT / "README.md"
    if not readme.exists():  # the tests on the wheel have none
        pytest.skip("README.md is not here")
    table = readme.read_text(encoding="utf-8").split("| exit code |")[1].split("\n\n")[0]
    assert {int(code) for code in re.findall(r"^\| (\d+)", table, re.MULTILINE)} == {code.value for code in Exit}


# -- what is said of what goes wrong


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (MemoryError(), Exit.UNUSABLE, SHORT),
        (SystemError(f"{compile!r} returned NULL without setting an exception"), Exit.UNUSABLE, SHORT),
        (OSError(12, "Cannot allocate memory"), Exit.UNUSABLE, SHORT),
        (RecursionError("maximum recursion depth"), Exit.UNUSABLE, "dragoman: the input is nested too deeply\n"),
        (OSError(28, "No space left on device", "x\x1b"), Exit.UNUSABLE, "dragoman: No space left on device: x\\x1b\n"),
        (EngineError("it broke"), Exit.UNUSABLE, "dragoman: it broke\n"),
        (SituationError([Finding(Place("a.yaml"), "FA001", "no")]), Exit.UNUSABLE, "a.yaml:1:1: FA001: no\n"),
        (KeyboardInterrupt(), Exit.INTERRUPTED, ""),
        (BrokenPipeError(), Exit.OK, ""),
    ],
)
def test_each_error_has_one_line_and_one_code(
    error: BaseException, code: Exit, said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr("dragoman.rulebook.load.read_rulebook", fail)
    assert enter(["test", LENDERS]) == code
    assert capsys.readouterr() == ("", said)


def test_a_fault_of_our_own_says_where(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def fail(*_: object, **__: object) -> None:
        raise KeyError("\x1b[31m")

    monkeypatch.setattr("dragoman.rulebook.load.read_rulebook", fail)
    assert main(["test", LENDERS]) == Exit.FAULT
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("dragoman: something went wrong inside Dragoman: KeyError: '\\x1b[31m' at test_exit.py:")
    assert err.endswith("; please report it\n")


def test_what_is_foreseen_is_said_without_a_place_in_the_program() -> None:
    assert is_foreseen(MemoryError())
    assert not is_foreseen(ValueError("x"))
    assert trouble(FileNotFoundError(2, "No such file", "facts.yaml")) == "No such file: facts.yaml"


@pytest.mark.parametrize("megabytes", [20, 21, 32, 48, 64])
def test_too_little_memory_is_said_in_one_line(megabytes: int) -> None:
    """Under a limit that Python itself may start under, and the program in part."""
    line = f'ulimit -v {megabytes * 1000} && exec "$@"'
    done = subprocess.run(
        ["bash", "-c", line, "bash", *PROGRAM, "advise", WORLD], env=environment(), capture_output=True, check=False
    )
    if b"dragoman" in done.stderr:
        assert (done.returncode, done.stderr) == (2, SHORT.encode())


# -- interrupts


@pytest.mark.parametrize("command", [("--help",), ("advise", WORLD)], ids=" ".join)
def test_ctrl_c_at_any_moment_ends_without_a_traceback(command: tuple[str, ...]) -> None:
    """In short; `python -m tests.cli.interrupts` at length."""
    found = search(seed=7, runs=12, commands=[command])
    assert not [ended for ended in found if ended.startswith("WRONG")]


def test_who_ignores_interrupts_is_not_ended_by_one() -> None:
    """As under nohup, or behind an & in a script."""
    process = subprocess.Popen(
        [*PROGRAM, "advise", "-", "--rulebook", LENDERS],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_IGN),  # noqa: PLW1509 - no other thread runs here
    )
    assert process.stdin is not None
    process.stdin.write((Path(LENDERS) / "situations" / "loan.yaml").read_bytes())
    process.stdin.flush()
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (0, b"")
    assert out.decode().split("\n", 1)[1] == run(*LOAN).out.split("\n", 1)[1].replace(
        "lenders/situations/loan.yaml", "standard input"
    )
