"""When and where a treaty was signed, and its terms: entry into force, duration, renewal, withdrawal."""

import re
from collections.abc import Iterator
from typing import cast

from dragoman.model.document import evidence_at
from dragoman.model.time import Timex
from dragoman.model.treaty import TermClaim, TermKind
from dragoman.model.when import precision
from dragoman.times import find_times
from dragoman.treaty_text.articles import Outline, sentences
from dragoman.treaty_text.numbers import in_figures
from dragoman.vocab.treaty_text import terms

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
MONTH = "|".join(MONTHS)
NAME = rf"(?!(?:{MONTH}|(?i:witness|faith|testimony|duplicate|triplicate))\b)[A-Z][\w’'-]+"
PLACE = re.compile(rf"\b(?:at|in|AT|IN) (?:the (?:[Cc]ity|[Tt]own) of )?(?P<place>{NAME}(?:[ -]{NAME}){{0,3}})")
DATELINE = re.compile(
    rf"^[ \t]*(?P<place>{NAME}(?: {NAME}){{0,2}}), (?:the |on )?[^\n,.]{{0,16}}\b(?:{MONTH})\b[^\n]{{2,12}}$",
    re.MULTILINE,
)
SIGNED = r"(?:done|signed)\b(?: [\w-]+){0,5} (?:at|in|on|this)\b"
FORMULA = re.compile(rf"(?:^[ \t#*_(]*|(?<=[.;:,])\s*){SIGNED}", re.IGNORECASE | re.MULTILINE)
OWN_LINE = re.compile(rf"^[ \t#*_(]*{SIGNED}", re.IGNORECASE | re.MULTILINE)
"""In a preamble only a line of its own: within a sentence it is another treaty that was signed."""
SHORT = 500
"""Characters of a closing without a formula of signature that are searched for the day; notes may follow."""
PARAGRAPH_END = re.compile(r"\n\s*\n|\Z")
ENDLESS = re.compile(r"\b(?:indefinite(?:ly)?|unlimited|perpetual|perpetuity|for ever|forever)\b", re.IGNORECASE)
SUBJECT = re.compile(
    r"\b(?:treaty|agreement|pact|convention|protocol|alliance|charter|declaration|it|article|validity)\b", re.IGNORECASE
)
"""What a term is of: a sentence without one of these tells the term of something else."""

AFTER_SECOND_LENGTH: frozenset[str] = frozenset({"renewal", "withdrawal"})
"""Kinds whose length stands behind their own words ("extended for another five years", "denounce … one year after")."""


def signature(text: str, title: str | None, parts: Outline) -> tuple[str | None, str | None]:
    """Give the day (EDTF) and the place of signature: from the closing, else the preamble, else the title.

    A closing whose formula leaves the day blank, as drafts do, gives None: notes that follow it are not searched.
    """
    closing, preamble = (text[start:end] for start, end in (parts.closing, parts.preamble))
    formula = _formula(closing, FORMULA)
    if formula:
        return _day(formula), _place(formula)
    for words in (closing[:SHORT], _formula(preamble, OWN_LINE) or ""):
        if day := _day(words):
            return day, _place(words)
    words = title or ""
    return (_day(words) if any(month in words for month in MONTHS) else None), None


def _place(formula: str) -> str | None:
    place = PLACE.search(formula) or DATELINE.search(formula)
    return place["place"] if place else None


def _formula(words: str, pattern: re.Pattern[str]) -> str | None:
    """Give the words of signature ("Done at …", or a place and a day on a line of their own) up to a blank line."""
    formula = pattern.search(words)
    if formula:
        end = PARAGRAPH_END.search(words, formula.end())
        return words[formula.start() : end.start() if end else len(words)]
    dateline = DATELINE.search(words)
    return dateline.group() if dateline else None


def _day(words: str) -> str | None:
    """Give the first date to the day of `words`, as EDTF."""
    days = (time.edtf for time in find_times(in_figures(words), None) if time.type == "DATE" and time.edtf)
    return next((day for day in days if precision(day) == "day"), None)


def read_terms(text: str, parts: Outline) -> Iterator[TermClaim]:
    """Give the terms that the articles state, in order: one for each sentence and kind."""
    for article in parts.articles:
        for start, end in sentences(text, article.start, article.end):
            yield from _terms_of(text, start, end, article.number or None)


def _terms_of(text: str, start: int, end: int, article: str | None) -> Iterator[TermClaim]:
    sentence = text[start:end]
    if SUBJECT.search(sentence) is None:
        return
    seen: set[str] = set()
    times = find_times(in_figures(sentence), None)
    for named in terms():
        match = named.phrase.search(sentence)
        if match is None or named.name in seen:
            continue
        seen.add(named.name)
        date = next((t.edtf for t in times if t.type == "DATE" and t.edtf and precision(t.edtf) == "day"), None)
        yield TermClaim(
            kind=cast(TermKind, named.name),
            length=_length(sentence, match, named.name, times),
            date=date if named.name in ("in force", "duration") else None,
            article=article,
            evidence=evidence_at(text, start, end),
        )


def _length(sentence: str, match: re.Match[str], kind: str, times: list[Timex]) -> str | None:
    lengths = [time for time in times if time.type == "DURATION"]
    if kind in ("in force", "ratification"):
        return None
    if kind == "duration" and ENDLESS.search(sentence):
        return "indefinite"
    if kind in AFTER_SECOND_LENGTH:
        lengths = [time for time in lengths if time.start > match.start()] or lengths[-1:]
    return lengths[0].value if lengths else None
