"""Questions on treaties: the casus as plain data, tables of one's own held against the rules, tables taken over."""

from pathlib import Path
from typing import Any

from msgspec import Struct

from dragoman.errors import DragomanError, TreatyError
from dragoman.ledger.atop import coding_of, read_atop
from dragoman.ledger.between import clause_cell
from dragoman.ledger.casus import Casus
from dragoman.ledger.graph import edge_cell, graph
from dragoman.ledger.store import add_to_file
from dragoman.ledger.visits import read_visits
from dragoman.vocab import Vocabulary
from dragoman.vocab.lint_treaties import lint_treaties
from dragoman.vocab.tables import Folder
from dragoman.vocab.treaties import TreatyTables


class TakenOver(Struct, frozen=True):
    """How many treaties or visits were taken over into a ledger file, and what is wrong with each row set aside."""

    count: int
    rejected: tuple[str, ...] = ()


def casus_object(case: Casus) -> dict[str, Any]:
    """Give a casus as plain data: duties, breaches, collisions, graph."""
    return {
        "attacker": case.attacker,
        "attacked": case.attacked,
        "on": case.on,
        "depth": case.depth,
        "duties": [edge_cell(duty) for duty in case.duties],
        "breaches": [{"treaty": due.treaty.id, "name": due.treaty.name, **clause_cell(due)} for due in case.breaches],
        "collisions": [
            {"state": clash.state, "must": edge_cell(clash.duty), "but": edge_cell(clash.against)}
            for clash in case.collisions
        ],
        "graph": graph(case),
    }


def tables_in(folder: Path, vocabulary: Vocabulary) -> TreatyTables:
    """Give the treaty tables of a folder; states are those of the vocabulary."""
    return TreatyTables(Folder(folder, str(folder)), vocabulary.actors, vocabulary.treaties.folder)


def findings(tables: TreatyTables) -> list[str]:
    """Give all that is wrong with treaty tables, by file and line; the first thing only if a table cannot be read."""
    try:
        return list(lint_treaties(tables))
    except DragomanError as error:
        return [str(error)]


def take_atop(file: Path, ledger: Path) -> TakenOver:
    """Read ATOP's member file (.csv or .csv.gz) into a ledger file. Raises TreatyError."""
    found, rejected = read_atop(file)
    add_to_file(ledger, treaties=found, codings=coding_of(found))
    return TakenOver(len(found), tuple(rejected))


def take_visits(file: Path, ledger: Path, vocabulary: Vocabulary) -> TakenOver:
    """Read the State Department's visits or travels (.csv or .csv.gz) into a ledger file. Raises TreatyError."""
    found, rejected = read_visits(file, vocabulary)
    add_to_file(ledger, visits=found)
    return TakenOver(len(found), tuple(rejected))


def take_tables(folder: Path, ledger: Path, vocabulary: Vocabulary) -> TakenOver:
    """Read tables of one's own into a ledger file. Raises TreatyError, by file and line; one error refuses all."""
    tables = tables_in(folder, vocabulary)
    if wrong := findings(tables):
        raise TreatyError("\n".join([*wrong, f"{folder}: nothing was taken over; mend these lines first"]))
    add_to_file(ledger, treaties=tables.treaties)
    return TakenOver(len(tables.treaties))
