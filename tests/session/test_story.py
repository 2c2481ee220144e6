"""The story of a session agrees with what was said, kept and advised in it."""

from __future__ import annotations

from itertools import count
from pathlib import Path

import jsonschema
import pytest
from hypothesis import HealthCheck, Phase, given, settings

from dragoman.advice.evaluate import Evaluation
from dragoman.errors import UnknownNameError
from dragoman.journal.journal import Journal
from dragoman.session.session import Session
from dragoman.session.story import told_story
from dragoman.session.story_about import about_fact, about_rule
from dragoman.session.story_forms import Became, Story
from dragoman.session.story_json import STORY
from dragoman.views.story import story_view
from tests.conversation.lines import HALF, RULEBOOK, WORLD
from tests.session.sessions import COLUMNS, LINES, STARTS, said_in
from tests.shares import examples

NUMBERS = count()
SCHEMA = STORY.described()


Told = tuple[Session, Story, Evaluation]


def told(path: Path, lines: list[str], files: tuple[str, ...] = ()) -> Told:
    session, events = said_in(path, lines, files)
    with Journal.look(path) as journal:
        row = journal.find("last")
    return session, *told_story(RULEBOOK, COLUMNS, row, events)


@settings(
    max_examples=examples(4),
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(LINES, STARTS)
def test_a_story_adds_up_to_what_is_said_and_fires_at_the_end(
    tmp_path: Path, lines: list[str], files: tuple[str, ...]
) -> None:
    session, story, end = told(tmp_path / f"{next(NUMBERS)}.db", lines, files)
    assert [moment.text for moment in story.moments] == ["", "hello", *lines]
    assert end.model == session.evaluation.model
    firing = set()
    for moment in story.moments:
        firing |= {(one.rule, one.because) for one in moment.fired}
        assert {(one.rule, one.because) for one in moment.no_longer} - firing == set()
    for moment in story.moments:
        causes = moment.difference.causes if moment.difference else ()
        assert all(number < len(causes) for one in (*moment.fired, *moment.no_longer) for number in one.through)
        assert not moment.facts or moment.difference is not None or not moment.line
    assert story.moments[-1].recommended == len(session.advice.recommendations)
    jsonschema.validate(story.to_dict(), SCHEMA)
    assert [line for line in story_view(story) if line.text]


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Told:
    lines = [
        "Kyrgyzstan owes China 42 percent of its foreign debt",
        "no, 38 percent",
        "China might have a base in Uzbekistan",
        "yes",
        f"/load {HALF}",
        "undo",
        "forget that China has a base in Uzbekistan",
        "flurb the wibble",
    ]
    return told(tmp_path_factory.mktemp("story") / "journal.db", lines, (WORLD,))


def text(story: Story) -> str:
    return " ".join(" ".join(line.text for line in story_view(story)).split())


def test_a_block_says_what_was_typed_understood_and_changed(kept: Told) -> None:
    _, story, _ = kept
    words = text(story)
    assert "begun with 2020-11-report-world, 9 recommendations" in words
    assert "line 3 › no, 38 percent corrected: China holds 38 percent of the foreign debt of Kyrgyzstan" in words
    assert "goes: the EU should offer Kyrgyzstan an alternative to China and the BRI in finance" in words
    assert "no longer: China holds a large part of what Kyrgyzstan owes abroad. debt-weighs" in words
    assert '"China might have a base in Uzbekistan" may mean: a military base of China in Uzbekistan' in words
    assert "line 5 › yes in answer to: Did you mean: a military base of China in Uzbekistan is in operation?" in words
    assert words.endswith('line 9 › flurb the wibble not understood: "flurb the wibble"')


def test_the_life_of_a_fact(kept: Told) -> None:
    _, story, end = kept
    for asked in ("debt_share: {debtor: kyrgyzstan}", "Kyrgyzstan owes China 42 percent of its foreign debt"):
        life = about_fact(story, end, asked)
        found = [(moment.line, one.became, one.voice.words) for moment in life.moments for one in moment.facts]
        assert found[0][:2] == (0, Became.LOADED)
        assert found[1:3] == [
            (2, Became.TOLD, "Kyrgyzstan owes China 42 percent of its foreign debt"),
            (3, Became.CORRECTED, "no, 38 percent"),
        ]
        assert life.at_the_end == "China holds 38 percent of the foreign debt of Kyrgyzstan"
    base = about_fact(story, end, "military_base: {power: china, host: uzbekistan}")
    last = base.moments[-1]
    assert (last.line, [one.became for one in last.facts]) == (8, [Became.WITHDRAWN])
    assert base.at_the_end == "nothing is told of it at the end"
    assert "nothing that is advised hangs on it here" not in text(base).split("line 8")[1]


def test_what_was_said_is_found_by_its_words(kept: Told) -> None:
    _, story, end = kept
    first, *_ = about_fact(story, end, "38 percent kyrgyzstan no,").moments
    assert first.line == 3
    with pytest.raises(UnknownNameError, match="nothing was said in this session of 'zebra'"):
        about_fact(story, end, "zebra")
    with pytest.raises(UnknownNameError, match="debt_share"):
        about_fact(story, end, "debt_shar: {}")


def test_when_a_rule_fired_and_through_what(kept: Told) -> None:
    _, story, end = kept
    rule = about_rule(story, end, "debt-weighs")
    lines = [(moment.line, len(moment.fired), len(moment.no_longer)) for moment in rule.moments]
    assert lines[:2] == [(0, 2, 0), (3, 0, 1)]
    assert "(through: China holds 38 percent of the foreign debt of Kyrgyzstan)" in text(rule)
    assert rule.at_the_end == "it fires: China holds a large part of what Tajikistan owes abroad."
    with pytest.raises(UnknownNameError, match="did you mean 'debt-weighs'"):
        about_rule(story, end, "debt-weigh")
