"""Read a treaty's own text."""

from dragoman.model.document import Document, Evidence, evidence_at
from dragoman.model.treaty import TreatyClaim
from dragoman.treaty_text.accession import taken_on
from dragoman.treaty_text.articles import outline, sentences
from dragoman.treaty_text.obligations import read_clauses
from dragoman.treaty_text.parties import read_parties
from dragoman.treaty_text.terms import read_terms, signature


def read_treaty(document: Document) -> TreatyClaim:
    """Read parties, signature, clauses and terms off the text of one treaty.

    What the text does not tell is None or empty; a text that is no treaty gives a claim without clauses. All offsets
    are into `document.text`. Nothing is parsed: treaties are formulaic, and the wording is data
    in `vocab/data/en/treaty_text`.
    """
    text = document.text
    parts = outline(text)
    signed, place = signature(text, document.title, parts)
    parties = read_parties(text, document.title, parts, signed)
    heading = _sentence(text, "")
    clauses = tuple(read_clauses(text, parts.articles, parties.codes, signed))
    if parties.joins:
        clauses += taken_on(parties.joins, signed, _sentence(text, "acce"))
    return TreatyClaim(
        name=document.title or heading.quote,
        parties=parties.codes,
        signed=signed,
        signed_at=place,
        clauses=clauses,
        terms=tuple(read_terms(text, parts)),
        accedes_to=parties.joins,
        evidence=heading,
    )


def _sentence(text: str, word: str) -> Evidence:
    """Give the first sentence that holds `word`; the first of all where none does."""
    spans = sentences(text, 0, len(text))
    start, end = next((span for span in spans if word in text[slice(*span)].lower()), spans[0] if spans else (0, 0))
    return evidence_at(text, start, end)
