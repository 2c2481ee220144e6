"""On a terminal: colours, its width, and nothing that could steer it."""

from pathlib import Path

import pytest

from tests.cli.shell import HALF, LENDERS, WORLD, Done, in_terminal, longest, ran, run, steering, uncoloured

ESCAPE = "\x1b"


# -- colours


def test_a_terminal_gets_colours_and_a_pipe_gets_none() -> None:
    shown, piped = in_terminal("advise", WORLD, columns=100), ran("advise", WORLD)
    assert ESCAPE in shown.out
    assert ESCAPE not in piped.out
    assert uncoloured(shown.out) == piped.out


@pytest.mark.parametrize("command", [("why", "build_ties", WORLD), ("audit", HALF), ("rules",), ("vocabulary",)])
def test_every_command_says_the_same_on_a_terminal(command: tuple[str, ...]) -> None:
    shown = in_terminal(*command, columns=100)
    assert ESCAPE in shown.out
    assert uncoloured(shown.out) == ran(*command).out


@pytest.mark.parametrize("settings", [{"NO_COLOR": "1"}, {"NO_COLOR": "no"}, {"TERM": "dumb"}])
def test_colours_can_be_refused(settings: dict[str, str]) -> None:
    assert in_terminal("advise", HALF, columns=100, settings=settings).out == ran("advise", HALF).out


@pytest.mark.parametrize("settings", [{"FORCE_COLOR": "1"}, {"FORCE_COLOR": "1", "TERM": "dumb"}])
def test_colours_can_be_forced(settings: dict[str, str]) -> None:
    forced = run("advise", HALF, settings=settings)
    assert ESCAPE in forced.out
    assert uncoloured(forced.out) == ran("advise", HALF).out
    assert forced.out == run("advise", HALF, "--color", "always").out
    assert run("advise", HALF, settings={**settings, "NO_COLOR": "1"}).out == ran("advise", HALF).out


def test_what_is_said_of_colours_goes_before_what_is_set() -> None:
    always = run("advise", HALF, "--color", "always", settings={"NO_COLOR": "1"})
    assert ESCAPE in always.out
    assert run("--color", "always", "advise", HALF).out == always.out
    assert in_terminal("advise", HALF, "--color=never", columns=100).out == ran("advise", HALF).out
    assert ran("advise", HALF, "--format", "json") == run("advise", HALF, "--format", "json", "--color", "always")


def test_an_empty_no_color_refuses_nothing() -> None:
    """As no-color.org has it."""
    assert ESCAPE in in_terminal("advise", HALF, columns=100, settings={"NO_COLOR": ""}).out


def test_every_colour_ends_where_it_began() -> None:
    for row in in_terminal("advise", WORLD, columns=80).out.splitlines():
        assert row.count(ESCAPE) == 2 * row.count(f"{ESCAPE}[0m")


def test_json_has_no_colours_on_a_terminal() -> None:
    shown = in_terminal("advise", HALF, "--format", "json", columns=60)
    assert shown.out == ran("advise", HALF, "--format", "json").out


# -- width


@pytest.mark.parametrize("columns", [20, 60, 80, 120, 200])
def test_no_line_is_longer_than_the_terminal(columns: int) -> None:
    shown = in_terminal("advise", WORLD, columns=columns)
    assert shown.code == 0
    assert longest(shown.out) <= columns
    if columns >= 80:  # below, the longest names are cut
        assert " ".join(uncoloured(shown.out).split()) == ran("advise", WORLD).words


@pytest.mark.parametrize("columns", [60, 120])
@pytest.mark.parametrize(
    "command", [("why", "greatest_escalation_risk", WORLD), ("audit", HALF), ("rules",), ("--help",)]
)
def test_every_command_follows_the_width(command: tuple[str, ...], columns: int) -> None:
    assert longest(in_terminal(*command, columns=columns).out) <= columns


def test_a_wider_terminal_has_fewer_lines() -> None:
    rows = [len(in_terminal("advise", WORLD, columns=columns).rows) for columns in (60, 120)]
    assert rows[0] > rows[1]


def test_columns_decides_for_a_pipe_and_over_a_terminal() -> None:
    narrow = run("advise", HALF, settings={"COLUMNS": "60"})
    assert 50 < longest(narrow.out) <= 60
    assert in_terminal("advise", HALF, columns=120, settings={"COLUMNS": "60", "NO_COLOR": "1"}).out == narrow.out


@pytest.mark.parametrize("columns", ["0", "-5", "lots", ""])
def test_columns_that_are_no_width_are_as_none(columns: str) -> None:
    done = run("advise", HALF, settings={"COLUMNS": columns})
    assert done.code == 0
    assert longest(done.out) <= 100


# -- what was written by others


