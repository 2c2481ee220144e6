"""What somebody says of himself, of his telling, or to whom he tells it, beside what he tells.

    one more before my coffee gets cold: A is leaving B     ->  A is leaving B
    I checked it twice, trust me: A is leaving B            ->  A is leaving B
    A and B, bless them, are leaving                        ->  A and B are leaving
    so I added up the tickets and A has 900 visitors        ->  A has 900 visitors
    A is not closed, I am sitting in it right now           ->  A is not closed

What is left out is known by its form, and no word in it may doubt, deny, date or frame what is told, say whose word it is, or
be of the rulebook's world: `one for my novel`, `one thing I heard`, `I checked, and it is gone` stay, and so nothing is told.
Only a sentence of which something was left over is looked at so.
"""

from __future__ import annotations

import re
from collections.abc import Set
from itertools import chain, pairwise

from dragoman.language.grammar.lexicon import ANY, GOVERNMENT, NAME
from dragoman.language.line.framed import TURNS
from dragoman.language.line.line import Line
from dragoman.language.line.mentions import PRONOUN
from dragoman.language.turns.renamed import is_of_then
from dragoman.language.words import english, hedges
from dragoman.language.words.cues import Cues, spaced
from dragoman.language.words.effects import Effect
from dragoman.language.words.tokens import Token

_TIMES = (
    "(twice|again|now|today|yesterday|three times|several times|many times|this morning|this afternoon|this evening|last night"
    "|just now|a minute ago|an hour ago|earlier|first thing|right now|right here|here|on monday|on tuesday|on wednesday|on thursday"
    "|on friday|on saturday|on sunday|at noon|at lunch|before lunch|after lunch|all day|all morning|all evening|all week)"
)
_MYSELF = "(myself|ourselves|in person|personally|with (my|our) [own] [two] eyes|with my own two eyes|to be sure|to make sure|just in case)"
_KINDS = "(funny|odd|curious|strange|interesting|quick|small|little|tiny|short|last|final|next|other|more|new|fresh|further|good|bad|great|sad|big|important|serious|random|useful|handy|nice|weird|quick little|first|second|third|extra|additional|dry|boring|simple)"
_ITEMS = "(thing|one|note|notes|word|words|bit|item|items|line|lines|detail|details|point|points|fact|facts|update|updates|number|numbers|figure|figures|news|tidbit|titbit|nugget|snippet|remark|observation|entry|addition|piece of news|piece of information|bit of news)"
_MEANWHILE = "(coffee|tea|soup|lunch|dinner|food|pizza|toast|break|shift|day|night|weekend|meeting|call|bus|train|tram|taxi|flight|class|phone|battery|laptop|boss|kids|baby|dog|bath|beer)"
_WHILE = (
    f"(before (my|our|the) [(next|last|morning|evening)] {_MEANWHILE} (gets cold|goes cold|cools|is cold|is over|is up|is empty|ends|starts|begins|leaves|comes|arrives|calls|departs|goes|dies|runs out|boards|wakes up)"
    "|before (i|we) (go|leave|forget|sleep|eat|board|start|run|stop|log off|sign off|hang up|head off|head home|go home|go to bed|turn in|get back to work|call it a day|catch (my|the|our) (bus|train|flight|tram)) [again]"
    f"|while (my|our|the) {_MEANWHILE} (is|are) (cooling|brewing|boiling|coming|late|waiting|charging|asleep|running|loading)"
    "|while (i|we) (wait|am waiting|are waiting|still can|have you|am at it|are at it|remember) [for (my|our|the) (bus|train|flight|tram|coffee|tea|lunch|call|meeting)])"
)
_FOR = (
    "((for|to) (my|our|your|the) [(own|next|little|small|weekly|daily|monthly|monday|morning|evening|sunday)]"
    " (piece|article|notebook|file|files|notes|report|reports|log|diary|desk|boss|editor|editors|colleague|colleagues|team|office|newsletter|bulletin|minutes|record|records|archive|board|spreadsheet|table|tables|readers|newsroom|statisticians|accountants|number crunchers|number lovers|briefing|memo)"
    f"|for (you|me|us|all of you|everybody|everyone)|{_WHILE}"
    "|from (me|us|here|the field|the road|the ground|the spot|my desk|my end|our end|my side|my notes|my notebook|our notes|the day|the morning|this morning|the night shift|the morning shift)"
    "|(in|on) (my|our) (notes|notebook|way home|rounds|round|desk|newsroom|office))"
)
_LEAD = "[(and|but|oh|so|well|ok|okay|right|now|also|yes|yeah|hey|hm|ah|then|anyway)] [(and|but|oh|so|well|ok|okay|right|now|also|yes|yeah|no)]"

