"""The tables of European leaders and of heads of organisations: shape, order, overlaps and well-known terms."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from itertools import pairwise
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[2] / "src" / "dragoman" / "vocab" / "data" / "world" / "actors" / "leaders"
COLUMNS = ["code", "office", "person", "surname", "aliases", "begin", "end", "source", "note"]
OFFICES = {"head_of_state", "head_of_government", "leader", "foreign_minister", "defence_minister", "other", "head"}
SOURCES = {"editors", "editors+archigos", "statedept-visits"}
PARTIAL_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
REGION = (
    "ALB AND ARM AUH AUT AZE BEL BGR BIH BLR CHE CSK CYP CZE DDR DEU DNK ESP EST FIN FRA GBR GEO GRC HRV HUN IRL ISL "
    "ITA LIE LTU LUX LVA MCO MDA MKD MLT MNE NLD NOR POL PRT ROU RUS SCG SMR SRB SUN SVK SVN SWE UKR VAT XKX YUG"
)

Row = dict[str, str]


def rows_of(name: str) -> list[Row]:
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        assert reader.fieldnames == COLUMNS
        return list(reader)


EUROPE = rows_of("europe")
ORGANISATIONS = rows_of("organisations")
ALL = EUROPE + ORGANISATIONS


def certainly_after(end: str, begin: str) -> bool:
    """True when the partial date `end` lies after `begin` at the precision both share; empty `end` is open."""
    shared = min(len(end), len(begin))
    return not end or end[:shared] > begin[:shared]


def in_office(code: str, office: str, day: str) -> set[str]:
    return {
        row["person"]
        for row in ALL
        if row["code"] == code
        and row["office"] == office
        and row["begin"] <= day
        and (not row["end"] or day <= row["end"])
    }


def test_the_tables_hold_the_whole_region() -> None:
    assert len(EUROPE) > 2000
    assert " ".join(sorted({row["code"] for row in EUROPE})) == REGION
    assert len({row["code"] for row in ORGANISATIONS}) >= 15


@pytest.mark.parametrize(
    ("column", "pattern"),
    [
        ("code", r"[A-Z]{3,4}"),
        ("person", r"\S.*\S"),
        ("surname", r"\S.*\S"),
        ("begin", PARTIAL_DATE.pattern),
        ("end", f"({PARTIAL_DATE.pattern})?"),
        ("office", "|".join(sorted(OFFICES))),
        ("source", "|".join(re.escape(source) for source in sorted(SOURCES))),
    ],
)
def test_every_cell_has_its_form(column: str, pattern: str) -> None:
    bad = [row for row in ALL if not re.fullmatch(pattern, row[column])]
    assert bad == []


def test_no_term_ends_before_it_begins() -> None:
    assert [row for row in ALL if certainly_after(row["begin"], row["end"] or "9999")] == []


def test_aliases_carry_no_title_and_do_not_repeat_the_name() -> None:
    """Titles are read from the text around a name, so an alias is a bare name."""
    title = re.compile(r"^(King|Queen|Pope|President|Minister|Prince|Archbishop) ")
    for row in ALL:
        aliases = row["aliases"].split("|") if row["aliases"] else []
        assert not [alias for alias in aliases if title.match(alias) or not alias.strip()], row
        assert row["person"] not in aliases and len(aliases) == len(set(aliases)), row


def test_one_holder_at_a_time_unless_the_note_says_co_holder() -> None:
    terms = defaultdict(list)
    for row in ALL:
        if row["office"] != "other" and "co-holder" not in row["note"]:
            terms[row["code"], row["office"]].append(row)
    clashes = [
        (before, after)
        for rows in terms.values()
        for before, after in pairwise(sorted(rows, key=lambda row: row["begin"]))
        if certainly_after(before["end"], after["begin"])
    ]
    assert clashes == []


@pytest.mark.parametrize(
    ("code", "office", "day", "person"),
    [
        ("GBR", "head_of_government", "1982-05-01", "Margaret Thatcher"),
        ("GBR", "foreign_minister", "1956-07-26", "Selwyn Lloyd"),
        ("FRA", "head_of_state", "1962-07-03", "Charles de Gaulle"),
        ("FRA", "foreign_minister", "2003-02-14", "Dominique de Villepin"),
        ("DEU", "head_of_government", "1970-12-07", "Willy Brandt"),
        ("DEU", "foreign_minister", "1990-10-03", "Hans-Dietrich Genscher"),
        ("DDR", "leader", "1987-09-07", "Erich Honecker"),
        ("SUN", "leader", "1962-10-22", "Nikita Khrushchev"),
        ("SUN", "foreign_minister", "1972-05-26", "Andrei Gromyko"),
        ("RUS", "head_of_government", "2010-04-10", "Vladimir Putin"),
        ("RUS", "head_of_state", "2010-04-08", "Dmitry Medvedev"),
        ("RUS", "foreign_minister", "2022-02-24", "Sergei Lavrov"),
        ("UKR", "head_of_state", "2022-02-24", "Volodymyr Zelensky"),
        ("YUG", "head_of_state", "1961-09-01", "Josip Broz Tito"),
        ("YUG", "head_of_state", "1999-03-24", "Slobodan Milosevic"),
        ("CSK", "leader", "1968-08-01", "Alexander Dubcek"),
        ("POL", "head_of_government", "1981-12-13", "Wojciech Jaruzelski"),
        ("HUN", "head_of_government", "1956-11-01", "Imre Nagy"),
        ("ROU", "leader", "1968-08-21", "Nicolae Ceausescu"),
        ("GEO", "head_of_state", "2008-08-08", "Mikheil Saakashvili"),
        ("VAT", "head_of_state", "1979-06-02", "John Paul II"),
        ("XKX", "head_of_government", "2008-02-17", "Hashim Thaci"),
        ("UNO", "head", "1961-09-17", "Dag Hammarskjold"),
        ("NATO", "head", "1999-03-24", "Javier Solana"),
        ("IAE", "head", "2003-02-14", "Mohamed ElBaradei"),
        ("EUU", "foreign_minister", "2015-07-14", "Federica Mogherini"),
    ],
)
def test_who_held_the_office(code: str, office: str, day: str, person: str) -> None:
    assert in_office(code, office, day) == {person}
