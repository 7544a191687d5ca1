"""What is owed, with the answer first."""

import io

import pytest
from rich.console import Console

from dragoman.desk import Desk
from dragoman.ledger.casus import Casus
from dragoman.render.pages.casus import casus_sheet
from dragoman.render.pages.treaties import treaties_sheet
from dragoman.render.sheet import Sheet
from dragoman.render.text import print_sheet
from dragoman.vocab import shipped


@pytest.fixture(scope="module")
def case() -> Casus:
    return Desk().casus("PRK", "KOR", on="2024-12-05")


def printed(sheet: Sheet) -> str:
    out = io.StringIO()
    print_sheet(sheet, Console(file=out, width=80, force_terminal=False, color_system=None))
    return out.getvalue()


def test_who_must_fight_is_said_first(case: Casus) -> None:
    sheet = casus_sheet(case, shipped())

    assert sheet.title == "North Korea attacks South Korea"
    assert [one.words for one in sheet.lead] == ["The United States must defend South Korea."]
    assert sheet.sections[0].heading == "MUST DEFEND"


def test_a_casus_fits_a_screen_unless_allies_of_allies_are_asked_for(case: Casus) -> None:
    far = sum(1 for duty in case.duties if duty.depth > 1)

    assert len(printed(casus_sheet(case, shipped())).splitlines()) <= 40
    assert casus_sheet(case, shipped()).notes == (
        f"{far} more at a further remove (allies of allies): --all shows them",
    )
    assert casus_sheet(case, shipped(), every=True).notes == ()


def test_every_duty_is_told_with_its_treaty(case: Casus) -> None:
    sheet = casus_sheet(case, shipped(), every=True)
    told = {note.words for line in sheet.lines() for note in line.notes}

    assert all(any(duty.due.treaty.name in words for words in told) for duty in case.duties)
    assert {code for line in sheet.lines() for code in line.actors} == {duty.due.owed_by for duty in case.duties}


def test_that_nobody_must_fight_is_said() -> None:
    calm = casus_sheet(Desk().casus("CHE", "AUT", on="1960-01-01"), shipped())

    assert "must defend" not in printed(calm)
    assert "obliges anybody" in printed(calm)


def test_what_two_owe_each_other_is_said_first() -> None:
    sheet = treaties_sheet(Desk().treaties("RUS", "PRK", on="2024-12-05"), shipped())

    assert [one.words for one in sheet.lead] == [
        "Russia and North Korea: each must defend, must not attack and must consult with the other."
    ]
    assert [section.heading for section in sheet.sections] == ["IN FORCE", "OPEN TO EVERY STATE", "BEFORE", "RELATIONS"]


def test_that_nothing_is_in_force_is_said_first() -> None:
    sheet = treaties_sheet(Desk().treaties("CHE", "AUT", on="1830-01-01"), shipped())

    assert [one.words for one in sheet.lead] == ["Nothing is in force between the two."]
