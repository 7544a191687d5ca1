"""The table of constants: each used, each with a reason, each sane; errors name the line."""

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

import dragoman.alarm
from dragoman.errors import VocabError
from dragoman.vocab import shipped
from dragoman.vocab.alarm import BANDS, Constants, read_constants
from dragoman.vocab.tables import Folder

WATCH = shipped().world / "watch"
TABLE = WATCH.text("alarm.csv")
ROWS = list(csv.DictReader(TABLE.splitlines()))
CODE = "".join(path.read_text() for path in Path(dragoman.alarm.__file__).parent.glob("*.py"))
FORMAT = WATCH.text("FORMAT.md")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["name"])
def test_every_constant_has_a_reason(row: dict[str, str]):
    assert len(row["reason"].split()) > 3
    assert row["reason"].endswith(".")


@pytest.mark.parametrize("name", Constants.__struct_fields__)
def test_every_constant_is_used(name: str):
    assert f"table.{name}" in CODE


@pytest.mark.parametrize("name", sorted({row["name"].split(".")[0] for row in ROWS}))
def test_every_constant_is_explained(name: str):
    assert f"`{name}" in FORMAT


def test_weights_fall_from_what_is_done_to_what_is_denied():
    weights = shipped().alarm.weights

    assert weights["happened"] >= weights["planned"] >= weights["possible"] >= weights["denied"] == 0


def test_the_kinds_named_for_the_way_up_are_conflict():
    assert all(shipped().events.intensities[kind, ""] < 0 for kind in shipped().alarm.step_up)


def test_the_bands_are_in_order():
    assert ("calm", *(rule.name for rule in shipped().alarm.bands)) == BANDS


def without(name: str) -> Callable[[str], str]:
    return lambda text: "\n".join(line for line in text.splitlines() if not line.startswith(f"{name},"))


def instead(name: str, line: str) -> Callable[[str], str]:
    return lambda text: "\n".join(line if old.startswith(f"{name},") else old for old in text.splitlines())


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (without("half_life"), "no row for half_life"),
        (instead("half_life", "half_life,long,Because."), "line 2: value 'long' is no number"),
        (instead("half_life", "half_life,0,Because."), "line 2: half_life is '0'; write a number from 1 to 3650"),
        (instead("half_life", "half_life,60, "), "line 2: there is no reason"),
        (instead("past_days", "past_days,29,Because."), "past_days is '29'; write a whole number from 30 to 36525"),
        (instead("half_life", "half_life,60,Because, so."), "line 2: 4 cells, not 3"),
        (instead("past_days", "past_days,1.5,Because."), "value '1.5' is no whole number"),
        (instead("weight.happened", "half_life,60,Because."), "line 3: 'half_life' stands in line 2 too"),
        (instead("half_life", "halflife,60,Because."), "line 2: no constant is called 'halflife'"),
        (instead("step_up.kinds", "step_up.kinds,ATTACK,Because."), "step_up.kinds is 'ATTACK'"),
        (instead("band.concern.floor", "band.concern.floor,1,Because."), "the band concern does not begin above watch"),
        (instead("name", "a,b,c"), "line 1: the columns are a,b,c; write name,value,reason"),
    ],
)  # fmt: skip
def test_a_table_that_will_not_do_is_refused_by_line(tmp_path: Path, change: Callable[[str], str], message: str):
    (tmp_path / "alarm.csv").write_text(change(TABLE), encoding="utf-8")

    with pytest.raises(VocabError) as caught:
        read_constants(Folder(tmp_path, WATCH.name))

    assert message in str(caught.value)
    assert "vocab/data/world/watch/alarm.csv" in str(caught.value)
