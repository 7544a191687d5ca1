"""The ledger as a data set: tidy tables with a codebook, its version and how to cite it.

Every table has one row an observation and one column a variable; what each column means stands in the codebook, which
is data too (`vocab/data/world/treaties/codebook.csv`).
"""

import csv
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from io import StringIO
from pathlib import Path
from typing import Any

from dragoman.errors import OutputError
from dragoman.files import cannot, whole_file
from dragoman.ledger.book import LATEST, Ledger
from dragoman.ledger.spells import owed_spells, owed_years
from dragoman.model.ledger import OBLIGATIONS, Party, Treaty

Cells = dict[str, str | int]
"""A row: its cells by column."""


def export_ledger(ledger: Ledger, folder: Path, version: str, *, parquet: bool = False) -> dict[str, int]:
    """Write the shipped treaties as CSV files into a folder, made if need be; give the number of rows of each.

    With `parquet` each table is written as a Parquet file too. `version` is the one named in the citation.
    Raises OutputError if a file cannot be written, or if there is no pyarrow to write Parquet.
    """
    counts: dict[str, int] = {}
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise cannot(folder, error) from error
    for name, rows in TABLES.items():
        found = list(rows(ledger))
        counts[name] = len(found)
        _write(folder / f"{name}.csv", _csv_of(found))
        if parquet:
            _write_parquet(folder / f"{name}.parquet", found)
    _write(folder / "README.md", _about(ledger, counts, version))
    return counts


def _write(path: Path, text: str) -> None:
    with whole_file(path) as file:
        file.write(text.encode())


def _csv_of(rows: list[Cells]) -> str:
    text = StringIO()
    writer = csv.DictWriter(text, list(rows[0]) if rows else [], lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def _write_parquet(path: Path, rows: list[Cells]) -> None:
    try:
        arrow: Any = import_module("pyarrow")
        writer: Any = import_module("pyarrow.parquet")
    except ImportError:
        raise OutputError(f"{path}: needs pyarrow; install it with: pip install 'dragoman[parquet]'") from None
    with whole_file(path) as file:
        writer.write_table(arrow.Table.from_pylist(rows), file)


def _treaties(ledger: Ledger) -> Iterator[Cells]:
    for treaty in ledger.treaties:
        yield {
            "treaty": treaty.id, "name": treaty.name, "kind": treaty.kind,
            "scope": "universal" if treaty.universal else "", "signed": treaty.signed, **_force(treaty),
            "term": treaty.term, "ended": treaty.ended or "", "how": treaty.how or "", "source": treaty.source,
        }  # fmt: skip


def _members(ledger: Ledger) -> Iterator[Cells]:
    for treaty in ledger.treaties:
        for party in treaty.parties:
            own: Treaty | Party = party if party.signed or party.in_force or party.pending else treaty
            yield {
                "treaty": treaty.id, "party": party.code, "signed": party.signed or treaty.signed, **_force(own),
                "ended": party.ended or treaty.ended or "", "how": party.how or treaty.how or "",
                "source": party.source or treaty.source,
            }  # fmt: skip


def _force(one: Treaty | Party) -> Cells:
    """Give the day of entry into force, and how it is known: a day, signature, not yet, not on file, never."""
    told = "signature" if one.ground else "day" if one.in_force else "not yet" if one.pending else "not on file"
    told = "never" if one.how == "not ratified" else told
    return {"in_force": one.in_force or "", "in_force_known": told, "ground": one.ground}


def _clauses(ledger: Ledger) -> Iterator[Cells]:
    for treaty in ledger.treaties:
        for number, clause in enumerate(treaty.clauses, 1):
            yield {
                "treaty": treaty.id, "number": number, "article": clause.article or "",
                "obligation": clause.obligation or "", "owed_by": " ".join(clause.owed_by),
                "owed_to": " ".join(clause.owed_to), "trigger": clause.trigger, "duty": clause.duty,
                "conditions": "; ".join(clause.conditions), "begin": clause.begin or "", "end": clause.end or "",
            }  # fmt: skip


def _spells(ledger: Ledger) -> Iterator[Cells]:
    for spell in owed_spells(ledger.treaties, ledger):
        yield {
            "owed_by": spell.owed_by, "owed_to": spell.owed_to, "obligation": spell.obligation, "begin": spell.begin,
            "end": "" if spell.end == LATEST else spell.end, "in_force": spell.in_force or "",
            "treaty": spell.treaty.id,
        }  # fmt: skip


def _years(ledger: Ledger) -> Iterator[Cells]:
    owed = owed_years(owed_spells(ledger.treaties, ledger), ledger.checked, ledger)
    for (by, to, year), kinds in sorted(owed.items()):
        yield {"owed_by": by, "owed_to": to, "year": year, **{str(kind): int(kind in kinds) for kind in OBLIGATIONS}}


def _relations(ledger: Ledger) -> Iterator[Cells]:
    for fact in ledger.relations:
        yield {"a": fact.a, "b": fact.b, "what": fact.what, "date": fact.date, "source": fact.source}


def _wars(ledger: Ledger) -> Iterator[Cells]:
    for war in ledger.wars:
        yield {
            "war": war.name, "who": " ".join(war.who), "whom": " ".join(war.whom), "begin": war.begin,
            "end": war.end or "", "how": war.how, "source": war.source,
        }  # fmt: skip


def _sources(ledger: Ledger) -> Iterator[Cells]:
    used = _used(ledger)
    for key, title in ledger.vocabulary.treaties.source_titles.items():
        yield {"source": key, "title": title, "rows": used[key]}


def _used(ledger: Ledger) -> Counter[str]:
    """Count the rows that stand on each source, by its key."""
    cited = [
        *(treaty.source for treaty in ledger.treaties),
        *(party.source for treaty in ledger.treaties for party in treaty.parties),
        *(fact.source for fact in ledger.relations),
        *(war.source for war in ledger.wars),
    ]
    return Counter(place.partition(" ")[0] for source in cited if source for place in source.split("; "))


def _codebook(ledger: Ledger) -> Iterator[Cells]:
    for row in ledger.vocabulary.treaties.world_rows("codebook.csv"):
        yield {"table": row["table"], "column": row["column"], "type": row["type"], "meaning": row["meaning"]}


TABLES: dict[str, Callable[[Ledger], Iterable[Cells]]] = {
    "treaties": _treaties, "members": _members, "clauses": _clauses, "spells": _spells, "years": _years,
    "relations": _relations, "wars": _wars, "sources": _sources, "codebook": _codebook,
}  # fmt: skip
"""The tables of the data set by name."""


def _about(ledger: Ledger, counts: dict[str, int], version: str) -> str:
    titles, used = ledger.vocabulary.treaties.source_titles, _used(ledger)
    taken = "\n".join(f"- {titles.get(key, key)}: {count} rows" for key, count in used.most_common())
    files = "\n".join(f"- {name}.csv: {count} rows" for name, count in counts.items())
    return (
        f"# The Dragoman ledger, version {version}, checked to {ledger.checked}\n\n{files}\n\n"
        "What each column means stands in codebook.csv. Days are ISO 8601, dates EDTF, states ISO 3166-1 alpha-3.\n\n"
        f"Cite it as: The Dragoman maintainers (2026). The Dragoman ledger of obligations, version {version}, checked "
        f"to {ledger.checked}.\n\n## What was taken from where\n\n"
        "A row may name several sources. Facts were entered one by one; no text and no coding of another data set was "
        f"copied but the lengths of terms, which are ATOP's where a row has its number.\n\n{taken}\n"
    )
