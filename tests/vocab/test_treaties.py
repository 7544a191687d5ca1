from pathlib import Path

import pytest

from dragoman.errors import VocabError
from dragoman.vocab import Vocabulary, shipped
from dragoman.vocab.lint_treaties import lint_treaties
from dragoman.vocab.tables import Folder
from dragoman.vocab.treaties import COLUMNS, TreatyTables

GOOD = {
    "treaties.csv": "usa-kor,Pact,defense,1953-10-01,1954-11-18,,,USA KOR,UNTS",
    "members.csv": "usa-kor,JPN,1960-01-19,,1970-01-01,left,UNTS",
    "clauses.csv": "usa-kor,3,defense,USA,KOR,armed attack,act,article-51;against:PRK,,",
    "relations.csv": "KOR,SUN,established,1990-09-30,UNTS",
    "sources.csv": "UNTS,United Nations Treaty Series",
}


def tables(folder: Path) -> TreatyTables:
    """Give the tables of a folder of one's own, with the shipped states."""
    return TreatyTables(Folder(folder, "own"), shipped().actors, shipped().treaties.folder)


def check(folder: Path) -> list[str]:
    return list(lint_treaties(tables(folder)))


def told(folder: Path) -> list[str]:
    """Give what the lint tells, or why it cannot read the tables."""
    try:
        return check(folder)
    except VocabError as error:
        return [str(error)]


