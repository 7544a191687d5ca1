"""Whose page it is: a known newspaper, agency, broadcaster or ministry named in the furniture or the address."""

import re
from collections.abc import Iterable
from functools import cache
from urllib.parse import urlsplit

from dragoman.intake.tables import rows

_COPYRIGHT = re.compile(
    r"(?i:©|ⓒ|\(c\)|copyright)[\s©ⓒ,:]*(?i:\(c\)\s*)?(?:(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)?\d\d)?)?[\s,©]*(?i:by )?"
    r"(?P<name>(?:[A-Z][\w&'’.-]*|of|and|the|for|de|la|der)(?: (?:[A-Z][\w&'’-]*|of|and|the|for|de|la|der)){0,6})"
)
_NOT_NAMES = re.compile(r"(?i)\b(?:all rights|reserved|copyright|reproduction|inc|ltd|llc|co)\b.*")
_SEPARATOR = re.compile(r"\s+[|–—-]\s+")


@cache
def _names() -> dict[str, str]:
    """Every printed name, aliases with it, and the name it stands for. A name in capitals counts too."""
    names: dict[str, str] = {}
    for row in rows("sources.csv"):
        for printed in (row["name"], *filter(None, row["aliases"].split(";"))):
            names.setdefault(printed, row["name"])
    for printed, name in list(names.items()):
        names.setdefault(printed.upper(), name)
    return names


@cache
def _domains() -> dict[str, str]:
    return {row["domain"]: row["name"] for row in rows("sources.csv")}


@cache
def _pattern() -> re.Pattern[str]:
    printed = sorted(_names(), key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(re.escape(name) for name in printed) + r")(?!\w)")


def source_named(line: str) -> str | None:
    """Return the known source that `line` names, the longest name first, or None. Case counts."""
    match = _pattern().search(line.replace("’", "'"))
    return _names()[match[0]] if match else None


def source_of_url(url: str | None) -> str | None:
    """Return the known source whose domain, or a domain under it, the address has, or None."""
    try:
        host = (urlsplit(url).hostname or "") if url else ""
    except ValueError:
        return None
    parts = host.split(".")
    return next((name for start in range(len(parts)) if (name := _domains().get(".".join(parts[start:])))), None)


def source_of_copyright(line: str) -> str | None:
    """Return the name in a copyright line, known or not: "© 2019 The Daily Herald. All rights reserved."."""
    match = _COPYRIGHT.search(line)
    name = _NOT_NAMES.sub("", match["name"]).strip(" .,") if match else ""
    return source_named(line) or (name if len(name) > 2 else None)


def source_of_agency(name: str | None) -> str | None:
    """Return the agency that a dateline's brackets name ("Yonhap"), or None if it is not known."""
    return _names().get(name.strip()) if name else None


def choose_source(furniture: Iterable[tuple[str, str]]) -> str | None:
    """Choose the source from (role, line) pairs of furniture: copyright lines, then the rest.

    Photo captions, links to other stories and share bars name other people's papers and are left out.
    """
    pairs = list(furniture)
    owned = [name for role, line in pairs if role == "copyright" and (name := source_of_copyright(line))]
    if owned:
        return owned[0]
    telling = [line for role, line in pairs if role not in ("caption", "link", "share", "list", "readers")]
    return next((name for line in telling if (name := source_of_url(line) or source_named(line))), None)


def cut_source(title: str) -> tuple[str, str | None]:
    """Split "Envoys leave Vienna | The Daily Herald" into title and source; the source must be a known one."""
    parts = _SEPARATOR.split(title)
    if len(parts) > 1 and (name := _names().get(parts[-1].strip().replace("’", "'"))):
        return title[: title.rindex(parts[-1])].rstrip(" |–—-"), name
    return title, None
