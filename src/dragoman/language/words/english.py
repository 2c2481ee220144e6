"""What the reader knows of English, whatever the rulebook: which words carry nothing, which negate, hedge, attribute.

Lists of surface words and short phrases; nothing here belongs to a subject. Fillers are matched as they are written and
never by their stem: `quite` must not swallow `quit`.
"""

from __future__ import annotations


def lines(text: str) -> tuple[str, ...]:
    """The entries of a list that is written one a line or with | between them."""
    return tuple(line.strip() for line in text.replace("|", "\n").splitlines() if line.strip())


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ARTICLES = frozenset({"a", "an", "the"})
BE = _words(
    """
    am is are was were be been being
    """
)
DO = frozenset(["do", "does", "did"])
HAVE = frozenset(["has", "have", "had", "having"])
PAST_BE = frozenset({"was", "were", "had"})

OPENERS = frozenset({"well", "note"})
"""What means nothing where a sentence begins, and something elsewhere: to speak well of somebody."""
MANNER = _words(
    """
    strongly steadily rapidly quickly fast sharply quietly slowly gradually regularly constantly
    firmly markedly significantly considerably substantially massively hugely greatly visibly noticeably dramatically
    nicely
    """
)
"""How something is done, or how much of it: a fact is the same with it, and its denial denies no more than that."""
FILLERS = MANNER | _words(
    """
    still now really just actually already currently today nowadays also too both all very quite fairly pretty
    rather so extremely deeply highly clearly
    far much again indeed simply basically literally definitely certainly surely obviously frankly honestly
    meanwhile moreover furthermore however therefore thus hence then yes yeah yep ok okay fyi tbh btw ngl tbf smh fwiw
    again anyway recently lately finally overall generally broadly essentially largely somewhat even
    kinda sorta super totally whatsoever
    always publicly officially plainly namely respectively altogether further fully there here hello hi please pls hey lol evidently ever
    itself themselves himself herself ourselves
    """
)
"""Words that can be there or not and the fact is the same."""

EMPTY = _words(
    """
    still now really just actually already currently today nowadays also too again indeed simply basically certainly
    surely obviously frankly honestly meanwhile moreover furthermore however therefore thus hence then yes ok okay
    anyway recently lately finally overall here there please itself themselves evidently
    """
)
"""Those of them that tell nothing from anything, whatever other phrases have beside them."""

FILLER_PHRASES = lines(
    """
    these days | right now | at the moment | at present | for now | for the moment | as of now | so far | by now | of course
    for the time being | for the moment | until further notice | till further notice | as well | in fact | as a matter of fact | for sure | for the record | to be clear | as we speak | nothing new
    through and through | to a large extent | by far | on the whole | by and large | at last | in the end | all in all
    as you know | as everyone knows | everyone knows that | everybody knows that | we all know that | it is clear that
    it is a fact that | the fact is that | the fact is | it is true that | it turns out that | it turned out that
    it is known that | it is easy to forget that | it is hard to forget that | it is tempting to forget that | note that | please note that | remember that | keep in mind that | let me tell you that
    the truth is that | the thing is that | by the way | that said | and fast | for years | since dawn | since dusk | since sunrise | since sunset | since midnight | since noon | since midday | since breakfast | since lunchtime | since daybreak | since years | since some years | since a few years | since several years | since many years | for some time now | for quite some time | in recent years | over the years
    in years | just to be clear | to this day | until this day | until this very day | till this day | until now | until today | day by day | year by year | more and more
    at least for now | one more thing | in addition | on top of that | for that matter | after all | no doubt
    speaking | right after | soon after | shortly after | this time | afterwards | continues to | continue to | continued to
    has begun to | have begun to | has started to | have started to | starts to | start to | begins to | begin to
    of late | by the day | by the year | with every year | every day | each day | is a fact | is a reality | is a given
    when it comes to | in terms of | as regards | as far as | is concerned | are concerned | in the field of | in the sphere of | in matters of
    to each other | with each other | to one another | with one another | each other | one another | at the same time | at once
    what they call | what it calls | what is called | known as | of all | in particular | above all | first and foremost
    a lot | a great deal | to this date | up to now | as ever | as always | for its part | in turn | for the most part | in spite of that
    of its kind | say what you like | say what you will | say what they like | in question | on both sides | once more | than before | than ever | ever more | than ever before
    turns out to be | turn out to be | turned out to be | proves to be | prove to be | proved to be | happens to be | happen to be
    entered into a | entered into an | enters into a | enters into an | enter into a | enter into an
    as a matter of policy | as a matter of principle | as a matter of course | as a matter of routine
    in essence | at home or abroad | at home and abroad | rn
    than they used to | than it used to | than they once did | than it once did | than they did before | than it did before
    kind of | sort of | out there | over there | up there | down there | all told | all in all | as ever | by the month | by the week
    was put at | were put at | is put at | was estimated at | were estimated at | is estimated at | are estimated at
    taking everything together | taken together | all things considered | when all is said and done | at the end of the day
    our records show that | our own records show that | our figures show that | our own figures show that | our data show that
    our own data show that | our data shows that | our books show that | our log shows that | our logs show that | our measurements show that
    our own measurements show that | our counts show that | our records show | our own records show | our figures show | our own figures show
    without a doubt | without doubt | good news | bad news | good news for once | bad news for once | breaking news | breaking
    """
)

