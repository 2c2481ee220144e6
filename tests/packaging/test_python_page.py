"""docs/python.md runs as it stands there, and its ten tasks are as short as it says."""

import contextlib
import doctest
import io
import re

from tests.packaging.documents import DOCS, blocks

PAGE = DOCS / "python.md"


def test_the_page_runs_and_prints_what_it_says() -> None:
    scope: dict[str, object] = {}
    said = doctest.OutputChecker()
    for block in blocks(PAGE):
        with contextlib.redirect_stdout(io.StringIO()) as printed:
            exec(compile(block.code, f"{PAGE.name}, {block.heading}", "exec"), scope)
        assert said.check_output(block.printed, printed.getvalue(), doctest.ELLIPSIS), (
            f"{block.heading}:\n{block.code}\nprints\n{printed.getvalue()}\nand not\n{block.printed}"
        )


def test_what_the_readme_shows_runs() -> None:
    [block] = blocks(DOCS.parent / "README.md")
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        exec(compile(block.code, "README.md", "exec"), {})
    assert "RECOMMENDATIONS" in printed.getvalue()


def test_there_are_ten_tasks_of_five_lines_at_most() -> None:
    tasks = [block for block in blocks(PAGE) if re.match(r"\d+\. ", block.heading)]
    assert [task.heading.split(".")[0] for task in tasks] == [str(number) for number in range(1, 11)]
    assert max(len(task.code.splitlines()) for task in tasks) <= 5
    assert all(task.printed for task in tasks)
