"""How people say what they want with a sentence: a table of wordings for each mood, and the nouns that it can be about.

The notation is that of :mod:`dragoman.language.words.cues`. Nothing here belongs to a subject; :mod:`dragoman.language.intent.intents`
says in which order the tables are asked, and what else has to be so.
"""

from __future__ import annotations

import re

from dragoman.language.words.cues import Cues

# ------------------------------------------------------------------------------ before what is wanted

OPENERS = Cues(
    """
    (please|pls|kindly) to
    (ok|okay|so|well|and|but|hey|hi|hello|hmm|please|pls|now|then|alright|right|great|thanks|dragoman|look|listen|sure|fine)
    (yes|no|hm|mm|er|also|just|kindly|first|perhaps|maybe|oh|ah|um|again|yep|nope|indeed|cool|good|still|otherwise|next)
    thank you
    one (more|other) (thing|question)
    (a|one) quick question
    for the record
    by the way
    (lol|haha|hahaha|lmao|ngl|btw)
    i am (lost|stuck|new here|new to this|at a loss)
    """
)
"""What means nothing by itself in front of what is wanted."""

REQUESTS = Cues(
    """
    (i|we) (would|will|should) be [(very|most|so|much)] (grateful|glad|happy|obliged|thankful|pleased|delighted) if (you|u) [(could|would|can)]
    (can|could|would|will|may|might) (you|u|we|i) [please|kindly|perhaps|maybe|just|also|quickly|now]
    (would|do) you mind
    (is it|would it be) possible [for you] to
    it would be (nice|good|great|helpful) (to|if you could)
    i (would|will) (like|love|prefer) [for] [you|us] [to]
    i (want|need|wish|have|got) (you|us) to
    (i|we) [(would|must|may|will|have to|should|might)] [(kindly|politely|also|now|hereby)] [(like to|wish to)] (ask|request|beg|invite) (you|u) [(kindly|please|now|politely)] to
    may (i|we) [(kindly|politely)] (ask|request|beg|invite) (you|u) [(kindly|please)] to
    [please] (would|could|can) you have the (kindness|goodness) to
    (ask|request|beg) (you|u) [(kindly|please|politely)] to
    please (you|u) (can|could|will|would|may|should|must)
    i (want|need|wish) to
    i (want|need)
    i (am|was) (wondering|curious|asking|asked) [myself] [if|whether] [(you|i|we) (can|could|may|would)]
    i (would be|am) (curious|interested|keen) [(to (know|see|hear|learn)|about|in)]
    i wonder (if|whether) (you|i|we) (can|could|may)
    i wonder
    i am (looking|asking) for
    (let|allow) (me|us)
    lets
    go ahead and
    (you|u) (can|may|should|must|had better|could)
    feel free to
    (it is|is it) time to
    time to
    be so (kind|good) [(and|as)] [to]
    (pray|please) (tell|tell me|tell us|say)
    (in|ok in) (english|plain english|plain words)
    (my|the|our) (boss|minister|colleague|director|chief|team|editor) (will|would|is going to|wants to|may) (ask|know)
    (my|the|our) (boss|minister|colleague|director|chief|team|editor) (asks|wonders)
    """
)
"""How an order, or a question, is made polite."""

# ------------------------------------------------------------------------------ supposing

SUPPOSING = Cues(
    """
    what if
    (suppose|supposing|imagine|assume|assuming|pretend|picture this|hypothetically|simulate|envision|envisage)
    (picture|visualise|visualize|think of) ... (as|being|in|having|without|leaving|joining)
    let (us|me) (say|suppose|assume|imagine|pretend)
    lets (say|suppose|assume|imagine|pretend)
    consider (a|the) (case|world|scenario)
    in a (world|scenario|case) (where|in which)
    what about a (world|scenario|case) (where|in which)
    (and|now) what if
    (play|run|think|go) (through|out) [a|the|what]
    (try|run|do|play|redo|repeat|test) (it|this|that|everything|the (whole thing|advice|analysis)) [again|through|once more] with
    (rerun|recalculate|recompute) [it|this|that|everything] with
    play out
    test what
    let it be
    (on|under|with) the (assumption|supposition|hypothesis|premise) [that]
    in the (event|case) (that|of)
    """
)
"""What always supposes."""

SUPPOSING_IF = Cues(
    """
    (what|how) (would|will|could|should|does|do|is|are|happens|changes|becomes|remains|follows|do you say|do you advise) ... if
    (what|how) ... (happens|happen|change|changes|becomes|follows) ... (if|once|when|should)
    what [else] (happens|changes|follows|becomes) ... (once|when|if|should|after)
    (would|will|does|do|is|are|could|should|can) ... [the|your|our|this|that|it] ... if
    (how|what) would ... (look|be|change|become|happen) ... (with|without|under)
    what (do|would) you (say|advise|recommend) (if|with|without)
    [and] what (would|will|should|does|might) [then] (follow|happen|remain|stand|be left)
    [and] if
    in case
    given that
    say
    (assuming|provided|given)
    """
)
"""What supposes where it is about the rulebook's world, or asked."""

