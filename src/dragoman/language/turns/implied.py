"""Verbs that say of another that it is so, or that it is not: `manages to`, `does not bother to`, `refuses to`.

    China has come to depend on Russia            ->  China does depend on Russia
    Russia fails to stop the traffic              ->  Russia does not stop the traffic
    Russia was happy to leave trade to China      ->  Russia was leave trade to China
    Russia is not willing to put up with it       ->  Russia is not put up with it
    Russia goes so far as to threaten them        ->  Russia threaten them
    Russia has ceased to be their guarantor       ->  Russia no longer be their guarantor

After Karttunen, Implicative Verbs (Language 47, 1971): each says so when it is not denied, and those of :data:`_ALSO_DENIED` say
the contrary when they are. What is only wanted, tried, allowed or able stands in neither list; of who is willing or
refuses it follows what he does only where that is for him to decide (:data:`HIS_TO_DECIDE`).
"""

from __future__ import annotations

from collections.abc import Callable

from dragoman.language.line.line import Line
from dragoman.language.turns.renamed import is_for_a_while
from dragoman.language.words import english
from dragoman.language.words.cues import Cues, spaced
from dragoman.language.words.stems import stem

Spared = tuple[int, tuple[str, ...]] | None
"""So many tokens, and the words in their place."""

_SAYS_SO = Cues(
    """
    (has|have|had|having) (come|grown|learned|learnt|begun|started|managed|contrived|chosen|seen fit|gone on|gone so far as|proceeded|dared|deigned) to
    (comes|come|came|gets|grows|grew|learns|learned) to (depend|rely|lean|be|like|dislike|resent|fear|see|regard|view|trust|distrust|dominate|accept|tolerate)
    (goes|go|went|going) (so far|as far) as to
    (goes|go|going) on to
    (turns|turn|turned) out to
    (proves|prove|proved) to
    (sees|see|saw) fit to
    (dares|dare|dared|chooses|choose|bothers|bother|bothered) to
    (is|are|feels|feel|finds itself|find themselves|sees itself|see themselves|remains|remain) [now|still|increasingly] (forced|compelled|driven|reduced|condemned) to
    (is|are) [more and more|increasingly|now|still] quick to
    (never fails|never fail|never ceases|never cease|does not hesitate|do not hesitate|does not cease|do not cease|never tires of|never tire of) to
    (can not|could not) help but
    (has|have) (had to|been (forced|compelled|obliged|driven) to)
    """
)
_DOING_SO = Cues(
    """
    (makes|make) a (point|habit|show) of
    (ends|end|ended|winds|wind) up
    (goes|go|carries|carry) on
    (is|are|has been|have been) [(still|now|long|already|recently|lately)] (busy|engaged in)
    """
)
_ALSO_DENIED = Cues(
    """
    (bother|bothers|manage|manages|deign|deigns|condescend|condescends|dare|dares|care|see fit|happen|happens|presume|think fit) to
    (managed|bothered|dared|deigned|seen fit|gone so far as|come|cared|begun|started) to
    """
)
_GOING = Cues(
    "[ever] (went|go|goes|gone|came|come|got|get|gets|gone out|went out|come round|came round|got round|got around|get round) to"
)
_SAYS_NOT = Cues(
    """
    (fails|fail|is failing|are failing|neglects|neglect|omits|omit|keeps failing|keep failing|has failed|have failed|has neglected|have neglected) to
    (has|have) yet to
    """
)
_NO_LONGER = Cues("[(has|have)] [(now|since|long since|long|already|also|meanwhile|recently)] ceased to")
_NO_LONGER_DOING = Cues(
    "(has|have) [(now|since|long since|long|already|also|meanwhile|recently)] (stopped|ceased|quit)"
)
_NOT_DOING = Cues(
    """
    (refrains|refrain|desists|desist|abstains|abstain|shrinks|shies away|shy away|shrinks back|stays away|stay away) from
    (avoids|avoid|stops short of|stop short of)
    """
)
_ACCEPTING = Cues(
    """
    (happy|glad|content|satisfied|pleased|relieved|resigned|only too happy|only too glad|quite happy|quite content|perfectly happy|perfectly content) to
    """
)
_REFUSING = Cues("(refuses|refuse|declines|decline|is refusing|are refusing|is unwilling|are unwilling) to")
_WILLING = Cues("(willing|ready|prepared|inclined|disposed) to")
_LETTING = frozenset(
    map(
        stem,
        english.lines(
            "leave | let | grant | cede | give | yield | allow | concede | hand | accord | accept | tolerate | put | live | go | see | play | follow | defer | be | remain | stay | keep | rely | depend | share | have | work"
        ),
    )
)
HIS_TO_DECIDE = frozenset(map(stem, english.lines(
    """
    accept | tolerate | put | live | swallow | stomach | acquiesce | recognise | recognize | respect | support | back | endorse
    join | challenge | oppose | confront | criticise | criticize | condemn | guarantee | cede | yield | concede | grant | share
    compromise | cooperate | coordinate | intervene | interfere | sell | lend | finance | fund | pay | sign | ratify | compete
    pass | supply | deliver | ship | hand | report | publish | disclose | buy | serve
    name | say | reveal | release | admit | let
    host | accommodate | defer | submit | bow | play | discuss | talk | negotiate | tell | take | lift | impose | send | deploy
    """
)))  # fmt: skip
_MOST = 8
_NEAR = 4


