"""A rulebook that was read before is not read again: its parsed form is kept, as Python keeps `.pyc` files.

The copy is found by a digest of everything that could change it: the bytes of the rulebook's files, where
they stand, the code that read them, and the Python that wrote the copy. It lies in the user's own cache
folder and is only believed if the user owns it. Whatever goes wrong with it, the rulebook is read.
"""

from __future__ import annotations

import hashlib
import os
import pickle
import sys
import tempfile
from pathlib import Path

from dragoman.rulebook.forms import Rulebook

_KEPT = 16
"""How many copies are kept; the oldest go first."""
_SUFFIX = ".rulebook"


def load_rulebook(folder: str | Path | None = None) -> Rulebook:
    """The rulebook in `folder`; without one, the report's rulebook that comes with the program.

    Raises:
        RulebookError: with all mistakes of all its files, sorted by place.
    """
    place = Path(folder) if folder is not None else _shipped()
    copy = _copy_of(place)
    kept = _read(copy) if copy else None
    if kept is not None:
        return kept
    from dragoman.rulebook.load import read_rulebook  # noqa: PLC0415 - the copy needs no reader

    rulebook = read_rulebook(place)
    if copy:
        _write(copy, rulebook)
    return rulebook


def _shipped() -> Path:
    from importlib.util import find_spec  # noqa: PLC0415 - only where no folder is named

    spec = find_spec("dragoman_rules")
    if spec is None or not spec.submodule_search_locations:
        from dragoman.rulebook.load import shipped  # noqa: PLC0415 - says what is missing

        return shipped()
    return Path(spec.submodule_search_locations[0]) / "central_asia"


def _copy_of(folder: Path) -> Path | None:
    """Where the copy of the rulebook in `folder` would lie; None if it cannot be known."""
    digest = hashlib.sha256(f"{sys.version}\0{folder}\0".encode(errors="surrogatepass"))
    try:
        for path in sorted(folder.iterdir()):
            if path.suffix in {".yaml", ".yml"}:
                digest.update(path.name.encode(errors="surrogatepass") + b"\0" + path.read_bytes() + b"\0")
        for module in sorted(path for source in ("rulebook", "source") for path in _code(source)):
            state = module.stat()
            digest.update(f"{module.name}\0{state.st_size}\0{state.st_mtime_ns}\0".encode())
        home = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    except (OSError, RuntimeError):
        return None
    return Path(home) / "dragoman" / f"{digest.hexdigest()}{_SUFFIX}"


def _code(package: str) -> list[Path]:
    return list((Path(__file__).parent.parent / package).glob("*.py"))


def _read(copy: Path) -> Rulebook | None:
    try:
        with copy.open("rb") as file:
            if os.fstat(file.fileno()).st_uid != os.getuid():
                return None
            kept = pickle.load(file)  # our own, like a .pyc file
    except (OSError, pickle.UnpicklingError, EOFError, AttributeError, ImportError, ValueError, TypeError, KeyError):
        return None
    return kept if isinstance(kept, Rulebook) else None


def _write(copy: Path, rulebook: Rulebook) -> None:
    """Write the copy in one step, and let the oldest ones go; a folder that cannot be written is no mistake."""
    try:
        copy.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=copy.parent, delete=False) as file:
            pickle.dump(rulebook, file, protocol=pickle.HIGHEST_PROTOCOL)
        Path(file.name).replace(copy)
        kept = sorted(copy.parent.glob(f"*{_SUFFIX}"), key=lambda path: path.stat().st_mtime, reverse=True)
        for old in kept[_KEPT:]:
            old.unlink(missing_ok=True)
    except OSError:
        return