SUPPOSING_LATER = Cues(
    """
    [even] if
    in case
    (had|were) _ ... (left|stayed|been|gone|joined|closed|built|ended|lost|won|kept)
    """
)
"""What supposes within a question."""

NOT_SUPPOSING = Cues(
    """
    what if any
    (wonder|know|ask|asked|tell me|see|check|sure|certain|find out|say|matter) if
    if any
    if (anything|only|you ask me|i may|i remember|i recall|i am not mistaken|i am not wrong|memory serves|my memory)
    (assume|suppose) (nothing|not)
    say (hi|hello|it again|no more|that again)
    say what (you|they|people|he|she) (like|likes|will|may|want)
    if (you|one) (want|wants|need|wish|would like|wanted|care) to (see|know|understand|find|meet|watch|study|learn|experience) ... ... (look|take|see|think|go|turn|visit|watch|try|consider|there) (at|to|of|is|no|_)
    """
)

SUPPOSED_FIRST = Cues("(were|had|should)")
"""What supposes where the sentence asks: `Had it stayed, would you ...?`"""

# ------------------------------------------------------------------------------ taking back, correcting

WITHDRAWING = Cues(
    """
    (forget|retract|withdraw|remove|delete|drop|scrap|erase|disregard|unsay|nix|rescind|unlearn)
    (retracted|withdrawn|rescinded) (our|my|the|an|a|this|that|earlier|yesterdays) [(earlier|previous|last|recent)] (item|items|story|report|post|tweet|article|piece|note|entry|alert|statement|claim|line|flash)
    (bin|ditch|axe) (the|my|that|this|what|everything|it|our)
    (strike|strike out|scratch|cancel|discard|undo|kill|ignore|revoke|recant|annul|void)
    (take|takes|took) back
    take (it|that|this|them|those) (back|out)
    take ... (back|out)
    (roll|take) back
    do not (use|count on|rely on|consider|keep) (what|my|the|that|it|this)
    (throw|cross|leave|take|rub) out
    (cross|strike|rub|leave) (that|this|it|the last|my last) [(one|line|bit|entry|part)] out
    (never mind|nevermind)
    get rid of
    (i|we) (retract|withdraw|take back|recant|revoke)
    (i|we) [(hereby|must|have to|want to|would like to)] take (both|these|those|them|that|this|it|all) ... back
    (i|we) (hereby|now|must|have to|should) (retract|withdraw|take back|recant)
    i (no longer|do not) [really] (claim|stand by|hold|maintain|believe|insist on|vouch for) [any more|anymore]
    i would rather not (claim|say|maintain|have said|insist)
    i (should|must) not have (said|claimed|told|written|entered|noted)
    i (can not|could not) (confirm|stand by|vouch for|back up)
    """
)
"""What takes something back where a sentence begins so."""

CAN_GO = re.compile(
    r"(?:the|my|our|that|this) (?:\S+ ){0,4}(?:thing|bit|part|stuff|claim|statement|remark|entry|fact|line)"
    r"(?: (?:about|on|with|of|regarding) (?:\S+ ){0,6}\S+)? (?:can|must|should|may|has to) go(?: again| now)? "
    r"|(?:the|my|our|that|this) (?:amount|figure|number|sum|share|percentage|total|claim|statement|remark|entry|line)(?: \S+){0,8}"
    r" (?:has to|must|should|can|needs to) go (?:(?:again|now|after all) )?(?:(?:as|because|since) )?"
    r"(?:(?:my|our|the) (?:source|sources|notes|note|informant|contact|data|paper)|i|it|that|we) .*"
)
"""A fact that was told, as something to be rid of: `the base thing can go`."""
WITHDRAWING_LATER = Cues(
    """
    (drop|forget|delete|remove|scrap|ignore|disregard|strike|withdraw|retract|cancel|erase|undo) (that|it|this|them|those|the fact|that fact)
    (take|leave|cross|strike) (that|it|this|them|those) (back|out)
    (drop|forget|delete|remove|scrap|ignore|disregard|strike|withdraw|retract|take back) (what i (said|told|wrote|claimed|noted|entered)|my last)
    i (was|am) (wrong|mistaken|too quick|too hasty|hasty) (about|on|with|in saying|to say)
    i did not mean
    i (should|must) not have said
    that was (wrong|a mistake|an error|nonsense|too quick)
    [i am] (not|no longer) [so] sure about (that|it|the|my)
    i (withdraw|retract|take it back|take that back|recant)
    (can not|can no longer) be (kept|maintained|upheld|defended)
    (the|this|that) (information|statement|claim|remark|report|note|news|assertion|indication) [(which was|that was)] (given|made|passed on|sent|provided|submitted|conveyed|supplied) [(earlier|before|yesterday)] by (me|us) ... ... ... (was|is|has proved|proved|has turned out|turned out) [to be] (wrong|false|incorrect|mistaken|untrue|erroneous|not (true|right|correct))
    (the|this|that) (information|statement|claim|remark|report|note|news|assertion|indication) [(which was|that was)] (given|made|passed on|sent|provided|submitted|conveyed|supplied) [(earlier|before|yesterday)] by (me|us) ... ... ... (i|we) (am|are|do|must|have to|hereby) [hereby] (taking back|withdrawing|retracting|revoking|take back|withdraw|retract|revoke)
    (the|my|our|that|this) [(last|latest|previous|earlier)] (statement|claim|remark|report|line|note|sentence|entry|assertion|figure|point) ... (no longer (stands|holds)|(does|do) not stand)
    (the|my|our|that|this) [(last|latest|previous|earlier)] (statement|claim|remark|report|line|note|sentence|entry|assertion|figure|point) ... (is|are|must be|should be|has to be|is to be|are to be) [hereby] (withdrawn|retracted|revoked|rescinded|struck|struck out|struck off|deleted|removed|discarded)
    """
)
"""The same wherever it stands."""

