"""What is said of a document: its title and date, warnings and notices, and where a citation is from."""

import re
from collections import Counter
from collections.abc import Sequence

from dragoman import __version__
from dragoman.model.citation import Citation
from dragoman.model.document import Document, Head
from dragoman.model.reading import Notice, Reading, Rejected
from dragoman.render.words.dates import date_words
from dragoman.vocab import Vocabulary

TITLE_LENGTH = 80
"""Characters of the text that stand for a title when a page has none."""

BASIS = {"given": "given", "read": "read off the page", "inferred": "inferred from the text", None: ""}
"""Where the date of a page is from."""

ISO_DAY = re.compile(r"\b\d{4}-\d\d-\d\d\b")


def title(document: Document) -> str:
    """Give the page's title, or the beginning of its text."""
    if document.title:
        return document.title
    start = " ".join(document.text[: TITLE_LENGTH * 2].split())
    return start if len(start) <= TITLE_LENGTH else start[: TITLE_LENGTH - 1] + "…"


def about(document: Document) -> tuple[str, ...]:
    """Say where a page comes from, what it is, and of what date."""
    basis, day = BASIS[document.published_basis], date_words(document.published)
    dated = f"{day} ({basis})" if day and basis else day or "no date"
    return tuple(part for part in (document.source, " › ".join(document.section), document.kind, dated) if part)


def details(document: Document, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Say where a page can be found, its id, and what read it."""
    web = document.url and document.url.startswith(("http://", "https://"))
    reader = f"dragoman {__version__}, vocabulary {vocabulary.version}"
    return (*([f"Page: {document.url}"] if web else []), f"Document {document.id}", reader)


def warning(reading: Reading, vocabulary: Vocabulary) -> str | None:
    """Say that a page is in another language than English, so that an empty brief is not taken for good news."""
    code = reading.document.language
    if code == "en":
        return None
    language = vocabulary.wording.words["languages"].get(code, f"a language other than English ({code})")
    if reading.events:
        return f"This page is in {language}. Dragoman reads English: what was coded here cannot be relied on."
    return f"This page is in {language}. Dragoman reads English: nothing was coded."


def notice_words(notice: Notice, vocabulary: Vocabulary) -> str:
    """Say what a notice tells."""
    table = vocabulary.wording.words
    if notice.kind == "furniture" and notice.number == 1:
        return str(table["notices"]["one piece"])
    words = table["languages"].get(notice.words, notice.words) if notice.kind == "other language" else notice.words
    return str(table["notices"][notice.kind]).format(
        words=words, number=notice.number, line=notice.line, role=notice.role
    )


def rejected_words(rejected: Sequence[Rejected]) -> str:
    """Say how many candidates were not made a claim, by reason; empty for none."""
    reasons = Counter(one.reason.removeprefix(f"“{one.evidence.quote}”: ") for one in rejected)
    told = "; ".join(f"{count} × {reason}" for reason, count in sorted(reasons.items(), key=lambda x: (-x[1], x[0])))
    counted = "1 candidate was" if len(rejected) == 1 else f"{len(rejected)} candidates were"
    return f"{counted} not made a claim: {told}" if rejected else ""


def quote_words(citation: Citation) -> str:
    """Give a sentence as it stands, and an entry of the ledger with its days in words."""
    if citation.kind == "sentence":
        return f"“{citation.quote}”"
    return ISO_DAY.sub(lambda day: date_words(day[0]), citation.quote)


def origin_words(citation: Citation) -> str:
    """Name the document that a citation is from, with its title and date; or the ledger's source."""
    return _document_words(citation.document) if citation.document else f"ledger: {citation.source}"


def _document_words(head: Head) -> str:
    title = f"“{head.title}”" if head.title else f"document {head.id}"
    return ", ".join(part for part in (head.source, title, date_words(head.published) or "no date") if part)
