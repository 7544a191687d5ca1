from pathlib import Path

import pytest

from dragoman.errors import VocabError
from dragoman.vocab import Vocabulary, shipped
from dragoman.vocab.lint_treaties import lint_treaties
from dragoman.vocab.tables import Folder
from dragoman.vocab.treaties import COLUMNS, TreatyTables

GOOD = {
    "treaties.csv": "usa-kor,Pact,defense,,1953-10-01,1954-11-18,,,,,USA KOR,UNTS 238:199",
    "members.csv": "usa-kor,JPN,1960-01-19,,,1970-01-01,withdrew,UNTS 373:179",
    "clauses.csv": "usa-kor,3,defense,USA,KOR,armed attack,act,article-51;against:PRK,,",
    "relations.csv": "KOR,SUN,established,1990-09-30,UNTS 1:1",
    "sources.csv": "UNTS,United Nations Treaty Series,volume:page\nunchecked,nobody,",
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
        (
            "treaties",
            "x,Pact,defense,,1953-02-30,,,,,,USA KOR,UNTS 1:1",
            "treaties.csv, line 2, signed: not an EDTF date",
        ),
        ("treaties", "usa-kor,Pact,defense,,1953,,,,,,USA QQQ,UNTS 1:1", "treaties.csv, line 2: no state 'QQQ'"),
        (
            "treaties",
            "usa-kor,Pact,defense,,1993,,,,,,USA SUN,UNTS 1:1",
            "treaties.csv, line 2: SUN was no state on 1993",
        ),
        ("treaties", "usa-kor,Pact,defense,,1953,,,,1950,broken,USA KOR,UNTS 1:1", "ended 1950 is before signed 1953"),
        ("treaties", "usa-kor,Pact,defense,,1953,,,,1960,,USA KOR,UNTS 1:1", "`ended` and `how` go together"),
        ("treaties", "usa-kor,Pact,defence,,1953,,,,,,USA KOR,UNTS 1:1", "no kind 'defence'"),
        ("treaties", "usa-kor,Pact,defense,,,,,,,,USA KOR,UNTS 1:1", "no date of signature"),
        ("treaties", "usa-kor,Pact,defense,,1953,,,,,,USA KOR,hearsay", "no source 'hearsay'"),
        ("treaties", "usa-kor,Pact,neutrality,,1953,,,,,,USA KOR,UNTS 1:1", "kind neutrality, and no clause of it"),
        ("treaties", "usa-kor,Pact,defense,all,1953,,,,,,USA KOR,UNTS 1:1", "no scope 'all'"),
        ("treaties", "usa-kor,Pact,defense,,1953,signature,,,,,USA KOR,UNTS 1:1", "`signature` and its `ground` go"),
        ("treaties", "usa-kor,Pact,defense,,1953,,,,,,USA KOR,UNTS", "no place in 'UNTS'"),
        ("treaties", "usa-kor,Pact,defense,,1953,,,,,,USA KOR,UNTS; unchecked", ""),
        ("treaties", "usa-prk,Pact,friendship,,1953,,,,,,,UNTS 1:1", "no parties"),
        ("treaties", "usa-kor,Pact,defense,,1953,,,,1960,torn up,USA KOR,UNTS 1:1", "no way to end 'torn up'"),
        ("treaties", "usa-kor,Pact,defense,,1953,,,,1960,replaced by x,USA KOR,UNTS 1:1", "and no such treaty"),
        ("treaties", "usa-kor,Pact,defense,,1953,,,,1960,denounced by CHN,USA KOR,UNTS 1:1", "CHN is no party"),
        ("treaties", "usa-kor,Pact,defense,,1953,,,,1960,broken by USA,USA KOR,UNTS 1:1", "the day after the breach"),
        (
            "treaties",
            "usa-kor,Pact,defense,,1953,,,,1960-05-01,broken by USA,USA KOR,UNTS 1:1",
            "no war that it began with a party on 1960-04-30",
        ),
        ("treaties", "usa-kor,Pact,defense,,1953,,,P10Y,,,USA KOR,UNTS 1:1", "agreed for P10Y until 1963-12, and not"),
        ("treaties", "usa-kor,Pact,defense,,1953,,,P10Y/P5Y,,,USA KOR,UNTS 1:1", ""),
        ("treaties", "usa-kor,Pact,defense,,1953,,,ten,,,USA KOR,UNTS 1:1", "no term 'ten'"),
        ("treaties", "usa-kor,Pact,defense,1953,,,USA KOR,UNTS", "treaties.csv, line 2: 8 cells, not 12"),
        ("members", "usa-kor,KOR,1960,,,,,UNTS 1:1", "members.csv, line 2: KOR is in usa-kor already"),
        ("members", "usa-prk,JPN,1960,,,,,UNTS 1:1", "members.csv, line 2: no treaty 'usa-prk'"),
        (
            "members",
            "usa-kor,JPN,1960,,,1959,withdrew,UNTS 1:1",
            "members.csv, line 2: ended 1959 is before signed 1960",
        ),
        ("clauses", "usa-kor,3,defence,,,attack,act,,,", "clauses.csv, line 2: no obligation 'defence'"),
        ("clauses", "usa-kor,3,defense,CHN,,attack,act,,,", "clauses.csv, line 2: CHN is no party of usa-kor"),
        ("clauses", "usa-kor,3,defense,,,attack,,,,", "clauses.csv, line 2: no duty"),
        ("clauses", "usa-kor,3,defense,,,attack,act,in doubt,,", "clauses.csv, line 2: no condition 'in doubt'"),
        ("clauses", "usa-kor,3,defense,,,attack,act,against:QQQ,,", "clauses.csv, line 2: no state 'QQQ'"),
        ("clauses", "usa-kor,3,defense,,,attack,act,attacked:QQQ,,", "clauses.csv, line 2: no state 'QQQ'"),
        ("clauses", "usa-kor,3,defense,,,attack,act,region:the moon,,", "no region 'the moon'"),
        ("clauses", "usa-kor,3,defense,,,attack,act,through:nato-1949,,", "no treaty 'nato-1949'"),
        ("relations", "KOR,SUN,kindled,1990,UNTS 1:1", "relations.csv, line 2: no change 'kindled'"),
        ("relations", "KOR,SUN,established,1990-13,UNTS 1:1", "relations.csv, line 2, date: not an EDTF date"),
    ],
)
def test_an_error_is_told_by_file_and_line(tmp_path: Path, table: str, row: str, error: str):
    errors = told(folder(tmp_path, **{table: row}))
    assert any(error in line for line in errors) if error else not errors


