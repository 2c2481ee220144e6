"""Whose word it is, set off by a mark: `Reuters: ...`, `[AFP] ...`, `... (TASS)`, `Analysts: ...`, `... - FT`.

    Reuters: Russia has troops in Tajikistan   ->   according to Reuters, Russia has troops in Tajikistan

Only of those who are known for telling: a name before a colon may as well be what is spoken of (`Donbas: ...`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.language.words import english
from dragoman.language.words.cues import Cues, spaced
from dragoman.language.words.tokens import Token

_TELLING = Cues(
    """
    [the] (reuters|afp|agence france presse|ap|associated press|upi|dpa|efe|ansa|tass|itar tass|interfax|ria|ria novosti|sputnik|regnum|rt)
    [the] (xinhua|global times|people s daily|scmp|south china morning post|cgtn|kyodo|nikkei|nikkei asia|yonhap|pti|anadolu|trt|al jazeera|al arabiya)
    [the] (bloomberg|bbc|bbc news|cnn|npr|dw|deutsche welle|rfe/rl|rferl|rfe|radio free europe|voice of america|voa|euronews|politico)
    [the] (financial times|ft|new york times|nyt|washington post|wapo|wall street journal|wsj|guardian|economist|times of central asia|spectator)
    [le|der|die|the] (monde|figaro|spiegel|zeit|faz|sz|nzz|nrc|pais|stampa|kommersant|vedomosti|izvestia|novaya gazeta|meduza|moscow times)
    [the] (eurasianet|diplomat|foreign policy|foreign affairs|asia times|jamestown|fergana|ferghana|akipress|24 . kg|kazinform|kun uz|asia plus)
    [the] (chatham house|carnegie|crisis group|icg|sipri|iiss|rand|csis|ecfr|brookings|clingendael|hcss|imf|world bank|adb|ebrd|osce|oecd|undp)
    [(the|our|my|a|an|one|local|western|several|two|three|some|other|independent|various|senior)] (source|sources|analysts|experts|observers|officials|diplomats|insiders|economists|scholars|researchers|commentators|pundits)
    [(a|an|the|one|our|new|latest|recent|local|independent)] [(new|latest|recent|local|independent|confidential|internal)] (report|reports|survey|surveys|poll|polls|study|studies|press|media|newspaper|newspapers|newspaper reports|press reports|think tank|embassy|embassy cable|cable)
    [(the|our|local|state)] [state] (media|press|tv|television|news agency|news agencies|newspapers)
    """
)
_MOST = 6
"""Tokens of whoever is named so."""
_CLOSING = {"(": ")", "[": "]"}
_BRACKETED = re.compile(r"\[([^][<>{}@#=/]{2,40}(?:/[a-z]{2,3})?)\]", re.IGNORECASE)


def without_bracketed(text: str) -> str:
    """The text without those who are named in square brackets, which are no markup."""
    return _BRACKETED.sub(lambda found: " " if _tells(re.findall(r"\w+|/|\.", found[1].lower())) else found[0], text)


def attributed(tokens: Sequence[Token]) -> list[Token]:
    """The tokens, with whoever is named so in the words that say it.

    >>> from dragoman.language.words.tokens import tokens_of
    >>> " ".join(token.text for token in attributed(tokens_of("Iran is in (Reuters)")))
    'iran is in , according to reuters'
    """
    size = len(tokens)
    if any(token.text == "according" for token in tokens):
        return list(tokens)
    for at in range(1, min(size - 1, _MOST + 2)):
        who = tokens[1:at] if tokens[0].text in _CLOSING else tokens[:at]
        closing = _CLOSING.get(tokens[0].text)
        is_apart = tokens[at].text == closing if closing else tokens[at].text in (":", "-")
        rest = tokens[at + 1 :]
        while is_apart and rest and rest[0].text in (":", ",", "-"):
            rest = rest[1:]
        if is_apart and rest and rest[0].text not in english.DO and _tells([token.text for token in who]):
            return [*_according(who), _mark(who[-1]), *rest]
    for at in range(max(1, size - _MOST - 2), size - 1):
        closing = _CLOSING.get(tokens[at].text)
        is_apart = tokens[at].text == "-" or tokens[-1].text == closing
        who = tokens[at + 1 : size - 1 if closing else size]
        if is_apart and who and _tells([token.text for token in who]):
            return [*tokens[:at], _mark(tokens[at]), *_according(who)]
    return list(tokens)


def _tells(words: list[str]) -> bool:
    return bool(words) and _TELLING.whole(spaced(words))


def _according(who: Sequence[Token]) -> list[Token]:
    first = who[0]
    said = (first._replace(text=word, stem=word, is_word=True, is_capital=False) for word in ("according", "to"))
    return [*said, *who]


def _mark(token: Token) -> Token:
    return token._replace(text=",", stem=",", is_word=False, is_capital=False)