_FIRST = Cues(
    f"""
    {_LEAD} [(here is|here are|here comes|that is|this is|there is|i have|we have|i have got|still|just|only)] [(a|an|the|some|my|our|just|only|two|three|four|a few|another|one|yet another)] [{_KINDS}] [{_KINDS}] {_ITEMS} [more] [{_FOR}] [{_WHILE}]
    {_LEAD} [(here is|here are|here comes|this is|there is)] [(another|one|two|something|something else)] [more] {_FOR}
    {_LEAD} [(here is|here are|here comes|this is)] (another one|one more|one last one|a last one|something else|something new) [{_FOR}]
    {_LEAD} (something|one thing|the thing|a thing|what) (nobody|no one|everyone|everybody|few) [(here|in (my|our|the|this) (office|newsroom|department|team|building|house|town|city))] [(should|must)] [(all|also|already)] (noticed|notices|knows|know|saw|overlooked|forgets|forget|miss|missed|talks about)
    {_LEAD} for (the|my|our|your) (file|files|record|records|log|books|archive|minutes|notes|notebook|diary|board|weekly report|daily report)
    {_LEAD} (strange|funny|odd|sad|weird|crazy|incredible|curious) (but true|to say|to tell|thing)
    """
)
"""What announces that something is told, before a colon or a comma."""

