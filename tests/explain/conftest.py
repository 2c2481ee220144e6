from pathlib import Path

import pytest

from tests.explain.worlds import Lend, told


@pytest.fixture
def lend(tmp_path: Path) -> Lend:
    return lambda text: told(tmp_path, text)
