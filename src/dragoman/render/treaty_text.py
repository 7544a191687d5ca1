"""A treaty's own text as it was read, for the terminal: parties, signature, clauses, terms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.model.treaty import TreatyClaim

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table


def print_treaty(claim: TreatyClaim, console: Console) -> None:
    """Print the treaty's head, its clauses with their sentences, and its terms."""
    from rich.text import Text

    console.print(Text(claim.name, style="bold"))
    for label, words in _head(claim):
        console.print(Text(f"{label}: {words}"))
    console.print(_clauses(claim) if claim.clauses else "No obligation was read in this text.")
    if claim.terms:
        console.print(_terms(claim))


def _head(claim: TreatyClaim) -> list[tuple[str, str]]:
    """Give the lines above the tables, as label and words; what the text does not tell is said so."""
    signed = ", ".join(part for part in (claim.signed, claim.signed_at) if part)
    lines = [("parties", " ".join(claim.parties) or "not told"), ("signed", signed or "not told")]
    return [*lines, ("accedes to", claim.accedes_to)] if claim.accedes_to else lines


def _clauses(claim: TreatyClaim) -> Table:
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


def _terms(claim: TreatyClaim) -> Table:
    """Make the table of terms: kind, how long or when, article, the words."""
    from rich.table import Table
    from rich.text import Text

    table = Table("term", "how long, when", "article", "words", box=None, padding=(0, 1))
    for term in claim.terms:
        cells = (term.kind, term.length or term.date or "", term.article or "", term.evidence.quote)
        table.add_row(*(Text(cell) for cell in cells))
    return table
