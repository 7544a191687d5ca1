"""One check of dates: what is a day, a date and a time, for every question alike."""

from pathlib import Path

import pytest

from dragoman.errors import DateError
from dragoman.model.dates import Form, checked_date, date_of_row
from tests.calling import call

NONE = ["", " 2024", "2024\n", "2024-02-30", "2024-13", "2024-6-1", "20240619", "2024-W01-1", "٢٠٢٤", "0000",
        "0000-1-1", "3000", "9999-12-31", "..", "2024/..", "../2024", "2024/2023", "soon", "2024-06-19T1"]  # fmt: skip


@pytest.mark.parametrize(
    ("form", "given"),
    [
        ("day", "2024-06-19"),
        ("day", "0001-01-01"),
        ("day", "2999-12-31"),
        ("date", "2024-02-29"),
        ("date", "2024-06"),
        ("date", "2024"),
        ("time", "2024-06-18/2024-06-19"),
        ("time", "2024-21"),
        ("time", "199X"),
        ("time", "2024~"),
    ],
)
def test_a_date_that_fits_comes_back(form: Form, given: str) -> None:
    assert checked_date(given, "on", form) == given


def test_no_date_is_none() -> None:
    assert checked_date(None, "on") is None


@pytest.mark.parametrize("given", NONE)
@pytest.mark.parametrize("form", ["day", "date", "time"])
def test_what_is_no_date_is_none_in_any_form(form: Form, given: str) -> None:
    with pytest.raises(DateError):
        checked_date(given, "on", form)


@pytest.mark.parametrize(
    ("form", "given"),
    [("day", "2024-06"), ("day", "2024"), ("day", "2024-06-19~"), ("date", "2024-06-18/2024-06-19"),
     ("date", "2024-21"), ("date", "199X"), ("date", "2024?")],
)  # fmt: skip
def test_what_is_too_coarse_or_too_vague_does_not_fit(form: Form, given: str) -> None:
    with pytest.raises(DateError):
        checked_date(given, "on", form)


def test_the_error_says_what_was_given_and_what_is_wanted() -> None:
    with pytest.raises(DateError) as told:
        checked_date("2024-13-01", "on", "day")

    assert str(told.value) == (
        "on: '2024-13-01' is no date that fits; write a day, as 2024-06-19, of the years 0001 to 2999"
    )


def test_a_time_of_day_in_a_row_is_left_out() -> None:
    assert date_of_row("2024-06-19T10:00:00Z") == "2024-06-19"


@pytest.mark.parametrize(
    "words",
    [
        ("brief", "page.txt", "--date"),
        ("add", "page.txt", "--date"),
        ("why", "page.txt", "--date"),
        ("events", "--db", "d.sqlite", "--since"),
        ("events", "--db", "d.sqlite", "--until"),
        ("treaties", "KOR", "USA", "--on"),
        ("casus", "--attack", "PRK:KOR", "--on"),
        ("relations", "RUS", "PRK", "--until"),
        ("precedents", "RUS", "PRK", "--until"),
        ("watch", "--db", "d.sqlite", "--on"),
        ("withdraw", "0" * 16, "--by", "Ada", "--why", "misread", "--db", "d.sqlite", "--on"),
    ],
    ids=lambda words: f"{words[0]} {words[-1]}",
)
@pytest.mark.parametrize("given", ["2024-02-30", "٢٠٢٤-٠٦-١٩", "9999-12-31", "2024/..", ""])
def test_every_command_checks_alike(
    words: tuple[str, ...], given: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("page.txt").write_text("The harbour is open.", encoding="utf-8")
    if "d.sqlite" in words:
        assert call("add", "page.txt", "--db", "d.sqlite").status == 0

    told = call(*words, given)

    assert (told.status, told.out) == (2, "")
    assert told.err.startswith(f"error: {words[-1].strip('-')}: {given!r} is no date that fits; write ")
    assert told.err.count("\n") == 1
