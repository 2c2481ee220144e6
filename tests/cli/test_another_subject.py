"""Every command on a rulebook of another subject: nothing that is printed betrays the subject of the one that is shipped."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dragoman.advice.build import advise
from dragoman.cli.commands import COMMANDS
from dragoman.conversation.actions import ACTIONS
from dragoman.conversation.examples import example_facts, examples
from dragoman.engines.select import default_engine
from dragoman.journal.journal import Journal
from dragoman.rulebook.forms import Rulebook
from dragoman.rulebook.load import read_rulebook
from dragoman.session.session import Session
from dragoman.situation.assemble import read_situation, situation_names
from dragoman.situation.python_facts import situation_from
from dragoman.views.reply import reply_view
from tests.cli.shell import ran, run
from tests.rulebooks import TREES, report, second, trees

FACTS = "facts: [pavement: {city: arnhem, heat: 50}, {dying: {species: oak, city: coast}, likelihood: even}]\n"
WRONG = "facts: [watered: {city: arnhm}, waterd: {city: oslo}, canopy: {city: oslo, share: 20 km, at: x}]\n"
COMMON = {"west", "west of", "board", "the board", "the region", "state", "power", "on", "follows", "in_force"}
"""Words of the report's rulebook that are anybody's."""


def _words_of(rulebook: Rulebook) -> set[str]:
    """What only one who knows the rulebook would say: its names, titles and aliases, and its types, folded."""
    named = (name for one in rulebook.entities.values() for name in (one.name, one.title, *one.aliases))
    types = (name for name in rulebook.facts if "_" in name)
    own = {*named, *types, *rulebook.claims, *rulebook.rules, *rulebook.parameters, *situation_names(rulebook)}
    return {word.casefold() for word in (*own, rulebook.id, rulebook.title, rulebook.called.instruments)}


BETRAYING = (_words_of(report()) | {"afp", "clingendael", "mil.3"}) - _words_of(trees()) - _words_of(second()) - COMMON
_ANY = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, sorted(BETRAYING, key=len, reverse=True)))})(?![\w-])")

_STYLE = re.compile(r"<style>.*?</style>", re.DOTALL)
"""What a page looks like: names of fonts."""


def betrayed(text: str) -> set[str]:
    """The words in a text that say what the other rulebook is about."""
    return set(_ANY.findall(" ".join(_STYLE.sub("", text).split()).casefold()))


STORIES = tuple(
    ("--session", "last", *given)
    for given in (
        (),
        ("--full",),
        ("--format", "json"),
        ("--rule", "birds-leave"),
        ("--fact", "pavement: {city: oslo}"),
        ("--fact", "nothing of the kind"),
        ("--at-end",),
    )
)
CALLS: dict[str, tuple[tuple[str, ...], ...]] = {
    "advise": (
        ("heatwave",),
        ("rain", "--full"),
        ("undated.yaml", "--full"),
        ("undated.yaml", "--format", "json", "--set", "hot_pavement=20"),
        ("heatwave", "--for", "oslo", "--for", "AR"),
        ("nothing.yaml",),
        ("nowhere",),
        ("wrong.yaml",),
        ("heatwave", "--for", "g-12"),
        ("heatwave", "--format", "md"),
        ("heatwave", "--format", "html", "--full"),
        ("heatwave", "--for", "nobody"),
        ("heatwave", "--set", "hot=3"),
        ("--session", "last", "--full"),
    ),
    "why": (
        ("plant_trees", "heatwave"),
        ("plant_trees", "nothing.yaml"),
        ("heat_illness", "rain", "--for", "coast"),
        ("replace_species: {city: oslo}", "heatwave", "--format", "json"),
        ("plant_tree", "heatwave"),
        ("plant_trees", "--session", "last"),
    ),
    "why-not": (
        ("heatwave",),
        ("plant_trees", "nothing.yaml", "--full"),
        ("plant_trees: {city: oslo}", "rain", "--format", "json"),
        ("--session", "last"),
        ("plant_tree", "heatwave"),
    ),
    "what-if": (
        ("heatwave", "--without", "canopy: {city: oslo}"),
        ("nothing.yaml", "--with", "watered: {city: oslo}", "--full"),
        ("heatwave", "--with", "watered: {town: oslo}"),
        ("heatwave", "--set", "hot_pavement=20", "--format", "json"),
    ),
    "diff": (
        ("heatwave", "rain"),
        ("rain", "heatwave", "--format", "json"),
        ("heatwave", "nowhere"),
        ("heatwave", "session:last", "--full"),
    ),
    "flips": (("heatwave",), ("plant_trees", "rain", "--all"), ("nothing.yaml", "--format", "json"), ("none", "rain")),
    "robust": (("heatwave",), ("rain", "--format", "json", "--for", "oslo"), ("nothing.yaml",)),
    "sources": (("heatwave",), ("rain", "--full"), ("nothing.yaml", "--format", "json")),
    "ask": (("heatwave",), ("nothing.yaml", "--all"), ("rain", "--format", "json", "--for", "nobody")),
    "read": (
        ("Oslo is hot",),
        ("the weather is nice", "--json"),
        ("Oslo and Bergen planted trees", "--situation", "rain"),
    ),
    "board": (
        ("heatwave",),
        ("rain", "--format", "json"),
        ("nothing.yaml",),
        ("heatwave", "--square", "Oslo", "streets"),
        ("nothing.yaml", "--square", "AR", "Streets"),
        ("heatwave", "--square", "oak", "streets"),
        ("heatwave", "--square", "oslo", "street"),
    ),
    "audit": (
        ("heatwave",),
        ("heatwave", "--rule", "birds-leave", "--format", "json"),
        ("heatwave", "--rule", "none"),
        *STORIES,
    ),
    "brief": (
        ("heatwave",),
        ("rain", "--format", "html", "--for", "oslo"),
        ("nothing.yaml", "--format", "json"),
        ("undated.yaml", "--set", "hot_pavement=20"),
        ("heatwave", "-o", "brief.pdf"),
        ("--session", "last"),
    ),
    "graph": (("heatwave",), ("plant_trees", "rain"), ("plant_trees", "nothing.yaml"), ("nothing.yaml",)),
    "chat": (
        ("--plain", "--no-journal"),
        ("--json", "heatwave", "--no-journal"),
        ("--plain", "-"),
        ("--plain", "nowhere"),
    ),
    "interview": (("--no-journal",), ("heatwave", "--for", "oslo", "--no-journal"), ("--for", "nobody")),
    "sessions": (
        ("replay", "last"),
        ("replay", "last", "--format", "json"),
        ("replay", "nothing"),
        ("list",),
        ("show", "last", "--full"),
        ("verify",),
        ("export", "last"),
        ("rename", "last", "Trees"),
        ("delete", "Trees"),
    ),
    "facts": (("heatwave",), ("--session", "last"), ("rain", "--flat", "--format", "csv"), ("wrong.yaml",)),
    "new-situation": ((), ("--for", "oslo"), ("--for", "nobody")),
    "check": ((), ("--counts",), ("--format", "json"), ("--deep",)),
    "schema": tuple(
        (kind,)
        for kind in ("rulebook", "vocabulary", "situation", "rules", "cases", "recommendations", "board", "squares")
    ),
    "serve": (("-",), ("nowhere",), ("wrong.yaml",), ("--port", "70000")),
    "coverage": ((), ("--uncovered", "--format", "json")),
    "passages": (("copy.md",), ("copy.md", "--pages"), ("undated.yaml",), ("nowhere",)),
    "new-rulebook": (("garden",), ("garden",), ("trees", "wrong.yaml"), ("My Trees",)),
    "test": (("--coverage",), ("--near-misses",), ("-k", "nothing")),
    "rules": ((), ("plant-where-shade-is-short",), ("none",)),
    "vocabulary": ((), ("canopy",), ("none",), ("shade",), ("watered", "--format", "json")),
    "situations": ((), ("heatwave",), ("rain", "--full", "--format", "json"), ("nowhere",)),
    "entities": ((), ("oslo",), ("city", "--format", "json"), ("nobody",)),
    "thresholds": ((), ("hot_pavement",), ("--set", "hot_pavement=20"), ("--format", "json"), ("hot",)),
    "explain": ((), ("firm",), ("S.1",), ("hot", "pavement"), ("birds-leave", "--format", "json"), ("frim",)),
    "completion": (("bash",), ("zsh",), ("fish",), ("--names", "terms"), ("--names", "sessions"), ("tcsh",)),
    "doctor": ((), ("--format", "json"), ("--format", "html")),
    "config": ((), ("theme",), ("them", "dark"), ("ascii", "perhaps"), ("path",), ("--json",)),
}
"""Calls of each command, right and wrong ones."""
TALKING = {"chat", "interview"}
SAID = "skip\nwatered: {city: oslo}\nforget that\nhelp\nwhy?\nwhat would change it\nanything\n\n/nothing\nmaybe oslo is hot\n"
"""What is said to those that take lines."""


SECOND: dict[str, tuple[str, ...]] = {
    "advise": ("second-factor-by-phone", "--full", "--for", "portal"),
    "why": ("require_two_factors", "portal-with-old-habits"),
    "why-not": ("second-factor-by-phone",),
    "what-if": ("portal-with-old-habits", "--with", "sends_code: {service: portal, from: SMS}"),
    "diff": ("portal-with-old-habits", "second-factor-by-phone"),
    "flips": ("check_phone", "second-factor-by-phone"),
    "robust": ("second-factor-by-phone",),
    "sources": ("administrators-after-a-leak",),
    "ask": ("second-factor-by-phone",),
    "read": ("Users of the portal sign in with a password only",),
    "audit": ("administrators-after-a-leak",),
    "brief": ("portal-with-old-habits", "--format", "html"),
    "graph": ("portal-with-old-habits",),
    "chat": ("administrators-after-a-leak", "--plain", "--no-journal"),
    "interview": ("administrators-after-a-leak", "--no-journal"),
    "facts": ("second-factor-by-phone", "--flat"),
    "new-situation": ("--for", "extranet", "--short"),
    "check": ("--counts",),
    "schema": ("situation",),
    "coverage": (),
    "test": ("--coverage",),
    "rules": ("aal3-takes-a-hardware-key",),
    "vocabulary": ("sends_code",),
    "situations": ("second-factor-by-phone",),
    "entities": ("portal",),
    "thresholds": (),
    "explain": ("5.1.2",),
    "completion": ("--names", "situations"),
    "doctor": (),
    "config": ("--format", "json"),
}
"""A right call of each command on the second rulebook that is shipped, which is named and not found by its folder."""


def test_every_command_is_called() -> None:
    """What the app says is said by a session, below."""
    assert COMMANDS.keys() <= CALLS.keys()
    others = {"sessions", "serve", "board", "passages", "new-rulebook"}  # the second ends when it is told to
    assert COMMANDS.keys() - others == SECOND.keys(), (
        "the second rulebook has no board; no copy of its document is here"
    )


def test_the_words_that_are_looked_for_are_many() -> None:
    assert {"kazakhstan", "the eu's instruments", "eu", "central asia", "build_ties", "afp"} <= BETRAYING
    assert len(BETRAYING) > 500
    assert betrayed("what the EU\nshould do in Central\nAsia") == {"eu", "central asia"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("facts")
    (made / "copy.md").write_text("[S.1] Leaves give shade.\n\nS.2 Heat makes ill.\n", encoding="utf-8")
    for name, text in {"undated": FACTS, "wrong": WRONG, "nothing": "facts: []\n"}.items():
        (made / f"{name}.yaml").write_text(text, encoding="utf-8")
    with Journal.open(made / "journal.db") as journal:
        session = Session(trees(), default_engine(), ["heatwave"], journal=journal)
        for line in (
            *trees().tour,
            *(line for line, _ in examples(trees())),
            "/load rain",
            "undo",
            "the weather is nice",
        ):
            session.ask(session.say(line))
        session.close()
    return made


@pytest.mark.parametrize("call", [(name, *given) for name, calls in CALLS.items() for given in calls], ids=" ".join)
def test_nothing_that_is_printed_is_of_another_subject(call: tuple[str, ...], folder: Path) -> None:
    is_of_rulebook = call[0] not in {"config", "new-rulebook", "sessions"} or call[1:2] == ("replay",)
    given = ("--rulebook", str(TREES)) if is_of_rulebook else ()
    done = run(
        *call,
        *given,
        folder=folder,
        stdin=SAID if call[0] in TALKING else b"",
        settings={"DRAGOMAN_JOURNAL": "journal.db", "DRAGOMAN_CONFIG": "config.toml"},
    )
    assert done.code in {0, 1, 2}
    assert done.out or done.err
    assert betrayed(done.out) == betrayed(done.err) == set()


@pytest.mark.parametrize("call", [(name, *given) for name, given in SECOND.items()], ids=" ".join)
def test_every_command_works_on_the_second_rulebook(call: tuple[str, ...]) -> None:
    given = () if call[0] == "config" else ("--rulebook", "authentication")
    done = run(*call, *given, stdin="skip\nhelp\nwhy?\nanything\n")
    assert done.code == 0, done.err
    assert done.out
    assert betrayed(done.out) == betrayed(done.err) == set()


@pytest.mark.parametrize("command", ["", *sorted(COMMANDS)])
def test_help_is_nobody_s(command: str) -> None:
    given = (command, "--help") if command else ("--help", "--rulebook", str(TREES))
    assert betrayed(ran(*given).out) == set()
    assert not re.search(r"\bstates?\b", ran(*given).out, re.IGNORECASE)


LINES = (
    *trees().tour,
    *(line for line, _ in examples(trees())),
    *(f"/{name}" for name in ACTIONS if name != "quit"),
    "/why plant_trees",
    "/why nothing",
    "/audit birds-leave",
    "/load heatwave",
    "/load nowhere",
    "watered: {city: arnhm}",
    "pavement: {city: oslo, heat: 3 km}",
    "anything",
    "",
    "/nothing",
)


def test_nothing_that_a_session_replies_is_of_another_subject() -> None:
    session = Session(trees(), default_engine())
    for line in LINES:
        reply = reply_view(session.say(line), trees())
        assert betrayed("\n".join("".join(span.text for span in row.spans) for row in reply)) == set(), line


@pytest.mark.parametrize("rulebook", [report(), second(), trees()], ids=lambda rulebook: rulebook.id)
def test_a_tour_and_the_examples_can_be_typed(rulebook: Rulebook) -> None:
    for lines in (rulebook.tour, example_facts(rulebook)):
        session = Session(rulebook, default_engine())
        assert lines
        assert [session.say(line).is_mistake for line in lines] == [False] * len(lines)
    session = Session(rulebook, default_engine())
    replies = [session.say(line) for line in rulebook.tour]
    assert any(reply.difference and reply.difference.changes for reply in replies), "a tour shows what facts change"


def test_a_rulebook_says_what_messages_call_things(tmp_path: Path) -> None:
    (tmp_path / "undated.yaml").write_text("facts: [watered: {city: oslo}]\n", encoding="utf-8")
    notes = advise(read_situation(trees(), tmp_path / "undated.yaml")).notes
    assert notes[0].endswith("the Parks Ministry's laws count as at the report's date, 2021-03-15.")
    session = Session(trees(), default_engine())
    [finding] = session.say("[1]").findings
    assert finding.message == "write a fact such as 'watered: {city: bergen}', or /help"
    early = situation_from(trees(), {"as_of": "2010-01-01", "facts": [{"canopy": {"city": "oslo", "share": 3}}]})
    assert advise(early).notes == ("No recommendation to the council follows from these facts.",)


def test_a_threshold_can_be_the_report_s(tmp_path: Path) -> None:
    full = ran("advise", "heatwave", "--full", "--rulebook", str(TREES)).words
    assert (
        "THRESHOLDS the report's where it is named, else the rulebook's or yours • hot_pavement 35 °C. (report S.1)"
        in full
    )
    flips = ran("flips", "short_of_shade: {city: arnhem}", "heatwave", "--rulebook", str(TREES)).words
    assert "35 °C (the report's threshold)" in flips
    assert "of Arnhem (the rulebook's threshold)" in flips
    why_not = ran("why-not", "short_of_shade: {city: arnhem}", "heatwave", "--rulebook", str(TREES)).words
    assert "20 °C; the threshold is 35 °C, the report's: 15 short" in why_not
    short = ran("advise", "heatwave", "--rulebook", str(TREES)).words
    assert "THRESHOLDS the rulebook's own: thin_canopy; the report's: hot_pavement" in short
    for name in ("vocabulary", "rulebook", "recommendations", "instruments", "rules", "claims"):
        (tmp_path / f"{name}.yaml").write_text((TREES / f"{name}.yaml").read_text("utf-8"), encoding="utf-8")
    path = tmp_path / "rulebook.yaml"
    path.write_text(
        path.read_text("utf-8").replace("    at: S.1\n", "").replace("watered: {city: bergen}", "watered: {}"), "utf-8"
    )
    assert (
        "RB011: the parameter 'hot_pavement' says where the report gives it ('at'), or a 'reason'"
        in run("check", str(tmp_path)).out
    )
    path.write_text(path.read_text("utf-8").replace("unit: °C", "unit: °C\n    reason: so"), "utf-8")
    assert run("check", str(tmp_path)).rows[0].split(": ", 1)[1].startswith("FA207: 'watered' needs the slot 'city'")


def test_a_rulebook_that_says_nothing_of_itself_has_words_all_the_same() -> None:
    lenders = read_rulebook(Path(__file__).parents[1] / "explain" / "lenders")
    assert (lenders.called.instruments, lenders.called.advised, lenders.example) == ("the instruments", "", ())
    assert example_facts(lenders) == ("pact: {between: exchange, and: vault}",)
