"""Rows of predicates that can stand for one another whatever is spoken of, and of those of which another follows.

What is tried, wanted or about to be done stands in no row, nor what means the same of one subject alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product
from typing import NamedTuple

from dragoman.language.words import english
from dragoman.language.words.stems import stem

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
ignore | turn a deaf ear to | take no notice of | pay no attention/heed to
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
CAPTURES = frozenset({"1", "2", "#", "$", "%", "!"})
"""What stands for something else in a row."""
_LIGHT = english.BE | english.HAVE | english.DO | english.CARRY_NOTHING | {"get", "give", "run", "look", "come", "go", "make", "put", "a", "up"}  # fmt: skip


class Predicate(NamedTuple):
    """A predicate as it stands in a row."""

    verb: str
    at: int
    """Which of the words the verb is: the first, or that behind `there`."""
    words: tuple[str, ...]
    key: str
    """The stem of the word by which it is found: the rarest of it."""


class Turn(NamedTuple):
    """A predicate, and those that may be put in its place."""

    said: Predicate
    others: tuple[Predicate, ...]
    is_same: bool
    """Whether it may be denied as well."""


def _words(text: str) -> Iterator[Predicate]:
    for said in product(*(one.split("/") for one in text.split())):
        at = int(said[0] == "there")
        literal = [one for one in said if one not in CAPTURES]
        rare = [one for one in literal if one not in _LIGHT]
        yield Predicate(
            said[at], at, said, stem(max(rare, key=len)) if rare else stem(literal[-1]) if len(literal) > 1 else ""
        )


def _turns() -> Mapping[str, tuple[Turn, ...]]:
    found: dict[str, list[Turn]] = {}
    for row in _SAME.strip().splitlines():
        several = [[*_words(one)] for one in row.split(" | ")]
        for number, alike in enumerate(several):
            others = tuple(one[0] for other, one in enumerate(several) if other != number)
            for said in alike:
                found.setdefault(said.key, []).append(Turn(said, others, is_same=True))
    for row in _SO.strip().splitlines():
        left, right = row.split(" > ")
        others = tuple(next(_words(one)) for one in right.split(" | "))
        for said in (one for part in left.split(" | ") for one in _words(part)):
            found.setdefault(said.key, []).append(Turn(said, others, is_same=False))
    found.pop("", None)
    return {key: tuple(sorted(several, key=lambda one: -len(one.said.words))) for key, several in found.items()}


TURNS = _turns()
"""By the stem of the rarest word, the longest first."""
