"""What people say beside what they say: greetings, interjections, assurances, politeness; a fact is the same without.

    okay so um Kazakhstan is in the SCO, that I know (not at liberty to say more)   ->   Kazakhstan is in the SCO

Nothing stands here that could change what is true: hedges (`I think`, `I am not sure`), whose word it is, times, and
whatever corrects, negates or asks. Where a line is nothing but an aside, it is left as it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.language.line import frames
from dragoman.language.words import english
from dragoman.language.words.cues import Cues, spaced
from dragoman.language.words.english import is_unit
from dragoman.language.words.tokens import Token, are_all_capitals

_OPENING = Cues(
    """
    (dear|hi|hello|hey|morning|evening|greetings) [(again|to)] (all|everyone|everybody|team|folks|there|both|guys|colleagues|friends|you all|all of you)
    in case (you|anyone|anybody|somebody) [(have|has|had)] (missed|miss|wondered|wonder|wonders|forgot|forgotten|were wondering|was wondering|is wondering|are wondering|care|cares|asks|ask|not heard|not noticed) [(it|this|that|about it|about that|yet)]
    let it be (known|noted|said|recorded|stated) that
    not that (it (matters|helps|changes (anything|much)|is (news|new|a secret))|i (mind|care|complain)|anybody (cares|asked|minds)|anyone (cares|asked|minds)|you asked) [(much|any more)] [,] but
    it (is|'s) [(all too|only too|so|too|very)] easy to (forget|overlook|miss) that
    (people|many|we|some) [(all too|too)] [(often|sometimes|easily|tend to)] (forget|overlook) that
    not for the (first|second|third|last|only|umpteenth|nth) time [(this (year|month|week|season)|in (recent|these|living) (years|months|days|times|memory))]
    while (i|we) (think of it|am at it|are at it|remember)
    before i forget [it]
    (you|some of you|people|readers) (may|might|will|should) [also] (want|like|care|need) to (know|hear|note) that
    (nobody|no one) (should|need|will) be surprised that
    it (should|will) (surprise (nobody|no one)|come as no surprise [to (anyone|anybody)]) that
    contrary to [(popular|common|received|general|all|earlier|persistent)] (belief|opinion|expectation|expectations|wisdom|legend|rumour|rumours|rumor|rumors|hearsay|gossip)
    (whatever|no matter what) (you|people|anyone|anybody|others|some|they) [(may|might)] [have] [(always|also)] (heard|hear|read|say|said|think|thought|believe|believed|been told|claim|claimed) [(in|on|from) [(the|some|all)] (papers|press|media|news|newspapers|tabloids|internet|tv|radio|web|pub|street)]
    contrary to what (you|people|some|many|most) [(may|might|will)] [(have|always|often)] (read|think|heard|hear|believe|expect|expected|assume|imagine) [(in (the|most|some|all) (papers|press|media|news|books|newspapers|guidebooks)|on (the|) (tv|internet|web|radio|news)|online|everywhere)] [(all the time|these days|so often|again and again|every day)]
    (um|umm|uh|uhm|erm|er|hmm|hm|mhm|ah|aha|oh|eh|heya|heyy|heyyy|hey|hi|hello|hiya|ok|okay|alright|anyway|anyhow|yes|yeah|yep|yup)
    (aww|aw|ooh|ohh|welp|ngl|tbf|btw|icymi)
    (right|ok|okay|alright) so
    [(right|ok|okay|so|now|well|and|also)] (next|new|another) (paragraph|point|item|line|bullet|bullet point|topic|sentence|thing)
    [(right|ok|okay|so|now|well|and|also|a|another)] (note|memo|reminder) to (self|myself|me)
    [(right|ok|okay|so|now|well|and)] (summing up|to sum up|to sum it up|summing it up|summing this up|to recap|recapping)
    [(right|ok|okay|so|now|well|and)] (moving on|next up)
    (shit|damn|crap|argh|ugh|omg|oh my god|oh god|good heavens|heavens|goodness|goodness me|jesus|bloody hell|hell|phew|wow|whoa|yikes|gosh|ha|haha)
    (yo|dude|bro|bruh)
    (remember|recall|nb|n b|note|mind you) :
    (that|this|which) [(all|just|simply)] means [that]
    [(a|just a|one)] quick (one|note|thing|heads up)
    (so|well|now|then) (um|umm|uh|uhm|erm|er|hmm|hm|ok|okay|then|anyway|well|now|so)
    (good morning|good afternoon|good evening|good day)
    [(i|we)] [just] (to|wanted to|want to|writing to|here to) (let (you|everyone|everybody|you all|people) know|inform you|tell you|say|confirm|report|flag|add|mention) that
    [(i|we)] [just] (to|wanted to|want to|writing to|here to) let (you|everyone|everybody|you all|people) know
    (just|only) [(a|one)] [(quick|short|small)] (heads up|note|reminder|word|line|message|fyi|update) [to] [(say|let you know|inform you|tell you|confirm)] that
    (i am|we are) (pleased|happy|glad|delighted|sorry|sad|proud) to (say|report|tell you|inform you|announce|confirm|let you know) [that]
    as [(we|i|you)] [(just|already|was|were)] (discussed|agreed|mentioned|promised|arranged|requested|told you) [(on the phone|by phone|by mail|by email|in the meeting|at the meeting|in our call|yesterday|earlier|this morning|last week|before|above)]
    as (we|i|you) [(just|already)] (reported|noted|explained|announced) [(on the phone|by phone|by mail|by email|in the meeting|at the meeting|in our call|yesterday|earlier|this morning|last week|before|above)]
    as [(just|already|was|were)] (reported|noted|explained|announced) (on the phone|by phone|by mail|by email|in the meeting|at the meeting|in our call|yesterday|earlier|this morning|last week|before|above)
    (please|pls) (do not worry|be advised|be informed|be aware|bear in mind) [that]
    for (your|our|the) (information|record|records|file|files|notes|minutes|log|books)
    (i|we) (wish|want|would like|have|am writing|write) to (inform|tell|report|say|announce|note|mention|let know) [(you|everyone|all of you|the office)] that
    (my|our) (dear|good|esteemed|trusty) (machine|friend|friends|colleague|computer|sir|madam|program|fellow|dragoman)
    dear (machine|sir|madam|friend|friends|colleague|colleagues|all|computer|program|dragoman)
    (firstly|secondly|thirdly|lastly|incidentally|admittedly|naturally|importantly|crucially)
    (interestingly|curiously|strangely|oddly|funnily) [enough]
    [just] to (fill [in] a gap|complete the (picture|list|set|record)|be complete|finish [off]|add (one more|another|a detail|a point|something))
    [(just|only)] for the sake of (completeness|clarity|order|good order)
    [but] as (i|we) (was|were) (saying|about to say)
    (write|put|note|jot) (this|that|it) down
    (write|put|note|jot) down
    (i|we) [have|just|even] (checked|double checked|looked it up|asked around)
    we [(should|would|may|must|also|merely|simply|only|just)] recall that
    (i|we) [(should|would|may|must|also|merely|simply|only|just)] (note|observe|remind you|remind readers|remark|add|point out|stress|repeat) [(once more|once again|again|here|at this point|in passing)] that
    (i|we) [do] now know [(for a fact|for sure|for certain)] that
    (according to|as per|going by|judging by|from) my [own] (notes|records|files|list|lists|log|diary)
    my [own] (notes|records|files|list|lists|log|diary) (say|says|show|shows|tell me|tells me|have it|has it) that
    from a [purely] (technical|practical|geographical|historical) (point of view|standpoint|perspective)
    (sadly|unfortunately|luckily|fortunately|regrettably|alas|thankfully|tellingly|remarkably|unsurprisingly|surprisingly)
    (first off|first of all|second of all|for starters|for a start|for one thing|to begin with|to start with|last but not least)
    (you know|you see|you know what|mind you|guess what|believe it or not|believe me|trust me|mark my words|make no mistake)
    (i|we) (can|may|must|should|have to|want to|would like to|wish to|need to|might) (add|note|mention|point out|report|stress|tell you|inform|inform you|confirm|let you know) that
    let (me|us) (add|note|mention|point out|stress|tell you|confirm|record|start with|begin with) that
    (i|we) [do|just|already|also] know [(for a fact|for sure|for certain|full well)] that
    one [(also|further|can|may)] (observes|notes|notices|sees|observe|note|notice|see) that
    (i|we) (am|are) [quite|very|absolutely|completely|entirely] (sure|certain|positive) [that]
    (i|we) (know|confirm) for (a fact|sure|certain)
    [so] [now] (that|when) i [(come|came)] [to] think of it
    [so] (what|all) (i|we) [do] (have|know|found|noted|can say|can tell you) [(so far|by now|at the moment|for now)] is that
    come to think of it
    now that you (mention|ask|say) it
    (as|like) (i|we) [just|already] (said|mentioned|noted|wrote) [(before|earlier|already|just now|above)]
    to be (fair|honest|frank|blunt|clear|sure|short|brief|quick)
    in (all fairness|all honesty|fairness|short|brief|truth|any case|any event)
    (truth be told|needless to say|as it happens|as luck would have it|as expected|as always|once again|no surprise [here|there])
    [please|pls|also|kindly|just] (note|record|add|write down|put down|note down|jot down|take down|register|bear in mind|remember|take note) that
    it (is|'s|has become|remains) [(now|by now|also|an|a|quite|very|only too|all too|long|hardly|hardly a|abundantly|perfectly|absolutely|crystal)] (no secret|secret|open secret|common knowledge|well known|known|widely known|generally known|public knowledge|no surprise|surprise|old news|no news|clear|plain|obvious|evident|self evident|apparent to all|undeniable|indisputable|true|a fact|well known fact|a well known fact|established fact|beyond doubt|beyond dispute|beyond question|official) [(to see|for all to see|to everyone|to everybody|to all|to anyone)] that
    (it|that) goes without saying [that]
    there (is|can be) no (doubt|denying|disputing|mistaking|escaping|gainsaying|hiding|arguing with|getting (away from|around|round)|way around) [(about it|whatsoever|at all|the fact)] that
    (you|one|we|i|they) can not [(seriously|possibly|really)] (deny|dispute|doubt) [the fact] that
    (i|we) (do|would|will) not [(for a moment|for one moment|for a minute)] (deny|dispute|doubt) [the fact] that
    there (is|can be) no (question|doubt|two ways about it|getting away from it|getting around it|way around it)
    (nobody|no one) [(can|could|will|would)] [(seriously|really)] (deny|denies|dispute|disputes|doubt|doubts|question|questions) [the fact] that
    (everyone|everybody|anyone) can see [by now] that
    (it|this) (must|has to|should|needs to|ought to) be (said|noted|stressed|remembered|added|mentioned|emphasised|emphasized|repeated|recalled) that
    (it|this) (must|should|ought|can) not [to] be (forgotten|denied|overlooked) that
    (it|it is) (bears|worth|is worth|is important to|important to|is useful to|helps to) (repeating|mentioning|noting|remembering|adding|stressing|recalling|pointing out|underlining|note|remember|add|stress|recall|point out) that
    (worth|important to) (repeating|mentioning|noting|remembering|adding|stressing|recalling|note|remember|add) [that]
    (one|we|you) (should|must|need|may) not (forget|overlook|ignore) that
    (let us|do) (not|never) forget [that]
    never forget that
    do (bear|keep) in mind that
    (rest|be) assured [that]
    the [(plain|simple|hard|sad|basic|bare|whole|naked|brute)] (fact|truth|reality|point|upshot|news|long and short of it|bottom line|fact of the matter|truth of the matter) [today|here|now|still] (is|remains) that
    what (matters|counts|is clear|is certain|is true|we see|i see|one sees|you see|we know|i know|we have|strikes me) [(here|now|today|is)] is that
    (we|i|one|you) [(can|do|also|now|still)] [(clearly|also|now)] (see|observe|note|notice|can tell) [(here|now|today|clearly|again)] that
    it can be (seen|observed|noted) that
    as [(you|we|one|anyone|everyone|everybody|all of us)] [(may|can|will|should|surely|already|all)] [(already|well)] (know|see|remember|recall|seen|known) [by now]
    as (is [well|widely|generally] known|can be seen|has been said|noted above|mentioned above|stated above|has often been said)
    having said (that|this|so)
    it [(just|also|so|only)] [(just|also|so)] happens that
    it (has [now|since] (emerged|become clear|become plain|become obvious)|remains (true|the case|a fact)|is [also|still] (true|the case)) that
    (i|we) (must|have to|should|might|may|would|can only) (say|add|repeat|stress|admit|confess) [again] [that]
    (let|allow|permit) me (add|note|repeat|remind you|say|be clear|stress|to add|to note|to say|to repeat) that
    (may|might) i (add|note|remind you|say|point out) that
    (let us|let me) (be (honest|clear|frank|blunt|fair)|face it) [about (it|this)]
    (long story short|to (cut|make) a long story short|to (put it|say it) (simply|bluntly|briefly|plainly|shortly)|to sum [it] up|to recap|to repeat|summing up|put [(more|very)] (simply|bluntly|differently|briefly|plainly))
    in (sum|summary|conclusion|a word|a nutshell|plain english|plain words|other words|short|essence|brief)
    (whether|if) (we|you|people|they) like it or not
    like it or not
    (if truth be told|be that as it may|with all due respect|for what it is worth|not that it matters but)
    [much] to (nobody|no one|everyone|everybody|my|our|the) 's [great] (surprise|astonishment|regret|relief|dismay|horror)
    [much] to (my|our) [great] (surprise|astonishment|regret|relief|dismay|horror)
    (interestingly|oddly|strangely|funnily|curiously|sure|true|tellingly|surprisingly) enough
    more to the point
    a [(quick|short|gentle|friendly)] reminder that
    thank you [(so much|very much|ever so much|a lot|again)]
    (thanks|thx|cheers) [(so much|very much|a lot|again)]
    [(it is)] with [(great|much|deep|some|the greatest|particular|considerable)] (regret|satisfaction|pleasure|concern|sorrow|sadness|joy|relief|delight|alarm|dismay|interest) [that] (i|we) [(must|have to|can|may|am obliged to|are obliged to|feel obliged to)] (observe|note|report|inform you|announce|record|state|see|find|add|register|notice|confirm|tell you) that
    (i|we) [do] (hereby|herewith|gladly|duly|formally|officially) (confirm|certify|report|declare|state|attest|note|affirm|record|inform you|notify you|announce) that
    (i|we) (beg|have|am pleased|are pleased) to (inform|advise|notify|report|announce|confirm) [(you|to you)] that
    (i|we) have the (honour|honor|pleasure|duty|privilege) (to|of) (inform|informing|report|reporting|notify|notifying|advise|advising|announce|announcing) [(you|to you)] that
    (this|the present) [(letter|note|message|memo|memorandum|mail|email)] (is|serves) to (inform you|certify|confirm|notify you|advise you|report|let you know) that
    (please|pls|kindly) (be advised|be informed|be aware|be reminded|be notified|take notice|take note|take into account|take into consideration|bear in mind|note well) that
    (you|readers|all|members|colleagues) are [hereby] (advised|informed|notified|reminded) that
    for the (avoidance|sake of avoidance|purpose of avoidance) of [any|all] doubt
    (as|like) (i|we) [(have|did)] [(already|often|repeatedly|once)] (argued|shown|pointed out|observed|noted|written|explained|set out|remarked|described|maintained|stressed|underlined|demonstrated) [(at length|at some length|in detail|in full|repeatedly)] [(elsewhere|before|above|earlier|in these pages|on other occasions|in an earlier paper|in an earlier note|in my last note|in our last note)]
    it (must|has to|should|needs to|ought to|can|may) be (underlined|underscored|emphasised|emphasized|pointed out|observed|borne in mind|recorded|reported) that
    (i|we) (must|have to|should|may|can|feel bound to) (observe|underline|underscore|emphasise|emphasize|remark|record|state|acknowledge|concede|own) that
    """
)
"""What may stand in front, with a comma behind it or not."""

_OPENING_APART = Cues(
    """
    (sorry|apologies|my apologies) for (the|my|any|all the) [(earlier|recent|late|long)] (confusion|delay|noise|silence|haste|late reply|mess|mix up|short notice|long silence|trouble|bother|spam)
    (quick|short|small|brief|latest|another) (update|note|heads up|message|line|word) (for (you|all|everyone|info)|from (me|us|here)|on this|on that|to all)
    (per|as per|following|further to|after) (our|your|the|my) [(last|latest|recent)] (call|chat|talk|conversation|meeting|mail|email|message|request|phone call)
    [(and|but)] (have a look|take a look|look|just look|just glance|one look|a look|a glance) at (any|the|a|your|our|that) [(old|good|current|physical|school|political|decent)] (map|globe|atlas|map of the region|map of asia|world map|map of the world) [(will do|is enough|suffices|shows it|tells you)]
    (never mind|forget|ignore) [all] (the|their|his|her|your|those|these) (speeches|speech|rhetoric|talk|words|headlines|hype|noise|spin|slogans|smiles|handshakes|photos|fanfare|details|politics|gossip|denials|promises|pomp|ceremonies|protocol|small talk|fine words|pr|propaganda)
    heads up (all|everyone|everybody|guys|folks|team|you all)
    (guys|folks|lads|mate|buddy|people|friends|colleagues|everyone|everybody)
    (so|well|now|then|right|good|great|fine|wonderful|excellent|perfect|lovely|splendid|brilliant|cool|nice|fantastic|super|interesting|fascinating|look|listen)
    (amazing|awesome|noted|understood|got it|i see|fair enough|very well|very good|all right|no worries|no problem|no matter|sure|of course)
    (first|second|third|fourth|next|last|finally|granted|again|now then|right then|ok then) [(thing|point|fact|item|one|up|things first)]
    (ticker|analysis|explainer|exclusive|just in|live|flash|alert|urgent|bulletin|roundup|round up|wrap|wrap up|developing|developing story|top story|news in brief|factbox|dispatch|wire)
    (this|it|that) (may|might|will) [well] (come as a surprise|come as no surprise|surprise you|sound strange|sound odd|sound dull) [to (some|many|you|most|nobody)]
    (it|this|that) is (an old story|old news|nothing new|no news|yesterdays news) [by now]
    (strange|odd|sad|dull|incredible|absurd|funny|curious) as it (sounds|seems|is|may sound|may seem|may be)
    as (anyone|anybody|everyone|everybody) who (has been|was|lives|works|has worked|has lived) (there|here|in the region|in the field) [(long enough|for long|at all)] (will|can) (tell you|confirm)
    (here (is|'s)) (one|something|a note|an item|a line|a fact|a thing) for (the file|the files|the record|the books|your notes|your file|your files|the log|the archive|you|you all)
    [(a|one|another)] [(quick|short|small|last)] (one|thing|note|item|line|something) (before|after|over) (lunch|dinner|bed|tea|breakfast|the weekend|the meeting|the holidays|i go|i leave|we start)
    (one|something|another one|another) for (the file|the files|the record|the books|your notes|your file|your files|the log|the archive|you|you all)
    [just] back from (my trip|the region|the field|the road|a trip|_) with (this|news|a note|one thing|this news)
    (i|we) (saw|have seen|checked) (it|this|that) (with (my|our) own eyes|myself|ourselves|on the spot|on site|in person)
    let (us|me) (begin|start) (at|with|from) the (beginning|start)
    (one|a|an|another) [(more|last|further|quick|small|other|short|new|important)] (thing|note|point|fact|update|detail|addition|remark|item|word|question)
    (fact|facts|note|news|update|info|information|observation|reminder|newsflash|heads up|good news|bad news|latest|todays news) [(of the day|for you|from today|from the field|to self)]
    (quick|short|small|minor|latest|new) (note|update|fact|remark|addition|info) [(on|about) (the|our) (situation|state of play|state of things|numbers|figures|stocks|prices|weather|ships|fleet|fleets)]
    (please|pls|kindly) (note|record|add|write down|put down|note down|take down|register|remember|enter) [(this|the following)]
    (note|record|add|write down|put down|note down|jot down|take down|register|enter) (this|the following)
    (see|mind you|look here|listen up|hear this|get this|here it comes|here goes|here we go|there you go|there we are)
    [(the|my|our|a|one|an)] [(main|key|fun|small|short|quick|general|first|final|simple)] (takeaway|point|fact|message|finding|bottom line|upshot|status|background|context|memo|recap|summary|reminder|observation|result|gist|state of play|situation) [(here|so far|of the day|today|now)]
    for (completeness|context|background|clarity|good order) [only]
    [(the|our)] [_] (result|results|verdict|report|reports|news|word|answer|answers|tests|numbers|figures) [(is|are)] [(just|now|finally)] (in|out|here|there|back)
    (i repeat|i will say it again|to repeat|again|confirmed|sad but true|strange but true|it is official [now]|it is [now] official|now it is official|rest assured|worth noting|let us not forget|believe it)
    [(a|an|one|two|three|four|five|several|some|a few|a couple of|few|the|my|our)] [(quick|short|brief|more|small|other|field|random|first|last|further)] (note|notes|observation|observations|remark|remarks|point|points|thing|things|fact|facts|item|items|update|updates|finding|findings|takeaway|takeaways|impression|impressions) (from|of) (my|our|the|this|todays|yesterdays) [(last|latest|recent|first|second|short|long|own)] (trip|visit|journey|stay|tour|day|week|meeting|call|conference|field trip|notebook|diary|desk|mission|field|ground|road|talks)
    here is (the thing|what we know|what i know|the point|the bottom line|the deal|the situation)
    (what we know|what i know|all we know|what is clear|what matters|the point is|the thing is|the fact is|fact is)
    contrary to what (is|was) [(so|all too|still|quite|very)] [(often|commonly|widely|generally|frequently|sometimes|usually|regularly|popularly|readily)] (supposed|assumed|believed|claimed|said|thought|reported|alleged|asserted|imagined|maintained|written|suggested|held|heard|read) [(abroad|in the west|in the press|there|here|today|these days|elsewhere|of late|in the (corridors|corridor|lobby|canteen|hallways|meeting|room)|at the (meeting|press conference|table)|behind closed doors)]
    (as|in line with what) (i|we) [(already|just)] (set out|announced|indicated|promised) [(above|below|earlier|before)]
    (on|upon|after) [(a|any)] (closer|careful|sober|sober second|close|cool|fresh|second|closer|long) (inspection|examination|scrutiny|look|consideration|analysis)
    """
)
"""What may stand in front if a mark stands behind it."""

_CLOSING = Cues(
    """
    (fyi|btw|tbh|for your information|you know|you see|by the way|just so you know|mind you|of course|for what it is worth|though)
    (please|pls|plz|thanks|thx|cheers|thank you) [(so much|very much|a lot|again|in advance)]
    (full stop|new line|new paragraph|new sentence)
    [(so|and|ok)] that is (my|our|the) [(whole|own|first|last|only|short|quick)] (note|notes|entry|line|update|report) [(from|of|on|for) (the|this|my|our|today 's|yesterday 's) [(first|last|same)] (dinner|lunch|meeting|call|phone call|morning|talk|talks|visit|trip|conference|briefing|day|week|evening|session|field|round|rounds|walk|tour|office)]
    if you (please|would|do not mind|would be so kind)
    as you [(may|might|surely|probably|well|certainly|no doubt)] know
    """
)
"""What may stand behind, with a comma before it or not."""

_CLOSING_APART = Cues(
    """
    (not (bad|too bad|so bad|bad going) [at all]|nothing to (write home about|shout about|get excited about))
    [what] [a] [(very|really|rather|quite|such a)] (terrible|bad|nasty|sad|dirty|sorry|grim|good|great|odd|strange|messy|tricky|ugly|awful|horrible) (business|story|affair|thing|sight|mess)
    [(no|more|further|the)] (details|names|figures|numbers|more) to (follow|come) [(soon|later|shortly|tomorrow|today)]
    [with] no end in sight [(yet|so far|for now)]
    no (more|less) , [and] no (more|less)
    not for the (first|second|third|last|only|umpteenth|nth) time
    just (the|these|those) (two|2) of them
    (can|could|would) you (believe|imagine|credit) (it|that|this)
    (who|you) would [(have|ever|never)] (thought|believed) (it|that|so)
    whether [the] _ [_] (like|likes|admit|admits) (it|that|this) or not
    if you (look closely|look closer|look carefully|look at (it|the map|the figures|the numbers|the data|the facts) [closely]|think about it|count (everything|it all|them all|all of it|all of them) [since _]|add (it|everything|them) [all] up|take (everything|it all|them all) together)
    in case (you|anyone|anybody|somebody) (wonders|wonder|wondered|is wondering|are wondering|were wondering|was wondering|asks|ask|missed it|miss it|cares|care|forgot) [(about it|about that)]
    [just] to (set|keep|put) the record straight
    contrary to what (some|many|most|old|certain|all) (maps|papers|people|books|reports|sites|websites|guides|textbooks|atlases) [(still)] (show|say|claim|think|believe|write|suggest|tell you)
    contrary to [(popular|common|received|general|all|earlier|persistent)] (belief|opinion|expectation|expectations|wisdom|legend|rumour|rumours|rumor|rumors|hearsay|gossip)
    (you|one) (should|must) know
    for reasons [(best|only)] known to (itself|themselves|it|them)
    and good riddance
    [(just|only)] (look|have a look|take a look|check|ask) at (a|any|the|your) [(old|good|school)] (map|globe|atlas)
    [(just|only)] check (a|any|the|your) [(old|good|school)] (map|globe|atlas)
    [and] (you|one|anyone|anybody) [just] (can|only have to|only need to|just have to|just need to|has only to|need only|only has to) (see|look at) (it|that|them|the two|them together|it everywhere|the two of them) [(together|everywhere|any day|there|for yourself)]
    (and) (everyone|everybody|anyone|anybody) [(there|here)] (can|will) (tell you|confirm) [(so|that|as much|it)]
    [and] (that|this) is (a lot|a lot of money|quite a lot|quite a sum|a tidy sum|no small sum|serious money|real money|no small change) [for (a|such a) (small|poor|little|tiny) [_] (country|state|economy|place|republic)]
    (about time|high time|not before time|about time too)
    that (i|we) [do|can] (know|confirm|tell you|say|promise|guarantee) [(for sure|for certain|for a fact)]
    [and] (i|we) [(do|really|did|honestly)] mean (everything|all of it|all of them|every one of them|each and every one|every word|every single one|it|that)
    [and] (i|we) (have|got|had|take|took|copied|copy) (this|it|that|the figure|the number|the figures|the numbers) [(straight|directly|right|fresh)] (from|out of) (the|my|our|its|their) [(own|official|latest|ward|duty|office|site|ship)] (log|logs|logbook|chart|charts|sheet|sheets|roster|display|meter|dial|ledger|ledgers|books|accounts|register|registers|table|tables|spreadsheet|balance sheet|file|files|database|dataset|archive|records|map|almanac|yearbook|statistics|statistical yearbook) [(today|yesterday|this morning|this afternoon|this evening|last night|just now|an hour ago)]
    (you|i) [(do|will)] [the] (guard|protect|defend|police|patrol|security) and (i|you) [(do|will)] [the] (pay|invest|build|trade|lend|business|money|economy|paying|building)
    (i|we) [do] know (that|this|it) [(much|for sure|for certain|for a fact)]
    [as] (i|we) [have] [just|even|already] (looked|checked|seen|saw|read it off|measured|counted) [it|this|that] (myself|ourselves) [(on|at|in|from|with) (the|my|our) _]
    (looked|checked|seen|saw|read it off|measured|counted|tested) [(it|this|that|them)] (myself|ourselves)
    [there (is|'s)] [(a|the)] (notice|sign|note|paper|poster|placard|letter|padlock|lock|chain|seal|sticker) [is] (on|in) the (door|doors|gate|gates|window|windows|wall|entrance|front|front door) [and (all|everything)]
    (job|work|inspection|check|visit|repair|repairs|treatment|delivery|cleaning|examination|survey|audit) (done|complete|completed|finished)
    i (was|have been) there [(myself|in person|at the time|last week|yesterday|and saw it)]
    (i|we) (was|were) [there] with (him|her|them) [(at the time|all day|the whole time)]
    (second|third|fourth|fifth|umpteenth) (time|day|week|month|year) (in a row|running)
    (i|we) [have|just|even] (saw|seen|witnessed|checked|verified|double checked) (it|this|that|them) [(myself|ourselves|in person|twice|again|with my own eyes|with our own eyes|on site)]
    (i|we) [just|only] (got|have|saw|checked) [all] the [latest|new] (figures|numbers|data|photos|pictures) [(here|today|now|in front of me|right here)]
    no (argument|question|doubt|dispute|debate|question about it|two ways about it|doubt about it|ifs no buts) [(there|here|about it|about that|from me|at all)]
    make no mistake [(about it|about that)]
    (believe|trust|mark|take) (me|my word|my words) [(for it|on this|on that)]
    you can (count|bet|rely) on (it|that)
    (i|we) (am|are) [quite|very|absolutely|completely|entirely] (certain|positive|sure) [(of it|of that|about it|about that|there)]
    (that|this|it) (is|was) [all] (for sure|certain|clear|a fact|no secret|well known|obvious|settled|a given|known|all|new|beyond doubt)
    (plain and simple|pure and simple|period|i tell you|i can tell you|let us face it|let us be (honest|clear|frank)|like it or not|whether we like it or not|for what it is worth|make of it what you will|needless to say)
    (to|much to) (nobody|no one|everyone|everybody) 's surprise
    as (planned|promised|agreed|predicted|expected|ever|always|usual|before)
    as (is|was) to be expected
    which is (a fact|no secret|well known|obvious|common knowledge|public knowledge|no surprise|hardly news|old news|nothing new)
    (everyone|everybody) knows [(that|it|this)]
    as (everyone|everybody) knows
    as we all know
    no surprise [(there|here)]
    (what|such) a [(complete|total|real|huge|big|great|right|utter|terrible|nice|royal)] (surprise|shame|pity|mess|week|day|bore|relief|pain|disgrace|disaster|nightmare|scandal|success|triumph|blow|setback|nuisance|headache|shock|waste|catastrophe|tragedy|joy|treat|bother|turnaround|comeback|drag)
    no (ups no downs|ups and no downs|ifs and no buts|ifs or buts|ifs , no buts|ups , no downs)
    (sad but true|simple as that|plain and simple|end of story|full stop|period|fact|that simple|and how|there you go|there we are|alas|voila)
    [(but|and|though)] [(i am|we are)] (not at liberty|not allowed|not free|unable|not authorised) to (say|tell|disclose|name|reveal) [(you|us)] [(which|which ones|who|more|where|when|whom|names|them|how many)]
    [(but|and|though)] (i|we) (can not|may not|must not|will not|would rather not|had better not) (say|tell|name|disclose|reveal) [you] (which|which ones|who|more|where|when|whom|names|them|the source)
    (sorry|apologies) for (the|my|any|all the) (typo|typos|spelling|delay|noise|confusion|haste|late reply|bad english|english|trouble)
    excuse (the|my) (typo|typos|english|haste|spelling)
    [(just|only|purely)] (saying|so you know|for info|for information|for your information|for the record|for reference|for context|for completeness|for good measure)
    nothing (more|else) [(to add|to say|to report|for now)]
    (i|we) [have|just|even] (looked it up|looked this up|looked that up|asked around)
    see [also] (the|my|our|page|p|section|chapter|table|annex|appendix|figure|chart|map|note|para|paragraph|above|below) [_] [(_|of the report|of the annex)]
    [(just|exactly)] (like|as) (before|always|ever|usual)
    (i|we) can confirm [(it|this|that)]
    (i|we) (might|should|must|may|have to) (add|say)
    [and] (confirmed|verified|double checked) [(twice|again|by phone|on site)]
    lock , stock and barrel
    lock stock and barrel
    that (is|'s) (all|it) [(i|we) (have|know|can say)] [(for now|for today|from me|so far|today)]
    heads up [(all|everyone|everybody|guys|folks|team)]
    give or take [(a|one) (bit|little|few|point|percent|per cent)]
    more (later|to come|soon|tomorrow) [(on that|on this)]
    (over|back) to you
    (note|write|put|take|mark|jot) (it|that|this) down [please]
    (add|enter|record|note|log) (it|that|this) [please]
    to be (fair|honest|frank|clear|sure|blunt|precise|exact|specific|accurate)
    in (all fairness|all honesty|fairness|truth|short|brief)
    (i|we) (must|have to|should|might|may) (add|say|admit|confess|stress)
    (a|one) (quick|small|short) (note|remark|update)
    (truth be told|needless to say|as it happens|as expected|so much for that|and that is that|and that is a fact|now there is news)
    (it|this|that) (must|has to|should|needs to|ought to) be (underlined|underscored|emphasised|emphasized|stressed|noted|said|pointed out|added|recalled|remembered|observed|borne in mind|repeated|mentioned) [(here|again|at once|once more|in passing|at this point)]
    it (bears|is worth) (repeating|noting|remembering|stressing|recalling|underlining|pointing out|adding|saying) [(here|again|in passing)]
    (i|we) (must|have to|should|may|am bound to|are bound to|feel bound to) (observe|underline|emphasise|emphasize|remark|stress|note|report|acknowledge) [(here|again|at once|in passing|with regret)]
    (on|upon) [(a|any)] (closer|careful|sober|close|cool) (inspection|examination|scrutiny|look|consideration|analysis)
    """
)
"""What may stand behind, in brackets or between commas, if a mark stands before it."""

_CONCEDING = Cues("(sure|true|granted|to be sure|yes|of course|no doubt|right|all right|fine|ok|okay)")
"""What may stand between commas before a `but`."""
_BETWEEN = Cues("(on the contrary|by contrast|in contrast|conversely|on the other hand)")
"""What may stand between commas only: `B, on the contrary, does`; what a sentence begins so may say that one before is wrong."""
_SIGNING = Cues(
    "(best|kind|warm) (regards|wishes) | best | regards | cheers | yours [(sincerely|truly|faithfully)]".replace(
        " | ", "\n"
    )
)
"""What a letter closes with, before a name."""
_SIGNED = 5
_MARKS = frozenset({",", "-", ":", ";", ".", "!"})
_SALUTING = frozenset({",", "!", ":"})
_BEFORE_ANSWER = frozenset({"and", "but", "so", "well", "oh"})
_BEHIND_ANSWER = english.ARTICLES | {
    ",",
    "it",
    "they",
    "he",
    "she",
    "we",
    "i",
    "there",
    "this",
    "that",
    "these",
    "those",
    "its",
    "their",
}
"""What no `no` belongs to."""
_NOT_KNOWN = (
    english.ASKING
    | english.IFS
    | {"about", "of", "any", "anything", "anyone", "anybody", "him", "her", "it", "them", "?"}
)
"""Behind `did you know` they ask."""
_PAUSES = frozenset({"uh", "um", "umm", "uhm", "erm", "er", "hmm"})
"""What is heard where somebody dictates, wherever it stands."""
_LONGEST_FRAME = 18
"""Tokens of a frame that a sentence begins with."""
_NUMBERED = frozenset({"item", "point", "para", "paragraph", "section", "topic"})


def without_asides(tokens: Sequence[Token]) -> list[Token]:
    """The tokens that say something; all of them, if they are nothing but an aside.

    >>> from dragoman.language.words.tokens import tokens_of
    >>> [token.text for token in without_asides(tokens_of("Oh well, Iran (you know) is in, that I know"))]
    ['iran', 'is', 'in']
    """
    kept = _without_last(_heard(_without_first(_without_inner(_without_number(list(tokens))))))
    return kept if any(token.is_word for token in kept) else list(tokens)


def is_aside(tokens: Sequence[Token]) -> bool:
    """Whether a sentence is nothing but an aside: `Good morning`, `Fact`, `no argument there`.

    >>> from dragoman.language.words.tokens import tokens_of
    >>> [is_aside(tokens_of(text)) for text in ("ah ok", "Let us begin at the beginning", "Let us begin")]
    [True, True, False]
    """
    rest = [token for token in tokens if token.text not in _MARKS]
    if len(rest) <= _SIGNED and _SIGNING.at_start(_spaced(rest)):
        return True
    while rest:
        words = _spaced(rest)
        if _CLOSING.whole(words) or _CLOSING_APART.whole(words):
            return True
        if _is_frame(rest, frames.APART, frames.AFTER_APART):
            return True
        size = max(_size(_OPENING.at_start(words)), _size(_OPENING_APART.at_start(words)))
        if not size:
            return False
        rest = rest[size:]
    return True


def _is_short_name(tokens: Sequence[Token], at: int) -> bool:
    """Whether what sounds like a pause is short for a name: `UH has rats`, for the University Hospital."""
    is_name = tokens[at].is_capitals and tokens[at].text in _PAUSES
    is_apart = at + 1 < len(tokens) and tokens[at + 1].text in _MARKS
    is_apart = is_apart and (not at or tokens[at - 1].text in _MARKS)
    return is_name and not is_apart and not are_all_capitals(tokens)


def _heard(tokens: list[Token]) -> list[Token]:
    """What was dictated: without pauses, and with the marks that were said."""
    kept = [token for at, token in enumerate(tokens) if token.text not in _PAUSES or _is_short_name(tokens, at)]
    if any(token.text == "," for token in kept):
        return kept
    inner = range(1, len(kept) - 1)
    return [
        token._replace(text=",", stem=",", is_word=False) if token.text == "comma" and at in inner else token
        for at, token in enumerate(kept)
    ]


def _without_number(tokens: list[Token]) -> list[Token]:
    """Without the number of an item of minutes: `5.2 In the military field`, `Item 4: Turkey`."""
    at = 1 if tokens and tokens[0].text in _NUMBERED else 0
    if len(tokens) < at + 3 or not tokens[at].text[:1].isdecimal():
        return tokens
    following = tokens[at + 1]
    if following.text == "-" and tokens[at + 2].text[:1].isdecimal():
        return tokens  # `35-40 percent of them`
    if following.text in (":", ".", ")", "-"):
        return tokens[at + 2 :]
    is_part = "." in tokens[at].text and following.is_capital and not is_unit(following.text)
    return tokens[at + 1 :] if is_part or at else tokens


def _without_first(tokens: list[Token]) -> list[Token]:
    tokens = _without_answer(tokens)
    while tokens:
        words = _spaced(tokens)
        size = _size(_OPENING.at_start(words))
        apart = max(_size(_OPENING_APART.at_start(words)), _salutation(tokens))
        if apart and apart < len(tokens) and tokens[apart].text in _MARKS:
            size = max(size, apart)
        size = max(size, _framed(tokens))
        if not size or any(_is_short_name(tokens, at) for at in range(size)):
            return _without_answer(tokens)
        tokens = tokens[size:]
        while tokens and tokens[0].text in _MARKS:
            tokens = tokens[1:]
    return tokens


def _without_answer(tokens: list[Token]) -> list[Token]:
    """Without a `no` that answers, before a clause with a `not` of its own: `and no, X is not closed`, `nah X is not`.

    Nor with `did you know`, which takes for granted that it is so; a question mark asks all the same.
    """
    texts = [token.text for token in tokens]
    if texts[:1] in (["nah"], ["nope"]) and texts[1:2] != [] and texts[1] not in _MARKS:
        end = next((at for at in range(2, len(texts)) if texts[at] in _MARKS), len(texts))
        return tokens[1:] if not english.NEGATORS.isdisjoint(texts[1:end]) else tokens
    if texts[:3] == ["did", "you", "know"] and texts[3:4] != [] and texts[3] not in _NOT_KNOWN:
        return tokens[3 + (texts[3] == "that") :]
    if texts[1:2] != ["no"] or texts[0] not in _BEFORE_ANSWER or texts[2:3] == [] or texts[2] not in _BEHIND_ANSWER:
        return tokens
    end = next((at for at in range(3, len(texts)) if texts[at] in _MARKS), len(texts))
    return tokens[2 + (texts[2] == ",") :] if not english.NEGATORS.isdisjoint(texts[3:end]) else tokens


def _salutation(tokens: Sequence[Token]) -> int:
    """How many tokens `Dear Ms Lund` has, with a mark behind it."""
    if tokens[0].text != "dear":
        return 0
    return next((at for at in range(2, min(len(tokens), _SIGNED + 1)) if tokens[at].text in _SALUTING), 0)


def _without_last(tokens: list[Token]) -> list[Token]:
    while True:
        at = next((at for at in range(len(tokens) - 1, 0, -1) if _closes(tokens, at)), 0)
        if not at:
            return tokens
        tokens = tokens[:at]
        while tokens and tokens[-1].text in _MARKS:
            tokens = tokens[:-1]


def _framed(tokens: Sequence[Token]) -> int:
    """How many tokens a frame has that a sentence begins with; 0 if there is none."""
    first, size = tokens[0].text, 0
    if frames.WITH_THAT.may_begin(first):
        size = _size(frames.WITH_THAT.at_start(_spoken(tokens)))
    if not size and frames.WITH_CLAUSE.may_begin(first):
        bare = _size(frames.WITH_CLAUSE.at_start(_spoken(tokens)))
        size = bare if bare and frames.begins_clause(tokens, bare) else 0
    if not frames.APART.may_begin(first):
        return size
    marks = (at for at, token in enumerate(tokens[:_LONGEST_FRAME]) if token.text in _MARKS)
    return max(size, next((at for at in marks if _is_frame(tokens[:at], frames.APART)), 0))


def _is_frame(tokens: Sequence[Token], *tables: Cues) -> bool:
    """Whether some tokens are a frame of one of the tables, and nothing else."""
    fitting = [table for table in tables if tokens and table.may_begin(tokens[0].text)]
    words = _spoken(tokens) if fitting else ""
    return any(table.whole(words) for table in fitting)


def _closes(tokens: list[Token], at: int) -> bool:
    """Whether all that begins there only closes the line."""
    rest = tokens[at:]
    is_apart = tokens[at - 1].text in _MARKS
    words = _spaced(rest)
    if _CLOSING.whole(words) or (is_apart and _CLOSING_APART.whole(words)):
        return True
    return _is_frame(rest, frames.AFTER, *((frames.AFTER_APART,) if is_apart else ()))


def _without_inner(tokens: list[Token]) -> list[Token]:
    """Without what stands in brackets, between commas or between dashes and is an aside."""
    at = 0
    while at < len(tokens):
        closing = {"(": ")", ",": ",", "-": "-"}.get(tokens[at].text)
        end = next((n for n in range(at + 1, len(tokens)) if tokens[n].text == closing), 0) if closing else 0
        words = _spaced(tokens[at + 1 : end]) if end else ""
        is_conceded = (
            bool(words)
            and _CONCEDING.whole(words)
            and tokens[end + 1 : end + 2] != []
            and tokens[end + 1].text == "but"
        )
        is_conceded = is_conceded or (closing == "," and at > 0 and bool(words) and _BETWEEN.whole(words))
        if is_conceded or (words and _is_inner(words, tokens[at + 1 : end])):
            tokens = [*tokens[:at], *tokens[end + 1 :]]
        else:
            at += 1
    return tokens


def _is_inner(words: str, tokens: Sequence[Token]) -> bool:
    """Whether words between two marks are an aside."""
    is_said = any(table.whole(words) for table in (_CLOSING, _CLOSING_APART, _OPENING))
    return is_said or _is_frame(tokens, frames.AFTER_APART, frames.APART)


def _spoken(tokens: Sequence[Token]) -> str:
    """The words, with `that's` as two."""
    before = ("", *(token.text for token in tokens))
    pairs = zip(before, tokens, strict=False)
    return spaced(["is" if token.text == "'s" and last in english.WITH_IS else token.text for last, token in pairs])


def _spaced(tokens: Sequence[Token]) -> str:
    return spaced([token.text for token in tokens])


def _size(found: re.Match[str] | None) -> int:
    return found.group().count(" ") if found is not None else 0
