"""Readers that somebody could install: one that is of use, and some that are not."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from typing import Any

Read = Callable[[str, list[str]], Any]


def good(rulebook: object) -> Read:
    """Finds a drinking word for being a member, whatever our phrases know."""

    def read(text: str, context: list[str]) -> Any:
        print("said to nobody")
        if "hobnobs" in text:
            slots = {"state": "kazakhstan", "body": "SCO"}
            yield {"fact": "member", "slots": slots, "span": "hobnobs with the SCO", "likelihood": "likely"}

    return read


def rubbish(rulebook: object) -> Read:
    """Proposes what is no fact, no type, no value, no words of the line, and one fact that is right."""
    member: dict[str, object] = {
        "fact": "member",
        "slots": {"state": "kazakhstan", "body": "sco"},
        "span": "Kazakhstan",
    }
    wrong: list[dict[str, object]] = [
        {},
        {**member, "span": "Uzbekistan"},
        {**member, "span": "Kaz"},
        {**member, "span": ""},
        {**member, "span": ["Kazakhstan"]},
        {**member, "fact": "membership"},
        {**member, "fact": ["member"]},
        {**member, "slots": {"state": "kazakhstan", "body": "\x1b[31mrussia"}},
        {**member, "slots": {"state": {"a": [1]}, "body": 1.5}},
        {**member, "slots": []},
        {**member, "holds": "no"},
        {**member, "likelihood": "sure"},
        {**member, "source": "Reuters"},
        {**member, "date": "yesterday"},
        {**member, "told": True},
    ]
    return lambda text, context: [*wrong, member]


def no_facts(rulebook: object) -> Read:
    return lambda text, context: "member"


def raises(rulebook: object) -> Read:
    def read(text: str, context: list[str]) -> Any:
        raise ValueError("no \x1b[31mmodel")

    return read


def hangs(rulebook: object) -> Read:
    """With a child that holds the same pipes."""

    def read(text: str, context: list[str]) -> Any:
        subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
        signal.signal(signal.SIGALRM, signal.SIG_IGN)
        while True:
            time.sleep(1)

    return read


def endless(rulebook: object) -> Read:
    def read(text: str, context: list[str]) -> Any:
        while True:
            yield {"fact": "member", "slots": {}, "span": text}

    return read


def dies(rulebook: object) -> Read:
    return lambda text, context: os.abort()


def leaves(rulebook: object) -> Read:
    sys.exit(0)


def floods(rulebook: object) -> Read:
    return lambda text, context: [{"fact": "x" * 2_000_000, "slots": {}, "span": text}]


not_callable = 7
