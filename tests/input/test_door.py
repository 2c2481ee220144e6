"""One door: what is no regular file is refused at once, whoever names it; a pipe is read where a person named it."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from dragoman.cli import main
from dragoman.engines.columns.engine import ColumnsEngine
from dragoman.errors import Finding, SituationError
from dragoman.session.session import Session
from dragoman.situation.assemble import read_situation
from dragoman.source.files import read_bytes, read_text
from dragoman.source.limits import Limits
from tests.cli.shell import PROGRAM, environment, run
from tests.cli.test_process import wait_until_it_reads
from tests.input.support import FOLDER, rulebook

HERE = ("--rulebook", str(FOLDER))
FACTS = "facts:\n  - calm: {}\n"


def a_queue(path: Path) -> None:
    os.mkfifo(path)


def a_socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as bound:
        here = Path.cwd()
        os.chdir(path.parent)  # the name of a socket has at most a hundred bytes
        try:
            bound.bind(path.name)
        finally:
            os.chdir(here)


NO_FILES: dict[str, tuple[Callable[[Path], None], str]] = {
    "an endless device": (lambda path: path.symlink_to("/dev/zero"), "this is a device, a file was expected"),
    "an empty device": (lambda path: path.symlink_to("/dev/null"), "this is a device, a file was expected"),
    "a queue": (a_queue, "this is a pipe, a file was expected"),
    "a socket": (a_socket, "this is a socket or a device that is not there, a file was expected"),
    "a folder": (lambda path: path.mkdir(), "this is a folder, a file was expected"),
    "a link to itself": (lambda path: path.symlink_to(path.name), "this file cannot be read (Too many levels of"),
    "a link to nothing": (lambda path: path.symlink_to("nothing"), "there is no such file"),
}


@pytest.fixture(params=NO_FILES)
def no_file(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Path, str]:
    make, said = NO_FILES[request.param]
    make(tmp_path / "z.yaml")
    return tmp_path / "z.yaml", said


def test_what_is_no_regular_file_is_refused(no_file: tuple[Path, str]) -> None:
    path, said = no_file
    finding = read_text(path, "FA")
    assert isinstance(finding, Finding)
    assert (finding.code, str(finding.place)) == ("FA001", f"{path}:1:1")
    assert finding.message.startswith(said)


def test_in_the_folder_of_a_rulebook_it_is_refused_by_every_command(
    no_file: tuple[Path, str], capsys: pytest.CaptureFixture[str]
) -> None:
    path, said = no_file
    folder = path.parent / "rulebook"
    shutil.copytree(FOLDER, folder)
    path.rename(folder / path.name)
    for command in (["check", str(folder)], ["vocabulary", "--rulebook", str(folder)]):
        assert main(command) == 2
        assert f"z.yaml:1:1: RB001: {said}" in "".join(capsys.readouterr())


def test_what_a_situation_is_based_on_is_a_regular_file(no_file: tuple[Path, str]) -> None:
    path, said = no_file
    (path.parent / "a.yaml").write_text("based_on: z.yaml\nfacts: []\n", encoding="utf-8")
    with pytest.raises(SituationError) as error:
        read_situation(rulebook(), [path.with_name("a.yaml")], pipes=True)
    [finding] = error.value.findings
    assert (finding.code, finding.place.line) == ("FA001", 1)
    assert finding.message.startswith(f"'z.yaml' cannot be started from: {said}")


def test_what_the_chat_loads_is_a_regular_file(no_file: tuple[Path, str]) -> None:
    path, said = no_file
    [finding] = Session(rulebook(), ColumnsEngine()).say(f"/load {path}").findings
    assert finding.message.startswith(said)


def test_a_file_beyond_the_limit_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    for size, is_read in ((100, True), (101, False)):
        path.write_bytes(b"#" * size)
        assert isinstance(read_bytes(path, "FA", Limits(bytes=100)), bytes) == is_read
    with path.open("wb") as file:
        file.truncate(1 << 40)
    finding = read_bytes(path, "FA")
    assert isinstance(finding, Finding)
    assert finding.code == "FA006"


def test_the_files_of_a_rulebook_are_bounded_together(tmp_path: Path) -> None:
    shutil.copytree(FOLDER, tmp_path, dirs_exist_ok=True)
    for number in range(3):
        with (tmp_path / f"z{number}.yaml").open("wb") as file:
            file.truncate(12_000_000)
    done = run("check", str(tmp_path))
    assert done.code == 1
    assert "z2.yaml:1:1: RB006: up to here, the files of this rulebook have more than 33,554,432 bytes" in done.out


# -- pipes


def shell(script: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """A line of bash in which `"$@"` is the program."""
    return subprocess.run(
        ["bash", "-c", script, "bash", *PROGRAM],
        cwd=folder,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


@pytest.mark.skipif(shutil.which("bash") is None, reason="no bash")
@pytest.mark.parametrize(
    "script",
    [
        '"$@" facts <(cat a.yaml)',
        'cat a.yaml | "$@" facts /dev/stdin',
        'cat a.yaml | "$@" facts -',
        '"$@" facts /dev/stdin < a.yaml',
        'mkfifo q; (sleep 0.2; cat a.yaml > q) & "$@" facts q',
        'mkfifo q; (cat a.yaml > q) & "$@" facts q',
        'mkfifo q; (cat a.yaml > q) & sleep 0.2; "$@" facts q',
    ],
)
def test_a_pipe_that_a_person_names_is_read(script: str, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(FACTS, encoding="utf-8")
    done = shell(f"{script} --rulebook {FOLDER}", tmp_path)
    assert done.returncode == 0, done.stderr
    assert "calm" in done.stdout


@pytest.mark.skipif(shutil.which("bash") is None, reason="no bash")
@pytest.mark.parametrize("script", ['"$@" facts <(cat /dev/zero)', '"$@" facts - < /dev/zero'])
def test_an_endless_pipe_ends_at_the_limit(script: str, tmp_path: Path) -> None:
    done = shell(f"{script} --rulebook {FOLDER}", tmp_path)
    assert done.returncode == 2
    assert "FA006: this file has more than 33,554,432 bytes" in done.stderr


def test_waiting_for_a_pipe_can_be_interrupted(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "q")
    process = subprocess.Popen(
        [*PROGRAM, "advise", "q"], cwd=tmp_path, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    wait_until_it_reads(process.pid)
    process.send_signal(signal.SIGINT)
    assert (*process.communicate(timeout=60), process.returncode) == (b"", b"", 130)


# -- files elsewhere


SECRET = "situation: hidden\nsecret_key: 42\nfacts:\n  - secret_fact: {}\n"


@pytest.mark.parametrize("name", ["secret.yaml", "link.yaml", "on_secret.yaml"])
def test_nothing_is_quoted_from_a_file_in_another_folder(name: str, tmp_path: Path) -> None:
    there, here = tmp_path / "there", tmp_path / "here"
    there.mkdir()
    here.mkdir()
    (there / "secret.yaml").write_text(SECRET, encoding="utf-8")
    (there / "on_secret.yaml").write_text("based_on: secret.yaml\n", encoding="utf-8")
    (here / "link.yaml").symlink_to(there / "secret.yaml")
    base = name if name == "link.yaml" else f"../there/{name}"
    (here / "a.yaml").write_text(f"based_on: {base}\nfacts: []\n", encoding="utf-8")
    done = run("advise", "a.yaml", *HERE, folder=here)
    assert (done.code, done.out) == (2, "")
    assert "secret_key" not in done.err
    assert "secret_fact" not in done.err
    assert "secret.yaml:2:1: FA010: an unknown key (what stands there is not shown" in done.err.replace(
        "link", "secret"
    )
    assert "4:5: FA101: an unknown fact type (" in done.err


def test_in_the_own_folder_it_is_said_what_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "base.yaml").write_text(SECRET, encoding="utf-8")
    (tmp_path / "a.yaml").write_text("based_on: base.yaml\nfacts: []\n", encoding="utf-8")
    done = run("advise", "a.yaml", *HERE, folder=tmp_path)
    assert "base.yaml:2:1: FA010: a situation has no 'secret_key'" in done.err


def test_a_chain_of_situations_ends(tmp_path: Path) -> None:
    for number in range(200):
        (tmp_path / f"s{number}.yaml").write_text(f"based_on: s{number + 1}.yaml\nfacts: []\n", encoding="utf-8")
    [finding] = Session(rulebook(), ColumnsEngine()).say(f"/load {tmp_path / 's0.yaml'}").findings
    assert (finding.code, finding.message) == ("FA006", "more than 100 situations, each based on the next")
    assert finding.place.source.endswith("s100.yaml")
