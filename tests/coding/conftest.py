"""One coder for all tests of the room, and a short way to a reading."""

from collections.abc import Callable

import pytest

from dragoman.coding.coder import Coder
from dragoman.model.document import Document, document_id
from dragoman.model.reading import Reading

Read = Callable[..., Reading]


@pytest.fixture(scope="session")
def read() -> Read:
    """Give a function that codes a text: read(text, published="2024-06-19", kind="news")."""
    coder = Coder()

    def code(text: str, published: str | None = "2024-06-19", kind: str = "news") -> Reading:
        basis = "given" if published else None
        document = Document(
            id=document_id(None, None, text), text=text, kind=kind, published=published, published_basis=basis
        )
        return coder.read(document)

    return code