def test_all_errors_are_told_at_once(tmp_path: Path):
    errors = check(
        folder(
            tmp_path,
            treaties="usa-kor,Pact,none,,1953-40,,,,,,USA QQQ,UNTS 1:1",
            relations="KOR,QQQ,broken,1990,UNTS 1:1",
        )
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


def test_a_replaced_treaty_binds_until_its_successor_is_in_force(tmp_path: Path):
    rows = (
        "usa-kor,Pact,defense,,1953-10-01,1954-11-18,,,{},replaced by later,USA KOR,UNTS 238:199\n"
        "later,Second pact,friendship,,1960-01-19,1960-06-23,,,,,USA KOR,UNTS 373:179"
    )
    assert check(folder(tmp_path, treaties=rows.format("1960-06-23"))) == []
    (error,) = check(folder(tmp_path, treaties=rows.format("1960-01-19")))
    assert "later came into force on 1960-06-23" in error


def test_every_broken_treaty_binds_on_the_day_on_which_it_was_broken(vocabulary: Vocabulary):
    tables = vocabulary.treaties
    broken = {treaty.id: treaty for treaty in tables.treaties if (treaty.how or "").startswith("broken")}
    assert broken["molotov-ribbentrop-1939"].ended == "1941-06-23"
    assert broken["molotov-ribbentrop-1939"].how == "broken by DEU"


@pytest.mark.parametrize(
    ("treaty", "in_force", "ground", "pending"),
    [
        ("usa-kor-1953", "1954-11-18", "", False),
        ("molotov-ribbentrop-1939", "1939-08-23", "article 7", False),
        ("auh-sic-1815", None, "", False),
    ],
)
def test_a_treaty_says_from_when_it_was_in_force_and_why(
    vocabulary: Vocabulary, treaty: str, in_force: str | None, ground: str, pending: bool
):
    (found,) = [one for one in vocabulary.treaties.treaties if one.id == treaty]
    assert (found.in_force, found.ground, found.pending) == (in_force, ground, pending)


def test_not_yet_in_force_is_not_the_same_as_not_on_file(tmp_path: Path):
    row = "usa-kor,Pact,defense,,1953-10-01,not yet,,,,,USA KOR,UNTS 238:199"
    (treaty,) = tables(folder(tmp_path, treaties=row)).treaties
    assert treaty.pending
    assert treaty.in_force is None


@pytest.mark.parametrize(
    ("source", "title"),
    [
        ("UNTS 34:243", "United Nations Treaty Series, 34:243"),
        ("UNTS", "United Nations Treaty Series, no place noted"),
        ("NATO", "North Atlantic Treaty Organization: protocols of accession and notices of entry into force by the"),
        ("a book", "a book"),
    ],
)
def test_a_source_is_told_with_its_place(vocabulary: Vocabulary, source: str, title: str):
    assert vocabulary.treaties.source_title(source).startswith(title)


def test_sources_are_told_one_after_the_other(vocabulary: Vocabulary):
    told = vocabulary.treaties.source_title("LNTS 54:289; ATOP 2100")
    assert [part.rpartition(", ")[2] for part in told.split("; ")] == ["54:289", "2100"] or told.endswith(", 2100")


def test_wars_are_told_by_front(vocabulary: Vocabulary):
    fronts = [war for war in vocabulary.treaties.wars if war.begin == "1941-06-22"]
    assert (fronts[0].who, fronts[0].whom, fronts[0].how) == (("DEU",), ("SUN",), "attack")


def test_a_state_is_known_by_the_codes_of_all_that_it_carries_on() -> None:
    tables = shipped().treaties

    assert {"RUS", "SUN"} <= {*tables.codes_of("RUS")} and tables.codes_of("SUN") == tables.codes_of("RUS")
    assert tables.codes_of("NATO") == ("NATO",)
    assert tables.is_same("SUN", "RUS") and not tables.is_same("RUS", "UKR")
    assert tables.dyad_of("SUN", "PRK") == tables.dyad_of("PRK", "RUS") == ("PRK", "RUS")
