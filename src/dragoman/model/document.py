"""The page as read: its text, what it is, and spans of it."""

from typing import Literal

from msgspec import Struct

from dragoman.model.identity import content_id

Basis = Literal["given", "read", "inferred"]

Span = tuple[int, int]
"""Where something begins and ends: characters of a text, the end not included."""


class Document(Struct, frozen=True, kw_only=True):
    """A page after intake. All offsets in dragoman are character offsets into `text`.

    `published` is an EDTF date or None; `published_basis` says whether it was given by the
    caller, read off the page, or inferred from the text.
    """

    id: str
    text: str
    title: str | None = None
    section: tuple[str, ...] = ()
    source: str | None = None
    url: str | None = None
    kind: str = "news"
    language: str = "en"
    published: str | None = None
    published_basis: Basis | None = None

    @property
    def head(self) -> "Head":
        """The document without its text."""
        return Head(**{name: getattr(self, name) for name in Head.__struct_fields__})


class Head(Struct, frozen=True, kw_only=True):
    """A document without its text."""

    id: str
    title: str | None = None
    section: tuple[str, ...] = ()
    source: str | None = None
    url: str | None = None
    kind: str = "news"
    language: str = "en"
    published: str | None = None
    published_basis: Basis | None = None


class Evidence(Struct, frozen=True):
    """A passage of a document: `document.text[start:end] == quote`."""

    start: int
    end: int
    quote: str


class Mention(Struct, frozen=True):
    """Words in a document and where they stand: `document.text[start:end] == text`."""

    text: str
    start: int
    end: int


def document_id(source: str | None, url: str | None, text: str) -> str:
    """Give a document's id: a hash of source, url and text."""
    return content_id(source or "", url or "", text)


def evidence_at(text: str, start: int, end: int) -> Evidence:
    """Cut the evidence out of `text` at character offsets `start` to `end`."""
    return Evidence(start, end, text[start:end])
