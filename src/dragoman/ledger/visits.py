"""Read the State Department's tables of visits by foreign leaders and of travels of its own leaders (CC0)."""

from collections import defaultdict
from pathlib import Path

from dragoman.ledger.tables import read_rows, spell_fault
from dragoman.model.ledger import VisitFact
from dragoman.vocab import Vocabulary

VISITS = ("start", "end", "visitor_with_title", "country", "description")
TRAVELS = ("role", "who", "start", "end", "country", "locale", "remarks")
REFUSAL = f"neither visits nor travels; give columns {','.join(VISITS)} or {','.join(TRAVELS)}"
SOURCE = "U.S. Department of State, Office of the Historian (CC0)"


def read_visits(path: Path, vocabulary: Vocabulary) -> tuple[tuple[VisitFact, ...], list[str]]:
    """Read either table, .csv or .csv.gz: the visits, and a line for each row set aside.

    Raises TreatyError for any other table.
    """
    found, rejected = [], []
    for number, row in read_rows(path, [VISITS, TRAVELS], REFUSAL):
        # "Korea" alone is Korea, South in the column of identifiers: korea-south.
        names = (row["country"] or "", (row.get("country_id") or "").replace("-", ", ", 1))
        code = next(filter(None, (state_called(name, row["start"] or "", vocabulary) for name in names)), None)
        fault = spell_fault(row) or ("" if code else f"no state is called {row['country']!r}")
        if fault or code is None:
            rejected.append(f"{path}, line {number}: {fault}")
        elif "visitor_with_title" in row:
            found.append(_visit(row, code))
        else:
            found.append(_travel(row, code))
    return tuple(found), rejected


def _visit(row: dict[str, str], code: str) -> VisitFact:
    return VisitFact(
        code, "USA", row["start"], row["end"], row["visitor_with_title"], "", "", row["description"], SOURCE
    )


def _travel(row: dict[str, str], code: str) -> VisitFact:
    # The table keeps people as "seward-william-henry": family name first.
    family, *given = row["who"].split("-")
    person = " ".join(part.capitalize() for part in (*given, family))
    office = row["role"].replace("-", " ")
    return VisitFact("USA", code, row["start"], row["end"], person, office, row["locale"], row["remarks"], SOURCE)


def _names(vocabulary: Vocabulary) -> dict[str, list[tuple[str, str, str]]]:
    named = defaultdict(list)
    for name in vocabulary.actors.names:
        if name.kind == "country" and name.code:
            named[name.alias.casefold()].append((name.begin, name.end, name.code))
    for state in vocabulary.actors.countries.values():
        named[state.name.casefold()].append((state.begin, state.end, state.code))
    return named


def state_called(name: str, on: str, vocabulary: Vocabulary) -> str | None:
    """Give the code of the state that had a name on the ISO day `on`, by the actor tables; None if none had it.

    The tables print "Korea, Republic of" and "Burma (Myanmar)": the turned form and either name are tried too. A name
    used before or after its day ("Soviet Union" in 1993) still finds its state.
    """
    plain = name.strip().replace("\u2019", "'")
    outer, _, inner = plain.rstrip(")").partition(" (")
    forms = [plain, outer, inner, turned(outer), turned(inner)]
    found = [spell for form in forms for spell in vocabulary.made(_names).get(form.casefold(), ())]
    fitting = [code for begin, end, code in found if begin <= on and (not end or on <= end)]
    return fitting[0] if fitting else found[0][2] if found else None


def turned(name: str) -> str:
    """Turn "Korea, Republic of" into "Republic of Korea", and "Korea, South" into "South Korea"."""
    head, comma, tail = name.partition(", ")
    return f"{tail} {head}" if comma else name
