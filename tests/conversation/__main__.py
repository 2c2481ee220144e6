"""`python -m tests.conversation [NAME...]`: how many turns of each dialogue are right, and which facts are false or lost.

With the beginnings of names, of these, and each turn that is wrong too. `--mark` writes `known` where a turn is wrong and
takes it away where it is right.
"""

from __future__ import annotations

import sys

from tests.conversation.dialogue import FOLDER, dialogues, marked, run


def main(names: list[str]) -> int:
    """Print the score of each dialogue; 1 if anything false was told."""
    marks, names = "--mark" in names, [name for name in names if name != "--mark"]
    wanted = {name: one for name, one in dialogues().items() if not names or name.startswith(tuple(names))}
    turns = right = false = lost = 0
    for name, one in wanted.items():
        found = list(run(one))
        well = sum(not turn.wrong for turn in found)
        counts = [sum(len(facts) for facts in of) for of in ([t.false for t in found], [t.lost for t in found])]
        print(f"{name:<28} {well:>3} of {len(found):>3} turns right, {counts[0]} false, {counts[1]} lost", flush=True)
        for turn in found if names else ():
            for what in turn.wrong:
                print(f"   {turn.number:>2} {turn.say[:90]!r}: {what}")
        if marks:
            path = FOLDER / f"{name}.yaml"
            path.write_text(marked(path.read_text("utf-8"), {turn.number: turn for turn in found}), "utf-8")
        turns, right, false, lost = turns + len(found), right + well, false + counts[0], lost + counts[1]
    print(f"{right} of {turns} turns right ({right / max(turns, 1):.0%}), {false} facts false, {lost} lost")
    return bool(false)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
