"""The run of cooperation and conflict by month."""

import pytest

from dragoman.relations import Relations
from dragoman.relations.days import month_of
from dragoman.relations.nouns import IntensitySum


def test_interactions_are_added_up_by_month(found: Relations):
    months = {month.month: month for month in found.series.months}

    assert list(months) == ["1999-08", "2000-07", "2023-05", "2024-03", "2024-06", "2024-09"]
    assert months["2024-06"].cooperation == IntensitySum(2, 8.0)
    assert months["2024-03"].conflict == IntensitySum(1, -6.5)


def test_what_is_not_done_stands_apart_and_is_never_added(found: Relations):
    months = {month.month: month for month in found.series.months}

    assert months["2024-06"].apart == {"possible": IntensitySum(1, 10.0)}
    assert months["2024-09"].cooperation == IntensitySum(0, 0.0)
    assert months["2024-09"].apart == {"planned": IntensitySum(1, 4.0)}


def test_what_is_coarser_than_a_month_is_in_none(found: Relations):
    assert [(interaction.event_type, interaction.when) for interaction in found.series.coarse] == [("ACCUSE", "2024")]
    assert [interaction.mode for interaction in found.series.undated] == ["phone"]


@pytest.mark.parametrize(
    ("when", "month"),
    [
        ("2024-06-18", "2024-06"), ("2024-06", "2024-06"), ("2024-06-03/2024-06-09", "2024-06"),
        ("2024-06-28/2024-07-02", None), ("2024-06~", None), ("2024-22", None), ("2024", None), ("2024-06-18/..", None),
        ("soon", None), (None, None),
    ],
)  # fmt: skip
def test_only_what_lies_whole_in_a_month_is_put_there(when: str | None, month: str | None):
    assert month_of(when) == month
