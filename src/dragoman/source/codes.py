"""The catalogue of mistakes: one number, one meaning, in rulebooks (RB) and in facts (FA).

The meanings are the headings of `explanations.md`, which is read when one is asked for: a code that is new gets its
paragraph there and nothing else anywhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dragoman.source.explanations import explanations


class _Meanings(Mapping[str, str]):
    """The meaning of each number in a few words."""

    def __getitem__(self, number: str) -> str:
        return explanations()[number][0]

    def __iter__(self) -> Iterator[str]:
        return iter(explanations())

    def __len__(self) -> int:
        return len(explanations())


CODES: Mapping[str, str] = _Meanings()
"""By number, the meaning of a code: `CODES["101"]` is `an unknown fact type`."""
