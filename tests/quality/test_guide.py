"""`docs/rulebooks.md` does what it says: its commands run, and the rulebook that it builds step by step holds."""

from __future__ import annotations

import re
import shlex
import tomllib
from pathlib import Path

import pytest

from dragoman.cli import main
from dragoman.cli.commands import COMMANDS
from dragoman.rulebook.installed import GROUP
from dragoman.rulebook.new import starter_files
from dragoman.source.codes import CODES
from tests.quality.guide import GUIDE, add, blocks

COMMAND = re.compile(r"^dragoman (.+)$", re.MULTILINE)
READ = re.compile(r"^dragoman (read .+)\n# (.+)$", re.MULTILINE)
MENTIONED = re.compile(r"`dragoman ([a-z-]+)")


def test_the_guide_builds_a_rulebook_that_holds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    commands = [line for line in COMMAND.findall(GUIDE.read_text("utf-8")) if not line.startswith("chat")]
    assert commands[0] == "new-rulebook bathing"
    built = False
    for line in commands:
        if line.startswith("passages"):
            for block in blocks():
                if block.language != "toml":
                    add(tmp_path / "bathing", block)
            built = True
        assert main(shlex.split(line)) == 0, f"{line}: {capsys.readouterr()}"
    shown = capsys.readouterr().out
    assert built
    for line, said in READ.findall(GUIDE.read_text("utf-8")):
        assert main(shlex.split(line)) == 0
        assert said in capsys.readouterr().out.replace("  ", ""), line
    assert "bathing: 12 rules, 20 fact types, no findings" in shown
    assert "23 cases passed, 0 failed\n100.0 % of what is to be seen" in shown
    assert "13 of 13 passages found whole" in shown


def test_what_the_guide_names_is_there() -> None:
    text = GUIDE.read_text(encoding="utf-8")
    assert set(MENTIONED.findall(text)) <= COMMANDS.keys()
    assert {code[2:] for code in re.findall(r"\bRB\d{3}\b", text)} <= set(CODES)
    files = {name.split("/")[0] + "/" if "/" in name else name for name in starter_files()} - {"report.md"}
    assert files == set(re.findall(r"^\| `(\w+[./]\w*)` \|", text, re.MULTILINE))
    titles = re.findall(r"^## (\d+) (.+)$", text, re.MULTILINE)
    assert [int(number) for number, _ in titles] == list(range(1, len(titles) + 1))
    for number, title in titles:
        assert f"[{number} {title}](#{number}-{re.sub(r'[^a-z ]', '', title.lower()).replace(' ', '-')})" in text


def test_a_rulebook_is_packaged_as_the_program_looks_for_it() -> None:
    [block] = [one for one in blocks() if one.language == "toml"]
    project = tomllib.loads(block.text)["project"]
    assert project["entry-points"][GROUP] == {"bathing": "our_rules.bathing"}