IN_PART = frozenset({"only", "all", "always", "alone", "entirely", "wholly", "fully", "completely", "every"})
"""What may be all that is not believed."""
NOT_MEANT = re.compile(
    r"\b(?:(?:easy|hard|difficult|tempting|impossible|foolish|stupid|dangerous|strange|odd|unwise|convenient|good|nice|wrong|not|never|tend|tends|tended|inclined|quick|prone|likes?|prefers?|seems?|chooses?|chose|appears?) to"
    r"|never|often|sometimes|always|ever|people|many|some|most|they|everybody|everyone|nobody|who|we all|not|easily|conveniently|quickly|lest (?:we|you|anyone)) (?:forget|ignore|disregard|drop|scrap) (?:that|it|this|them|those|the fact|that fact) $"
)
"""Where others, or everybody, forget something, it is so: `it is easy to forget that X`."""
NOT_ALL = re.compile(r"(?:that )?(?:only|just|all|every|both|merely|solely|always|everybody|everyone) ")
"""Behind `I do not believe` it takes back no more than that it is all of it."""
RIDDING = re.compile(
    r"[,;.]\s*(?:(?:so|and|please|pls|just|now|then)\s+)*(?:(?:get rid of|do away with|throw out|cross out|lose|bin|ditch) (?:that|it|this|them|those)"
    r"|(?:throw|chuck|toss) (?:that|it|this|them|those) (?:out|away))(?:\s+(?:please|pls|now|again))?[\s.!]*$",
    re.IGNORECASE,
)
"""An order at the end to be rid of what was said: `that was nonsense, get rid of it`; `A has it, and wants to get rid of it` is none."""

STRUCK = Cues(
    """
    (scratch|strike) (that|this) (last|latest|previous) [(one|line|bit|statement|entry|sentence|remark|point|claim)] [(please|pls|again)] [(wrong|mistaken|not true|my mistake|my bad|mixed up)] [_]
    (scratch|strike) (that|this) (one|line|bit|statement|entry|sentence|remark|point|claim|please) [(wrong|mistaken|not true|my mistake|my bad|mixed up)] [_]
    """
)
"""What takes the last back and says nothing in its place."""

DROPPED = Cues(
    """
    (scratch|strike|forget|ignore|drop|scrap|disregard|bin|delete|erase|remove|retract|withdraw|unsay|discard) ((my|that|this|the) (last|latest|previous) [(one|bit|line|statement|entry|sentence|remark|point|claim|message|note|part)]|what i [just] (said|wrote|told you)|that|this|it)
    """
)
"""What drops the last thing said."""
LATEST = Cues("(it|that|this|them|those) [last] [one] [(again|please|pls|now|then|for now)]")
"""What somebody said just before, as it stands behind an order to take it back."""

LAST_WORDS = frozenset({"please", "pls", "then", "again", "now", "thanks", "for", "me", "too", "good"})
"""What may stand behind an order that ends a sentence."""

STRUCK_ONE = Cues(
    """
    (correct|amend|fix|revise|rectify) (my|our|that|the|this) [(last|earlier|previous|first|own)] (statement|line|note|entry|message|report|claim|remark|figure|number|sentence|input|post) (that|where|about|on|regarding|concerning|of)
    (scratch|strike) (that|this|the) [(last|latest|previous|other)] (thing|things|bit|part|stuff|line|statement|claim|note|point|sentence|remark|fact|entry) [(that|where|which)] (i|we|about|on|with|regarding|concerning)
    """
)
"""What takes back, or wants put right, something that it goes on to name."""

STATEMENTS = Cues(
    "(item|article|post|statement|statements|claim|claims|remark|fact|facts|assertion|assumption|said|told|wrote|noted|claimed|entered|line on|line about|note on|point on|bit|part|report|story|my (last|latest|previous) (line|message|point|sentence|note))"
)
"""What is taken back, and not a step of the session."""

