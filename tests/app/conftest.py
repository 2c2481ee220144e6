"""The app remembers what somebody chose: each test has a file of settings of its own."""

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def _settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DRAGOMAN_CONFIG", str(tmp_path / "config.toml"))
