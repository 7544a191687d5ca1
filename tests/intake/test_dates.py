import pytest

from dragoman.intake.dates import Dates, PageDate, choose_day
from dragoman.vocab import Vocabulary


@pytest.fixture(scope="session")
def reader(vocabulary: Vocabulary) -> Dates:
    return vocabulary.made(Dates)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("June 19, 2024", "2024-06-19"),
        ("Jun. 9th, 2024", "2024-06-09"),
        ("Sept 3 1999", "1999-09-03"),
        ("19 June 2024", "2024-06-19"),
        ("19-Jun-2024", "2024-06-19"),
        ("2024.06.19 19:52", "2024-06-19"),
        ("2024. 6. 9.", "2024-06-09"),
        ("2024-06-19T10:52:00+09:00", "2024-06-19"),
        ("2024/06/19", "2024-06-19"),
        ("2024년 6월 19일", "2024-06-19"),
        ("19/06/2024", "2024-06-19"),
        ("06/19/2024", "2024-06-19"),
        ("05/05/2024", "2024-05-05"),
        ("05/06/2024", None),
        ("31 June 2024", None),
        ("2024-13-01", None),
        ("June 2024", None),
        ("in 2024", None),
    ],
)
def test_reads_a_day_only_where_it_is_not_in_doubt(reader: Dates, text: str, day: str | None):
    assert reader.find_day(text) == day


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Published : 19 June 2024", "published"),
        ("Posted on June 19, 2024 by Clara Jensen", "published"),
        ("Last updated Wednesday, June 19, 2024 at 7:52 p.m. KST", "changed"),
        ("Updated: 2024-06-19 19:52", "changed"),
        ("Wed 19 June 2024 10.00 BST", "plain"),
    ],
)
def test_reads_what_a_date_line_says_of_its_date(reader: Dates, line: str, kind: str):
    assert reader.read_line(line) == PageDate("2024-06-19", kind)  # type: ignore[arg-type]


@pytest.mark.parametrize("line", ["The treaty of June 19, 2024 lapsed.", "Riga, 19 June 2024", "Updated"])
def test_a_line_that_says_more_is_no_date_line(reader: Dates, line: str):
    assert reader.read_line(line) is None


def test_the_published_day_wins_over_the_changed_one():
    dates = [PageDate("2024-06-20", "changed"), PageDate("2024-06-18", "plain"), PageDate("2024-06-19", "published")]

    assert choose_day(dates) == "2024-06-19"


@pytest.mark.parametrize(
    ("opening", "day", "agency"),
    [
        ("PYONGYANG, June 19, 2024 (KCNA) -- Russian", "2024-06-19", "KCNA"),
        ("SEOUL, June 19 (Yonhap) -- South Korea", None, "Yonhap"),
        ("VIENNA, 3 May 1999 — The envoys", "1999-05-03", None),
    ],
)
def test_reads_the_dateline_of_a_dispatch(reader: Dates, opening: str, day: str | None, agency: str | None):
    dateline = reader.read_dateline(opening)

    assert dateline is not None
    assert (dateline.day, dateline.agency) == (day, agency)


def test_a_sentence_is_no_dateline(reader):
    assert reader.read_dateline("NATO said on June 19 -- a Monday -- that it would meet.") is None
