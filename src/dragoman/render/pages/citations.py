"""What the numbers on a page stand for."""

from collections.abc import Collection, Iterable

from dragoman.model.citation import Citation
from dragoman.render.sheet import AlarmSheet, Cited, Section
from dragoman.render.words.documents import origin_words, quote_words


def cited(citations: Iterable[Citation], numbers: Collection[int] | None = None) -> tuple[Cited, ...]:
    """Describe the citations whose numbers stand on a page; all of them for None."""
    return tuple(
        Cited(citation.number or 0, quote_words(citation), origin_words(citation), citation.claim)
        for citation in citations
        if numbers is None or citation.number in numbers
    )


def numbers_on(sections: Iterable[Section], alarms: Iterable[AlarmSheet]) -> set[int]:
    """Give the numbers that stand in sections and alarms."""
    found = {number for section in sections for line in section.lines for number in line.numbers()}
    return found | {number for alarm in alarms for line in alarm.lines() for number in line.citations}
