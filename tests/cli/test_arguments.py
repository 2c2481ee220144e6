"""The command line itself: help, version, what is misspelt or missing."""

from pathlib import Path

import pytest

from dragoman import __version__
from dragoman.cli.commands import COMMANDS
from dragoman.cli.exit import MEANS, Exit
from dragoman.situation.assemble import situation_names
from tests.cli.shell import LENDERS, WORLD, ran, run
from tests.rulebooks import report


def test_the_version_names_the_program_the_engine_and_the_rulebook() -> None:
    rulebook = report()
    words = ran("--version").out
    assert words.startswith(f"dragoman {__version__}, engine rete (durable_rules 2.0.28), ")
    assert words.endswith(f"rulebook {rulebook.id} {rulebook.version} (digest {rulebook.digest[:12]})\n")
    assert ran("-V").out == words
    assert "rulebook authentication " in ran("--rulebook", "authentication", "--version").out


def test_help_shows_every_command_and_how_to_begin() -> None:
    text = ran("--help").words
    for name, command in COMMANDS.items():
        assert f"{name} {command.help}" in text
    first, *_ = situation_names(report())
    assert f"To begin with: dragoman advise {first}" in text
    assert ran("advise", first).code == 0
    assert "Exit codes: 0 done, 1 findings or failures, 2 something could not be read or used, 70 a fault" in text
    assert all(f"{code.value} {meaning}" in text for code, meaning in MEANS.items())
    assert MEANS.keys() == set(Exit)
    assert ran("help").out == ran("--help").out


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_command_has_its_help(command: str) -> None:
    done = ran(command, "--help")
    assert done.out.startswith(f"usage: dragoman {command}")
    assert " ".join(COMMANDS[command].help.split()) in done.words
    assert ran("help", command).out == done.out


def test_without_a_command_the_help_is_shown_and_nothing_is_done() -> None:
    done = run()
    assert (done.code, done.out) == (2, "")
    assert done.err == ran("--help").out


@pytest.mark.parametrize(
    ("given", "offered"),
    [("advice", "advise"), ("adivse", "advise"), ("vocabulry", "vocabulary"), ("Audit", "audit"), ("tests", "test")],
)
def test_a_misspelt_command_is_offered_the_nearest(given: str, offered: str) -> None:
    done = run(given, WORLD)
    assert (done.code, done.out) == (2, "")
    assert done.err == (
        f"dragoman: there is no command '{given}'; did you mean '{offered}'?\ndragoman --help shows what can be given\n"
    )


def test_a_command_like_no_other_is_said_not_to_exist() -> None:
    assert run("xyzzy").err.startswith("dragoman: there is no command 'xyzzy'\n")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("advise",), "dragoman advise: the following arguments are required: FILE (or --session SESSION)\n"),
        (("why", "build_ties"), "dragoman why: the following arguments are required: FILE (or --session SESSION)\n"),
        (
            ("advise", WORLD, "--formt", "json"),
            "dragoman advise: there is no option '--formt'; did you mean '--format'?\n",
        ),
        (("advise", WORLD, "--format"), "dragoman advise: argument --format: expected one argument\n"),
        (("advise", WORLD, "--fro", "kz"), "dragoman advise: there is no option '--fro'; did you mean '--for'?\n"),
        (("advise", WORLD, "--xyzzy=3"), "dragoman advise: there is no option '--xyzzy'\n"),
        (("--versoin",), "dragoman: there is no option '--versoin'; did you mean '--version'?\n"),
        (("rules", "one", "two"), "dragoman rules: unrecognized arguments: two\n"),
        (
            ("advise", WORLD, "--form", "json"),
            "dragoman advise: there is no option '--form'; did you mean '--format'?\n",
        ),
    ],
)
def test_what_is_missing_or_too_much_is_said(arguments: tuple[str, ...], said: str) -> None:
    done = run(*arguments)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(said)
    assert done.err.endswith("--help shows what can be given\n")


@pytest.mark.parametrize("command", ["check", "test", "coverage"])
def test_the_rulebook_is_named_with_the_option_or_without_it(command: str) -> None:
    with_option, without = run(command, "--rulebook", LENDERS), run(command, LENDERS)
    assert with_option == without == run(command, LENDERS, "--rulebook", LENDERS)
    assert with_option.code == 0


@pytest.mark.parametrize("command", ["check", "test", "coverage"])
def test_two_rulebooks_are_refused(command: str) -> None:
    done = run(command, LENDERS, "--rulebook", "elsewhere")
    assert (done.code, done.out) == (2, "")
    assert done.err == f"dragoman: one rulebook at a time: '{LENDERS}', or --rulebook 'elsewhere'\n"


def test_every_command_takes_a_rulebook() -> None:
    """Sessions and settings are kept whatever they are about, and a new rulebook is of no other."""
    for name in COMMANDS.keys() - {"sessions", "new-rulebook", "config"}:
        assert "--rulebook RULEBOOK" in ran(name, "--help").out, name


def test_each_command_stands_in_a_module_of_its_name() -> None:
    for name, command in COMMANDS.items():
        assert command.run.__module__ == f"dragoman.cli.commands.{name.replace('-', '_')}"
        assert command.arguments.__module__ == command.run.__module__


def test_a_rulebook_is_named_before_the_command_as_after_it() -> None:
    assert ran("--rulebook", LENDERS, "advise", "loan") == ran("advise", "loan", "--rulebook", LENDERS)


@pytest.mark.parametrize("command", [("rules",), ("check",), ("test",), ("advise", "loan"), ("--version",)])
@pytest.mark.parametrize("named", ["/nowhere", "nowhere", "/"])
def test_a_rulebook_that_the_environment_names_is_said_to_come_from_there(command: tuple[str, ...], named: str) -> None:
    done = run(*command, settings={"DRAGOMAN_RULEBOOK": named})
    assert done.code == 2
    said = done.out + done.err
    assert "RB001: this is no rulebook: " in said
    assert "; DRAGOMAN_RULEBOOK in the environment names it\n" in said


def test_so_is_one_that_the_settings_name(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text('# mine\nrulebook = "nowhere"\n', encoding="utf-8")
    done = run("rules", settings={"DRAGOMAN_CONFIG": str(tmp_path / "config.toml")})
    assert (done.code, done.out) == (2, "")
    assert done.err.endswith(f"; the settings name it ({tmp_path / 'config.toml'}:2)\n")


def test_who_advice_can_be_kept_to_is_the_rulebook_s() -> None:
    said = run("advise", "loan", "--rulebook", LENDERS, "--for", "exchange").err
    assert said == "dragoman: advice cannot be kept to the Exchange; it can to north, south, east\n"
