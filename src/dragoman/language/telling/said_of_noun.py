"""What is said of a noun that names what there is, and is no denial of it: it is not for ever, not enough, postponed, in doubt.

its support for B is not over           it goes on, and is not denied
its support for B is history            it is no more
its visit to B has ended                it has been there
its deal with B is a long way off       it neither is, nor has ended
its exit from B is not enough           it leaves B
its base in B is in doubt               it is there now, whatever comes
A is an unlikely partner of B           surprising, and not improbable
its membership of B has been rejected   by others

Where a phrase itself ends with what is said there (`is not enough`, `is over`), it is understood.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from dragoman.language.clauses.cutter import Piece
from dragoman.language.forms import ReadFact
from dragoman.language.line.line import Line
from dragoman.language.words import english
from dragoman.language.words.stems import is_past_participle, stem
from dragoman.language.words.tokens import words_of

LASTING = "it says that it goes on, or how long, and does not deny it"
OVER = "it says that it is over"
WAS = "it says that it is over, and not that it was not"
TO_COME = "it says that it is still to come, or grows less, and no more"
DOUBTED = "it says that it may not last, and not that it is not so"
SURPRISING = "it calls it surprising, and not improbable"
JUDGED = "it says how good or how sure it is, and does not deny it"
BY_OTHERS = "it does not say who refuses it"

_IS = r"(?:is|are|was|were|'s|remains?|seems?|looks?)"
_NOT = r"(?:(?:is|are|was|were|does|do|did)(?: not|n't)|(?:is|are|was|were) (?:no longer|never|hardly|by no means|far from|anything but)|'s not)"
_SO = r"(?:(?:still|now|yet|really|quite|all|at all|exactly|that|so|very|too|even|just|always|long|already|simply|also|seriously|again|particularly|especially|entirely) )*"
_TAIL = r"(?: (?:yet|now|today|any ?more|any longer|at all|either|so far|at present|for now|again|by itself|in itself|on its own))*"
_WHEN = r"(?: (?:yet|now|today|yesterday|last|this|in|on|at|since|a|two|three|long|ago|already|again|for good|[\w-]*day|\w*night|week|month|year|morning|\d+|january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter))*"
_LATER = r"postponed|delayed|deferred|shelved|put off|put on ice|put on hold|pushed back"
_WAY = rf"far off|far away|off the table|on the table|a (?:long|far) way off|(?:years|months|decades|weeks) (?:away|off)|on (?:its|their|the) way|in the offing|on the horizon|in the pipeline|around the corner|{_LATER}"
_LESS = "shrinking|dwindling|waning|fading|weakening|eroding|crumbling|declining|diminishing|thinning|petering out"
_GOOD = (
    "enough|sufficient|popular|unpopular|good|bad|great|nice|pretty|perfect|ideal|easy|cheap|wise|clever|welcome|unique|news|new|"
    "complete|final|official|formal|automatic|legal|surprising|important|decisive|crucial|vital|helpful|useful|fun|fair|clean|"
    "a (?:surprise|secret|joke|problem|big deal|solution|success|triumph|must|miracle|mistake|coincidence|matter of course)|"
    "the (?:point|answer|solution|problem|end|whole story|only one)|worth (?:it|much|a lot)|everything"
)
_SURE = r"alone|a done deal|done and dusted|a given|a certainty|a foregone conclusion|a sure thing|for sure|inevitable|set in stone|cast in stone|a fait accompli"
_SAID = re.compile(
    r"\W*(?P<subject>\b[^,;:]*?)(?:"
    + "|".join(
        (
            rf" ?{_NOT} {_SO}(?:to be |there |here )?(?P<lasts>over|for ever|forever|permanent|eternal|everlasting|for good|going (?:anywhere|away)|finished|history){_TAIL}",
            rf" {_IS} {_SO}(?P<over>history|a thing of the past|things of the past|gone|off|over|finished|dead|no more|at an end){_WHEN}",
            rf" (?:has|have) {_SO}(?P<ended>run (?:its|their) course|ended|expired|lapsed|come to an end|run out|finished|concluded){_WHEN}",
            rf" (?P<did_end>ended|expired|lapsed|came to an end|ran out|ran (?:its|their) course|finished|concluded){_WHEN}",
            rf" (?:{_IS}|(?:has|have) {_SO}been) {_SO}(?P<later>{_WAY}){_WHEN}",
            rf" (?:(?:has|have) {_SO}fallen|fell) (?P<through>through){_WHEN}",
            rf" (?:{_IS}|(?:has|have) been) {_SO}(?P<less>{_LESS}){_WHEN}",
            rf" {_IS} {_SO}(?P<doubt>in (?:some |serious |grave |real |great )?(?:doubt|question)|open to (?:doubt|question)|doubtful|questionable|uncertain|dubious|unsure){_TAIL}",
            rf" ?{_NOT} {_SO}(?P<judged>{_GOOD}|matter|pay|count|suffice|surprise|impress|convince){_TAIL}(?: (?:in|with|among|for|to|by) .*)?",
            rf" ?{_NOT} {_SO}(?P<sure>{_SURE}){_TAIL}",
            rf" (?P<broken>(?:is|are)(?: not|n't) {_SO}working|(?:is|are) {_SO}broken){_TAIL}",
            rf" (?:is|are|was|were|(?:has|have) been) (?:\w+ly )?(?P<refused>opposed|rejected|refused|denied|blocked|vetoed|resisted|declined|turned down){_WHEN}",
        )
    )
    + r")\W*$"
)
_MAY_BE = re.compile(
    r"over|ever|permanent|eternal|everlasting|going|finished|history|past|gone|off|dead|no more|end|course|expired|lapsed|run out|ran out|concluded|way|away|table|offing|horizon"
    rf"|pipeline|corner|{_LATER}|through|{_LESS}|doubt|question|uncertain|dubious|unsure|unlikely|improbable|{_GOOD}|matter|pay|count|suffice|impress|convince|{_SURE}|working|broken|opposed|rejected|refused|denied|blocked|vetoed|resisted|declined|turned down"
)
_UNLIKELY = re.compile(
    r"(?:\ban|(?<!\bit)'s|\bmost|\brather|\bits|\btheir) (?:unlikely|improbable) (?!that\b|to\b|outcome|event|case|prospect|scenario|development|result)\w+"
)
_DENIED_HIM = re.compile(r"\b(?:is|are|was|were|been|being|get|gets|got) (?P<refused>denied|refused)\b")
_RELATION = re.compile(
    r"'s? \S|\b(?:of|for|to|in|with|against|between|on|over|from|by|behind|about) |^(?:the |a |an )?\S+ \S+"
)
_VERBS = (english.BE | english.HAVE | english.DO | english.MODALS) - {"being", "having"}
_ACTS = frozenset(
    map(
        stem,
        english.lines(
            "visit | trip | tour | meeting | summit | drill | exercise | manoeuvre | request | application | appeal | plea | offer | proposal | bid | invitation | complaint | speech | raid | election | conference | delegation | inspection | concert | performance"
        ),
    )
)
"""Nouns of what is done once: its end is no denial of it."""
_CHANGES = frozenset(
    map(
        stem,
        english.lines(
            "exit | accession | admission | entry | departure | withdrawal | closure | opening | launch | return | start | sale | merger | move | success | victory"
        ),
    )
)
"""Nouns of what is still to come, where it is in doubt."""
_VERBS_OF_WORTH = frozenset({"matter", "pay", "count", "suffice", "surprise", "convince"})
_BONDS = frozenset(
    map(
        stem,
        english.lines(
            "membership | partnership | alliance | friendship | support | backing | cooperation | relationship | agreement | treaty | pact | deal | union | strategy | bond | accord"
        ),
    )
)
_ENDS = re.compile(
    r"\b(?:(?:is|are|be) (?:all )?(?:over|off|dead)|ended|history|gone|finished|no more|thing of the past|things of the past|(?:come|came) to an end|(?:run|runs|ran) out|expires?|ends?|expired|lapsed|concluded|ceased|stopped|taken|sold|booked)(?= *(?:[|)\]<]|$| (?:in|on|at|by|since) ))"
)
_CUT = re.compile(r"[,;:()]| (?:because|despite|after|although|though|while|whereas|but|according|as|in spite|amid) ")
_ASIDE = re.compile(r",[^,;:]{1,50},(?= (?:is|are|was|were|has|have)\b)")
_AND = re.compile(r" and ")
_UNLIKELY_WORDS = ("unlikely", "very unlikely", "almost no chance")


def only_judges(line: Line, piece: Piece, facts: Sequence[ReadFact], *, is_event: bool) -> str:
    """Why what a clause puts on the noun of what there is denies nothing of it, or tells no end of it; or empty."""
    if not facts or _MAY_BE.search(line.text) is None:
        return ""
    text = _plain(line.text)
    is_doubted = any(fact.likelihood in _UNLIKELY_WORDS for fact in facts)
    if is_doubted and _UNLIKELY.search(text):
        return SURPRISING
    if (passive := _DENIED_HIM.search(text)) is not None and _refuses(line, piece, passive["refused"]):
        return BY_OTHERS
    for start, clause in _clauses(text):
        found = _SAID.match(clause)
        if found is None or not _is_of(line, piece, found["subject"], range(start, start + len(clause))):
            continue
        if not _is_understood(line, piece, found):
            return _unfit(line, piece, facts, found, is_event=is_event, is_doubted=is_doubted)
        return JUDGED if found.lastgroup == "sure" and not any(fact.holds for fact in facts) else ""
    return ""


def _unfit(
    line: Line,
    piece: Piece,
    facts: Sequence[ReadFact],
    found: re.Match[str],
    *,
    is_event: bool,
    is_doubted: bool,
) -> str:
    """Why facts are not what is said of the noun, by what kind of word that is."""
    kind, words = str(found.lastgroup), found[str(found.lastgroup)]
    holds, ends = any(fact.holds for fact in facts), _says_end(line, piece)
    nouns = set(map(stem, words_of(found["subject"])))
    match kind:
        case "lasts":
            return LASTING if not holds and not ends else ""
        case "over" | "ended" | "did_end":
            is_act = not nouns.isdisjoint(_ACTS) or (is_event and words in ("expired", "lapsed"))
            if is_act and not holds and not ends:
                return WAS
            is_done = is_event and kind != "over" and not words.startswith(("run", "ran"))
            return OVER if holds and not ends and not is_done else ""
        case "later" | "through":
            return TO_COME
        case "less":
            return TO_COME if not holds or ends else ""
        case "doubt":
            return DOUBTED if is_doubted and not is_event and nouns.isdisjoint(_CHANGES) else ""
        case "judged" | "sure":
            return JUDGED if not any(fact.holds == piece.phrase.holds for fact in facts) else ""
        case "broken":
            return JUDGED if not nouns.isdisjoint(_BONDS) else ""
        case "refused":
            return BY_OTHERS if _refuses(line, piece, words) else ""
    return ""


def _plain(text: str) -> str:
    """In lower case, with blanks for an aside between subject and verb: every word stands where it stood."""
    return _ASIDE.sub(lambda found: " " * len(found.group()), text.replace("\u2019", "'").lower())


def _clauses(text: str) -> Iterator[tuple[int, str]]:
    """The clauses of a sentence, each with where it begins: an `and` parts them only behind a verb."""
    start = 0
    for cut in (*_CUT.finditer(text), None):
        end = cut.start() if cut is not None else len(text)
        for joint in _AND.finditer(text, start, end):
            if not _VERBS.isdisjoint(text[start : joint.start()].split()):
                yield start, text[start : joint.start()]
                start = joint.end()
        yield start, text[start:end]
        start = cut.end() if cut is not None else end


def _is_of(line: Line, piece: Piece, subject: str, clause: range) -> bool:
    """Whether all that the piece names stands in the clause, which has no verb before what is said of its subject."""
    if not _VERBS.isdisjoint(subject.split()) or _RELATION.search(subject.strip()) is None:
        return False
    named = [line.tokens[one.start].start for one in piece.hit.bound if one.start < one.end]
    return all(at in clause for at in named)


def _wording(line: Line, piece: Piece) -> str:
    """The phrase, with the words of the classes that it names."""
    classes = line.grammar.compiler.classes
    return re.sub(r"@(\w+)", lambda one: f"({'|'.join(classes.get(one[1], ()))})", piece.phrase.text)


@lru_cache(maxsize=1 << 8)
def _as_last(words: str) -> re.Pattern[str]:
    """Words with which a part of a phrase ends that is said of something: `{a} (is|remains) (bad|popular)`."""
    verb = r"\b(?:is|are|was|were|be|been|has|have|do|does|did|remains?|becomes?|fell|fallen)\b"
    alone = rf"|\b{words}s" if words in _VERBS_OF_WORTH else ""
    return re.compile(rf"(?:{verb}[^{{}}]*\b(?:{words}){alone})(?= *(?:[|)\]<]|$))")


def _is_understood(line: Line, piece: Piece, found: re.Match[str]) -> bool:
    """Whether the phrase itself says it, or it stands in a slot."""
    words = found[str(found.lastgroup)].split(" ")
    if found.lastgroup == "through":
        words = ["fell through", "fallen through"]
    elif found.lastgroup in ("later", "refused"):
        words = [" ".join(words), *(_LATER.split("|") if " ".join(words) in _LATER else ())]
    else:
        words = words[-1:] if found.lastgroup == "broken" else [" ".join(words)]
    said = {text for one in piece.hit.bound if one.words for text in line.texts[one.start : one.end]}
    values = {value for _, value in piece.phrase.fixed} | {word for one in piece.hit.bound for word in one.words}
    if not said.isdisjoint(words[0].split()) or not values.isdisjoint(words):
        return True
    is_last = _as_last("|".join(map(re.escape, words))).search(_wording(line, piece)) is not None
    return is_last and found.lastgroup not in ("over", "ended", "did_end", "lasts")


def _says_end(line: Line, piece: Piece) -> bool:
    """Whether the phrase says itself that something has ended."""
    values = [value for _, value in piece.phrase.fixed] + [word for one in piece.hit.bound for word in one.words]
    return (
        not piece.phrase.holds
        or any(map(is_past_participle, values))
        or _ENDS.search(_wording(line, piece)) is not None
    )


def _refuses(line: Line, piece: Piece, verb: str) -> bool:
    """Whether the phrase says what somebody refuses, and the sentence that it is refused him."""
    first = re.match(r"\{(\w+)", piece.phrase.text)
    doer = next((one for one in piece.hit.bound if first is not None and one.slot == first[1]), None)
    if doer is None or doer.mention is None or re.search(rf"\b{verb} .*\bby\b", line.text):
        return False
    own = words_of(_wording(line, piece))
    return any(word.endswith("s") for word in own if stem(word.removesuffix("s")) in _REFUSING) and not any(
        one in own for one in ("denied", "excluded", "rebuffed")
    )


_REFUSING = frozenset(
    map(stem, english.lines("refuse | reject | decline | deny | oppose | resist | block | veto | shun | spurn | turn"))
)
