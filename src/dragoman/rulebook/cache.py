"""A rulebook that was read before is not read again: its forms are kept, as Python keeps `.pyc` files.

    ~/.cache/dragoman/KEY.kept = SHA-256 of the key and of what follows, then the packed forms

The key is a digest of everything that could change the forms: the bytes that were read, where they stand, the
limits, the code, and the Python that runs it. A copy is believed only if its digest is right and if the user alone
can write it. Whatever goes wrong with it, the rulebook is read; that is slower, never wrong.
"""

from __future__ import annotations

import dataclasses
import hashlib
import sys
from collections import deque
from collections.abc import Callable, Iterable
from importlib.util import find_spec
from pathlib import Path

from dragoman.rulebook import store
from dragoman.rulebook.files import Contents, contents_of
from dragoman.rulebook.forms import Rulebook
from dragoman.rulebook.installed import folder_of
from dragoman.rulebook.packing import NotPacked, packed, unpacked
from dragoman.source.limits import Limits, current

_PACKAGES = ("", "source", "values", "rulebook")
"""Where the code stands that reads a rulebook."""


_DIGEST = hashlib.sha256().digest_size
_UNPACKED: deque[tuple[bytes, Rulebook]] = deque(maxlen=4)
"""The last copies that were unpacked, by their digests: what is the same to the byte is the same rulebook again."""


def load_rulebook(folder: str | Path | None = None) -> Rulebook:
    """The rulebook in a folder, or installed under a name; without either, the environment's or the shipped one.

    Raises:
        RulebookError: with all mistakes of all its files, sorted by place.
        FindingsError: if the limits that the environment sets are none.
    """
    limits = current()
    contents = contents_of(folder_of(folder), limits)
    key = _key(contents, limits)
    kept = _kept(key) if key else None
    if kept is not None:
        return kept
    from dragoman.rulebook.load import rulebook_of  # noqa: PLC0415 - a copy needs no reader

    rulebook = rulebook_of(contents)
    if key:
        _keep(key, rulebook)
    return rulebook


def kept_or(parts: Iterable[bytes], packages: tuple[str, ...], make: Callable[[], bytes]) -> bytes | memoryview:
    """What `make` gives, kept from one run to the next under the digest of `parts` and of the code that makes it.

    `packages` are the packages of dragoman that it goes through beside those of a rulebook.
    """
    digest = hashlib.sha256(f"{sys.version}\0".encode())
    for part in parts:
        digest.update(f"{len(part)}\0".encode() + part)
    if not _with_code(digest, packages):
        return make()
    key = digest.digest()
    kept = _copy(key)
    if kept is not None:
        return kept
    made = make()
    _write(key, made)
    return made


def _key(contents: Contents, limits: Limits) -> bytes | None:
    """None if a part cannot be read: then there is nothing to keep."""
    numbers = dataclasses.astuple(limits)
    digest = hashlib.sha256(f"{sys.version}\0{contents.folder}\0{numbers}\0".encode(errors="surrogatepass"))
    for path, data in (*contents.parts, *contents.added):
        if not isinstance(data, bytes):
            return None
        digest.update(f"{path.name}\0{len(data)}\0".encode(errors="surrogatepass") + data)
    return digest.digest() if _with_code(digest) else None


def _with_code(digest: hashlib._Hash, packages: tuple[str, ...] = ()) -> bool:
    """Whether the state of the code could be added to the digest."""
    try:
        for path in _code(packages):
            state = path.stat()
            digest.update(f"{path}\0{state.st_size}\0{state.st_mtime_ns}\0".encode(errors="surrogatepass"))
    except OSError:
        return False
    return True


def _code(packages: tuple[str, ...] = ()) -> list[Path]:
    """The modules that a rulebook goes through on its way in, PyYAML's entrance with them, and those of `packages`."""
    own = Path(__file__).parent.parent
    modules = [path for package in (*_PACKAGES, *packages) for path in sorted((own / package).glob("*.py"))]
    parser = find_spec("yaml")
    return [*modules, *([Path(parser.origin)] if parser and parser.origin else [])]


def _kept(key: bytes) -> Rulebook | None:
    data = _copy(key)
    if data is None:
        return None
    digest = _digest_of(key, data)
    for other, known in _UNPACKED:
        if digest == other:
            return known
    try:
        rulebook = unpacked(data)
    except NotPacked:
        return None
    if not isinstance(rulebook, Rulebook):
        return None
    _UNPACKED.append((digest, rulebook))
    return rulebook


def _keep(key: bytes, rulebook: Rulebook) -> None:
    try:
        _write(key, packed(rulebook))
    except NotPacked:
        return


def _copy(key: bytes) -> memoryview | None:
    """What is kept under a key, if it is what was written; a large one is not copied once more."""
    data = memoryview(store.read(key.hex()) or b"")
    return data[_DIGEST:] if data[:_DIGEST] == _digest_of(key, data[_DIGEST:]) else None


def _write(key: bytes, data: bytes) -> None:
    if store.prepared():
        store.write(key.hex(), _digest_of(key, data) + data)


def _digest_of(key: bytes, data: bytes | memoryview) -> bytes:
    digest = hashlib.sha256(key)
    digest.update(data)
    return digest.digest()