REGRETS = Cues(
    """
    (on reflection|on second thought|on second thoughts|sorry|sry|actually|wait|no|oops|hm|hold on|hang on|my mistake|my bad|forgive me|excuse me)
    (boss|the boss|my boss) (says|said|wants)
    """
)
"""What may stand in front where something is taken back."""

MEANT = Cues(
    "(i mean|i meant|i meant to (say|ask)|i wanted to (say|ask)|the question is|my question (is|was)|i was asking)"
)
"""What may stand between a regret and what is meant."""

STEPS = Cues(
    "(last|latest|previous|final|one) [(more|my|few)] (entry|step|steps|change|changes|input|action|move|command|edit|thing|line|message)"
)

CORRECTING = Cues(
    """
    (correction|corrections|erratum|corrigendum|typo|edit|oops|ooops|whoops|apologies|sorry|argh|damn)
    (forgive me|pardon me|excuse me|i beg your pardon|pardon)
    (i|we) (must|have to|should|need to|want to|would like to|wish to|beg to) [(now|hereby)] (correct|rectify|amend|revise) (myself|ourselves|that|this|it|the|my|our)
    (i|we) beg to (rectify|correct|amend)
    (errata|rectification|amendment|corrected version)
    (i|we) [have] [just|also] (said|wrote|written|told you|put|noted|stated|reported) (it|this|that) (wrong|wrongly|incorrectly|falsely|false)
    (i|we) [have] [just|also] (said|wrote|written|told you|put|noted|stated|reported) (wrong|wrongly|incorrectly|falsely|false) (before|earlier|there|just now|above|yesterday|last time)
    (that|this|it) (was|is) (not (exact|right|correct|accurate|quite right)|wrong|incorrect|inexact|inaccurate)
    (scratch|strike) that
    let me [(just|quickly)] (fix|mend|amend|revise|rectify|set|put) (that|this|it|my last line|my last message) [(right|straight)]
    [i] [(have|just)] (mixed up|muddled up|swapped|confused|misread|mistyped|transposed|jumbled) (my|the|two|some) [(last|two)] (digits|digit|figures|figure|numbers|notes|names|countries|lines|columns|rows)
    (i|we) (was|were) (mistaken|wrong|in error|off|inaccurate|imprecise) (earlier|before|above|there|yesterday|just now|last time|this morning)
    (i|we) (was|were) [(just|simply|quite|completely|clearly)] wrong (that|to (say|claim|write|state|report|think|believe|assume))
    (a|one|the) [(small|quick|minor|late)] (correction|corrections|erratum|corrigendum) (from|by) (the|our|my|a) _
    (my (mistake|bad|apologies|fault|error))
    (wait|no wait|hold on|hang on)
    (i (meant|mean|misspoke|misread|mistyped|mixed up|mixed that up|stand corrected|miscounted|confused))
    (silly|stupid|dumb|foolish) me
    my brain is (fried|mush|asleep)
    (brain fart|fat fingers|fat finger|bad memory|failing memory|autocorrect|typed too fast)
    slip of the (pen|tongue|finger|keyboard)
    [i] (had|got|have|have got) (the two|them|these|those|it|that|my notes|my wires|things|the names|the numbers|the figures) (swapped|mixed up|crossed|confused|muddled|the wrong way round|the wrong way around)
    (a|one) [(small|quick|minor|tiny)] correction to
    (small|quick|minor|tiny) correction to
    i would like to correct
    [(i|we)] [have] [just] (mixed|muddled|swapped) (them|these|those|that|it|this|things|the two|these two|those two|the two of them|both|the names|the numbers|the figures|everything) (up|round|around)
    [(i|we)] [have] [just] confused (them|these|those|the two|these two|those two|the names|the numbers|the figures)
    (i|we) [have] [just] (was wrong|got (that|it|the number|the figure|the country|the name|the year|the sum|the share|my numbers|my figures) wrong|said it wrong|made (a|an) [(small|silly|stupid|little|big|bad)] (mistake|typo|slip|error|blunder))
    make (that|it)
    (i|we) had [(first|wrongly|mistakenly|originally|earlier|before)] (typed|entered|put down|written down)
    (i|we) had (it|that|this|him|her|them) (down|noted|listed|recorded|filed|marked|entered) as
    (correct|amend|fix|revise|rectify) (my|our|that|the|this) [(last|earlier|previous|first|own)] (statement|line|note|entry|message|report|claim|remark|figure|number|sentence|input|post)
    (let me|i (need|have|want) to|to|may i) (correct|rephrase|restate|amend|fix)
    (rather|not quite|amend|fix)
    the (right|correct|true|actual|proper) (figure|number|share|country|name|sum|value|amount|word) (is|was|should be)
    [to be] [more] (precise|exact|precisely|exactly)
    for _ [_] (read|put|write)
    to put it right
    actually
    on (second thought|second thoughts|reflection)
    (change|set|correct|update|adjust|amend) ... to
    (that|it|this) (was|is) a (typo|slip|mistake|misprint|miscount)
    no no
    (that|it|this|the figure|the number|the share|the sum) (should|must|ought to) (be|read|say|have been|have read)
    the other way (round|around)
    wrong (country|number|figure|state|name|year|one|way)
    what i (wrote|said|told you|typed) [_] (was|is) (wrong|not right|not correct)
    typing error
    no ... (would be|is) the (right|correct|better) (word|term|figure|number|value)
    """
)
"""What corrects where a sentence begins so."""

