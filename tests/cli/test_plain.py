"""`dragoman chat --plain` and `--json` over a pipe: a line in, a reply out, whatever the line is."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from dragoman.cli.answerer import Answerer
from dragoman.cli.exit import Exit
from dragoman.cli.interrupts import Interrupts
from dragoman.cli.piped import Typed, piped
from dragoman.conversation.json_form import reply_json, reply_schema
from dragoman.conversation.lines import LONGEST
from dragoman.engines.model import Model
from dragoman.engines.rete.engine import ReteEngine
from dragoman.engines.select import default_engine
from dragoman.errors import EngineError
from dragoman.program.forms import Program
from dragoman.session.session import Session
from dragoman.situation.evidence import Evidence
from dragoman.views.reply import reply_text, reply_view
from tests.cli.shell import PROGRAM, WORLD, Done, environment, run, steering
from tests.conversation.lines import any_text
from tests.rulebooks import TREES, report
from tests.shares import examples

SCHEMA = Draft202012Validator(reply_schema())
JOURNEY = (
    ("Kazakhstan asserts its own political agency", "Noted"),
    ("Kyrgyzstan asserts its own political agency", "Noted"),
    ("China holds 35 percent of the foreign debt of Kyrgyzstan", "Noted"),
    ("no, 42 percent", "Corrected"),
    ("It is likely that China has troops in Tajikistan", "(likely)"),
    ("Uzbekistan is a member of the EAEU", "Noted"),
    ("forget that", "Taken back"),
    ("China may have a military base in Kyrgyzstan", "Did you mean"),
    ("n", "Nothing was told"),
    ("China may have a military base in Tajikistan", "Did you mean"),
    ("y", "Noted"),
    ("why?", "It rests on"),
    ("why should the EU build ties with Kazakhstan?", "Kazakhstan"),
    ("why not offer an alternative to Turkmenistan?", "does not follow"),
    ("what if Kazakhstan asks for closer ties with the EU?", "Supposed"),
    ("keep that", "Noted"),
    ("what next", "?"),
    ("skip", "?"),
    ("don't know", "?"),
    ("why do you ask", "settles"),
    ("show me the risks", "risk"),
    ("show me the facts", "42 percent"),
    ("compare Kazakhstan and Kyrgyzstan", "side by side"),
    ("undo", "Taken back"),
    ("undo", "Taken back"),
    ("redo", "Noted"),
    ("/undoo", "no command"),
    ("/export advice.txt", "is written to advice.txt"),
    ("/save told.yaml", "is written to told.yaml"),
    ("quit", ""),
)
"""Thirty lines, and what stands in the reply to each."""


def talk(*lines: str | bytes, given: tuple[str, ...] = ("--no-journal",), **how: Any) -> Done:
    said = b"\n".join(line.encode() if isinstance(line, str) else line for line in lines)
    return run("chat", "--json", *given, stdin=said + b"\n", **how)


def replies(done: Done) -> list[dict[str, Any]]:
    assert done.code == 0, done
    found = [json.loads(row) for row in done.out.split("\n")[:-1]]
    for one in found:
        SCHEMA.validate(one)
    assert steering(done.out) == set()
    return found


# -- a journey


def test_thirty_lines_are_told_corrected_hedged_withdrawn_offered_explained_supposed_undone_and_exported(
    tmp_path: Path,
) -> None:
    found = replies(talk(*(line for line, _ in JOURNEY), folder=tmp_path))
    assert len(found) == len(JOURNEY) == 30
    for (line, words), reply in zip(JOURNEY, found, strict=True):
        assert words in reply["text"], (line, reply["text"])
    assert [one["line"] for one in found] == [*range(1, 31)]
    assert [one["left"] for one in found] == [False] * 29 + [True]
    assert found[14]["supposed"]
    assert found[13]["facts"] == found[14]["facts"] != found[15]["facts"]
    assert found[25]["facts"] == found[29]["facts"]
    assert (tmp_path / "advice.txt").read_text("utf-8").splitlines()[0].endswith(" facts told")
    assert run("advise", "told.yaml", folder=tmp_path).code == 0
    told = json.loads(run("facts", "told.yaml", "--format", "json", "--without-places", folder=tmp_path).out)["facts"]
    assert [one["slots"] for one in found[29]["facts"] if one["fact"] == "debt_share"] == [
        one["debt_share"] for one in told if "debt_share" in one
    ]


def test_people_read_the_same_and_see_what_was_typed(tmp_path: Path) -> None:
    lines = "\n".join(line for line, _ in JOURNEY)
    done = run("chat", "--plain", "--no-journal", stdin=lines, folder=tmp_path)
    assert (done.code, done.err) == (0, "")
    for line, words in JOURNEY:
        assert f"› {line}" in done.rows
        assert words in done.words
    assert steering(done.out) == set()


def test_the_facts_are_those_that_were_told_and_loaded_groups_as_one() -> None:
    loaded, *_ = replies(talk("help", given=("--no-journal", "kyrgyzstan-after-debt-talks")))
    assert len(loaded["facts"]) > 100
    debt = [one for one in loaded["facts"] if one["fact"] == "debt_share" and one["slots"]["debtor"] == "kyrgyzstan"]
    assert debt[0]["slots"] == {"debtor": "kyrgyzstan", "creditor": "china", "percent": 30}
    group, one_less = replies(talk("multi_vector: {state: central_asia}", "not: {multi_vector: {state: turkmenistan}}"))
    assert [one["slots"] for one in group["facts"]] == [{"state": "central_asia"}]
    assert {(one["slots"]["state"], one["holds"]) for one in one_less["facts"]} == {
        ("turkmenistan", False),
        *((state, True) for state in ("kazakhstan", "kyrgyzstan", "tajikistan", "uzbekistan")),
    }


def test_a_program_can_talk_over_the_pipe() -> None:
    """Each reply is there before the next line is sent."""
    with started("--json") as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for line in ("Kazakhstan asserts its own political agency", "undo"):
            process.stdin.write(line.encode() + b"\n")
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["said"] == line
        process.stdin.close()
        assert process.wait() == 0


def started(*given: str) -> subprocess.Popen[bytes]:
    command = [*PROGRAM, "chat", "--plain", "--no-journal", *given]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment())


# -- lines of all kinds


def test_odd_lines_cost_one_clear_reply_each() -> None:
    long, cut = "x" * 1_000_000, "é" * 1_000_000
    empty, bad, nul, longest, other, last = replies(talk("", b"caf\xe9 \xff", b"a\0b", long, cut, "undo"))
    assert empty["problems"] == ["nothing was said; type what you know, or 'help'"]
    assert bad["problems"] == ["the line is not UTF-8 (byte 4); nothing was taken from it"]
    assert nul["text"]
    assert "\0" not in nul["text"]
    for one in (longest, other):
        assert len(one["said"]) == LONGEST
        assert f"longer than {LONGEST:,} characters" in one["notes"][0]
    assert last["problems"] == ["there is nothing to undo"]


@pytest.mark.parametrize("end", ["", "\n", "\r\n", "\n\n"])
def test_the_last_line_needs_no_end(end: str) -> None:
    done = run("chat", "--json", "--no-journal", stdin=f"\ufeffundo\r\nredo{end}")
    assert [one["said"] for one in replies(done)][:2] == ["undo", "redo"]


@pytest.mark.parametrize("stdin", ["", "quit\nundo\n", "bye\n", "/quit"])
def test_the_end_of_the_lines_leaves(stdin: str) -> None:
    done = run("chat", "--json", "--no-journal", stdin=stdin)
    assert (done.code, len(done.rows)) == (0, 1 if stdin else 0)


def test_hostile_lines_do_not_steer_the_terminal() -> None:
    lines = ["\x1b[31mred\x1b[0m", "\u202egnp", "[red]x[/]", "\x9b31m", "a\rb", "\x07", "why \x1b]0;x\x07"]
    done = run("chat", "--plain", "--no-journal", stdin="\n".join(lines))
    assert done.code == 0
    assert steering(done.out) | steering(done.err) == set()


class _Bytes:
    """A stream that gives its bytes."""

    def __init__(self, data: bytes) -> None:
        self.data = data

    def readline(self, most: int) -> bytes:
        end = self.data.find(b"\n") + 1 or len(self.data)
        line, self.data = self.data[: min(end, most)], self.data[min(end, most) :]
        return line


@given(st.binary(max_size=200))
def test_any_bytes_are_lines(data: bytes) -> None:
    read = list(piped(_Bytes(data), Interrupts(is_typed=False)))  # type: ignore[arg-type]
    rows = data.removeprefix(b"\xef\xbb\xbf").split(b"\n")
    assert len(read) == len(rows) - (not rows[-1])
    for line in read:
        assert "\n" not in line.text
        line.text.encode()


@settings(max_examples=examples(25))
@given(st.lists(any_text() | st.text(max_size=60), min_size=1, max_size=4))
def test_any_text_gives_a_reply_that_is_json_and_steers_nothing(texts: list[str]) -> None:
    answerer = Answerer(Session(report(), default_engine()))
    for text in texts:
        reply = answerer.ask(answerer.say(Typed(text.encode(errors="replace").decode())))
        data = reply_json(answerer.session.talk, reply, reply_text(reply, report()))
        SCHEMA.validate(json.loads(json.dumps(data)))
        assert steering("\n".join(line.text for line in reply_view(reply, report()))) == set()
    assert answerer.code is Exit.OK


# -- what ends it


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 130)])
def test_a_signal_ends_it_with_its_code(number: signal.Signals, code: int) -> None:
    if signal.getsignal(number) is signal.SIG_IGN:
        pytest.skip("the tests were started with the signal ignored, as by nohup")
    with started() as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(b"undo\n")
        process.stdin.flush()
        process.stdout.readline()  # it works by now
        process.send_signal(number)
        assert process.wait() == code


def test_a_reader_that_leaves_early_is_no_mistake() -> None:
    read, written = os.pipe()
    os.close(read)
    command = [*PROGRAM, "chat", "--plain", "--no-journal"]
    done = subprocess.run(
        command, input=b"undo\n" * 50, stdout=written, stderr=subprocess.PIPE, env=environment(), check=False
    )
    os.close(written)
    assert (done.returncode, done.stderr) == (0, b"")


class Failing(ReteEngine):
    """Fails where it is told to."""

    fails: BaseException | None = None

    def run(self, program: Program, evidence: Evidence) -> Model:
        if self.fails is not None:
            raise self.fails
        return super().run(program, evidence)


@pytest.mark.parametrize(
    ("error", "code"), [(EngineError("it broke"), 2), (MemoryError(), 2), (RuntimeError("odd"), 70)]
)
def test_an_engine_that_fails_costs_one_line(error: Exception, code: int) -> None:
    engine = Failing()
    answerer = Answerer(Session(report(), engine))
    engine.fails = error
    reply = answerer.say(Typed("Kazakhstan asserts its own political agency"))
    assert reply.problem.endswith("the facts are as they were, and the line can be sent again")
    assert answerer.code == code
    engine.fails = None
    assert answerer.say(Typed("Kazakhstan asserts its own political agency")).understood


def test_a_rulebook_with_mistakes_in_its_phrases_is_refused_at_once(tmp_path: Path) -> None:
    folder = tmp_path / "trees"
    shutil.copytree(TREES, folder)
    (folder / "phrases").mkdir(exist_ok=True)
    (folder / "phrases" / "wrong.yaml").write_text("phrases:\n  nothing_such:\n    - trees {of\n", "utf-8")
    done = run("chat", "--plain", "--no-journal", "--rulebook", str(folder), stdin="undo\n")
    assert (done.code, done.out) == (2, "")
    assert "wrong.yaml:" in done.err
    assert "Traceback" not in done.err


@pytest.mark.parametrize(
    ("given", "says"),
    [
        (("--plain", "-"), "standard input is where the lines come from"),
        (("--plain", "nowhere"), "there is no file and no situation"),
        (("--plain", WORLD, "--resume", "last"), "leave FILE"),
        (("--plain", "--resume", "last", "--no-journal"), "leave FILE"),
        ((), "'dragoman chat --plain' works without one"),
    ],
)
def test_what_cannot_be_is_said_in_a_line(given: tuple[str, ...], says: str) -> None:
    done = run("chat", *given)
    assert (done.code, done.out) == (2, "")
    assert says in done.err
    assert done.err.count("\n") == 1


# -- what is kept


def test_what_is_said_over_a_pipe_is_kept_and_goes_on_with_undo(tmp_path: Path) -> None:
    kept = ("--journal", str(tmp_path / "j.db"))
    first = replies(talk("Kazakhstan asserts its own political agency", "what is love", given=kept))
    second = replies(
        talk("China holds 42 percent of the foreign debt of Kyrgyzstan", given=(*kept, "--resume", "last"))
    )
    assert [one["line"] for one in second] == [3]
    assert len(second[0]["facts"]) == 2
    back, none, again, forth, gone = replies(
        talk("undo", "undo", "undo", "redo", "forget that", given=(*kept, "--resume", "last"))
    )
    assert back["facts"] == first[0]["facts"]
    assert none["facts"] == []
    assert again["problems"] == ["there is nothing to undo"]
    assert forth["facts"] == first[0]["facts"]
    assert gone["facts"] == []
    sessions = run("sessions", "list", *kept, "--format", "json").json()["sessions"]
    assert [(one["title"], one["lines"]) for one in sessions] == [("Kazakhstan asserts its own political agency", 8)]
    assert run("sessions", "verify", *kept).code == 0


def test_a_session_about_files_goes_on_when_they_are_gone(tmp_path: Path) -> None:
    kept, path = ("--journal", str(tmp_path / "j.db")), tmp_path / "mine.yaml"
    path.write_text("facts:\n  - asserts_agency: {state: kazakhstan}\n", "utf-8")
    replies(
        talk("multi_vector: {state: kazakhstan}", f"/load {WORLD}", "undo", given=(*kept, "mine.yaml"), folder=tmp_path)
    )
    path.unlink()
    undone, restarted = replies(talk("undo", "redo", given=(*kept, "--resume", "last"), folder=tmp_path))
    assert [one["fact"] for one in undone["facts"]] == ["asserts_agency"]
    assert {one["fact"] for one in restarted["facts"]} == {"asserts_agency", "multi_vector"}


def test_without_a_journal_nothing_is_kept(tmp_path: Path) -> None:
    talk("undo", settings={"DRAGOMAN_JOURNAL": str(tmp_path / "j.db")})
    assert list(tmp_path.iterdir()) == []


def test_a_journal_that_cannot_be_opened_is_said_and_the_talk_goes_on(tmp_path: Path) -> None:
    (tmp_path / "j.db").write_text("no journal", "utf-8")
    done = talk("Kazakhstan asserts its own political agency", given=("--journal", str(tmp_path / "j.db")))
    assert done.err.endswith("What is said is not kept\n")
    assert done.err.count("\n") == 1
    assert replies(done)[0]["facts"]


def test_there_is_no_session_to_go_on_with(tmp_path: Path) -> None:
    done = talk(given=("--journal", str(tmp_path / "j.db"), "--resume", "last"))
    assert (done.code, done.out) == (2, "")
    assert list(tmp_path.iterdir()) == []