def folder(tmp_path: Path, **changed: str) -> Path:
    """Write a folder of tables that is right but for the rows given."""
    for name, row in GOOD.items():
        lines = [",".join(COLUMNS[name]), changed.get(name.partition(".")[0], row)]
        (tmp_path / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    return tmp_path


def test_the_shipped_tables_are_clean(vocabulary: Vocabulary):
    assert list(lint_treaties(vocabulary.treaties)) == []


def test_two_hundred_treaties_and_a_hundred_and_fifty_relations_are_shipped(vocabulary: Vocabulary):
    assert len(vocabulary.treaties.treaties) >= 200
    assert len(vocabulary.treaties.relations) >= 150


def test_a_right_folder_has_no_error(tmp_path: Path):
    assert check(folder(tmp_path)) == []


@pytest.mark.parametrize(
    ("table", "row", "error"),
    [
        ("treaties", "x,Pact,defense,1953-02-30,,,,USA KOR,UNTS", "treaties.csv, line 2, signed: not an EDTF date"),
        ("treaties", "usa-kor,Pact,defense,1953,,,,USA QQQ,UNTS", "treaties.csv, line 2: no state 'QQQ'"),
        ("treaties", "usa-kor,Pact,defense,1953,,,,USA SUN,UNTS", ""),
        ("treaties", "usa-kor,Pact,defense,1993,,,,USA SUN,UNTS", "treaties.csv, line 2: SUN was no state on 1993"),
        ("treaties", "usa-kor,Pact,defense,1953,,1950,broken,USA KOR,UNTS", "ended 1950 is before signed 1953"),
        ("treaties", "usa-kor,Pact,defense,1953,,1960,,USA KOR,UNTS", "`ended` and `how` go together"),
        ("treaties", "usa-kor,Pact,defence,1953,,,,USA KOR,UNTS", "no kind 'defence'"),
        ("treaties", "usa-kor,Pact,defense,,,,,USA KOR,UNTS", "no date of signature"),
        ("treaties", "usa-kor,Pact,defense,1953,,,,USA KOR,hearsay", "no source 'hearsay'"),
        ("treaties", "usa-kor,Pact,defense,1953,,,USA KOR,UNTS", "treaties.csv, line 2: 8 cells, not 9"),
        ("members", "usa-kor,KOR,1960,,,,UNTS", "members.csv, line 2: KOR is in usa-kor already"),
        ("members", "usa-prk,JPN,1960,,,,UNTS", "members.csv, line 2: no treaty 'usa-prk'"),
        ("members", "usa-kor,JPN,1960,,1959,left,UNTS", "members.csv, line 2: ended 1959 is before signed 1960"),
        ("clauses", "usa-kor,3,defence,,,attack,act,,,", "clauses.csv, line 2: no obligation 'defence'"),
        ("clauses", "usa-kor,3,defense,CHN,,attack,act,,,", "clauses.csv, line 2: CHN is no party of usa-kor"),
        ("clauses", "usa-kor,3,defense,,,attack,,,,", "clauses.csv, line 2: no duty"),
        ("clauses", "usa-kor,3,defense,,,attack,act,in doubt,,", "clauses.csv, line 2: no condition 'in doubt'"),
        ("clauses", "usa-kor,3,defense,,,attack,act,against:QQQ,,", "clauses.csv, line 2: no state 'QQQ'"),
        ("relations", "KOR,SUN,kindled,1990,UNTS", "relations.csv, line 2: no change 'kindled'"),
        ("relations", "KOR,SUN,established,1990-13,UNTS", "relations.csv, line 2, date: not an EDTF date"),
    ],
)
def test_an_error_is_told_by_file_and_line(tmp_path: Path, table: str, row: str, error: str):
    errors = "\n".join(told(folder(tmp_path, **{table: row})))
    assert error in errors


def test_all_errors_are_told_at_once(tmp_path: Path):
    errors = check(
        folder(tmp_path, treaties="usa-kor,Pact,none,1953-40,,,,USA QQQ,UNTS", relations="KOR,QQQ,broken,1990,UNTS")
    )
    places = [error.partition(":")[0].partition(",")[0] for error in errors]
    assert {"own/treaties.csv", "own/clauses.csv", "own/relations.csv"} == set(places)
    assert places.count("own/treaties.csv") == 3


def test_a_treaty_that_stands_twice_is_refused(tmp_path: Path):
    table = folder(tmp_path) / "treaties.csv"
    table.write_text(table.read_text() + GOOD["treaties.csv"] + "\n", encoding="utf-8")
    assert any("stands in line 2 too" in error for error in check(tmp_path))


def test_a_wrong_header_stops_the_load(tmp_path: Path):
    (folder(tmp_path) / "members.csv").write_text("a,b\n", encoding="utf-8")
    with pytest.raises(VocabError, match=r"members.csv, line 1"):
        _ = tables(tmp_path).treaties


def test_a_treaty_is_loaded_with_members_and_clauses(tmp_path: Path):
    (treaty,) = tables(folder(tmp_path)).treaties
    assert [party.code for party in treaty.parties] == ["USA", "KOR", "JPN"]
    assert treaty.clauses[0].conditions == ("article-51", "against:PRK")


@pytest.mark.parametrize(
    ("code", "line"), [("SUN", "RUS"), ("YUG", "SRB"), ("PRU", "DEU"), ("CSK", "CSK"), ("KOR", "KOR")]
)
def test_a_former_state_is_found_under_the_one_that_carries_it_on(vocabulary: Vocabulary, code: str, line: str):
    assert vocabulary.treaties.line_of(code) == line


@pytest.mark.parametrize(("on", "code"), [("1961-07-06", "SUN"), ("1991-12-25", "SUN"), ("1991-12-26", "RUS")])
def test_a_party_has_the_code_of_the_day(vocabulary: Vocabulary, on: str, code: str):
    assert vocabulary.treaties.code_on("SUN", on) == code


def test_a_state_is_known_by_the_codes_of_all_that_it_carries_on() -> None:
    tables = shipped().treaties

    assert {"RUS", "SUN"} <= {*tables.codes_of("RUS")} and tables.codes_of("SUN") == tables.codes_of("RUS")
    assert tables.codes_of("NATO") == ("NATO",)
    assert tables.is_same("SUN", "RUS") and not tables.is_same("RUS", "UKR")
    assert tables.dyad_of("SUN", "PRK") == tables.dyad_of("PRK", "RUS") == ("PRK", "RUS")
