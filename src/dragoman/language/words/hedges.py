"""How English hedges and attributes: the ways to say how likely something is, and whose word it is."""

from __future__ import annotations

from dragoman.language.words.english import lines

HEDGES: dict[str, tuple[str, ...]] = {
    "almost certain": lines(
        "almost certainly | almost certain | nearly certain | almost sure that | almost sure | i am almost sure that | i am almost sure | it is almost certain that"
        "| i am almost certain that | i am almost certain | i am nearly certain that | i am all but certain that | we are almost certain that"
        "| it is nearly certain that | is almost certain to | are almost certain to"
    ),
    "very likely": lines(
        "very likely | very probably | highly likely | highly probable | it is very likely that"
        "| it is highly likely that | it is very probable that | is very likely to | are very likely to"
    ),
    "likely": lines(
        """
        if you ask me | if you asked me | i would say that | i would say | i would argue that | i would argue | i reckon that | i reckon
        likely | probably | most likely | most probably | presumably | apparently | seemingly | i think that | i think | i believe that
        i believe | i guess | i guess that | i suspect | i suspect that | i assume that | we think that | we think
        we believe that | we believe | it seems that | it seems | it appears that | it appears | it looks like | it looks as if
        looks like | seems to | seem to | seems | appears to | appear to | it is likely that | it is probable that
        it is likely | chances are that | chances are | in my view | in my opinion | i would say that | i would say
        i reckon | i reckon that | as far as i know | afaik | is likely to | are likely to | my guess is that | my guess is
        i am fairly sure that | i am pretty sure that | more likely than not | quite likely | probable | i suppose that
        i suppose | i gather that | i gather | to my mind
        odds are that | odds are | the odds are that | the odds are | it would seem that | it would seem | it would appear that | it would appear
        as i see it | the way i see it | the way i read it | in my estimation | in my judgment | in my judgement | in our view | in our opinion | in our judgment | in our judgement
        to all appearances | by the looks of it | by the look of it | by the look of things | from what i can tell | from what i can see | as far as anyone can tell | as far as anybody can tell | as far as we can tell | as far as one can tell | as far as we can see | as far as we know | as far as anyone knows | from all we know | from what we know | as far as i can tell | as far as i can see
        imo | imho | iirc | pretty sure that | pretty sure | fairly sure that | fairly sure | if memory serves
        if memory serves me right | if memory serves me well | if i am not mistaken | unless i am mistaken | if i am not wrong | as far as i remember
        as far as i recall | as far as i can remember | if i remember correctly | if i remember rightly | if i remember right | if i recall correctly | if i recall rightly
        correct me if i am wrong but | correct me if i am wrong | to the best of my knowledge | to the best of my memory | i would bet my hat that | i would bet my hat
        i am like 90 % sure that | i am like 90 % sure | i am 90 % sure that | i am 90 % sure | 90 % sure that | 90 % sure | i am 99 % sure that | i am 99 % sure | just my gut | just my gut feeling | just a gut feeling | my gut says that | my gut says | my gut feeling is that | my gut feeling is | just a hunch
        just my hunch | gut feeling | just my impression | just my feeling | just my two cents | just my opinion | just my guess | just a guess
        so it seems | so it would seem | i am inclined to think that | i am inclined to think | i am inclined to believe that | i am inclined to believe
        i dare say | i daresay | i have the impression that | i have a feeling that | i get the impression that | my impression is that | my sense is that | my feeling is that | my hunch is that
        my take is that | my bet is that | my money is on | i would bet that | i would bet | i would guess that | i would guess | i would suspect that | i would think that | i would think | i imagine that | i imagine
        we reckon that | we reckon | we suspect that | we suspect | we assume that | we would say that | we would say | we judge that | we assess that | our assessment is that | our guess is that | our impression is that
        i am fairly certain that | i am pretty certain that | i feel that | it strikes me that | it feels as if | it feels like | in all probability | in all likelihood | as like as not
        """
    ),
    "roughly even": lines(
        "it is a toss-up whether | it is a coin toss that | it is a coin toss whether | it is a coin toss , fifty fifty , that | roughly even chance that | there is a roughly even chance that | as likely as not"
        "| it is an open question whether | fifty fifty that | fifty fifty imo that | fifty fifty imo whether | imo fifty fifty that | fifty fifty , i would say , that | it is fifty fifty that"
        "| it is fifty fifty whether | a fifty fifty chance that | there is a fifty fifty chance that | the chances are even that"
        "| the odds are even that | there is an even chance that"
    )
    + tuple(
        f"{there} {about}{even}{chance} {that}"
        for about in (
            "",
            "roughly ",
            "about ",
            "approximately ",
            "more or less ",
            "pretty much ",
            "around ",
            "just about ",
        )
        for even in ("even", "fifty fifty", "50 50", "50 : 50", "equal")
        for there, chance, that in (
            ("chances are", "", "that"),
            ("the chances are", "", "that"),
            ("odds are", "", "that"),
            ("the odds are", "", "that"),
            ("it is", "", "that"),
            ("it is", "", "whether"),
            ("it is", "", "if"),
            ("there is a", " chance", "that"),
            ("there is an", " chance", "that"),
            ("a", " chance", "that"),
            ("an", " chance", "that"),
            ("it is a", " chance", "that"),
            ("there is about a", " chance", "that"),
            ("there is roughly a", " chance", "that"),
        )
    ),
    "possible": lines(
        """
        possibly | maybe | perhaps | conceivably | it is possible that | it may be that | it could be that
        i am not sure that | i am not sure whether | i am not sure if | i am not sure | not sure | not sure that | not 100 % sure | not 100 percent sure | not a hundred percent sure | not entirely sure | not completely sure | not totally sure
        not too sure | not so sure | not really sure | not quite sure | not fully sure | not absolutely sure | not 100 % certain | not entirely certain | not sure though | i am not certain that
        i am not certain | we are not sure | not certain | i can not be sure | i could be wrong | i may be wrong | i might be wrong
        but i could be wrong | but i may be wrong | but i might be wrong | but i am not sure | but not sure | do not quote me on that
        do not quote me on this | do not quote me | to be confirmed | not yet confirmed | not confirmed yet | unconfirmed | tbc
        needs checking | has to be checked | i have to check | i must check | i would have to check | i can not confirm that | i can not confirm it
        i could not confirm it | we could not confirm it | could not be confirmed | can not be confirmed
        """
    ),
    "unlikely": lines(
        """
        unlikely | improbable | i really doubt that | i really doubt | i highly doubt that | i highly doubt | i do doubt that | i do doubt | i kinda doubt that | i kinda doubt | i doubt that | i doubt | i doubt whether | i doubt if | i very much doubt that | i very much doubt | i seriously doubt that | i seriously doubt
        it is deemed unlikely that | it is considered unlikely that | it is judged unlikely that | it is deemed improbable that | doubtful
        it is unlikely that | it seems unlikely that | it seems unlikely to me that | it is doubtful that
        it is doubtful whether | it is improbable that | it looks unlikely that | i do not think that | i do not think
        i do not believe that | i do not believe | is unlikely to | are unlikely to | we doubt that | i have my doubts that
        it seems doubtful that | i question whether | i am not convinced that | i find it unlikely that | i find it hard to believe that
        """
    ),
    "very unlikely": lines(
        "very unlikely | highly unlikely | most unlikely | it is very unlikely that | it is highly unlikely that"
    ),
    "almost no chance": lines("almost no chance that | there is almost no chance that"),
}
"""By the word of ICD 203 (or `possible`), the ways to say it."""
HEDGES["possible"] += tuple(
    f"not {what}{yet}{comma} but"
    for what in lines(
        "confirmed | proven | proved | verified | official | established | settled | guaranteed | checked | known for sure"
    )
    for yet in ("", " yet", " so far", " though", " officially")
    for comma in ("", " ,")
)
HEDGES["likely"] += (
    tuple(
        f"{who} {how}{what}{that}"
        for who in ("i am", "we are")
        for how in ("fairly ", "pretty ", "quite ", "reasonably ", "rather ", "relatively ")
        for what in ("sure", "certain", "confident", "convinced", "positive")
        for that in ("", " that")
    )
    + lines("i am confident that | we are confident that | i am convinced that | we are convinced that")
    + tuple(
        f"{there} {how}{chance} that"
        for there, several in (
            ("there is a", ("good ", "strong ", "very good ", "high ", "real ", "decent ")),
            ("there is every", ("",)),
        )
        for how in several
        for chance in ("chance", "likelihood", "probability")
    )
)
_JUDGED = {
    "very likely": ("very likely", "highly likely", "very probable", "highly probable"),
    "likely": ("likely", "probable", "quite likely", "plausible"),
    "possible": ("possible", "conceivable", "thinkable"),
    "unlikely": ("unlikely", "improbable", "doubtful", "not likely", "not probable", "implausible"),
    "very unlikely": ("very unlikely", "highly unlikely", "very improbable", "highly improbable", "most unlikely"),
}
_OWN_JUDGMENT = lines(
    "hunch | guess | estimate | best guess | educated guess | bet | take | view | opinion | impression | feeling | gut feeling | sense | reading | assessment | judgment | judgement | read"
)
HEDGES["likely"] += tuple(
    f"{whose} {own}{what} {as_}"
    for what in _OWN_JUDGMENT
    for whose in ("my", "our")
    for own in ("", "own ", "personal ")
    for as_ in (":", "is that")
)
HEDGES |= {
    says: (
        *HEDGES[says],
        *(
            f"{who} {judge} it{as_} {what} that"
            for what in several
            for who in ("i", "we")
            for judge in ("hold", "consider", "deem", "regard", "think", "find", "judge", "believe", "take")
            for as_ in ("", " for", " as", " to be")
        ),
        *(
            f"{who} {judge} {it} is {what}{that}"
            for what in several
            for who in ("i", "we")
            for judge in ("think", "believe", "guess", "reckon", "suppose", "feel", "would say")
            for it in ("it", "that it")
            for that in ("", " that")
        ),
    )
    for says, several in _JUDGED.items()
}

