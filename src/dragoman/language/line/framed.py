"""What other sentences of a line make of one: neither `X has a base. Just kidding.` nor `X has one. I doubt it.` tells of one.

Only a sentence that names nobody can do so: one that names somebody says something of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from dragoman.language.grammar.lexicon import Lexicon
from dragoman.language.line.mentions import PRONOUN, mentions_in
from dragoman.language.line.undone import takes_back_part
from dragoman.language.words import english
from dragoman.language.words.cues import Cues, spaced
from dragoman.language.words.hedges import TALES
from dragoman.language.words.tokens import Token

TURNS = frozenset(
    english.lines(
        """
        wrong | false | untrue | incorrect | lie | lies | lying | lied | nonsense | rubbish | bullshit | bollocks | joke | joking | jokes
        kidding | kid | fiction | fictional | fictitious | invented | imagined | imaginary | imagination | fantasy | dream
        dreams | dreaming | dreamt | reverse | opposite | contrary | once | former | formerly | until | till | myth | hoax
        propaganda | rumour | rumor | rumours | rumors | gossip | pretend | pretended | unless | if | only | except | sarcasm
        sarcastic | irony | ironic | hypothetical | hypothetically | discuss | example | theory | scenario | april
        hardly | barely | scarcely | nearly | almost | supposedly | allegedly | wish | hope | maybe | perhaps | possibly
        mistaken | mistake | error | outdated | obsolete | history | past | cancelled | retracted | denied | disputed | unconfirmed
        unlikely | bet | guess | test | testing | quiz | ha | haha | lol | psych | gotcha | nope | nah | without | neither
        """
    )
)
"""Words that may say of what stands before them that it is not so."""
_TURNING = re.compile(
    r"\b(?:or (?:is|are|was|were|does|do|did|has|have|will) (?:it|they|he|she|that)$|used to|want(?:s|ed)? (?:you|us|me|everyone|people) to|(?:made|make|making) (?:it|that|this|all that) up"
    r"|made (?:it|that|this) up|as if|was so|was (?:then|before|long ago)|some say|they say|i (?:was|think|thought|heard)"
    r"|so (?:they|he|she|the story|the rumour|it was) (?:say|says|said|goes|claims?|claimed)|or so|in (?:my|a|the) (?:dream|novel|film|book|game)|(?:novel|film|movie|book|play|song|legend) (?:says|tells|goes|has it|claims)"
    r"|(?:that|this|it|such) (?:is|was|were) (?:(?:only|just|merely|all|always|at least) )?(?:the|a|one|my|our|his|her|their|what) (?:plan|plans|idea|hope|intention|goal|aim|promise|prediction|forecast|expectation|proposal)"
    r"|far from it|the other way round|not any ?more|no longer|could be|might be|may be|would be|should be|will be)\b"
)
_DOUBTING = Cues(
    """
    [(but|though|although|yet|and)] (i|we) [(very much|seriously|really|strongly|do|still|rather|somehow)] [much] doubt (it|that|this) [(very much|though|somehow|a lot)]
    [(but|though|although|yet|and)] (i|we) [(really|still|just)] (do not|can not|could not|would not) [(really|quite|fully|entirely)] (believe|buy|think|trust|credit) (it|that|this|so) [(though|at all|for a minute|for a moment|yet)]
    [(but|though|although|yet|and)] (i|we) (am|are) not [(so|too|very|really|entirely|quite|fully)] (sure|certain|convinced) [(of|about)] [(it|that|this|though)]
    [(but|though|although|yet|and)] (i|we) [still] have [(my|our|some|serious|strong|grave)] [(serious|strong|own|grave)] doubts [(about|as to)] [(it|that|this|though)]
    [(but|though|although|yet|and)] [(that|this|it|which|all of it|none of this)] (is|was|has been|sounds|seems|looks) [(all|just|simply|of course|probably|likely|at best|clearly|quite|still|very|highly|rather|a bit)] (not [(quite|really|yet|entirely|fully)] (true|so|right|correct|accurate|the case|confirmed|certain|clear)|untrue|false|wrong|incorrect|inaccurate|nonsense|rubbish|a lie|lies|a myth|a hoax|a rumour|gossip|a joke|fake|fake news|invented|made up|unlikely|improbable|doubtful|questionable|dubious|unconfirmed|unverified|unproven|disputed|denied|contested|speculation|speculative|propaganda|hearsay|open to doubt|open to question|exaggerated|overstated|outdated|out of date|obsolete|no longer (true|so|the case))
    or (did|was|were|had|used to|should|will|would|may|might|could|ought to|soon will|once did|once was) [(be|do|have|so|soon|then|once)] [(if (it|they|he|she) could|one day|some day|at least|at one time)]
    or at least (it|they|he|she|that|this) (should|could|would|might|may|did|was|were|used to) [(be|do|have|so)]
    [(but|or|and)] (so|that is what|at least so|or so) (they|he|she|people|some|it|we|the story) [is] (say|says|said|claim|claims|claimed|hear|heard|think|thinks|goes|believe|believes|tell us|told)
    (not true|untrue|false|wrong|nonsense|rubbish|bullshit|lies|fake news|unconfirmed|unverified|doubtful|unlikely|hardly|hardly so|not so|not really|not quite|not exactly|not yet|not any more|not anymore|not any longer|no longer|no more|maybe|maybe not|perhaps|perhaps not|possibly|probably not|allegedly|supposedly|purportedly|once|formerly|in the past|in theory|at least in theory|on paper|at least on paper|only on paper|if only|as if|yeah right|in their dreams|in his dreams|wishful thinking|pure speculation|mere speculation|just a rumour|a mere rumour|rumour has it|just kidding|i wish|we wish)
    [(and|oh|yeah|yes|ha|so)] [(yeah|well)] (pull (the other (one|leg)|my [other] leg)|tell me another [one]|tell (that|it) to the marines|go tell it to the marines|what a (laugh|joke|farce)|very funny|how funny|dream on|keep dreaming|fat chance|in your dreams|my foot|good one|nice one|who are they kidding|who are you kidding|and pigs (fly|can fly)|and pigs might fly|pigs might fly|as they say in fairy tales)
    [(and|then|so)] i am [also] (the|a) (queen|king|emperor|empress|pope|tooth fairy|sultan|tsar|czar|dalai lama|easter bunny|man in the moon) [of] [_] [_]
    [(and|then|so)] i am (santa claus|father christmas|napoleon|cleopatra|elvis|queen victoria|king kong|superman)
    (that|this|it) was [(all|just|only)] (once|then|before|earlier|formerly|long ago|years ago|in the past|back then|the case once|in those days|another time)
    [(but|though|although|yet|and)] (that|this|it|which) (is|sounds|seems) [(a bit|a little|rather|perhaps|maybe|surely|much|far|way|probably)] (too (much|strong|simple|harsh|sweeping|bold)|going too far|an exaggeration|an overstatement|a stretch|putting it too strongly)
    [(but|though|although|yet|and)] (that|this|it|which) goes [(a bit|a little|rather|perhaps|maybe|surely|much|far|way)] too far
    [(oh|but)] what (a|an) [(very|really|rather)] (silly|stupid|absurd|crazy|strange|odd|ridiculous|foolish|mad|daft|ludicrous|preposterous|funny|wild|weird) (idea|thought|notion|fantasy|theory|claim|thing to say|suggestion)
    [(but|and)] [(it|this|that)] [(is|was)] (just|only|merely|but|nothing but) (a|an|my|one) [(passing|idle|random|wild)] (thought|idea|hunch|suggestion|fancy|feeling|musing|provocation)
    [(but|hm|well|no)] [how] (absurd|ridiculous|preposterous|ludicrous|laughable)
    [(but|hm|well|or|no)] [(a bit|a little|rather|perhaps|maybe|much|far|way)] too (strong|simple|sweeping|harsh)
    [(but|only|just|merely)] (a|an|one|my|another) [(very|rather|quite)] (silly|bold|provocative|wild|crazy|absurd|strange|stupid|daring|steep) (idea|thought|claim|thesis|theory|notion|hypothesis|statement)
    [(but|well)] i (exaggerate|overstate it|am exaggerating|am overstating it)
    what a (thought|claim|notion|theory)
    (just|only) (thinking aloud|thinking out loud|musing|saying|a thought of mine)
    [(but|though|although|yet|and)] (that|this|it) (no longer (is|holds|applies)|may have changed|has changed since|has since changed|changed since|will not last)
    """
)
_OF_WHOM = re.compile(
    r"(?:(?:and|but|or) )?(?:(?:that|this|it|such) (?:is|was) (?:(?:at least|only|just|exactly) )?(?:what|how) .+ (?:fears?|feared|hopes?|hoped|claims?|claimed"
    r"|says?|said|thinks?|thought|believes?|believed|wants?|wanted|plans?|planned|expects?|expected|wishes|imagines?|dreams? of|hopes? for|would like)"
    r"|(?:at least )?so (?:at least )?.+ (?:claims?|claimed|says?|said|thinks?|thought|hopes?|hoped|fears?|feared|believes?|believed)"
    r"|at least .+ (?:says?|said|thinks?|claims?|hopes?|fears?|believes?) so|only .+ (?:believes?|thinks?|says?|claims?) (?:it|that|this|so)"
    r"|.+ (?:made|makes|invented|invents|imagined|imagines|faked|dreamt|dreamed) (?:(?:it|that|this|all of it|all that|all this)(?: all)?|the whole thing)(?: up)?)"
)
"""What says of the sentence before only who claims it, believes it, fears it or made it up."""
_LONGEST_OF_WHOM = 14
_OF_A_YEAR = re.compile(
    r"(?:that|this|it) was (?:back )?(?:in|before|until|till|around) (?:19|20)\d\d|(?:back )?in (?:the )?(?:19\d\ds?|\d0s)"
)

_FRAMES = re.compile(
    r"\b(?:which|what|how many) of (?:these|those|the following|them)\b|\btrue or false\b|\bfact or fiction\b|\breal or fake\b"
    r"|\b(?:a|the|one) (?:lie|joke|riddle|quiz|hypothesis|fairy tale|story|fiction|dream|fantasy|myth|rumour|rumor|test|scenario|thought experiment)\b"
    r"|\b(?:imagine|suppose|assume|pretend|picture|guess|consider)(?: (?:this|that|the following|it|for a moment))?\W*$"
    r"|\b(?:spot|find) the (?:lie|error|mistake)\b|\b(?:none|neither|nothing) of (?:this|these|the following|what follows)\b"
    r"|\b(?:is|are) (?:false|wrong|untrue|nonsense|invented|fiction)\b"
)

_TAKING_UP = frozenset({"which", "that", "but", "though", "although", "yet", "and", "all", "or"})
"""What may begin a clause that says something of all before it."""
_OF_SEVERAL = re.compile(
    r"(?:(?:and|but|so|yet|alas|well) ,? ?)?(?:at least |only )?"
    r"(?:both|all|none|neither|nothing|everything|every word|half|most|some|much|little|one|two|three|each|these|those|they)\b"
)
"""What speaks of more than one sentence."""
_APART = re.compile(
    rf"(?:in|on|according to) (?:(?:the|a|an|my|our|his|her|this|that|some|one) )?(?:\w+ )?(?:{'|'.join(sorted(TALES))})\b"
    r"|(?:at least |only |exactly )?(?:one|two|some|half|most|all|both|none|neither|which|what) of (?:these|those|the following|them)\b[^:]*"
    r"\b(?:false|wrong|untrue|true|lies?|invented|nonsense|myths?)\b[^:]*:"
)
"""What a sentence begins with that holds for those behind it as well."""


def may_turn(lexicon: Lexicon, tokens: Sequence[Token]) -> bool:
    """Whether a sentence may take back what the one before it says."""
    texts = [token.text for token in tokens]
    has_word = not (TURNS | english.NEGATORS).isdisjoint(texts) or _TURNING.search(" ".join(texts)) is not None
    return has_word and names_nobody(lexicon, tokens)


def doubts(tokens: Sequence[Token]) -> bool:
    """Whether a sentence says that the one before it is doubtful, or was so once, and nothing else: `but that is a lie`."""
    texts = [
        "is" if token.text == "'s" else token.text
        for token in tokens
        if token.is_word or token.text[:1] in "'0123456789"
    ]
    if _DOUBTING.whole(spaced(texts)) or _OF_A_YEAR.fullmatch(" ".join(texts)) is not None:
        return True
    return len(texts) <= _LONGEST_OF_WHOM and _OF_WHOM.fullmatch(" ".join(texts)) is not None


def takes_itself_back(tokens: Sequence[Token]) -> bool:
    """Whether the last clause of a sentence says of the rest that it is not so: `..., which is a lie`."""
    last = next((at for at in range(len(tokens) - 2, 0, -1) if tokens[at].text in (",", "-")), 0)
    clause = tokens[last + 1 :]
    return last > 0 and ((clause[0].text in _TAKING_UP and doubts(clause)) or takes_back_part(clause))


def turns_all(lexicon: Lexicon, tokens: Sequence[Token]) -> bool:
    """Whether a sentence says of several before it that they, or some of them, are not so: `both are lies`."""
    return _OF_SEVERAL.match(" ".join(token.text for token in tokens)) is not None and (
        may_turn(lexicon, tokens) or doubts(tokens)
    )


def sets_apart(tokens: Sequence[Token]) -> bool:
    """Whether a sentence begins with a tale in which it is so, or with what says that something behind it is not so."""
    return _APART.match(" ".join(token.text for token in tokens)) is not None


def only_puts_up(lexicon: Lexicon, tokens: Sequence[Token]) -> bool:
    """Whether a sentence says of what follows that it is a riddle, an idea, or a tale."""
    return _FRAMES.search(" ".join(token.text for token in tokens)) is not None and names_nobody(lexicon, tokens)


def names_nobody(lexicon: Lexicon, tokens: Sequence[Token]) -> bool:
    """Whether a sentence names nobody of the rulebook, but by a pronoun."""
    mentions, _ = mentions_in(lexicon, tokens, ())
    return all(mention.kind == PRONOUN for several in mentions for mention in several)


def without_names(lexicon: Lexicon, tokens: Sequence[Token], named: Set[str]) -> list[Token]:
    """A sentence with an `it` for each of those who were named before: `A dropped the suit` as `it dropped the suit`."""
    mentions, _ = mentions_in(lexicon, tokens, ())
    found, at = list[Token](), 0
    while at < len(tokens):
        one = next((m for m in mentions[at] if m.kind != PRONOUN), None)
        if one is None or not named >= {*one.names}:
            found.append(tokens[at])
            at += 1
            continue
        if found and found[-1].text in english.ARTICLES:
            found.pop()
        found.append(tokens[at]._replace(text="it", stem="it", is_capital=False))
        at = one.end
    return found
