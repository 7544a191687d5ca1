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
from dragoman.treaty_text.numbers import Numbers
from dragoman.vocab import Vocabulary

SHORT = 500
"""Characters of a closing without a formula of signature that are searched for the day; notes may follow."""
PARAGRAPH_END = re.compile(r"\n\s*\n|\Z")
AFTER_SECOND_LENGTH: frozenset[str] = frozenset({"duration", "renewal", "withdrawal"})
"""Kinds whose length stands behind their own words ("remains in force for", "extended for another five years")."""


class TermReader:
    """Reads signature and terms off a treaty text; `vocabulary.made(TermReader)` makes it once."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        """Take the vocabulary: the wording of terms, and how dates and numbers are written."""
        self._vocabulary = vocabulary
        self._expressions = vocabulary.treaty_wording.expressions
        self._terms = vocabulary.treaty_wording.terms

    def signature(self, text: str, title: str | None, parts: Outline) -> tuple[str | None, str | None]:
        """Give the day (EDTF) and the place of signature: from the closing, else the preamble, else the title.

        A closing whose formula leaves the day blank, as drafts do, gives None: notes that follow it are not searched.
        """
        closing, preamble = (text[start:end] for start, end in (parts.closing, parts.preamble))
        formula = self._formula(closing, "signature")
        if formula:
            return self._day(formula), self._place(formula)
        for words in (closing[:SHORT], self._formula(preamble, "signature on a line of its own") or ""):
            if day := self._day(words):
                return day, self._place(words)
        words = title or ""
        return (self._day(words) if self._expressions["month"].search(words) else None), None

    def _place(self, formula: str) -> str | None:
        place = self._expressions["place"].search(formula) or self._expressions["dateline"].search(formula)
        return place["place"] if place else None

    def _formula(self, words: str, name: str) -> str | None:
        """Give the words of signature ("Done at …", or a place and a day on a line of their own) up to a blank line."""
        formula = self._expressions[name].search(words)
        if formula:
            end = PARAGRAPH_END.search(words, formula.end())
            return words[formula.start() : end.start() if end else len(words)]
        dateline = self._expressions["dateline"].search(words)
        return dateline.group() if dateline else None

    def _day(self, words: str) -> str | None:
        """Give the first date to the day of `words`, as EDTF."""
        return _first_day(self._times(words))

    def _times(self, words: str) -> list[Timex]:
        return find_times(self._vocabulary.made(Numbers).in_figures(words), None, self._vocabulary)

    def read(self, text: str, parts: Outline) -> Iterator[TermClaim]:
        """Give the terms that the articles state, in order: one for each sentence and kind."""
        for article in parts.articles:
            for start, end in sentences(text, article.start, article.end, self._vocabulary):
                yield from self._terms_of(text, start, end, article.number or None)

    def _terms_of(self, text: str, start: int, end: int, article: str | None) -> Iterator[TermClaim]:
        sentence = text[start:end]
        if self._expressions["subject of a term"].search(sentence) is None:
            return
        seen: set[str] = set()
        times = self._times(sentence)
        for named in self._terms:
            match = named.phrase.search(sentence)
            if match is None or named.name in seen:
                continue
            seen.add(named.name)
            yield TermClaim(
                kind=cast(TermKind, named.name),
                length=self._length(sentence, match, named.name, times),
                date=_first_day(times) if named.name in ("in force", "duration") else None,
                article=article,
                evidence=evidence_at(text, start, end),
            )

    def _length(self, sentence: str, match: re.Match[str], kind: str, times: list[Timex]) -> str | None:
        lengths = [time for time in times if time.type == "DURATION"]
        if kind in ("in force", "ratification"):
            return None
        if kind == "duration" and self._expressions["endless"].search(sentence):
            return "indefinite"
        if kind in AFTER_SECOND_LENGTH:
            lengths = [time for time in lengths if time.start > match.start()] or lengths[-1:]
        return lengths[0].value if lengths else None


def _first_day(times: list[Timex]) -> str | None:
    """Give the first date to the day, as EDTF."""
    days = (time.edtf for time in times if time.type == "DATE" and time.edtf)
    return next((day for day in days if precision(day) == "day"), None)
