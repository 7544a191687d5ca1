"""The relations of the invented world of tests/relations."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from dragoman.record import Record
from dragoman.relations import Relations, derive, gather
from dragoman.relations.sides import Sides
from dragoman.render.sheet import Sheet
from dragoman.vocab import shipped
from tests.relations.world import ledger, readings
from tests.render.conftest import arrange, events, make_reading


@pytest.fixture
def brief_sheets() -> list[Sheet]:
    """Give the briefs of the page of tests/render, and of each of its events alone."""
    return [arrange(make_reading()), *(arrange(replace(make_reading(), events=(one,))) for one in events())]


@pytest.fixture
def found(tmp_path: Path) -> Relations:
    with Record.open(tmp_path / "desk.sqlite", shipped(), clock=lambda: "2024-06-21T08:00:00Z") as record:
        for reading in readings():
            record.add(reading)
        events, levels = gather(record.snapshot(), Sides("GRC", "TUR", shipped()))
    return derive("GRC", "TUR", ledger=ledger(), events=events, levels=levels)
