"""The script for bash, from 3.2 (macOS) on: no associative arrays, no `mapfile`, no word list that bash would expand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from shlex import quote

from dragoman.cli.completion.table import ANYTHING, Spec, Where

_SCRIPT = r"""# Completion of dragoman in bash; put into ~/.bashrc:  source <(dragoman completion bash)
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

_dragoman_add() {
  if [[ $1 == "$cur"* ]]; then
    case "$1" in *=) compopt -o nospace 2>/dev/null;; esac
    COMPREPLY+=("$(printf '%%q' "$1")")
  fi
}

_dragoman_offer() {
  local token name
  for token in "$@"; do
    case "$token" in
      +files) compopt -o filenames 2>/dev/null; while IFS= read -r name; do COMPREPLY+=("$name"); done < <(compgen -f -- "$cur");;
      +folders) compopt -o filenames 2>/dev/null; while IFS= read -r name; do COMPREPLY+=("$name"); done < <(compgen -d -- "$cur");;
      @*) while IFS= read -r name; do _dragoman_add "$name"; done < <("$program" completion --names "${token#@}" "${book[@]}" 2>/dev/null);;
      '') ;;
      *) _dragoman_add "$token";;
    esac
  done
}

_dragoman() {
  local program="$1" cur="${COMP_WORDS[COMP_CWORD]}" place="" option="" word number=0 i plain=""
  local book
  book=(--)
  COMPREPLY=()
  [[ $cur == "=" ]] && cur=""
  for ((i = 1; i < COMP_CWORD; i++)); do
    word="${COMP_WORDS[i]}"
    if [[ $word == "=" && -n $option ]]; then continue; fi
    if [[ -n $option ]]; then
      case "$option" in --rulebook|--against) book=(--rulebook "$word");; --journal) book=("${book[@]}" --journal "$word");; esac
      option=""
      continue
    fi
    case "$word" in
      --) [[ -z $plain ]] && plain=1 && continue;;
    esac
    case "$plain$word" in
      -*) [[ -n $(_dragoman_value "$place" "$word") ]] && option="$word";;
      *)
        case " $(_dragoman_commands "$place" | tr '\n' ' ') " in
          *" $word "*) place="${place:+$place }$word"; number=0;;
          *) number=$((number + 1));;
        esac;;
    esac
  done
  [[ ${book[0]} == -- ]] && book=("${book[@]:1}")
  local IFS=$'\n'
  if [[ -n $option ]]; then
    _dragoman_offer $(_dragoman_value "$place" "$option")
  elif [[ $cur == -* && -z $plain ]]; then
    _dragoman_offer $(_dragoman_options "$place")
  else
    _dragoman_offer $(_dragoman_commands "$place") $(_dragoman_word "$place" "$number")
  fi
}

complete -F _dragoman dragoman
"""


def script(places: Sequence[Where]) -> str:
    """The script, for whoever sources it."""
    return _SCRIPT % {
        "commands": _cases((where.path, [name for name, _ in where.commands]) for where in places),
        "options": _cases(
            (where.path, [one for option in where.options for one in option.strings]) for where in places
        ),
        "values": _cases(
            (f"{where.path} {one}", option.value)
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
    return "\n".join(filter(None, (_cases(exact, quoted=False), _cases(further, quoted=False))))


def _cases(rows: Iterable[tuple[str, Sequence[str]]], *, quoted: bool = True) -> str:
    """Cases with what each prints, a line each; those that print the same are one."""
    same: dict[tuple[str, ...], list[str]] = {}
    for pattern, printed in rows:
        if printed:
            same.setdefault(tuple(printed), []).append(quote(pattern) if quoted else pattern)
    return "\n".join(f"    {'|'.join(patterns)}) {_print(printed)};;" for printed, patterns in same.items())


def _print(printed: tuple[str, ...]) -> str:
    """An option that takes anything prints an empty line, which says that it takes something."""
    return "echo ' '" if printed == ANYTHING else f"printf '%s\\n' {' '.join(map(quote, printed))}"
