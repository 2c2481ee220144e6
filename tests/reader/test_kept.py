"""Kept rulebooks: a copy is believed only if it is whole, right and nobody else's; else the rulebook is read."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import Place, RulebookError
from dragoman.rulebook import cache, store
from dragoman.rulebook.cache import load_rulebook
from dragoman.rulebook.files import contents_of
from dragoman.rulebook.forms import Atom, Blank, Rulebook
from dragoman.rulebook.likelihood import Likelihood
from dragoman.rulebook.load import read_rulebook, rulebook_of
from dragoman.rulebook.packing import NotPacked, packed, unpacked
from dragoman.source.limits import Limits
from tests.cli.shell import run
from tests.explain.worlds import LENDERS
from tests.input.support import FOLDER
from tests.reader.support import GOOD

IS_ROOT = os.geteuid() == 0


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache folder of the user's own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path / "dragoman"


@pytest.fixture
def copy(home: Path) -> Path:
    """The copy of the good rulebook."""
    load_rulebook(GOOD)
    [path] = home.iterdir()
    return path


def believed(copy: Path) -> Rulebook | None:
    return cache._kept(bytes.fromhex(copy.stem))


# -- what is kept


@pytest.mark.parametrize("folder", [None, GOOD, FOLDER, LENDERS.folder], ids=["shipped", "good", "input", "lenders"])
def test_a_copy_is_the_rulebook_that_was_read(folder: str | Path | None, home: Path) -> None:
    read = read_rulebook(folder)
    assert load_rulebook(folder) == read
    [copy] = home.iterdir()
    assert believed(copy) == load_rulebook(folder) == read
    assert [path.name for path in home.iterdir()] == [copy.name]


def test_a_copy_needs_no_reader(home: Path) -> None:
    script = """
