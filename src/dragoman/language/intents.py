"""What somebody wants with a sentence: its mood times what it speaks of.

The mood is the form of the sentence (supposing, asking why, asking, ordering, correcting, stating). What it speaks of is
the session, what the program gave (advice, risks, rules), or the rulebook's own world.
"""

from __future__ import annotations

import re

from dragoman.language import english
from dragoman.language.forms import Intent
from dragoman.language.line import Line


def _any(*texts: str) -> re.Pattern[str]:
    alternatives = "|".join(part.strip() for text in texts for part in text.split("|") if part.strip())
    return re.compile(rf"(?<![a-z])(?:{alternatives})(?![a-z])")


_START = r"^(?:(?:ok|okay|so|well|and|but|hey|hi|hmm|please|pls|now|then|alright|right|great|thanks|dragoman|look|listen|sure|fine|yes|no)[ ,.!]+)*"
_SESSION = _any(
    "session|file|scenario|program|programme|app|application|screen|window|conversation|chat|history|markdown|pdf|csv"
    "|json|yaml|docx|word|html|help|tutorial|theme|mode|panel|pane|tab|everything|all of it|it all|it|this|that|what we have"
    "|transcript|log|journal|draft|copy|clipboard|printer|disk|settings|language|brief|memo|note|notes|report|state|situation"
)
_ORDER = re.compile(
    _START
    + r"(?:(?:can|could|would|will) you (?:please )?|i(?: would|'d)? (?:like|want|need)(?: you)? to |let us |lets |please |kindly |go ahead and |time to |you can )?"
    r"(?P<verb>save|load|open|export|import|quit|exit|close|print|reset|restart|clear|start over|start again|start a|start fresh|begin again|undo|redo"
    r"|rename|switch|go back|store|write|download|copy|delete|archive|resume|reload|log out|sign off|shut down|turn on|turn off"
    r"|wipe|dump|render|bring up|pull up|stop|pause|scroll|zoom|enable|disable|hide|set|change|use|help|bye|goodbye|leave|send|email|mail|share|end|finish|back up|backup|put|revert|continue|replay|discard|new)\b"
)
_DONE = _any("i am done|we are done|that is all|that will be all|bye|goodbye|see you|sign me out|log me out")
_UNDO = re.compile(_START + r"(?:undo|revert) (?:my |the |that )?(?:last|previous|latest|change)")
_WITHDRAW = re.compile(
    _START + r"(?:please |i (?:want|would like|need) to |i'd like to |can you |could you |let me |let us |lets )*"
    r"(?P<verb>forget|take back|i take back|takes? it back|retract|i retract|withdraw|i withdraw|remove|delete|drop|scrap|strike|erase|disregard|ignore"
    r"|cancel|discard|unsay|scratch|nix|undo|roll back|kill|never mind|nevermind|throw out|cross out|rescind|get rid of|i no longer claim)\b(?! in\b)"
)
_WITHDRAWN_LATER = _any(
    "(?:please )?(?:drop|forget|delete|remove|scrap|ignore|disregard|strike|withdraw|retract) (?:that|it|this|them|those|that one|this one|the fact|that fact|what i said|my last)"
    "|take (?:that|it|this|them) back|i (?:(?:would like|want|have|need) to )?take back|i take (?:that|it) back|i was wrong about|i was mistaken about|i was too quick|i did not mean|i should not have said"
    "|that was (?:wrong|a mistake|an error)|not sure about that any more|i withdraw|cross (?:that|it) out|leave (?:that|it) out"
)
_CORRECT = re.compile(
    _START
    + r"(?:correction|actually scratch that|scratch that|actually|no wait|wait|wait no|sorry|my mistake|my bad|oops|i meant|i mean|i misspoke|i misread"
    r"|make that|let me correct|i was wrong|i got (?:that|it) wrong|i stand corrected|to correct|not quite|rather|on second thought|on reflection|fix|amend|change that|change it"
    r"|erratum|edit|typo|that should (?:be|read|have been)|it should (?:be|have been)|strike that|i need to correct|i have to correct|the other way (?:round|around))\b"
)
_OTHER_WAY = _any("the other way (?:round|around)|vice versa|reverse that|swap (?:them|that|those)")
_CORRECTED = _any(
    "scratch that|i meant|i mean|my mistake|i misspoke|should have said|should be|should read|should have been|make that|and not the|it was .* that .*, not"
    "|instead of what i said|rather than what i said|i said .* but|i wrote .* but|got (?:that|it) wrong|not .* as i said|correction"
)
_IF = re.compile(
    _START
    + r"(?:what if|suppose|supposing|imagine|assume|assuming|let us (?:say|suppose|assume|imagine|pretend)|lets (?:say|suppose|assume|imagine|pretend)|say |pretend|consider (?:a|the) (?:case|world|scenario)"
    r"|what would (?:happen|change|it mean|you (?:say|advise|recommend))[^?]* if|what happens if|what changes if|how would[^?]* if|would[^?]* if|hypothetically|if |in case|were |had |picture this|play out|in a world where|what about a world where|what do you (?:say|advise|recommend) if|and if|what should[^?]* if|does[^?]* change if|what becomes of[^?]* if|try (?:it|this) with|run (?:it|this|that) (?:again )?with|given that|let it be|test what|simulate)"
)
_WHY = re.compile(
    _START
    + r"(?:(?:but |and |can you |could you |please |tell me |explain |i wonder |i do not (?:see|understand|get) |remind me |would you |show me |say )*(?:to me )?)"
    r"(?:why|how come|how so|what makes you|on what (?:basis|grounds|evidence|ground|authority)|what is the (?:basis|reason|reasoning|rationale|evidence|logic|justification|argument|proof)"
    r"|how (?:did|do|can|could|have) you (?:get|got|arrive|arrived|come|came|reach|reached|conclude|concluded|know|say|justify|end up|derive|derived|figure|reason|infer|claim|think|be so)"
    r"|how was|how is (?:that|this|it) (?:derived|justified|concluded|supported)|what (?:led|leads|brought|drove|drives|explains|supports|justifies|backs|underlies|underpins|triggered|caused|speaks for|is behind|lies behind|prompted|gave rise)"
    r"|where (?:does|did|do) .*(?:come from|get|stem)|which (?:of )?.*(?:led|lead|leads|support|supports|back|backs|triggered|fired for|are behind|is behind|made|underlie|justify|caused|give|gave|produced)|justify|explain|walk me through|based on what|based on which|from what|says who|the reason|reasons for|reason for|grounds for|what for|proof of|prove|trace|give me (?:the |your )?(?:reason|reasons|reasoning|grounds|proof|evidence|rationale|justification)|what are (?:the |your )?(?:grounds|reasons|premises)|whence|how does it follow|how does that follow|what rests)\b"
)
_WHY_NOT = _any(
    "why (?:not|no)|why (?:do|did|does|is|are|was|were|has|have|can|could|would|will|should) (?:\\S+ ){0,5}(?:not|no|never|nothing|none|no longer)|how come (?:\\S+ ){0,6}(?:not|no|never|nothing)"
    "|what(?: is|'s)? (?:still )?(?:missing|lacking|absent|needed|required)|what (?:would it take|does it take|else do you need|more do you need|else is needed|keeps|kept|stops|stopped|prevents|prevented|blocks|blocked|holds|held|speaks against|stands in the way|do you need|would you need|must be|has to be|would have to)"
    "|before you (?:would|will|'d)? ?(?:say|conclude|recommend|advise|tell)|what is in the way|why is there (?:no|not|nothing)|why are there no|reason (?:\\S+ ){0,6}(?:did not|does not|is not|was not|has not)|for not \\S+ing|explain why (?:\\S+ ){0,6}(?:not|no)|what do i (?:have to|need to) tell you|what must i tell you"
    "|do not you (?:recommend|advise|suggest|say|conclude|mention|warn|list)|did not you|why leave out|why omit|why skip|why drop|missing from"
)
_PROGRAM = _any(
    "advice|advise|advises|recommend|recommends|recommended|recommendation|recommendations|suggest|suggestion|suggestions|risk|risks|warning|warnings|alert|rule|rules|fact|facts|forecast|forecasts"
    "|assumption|assumptions|conclusion|conclusions|conclude|finding|findings|result|results|proof|evidence|audit|summary|summarise|summarize|overview|option|options|next"
    "|changed|change|scenario|claims|sources|source|grounds|premises|what do you know|what have i|what did i|so far|compare|comparison|difference|differences|list|explain|definition|mean|means|meaning"
    "|question|questions|should i tell|should i say|missing|unknown|robust|sensitive|flip|depends|hinges|confidence|outlook|priorities|priority|steps|instruments|strategy do|should the|should we|should brussels|most urgent|biggest|greatest|watch|monitor|conflict|conflicts|dispute|disputed|likelihood|likely is|status|conclude"
)
_SHOW = re.compile(
    _START
    + r"(?:(?:can|could|would|will) you (?:please )?|please |i(?: would|'d)? (?:like|want|need) (?:to (?:see|know|hear|have)|a|an|the|you to)? ?|let me |lets |let us )*"
    r"(?:show|list|display|give|tell me|compare|summarise|summarize|explain|describe|define|print|what|which|who|where|when|how|remind me|is there|are there|do you|does|did|is|are|has|have|can|could|would|should|will|any |enumerate|recap|name|see|know|find|outline|sum up|contrast|check|brief me|walk me|anything)\b"
)
_INVERTED = re.compile(
    _START
    + r"(?:do|does|did|is|are|was|were|has|have|had|can|could|would|will|should|may|might|must|am)\s+(?!not\s+(?:forget|tell))"
)
_NOT_PLAIN = re.compile(
    r"[{}<>\\]|\[/?[a-z@#][^\]]*\]|==|:=|--|;\s*$|\w+\(.*\)|^\s*>|!!|drop table|ignore (?:all )?(?:previous|prior|above|your)|system prompt|</",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"^\s*(?:SYSTEM|ADMIN|ROOT|ASSISTANT|USER|RISK|RECOMMENDATION|FORECAST|FACT|ASSERT|TOLD|WARNING|INFO|DEBUG|ERROR)\s*[:>=]"
)


