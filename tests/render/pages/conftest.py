"""The relations of the invented world of tests/relations."""

from pathlib import Path

import pytest

from dragoman.record import Record
from dragoman.relations import Relations, derive, gather
from dragoman.relations.sides import Sides
from dragoman.vocab import shipped
from tests.relations.world import ledger, readings


@pytest.fixture
def found(tmp_path: Path) -> Relations:
    with Record.open(tmp_path / "desk.sqlite", shipped(), clock=lambda: "2024-06-21T08:00:00Z") as record:
        for reading in readings():
            record.add(reading)
        events, levels = gather(record.snapshot(), Sides("GRC", "TUR", shipped()))
    return derive("GRC", "TUR", ledger=ledger(), events=events, levels=levels)
