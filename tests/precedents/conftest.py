"""The relations of the invented world, and the desk that holds them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.record import Record
from dragoman.relations import Relations, derive, gather
from dragoman.relations.sides import Sides
from dragoman.vocab import shipped
from tests.relations.world import ledger, readings


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    path = tmp_path / "desk.sqlite"
    with Record.open(path, shipped(), clock=lambda: "2024-06-21T08:00:00Z") as opened:
        for reading in readings():
            opened.add(reading)
    return path


@pytest.fixture
def record(desk: Path) -> Iterator[Record]:
    with Record.open(desk, shipped()) as opened:
        yield opened


@pytest.fixture
def found(record: Record) -> Relations:
    events, levels = gather(record.snapshot(), Sides("GRC", "TUR", shipped()))
    return derive("GRC", "TUR", ledger=ledger(), events=events, levels=levels)
