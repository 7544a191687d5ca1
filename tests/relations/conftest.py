"""A record of the invented world."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.record import Record
from dragoman.relations import Relations, derive, gather
from dragoman.relations.sides import Sides
from dragoman.vocab import shipped
from tests.relations.world import ledger, readings


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with Record.open(tmp_path / "desk.sqlite", shipped(), clock=lambda: "2024-06-21T08:00:00Z") as opened:
        for reading in readings():
            opened.add(reading)
        yield opened


@pytest.fixture
def found(record: Record) -> Relations:
    events, levels = gather(record.snapshot(), Sides("GRC", "TUR", shipped()))
    return derive("GRC", "TUR", ledger=ledger(), events=events, levels=levels)