_OF_HIMSELF = Cues(
    f"""
    {_LEAD} (i|we) [(have|did|just|even|already|personally|really|also|only)] [(just|even|already|personally|double|double -|re)] (checked|verified|counted|measured|weighed|rechecked|recounted|recorded) (it|this|that|them|everything|all of it|all of them|all of that|twice|(the|my|our|both|all) [_] _) [(for (myself|ourselves|you))] [{_MYSELF}] [{_TIMES}]
    {_LEAD} (i|we) [(have|just|also)] (added|counted|wrote|written|noted) up (the|my|our|all|all the|both) [_] _ [{_TIMES}]
    {_LEAD} (i|we) [(have|just|also|even)] (had|took|taken) (a|another|one more|a second) [(close|closer|good|long|quick|second)] look [(at|through|into) (it|this|that|them|the _|my _|our _)] [{_MYSELF}] [{_TIMES}]
    {_LEAD} (i|we) [(have|just|also|even)] (spent|sat|stood|worked|stayed) (all|the|my|our|a|two|three|half|half the|half a) [(whole|entire)] (day|days|morning|afternoon|evening|night|hour|hours|week) (in|at|on|with|through|over|there|here) [(the|my|our)] [_]
    {_LEAD} [(i|we)] [(am|are|have)] [(just|only just)] [got] off the (phone|line|call) [with (someone|somebody|a colleague|them|my colleague|my contact|our contact|the others)] [{_TIMES}]
    {_LEAD} (i|we) [(am|are|have|just|only)] (got back|came back|back|returned|home) from (the|my|our|a) _ [{_TIMES}]
    {_LEAD} (i|we) [(have|just|also|even)] had (lunch|dinner|breakfast|supper|coffee|tea|a coffee|a beer|a drink|a chat|a word) with (them|him|her|(half|some|all|most|both|one|two|three|a few|several) of them) [{_TIMES}]
    {_LEAD} (i|we) [(have|just|also|even)] (looked|walked|went|gone) (through|over) (the|my|our|all|all the) [_] _ [{_MYSELF}] [{_TIMES}]
    {_LEAD} [(i|we)] [(have|just|have just|only)] (took|did|made|taken|done|made|had) (soundings|a sounding|[(the|some|a few|more)] (measurements|readings)|a reading|a (count|headcount|recount)|a test|(the|my|our) [(morning|daily|evening|usual)] (rounds|round|walk)|an inspection|a (check|survey|walk round|walkround|look round|look|closer look|second look)|stock) [(of it|at it|of them|at them|round|there)] [{_MYSELF}] [{_TIMES}]
    {_LEAD} [(i|we)] [(was|were|have been|have just been|been|just been|am|are|just)] [just] (back from there|back from (the|my|our) (rounds|round|walk|visit|inspection)|on site|on the spot|over there|down there|up there|there|by|round there) [{_MYSELF}] [{_TIMES}]
    {_LEAD} [(i|we)] [(have|just|have just)] (came|come|walked|drove|driven|cycled|sailed|passed) [(right|straight|just)] (past|by|from there|back from there|through|over there) [(it|there|them)] [{_TIMES}]
    {_LEAD} [(i|we)] (am|are) looking (at it|right at it|straight at it) [{_TIMES}]
    {_LEAD} (i|we) [(have|just|also|even)] (walked|drove|driven|went|gone|cycled|passed) (past|by) (it|them|there) [{_TIMES}]
    {_LEAD} (i|we) [(have|just|also|even|really)] (saw|seen|witnessed|read it off|photographed|filmed) (it|this|that|them) [all] ({_MYSELF}|{_TIMES}) [{_TIMES}]
    {_LEAD} (i|we) (am|are|was|were) [(still|just|even|also|actually)] (sitting|standing|working|living|writing this|typing this|calling) (in|at|on|by|from|there|here|in front of|next to|outside|inside|right|near) ...
    {_LEAD} (i|we) (am|are) [(so|very|really|quite|rather|still|a bit|a little|totally)] (cold|freezing|frozen|hungry|thirsty|tired|exhausted|late|busy|shocked|furious|angry|annoyed|happy|glad|pleased|relieved|delighted|amazed|astonished|impressed|speechless|baffled|stunned|sad|sorry|proud) [(about|at|with|by) (it|this|that|him|her|them)] [(in|on|at|under) (my|our) [_] _] [{_TIMES}]
    """
)
"""What somebody did to know it, and how he feels or where he is meanwhile."""
_SOMEBODY_CAME = Cues(
    f"""
    [(my|our|the|a|an|one of my|one of our)] [_] _ [('s|has|have|is|just|only)] [(just|only|also|already|now)] ((called|rang|phoned|texted|messaged|emailed) [(in|up|back|me|us)]|came (by|round|over|in|out)|popped (in|by|round)|looked in|been (in|by|down|up|out|over|round|here|there|to see it|to look at it)|been|(checked|inspected|tested|measured|counted|examined|surveyed|confirmed) (it|them|this|that|everything|all of it|the lot)|checked|(had|took|taken) a [(good|close|closer|quick|long|second|proper)] look [(at (it|them)|round)]|looked [(at|into|over) (it|them)]) [{_MYSELF}] [{_TIMES}]
    """
)
"""Who came, called or looked before it is told; he is not said to have said it."""
_SAYINGS = Cues(
    f"""
    {_LEAD} [just] between (you and me|us|ourselves|us two|the two of us|you me and the (lamppost|gatepost|bedpost|wall)|you and me and the (lamppost|gatepost|bedpost|wall))
    {_LEAD} (get|hear|note|mark) this
    {_LEAD} (relax|calm down|keep calm|stay calm|chill|breathe|rest assured|take it easy|cheer up|good grief) [(everyone|everybody|all|people|folks|now|please)]
    {_LEAD} (since|as) you (ask|asked|insist|mention it) [so] [(nicely|kindly|politely)]
    {_LEAD} this (one|bit|part|thing) (is|was) (easy|short|quick|simple|for free|for you|important|interesting|worth noting|new|fun|quickly told)
    {_LEAD} you (will|are going to) (like|love|enjoy|hate) (this|that) [one]
    {_LEAD} [i] (nearly|almost) forgot [(this|this one|about this|to say|to mention it|to add)]
    {_LEAD} (i know|i am sure) (you do not care|nobody cares|nobody asked|you know this|you know this already|this is boring|it is boring)
    {_LEAD} call me (boring|pedantic|old fashioned|a pedant|a bore|a nerd)
    {_LEAD} laugh (if|as much as) you (like|want|must|will)
    {_LEAD} for the (umpteenth|hundredth|nth|thousandth|tenth) time
    {_LEAD} (i|we) [have] said it before and [(i|we)] will say it again
    {_LEAD} not to (bore|worry|scare|alarm) (you|anyone|anybody|everyone)
    (as|like) (i|we) (keep|kept|never tire of) (telling|saying|repeating|reminding) [(you|people|everyone|everybody|them|my students|my readers|my colleagues)]
    and do not let (anyone|anybody|them) (tell you|fool you|convince you) [(otherwise|differently|it is not)]
    which (my|our) (students|readers|colleagues|pupils|guests|children) (always|often|keep|still|never) (get wrong|getting wrong|forget|forgetting|remember|mix up|mixing up)
    there [,] (i|we) said it
    (duh|wow|simples|booyah)
    {_LEAD} you (asked|wanted|requested) [(me|us)] [for] (it|this|that|numbers|figures|facts|details|news|an update|more|one more|another one)
    {_LEAD} [just] (if you must know|so you know|so that you know|so you are aware|so we are clear|for those who care|brace yourself|brace yourselves|pay attention|mark my words|you heard it here first|wait for it|let that sink in|think about it|think about that)
    (spoiler|spoiler alert|fun fact|not so fun fact|breaking|breaking news|hot off the press|psa|newsflash|reality check|icymi|full disclosure)
    (so there|just like that|no less|as simple as that)
    [(but|and)] [(the|my|full|a|all|more|our)] (report|details|paper|papers|photo|photos|pictures|note|notes|protocol|certificate|form|invoice|receipt|numbers|figures|minutes|documents) (is|are|will be) [not|now|also|still|already] (in|on|with|attached|to follow|below|above|here|enclosed|there) [(the|my|your|our)] [(file|files|folder|desk|drive|server|system|cabinet|archive|drawer|post|mail|office)]
    {_LEAD} [you can] [just] (take|make) (it|this|that|of it|of that|of this) (as|how|what|however) you (like|will|want|please|wish)
    {_LEAD} before you (ask|start|object|wonder|say anything|say a word|jump on me|panic) [(about it|me)]
    [(god|lord|heaven)] bless (them|him|her|it|us|you|(his|her|their|its|your) [(little|dear|old|poor|cotton)] (heart|hearts|soul|souls|socks))
    [and] (can|could|would) you (believe|imagine) (it|that|this)
    [(and|but)] (you|they|nobody|no one) (will|would) [not|never] [(guess|believe)] (guess|believe) (it|that|this)
    [(and|but)] (you|they) (will|would) never guess
    [(i am|we are)] [so|very|really|truly] (sorry|sad|glad|happy|pleased|proud|ashamed|embarrassed|relieved|delighted) (to (say|report|tell|tell you|admit|announce|add)|to have to say)
    [i] kid you not
    no (joke|kidding|lie|joking)
    [(but|and|so)] (it|that|this) (does|did|will|would|can|could) (not|never) hurt to (write|note|put|say|mention|repeat|know|record|add|remember) [(it|this|that)] [(down|again|once more|here)] [(here|again)]
    (does|did|will|would|can|could) (not|never) hurt to (write|note|put|say|mention|repeat|know|record|add|remember) [(it|this|that)] [(down|again|once more|here)] [(here|again)]
    [(please|so|but)] do not (worry|panic|fret|get me wrong|be alarmed|ask [me] (why|how) [(i|we) know [(it|this|that)]]) [(about it|please|everyone|everybody|all)]
    [(so|and)] (nobody|no one) (has|needs) to (worry|panic|fret|(worry|panic|fret) about (it|that|this)|(talk|speak) (of|about) (a|an|any|the) _)
    [so] (there is|there 's) no need to (worry|panic|fret|(talk|speak) (of|about) (a|an|any|the) _)
    no (worries|need to (worry|panic|fret)|reason to (worry|panic)|cause for alarm) [(though|everyone)]
    (hand on heart|hand on my heart|cross my heart|scouts honour|on my honour|word of honour|on my word|upon my word)
    i (swear|promise|swear it|swear to you|promise you|guarantee it|guarantee you)
    [oh] (thank|thanks to) (god|goodness|heavens|heaven|the lord)
    (god|heaven|heavens|goodness|lord|who) [only] knows (why|how|since when)
    for (crying out loud|god 's sake|heaven 's sake|goodness sake|pete 's sake)
    [the] poor (things|thing|souls|soul|guys|lads|sods|people|folks|folk|dears|beggars|chaps|blokes|man|woman|devils|fellows)
    (go figure|fancy that|how about that|what about that|would you believe it|what do you know|imagine that|who knew|good lord|good grief)
    who would have (thought|guessed|known|imagined) [(it|that|so)]
    [(just|simply|absolutely|totally|pretty|really|so|quite|completely|utterly)] (crazy|wild|nuts|bonkers|bananas|mental|brutal|harsh|ouch|grim|horrible|horrid|awful|terrible|dreadful|ghastly|nasty|unbearable|appalling|frightful|annoying|maddening|infuriating|shocking|scary|impressive|amazing|astonishing|typical|classic|incredible stuff|crazy stuff|wild stuff|great stuff|crazy times|strange times|good stuff|yuck|eww|ew|yay|hooray|hurray|hurrah|bravo|sigh|grr|meh) [(actually|really|honestly|i know|stuff)]
    [and] it [(really|sure|does|clearly|still|must|just)] (really|hurts|hurt|stings|sting|rankles|irks|bugs|annoys|bothers|shows|show) [(them|him|her|us|me|everyone)] [(badly|a lot|so much|deeply|every day|too)]
    (lovely|great|nice|awful|terrible|beautiful|horrible|good|bad) (weather|food|place|trip|city|town|people|coffee|wine|hotel|view|service|beer|lunch|dinner|tea)
    [(and|but)] (it is|its|it 's|that is|this is) [(all|just|really|so|kinda|kind of|sorta|sort of|pretty|very|quite|honestly|a bit|super|totally)] (infuriating|outrageous|disgraceful|shameful|shocking|annoying|maddening|heartbreaking|tragic|a scandal|a disgrace|a shame|an outrage|a pity|unbearable|cute|wild|crazy|nuts|weird|insane|bonkers|mental|adorable|sweet|a whole thing|a thing|a big deal|a big thing|kind of a big deal|a lot|so much|something)
    [and] (people|everyone|everybody|residents|locals|neighbours|folks|the neighbours|the locals) (is|are) (angry|furious|upset|unhappy|fed up|worried|scared|frightened|anxious|desperate|livid|up in arms) [(about it|about this|about that)]
    (is|it is|that is|this is|its) [a] (big|huge|real|serious|great) (problem|nuisance|headache|worry|mess|pain)
    (typical|lovely|great|crazy|mad|funny|incredible|unbelievable|amazing) (is not|was not) it
    (my|our|the) (inbox|phone|mailbox|desk|switchboard|hotline|email) is (heaving|exploding|overflowing|melting|on fire|ringing off the hook|bursting|swamped)
    (daylight robbery|highway robbery|a rip off|what a rip off|a bargain|a steal|a disgrace|a scandal|an outrage|a shame|outrageous|ridiculous|absurd) [if you ask me]
    (ngl|smh|fr|no cap|tbf|ftr|jsyk|lemme tell you|let me tell you|i tell you what|tell you what)
    """
)
"""What may be said before, within or behind it, in fixed words."""
_ANYONE = Cues(
    """
    as (anyone|anybody|everyone|everybody) who (has [(ever|once|just)] (been|lived|worked|stood|sat|walked|eaten|travelled|driven|shopped|turned on (a|the) (tv|television|radio)|watched (tv|television)|listened to the radio)|lives|works|eats|shops|travels|drives|watches (tv|television)) ... (knows|can tell you|will tell you|can confirm|will confirm|can see|has seen|will know)
    """
)
"""That anyone knows it who was there, wherever that was."""
_VISITS = Cues(
    """
    [(so|and|ok|okay|well)] (i|we) [(have|just|only|also|even)] (was|were|been|went|came|got|ate|dined|visited|stopped|dropped|popped|walked|drove|stayed|called) [(by|in|into|over|back|round|past|out|just)] [(at|to|in|from|by|into|past)] [the]
    [(so|and|ok|okay|well)] [(i|we)] [(have|just|only|also|even)] (had (lunch|dinner|breakfast|coffee|a coffee|a beer|a meal|a drink|a bite|a snack|a look|a chat|supper)|ate|dined|visited|dropped|popped|stopped|went) [(by|in|into|over|back|round|past|out)] [(at|to|in|from|by|into|past)] [the]
    """
)
"""Where somebody says that he was, before its name."""
_NEWS = Cues(
    f"{_LEAD} [some] [more] (good|great|bad|sad|big|latest|fresh|nice|terrible|wonderful) news (from|at) [the]"
)
"""Of whom there is news, before his name."""
_WHEN = Cues(
    f"""
    {_TIMES} [{_TIMES}]
    (last|this) (week|month|year|night|weekend|summer|autumn|winter|spring|monday|tuesday|wednesday|thursday|friday|saturday|sunday)
    (for|over|after|at|during) (lunch|dinner|breakfast|a meal|a meeting|a coffee|the weekend) [{_TIMES}]
    """
)
_LAST = Cues(
    f"""
    (i|we) [(just|have|have just|even|already)] (checked|looked|verified|double checked) [{_TIMES}]
    (total|totally|pure|big|major|such|serious) _ (vibes|vibe|energy|mood)
    sorry [(folks|guys|everyone|everybody|all|mate|friends|to say)]
    (seen|spotted|noticed|photographed|filmed|witnessed) (by (me|us|the|a|an|our|my|one of the|one of our) [_] [_]|with (my|our) own eyes) [at] [_] [{_TIMES}]
    """
)
"""What may be said behind it only: between two it corrects."""
_EXPLAINING = Cues(
    """
    (it|that) (is|was) [really] (only|just) [(a|an|the|some|a bit of|a few)] [_] _
    [and] (all|everything) (is|'s) (quiet|calm|peaceful|in order) [(there|here|now|again)]
    """
)
"""What it is, or was, instead: behind a denial."""
_SO_WE = Cues(
    """
    [(and|so|which is why|that is why)] (i|we) (had|have|has|will have|need|needed) to (look|go|shop|search|turn|buy|order|find|switch|move|wait|drive|walk|eat|leave|cancel|pay|travel|cope|manage|improvise|wash|cook) [(for|to|at|on|with|up|out|round|around)] [(the|a|an|our|my|something|somewhere|someone)] [(else|elsewhere|_)] [(now|again|_)]
    [(and|so|which is why|that is why)] (i|we) (am|are) (running out of|losing|switching to|moving to|looking for|shopping for|staying out of|leaving with|down to) [(the|a|our|my|all|other)] (options|ideas|patience|time|sleep|something else|someone else|another one|another place|nerve|hope|money) [for (my|our|the) (patients|guests|customers|readers|people|visitors|passengers|pupils|students|kids|crew|staff)]
    """
)
"""What follows from it for those who tell it."""
_NO_MATTER = Cues(
    """
    [(and|though|but)] (nobody|no one|hardly anyone|hardly anybody|few|not many|only few|everyone|everybody) (in|at|on|of|from|here|there|around) ... (noticed|notices|saw it|has noticed|has seen it|seems to notice|talks about it|mentions it|told us|wrote about it|reported it|cares)
    [(and|though|but)] (nobody|no one|hardly anyone|hardly anybody|few|not many|everyone|everybody) (noticed|notices|has noticed|talks about it|mentions it|wrote about it|reported it)
    """
)
"""That hardly anybody took notice takes it for granted (factive, after Kiparsky and Kiparsky): before a colon only."""
_AUDITS = "(audit|inspection|count|check|price list|prices|statistics|stats|readings|measurements|results|test results|lab results)"
_FOUND = Cues(
    f"""
    {_LEAD} [(the|a|our|this week's|today's)] (last|latest|newest|new|recent|most recent|annual|yearly|monthly|weekly) {_AUDITS} [(is|are)] [in] [{_TIMES}]
    {_LEAD} [(just|i|we)] [(just|have|have just)] (got|received|opened|read) (the|a|our) [(last|latest|newest|new|recent|monthly|weekly)] {_AUDITS} [{_TIMES}]
    """
)
"""In what it was found: before a colon only."""
_FRAMING = frozenset(
    english.lines(
        """
        novel | novels | fiction | story | stories | script | play | plays | tale | dream | dreams | dreamt | scenario | quiz | game | games | list
        rumour | rumours | rumor | rumors | joke | jokes | sketch | wish | wishes | plan | plans | planning | forecast | prediction | predictions
        bet | bets | guess | guesses | hypothesis | exam | debate | essay | poem | song | film | movie | column | satire | cartoon | headline
        title | quote | quotes | translation | exercise | example | future | past | history | old | former | yesterday | tomorrow | next | previous
        draft | drafts | imagination | fantasy | hopes | fears | fear | hope | bucket | agenda | proposal | suggestion | suggestions | wishlist
        news | paper | papers | internet | web | wikipedia | facebook | twitter | telegram | online | tv | radio | press | media | blog | website
        chat | forum | gossip | hearsay | opinion | opinions | view | views | theory | idea | ideas | claim | claims | enemies | opponents
        who | whom | which | where | when | whose | believe | believes | think | thinks | hear | heard | conspiracy | simulation | case | make | made
        wrong | fake | false | lie | lies | mistaken | mistake | error | imaginary | hypothetical | counterfactual | test | tests | demo | deck
        fortune | astrologer | astrologers | psychic | clairvoyant | oracle | prankster | troll | hoaxer | liar | crank | madman | parrot
        simulator | bubble | memory | crystal | ball | satirist | novelist | comedian | cartoonist | fantasist | screenplay | screenwriter
        """
    )
)
"""Words that may make of what is told a tale, a plan, a hearsay or something that was once."""
_BLOCKING = (
    TURNS
    | _FRAMING
    | hedges.SAYING
    | hedges.DENYING
    | hedges.TALES
    | hedges.FINDING
    | english.IFS
    | english.MODALS
    | frozenset(english.CEASING)
    | english.NEGATORS
)
_SAID_OF = frozenset({Effect.NONE, Effect.NARROWS, Effect.PAST, Effect.BYGONE, Effect.WITH_NEGATION, Effect.PLACE})
_MARKS = frozenset({",", ":", "-"})
_ANSWERING = frozenset({"and", "but", "so", "no", "yes", "well", "oh", "yeah", "nope", "yep", "ok", "right", "now"})
"""Words that stand before a remark and say nothing without it."""
_PLACES = frozenset({NAME, GOVERNMENT, ANY})
_STARTS = frozenset(
    {
        "i",
        "we",
        "so",
        "and",
        "ok",
        "okay",
        "well",
        "had",
        "ate",
        "dined",
        "visited",
        "dropped",
        "popped",
        "stopped",
        "went",
    }
)
_NO_SOMEBODY = (
    english.BE
    | english.HAVE
    | english.DO
    | english.ASKING
    | english.PRONOUNS
    | {"i", "we", "you", "after", "before", "while", "as", "and", "or"}
)
"""What no clause begins with that says only who came."""
_NEAR = 6
_LEAST = 3
"""Tokens that must be left."""
_LONGEST = 18
"""Tokens of one such stretch."""


