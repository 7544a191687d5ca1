"""The main path: a page goes in, a reading comes out.

    page ──intake──▶ Document ──language──▶ parsed text ──coding──▶ claims ──▶ brief

Three public functions: `read` makes a Document of a page, `brief` reads all claims out of Documents,
`code` does the same for a stream of stories whose text is taken as it stands.

What is done with readings on record begins at `record.Record.add`, `relations.derive`, `watch.look.look`,
`precedents.precedents` and, for all of these at once, `outlook.of_page` and `outlook.of_dyad`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from msgspec.structs import replace

from dragoman.model.document import Document
from dragoman.model.reading import Notice, Reading
from dragoman.vocab import shipped

if TYPE_CHECKING:
    from dragoman.coding.coder import Coder


def read(raw: bytes, *, name: str, published: str | None = None) -> tuple[Document, tuple[Notice, ...]]:
    """Make a Document of a page: clutter gone; title, section, source, date and kind read.

    `published` is an EDTF date that overrules the page's own. Gives the document and notices of what was
    set aside or guessed. Raises PageError if the page cannot be read.
    """
    from dragoman.intake import read_page_with_notices

    return read_page_with_notices(raw, name=name, published=published, vocabulary=shipped())


def brief(document: Document, notices: tuple[Notice, ...] = ()) -> Reading:
    """Read all claims out of one document; a page without a date gets what its text allows to infer."""
    return replace(next(code([dated(document)])), notices=notices)


def code(documents: Iterable[Document]) -> Iterator[Reading]:
    """Read all claims out of a stream of documents and check them, in order; memory holds one batch at a time."""
    for reading in _coder().read_all(documents):
        yield check(reading) if reading.treaties or reading.levels else reading


def check(reading: Reading) -> Reading:
    """Hold what a reading claims of treaties and relations against the shipped ledger."""
    from dragoman.ledger.book import shipped_ledger
    from dragoman.ledger.checks import checks_of

    return replace(reading, checks=checks_of(reading, ledger=shipped_ledger(shipped())))


def dated(document: Document) -> Document:
    """Give an undated document the date that its text allows to infer, marked as inferred."""
    from dragoman.times import find_times, infer_published

    if document.published is not None:
        return document
    inferred = infer_published(document.text, find_times(document.text, None, shipped()), shipped())
    if inferred is None:
        return document
    return replace(document, published=inferred[0], published_basis="inferred")


@cache
def _coder() -> Coder:
    from dragoman.coding.coder import Coder

    return Coder(shipped())
