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
    tables = folder(tmp_path, treaties="x,P,defense,,1953-40,,,,,,USA KOR,UNTS 1:1")
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


def test_the_table_tells_wars_treaties_open_to_all_and_how_far_the_ledger_was_checked():
    output = ask("DEU", "SUN", "--on", "1941-06-22").output
    assert "OPEN TO EVERY STATE" in output
    assert "Second World War: Germany against the Soviet Union" in output
    assert "checked to" not in output
    assert "The ledger was checked to 2025-12-31; this day is later." in ask("KOR", "USA", "--on", "2026-05-01").output


def test_casus_tells_breaches_and_where_the_attack_fell():
    told = call("casus", "--attack", "JPN:USA", "--on", "1941-12-07", "--at", "USA-HI", "--depth", "1")
    assert "The attack breaks: Four-Power Treaty" in told.out.replace("\n", " ")
    assert call("casus", "--attack", "JPN:USA", "--on", "1941-12-07", "--at", "MOON").status == 2


def test_the_ledger_is_exported_as_tables(tmp_path: Path):
    told = call("treaties", "export", tmp_path / "data")
    assert told.status == 0
    assert told.out.endswith(f"rows in 9 tables into {tmp_path / 'data'}.\n")
    assert (tmp_path / "data" / "spells.csv").read_text(encoding="utf-8").startswith("owed_by,owed_to,obligation,")


def test_the_ledger_is_compared_with_an_atop_that_was_taken_over(tmp_path: Path):
    file, target = tmp_path / "atop.csv", tmp_path / "desk.json"
    file.write_text(
        "atopid,code,start,end,phase,version,defense,offense,neutral,nonagg,consul\n"
        "1,USA,1953-10-02,1953-12-30,0,9.9,1,0,0,0,0\n1,KOR,1953-10-02,1953-12-30,0,9.9,1,0,0,0,0\n"
    )
    assert call("treaties", "import", "atop", file, "--ledger", target).status == 0
    lines = call("treaties", "check", "--ledger", target).out.splitlines()
    assert lines[0] == "owed_by,owed_to,obligation,begin,end,says_so"
    assert "KOR,USA,nonaggression,1953-10-02,1953-12-31,ledger" in lines
    defense = [line for line in lines if line.startswith("KOR,USA,defense")]
    assert defense == ["KOR,USA,defense,1953-12-31,1953-12-31,ledger"]


def test_without_a_data_set_there_is_nothing_to_compare(tmp_path: Path):
    from tests.vocab.test_treaties import folder

    target = tmp_path / "desk.json"
    assert call("treaties", "import", "tables", folder(tmp_path), "--ledger", target).status == 0
    told = call("treaties", "check", "--ledger", target)
    assert told.status == 2
    assert "no data set to compare with" in told.err