def without_chatter(line: Line) -> list[Token] | None:
    """The tokens of a sentence without what its speaker says beside it; None if there is nothing of the kind."""
    if _MARKS.isdisjoint(line.texts) and line.texts[0] not in _STARTS:
        return None
    if (met := _where_he_was(line)) is not None:
        return met
    dropped = {*_first(line), *_in_brackets(line)}
    marks = [at for at, text in enumerate(line.texts) if text in _MARKS and at not in dropped]
    last = len(line)
    for at in reversed(marks):
        is_denied = not english.NEGATORS.isdisjoint(line.texts[:at])
        if not _is_chat(line, at + 1, last, _OF_HIMSELF, _LAST, _SO_WE, *((_EXPLAINING,) if is_denied else ())):
            break
        dropped.update(range(at, last))
        last = at
    for at, end in pairwise(marks):
        if at in dropped or end in dropped or not _is_chat(line, at + 1, end, _OF_HIMSELF):
            continue
        is_clause = not {"i", "we"}.isdisjoint(line.texts[at:end])
        if _ANSWERING.issuperset(line.texts[:at]):  # `and no, before you ask, A is not ...`
            dropped.update(range(end + 1))
        elif line.texts[at - 1] not in english.NEGATORS:
            dropped.update(range(at, end + (not is_clause)))
    kept = [token for at, token in enumerate(line.tokens) if at not in dropped]
    return kept if dropped and len(kept) >= _LEAST else None


