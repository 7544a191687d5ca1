"""Where in its site a page stands, read from the breadcrumb line: "Home > Opinion > Editorials"."""

import re

from dragoman.intake.clutter import Clutter
from dragoman.intake.shapes import ends_sentence, plain_form, word_count
from dragoman.vocab import Vocabulary

_ARROWS = re.compile(r"\s*(?:>|›|»|→|▶|::|&gt;)\s*")
_STROKES = re.compile(r"\s+[/|·•]\s+|(?<=\w)/(?=\w)")

MOST_CRUMBS = 6
"""No site of the test pages has more than five levels; a longer row of words is a menu."""

CRUMB_WORDS = 4
"""A section's name has at most four words; a longer crumb is the headline at the end of the path."""


class Sections:
    """Knows the sections of news sites by name; `vocabulary.made(Sections)` makes it once."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        """Take the vocabulary that lists them, and knows what in a path is furniture."""
        self._known = frozenset(map(plain_form, vocabulary.intake.sections))
        self._clutter = vocabulary.made(Clutter)

    def is_section(self, name: str) -> bool:
        """Tell whether `name` is a section's name on news sites ("Opinion", "World")."""
        return plain_form(name) in self._known

    def read_breadcrumb(self, line: str) -> tuple[str, ...]:
        """Return the section path that `line` prints, or () when it is no breadcrumb.

        Arrows make a breadcrumb of any short words; strokes only when the path starts with a known section.
        A headline at the end of the path is left out.
        """
        if ends_sentence(line) or len(line) > 250:
            return ()
        arrows = [part for part in _ARROWS.split(line.strip()) if part]
        if len(arrows) > 1:
            short = all(word_count(part) <= CRUMB_WORDS for part in arrows)
            return self._path(arrows) if short or self.is_section(arrows[0]) else ()
        strokes = [part for part in _STROKES.split(line.strip()) if part]
        return self._path(strokes) if len(strokes) > 1 and self.is_section(strokes[0]) else ()

    def _path(self, parts: list[str]) -> tuple[str, ...]:
        if len(parts) > MOST_CRUMBS + 1:
            return ()
        if word_count(parts[-1]) > CRUMB_WORDS and not self.is_section(parts[-1]):
            parts = parts[:-1]
        roles = {self._clutter.role_of(part, edges=False) for part in parts}
        if any(word_count(part) > CRUMB_WORDS for part in parts) or roles & {"log in", "share"}:
            return ()
        return tuple(parts)
