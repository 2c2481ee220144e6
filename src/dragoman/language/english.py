"""What the reader knows of English, whatever the rulebook: which words carry nothing, which negate, hedge, attribute.

Lists of surface words and short phrases; nothing here belongs to a subject. Fillers are matched as they are written and
never by their stem: `quite` must not swallow `quit`.
"""

from __future__ import annotations


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.replace("|", "\n").splitlines() if line.strip())


ARTICLES = frozenset({"a", "an", "the"})
BE = frozenset(["am", "is", "are", "was", "were", "be", "been", "being"])
DO = frozenset(["do", "does", "did"])
HAVE = frozenset(["has", "have", "had", "having"])
PAST_BE = frozenset({"was", "were", "had"})

FILLERS = frozenset(
    [
        "still",
        "now",
        "really",
        "just",
        "actually",
        "already",
        "currently",
        "today",
        "nowadays",
        "also",
        "too",
        "both",
        "all",
        "very",
        "quite",
        "fairly",
        "pretty",
        "rather",
        "so",
        "extremely",
        "deeply",
        "highly",
        "strongly",
        "increasingly",
        "steadily",
        "rapidly",
        "quickly",
        "fast",
        "sharply",
        "clearly",
        "openly",
        "way",
        "far",
        "much",
        "again",
        "indeed",
        "simply",
        "basically",
        "literally",
        "definitely",
        "certainly",
        "surely",
        "obviously",
        "frankly",
        "honestly",
        "meanwhile",
        "moreover",
        "furthermore",
        "however",
        "therefore",
        "thus",
        "hence",
        "then",
        "yes",
        "yeah",
        "yep",
        "ok",
        "okay",
        "well",
        "fyi",
        "tbh",
        "btw",
        "imo",
        "note",
        "again",
        "anyway",
        "once",
        "recently",
        "lately",
        "finally",
        "overall",
        "generally",
        "broadly",
        "essentially",
        "largely",
        "slightly",
        "somewhat",
        "even",
        "quietly",
        "slowly",
        "gradually",
        "regularly",
        "constantly",
        "always",
        "publicly",
        "officially",
        "plainly",
        "namely",
        "respectively",
        "together",
        "altogether",
        "firmly",
        "markedly",
        "significantly",
        "considerably",
        "substantially",
        "massively",
        "hugely",
        "greatly",
        "visibly",
        "noticeably",
        "further",
        "dramatically",
        "fully",
        "there",
        "here",
        "hello",
        "hi",
        "please",
        "pls",
        "hey",
        "lol",
        "evidently",
        "ever",
        "itself",
        "themselves",
        "himself",
        "herself",
        "ourselves",
    ]
)
"""Words that can be there or not and the fact is the same."""

FILLER_PHRASES = _lines(
    """
    these days | right now | at the moment | at present | for now | for the moment | as of now | so far | by now | of course
    as well | in fact | as a matter of fact | for sure | for the record | to be clear | as we speak | nothing new
    through and through | to a large extent | by far | on the whole | by and large | at last | in the end | all in all
    as you know | as everyone knows | everyone knows that | everybody knows that | we all know that | it is clear that
    it is a fact that | the fact is that | the fact is | it is true that | it turns out that | it turned out that
    it is known that | note that | please note that | remember that | keep in mind that | let me tell you that
    the truth is that | the thing is that | by the way | that said | and fast | for years | in recent years | over the years
    in years | just to be clear | to this day | until now | until today | day by day | year by year | more and more
    at least for now | one more thing | in addition | on top of that | for that matter | after all | no doubt
    without a doubt | without doubt | good news | bad news | breaking news | breaking
    """
)

NEGATORS = frozenset(["not", "no", "never", "neither", "nor", "none", "nobody", "nowhere", "cannot"])
FAINT_NEGATORS = frozenset(["hardly", "barely", "scarcely", "few", "little", "almost", "nearly"])
"""Words that nearly negate, or say that it is not quite so: nothing is asserted beside them."""
NO_LONGER = _lines("no longer | not any more | not any longer | not anymore | no more")
POLARITY = _lines(
    "any more | anymore | any longer | any | at all | yet | whatsoever | either | single | a single | ever"
)
"""Words that go with a negation and change nothing in it."""

MODALS = frozenset(["may", "might", "could", "can", "should", "would", "must", "shall", "ought"])
FUTURE = _lines(
    "will | is going to | are going to | is set to | are set to | is about to | are about to | gonna | shall"
)
WISHES = _lines(
    """
    wants to | want to | wanted to | hopes to | hope to | plans to | plan to | planned to | intends to | intend to | aims to
    is planning to | are planning to | is hoping to | are hoping to | is trying to | are trying to | tries to | tried to
    failed to | fails to | refuses to | refused to | pledged to | promised to | promises to | agreed to | decided to
    threatens to | threatened to | is ready to | are ready to | is willing to | needs to | need to | has to | have to
    is supposed to | are supposed to | is expected to | are expected to | is likely to be asked to | wishes to | would like to
    """
)
"""What is wanted, planned or tried is not what is."""

