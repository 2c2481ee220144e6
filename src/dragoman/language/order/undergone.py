"""What is done to somebody by one who is named, and what somebody is the doer of, from the side of who does it.

    wheat is being held back by A              ->  A is holding back wheat
    B is no longer lent any money by A         ->  A no longer lends any money to B
    B stands accused by A of dumping           ->  B is accused by A of dumping
    B's wheat is bought up by A                ->  A buys up wheat from B
    B's offer was rejected, has been rejected by A   ->  A rejected, has rejected B's offer
    no bid for B was made (by A)               ->  a bid for B was not made (by A)
    a licence was granted to B                 ->  B was granted a licence, B was given a licence
    A buys B's wheat, imports Halvian barley   ->  A buys wheat from B, imports barley from Halvia
    A is no longer a supplier of corn to B     ->  A no longer supplies corn to B

As for all that :mod:`dragoman.language.order.rearranged` does, an order counts only if nothing of the sentence is left over.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.language.grammar.derive import PREPOSITIONS
from dragoman.language.grammar.lexicon import ADJECTIVE
from dragoman.language.line.line import Line
from dragoman.language.line.mentions import PRONOUN
from dragoman.language.order.picked import between
from dragoman.language.order.singled import word
from dragoman.language.turns.renamed import named_at
from dragoman.language.words import english
from dragoman.language.words.stems import UNCHANGED, is_past_participle, stem
from dragoman.language.words.tokens import Token
from dragoman.language.words.verbs import Form, first_form, inflected

_IS = frozenset({"is", "are"})
_STANDS = frozenset({"stands", "stand"})
_PARTICLES = frozenset(english.lines("up | back | out | off | down | away | over | in | on"))
_GIVING = frozenset(
    map(
        stem,
        english.lines(
            "give | lend | sell | send | pay | offer | award | grant | hand | teach | deny | show | bring | owe | lease | rent | allot | assign"
            "| feed | allow | refuse | loan | ship | deliver | donate | supply | promise"
        ),
    )
) | {"lent", "sold", "sent", "paid", "given", "taught", "shown", "brought"}
"""What is done with a thing to one who gets it, or gets it not."""
_BUYING = frozenset(map(stem, english.lines("buy | purchase | import")))
_DOERS = (
    {
        noun: noun[:-4] + "y" if noun.endswith("ier") else noun[:-2]
        for noun in english.lines(
            "supplier | seller | buyer | exporter | importer | lender | backer | grower | owner | funder | supporter"
        )
    }
    | {noun: f"{noun[:-2]}e" for noun in english.lines("provider | producer | maker | user | insurer")}
    | {"operator": "operate", "publisher": "publish"}
)
"""Who does something, and what he does."""
_MOST_BETWEEN, _MOST_OWN = 6, 2
_WAS, _HAS = frozenset({"was", "were"}), frozenset({"has", "have"})
_ENDED = frozenset(english.CEASING) - {"given", "run"}
_NO_NOUN = frozenset(
    english.lines(
        "longer | more | one | less | fewer | doubt | sooner | way | further | new | other | such | different | mere | ordinary | small | matter"
    )
)
"""Behind a `no` that does not say that there is none of what is spoken of."""


def undergone(line: Line) -> Iterator[list[Token]]:
    """The tokens of a sentence in each plainer order that it has."""
    texts = line.texts
    if "by" in texts:
        yield from _done_by(line)
    else:
        yield from _given_to(line)
    if texts[0] == "no":
        yield from _not_done(line)
    elif texts[:2] == ["not", "one"] and texts[2:3] != ["of"]:
        yield [word("no", line.tokens[0]), *line.tokens[2:]]
    if not _DOERS.keys().isdisjoint(texts):
        yield from _doer_of(line)
    yield from _from_whom(line)


def _done_by(line: Line) -> Iterator[list[Token]]:
    """`B is lent money by A`, `it is held back by A`, `B stands accused by A of it`."""
    texts = line.texts
    is_at = next((at for at in range(1, len(line) - 3) if texts[at] in _IS | _STANDS | _WAS | _HAS), 0)
    by = next((at for at in range(is_at + 2, len(line) - 1) if texts[at] == "by"), 0) if is_at else 0
    doer = named_at(line, by + 1) if by else None
    if doer is None or doer.kind in (PRONOUN, ADJECTIVE):
        return
    end = _with_what_is_his(line, doer.end)
    hedges, denial, verb = between(line, is_at + 1)
    if texts[is_at] in _HAS:
        if texts[verb] != "been":
            return
        verb += 1
    is_going_on = texts[verb] == "being" and texts[is_at] in _IS
    verb += is_going_on
    what = line.tokens[:is_at]
    is_plain = verb < by <= verb + _MOST_BETWEEN and not any(line.is_cut(at) for at in range(by))
    is_done = is_past_participle(texts[verb]) or texts[verb] in UNCHANGED
    if not end or not is_plain or not is_done or not (denial or english.NEGATORS.isdisjoint(texts[:by])):
        return
    if texts[is_at] in _STANDS:
        if not denial:
            yield [*what, word("is", line.tokens[is_at]), *line.tokens[is_at + 1 :]]
        return
    first = _first_form(line.tokens[verb])
    if not first:
        return
    who, behind = line.tokens[by + 1 : end], line.tokens[end:]
    like = line.tokens[verb]
    doing = [
        line.tokens[is_at],
        *(word(text, like) for text in (*denial, inflected(first_form(first, Form.BASE), Form.DOING))),
    ]
    said = [*hedges, *who, *(doing if is_going_on else _did(line, is_at, first, denial, like))]
    part = verb + 1 + (verb + 1 < by and texts[verb + 1] in _PARTICLES)
    particle, rest = line.tokens[verb + 1 : part], line.tokens[part:by]
    if rest and stem(first) in _GIVING and rest[0].text not in PREPOSITIONS:
        yield [*said, *particle, *rest, word("to", rest[0]), *what, *behind]
        yield [*said, *what, *particle, *rest, *behind]
        return
    if len(rest) > 1 and stem(first) in _GIVING and rest[0].text == "to":
        yield [*said, *rest[1:], *what, *behind]
    for whole in (what, *_whose(line, is_at, first)):
        yield [*said, *particle, *whole, *rest, *behind]
        if particle:
            yield [*said, *whole, *particle, *rest, *behind]


def _given_to(line: Line) -> Iterator[list[Token]]:
    """`a licence was granted to B` as `B was granted a licence`, `B was given a licence`; who has been given one has one."""
    texts = line.texts
    is_at = next((at for at in range(1, len(line) - 2) if texts[at] in _IS | _WAS | _HAS), 0)
    verb = between(line, is_at + 1)[2] if is_at else len(line)
    verb += verb < len(line) and texts[is_at] in _HAS and texts[verb] == "been"
    if verb >= len(line) - 1 or not (texts[verb] in _GRANTED or line.tokens[verb].stem in _GIVING):
        return
    if not is_past_participle(texts[verb]) or any(map(line.is_cut, range(len(line)))):
        return
    given = word("given", line.tokens[verb]) if texts[verb] in _GRANTED else line.tokens[verb]
    if texts[verb + 1] != "to":
        is_thing = texts[is_at] in _HAS and texts[verb + 1] in ("a", "an") and texts[is_at + 1] == "been"
        if is_thing and texts[verb] in _GRANTED | {"given"} and not any(line.figures[verb:]):
            yield [*line.tokens[: is_at + 1], *line.tokens[verb + 1 :]]
        if given is not line.tokens[verb]:
            yield [*line.tokens[:verb], given, *line.tokens[verb + 1 :]]
        return
    whom = named_at(line, verb + 2)
    if whom is None or whom.kind in (PRONOUN, ADJECTIVE) or whom.end < len(line) or texts[0] == "no":
        return
    for one in dict.fromkeys((line.tokens[verb], given)):
        yield [*line.tokens[verb + 2 :], *line.tokens[is_at:verb], one, *line.tokens[:is_at]]


_GRANTED = frozenset({"granted", "awarded", "issued"})
"""What is no more than given."""


def _with_what_is_his(line: Line, end: int) -> int:
    """Where a doer ends who is something of somebody, `by B's law`, at the end of a sentence; 0 if more stands there."""
    if line.texts[end : end + 1] != ["'s"]:
        return end
    return len(line) if end + 1 < len(line) <= end + 1 + _MOST_OWN and not any(line.mentions[end + 1]) else 0


def _not_done(line: Line) -> Iterator[list[Token]]:
    """`no bid for B has been made by A`: a bid for it has not been made."""
    texts = line.texts
    at = next((at for at in range(2, len(line) - 1) if texts[at] in _IS | _WAS | _HAS), 0)
    verb = at + 1 + (texts[at] in _HAS)
    is_done = at and verb < len(line) and (is_past_participle(texts[verb]) or texts[verb] in UNCHANGED)
    if not is_done or (texts[at] in _HAS and texts[at + 1] != "been") or texts[verb] in _ENDED:
        return  # no ban that was lifted need be there
    is_whole = line.figures[1] is None and texts[1] not in _NO_NOUN and not any(map(line.is_cut, range(at)))
    if is_whole and english.NEGATORS.isdisjoint(texts[1:]):
        yield [
            word("the", line.tokens[0]),
            *line.tokens[1 : at + 1],
            word("not", line.tokens[0]),
            *line.tokens[at + 1 :],
        ]


def _whose(line: Line, end: int, first: str) -> Iterator[list[Token]]:
    """`B's wheat`, which somebody buys, as `wheat from B`; up to `end`."""
    if stem(first) in _BUYING:
        start = int(line.texts[0] == "the")
        yield from _of_another(line, start, end)


def _of_another(line: Line, start: int, end: int) -> Iterator[list[Token]]:
    for one in line.mentions[start]:
        noun = one.end + (line.texts[one.end : one.end + 1] == ["'s"])
        is_owner = (noun > one.end or one.kind == ADJECTIVE) and len(one.names) == 1 and one.kind != PRONOUN
        if is_owner and noun < end <= noun + 2 and not line.is_cut(end - 1):
            yield [*line.tokens[noun:end], word("from", line.tokens[noun]), *line.tokens[start : one.end]]


def done_there(line: Line) -> Iterator[tuple[list[Token], frozenset[str], str]]:
    """`B is locked out at A`, `it was banned in A` with a `by` for the place, who is named there, and the stem of what is done."""
    texts = line.texts
    if "by" in texts or not texts or texts[0] in english.ASKING:
        return
    is_at = next((at for at in range(1, len(line) - 3) if texts[at] in _IS | _WAS | _HAS), 0)
    verb = between(line, is_at + 1)[2] if is_at else len(line)
    if verb < len(line) and texts[is_at] in _HAS:
        verb = verb + 1 if texts[verb] == "been" else len(line)
    if verb >= len(line) - 2 or not (is_past_participle(texts[verb]) or texts[verb] in UNCHANGED | {"run"}):
        return
    place = next((at for at in range(len(line) - 2, verb, -1) if texts[at] in _AT), 0)
    named = named_at(line, place + 1) if place else None
    if named is None or named.kind in (PRONOUN, ADJECTIVE) or len(named.names) != 1:
        return
    if named.end < len(line) and not _is_why(line, named.end):
        return
    is_of_another = any(m.kind == ADJECTIVE for at in range(is_at) for m in line.mentions[at]) or not {
        "'s",
        "with",
    }.isdisjoint(texts[:place])
    if texts[verb] in _ENDED or is_of_another:
        return  # who cancelled somebody's project in a country need not be that country
    if place <= verb + _MOST_BETWEEN and not any(line.is_cut(at) for at in range(place)):
        yield (
            [*line.tokens[:place], word("by", line.tokens[place]), *line.tokens[place + 1 :]],
            frozenset(named.names),
            line.tokens[verb].stem,
        )


_AT = frozenset({"at", "in"})
_WHY = (("for",), ("over",), ("because", "of"), ("on", "account", "of"), ("due", "to"))


def _is_why(line: Line, at: int) -> bool:
    """Whether all that follows says for what of theirs it was done to somebody: `for their views`, `because of her views`."""
    end = next((at + len(why) for why in _WHY if tuple(line.texts[at : at + len(why)]) == why), len(line))
    is_own = line.texts[end : end + 1] != [] and line.texts[end] in ("their", "his", "her")
    is_short = end + 1 < len(line) <= end + 1 + _MOST_OWN
    return is_own and is_short and not any(line.mentions[one] or line.is_cut(one) for one in range(end + 1, len(line)))


def _from_whom(line: Line) -> Iterator[list[Token]]:
    """`A buys B's wheat`, `A imports Halvian barley`: wheat from B, barley from Halvia."""
    for verb in range(1, len(line) - 2):
        if line.tokens[verb].stem in _BUYING and "from" not in line.texts:
            start = verb + 1 + (line.texts[verb + 1] == "up")
            end = next(
                (at for at in range(start + 1, len(line)) if line.is_cut(at) or line.texts[at] in PREPOSITIONS),
                len(line),
            )
            for whole in _of_another(line, start, end):
                yield [*line.tokens[: verb + 1], *whole, *line.tokens[end:]]
            return


def _doer_of(line: Line) -> Iterator[list[Token]]:
    """`A is a supplier of corn to B`, `A is no longer a lender to B`."""
    texts = line.texts
    is_at = next((at for at in range(1, len(line) - 3) if texts[at] in _IS), 0)
    if not is_at or named_at(line, 0) is None:
        return
    hedges, denial, at = between(line, is_at + 1)
    noun = at + 1
    if noun >= len(line) - 2 or texts[at] not in ("a", "an") or texts[noun] not in _DOERS:
        return
    of = texts[noun + 1]
    if of in ("of", "to", "from") and not any(line.mentions[noun]):
        rest = line.tokens[noun + 1 + (of == "of") :]
        yield [*hedges, *line.tokens[:is_at], *_does(_DOERS[texts[noun]], denial, line.tokens[noun]), *rest]


def _first_form(done: Token) -> str:
    """The first form of the verb of a participle; empty if it is not known."""
    if done.text in UNCHANGED:
        return done.text
    roots = (done.stem, f"{done.stem}e", done.text.removesuffix("ed"), done.text.removesuffix("d"))
    return next((root for root in roots if root and inflected(root, Form.DONE) == done.text and root != done.text), "")


def _did(line: Line, at: int, first: str, denial: tuple[str, ...], like: Token) -> list[Token]:
    """What one does, did or has done, by the `is`, `was` or `has been` of what is done by him."""
    helping = line.tokens[at]
    if helping.text in _HAS:
        return [helping, *(word(text, like) for text in denial), like]
    if helping.text not in _WAS:
        return _does(first, denial, like)
    if denial == ("not",):
        return [word("did", like), word("not", like), word(first, like)]
    past = inflected(first, Form.PAST) or (first if like.text in UNCHANGED else like.text)
    return [*(word(text, like) for text in denial), word(past, like)]


def _does(first: str, denial: tuple[str, ...], like: Token) -> list[Token]:
    """What one does, or does not, or no longer."""
    if denial == ("not",):
        return [word("does", like), word("not", like), word(first, like)]
    return [*(word(text, like) for text in denial), word(inflected(first_form(first, Form.BASE), Form.THIRD), like)]
