"""The script for zsh: words with what each means beside it."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.cli.completion.cases import functions
from dragoman.cli.completion.table import Where

_SCRIPT = r"""#compdef dragoman
# Completion of dragoman in zsh; put into ~/.zshrc, after compinit:  source <(dragoman completion zsh)
# or keep it as a file called _dragoman in a folder of $fpath.
%(functions)s
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
    commands = {where.path: [_with(name, text) for name, text in where.commands] for where in places}
    options = {
        where.path: [_with(one, option.help) for option in where.options for one in option.strings] for where in places
    }
    return _SCRIPT % {"functions": functions(places, commands, options)}


def _with(word: str, text: str) -> str:
    return f"{word.replace(':', chr(92) + ':')}:{text}"
