"""Columns as rows of numpy uint64: millions of situations, in chunks that fit the cache.

Imported only where somebody asks for it: numpy is an extra (`pip install 'dragoman[sweep]'`).
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from operator import and_, or_, xor
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dragoman.engines.columns.code import Code, evaluate

Words = NDArray[np.uint64]
CHUNK = 16_384
"""Words of each column at a time, 128 kB: two columns and their result fit the second-level cache of today's cores."""
_UFUNCS: Mapping[Callable[[Any, Any], Any], np.ufunc] = {and_: np.bitwise_and, or_: np.bitwise_or, xor: np.bitwise_xor}


def words_of(columns: Sequence[bytearray], situations: int) -> Words:
    """Columns of bytes as one array.

    bits: (n_columns, n_words) uint64; bit j of word w is situation 64*w + j; padding bits are 0.
    """
    width = -(-situations // 64)
    array = np.frombuffer(b"".join(columns), dtype="<u8").reshape(len(columns), width)
    return array.astype(np.uint64, copy=False)


def ones(situations: int) -> Words:
    """The column of all situations. bits: (n_words,) uint64; padding bits are 0."""
    column = np.full(-(-situations // 64), np.uint64(2**64 - 1))
    if situations % 64:
        column[-1] = np.uint64((1 << situations % 64) - 1)
    return column


def evaluate_words(code: Code, inputs: Words, situations: int, chunk: int = CHUNK) -> Words:
    """Where each atom of `code` is true.

    inputs: (n_inputs, n_words) uint64, in the order of `code.inputs`; result: (n_atoms, n_words) uint64, in that
    of `code.atoms`; bit j of word w is situation 64*w + j; padding bits are 0, in the result if they are in the inputs.
    """
    everything, total = ones(situations), inputs.shape[1]
    found = np.empty((len(code.atoms), total), dtype=np.uint64)
    scratch = np.empty((code.places - len(code.inputs) - 1, min(chunk, total)), dtype=np.uint64)
    rows = {place: row for row, place in enumerate(code.outputs) if place > len(code.inputs)}
    copied = [row for row, place in enumerate(code.outputs) if rows.get(place) != row]
    """What is an input as it is, or the same as another row: no step writes it."""
    for start in range(0, total, chunk):
        part = slice(start, min(start + chunk, total))
        bound = _bound(code, scratch[:, : part.stop - start], found[:, part])
        columns = evaluate(bound, list(inputs[:, part]), everything[part])
        for row in copied:
            found[row, part] = columns[row]
    return found


def _bound(code: Code, scratch: Words, found: Words) -> Code:
    """The same steps with memory for their results: malloc, giving and taking, would cost as much again.

    scratch: (n_places - n_inputs - 1, width) uint64 and found: (n_atoms, width) uint64, a row for each place and for
    each atom; bit j of word w is situation 64*w + j of the chunk; padding bits are 0.
    """
    memory = dict(zip(range(len(code.inputs) + 1, code.places), scratch, strict=True))
    memory.update(zip(code.outputs, found, strict=True))
    steps = tuple(
        (partial(_UFUNCS[operator], out=memory[out]), out, one, two) for operator, out, one, two in code.steps
    )
    return dataclasses.replace(code, steps=steps)
