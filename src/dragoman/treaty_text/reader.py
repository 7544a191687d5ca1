"""Read a treaty's own text."""

from dragoman.model.document import Document, Evidence, evidence_at
from dragoman.model.treaty import TreatyClaim
from dragoman.treaty_text.accession import taken_on
from dragoman.treaty_text.articles import outline, sentences
from dragoman.treaty_text.obligations import ClauseReader
from dragoman.treaty_text.parties import PartyReader
from dragoman.treaty_text.terms import TermReader
from dragoman.vocab import Vocabulary


def read_treaty(document: Document, vocabulary: Vocabulary) -> TreatyClaim:
    """Read parties, signature, clauses and terms off the text of one treaty.

    What the text does not tell is None or empty; a text that is no treaty gives a claim without clauses. All offsets
    are into `document.text`. Nothing is parsed: treaties are formulaic, and the wording is data
    (`vocab/data/en/treaty_text`).
    """
    text, terms = document.text, vocabulary.made(TermReader)
    parts = outline(text, vocabulary)
    signed, place = terms.signature(text, document.title, parts)
    parties = vocabulary.made(PartyReader).read(text, document.title, parts, signed)
    first, acceding = _telling_sentences(text, vocabulary)
    clauses = tuple(vocabulary.made(ClauseReader).read(text, parts.articles, parties.codes, signed))
    if parties.joins:
        clauses += taken_on(parties.joins, signed, acceding, vocabulary)
    return TreatyClaim(
        name=document.title or first.quote,
        parties=parties.codes,
        signed=signed,
        signed_at=place,
        clauses=clauses,
        terms=tuple(terms.read(text, parts)),
        accedes_to=parties.joins,
        evidence=first,
    )


def _telling_sentences(text: str, vocabulary: Vocabulary) -> tuple[Evidence, Evidence]:
    """Give the first sentence, and the first that speaks of acceding; the first of all where none does."""
    acceding = vocabulary.treaty_wording.expressions["acceding"]
    spans = sentences(text, 0, len(text), vocabulary) or [(0, 0)]
    speaking = next((span for span in spans if acceding.search(text, *span)), spans[0])
    return evidence_at(text, *spans[0]), evidence_at(text, *speaking)
