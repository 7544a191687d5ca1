"""The breadcrumb of an HTML page: marked in its elements, whatever signs stand between the crumbs."""

import re
from typing import Any

from dragoman.intake.sections import CRUMB_WORDS, MOST_CRUMBS, Sections
from dragoman.intake.shapes import ends_sentence, word_count

_MARKED = re.compile(r"bread-?_?crumb|location-?path", re.IGNORECASE)


def breadcrumb_of(tree: Any, sections: Sections) -> tuple[str, ...]:
    """Return the section path of the element that is marked as a breadcrumb by class, id or label, or ()."""
    for element in tree.iter("nav", "ol", "ul", "div", "p", "section", "span"):
        marks = " ".join(element.get(name) or "" for name in ("class", "id", "aria-label", "typeof", "itemtype"))
        if _MARKED.search(marks[:500]) and (path := _path_in(element, sections)):
            return path
    return ()


def _path_in(element: Any, sections: Sections) -> tuple[str, ...]:
    line = " ".join(" ".join(element.itertext()).split())
    path = sections.read_breadcrumb(line)
    if path:
        return path
    items = [" ".join(" ".join(item.itertext()).split()).strip(" >›»/|→") for item in element.iter("a", "li")]
    crumbs = [item for item in dict.fromkeys(items) if item]
    if crumbs and (ends_sentence(crumbs[-1]) or word_count(crumbs[-1]) > CRUMB_WORDS):
        crumbs = crumbs[:-1]
    short = all(word_count(crumb) <= CRUMB_WORDS for crumb in crumbs)
    return tuple(crumbs) if short and len(crumbs) <= MOST_CRUMBS else ()
