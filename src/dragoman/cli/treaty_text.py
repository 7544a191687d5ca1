"""`dragoman treaties read FILE`: parties, dates, terms and the obligation of each clause of a treaty's own text."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from rich.table import Table

    from dragoman.model.document import Document
    from dragoman.model.treaty import TreatyClaim


def treaty_document(source: Path) -> Document:
    """Make a Document of kind "treaty" from a page or a text file; raises PageError if it cannot be read."""
    from msgspec.structs import replace

    from dragoman.pipeline import read

    document, _ = read(source.read_bytes(), name=str(source))
    return replace(document, kind="treaty")


@click.command("read")
@click.argument("source", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print the claim as JSON, each clause with its sentence.")
def read_treaty_command(source: Path, as_json: bool) -> None:
    """Read a treaty's own text: parties, signature, terms, and who owes whom what by which article."""
    import msgspec

    from dragoman.treaty_text.reader import read_treaty
    from dragoman.vocab import shipped

    claim = read_treaty(treaty_document(source), shipped())
    if as_json:
        click.echo(msgspec.json.format(msgspec.json.encode(claim), indent=1).decode())
    else:
        print_claim(claim)


def print_claim(claim: TreatyClaim) -> None:
    """Print the treaty's head, its clauses with their sentences, and its terms."""
    from rich.console import Console
    from rich.text import Text

    console = Console()
    console.print(Text(claim.name, style="bold"))
    for label, words in head(claim):
        console.print(Text(f"{label}: {words}"))
    console.print(clause_table(claim) if claim.clauses else "No obligation was read in this text.")
    if claim.terms:
        console.print(term_table(claim))


def head(claim: TreatyClaim) -> list[tuple[str, str]]:
    """Give the lines above the tables, as label and words; what the text does not tell is said so."""
    signed = ", ".join(part for part in (claim.signed, claim.signed_at) if part)
    lines = [("parties", " ".join(claim.parties) or "not told"), ("signed", signed or "not told")]
    return [*lines, ("accedes to", claim.accedes_to)] if claim.accedes_to else lines


def clause_table(claim: TreatyClaim) -> Table:
    """Make the table of clauses: which, what kind and who to whom, and the words with case and conditions."""
    from rich.table import Table
    from rich.text import Text

    table = Table("clause", "obligation", "words", box=None, padding=(0, 1))
    for clause in claim.clauses:
        whom = f"{' '.join(clause.owed_by) or 'each'} → {' '.join(clause.owed_to) or 'the others'}"
        words = f"by the ledger: {clause.duty}" if clause.through else clause.duty or clause.evidence.quote
        case = f"in this case: {clause.trigger}" if clause.trigger else None
        told = f"conditions: {', '.join(clause.conditions)}" if clause.conditions else None
        table.add_row(
            Text(clause.name),
            Text(f"{clause.obligation or 'none of the five'}\n{whom}"),
            Text("\n".join(line for line in (words, case, told) if line)),
        )
    return table


def term_table(claim: TreatyClaim) -> Table:
    """Make the table of terms: kind, how long or when, article, the words."""
    from rich.table import Table
    from rich.text import Text

    table = Table("term", "how long, when", "article", "words", box=None, padding=(0, 1))
    for term in claim.terms:
        cells = (term.kind, term.length or term.date or "", term.article or "", term.evidence.quote)
        table.add_row(*(Text(cell) for cell in cells))
    return table