WANTED_SO = re.compile(r"\b(?:to|will|would|could|should|may|might|can|they) make (?:it|that)\b", re.IGNORECASE)
"""What somebody wants, or may do, and so corrects nothing: `the plan is to make it 20,000`."""
CORRECTING_LATER = Cues(
    """
    scratch that
    i (meant|mean|misspoke|mistyped|miscounted|misread) [to]
    my mistake
    should (be|read|say|have been|have said)
    make (that|it)
    and not the
    it (is|was) (in fact|actually|really) ... not
    it (is|was) not ... but ... (that|who|which)
    it was ... (that|who|which) ... not
    (instead of|rather than|not) what i (said|wrote)
    i (said|wrote|typed) ... but
    (i|we) (said|wrote|typed|noted|claimed|mentioned|reported) ... ... ... but [in fact|actually] (it|that|this) is [(just|exactly|quite|rather)] (the reverse|the opposite|the contrary|the other way)
    (got|had) (that|it) wrong
    (i|we) had (it|that|this|him|her|them) [(down|noted|listed|recorded|filed|marked|entered)] as
    (i|we) had [(first|wrongly|mistakenly|originally|earlier|before)] (typed|written|put|put down|entered|noted|given)
    as i (said|wrote|claimed) (before|earlier|wrongly)
    correction
    """
)

NAMED_WRONG = Cues(
    """
    [(a|a small|small|one|quick)] (correction|corrections|erratum|corrigendum)
    [(oops|ooops|whoops|sorry|sry|argh|damn|no|wait|hm|hmm|ah|oh|my bad|my mistake|apologies)] [(wait|sorry|no|that was|that is|i had the|i got the|i wrote the|i have the|i said the)] [the] wrong (country|state|figure|number|name|one|place|year|word|percentage|share|amount|currency|capital|republic|city)
        [(oops|ooops|whoops|sorry|sry|argh|damn|no|wait|hm|hmm|ah|oh|my bad|my mistake|apologies)] [i] [(have|just|must have|seem to have)] (mixed|muddled|swapped|confused|misread|mistyped|transposed|jumbled) [up] (my|the|two|some) [(last|two)] (digits|digit|figures|figure|numbers|notes|names|countries|lines|columns|rows) [up]
"""
)
"""A whole sentence that says of the one before it what was wrong."""

OVERTURNING = Cues(
    """
    (change|flip|overturn|reverse|turn|sway|alter|shift|undo|shake|budge|topple|upset|revise|tip) (your|the|this|that|its) [(whole|first|main|top|final|overall)] (verdict|verdicts|mind|conclusion|conclusions|advice|assessment|view|views|recommendation|recommendations|judgment|judgement|forecast|ranking|result|results|answer|picture|opinion)
    """
)
"""What would make the conclusions others, rather than bring one about."""

SWAPPED = Cues("(the other way (round|around)|vice versa|reverse that|swap (them|that|those|the two))")

# ------------------------------------------------------------------------------ asking why, and why not

LACKING = Cues(
    """
    (lack|lacks|lacking|miss|missing|convince|persuade|never|disappear|disappeared|vanish|vanished|go away|gone away|not|nothing|nowhere)
    """
)
"""What makes a question of one that asks for a reason, or what you need, one why something is not so."""

ADVISING = Cues(
    "(recommend|recommended|advise|advised|suggest|suggested|mention|mentioned|mentions|conclude|warn|warned|list|listed|offer|recommendation|advice|fire|fires|triggered)"
)

REASONS = Cues("(reason|reasons|evidence|grounds|basis|proof|rationale|reasoning|justification)")

