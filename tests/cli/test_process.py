"""As a process among others: pipes that close, signals, full disks, read-only folders; and always the same answer."""

import os
import random
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
import yaml

from dragoman.rulebook.load import shipped
from tests.cli.shell import HALF, LENDERS, PROGRAM, WORLD, environment, ran, run, started


@pytest.mark.parametrize(
    "command", [("audit", WORLD), ("advise", WORLD), ("rules",), ("--help",), ("audit", WORLD, "--format", "json")]
)
def test_a_closed_pipe_leaves_no_traceback(command: tuple[str, ...]) -> None:
    """As in `dragoman audit ... | head -1`."""
    process = subprocess.Popen([*PROGRAM, *command], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment())
    assert process.stdout is not None
    assert process.stderr is not None
    assert process.stdout.readline()
    process.stdout.close()
    with process.stderr:
        assert process.stderr.read() == b""
    assert process.wait(60) == 0


def test_a_pipe_that_was_never_read_leaves_no_traceback() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [*PROGRAM, "advise", WORLD], stdout=writer, stderr=subprocess.PIPE, env=environment(), check=False
    )
    os.close(writer)
    assert (done.returncode, done.stderr) == (0, b"")


def test_head_gets_its_line() -> None:
    line = f'"{sys.executable}" -m dragoman audit {WORLD} | head -1'
    done = subprocess.run(["bash", "-c", line], capture_output=True, env=environment(), check=True)
    assert done.stderr == b""
    assert done.stdout.decode() == ran("audit", WORLD).rows[0] + "\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("command", [("advise", WORLD), ("audit", WORLD, "--format", "json"), ("check", LENDERS)])
def test_a_full_disk_is_said(command: tuple[str, ...]) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run([*PROGRAM, *command], stdout=full, stderr=subprocess.PIPE, env=environment(), check=False)
    assert done.returncode == 2
    assert done.stderr.decode() == "dragoman: No space left on device\n"


def test_without_any_output_nothing_breaks() -> None:
    line = f'"{sys.executable}" -m dragoman advise {WORLD} >&- 2>&-'
    assert subprocess.run(["bash", "-c", line], env=environment(), check=False).returncode == 0


def test_ctrl_c_ends_it_quietly() -> None:
    """Sent while it waits for standard input, the one place where it waits."""
    process = subprocess.Popen(
        [*PROGRAM, "advise", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
    )
    wait_until_it_reads(process.pid)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert (process.returncode, out, err) == (130, b"", b"")


def wait_until_it_reads(pid: int) -> None:
    """Until the process sleeps: it never does before it reads."""
    stat = Path(f"/proc/{pid}/stat")
    if not stat.exists():  # no Linux
        time.sleep(5)
        return
    asleep, until = 0, time.monotonic() + 60
    while asleep < 5:
        assert time.monotonic() < until
        asleep = asleep + 1 if stat.read_text(encoding="ascii").rsplit(")", 1)[1].split()[0] == "S" else 0
        time.sleep(0.05)


def test_a_read_only_folder_is_no_obstacle(tmp_path: Path) -> None:
    """Nothing is written anywhere."""
    tmp_path.chmod(0o555)
    try:
        done = run("advise", WORLD, folder=tmp_path)
        assert done == ran("advise", WORLD)
        assert list(tmp_path.iterdir()) == []
    finally:
        tmp_path.chmod(0o755)


def test_a_folder_that_is_gone_is_no_obstacle(tmp_path: Path) -> None:
    line = f'mkdir gone && cd gone && rmdir ../gone && exec "{sys.executable}" -m dragoman advise {WORLD}'
    done = subprocess.run(["bash", "-c", line], cwd=tmp_path, capture_output=True, env=environment(), check=False)
    assert "Traceback" not in done.stderr.decode()
    assert done.returncode in (0, 1, 2)


# -- always the same answer


@pytest.mark.parametrize("seed", ["0", "1", "2", "3"])
@pytest.mark.parametrize("command", [("advise", WORLD, "--format", "json"), ("audit", HALF)])
def test_the_seed_of_hashes_changes_nothing(command: tuple[str, ...], seed: str) -> None:
    assert run(*command, settings={"PYTHONHASHSEED": seed}) == ran(*command)


PLACE = re.compile(r"facts\.yaml:\d+:\d+")


def test_the_order_of_the_facts_changes_nothing_but_line_numbers(tmp_path: Path) -> None:
    """Byte for byte, the line numbers left out, which is why the JSON is compared: no line is wrapped elsewhere."""
    text = (shipped() / "situations" / f"{WORLD}.yaml").read_text(encoding="utf-8")
    situation = yaml.load(text, Loader=yaml.BaseLoader)
    text_of: dict[tuple[str, ...], set[str]] = {}
    for seed in range(3):
        facts = list(situation["facts"])
        random.Random(seed).shuffle(facts)
        for command in (("advise",), ("audit",)):
            (tmp_path / "facts.yaml").write_text(
                yaml.dump({**situation, "facts": facts}, allow_unicode=True, sort_keys=False, width=10_000).replace(
                    "'", ""
                ),
                encoding="utf-8",
            )
            done = run(*command, "facts.yaml", "--format", "json", folder=tmp_path)
            assert (done.code, done.err) == (0, ""), done.err
            text_of.setdefault(command, set()).add(PLACE.sub("facts.yaml", done.out))
    assert all(len(texts) == 1 for texts in text_of.values())


def test_the_same_command_twice_is_the_same_twice() -> None:
    assert run("advise", WORLD) == run("advise", WORLD)


@pytest.mark.parametrize(
    "command",
    [
        ("advise", WORLD),
        ("why", "build_ties", HALF),
        ("audit", HALF, "--format", "json"),
        ("test", LENDERS, "--coverage"),
        ("facts", HALF),
        ("rules", "no-such-rule"),
        ("check", "no-such-folder"),
        ("--version",),
    ],
)
def test_a_forked_process_says_what_a_started_one_says(command: tuple[str, ...]) -> None:
    """What the other tests of this folder rest on."""
    assert run(*command) == started(*command)
