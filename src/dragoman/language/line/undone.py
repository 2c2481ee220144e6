"""What a sentence says of the one before it without naming anybody: that it has ended, or is undone.

A has a base in B. It closed in 2019.           what was told may be so no more
A owes B 40 million. Paid.                      without a subject
A sues B. The suit was dropped.                 of what it speaks of
A owes B 40 million, most of it repaid          behind a comma, of a part of the figure
A joined B in 2006 and left it in 2012          behind an `and`
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.language.line.dated import AHEAD, CLOSING, LONGEST, OPENING, THEN, words_between
from dragoman.language.words import english
from dragoman.language.words.stems import stem
from dragoman.language.words.tokens import Token


def _any(table: str) -> str:
    """One of the wordings of a table, the longest first."""
    return f"(?:{'|'.join(sorted(english.lines(table), key=len, reverse=True))})"


_IT = r"(?:it|they|half|most|part|that|this|these|those|he|she|(?:all|both|most|some|half) of (?:it|them|that)|everything|both)"
_AUX = r"(?:(?:has|have|had|is|are|was|were|been|being|got|did|since|now|already|just|later|then|soon|finally|again|long|also|recently|meanwhile|eventually|subsequently|all|both|ever|in the end|in the meantime|since then|by now|at last|however|by then|therefore|by the way|long since|all but|largely|mostly|partly) )*"
_UNDONE = _any(
    """
    ended | stopped | ceased | closed | shut | closed down | shut down | over | off | gone | finished | left | quit | resigned | withdrew | withdrawn | pulled out | walked out | moved out | moved away | departed
    repaid | paid | paid back | paid off | settled | cleared | returned | forgiven | written off | cancelled | canceled | waived | dropped | lifted | annulled | overturned | reversed | revoked
    handed over | turned over | given away | transferred | saved | rescued | made safe | rescinded | repealed | quashed | suspended | scrapped | abandoned | shelved | called off | broken off | broke off | given up | gave up | given back | gave back | handed back | got back | gave | taken back | took back | reduced | halved | doubled | tripled | restored | repaired
    mended | fixed | replaced | resumed | restarted | restocked | reopened | reconnected | renewed | reinstated | expired | lapsed | ran out | run out | collapsed | crashed | died down | died out | faded | faded away | vanished | disappeared
    subsided | dissolved | disbanded | dismantled | demolished | evacuated | vacated | abolished | reformed | recovered | calmed down | blown over | blew over | petered out | fell through | fallen through | fell apart | fallen apart | come to nothing | came to nothing | failed | bounced back
    sold | sold off | lost | won back | passed | changed hands | switched sides | changed sides | backed out | defected | reconciled | made up | made peace | relented | gave in | turned round | turned around | undone | undid | redone | corrected | rectified | remedied | solved | resolved | plugged | patched
    terminated | discontinued | phased out | wound up | liquidated | superseded | outdated | obsolete | history | void | invalid | defunct | dead | extinct | signed a new one | found a new one | dried up | sunk | sank | burnt down | burned down | destroyed | removed | eradicated | exterminated | back | back at work | back to work | back to normal | back in operation | back in service | back on | back up | better now | fine now | outvoted | voted down | vetoed | rejected | acquitted | struck down | thrown out | threw out
    regained | reclaimed | retrieved | recovered | freed | released | set free | let go | let loose | parted with | flipped | resold | spun off | offloaded | disposed of | got rid of | divested
    came back | come back | returned | short lived | shortlived | a short affair | reversed course | changed course | changed its mind | changed their mind | changed their minds | changed his mind | changed her mind
    made a u turn | did a u turn | had second thoughts | has second thoughts | have second thoughts | had a change of heart | appealed and won | won on appeal | won its appeal | won their appeal | won the appeal | won in court
    backed down | backtracked | back tracked | went back | gone back | went home | reneged | renounced | disowned | repudiated | recanted | retracted | pulled | deleted | taken down | took down | apologised | apologized | overruled | reverted | unwound | called back | stood down | climbed down | thought better of
    fails | collapses | ends | stops | ceases | expires | lapses | falls through | falls apart | fell flat | falls flat | breaks down | broke down | broken down | backs down | gives up | gives in | pulls out | withdraws | comes to nothing | regains | reclaims | is off
    """
)
_UNDONE = (
    rf"(?:{_UNDONE}|(?:got|gave|took|paid|handed|won|bought|sent|brought|put|called|wrote|turned|switched|closed|shut|let|set) (?:it|them|that|everything|all of (?:it|them)) (?:back(?: on| off| up| in)?|off|down|up|on|out|go|loose|free|away|aside|over|straight|right)"
    r"|lasted (?:(?:only|just|barely|less than|all of|for) )*(?:an?|one|two|three|four|five|six|\d+) \w+)"
)
_FREE_OBJECT = r"(?:it|them|that|this|all|everything|all of (?:it|them)|one|back(?: on| up)?|off|out|up|down|again|in full|altogether|completely|entirely|for good|since|now|already|lately|too|at once|a new one|(?:the|that|this|its|their|his|her|those|these|a new|new) [\w-]+|for (?:it|that|this|them|the [\w-]+)|(?:to|by|with) (?:(?:the|an?|its|their|his|her) )?\S+|most of it|half of it)"
_AT_SOME_TIME = rf"(?:{THEN}|{AHEAD}|(?:on|in|at|since|after|before|by|around|within|during|over) (?:the )?(?:\S+ ){{0,2}}\S+|today|tonight|now|since|this \w+|(?:a|\w+) \w+ later|\w+ later|later|recently|long ago|at noon)"
_REST = rf"(?: (?:, )?(?:{_FREE_OBJECT}|{_AT_SOME_TIME}))*"
_DOWN = frozenset(
    english.lines(
        "closed | shut | failed | collapsed | crashed | lost | destroyed | dead | sank | sunk | left | quit | cut | halved | stopped | ceased | gone"
    )
)
_UP = frozenset({"again", "back", "over", "it", "them", "off", "since"})
_BAD = frozenset(
    english.lines(
        "out | down | broken | damaged | severed | strike | bankrupt | insolvent | unsafe | empty | closes | shuts | falling | shrinking | losing | no | not"
    )
)
"""What is so where something has ended, or goes badly: what ends then undoes none of it."""
_MATTER = frozenset(
    map(
        stem,
        english.lines(
            "contract | deal | agreement | treaty | accord | debt | loan | ban | suit | lawsuit | case | plan | plans | project | decision | order | measure | measures | threat | strike | boycott | probe | investigation | inquiry | sanctions | law"
            "| rule | state | problem | issue | dispute | fault | damage | talks | offer | court | protest | protests | war | crisis | lead | partnership | alliance | membership | licence | license | permit | approval | embargo | blockade | outbreak | emergency | alert"
            "| story | report | article | claim | claims | headline | increase | raise | hike | rise | cut | cuts | takeover | purchase | acquisition | closure | appointment | bid | pledge | promise | merger | sale | subsidy | penalty | fine | verdict | ruling | stock | stocks | supply | line | gap | leak | base | project | programme | program | campaign | shortage | arrangement | trend | boom | feud | row | freeze | appeal | judges | judge | government | parliament | stake | seat"
        ),
    )
)
"""Nouns for what may be over, and for those who end it."""
_FORBIDDEN = "(?:banned|forbade|outlawed|prohibited|blocked|halted|barred)"
"""What a court or a minister does to what goes on, and nobody who ends it himself."""
_UNDONE_BY = rf"(?:it|(?:the|an?) (?:[\w-]+ ){{0,2}}[\w-]+) {_AUX}(?:{_UNDONE}|{_FORBIDDEN}) (?:it|them|(?:the|this|that|its|their) (?P<what>[\w-]+))(?: (?:, )?{_AT_SOME_TIME})*{CLOSING}"
_IS_UNDONE_BY = re.compile(_UNDONE_BY)
_NOUN = r"(?:the|this|that|its|their|his|her|these|those|both|all|new|a new) (?:[\w-]+ )??(?P<noun>[\w-]+) "
_SUBJECT = rf"(?:{_IT} |{_NOUN})"
_IS_OVER = re.compile(
    rf"{OPENING}(?:the|a|an|its|their|his|her|this|that|those|these) (?:[\w-]+ ){{1,3}}{_AUX}{_UNDONE} (?:it|them|that|this|all of it)(?: (?:, )?{_AT_SOME_TIME})*{CLOSING}"
    rf"|{OPENING}{_SUBJECT}{_AUX}{_UNDONE}{_REST}(?: (?:, )?(?:{_UNDONE}){_REST})?{CLOSING}"
    rf"|{OPENING}{_UNDONE_BY}"
    rf"|{OPENING}{_AUX}{_UNDONE}{_REST}{CLOSING}"
    rf"|{OPENING}(?:{_IT} )?(?:(?:is|are|has been|have been|can be) )?(?:\w+ ){{0,2}}\w+(?: (?:to|with) (?:it|them|each other|one another))? again(?: (?:, )?{_AT_SOME_TIME})*{CLOSING}"
    rf"|{OPENING}(?:new|fresh) [\w-]+ (?:has |have |is |are |was |were )?(?:come|came|arrived|delivered|ordered|signed|found|bought|on the way)(?: .{{0,30}})?"
    rf"|{OPENING}{_IT} (?:has|have|does|do|is|are)(?: not| it| one| some)? (?:now|again|by now)(?: not)?{CLOSING}"
)
_SIMPLY = re.compile(
    r"(?:did|won|said|lost|played|went|came|asked|told|wrote|called|tried|happened|saw|checked) (?:it |that |this )?again"
)

_PARTLY_OVER = re.compile(
    rf"(?:most|half|some|part|much|all|a third|two thirds|a quarter|the bulk|a good part|a large part|\d+ (?:percent|%)) of (?:which|it|them|that) (?:(?:it|they|he|she) )?{_AUX}{_UNDONE}{_REST}{CLOSING}"
    r"|a (?:fact|claim|statement|story|report|figure|number|belief|notion|idea|truth) that (?:is|was|has|does) (?:not|never|no) .+"
    r"|(?:which|that|a claim that|a thing that|something that|something) (?:is|has|remains|still has|is still|are|have) (?:still |yet )?(?:to be|yet to be) (?:shown|proved|proven|confirmed|seen|verified|established|checked|demonstrated|tested)(?: .{0,20})?"
)
"""A last clause that takes back what stands before it, or a part of the figure in it."""


def is_over(tokens: Sequence[Token], before: Sequence[Token]) -> bool:
    """Whether a sentence says that what the one before it speaks of has ended, or is undone: `it was repaid`, `open again`."""
    words = words_between(tokens)
    found = _IS_OVER.fullmatch(words) if len(tokens) <= LONGEST else None
    if found is None or _SIMPLY.search(words) is not None or not english.NEGATORS.isdisjoint(words.split()):
        return False
    if _goes_on_down(words.split(), {token.text for token in before}):
        return False
    noun = found["noun"] or found["what"]
    if not noun:
        return True
    return stem(noun) in _MATTER or stem(noun) in {token.stem for token in before}


def is_undone_by(tokens: Sequence[Token], before: Sequence[Token]) -> bool:
    """Whether somebody, an `it` here, undoes or forbids what the sentence before it speaks of: `C blocked the deal`."""
    words = words_between(tokens)
    found = _IS_UNDONE_BY.fullmatch(words) if len(tokens) <= LONGEST else None
    if found is None or not english.NEGATORS.isdisjoint(words.split()):
        return False
    if _goes_on_down(words.split(), {token.text for token in before}):
        return False
    what = found["what"]
    return not what or stem(what) in _MATTER or stem(what) in {token.stem for token in before}


def _goes_on_down(said: Sequence[str], before: set[str]) -> bool:
    """Whether it only ends what what was told has ended already, or goes with it: `it is shut. It closed at noon`."""
    verbs = {word for word in said if word in _DOWN}
    return bool(verbs) and _UP.isdisjoint(said[1:]) and not (_DOWN | _BAD).isdisjoint(before)


def takes_back_part(tokens: Sequence[Token]) -> bool:
    """Whether a last clause says that most of a figure is paid, or that it is still to be shown."""
    return _PARTLY_OVER.fullmatch(words_between(tokens)) is not None


_JOINING = frozenset({"and", "but", "then"})
_FIXED = frozenset({"anything", "nothing", "all", "null", "over", "up", "open"})
"""What stands before an `and` or `but` that joins no clause: `null and void`, `anything but shut`, `up and running again`."""
_TURNING_OFF = frozenset({"it", "them", "that", "again", "since", "now", "later", "then", "back"})


def ending_clause(tokens: Sequence[Token]) -> int:
    """Where a last clause of a sentence begins that says that it is over: `..., and left it in 2012`; 0 if none does."""
    for at in range(max(2, len(tokens) - LONGEST), len(tokens)):
        joins = tokens[at - 1].text
        texts = [token.text for token in tokens[at:]]
        is_clause = joins in _JOINING or (joins == "," and not _TURNING_OFF.isdisjoint(texts))
        is_clause = is_clause and tokens[at - 2].text not in _FIXED
        if is_clause and texts[0] not in _JOINING and is_over(tokens[at:], tokens[:at]):
            return at
    return 0
