"""Title, site, address, date and type as an HTML page's head and JSON-LD give them."""

import json
import re
from collections.abc import Iterator
from typing import Any

from dragoman.intake.dates import Dates
from dragoman.intake.facts import PageFacts
from dragoman.intake.sections import Sections
from dragoman.intake.sources import Sources
from dragoman.vocab import Vocabulary

_DATES = (
    *("article:published_time", "og:published_time", "article.published", "datepublished", "date", "dc.date"),
    *("dc.date.issued", "dcterms.created", "dcterms.issued", "pubdate", "publishdate", "publish-date"),
    *("parsely-pub-date", "sailthru.date"),
)
_MOST_JSON = 500_000
"""Characters. JSON-LD on news pages has a few thousand; a longer block is not read."""


def read_facts(tree: Any, text: str, vocabulary: Vocabulary) -> PageFacts:
    """Read what the page says of itself. Only `guessed_day` is a guess: htmldate's, from the page's source `text`."""
    dates, sources = vocabulary.made(Dates), vocabulary.made(Sources)
    metas = _metas(tree)
    items = list(_json_items(tree))
    url = _address(tree, metas)
    title, title_source = _title(tree, metas, items, sources)
    named = metas.get("og:site_name") or next((name for item in items if (name := _publisher(item))), None)
    published = next((day for name in _DATES if (day := dates.find_day(metas.get(name, "")))), None)
    in_items = (dates.find_day(str(item.get("datePublished", ""))) for item in items)
    day = next((day for day in in_items if day), None) or published or _time_element(tree, dates)
    return PageFacts(
        title=title,
        section=_section(metas, items, vocabulary.made(Sections)),
        source=(sources.named(named) or named if named else None) or sources.of_url(url) or title_source,
        url=url,
        published=day,
        guessed_day=None if day else _guess_day(text),
        types=tuple(name for item in items for name in _as_list(item.get("@type")) if isinstance(name, str)),
    )


def _metas(tree: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = element.get("content")
        if name and content and len(content) < 1000:
            found.setdefault(name.strip().lower(), " ".join(content.split()))
    return found


def _json_items(tree: Any) -> Iterator[dict[str, Any]]:
    for element in tree.iter("script"):
        words = element.text or ""
        if element.get("type") != "application/ld+json" or len(words) > _MOST_JSON:
            continue
        try:
            read = json.loads(words, strict=False)
        except (ValueError, RecursionError):
            continue
        for item in _as_list(read):
            graph = _as_list(item.get("@graph")) if isinstance(item, dict) else []
            yield from (part for part in (item, *graph) if isinstance(part, dict))


def _as_list(value: Any) -> list[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _publisher(item: dict[str, Any]) -> str | None:
    publisher = next(iter(_as_list(item.get("publisher"))), None)
    name = publisher.get("name") if isinstance(publisher, dict) else publisher
    return name if isinstance(name, str) and name.strip() else None


def _title(
    tree: Any, metas: dict[str, str], items: list[dict[str, Any]], sources: Sources
) -> tuple[str | None, str | None]:
    """Return the headline and the source that stands behind it in the title element.

    The only h1 of the page wins, for it is what a reader sees; og:title and the title element follow.
    """
    element = next((" ".join(e.itertext()) for e in tree.iter("title")), "")
    heads = [head for e in tree.iter("h1") if (head := " ".join(" ".join(e.itertext()).split()))]
    candidates = [heads[0] if len(heads) == 1 and len(heads[0].split()) > 2 else None, metas.get("og:title")]
    candidates += [str(item["headline"]) for item in items if item.get("headline")]
    candidates += [" ".join(element.split()), *heads]
    title = next((candidate for candidate in candidates if candidate), None)
    source = next((s for c in (element, title) if c and (s := sources.cut(" ".join(c.split()))[1])), None)
    return title, source


def _section(metas: dict[str, str], items: list[dict[str, Any]], sections: Sections) -> tuple[str, ...]:
    for item in items:
        if item.get("@type") == "BreadcrumbList":
            names = [_crumb(crumb) for crumb in _as_list(item.get("itemListElement"))]
            path = [name for name in names if name and (len(name.split()) <= 4 or sections.is_section(name))]
            if path:
                return tuple(path)
    named = (metas.get("article:section"), *(item.get("articleSection") for item in items))
    section = next((name for name in named if isinstance(name, str) and len(name) < 100), "")
    return tuple(part.strip() for part in re.split(r"\s*[>›»]\s*", section) if part.strip())


def _crumb(crumb: Any) -> str | None:
    if not isinstance(crumb, dict):
        return None
    inner = crumb.get("item")
    name = crumb.get("name") or (inner.get("name") if isinstance(inner, dict) else None)
    return name.strip() if isinstance(name, str) else None


def _address(tree: Any, metas: dict[str, str]) -> str | None:
    links = [element.get("href") for element in tree.iter("link") if (element.get("rel") or "").lower() == "canonical"]
    address = next((link for link in (*links, metas.get("og:url")) if link), None)
    return address if address and re.match(r"https?://\S{3,2000}\Z", address) else None


def _time_element(tree: Any, dates: Dates) -> str | None:
    """Return the day of the first time element outside lists of other stories."""
    for element in tree.iter("time"):
        beside = {parent.tag for parent in element.iterancestors()} & {"aside", "nav", "footer", "li"}
        if not beside and (day := dates.find_day(element.get("datetime") or " ".join(element.itertext()))):
            return day
    return None


def _guess_day(text: str) -> str | None:
    """Let htmldate look in addresses and markup. Its bounds are fixed, so that no clock enters the result."""
    from htmldate import find_date

    try:
        day = find_date(text, original_date=True, extensive_search=False, min_date="1945-01-01", max_date="2100-01-01")
    except Exception:  # foreign code on hostile input, as in html.py; a missing date is an answer
        return None
    return str(day) if day else None
