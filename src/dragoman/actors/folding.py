"""Fold a text for matching: same length, lower case, no accents, every sign that is no letter or digit a space."""

import unicodedata


class _Folding(dict[int, str]):
    """Map a character to its folded form, worked out once for each character."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        base = unicodedata.normalize("NFD", char)[0].lower()
        folded = base if base.isalnum() and len(base) == 1 else (char if char.isalnum() else " ")
        self[code] = folded
        return folded


_FOLDING = _Folding()


def fold(text: str) -> str:
    """Return `text` folded, character for character: `len(fold(text)) == len(text)`."""
    return text.translate(_FOLDING)