IFS = frozenset(
    ["if", "unless", "whether", "supposing", "suppose", "assuming", "assume", "imagine", "provided", "lest"]
)

HEDGES: dict[str, tuple[str, ...]] = {
    "almost certain": _lines(
        "almost certainly | almost certain | nearly certain | in all likelihood | it is almost certain that"
        "| it is nearly certain that | is almost certain to | are almost certain to"
    ),
    "very likely": _lines(
        "very likely | very probably | highly likely | most probably | highly probable | it is very likely that"
        "| it is highly likely that | it is very probable that | is very likely to | are very likely to"
    ),
    "likely": _lines(
        """
        likely | probably | most likely | presumably | apparently | seemingly | i think that | i think | i believe that
        i believe | i guess | i guess that | i suspect | i suspect that | i assume that | we think that | we think
        we believe that | we believe | it seems that | it seems | it appears that | it appears | it looks like | it looks as if
        looks like | seems to | seem to | seems | appears to | appear to | it is likely that | it is probable that
        it is likely | chances are that | chances are | in my view | in my opinion | i would say that | i would say
        i reckon | i reckon that | as far as i know | afaik | is likely to | are likely to | my guess is that | my guess is
        i am fairly sure that | i am pretty sure that | more likely than not | quite likely | probable | i suppose that
        i suppose | i gather that | i gather | to my mind
        """
    ),
    "roughly even": _lines(
        "it is a toss-up whether | roughly even chance that | there is a roughly even chance that | as likely as not"
        "| it is an open question whether"
    ),
    "possible": _lines(
        "possibly | maybe | perhaps | conceivably | it is possible that | it may be that | it could be that"
    ),
    "unlikely": _lines(
        """
        unlikely | improbable | i doubt that | i doubt | i doubt whether | i doubt if | i very much doubt that | doubtful
        it is unlikely that | it seems unlikely that | it seems unlikely to me that | it is doubtful that
        it is doubtful whether | it is improbable that | it looks unlikely that | i do not think that | i do not think
        i do not believe that | i do not believe | is unlikely to | are unlikely to | we doubt that | i have my doubts that
        it seems doubtful that | i question whether | i am not convinced that | i find it unlikely that | i find it hard to believe that
        """
    ),
    "very unlikely": _lines(
        "very unlikely | highly unlikely | most unlikely | it is very unlikely that | it is highly unlikely that"
    ),
    "almost no chance": _lines("almost no chance that | there is almost no chance that"),
}
"""By the word of ICD 203 (or `possible`), the ways to say it."""

REPORTED = _lines(
    """
    reportedly | allegedly | supposedly | purportedly | rumour has it that | rumor has it that | word is that
    it is said that | they say that | they say | sources say that | sources say | sources tell me that | sources tell me
    sources told me that | sources told me | it is reported that | it has been reported that | reports say that | reports say
    according to reports | according to sources | media report that | the media report that | the press says that
    i hear that | i hear | i heard that | i heard | i have heard that | i have heard | i read that | i have read that | i am told that
    i am told | i was told that | people say that | people say | some say that | some say | analysts say that | analysts say
    experts say that | experts say | observers say that | observers say | officials say that | officials say
    local media say that | local media say | a source says that | a source says | there are reports that | there are reports of
    unconfirmed reports say that | word has it that | by all accounts | press reports say that | press reports say
    is said to | are said to | is reported to | are reported to | is believed to | are believed to | is rumoured to
    are rumoured to | is thought to | are thought to | is alleged to | are alleged to
    """
)
"""Whose word it is, without a name."""

SAYING = frozenset(
    [
        "says",
        "said",
        "say",
        "reports",
        "reported",
        "report",
        "writes",
        "wrote",
        "claims",
        "claimed",
        "notes",
        "noted",
        "announced",
        "announces",
        "confirms",
        "confirmed",
        "states",
        "stated",
        "told",
        "tells",
        "insists",
        "insisted",
        "maintains",
        "maintained",
        "argues",
        "argued",
        "estimates",
        "estimated",
    ]
)
DENYING = frozenset(["denies", "denied", "deny", "rejects", "rejected", "disputes", "disputed"])

NOT_TRUE = _lines(
    """
    it is not true that | it is not the case that | it is untrue that | it is false that | it is wrong that
    it is not so that | it is a myth that | it is incorrect that | not true that | it is no longer true that
    it is no longer the case that | there is no truth in the claim that | there is no question of | far from it
    """
)
"""What denies the whole clause that follows."""

