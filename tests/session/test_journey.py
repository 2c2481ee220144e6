"""One long session, and all that can be done with it afterwards, by the commands themselves."""

import json
from pathlib import Path

import jsonschema
import pytest

from tests.cli.shell import Done, ran, run, steering
from tests.conversation.lines import HALF, WORLD
from tests.session.sessions import said_in

SECRET = "the minister of Kyrgyzstan told me so in confidence"
LINES = (
    "Kyrgyzstan owes China 42 percent of its foreign debt",
    "no, 48 percent",
    "Tajikistan too",
    "undo",
    "redo",
    "according to AFP, China has no base in Tajikistan",
    "according to Reuters, China has a base in Tajikistan",
    "China might have a base in Uzbekistan",
    "yes",
    "what if the West lifted its sanctions on Russia",
    "keep that",
    "undo",
    "why build_ties",
    "/why-not",
    "member: {state: uzbekistan, body: csto}, likelihood: unlikely, note: \x1b[31mred",
    "forget that",
    "forget: {trade_war: {between: us, and: china}}",
    "not: {trade_war: {between: us, and: china}}",
    "/load facts.yaml",
    "acts_alone: {power: china}, source: {title: Le Monde, grade: B2}, date: 2020-03-01",
    "undo",
    "undo",
    "redo",
    f"/load {HALF}",
    "undo",
    SECRET,
    "debt_share: {debtor: kyrgyzstan, creditor: china, percent: 130}",
    "undo",
    "/save end.yaml",
    "quit",
)


@pytest.mark.long
def test_a_session_of_thirty_lines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "facts.yaml").write_text(f"based_on: {WORLD}\nfacts: [acts_alone: {{power: russia}}]\n", "utf-8")
    session, events = said_in(tmp_path / "journal.db", LINES, [WORLD])
    assert session.state.line == len(LINES) + 1
    (tmp_path / "facts.yaml").unlink()

    def do(*arguments: str) -> Done:
        done = run(*arguments, folder=tmp_path, settings={"DRAGOMAN_JOURNAL": "journal.db", "COLUMNS": "400"})
        assert steering(done.out) == steering(done.err) == set()
        return done

    id = events[0].session
    assert f"{len(LINES) + 1} lines" in do("sessions").words
    assert "as they were written" in do("sessions", "verify", "last").words

    for engine in ("rete", "columns"):
        again = do("sessions", "replay", id, "--engine", engine)
        assert (again.code, again.err) == (0, "")

    story = do("audit", "--session", "last", "--format", "json").json()
    jsonschema.validate(story, ran("schema", "story").json())
    assert [moment["text"] for moment in story["moments"]] == ["", "hello", *LINES]
    assert {fact["became"] for moment in story["moments"] for fact in moment["facts"]} == {
        "told",
        "told again",
        "corrected",
        "taken back",
        "loaded",
        "left behind",
    }
    assert SECRET in do("audit", "--session", "last").out
    life = do("audit", "--session", "last", "--fact", "Kyrgyzstan owes China 48 percent of its foreign debt").words
    assert "line 3 › no, 48 percent corrected: China holds 48 percent" in life

    told = do("advise", "--session", "last", "--format", "json").json()
    assert told["recommendations"] == json.loads(json.dumps(session.advice.to_dict()))["recommendations"]
    assert "The advice stays as it is." in do("diff", "session:last", "end.yaml").words

    exported = do("sessions", "export", "last", "-o", "talks.jsonl")
    assert exported.code == 0
    assert do("sessions", "verify", "--export", "talks.jsonl").code == 0
    assert do("sessions", "delete", "last").code == 2
    assert do("sessions", "delete", "last", "--yes").code == 0
    assert SECRET.encode() not in (tmp_path / "journal.db").read_bytes()
    assert do("sessions", "verify").code == 0
    for gone in (("sessions", "replay", id), ("audit", "--session", id), ("advise", "--session", id)):
        assert do(*gone).code == 2