def _in_brackets(line: Line) -> set[int]:
    """What stands in brackets and is such a saying."""
    start = next((at for at, text in enumerate(line.texts) if text == "("), -1)
    end = next((at for at, text in enumerate(line.texts) if text == ")"), 0)
    return {*range(start, end + 1)} if 0 <= start < end and _is_chat(line, start + 1, end, _OF_HIMSELF) else set()


def _where_he_was(line: Line) -> list[Token] | None:
    """What somebody tells of where he says that he was: `I was at the Lion yesterday, they have mice`."""
    aside = _in_brackets(line)
    tokens = [token for at, token in enumerate(line.tokens) if at not in aside]
    texts = [token.text for token in tokens]
    words = spaced(texts)
    news = _NEWS.at_start(words) if "news" in texts[:_NEAR] else None
    found = news or (_VISITS.at_start(words) if texts[0] in _STARTS else None)
    start = found.group().count(" ") if found is not None else 0
    named = (
        next((m for m in line.mentions[start] if m.kind in _PLACES and not aside.intersection(range(m.end))), None)
        if 0 < start < len(line)
        else None
    )
    if named is None or english.NEGATORS.intersection(texts[: named.end]):
        return None
    if not hedges.TALES.isdisjoint(texts) or ("month" not in texts and is_of_then(line)):  # `in a dream`, `years ago`
        return None
    end = next((at for at in range(named.end, len(texts)) if texts[at] in (",", "and", ":", "-")), 0)
    if not end or (end > named.end and not _WHEN.whole(spaced(texts[named.end : end]))):
        return None
    while end < len(texts) and (texts[end] in _ANSWERING or texts[end] in _MARKS) and texts[end] != "no":
        end += 1
    if len(texts) - end < 2:
        return None
    if texts[end] in ("they", "it"):
        return [*tokens[start : named.end], *tokens[end + 1 :]]
    if news is not None:
        return None
    names = any(m.kind != PRONOUN for several in line.mentions[named.end :] for m in several)
    return tokens[end:] if names and english.PRONOUNS.isdisjoint({*texts[end:]} - {"there"}) else None


