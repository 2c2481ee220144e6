"""The script for zsh: words with what each means beside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from shlex import quote

from dragoman.cli.completion.table import ANYTHING, Spec, Where

_SCRIPT = r"""#compdef dragoman
# Completion of dragoman in zsh; put into ~/.zshrc, after compinit:  source <(dragoman completion zsh)
# or keep it as a file called _dragoman in a folder of $fpath.
_dragoman_commands() {
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

_dragoman_offer() {
  local token
  local -a names plain closed
  for token in "$@"; do
    case "$token" in
      +files) _files;;
      +folders) _files -/;;
      @parameters) closed=(${(f)"$("$program" completion --names parameters $book 2>/dev/null)"}); compadd -S '' -a closed;;
      @*) names=(${(f)"$("$program" completion --names "${token#@}" $book 2>/dev/null)"}); compadd -a names;;
      ' ') ;;
      *) plain+=("$token");;
    esac
  done
  (( $#plain )) && compadd -a plain
}

_dragoman() {
  local program="$words[1]" place="" option="" word i number=0 plain=""
  local -a book found
  for ((i = 2; i < CURRENT; i++)); do
    word="${(Q)words[i]}"
    if [[ -n $option ]]; then
      case "$option" in --rulebook|--against) book=(--rulebook "$word");; --journal) book+=(--journal "$word");; esac
      option=""
      continue
    fi
    if [[ $word == -- ]]; then plain=1; continue; fi
    if [[ -z $plain && $word == --rulebook=* ]]; then
      book=(--rulebook "${word#*=}")
    elif [[ -z $plain && $word == -* ]]; then
      [[ -n "$(_dragoman_value "$place" "$word")" ]] && option="$word"
    elif [[ -n "$(_dragoman_commands "$place" | grep -e "^$word:")" ]]; then
      place="${place:+$place }$word"; number=0
    else
      (( number++ ))
    fi
  done
  if [[ -z $option && -z $plain && $words[CURRENT] == --*=* ]]; then
    option="${words[CURRENT]%%%%=*}"
    compset -P '*='
  fi
  if [[ -n $option ]]; then
    _dragoman_offer ${(f)"$(_dragoman_value "$place" "$option")"}
  elif [[ -z $plain && $words[CURRENT] == -* ]]; then
    found=(${(f)"$(_dragoman_options "$place")"})
    _describe -o option found
  else
    found=(${(f)"$(_dragoman_commands "$place")"})
    (( $#found )) && _describe command found
    _dragoman_offer ${(f)"$(_dragoman_word "$place" "$number")"}
  fi
}

if [[ "$funcstack[1]" == _dragoman ]]; then
  _dragoman "$@"
else
  compdef _dragoman dragoman
fi
"""


def script(places: Sequence[Where]) -> str:
    """The script, to be sourced or kept as a file."""
    return _SCRIPT % {
        "commands": _cases(
            (quote(where.path), [_with(name, text) for name, text in where.commands]) for where in places
        ),
        "options": _cases(
            (quote(where.path), [_with(one, option.help) for option in where.options for one in option.strings])
            for where in places
        ),
        "values": _cases(
            (quote(f"{where.path} {one}"), option.value)
            for where in places
            for option in where.options
            for one in option.strings
            if option.value
        ),
        "words": _words(places),
    }


def _with(word: str, text: str) -> str:
    return f"{word.replace(':', chr(92) + ':')}:{text}"


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
    """Cases with what each prints, a line each; those that print the same are one."""
    same: dict[tuple[str, ...], list[str]] = {}
    for pattern, printed in rows:
        if printed:
            same.setdefault(tuple(printed), []).append(pattern)
    return "\n".join(f"    {'|'.join(patterns)}) {_print(printed)};;" for printed, patterns in same.items())


def _print(printed: tuple[str, ...]) -> str:
    """An option that takes anything prints a space, which says that it takes something."""
    return "print -r -- ' '" if printed == ANYTHING else f"print -rl -- {' '.join(map(quote, printed))}"