REPORTED = lines(
    """
    i have it on good authority that | i have it on good authority | read somewhere that | heard somewhere that | i read somewhere that | i heard somewhere that
    saw it on the news | saw it on tv | read it online | read it somewhere | heard it somewhere | heard it on the radio | i saw it on the news | i saw it on tv
    i read it online | i read it somewhere | i heard it somewhere | i heard it on the radio | i read it in the paper | read it in the paper | saw it in the paper
    reportedly | allegedly | supposedly | purportedly | rumour has it that | rumor has it that | word is that
    it is said that | they say that | they say | sources say that | sources say | sources tell me that | sources tell me
    sources told me that | sources told me | it is reported that | it has been reported that | reports say that | reports say
    according to reports | according to sources | media report that | the media report that | the press says that
    i hear that | i hear | i heard that | i heard | i have heard that | i have heard | i read that | i have read that | i am told that
    we got word that | i got word that | we have word that | i have word that | word reached us that | we are informed that | we were informed that
    i am told | i was told that | people say that | people say | some say that | some say | analysts say that | analysts say
    experts say that | experts say | observers say that | observers say | officials say that | officials say
    local media say that | local media say | a source says that | a source says | there are reports that | there are reports of
    unconfirmed reports say that | word has it that | by all accounts | press reports say that | press reports say
    is said to | are said to | is reported to | are reported to | is believed to | are believed to | is rumoured to
    are rumoured to | is thought to | are thought to | is alleged to | are alleged to
    so they say | so people say | so i hear | so i am told | so we are told | so i have been told | so i read | so it is said | or so they say | it is rumoured that | it is rumored that | it is alleged that | it is claimed that
    i am hearing that | i am hearing | we hear that | we hear | we are hearing that | we are told that | we are told | we were told that | i have been told that | i have been told | i was told | a little bird told me that | a little bird told me
    word on the street is that | word on the street is | the word is that | the talk is that | the story goes that | the story is that | rumours say that | rumour says that | rumours are that | insiders say that | insiders say | insiders tell me that | insiders tell me
    diplomats say that | diplomats say | locals say that | locals say | locals tell me that | locals tell me | friends tell me that | friends tell me | a friend tells me that | a friend tells me | a contact tells me that | a contact tells me | contacts tell me that | contacts tell me
    people tell me that | people tell me | colleagues tell me that | colleagues tell me | a colleague tells me that | a colleague tells me | those in the know say that | those in the know say | people in the know say that | people in the know say
    """
) + tuple(
    f"{who} {saying}{that}"
    for who in lines(
        "sources | my sources | our sources | several sources | two sources | reliable sources | well placed sources | well informed sources"
        "| unnamed sources | anonymous sources | insiders | diplomats | officials | analysts | experts | observers | locals | contacts"
        "| my cousin | my brother | my sister | my neighbour | my neighbor | my mother | my father | my aunt | my uncle | my friend | my mate | my landlady"
        "| my contacts | our contacts | colleagues | friends | some people | people there | people on the ground | people in the field"
    )
    for saying in lines(
        "say | says | tells me | tells us | tell me | tell us | told me | told us | are saying | report | insist | maintain | have told me | have told us"
    )
    for that in ("", " that")
)
"""Whose word it is, without a name."""