def _first(line: Line) -> range:
    """What stands first: all up to a colon, or parts up to commas, or what somebody did to find out: `I counted them and`."""
    colon = next((at for at, text in enumerate(line.texts[: 2 * _LONGEST]) if text == ":"), 0)
    commas = [at for at, text in enumerate(line.texts[:colon]) if text in _MARKS]
    parts = list(pairwise([-1, *commas, colon])) if colon else []
    if parts and all(_is_chat(line, at + 1, end, _FIRST, _OF_HIMSELF, _NO_MATTER, _FOUND) for at, end in parts):
        return range(colon + 1)
    start = 0
    for at, text in enumerate(line.texts):
        if text == "and" and line.texts[start] in ("i", "we", "so") and _is_chat(line, start, at, _OF_HIMSELF):
            return range(at + 1)
        if text in _MARKS:
            if not _is_chat(line, start, at, _FIRST, _OF_HIMSELF):
                break
            start = at + 1
    return range(start)


def _is_chat(line: Line, start: int, end: int, *tables: Cues) -> bool:
    """Whether a stretch is a saying, or is of one of the tables and its free words are harmless."""
    if not 0 < end - start <= _LONGEST:
        return False
    words = _words(line, start, end)
    if _ANYONE.whole(words) and {"for", "with"}.isdisjoint(
        line.texts[start:end]
    ):  # who works for somebody speaks for him
        return _is_plain(line, start, end, {*_ANYONE.words()})
    if any(m.kind != PRONOUN for at in range(start, end) for m in line.mentions[at]):
        return False
    if _SAYINGS.whole(words):
        return True
    if _OF_HIMSELF in tables and _SOMEBODY_CAME.whole(words) and line.texts[start] not in _NO_SOMEBODY:
        return (_BLOCKING - {*_SOMEBODY_CAME.words()}).isdisjoint(line.texts[start:end])
    if not any(table.whole(words) for table in tables):
        return False
    return _is_plain(line, start, end, _OWN_WORDS)