BOUNDARIES = frozenset(
    [
        "and",
        "but",
        "while",
        "whereas",
        "although",
        "though",
        "because",
        "since",
        "so",
        "yet",
        "because",
        "plus",
        "or",
        "as",
        "which",
        "who",
        "that",
        "where",
        "when",
        "even",
    ]
)
"""Words at which one clause may end and the next begin."""

PEOPLE_NOUNS = frozenset(
    [
        "people",
        "public",
        "population",
        "citizens",
        "society",
        "locals",
        "residents",
        "inhabitants",
        "populace",
        "folk",
        "folks",
    ]
)
GOV_NOUNS = frozenset(
    [
        "government",
        "govt",
        "gov",
        "authorities",
        "leadership",
        "officials",
        "regime",
        "president",
        "ministry",
        "minister",
        "leader",
        "leaders",
        "elite",
        "elites",
        "administration",
        "cabinet",
        "parliament",
        "diplomats",
        "officialdom",
        "rulers",
        "ruler",
        "premier",
        "foreign-ministry",
        "side",
        "state",
        "army",
        "military",
        "troops",
    ]
)
PEOPLE_ADJECTIVES = frozenset(["ordinary", "most", "many", "common", "average", "younger", "young", "the", "some"])
POLITE = _lines("please | pls | thanks | thank you | ok | okay")

ASKING = frozenset(["what", "which", "who", "whom", "whose", "where", "when", "how", "why"])

TAGS = _lines(
    """
    does not it | do not they | is not it | are not they | is not that so | right | no | has not it | have not they | innit
    """
)

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
FRACTIONS = {"half": 50, "third": "33.33", "quarter": 25, "fifth": 20, "tenth": 10}
APPROXIMATELY = frozenset(
    ["about", "around", "roughly", "approximately", "some", "circa", "ca", "nearly", "almost", "estimated", "est"]
)
AT_LEAST = _lines(
    "at least | more than | over | no less than | not less than | upwards of | in excess of | a minimum of | above"
)
AT_MOST = _lines(
    "at most | less than | under | up to | no more than | not more than | fewer than | below | a maximum of"
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
SPANS = frozenset(
    [
        "day",
        "week",
        "weekend",
        "month",
        "quarter",
        "year",
        "decade",
        "spring",
        "summer",
        "autumn",
        "fall",
        "winter",
        "morning",
        "night",
    ]
)

NOT_ENGLISH = frozenset(
    [
        "niet",
        "meer",
        "onder",
        "staat",
        "het",
        "een",
        "van",
        "zijn",
        "nicht",
        "kein",
        "und",
        "oder",
        "der",
        "die",
        "das",
        "ist",
        "sind",
        "les",
        "des",
        "est",
        "dans",
        "avec",
        "pas",
        "une",
        "pour",
        "que",
        "los",
        "las",
        "el",
        "del",
        "para",
        "con",
        "esta",
        "estas",
        "il",
        "lo",
        "gli",
        "della",
        "sono",
        "per",
        "non",
        "nie",
        "jest",
        "oraz",
        "czy",
        "w",
        "z",
        "na",
        "je",
        "se",
    ]
)
"""Words of other languages that no English line has; two of them, and it is not read."""

CLASSES: dict[str, str] = {
    "hold": "hold own have possess control",
    "run": "run operate maintain keep have",
    "sell": "sell supply deliver export ship provide",
    "buy": "buy purchase acquire import take get",
    "owe": "owe",
    "join": "join enter accede",
    "leave": "leave quit exit",
    "rise": "rise grow increase climb expand soar jump surge swell widen",
    "fall": "fall shrink decline decrease drop dwindle narrow contract plunge slump",
    "back": "back support endorse favour welcome",
    "oppose": "oppose reject resist",
    "object": "object",
    "build": "build construct erect set",
    "close": "close shut",
    "lead": "lead dominate",
    "trail": "trail lag",
    "share": "share part portion slice fraction proportion",
    "most": "most",
    "deal": "deal agreement accord pact treaty contract",
    "sign": "sign conclude ink seal strike reach",
    "say": "say claim insist maintain state",
    "ask": "ask beg request call appeal plead",
    "try": "try seek want attempt strive aim",
    "use": "use employ",
    "like": "like love admire trust",
    "dislike": "dislike hate distrust mistrust fear resent",
    "see": "see view regard perceive consider",
    "visit": "visit",
    "send": "send deploy dispatch",
    "money": "money cash funding funds finance financing",
    "drill": "drill exercise manoeuvre maneuver wargame",
    "go": "go flow head end",
    "depend": "depend rely lean hinge",
    "people": "people public population citizens society",
}
"""Word classes of general English, as @name in every rulebook's phrases; a rulebook may have its own."""