import sys
from dragoman.rulebook.cache import load_rulebook
load_rulebook()
print("dragoman.rulebook.load" in sys.modules, "pickle" in sys.modules)
"""
    said = [
        subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
        for _ in ("cold", "warm")
    ]
    assert said == ["True False\n", "False False\n"]


def test_what_was_hashed_is_what_was_parsed(home: Path, tmp_path: Path) -> None:
    folder = tmp_path / "rulebook"
    shutil.copytree(GOOD, folder)
    before, contents = read_rulebook(folder), contents_of(folder, Limits())
    (folder / "rulebook.yaml").write_text("saved in between", encoding="utf-8")
    assert rulebook_of(contents) == before
    with pytest.raises(RulebookError):
        load_rulebook(folder)
    shutil.copy(GOOD / "rulebook.yaml", folder)
    assert load_rulebook(folder) == before


def test_each_thing_that_could_change_a_rulebook_is_in_the_key(tmp_path: Path) -> None:
    shutil.copytree(GOOD, tmp_path / "one")
    shutil.copytree(GOOD, tmp_path / "two")
    one = contents_of(tmp_path / "one", Limits())
    (tmp_path / "two" / "vocabulary.yaml").rename(tmp_path / "two" / "vocabulary.yml")
    renamed = contents_of(tmp_path / "two", Limits())
    keys = {
        cache._key(one, Limits()),
        cache._key(one, Limits(text=20)),
        cache._key(renamed, Limits()),
        cache._key(contents_of(GOOD, Limits()), Limits()),
    }
    assert len(keys) == 4
    assert None not in keys
    code = {path.name for path in cache._code()}
    assert {"errors.py", "form.py", "yaml_reader.py", "names.py", "forms.py", "vocabulary.py", "packing.py"} <= code


# -- damage


def test_no_damaged_copy_is_believed(copy: Path) -> None:
    whole = copy.read_bytes()
    assert believed(copy) is not None
    rng = random.Random(1)
    damaged = [whole[:length] for length in {*range(70), *rng.sample(range(len(whole)), 300), len(whole) - 1}]
    for at in (*range(70), *rng.sample(range(len(whole)), 3000)):
        changed = bytearray(whole)
        changed[at] ^= 1 << rng.randrange(8)
        damaged.append(bytes(changed))
    damaged += [whole + b" ", whole * 2, b"\0" * len(whole), os.urandom(1000)]
    assert len(damaged) > 3000
    for data in damaged:
        copy.write_bytes(data)
        assert believed(copy) is None


def test_a_damaged_copy_is_written_anew(copy: Path) -> None:
    whole = copy.read_bytes()
    copy.write_bytes(whole[:-1])
    assert load_rulebook(GOOD) == read_rulebook(GOOD)
    assert copy.read_bytes() == whole


def test_a_copy_under_another_name_is_not_believed(copy: Path) -> None:
    other = copy.with_name(f"{'0' * 64}.kept")
    shutil.copy(copy, other)
    other.chmod(0o600)
    assert believed(other) is None


@pytest.mark.parametrize(
    "document",
    [
        '[["os:system"],["echo"],[[6,1,0]],1]',
        '[["subprocess:Popen"],["echo"],[[6,1,0]],1]',
        '[["dragoman.errors:DragomanError"],["a"],[[6,1,0]],1]',
        '[["dragoman.rulebook.cache:load_rulebook"],["a"],[[6,1,0]],1]',
        '[["dragoman.rulebook.store:os.system"],["a"],[[6,1,0]],1]',
        '[["dragoman.rulebook.nothing:X"],[],[],0]',
        "[[],[],[[0,1,0]],0]",
        '[[],["a"],[[0,0,0]],1]',
        '[[],["a"],[[3,1,0]],1]',
        '[[],["a"],[[4,1,0]],1]',
        "[[],[],[[99,1]],0]",
        "[[],[],[],0]",
        "[[],[],[[0]],0]",
        "[[],[],[[]],0]",
        "[[],[]]",
        "[" * 100_000,
        "{}",
        "\udcff",
    ],
)
def test_nothing_but_forms_can_be_made(document: str) -> None:
    with pytest.raises(NotPacked):
        unpacked(document.encode("utf-8", "surrogatepass"))


VALUES = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(),
        st.text(st.characters()),
        st.decimals(allow_nan=False),
        st.dates(),
        st.sampled_from([*Likelihood, *Blank]),
        st.builds(Place, st.text(), st.integers(), st.integers()),
        st.builds(Atom, st.text(), st.lists(st.text()).map(tuple)),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.lists(inner, max_size=4).map(tuple),
        st.dictionaries(st.text(), inner, max_size=4),
        st.frozensets(st.one_of(st.integers(), st.text()), max_size=4),
    ),
)


@given(VALUES)
def test_what_was_packed_is_unpacked(value: object) -> None:
    back = unpacked(packed(value))
    assert back == value
    assert repr(back) == repr(value) or "frozenset" in repr(value)


def test_one_thing_stays_one_and_one_is_not_true() -> None:
    place = Place("a", 1, 1)
    one, other, *rest = unpacked(packed([place, place, 1, True, 0, False, Decimal(1)]))
    assert one is other
    assert list(map(type, rest)) == [int, bool, int, bool, Decimal]


def test_what_is_equal_becomes_one_and_what_is_not_compared_is_left_out() -> None:
    rulebook = read_rulebook(LENDERS.folder)
    rules = tuple(rulebook.rules.values())
    copies = unpacked(packed(rules))
    assert all(rule.places for rule in rules)
    assert copies == rules
    assert not any(copy.places for copy in copies)
    terms = [term for copy in copies for condition in copy.when for term in condition.pattern.terms]
    assert len({id(term) for term in terms}) == len(set(terms)) < len(terms)


@pytest.mark.parametrize("value", [1.5, {1, 2}, object(), lambda: 1, Path("a"), Limits()])
def test_what_is_no_form_is_not_packed(value: object) -> None:
    with pytest.raises(NotPacked):
        packed([value])


# -- a folder of one's own


def as_a_link(copy: Path) -> None:
    copy.rename(copy.parent.parent / "elsewhere")
    copy.symlink_to(copy.parent.parent / "elsewhere")


def as_a_queue(copy: Path) -> None:
    copy.unlink()
    os.mkfifo(copy, 0o600)


def as_a_folder(copy: Path) -> None:
    copy.unlink()
    copy.mkdir()


def in_a_file(copy: Path) -> None:
    shutil.rmtree(copy.parent)
    copy.parent.touch()


def behind_a_link(copy: Path) -> None:
    copy.parent.rename(copy.parent.parent / "elsewhere")
    copy.parent.symlink_to(copy.parent.parent / "elsewhere")


FOREIGN: dict[str, Callable[[Path], None]] = {
    "others may read it": lambda copy: copy.chmod(0o644),
    "others may write it": lambda copy: copy.chmod(0o606),
    "others may look into the folder": lambda copy: copy.parent.chmod(0o755),
    "others may write in the folder": lambda copy: copy.parent.chmod(0o770),
    "a link": as_a_link,
    "a queue": as_a_queue,
    "a folder": as_a_folder,
    "behind a link": behind_a_link,
    "gone": lambda copy: copy.unlink(),
    "the folder is gone": lambda copy: shutil.rmtree(copy.parent),
    "the folder is a file": in_a_file,
}
if IS_ROOT:
    FOREIGN["another owner"] = lambda copy: os.chown(copy, 12345, 12345)
    FOREIGN["another owner of the folder"] = lambda copy: os.chown(copy.parent, 12345, 12345)


@pytest.mark.parametrize("what", FOREIGN)
def test_what_others_could_have_written_is_not_believed(what: str, copy: Path) -> None:
    FOREIGN[what](copy)
    assert believed(copy) is None
    assert load_rulebook(GOOD) == read_rulebook(GOOD)


def test_the_folder_and_its_files_are_private_whatever_the_mask(home: Path) -> None:
    before = os.umask(0)
    try:
        load_rulebook(GOOD)
    finally:
        os.umask(before)
    [copy] = home.iterdir()
    assert [path.stat().st_mode & 0o777 for path in (home, copy)] == [0o700, 0o600]


@pytest.mark.parametrize("given", ["relative", "", "./relative"])
def test_a_relative_cache_home_is_ignored(
    given: str, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", given)
    monkeypatch.setenv("HOME", str(tmp_path / "user"))
    load_rulebook(GOOD)
    assert list(tmp_path.iterdir()) == []  # a home that is not there is not made
    (tmp_path / "user").mkdir()
    load_rulebook(GOOD)
    assert [path.name for path in tmp_path.iterdir()] == ["user"]
    assert len(list((tmp_path / "user" / ".cache" / "dragoman").iterdir())) == 1


@pytest.mark.parametrize("where", ["/proc/self", "/dev/null", "/proc/nothing/below"])
def test_where_nothing_can_be_written_nothing_is_said(where: str) -> None:
    done = run("rules", settings={"XDG_CACHE_HOME": where})
    assert (done.code, done.err) == (0, "")


@pytest.mark.skipif(IS_ROOT, reason="root may write everything")
def test_a_home_that_is_read_only(home: Path, tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    assert load_rulebook(GOOD) == read_rulebook(GOOD)
    assert not home.exists()


def test_a_disk_that_is_full_leaves_nothing_behind(home: Path) -> None:
    script = """