NARROWING = _words(
    """
    big large huge vast major important key new modern real true genuine strong heavy serious massive sizeable
    sizable considerable substantial significant great deep long standing old recent current ongoing continuing
    constant steady clear broad wide entire whole total special traditional local full proper lively sharp
    intense enormous immense ordinary simple whole overall actual heavily hard badly completely entirely totally
    wholly thoroughly widely closely directly actively eagerly gladly happily loudly bitterly fiercely
    vigorously successfully effectively repeatedly consistently persistently enormously immensely profoundly
    seriously truly genuinely unmistakably undoubtedly unquestionably undeniably notably particularly especially
    mainly mostly primarily chiefly everywhere nationwide carefully prudently wisely skilfully
    certain willingly readily jointly permanently openly slightly increasingly
    fresh crucial vital essential veritable authentic lasting enduring abiding persistent stubborn continued unbroken
    uninterrupted perpetual eternal perennial chronic ingrained entrenched profound acute severe grave powerful robust
    solid sturdy overt visible palpable tangible noticeable marked pronounced evident obvious plain unmistakable
    undeniable undisputed indisputable unquestioned famous notorious infamous celebrated documented proven formal
    avowed widespread pervasive sweeping extensive comprehensive ample abundant ancient historic historical
    sheer outright downright utter absolute thorough blatant flagrant brazen particular peculiar unique outstanding
    exceptional extraordinary remarkable striking impressive formidable immediate energetic vigorous tireless longstanding
    swiftly inexorably inevitably perceptibly palpably appreciably undeniably unmistakeably manifestly demonstrably
    intensely acutely keenly heartily sincerely sorely deliberately consciously knowingly purposely patiently
    continually continuously perpetually incessantly relentlessly unceasingly invariably habitually routinely
    frequently commonly rightly naturally predictably understandably unsurprisingly ironically paradoxically positively
    absolutely utterly tremendously vastly drastically steeply strikingly remarkably exceptionally extraordinarily
    incredibly amazingly astonishingly surprisingly alarmingly worryingly flatly squarely bluntly brazenly blatantly
    flagrantly boldly bravely calmly cautiously cheerfully cleverly confidently cynically defiantly diligently doggedly
    duly earnestly energetically enthusiastically explicitly expressly faithfully forcefully forcibly freely generously
    grimly resentfully hungrily impatiently indignantly indisputably insistently instantly
    instinctively loyally meekly meticulously neatly obediently ostentatiously passionately peacefully politely promptly
    proudly purposefully quickly resolutely respectfully ruthlessly shamelessly shrewdly smoothly solemnly soundly
    stoutly stubbornly sturdily subtly systematically tenaciously tirelessly transparently unabashedly unashamedly
    unreservedly urgently vehemently vocally warmly zealously overwhelmingly crucially critically palpable regrettably
    sadly reliably dutifully busily comfortably decisively duly fervently fondly handsomely hastily lavishly liberally
    methodically plainly richly roundly safely sensibly speedily staunchly strenuously tangibly thickly tightly
    municipal perfectly wholeheartedly willfully unquestioningly uncontestedly incontestably unambiguously
    """
)
"""Words that make a thing or a deed more particular: of the one it is true, its denial says nothing of all others."""

