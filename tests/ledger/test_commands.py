import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from tests.calling import call

from dragoman.cli.casus import casus
from dragoman.cli.treaties import treaties


def ask(*words: str) -> Result:
    return CliRunner().invoke(treaties, list(words))


def answer(*words: str) -> Any:
    return json.loads(ask(*words, "--json").output)


def test_the_answer_names_obligations_clauses_before_and_since():
    found = answer("RUS", "PRK", "--on", "2001-01-01")
    assert found["obligations"]["RUS>PRK"]["consultation"] is True
    assert [treaty["id"] for treaty in found["in_force"]] == ["rus-prk-2000"]
    assert [treaty["id"] for treaty in found["before"]] == ["sun-prk-1961"]
    assert [treaty["id"] for treaty in found["since"]] == ["tac-1976", "rus-prk-2024"]
    assert found["relations"][0]["date"] == "1948-10-12"


def test_every_clause_says_who_owes_whom_and_whether_it_is_in_force():
    (pact,) = [
        treaty for treaty in answer("USA", "KOR", "--on", "1953-12-01")["in_force"] if treaty["id"] == "usa-kor-1953"
    ]
    assert pact["in_force"] is False
    assert {(clause["owed_by"], clause["owed_to"]) for clause in pact["clauses"]} == {("USA", "KOR"), ("KOR", "USA")}
    assert all(clause["signed"] and not clause["in_force"] for clause in pact["clauses"])


def test_without_a_day_it_is_what_has_not_ended():
    assert "usa-kor-1953" in [treaty["id"] for treaty in answer("KOR", "USA")["in_force"]]


def test_the_table_is_for_reading():
    output = ask("KOR", "USA", "--on", "1960-01-01").output
    assert "each other" in output
    assert "must defend" in output


@pytest.mark.parametrize(
    "words", [("KOR", "QQQ"), ("KOR", "USA", "--on", "1953-13-01"), ("KOR", "USA", "--ledger", "none.json")]
)
def test_misuse_is_told_and_ends_with_an_error(words: tuple[str, ...]):
    told = call("treaties", *words)
    assert told.status == 2
    assert told.err.startswith("error: ")


def test_own_tables_are_taken_over_only_if_they_are_clean(tmp_path: Path):
    from tests.vocab.test_treaties import folder

    target = str(tmp_path / "desk.json")
    tables = folder(tmp_path, treaties="x,P,defense,1953-40,,,,USA KOR,UNTS")
    bad = call("treaties", "import", "tables", tables, "--ledger", target)
    assert bad.status == 2
    assert "treaties.csv, line 2" in bad.err
    assert not Path(target).exists()
    assert ask("import", "tables", str(folder(tmp_path)), "--ledger", target).exit_code == 0


def test_check_passes_on_the_shipped_tables():
    assert ask("check").exit_code == 0


def test_casus_as_json_and_dot():
    words = ["--attack", "DEU:POL", "--on", "1939-09-01"]
    found = json.loads(CliRunner().invoke(casus, [*words, "--json"]).output)
    assert {"duties", "breaches", "collisions", "graph"} <= set(found)
    assert CliRunner().invoke(casus, [*words, "--dot"]).output.startswith("digraph")


def test_casus_as_a_table():
    output = CliRunner().invoke(casus, ["--attack", "PRK:KOR", "--on", "1995-01-01", "--depth", "1"]).output
    assert "The United States must defend South Korea" in output
    assert "The attack breaks" in output


@pytest.mark.parametrize("attack", ["KOR", "KOR:KOR", "KOR:QQQ"])
def test_an_attack_names_two_states(attack: str):
    assert CliRunner().invoke(casus, ["--attack", attack, "--on", "1995-01-01"]).exit_code != 0
