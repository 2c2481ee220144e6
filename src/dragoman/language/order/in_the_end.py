"""What somebody thought of, planned or was to do, where the end of the sentence says whether he did it.

    A thought long and hard about buying it and never did   ->  A never bought it
    A was going to buy it but has not done so               ->  A has not bought it
    A came close to buying it, but in the end did not       ->  A did not buy it
    A wanted to buy it and did                              ->  A did buy it
    A promised to buy it, and has done so                   ->  A has bought it

Only a sentence of these two clauses is looked at so: who did it `with B` or `but not all of it` says more.
"""

from __future__ import annotations

from enum import Enum, auto

from dragoman.language.line.line import Line
from dragoman.language.turns.renamed import said_for
from dragoman.language.words import english
from dragoman.language.words.cues import Cues, spaced
from dragoman.language.words.tokens import Token
from dragoman.language.words.verbs import Form, first_form, inflected


class _End(Enum):
    """What the end of a sentence says of what was to be done."""

    DID = auto()
    HAS = auto()
    DID_NOT = auto()
    HAS_NOT = auto()


_HARD = "[(long|hard|long and hard|seriously|aloud|out loud|for years|for months|for weeks|for a while|for a long time|at length|a lot|often|more than once)]"
_ALSO = "[(long|once|seriously|briefly|originally|initially|at first|first|really|always|even|often|actively|openly|already|also|repeatedly|solemnly|publicly)]"
_TO_DO = Cues(
    f"""
    (was|were) {_ALSO} (going|about|set|supposed|due|expected|meant|ready|scheduled|slated|poised|planning|hoping|preparing|intending) to
    {_ALSO} (planned|wanted|meant|intended|promised|vowed|threatened|hoped|tried|attempted|offered|agreed|decided|pledged|swore|undertook|prepared|set out|resolved|aimed|sought) to
    (has|have|had) {_ALSO} (planned|wanted|meant|intended|promised|vowed|threatened|hoped|tried|attempted|offered|agreed|decided|pledged|undertaken|prepared|set out|been going|been about|been planning) to
    """
)
_DOING = Cues(
    f"""
    {_ALSO} (thought|talked|spoke|dreamed|dreamt) {_HARD} (about|of)
    (has|have|had) {_ALSO} (thought|talked|spoken|dreamed|dreamt) {_HARD} (about|of)
    (was|were) {_ALSO} (thinking|talking|dreaming) {_HARD} (about|of)
    {_ALSO} (considered|contemplated|weighed|mulled|mulled over|discussed|debated|pondered|proposed|suggested|envisaged)
    (has|have|had) {_ALSO} (considered|contemplated|weighed|mulled|mulled over|discussed|debated|pondered|proposed)
    (was|were) {_ALSO} (considering|contemplating|weighing|mulling|mulling over|discussing|debating)
    {_ALSO} (toyed|flirted|played) with [(the idea of|the thought of)]
    (came|was|were) (close|very close|near) to
    came within (an inch|an hour|a day|days|hours|weeks|minutes|a whisker|an ace) of
    (was|were) on the (point|verge|brink|cusp) of
    """
)
_IT = "[(it|they|he|she)]"
_LAST = (
    "[(in the end|eventually|finally|ultimately|at last|then|in the event|so far|thus far|as it turned out|after all)]"
)
_TAILS = {
    _End.DID_NOT: Cues(
        f"""
        {_LAST} {_IT} {_LAST} never [actually] did [(so|it|that)] [in the end]
        {_LAST} {_IT} {_LAST} did not [do (so|it|that)] [(in the end|after all)]
        {_LAST} {_IT} {_LAST} never got [(round|around)] to [doing] it
        {_LAST} {_IT} {_LAST} (thought better of it|decided against it|decided not to|did nothing of the kind|did nothing of the sort|backed out|dropped the idea|gave up|gave up the idea|abandoned the idea|let it be)
        {_LAST} (nothing came of it|it came to nothing|nothing ever came of it)
        {_LAST} {_IT} {_LAST} failed [to do so]
        """
    ),
    _End.HAS_NOT: Cues(
        f"""
        {_LAST} {_IT} (has|have) not [(yet|so far|actually)] [done (so|it|that)] [(yet|so far)]
        {_LAST} {_IT} (has|have) never [actually] [done (so|it|that)]
        {_LAST} {_IT} never (has|have) [done (so|it|that)]
        {_LAST} {_IT} (has|have) [still] yet to [do so]
        {_LAST} {_IT} (has|have) (thought better of it|decided against it|dropped the idea|given up the idea|given up|abandoned the idea)
        {_LAST} nothing has [yet] come of it [(yet|so far)]
        """
    ),
    _End.DID: Cues(
        f"""
        {_LAST} {_IT} {_LAST} did [(so|it|that|just that|exactly that)] [(in the end|at last)]
        {_LAST} {_IT} {_LAST} succeeded
        {_LAST} {_IT} {_LAST} managed [(it|to|to do so|to do it)]
        {_LAST} {_IT} {_LAST} went ahead [(with it|and did so|and did it)]
        """
    ),
    _End.HAS: Cues(
        f"""
        {_LAST} {_IT} (has|have) {_LAST} [now] (done (so|it|that|just that|exactly that)|succeeded|managed it|managed to|managed to do so)
        {_IT} now (has|have) [done so]
        """
    ),
}  # fmt: skip
_CUES = frozenset(word for cues in _TAILS.values() for word in cues.words()) & frozenset(
    english.lines("did | never | not | done | better | against | nothing | backed | dropped | gave | failed | succeeded | managed | ahead | yet | has | have")
)  # fmt: skip
_JOINTS = frozenset({",", ";", "-", "and", "but", "yet"})
_LEAST, _MOST_FIRST = 4, 14
_OPEN = english.MODALS | english.NEGATORS | english.FAINT_NEGATORS | english.IFS | {"to", "will", "that"}


