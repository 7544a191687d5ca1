"""Find words in a text: as alternatives of a pattern, or whatever the case and whatever stands between them."""

import re
from collections.abc import Iterable
from functools import lru_cache

_BETWEEN = re.compile(r"[\W_]+")


def either(words: Iterable[str]) -> str:
    """Give the regular expression of any of some words or phrases, the longest first, as a group without a name."""
    return f"(?:{'|'.join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))})"


def holds(sentence: str, words: Iterable[str]) -> bool:
    """Tell whether a sentence holds one of some words: case, hyphens and an s at the end do not matter.

    "nuclear submarine" is found in "nuclear-submarines".
    """
    return _pattern(tuple(words)).search(plain(sentence)) is not None


@lru_cache(maxsize=4096)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    stems = "|".join(re.escape(plain(word).strip()) for word in words) or "(?!)"
    return re.compile(f" (?:{stems})(?:s|es)? ")


@lru_cache(maxsize=65536)
def plain(text: str) -> str:
    """Give a text in small letters, with one blank for whatever stands between words, and one at both ends."""
    words = _BETWEEN.sub(" ", text.casefold())
    return f" {words.strip()} "