HOSTILE = {
    "colour": "\\e[31mred\\e[0m",
    "title": "\\e]0;owned\\a",
    "eight-bit": "\\x9b31m",
    "bell": "\\a",
    "return": "all good\\rALL BAD",
    "delete": "a\\x7fb",
    "overwrite": "no\\b\\byes",
    "bidi": "\\u202egnihtyna",
    "isolate": "\\u2066x\\u2069",
    "invisible": "pass\\u200bword",
    "soft hyphen": "pass\\u00adword",
    "filler": "pass\\u3164word",
    "tags": "pass\\U000e0041word",
    "mark": "\\ufeffx",
    "separator": "one\\u2028two",
    "markup": "[bold red]x[/] [link=http://x]y[/link] {x} %s <b>",
}


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_nothing_that_a_file_says_steers_the_terminal(tmp_path: Path, name: str) -> None:
    """Titles, sources and notes are shown; control characters are written out or refused."""
    quoted = f'"{HOSTILE[name]}"'
    (tmp_path / "facts.yaml").write_text(
        f"situation: {quoted}\nfacts:\n  - proud: {{town: north}}\n    likelihood: possible\n"
        f"    source: {{title: {quoted}, grade: B2}}\n    note: {quoted}\n"
        f"  - guarded: {{town: north}}\n    source: {quoted}\n  - not: {{guarded: {{town: north}}}}\n",
        encoding="utf-8",
    )
    for arguments in (("advise",), ("why", "proud", "--format", "json")):
        done = run(*arguments, "facts.yaml", "--rulebook", LENDERS, folder=tmp_path)
        assert done.code in (0, 2)
        assert "Traceback" not in done.err
        assert steering(done.out) | steering(done.err) == set()


def test_markup_is_shown_as_it_was_written(tmp_path: Path) -> None:
    words = "[bold red]x[/] [link=http://x]y[/link] {x} %s <b>"
    (tmp_path / "facts.yaml").write_text(
        f'situation: "{words}"\nfacts:\n  - project: {{sponsor: china, host: kazakhstan, sector: trade, name: "{words}"}}\n',
        encoding="utf-8",
    )
    done = run("why", "project", "facts.yaml", folder=tmp_path)
    assert words in done.words
    assert run("advise", "facts.yaml", folder=tmp_path).rows[0] == words


@pytest.mark.parametrize(
    "text", ["\x1b[31mred.yaml", "\x9b31m.yaml", "bell\x07.yaml", "\u202egnp.yaml", "new\nline.yaml", "[red]x.yaml"]
)
def test_a_file_s_name_does_not_steer_the_terminal(tmp_path: Path, text: str) -> None:
    (tmp_path / text).write_text("facts:\n  - proud: {town: north}\n    likelihood: possible\n", encoding="utf-8")
    for arguments, code in (
        (("advise", text), 0),
        (("why", "proud", text, "--format", "json"), 0),
        (("audit", f"no{text}"), 2),
    ):
        done = run(*arguments, "--rulebook", LENDERS, folder=tmp_path)
        assert done.code == code
        assert steering(done.out) | steering(done.err) == set()


@pytest.mark.parametrize(
    "arguments",
    [
        ("advise", "\x1b[31m"),
        ("advise", "loan", "--for", "\x1b[31m"),
        ("advise", "loan", "--set", "\x1b[31m=1"),
        ("advise", "loan", "--set", "heavy=\x1b[31m"),
        ("advise", "loan", "--\x1b[31m"),
        ("advise", "loan", "--format", "\x1b[31m"),
        ("why", "\x1b[31m", "loan"),
        ("why", "proud: {town: \u202e}", "loan"),
        ("why", "proud", "loan", "--report", "\x1b[31m"),
        ("audit", "loan", "--rule", "\x9b31m"),
        ("rules", "\x1b]0;x\x07"),
        ("vocabulary", "\x1b[31m"),
    ],
)
def test_no_argument_steers_the_terminal(arguments: tuple[str, ...]) -> None:
    steers_nothing(run(*arguments, "--rulebook", LENDERS))


@pytest.mark.parametrize(
    "arguments", [("\x1b[31m",), ("check", "\x1b[31m"), ("test", "\x1b[31m"), ("rules", "--rulebook", "\x07")]
)
def test_no_command_and_no_folder_steers_the_terminal(arguments: tuple[str, ...]) -> None:
    steers_nothing(run(*arguments))


def steers_nothing(done: Done) -> None:
    assert done.code == 2
    assert "Traceback" not in done.err
    assert steering(done.out) | steering(done.err) == set()


def test_a_rulebook_s_folder_does_not_steer_the_terminal(tmp_path: Path) -> None:
    import shutil

    folder = tmp_path / "red\x1b[31m"
    shutil.copytree(LENDERS, folder)
    for arguments in (("check", str(folder)), ("test", str(folder)), ("advise", "loan", "--rulebook", str(folder))):
        done = run(*arguments)
        assert done.code == 0
        assert steering(done.out) | steering(done.err) == set()


def test_bytes_that_are_no_text_in_a_name_are_written_out(tmp_path: Path) -> None:
    done = run("advise", b"caf\xe9.yaml".decode(errors="surrogateescape"), folder=tmp_path)
    assert (done.code, done.out) == (2, "")
    assert done.err == "caf\\udce9.yaml:1:1: FA001: there is no such file\n"


# -- encodings


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252"])
def test_an_encoding_without_our_signs_gets_plain_ones(encoding: str) -> None:
    done: Done = run("why", "build_ties", WORLD, settings={"PYTHONIOENCODING": encoding})
    assert done.code == 0
    assert done.out.startswith("# the EU should build")
    assert "\\u" not in done.out
    assert steering(done.out) == set()


@pytest.mark.parametrize("locale", [{"LC_ALL": "C"}, {"LC_ALL": "", "LANG": "C"}, {"LC_ALL": "POSIX"}])
def test_the_c_locale_is_no_obstacle(locale: dict[str, str]) -> None:
    assert run("advise", WORLD, settings=locale).code == 0
    assert run("advise", "-", settings=locale, stdin="situation: Café 漢字\nfacts: []\n").code == 0
