"""One coder for all tests of the room, and a short way to a reading."""

from collections.abc import Callable

import pytest

from dragoman.coding.coder import Coder
from dragoman.model.document import Document, document_id
from dragoman.model.reading import Reading
from dragoman.vocab import Vocabulary

Read = Callable[..., Reading]


@pytest.fixture(scope="session")
def coder(vocabulary: Vocabulary) -> Coder:
    """A coder with the shipped vocabulary."""
    return Coder(vocabulary)


@pytest.fixture(scope="session")
def read(coder: Coder) -> Read:
    """Give a function that codes a text: read(text, published="2024-06-19", kind="news")."""

    def code(text: str, published: str | None = "2024-06-19", kind: str = "news") -> Reading:
        basis = "given" if published else None
        document = Document(
            id=document_id(None, None, text), text=text, kind=kind, published=published, published_basis=basis
        )
        return coder.read(document)

    return code