def imitates_commands(text: str) -> bool:
    """Whether a text is none that people say: markup, code, or made to look like a command or the program's own output."""
    return bool(_NOT_PLAIN.search(text) or _LABEL.search(text))


def is_foreign(texts: list[str]) -> bool:
    """Whether the words are those of another language."""
    return sum(text in english.NOT_ENGLISH for text in texts) >= 2 and not {"the", "and", "is", "of"} & set(texts)


class Mood:
    """One sentence, asked for its intent."""

    def __init__(self, line: Line, *, is_asked: bool, is_about: bool, is_told: bool = False) -> None:
        self.line = line
        self.text = " ".join(token.text for token in line.tokens if token.text not in ('"', "(", ")"))
        self.is_asked = is_asked
        """Whether it ends with a question mark."""
        self.is_about = is_about
        """Whether it speaks of the rulebook's world."""
        self.is_told = is_told and not is_asked and self.text.startswith("what ")
        """Whether it only looks like a question: `what China does there is ...`, all of it a fact."""

    def intent(self) -> Intent:
        """The first that fits, from the most telling form on."""
        if self.is_told:
            return Intent.TELL
        for intent, fits in (
            (Intent.WHAT_IF, self._supposes),
            (Intent.WITHDRAW, self._only_withdraws),
            (Intent.CORRECT, self._corrects),
            (Intent.WITHDRAW, self._withdraws),
            (Intent.WHY_NOT, self._asks_why_not),
            (Intent.WHY, self._asks_why),
            (Intent.COMMAND, self._orders),
            (Intent.SHOW, self._asks),
        ):
            if fits():
                return intent
        return Intent.TELL if self.is_about else Intent.OTHER

    def _supposes(self) -> bool:
        found = _IF.search(self.text)
        if found is None:
            return False
        word = found.group().split()[-1]
        if word in ("were", "had"):
            return self.is_asked
        if word == "say":
            return self.is_asked or "what" in self.text
        if word in ("if", "given", "that", "assuming", "assume", "imagine", "consider"):
            return self.is_about or self.is_asked
        return True

    def _corrects(self) -> bool:
        if _OTHER_WAY.search(self.text):
            return True
        if _CORRECT.search(self.text):
            return self.is_about or "that" in self.text or "it" in self.text.split()
        return bool(_CORRECTED.search(self.text)) and self.is_about and not self.is_question

    def _only_withdraws(self) -> bool:
        return _WITHDRAW.search(self.text) is not None and _CORRECT.search(self.text) is None and self._withdraws()

    def _withdraws(self) -> bool:
        if _UNDO.search(self.text):
            return "change" not in self.text or "last" in self.text
        found = _WITHDRAW.search(self.text)
        if found is not None:
            whole = {"session", "everything", "all", "scenario"} & set(self.text.split())
            instructions = "instruction" in self.text or "previous prompt" in self.text
            is_step = found["verb"] in ("undo", "cancel", "roll back") and not self.is_about
            return (
                not whole
                and not instructions
                and not (is_step and "statement" not in self.text and "said" not in self.text)
            )
        return bool(_WITHDRAWN_LATER.search(self.text)) and not self.is_question

    @property
    def is_question(self) -> bool:
        """Whether it asks, by its mark or its form."""
        first = re.sub(_START, "", self.text).split()[:1]
        is_clause = bool(first) and first[0] in ("when", "where", "who") and "," in self.text and not self.is_asked
        return (
            self.is_asked
            or bool(first and first[0] in english.ASKING and not is_clause)
            or bool(_INVERTED.search(self.text))
        )

    def _asks_why_not(self) -> bool:
        found = _WHY_NOT.search(self.text)
        return found is not None and "not to" not in self.text[found.start() : found.end() + 3]

    def _asks_why(self) -> bool:
        is_ours = self.is_about or "you" in self.text.split() or bool(_PROGRAM.search(self.text))
        return bool(_WHY.search(self.text)) and (is_ours or len(self.text) < 25)

    def _orders(self) -> bool:
        if _DONE.search(self.text):
            return True
        found = _ORDER.search(self.text)
        if found is None or (
            self.is_question and not found.group().strip().startswith(("can you", "could you", "would you", "will you"))
        ):
            return self.text in ("help", "quit", "exit", "bye", "stop", "undo", "redo")
        rest = self.text[found.end() :]
        verb = found["verb"]
        if verb in (
            "help",
            "bye",
            "goodbye",
            "quit",
            "exit",
            "undo",
            "redo",
            "restart",
            "reset",
            "start over",
            "start again",
            "begin again",
            "log out",
            "shut down",
        ):
            return True
        return bool(_SESSION.search(rest) or _PROGRAM.search(rest))

    def _asks(self) -> bool:
        if _SHOW.search(self.text) is None and not self.is_asked:
            return False
        is_clause = self.text.startswith("when ") and "," in self.text and not self.is_asked
        is_form = (self.is_question or _SHOW.search(self.text) is not None) and not is_clause
        return is_form and (self.is_about or bool(_PROGRAM.search(self.text)))
