"""Clauses round a statement that leave it true: what is only said about saying or knowing it, built of a few parts.

    despite rumours to the contrary, X       whatever is said of it, it is so
    that much is clear: X                    it is so, and nothing is said of how much
    what I do know is X                      somebody knows it, which takes it for granted
    the good news is that X                  somebody judges it, which takes it for granted
    if you want to know, X                   to whom it is told
    X, I found out the hard way              how somebody came to know it
    X, end of story                          that nothing more is to be said

No part of these doubts it (`the fear is that`), leaves it to others (`as I was told`), sees it from one side (`on paper`), or puts
it at another time (`the plan is that`): what says so is no frame of these, and stays where it is.
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.language.words import english
from dragoman.language.words.cues import Cues
from dragoman.language.words.tokens import Token

_WE = "(i|we)"
_ALL = "(all|everyone|everybody|you all|all of you|anyone|anybody|those|people|any of you)"
_QUITE = "[(now|also|at least|already|pretty|quite|perfectly|absolutely|totally|abundantly|crystal|by now|only too|all too|as good as)]"
_SURE = "(clear|certain|sure|plain|known|well known|obvious|evident|true|settled|a fact|a given|undisputed|undeniable|established|official|confirmed|beyond (doubt|dispute|question)|for (sure|certain)|no secret)"
_SURELY = (
    "[(for (sure|certain|a fact)|full well|with certainty|already|so far|by now|now|today|at this point|at the moment)]"
)
_KNOW = "(know|see|have|can (say|tell|tell you|see|confirm|report|add)|have (seen|found|found out|learned|established)|saw|found|found out)"
_ADJ = "[(plain|simple|hard|sad|basic|bare|whole|naked|brute|only|main|real|big|bigger|biggest|one|unpleasant|uncomfortable|inconvenient|awkward|odd|strange|funny|sobering|bitter)]"
_FACT = "(fact|truth|reality|fact of the matter|truth of the matter|long and [the] short of it|bottom line|upshot|thing|trouble|problem|snag|catch|hitch|good news|bad news|great news|sad news)"
_JUDGED = f"({_FACT}|point|news|irony|pity|shame|beauty|surprise|advantage|disadvantage|drawback|upside|downside|consolation|latest|result|consequence|tragedy|nuisance|annoying part|sad part|funny part|best part|worst part|crux|crux of the matter|state of affairs|situation)"
_TELL = "(say|tell you|tell you all|inform you|let you know|mention|report|add|announce|note|point out|break it to you|be the one to tell you|disappoint you|be the bearer of bad news|be a (pain|bore|killjoy|spoilsport))"
_TALK = "(rumours|rumors|gossip|talk|reports|claims|hearsay|press reports|newspaper reports|media reports|appearances|assertions|assurances)"
_CHECKED = "(checked|verified|looked|seen|saw|counted|measured|tested|double checked)"
_FOUND = "(found out|found|discovered|learned|learnt|realised|realized|noticed|saw|saw for myself|saw for ourselves|have seen|have found|have learned|could see|can see)"
_AFTER_NOW = f"[(today|yesterday|this morning|this afternoon|this evening|last night|last week|just now|earlier|earlier today|again|on (monday|tuesday|wednesday|thursday|friday|saturday|sunday)|on (my|our) [last] visit|when {_WE} was there|when we were there)]"
_LABEL = "(status|situation|state of play|state of affairs|position|problem|issue|trouble|warning|caution|attention|announcement|service announcement|public service announcement|notice|message|newsflash|memo|reminder|facts|fact|news|update|info|information|nb|n.b.|ps|p.s.|pps|nota bene|tl ; dr|tldr|tl dr|for the record|official|fact of the matter|finding|verdict|diagnosis|conclusion|result|net result|end result|outcome|upshot|gist|heads up)"
_LABEL_ADJ = "[(current|present|latest|new|big|small|main|only|important|urgent|official|good|bad|terrible|great|wonderful|awful|sad|breaking|plain|simple|known|well known|hard|basic|interesting|final|quick|short|brief|first|second|next|another|one|one more|weekly|daily|hot|minor|major|slight)]"
_HAVING = "[(and|so|oh|well)] (we|i|you|they) [now|still|also] (have|have got|got|are having) (a|another|one more) [(big|small|slight|serious|little|new|real|bit of a)] (problem|issue|situation|snag|headache)"

_MANY = "(everyone|everybody|many|most|we|we all|most of us|all of us|some|most people|many people|people|experts|analysts|observers|economists|critics|insiders|most experts|most analysts|most observers|many analysts|many observers|many experts)"
_EXPECTED = f"""
    as [so] {_MANY} [(had|has|have)] [(all|long|always|already|rightly|correctly)] (expected|predicted|feared|hoped|foreseen|foresaw|anticipated|suspected) [(it would|they would|all along|from the start)]
    as [(was|had been)] [(long|widely|generally)] (feared|hoped|anticipated|foreseen|threatened)
    [(quite|very much)] (contrary to|against|despite|in spite of|defying) (all|{_MANY} 's|all the|the|its own|their own) (expectations|predictions|forecasts|odds|fears|hopes)
    to the [great] (surprise|relief|dismay|astonishment|delight|amazement|disappointment) of {_MANY}
    after (all|much|a lot of|a great deal of|long|endless|months of|years of|weeks of|days of) [(that|the|this)] (talk|debate|dithering|hesitation|wrangling|haggling|discussion|discussions|delay|delays|to and fro|hesitating|uncertainty)
    when it came to (it|the point|the crunch)
    true to (its|their|his|her) word
"""
"""What was expected of what is told, and when it came about; what only is expected is none of it."""

WITH_THAT = Cues(
    f"""
    (what|all|the one thing|the only thing|one thing|the thing) {_WE} [(do|also|now|still|already|really)] {_KNOW} {_SURELY} is that
    [there is] one thing {_WE} [do] {_KNOW} {_SURELY} [(is|:|,)] that
    (one thing|this much|that much|so much) (is|'s) {_QUITE} {_SURE} [(,|:)] that
    if (one thing|anything) is {_QUITE} {_SURE} , [then] it is [(this|the fact)] [(:|,)] [that]
    [(the|a|another)] {_ADJ} {_JUDGED} [(here|now|today|for us|about it|in all this|this morning|this week)] is [(now|still|also|simply|just|,)] that
    it [(has|had)] (turned|turns|emerged|emerges|transpires|transpired) [out] [(now|today|also|since|at last|in the end)] that
    turns out that
    it (is|has been|was) {_QUITE} [(officially|independently)] (confirmed|verified|established|official|certain|undisputed|undeniable|proven|indisputable|documented|on record) that
    {_WE} (can|must|have to) [(only|also|now|just|finally|safely|hereby)] (assure you|assure everyone|promise you|guarantee you|guarantee|tell you|confirm|confirm to you|attest|vouch|repeat|report|remind you|reassure you|reassure everyone) that
    {_WE} (assure you|promise you|guarantee you|tell you|repeat|confirm|am telling you|are telling you|keep telling you|keep saying|remind you) that
    let (me|us) (repeat|remind you|assure you|tell you|stress once more|put it on record|put on record|spell it out|be perfectly clear|say again) [(once more|again|once again)] [(:|,|that)]
    you (can|may) take (it|that) (from me|from us|as read|as a fact|for granted) that
    (take it|you have it|have it) from (me|us) that
    (you|one|anyone|anybody|everyone|everybody) can see [for (yourself|yourselves|themselves|himself|oneself)] that
    {_WE} (regret|hate|am sorry|are sorry|am sad|am glad|am happy|am pleased|am relieved|are relieved|do not like|really hate) to [have to] {_TELL} [(it|this)] [(but|that)]
    (sorry|sad|glad|happy|pleased|relieved|i am afraid) to [(be the one to|have to)] {_TELL} [(it|this)] [,] (that|but)
    [it is] (hard|difficult) to believe [,] but
    (it|this|that) (sounds|may sound|might sound|seems|may seem) (strange|odd|crazy|silly|funny|incredible|absurd|far fetched) [(,|i know ,)] but
    {_WE} (hate|do not want|would hate|do not mean|do not like) to (say it|say this|worry you|alarm you|worry anyone|alarm anyone|be rude|be a pain|complain|break it to you|spoil the party|spoil the fun|rain on your parade|sound alarmist|be that person) [,] but
    [{_WE}] [(just|only)] thought you (should|would|might|ought to) [also] [(like to|want to)] (know|hear) that
    [{_WE}] [(just|only)] thought {_WE} (should|would|had better|ought to) [(also|quickly)] (mention|let you know|tell you|note|add|inform you|mention it|tell you all|let you all know) that
    [please] do (note|bear in mind|be aware) [that]
    """
)
"""What may stand in front of a clause, and has its `that` or `but` with it."""

WITH_CLAUSE = Cues(
    f"""
    (what|all|the one thing|one thing) {_WE} [(do|also|now|still|already|really)] {_KNOW} {_SURELY} is
    the {_ADJ} ({_FACT}|point) (is|'s) [(,|:|-)]
    (thing|point|truth|trouble|problem|fact|fact of the matter|bottom line) (is|'s) [(,|:|-)]
    [it] turns out [(,|:|-)]
    [{_WE}] can [(only|also|now|just)] (confirm|assure you|promise you|tell you)
    {_WE} (assure you|promise you|guarantee you|am telling you|are telling you|regret to say|regret to report)
    [(i am|we are)] afraid
    [{_WE}] [(just|only)] thought you (should|would|might|ought to) [also] [(like to|want to)] know
    [{_WE}] [(just|only)] thought {_WE} (should|would|had better|ought to) [(also|quickly)] (mention|let you know|tell you|note|add|inform you)
    (sorry|sad|glad|happy|pleased|relieved) to [(be the one to|have to)] (say|report|tell you|inform you)
    (tldr|tl ; dr|nb|ps|psa|fwiw|n.b.|p.s.|thank (god|goodness|heavens)|thanks be to god)
    (as|while) (we|i) (speak|talk|write|type) [(this|these lines)]
    (right this minute|right at this moment|at this very moment|right this second|as we sit here)
    for the time being
    """
)
"""What may stand in front of a clause without any: only where a name, an article or a pronoun begins one behind it."""

APART = Cues(
    f"""
    (despite|in spite of|contrary to|notwithstanding|whatever) [(all|all the|the|some|many|certain|various|any)] [(wild|persistent|recent|old|false|malicious|usual|silly)] {_TALK} [(in (the|some) (press|papers|media)|online|going round|doing the rounds)] [to the contrary]
    {_TALK} to the contrary notwithstanding
    for all [(the|this|that)] (talk|gossip|rumours|rumors)
    (that much|this much|so much|as much|one thing|this|that|it|that one thing) (is|'s|remains) {_QUITE} {_SURE} [(though|however)]
    [(there is)] one thing [(is|{_WE} [do] {_KNOW})] {_SURELY}
    (that much|this much|so much) {_WE} [(do|can)] {_KNOW} {_SURELY}
    (what|all) {_WE} [(do|also|now|still)] {_KNOW} {_SURELY}
    (here|this|that) is (what {_WE} [do] {_KNOW}|how (it is|things are|things stand|matters stand|it stands)|the (situation|position|state of play|state of affairs|thing)|where (we|things) (are|stand)) {_SURELY}
    (it|the (situation|position|matter)) is [(simply|just|really)] (like this|this|as follows)
    the {_ADJ} facts are (these|as follows|simple|clear|plain|known)
    there (is|can be|should be) (no|not the slightest|little|not a) (doubt|question|denying|escaping|avoiding|disputing|mistaking|getting (around|round|away from)) [(about|around|of|from)] [(it|this|that)] [any more]
    no (doubt|question) [(about|of)] [(it|this|that)]
    let there be no (doubt|mistake|misunderstanding|confusion) [(about it|about this|about that)]
    let (me|us) [also] (make (one|this|something|that) thing|make (one|this|that|it|something)|get (this|one thing|something)) [(one thing|thing)] [(very|perfectly|quite|absolutely|crystal)] (clear|plain|straight) [(to everyone|to all|once and for all)]
    [just] to (be|make it|make that|make this|make things|put it|say it|spell it out) [(absolutely|perfectly|quite|completely|totally|crystal|very|as)] (clear|plain|plainly|honest|frank|precise|exact|blunt|bluntly|once more|again|as it is|simply)
    (simply|plainly|bluntly|briefly|shortly|crudely) put
    in (plain|simple|clear|layman 's|everyday) (terms|words|english|language)
    to answer (your|the|everyone 's|all your) [(last|latest|own|recent)] (question|questions|mail|message|email|query|enquiry|letter|note|call)
    in (answer|reply|response|answering) to (your|the|everyone 's|all your) [(last|latest|own|recent|many)] (question|questions|mail|message|email|query|queries|enquiry|letter|note|call)
    (anyone|all|those|everyone|anybody) [who is] interested
    (for|to) {_ALL} [of you] [(who|that)] (asked|ask|asks|asking|were asking|keep asking|wondering|wonder|wondered|care|cares|do not know|does not know|did not know|might not know|may not know|are new here|is new here|missed it|are interested|is interested|interested|concerned|who it may concern|want to know|wants to know|listening|need to know)
    since (everyone|everybody|people|you|so many|some of you|many) [of you] (keep asking|keeps asking|ask|asked|asks|are asking|is asking|have asked|has asked|wanted to know|want to know|wants to know|were wondering)
    [(and|so)] you (asked|were asking|(wanted|wished|want) to know) [(about it|about this|about that)] [(, so|so)]
    if (you|anyone|anybody|anyone here|any of you|somebody|someone) (must know|want to know|wants to know|are interested|is interested|are wondering|is wondering|were wondering|care|cares|need it|needs it|need to know|needs to know|do not know [(it|this|that)] [(yet|already)]|did not know|have not heard [yet]|has not heard [yet]|wondered)
    in case (it (matters|helps|is of (interest|use|help))|you need (it|this|to know)|you are interested|you do not know|you did not know|anyone is interested|nobody told you|you have not heard)
    that [all] [having been] said
    {_LABEL_ADJ} {_LABEL} [(of the day|for (you|all|everyone|today|this week|this morning)|from (me|us|here|today|this morning)|as of (now|today|this morning)|now|today|this morning|so far|at the moment|right now)]
    (news|this|that) [is] just in
    {_HAVING}
    (worse|worse still|even worse|worst|worst of all|better|better still|even better|best of all|more to the point|more importantly|most importantly|what is (more|worse|better|even worse|more important))
    (to make (matters|things) (worse|even worse|better)|to top it all [off]|to crown it all|to cap it all|on top of (that|this|it|all that|everything|everything else)|as if that were not enough|as if this were not enough)
    on the (bright side|brighter side|plus side|minus side|positive side|negative side|good side|bad side|downside|upside)
    on a (brighter|positive|negative|sad|sadder|happy|happier|lighter|serious|more serious|more positive|more cheerful) note
    as (it|things) (turns|turn|turned) out
    as (luck|ill luck|bad luck|good luck|fate|chance) would have it
    (take|you can take|you may take) (it|that|this) from (me|us)
    (take|you can take|you have) my word [(for (it|that|this)|on (it|that|this))]
    {_WE} (can|must|do|could) [(only|also)] (assure|promise|guarantee|tell) (you|everyone|you all) [(that|this|it)]
    {_WE} (assure|promise|guarantee) (you|everyone|you all) [(that|this|it)]
    {_WE} (am|are) [just] (telling|warning|reminding) (you|everyone|you all) [(that|now|again|all|this)]
    (be warned|be assured|be aware|careful|watch out|look out|beware|take care|take note|look here|listen up|hear ye|attention please|attention everyone|attention all|attention)
    [just] so [that] (we|everyone|everybody|all|you|you all|nobody|no one) (are|is|know|knows) [(all|clear|aware|informed|surprised|can say they did not know)] [(on the same page|about it|about this|clear about it|of it|in the picture|up to date)]
    (no (offence|offense|disrespect)|with [(all|due|all due|the greatest)] respect|say what you (like|will|want)|(think|laugh) (what|all|as much as) you (like|want|will)|whether (you|we|anyone|they) (like|likes) it or not|(you|some) (may|might|will) not like it|(strange|sad|incredible|unbelievable|(hard|difficult) to believe|odd|crazy|unpleasant|funny) but true)
    [(you can)] see [(it|that|this)] for (yourself|yourselves)
    as [(we|you|anyone|anybody|everyone|everybody|all|all of us|all of you)] [(here|there|who was there)] [(may|can|will|should|surely|already|all|could|must)] [(already|well|plainly|clearly)] (know|knows|see|sees|remember|remembers|recall) [(for (yourself|themselves)|by now|all too well)]
    as (i|we) [(have|just|had|also|myself|soon)] {_FOUND} {_AFTER_NOW} [(the hard way|to (my|our) [(great|own)] (cost|surprise|dismay|regret|relief|horror))]
    as (i|we) (keep|kept|never tire of|have been|was just|were just) (telling|saying|repeating|explaining|pointing out) [(you|people|everyone|everybody)] [(for (weeks|months|years|days|ages)|all along|all week|before|again and again)]
    what can {_WE} say
    (facts are facts|facts first|first the facts|here are the facts|just the facts|the [(plain|simple|bare|hard)] facts)
    [just] [{_WE}] [(just|only)] thought (you (should|would|might|ought to) [(like to|want to)] (know|hear)|{_WE} (should|would|had better|ought to) (mention it|mention this|tell you|say so|say it|let you know))
    (for now|for the moment|for the time being|right now) (at least|anyway)
    (as|while) (we|i) (speak|talk|write|type) [(this|these lines)]
    {_EXPECTED}
    """
)
"""What may stand before a comma, a colon or a dash, or be a sentence of its own."""

AFTER = Cues(
    """
    (as|while|even as) (we|i) (speak|talk|write|type|write this|type this|write these lines|sit here)
    """
)
"""What may stand behind without a comma."""

AFTER_APART = Cues(
    f"""
    [(and|but)] (that much|this much|so much|as much|that|this|it|one thing) (is|'s|remains) {_QUITE} {_SURE}
    [(and)] (that|that much|this|this much|so much|as much) {_WE} [(do|can)] {_KNOW} {_SURELY}
    [(and)] of (that|this) (there is no (doubt|question)|{_WE} (am|are) [(quite|very|absolutely|pretty)] (sure|certain))
    [(as|which|{_WE}|as {_WE}|which {_WE}|something {_WE})] [(have|just|only|had|myself|soon|recently)] [just] {_FOUND} [(it|this|that|out)] {_AFTER_NOW} (the hard way|to (my|our) [(great|own)] (cost|surprise|dismay|regret|relief|horror))
    (as|which) {_WE} [(have|just|only|had|myself|soon)] {_FOUND} [out] {_AFTER_NOW} [for (myself|ourselves)]
    as [(we|you|anyone|anybody|everyone|everybody|all|all of us|all of you)] [(here|there|who was there|in the building)] [(may|can|will|should|surely|already|all|could|must)] [(already|well|plainly|clearly)] (know|knows|see|sees|remember|remembers) [(for (yourself|themselves)|by now|all too well|from the (photo|photos|picture|pictures|figures|chart|table))]
    (believe|trust) (it|me) or not
    [(and|but)] (would|will|can|could) you (believe|credit) [(it|that|this)]
    that is (all|all there is) [there is] to (it|say|be said)
    [(it|that) is] [(just|really|quite|all)] [(as|that)] simple [as that]
    [and] (that|this) is [(that|final|it|a fact|all|the end of it|the end of the matter|the long and short of it|simply how it is|how it is|just how it is|the truth|the plain truth|the whole truth|no (lie|joke|exaggeration))]
    no ifs [,] [(or|and)] [no] [(ands|ands or)] [,] [(or|and)] [no] buts [about it]
    (no|there is no) (doubt|question|argument|two ways|mistake|mistaking it|denying it|getting around it|getting away from it|dispute) [(about|of)] [(it|that|this)]
    end of [(story|discussion|debate|message|report|the story|the matter)]
    (take|you can take|you may take) (it|that|this) from (me|us)
    (take|you can take|you have) my word [(for (it|that|this)|on (it|that|this))]
    {_WE} (can|do|could) [(only)] (assure|promise|tell|guarantee) (you|everyone|you all) [(that|this|of that)]
    {_WE} (assure|promise|guarantee) (you|everyone|you all)
    [(you can|please)] (rest|be) assured
    {_WE} (regret|am sorry|are sorry|am sad|am glad|am happy|am pleased|am relieved|hate|have) to [have to] (say|report|tell you|admit|announce) [(so|it|that)]
    [({_WE})] (am|are) afraid
    (sad|sorry|glad|happy|strange|odd|funny|needless|shameful|embarrassing) to (say|report|tell|admit|relate)
    (worse|bad|tough|hard) luck [(for (us|me|everyone|you))]
    more (is|'s) the pity
    (i|we) told you [(so|that|this)] [(before|already|last week|yesterday)]
    (as|like) {_WE} [(have|just|already)] (said|mentioned|noted|wrote|reported|explained|told you|announced|keep saying|keep telling you|keep repeating) [(before|earlier|already|just now|above|yesterday|last week|again and again)]
    as (reported|announced|mentioned|noted|stated|described|shown|noted above|said) [(above|before|earlier|already|yesterday|last week|this morning|in my last (mail|note|report|message))]
    [as] (it|things) (turns|turned|turn) out
    to (put it mildly|say the least|be (clear|exact|precise|specific|on the safe side)|put it (simply|bluntly|plainly|briefly)|cut a long story short)
    (if|in case) (you|anyone|anybody|any of you) (must know|want to know|wants to know|are interested|is interested|are wondering|is wondering|care|cares|did not know|do not know [(it|this|that)] [(yet|already)]|have not heard [yet]|need it|needs it|need to know|still do not know)
    [(and)] (nobody|no one) [(here|there)] (denies|disputes|doubts|contests|questions|can deny|can dispute|will deny|would deny) (it|that|this)
    [just] {_CHECKED} [(it|this|that|them)] [(twice|again|just now|this morning|today|yesterday|three times|with (my|our) own [two] eyes|on the spot|in person|on site)]
    {_WE} (have|have got|got) (it|that|this) [(all|now|also)] (in writing|on file|on record|on tape|on camera|on film|in black and white|confirmed|documented) [(here|too|now)]
    [just] ask (anyone|anybody|around|everyone) [(you like|here|there|who (works|lives|was|has been) (there|here))]
    for what it is worth
    (the point being|true story|this is no joke|no (kidding|joke|lie|exaggeration)|i am not (joking|making this up|kidding|exaggerating|lying)|not making this up)
    [and] (it|this|that) really (is true|is|happened|is so)
    (it|that) is [(all|really|actually|quite|absolutely|sadly|even)] true
    (there|here) you (have|go) [(it|then)]
    [and|but] (there is) nothing [(we|anyone|you|i|that)] (can|could) [(do|be done)] [(do|be done)] about (it|that)
    nothing (to be done|can be done|we can do|i can do|doing|for it|to be said) [about (it|that)]
    (what else is new|same as (ever|always|usual|before|last (week|month|year|time))|as so often|same old story|as per usual)
    [please] (tell|inform|let) (everyone|everybody|all|the others|your (friends|colleagues)) [know]
    [please] (pass|spread|share) (it|this|that|the (word|news)) [(on|around|widely)]
    (thanks|thank you|cheers) for (asking|listening|reading|your (patience|attention|interest|question))
    (over and out|that is all|end of message|out)
    [{_WE}] hope (this|that|it) (helps|is clear|is useful|answers (it|your question)|clears it up|explains it)
    [just] [{_WE}] [(just|only)] thought (you (should|would|might|ought to) [(like to|want to)] (know|hear)|{_WE} (should|would|had better|ought to) (mention it|mention this|tell you|say so|say it|let you know))
    [and] (so now|now|so) (you|we|everyone) [(all)] know[s]
    and (it|that|this) [(really|clearly|certainly|sure)] shows
    (and|which|it|and it|they|and they|and that) [(has|have)] been [(so|like that|that way|the case)] (since|for|all|ever since|these|over) [(the|this|a|an|about|at least|more than|over|well over|the last|the past|more than)] [(last|past|good)] [_] _ [(now|or so|at least|already|ago)] [(now|already)]
    [and] (has|have) been [(so|like that|that way)] (since|for|all|ever since|these|over) [(the|this|a|an|about|at least|more than|over|well over|the last|the past)] [(last|past|good)] [_] _ [(now|or so|at least|already)] [(now|already)]
    (and|and that|and this) since [(last|early|late|the|about|at least)] [(beginning|end|middle|start)] [of] [(last|this|the)] _ [now]
    [and] (will|is going to|is likely to|is set to|is sure to) (be|stay|remain) [(so|like that|that way)] (for (a (while|bit|week|month|year|long time|few (days|weeks|months|years))|some time|the (time being|rest of the (day|week|month|year)|foreseeable future|next few (days|weeks|months))|_ (days|weeks|months|years))|until (further notice|tomorrow|next (week|month|year)|_))
    {_EXPECTED}
    """
)
"""What may stand behind a comma or a dash, between two of them, or be a sentence of its own."""

_STARTS = english.ARTICLES | {
    "it", "they", "he", "she", "we", "there", "this", "these", "those", "our", "my", "its", "their", "his", "her", "all", "both",
    "nobody", "everybody", "everyone",
}  # fmt: skip


def begins_clause(tokens: Sequence[Token], at: int) -> bool:
    """Whether a clause begins there, behind a mark or with a word that begins one."""
    if at >= len(tokens):
        return False
    return not tokens[at - 1].is_word or tokens[at].is_capital or tokens[at].text in _STARTS
