from dragoman.ledger.book import shipped_ledger
from dragoman.ledger.casus import casus
from dragoman.ledger.graph import dot, graph
from dragoman.ledger.obligations import obligations
from dragoman.vocab import shipped

LEDGER = shipped_ledger(shipped())


def owed(attacker: str, attacked: str, on: str, obligation: str, depth: int) -> set[tuple[str, str]]:
    case = casus(attacker, attacked, on, ledger=LEDGER)
    found = [duty.due for duty in case.duties if duty.depth == depth and duty.due.clause.obligation == obligation]
    return {(due.owed_by, due.owed_to) for due in found}


def test_allies_of_the_attacked_are_called_to_defend_it():
    assert owed("DEU", "POL", "1939-09-01", "defense", 1) == {("FRA", "POL"), ("GBR", "POL"), ("ROU", "POL")}


def test_allies_of_the_attacker_are_called_by_an_offense_clause_only():
    assert owed("DEU", "POL", "1939-09-01", "offense", 1) == {("ITA", "DEU")}
    assert owed("AUH", "SRB", "1914-07-28", "offense", 1) == set()


def test_a_clause_against_one_state_is_not_called_by_another():
    assert ("FRA", "RUS") in owed("DEU", "RUS", "1914-08-01", "defense", 1)
    assert ("FRA", "RUS") not in owed("JPN", "RUS", "1904-02-08", "defense", 1)


def test_neutrality_that_shields_a_victim_does_not_shield_an_attacker():
    assert ("SUN", "DEU") not in owed("DEU", "POL", "1939-09-01", "neutrality", 1)
    assert ("DNK", "DEU") in owed("DEU", "POL", "1939-09-01", "neutrality", 1)


def test_parties_are_named_by_the_code_of_the_day():
    assert owed("KOR", "PRK", "2024-12-10", "defense", 1) == {("RUS", "PRK"), ("CHN", "PRK")}


def test_when_helpers_turn_on_the_attacker_its_own_allies_are_called():
    case = casus("KOR", "PRK", "2024-12-10", ledger=LEDGER)
    (duty,) = [d for d in case.duties if (d.due.owed_by, d.due.treaty.id, d.depth) == ("USA", "usa-kor-1953", 2)]
    assert duty.depends == "if CHN or RUS turns on KOR"


def test_depth_one_stops_at_the_allies_themselves():
    assert {duty.depth for duty in casus("PRK", "KOR", "2024-12-10", depth=1, ledger=LEDGER).duties} == {1}
    assert ("GBR", "USA") in owed("PRK", "KOR", "2024-12-10", "defense", 2)


def test_the_attack_itself_breaks_what_was_promised():
    assert "prk-kor-1991" in {due.treaty.id for due in casus("PRK", "KOR", "2024-12-10", ledger=LEDGER).breaches}


def test_duties_to_both_sides_collide():
    clashes = casus("KOR", "PRK", "2024-12-10", ledger=LEDGER).collisions
    assert ("RUS", "rus-prk-2024", "rus-kor-1992") in {
        (clash.state, clash.duty.due.treaty.id, clash.against.due.treaty.id) for clash in clashes
    }


def test_the_graph_has_the_attack_and_each_duty():
    case = casus("DEU", "POL", "1939-09-01", depth=1, ledger=LEDGER)
    picture = graph(case)
    assert picture["edges"][0] == {"from": "DEU", "to": "POL", "side": "attacker", "depth": 0, "obligation": "attack"}
    assert len(picture["edges"]) == 1 + len(case.duties)
    assert {edge["from"] for edge in picture["edges"]} | {"POL"} == {node["id"] for node in picture["nodes"]}


def test_dot_draws_a_line_once():
    lines = dot(casus("DEU", "POL", "1939-09-01", ledger=LEDGER)).splitlines()
    assert lines[0] == 'digraph "DEU attacks POL, 1939-09-01" {'
    assert len([line for line in lines if "FRA -> POL" in line and "fra-pol-1925" in line]) == 1


def broken(attacker: str, attacked: str, on: str, at: str | None = None) -> set[str]:
    return {due.treaty.id for due in casus(attacker, attacked, on, at=at, ledger=LEDGER).breaches}


def test_a_treaty_that_the_attack_breaks_binds_on_the_day_of_the_attack():
    case = casus("DEU", "SUN", "1941-06-22", ledger=LEDGER)
    dues = [due for due in case.breaches if due.treaty.id == "molotov-ribbentrop-1939"]
    assert [(due.owed_by, due.owed_to, due.clause.article, due.in_force) for due in dues] == [
        ("DEU", "SUN", "1", True),
        ("DEU", "SUN", "4", True),
    ]
    assert "molotov-ribbentrop-1939" not in broken("DEU", "SUN", "1941-06-23")


def test_treaties_open_to_every_state_are_told_last_among_the_broken():
    case = casus("SUN", "FIN", "1939-11-30", ledger=LEDGER)
    assert [due.treaty.id for due in case.breaches][-1] in ("kellogg-1928", "league-covenant-1919")
    assert {"sun-fin-1932", "kellogg-1928"} <= broken("SUN", "FIN", "1939-11-30")


def test_an_attack_outside_the_region_of_a_clause_does_not_call_it_up():
    def defended(at: str | None) -> set[str]:
        case = casus("ARG", "GBR", "1982-04-02", at=at, depth=1, ledger=LEDGER)
        return {duty.due.treaty.id for duty in case.duties if duty.due.clause.obligation == "defense"}

    assert "nato-1949" in defended(None)
    assert "nato-1949" not in defended("FLK")


def test_a_promise_about_a_region_is_broken_by_an_attack_in_it_only():
    assert "four-power-1921" in broken("JPN", "USA", "1941-12-07", "USA-HI")
    assert "four-power-1921" not in broken("JPN", "USA", "1941-12-07")


def test_a_duty_about_a_matter_is_not_called_up_by_an_attack():
    owes = obligations("ITA", "JPN", "1938-01-01", ledger=LEDGER)["ITA>JPN"]
    assert owes["consultation"]
    assert ("ITA", "JPN") not in owed("SUN", "JPN", "1938-01-01", "consultation", 1)


def test_a_duty_owed_on_an_attack_on_some_is_not_called_up_by_one_on_the_others():
    def consulting(attacker: str, attacked: str) -> set[str]:
        case = casus(attacker, attacked, "2000-01-01", depth=1, ledger=LEDGER)
        return {due.owed_by for duty in case.duties if (due := duty.due).treaty.id == "fpda-1971"}

    assert consulting("IDN", "MYS") == {"GBR", "AUS", "NZL", "SGP"}
    assert consulting("ARG", "GBR") == set()


def test_an_agreement_on_an_attack_on_one_party_is_not_called_up_by_one_on_the_other():
    assert ("UKR", "GBR") not in owed("RUS", "GBR", "2024-06-01", "consultation", 1)
    assert ("GBR", "UKR") in owed("RUS", "UKR", "2024-06-01", "consultation", 1)


def test_an_answer_says_to_which_day_the_ledger_was_checked():
    assert casus("PRK", "KOR", "2026-05-01", ledger=LEDGER).checked == "2025-12-31"
