"""What a sentence says of the one before it so that nothing of that is told: it is of another world, false, contested, left open.

    A supplies B. In an ideal world.                of another world
    A supplies B. That's the goal.                  wanted, supposed or only said
    A has a base in B. That was true in 2010.       of then
    A owes B 40 million. Well, it did.              of then
    A owes B 40 million. A common misconception.    false
    A has a base in B. Experts disagree.            contested
    A supplies B. Or was it C?                      which of two is left open
    A supplies B. That is, if C pays.               so only if something else is

`Nobody denies it`, `that is what I saw` and `that was in 2015` behind what was done leave it as it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.language.line.dated import CLOSING, LONGEST, OPENING, THEN, is_of_then, is_only_dated, words_between
from dragoman.language.words import english
from dragoman.language.words.hedges import PLANS, TALES
from dragoman.language.words.tokens import Token

_WORLDS = "|".join(
    sorted(
        {
            *TALES,
            *PLANS,
            *english.lines(
                "world | worlds | universe | life | exercise | best case | worst case | case | model | models | thought experiment | reality show | theory | imagination | mind | head"
                "| book | play | series | show | version | proposal | bill | wishes | hopes | eyes | war game | wargame | role play | rehearsal | test | drill | story | drawing board | contract text | small print | trailer | advert | ad | ads | advertisement"
            ),
        }
    )
)
_NO_WORLDS = r"(?:(?:the |this )?(?:(?:whole|real|entire) world|any case|this case|our case|case)|real life)"
_ONLY_ELSEWHERE = re.compile(
    rf"{OPENING}(?!in {_NO_WORLDS}$)(?:in|on|according to|under) (?:(?:an?|the|my|our|your|his|her|their|its|this|that|some|another) )?(?:\w+ ){{0,2}}(?:{_WORLDS})(?: (?:of|by|for)(?: \w+){{1,4}})?{CLOSING}"
)

_FALSE = (
    r"(?:fake|fake news|fiction|invention|inventions|fabrication|fabrications|misconception|misconceptions|misunderstanding|speculation|speculations|hearsay|propaganda|disinformation|misinformation"
    r"|myth|hoax|lie|lies|legend|fairy tale|fairy tales|fairytale|rumour|rumor|rumours|rumors|gossip|nonsense|rubbish|humbug|baloney|hogwash|bunk|fantasy|delusion|illusion|exaggeration|guesswork|conjecture|wishful thinking|clickbait|slander|falsehood|untruth|canard|urban legend|urban myth|old wives tale|satire|parody|sarcasm|irony|joke)"
)
_IS_FALSE = re.compile(
    rf"{OPENING}(?:(?:it|that|this|all|all that|all this|all of it|which) (?:is|was) )?(?:(?:a|an|the|one|pure|sheer|mere|total|complete|utter|common|popular|widespread|another|just|only|all|more|plain|typical|simple|mostly|largely|probably|clearly|obviously|outright) )*(?!no |not |never |beyond )(?:\w+ )?{_FALSE}{CLOSING}"
    rf"|{OPENING}(?:nothing of the (?:sort|kind)|quite the (?:opposite|contrary|reverse)|(?:my|his) (?:eye|foot|arse|ass)|in your dreams|sure (?:it|he|she|they) (?:does|do|is|are|has|have|did)|(?:and )?then i woke up|ha ha(?: ha)*"
    rf"|who knows|hard to (?:say|tell|know|believe)|(?:difficult|impossible|too early) to (?:say|tell|know)|who can (?:say|tell)|(?:to be|yet to be|still to be|not yet) (?:confirmed|verified|checked|decided|announced|seen|proven|proved|agreed|approved|finalised|finalized)|tb[acd]|pending|(?:still )?pending \w+(?: \w+)?"
    rf"|(?:could|can|would|will) (?:you|someone|somebody|anyone|anybody) (?:please )?(?:confirm|verify|check)(?: (?:it|this|that))?|please (?:check|verify|confirm)(?: (?:it|this|that))?|(?:needs|need|needs to be|to be) (?:checking|checked|confirmed|confirmation|verification)(?: first)?"
    rf"|(?:stuffed|toy|plastic|dead|fake|imaginary|pretend|virtual|painted|paper|wooden|rubber|metaphorical|figurative) ones?|(?:the|its) (?:opposite|contrary|reverse) is (?:true|the case|so))(?: of course)?{CLOSING}"
)

_STATUS = (
    r"(?:plan|plans|idea|hope|hopes|intention|intentions|goal|goals|aim|aims|target|targets|ambition|promise|pledge|prediction|forecast|expectation|proposal|proposals|suggestion|wish|dream|vision|draft|ideal"
    r"|hypothesis|theory|thesis|assumption|presumption|premise|scenario|script|plot|storyline|story ?line|allegation|accusation|worst case|best case|official (?:story|version|line|view)|party line|version|rumour|rumor|legend|myth|joke|punchline|title|headline|slogan|opening line|first line"
    r"|(?:old|former|previous|outdated) (?:figures?|numbers?|value|price|rate|name|rule|law|state|building|contract|version|list|plan))"
)
_OF_STATUS = re.compile(
    rf"{OPENING}(?:that|this|it|such|these|those)(?: , (?:\w+ ){{1,4}},)? (?:is|was|are|were|remains) (?:(?:only|just|merely|simply|at least|still|now|more or less|basically) )*(?:(?:the|a|an|one|my|our|his|her|their|its|your) (?:\w+ )?{_STATUS}|(?:one|his|her|their|the) (?:\w+ )?(?:view|opinion|perspective|interpretation|narrative)|(?:the|my|our|his|her|their) (?:\w+ )?(?:claim|nightmare|fear|danger|threat|task|demand|question))"
    rf"(?: (?:of|in|by|for|from|at|here|now|anyway)(?: \w+){{0,6}})?{CLOSING}"
    rf"|{OPENING}(?:that|this|it)(?: , (?:\w+ ){{1,4}},)? (?:is|was) (?:only |just |at least )?(?:what|how) (?!(?:i|we) (?:mean|meant|saw|see|know|found|have|heard|measured|counted|said|call|wanted to say|want to say|am saying|was told|am telling)\b)(?:\S+ ){{1,9}}"
    r"(?:assumes?|assumed|shows?|showed|supposes?|supposed|says?|said|predicts?|predicted|writes?|wrote|claims?|claimed|imagines?|imagined|needs?|needed|need|wants?|want|wanted|find out|check|know|ask|like|see|hopes?|hope|hoped|fears?|feared|proposes?|proposed|plans?|planned|demands?|demanded|expects?|expected|thinks?|thought|believes?|believed|suggests?|suggested|pretends?|pretended|suggest|propose|love|prefer|achieve|happen|prove|show|test)"
    rf"(?: (?:{THEN}|\w+))?{CLOSING}"
    rf"|{OPENING}(?:thus|so) (?:wrote|said|spoke|claimed|went|goes|runs|ran|reads) .+"
)

_ANNOTATED = re.compile(
    rf"{OPENING}(?:(?:the )?(?:probability|likelihood|chance|chances|odds|confidence|certainty)(?: (?:is|of|are|about|around|only|at|rather|very|quite))*"
    rf" (?:low|small|slim|poor|weak|unknown|medium|moderate|none|nil|zero|fifty fifty|\d+(?: ?(?:%|percent))?)"
    rf"|(?:reliability|credibility)(?: (?:is|rather|very|quite))* (?:low|poor|weak|doubtful|unknown|none|nil)"
    rf"|(?:date|year|dated|as of)(?: \w+)? (?:1[89]\d\d|20[01]\d)){CLOSING}"
)
"""How likely it is, how good its source, or of what year it is, as a note says it: `Probability: 20%`."""
_WAS_THEN = re.compile(
    rf"{OPENING}(?:that|this|it|those|these|they|such) (?:was|were) (?:(?:only|just|true|so|right|correct|the case|all|still|more|perhaps|at least|back|already) )*(?:(?:, )?(?:{THEN}|under (?:the|a|an|his|her|their) .+|before .+|during .+|when .+|in (?:the )?(?:old|good|bad|early|late|last|previous|former) .+|a (?:long|different|\w+) (?:time|era|world|age) ago|the (?:old|former|previous) .+|another (?:time|era|age|life|world)|in another .+))+{CLOSING}"
)
"""What says when it was, and behind what was done says no more."""
_WAS_SO = re.compile(
    rf"{OPENING}(?:{THEN}(?: ,)? (?:that|this|it) was|those were the days){CLOSING}|"
    rf"{OPENING}(?:that|this|it|they) (?:was|were) (?:true|so|right|correct|the case|valid)(?: .{{0,40}})?"
    rf"|{OPENING}(?:it|they|he|she|that|there) (?:did|was|were|had|used to)(?: (?:be|do|have|so|once))?(?: (?:, )?{THEN})*{CLOSING}(?: (?:, )?{THEN})*{CLOSING}"
    rf"|{OPENING}(?:did|was|were|had|used to(?: be)?|once did)(?: (?:, )?(?:{THEN}|i mean|i should say|rather|anyway|at least|before .+|until .+|till .+|when .+|under .+))*{CLOSING}"
    rf"|{OPENING}(?:these|those|the|this|that|my|our|all) (?:\w+ )?(?:figures?|numbers?|data|news|reports?|article|information|story|statistics|stats|photos?|picture|map|list|source|sources|records?|file|entry|note|notes) (?:is|are|was|were) (?:(?:very|rather|quite|pretty|all|somewhat|now|long|from|of|hopelessly|a bit|already|only) )*(?:(?:the )?(?:old|outdated|out of date|obsolete|stale|ancient|dated|fake|made up|years? old|(?:1[89]\d\d|20[01]\d)s?|\d0s|last (?:year|century|decade))|\w+ years old)(?: .{{0,20}})?"
    rf"|{OPENING}(?:these|those|that|this|it) (?:is|are|was|were) (?:(?:very|rather|quite|pretty|all|really) )*(?:(?:old|ancient|outdated|yesterdays|last years|stale) (?:figures?|news|numbers?|data|hat|information|reports?|story|stories)|yesterday 's news|yesterday is news)(?: ?, .+)?"
    rf"|{OPENING}(?:(?:those|these) (?:days|times) are (?:over|gone|past|long gone|history|behind us)|(?:things|times|matters|it all|everything|much|a lot|the situation|the picture|all that|all this|that|this|it) (?:has|have) (?:(?:all|long|since|now|also|completely|totally|much) )*changed(?: .{{0,30}})?)"
)

_WHICH = re.compile(
    rf"(?:or(?! so\b| at least\b)|alternatively)(?: (?:rather|maybe|perhaps|possibly|even|probably|else))?(?: ,)?(?: \S+){{0,7}}|{OPENING}(?:half|a half|most|some|much|part|a part|a bit|a third|two thirds|a quarter|a fraction|none|all but \w+|\d+ (?:percent|%|of)) of (?:it|them|that|this|which){CLOSING}"
    rf"|(?:minus|less|not counting|not including|excluding|apart from|except|save for|bar) .{{1,60}}|(?:\w+ )?\w+ , (?:sorry|pardon|oops|i mean)"
)
_VERB_OF_ITS_OWN = english.BE | english.DO | english.HAVE | english.MODALS

_CONTESTING = re.compile(
    rf"{OPENING}(?:[\w-]+ ){{1,6}}?(?:(?:disagree|disagrees|disagreed|begs? to differ|begged to differ|(?:sees?|saw) (?:it|this|that|things) (?:differently|otherwise)|(?:says?|thinks?) otherwise|(?:tells?|told) (?:a different|another) story)(?: (?:with|on|about) (?:it|this|that))?|(?:den(?:y|ies|ied)|disput(?:e|es|ed)|contests?|contested|rejects?|rejected"
    r"|refut(?:e|es|ed)|questions?|questioned|doubts?|doubted|dismiss(?:es|ed)?|contradicts?|contradicted|debunks?|debunked) (?:it|this|that|so|the (?:report|claim|allegation|figure|rumour|rumor)s?|the (?:story|accusation)))"
    rf"(?: (?:, )?(?:{THEN}|strongly|firmly|flatly|categorically|publicly|officially|completely|outright|today|now))?{CLOSING}"
    rf"|{OPENING}(?:opinions?|views?|accounts?|experts?|sources?|reports?|estimates?|figures|minds) (?:differ|differs|vary|varies|conflict|are divided|diverge|are split)(?: (?:on|about) (?:it|this|that))?{CLOSING}"
    rf"|{OPENING}(?:few|hardly anyone|hardly anybody|nobody|no one|not everyone|not everybody|not all|only (?:a )?few|no expert) (?:\w+ )?(?:believes?|buys?|agrees?|trusts?|credits?|thinks?|accepts?)(?: (?:it|this|that|so))?{CLOSING}"
)
_UNCONTESTED = english.NEGATORS | {"few", "hardly", "cannot", "i", "we", "who", "could", "would", "may", "if", "nobody"}
_DENYING = re.compile(
    r"den(?:y|ies|ied)|disput|contest|reject|refut|question|doubt|dismiss|contradict|disagree|debunk|differ|otherwise|another story"
)


def sets_aside(tokens: Sequence[Token], before: Sequence[Token], *, is_asked: bool) -> bool:
    """Whether a sentence sets the one before it in another time or world, calls it false, contests it or leaves it open, and says no more."""
    words = words_between(tokens) if len(tokens) <= LONGEST else ""
    if not words:
        return False
    if is_only_dated(tokens, before) or any(
        one.fullmatch(words) for one in (_ONLY_ELSEWHERE, _IS_FALSE, _OF_STATUS, _ANNOTATED, _WAS_SO)
    ):
        return True
    if _WAS_THEN.fullmatch(words) is not None:
        return not is_of_then(before)
    if _hangs_on(words):
        return True
    texts = [token.text for token in tokens]
    if _WHICH.fullmatch(words) is not None:
        return is_asked or _VERB_OF_ITS_OWN.isdisjoint(texts) or texts[1] in english.BE
    return _is_contesting(words)


_IF = r"(?:if|unless|provided|providing|assuming|as long as|so long as|on (?:the )?condition that|depending on)"
_THAT_IS = re.compile(
    rf"(?:that is(?: to say)?|i mean|at least|but|only)(?: ,)? (?:only |just |always )?{_IF} .+|{_IF} .+ , that is"
)
_ONLY_IF = re.compile(rf"{_IF} [^,]+")
_NO_IF = re.compile(
    r"if (?:you|i|we) (?:ask|like|must|know|will|wonder|want|wish|recall|remember|may)\b|if (?:anything|not|so|only|need be|possible|memory|ever|any)\b"
)
"""An `if` that only goes round what is said."""
_MOST_OF_AN_IF = 8


def _hangs_on(words: str) -> bool:
    """Whether a sentence is no more than what the one before it is so under: `that is, if A pays`, `unless A pays`."""
    if _THAT_IS.fullmatch(words) is not None:
        return True
    is_short = len(words.split()) <= _MOST_OF_AN_IF
    return is_short and _ONLY_IF.fullmatch(words) is not None and _NO_IF.match(words) is None


def _is_contesting(words: str) -> bool:
    """Whether a sentence says that somebody denies the one before it, or that few believe it."""
    if _CONTESTING.fullmatch(words) is None:
        return False
    return _DENYING.search(words) is None or _UNCONTESTED.isdisjoint(words.split())


_HOW_MUCH = re.compile(
    r"(?:as|so|that|too|very|quite) (?:much|many|often|badly|strongly|far|deeply)|to the same (?:extent|degree)|entirely|fully|wholly|completely"
)


def denies_how_much(tokens: Sequence[Token]) -> bool:
    """Whether a clause that denies the same of another denies only how much it is so: `B does not as much`."""
    words = words_between(tokens)
    return _HOW_MUCH.search(words) is not None and not english.NEGATORS.isdisjoint(words.split())