SAYING = frozenset(
    [
        "swears",
        "swore",
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
        "informs",
        "informed",
    ]
)
REPORTED += (
    tuple(
        f"{be} {how}{what} to"
        for be in ("is", "are")
        for how in ("", "widely ", "generally ", "commonly ", "also ", "now ")
        for what in ("understood", "believed", "thought", "said", "reported", "rumoured", "alleged")
        if how or what == "understood"
    )
    + tuple(
        f"it is {how}{what} that"
        for how in ("widely ", "generally ", "commonly ", "also ", "")
        for what in ("believed", "thought", "reported", "said", "understood", "assumed", "rumoured")
    )
    + tuple(
        f"from what {who} {hear}"
        for who in ("i", "we")
        for hear in (
            "hear",
            "heard",
            "gather",
            "read",
            "understand",
            "am told",
            "are told",
            "have heard",
            "have read",
            "was told",
            "were told",
        )
    )
    + lines("many believe that | it is said | it is reported")
)
SHOWING = frozenset(
    lines(
        """
        finds | found | suggests | suggested | shows | showed | indicates | indicated | concludes | concluded | warns
        warned | adds | added | reveals | revealed
        """
    )
)
"""What is said of a source behind what it tells, beside :data:`SAYING`: `..., a survey suggests`."""
FINDING = frozenset(
    lines(
        "argue | claim | insist | find | finds | found | show | shows | showed | indicate | indicates | indicated | conclude | concludes | concluded"
        "| reveal | reveals | revealed"
    )
)
"""What is said of a source before a `that`: `surveys show that`."""
DENYING = frozenset(["denies", "denied", "deny", "rejects", "rejected", "disputes", "disputed"])

