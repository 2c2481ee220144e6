"""Predicates that can stand for one another whatever is spoken of, each put as the phrases of a rulebook have it.

    A has not got enough of it, is running short of it     ->  A lacks it, has too few of it
    A put 4 % on the table                                 ->  A offers 4 %
    a seat comes to 22 euros                               ->  a seat costs 22 euros
    A went on to buy it, managed to buy it                 ->  A bought it
    A no longer runs                                       ->  A does not run

Each of a row is tried that some phrase has the words of, in the form (`offers`, `has offered`) of what was said. What only
follows is put so where nothing is denied; what is tried, wanted or about to be done stands in no row.

As for all that :mod:`dragoman.language.order.rearranged` does, an order counts only if nothing of the sentence is left over.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product
from typing import NamedTuple
from weakref import WeakKeyDictionary

from dragoman.language.grammar.derive import PREPOSITIONS
from dragoman.language.grammar.grammar import Grammar
from dragoman.language.line.line import Line
from dragoman.language.line.mentions import PRONOUN
from dragoman.language.turns.renamed import is_denied, is_of_then, named_at, said_for
from dragoman.language.words import english
from dragoman.language.words.numbers import PERCENT
from dragoman.language.words.stems import is_past_participle, stem
from dragoman.language.words.tokens import Token
from dragoman.language.words.verbs import Form, first_form, form_of, inflected

_SAME = """
be short of | have too few/little | have not enough | have not got enough | do not have enough | do not have anywhere near enough | be without enough | lack | run short of | have a shortage/lack of | suffer from a shortage/lack of | have an insufficient number of
there be a shortage/lack/scarcity of | there be too few/little | there be not enough | there be a dearth of
prepare to | be getting ready to | be gearing up to | be making preparations/ready to | prepare itself/themselves to
prepare for | get ready for | gear up for | make preparations for
plan to | intend to | have plans to | be looking to | mean to
put 1 on the table | put on the table 1 | offer 1 | lay 1 on the table
make 1 an offer of | offer 1 | put an offer of 2 to 1
cost $ | come to $ | run to $ | amount to $ | come in at $ | have/carry a price tag of $
fine 1 | hand/give 1 a fine/penalty | slap 1 with a fine/penalty | hit 1 with a fine/penalty | impose a fine/penalty on 1 | issue 1 with a fine/penalty | slap a fine/penalty on 1 | levy a fine/penalty on 1
be fined by | get/receive/be given a fine/penalty from | be given/handed a fine/penalty by | be hit/slapped with a fine/penalty by
check % | look at % | go through % | go over % | take a look at % | inspect % | examine %
abolish | do away with | get rid of | scrap
end 1 | put an end to 1 | bring 1 to an end | put a stop to 1 | bring an end to 1 | call a halt to 1
turn 1 away | turn away 1 | refuse 1 entry | refuse to let 1 in | refuse to admit 1 | deny 1 entry | refuse 1
provide 1 with | supply 1 with
be allowed | be permitted | be legal
be up and running again | be back in service | be back in operation
do not have a/an 1 | have no 1 | lack a 1 | be without a 1 | have not got a/an 1
strike 1 off | strike 1 from | remove 1 from | cross 1 off | take 1 off
give 1 # | provide 1 with # | give # to 1 | supply 1 with # | hand 1 #
be given # by | get # from | receive # from | be handed # by
hold talks | have talks | be in talks | be in the middle of talks
have a row/argument/quarrel | quarrel | argue | be in the middle of a row/quarrel/dispute | row
make 1 public | publish 1 | disclose 1
make no secret of | be open about
make a secret of 1 | keep 1 secret | keep secret 1
take the place of 1 | take 1 's place | replace 1
stand in for | fill in for | step in for | deputise for | cover for | fill the gap for | sub for
be owned by | belong to | be in the ownership/possession/hands of | be the property of
own | be the owner/owners of
be in possession of | have | possess
come to an agreement | reach an agreement | agree | reach agreement | come to terms
support 1 with # | prop up 1 with # | prop 1 up with # | back 1 with # | fund 1 with #
be out of | have no | be without | go without | have not got any | do not have any | have not any
have no 1 | do not have 1 | have not got 1 | have not 1
sign up to | join | enter | accede to
be behind schedule | be behind its/their timetable/timetables/schedule/schedules | run behind schedule | be late | lag behind schedule | drag behind schedule | be running behind
be behind time by # | be # late | be # behind schedule/time | run # late | have a delay of #
ignore | turn a deaf ear to | take no notice of | pay no attention/heed to | pay little/scant attention/heed to | not heed
recover | make a recovery
be in command of | have command of | command
be scarce | be in short supply | be hard to come by
run into one another | run into each other | crash into each other | collide
depend on 1 for | rely on 1 for | be dependent/reliant on 1 for
keep 1 out | keep out 1 | shut 1 out | shut out 1
take 1 out of service | pull 1 from service | withdraw 1 from service
"""
"""What says the same as one another, a row a line: the verb first, in its first form; `a/b` are either, the first of them what is put.

