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
        ("22-05-2023", "2023-05-22"),
        ("September 13, 2023 14:05", "2023-09-13"),
        ("2024年6月19日 09:12 JST", "2024-06-19"),
        ("19 июня 2024 г.", "2024-06-19"),
        ("19 червня 2024", "2024-06-19"),
        ("19 de junio de 2024", "2024-06-19"),
        ("19 juin 2024", "2024-06-19"),
        ("1er août 2024", "2024-08-01"),
        ("19. Juni 2024", "2024-06-19"),
        ("19 de junho de 2024", "2024-06-19"),
        ("١٩ يونيو ٢٠٢٤", "2024-06-19"),
        ("19 حزيران 2024", "2024-06-19"),
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
        ("입력 2024.06.19 오전 9:12 수정 2024.06.25 10:00", "published"),
        ("수정 2024.06.19 10:00", "changed"),
        ("发布时间：2024-06-19 10:00", "published"),
        ("Publié le 19 juin 2024", "published"),
        ("mercredi 19 juin 2024", "plain"),
        ("Обновлено 19 июня 2024", "changed"),
        ("Agency | Oslo | Updated: 25-06-2024 12:53 IST | Created: 19-06-2024 12:49 IST", "published"),
        ("herald.example | Updated: 2024-06-19 21:36", "changed"),
        ("NORTH NEWS - June 19, 2024 - 12:30 | World, All", "plain"),
    ],
)
def test_reads_what_a_date_line_says_of_its_date(reader: Dates, line: str, kind: str):
    assert reader.read_line(line) == PageDate("2024-06-19", kind)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "line",
    [
        "The treaty of June 19, 2024 lapsed.",
        "Riga, 19 June 2024",
        "Updated",
        "The minister of Norway left | June 19, 2024",
    ],
)
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