def _is_plain(line: Line, start: int, end: int, own: Set[str]) -> bool:
    """Whether the words of a stretch that are not a table's own doubt, frame, date and attribute nothing."""
    free = {
        at
        for at in range(start, end)
        if line.texts[at] not in own and not _OF_DAY.fullmatch(line.texts[at]) and line.texts[at] not in _LAUGHS
    }
    is_free = all(not line.texts[at].endswith("ing") for at in free)
    is_free = is_free and all(
        _BLOCKING.isdisjoint((line.texts[at], line.texts[at].removesuffix("s")))
        and not line.spoken[at]
        and line.figures[at] is None
        for at in free
    )
    return is_free and all(
        mark.effect in _SAID_OF or free.isdisjoint(range(at, mark.end))
        for at in range(start, end)
        for mark in line.marks[at]
    )


def _words(line: Line, start: int, end: int) -> str:
    """The words of a stretch; `here's` is two of them, and a laugh is none."""
    texts = enumerate(line.texts[start:end], start)
    said = ("is" if text == "'s" and line.texts[at - 1] in english.WITH_IS else text for at, text in texts)
    return spaced([text for text in said if text not in _LAUGHS])


_OF_DAY = re.compile(r"[0-2]?\d[.:][0-5]\d")
"""A time of the day."""
_LAUGHS = frozenset({"lol", "haha", "hahaha", "hehe", "lmao", "xd", "rofl"})


_OWN_WORDS = frozenset(
    chain(
        _SO_WE.words(),
        _FIRST.words(),
        _OF_HIMSELF.words(),
        _NO_MATTER.words(),
        _FOUND.words(),
        _LAST.words(),
        _EXPLAINING.words(),
    )
)