WHY_NOT = Cues(
    """
    what (is|s) (stopping|keeping|preventing|holding|blocking) ...
    (for (what|which) reason|what is the reason|how is it|what reason is there) ... (not|no|never|nothing|none)
    _ never (mention|mentioned|say|said|recommend|warn|list) ... why
    why (not|no|never)
    why ... (not|no|never|nothing|none|nobody)
    why ... (disappeared|vanished|gone|dropped|missing|absent|left out|lost|fallen away)
    why (leave out|omit|skip|drop|ignore)
    how come ... (not|no|never|nothing|none)
    (what|anything|something) (is|are|was|s) [still] (missing|lacking|absent|needed|required|not there)
    what [else] [still] (misses|lacks|fails)
    which [of the] (condition|conditions|premise|premises|fact|facts|part) [of _ _] (fails|fail|is missing|are missing|does not hold|do not hold|is not met|are lacking)
    what (would|does|will) it take
    what (else|more|further|other) ... (need|needs|needed|require|required|necessary|missing|lacking)
    what (do|would|must|did) you [still|also|first] (need|require|miss|lack|want to know)
    what (keeps|kept|stops|stopped|prevents|prevented|blocks|blocked|holds|held|speaks against|speaks) (you|it|us|this|that|back|against) [from]
    what (keeps|stops|prevents|blocks) ... from
    what (stands|is) (between|in the way)
    what (must|has to|would have to|needs to) (be|happen|hold|come) ... (before|so that|for) ... (you|it|this|that)
    (what|which) ... (do|would|must|should) you [still] need ... (to|so that|before|for|until)
    (what|which) ... (do|would|must|should) (i|we) [still] need (to (add|say|enter|tell|give|provide|type|change|know|get|see|have|reach|hear)|so that|before|for|until)
    (what|which) ... (do|would|must|should) (i|you|we) [still] [have to|need to] [still] (add|say|enter|tell|give|provide|type|change|know) ... (to|so that|before|for|until)
    (what|which) ... (do|would|must|should) (i|you|we) [still] (have to|need to) [still] (hear|see) ... (to|so that|before|for|until)
    what (do i|must i|should i|can i) [have to|need to] (tell|say|add|enter|give) ... (you|to) [to] (get|see|have|reach)
    what (do i have to|must i|do i need to) tell you
    before you (would|will|can|could|d) [say|conclude|recommend|advise]
    reason [_] [_] [_] [_] [_] (did not|does not|is not|was not|has not|do not|for not|against)
    [any|a|the] reason [why|that] you (leave|left|omit|omitted|skip|skipped|do not|did not|never|dropped)
    for not _ing
    (why|for what reason|for which reason|how come|on what grounds|what makes) ... (refrain|refrains|abstain|abstains|desist|desists|shy away|shies away|hold back|holds back|shrink|shrinks) from (concluding|recommending|advising|suggesting|saying|warning|listing|mentioning|inferring|deducing|stating|drawing|proposing|naming|counting|telling|reporting|making|giving|offering)
    (why|for what reason|for which reason|how come|on what grounds) ... (stop|stops|fall|falls) short of (concluding|recommending|advising|suggesting|saying|warning|listing|mentioning|inferring|deducing|stating|drawing|proposing|naming|telling|reporting|making|giving|offering)
    (why|for what reason|for which reason|how come|on what grounds) ... (hesitate|hesitates|decline|declines|fail|fails|omit|omits|refuse|refuses|neglect|neglects) to (conclude|recommend|advise|suggest|warn|list|mention|infer|deduce|propose|name)
    (do|did) not you (recommend|advise|suggest|say|conclude|mention|warn|list|see|give|offer)
    (you|u) (do|did) not (recommend|advise|suggest|conclude|mention|warn|list|offer) ... why
    i (miss|missed|expected|would have expected|was expecting) ... (why|how come|where|recommendation|advice|risk)
    missing from
    explain ... (not|no|nothing|never)
    """
)

WHY = Cues(
    """
    why
    (how come|how so|what for|whence|says who)
    how is it [possible] that
    for (what|which) reason
    what makes you
    (on|from|based on|because of|with) (what|which) [(basis|grounds|evidence|ground|authority|reason|rule|rules|fact|facts|source|sources|grounds)]
    what (is|are|was|were|s) [(the|your|his|their|its|actual|main)] [(main|real|exact|underlying)] (basis|reason|reasons|reasoning|rationale|evidence|logic|justification|argument|arguments|proof|grounds|ground|premises|thinking|support|source|sources)
    what (is|are) the (case|argument|arguments) for
    (what|which) ... (led|lead|leads|brought|drove|drives|explains|explain|supports|support|justifies|justify|backs|underlies|underlie|underpins|triggered|caused|cause|prompted|fired for)
    what [exactly|really] (is|lies|stands|was) behind
    what (is|are|was|were|does|do|did) ... ... (based|founded|grounded|resting|rest|built|hang|hanging) (on|upon)
    what (speaks for|gave rise|gives rise|argues for|rests|made|makes)
    which [of] ... (made|give|gave|produced|are behind|is behind|back|stand behind)
    where (does|did|do|have|has|is) (you|that|this|it|the) ... (come from|get|got|stem|from)
    where did you (get|find|take|read) (that|this|it|the)
    how (did|do|can|could|have|would) you (get|got|arrive|arrived|come|came|reach|reached|conclude|concluded|know|say|justify|end up|derive|derived|figure|reason|infer|claim|think|be so)
    how (was|is) (that|this|it) (derived|justified|concluded|supported|reached|known)
    how does (it|this|that) follow
    (justify|prove|defend|substantiate|back up|trace)
    explain [to me] (why|how|the (reason|reasoning|logic))
    explain [to me] [the|your|this|that|number] ... (recommendation|recommendations|advice|risk|conclusion|forecast|warning|decision|verdict|ranking|first|second|third|fourth|one|point)
    (walk|talk|take|lead|guide|run) me through (why|how (you|it|this|that)|the (reason|reasoning|logic|proof|argument)|your)
    who (says|said|claims|claimed|told you|told us|believes) (so|that|this|it)
    (the|your|any|all) [main] (reason|reasons|grounds|proof|rationale|basis|evidence) [(for|of|behind|why)]
    (reason|reasons|grounds|proof|evidence|rationale|basis|justification) (for|of|behind|why)
    (give|show|tell|name|list) [me|us] [the|your|all|all the] (reason|reasons|reasoning|grounds|proof|evidence|rationale|justification|premises|why)
    (know|see|understand|hear|learn|tell me|remind me|get|wonder|ask|say) ... why
    [i] do not (see|understand|get) why
    (know|see|understand|learn|tell me|hear) (what|which) ... (rests|rest|is based|hangs|based|supports|led|reason)
    """
)

