"""The head and the foot of a brief: title, what the page is, warning, legend, notices."""

import re
from collections import Counter
from collections.abc import Sequence

from dragoman.model.document import Document
from dragoman.model.reading import Notice, Reading
from dragoman.render.dates import date_words
from dragoman.render.names import code_name
from dragoman.render.parts import Appearance, BriefLine
from dragoman.vocab import shipped

TITLE_LENGTH = 80
"""Characters of the text that stand for a title when a page has none."""

WORD = re.compile(r"^“[^”]*”: ")
"""The rejected word at the head of a reason; reasons are counted without it."""

BASIS = {"given": "given", "read": "read off the page", "inferred": "inferred from the text"}


def title(document: Document) -> str:
    """Give the page's title, or the beginning of its text."""
    if document.title:
        return document.title
    start = " ".join(document.text[: TITLE_LENGTH * 2].split())
    return start if len(start) <= TITLE_LENGTH else start[: TITLE_LENGTH - 1] + "…"


def subtitle(document: Document) -> tuple[str, ...]:
    """Say where the page comes from, what it is, and of what date."""
    basis = BASIS.get(document.published_basis or "", "")
    day = (
        f"{date_words(document.published)} ({basis})"
        if document.published and basis
        else date_words(document.published)
    )
    parts = (document.source, " › ".join(document.section), document.kind, day or "no date")
    return tuple(part for part in parts if part)


def warning(reading: Reading) -> str | None:
    """Say that a page is in another language than English, so that an empty brief is not taken for good news."""
    code = reading.document.language
    if code == "en":
        return None
    language = shipped().wording.words["languages"].get(code, f"a language other than English ({code})")
    if reading.events:
        return f"This page is in {language}. Dragoman reads English: what was coded here cannot be relied on."
    return f"This page is in {language}. Dragoman reads English: nothing was coded."


def notices(reading: Reading) -> tuple[str, ...]:
    """Give the plain notices of the reading, and what was rejected, by reason."""
    told = [notice_words(notice) for notice in reading.notices if notice.kind != "piece"]
    reasons = Counter(WORD.sub("", rejected.reason) for rejected in reading.rejected)
    if reasons:
        listed = "; ".join(
            f"{count} × {reason}" for reason, count in sorted(reasons.items(), key=lambda x: (-x[1], x[0]))
        )
        counted = "1 candidate was" if reasons.total() == 1 else f"{reasons.total()} candidates were"
        told.append(f"{counted} not made a claim: {listed}")
    return tuple(told)


def notice_words(notice: Notice) -> str:
    """Say what a notice tells."""
    table = shipped().wording.words
    if notice.kind == "furniture" and notice.number == 1:
        return str(table["notices"]["one piece"])
    words = table["languages"].get(notice.words, notice.words) if notice.kind == "other language" else notice.words
    return str(table["notices"][notice.kind]).format(
        words=words, number=notice.number, line=notice.line, role=notice.role
    )


def legend(reading: Reading, lines: Sequence[BriefLine]) -> tuple[Appearance, ...]:
    """List who appears in the lines: most lines first, then by code."""
    counts = Counter(code for line in lines for code in dict.fromkeys(line.actors))
    people: dict[str, dict[str, None]] = {}
    for event in reading.events:
        for actor in (*event.actors, *event.recipients):
            if actor.code and actor.name and actor.name != code_name(actor.code).removeprefix("the "):
                people.setdefault(actor.code, {})[actor.name] = None
    order = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return tuple(Appearance(code, code_name(code), tuple(people.get(code, ())), count) for code, count in order)
