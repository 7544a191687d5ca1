"""A raw page becomes a Document: the way in for files, standard input and archives."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from dragoman.errors import PageError
from dragoman.intake.dates import choose_day, read_dateline
from dragoman.intake.decode import MAX_BYTES, check_size, decode
from dragoman.intake.facts import PageFacts
from dragoman.intake.kinds import kind_of
from dragoman.intake.languages import language_of
from dragoman.intake.layout import lines_of
from dragoman.intake.plain import Aside, PlainPage, take_apart
from dragoman.intake.sources import choose_source, cut_source, source_of_agency, source_of_url
from dragoman.model.document import Basis, Document, document_id

_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body|article|div|p|meta)\b", re.I | re.S
)
_LABEL = re.compile(r"\s*[\[(](?i:editorial|opinion|analysis|column|interview|news analysis|op-ed)[\])]\s*")


@dataclass(frozen=True)
class Reading:
    """A page read: the document, notices for the reader, and what was set aside as furniture."""

    document: Document
    notices: tuple[str, ...]
    asides: tuple[Aside, ...]


def read_page(
    raw: bytes, *, name: str, published: str | None = None, url: str | None = None, max_bytes: int = MAX_BYTES
) -> Document:
    """Read the bytes of a page, HTML or plain text, and return its Document. `name` stands in error messages.

    `published` (an EDTF date) and `url` win over what the page itself says. A page in another language than English
    comes back with `language` set so. Raises PageError when the page is empty, not text, or over `max_bytes` bytes.
    """
    return read_page_fully(raw, name=name, published=published, url=url, max_bytes=max_bytes).document


def read_page_with_notices(
    raw: bytes, *, name: str, published: str | None = None, url: str | None = None, max_bytes: int = MAX_BYTES
) -> tuple[Document, tuple[str, ...]]:
    """Do as `read_page`, and return the notices as well.

    A notice is a sentence: the encoding was guessed, the language is not English, so many lines were set aside; then
    one for each piece set aside, with its line number on the page, what it was taken for, and its words.
    """
    reading = read_page_fully(raw, name=name, published=published, url=url, max_bytes=max_bytes)
    pieces = tuple(f"set aside, line {aside.line} ({aside.role}): {aside.text}" for aside in reading.asides)
    return reading.document, reading.notices + pieces


def read_path(path: Path, *, published: str | None = None, max_bytes: int = MAX_BYTES) -> Document:
    """Read the page in the file `path`; one over `max_bytes` bytes is refused unread.

    Raises PageError as `read_page` does, and when the file cannot be opened.
    """
    return read_page(read_bytes(path, max_bytes=max_bytes), name=str(path), published=published, max_bytes=max_bytes)


def read_bytes(path: Path, *, max_bytes: int = MAX_BYTES) -> bytes:
    """Return the bytes of the file `path`; raise PageError when it cannot be read or holds over `max_bytes` bytes."""
    try:
        check_size(path.stat().st_size, name=str(path), max_bytes=max_bytes)
        with path.open("rb") as file:
            raw = file.read(max_bytes + 1)
    except OSError as error:
        raise PageError(f"{path}: cannot be read ({error.strerror}); check the path and its rights.") from error
    check_size(len(raw), name=str(path), max_bytes=max_bytes)
    return raw


def read_page_fully(
    raw: bytes, *, name: str, published: str | None = None, url: str | None = None, max_bytes: int = MAX_BYTES
) -> Reading:
    """Do as `read_page`, and return notices and the pieces set aside as they are."""
    check_size(len(raw), name=name, max_bytes=max_bytes)
    text, notices = decode(raw, name=name)
    if is_html(text, name):
        from dragoman.intake.html import read_html

        page, facts, more = read_html(text)
        notices += more
    else:
        markdown = name.lower().endswith(".md")
        page, facts = take_apart(lines_of(text, markdown=markdown)), PageFacts()
    if not page.paragraphs:
        raise PageError(f"{name}: nothing but page furniture, no text to read; give the page with its article.")
    document = _document(page, facts, published=published, url=url)
    return Reading(document, notices + _notices(document, page), tuple(page.asides))


def is_html(text: str, name: str) -> bool:
    """Tell whether a page is HTML: by its name, by how it begins, or by its tags."""
    if name.lower().rpartition(".")[2] in ("html", "htm", "xhtml") or _HTML.match(text[:2000]):
        return "<" in text
    return len(re.findall(r"</(?:p|div|span|a|h[1-6])>", text[:20000], re.I)) >= 3


def _document(page: PlainPage, facts: PageFacts, *, published: str | None, url: str | None) -> Document:
    text = "\n\n".join(page.paragraphs)
    title, title_source = cut_source(page.title) if page.title else (None, None)
    kind = kind_of(page.section, title, page.paragraphs, facts.types)
    address = url or facts.url or next((a.text.split()[-1] for a in page.asides if a.role == "address"), None)
    source = _source(page, facts, title_source, address)
    day, basis = _published(page, facts, published)
    return Document(
        id=document_id(source, address, text),
        text=text,
        title=_LABEL.sub("", title) if title else None,
        section=page.section,
        source=source,
        url=address,
        kind=kind,
        language=language_of(text),
        published=day,
        published_basis=basis,
    )


def _source(page: PlainPage, facts: PageFacts, title_source: str | None, address: str | None) -> str | None:
    dateline = read_dateline(page.paragraphs[0])
    agency = source_of_agency(dateline.agency) if dateline else None
    furniture = [(aside.role, aside.text) for aside in page.asides]
    return facts.source or source_of_url(address) or title_source or choose_source(furniture) or agency


def _published(page: PlainPage, facts: PageFacts, given: str | None) -> tuple[str | None, Basis | None]:
    if given:
        return given, "given"
    dateline = read_dateline(page.paragraphs[0])
    day = facts.published or choose_day(page.dates) or (dateline.day if dateline else None) or facts.guessed_day
    return (day, "read") if day else (None, None)


def _notices(document: Document, page: PlainPage) -> tuple[str, ...]:
    notices: Sequence[str] = ()
    if document.language != "en":
        notices = (f"the page is not in English but in {document.language!r}: little will be read out of it",)
    if page.asides:
        count = len(page.asides)
        notices = (*notices, f"{count} {'piece' if count == 1 else 'pieces'} of page furniture set aside")
    return tuple(notices)
