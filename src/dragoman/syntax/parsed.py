"""A parsed text and the vocabulary it is read with.

The vocabulary travels with the parsed text, as spaCy's own string store does: whoever holds a word can ask what it
means, and texts of two vocabularies do not mix.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dragoman.errors import LanguageError

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from dragoman.vocab import Vocabulary

_KEY = "dragoman"


def carry(doc: Doc, vocabulary: Vocabulary) -> Doc:
    """Let a text carry the vocabulary that it is read with; give the text."""
    doc.user_data[_KEY] = vocabulary
    return doc


def vocabulary_of(words: Token | Span | Doc) -> Vocabulary:
    """Give the vocabulary that a parsed text carries. Raises LanguageError if it carries none."""
    doc: Any = getattr(words, "doc", words)
    try:
        found: Vocabulary = doc.user_data[_KEY]
    except KeyError:
        raise LanguageError("a text was parsed without a vocabulary; parse it with syntax.Parser") from None
    return found


def listed(words: Token | Span | Doc, name: str) -> frozenset[str]:
    """Give a word list (`grammar/words.csv`) of the vocabulary that a parsed text carries."""
    return vocabulary_of(words).grammar[name]
