"""A raw page becomes a Document: the way in for files, standard input and archives."""

import re
from dataclasses import dataclass
from pathlib import Path

from dragoman.errors import PageError
from dragoman.intake.dates import Dateline, Dates, choose_day
from dragoman.intake.decode import MAX_BYTES, check_size, decode
from dragoman.intake.facts import PageFacts
from dragoman.intake.kinds import Kinds
from dragoman.intake.languages import language_of
from dragoman.intake.layout import lines_of
from dragoman.intake.plain import Aside, PlainPage, PlainReader
from dragoman.intake.sources import Sources
from dragoman.model.document import Basis, Document, document_id
from dragoman.model.reading import Notice
from dragoman.vocab import Vocabulary

_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body|article|div|p|meta)\b", re.I | re.S
)


@dataclass(frozen=True)
class PageReading:
    """A page read: the document, notices for the reader, and what was set aside as furniture."""

    document: Document
    notices: tuple[Notice, ...]
    asides: tuple[Aside, ...]


def read_page(
    raw: bytes,
    *,
    name: str,
    vocabulary: Vocabulary,
    published: str | None = None,
    url: str | None = None,
    max_bytes: int = MAX_BYTES,
) -> Document:
    """Read the bytes of a page, HTML or plain text, and return its Document. `name` stands in error messages.

    `published` (an EDTF date) and `url` win over what the page itself says. A page in another language than that of the
    vocabulary comes back with `language` set so. Raises PageError when the page is empty, not text, or over `max_bytes`
    bytes.
    """
    reading = read_page_fully(raw, name=name, vocabulary=vocabulary, published=published, url=url, max_bytes=max_bytes)
    return reading.document


def read_page_with_notices(
    raw: bytes,
    *,
    name: str,
    vocabulary: Vocabulary,
    published: str | None = None,
    url: str | None = None,
    max_bytes: int = MAX_BYTES,
) -> tuple[Document, tuple[Notice, ...]]:
    """Do as `read_page`, and return the notices as well.

    One notice for each thing that was guessed, for the language, for how much was set aside; then one for each piece.
    """
    reading = read_page_fully(raw, name=name, vocabulary=vocabulary, published=published, url=url, max_bytes=max_bytes)
    pieces = tuple(Notice("piece", aside.text, line=aside.line, role=aside.role) for aside in reading.asides)
    return reading.document, reading.notices + pieces


def read_path(
    path: Path, *, vocabulary: Vocabulary, published: str | None = None, max_bytes: int = MAX_BYTES
) -> Document:
    """Read the page in the file `path`; one over `max_bytes` bytes is refused unread.

    Raises PageError as `read_page` does, and when the file cannot be opened.
    """
    raw = read_bytes(path, max_bytes=max_bytes)
    return read_page(raw, name=str(path), vocabulary=vocabulary, published=published, max_bytes=max_bytes)


def read_bytes(path: Path, *, max_bytes: int = MAX_BYTES) -> bytes:
    """Return the bytes of the file `path`; raise PageError when it cannot be read or holds over `max_bytes` bytes."""
    try:
        check_size(path.stat().st_size, name=str(path), max_bytes=max_bytes)
        with path.open("rb") as file:
            raw = file.read(max_bytes + 1)
    except OSError as error:
        raise PageError(f"{path}: cannot be read ({error.strerror}); check the path and its rights") from error
    check_size(len(raw), name=str(path), max_bytes=max_bytes)
    return raw


def read_page_fully(
    raw: bytes,
    *,
    name: str,
    vocabulary: Vocabulary,
    published: str | None = None,
    url: str | None = None,
    max_bytes: int = MAX_BYTES,
) -> PageReading:
    """Do as `read_page`, and return notices and the pieces set aside as they are."""
    check_size(len(raw), name=name, max_bytes=max_bytes)
    text, notices = decode(raw, name=name)
    if is_html(text, name):
        from dragoman.intake.html import read_html

        page, facts, more = read_html(text, vocabulary)
        notices += more
    else:
        lines = lines_of(text, markdown=name.lower().endswith(".md"))
        page, facts = vocabulary.made(PlainReader).take_apart(lines), PageFacts()
    if not page.paragraphs:
        raise PageError(f"{name}: nothing but page furniture, no text to read; give the page with its article")
    document = _document(page, facts, vocabulary, published=published, url=url)
    return PageReading(document, notices + _notices(document, page, vocabulary), tuple(page.asides))


def is_html(text: str, name: str) -> bool:
    """Tell whether a page is HTML: by its name, by how it begins, or by its tags."""
    if name.lower().rpartition(".")[2] in ("html", "htm", "xhtml") or _HTML.match(text[:2000]):
        return "<" in text
    return len(re.findall(r"</(?:p|div|span|a|h[1-6])>", text[:20000], re.I)) >= 3


def _document(
    page: PlainPage, facts: PageFacts, vocabulary: Vocabulary, *, published: str | None, url: str | None
) -> Document:
    text, sources = "\n\n".join(page.paragraphs), vocabulary.made(Sources)
    title, title_source = sources.cut(page.title) if page.title else (None, None)
    kind = vocabulary.made(Kinds).of_page(page.section, title, page.paragraphs, facts.types)
    address = url or facts.url or next((a.text.split()[-1] for a in page.asides if a.role == "address"), None)
    dateline = vocabulary.made(Dates).read_dateline(page.paragraphs[0])
    agency = sources.of_agency(dateline.agency) if dateline else None
    furniture = [(aside.role, aside.text) for aside in page.asides]
    source = facts.source or sources.of_url(address) or title_source or sources.choose(furniture) or agency
    day, basis = _published(page, facts, dateline, published)
    return Document(
        id=document_id(source, address, text),
        text=text,
        title=vocabulary.intake.expressions["kind label"].sub("", title) if title else None,
        section=page.section,
        source=source,
        url=address,
        kind=kind,
        language=language_of(text, vocabulary),
        published=day,
        published_basis=basis,
    )


def _published(
    page: PlainPage, facts: PageFacts, dateline: Dateline | None, given: str | None
) -> tuple[str | None, Basis | None]:
    if given:
        return given, "given"
    day = facts.published or choose_day(page.dates) or (dateline.day if dateline else None) or facts.guessed_day
    return (day, "read") if day else (None, None)


def _notices(document: Document, page: PlainPage, vocabulary: Vocabulary) -> tuple[Notice, ...]:
    language = () if document.language == vocabulary.language else (Notice("other language", document.language),)
    return (*language, Notice("furniture", number=len(page.asides))) if page.asides else language
