"""What kind of page it is: editorial, opinion, news, analysis, interview, treaty or communique."""

import re
from collections.abc import Sequence
from functools import cache

from dragoman.intake.shapes import plain_form
from dragoman.intake.tables import rows

TREATY_LINES = 2
"""So many lines of a treaty's wording (articles, preamble) make a page a treaty text; a news story may quote one."""

SPEAKER_SHARE = 0.4
"""Share of the lines that open with a speaker's name or "Q:" above which the page is an interview or transcript."""


@cache
def _patterns(where: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(row["word"]), row["kind"]) for row in rows("kinds.csv") if row["where"] == where)


@cache
def _words(where: str) -> dict[str, str]:
    return {plain_form(row["word"]): row["kind"] for row in rows("kinds.csv") if row["where"] == where}


def kind_of_section(section: Sequence[str]) -> str | None:
    """Return the kind that the innermost telling section names, or None."""
    kinds = [_words("section").get(plain_form(name)) for name in section]
    return next((kind for kind in reversed(kinds) if kind), None)


def kind_of_title(title: str | None) -> str | None:
    """Return the kind that the title names ("Joint communique of …", "[Editorial] …"), or None."""
    return next((kind for pattern, kind in _patterns("title") if title and pattern.fullmatch(title)), None)


def kind_of_lines(lines: Sequence[str]) -> str | None:
    """Return "treaty" or "interview" when the lines of the body have that shape, else None."""
    hits = {"treaty": 0, "interview": 0}
    for line in lines:
        for pattern, kind in _patterns("line"):
            if pattern.fullmatch(line):
                hits[kind] += 1
                break
    if hits["treaty"] >= TREATY_LINES:
        return "treaty"
    return "interview" if hits["interview"] > max(1, SPEAKER_SHARE * len(lines)) else None


def kind_of(section: Sequence[str], title: str | None, lines: Sequence[str], types: Sequence[str] = ()) -> str:
    """Choose the kind: what the site says (section, schema.org type), then the title, then the shape of the text.

    A plain "NewsArticle" says nothing against an editorial's section, so news comes last.
    """
    typed = [_words("type").get(plain_form(name)) for name in types]
    said = kind_of_section(section) or next((kind for kind in typed if kind and kind != "news"), None)
    return said or kind_of_lines(lines) or kind_of_title(title) or "news"