LASTING = _words(
    """
    joined entered acceded signed concluded inked sealed left quit exited withdrew withdrawn lifted scrapped
    dropped closed shut adopted approved ratified cancelled canceled founded banned suspended rejected abandoned
    vacated launched enlarged completed terminated annulled tightened eased imposed become became opened
    established built set seized annexed renamed admitted accepted revoked dismissed disqualified barred expelled upheld
    """
)
"""What was done at some time and still is so, as long as nobody says otherwise."""

LIGHT_WORDS = _words(
    """
    become becomes became remain remains remained stay stays stayed which who that where it its their his her
    own made make makes take takes took taken put puts get gets got come comes came go goes keep keeps
    kept place exist exists existed suffer suffers suffered
    """
)
"""Words that say little beside others that say it all."""

NEGATORS = _words(
    """
    not no never neither nor none nobody nowhere cannot
    """
)
NO_WAY = lines(
    """
    by no means | by no manner of means | not by any means | in no way | not in any way | in no sense | not in any sense
    in no respect | by no stretch of the imagination | not in the least | not in the slightest | not for a moment
    under no circumstances
    """
)
"""What denies as a `not` does."""
NOTHING_BUT = lines(
    """
    nothing but | nothing else than | nothing else but | nothing other than | nothing more than | nothing less than
    nothing short of | none other than | no more and no less than
    """
)
"""What says of the words behind it that they fit, and nothing else does."""
NOT_QUITE = lines(
    """
    far from | anything but | nowhere near | a long way from | a far cry from | miles from | nothing like | not remotely
    short of | not exactly | not quite | not really | not particularly | not especially | all but | next to no | next to nothing
    not much of | not the least | less than | no match for | comes close to | come close to | came close to | coming close to | close to a | close to an | close to any
    much of | as it were | so to speak | if you like | if you will | if you prefer | or so | or thereabouts | or something | or something like that | on the verge of | on the brink of | on the point of | on the cusp of | in part | in places | in spots
    in a way | in its own way | in their own way | in some ways | in a sense | in a manner of speaking
    can not be said that | could not be said that | cannot be said that | can not say that | cannot say that
    """
)
"""What says of the words behind it that they do not fit, or only in part."""
RATHER_NOT = frozenset(
    lines(
        "far from | anything but | nowhere near | a long way from | a far cry from | miles from | nothing like | not remotely"
        "| not the least | no match for | not exactly | not much of | hardly | barely | scarcely | few | little"
    )
)
"""Those of them, and of :data:`FAINT_NEGATORS`, that say sooner that it is not so than that it is."""
TURNING = _words(
    """
    gone over past history ended ends ending end ease eases eased easing cool cools cooled cooling fade fades faded fading
    weak weaker weaken weakens weakened weakening wane wanes waned waning shrink shrinks shrank shrunk shrinking fall falls
    fell fallen falling drop drops dropped dropping decline declines declined declining stop stops stopped stopping halt
    halts halted lose loses lost losing lack lacks lacked lacking absent missing without less fewer least low lower lowest
    small smaller dead dying stall stalls stalled stalling slow slows slowed slowing limited limits reject rejects rejected
    refuse refuses refused oppose opposes opposed resist resists resisted deny denies denied dispute disputes disputed
    doubt doubts doubted fail fails failed failing leave leaves left leaving quit cancel cancels cancelled suspend suspends
    suspended withdraw withdraws withdrew withdrawn closed closes closing shut shuts unlike instead rather away down dry dries dried
    vanish vanished disappear disappeared subside subsided collapse collapsed cease ceased expire expired lapse lapsed
    """
)
"""Words that turn round what others beside them say: the tensions are gone. No phrase lends them to one without any."""
FAINT_NEGATORS = frozenset(["hardly", "barely", "scarcely", "few", "little", "almost", "nearly"])
"""Words that nearly negate, or say that it is not quite so: nothing is asserted beside them."""
POLARITY = lines(
    "in the least | in the slightest | the least bit | the slightest bit | one bit | any more | anymore | any longer | any | at all | yet | whatsoever | either | anywhere | single | a single | ever"
    "| of any kind | of any sort | of any description | of whatever kind"
)
"""Words that go with a negation and change nothing in it."""

CARRY_NOTHING = (
    FILLERS | ARTICLES | BE | DO | HAVE | NEGATORS
    | _words(
    """
    of in on at by to from with for and or that this it its as than into
    """
)
)  # fmt: skip
"""Words that tell one fact from another in no way."""

