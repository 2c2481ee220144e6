"""`dragoman sessions`: what it lists, shows, verifies, renames, deletes and exports, and how it says that it cannot."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import jsonschema
import pytest

from dragoman.journal.events import Beginning, Entry
from dragoman.journal.journal import Journal
from tests.cli.shell import Done, ran, run, steering
from tests.journal.support import by_hand

WIDE = {"COLUMNS": "400"}
"""So that no line is wrapped, however long the name of the folder."""
HOSTILE = "red \x1b[31m, reversed \u202e, a line\nmore, \x07 [bold]markup[/bold]"


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    """Two sessions; the one that was used last has no title."""
    moments = (datetime(2026, 11, 26, 23, 59, tzinfo=UTC) + timedelta(minutes=number) for number in range(99))
    path = tmp_path / "journal.db"
    with Journal.open(path, lambda: next(moments)) as made:
        writer = made.begin(Beginning("Talks in the north", "lenders", "1.2", "a" * 64, "0.1"))
        writer.append(
            Entry("said", {"text": HOSTILE}), Entry("told", {"facts": [{"loan": {"to": "north"}}], "by": "me"})
        )
        made.begin(Beginning("", "lenders", "1.2", "a" * 64, "0.1"), Entry("loaded", {"name": "f", "text": "x" * 999}))
    return path


def sessions(journal: Path, action: str, *arguments: str) -> Done:
    return run("sessions", action, *arguments, "--journal", str(journal), settings=WIDE)


def test_the_list_names_every_session_the_last_one_first(journal: Path) -> None:
    done = sessions(journal, "list")
    assert (done.code, done.err) == (0, "")
    head, second, first = done.rows
    assert head == f"SESSIONS  in {journal}; times are UTC"
    assert second.split(maxsplit=1)[1] == "without a title  0 lines, last used 2026-11-27 00:01, lenders 1.2"
    assert first.split(maxsplit=1)[1] == "Talks in the north  1 line, last used 2026-11-27 00:00, lenders 1.2"


def test_a_session_is_shown_event_by_event(journal: Path) -> None:
    done = sessions(journal, "show", "talks")
    assert (done.code, done.err) == (0, "")
    assert done.rows[1] == "begun 2026-11-26 23:59, 1 line, last used 2026-11-27 00:00, lenders 1.2; times are UTC"
    assert "2  00:00:00  said       red \\x1b[31m, reversed \\u202e, a line more, \\x07 [bold]markup[/bold]" in done.out
    assert '3  00:00:00  told       by: me, facts: [{"loan": {"to": "north"}}]' in done.out
    assert [row for row in done.rows if row.startswith("2026")] == ["2026-11-26", "2026-11-27"]


def test_long_texts_are_shown_whole_if_that_is_wanted(journal: Path) -> None:
    assert "x" * 200 not in sessions(journal, "show", "last").out.replace("\n", "").replace(" ", "")
    assert sessions(journal, "show", "last", "--full").out.count("x") >= 999


@pytest.mark.parametrize(
    ("kind", "arguments"),
    [
        ("sessions", ("list",)),
        ("sessions", ("list", "--deleted")),
        ("sessions", ("rename", "last", "New")),
        ("sessions", ("delete", "last", "--yes")),
        ("session", ("show", "talks")),
        ("session-check", ("verify",)),
        ("session-check", ("verify", "talks")),
    ],
)
def test_the_answer_for_programs_is_of_its_schema(journal: Path, kind: str, arguments: tuple[str, ...]) -> None:
    done = sessions(journal, *arguments, "--format", "json")
    assert (done.code, done.err) == (0, "")
    jsonschema.validate(done.json(), ran("schema", kind).json())
    assert steering(done.out) == set()


def test_every_line_of_an_export_is_of_its_schema_and_means_what_was_kept(journal: Path) -> None:
    lines = [json.loads(row) for row in sessions(journal, "export", "talks").rows]
    schema = ran("schema", "session-export").json()
    for line in lines:
        jsonschema.validate(line, schema)
    assert lines[0]["events"] == len(lines) - 1 == 3
    assert lines[2]["payload"] == {"text": HOSTILE}


def test_no_text_steers_a_terminal(journal: Path) -> None:
    sessions(journal, "rename", "talks", HOSTILE)
    for arguments in (
        ("list",),
        ("show", "red"),
        ("verify",),
        ("export", "red"),
        ("show", "\x1b[31m"),
        ("delete", "red"),
    ):
        done = sessions(journal, *arguments)
        assert steering(done.out) == steering(done.err) == set()


# -- verifying


def test_an_export_can_be_verified(journal: Path, tmp_path: Path) -> None:
    file = tmp_path / "talks.jsonl"
    done = sessions(journal, "export", "talks", "-o", str(file))
    assert (done.code, done.out, done.err) == (0, "", f"dragoman: wrote {file}\n")
    assert file.read_text("utf-8") == sessions(journal, "export", "talks").out
    done = run("sessions", "verify", "--export", str(file))
    assert (done.code, done.err) == (0, "")
    assert f"{file}: 1 session, 3 events, as they were written" in done.words
    assert run("sessions", "verify", "--export", "-", stdin=file.read_text("utf-8")).code == 0
    assert sessions(journal, "export", "talks", "-o", str(file)).err.endswith("is there already; nothing was written\n")


@pytest.mark.parametrize(
    ("change", "what"),
    [
        (lambda lines: lines[:-1], "it does not end where the first line says that it does"),
        (lambda lines: [lines[0], *lines[2:]], "event 1 is missing"),
        (
            lambda lines: [*lines[:-1], lines[-1].replace("north", "south")],
            "event 3: what it holds is not what was written",
        ),
        (lambda lines: [*lines[:2], "{}", *lines[2:]], "line 3 is no event"),
        (lambda lines: lines[1:], "the first line does not begin an export of a session"),
        (lambda lines: ["[" * 100_000], "the first line does not begin an export of a session"),
        (lambda lines: [lines[0], lines[1].replace('"seq": 1', '"seq": "1"'), *lines[2:]], "line 2 is no event"),
    ],
)
def test_a_changed_export_is_found(journal: Path, change, what: str) -> None:  # type: ignore[no-untyped-def]
    lines = change(sessions(journal, "export", "talks").rows)
    done = run("sessions", "verify", "--export", "-", stdin="\n".join(lines))
    assert (done.code, done.err) == (1, "")
    assert what in done.words


def test_damage_is_a_finding(journal: Path) -> None:
    assert sessions(journal, "verify").code == 0
    with by_hand(journal) as hand:
        hand.execute("UPDATE events SET text = '{\"text\":\"green\"}' WHERE kind = 'said'")
    for arguments in (("verify",), ("verify", "talks")):
        done = sessions(journal, *arguments)
        assert done.code == 1
        assert "event 2: what it holds is not what was written" in done.words
    assert sessions(journal, "verify", "last").code == 0
    [fault] = sessions(journal, "verify", "--format", "json").json()["faults"]
    assert (fault["event"], fault["what"]) == (2, "what it holds is not what was written")


def test_what_is_left_of_a_damaged_session_can_be_shown_and_exported(journal: Path) -> None:
    with by_hand(journal) as hand:
        hand.execute("UPDATE events SET text = 'noise \x1b[2J' WHERE kind = 'said'")
    assert "said       cannot be read: it is not what was written" in sessions(journal, "show", "talks").out
    done = sessions(journal, "export", "talks")
    assert json.loads(done.rows[2])["payload"] == "noise \x1b[2J"
    checked = run("sessions", "verify", "--export", "-", stdin=done.out)
    assert (checked.code, "event 2: what it holds is not what was written" in checked.words) == (1, True)


# -- renaming and deleting


def test_a_session_is_renamed(journal: Path) -> None:
    done = sessions(journal, "rename", "last", "Roads")
    assert (done.code, done.rows[1].split()[1]) == (0, "Roads")
    assert sessions(journal, "rename", "Roads", " ").err == "dragoman: a title has 1 to 200 characters, found 0\n"


def test_a_session_is_deleted_only_if_that_is_meant(journal: Path) -> None:
    done = sessions(journal, "delete", "talks")
    assert (done.code, done.out) == (2, "")
    assert done.err.endswith("'Talks in the north' (1 line) for good; say --yes to do it\n")
    assert "Talks" in sessions(journal, "list").out
    assert sessions(journal, "delete", "talks", "--yes").code == 0
    assert "Talks" not in sessions(journal, "list", "--deleted").out
    assert b"Talks" not in journal.read_bytes()
    assert len(sessions(journal, "list").rows) == 2
    assert len(sessions(journal, "list", "--deleted").rows) == 3
    assert sessions(journal, "verify").code == 0


# -- what cannot be done


def test_without_a_journal_there_are_no_sessions(tmp_path: Path) -> None:
    settings = {**WIDE, "DRAGOMAN_JOURNAL": str(tmp_path / "none.db")}
    for bare in ([], ["list"]):
        done = run("sessions", *bare, settings=settings)
        assert (done.code, done.out, done.err) == (0, f"No session was kept yet in {tmp_path / 'none.db'}\n", "")
    missing = f"dragoman: the journal {tmp_path / 'none.db'} is not there; no session was kept yet, or it is elsewhere"
    for arguments in (("show", "last"), ("verify",), ("export", "last"), ("rename", "last", "x"), ("delete", "last")):
        done = run("sessions", *arguments, settings=settings)
        assert (done.code, done.out, done.err) == (2, "", f"{missing} (--journal FILE)\n")
    assert sessions(tmp_path / "none.db", "list").err == f"{missing} (--journal FILE)\n"
    assert list(tmp_path.iterdir()) == []


def test_what_is_misspelt_is_offered_the_nearest(journal: Path) -> None:
    assert run("sessions", "shwo").err.startswith(
        "dragoman sessions: there is no command 'shwo'; did you mean 'show'?\n"
    )
    assert sessions(journal, "show", "Tolks in the north").err == (
        "dragoman: there is no session 'Tolks in the north'; did you mean 'Talks in the north'?\n"
    )


def test_what_is_no_journal_is_said_in_one_line(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("not a journal\n", encoding="utf-8")
    done = sessions(path, "list")
    assert (done.code, done.out) == (2, "")
    assert done.err == f"dragoman: the journal {path} is not a journal; name another with --journal FILE\n"
    assert path.read_text("utf-8") == "not a journal\n"


def test_an_export_holds_one_session(tmp_path: Path) -> None:
    done = run("sessions", "verify", "last", "--export", "-")
    assert (done.code, done.err) == (2, "dragoman: an export holds one session: leave SESSION out\n")