`1` and `2` are whatever stands there, `#` a figure, `$` a sum of money, `%` papers.
"""
_SO = """
have fallen/slipped/dropped/got behind schedule/timetable > be behind schedule
have fallen/slipped/dropped/got behind its/their/the schedule/timetable/timetables/deadline > be behind schedule
have been left without > be without
have fallen/got ill/sick > be ill
have got rid of | have rid itself/themselves of > be free of
be rid/clear of > be free of
have put 1 on its/his/her/their/the menu > have 1 on the menu
be back on in > be back in
be back on at > be back at
have run low/short of/on > be short of
have taken over/assumed command of > be in command of
have taken command of > be in command of
end/finish/come/wind up/out/away with # > get # | have #
walk away with # > get # | have #
be in the grip/grips/throes/middle/midst of a/an > have a | be in a
go through a/an ! > have a | be in a
deal/grapple/contend/cope with a/an ! > have a | fight a | battle a
have a/an ! on its/their hands > have a 1
abolish 1 | do away with 1 > end 1 | drop 1
suffer from > have
"""
"""What says so where nothing is denied, and what follows from it."""
_PAPERS = frozenset(
    english.lines(
        "passport | passports | papers | documents | document | tickets | ticket | logbook | logbooks | books | cards | bags | luggage"
        "| accounts | records | permits | licences"
    )
)
"""What is checked when it is looked at, or gone through."""
_TROUBLES = frozenset(
    map(
        stem,
        english.lines(
            "outbreak | epidemic | cluster | crisis | shortage | strike | drought | heat | heatwave | wave | slump | boom | recession"
            "| row | quarrel | dispute | blackout | walkout | storm | flood | cut | outage"
        ),
    )
)
"""What one has who is in the middle of it."""
_HELPING = english.MODALS | english.DO | {"to", "will", "'ll", "not"}
_NO_VERB_BEHIND = english.ARTICLES | english.MODALS | PREPOSITIONS | {"its", "their", "his", "her", "will", "'ll", "no"}
"""Behind these stands no verb of what is so: a noun, or what is wanted, tried, possible or to come."""
_PRESENT_BE = frozenset({"is", "are", "am", "'s", "'re", "been"})
_LIGHT = english.BE | english.HAVE | english.DO | english.CARRY_NOTHING | {"get", "give", "run", "look", "come", "go", "make", "put", "a", "up"}  # fmt: skip
_CAPTURES = frozenset({"1", "2", "#", "$", "%", "!"})
_NOT_LACKED = english.ARTICLES | {"all", "enough", "only", "more", "many", "much", "to", "yet", "been", "got", "any"}
_MOST_BETWEEN, _MOST_ORDERS = 8, 10


class _Words(NamedTuple):
    """A predicate as it stands in a row."""

    verb: str
    at: int
    """Which of the words the verb is: the first, or that behind `there`."""
    words: tuple[str, ...]
    key: str
    """The stem of the word by which it is found: the rarest of it."""


class _Turn(NamedTuple):
    said: _Words
    others: tuple[_Words, ...]
    is_same: bool
    """Whether it may be denied as well."""


class _Found(NamedTuple):
    """One of them in a line."""

    start: int
    end: int
    form: Form
    is_denied: bool
    captured: Mapping[str, tuple[int, int]]


def _words(text: str) -> Iterator[_Words]:
    for said in product(*(one.split("/") for one in text.split())):
        at = int(said[0] == "there")
        literal = [one for one in said if one not in _CAPTURES]
        rare = [one for one in literal if one not in _LIGHT]
        yield _Words(said[at], at, said, stem(max(rare, key=len)) if rare else stem(literal[-1]) if len(literal) > 1 else "")


def _turns() -> Mapping[str, tuple[_Turn, ...]]:
    found: dict[str, list[_Turn]] = {}
    for row in _SAME.strip().splitlines():
        several = [[*_words(one)] for one in row.split(" | ")]
        for number, alike in enumerate(several):
            others = tuple(one[0] for other, one in enumerate(several) if other != number)
            for said in alike:
                found.setdefault(said.key, []).append(_Turn(said, others, is_same=True))
    for row in _SO.strip().splitlines():
        left, right = row.split(" > ")
        others = tuple(next(_words(one)) for one in right.split(" | "))
        for said in (one for part in left.split(" | ") for one in _words(part)):
            found.setdefault(said.key, []).append(_Turn(said, others, is_same=False))
    found.pop("", None)
    return {key: tuple(sorted(several, key=lambda one: -len(one.said.words))) for key, several in found.items()}


_TURNS = _turns()
_ONE_DOES = frozenset({"manage", "go", "proceed", "end", "wind"})
_THROUGH = {"manage": ("to",), "go": ("on", "to"), "proceed": ("to",), "end": ("up",), "wind": ("up",)}
_THROUGH_FORMS = {inflected(verb, form): (verb, form) for verb in _THROUGH for form in Form}
_YOU = frozenset({"you", "one", "people", "everybody", "everyone"})
_IT_IS = (["it", "is"], ["it", "'s"], ["it", "costs"], ["it", "will", "be"])
_ONLY = frozenset({"only", "just", "merely"})
CUES = frozenset(_THROUGH_FORMS) | {"longer", "given"}


def otherwise(line: Line) -> Iterator[list[Token]]:
    """The tokens of a sentence in each such form, those first whose words stand first in it."""
    left = _MOST_ORDERS
    for tokens in (*_turned(line), *_gone_through(line), *_takes_so_long(line), *_priced(line)):
        yield tokens
        left -= 1
        if not left:
            return


def _turned(line: Line) -> Iterator[list[Token]]:
    stems = [token.stem for token in line.tokens]
    for at, one in enumerate(stems):
        for turn in _TURNS.get(one, ()):
            found = _found(line, turn.said, at)
            if found is None or not (turn.is_same or not is_denied(line)):
                continue
            for other in turn.others:
                if _has_words(line.grammar, other) and (put := _put(line, other, found)) is not None:
                    yield [*line.tokens[: found.start], *put, *line.tokens[found.end :]]


def _found(line: Line, said: _Words, key: int) -> _Found | None:
    """A predicate whose rarest word is the token."""
    for at in range(max(0, key - _MOST_BETWEEN - len(said.words)), key + 1):
        form = form_of(line.texts[at], said.verb)
        if form is None or line.mentions[at] or list(line.texts[at - said.at : at]) != list(said.words[: said.at]):
            continue
        head = _head(line, said, at, form)
        if head is None:
            continue
        start, behind, form, is_not = head
        captured: dict[str, tuple[int, int]] = {}
        end = _matched(line, said.words[said.at + 1 :], behind, captured)
        if end is not None and key < end:
            return _Found(start, end, form, is_not, captured)
    return None


def _head(line: Line, said: _Words, at: int, form: Form) -> tuple[int, int, Form, bool] | None:
    """Where the predicate begins with what helps its verb, what stands behind that, its form, and whether it is denied."""
    texts, behind = line.texts, at + 1
    is_not = at > 0 and texts[at - 1] == "not"
    before = texts[at - 1 - is_not] if at > is_not else ""
    if before in _NO_VERB_BEHIND and not (is_not and before in english.DO):
        return None
    if said.verb == "be" or form is Form.DOING:
        own = said.words[said.at + 1 : said.at + 2] == ("not",)
        if said.verb == "be":
            is_after = texts[behind : behind + 1] == ["not"] and not own
            behind += is_after
            return at, behind + (texts[behind : behind + 1] in _STILL), form, is_after
        being = form_of(before, "be")
        if before not in _PRESENT_BE or being is None:
            return None
        return at - 1 - is_not, behind, being, is_not
    if before in english.HAVE and texts[at] == inflected(said.verb, Form.DONE):
        form = Form.DONE
    if form in (Form.PAST, Form.DONE):
        if before in english.BE:
            return None
        form = Form.DONE if before in english.HAVE else Form.PAST
        return None if is_not and form is Form.PAST else (at, behind, form, False)
    if is_not and before in english.DO:
        does = form_of(before, "do")
        return (at - 2, behind, does, True) if does is not None else None
    return None if is_not else (at, behind, form, False)


_STILL = (["still"], ["currently"], ["now"], ["already"], ["also"])


def _matched(line: Line, words: tuple[str, ...], at: int, captured: dict[str, tuple[int, int]]) -> int | None:
    """Where the words end that begin there; a stretch is as short as it may be."""
    if not words:
        return at
    first, *rest = words
    if at >= len(line):
        return None
    if first not in _CAPTURES:
        return _matched(line, tuple(rest), at + 1, captured) if line.texts[at] == first else None
    if first in ("#", "$"):
        figure = line.figures[at]
        if figure is None or (first == "$" and figure.unit in ("", PERCENT)) or _is_span(figure.unit, first):
            return None
        end = figure.end + next((len(one) for one in _EACH_YEAR if line.texts[figure.end : figure.end + len(one)] == one), 0)
        captured[first] = at, end
        return _matched(line, tuple(rest), end, captured)
    end = at + 1
    while end <= min(len(line), at + _MOST_BETWEEN):
        if line.is_cut(end - 1):
            return None
        last = _matched(line, tuple(rest), end, captured) if rest or _may_end(line, at, end) else None
        if last is not None and _is_such(line, first, at, end):
            captured[first] = at, end
            return last
        end += 1
    return None


_EACH_YEAR = tuple([each, span] for each in ("a", "per", "every", "each") for span in ("year", "month", "week", "day"))


def _is_span(unit: str, kind: str) -> bool:
    return kind == "$" and not unit.isupper()


def _may_end(line: Line, at: int, end: int) -> bool:
    """Whether what stands last in a predicate may end there: behind a name or figure, or before what begins something else."""
    named = [m.end for m in line.mentions[at + (line.texts[at] in english.ARTICLES and at + 1 < len(line))] if m.kind != PRONOUN]
    figure = line.figures[at]
    if named or figure is not None:
        return end == (max(named) if named else figure.end if figure is not None else end)
    return end == len(line) or line.is_cut(end) or line.texts[end] in english.BOUNDARIES or line.texts[end] in _LINKS


_LINKS = frozenset({"to", "for", "from", "at", "in", "on", "by", "with"})


def _is_such(line: Line, kind: str, at: int, end: int) -> bool:
    if kind == "%":
        return not _PAPERS.isdisjoint(line.texts[at:end])
    if kind == "!":
        return not _TROUBLES.isdisjoint(token.stem for token in line.tokens[at:end])
    return True


def _put(line: Line, other: _Words, found: _Found) -> list[Token] | None:
    """Another predicate in the form of the one that was found."""
    like = line.tokens[found.start]
    own_not = other.words[other.at + 1 : other.at + 2] == ("not",)
    form = found.form
    if own_not and (found.is_denied or form is Form.DONE):
        return None
    if other.verb == "be":
        head = [inflected("be", form), *["not"] * found.is_denied]
    elif found.is_denied:
        head = [inflected("do", form), "not", other.verb] if form is not Form.DONE else ["not", inflected(other.verb, form)]
    else:
        head = [inflected(other.verb, form)]
    if not all(head):
        return None
    put = said_for((*other.words[: other.at], *head), like)
    left = set(found.captured) - set(other.words)
    for word in other.words[other.at + 1 :]:
        if word not in _CAPTURES:
            put += said_for((word,), like)
        elif word in found.captured:
            start, end = found.captured[word]
            start += other.words[other.at + 1 : other.at + 3] == ("no", word) and line.texts[start] in ("a", "an", "any")
            put += line.tokens[start:end]
        else:
            return None
    return [*put, *(token for one in sorted(left) for token in line.tokens[slice(*found.captured[one])])]


def _has_words(grammar: Grammar, words: _Words) -> bool:
    """Whether some phrase has the words that carry something."""
    known = _HAD.setdefault(grammar, {})
    if words.words not in known:
        carrying = [one for one in words.words if one not in _CAPTURES and one not in english.CARRY_NOTHING]
        several = [grammar.phrases_with(stem(one)) for one in carrying if one not in ("it", "its", "their")]
        known[words.words] = not several or bool(frozenset.intersection(*several))
    return known[words.words]


_HAD: WeakKeyDictionary[Grammar, dict[tuple[str, ...], bool]] = WeakKeyDictionary()


def _gone_through(line: Line) -> Iterator[list[Token]]:
    """`managed to buy`, `went on to buy`: bought; `no longer buys`: does not buy."""
    if CUES.isdisjoint(line.texts):
        return
    for at in range(1, len(line) - 2):
        text, behind = line.texts[at], line.texts[at + 1 : at + 3]
        verb, form = _THROUGH_FORMS.get(text, ("", Form.BASE))
        words = _THROUGH.get(verb, ())
        if text == "managed" and line.texts[at - 1] in _ONLY and behind[:1] in (["a"], ["an"]):
            yield [*line.tokens[: at - 1], *said_for(("got",), line.tokens[at]), *line.tokens[at + 1 :]]
        elif text in english.HAVE and behind == ["given", "up"] and line.texts[at + 3 : at + 4] != []:
            if line.texts[at + 3].endswith("ing") and not is_denied(line):
                yield [*line.tokens[:at], *said_for(("no", "longer"), line.tokens[at]), *line.tokens[at + 3 :]]
        elif words and tuple(line.texts[at + 1 : at + 1 + len(words)]) == words:
            done = _after(line, at + 1 + len(words), form, at) if words != ("up",) else None
            if done is not None:
                yield [*line.tokens[:at], done, *line.tokens[at + 2 + len(words) :]]
        elif text == "no" and behind[:1] == ["longer"] and not is_of_then(line):
            yield from _not_now(line, at)


def _after(line: Line, at: int, form: Form, verb: int) -> Token | None:
    """The verb that stands there in its first form, in the form of the one before it."""
    if at >= len(line) or line.mentions[at] or not line.tokens[at].is_word or line.texts[at] in english.CARRY_NOTHING:
        return None
    before = line.texts[verb - 1]
    if before in english.BE | _HELPING or not english.NEGATORS.isdisjoint(line.texts[max(0, verb - 3) : verb]):
        return None
    form = Form.DONE if form is Form.PAST and before in english.HAVE else form
    text = inflected(line.texts[at], form) if form in (Form.PAST, Form.DONE, Form.THIRD) else ""
    return said_for((text,), line.tokens[at])[0] if text else None


def _not_now(line: Line, at: int) -> Iterator[list[Token]]:
    """`is no longer open` as `is not open`, `no longer runs` as `does not run`: what was so before, and is not now."""
    like, rest = line.tokens[at], line.tokens[at + 2 :]
    if line.texts[at - 1] in ("is", "are", "does", "do"):
        yield [*line.tokens[:at], *said_for(("not",), like), *rest]
        return
    doing = line.texts[at + 2]
    if line.mentions[at + 2] or line.texts[at - 1] in english.HAVE | english.MODALS | english.BE or is_past_participle(doing):
        return
    base = first_form(doing, Form.DOING) if doing.endswith("ing") else first_form(doing, Form.THIRD)
    does = "does" if base != doing else "do"
    yield [*line.tokens[:at], *said_for((does, "not", base), like), *rest[1:]]


def _takes_so_long(line: Line) -> Iterator[list[Token]]:
    """`they need nine days to mend X`, `it takes nine days to mend X`: X takes, or will take, nine days to mend."""
    for at in range(2, len(line) - 3):
        figure = line.figures[at]
        if figure is None or line.texts[at - 1] not in _NEEDING or line.texts[at - 2] not in _WHO_NEEDS:
            continue
        to = next((one for one in range(figure.end, min(len(line), figure.end + 2)) if line.texts[one] == "to"), 0)
        named = named_at(line, to + 2) if 0 < to < len(line) - 2 else None
        if named is None or is_denied(line):
            return
        start = at - 2
        whole = [*line.tokens[:start], *line.tokens[to + 2 : named.end]]
        for takes in (("will", "take"), ("takes",)):
            rest = [*line.tokens[at : to + 2], *line.tokens[named.end :]]
            yield [*whole, *said_for(takes, line.tokens[at]), *rest]
        return


_NEEDING = frozenset({"need", "needs", "take", "takes"})
_WHO_NEEDS = frozenset({"they", "we", "it", "you"})


def _priced(line: Line) -> Iterator[list[Token]]:
    """`you pay 22 euros for a seat`, `it is 22 euros for a seat`: a seat costs 22 euros."""
    if is_denied(line) or "costs" not in line.grammar.surface:
        return
    for at in range(1, len(line)):
        figure = line.figures[at]
        if figure is None or not figure.unit.isupper():
            continue
        first = next((one for one in range(at - 2, max(-1, at - 6), -1) if line.texts[one] in _YOU), None)
        is_paid = first is not None and line.texts[at - 1] in ("pay", "need") and _PAYING.issuperset(line.texts[first + 1 : at])
        is_plain = line.texts[at - 1] in ("is", "are") and (figure.end == len(line) or line.is_cut(figure.end))
        if is_plain and at > 1:
            yield [*line.tokens[: at - 1], *said_for(("costs",), line.tokens[at - 1]), *line.tokens[at:]]
        is_it = at > 1 and line.texts[at - 2 : at] in _IT_IS
        start = first if is_paid and first is not None else at - 2 if is_it else None
        end = next((one for one in range(figure.end, len(line)) if line.is_cut(one)), len(line))
        if start is not None and end > figure.end + 1 and line.texts[figure.end] == "for":
            costs = said_for(("costs",), line.tokens[at])
            yield [*line.tokens[:start], *line.tokens[figure.end + 1 : end], *costs, *line.tokens[at : figure.end], *line.tokens[end:]]
        return


_PAYING = frozenset({"have", "to", "must", "pay", "need", "currently", "now"})