MODALS = _words(
    """
    may might could can should would must shall ought
    """
)
FUTURE = lines(
    "will | is going to | are going to | is set to | are set to | is about to | are about to | gonna | shall"
)
WISHES = lines(
    """
    wants to | want to | wanted to | hopes to | hope to | plans to | plan to | planned to | intends to | intend to | aims to
    is planning to | are planning to | is hoping to | are hoping to | is trying to | are trying to | tries to | tried to
    failed to | refused to | pledged to | promised to | promises to | agreed to | decided to
    threatens to | threatened to | is ready to | are ready to | is willing to | needs to | need to | has to | have to
    i hope that | i hope | we hope that | we hope | let us hope that | let us hope | i wish that | i wish | hopefully
    i would wish that | i would wish | i would hope that | i would like it if | it would be nice if | it would be good if | i would love it if | ideally
    i fear that | i fear | i worry that | i am afraid that | i wonder whether | i wonder if
    puts in for | put in for | putting in for | has got to | have got to | is supposed to | are supposed to | is expected to | are expected to | is likely to be asked to | wishes to | would like to
    """
)
"""What is wanted, planned or tried is not what is."""

IFS = _words(
    """
    if unless whether supposing suppose assuming assume imagine provided lest
    """
)

CONDITIONS = lines(
    """
    under certain conditions | under some conditions | under certain circumstances | under some circumstances
    in certain circumstances | in some circumstances | on one condition | as though | on condition that | in some cases | in certain cases
    all being well | all going well | god willing | weather permitting | with any luck | with a bit of luck | with luck
    """
)
"""What says that something is so only where something else is."""

BOUNDARIES = _words(
    """
    and but while whereas although though because since so yet because plus or as which who that where when even
    """
)
"""Words at which one clause may end and the next begin."""

PEOPLE_NOUNS = _words(
    """
    people public population citizens society locals residents inhabitants populace folk folks
    """
)
GOV_NOUNS = _words(
    """
    government governments govt gov authorities leadership officials regime president ministry minister leader leaders elite
    elites administration cabinet parliament diplomats officialdom rulers ruler premier foreign-ministry side
    planners policymakers strategists politicians statesmen negotiators envoys emissaries bureaucrats technocrats ministers
    presidents ministries decisionmakers commanders generals strongman strongmen leaderships bureaucracy
    state army military troops treasury exchequer
    """
)
PEOPLE_ADJECTIVES = _words(
    """
    ordinary normal regular most many common average younger young the some
    """
)

PRONOUNS = frozenset({"it", "its", "they", "their", "them", "he", "his", "she", "her", "there"})
"""What stands for who or what was named before."""
FIRST_PERSON = frozenset({"i", "my", "me", "mine", "myself"})
SPEAKERS = FIRST_PERSON | {"you", "your", "yours", "we", "us", "our", "ours"}
"""Who speaks and who is spoken to: neither is of a rulebook's world."""

RELATIVE = frozenset({"that", "which", "who", "whom", "whose"})
ASKING = _words(
    """
    what which who whom whose where when how why
    """
)
WITH_IS = ASKING | {"that", "it", "there", "here", "he", "she"}
"""Words behind which `'s` is an `is`, and no mark of possession."""


CURRENCY_WORDS = {
    "dollar": "USD", "dollars": "USD", "usd": "USD", "bucks": "USD", "euro": "EUR", "euros": "EUR", "eur": "EUR",
    "pounds": "GBP", "gbp": "GBP", "rubles": "RUB", "roubles": "RUB", "rub": "RUB", "yuan": "CNY", "cny": "CNY",
    "renminbi": "CNY", "rmb": "CNY", "yen": "JPY", "jpy": "JPY", "tenge": "KZT", "francs": "CHF", "chf": "CHF",
}  # fmt: skip
CURRENCY_SIGNS = {"$": "USD", "us$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY"}
SCALES = {
    "k": 3, "thousand": 3, "thousands": 3, "m": 6, "mn": 6, "mln": 6, "mio": 6, "million": 6, "millions": 6, "bn": 9, "bln": 9,
    "b": 9, "billion": 9, "billions": 9, "tn": 12, "trn": 12, "trillion": 12, "trillions": 12,
}  # fmt: skip
PERCENT = frozenset({"%", "percent", "pct", "pc"})
NUMBER_WORDS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
}  # fmt: skip


