"""`dragoman new-rulebook` and `dragoman passages`: a rulebook to begin with that holds, and the digests of its document."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.advice.build import advise
from dragoman.cases import case_files, read_cases
from dragoman.check import check
from dragoman.cli import main
from dragoman.coverage.report import report_coverage
from dragoman.engines.select import default_engine
from dragoman.errors import RulebookError
from dragoman.language.forms import Intent
from dragoman.rulebook.load import read_rulebook
from dragoman.rulebook.new import STARTER, starter_files, write_new
from dragoman.session.session import Session
from dragoman.situation.assemble import read_situation, situation_names

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


# -- a new rulebook


def test_a_new_rulebook_holds_in_every_way(here: Path, capsys: Capture) -> None:
    assert main(["new-rulebook", "my_lake", "there/lake"]) == 0
    said = capsys.readouterr()
    assert said.err.startswith("dragoman: wrote there/lake: report.md, rulebook.yaml, vocabulary.yaml")
    assert "dragoman advise after-the-storm --rulebook there/lake " in said.out
    rulebook, findings = check(Path("there/lake"))
    assert rulebook is not None
    assert (rulebook.id, findings) == ("my_lake", ())
    assert main(["test", "there/lake", "--coverage"]) == 0
    assert "100.0 %" in capsys.readouterr().out
    assert main(["coverage", "there/lake", "--report", "there/lake/report.md"]) == 0
    assert "8 of 8 passages found whole" in capsys.readouterr().out
    assert len(situation_names(rulebook)) == 2
    assert [one.title for one in advise(read_situation(rulebook, "after-the-storm")).recommendations] == [
        "Close each place of the lake shore",
        "Rebuild the sewer at the Old Harbour",
    ]
    assert sorted(path.name for path in here.iterdir()) == ["there"], "nothing is left beside it"


def test_the_chat_understands_what_it_can_be_told() -> None:
    session = Session(read_rulebook(STARTER), default_engine())
    for line in (
        "A sewer overflows into the mill pond",
        "the last sample from north beach had 2,000 germs per 100 ml",
        "overflows at the harbour are getting more frequent",
        "there are warning signs at the beach",
        "the pond is closed",
        "the water at the pond is clean",
    ):
        reply = session.say(line)
        assert (reply.intent, len(reply.understood), reply.findings) == (Intent.TELL, 1, ()), line


def test_every_file_of_it_is_written_and_teaches_its_form() -> None:
    there = {path.relative_to(STARTER).as_posix() for path in STARTER.rglob("*") if path.is_file()}
    assert there == set(starter_files())
    for name in starter_files():
        assert name.endswith(".md") or (STARTER / name).read_text("utf-8").startswith("# "), name


@pytest.mark.parametrize(
    ("name", "folder", "message"),
    [
        ("Town Lake", "lake", "NAME: RB013: 'Town Lake' cannot be the name of a rulebook"),
        ("yes", "lake", "NAME: RB013: 'yes' cannot be the name of a rulebook"),
        ("central_asia", "lake", "NAME: RB014: a rulebook called 'central_asia' is installed already"),
        ("lake", "full", "full: RB014: this is there already, and not an empty folder; nothing was written"),
        ("lake", "file", "file: RB014: this is there already, and not an empty folder; nothing was written"),
    ],
)
def test_what_is_there_is_never_touched(here: Path, capsys: Capture, name: str, folder: str, message: str) -> None:
    (here / "full").mkdir()
    (here / "full" / "mine.txt").write_text("mine")
    (here / "file").write_text("mine")
    assert main(["new-rulebook", name, folder]) == 2
    assert message in capsys.readouterr().err
    assert sorted(path.name for path in here.rglob("*")) == ["file", "full", "mine.txt"]


@pytest.mark.parametrize(
    ("given", "call"),
    [
        (("/tmp/new/Town Lake",), "town_lake '/tmp/new/Town Lake'"),
        (("work/cities/",), "cities work/cities/"),
        (("./cities",), "cities ./cities"),
        (("work/cities", "there"), "cities there"),
        (("..",), "NAME .."),
        (("work\\cities",), "cities 'work\\cities'"),
    ],
)
def test_a_path_in_the_place_of_the_name_gets_the_call_that_was_meant(
    here: Path, capsys: Capture, given: tuple[str, ...], call: str
) -> None:
    assert main(["new-rulebook", *given]) == 2
    said = capsys.readouterr().err
    assert said.startswith(
        f"NAME: RB013: '{given[0]}' is a path, no name: a name comes first, and the FOLDER after it; "
    )
    assert said.splitlines()[0].endswith(f"write: dragoman new-rulebook {call}")
    assert not list(here.iterdir())


def test_an_empty_folder_is_taken_and_a_failure_leaves_nothing(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (here / "empty").mkdir()
    write_new("lake", here / "empty")
    assert (here / "empty" / "rules.yaml").is_file()
    monkeypatch.setattr("dragoman.rulebook.new.starter_files", lambda: ("rulebook.yaml", "none.yaml"))
    with pytest.raises(FileNotFoundError):
        write_new("lake", here / "next")
    assert [path.name for path in here.iterdir()] == ["empty"]
    with pytest.raises(RulebookError):
        write_new("lake", here / "empty")


# -- passages


@pytest.fixture
def lake(here: Path) -> Path:
    write_new("lake", here / "lake")
    return here / "lake"


def test_the_digests_of_a_document_are_made_from_its_copy(lake: Path, capsys: Capture) -> None:
    before = (lake / "passages.yaml").read_text("utf-8")
    (lake / "passages.yaml").write_text("", encoding="utf-8")
    assert main(["passages", "lake/report.md", "--rulebook", "lake"]) == 0
    output = capsys.readouterr()
    assert (output.out, output.err) == (before, "dragoman: 8 passages, 8 digests\n")
    assert main(["passages", "lake/report.md", "--rulebook", "lake", "--write"]) == 0
    assert (lake / "passages.yaml").read_text("utf-8") == before
    assert sorted(path.name for path in lake.glob(".*")) == []


def test_what_is_cited_and_not_there_and_what_stands_twice_is_said(lake: Path, capsys: Capture) -> None:
    copy = (lake / "report.md").read_text("utf-8")
    (lake / "part.md").write_text(copy.replace("[B.1]", "B.1:").replace("[W.2]", "[W.9]"), encoding="utf-8")
    assert main(["passages", "lake/part.md", "--rulebook", "lake"]) == 1
    output = capsys.readouterr()
    assert output.err.splitlines() == [
        "lake/claims.yaml:10:3: RB624: the claim 'many-germs-are-dirty' rests on W.2, of which nothing begins in lake/part.md",
        "lake/rulebook.yaml:35:3: RB624: the parameter 'too_many_germs' rests on W.2, of which nothing begins in lake/part.md",
        "dragoman: 8 passages, 8 digests",
    ]
    (lake / "twice.md").write_text(copy.replace("[W.2]", "[W.1]"), encoding="utf-8")
    before = (lake / "passages.yaml").read_text("utf-8")
    assert main(["passages", "lake/twice.md", "--rulebook", "lake", "--write"]) == 1
    output = capsys.readouterr()
    assert "lake/twice.md:10:1: RB014: W.1 begins a passage already; each locator stands once" in output.err
    assert (output.out, (lake / "passages.yaml").read_text("utf-8")) == ("", before)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"%PDF-1.7\n", "FA002: this is a PDF, no text; make a text of it first (pdftotext FILE.pdf FILE.txt)"),
        (b"PK\x03\x04", "FA002: this is no text but a packed file such as a DOCX"),
        (b"\xff\x00\xfe", "FA002: byte 0xff is not UTF-8 text"),
        (b"", "FA004: this file is empty"),
        (
            b"Nothing here.\n",
            "FA004: no passage of it begins with a locator, as in '[W.1] ...'; rulebook.yaml declares the form '{section}.{n}'",
        ),
    ],
)
def test_what_is_no_copy_is_refused(lake: Path, capsys: Capture, data: bytes, message: str) -> None:
    (lake / "copy").write_bytes(data)
    assert main(["passages", "lake/copy", "--rulebook", "lake"]) == 2
    assert message in capsys.readouterr().err
    assert main(["passages", "lake/none", "--rulebook", "lake"]) == 2
    assert "FA001: there is no such file" in capsys.readouterr().err


MISTAKES = {
    "rules.yaml": "rules:\n  - id: no-rule\n",
    "recommendations.yaml": "recommendations: [",
    "vocabulary.yaml": "entity_types: {}\nfact_types: {wet: {from: heard}}\n",
}


def test_the_passages_of_an_unfinished_rulebook_are_written(lake: Path, capsys: Capture) -> None:
    before = (lake / "passages.yaml").read_text("utf-8")
    for name, text in MISTAKES.items():
        (lake / name).write_text(text, encoding="utf-8")
    (lake / "passages.yaml").write_text("not: [even YAML", encoding="utf-8")
    assert main(["check", "lake"]) == 1
    capsys.readouterr()
    assert main(["passages", "lake/report.md", "--rulebook", "lake", "--write"]) == 0
    assert capsys.readouterr().err == "dragoman: wrote lake/passages.yaml\ndragoman: 8 passages, 8 digests\n"
    assert (lake / "passages.yaml").read_text("utf-8") == before


@pytest.mark.parametrize(
    ("name", "old", "new", "code"),
    [
        ("claims.yaml", "claims:", "claims: [", "RB003"),
        ("rulebook.yaml", "locators:", "locators: by page\nlocated:", "RB012"),
        ("rulebook.yaml", "{section}.{n}", "{section}.{n", "RB013"),
    ],
)
def test_without_a_way_to_count_the_passages_are_not_written_and_it_is_said_last(
    lake: Path, capsys: Capture, name: str, old: str, new: str, code: str
) -> None:
    text, before = (lake / name).read_text("utf-8"), (lake / "passages.yaml").read_text("utf-8")
    (lake / name).write_text(text.replace(old, new, 1), encoding="utf-8")
    assert main(["passages", "lake/report.md", "--rulebook", "lake", "--write"]) == 2
    said = capsys.readouterr().err.splitlines()
    assert f"lake/{name}:" in said[0]
    assert code in said[0]
    assert said[-1] == "dragoman: nothing was written"
    assert (lake / "passages.yaml").read_text("utf-8") == before


def test_the_cases_of_the_starter_are_read_as_any() -> None:
    rulebook = read_rulebook(STARTER)
    assert len(read_cases(rulebook, case_files(STARTER))) > len(rulebook.rules)
    assert report_coverage(rulebook).open == ()