# ------------------------------------------------------------------------------ ordering and asking

STEERING = Cues(
    """
    (saved|exported|closed|printed|cleared|renamed|stored|wrote|downloaded|copied|deleted) (the|this|that|it|everything|all)
    (save|load|open|reopen|export|import|close|print|clear|rename|switch|store|write|download|copy|delete|archive|resume|reload)
    (wipe|dump|render|stop|pause|scroll|zoom|enable|disable|hide|use|leave|send|email|mail|share|end|finish|revert|continue|replay)
    (discard|turn on|turn off|go back|go forward|step back|back up|backup|start a|start fresh|set|put|make|change|bring up|pull up|log|attach|convert|read out|minimise|maximise|resize|restore)
    """
)
"""Verbs that steer the session if their object is a thing of it."""

STEERING_ALONE = Cues(
    """
    (quit|exit|bye|goodbye|undo|redo|restart|reset|help|log out|log off|sign off|sign out|shut down|shutdown|logout)
    (show|give|get|open) [me|us] [the|a] (help|tutorial|settings|manual|log|transcript)
    (take|bring|get) (me|us) back
    [(ok|okay|right|now|please)] (start over|start all over|start again|start afresh|start from (scratch|zero)|begin again|begin anew|begin from)
    (save and|save then) _
    (go|step) back [one|a|by] [one|step|steps]
    (stop|end|leave|finish|close|save|print|continue|pause) [here|now|it|this|there|for today|for now|please|thanks]
    new (session|file|scenario|chat)
    (show|give|get|list|tell|send) [me|us] [(the|a|all|your)] [(whole|full|complete)] [list of] [(the|all|your|available)] (commands|shortcuts|hotkeys)
    """
)
"""What steers it by itself; the last two lines only if nothing else follows."""

LEAVING = Cues(
    """
    that is (it|all|enough) [for] [(today|now|me|tonight|one day)] (quit|exit|leave|bye|goodbye|close)
    (is|are) to be (exported|saved|printed|stored|closed|opened|undone)
    i am done
    we are (done|finished)
    that (is|will be) all
    (bye|goodbye|farewell)
    (sign|log) me out
    (finished|done|through) (for|with) (today|now|this|it)
    (a|one) step (back|forward)
    [i] (want|need|get|give me|would like) [a|an|the|it|this|that] [as] [a|an] (pdf|csv|file|printout|copy|markdown|json|export|backup)
    (stop|end|quit|leave|finish) here
    """
)

SESSION = Cues(
    """
    (session|sessions|file|files|scenario|program|programme|app|application|screen|window|conversation|chat|history|markdown|pdf|csv)
    (json|yaml|docx|word|html|help|tutorial|guide|handbook|user guide|theme|mode|panel|pane|tab|everything|whole thing|entire thing|whole lot|lot|it|this|that|transcript|log|journal|draft|copy)
    (clipboard|printer|disk|settings|language|brief|memo|note|notes|report|state|situation|text|font|letters|colours|colors|output|folder)
    (all of (it|this)|what we have|from scratch|the beginning|one step|a step)
    """
)
"""Things of the session."""

