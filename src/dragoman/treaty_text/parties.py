"""Between whom a treaty is: by its title, its preamble or its signatures; and who accedes to which treaty."""

import re
from collections.abc import Iterable

from msgspec import Struct

from dragoman.actors.gazetteer import Gazetteer, NameHit
from dragoman.treaty_text.articles import Outline
from dragoman.vocab.treaty_text import layout

ACCESSION = re.compile(r"\b(?:on|for|concerning|regarding) the accession of\b|\binvit\w+ to accede\b", re.IGNORECASE)
INVITED = re.compile(
    r"accession of (?P<a>[^,;.\n]{3,160}?)(?= to\b|[,;.\n]|$)|communicate to (?P<b>[^,;.]{3,200}?) an invitation",
    re.IGNORECASE,
)
JOINED = re.compile(
    r"\b(?:[Pp]arties|PARTIES|[Pp]rotocol|PROTOCOL|accede|[Aa]ccession [^,;.\n]{3,80}?) (?:to|TO) (?:the|THE) "
    r"((?:[A-Z][\w-]*(?: (?:of|on|and|for) )?\s?)*?(?:Treaty|TREATY|Pact|PACT|Charter|CHARTER|Convention|Agreement))\b"
)
BETWEEN = re.compile(r"\b(?:between|among|amongst|of|by)\b(?P<names>.*)", re.IGNORECASE | re.DOTALL)
SIGNATURE = re.compile(r"\b(?:for|on behalf of)\b[^\n]*|\bplenipotentiar\w+ of\b[^\n]*", re.IGNORECASE)
STATES = ("country", "people", "short")


class Parties(Struct, frozen=True):
    """The codes of the parties in the order of the text; `joins` names the treaty that they accede to."""

    codes: tuple[str, ...]
    joins: str | None = None


def read_parties(text: str, title: str | None, parts: Outline, on: str | None) -> Parties:
    """Give the parties of a treaty text; the names are those of the day `on` (EDTF, None: today).

    Of a protocol of accession the parties are the states that accede. Raises nothing: what is not told is empty.
    """
    opening = text[: parts.preamble[1]] or text[: parts.articles[0].start]
    joining = _joining(f"{title or ''}\n{opening}\n{text[parts.preamble[1] : parts.preamble[1] + 800]}", on)
    if joining is not None:
        return joining
    for words in (_title_names(title), _preamble_names(opening), _title_names(_first_line(opening))):
        codes = _codes(_states(words, on))
        if len(codes) > 1:
            return Parties(codes)
    return Parties(_codes(_signatories(text[parts.closing[0] : parts.closing[1]], on)))


def _joining(opening: str, on: str | None) -> Parties | None:
    if ACCESSION.search(opening) is None:
        return None
    invited = [match["a"] or match["b"] for match in INVITED.finditer(opening)]
    codes = _codes(hit for words in invited for hit in _states(words, on))
    joined = JOINED.search(opening)
    return Parties(codes, _titled(joined[1]) if joined else None) if codes else None


def _titled(name: str) -> str:
    return name.title() if name.isupper() else name.strip()


def _title_names(title: str | None) -> str:
    match = BETWEEN.search(title or "")
    return match["names"] if match else ""


def _first_line(opening: str) -> str:
    return next((line for line in opening.splitlines() if line.strip()), "")


def _preamble_names(opening: str) -> str:
    """Give the words of the preamble before its first recital, the title lines left out."""
    paragraphs = [part for part in re.split(r"\n\s*\n", opening) if part.strip() and not _is_title(part.strip())]
    body = "\n\n".join(paragraphs)
    recital = layout().recitals.search(body)
    return body[: recital.start()] if recital else body


def _is_title(paragraph: str) -> bool:
    """Say whether a paragraph is a heading: capitals, or one short line that does not run on."""
    one_line = "\n" not in paragraph and len(paragraph) < 200
    return paragraph.isupper() or (one_line and not paragraph.endswith((",", ";", ":")))


def _signatories(closing: str, on: str | None) -> list[NameHit]:
    return [hit for match in SIGNATURE.finditer(closing) for hit in _states(match.group(), on)[:1]]


def _states(words: str, on: str | None) -> list[NameHit]:
    return [hit for hit in Gazetteer.load().find_names(words, on) if hit.code and hit.kind in STATES]


def _codes(hits: Iterable[NameHit]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(hit.code for hit in hits if hit.code))