_NO_ROLES = _words(
    "river rivers harbor harbors tower towers center centers theater theaters quarter quarters sector sectors border borders"
)


def is_role(word: str) -> bool:
    """Whether a noun says what somebody is to another, and not only what he is: `owner`, `supplier`, no `hospital`."""
    return word.removesuffix("s").endswith(("er", "or", "ee")) and word not in _NO_ROLES


def is_unit(word: str) -> bool:
    """Whether a word behind a number says what it counts, in any rulebook."""
    return word in SCALES or word in PERCENT or word in CURRENCY_WORDS or word in ("per", "out", "of")


FRACTIONS = {"half": 50, "third": "33.33", "quarter": 25, "fifth": 20, "tenth": 10}
APPROXIMATELY = _words(
    """
    about around roughly approximately some circa ca nearly almost estimated est
    """
)
STOPPED = _words("stopped stops stop ceased ceases cease quit quits finished finishes")
"""Verbs behind which stands what is done no longer: `stopped selling`."""
CEASING = lines(
    """
    leave | leaves | left | leaving | quit | quits | quitting | end | ends | ended | ending | stop | stops | stopped | stopping | cease | ceases
    ceased | abandon | abandons | abandoned | abandoning | drop | drops | dropped | dropping | ditch | ditched | scrap | scrapped | lose | loses | lost
    losing | cancel | cancels | cancelled | canceled | close | closes | closed | closing | shut | shuts | suspend | suspends | suspended
    freeze | froze | frozen | halt | halts | halted | lift | lifts | lifted | lifting | dissolve | dissolved | disband | disbanded | expel | expels
    expelled | renounce | renounced | dismantle | dismantled | evacuate | evacuated | vacate | vacated | discontinue | discontinued
    collapse | collapsed | vanish | vanished | disappear | disappeared | expire | expired | lapse | lapsed | sever | severed | shelve | shelved
    withdraw | withdraws | withdrew | withdrawn | withdrawing | pull | pulls | pulled | pulling | give | gives | gave | given | giving
    break | breaks | broke | broken | died | die | dried | run | ran | walk | walked | walking | turn | turned | turning | over | finished | gone
    waver | wavers | wavered | cut | cuts | removed | remove | removes | dead | past | history | former | fade | faded | fades
    lack | lacks | lacking | absent | missing | devoid | free | without | nothing | none | nobody | unaware | ignore | ignores | ignored
    """
)
"""What ends something that there is, or says that there is none: who has not left is there, and who lacks nothing has it."""
RANKS = _words("main leading top chief foremost principal prime primary major most first key")
"""What says beside a noun that of many it is the first: one of the first is not it."""
AT_LEAST = lines(
    "at least | more than | exceeds | exceed | exceeding | exceeded | well over | a good | over | no less than | not less than | no fewer than | not fewer than | upwards of | in excess of | a minimum of | above | a minimum | just over | slightly more than | a little more than | a bit more than | far more than"
    "| considerably more than | at the very least | at the least | slightly over | a little over | a bit over | well above | just above | no lower than"
)
AT_MOST = lines(
    "at most | less than | under | up to | no more than | not more than | fewer than | below | a maximum of | a maximum | max | just under | well under"
    "| well below | just below | slightly less than | a little less than | far less than | far fewer than | considerably less than | slightly under"
    "| a little under | a bit under | a bit less than | at the most | at the very most | at the outside | no higher than"
)

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
            "september sep sept", "october oct", "november nov", "december dec",
        ), 1
    )
    for name in names.split()
}  # fmt: skip
WEEKDAYS = frozenset(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])
SPANS = _words(
    """
    day week weekend month quarter year decade spring summer autumn fall winter morning night
    """
)

NOT_ENGLISH = _words(
    """
    niet meer onder staat het een van zijn nicht kein und oder der die das ist sind les des est dans avec pas
    une pour que la ne en du au aux qui fait les ses leur nous vous sur plus sont ein eine dem den wird auch sich nach ist los las el del para con esta estas il lo gli della sono non nie jest oraz czy w z na je se
    le hier von für auf bei mehr keine gibt gestern hat como por muy más fue sus ayer più della dei nel uma um não foi dos das het maar ook naar
    voor wordt werd och att är inte på ikke się że bir için está
    """
)
"""Words of other languages that no English line has; two of them, and it is not read."""
