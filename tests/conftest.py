"""What all tests share."""

import pytest

from dragoman.vocab import Vocabulary


@pytest.fixture(scope="session")
def vocabulary() -> Vocabulary:
    """The shipped vocabulary, read once for all tests."""
    return Vocabulary()
