"""What other sentences of a line make of one: `X has a base. Just kidding.` tells nothing.

Only a sentence that names nobody can do so: one that names somebody says something of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.language import english
from dragoman.language.lexicon import Lexicon
from dragoman.language.mentions import PRONOUN, mentions_in
from dragoman.language.tokens import Token

_TURNS = frozenset(
    english.lines(
        """
        wrong | false | untrue | incorrect | lie | lies | lying | lied | nonsense | rubbish | bullshit | bollocks | joke | joking | jokes
        kidding | kid | fiction | fictional | fictitious | invented | imagined | imaginary | imagination | fantasy | dream
        dreams | dreaming | dreamt | reverse | opposite | contrary | once | former | formerly | until | till | myth | hoax
        propaganda | rumour | rumor | rumours | rumors | gossip | pretend | pretended | unless | if | only | except | sarcasm
        sarcastic | irony | ironic | hypothetical | hypothetically | example | theory | scenario | april
        hardly | barely | scarcely | nearly | almost | supposedly | allegedly | wish | hope | maybe | perhaps | possibly
        mistaken | mistake | error | outdated | obsolete | history | past | cancelled | retracted | denied | disputed | unconfirmed
        unlikely | bet | guess | test | testing | quiz | ha | haha | lol | psych | gotcha | nope | nah | without | neither
        """
    )
)
_TURNING = re.compile(
    r"\b(?:used to|want(?:s|ed)? (?:you|us|me|everyone|people) to|(?:made|make|making) (?:it|that|this|all that) up"
    r"|made (?:it|that|this) up|as if|was so|was (?:then|before|long ago)|some say|they say|i (?:was|think|thought|heard)"
    r"|so (?:they|he|she|the story|the rumour|it was) (?:say|says|said|goes|claims?|claimed)|or so|in (?:my|a|the) (?:dream|novel|film|book|game)"
    r"|far from it|the other way round|not any ?more|no longer|could be|might be|may be|would be|should be|will be)\b"
)
_FRAMES = re.compile(
    r"\b(?:which|what|how many) of (?:these|those|the following|them)\b|\btrue or false\b|\bfact or fiction\b|\breal or fake\b"
    r"|\b(?:a|the|one) (?:lie|joke|riddle|quiz|hypothesis|fairy tale|story|fiction|dream|fantasy|myth|rumour|rumor|test|scenario|thought experiment)\b"
    r"|\b(?:imagine|suppose|assume|pretend|picture|guess|consider)(?: (?:this|that|the following|it|for a moment))?\W*$"
    r"|\b(?:spot|find) the (?:lie|error|mistake)\b|\b(?:none|neither|nothing) of (?:this|these|the following|what follows)\b"
    r"|\b(?:is|are) (?:false|wrong|untrue|nonsense|invented|fiction)\b"
)


def may_turn(lexicon: Lexicon, tokens: Sequence[Token]) -> bool:
    """Whether a sentence may take back what the one before it says."""
    texts = [token.text for token in tokens]
    is_turn = not (_TURNS | english.NEGATORS).isdisjoint(texts) or _TURNING.search(" ".join(texts)) is not None
    return is_turn and _names_nobody(lexicon, tokens)


def only_puts_up(lexicon: Lexicon, tokens: Sequence[Token]) -> bool:
    """Whether a sentence says of what follows that it is a riddle, an idea, or a tale."""
    return _FRAMES.search(" ".join(token.text for token in tokens)) is not None and _names_nobody(lexicon, tokens)


def _names_nobody(lexicon: Lexicon, tokens: Sequence[Token]) -> bool:
    mentions, _ = mentions_in(lexicon, tokens, ())
    return all(mention.kind == PRONOUN for several in mentions for mention in several)
