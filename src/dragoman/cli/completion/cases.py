"""What the scripts for bash and zsh share: shell functions that say what may stand where, as `case` in the Bourne shell has it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from shlex import quote

from dragoman.cli.completion.table import ANYTHING, Spec, Where

FUNCTIONS = r"""_dragoman_commands() {
  case "$1" in
%(commands)s
  esac
}

_dragoman_options() {
  case "$1" in
%(options)s
  esac
}

# what the value of an option may be; nothing if it takes none
_dragoman_value() {
  case "$1 $2" in
%(values)s
  esac
}

# what may stand at a place without an option
_dragoman_word() {
  case "$1 $2" in
%(words)s
  esac
}
"""
"""Of each place: its commands, its options, what the value of an option may be, what may stand without an option."""


def functions(
    places: Sequence[Where], commands: Mapping[str, Sequence[str]], options: Mapping[str, Sequence[str]]
) -> str:
    """The functions; `commands` and `options` are what is offered of them, by place."""
    return FUNCTIONS % {
        "commands": _cases((quote(path), printed) for path, printed in commands.items()),
        "options": _cases((quote(path), printed) for path, printed in options.items()),
        "values": _cases(
            (quote(f"{where.path} {one}"), option.value)
            for where in places
            for option in where.options
            for one in option.strings
            if option.value
        ),
        "words": _words(places),
    }


def _words(places: Iterable[Where]) -> str:
    """Cases of what may stand first, second and so on, before those of what may stand again and again."""
    exact: list[tuple[str, Spec]] = []
    further: list[tuple[str, Spec]] = []
    for where in places:
        for number, spec in enumerate(where.words):
            is_last = where.goes_on and number == len(where.words) - 1
            pattern = quote(where.path + " ")
            (further if is_last else exact).append((f"{pattern}{'*' if is_last else number}", spec))
    return "\n".join(filter(None, (_cases(exact), _cases(further))))


def _cases(rows: Iterable[tuple[str, Sequence[str]]]) -> str:
    """Cases with what each prints, a line each; those that print the same are one. Patterns are quoted already."""
    same: dict[tuple[str, ...], list[str]] = {}
    for pattern, printed in rows:
        if printed:
            same.setdefault(tuple(printed), []).append(pattern)
    return "\n".join(f"    {'|'.join(patterns)}) {_print(printed)};;" for printed, patterns in same.items())


def _print(printed: tuple[str, ...]) -> str:
    """An option that takes anything prints a space, which says that it takes something."""
    return "echo ' '" if printed == ANYTHING else f"printf '%s\\n' {' '.join(map(quote, printed))}"
