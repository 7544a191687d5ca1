"""The main path: a page goes in, a reading comes out.

    page ──intake──▶ Document ──syntax──▶ parsed text ──coding──▶ claims ──ledger──▶ checks

Three public functions: `read` makes a Document of a page, `brief` reads all claims out of a Document, `code` does the
same for a stream of stories whose text is taken as it stands. What words mean comes from a `Vocabulary`; the English
that ships counts if none is given.

What is done with a reading begins where this ends, in `dragoman.desk.Desk`: put it on record, hold it against the
record, ask for events, relations, red lines and precedents.
"""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from dragoman.coding.coder import Coder
from dragoman.intake import read_page_with_notices
from dragoman.intake.decode import MAX_BYTES
from dragoman.ledger.book import shipped_ledger
from dragoman.ledger.checks import checks_of
from dragoman.model.document import Document
from dragoman.model.reading import Notice, Reading
from dragoman.times import find_times, infer_published
from dragoman.vocab import Vocabulary, shipped


def read(
    raw: bytes,
    *,
    name: str,
    published: str | None = None,
    vocabulary: Vocabulary | None = None,
    max_bytes: int = MAX_BYTES,
) -> tuple[Document, tuple[Notice, ...]]:
    """Make a Document of a page: clutter gone; title, section, source, date and kind read.

    `name` stands in error messages, `published` is an EDTF date that overrules the page's own. Gives the document and
    notices of what was set aside or guessed. Raises PageError if the page cannot be read or is over `max_bytes` bytes.
    """
    words = vocabulary or shipped()
    return read_page_with_notices(raw, name=name, published=published, vocabulary=words, max_bytes=max_bytes)


def brief(document: Document, notices: tuple[Notice, ...] = (), *, vocabulary: Vocabulary | None = None) -> Reading:
    """Read all claims out of one document; a page without a date gets what its text allows to infer."""
    words = vocabulary or shipped()
    (reading,) = code([dated(document, words)], vocabulary=words)
    return replace(reading, notices=notices)


def code(documents: Iterable[Document], *, vocabulary: Vocabulary | None = None) -> Iterator[Reading]:
    """Read all claims out of a stream of documents and check them, in order; memory holds one batch at a time."""
    words = vocabulary or shipped()
    for reading in words.made(Coder).read_all(documents):
        yield check(reading, words) if reading.treaties or reading.levels else reading


def check(reading: Reading, vocabulary: Vocabulary) -> Reading:
    """Hold what a reading claims of treaties and relations against the shipped ledger."""
    return replace(reading, checks=checks_of(reading, ledger=shipped_ledger(vocabulary)))


def dated(document: Document, vocabulary: Vocabulary) -> Document:
    """Give an undated document the date that its text allows to infer, marked as inferred."""
    if document.published is not None:
        return document
    inferred = infer_published(document.text, find_times(document.text, None, vocabulary), vocabulary)
    if inferred is None:
        return document
    return replace(document, published=inferred[0], published_basis="inferred")
