"""Where in its site a page stands, read from the breadcrumb line: "Home > Opinion > Editorials"."""

import re
from functools import cache

from dragoman.intake.clutter import role_of
from dragoman.intake.shapes import ends_sentence, plain_form, word_count
from dragoman.intake.tables import rows

_ARROWS = re.compile(r"\s*(?:>|›|»|→|▶|::|&gt;)\s*")
_STROKES = re.compile(r"\s+[/|·•]\s+|(?<=\w)/(?=\w)")

MOST_CRUMBS = 6
"""No site of the test pages has more than five levels; a longer row of words is a menu."""

CRUMB_WORDS = 4
"""A section's name has at most four words; a longer crumb is the headline at the end of the path."""


@cache
def _known() -> frozenset[str]:
    return frozenset(plain_form(row["section"]) for row in rows("sections.csv"))


def is_section(name: str) -> bool:
    """Tell whether `name` is a section's name on news sites ("Opinion", "World")."""
    return plain_form(name) in _known()


def read_breadcrumb(line: str) -> tuple[str, ...]:
    """Return the section path that `line` prints, or () when it is no breadcrumb.

    Arrows make a breadcrumb of any short words; strokes only when the path starts with a known section.
    A headline at the end of the path is left out.
    """
    if ends_sentence(line) or len(line) > 250:
        return ()
    arrows = [part for part in _ARROWS.split(line.strip()) if part]
    if len(arrows) > 1:
        return _path(arrows) if is_section(arrows[0]) or all(word_count(a) <= CRUMB_WORDS for a in arrows) else ()
    strokes = [part for part in _STROKES.split(line.strip()) if part]
    return _path(strokes) if len(strokes) > 1 and is_section(strokes[0]) else ()


def _path(parts: list[str]) -> tuple[str, ...]:
    if len(parts) > MOST_CRUMBS + 1:
        return ()
    if word_count(parts[-1]) > CRUMB_WORDS and not is_section(parts[-1]):
        parts = parts[:-1]
    roles = {role_of(part, edges=False) for part in parts}
    if any(word_count(part) > CRUMB_WORDS for part in parts) or roles & {"log in", "share"}:
        return ()
    return tuple(parts)