def implied(line: Line, at: int) -> Spared:
    """What may be put in the place of such a verb."""
    words = spaced(line.texts[at : at + _MOST])
    is_denied = not _DENYING.isdisjoint(line.texts[max(0, at - _NEAR) : at])
    for cues, before, instead in _TABLES:
        found = cues.at_start(words)
        size = found.group().count(" ") if found is not None else 0
        if size and at and before(line, at, size) and (is_denied is (cues in _DENIED)):
            return size, instead
    return None


_DENYING = english.NEGATORS | {
    "hardly",
    "barely",
    "scarcely",
    "less",
    "far",
    "unless",
    "if",
    "whether",
    "few",
    "little",
    "longer",
}


def _is_any(line: Line, at: int, size: int) -> bool:
    """Whether something follows that can be done."""
    return at + size < len(line) and line.tokens[at + size].is_word


def _is_verb(line: Line, at: int, size: int) -> bool:
    """Whether it goes on with what nobody went to do: `never went to inspect`, and not `never went to Astana`."""
    to = at + size
    return _is_any(line, at, size) and not line.mentions[to] and line.texts[to] not in english.CARRY_NOTHING


def _is_doing(line: Line, at: int, size: int) -> bool:
    """Whether what follows is done: `avoids challenging`, and not `avoids challenges`."""
    return _is_any(line, at, size) and line.texts[at + size].endswith("ing")


def _is_doing_for_good(line: Line, at: int, size: int) -> bool:
    """Whether what follows is done, and nobody only paused: who has stopped for a week may have begun again."""
    return _is_doing(line, at, size) and not is_for_a_while(line)


def _is_letting(line: Line, at: int, size: int) -> bool:
    is_said = line.texts[at - 1] in english.BE or line.free(at - 1)
    return is_said and _is_any(line, at, size) and line.tokens[at + size].stem in _LETTING


def _is_his(line: Line, at: int, size: int) -> bool:
    return _is_any(line, at, size) and line.tokens[at + size].stem in HIS_TO_DECIDE


def _is_not_willing(line: Line, at: int, size: int) -> bool:
    """`is not willing to accept`, `is no longer ready to put up with`."""
    return line.texts[at - 1] in ("not", "longer", "never") and _is_his(line, at, size)


_TABLES: tuple[tuple[Cues, Callable[[Line, int, int], bool], tuple[str, ...]], ...] = (
    (_SAYS_SO, _is_any, ()),
    (_DOING_SO, _is_doing, ()),
    (_ALSO_DENIED, _is_any, ()),
    (_GOING, _is_verb, ()),
    (_SAYS_NOT, _is_any, ("does", "not")),
    (_NOT_DOING, _is_doing, ("does", "not")),
    (_NO_LONGER, _is_any, ("no", "longer")),
    (_NO_LONGER_DOING, _is_doing_for_good, ("no", "longer")),
    (_REFUSING, _is_his, ("does", "not")),
    (_ACCEPTING, _is_letting, ()),
    (_WILLING, _is_not_willing, ()),
)
_DENIED = (_ALSO_DENIED, _WILLING, _GOING)
"""Those that are left out only behind a `not`."""
