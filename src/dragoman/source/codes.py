"""The catalogue of mistakes: one number, one meaning, in rulebooks (RB) and in facts (FA)."""

from __future__ import annotations

CODES: dict[str, str] = {
    # reading
    "001": "a file or folder cannot be read",
    "002": "a file is not UTF-8 text",
    "003": "a file is not well-formed YAML or JSON",
    "004": "a file is empty",
    "005": "a YAML feature that is not used here (alias, anchor, tag, second document)",
    "006": "a file is too large or nested too deeply",
    "007": "a key stands twice",
    # shape
    "010": "an unknown key",
    "011": "a missing key",
    "012": "another shape was expected (a list, a mapping, a single value)",
    "013": "not a usable name",
    "014": "two things with one name",
    # names
    "101": "an unknown fact type",
    "102": "an unknown slot",
    "103": "an unknown entity",
    "104": "a word that the slot does not take",
    "105": "an unknown parameter",
    "106": "an unknown claim",
    "107": "an unknown instrument, or a strand that it does not have",
    "108": "a recommendation without its fact type, or a fact type without its recommendation",
    "109": "an unknown entity type",
    "110": "an unknown situation",
    "111": "a group where only single entities may stand",
    "112": "an entity of another type than the slot takes",
    # values
    "201": "not a number",
    "202": "a number out of range",
    "203": "a parameter of another unit than the slot",
    "204": "not a date",
    "205": "not a likelihood",
    "206": "not a source grade",
    "207": "a missing slot",
    "208": "a statement that a value slot cannot carry",
    "209": "a fact that is concluded and cannot be told",
    # rules
    "301": "a variable that no condition binds",
    "302": "a variable whose slots have no value in common",
    "303": "a slot that does not accept all values of a variable",
    "304": "recursion: a fact type that depends on itself",
    "305": "a rule without a claim",
    "306": "a recommendation that no rule can give",
    "307": "a rule that rests on the catalogue alone",
    "308": "a label in a rule",
    "309": "a conclusion of a kind that is only told",
    "310": "a denial that leaves a slot out",
    "311": "a sentence that names no variable or slot",
    "312": "a variable where none can stand",
    "313": "a fact type that is not well declared",
    # engine
    "401": "more than durable_rules can tell apart",
    "402": "a fact too wide for durable_rules",
    # situations and cases
    "501": "a `forget` that matches nothing",
    "502": "two dates (`as_of`) for one situation",
    "503": "two situations to start from (`based_on`)",
    "504": "situations that are based on each other",
    "505": "a case that expects nothing",
}
