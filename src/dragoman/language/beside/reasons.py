"""Why something is so, behind what is so: who says why it is so says that it is.

    A has troops there, because the border is porous        ->  A has troops there
    A is pulling out, as so many units were needed elsewhere ->  A is pulling out
    A's hand is weak there, thanks to years of neglect       ->  A's hand is weak there

The reason names nobody: one that does may tell a fact of its own. It has no verb of saying, thinking or hoping (`as they say`,
`because somebody thinks so`), no doubt, no condition, no figure. What is denied is so for that reason only behind a comma: `does not
trade because it fears sanctions` may say that it does so for another. `As` and `since` are taken for reasons only where a clause
follows, and never beside a denial, which `as he says` and `as it did then` would turn round.
"""

from __future__ import annotations

from dragoman.language.line.framed import TURNS
from dragoman.language.line.line import Line
from dragoman.language.line.mentions import PRONOUN
from dragoman.language.words import english, hedges
from dragoman.language.words.effects import Effect
from dragoman.language.words.stems import is_simple_past, stem
from dragoman.language.words.tokens import Token

_BECAUSE = tuple(
    tuple(words.split())
    for words in english.lines(
        "because | given that | seeing that | seeing as | considering that | not least because | simply because"
    )
)
_OWING_TO = tuple(
    tuple(words.split())
    for words in english.lines(
        "because of | due to | owing to | thanks to | on account of | in view of | as a result of | as a consequence of"
        "| on the back of | not least because of | not least due to | not least thanks to | mainly because of | largely because of"
        "| largely due to | mainly due to | partly because of | partly due to | out of sheer | out of pure"
    )
)
_AS = frozenset({"as", "since"})
_CAUSED = frozenset(
    english.lines(
        "so | too | there | its | their | his | her | the | this | that | most | all | many | more | people | every | both | no | it | they"
    )
)
"""What a clause begins with behind an `as` that says why."""
_SAYING = hedges.SAYING | hedges.SHOWING | hedges.FINDING | hedges.DENYING | hedges.TALES
_UNSURE = (
    TURNS | _SAYING | english.IFS | english.MODALS | english.FIRST_PERSON
    | frozenset(
        english.lines(
            """
            tell | think | thinks | thought | believe | believes | believed | hope | hopes | hoped | fear | feared | expect | expects | expected
            predict | predicts | predicted | forecast | assume | assumed | suppose | supposed | suspect | suspected | want | wants | wanted
            plan | plans | planned | intend | intended | wish | wishes | wished | promise | promised | imagine | argue | argued | suggest
            seem | seems | seemed | look | looks | looked | story | stories | goes | put | puts | see | sees | saw | know | knows | used
            planning | plan | you | course | obviously | clearly | sure | apparently | ought | ordered | agreed | asked | demanded | why
            """
        )
    )
)  # fmt: skip
"""What may make of a reason whose word it is, how sure it is, or a jest."""
_PLAIN = frozenset(
    {Effect.NONE, Effect.NARROWS, Effect.PLACE, Effect.PAST, Effect.NEGATES, Effect.NO_LONGER, Effect.WITH_NEGATION}
)
_LEAST = 3
_LEAST_CLAUSE = 2
_MOST = 16


def without_reason(line: Line) -> list[Token] | None:
    """The tokens of a sentence without the reason that stands last; None if it has none."""
    if begins := _grounds(line):
        return line.tokens[:begins]
    for at in range(max(_LEAST, len(line) - _MOST), len(line) - 1):
        is_apart = line.texts[at] in (",", "-")
        begins = at + is_apart
        size = _size(line, begins)
        if not size or line.texts[at - 1] in (",", "-"):
            continue
        is_denied = not (english.NEGATORS | english.FAINT_NEGATORS).isdisjoint(line.texts[:at])
        is_loose = line.texts[begins] in _AS
        return (
            line.tokens[:at]
            if _gives_reason(line, begins + size) and (is_apart or not is_denied) and not (is_denied and is_loose)
            else None
        )
    return None


def _grounds(line: Line) -> int:
    """Where `on safety grounds`, `for medical reasons` begins, if it stands last and nothing is denied; else 0."""
    if line.texts[-1] not in _GROUNDS or not (english.NEGATORS | english.FAINT_NEGATORS).isdisjoint(line.texts):
        return 0
    at = next(
        (
            at
            for at in range(len(line) - 2, max(_LEAST, len(line) - _MOST_GROUNDS) - 1, -1)
            if line.texts[at] == _GROUNDS[line.texts[-1]]
        ),
        0,
    )
    is_plain = at > 0 and _UNSURE.isdisjoint(line.texts[at:]) and not any(line.mentions[at:])
    return at - (line.texts[at - 1] == ",") if is_plain and at < len(line) - 2 else 0


_GROUNDS = {"grounds": "on", "reasons": "for"}
_MOST_GROUNDS = 5
_QUARRELS = frozenset(
    map(
        stem,
        english.lines(
            "sue | suit | lawsuit | court | strike | walkout | protest | demonstrate | row | dispute | quarrel | clash | feud | complain | criticise | attack | slam | blame"
            "| recall | withdraw | pull | ban | bar | fine | penalty | sanction | boycott | resign | quit | sack | dismiss | fire | arrest | charge | suspend | halt | stop"
            "| close | cancel | probe | investigate | inquiry | threaten | warn | summon"
        ),
    )
)
"""What somebody does `over` something because of it."""


_MATTERS = frozenset(
    english.lines(
        "pay | wages | conditions | costs | safety | pensions | redundancies | layoffs | dismissals | corruption | overtime | rents | debts | tax | taxes | jobs"
    )
)
"""What people quarrel over, said in one word; `over lunch` says when they do."""


_WALKING = frozenset(english.lines("walk | walks | walked | walking | march | marches | marched | marching"))
"""What people do over a bridge as well."""


def _size(line: Line, at: int) -> int:
    """How many tokens say there that a reason follows."""
    if line.texts[at] == "over":
        is_walking = not _WALKING.isdisjoint(line.texts[:at]) and not _MATTERS.isdisjoint(line.texts[at:])
        return int(is_walking or any(token.stem in _QUARRELS for token in line.tokens[:at]))
    for words in (*_OWING_TO, *_BECAUSE):
        if tuple(line.texts[at : at + len(words)]) == words:
            return len(words)
    is_clause = (
        line.texts[at] in _AS
        and line.texts[at - 1] == ","
        and line.texts[at + 1 : at + 2] != []
        and line.texts[at + 1] in _CAUSED
    )
    return int(is_clause and _has_verb(line, at + 2))


def _has_verb(line: Line, at: int) -> bool:
    return any(text in english.BE | english.HAVE | english.DO or is_simple_past(text) for text in line.texts[at:])


def _gives_reason(line: Line, start: int) -> bool:
    """Whether what follows is one clause that doubts nothing, says whose word nothing is, and names nobody."""
    texts = line.texts[start:]
    rest = range(start, len(line))
    is_one = {",", ";", ":", "-", "(", '"', "and", "but", "though", "although", "while"}.isdisjoint(texts)
    is_plain = all(m.effect in _PLAIN for at in rest for m in line.marks[at])
    names = any(m.kind != PRONOUN for at in rest for m in line.mentions[at])
    is_counted = any(line.figures[at] is not None for at in rest)
    is_sure = _UNSURE.isdisjoint(texts) and is_plain
    is_long = len(texts) >= _LEAST_CLAUSE or (line.texts[start - 1] == "over" and not _MATTERS.isdisjoint(texts))
    return is_long and is_one and is_sure and not names and not is_counted
