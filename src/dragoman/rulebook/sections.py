"""What the beginnings of locators stand for: `sections` of `rulebook.yaml`, `KT: "Key takeaways, paragraph {}"`."""

from __future__ import annotations

from collections.abc import Mapping

_REST = "{}"


def section_key(sections: Mapping[str, object], locator: str) -> str:
    """The longest key that a locator is, or begins with before a `.`; empty if there is none.

    >>> section_key({"5": "Five", "5.1": "Five, one"}, "5.1.2"), section_key({"5": "Five"}, "51.1")
    ('5.1', '')
    """
    parts = locator.split(".")
    beginnings = (".".join(parts[:number]) for number in range(len(parts), 0, -1))
    return next((one for one in beginnings if one in sections), "")


def section_words(sections: Mapping[str, str], locator: str) -> str:
    """A locator as people would say it; empty where the rulebook has no title for it.

    >>> titles = {"KT": "Key takeaways, paragraph {}", "EN": "endnote {}"}
    >>> section_words(titles, "KT.8"), section_words(titles, "KT"), section_words(titles, "AB.1")
    ('Key takeaways, paragraph 8', 'Key takeaways', '')
    """
    key = section_key(sections, locator)
    if not key:
        return ""
    title, rest = sections[key], locator[len(key) + 1 :]
    if not rest:
        return title.split(_REST)[0].rsplit(",", 1)[0].strip() if _REST in title else title
    return title.replace(_REST, rest) if _REST in title else f"{title}, {rest}"