PROGRAM = Cues(
    """
    where (do we|does that leave us|are we) [stand] (with|on|in)
    (advice|advise|advises|recommend|recommends|recommended|recommendation|recommendations|suggest|suggestion|suggestions|suggested)
    (risk|risks|warning|warnings|alert|alerts|rule|rules|fact|facts|forecast|forecasts|assumption|assumptions)
    (conclusion|conclusions|conclude|finding|findings|result|results|proof|evidence|audit|summary|summarise|summarize|overview)
    (option|options|next|changed|change|changes|scenario|claims|sources|source|grounds|premises|so far|figure|figures|line|lines|entry)
    (what (do|did) you (know|make|think|say|see|conclude)|what (have|did|do) (i|we))
    what (you have|have you|you) [(so far|already)] (concluded|found|learned|learnt|gathered|understood|deduced|inferred|recorded|advised|noted)
    (compare|comparison|difference|differences|list|definition|mean|means|meaning|missing|unknown|robust|sensitive|fragile|flip)
    (question|questions|should i (tell|say|answer|add)|depends|hinges|hangs|rests|confidence|outlook|priorities|priority|steps|instruments)
    (what|which) ... we (must|should|shall|have to|need to|ought to) do
    (should (the|we|brussels|europe)|most urgent|biggest|greatest|watch|monitor|conflict|conflicts|dispute|disputed|likelihood|status)
    (top (two|three|four|five|ten|priority)|under way|first one|second one|third one|number (one|two|three|four|five|_)|point _)
    (do you [already|still] (have|know|use|need|remember)|could you use|are you (sure|certain)|how (sure|certain|confident))
    (we|you|i) [already] (have|got|know|said|told you) (on|about|of|for)
    (rulebook|report|encoded|claim)
    (the term|the word|the expression|understand by|understand under|understand here|meant by|mean by)
    """
)
"""What the program gives, and how people speak of it."""

NO_QUESTION = Cues("(could|may|might) (be|well) [that]")
WHO_KNOWS = Cues("and who knows")
"""What asks nothing behind what is told, without a question mark."""
LEFT_OPEN = Cues("(nobody|no one) [really] (knows|can (say|tell)|could say)")
"""What leaves open what was spoken of."""
CLOSING = Cues(
    """
    (thanks|thank you|bye|goodbye|cheers|see you|good night|talk later)
    that is (all|it|enough) [for (now|today)]
    (this|that|it) (has been|was|is) [(most|very|so|really|quite|extremely|all)] (instructive|helpful|useful|kind of you|great help|a great help|very kind)
    """
)
"""What ends a talk, and speaks of nothing."""

SHOWING = Cues(
    """
    (show|list|rank|sort|order|read|browse|display|give|gimme|tell (me|us)|compare|summarise|summarize|explain|describe|define|print|enumerate|recap|name)
    (see|know|find|outline|sum up|contrast|check|brief me|walk (me|us) through|anything|any|remind (me|us)|hear|get|present|review|inspect)
    (put|bring|pull) ... (on the table|on screen|up|forward|before me|in front of me)
    (is|are) there
    (do|does|did|is|are|has|have|can|could|would|will|should|may|might|must)
    (what|which|who|whom|whose|where|when|how)
    (the|an|your) (list|overview|summary|comparison|status|recap)
    (the|your) state (of|now|today|so far|at present)
    (have|take) a look at
    """
)
"""What asks to see something, where it is about the program or the rulebook's world."""

# ------------------------------------------------------------------------------ none of it

EVERYDAY = Cues(
    """
    weather (in|at|on|today|tomorrow|tonight|like|forecast|for)
    temperature (today|tomorrow|tonight|outside)
    (train|trains|bus|flight|flights|ticket|tickets|taxi) (from|to)
    (weather|snow|snowing|rain|raining|sunny|sunshine|temperature|lunch|dinner|breakfast|supper|tea|coffee|beer|wine|vodka|food|plov)
    (restaurant|restaurants|hotel|hotels|hostel|taxi|cab|flight|flights|airport|train|trains|bus|ticket|tickets|visa|luggage|suitcase)
    (holiday|holidays|vacation|birthday|wedding|christmas|nowruz|weekend|wife|husband|sister|brother|mother|father|mom|dad|son|daughter)
    (cousin|uncle|aunt|grandmother|friend of mine|kids|baby|girlfriend|boyfriend|boss|driver|dentist|doctor|teacher|hairdresser)
    (football|soccer|match|olympics|tennis|hockey|chess club|gym|yoga|world cup|premier league|goal|marathon)
    (song|songs|film|movie|novel|poem|joke|recipe|cook|cooking|bread|soup|noodles|duck|kebab|delicious|tasty|yummy|hungry|thirsty)
    (sick|ill|headache|tired|sleep|slept|bed|toilet|shower|shopping|shoes|dress|wifi|printer|laptop|phone|password|keyboard|battery)
    (worth a visit|beautiful|lovely|cute|pretty|gorgeous|boring|overrated|funny|crazy|awesome|pics|photos|selfie|souvenir|embroidery|carpet|dance)
    (juicy|gossip|reception|stuff about|trip to|driver in|met a)
    (what time|o'clock|how far is it|how old|how tall|how do i get|capital of|translate|grammar|spell|pronounce|embassy party)
    (hot|cold|warm) in
    (cafe|cafes|bar|bars|pub|tired|see you)
    (happy (new year|birthday)|good (morning|evening|night|afternoon)|how are you|nice to meet|cheers)
    """
)
"""What people talk about who talk about something else; a word that the rulebook's phrases know does not count."""
