"""`dragoman config` and the file behind it: what holds, where it comes from, and that nothing wrong in it stops anything."""

import os
from pathlib import Path

import jsonschema
import pytest
from platformdirs import user_config_path

from dragoman.settings.read import Origin, current, path_of
from dragoman.settings.table import SETTINGS
from dragoman.settings.write import changed
from tests.cli.shell import Done, in_terminal, ran, run
from tests.rulebooks import TREES

ESCAPE = "\x1b["


def config(file: Path, *arguments: str, **further: str) -> Done:
    return run("config", *arguments, settings={"DRAGOMAN_CONFIG": str(file), **further})


def test_all_are_shown_with_where_they_come_from(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text('# mine\ntheme = "light"\n', encoding="utf-8")
    done = config(file, NO_COLOR="1")
    assert done.code == 0
    assert f"SETTINGS {file}" in done.words
    assert "theme light from line 2 of the file" in done.words
    assert "colour false from NO_COLOR" in done.words
    assert "rulebook the one that is shipped by default" in done.words


def test_as_json_they_are_of_their_schema(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text('theme = "light"\nthem = 1\n', encoding="utf-8")
    done = config(file, "--json")
    assert done.code == 1
    jsonschema.validate(done.json(), ran("schema", "config").json())
    assert [one["name"] for one in done.json()["settings"]] == list(SETTINGS)
    assert done.json()["mistakes"] == [
        {"source": str(file), "line": 2, "message": "there is no setting 'them'; did you mean 'theme'?"}
    ]
    assert config(file, "--format", "json").out == done.out


def test_one_is_set_and_taken_back_and_the_rest_of_the_file_stays(tmp_path: Path) -> None:
    file = tmp_path / "in" / "a folder" / "config.toml"
    assert config(file, "theme", "high-contrast").out == "high contrast\n"
    assert config(file, "ascii", "on").out == "true\n"
    mine = file.read_text("utf-8").replace('"high contrast"', '"dark"  # at night').replace("ascii", "# below\nascii")
    file.write_text(mine, encoding="utf-8")
    assert config(file, "theme", "light").code == 0
    assert file.read_text("utf-8") == mine.replace('"dark"', '"light"')
    assert config(file, "theme", "--unset").out == "as the terminal is\n"
    assert config(file, "path").out == f"{file}\n"
    assert [path.name for path in file.parent.iterdir()] == [file.name]


def test_what_is_no_value_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    for name, value, said in (
        ("theme", "drak", "there is no theme 'drak'; did you mean 'dark'?"),
        ("ascii", "perhaps", "'ascii' is true or false, found 'perhaps'"),
        ("them", "dark", "there is no setting 'them'; did you mean 'theme'?"),
        ("rulebook", "tres", "'tres' is no rulebook, and no rulebook of that name is installed"),
        ("journal", "a\x1b[31mb", "'journal' is a file, in quotes"),
    ):
        done = config(file, name, value)
        assert (done.code, done.out) == (2, "")
        assert said in done.err
        assert ESCAPE not in done.err
    assert not file.exists()


WRONG = {
    b"theme = dark\n": (1, "this is no TOML: invalid value; a text stands in quotes"),
    b'ascii = true\n\ntheme = "light\n': (3, "this is no TOML"),
    b'ascii = true\nthem = "dark"\n': (2, "there is no setting 'them'; did you mean 'theme'?"),
    b'ascii = "yes"\n': (1, "'ascii' is true or false, found 'yes'"),
    b"[theme]\nname = 1\n": (1, "'theme' is one of its names, in quotes"),
    b'theme = "d\xe4rk"\n': (1, "this is not UTF-8: save the file as UTF-8"),
    b"journal = 3\n": (1, "'journal' is a file, in quotes, found 3"),
    b"# \n" * 50_000: (0, "a file of settings has at most 100,000 bytes"),
}


@pytest.mark.parametrize("data", WRONG, ids=lambda data: data[:20].decode("latin-1"))
def test_what_is_wrong_is_one_line_and_the_rest_goes_on(data: bytes, tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_bytes(data)
    line, said = WRONG[data]
    settings = current({"DRAGOMAN_CONFIG": str(file)})
    [mistake] = settings.mistakes
    assert (mistake.source, mistake.line) == (str(file), line)
    assert said in mistake.message
    assert settings.flag("ascii") is (True if data.startswith(b"ascii = true\nthem") else None)
    assert settings.found["theme"].origin is Origin.DEFAULT


def test_a_wrong_file_stops_no_command_and_is_not_written_over(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text("theme = dark\n", encoding="utf-8")
    done = run("schema", settings={"DRAGOMAN_CONFIG": str(file)})
    assert done.code == 0
    [said] = done.err.splitlines()
    assert said.startswith(f"dragoman: {file}:1: this is no TOML")
    refused = config(file, "theme", "dark")
    assert refused.code == 2
    assert "mend that first, nothing was changed" in refused.err
    assert file.read_text("utf-8") == "theme = dark\n"


def test_the_file_is_where_platformdirs_has_it() -> None:
    assert path_of(os.environ) == user_config_path("dragoman", appauthor=False) / "config.toml"
    assert path_of({}) == Path("~/.config/dragoman/config.toml").expanduser()
    assert path_of({"XDG_CONFIG_HOME": "nowhere"}) is None


def test_nothing_is_kept_in_a_device() -> None:
    assert config(Path("/dev/null")).code == 0
    assert "is no regular file" in config(Path("/dev/null"), "theme", "dark").err
    assert not Path("/dev/null").is_file()


def test_a_folder_in_its_place_and_a_place_that_is_none(tmp_path: Path) -> None:
    assert "this is no regular file" in config(tmp_path).err
    (tmp_path / "file").write_text("", encoding="utf-8")
    done = config(tmp_path / "file" / "config.toml", "theme", "dark")
    assert done.code == 2
    assert "cannot be written" in done.err


def test_the_variable_goes_before_the_file_and_an_option_before_both(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    assert config(file, "rulebook", str(TREES)).code == 0
    settings = {"DRAGOMAN_CONFIG": str(file)}
    assert "plant-where-shade-is-short" in run("rules", settings=settings).out
    assert "aal3-takes" in run("rules", settings={**settings, "DRAGOMAN_RULEBOOK": "authentication"}).out
    assert "aal3-takes" in run("rules", "--rulebook", "authentication", settings=settings).out
    done = config(file, "journal", "mine.db", DRAGOMAN_JOURNAL="other.db")
    assert "DRAGOMAN_JOURNAL of the environment goes before it" in done.err
    assert done.out == "other.db\n"
    assert current(settings).text("journal") == str(Path.cwd() / "mine.db")


def test_colours_can_be_left_out_for_good(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    settings = {"DRAGOMAN_CONFIG": str(file)}
    assert ESCAPE in in_terminal("config", columns=100, settings=settings).out
    file.write_text("colour = false\n", encoding="utf-8")
    assert ESCAPE not in in_terminal("config", columns=100, settings=settings).out
    assert ESCAPE in in_terminal("config", columns=100, settings={**settings, "FORCE_COLOR": "1"}).out
    asked = {**settings, "FORCE_COLOR": "1", "NO_COLOR": "1"}
    assert ESCAPE not in in_terminal("config", columns=100, settings=asked).out


def test_what_stands_on_several_lines_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    text = 'journal = """\n/tmp/a"""\ntheme = "dark"\n'
    file.write_text(text, encoding="utf-8")
    assert "change it by hand" in config(file, "journal", "b").err
    assert file.read_text("utf-8") == text
    assert changed("[mine]\na = 1\n", "ascii", value=True) == "ascii = true\n[mine]\na = 1\n"