def in_the_end(line: Line) -> list[Token] | None:
    """The tokens of such a sentence, with what its end says; None of any other."""
    if _CUES.isdisjoint(line.texts):
        return None
    for at in range(_LEAST, len(line)):
        begins = at
        while begins < len(line) and line.texts[begins] in _JOINTS:
            begins += 1
        if begins in (at, len(line)) or line.texts[at - 1] in _JOINTS:
            continue
        words = spaced(line.texts[begins:])
        end = next((end for end, cues in _TAILS.items() if cues.whole(words)), None)
        if end is not None:
            return _put(line, at, end)
    return None


def _put(line: Line, last: int, end: _End) -> list[Token] | None:
    """What was to be done, up to there, as it was done or not."""
    for at in range(min(last - 2, _MOST_FIRST)):
        if line.texts[at] in _OPEN or line.is_cut(at):
            return None
        words = spaced(line.texts[at:last])
        to_do, doing = _TO_DO.at_start(words), _DOING.at_start(words)
        found = to_do or doing
        if found is None:
            continue
        verb = at + found.group().count(" ")
        if verb >= last - 1 or line.mentions[verb] or not line.tokens[verb].is_word:
            return None
        said = line.texts[verb]
        if said in english.CARRY_NOTHING - {"be", "have"} or (to_do is None and not said.endswith("ing")):
            return None
        rest = range(verb + 1, last)
        if not (_OPEN - {"to"}).isdisjoint(line.texts[verb + 1 : last]) or any(_is_joint(line, one) for one in rest):
            return None
        base = said if to_do is not None else first_form(said, Form.DOING)
        several = line.texts[at] in ("have", "were")
        put = said_for(_words(base, end, several=several), line.tokens[verb])
        return [*line.tokens[:at], *put, *line.tokens[verb + 1 : last]]
    return None


def _is_joint(line: Line, at: int) -> bool:
    """Whether clauses may be joined there, and no names."""
    is_within = any(one < at < m.end for one in range(max(0, at - 8), at) for m in line.mentions[one])
    return line.is_cut(at) and not is_within


def _words(base: str, end: _End, *, several: bool) -> tuple[str, ...]:
    if base == "be":
        be = "are" if several else "is"
        has = "have" if several else "has"
        return {
            _End.DID: (be,),
            _End.HAS: (be,),
            _End.DID_NOT: (has, "never", "been"),
            _End.HAS_NOT: (has, "not", "been"),
        }[end]
    has = "have" if several else "has"
    done = inflected(base, Form.DONE) or base
    return {
        _End.DID: ("did", base),
        _End.HAS: (has, done),
        _End.DID_NOT: ("did", "not", base),
        _End.HAS_NOT: (has, "not", done),
    }[end]
