"""Anything at all, given to every reader: random bytes, random syntax, broken copies of good files.

    python -m tests.input.fuzz 100000 [SEED]

Each input either is read, and then written and read again as the same, or is refused with findings that
have a known code, a place inside the text, and a message of one printable line. Nothing else may come out.
"""

from __future__ import annotations

import json
import re
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path
from random import Random

from dragoman.errors import FindingsError
from dragoman.rulebook.load import read_rulebook
from dragoman.source.codes import CODES
from dragoman.source.formats import Format
from dragoman.source.visible import plain
from tests.input.support import SUFFIX, read, text

RULEBOOK_FILES = ("rulebook.yaml", "vocabulary.yaml", "rules.yaml", "claims.yaml", "instruments.yaml")
GOOD = Path(__file__).parents[1] / "reader" / "good"
_LONGEST_MESSAGE = 2000
_STEERING = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ud800-\udfff\ufeff]")
_TOKENS = {
    Format.YAML: (
        "\n",
        "  ",
        "- ",
        ": ",
        "{",
        "}",
        "[",
        "]",
        ", ",
        '"',
        "'",
        "#",
        "|",
        ">",
        "&a ",
        "*a",
        "!t ",
        "? ",
        "\t",
    ),
    Format.JSON: ("{", "}", "[", "]", ",", ":", '"', "\\", "\n", " ", "\\u00e9", "\\ud800", "null", "1e9", "-"),
    Format.JSONL: ("{", "}", "[", "]", ",", ":", '"', "\\", "\n", "\n", "\n{", " ", "null", "1e9"),
    Format.CSV: (",", ";", "\t", "\n", "\r\n", "\r", '"', '""', " ", "'", "=", "%", ">=", "..", "-", "1.234", "1,5"),
}
_WORDS = (
    *("situation", "as_of", "based_on", "forget", "facts", "note", "not", "fact", "holds", "source", "grade", "date"),
    *(
        "likelihood",
        "until",
        "at",
        "said_at",
        "share",
        "debtor",
        "creditor",
        "percent",
        "agency",
        "state",
        "calm",
        "gap",
    ),
    *("one", "other", "trend", "growing", "project", "host", "name", "kz", "kg", "region", "cn", "ru", "world", "true"),
    *(
        "2020-11-30",
        "2020-02-30",
        "42",
        "42.5",
        "at_least",
        "at_most",
        "very likely",
        "85 %",
        "B2",
        "MIL.3",
        "a.csv:1:2",
    ),
    *("\x00", "\x1b[31m", "\u202e", "\ufeff", "\x85", "\u2028", "é", "\U0001f600", "999999999999999", "x" * 200, "$x"),
)


@cache
def seeds() -> dict[Format, list[str]]:
    """Good files in each format."""
    told = """{"situation": "S: 1", "as_of": "2020-11-30", "note": "n", "facts": [
{"share": {"debtor": "region", "creditor": "cn", "percent": {"at_least": 35.5, "at_most": 45}}, "at": ["MIL.3"],
 "source": {"title": "AFP, \\"x\\"", "grade": "B2"}, "date": "2020-01-02", "likelihood": "85.5 %", "note": "a\\nb; c"},
{"not": {"project": {"host": "kz"}}, "until": "2020-12-31"}, {"project": {"host": "kz", "name": "Line: D"}},
{"gap": {"one": "ru", "other": "cn", "trend": "stable"}, "likelihood": "unlikely"}, {"calm": {}}]}"""
    document = read(told, "seed.json")
    good = {form: [text(document, form), text(document, form, places=False)] for form in Format}
    good[Format.YAML].append("based_on: world\nforget:\n  - agency: {state: kz}\nfacts: []\n")
    good[Format.CSV].append(good[Format.CSV][1].replace(",", ";").replace("35.5", "35,5"))
    return good


def random_input(dice: Random) -> tuple[str, bytes]:
    """A file name and what stands in it."""
    form = dice.choice(list(Format))
    make: Callable[[Random, Format], str | bytes] = dice.choice(
        (_bytes, _syntax, _mutated, _mutated, _mutated, _values)
    )
    data = make(dice, form)
    if isinstance(data, str):
        encoding = dice.choice(("utf-8", "utf-8", "utf-8", "utf-8", "utf-8-sig", "utf-16", "latin-1"))
        data = data.encode(encoding, "ignore")
    return f"fuzz{SUFFIX[form]}", data


def _bytes(dice: Random, _: Format) -> bytes:
    return dice.randbytes(dice.randint(0, 200))


def _syntax(dice: Random, form: Format) -> str:
    pieces = (*_TOKENS[form], *_TOKENS[form], *_WORDS)
    return "".join(dice.choice(pieces) for _ in range(dice.randint(0, 60)))


