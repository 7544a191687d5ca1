"""How `dragoman events` lays itself out: a table where there is room, blocks in a narrow terminal."""

import io

import pytest
from msgspec.structs import replace
from rich.console import Console

from dragoman.desk import Desk
from dragoman.model.actor import Actor
from dragoman.record import Record, StoredEvent
from dragoman.render.events import print_events
from dragoman.vocab import shipped
from tests.record.readings import full, one_visit


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> tuple[StoredEvent, ...]:
    """Give events of all sorts: an interval, no date, many sides, a body without a code, a long passage."""
    with Record.open(
        tmp_path_factory.mktemp("events") / "desk.sqlite", shipped(), clock=lambda: "2026-01-01T00:00:00Z"
    ) as record:
        record.add(one_visit())
        record.add(one_visit(text="Moscow’s head of state was seen there. " + "A long day it was. " * 20, when=None))
        record.add(one_visit(text="They talked for two days.", when="2024-06-18/2024-06-19", recipients="CHN"))
        record.add(full())
        return Desk(record).events().events


def shown(found: tuple[StoredEvent, ...], width: int) -> str:
    out = io.StringIO()
    print_events(found, Console(file=out, width=width, color_system=None))
    return out.getvalue()


@pytest.mark.parametrize("width", [40, 60, 80, 100, 115, 116, 120, 140, 200])
def test_every_line_fits_and_no_word_is_broken_up(found: tuple[StoredEvent, ...], width: int) -> None:
    printed = shown(found, width)

    assert max(map(len, printed.splitlines())) <= width
    for stored in found:
        event = stored.event
        for words in (event.id, event.status, event.event_type, *(event.when or "").split("/")):
            assert words in printed


@pytest.mark.parametrize("width", [60, 80])
def test_a_narrow_terminal_gets_a_block_an_event(found: tuple[StoredEvent, ...], width: int) -> None:
    lines = [line.rstrip() for line in shown(found, width).splitlines()]

    (first,) = [at for at, line in enumerate(lines) if line.startswith("2024-06-18/")]
    assert lines[first + 1].split(maxsplit=1) == ["2024-06-19", "“They talked for two days.”"]
    assert lines[first].endswith("CONSULT visit, happened: RUS → CHN")
    assert "told by one document" in lines[first + 2]


def test_a_wide_one_gets_a_table_with_a_line_for_most(found: tuple[StoredEvent, ...]) -> None:
    lines = shown(found, 160).splitlines()

    assert lines[1].split() == ["when", "event", "status", "who", "whom", "passage", "told", "by", "id"]
    assert sum("CONSULT" in line for line in lines) == len(found)


def test_many_sides_wrap_between_codes(found: tuple[StoredEvent, ...]) -> None:
    codes = ["DEU", "FRA", "GBR", "ITA", "JPN", "CAN", "USA", "POL", "NLD", "BEL", "ESP", "PRT"]
    many = tuple(Actor(text=code, start=0, end=3, code=code) for code in codes)
    crowd = replace(found[0], event=replace(found[0].event, actors=many))

    printed = shown((crowd,), 60)

    assert all(code in printed for code in codes)
    assert max(map(len, printed.splitlines())) <= 60
