"""One line of a conversation: what it is, what it does, and the reply.

A line is, in this order: a slash command, an answer to what was asked, a command word, a fact as a file writes it, or
plain English. A mistake changes nothing, and nothing is told that was not said or consented to.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Iterator, Sequence

from dragoman.advice.statement_wording import wording_of
from dragoman.conversation import questions
from dragoman.conversation.actions import ACTIONS, Action, bare
from dragoman.conversation.answering import Answer, Kind, answer_in
from dragoman.conversation.commands import Commands
from dragoman.conversation.examples import example_facts
from dragoman.conversation.forms import Asked, AskedKind, Choice, Deed, Open, Reply, Understood
from dragoman.conversation.fragments import amendments, is_correcting
from dragoman.conversation.state import State
from dragoman.conversation.talk import Talk
from dragoman.conversation.telling import Change, forget, said_of, sentences, tell, without
from dragoman.errors import Finding, Place
from dragoman.exact.difference import Advised, difference
from dragoman.exact.machine import SUPPOSED_LAYER
from dragoman.language.context import Context
from dragoman.language.forms import Intent, Offer, ReadFact
from dragoman.language.forms import Reading as LineReading
from dragoman.language.remembered import among_told, as_read
from dragoman.situation.assemble import forget_in, read_chat_fact
from dragoman.situation.evidence import weigh
from dragoman.situation.forms import Said, Situation
from dragoman.situation.reader import FactReader
from dragoman.situation.typed import typed
from dragoman.source.names import did_you_mean
from dragoman.source.nodes import Mapping, Node, shorten
from dragoman.source.reading import Reading

LONGEST = 10_000
"""Characters of a line that are looked at."""
_STAYS = 3
"""For so many lines what was offered stays open."""
_LIKE_A_FILE = re.compile(r"^\s*(?:\{|(?P<key>[a-z][a-z0-9_]*)\s*:)")
_AMENDING = (Intent.CORRECT, Intent.TELL, Intent.OTHER)
_THAT = re.compile(
    r"^(?:please |ok(?:ay)? |no,? |actually,? |sorry,? )*(?:forget|withdraw|take back|drop|remove|delete|strike|retract|scratch|undo|discard|cancel|i take back)"
    r" (?:that|it|this|them|those|(?:the |that |my )?(?P<last>last|latest)(?: one| fact| statement| line| thing)?|what i just said|the one i just told you)"
    r"(?: one| fact| again| please| back)*[.! ]*$|^(?:i )?take (?:that|it|this|them)(?: last one)? back[.! ]*$",
    re.IGNORECASE,
)


def say(talk: Talk, text: str) -> tuple[Talk, Reply]:
    """The talk after `text`, and what it led to, without the question at its end.

    Raises:
        EngineError: if the engine fails; the talk given stands.
        RulebookError: with all mistakes of the rulebook's phrases, if it takes them to read the line.
    """
    state = dataclasses.replace(talk.state, line=talk.state.line + 1)
    return _Line(talk.at(state), text[:LONGEST]).reply()


def ask(talk: Talk, reply: Reply) -> tuple[Talk, Reply]:
    """The talk and the reply with the one question: what is offered, whose word goes, or what settles most.

    Raises:
        EngineError: if the rules have more instances than can be held.
    """
    if reply.question is not None or reply.leaves or not _asks(reply):
        return talk, reply
    state = talk.state
    pending = state.question if state.question and state.line - state.since < _STAYS else None
    asked: Asked | None
    if reply.offered:
        asked = questions.about_offer(reply.offered[0])
    elif pending is not None and pending.kind is not AskedKind.OPEN:
        asked = pending
    else:
        asked = questions.open_question(talk.advised.evaluation, state.passed, _named(state))
    if asked is None:
        return talk.at(dataclasses.replace(state, question=None)), reply
    since = state.since if asked == pending else state.line
    atoms = (*state.asked, asked.atom) if asked.atom and asked.atom not in state.asked else state.asked
    return talk.at(dataclasses.replace(state, question=asked, since=since, asked=atoms)), dataclasses.replace(
        reply, question=asked
    )


def _asks(reply: Reply) -> bool:
    """Whether a reply ends with a question: where something was done or offered, or a question was answered."""
    return bool(reply.understood or reply.offered or reply.clashes) or reply.action in ("next", "answer")


def _named(state: State) -> tuple[str, ...]:
    return tuple(term for s in state.latest for term in s.said.terms if isinstance(term, str))


class _Line:
    """One line on its way to a reply."""

    def __init__(self, talk: Talk, text: str) -> None:
        self.talk, self.text = talk, text
        self.place = Place(f"chat line {talk.state.line}")
        self.rulebook = talk.rulebook

    def reply(self) -> tuple[Talk, Reply]:
        said = self.text.strip()
        if not said:
            return self.talk, Reply(self.text, problem="nothing was said; type what you know, or 'help'")
        if said.startswith("/"):
            return self._slash(said)
        asked = self.talk.state.question
        answer = answer_in(self.talk.grammar, asked, said) if asked is not None else None
        if asked is not None and answer is not None:
            return self._answered(asked, answer)
        action = bare(said)
        if action is not None:
            return self._act(action, "")
        if self._is_like_a_file(said):
            return self._typed()
        return self._read()

    # -- commands

    def _slash(self, said: str) -> tuple[Talk, Reply]:
        word, _, argument = said[1:].partition(" ")
        action = ACTIONS.get(word)
        if action is None:
            names = [f"/{name}" for name in ACTIONS]
            hint = did_you_mean(f"/{word}", names) or f"; there are {', '.join(names)}"
            message = f"there is no command '/{shorten(word)}'{hint}"
            return self.talk, Reply(self.text, findings=(Finding(self.place, "FA013", message),))
        argument = argument.strip()
        if action.needs_argument and not argument:
            message = f"'/{word}' needs {action.argument}: {action.help}"
            return self.talk, Reply(self.text, findings=(Finding(self.place, "FA011", message),))
        return self._act(action, argument)

    def _act(self, action: Action, argument: str, intent: Intent | None = None) -> tuple[Talk, Reply]:
        reply = Reply(self.text, intent, action.name, argument)
        match action.name:
            case "undo" | "redo":
                return self._step(reply)
            case "restart":
                return self._restart(reply)
            case "keep":
                return self._keep(reply)
            case "what-if":
                return self._what_if_line(argument)
            case "next":
                return self._next(reply)
            case "quit":
                return self.talk, dataclasses.replace(reply, leaves=True)
        return Commands(self.talk).do(reply)

    def _next(self, reply: Reply) -> tuple[Talk, Reply]:
        state = self.talk.state
        if state.question is not None and state.question.atom is not None:
            state = dataclasses.replace(state, passed=state.passed | {state.question.atom}, question=None)
        return self.talk.at(state), reply

    def _step(self, reply: Reply) -> tuple[Talk, Reply]:
        state, is_undo = self.talk.state, reply.action == "undo"
        moved = state.undone() if is_undo else state.redone()
        if moved is None:
            return self.talk, dataclasses.replace(reply, problem=f"there is nothing to {reply.action}")
        understood = tuple(self._turned(state.situation, moved.situation))
        notes = (f"back to: {moved.situation.title}",) if moved.situation.title != state.situation.title else ()
        return self.talk.moved(moved, dataclasses.replace(reply, understood=understood, notes=notes))

    def _turned(self, now: Situation, then: Situation) -> Iterator[Understood]:
        """What going from one situation to another takes back and says again."""
        said, unsaid = set(now.statements), set(then.statements)
        gone = tuple(s for s in now.statements if s not in unsaid)
        again = tuple(s for s in then.statements if s not in said)
        for deed, statements in ((Deed.WITHDRAWN, gone), (Deed.TOLD, again)):
            if statements and now.files == then.files:
                yield from (
                    Understood(deed, text, statements=statements) for text in sentences(self.rulebook, statements)
                )

    def _restart(self, reply: Reply) -> tuple[Talk, Reply]:
        if self.talk.situation == self.talk.start:
            return self.talk, dataclasses.replace(reply, problem="nothing was said that would be dropped")
        state = self.talk.state.changed(self.talk.start)
        cleared = dataclasses.replace(state, open=(), supposed=(), latest=(), passed=frozenset(), asked=())
        return self.talk.moved(cleared, dataclasses.replace(reply, notes=(f"back to: {self.talk.start.title}",)))

    def _keep(self, reply: Reply) -> tuple[Talk, Reply]:
        supposed = self.talk.state.supposed
        if not supposed:
            return self.talk, dataclasses.replace(reply, problem="nothing was supposed that could be kept")
        return self._tell(reply, self._said(supposed))

    # -- facts as a file writes them

    def _is_like_a_file(self, said: str) -> bool:
        found = _LIKE_A_FILE.match(said)
        if found is None:
            return False
        key = found["key"]
        return key is None or key in ("not", "forget") or key in self.rulebook.facts or "{" in said

    def _typed(self) -> tuple[Talk, Reply]:
        reading = Reading("FA")
        node = typed(reading, self.place.source, self.text)
        if isinstance(node, Mapping) and not reading.findings:
            forgotten = node.get("forget")
            return (
                self._forget_typed(reading, node, forgotten)
                if forgotten is not None
                else self._tell_typed(reading, node)
            )
        if not reading.findings:
            such = next((f" such as '{fact}'" for fact in example_facts(self.rulebook)), "")
            reading.note(self.place, "012", f"write a fact{such}, or /help")
        return self.talk, Reply(self.text, Intent.TELL, findings=tuple(reading.findings))

    def _tell_typed(self, reading: Reading, node: Mapping) -> tuple[Talk, Reply]:
        said = read_chat_fact(self.rulebook, reading, node)
        if said is None or reading.findings:
            return self.talk, Reply(self.text, Intent.TELL, findings=tuple(reading.findings))
        return self._tell(Reply(self.text, Intent.TELL), (said,))

    def _forget_typed(self, reading: Reading, node: Mapping, forgotten: Node) -> tuple[Talk, Reply]:
        reply = Reply(self.text, Intent.WITHDRAW)
        if len(node.entries) > 1:
            reading.note(node.place, "012", "a line forgets one thing and says nothing else")
            return self.talk, dataclasses.replace(reply, findings=tuple(reading.findings))
        pattern = FactReader(reading, self.rulebook).read_forget(forgotten)
        dropped = forget_in(self.talk.situation, pattern)[1] if pattern is not None else ()
        if pattern is not None and not dropped:
            reading.note(pattern.place, "501", "nothing was said that this would forget; /facts shows what was")
        if reading.findings:
            return self.talk, dataclasses.replace(reply, findings=tuple(reading.findings))
        return self._changed(reply, without(self.talk.situation, dropped))

    # -- plain English

    def _read(self) -> tuple[Talk, Reply]:
        if _THAT.match(self.text.strip()) and self.talk.state.latest:
            return self._withdraw_latest()
        reading = self.talk.reader.read_after(self.talk.state.context, self.text)
        if not (reading.facts or reading.withdrawn or reading.supposed) and reading.intent in _AMENDING:
            amended = self._amended(reading.offered)
            if amended is not None:
                return amended
        match reading.intent:
            case Intent.TELL | Intent.CORRECT:
                return self._tell_read(reading)
            case Intent.WITHDRAW:
                return self._withdraw(reading)
            case Intent.WHAT_IF:
                return self._suppose(reading)
        return self._request(reading)

    def _amended(self, offered: Sequence[Offer]) -> tuple[Talk, Reply] | None:
        """The line as a fragment that corrects what was told last; None if it is none, or reads better as a whole."""
        still = [s for s in self.talk.state.latest if s in set(self.talk.situation.statements)]
        found = amendments(self.talk.grammar, self.text, still)
        if not found or (offered and len(found) > 1):
            return None
        reply = Reply(self.text, Intent.CORRECT)
        if len(found) > 1 or not is_correcting(self.text):
            taken = as_read(self.rulebook, found[0].old, "")
            choices = tuple(self._choice(one.fact) for one in found[:3])
            offer = Open(self.text.strip(), "it may correct what was told last", choices, (taken,))
            return self._only_offered(dataclasses.replace(reply, offered=(offer,)))
        (one,) = found
        back = without(self.talk.situation, [s for s in still if s.said == one.old])
        change = tell(back.situation, weigh(self.rulebook, back.situation), self._said((one.fact,)))
        return self._changed(reply, _corrected(back, change))

    def _request(self, reading: LineReading) -> tuple[Talk, Reply]:
        action, argument = Commands(self.talk).asked(self.text, reading)
        if action is None:
            nearest = tuple(one.sentence for offer in self._opened(reading.offered) for one in offer.choices)
            unclear = reading.not_understood or (self.text.strip(),)
            return self.talk, Reply(self.text, reading.intent, not_understood=unclear, nearest=nearest)
        return self._act(action, argument, reading.intent)

    def _tell_read(self, reading: LineReading) -> tuple[Talk, Reply]:
        opened = self._opened(reading.offered, reading.withdrawn if reading.intent is Intent.CORRECT else ())
        reply = Reply(self.text, reading.intent, offered=opened, not_understood=reading.not_understood)
        said = self._said(reading.facts)
        if not said:
            return self._only_offered(reply)
        taken = reading.withdrawn if reading.intent is Intent.CORRECT else ()
        return self._tell(reply, said, taken)

    def _only_offered(self, reply: Reply) -> tuple[Talk, Reply]:
        if not reply.offered and not reply.not_understood:
            reply = dataclasses.replace(reply, not_understood=(self.text.strip(),))
        if not reply.offered:
            return self.talk, reply
        state = self._passed_over(self.talk.state)
        return self.talk.at(dataclasses.replace(state, open=reply.offered, question=None)), reply

    def _withdraw_latest(self) -> tuple[Talk, Reply]:
        latest = self.talk.state.latest
        still = [s for s in latest if s in set(self.talk.situation.statements)]
        if "last" in self.text.lower() and still:
            still = [s for s in still if s.said == still[-1].said]
        reply = Reply(self.text, Intent.WITHDRAW)
        if not still:
            return self.talk, dataclasses.replace(reply, problem="what was said last was taken back already")
        return self._changed(reply, without(self.talk.situation, still))

    def _withdraw(self, reading: LineReading) -> tuple[Talk, Reply]:
        reply = Reply(self.text, Intent.WITHDRAW)
        reading = among_told(self.rulebook, self.talk.situation, reading)
        change = forget(self.talk.situation, reading.withdrawn)
        if change.understood:
            return self._changed(reply, change)
        wanted = [one.sentence for one in map(self._choice, reading.withdrawn)]
        what = f": {'; '.join(wanted)}" if wanted else ""
        return self.talk, dataclasses.replace(reply, problem=f"nothing was told that this would take back{what}")

    def _what_if_line(self, argument: str) -> tuple[Talk, Reply]:
        """`/what-if FACT`, in plain English or as a file writes it."""
        if self._is_like_a_file(argument):
            reading = Reading("FA")
            node = typed(reading, self.place.source, argument)
            said = read_chat_fact(self.rulebook, reading, node) if isinstance(node, Mapping) else None
            if said is None or reading.findings:
                return self.talk, Reply(self.text, Intent.WHAT_IF, "what-if", findings=tuple(reading.findings))
            return self._supposed(Reply(self.text, Intent.WHAT_IF, "what-if"), (said,), ())
        return self._suppose(self.talk.reader.read_after(self.talk.state.context, f"what if {argument}"))

    def _suppose(self, reading: LineReading) -> tuple[Talk, Reply]:
        opened = tuple(dataclasses.replace(one, supposes=True) for one in self._opened(reading.offered))
        reply = Reply(self.text, Intent.WHAT_IF, "what-if", offered=opened, not_understood=reading.not_understood)
        said = self._said(reading.supposed)
        return self._supposed(reply, said, reading.supposed) if said else self._only_offered(reply)

    def _supposed(self, reply: Reply, said: Sequence[Said], facts: Sequence[ReadFact]) -> tuple[Talk, Reply]:
        """What would change; what was supposed just before goes with it where a line begins with `and`."""
        state = self.talk.state
        if re.match(r"\s*and\b", self.text, re.IGNORECASE) and state.supposed and facts:
            facts = (*state.supposed, *facts)
            said = self._said(facts)
        above = tuple(dataclasses.replace(one, layer=SUPPOSED_LAYER) for one in said)
        change = tell(self.talk.situation, self.talk.advised.evaluation.evidence, above, Deed.SUPPOSED)
        supposed = Advised.of(change.situation, engine=self.talk.engine)
        changes = difference(self.talk.advised, supposed)
        talk = self.talk.at(dataclasses.replace(state, supposed=tuple(facts)))
        return talk, dataclasses.replace(reply, understood=change.understood, difference=changes)

    # -- answers

    def _answered(self, asked: Asked, answer: Answer) -> tuple[Talk, Reply]:
        state, reply = self.talk.state, Reply(self.text, action="answer")
        done = dataclasses.replace(state, question=None)
        match answer.kind:
            case Kind.FACT if answer.fact is not None:
                return _Line(self.talk.at(done), self.text)._tell(reply, self._said((answer.fact,)))
            case Kind.PICK:
                return _Line(self.talk.at(done), self.text)._picked(asked, answer.number, reply)
            case Kind.REFUSE:
                rest = state.open[1:] if asked.kind is AskedKind.OFFER else state.open
                note = "nothing was told" if asked.kind is AskedKind.OFFER else "both stay as they are"
                talk = self.talk.at(dataclasses.replace(done, open=rest))
                return talk, dataclasses.replace(reply, offered=rest, notes=(note,))
            case Kind.WHY:
                return self.talk, dataclasses.replace(reply, action="why ask", answer=asked)
            case Kind.EDIT:
                return self.talk.at(done), dataclasses.replace(
                    reply, action="edit", notes=("say it again in other words",)
                )
            case Kind.STOP:
                talk = self.talk.at(dataclasses.replace(done, open=()))
                return talk, dataclasses.replace(reply, action="stop", notes=("no more questions; 'next' asks again",))
            case Kind.BACK:
                return self._back(reply)
        return self._skipped(asked, done, reply)

    def _skipped(self, asked: Asked, done: State, reply: Reply) -> tuple[Talk, Reply]:
        passed = done.passed | {asked.atom} if asked.atom is not None else done.passed
        rest = done.open[1:] if asked.kind is AskedKind.OFFER else done.open
        return self.talk.at(dataclasses.replace(done, passed=passed, open=rest)), dataclasses.replace(
            reply, offered=rest
        )

    def _back(self, reply: Reply) -> tuple[Talk, Reply]:
        """The question before the last, again."""
        state = self.talk.state
        earlier = [atom for atom in state.asked if state.question is None or atom != state.question.atom]
        if not earlier:
            return self.talk, dataclasses.replace(reply, problem="nothing was asked before")
        asked = questions.asked_about(self.rulebook, earlier[-1])
        again = dataclasses.replace(
            state, question=asked, since=state.line, asked=tuple(earlier), passed=state.passed - {earlier[-1]}
        )
        return self.talk.at(again), dataclasses.replace(reply, question=asked)

    def _picked(self, asked: Asked, number: int, reply: Reply) -> tuple[Talk, Reply]:
        state = self.talk.state
        if asked.offer is not None:
            fact, rest = asked.offer.choices[number].fact, tuple(one for one in state.open if one != asked.offer)
            line = _Line(self.talk.at(dataclasses.replace(state, open=rest)), self.text)
            reply = dataclasses.replace(reply, offered=rest)
            if asked.offer.supposes:
                return line._supposed(reply, self._said((fact,)), (fact,))
            return line._tell(reply, self._said((fact,)), asked.offer.withdraws)
        if asked.mine is None or number == 2:
            return self.talk, dataclasses.replace(reply, notes=("both stay as they are",))
        still = [s for s in self.talk.situation.statements if (s.said == asked.mine) == bool(number)]
        gone = [s for s in still if number or s in asked.theirs]
        return self._changed(reply, without(self.talk.situation, gone))

    # -- what all of them do

    def _said(self, facts: Iterable[ReadFact]) -> tuple[Said, ...]:
        """Facts that were read as statements of this line, each at the words that it came from."""
        found = []
        for fact in facts:
            at = self.text.find(fact.span) if fact.span else -1
            place = self.place._replace(column=at + 1 if at >= 0 else 1)
            said = said_of(self.rulebook, fact, place)
            if said is not None:
                found.append(said)
        return tuple(dict.fromkeys(found))

    def _tell(self, reply: Reply, said: Sequence[Said], taken: Sequence[ReadFact] = ()) -> tuple[Talk, Reply]:
        """Tell, and first take back what is corrected by it."""
        back = forget(self.talk.situation, taken)
        evidence = self.talk.advised.evaluation.evidence
        if back.understood:
            evidence = weigh(self.rulebook, back.situation)
        change = tell(back.situation, evidence, said)
        if back.understood:
            change = _corrected(back, change)
        return self._changed(reply, change)

    def _changed(self, reply: Reply, change: Change) -> tuple[Talk, Reply]:
        """The talk after a change, with what the reply says of it."""
        clashes = tuple(clash for clash, _, _ in change.clashes)
        reply = dataclasses.replace(reply, understood=change.understood, clashes=clashes)
        state = self._passed_over(self.talk.state)
        state = dataclasses.replace(state, open=reply.offered or state.open, context=self._context(reply))
        if change.situation == self.talk.situation:
            return self.talk.at(state), reply
        talk, reply = self.talk.moved(state.changed(change.situation, change.told), reply)
        if change.clashes and not reply.offered:
            asked = questions.about_clash(*change.clashes[0])
            talk = talk.at(dataclasses.replace(talk.state, question=asked, since=talk.state.line))
            reply = dataclasses.replace(reply, question=asked)
        return talk, reply

    def _context(self, reply: Reply) -> Context:
        """What the line leaves behind: its own words, or those that it was understood as."""
        context, reader = self.talk.state.context, self.talk.reader
        is_english = reply.intent in (Intent.TELL, Intent.CORRECT) and not self._is_like_a_file(self.text)
        texts = [self.text] if is_english else [one.sentence for one in reply.understood]
        for text in texts:
            context = reader.after(text, context)
        return context

    def _passed_over(self, state: State) -> State:
        """The state once something else was said than what an open question asked for."""
        asked = state.question
        if asked is None or asked.atom is None:
            return state
        return dataclasses.replace(state, passed=state.passed | {asked.atom}, question=None)

    def _opened(self, offers: Sequence[Offer], withdraws: Sequence[ReadFact] = ()) -> tuple[Open, ...]:
        return tuple(
            Open(offer.span, offer.reason, tuple(map(self._choice, offer.choices)), tuple(withdraws))
            for offer in offers
            if offer.choices
        )

    def _choice(self, fact: ReadFact) -> Choice:
        """A fact with the sentence that says it."""
        said = said_of(self.rulebook, fact, self.place)
        if said is not None:
            return Choice(_says(self.talk, said), fact)
        kind, voices = self.rulebook.facts[fact.fact], wording_of(self.rulebook)
        known = {slot.name: str(fact.slots[slot.name]) for slot in kind.keys if slot.name in fact.slots}
        terms = tuple(known.get(name) for name in kind.key_names)
        return Choice(voices.wording.sentence(kind, terms), fact)


def _says(talk: Talk, said: Said) -> str:
    text = wording_of(talk.rulebook).whole(said)
    return f"{text} ({said.told_as})" if said.told_as else text


def _corrected(back: Change, change: Change) -> Change:
    """What was taken back for something else as one deed."""
    was = "; ".join(one.sentence for one in back.understood)
    first, *rest = change.understood or back.understood
    if first.deed is Deed.TOLD:
        first = dataclasses.replace(first, deed=Deed.CORRECTED, was=was)
        return dataclasses.replace(change, understood=(first, *rest))
    if first.deed is Deed.CORRECTED:
        return dataclasses.replace(change, understood=(dataclasses.replace(first, was=was or first.was), *rest))
    return dataclasses.replace(change, understood=(*back.understood, *change.understood))