import resource
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
from dragoman.rulebook.cache import load_rulebook
print(load_rulebook().id)
"""
    done = subprocess.run([sys.executable, "-B", "-c", script], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "central_asia\n", "")
    assert list(home.iterdir()) == []


def test_many_writers_at_once_leave_one_copy(home: Path) -> None:
    script = f"""
from pathlib import Path
from dragoman.rulebook.cache import load_rulebook
for number in range(10):
    assert load_rulebook({str(GOOD)!r}).id == "good"
    for path in Path({str(home)!r}).glob("*.kept"):
        path.unlink(missing_ok=True)
assert load_rulebook({str(GOOD)!r}).id == "good"
"""
    writers = [subprocess.Popen([sys.executable, "-c", script], stderr=subprocess.PIPE) for _ in range(3)]
    for writer in writers:
        assert writer.communicate()[1] == b""
        assert writer.returncode == 0
    load_rulebook(GOOD)
    [copy] = home.iterdir()
    assert believed(copy) == read_rulebook(GOOD)


def test_a_rulebook_with_mistakes_is_not_kept(home: Path, tmp_path: Path) -> None:
    shutil.copytree(GOOD, tmp_path / "bad")
    (tmp_path / "bad" / "rulebook.yaml").write_text("wrong: 1\n", encoding="utf-8")
    for _ in ("cold", "warm"):
        with pytest.raises(RulebookError):
            load_rulebook(tmp_path / "bad")
    assert not home.exists()


def test_what_two_large_rulebooks_are_made_into_is_kept(home: Path) -> None:
    assert store.prepared()
    for name in ("one", "other"):
        store.write(name, bytes(42_000_000))
    assert {path.name for path in home.iterdir()} == {"one.kept", "other.kept"}


def test_old_copies_and_what_was_abandoned_go(copy: Path, home: Path) -> None:
    long_ago = time.time() - 10_000
    for number in range(20):
        old = home / f"{number}.kept"
        old.touch(0o600)
        os.truncate(old, 16 << 20)
        os.utime(old, (long_ago - number, long_ago - number))
    for name in ("a.unfinished", "a.rulebook", "tmpabc", "other"):
        (home / name).touch()
        os.utime(home / name, (long_ago, long_ago))
    (home / "now.unfinished").touch()
    assert store.read("17")
    store.write("new", b"data")
    left = {path.name for path in home.iterdir()}
    assert left == {copy.name, "new.kept", "now.unfinished", "other", "17.kept", *(f"{n}.kept" for n in range(14))}
