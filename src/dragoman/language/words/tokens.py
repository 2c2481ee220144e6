"""Text becomes words: cleaned, cut at spaces, hyphens and marks, each with the place where it stood.

What people leave out or write in several ways is made one: `isn't` and `isnt` are `is not`, `Russia's` is `Russia`
and a mark of possession, `counter-terror` is two words, typographic quotes are plain ones.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from dragoman.language.words.shorthand import written_out
from dragoman.language.words.stems import stem

LONGEST = 4000
"""Characters that are read; what follows is not looked at."""
_ESCAPES = re.compile(r"\x1b\[[0-9;?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)?|\x1b.?", re.DOTALL)
_QUOTES = str.maketrans(
    {"‘": "'", "’": "'", "‛": "'", "´": "'", "`": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "–": "-", "—": ";",
     "−": "-", "…": ".", "\u00a0": " ", "\u202f": " ", "\u2009": " ", "×": "x", "→": ";"}
)  # fmt: skip
_ARROWS = re.compile(r"(?<![-=<])[-=]>(?!>)")
_SHORT_WITH = re.compile(r"\bw/(?!o\b)\s?", re.IGNORECASE)
_SHORT_WITHOUT = re.compile(r"\bw/o\b", re.IGNORECASE)
_EMPHASIS = re.compile(r"(?<![\w*_])(\*{1,3}|_{1,2})(?=\S)([^*_]{1,200}?)(?<=\S)\1(?![\w*_])")
_PAIR = re.compile(r"(?<=[\w,)'’\"”]) ?— ?([^—.!?;\n]{4,300}(?:\.[0-9][^—.!?;\n]*)?) ?— ?(?=[\w'(\"“])")
"""Two dashes, and what stands between them as in brackets: `Iran — it waited for years — is a member`."""
_PLAIN = re.compile(r"[ -)+-.0-=?-^a-~]*+")
"""What nothing is cleaned from: printable ASCII without what may be an arrow, `w/`, emphasis or a back quote."""
_PICTURES = re.compile("[\U0001f000-\U0001faff\u2600-\u27bf\ufe0f\u200d]")
_TOKEN = re.compile(
    r"""(?P<first>(?:\bn(?:o|r)\.\ ?|\#\ ?)[123](?![\w.,]))
      |(?P<number>[0-9]+(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:[.,][0-9]+)?)
      |(?P<abbreviation>(?:[A-Za-z]\.){2,}|(?-i:[A-Z]{2,}/[A-Z]{2,}\b))
      |(?P<word>[^\W\d_]+(?:'[^\W\d_]+)?)
      |(?P<mark>us\$|>=|<=|[^\w\s]|_)""",
    re.VERBOSE | re.IGNORECASE,
)
_DOMAIN = re.compile(r"\.(?:com|org|net|info|news|tv|gov|edu)\b", re.IGNORECASE)
_CONTRACTIONS = {
    "can't": "can not", "won't": "will not", "shan't": "shall not", "cannot": "can not", "ain't": "is not",
    "let's": "let us", "gonna": "going to", "wanna": "want to", "theres": "there is", "there's": "there is", "thats": "that is", "whats": "what is",
    "hows": "how is", "govt": "government", "gov't": "government", "w/": "with", "pct": "percent", "tmrw": "tomorrow",
    "wats": "what is", "i'm": "i am", "dont": "do not", "doesnt": "does not", "didnt": "did not", "isnt": "is not",
    "arent": "are not", "wasnt": "was not", "werent": "were not", "hasnt": "has not", "havent": "have not",
    "hadnt": "had not", "wont": "will not", "cant": "can not", "couldnt": "could not", "shouldnt": "should not",
    "wouldnt": "would not", "aint": "is not", "im": "i am", "ive": "i have", "wont've": "will not have",
    # of hurried notes
    "rn": "right now", "eachother": "each other", "govts": "governments",
    "abt": "about", "abx": "antibiotics", "acc": "according", "approx": "about", "b4": "before", "bc": "because", "btwn": "between", "def": "definitely", "deffo": "definitely", "defo": "definitely",
    "dunno": "do not know", "coop": "co operation", "econ": "economic", "esp": "especially", "gov": "government", "intl": "international", "mil": "military",
    "obv": "obviously", "pls": "please", "plz": "please", "pol": "political", "poss": "possibly", "prob": "probably",
    "probly": "probably", "prolly": "probably", "prez": "president", "req": "request", "reqs": "requests", "rly": "really", "sry": "sorry", "tbh": "honestly", "tech": "technology",
    "teh": "the", "tho": "though", "thru": "through", "u": "you", "ur": "your", "wd": "would", "wk": "week", "yr": "year", "yrs": "years",
    "ppl": "people", "peeps": "people", "tryna": "trying to", "gotta": "have to", "wat": "what", "wut": "what", "btween": "between", "cuz": "because",
    "coz": "because", "bcuz": "because", "bcos": "because", "lemme": "let me", "gimme": "give me", "theyre": "they are", "theyve": "they have",
    "youre": "you are", "youve": "you have", "weve": "we have", "shes": "she is", "itll": "it will", "theyll": "they will", "em": "them",
    "wheres": "where is", "heres": "here is", "whos": "who is", "mustnt": "must not", "neednt": "need not", "alot": "a lot",
    "noone": "nobody", "no1": "nobody", "nvr": "never", "neva": "never", "mebbe": "maybe", "mayb": "maybe", "nuthin": "nothing", "nuthing": "nothing",
    "wud": "would", "cud": "could", "shud": "should", "shoulda": "should have", "coulda": "could have", "woulda": "would have", "mighta": "might have",
    "finna": "going to", "boutta": "about to", "outta": "out of", "lotsa": "lots of", "cus": "because", "yall": "you", "ya": "you", "becuase": "because",
    "adn": "and", "taht": "that", "wich": "which", "thier": "their", "tmr": "tomorrow",
    "nobodys": "nobody is", "everybodys": "everybody is", "everyones": "everyone is", "somebodys": "somebody is", "someones": "someone is",
    "w": "with", "soo": "so", "waay": "way", "noo": "no", "cert": "certificate", "certs": "certificates", "tarrif": "tariff", "tarrifs": "tariffs",
    "basicaly": "basically", "basicly": "basically", "goverment": "government", "definately": "definitely", "realy": "really", "rlly": "really",
    "presum": "presumably", "appar": "apparently", "alleg": "allegedly", "unconf": "unconfirmed", "neg": "negative", "wld": "would", "shld": "should", "cld": "could",
    "probs": "probably", "ows": "owes", "anymre": "anymore", "agreemt": "agreement", "agmt": "agreement", "mtg": "meeting", "foregin": "foreign",
    "w/o": "without", "wo": "without", "r": "are", "shd": "should", "cd": "could", "n": "and",
}  # fmt: skip
_DRAWN_OUT = re.compile(r"([a-z])\1{2,}")
"""Letters drawn out, as nobody spells them: `sooo`, `waaay`."""
_MISSPELT_NOT = re.compile(r"(dos|dose|does|did|do|is|are|was|were|has|have|had|could|should|would)'?(?:e?n'?t|not)'?")
"""`does'nt`, `dosent`, `isnot`: a slip in a denial must not lose it."""
_BEFORE_MACHINE = frozenset({"the", "an", "a", "this", "that", "no", "any", "our", "its", "their", "every"})
"""Before `atm` they make of it a machine, and not the moment."""
_FIRST = {"1": "one", "2": "two", "3": "three"}
_ENDINGS = {"'re": "are", "'ve": "have", "'ll": "will", "'d": "would", "'m": "am"}


class Token(NamedTuple):
    """A word, a number or a mark."""

    text: str
    """Lower case."""
    stem: str
    start: int
    end: int
    """Where it stands in the cleaned text."""
    is_word: bool
    is_capital: bool = False
    """Whether it was written with a capital."""
    is_capitals: bool = False
    """Whether it was written in capitals alone, as `WHO` is and `who` is not."""


def cleaned(text: str) -> str:
    r"""The text without escapes and control characters, in one normal form, at most :data:`LONGEST` characters.

    >>> cleaned("\x1b[31mRussia\x1b[0m  is")
    'Russia  is'
    """
    if len(text) <= LONGEST and _PLAIN.fullmatch(text):
        return written_out(text)
    text = _PAIR.sub(r" - \1 - ", _ESCAPES.sub("", text[: 2 * LONGEST])[:LONGEST])
    text = unicodedata.normalize("NFC", _ARROWS.sub(":", text)).translate(_QUOTES)
    text = _SHORT_WITHOUT.sub("without", _SHORT_WITH.sub("with ", text))
    text = written_out(_PICTURES.sub(" ", _EMPHASIS.sub(r"\2", text)))
    return "".join(c if c.isprintable() else " " for c in text)


def tokens_of(text: str) -> list[Token]:
    """The tokens of a cleaned text."""
    found: list[Token] = []
    for match in _TOKEN.finditer(text):
        is_joint = match.group() == "-" and (
            _joins(text, match.start()) or (not found and _BULLET.match(text) is not None)
        )
        if not is_joint and not (match.group() == "." and _is_in_address(text, match.start())):
            _add(found, match)
    return found


_BULLET = re.compile(r"\s*- +[^\W\d]")
"""The mark before what stands in a list: `- Russia is in the SCO`."""


def _joins(text: str, at: int) -> bool:
    """Whether a hyphen stands within a word: `multi-vector` is two words, `35-45` and `base - a big one` are not."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return (before.isalpha() and after.isalnum()) or (before.isalnum() and after.isalpha())


def _is_in_address(text: str, at: int) -> bool:
    """Whether a dot stands in a web address, `openwindow.net`, as in the names of a rulebook."""
    return text[at - 1 : at].isalnum() and _DOMAIN.match(text, at) is not None


def _add(found: list[Token], match: re.Match[str]) -> None:
    start, end, raw = match.start(), match.end(), match.group()
    lower, is_capital = raw.lower(), raw[:1].isupper()
    if raw == "atm" and not (found and found[-1].text in _BEFORE_MACHINE):
        lower = "rn"
    match match.lastgroup:
        case "number":
            found.append(Token(_number(lower), lower, start, end, False))
            return
        case "first":  # No. 1
            found.extend(Token(word, word, start, end, True) for word in ("number", _FIRST[raw[-1]]))
            return
        case "abbreviation":
            lower = lower.replace(".", "")
        case "mark" if raw == "'" and found and found[-1].end == start and found[-1].text.endswith("s"):
            found.append(Token("'s", "'s", start, end, False))  # Brussels'
            return
        case "mark" if raw in "+&" and found and found[-1].is_word:
            found.append(Token("and", "and", start, end, True))
            return
        case "mark":
            found.append(Token(lower, lower, start, end, False))
            return
    if lower == "s" and found and found[-1].text == "'" and found[-1].end == start and _ends_a_number(found):
        found[-1] = Token("'s", "'s", start - 1, end, False)  # Argus-4's
        return
    is_capitals = len(raw) > 1 and raw.isupper()
    for word in _parts(lower):
        is_word = word != "'s"
        found.append(Token(word, stem(word) if is_word else word, start, end, is_word, is_capital, is_capitals))


def _ends_a_number(found: Sequence[Token]) -> bool:
    """Whether a number stands right before the last mark."""
    return len(found) > 1 and found[-2].text.isdigit() and found[-2].end == found[-1].start


def _number(text: str) -> str:
    """A decimal point, and nothing between thousands; nobody writes 40.000 for 40."""
    if re.fullmatch(r"[1-9]\d{0,2}(?:\.\d{3})*\.000|[1-9]\d{0,2}(?:\.\d{3}){2,}", text):
        return text.replace(".", "")
    if re.fullmatch(r"\d+(?:,\d{3})+(?:\.\d+)?", text):
        return text.replace(",", "")
    return text.replace(",", ".")


def _parts(word: str) -> list[str]:
    if _DRAWN_OUT.search(word) and len({*word}) > 1:  # `iii` is a number
        word = _DRAWN_OUT.sub(r"\1\1", word)
    if word in _CONTRACTIONS:
        return _CONTRACTIONS[word].split()
    if (found := _MISSPELT_NOT.fullmatch(word)) is not None:
        return ["does" if found[1] in ("dos", "dose") else found[1], "not"]
    if word.endswith("n't"):
        return [word[:-3], "not"]
    root, mark, ending = word.rpartition("'")
    if not mark:
        return [word]
    if ending == "s":
        return [root, "'s"]
    if f"'{ending}" in _ENDINGS:
        return [root, _ENDINGS[f"'{ending}"]]
    return [part for part in (root, ending) if part]


def are_all_capitals(tokens: Sequence[Token]) -> bool:
    """Whether a line is written in capitals alone, so that they tell no word from another."""
    return all(token.is_capitals for token in tokens if token.is_word and token.end > token.start + 1)


def words_of(text: str) -> list[str]:
    """The words of a phrase or a name, as :func:`tokens_of` cuts them, without marks.

    >>> words_of("Nur-Sultan's U.S. friends")
    ['nur', 'sultan', 'us', 'friends']
    """
    return [*_words_of(text)]


@lru_cache(maxsize=1 << 16)
def _words_of(text: str) -> tuple[str, ...]:
    """Phrases have the same few thousand words again and again."""
    if text.isascii() and text.replace(" ", "").isalpha():
        return tuple(part for word in text.lower().split(" ") if word for part in _parts(word))
    return tuple(token.text for token in tokens_of(cleaned(text)) if token.is_word or token.text[:1].isdecimal())
