"""Which agency a stretch of a text is taken from: the same agency in ten papers is one source."""

from collections.abc import Iterator

from dragoman.vocab import shipped

Credit = tuple[int, int, str]
"""First and last (excluded) character of the stretch, and the agency's name."""


def credits_of(text: str, source: str | None) -> tuple[Credit, ...]:
    """Give the stretches of a document's text that an agency is credited with, in order.

    A dateline or an agency as the document's source covers all of it; a credit in the text ("Yonhap reported") covers
    its paragraph.
    """
    found = set()
    own = shipped().agencies.called(source) if source else None
    if own:
        found.add((0, len(text), own))
    for start, kind, agency in shipped().agencies.credits(text):
        found.add((0, len(text), agency) if kind == "dateline" else (*_paragraph(text, start), agency))
    whole = {agency for start, end, agency in found if (start, end) == (0, len(text))}
    return tuple(sorted(c for c in found if c[2] not in whole or (c[0], c[1]) == (0, len(text))))


def _paragraph(text: str, at: int) -> tuple[int, int]:
    end = text.find("\n", at)
    return text.rfind("\n", 0, at) + 1, len(text) if end < 0 else end


def covering(credits: tuple[Credit, ...], start: int) -> Iterator[str]:
    """Give the agencies that the text at a character is taken from."""
    return (agency for first, last, agency in credits if first <= start < last)
