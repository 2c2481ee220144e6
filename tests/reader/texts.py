"""Texts for the readers: well-formed, nearly well-formed, and noise."""

from __future__ import annotations

from hypothesis import strategies as st

WORDS = ("no", "on", "~", "null", "1.10", "2020-11-30", "1e3", "0o17", "1_000", "debt_share", "Ташкент", "🐎", "é")
NOISE = ("\r\n", "\n", "\t", "\x00", "\x85", "\u2028", "\ufeff", "\ud800", "\x1b[31m", "\U0010ffff")
YAML_SIGNS = (*"{}[]:,-?&*!|>'\"%@`#$\\ ", "- ", ": ", "--- ", "...", "<<: ", "*a", "&a", "!!int", '"\\x', "\n  ")
JSON_SIGNS = (*'{}[]:,"\\ -+.0123456789eE', "true", "false", "null", "NaN", "Infinity", "\\u", "\\ud83d", "\\n")


def pieced(signs: tuple[str, ...]) -> st.SearchStrategy[str]:
    """Texts of signs that mean something, words and noise: they get further into a reader than plain noise."""
    piece = st.sampled_from((*signs, *WORDS, *NOISE))
    return st.lists(piece, max_size=40).map("".join)


PLAIN = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn", "Zl", "Zp"], exclude_characters="\ufeff")
)
"""Texts that any text file can hold."""
