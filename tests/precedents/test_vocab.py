"""The tables of the precedents: clean as shipped, and every error told by file and line."""

from pathlib import Path

import pytest

from dragoman.errors import VocabError
from dragoman.ledger.book import shipped_ledger
from dragoman.model.when import bounds
from dragoman.precedents import Course, named_courses
from dragoman.precedents.courses import load_courses
from dragoman.vocab import shipped
from dragoman.vocab.courses import CourseTables
from dragoman.vocab.lint_courses import lint_courses
from dragoman.vocab.tables import Folder

TABLES = shipped().courses


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in TABLES.folder.files(".csv"):
        (tmp_path / name).write_text(TABLES.folder.text(name), encoding="utf-8")
    return tmp_path


def tables(folder: Path) -> CourseTables:
    """Give the tables of a folder, named as the shipped ones are."""
    return CourseTables(Folder(folder, TABLES.folder.name), TABLES.treaties)


def check(folder: Path) -> list[str]:
    return list(lint_courses(tables(folder)))


def changed(folder: Path, name: str, old: str, new: str) -> Path:
    text = (folder / name).read_text(encoding="utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new, 1), encoding="utf-8")
    return folder


def test_the_shipped_tables_are_clean():
    assert list(lint_courses(TABLES)) == []


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        ("steps.csv", "1948-10-12,relations", "1948-10-12,marriage", "no kind 'marriage'"),
        ("steps.csv", "1948-10-12,relations", "1951-10-12,relations", "not within the course"),
        ("steps.csv", "1948-10-12,relations", "1945-10-12,relations", "put the steps in order"),
        ("steps.csv", "1948-10-12,relations", "then,relations", "not an EDTF date"),
        ("steps.csv", "support,SUN", "support,USA", "USA is neither SUN nor PRK"),
        ("steps.csv", "stalins-path,1946-02", "stalin,1946-02", "no course 'stalin'"),
        ("steps.csv", "Kim Il Sung in the zone that it occupies\",ARM", "Kim\",XYZ", "no source 'XYZ'"),
        ("steps.csv", "\"Kim Il Sung in Moscow\"", "", "no words"),
        ("courses.csv", ",SUN,PRK,", ",SUN,XXX,", "no state 'XXX'"),
        ("courses.csv", "gorbachevs-path", "stalins-path", "stands in line 2 too"),
        ("costs.csv", "same,visit,,1.5", "same,visite,,1.5", "no kind 'visite'"),
        ("costs.csv", "alike,visit,talks,0.5", "alike,visit,talks,2", "score no less"),
        ("costs.csv", "\"common where relations are good\"", "", "no reason"),
        ("kinds.csv", "interaction:AID", "interaction:SUPPORT", "'interaction:SUPPORT' stands in line"),
        ("kinds.csv", "interaction:AID", "interaction:GIFT", "nothing is read from 'interaction:GIFT'"),
        ("kinds.csv", "apart,no,break", "down,no,break", "tone 'down'"),
    ],
)  # fmt: skip
def test_an_error_is_told_by_file_and_line(folder: Path, name: str, old: str, new: str, said: str):
    errors = check(changed(folder, name, old, new))

    assert any(said in error and error.startswith(f"vocab/data/world/courses/{name}") for error in errors)


def test_a_course_without_steps_is_told(folder: Path):
    added = "empty,Empty,GRC,TUR,1900,1901,Nothing,Nothing,ARM\n"
    (folder / "courses.csv").write_text((folder / "courses.csv").read_text(encoding="utf-8") + added, encoding="utf-8")

    assert check(folder) == ["vocab/data/world/courses/courses.csv: 'empty' has no steps; write them into steps.csv"]


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        ("costs.csv", "what,a,b", "which,a,b", "costs.csv, line 1"),
        ("costs.csv", "same,alliance,,5", "same,alliance,,many", "score 'many' is no number"),
        ("costs.csv", "gap,step,,0.5", "gap,steps,,0.5", "there are no scores for gap,steps,"),
        ("costs.csv", "again,step,,0.25", "then,step,,0.25", "there are no scores for then,step,"),
        ("costs.csv", "again,step,,0.25", "gap,step,,0.25", "no row again,step"),
    ],
)
def test_costs_that_cannot_be_read_are_refused(folder: Path, name: str, old: str, new: str, said: str):
    with pytest.raises(VocabError, match=said):
        _ = tables(changed(folder, name, old, new)).costs


def test_a_row_with_too_few_cells_is_refused(folder: Path):
    with pytest.raises(VocabError, match=r"steps.csv, line 2: 5 cells, not 6"):
        load_courses(tables(changed(folder, "steps.csv", ",ARM\n", "\n")))


def test_a_rule_that_is_none_is_told():
    with pytest.raises(VocabError, match="no rule 'most_fun'"):
        TABLES.rule("most_fun")


def test_alike_counts_both_ways_round():
    assert TABLES.costs.alike["visit", "talks"] == TABLES.costs.alike["talks", "visit"]


def test_every_kind_is_named_and_has_an_example():
    assert all(kind.label and kind.acts for kind in TABLES.kinds.values())


def test_a_source_is_given_by_its_title_and_place():
    assert (
        TABLES.source_words("FRUS 1969–1976 XVII")
        == "U.S. Department of State, Foreign Relations of the United States, 1969–1976 XVII"
    )


@pytest.mark.parametrize("told", named_courses(shipped()), ids=lambda told: told.key)
def test_every_named_course_and_step_names_its_source(told: Course):
    titles = [row["title"] for row in TABLES.rows("sources.csv")]

    assert any(told.source.startswith(title) for title in titles)
    assert all(step.source for step in told.steps)


@pytest.mark.parametrize("told", named_courses(shipped()), ids=lambda told: told.key)
def test_every_named_course_has_seven_to_sixteen_steps_and_an_outcome(told: Course):
    assert 7 <= len(told.steps) <= 16
    assert told.outcome.endswith(".")


@pytest.mark.parametrize("told", named_courses(shipped()), ids=lambda told: told.key)
def test_the_ledger_agrees_with_every_named_course(told: Course):
    """Treaties and changes of relations that the ledger has in the years of a course stand in it, on the same day."""
    first, last = bounds(told.steps[0].when)[0], bounds(told.steps[-1].when)[1]
    book = shipped_ledger(shipped())
    dates = [t.signed for t in book.history(told.a, told.b) if len(t.parties) <= 4]
    dates += [fact.date for fact in book.relations_of(told.a, told.b)]
    within = {date for date in dates if first <= bounds(date)[0] <= last}

    assert within <= {step.when for step in told.steps}
