"""What a sentence says of the one before it without naming anybody: that it is over, of another time or world, or left open.

    A has a base in B. It closed in 2019.           over: what was told may be so no more
    A owes B 40 million. Paid.                      over, without a subject
    A is closed. On Mondays.                        of another time
    A supplies B. In an ideal world.                of another world
    A supplies B. That's the goal.                  wanted, supposed or only said
    A owes B 40 million. Well, it did.              of then
    A supplies B. Or was it C?                      which of two is left open
    A has a base in B. Experts disagree.            contested

Nothing is told of what such a sentence undoes. `Today.`, `Since May.`, `In 2015.` behind what was done then, and `nobody denies it`
undo nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.language.words import english
from dragoman.language.words.hedges import PLANS, TALES
from dragoman.language.words.stems import is_past_participle, is_simple_past, stem
from dragoman.language.words.tokens import Token


def _any(*tables: str) -> str:
    """One of the wordings of some tables, parted by bars."""
    return "(?:" + "|".join(sorted((one for table in tables for one in english.lines(table)), key=len, reverse=True)) + ")"


_LONGEST = 16
"""Tokens of a sentence that only undoes the one before it."""
_OPENING = (
    r"(?:(?:well|oh|but|and|though|although|yet|actually|in fact|sadly|alas|luckily|fortunately|happily|thankfully|unfortunately|of course"
    r"|meanwhile|then|so|or|however|still|at least|only|mind you|anyway|in the end|in the meantime|since then|by now|i mean|just|only"
    r"|\w+ (?:days?|weeks?|months?|years?) later|later|soon after|shortly after|a year later) (?:, )?)*"
)
_CLOSING = (
    r"(?: (?:, )?(?:of course|anyway|at any rate|in any case|i mean|i should say|i would say|i guess|i suppose|rather|though|that is|at least|after all|in the end"
    r"|as it happens|sorry|actually|however|please|now))*"
)
_NUMBER = r"(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|some|several|a few|many|\d+)"
_SPAN = r"(?:minutes?|hours?|days?|weeks?|months?|years?|decades?|seasons?|nights?)"
_DAY = r"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
_MONTH = rf"(?:{'|'.join(english.MONTHS)})"
_PART = r"(?:morning|afternoon|evening|night|noon|midnight|weekend|week|month|year|season|spring|summer|autumn|winter|fall|day|decade|century|christmas|easter)"
_YEAR = r"(?:1[89]|20)\d\d"
_WHEN = rf"(?:(?:the )?(?:early |late |mid |end of |beginning of |start of )?(?:{_MONTH}(?: {_YEAR})?|{_YEAR}|{_DAY}|the {_PART}|{_PART}|(?:last|next) {_PART}))"
_THEN = (
    rf"(?:yesterday|the day before yesterday|(?:early |late )?last (?:{_PART}|{_MONTH}|{_DAY}|time)|(?:{_NUMBER} {_SPAN}|long|ages|years|decades|months|weeks) (?:ago|back|before)"
    rf"|(?:back )?(?:in|until|till|before|by|around|up to) (?:{_WHEN})(?: already| still)?|(?:back )?(?:in|of) (?:the )?(?:(?:good )?old days|past|olden days|{_YEAR}s?(?: s)?|\d0s|soviet (?:days|times)|those days)"
    r"|once|formerly|previously|earlier|then|back then|at that time|at the time|in those days|years ago|for a (?:while|time)|for (?:some|a short) time)"
)
"""A time that is over, or may be."""
_AHEAD = (
    rf"(?:soon|tomorrow|the day after tomorrow|(?:early |late )?next (?:{_PART}|{_MONTH}|{_DAY}|time)|(?:from|starting|starting from|as from|beginning|effective) {_WHEN}(?: on| onwards?)?|by {_WHEN}|in {_NUMBER} {_SPAN}"
    rf"|some ?day|one day|eventually|later|sooner or later|in (?:the )?(?:near |not too distant )?future|in due course|from (?:then|next {_PART}|tomorrow) on|not before {_WHEN})"
)
_HABIT = (
    rf"(?:(?:on |in the )?(?:{_DAY}|weekend|morning|afternoon|evening|night)s|(?:every|each) (?:other |second |single )?(?:{_PART}|{_DAY}|{_MONTH}|time)|at night|by (?:day|night)|(?:at|for|over) (?:lunch|dinner|breakfast|lunchtime|weekends)"
    r"|(?:the )?last time|sometimes|at times|from time to time|now and then|occasionally|on and off|as a rule|usually|most (?:days|of the time)|in (?:the )?(?:summer|winter|spring|autumn)|once (?:a|every) \w+|(?:for|over) (?:a|the|\w+) (?:day|days|week|weeks|month|months|weekend|winter|summer|holidays?))"
)
_ONLY_THEN = re.compile(rf"{_OPENING}{_THEN}(?: (?:, )?{_THEN})?{_CLOSING}")
_ONLY_LATER = re.compile(rf"{_OPENING}(?:{_AHEAD}|{_HABIT})(?: (?:, )?(?:{_AHEAD}|{_HABIT}))?{_CLOSING}")

_WORLDS = "|".join(
    sorted(
        {
            *TALES,
            *PLANS,
            *english.lines(
                "world | worlds | universe | life | exercise | best case | worst case | case | model | models | thought experiment | reality show | theory | imagination | mind | head"
                "| book | play | series | show | version | proposal | bill | wishes | hopes | eyes | war game | wargame | role play | rehearsal | test | drill | story | contract text | small print | trailer | advert | ad | ads | advertisement"
            ),
        }
    )
)
_NO_WORLDS = r"(?:(?:the |this )?(?:(?:whole|real|entire) world|any case|this case|our case|case)|real life)"
_ONLY_ELSEWHERE = re.compile(
    rf"{_OPENING}(?!in {_NO_WORLDS}$)(?:in|on|according to|under|for) (?:(?:an?|the|my|our|your|his|her|their|its|this|that|some|another) )?(?:\w+ ){{0,2}}(?:{_WORLDS})(?: (?:of|by|for) (?:\w+ ?){{1,4}})?{_CLOSING}"
)

_FALSE = (
    r"(?:fake|fake news|fiction|invention|inventions|fabrication|fabrications|misconception|misconceptions|misunderstanding|speculation|speculations|hearsay|propaganda|disinformation|misinformation"
    r"|myth|hoax|lie|lies|legend|fairy tale|fairy tales|fairytale|rumour|rumor|rumours|rumors|gossip|nonsense|rubbish|humbug|baloney|hogwash|bunk|fantasy|delusion|illusion|exaggeration|guesswork|conjecture|wishful thinking|clickbait|slander|falsehood|untruth|canard|urban legend|urban myth|old wives tale|satire|parody|sarcasm|irony|joke)"
)
_IS_FALSE = re.compile(
    rf"{_OPENING}(?:(?:it|that|this|all|all that|all this|all of it|which) (?:is|was) )?(?:(?:a|an|the|one|pure|sheer|mere|total|complete|utter|common|popular|widespread|another|just|only|all|more|plain|typical|simple|mostly|largely|probably|clearly|obviously|outright) )*{_FALSE}{_CLOSING}"
    rf"|{_OPENING}(?:nothing of the (?:sort|kind)|quite the (?:opposite|contrary|reverse)|(?:my|his) (?:eye|foot|arse|ass)|in your dreams|sure (?:it|he|she|they) (?:does|do|is|are|has|have|did)|(?:and )?then i woke up|ha ha(?: ha)*"
    rf"|who knows|hard to (?:say|tell|know|believe)|(?:difficult|impossible|too early) to (?:say|tell|know)|who can (?:say|tell)|(?:to be|yet to be|still to be|not yet) (?:confirmed|verified|checked|decided|announced|seen|proven|proved|agreed|approved|finalised|finalized)|tb[acd]|pending|(?:still )?pending \w+(?: \w+)?"
    rf"|(?:could|can|would|will) (?:you|someone|somebody|anyone|anybody) (?:please )?(?:confirm|verify|check)(?: (?:it|this|that))?|please (?:check|verify|confirm)(?: (?:it|this|that))?|(?:needs|need|needs to be|to be) (?:checking|checked|confirmed|confirmation|verification)(?: first)?"
    rf"|(?:stuffed|toy|plastic|dead|fake|imaginary|pretend|virtual|painted|paper|wooden|rubber|metaphorical|figurative) ones?|(?:the|its) (?:opposite|contrary|reverse) is (?:true|the case|so))(?: of course)?{_CLOSING}"
)

_STATUS = (
    r"(?:plan|plans|idea|hope|hopes|intention|intentions|goal|goals|aim|aims|target|targets|ambition|promise|pledge|prediction|forecast|expectation|proposal|proposals|suggestion|wish|dream|vision|draft|offer|demand|task|ideal"
    r"|hypothesis|theory|thesis|assumption|presumption|premise|scenario|script|plot|storyline|story ?line|question|claim|allegation|accusation|worst case|best case|nightmare|fear|danger|threat|official (?:story|version|line|view)|party line|version|rumour|rumor|legend|myth|joke|punchline|title|headline|slogan|opening line|first line"
    r"|old (?:\w+ )?(?:\w+)|former \w+|previous \w+)"
)
_OF_STATUS = re.compile(
    rf"{_OPENING}(?:that|this|it|such|these|those)(?: , (?:\w+ ){{1,4}},)? (?:is|was|are|were|remains) (?:(?:only|just|merely|simply|at least|still|now|more or less|basically) )*(?:the|a|an|one|my|our|his|her|their|its|your) (?:\w+ )?{_STATUS}"
    rf"(?: (?:of|in|by|for|from|at|here|now|anyway) ?(?:\w+ ?){{0,6}})?{_CLOSING}"
    rf"|{_OPENING}(?:that|this|it)(?: , (?:\w+ ){{1,4}},)? (?:is|was) (?:only |just |at least )?(?:what|how) (?!(?:i|we) (?:mean|meant|saw|see|know|found|have|heard|measured|counted|said|call|wanted to say|want to say|am saying|was told|am telling)\b)(?:\S+ ){{1,9}}"
    r"(?:assumes?|assumed|shows?|showed|supposes?|supposed|says?|said|predicts?|predicted|writes?|wrote|claims?|claimed|imagines?|imagined|needs?|needed|need|wants?|want|wanted|find out|check|know|ask|like|see|hopes?|hope|hoped|fears?|feared|proposes?|proposed|plans?|planned|demands?|demanded|expects?|expected|thinks?|thought|believes?|believed|suggests?|suggested|pretends?|pretended|suggest|propose|love|prefer|achieve|happen|prove|show|test)"
    rf"(?: (?:{_THEN}|\w+))?{_CLOSING}"
    rf"|{_OPENING}(?:thus|so) (?:wrote|said|spoke|claimed|went|goes|runs|ran|reads) .+"
)

_WAS_SO = re.compile(
    rf"{_OPENING}(?:that|this|it|those|these|they|such) (?:was|were) (?:(?:only|just|true|so|right|correct|the case|all|still|more|perhaps|at least|back|already) )*(?:(?:, )?(?:{_THEN}|under (?:the|a|an|his|her|their) .+|before .+|during .+|when .+|in (?:the )?(?:old|good|bad|early|late|last|previous|former) .+|a (?:long|different|\w+) (?:time|era|world|age) ago|the (?:old|former|previous|last) .+|another (?:time|era|age|life|world)|in another .+))+{_CLOSING}"
    rf"|{_OPENING}(?:that|this|it|they) (?:was|were) (?:true|so|right|correct|the case|valid)(?: .{{0,40}})?"
    rf"|{_OPENING}(?:it|they|he|she|that|there) (?:did|was|were|had|used to)(?: (?:be|do|have|so|once))?(?: (?:, )?{_THEN})*{_CLOSING}(?: (?:, )?{_THEN})*{_CLOSING}"
    rf"|{_OPENING}(?:did|was|were|had|used to(?: be)?|once did)(?: (?:, )?(?:{_THEN}|i mean|i should say|rather|anyway|at least|before .+|until .+|till .+|when .+|under .+))*"
    rf"|{_OPENING}(?:these|those|the|this|that|my|our|all) (?:\w+ )?(?:figures?|numbers?|data|news|reports?|article|information|story|statistics|stats|photos?|picture|map|list|source|sources|records?|file|entry|note|notes) (?:is|are|was|were) (?:(?:very|rather|quite|pretty|all|somewhat|now|long|from|of|hopelessly|a bit|already|only) )*(?:(?:the )?(?:old|outdated|out of date|obsolete|stale|ancient|dated|fake|made up|wrong|years? old|{_YEAR}s?|\d0s|last (?:year|century|decade))|\w+ years old)(?: .{{0,20}})?"
    rf"|{_OPENING}(?:these|those|that|this|it) (?:is|are|was|were) (?:(?:very|rather|quite|pretty|all|really) )*(?:(?:old|ancient|outdated|yesterdays|last years|stale) (?:figures?|news|numbers?|data|hat|information|reports?|story|stories)|yesterday 's news|yesterday is news)(?: ?, .+)?"
    rf"|{_OPENING}(?:(?:those|these) (?:days|times) are (?:over|gone|past|long gone|history|behind us)|(?:things|times|matters|it all|everything|much|a lot|the situation|the picture|all that|all this|that|this|it) (?:has|have) (?:(?:all|long|since|now|also|completely|totally|much) )*changed(?: .{{0,30}})?)"
)

_WHICH = re.compile(
    rf"(?:or|and/or|alternatively)(?: (?:rather|maybe|perhaps|possibly|even|probably|else))?(?: ,)?(?: \S+){{0,7}}|{_OPENING}(?:half|a half|most|some|much|part|a part|a bit|a third|two thirds|a quarter|a fraction|none|all but \w+|\d+ (?:percent|%|of)) of (?:it|them|that|this|which){_CLOSING}"
    rf"|(?:minus|less|not counting|not including|excluding|apart from|except|save for|bar) .{{1,60}}|(?:\w+ )?\w+ , (?:sorry|pardon|oops|i mean)"
)
_VERB_OF_ITS_OWN = english.BE | english.DO | english.HAVE | english.MODALS

_CONTESTING = re.compile(
    rf"{_OPENING}(?:(?:(?:the|some|many|most|other|several|a|an|his|her|their|its|our|both|local|all|foreign|western|independent|leading|few) )*(?:[\w-]+ ){{0,3}}[\w-]+ (?:strongly |strenuously |firmly |flatly |categorically |vehemently |also |all |hotly |still |always |now |has |have |officially |publicly )*"
    r"(?:den(?:y|ies|ied)|disput(?:e|es|ed)|contest(?:s|ed)?|reject(?:s|ed)?|refut(?:e|es|ed)|question(?:s|ed)?|doubt(?:s|ed)?|dismiss(?:es|ed)?|contradict(?:s|ed)?|disagree(?:s|d)?(?: (?:with|on|about))?|debunk(?:s|ed)?)"
    r"(?: (?:it|this|that|so|the (?:report|reports|claim|claims|allegation|allegations|story|figure|figures|accusation)))?(?: .{0,20})?"
    r"|(?:opinions?|views?|accounts?|experts?|sources?|reports?|estimates?|figures|minds) (?:differ|differs|vary|varies|conflict|are divided|diverge|are split)(?: .{0,20})?"
    r"|(?:few|hardly anyone|hardly anybody|nobody|no one|not everyone|not everybody|not all|only (?:a )?few|no expert) (?:\w+ )?(?:believes?|buys?|agrees?|trusts?|credits?|thinks?|accepts?)(?: (?:it|this|that|so))?)"
    rf"{_CLOSING}"
)
_UNCONTESTED = english.NEGATORS | {"few", "hardly", "cannot", "i", "we", "who", "could", "would", "may", "if", "nobody"}
_DENYING = re.compile(r"den(?:y|ies|ied)|disput|contest|reject|refut|question|doubt|dismiss|contradict|disagree|debunk")

_IT = r"(?:it|they|that|this|these|those|he|she|(?:all|both|most|some|half) of (?:it|them|that)|everything|both)"
_AUX = r"(?:(?:has|have|had|is|are|was|were|been|being|got|did|since|now|already|just|later|then|soon|finally|again|long|also|recently|meanwhile|eventually|subsequently|all|both|ever|in the end|in the meantime|since then|by now|at last|however|by then|therefore|by the way|long since|all but|largely|mostly|partly) )*"
_UNDONE = _any(
    """
    ended | stopped | ceased | closed | shut | closed down | shut down | over | off | gone | finished | left | quit | resigned | withdrew | withdrawn | pulled out | walked out | moved out | moved away | departed
    repaid | paid | paid back | paid off | settled | cleared | returned | forgiven | written off | cancelled | canceled | waived | dropped | lifted | annulled | overturned | reversed | revoked
    rescinded | repealed | quashed | suspended | scrapped | abandoned | shelved | called off | broken off | broke off | given up | gave up | given back | gave back | handed back | got back | gave | taken back | took back | reduced | halved | doubled | tripled | restored | repaired
    mended | fixed | replaced | resumed | restarted | restocked | reopened | reconnected | renewed | reinstated | expired | lapsed | ran out | run out | collapsed | crashed | died down | died out | faded | faded away | vanished | disappeared
    subsided | dissolved | disbanded | dismantled | demolished | evacuated | vacated | abolished | reformed | recovered | calmed down | blown over | blew over | petered out | fell through | fallen through | fell apart | fallen apart | come to nothing | came to nothing | failed | bounced back
    sold | sold off | lost | won back | passed | changed hands | switched sides | changed sides | backed out | defected | reconciled | made up | made peace | relented | gave in | turned round | turned around | undone | undid | redone | corrected | rectified | remedied | solved | resolved | plugged | patched
    terminated | discontinued | phased out | wound up | liquidated | superseded | outdated | obsolete | history | void | invalid | defunct | dead | extinct | signed a new one | found a new one | dried up | sunk | sank | burnt down | burned down | destroyed | removed | eradicated | exterminated | back | back at work | back to work | back to normal | back in operation | back in service | back on | back up | better now | fine now | outvoted | voted down | vetoed | rejected | acquitted | struck down | thrown out | threw out
    """
)
_UNDONE = rf"(?:{_UNDONE}|(?:got|gave|took|paid|handed|won|bought|sent|brought|put|called|wrote|turned|switched|closed|shut) (?:it|them|that|everything|all of (?:it|them)) (?:back|off|down|up|on|out))"
_FREE_OBJECT = r"(?:it|them|that|this|all|everything|all of (?:it|them)|one|back|off|out|up|down|again|in full|altogether|completely|entirely|for good|since|now|already|lately|too|at once|a new one|(?:the|that|this|its|their|his|her|those|these|a new|new) [\w-]+|to \S+|by \S+|with \S+|most of it|half of it)"
_AT_SOME_TIME = rf"(?:{_THEN}|{_AHEAD}|(?:on|in|at|since|after|before|by|around|within|during|over) (?:the )?(?:\S+ ){{0,2}}\S+|today|tonight|now|since|this \w+|(?:a|\w+) \w+ later|\w+ later|later|recently|long ago|at noon)"
_REST = rf"(?: (?:, )?(?:{_FREE_OBJECT}|{_AT_SOME_TIME}))*"
_MATTER = frozenset(
    map(
        stem,
        english.lines(
            "contract | deal | agreement | treaty | accord | debt | loan | ban | suit | lawsuit | case | plan | plans | project | decision | order | measure | measures | threat | strike | boycott | probe | investigation | inquiry | sanctions | law"
            "| rule | state | problem | issue | dispute | fault | damage | talks | offer | court | protest | protests | war | crisis | lead | partnership | alliance | membership | licence | license | permit | approval | embargo | blockade | outbreak | emergency | alert"
            "| merger | sale | subsidy | penalty | fine | verdict | ruling | stock | stocks | supply | line | gap | leak | base | project | programme | program | campaign | shortage | arrangement | trend | boom | feud | row | freeze | appeal | judges | judge | government | parliament | stake | seat"
        ),
    )
)
"""Nouns for what may be over, and for those who end it."""
_NOUN = r"(?:the|this|that|its|their|his|her|these|those|both|all|new|a new) (?:[\w-]+ )??(?P<noun>[\w-]+) "
_SUBJECT = rf"(?:{_IT} |{_NOUN})"
_IS_OVER = re.compile(
    rf"{_OPENING}{_SUBJECT}{_AUX}{_UNDONE}{_REST}(?: (?:, )?(?:{_UNDONE}){_REST})?{_CLOSING}"
    rf"|{_OPENING}{_AUX}{_UNDONE}{_REST}{_CLOSING}"
    rf"|{_OPENING}(?:{_IT} )?(?:(?:is|are|has been|have been|can be) )?(?:\w+ ){{0,2}}\w+(?: (?:to|with) (?:it|them|each other|one another))? again(?: (?:, )?{_AT_SOME_TIME})*{_CLOSING}"
    rf"|{_OPENING}(?:new|fresh|more) [\w-]+ (?:has |have |is |are |was |were )?(?:come|came|arrived|delivered|ordered|signed|found|in|bought|on the way)(?: .{{0,30}})?"
    rf"|{_OPENING}{_IT} (?:has|have|does|do|is|are)(?: not| it| one| some)? (?:now|again|by now)(?: not)?{_CLOSING}"
)
_SIMPLY = re.compile(r"(?:did|won|said|lost|played|went|came|asked|told|wrote|called|tried|happened|saw|checked) (?:it |that |this )?again")
_PASSED_ON = frozenset({"by"})

_PARTLY_OVER = re.compile(
    rf"(?:most|half|some|part|much|all|a third|two thirds|a quarter|the bulk|a good part|a large part|\d+ (?:percent|%)) of (?:which|it|them|that) (?:(?:it|they|he|she) )?{_AUX}{_UNDONE}{_REST}{_CLOSING}"
    r"|a (?:fact|claim|statement|story|report|figure|number|belief|notion|idea|truth) that (?:is|was|has|does) (?:not|never|no) .+"
    r"|(?:which|that|a claim that|a thing that|something that|something) (?:is|has|remains|still has|is still|are|have) (?:still |yet )?(?:to be|yet to be) (?:shown|proved|proven|confirmed|seen|verified|established|checked|demonstrated|tested)(?: .{0,20})?"
)
"""A last clause that takes back what stands before it, or a part of the figure in it."""


def _words(tokens: Sequence[Token]) -> str:
    return " ".join(
        "is" if token.text == "'s" and at and (tokens[at - 1].text in english.WITH_IS or tokens[at - 1].text in ("this", "those")) else token.text
        for at, token in enumerate(tokens)
        if token.is_word or token.text[:1] in "'0123456789,%"
    ).strip(" ,")


def is_left_behind(tokens: Sequence[Token], before: Sequence[Token], *, is_asked: bool) -> bool:
    """Whether a sentence sets the one before it in another time or world, calls it false, or leaves it open, and says nothing else."""
    words = _words(tokens)
    if not words or len(tokens) > _LONGEST:
        return False
    if _ONLY_THEN.fullmatch(words) is not None:
        return not _is_of_then(before)
    if any(one.fullmatch(words) for one in (_ONLY_LATER, _ONLY_ELSEWHERE, _IS_FALSE, _OF_STATUS, _WAS_SO)):
        return True
    texts = [token.text for token in tokens]
    if _WHICH.fullmatch(words) is not None:
        return is_asked or _VERB_OF_ITS_OWN.isdisjoint(texts) or texts[1] in english.BE
    return is_contesting(tokens)


def is_contesting(tokens: Sequence[Token]) -> bool:
    """Whether a sentence says that somebody denies the one before it, or that few believe it."""
    words = _words(tokens)
    if _CONTESTING.fullmatch(words) is None:
        return False
    return _DENYING.search(words) is None or _UNCONTESTED.isdisjoint(words.split())


def is_over(tokens: Sequence[Token], before: Sequence[Token]) -> bool:
    """Whether a sentence says that what the one before it speaks of has ended, or is undone: `it was repaid`, `open again`."""
    words = _words(tokens)
    found = _IS_OVER.fullmatch(words) if len(tokens) <= _LONGEST else None
    if found is None or _SIMPLY.search(words) is not None or not english.NEGATORS.isdisjoint(words.split()):
        return False
    noun = found.groupdict().get("noun")
    if not noun:
        return True
    return stem(noun) in _MATTER or stem(noun) in {token.stem for token in before}


def takes_back_part(tokens: Sequence[Token]) -> bool:
    """Whether a last clause says that most of a figure is paid, or that it is still to be shown."""
    return _PARTLY_OVER.fullmatch(_words(tokens)) is not None


def _is_of_then(tokens: Sequence[Token]) -> bool:
    """Whether a sentence says what was done, and so may say when it was."""
    texts = [token.text for token in tokens]
    return any(
        (is_simple_past(text) or is_past_participle(text) or text in ("was", "were", "had"))
        and (not at or texts[at - 1] not in ("is", "are", "'s"))
        for at, text in enumerate(texts)
    )
