"""The same sentence without the words that change nothing of what it tells.

    Turkey is building two power plants             ->  Turkey is building power plants
    the lead gets bigger and bigger                 ->  the lead gets bigger
    soldiers being stationed in Tajikistan          ->  soldiers in Tajikistan
    leans on China more with every passing year     ->  leans on China more and more
    helps to keep it in check                       ->  keep it in check
    they help each other rather than compete        ->  they help each other

Only a sentence of which something was left over is looked at so, and only what is read whole then is taken.

What two words joined by `and` or `or` say is told where each of them alone would say the same: `oil or minerals`, `pipes,
roads and rails`.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.language.grammar.lexicon import PEOPLE
from dragoman.language.line.line import Line
from dragoman.language.line.mentions import PRONOUN, Mention
from dragoman.language.turns.implied import implied
from dragoman.language.turns.spared import SPARED
from dragoman.language.words import english, hedges
from dragoman.language.words.belonging import SITES
from dragoman.language.words.cues import Cues, spaced
from dragoman.language.words.effects import Effect, Mark
from dragoman.language.words.stems import is_past_participle, stem
from dragoman.language.words.tokens import Token

_SEVERAL = frozenset(
    english.lines(
        "two|three|four|five|six|seven|eight|nine|ten|dozen|several|numerous|various|multiple|countless|sundry"
    )
)
_NOT_COUNTED = frozenset(
    english.lines(
        "times|percents|thirds|quarters|fifths|tenths|halves|points|years|months|weeks|days|hours|minutes|dollars|euros|others"
        "|sides|most|least|less|more|of|or|and|to|as|in|is"
    )
)
_STATIONED = frozenset(
    english.lines(
        "stationed|based|located|situated|posted|placed|found|present|garrisoned|quartered|living|residing|working|employed|settled"
    )
)
_PLACE = frozenset({"in", "at", "on", "across", "near", "along", "inside", "outside"})
_SINCE = frozenset({"every", "each", "passing"})
_TIMES = frozenset({"year", "month", "day", "week", "decade"})
_HELPING = frozenset({"helps", "help", "manages", "manage", "serves", "serve"})
_JOINS = frozenset(
    map(
        stem,
        english.lines("link|links|linking|linked|join|joining|joined|team|tie|tied|hook|match|pair|sign|signed|open"),
    )
)
_ASIDE = tuple(
    tuple(words.split())
    for words in english.lines(
        "rather than|instead of|as opposed to|whatever|no matter what|no matter how|no matter who|never mind|regardless of"
        "|irrespective of|come what may|even where|even when|even though"
    )
)
"""What begins that which changes nothing of what stands before it."""
_CONTRAST = frozenset({"rather", "instead", "as"})
"""What says what is not so: left out only where that names nobody, and nothing else is denied."""
_HOLDING = frozenset({"think", "thinks", "believe", "believes", "claim", "deny", "denies", "swear", "swears"})
_LEAST_BEFORE = 3
_NEAR = 3
"""So many words before it a negation may be that of a participle: `soldiers no longer being stationed`."""
_FIELDS = frozenset(english.lines("domain|sphere|field|area|realm|sector|dimension|respect"))
_EQUALS = frozenset({("equivalent", "to"), ("equal", "to")})
_JUST = frozenset(english.lines("only|just|merely|mere|fully|exactly|precisely|whopping|staggering|measly|modest"))
_JOINING = frozenset({"and", "or", "nor"})
_MOST_JOINED = 5


def reduced(line: Line) -> list[Token] | None:
    """The tokens without such words; None if the sentence has none."""
    kept: list[Token] = []
    at = 0
    while at < len(line):
        size, instead = next(filter(None, (spare(line, at) for spare in _SPARED)), (0, ()))
        if size:
            token = line.tokens[at]
            kept += [token._replace(text=word, stem=stem(word), is_word=True) for word in instead]
            at += size
        else:
            kept.append(line.tokens[at])
            at += 1
    return kept if kept != line.tokens else None


_Spared = tuple[int, tuple[str, ...]] | None
"""So many tokens, and the words in their place."""


def _counted(line: Line, at: int) -> _Spared:
    """How many there are of something that is there: never where something negates, or a figure is what is told."""
    if line.texts[at] not in _SEVERAL or not english.NEGATORS.isdisjoint(line.texts) or at + 1 >= len(line):
        return None
    begins = not at or line.is_cut(at - 1)
    if begins and not SITES.isdisjoint(token.stem for token in line.tokens[at + 1 : at + _NEAR]):
        return None  # what two shops of a place do is not done by those of the place
    if any(figure is not None and figure.end > at for figure in line.figures[max(0, at - _LEAST_BEFORE) : at]):
        return None  # `one in four`
    if any(len(m.names) == 1 and line.grammar.lexicon.entities[m.names[0]].members for m in _behind(line, at)):
        return None  # of two bases in the region not each of its states has one
    ahead = line.texts[at + 1 : at + 4]
    is_plural = any(text.endswith("s") and text not in _NOT_COUNTED for text in ahead)
    is_other = ahead[0] in _NOT_COUNTED or english.is_unit(ahead[0]) or bool(line.mentions[at])
    is_other = is_other or any(
        mention.kind == PEOPLE for mention in line.mentions[at + 1]
    )  # `two Turks` are not all of them
    is_fraction = at > 0 and line.texts[at - 1] in ("the", "these", "those", "number", "one", "-", "/")
    return (1, ()) if is_plural and not is_other and not is_fraction else None


def _behind(line: Line, at: int) -> Iterator[Mention]:
    """Those who are named behind a token."""
    return (m for several in line.mentions[at + 1 :] for m in several if m.kind != PRONOUN)


def _doubled(line: Line, at: int) -> _Spared:
    """`bigger and bigger`: it gets so, and more so."""
    one, joint, other = (*line.texts[at : at + 3], "", "", "")[:3]
    is_more = one.endswith("er") or one == "worse"
    return (2, ()) if is_more and joint == "and" and one == other else None


def _stationed(line: Line, at: int) -> _Spared:
    """`soldiers being stationed in`, where it is not what is said of them: `soldiers are stationed in`."""
    begins = at + (line.texts[at] == "being")
    before = line.texts[at - 1] if at else "is"
    if begins + 1 >= len(line) or line.texts[begins] not in _STATIONED or line.texts[begins + 1] not in _PLACE:
        return None
    if not english.NEGATORS.isdisjoint(line.texts[max(0, at - _NEAR) : at]):
        return None
    is_verb = before in english.BE | english.HAVE | english.NEGATORS | {"been", "be", "being"} or line.free(at - 1)
    return None if is_verb else (begins + 1 - at, ())


def _every_year(line: Line, at: int) -> _Spared:
    """`more every year`, `less with each passing month`: more and more, less and less."""
    if line.texts[at] not in ("more", "less") or line.texts[at - 1 : at] == ["and"]:
        return None
    end = at + 1 + (line.texts[at + 1 : at + 2] == ["with"])
    first = end
    while end < len(line) and line.texts[end] in _SINCE:
        end += 1
    is_time = end > first and end < len(line) and line.texts[end] in _TIMES
    return (end + 1 - at, (line.texts[at], "and", line.texts[at])) if is_time else None


def _helping(line: Line, at: int) -> _Spared:
    """`helps to keep`, `manages to keep`, behind a name."""
    if line.texts[at] not in _HELPING or at + 2 >= len(line) or not at:
        return None
    is_named = any(m.end == at for several in line.mentions[max(0, at - 5) : at] for m in several)
    return (2, ()) if is_named and line.texts[at + 1] == "to" and not line.mentions[at + 2] else None


def _upward(line: Line, at: int) -> _Spared:
    """The `up` of `links up with`: never that of a number which goes up."""
    is_up = line.texts[at] == "up" and at > 0 and line.tokens[at - 1].stem in _JOINS
    return (1, ()) if is_up else None


def _alike(line: Line, at: int) -> _Spared:
    """`A and B alike`: both of them, whether they are named or are words of the rulebook."""
    if line.texts[at] != "alike":
        return None
    is_named = any(m.end == at and len(m.names) > 1 for several in line.mentions[:at] for m in several)
    is_pair = any(
        end == at and line.texts[one - 1 : one] == ["and"] for one in range(at) for end, _ in line.spoken[one]
    )
    return (1, ()) if is_named or is_pair else None


def _of_itself(line: Line, at: int) -> _Spared:
    """`Putin accepts Russia being ...`: who was named before, by whatever name."""
    for mention in line.mentions[at]:
        before = {m.names for several in line.mentions[:at] for m in several if m.end <= at}
        if line.texts[mention.end : mention.end + 1] == ["being"] and before == {mention.names}:
            return mention.end - at, ()
    return None


def _set_aside(line: Line, at: int) -> _Spared:
    """What something is said to be true without: `rather than compete`, `, whatever people say`, `instead of asking`, even first."""
    begins = at + (line.texts[at] == ",")
    size = next((len(words) for words in _ASIDE if tuple(line.texts[begins : begins + len(words)]) == words), 0)
    if not size or 0 < at < _LEAST_BEFORE:
        return None
    if at == begins > 0 and line.texts[begins] in ("whatever", "no"):
        return None  # who does whatever he is told does it
    ending = (",",) if at == 0 else (",", ";", ":", "and", "but")
    end = next((n for n in range(begins + size, len(line)) if line.texts[n] in ending), len(line))
    if at == 0 and (end + _LEAST_BEFORE >= len(line) or line.texts[0] not in _CONTRAST):
        return None
    end += at == 0
    is_contrast = line.texts[begins] in _CONTRAST
    named = (n for n in range(begins, end) if line.texts[n] != "others")
    names = any(m.kind != PRONOUN for n in named for m in line.mentions[n])
    is_disputed = any(line.texts[n] in hedges.SAYING or line.texts[n] in _HOLDING for n in range(begins, end))
    is_apart = not is_disputed and not (is_contrast and (names or not english.NEGATORS.isdisjoint(line.texts)))
    return (end - at, ()) if end > begins + size and is_apart else None


def _only(line: Line, at: int) -> _Spared:
    """`only 30 %`, `is only slight`: so many it is, and so it is, whatever is thought of it."""
    is_figure = at + 1 < len(line) and line.figures[at + 1] is not None
    if line.texts[at] == "only" and _RARELY.at_start(spaced(line.texts[at + 1 : at + 6])) is not None:
        return (1, ()) if at and english.NEGATORS.isdisjoint(line.texts) else None
    if line.texts[at] == "only" and 0 < at < len(line) - 1 and line.texts[at - 1] in english.BE and not is_figure:
        is_last = any(end == len(line) or line.is_cut(end) for end, _ in line.spoken[at + 1])
        return (1, ()) if is_last and english.NEGATORS.isdisjoint(line.texts) else None
    is_said = line.texts[at - 1 : at] in (["not"], ["the"])  # `is not the only one that does it`
    return (1, ()) if line.texts[at] in _JUST and is_figure and not is_said else None


def _got(line: Line, at: int) -> _Spared:
    """`have got`: have."""
    if line.texts[at] not in ("has", "have") or line.texts[at + 1 : at + 2] != ["got"]:
        return None
    return 2, (line.texts[at],)


def _field(line: Line, at: int) -> _Spared:
    """`in the military domain`, behind the word of a slot that says which one."""
    is_said = line.texts[at] in _FIELDS and any(end == at for several in line.spoken[:at] for end, _ in several)
    return (1, ()) if is_said else None


def _us(line: Line, at: int) -> _Spared:
    """`delivers to us at the Lion`: to the Lion."""
    is_us = line.texts[at] in ("us", "them") and at > 0 and line.texts[at - 1] in ("to", "with", "from", "for", "by")
    place = at + 2 + (line.texts[at + 2 : at + 3] == ["the"])
    is_placed = line.texts[at + 1 : at + 2] in (["at"], ["in"]) and place < len(line) and line.mentions[place]
    return (2, ()) if is_us and is_placed else None


def _equals(line: Line, at: int) -> _Spared:
    """`were equivalent to 26 %`: were."""
    is_equal = tuple(line.texts[at : at + 2]) in _EQUALS and at > 0 and line.texts[at - 1] in english.BE
    return (2, ()) if is_equal else None


def _adverbial(line: Line, at: int) -> _Spared:
    """What may stand in a clause in more words than one, and says nothing: `in fact`, `to this day`."""
    is_plain = english.NEGATORS.isdisjoint(line.texts) and english.TURNING.isdisjoint(line.texts)
    size = max((mark.end - at for mark in line.marks[at] if _says_nothing(mark, is_plain=is_plain)), default=0)
    return (size, ()) if size > 1 and not line.mentions[at] else None


def _says_nothing(mark: Mark, *, is_plain: bool) -> bool:
    """Whether a mark does nothing to a fact, or nothing to one that is not denied."""
    is_free = mark.effect is Effect.NONE or (is_plain and mark.effect is Effect.NARROWS)
    return is_free and not mark.at_start_only and not (mark.effect is Effect.NONE and mark.says)


def _much_of(line: Line, at: int) -> _Spared:
    """`lots of influence`, `a great deal of trouble`: never of who or what is named, nor where it is denied."""
    found = _MUCH.at_start(spaced(line.texts[at : at + _LEAST_BEFORE * 2]))
    size = found.group().count(" ") if found is not None else 0
    is_denied = not (english.NEGATORS | english.FAINT_NEGATORS | english.TURNING).isdisjoint(line.texts)
    is_of_some = any(
        line.mentions[one] or line.figures[one] is not None for one in range(at, min(len(line), at + size + 2))
    )
    return (size, ()) if size and not is_denied and not is_of_some else None


_MUCH = Cues(
    """
    (plenty|lots|loads|tons|heaps|oodles|masses) of
    a [(whole|great|good|fair|huge|considerable|fair|large|significant|massive|vast)] (lot|deal|amount|bit|measure|degree|dose|portion) of
    (an awful lot|no end|no shortage|any amount|no lack) of
    [(some|quite|a)] (degree|measure) of
    """
)


_RARELY = Cues(
    """
    (once in a while|every once in a while|now and then|now and again|from time to time|once in a blue moon|on rare occasions|at long intervals|every few years)
    (occasionally|sporadically|infrequently|sometimes|intermittently)
    """
)
"""How rarely something is: only so, and so."""


_SPARED = (
    implied,
    _adverbial,
    _much_of,
    _only,
    _got,
    _field,
    _us,
    _equals,
    _counted,
    _doubled,
    _stationed,
    _every_year,
    _helping,
    _upward,
    _alike,
    _of_itself,
    _set_aside,
    *SPARED,
)


def each_alone(line: Line) -> Iterator[list[list[Token]]]:
    """For each list of plain words, the sentence with each of them alone."""
    at = 1
    while at < len(line) - 1:
        if line.texts[at] in _JOINING and _is_plain(line, at - 1):
            first = at - 1
            while first >= 2 and line.texts[first - 1] == "," and _is_plain(line, first - 2):
                first -= 2
            last = at + 1 + (line.texts[at - 1] == ",")
            words = [*range(first, at, 2), last]
            if len(words) <= _MOST_JOINED and _is_plain(line, last):
                yield [[*line.tokens[:first], line.tokens[one], *line.tokens[last + 1 :]] for one in words]
        at += 1


def _is_plain(line: Line, at: int) -> bool:
    """Whether a word names nobody, counts nothing and does nothing: what may stand in a list of things."""
    if not 0 <= at < len(line) or not line.tokens[at].is_word or line.mentions[at] or line.figures[at] is not None:
        return False
    text = line.texts[at]
    is_light = text in english.CARRY_NOTHING or text in english.BOUNDARIES or text in english.NEGATORS
    return (
        not is_light
        and not is_past_participle(text)
        and not any(mark.effect.name != "NARROWS" for mark in line.marks[at])
    )
