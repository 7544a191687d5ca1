"""Between whom a treaty is: by its title, its preamble or its signatures; and who accedes to which treaty."""

import re
from collections.abc import Iterable

from msgspec import Struct

from dragoman.actors.gazetteer import Gazetteer, NameHit
from dragoman.treaty_text.articles import Outline
from dragoman.vocab import Vocabulary

STATES = ("country", "people", "short")


class Parties(Struct, frozen=True):
    """The codes of the parties in the order of the text; `joins` names the treaty that they accede to."""

    codes: tuple[str, ...]
    joins: str | None = None


class PartyReader:
    """Reads the parties off a treaty text; `vocabulary.made(PartyReader)` makes it once."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        """Take the vocabulary: the names of states, and how treaties speak of their parties."""
        self._names = Gazetteer.of(vocabulary)
        self._expressions = vocabulary.treaty_wording.expressions
        self._recitals = vocabulary.treaty_wording.layout.recitals

    def read(self, text: str, title: str | None, parts: Outline, on: str | None) -> Parties:
        """Give the parties of a treaty text; the names are those of the day `on` (EDTF, None: today).

        Of a protocol of accession the parties are the states that accede. Raises nothing: what is not told is empty.
        """
        opening = text[: parts.preamble[1]] or text[: parts.articles[0].start]
        start = text[parts.preamble[1] : parts.preamble[1] + 800]
        joining = self._joining(f"{title or ''}\n{opening}\n{start}", on)
        if joining is not None:
            return joining
        preamble, first_line = self._preamble_names(opening), self._title_names(_first_line(opening))
        for words in (self._title_names(title), preamble, first_line):
            codes = _codes(self._states(words, on))
            if len(codes) > 1:
                return Parties(codes)
        return Parties(_codes(self._signatories(text[parts.closing[0] : parts.closing[1]], on)))

    def _joining(self, opening: str, on: str | None) -> Parties | None:
        if self._expressions["accession"].search(opening) is None:
            return None
        invited = [match["a"] or match["b"] for match in self._expressions["invited"].finditer(opening)]
        codes = _codes(hit for words in invited for hit in self._states(words, on))
        joined = self._expressions["joined"].search(opening)
        return Parties(codes, _titled(joined[1]) if joined else None) if codes else None

    def _title_names(self, title: str | None) -> str:
        match = self._expressions["parties"].search(title or "")
        return match["names"] if match else ""

    def _preamble_names(self, opening: str) -> str:
        """Give the words of the preamble before its first recital, the title lines left out."""
        paragraphs = [part for part in re.split(r"\n\s*\n", opening) if part.strip() and not _is_title(part.strip())]
        body = "\n\n".join(paragraphs)
        recital = self._recitals.search(body)
        return body[: recital.start()] if recital else body

    def _signatories(self, closing: str, on: str | None) -> list[NameHit]:
        signatories = self._expressions["signatory"].finditer(closing)
        return [hit for match in signatories for hit in self._states(match.group(), on)[:1]]

    def _states(self, words: str, on: str | None) -> list[NameHit]:
        return [hit for hit in self._names.find_names(words, on) if hit.code and hit.kind in STATES]


def _titled(name: str) -> str:
    return name.title() if name.isupper() else name.strip()


def _first_line(opening: str) -> str:
    return next((line for line in opening.splitlines() if line.strip()), "")


def _is_title(paragraph: str) -> bool:
    """Say whether a paragraph is a heading: capitals, or one short line that does not run on."""
    one_line = "\n" not in paragraph and len(paragraph) < 200
    return paragraph.isupper() or (one_line and not paragraph.endswith((",", ";", ":")))


def _codes(hits: Iterable[NameHit]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(hit.code for hit in hits if hit.code))
