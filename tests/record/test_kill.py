from pathlib import Path

import pytest
from tests.record.killing import kill_many


@pytest.mark.slow
def test_no_kill_loses_a_page_or_leaves_half_of_one(tmp_path: Path) -> None:
    told, lost, half = kill_many(tmp_path, 20)

    assert told > 20
    assert (lost, half) == (0, 0)


def test_three_kills_lose_nothing(tmp_path: Path) -> None:
    _, lost, half = kill_many(tmp_path, 3)

    assert (lost, half) == (0, 0)
