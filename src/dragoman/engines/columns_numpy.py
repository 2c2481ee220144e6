"""Columns as rows of numpy uint64: millions of situations, in chunks that fit the cache.

Imported only where somebody asks for it: numpy is an extra (`pip install 'dragoman[sweep]'`).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from dragoman.engines.columns_code import Code, evaluate

Words = NDArray[np.uint64]
CHUNK = 4096
"""Words of each column at a time: 32 kB, so that the two columns of a step and its result stay near."""


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
    everything = ones(situations)
    found = np.empty((len(code.atoms), inputs.shape[1]), dtype=np.uint64)
    for start in range(0, inputs.shape[1], chunk):
        part = slice(start, start + chunk)
        for row, column in enumerate(evaluate(code, list(inputs[:, part]), everything[part])):
            found[row, part] = column
    return found
