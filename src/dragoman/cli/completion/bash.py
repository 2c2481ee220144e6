"""The script for bash, from 3.2 (macOS) on: no associative arrays, no `mapfile`, no word list that bash would expand."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.cli.completion.cases import functions
from dragoman.cli.completion.table import Where

_SCRIPT = r"""# Completion of dragoman in bash; put into ~/.bashrc:  source <(dragoman completion bash)
%(functions)s
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
    commands = {where.path: [name for name, _ in where.commands] for where in places}
    options = {where.path: [one for option in where.options for one in option.strings] for where in places}
    return _SCRIPT % {"functions": functions(places, commands, options)}
