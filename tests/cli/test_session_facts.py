"""`--session SESSION` in place of FILE: the same answers as on a file of the same facts, with the words they came from."""

from __future__ import annotations

from pathlib import Path

import jsonschema
import pytest

from tests.cli.shell import Done, ran, run
from tests.conversation.lines import WORLD
from tests.journal.support import by_hand
from tests.session.sessions import said_in

DEBT = "Kyrgyzstan owes China 48 percent of its foreign debt"
PLACED = f'you, line 2: "{DEBT}"'
NAME = "offer_alternative: {state: kyrgyzstan, field: finance}"
FACT = "debt_share: {debtor: kyrgyzstan}"


@pytest.fixture(scope="module")
def journal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("journal") / "journal.db"
    said_in(path, [DEBT, "according to AFP, the West lifted its sanctions on Russia"], [WORLD])
    return path


def on(journal: Path, *arguments: str) -> Done:
    return run(*arguments, settings={"DRAGOMAN_JOURNAL": str(journal), "COLUMNS": "400"})


@pytest.mark.parametrize(
    "call",
    [
        ("advise",),
        ("advise", "--full"),
        ("why", NAME),
        ("why-not",),
        ("why-not", NAME),
        ("flips", NAME),
        ("robust",),
        ("sources",),
        ("ask",),
        ("board",),
        ("audit", "--at-end"),
        ("audit",),
        ("what-if", "--without", FACT),
        ("facts",),
        ("facts", "--flat", "--format", "json"),
    ],
    ids=" ".join,
)
def test_every_command_takes_a_session(journal: Path, call: tuple[str, ...]) -> None:
    done = on(journal, *call, "--session", "last")
    assert (done.code, done.err) == (0, "")
    assert done.out


@pytest.mark.parametrize("call", [("why", NAME), ("audit", "--at-end"), ("audit",)], ids=" ".join)
def test_a_told_fact_is_shown_with_its_line_and_words(journal: Path, call: tuple[str, ...]) -> None:
    words = on(journal, *call, "--session", "last").words
    assert PLACED in words
    assert "chat line" not in words


def test_programs_are_given_the_words_too(journal: Path) -> None:
    def statements(found: object) -> list[dict[str, object]]:
        if isinstance(found, dict):
            own = [found] if found.get("words") else []
            return own + [one for value in found.values() for one in statements(value)]
        return [one for value in found for one in statements(value)] if isinstance(found, list) else []

    said = statements(on(journal, "why", NAME, "--session", "last", "--format", "json").json())
    assert {(one["place"], one["words"]) for one in said} == {("chat line 2", DEBT)}
    found = on(journal, "why-not", FACT, "--session", "last", "--format", "json").json()
    jsonschema.validate(found, ran("schema", "why-not").json())


def test_what_is_saved_says_the_same(journal: Path, tmp_path: Path) -> None:
    file = tmp_path / "end.yaml"
    file.write_text(on(journal, "facts", "--session", "last").out, "utf-8")
    there, here = (on(journal, "diff", *both) for both in (("session:last", str(file)), (str(file), "session:last")))
    assert "The advice stays as it is." in there.words
    assert "The advice stays as it is." in here.words
    assert "withdrawn: China holds 48 percent" not in there.words
    differs = on(journal, "diff", WORLD, "session:last").words
    assert "another value: sanctions of the West against Russia are lifted" in differs


def test_a_session_is_compared_under_two_rulebooks(journal: Path, tmp_path: Path) -> None:
    done = on(journal, "diff", "session:last", "--against", str(tmp_path))
    assert done.code == 2
    done = on(journal, "diff", "session:last", WORLD, "--against", str(tmp_path))
    assert done.err == "dragoman: a session stands alone: its facts are not joined with those of files\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("advise", WORLD, "--session", "last"), "dragoman advise: the facts are those of FILE or of --session, not of both"),
        (("flips", NAME, WORLD, "--session", "last"), "dragoman flips: the facts are those of FILE or of --session"),
        (("advise", WORLD, "--journal", "x"), "dragoman advise: --journal says where --session is kept: name the session"),
        (("advise", "--session", "lost"), "dragoman: there is no session 'lost'"),
        (("audit", WORLD, "--fact", "x"), "dragoman: the life of a fact, and an end, are those of a session"),
        (("audit", "--session", "last", "--fact", "x", "--rule", "y"), "dragoman: the story of one thing: --rule or --fact"),
        (("audit", "--session", "last", "--fact", "zebra"), "dragoman: nothing was said in this session of 'zebra'"),
        (("advise", "--session", "last", "--journal", "none.db"), "dragoman: the journal "),
    ],
)  # fmt: skip
def test_what_cannot_be_is_said(journal: Path, arguments: tuple[str, ...], said: str) -> None:
    done = on(journal, *arguments)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(said)


def test_nothing_rests_on_a_damaged_session(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    said_in(path, [DEBT])
    with by_hand(path) as hand:
        hand.execute("UPDATE events SET text = replace(text, '48', '49') WHERE kind = 'told'")
    for call in (("advise", "--session", "last"), ("sessions", "replay", "last"), ("audit", "--session", "last")):
        done = on(path, *call)
        assert (done.code, done.out) == (2, "")
        assert "holds a damaged session" in done.err
