"""Who is meant: the sides of deeds in whole sentences."""

import pytest

from tests.coding.conftest import Read


def sides(read: Read, text: str) -> list[tuple[str, list[str | None], list[str | None]]]:
    """Give for each event its act and the codes of both sides."""
    return [
        (e.act or e.event_type, [a.code for a in e.actors], [r.code for r in e.recipients]) for e in read(text).events
    ]


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Peruvian President Dina Boluarte and Chilean President Gabriel Boric signed a treaty.", ["PER", "CHL"]),
        ("The Latvian defence minister and his Estonian counterpart signed a treaty.", ["LVA", "EST"]),
        ("Xi and Putin signed a treaty.", ["CHN", "RUS"]),
        ("Peru and its ally Chile signed a treaty.", ["PER", "CHL"]),
        ("OSLO, Norway (AFP) — Peru and Chile signed a treaty.", ["PER", "CHL"]),
        ("LIMA - Norway and Sweden signed a treaty.", ["NOR", "SWE"]),
    ],
)
def test_titled_persons_joined_by_and_are_each_an_actor(read: Read, text: str, actors: list[str]) -> None:
    assert [a for _, a, _ in sides(read, text)] == [actors]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Parliament condemned Norway.", None),
        ("Lawmakers condemned the Norwegian government.", None),
        ("President Olsen condemned Norway.", None),
        ("Peru held a vote. Parliament condemned Norway.", "PER"),
        ("Norwegian lawmakers condemned Peru.", "NOR"),
    ],
)
def test_a_domestic_body_is_never_of_the_other_side(read: Read, text: str, actor: str | None) -> None:
    assert [a for _, (a, *_), _ in sides(read, text)][-1] == actor


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("Norway accused its larger neighbour of spying.", [None]),
        ("Norway accused Chad's allies of spying.", [None]),
        ("Norway accused neighbouring Sweden of spying.", ["SWE"]),
        ("Chad and Niger met. Norway accused the two countries of spying.", ["TCD", "NER"]),
    ],
)
def test_who_is_told_by_another_is_not_that_other(read: Read, text: str, recipients: list[str | None]) -> None:
    assert [r for act, _, r in sides(read, text) if act == "ACCUSE"] == [recipients]


def test_the_bloc_is_the_body_named_before(read: Read) -> None:
    assert sides(read, "ASEAN met in May. The bloc condemned Norway.")[-1][1] == ["ASN"]


def test_the_leaders_are_two_named_together_or_nobody(read: Read) -> None:
    assert sides(read, "Chad and Niger held a vote. The leaders condemned Norway.")[-1][1] == ["TCD", "NER"]
    assert sides(read, "African presidents met in Chad. The leaders condemned Norway.")[-1][1] == [None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Angolan troops repelled a raid by Zambian rebels.", ("ASSAULT", ["ZMB"], ["AGO"])),
        ("Two Angolan soldiers were reported wounded.", ("ASSAULT", [], ["AGO"])),
        ("Norway said its neighbour had shelled a town.", ("ASSAULT", [None], [None])),
        ("Norway launched an attack on the credibility of Sweden.", ("ACCUSE", ["NOR"], ["SWE"])),
        ("Norway lashed out at the Swedish budget.", ("ACCUSE", ["NOR"], ["SWE"])),
        ("Norway killed the Swedish amendment.", ("REJECT", ["NOR"], ["SWE"])),
        ("Norway attacked Sweden over its fishing ban.", ("ACCUSE", ["NOR"], ["SWE"])),
        ("Norway hit Sweden with a tariff.", ("SANCTION", ["NOR"], ["SWE"])),
        ("Norway bombed Sweden over the weekend.", ("ASSAULT", ["NOR"], ["SWE"])),
        ("Norway pledged to fight Sweden.", ("ASSAULT", ["NOR"], ["SWE"])),
        ("Norway and Sweden vowed to fight piracy together.", ("COOPERATE", ["NOR", "SWE"], [])),
        ("Norway agreed to close its border with Sweden.", ("SANCTION", ["NOR"], ["SWE"])),
    ],
)
def test_who_does_it_to_whom(read: Read, text: str, expected: tuple[str, list[str | None], list[str | None]]) -> None:
    assert expected in sides(read, text)


@pytest.mark.parametrize(
    "text",
    [
        "In the film, Norway attacks Sweden.",
        "The novel tells how Norway attacked Sweden.",
        "Norway meet Sweden in the semi-final.",
        "Norway captured the Ashes from Sweden.",
        "A Norwegian man stabbed a Swedish man.",
    ],
)
def test_fiction_matches_and_crimes_are_no_deeds_of_states(read: Read, text: str) -> None:
    assert read(text).events == ()


def test_politics_about_sport_and_film_are_deeds(read: Read) -> None:
    assert sides(read, "Norway boycotted the World Cup in Sweden.") != []
    assert sides(read, "The Norwegian premier met the Swedish king at the World Cup.")[0][0] == "CONSULT"
    assert sides(read, "In a series of raids, Norway attacked Sweden.")[0][0] == "ASSAULT"
