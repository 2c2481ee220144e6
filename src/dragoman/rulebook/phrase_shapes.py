"""`phrases/*.yaml`, the ways in which people say the facts of a rulebook: what stands where.

The notation of a phrase is read by :mod:`dragoman.language.grammar.notation`.

    phrases:
      debt_share:
        - "{creditor} (holds|owns) {percent} of [the] foreign debt of {debtor}"
        - denies: "{debtor} owes nothing to {creditor}"
      military_base:
        - set: {stage: operating}
          says: ["{power} (has|runs) a base <in {host}>", "{host} hosts a {power} base"]
        - set: {stage: closed}
          says: "{power} (closed|gave up) its base <in {host}>"
    words:
      growing: [on the rise, getting wider, booming]
    classes:
      owe: [owe, be in debt to]
    events: [eu_visit]
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.source import nodes
from dragoman.source.entries import AtLeastOne, Entry, may
from dragoman.source.many import Either, ListOf, MapOf
from dragoman.source.nodes import Node, Scalar
from dragoman.source.shapes import NAMED, TEXT, Json, SchemaWriter

if TYPE_CHECKING:
    from dragoman.errors import Place
    from dragoman.source.reading import Reading


class PhraseText:
    """A phrase with its place: the notation is read where it can be compiled."""

    def absent(self) -> Scalar | None:
        """None."""
        return None

    def read(self, reading: Reading, node: Node, what: str, place: Place | None = None) -> Scalar | None:
        """See :class:`dragoman.source.shapes.Shape`."""
        text = TEXT.read(reading, node, what)
        return node if text and isinstance(node, Scalar) else None

    def schema(self, writer: SchemaWriter) -> Json:
        """See :class:`dragoman.source.shapes.Shape`."""
        return TEXT.schema(writer)


PHRASE = PhraseText()
_PHRASES = ListOf[Scalar](PHRASE, or_one=True, called="a phrase")


class PhraseGroup(
    Entry, what="a group of phrases", must=(AtLeastOne(("says", "denies"), "{} needs 'says' or 'denies'"),)
):
    """Phrases that fix the same slots."""

    set = may(
        MapOf(TEXT, "the slot '{}'"), "Slots that these phrases fix, each with its value.", "slots that are fixed"
    )
    says = may(_PHRASES, "Ways to say that it is so.", "a phrase")
    denies = may(_PHRASES, "Ways to say that it is not so.", "a phrase")


def _is_group(node: Node) -> bool:
    return isinstance(node, nodes.Mapping)


_SEVERAL = ListOf[Scalar | PhraseGroup](Either(PHRASE, PhraseGroup, _is_group), or_one=True, called="a phrase")
_OF_TYPE = Either(_SEVERAL, PhraseGroup, _is_group)
_TEXTS = ListOf(PHRASE, or_one=True)


class PhrasesFile(
    Entry, what="a file of phrases", must=(AtLeastOne(("phrases", "words", "slots", "classes", "events")),)
):
    """`phrases/*.yaml`."""

    phrases = may(MapOf(_OF_TYPE, "a phrase of '{}'"), "By fact type, the ways to say it.", "phrases")
    words = may(
        MapOf(_TEXTS, "a way to say '{}'"),
        "By word of an enumeration, other ways to say it, in every slot that has it.",
    )
    slots = may(
        MapOf(MapOf(_TEXTS, "a way to say '{}'"), "words of the slot '{}'"),
        "By slot, the same for slots of that name alone.",
    )
    classes = may(MapOf(_TEXTS, "a word of the class '{}'"), "Words that mean the same in phrases, used as @name.")
    events = may(
        ListOf(NAMED, called="a fact type"),
        "Fact types that tell of what happened: said in the past they hold. All others are states.",
        "'events'",
    )