def _mutated(dice: Random, form: Format) -> str:
    data = dice.choice(seeds()[form])
    for _ in range(dice.choice((1, 1, 1, 2, 4))):
        at = dice.randint(0, len(data))
        to = min(len(data), at + dice.choice((0, 1, 1, 3, 10, 40)))
        match dice.randint(0, 5):
            case 0:
                data = data[:at] + data[to:]
            case 1:
                data = data[:at] + data[at:to] * dice.randint(2, 4) + data[to:]
            case 2:
                data = data[:at] + dice.choice(_TOKENS[form]) + data[at:]
            case 3:
                data = data[:at] + dice.choice(_WORDS) + data[to:]
            case 4:
                data = data[:at]
            case 5:
                other = dice.choice(seeds()[dice.choice((form, form, dice.choice(list(Format))))])
                data = data[:at] + other[dice.randint(0, len(other)) :]
    return data


def _values(dice: Random, form: Format) -> str:
    """Well-formed, and of no shape in particular."""
    if form is Format.CSV:
        rows = [[_word(dice) for _ in range(dice.randint(1, 6))] for _ in range(dice.randint(1, 5))]
        head = ["fact", *dice.choices(("state", "holds", "percent", "debtor", "creditor", "date", "note"), k=3)]
        return "\n".join(dice.choice(",;\t").join(row) for row in ([head, *rows] if dice.random() < 0.8 else rows))
    value = _value(dice, 4)
    if form is Format.JSONL:
        return "\n".join(json.dumps(_value(dice, 3)) for _ in range(dice.randint(0, 5)))
    return json.dumps(value if dice.random() < 0.3 else {"facts": [_value(dice, 3) for _ in range(3)]})


def _word(dice: Random) -> str:
    return dice.choice(_WORDS)


def _value(dice: Random, depth: int) -> object:
    kind = dice.randint(0, 9)
    if depth and kind < 5:
        return {_word(dice): _value(dice, depth - 1) for _ in range(dice.randint(0, 4))}
    if depth and kind < 6:
        return [_value(dice, depth - 1) for _ in range(dice.randint(0, 3))]
    return dice.choice((_word(dice), _word(dice), dice.randint(-5, 200), dice.random() * 100, None, True, ""))


# -- what must come out


def check(data: bytes, name: str) -> str:
    """Whether the input was read or refused; anything else is an error."""
    try:
        document = read(data, name)
    except FindingsError as error:
        check_findings(error, data)
        return "refused"
    again = read(text(document, Format.YAML), "again.yaml")
    assert again.facts == document.facts, (again, document)
    assert (again.title, again.as_of, again.based_on, again.note) == (
        *(document.title.strip(), document.as_of, document.based_on, document.note),
    )
    return "read"


def check_findings(error: FindingsError, data: bytes) -> None:
    assert error.findings
    written = data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8", "ignore")
    lines = 2 + sum(written.count(end) for end in "\n\r\x85\u2028\u2029")  # YAML ends a line at each of these
    for finding in error.findings:
        assert finding.code[:2] in {"FA", "RB"}
        assert finding.code[2:] in CODES, finding
        assert 1 <= finding.place.line <= lines, finding
        assert 1 <= finding.place.column <= len(data) + 1, finding
        assert finding.message
        assert len(finding.message) < _LONGEST_MESSAGE, finding
        assert not _STEERING.search(plain(str(finding))), finding


def check_rulebook(dice: Random) -> str:
    """The same of a rulebook with one of its files broken."""
    with tempfile.TemporaryDirectory() as folder:
        broken = dice.choice(RULEBOOK_FILES)
        for path in GOOD.glob("*.yaml"):
            good = path.read_text(encoding="utf-8")
            data = good.encode() if path.name != broken else _broken(dice, good)
            Path(folder, path.name).write_bytes(data)
        try:
            read_rulebook(folder)
        except FindingsError as error:
            check_findings(error, b"\n" * 10_000)
            return "refused"
        return "read"


def _broken(dice: Random, good: str) -> bytes:
    if dice.random() < 0.1:
        return dice.randbytes(100)
    at = dice.randint(0, len(good))
    to = min(len(good), at + dice.choice((0, 1, 5, 30)))
    put = dice.choice(("", dice.choice(_TOKENS[Format.YAML]), dice.choice(_WORDS), good[at:to] * 2))
    return (good[:at] + put + good[to:]).encode("utf-8", "ignore")


def main(number: int, seed: int) -> None:
    dice, counts, slowest = Random(seed), Counter[str](), (0.0, "")
    started = time.perf_counter()
    for done in range(1, number + 1):
        begun = time.process_time()
        if done % 20 == 0:
            name, outcome = "rulebook", check_rulebook(dice)
        else:
            name, data = random_input(dice)
            try:
                outcome = check(data, name)
            except BaseException:
                print(f"\ninput {done} of seed {seed}, {name}: {data!r}", file=sys.stderr)
                raise
        counts[f"{Path(name).suffix[1:] or name} {outcome}"] += 1
        slowest = max(slowest, (time.process_time() - begun, f"{name}, input {done}"))
        if done % 10_000 == 0:
            print(f"{done:,} inputs after {time.perf_counter() - started:.0f} s", flush=True)
    print(f"{number:,} inputs, seed {seed}: {sum(counts.values()):,} read or refused, nothing else")
    for what, count in sorted(counts.items()):
        print(f"  {what:<18} {count:>7,}")
    print(f"  slowest: {slowest[0]:.2f} s ({slowest[1]})")


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1)
