"""The script for fish: a line for each word, with the place where it may stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.cli.completion.kinds import FILES, FOLDERS
from dragoman.cli.completion.table import ANYTHING, Option, Spec, Where

_HEAD = r"""# Completion of dragoman in fish; keep it as ~/.config/fish/completions/dragoman.fish:
#   dragoman completion fish > ~/.config/fish/completions/dragoman.fish
function __dragoman_names
    set -l words (commandline -opc)
    set -l book
    for i in (seq 2 (count $words))
        switch $words[$i]
            case '--rulebook=*'
                set book --rulebook (string replace -- '--rulebook=' '' $words[$i])
            case --rulebook --against
                set -q words[(math $i + 1)]; and set book --rulebook $words[(math $i + 1)]
        end
    end
    $words[1] completion --names $argv[1] $book 2>/dev/null
end

# the command, and what follows it of these words: as many as are given
function __dragoman_at
    set -l words (commandline -opc)
    set -e words[1]
    set -l found
    set -l skip 0
    for word in $words
        if test $skip -eq 1
            set skip 0
        else if test "$word" = --rulebook; and test (count $found) -eq 0
            set skip 1
        else if not string match -q -- '-*' $word
            set -a found $word
        end
    end
    set -l number (count $argv)
    if test $number -eq 0
        test (count $found) -eq 0
        return
    end
    test (count $found) -ge $number; and test "$found[1..$number]" = "$argv"
end

complete -c dragoman -f
"""


def script(places: Sequence[Where]) -> str:
    """The script, to be kept as a file of completions."""
    return _HEAD + "\n".join(line for where in places for line in _lines(where)) + "\n"


def _lines(where: Where) -> Iterator[str]:
    at = f"-n {_quoted(f'__dragoman_at {where.path}'.strip())}"
    for name, text in where.commands:
        yield f"complete -c dragoman {at} -a {_quoted(name)} -d {_quoted(text)}"
    for option in where.options:
        yield f"complete -c dragoman {at} {_option(option)}"
    for spec in dict.fromkeys(where.words):
        if offered := _offered(spec):
            files = " -F" if FILES in spec else ""
            yield f"complete -c dragoman {at} -k -a {_quoted(offered)}{files}"


def _option(option: Option) -> str:
    names = " ".join(
        f"-l {one.removeprefix('--')}" if one.startswith("--") else f"-s {one.removeprefix('-')}"
        for one in option.strings
    )
    if not option.value:
        return f"{names} -d {_quoted(option.help)}"
    files = "-r -F" if {FILES, FOLDERS} & set(option.value) else "-x"
    offered = _offered(option.value)
    return " ".join((names, files, *([f"-a {_quoted(offered)}"] if offered else []), "-d", _quoted(option.help)))


def _offered(spec: Spec) -> str:
    if spec == ANYTHING:
        return ""
    parts = (f"(__dragoman_names {one[1:]})" if one.startswith("@") else one for one in spec if not one.startswith("+"))
    return " ".join(parts)


def _quoted(text: str) -> str:
    inner = text.replace("\\", "\\\\").replace("'", "\\'")
    return f"'{inner}'"
