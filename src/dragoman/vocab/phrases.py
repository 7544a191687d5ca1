"""Compile the phrases of treaty texts to regular expressions; `FORMAT.md` tells the notation."""

import re
from collections.abc import Mapping, Sequence

from dragoman.errors import VocabError

GAP = re.compile(r"…(\d+)")
CLASS = re.compile(r"<([a-z-]+)>")
ANY_WORD = r"\w+"
BETWEEN = r"\W+"

Classes = Mapping[str, Sequence[str]]


def compiled(text: str, known: Classes) -> re.Pattern[str]:
    """Compile a phrase with word classes; raises VocabError if it names no class of them."""
    return re.compile(rf"\b{expression(text, known)}\b", re.IGNORECASE)


def expression(text: str, known: Classes, above: tuple[str, ...] = ()) -> str:
    """Translate a phrase to a regular expression without its word boundaries.

    Raises VocabError, naming the phrase, for a class that is unknown or holds itself, and for a gap at an end.
    """
    tokens = text.split()
    if not tokens or GAP.fullmatch(tokens[0]) or GAP.fullmatch(tokens[-1]):
        raise VocabError(f"phrase {text!r}: begins or ends with a gap, or is empty; begin and end it with a word")
    parts = []
    for token in tokens[:-1]:
        gap = GAP.fullmatch(token)
        parts.append(rf"(?:{ANY_WORD}{BETWEEN}){{0,{gap[1]}}}?" if gap else _token(token, text, known, above) + BETWEEN)
    return "".join(parts) + _token(tokens[-1], text, known, above)


def _token(token: str, text: str, known: Classes, above: tuple[str, ...]) -> str:
    choices = [_choice(choice, text, known, above) for choice in token.split("|")]
    return f"(?:{'|'.join(choices)})"


def _choice(choice: str, text: str, known: Classes, above: tuple[str, ...]) -> str:
    named = CLASS.fullmatch(choice)
    if named is None:
        return rf"{re.escape(choice.removesuffix('*'))}\w*" if choice.endswith("*") else rf"{re.escape(choice)}\b"
    name = named[1]
    if name not in known or name in above:
        raise VocabError(f"phrase {text!r}: no class <{name}>, or one that holds itself; see classes.yaml")
    return "(?:" + "|".join(expression(member, known, (*above, name)) for member in known[name]) + ")"
