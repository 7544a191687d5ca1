"""A record in a folder of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.record import Record
from dragoman.vocab import shipped

READ_AT = "2024-06-20T08:00:00Z"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "desk.sqlite"


@pytest.fixture
def record(path: Path) -> Iterator[Record]:
    with Record.open(path, shipped(), clock=lambda: READ_AT) as opened:
        yield opened
