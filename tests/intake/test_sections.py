import pytest

from dragoman.intake.sections import Sections
from dragoman.vocab import Vocabulary


@pytest.mark.parametrize(
    ("line", "path"),
    [
        ("Home > Opinion > Editorials", ("Home", "Opinion", "Editorials")),
        ("Home › World » Asia", ("Home", "World", "Asia")),
        ("News / Politics", ("News", "Politics")),
        ("Opinion | Columns", ("Opinion", "Columns")),
        ("Home > Opinion > The strait must stay open to all", ("Home", "Opinion")),
        ("Home | News | Log in", ()),
        ("Seoul/Tokyo", ()),
        ("Trade fell by > 5 percent, the ministry said.", ()),
        ("Opinion", ()),
    ],
)
def test_reads_the_path_of_a_breadcrumb(vocabulary: Vocabulary, line: str, path: tuple[str, ...]):
    assert vocabulary.made(Sections).read_breadcrumb(line) == path
