"""A filter as SQL. What the user typed only ever stands in parameters, and words in FTS5's own quotes."""

import re
from collections.abc import Iterator

from dragoman.model.when import bounds
from dragoman.record.derived import UNDATED
from dragoman.record.nouns import Filter

_PART = re.compile(r'"([^"]*)"|([^\s"]+)')
_WORD = re.compile(r"[^\W_]+")


def search_terms(words: str) -> str | None:
    """Give an FTS5 query for documents that hold all `words`; what stands in double quotes stands together.

    Gives None if there is no word in it. Signs are no operators: `NEAR(`, `*`, `-` and `"` ask nothing.
    """
    parts = (" ".join(_WORD.findall(phrase or word)) for phrase, word in _PART.findall(words))
    quoted = [f'"{part}"' for part in parts if part]
    return " AND ".join(quoted) or None


def conditions(asked: Filter) -> tuple[str, list[str]]:
    """Give what stands behind WHERE (over `events e`) and its parameters.

    Raises EdtfError if `since` or `until` is no EDTF time.
    """
    found = list(_conditions(asked))
    where = " AND ".join(f"({clause})" for clause, _ in found) or "1"
    return where, [value for _, values in found for value in values]


def _conditions(asked: Filter) -> Iterator[tuple[str, list[str]]]:
    takes_part = "e.claim IN (SELECT claim FROM parties WHERE code = ?{})"
    if asked.actor is not None:
        yield takes_part.format(" AND side = 'actor'" if asked.acting else ""), [asked.actor]
    if asked.other is not None:
        yield takes_part.format(""), [asked.other]
    if asked.event_type is not None:
        yield "e.event_type = ?", [asked.event_type]
    if asked.status is not None:
        yield "e.status = ?", [asked.status]
    if asked.since is not None:
        yield "e.last >= ?", [bounds(asked.since)[0].isoformat()]
    if asked.until is not None:
        # `sort` begins with the first day; `~` stands behind every sign that may follow it.
        yield "e.sort < ?", [bounds(asked.until)[1].isoformat() + UNDATED]
    if asked.search is not None:
        terms = search_terms(asked.search)
        if terms is None:
            yield "0", []
        else:
            yield "e.document IN (SELECT rowid FROM search WHERE search MATCH ?)", [terms]
