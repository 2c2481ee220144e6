"""The pictures of README.md: `python -m tests.app.readme_pictures`, a few screens of the app as SVG, dark and light.

What Textual exports, without the font that it would fetch and the frame of a window around it.
"""

from __future__ import annotations

import asyncio
import re
from functools import partial
from pathlib import Path

from dragoman.session.workspace import Opened
from dragoman_tui.app import DragomanApp
from tests.app.support import Seat, opened

FOLDER = Path(__file__).parents[2] / "docs" / "pictures"
SIZE = (120, 36)
SAID = ("the EU's ties with Kyrgyzstan are growing", "China holds 55 percent of the foreign debt of Kazakhstan")
PICTURES = {
    "advice-dark": ("dark", ("f6", "f6")),
    "board-dark": ("dark", ("f3",)),
    "compare-light": ("light", ("f5",)),
}
"""By name: the theme, and the keys that lead to the screen."""
_FONTS = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)
_FAMILY = 'ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace'


async def picture(theme: str, keys: tuple[str, ...]) -> str:
    """One screen as SVG."""
    app = DragomanApp(partial(Opened, opened(["2020-11-report-world"])))
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        seat = Seat(app, pilot)
        await seat.until(lambda: app.main.advice.page is not None)
        app.theme = theme
        await seat.say(*SAID)
        await seat.until(lambda: not seat.advice.needs_hinges)
        for key in keys:
            await seat.press(key)
            if key != "f6":
                await seat.until(lambda: not seat.is_on_main)
        return plain(app.export_screenshot(title="Dragoman"))


def plain(svg: str) -> str:
    """The picture with a font of the reader's own."""
    return re.sub(r"font-family: (?:Fira Code|arial)[^;]*;", f"font-family: {_FAMILY};", _FONTS.sub("", svg))


def main() -> None:
    """Draw all of them."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, (theme, keys) in PICTURES.items():
        drawn = asyncio.run(picture(theme, keys))
        (FOLDER / f"{name}.svg").write_text(drawn, encoding="utf-8")
        print(f"{name}.svg: {len(drawn) // 1024} KB")


if __name__ == "__main__":
    main()