TALES = frozenset(
    lines(
        "joke | jokes | thriller | thrillers | sitcom | cartoon | fable | fables | novel | film | movie | legend | legends | myth | tale | game | dream | dreams | nightmare | poem | song | satire | satires | satirist | satirists | comedian | comedians | cartoonist | cartoonists | parody | spoof | fiction | hoax"
    )
)
"""What tells nothing of the world: `according to a joke`."""

PLANS = frozenset(
    lines(
        "plan | plans | scenario | scenarios | script | draft | drafts | blueprint | simulation | simulations | forecast | forecasts | prophecy"
        "| prophecies | prediction | predictions | projection | projections | horoscope"
    )
)
"""What tells of what is to be, or might: what is so `according to plan` is so by no word of anybody."""

NO_WITNESS = (
    TALES
    | PLANS
    | frozenset(
        lines(
            "parrot | parrots | clown | clowns | puppet | puppets | oracle | oracles | tarot | astrologer | astrologers | psychic | psychics | clairvoyant | ouija"
            "| forged | faked | fake | bogus | fictitious | invented | imaginary | doctored | fabricated | forgery | forgeries | fakes | satirical"
        )
    )
)
"""Whose word is none: what a novel, a plan or a parrot says, or a forged document."""

NOT_TRUE = lines(
    """
    it is not so that | not true that | it is no longer true that | it is no longer the case that
    there is no truth in the claim that | there is no question of | far from it
    """
) + tuple(
    f"it is {how} {what} that".replace("  ", " ")
    for what in lines(
        "not true | not the case | untrue | false | incorrect | not correct | a myth | a lie | a fairy tale | a falsehood | a fallacy | a misconception"
    )
    for how in (
        "",
        *lines("simply | just | plainly | plain | clearly | quite | utterly | absolutely | certainly | of course"),
    )
)
NOT_TRUE += tuple(
    f"it {would} {how} to {say} that"
    for would in ("would be", "is")
    for how in ("wrong", "false", "untrue", "incorrect", "a mistake", "mistaken", "quite wrong", "simply wrong")
    for say in ("say", "claim", "assert", "maintain", "think", "believe")
)
"""What denies the whole clause that follows; `it is wrong that X does it` may blame X for it."""
