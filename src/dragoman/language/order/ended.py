"""What there is, or what somebody has, said to go on or to be over, as a plain sentence has it or denies it.

    the dispute between A and B was settled last month      ->  there is no longer a dispute between A and B
    the drought in A has still not ended                    ->  there is a drought in A
    A's subsidy for it was scrapped, and not restored since ->  A no longer has a subsidy for it
    the pact that A had with B was terminated               ->  A no longer has a pact with B
    A has dropped its charge against B                      ->  A no longer has a charge against B
    A's boycott of B has ended                              ->  there is no longer a boycott of B by A
    the dockers of A are back at work                       ->  the dockers of A are no longer on strike

What is only suspended, eased, or lifted for a while, in part or in one place is none of this; nor is what will be over. As
for all that :mod:`dragoman.language.order.rearranged` does, an order counts only if nothing of the sentence is left over.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.language.grammar.derive import PREPOSITIONS
from dragoman.language.line.line import Line
from dragoman.language.line.mentions import PRONOUN
from dragoman.language.order.when import before_time, when
from dragoman.language.turns.renamed import is_for_a_while, named_at, said_for
from dragoman.language.words import english
from dragoman.language.words.cues import Cues, spaced
from dragoman.language.words.deeds import DEEDS
from dragoman.language.words.stems import stem
from dragoman.language.words.tokens import Token
from dragoman.language.words.verbs import Form, first_form, first_of_past, inflected

_DONE = "(ended|lifted|scrapped|dropped|terminated|settled|resolved|abolished|revoked|repealed|cancelled|canceled|withdrawn|discontinued|dissolved|annulled|rescinded|removed|called off|done away with)"
_ALSO = "[(now|since|long since|already|finally|also|meanwhile|at last|officially|formally)]"
_OVER = Cues(
    f"""
    (was|were) {_ALSO} {_DONE}
    (has|have) {_ALSO} been {_ALSO} {_DONE}
    (has|have) {_ALSO} (ended|expired|lapsed|come to an end|run out|died down|blown over|broken up|ceased)
    (ended|expired|lapsed|came to an end|ran out|ceased|stopped)
    (is|are) {_ALSO} [long] (over|at an end|history|no more|ended|settled|a thing of the past|things of the past|over and done with)
    (is|are) no longer in (force|place|effect|existence)
    """
)
_GOING_ON = Cues(
    f"""
    (is|are) [still] (going on|under way|in force|in place|in effect) [(again|still)]
    (goes on|go on|drags on|drag on|continues|continue|lasts|persists|persist|endures) [(still|unabated|to this day)]
    (has|have) [still] not [yet] (ended|come to an end|been {_DONE}) [yet]
    (is|are) [still] not [yet] over [yet]
    (was|were) never {_DONE}
    (has|have) never been {_DONE}
    (remains|remain|stays|stay) (in force|in place|in effect|unresolved|unsettled) [to this day]
    (has|have) (broken out|flared up|started|begun) (again|anew|once more)
    """
)
_ENDS = Cues(
    f"""
    [(has|have)] {_ALSO} (lifted|scrapped|dropped|ended|abolished|withdrawn|withdrew|repealed|terminated|revoked|settled|called off|cancelled|annulled|rescinded|done away with|renounced)
    [(has|have)] {_ALSO} lost
    """
)
_RESUMES = Cues(
    f"[(has|have)] {_ALSO} (resumed|restarted|reintroduced|restored|reimposed|revived|renewed|reopened|brought back)"
)
_BACK = Cues(
    "(is|are) [all] back at work | (has|have) (gone back|returned) to work | (went back|returned) to work".replace(
        " | ", "\n"
    )
)
_SINCE = Cues(
    """
    nothing has (replaced it|taken its place|come in its place) [since]
    (there has been|there have been) none since
    none has (followed|replaced it) [since]
    (it|they|) (has|have) not been (restored|renewed|replaced|reinstated|reintroduced|revived|reopened|extended|reimposed) [(since|so far|yet)]
    (it|they|) (has|have) not (restored|renewed|replaced|reinstated|reintroduced|revived|reimposed) (it|them|one) [(since|so far|yet)]
    (it|they|) (has|have) not (flared up|broken out|come back|returned) [(again|since|so far)] [since]
    their strike is over
    """.replace("(it|they|)", "[(it|they)]")
)
"""What says once more that it is over."""
_JOINTS = frozenset({",", ";", "and", "-"})
_CUES = frozenset(
    english.lines(
        "lifted | scrapped | dropped | terminated | settled | resolved | abolished | revoked | repealed | cancelled | canceled | withdrawn"
        "| discontinued | dissolved | annulled | rescinded | removed | called | away | ended | expired | lapsed | end | out | down | ceased"
        "| over | history | more | past | longer | going | force | place | effect | goes | go | drags | drag | continues | continue | lasts"
        "| resumed | restarted | reintroduced | restored | reimposed | revived | renewed | reopened | back | stopped | persists | persist | endures | work | lost | withdrew | renounced | unresolved | unsettled | broken | flared | way"
    )
)
_OWN = frozenset({"its", "their", "his", "her", "the"})
_SOME = (english.NEGATORS | english.FAINT_NEGATORS | english.MODALS | english.IFS) | frozenset(
    english.lines(
        "all | every | each | both | only | most | some | many | half | part | planned | proposed | threatened | possible | first | second | last | other | another | partly"
    )
)
"""Where one of these stands, what is over may be so of some, or was never there."""
_LASTING = frozenset(
    map(
        stem,
        english.lines(
            "boycott | sponsorship | support | backing | investigation | inquiry | enquiry | probe | protection | occupation | blockade"
            "| siege | ownership | criticism | protest | protests | strike | lockout | quarantine | embargo | ban | supervision | campaign"
            "| interference | control | domination | exploitation | patronage | aid | help"
        ),
    )
)
"""Nouns of what somebody does until he ends it."""
_LEAST, _MOST = 2, 14


def ended(line: Line) -> Iterator[list[Token]]:
    """The tokens of a sentence of what is over, or is not, in each plainer order."""
    if _CUES.isdisjoint(line.texts) or is_for_a_while(line):
        return  # what is lifted for a while is not lifted
    front = _front(line)
    if front:
        yield from ended(Line(line.grammar, line.text, line.tokens[front:], line.before, widely=True))
        return
    end = _without_since(line)
    for at in range(1, min(end, _MOST)):
        words = spaced(line.texts[at:end])
        for cues, is_over in ((_OVER, True), (_GOING_ON, False)):
            found = cues.at_start(words)
            if found is not None and _is_last(line, at + found.group().count(" "), end):
                yield from _said_of(line, at, is_over=is_over)
                return
        if (found := _ENDS.at_start(words)) is not None and named_at(line, 0) is not None:
            yield from _ended_by(line, at, at + found.group().count(" "), before_time(line, end), is_over=True)
        if (found := _RESUMES.at_start(words)) is not None and named_at(line, 0) is not None:
            yield from _ended_by(line, at, at + found.group().count(" "), before_time(line, end), is_over=False)
        if (found := _BACK.at_start(words)) is not None and _is_last(line, at + found.group().count(" "), end):
            like = line.tokens[at]
            yield [*line.tokens[:at], *said_for(("are", "no", "longer", "on", "strike"), like)]


def _front(line: Line) -> int:
    """Where the sentence goes on that begins with a time: `last week`, `after a break of ten years`."""
    times, at = when(line, len(line), over=True), 0
    while at in times or (at and line.texts[at] == ","):
        at += 1
    return at if at < len(line) - _LEAST else 0


def _without_since(line: Line) -> int:
    """Where the sentence ends that says at last that nothing has come in its place."""
    for at in range(_LEAST, len(line) - 1):
        if line.texts[at] in _JOINTS:
            begins = at + 1 + (line.texts[at + 1] in _JOINTS)
            if _SINCE.whole(spaced(line.texts[begins:])):
                return at
    return len(line)


def _is_last(line: Line, at: int, end: int) -> bool:
    """Whether nothing follows but when it was, and by whom."""
    last = before_time(line, end)
    by = named_at(line, at + 1) if line.texts[at : at + 1] == ["by"] else None
    return last <= at or (by is not None and by.end >= last)


def _said_of(line: Line, end: int, *, is_over: bool) -> Iterator[list[Token]]:
    """What the subject names, as what there is, or what its owner has."""
    start = int(line.texts[0] in english.ARTICLES)
    if not _SOME.isdisjoint(line.texts[:end]) or end - start < 1:
        return
    if line.texts[start].endswith("ing"):
        return  # the stationing of troops that ended may have been a step: they may be there
    like, thing = line.tokens[end], line.tokens[start:end]
    owner = next(
        (m for m in line.mentions[start] if m.kind != PRONOUN and line.texts[m.end : m.end + 1] == ["'s"]), None
    )
    if owner is not None:
        if line.texts[owner.end + 1].endswith("ing") and line.texts[owner.end + 2 : owner.end + 3] == ["of"]:
            does = _does(line, first_form(line.texts[owner.end + 1], Form.DOING), like, is_over=is_over)
            yield [*line.tokens[: owner.end], *does, *line.tokens[owner.end + 3 : end]]
            return
        if owner.end + 1 < end:
            yield [*line.tokens[: owner.end], *_has(like, is_over=is_over), *line.tokens[owner.end + 1 : end]]
            for of in ("in", "by") if _is_lasting(line, owner.end + 1, end) else ("in",):
                yield [
                    *_there_is(like, is_over=is_over),
                    *line.tokens[owner.end + 1 : end],
                    *said_for((of,), like),
                    *line.tokens[: owner.end],
                ]
        return
    if (struck := _that_struck(line, start, end, is_over=is_over)) is not None:
        yield struck
        return
    had = next((at for at in range(start + 1, end) if line.texts[at] in ("had", "used")), 0)
    if had:
        yield from _had(line, start, had, end, is_over=is_over)
        return
    if any(
        line.is_cut(at) and not any(one < at < m.end for one in range(at) for m in line.mentions[one])
        for at in range(start, end)
    ):
        return
    yield [*_there_is(like, is_over=is_over), *thing]
    link = next(
        (at for at in range(start + 1, end - 1) if line.texts[at] in ("of", "by", "in") and named_at(line, at + 1)), 0
    )
    who = named_at(line, link + 1) if link else None
    if who is not None and who.end <= end:
        rest = [*line.tokens[start:link], *line.tokens[who.end : end]]
        yield [*line.tokens[link + 1 : who.end], *_has(like, is_over=is_over), *rest]


def _is_lasting(line: Line, start: int, end: int) -> bool:
    """Whether it is the noun of a deed that goes on until it is ended, with whom it is done to: who withdrew an offer made it all the same."""
    head = next((at for at in range(start, end) if line.texts[at] in PREPOSITIONS), start)
    return head > start and line.texts[head] != "by" and line.tokens[head - 1].stem in _LASTING


def _that_struck(line: Line, start: int, end: int, *, is_over: bool) -> list[Token] | None:
    """`the drought that struck A two summers ago`: a drought strikes A, or no longer does."""
    that = next((at for at in range(start + 1, end - 2) if line.texts[at] in ("that", "which")), 0)
    base = first_of_past(line.texts[that + 1], line.grammar.surface) if that else ""
    if not base or base == "have" or line.mentions[that + 1] or any(line.mentions[start:that]):
        return None
    does = _does(line, base, line.tokens[end], is_over=is_over)
    return [*line.tokens[start:that], *does, *line.tokens[that + 2 : before_time(line, end)]]


def _does(line: Line, verb: str, like: Token, *, is_over: bool) -> list[Token]:
    return said_for((*(("no", "longer") if is_over else ()), inflected(verb, Form.THIRD)), like)


def _had(line: Line, start: int, had: int, end: int, *, is_over: bool) -> Iterator[list[Token]]:
    """`the pact that A had with B`: A has, or no longer has, a pact with B."""
    who = next(
        (at for at in range(start + 1, had) if any(m.end == had and m.kind != PRONOUN for m in line.mentions[at])), 0
    )
    if not who:
        return
    noun = who - 1 if line.texts[who - 1] in ("that", "which") else who
    noun -= noun > start + 1 and line.texts[noun - 1] in english.ARTICLES
    behind = had + 1 + 2 * (line.texts[had : had + 3] == ["used", "to", "have"])
    if line.texts[had] == "used" and behind == had + 1:
        return
    like = line.tokens[had]
    yield [*line.tokens[who:had], *_has(like, is_over=is_over), *line.tokens[start:noun], *line.tokens[behind:end]]


def _ended_by(line: Line, verb: int, start: int, end: int, *, is_over: bool) -> Iterator[list[Token]]:
    """`A has dropped its charge against B`: A no longer has a charge against B; of two, there is none between them."""
    who = named_at(line, 0)
    is_own = start + 1 < end and line.texts[start] in (_OWN if is_over else _OWN - {"the"})
    if who is None or who.end != verb or not is_own or not _SOME.isdisjoint(line.texts[:end]) or who.kind == PRONOUN:
        return
    if (line.texts[start - 1] == "lost" and line.texts[start] == "the") or any(
        line.is_cut(at) for at in range(start, end)
    ):
        return
    like, thing = line.tokens[verb], line.tokens[start + 1 : end]
    if len(who.names) > 1:
        yield [*_there_is(like, is_over=is_over), *thing, *said_for(("between",), like), *line.tokens[:verb]]
        return
    yield [*line.tokens[:verb], *_has(like, is_over=is_over), *thing]
    deed = next((at for at in range(start + 1, min(end, start + 4)) if line.texts[at] in DEEDS.verbs), 0)
    deed = deed or next((at for at in range(start + 1, min(end, start + 4)) if _plural_deed(line.texts[at])), 0)
    if deed:
        base = DEEDS.verbs.get(line.texts[deed]) or DEEDS.verbs[line.texts[deed][:-1]]
        rest = line.tokens[deed + 1 : end]
        rest = rest[1:] if rest and deed == start + 1 and DEEDS.is_done_to(base, rest[0].text) else rest
        yield [*line.tokens[:verb], *_does(line, base, like, is_over=is_over), *line.tokens[start + 1 : deed], *rest]


def _plural_deed(text: str) -> bool:
    """Whether it is the noun of a deed, of several: `exports`."""
    return text.endswith("s") and text[:-1] in DEEDS.verbs


def _has(like: Token, *, is_over: bool) -> list[Token]:
    return said_for(("no", "longer", "has", "a") if is_over else ("has", "a"), like)


def _there_is(like: Token, *, is_over: bool) -> list[Token]:
    return said_for(("there", "is", "no", "longer", "a") if is_over else ("there", "is", "a"), like)
