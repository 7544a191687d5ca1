"""Two questions on words alone: which actors a phrase names, and how sure the word at an offset is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from dragoman.actors.countries import country_of
from dragoman.actors.dates import first_day
from dragoman.actors.flat import resolve_phrase
from dragoman.coding.predicates import light_verb
from dragoman.coding.status import assess
from dragoman.errors import InputError
from dragoman.model.dates import date_of_row
from dragoman.syntax.parsed import carry
from dragoman.syntax.pipeline import load
from dragoman.vocab import Vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


class PhraseActor(Struct, frozen=True):
    """An actor of a phrase: its words, code, PLOVER sector, and the person's name if one is known."""

    text: str
    code: str | None
    sector: str | None
    name: str | None


class Resolved(Struct, frozen=True):
    """The actors of a phrase; `country` and `sector` are the first that one of them has, or empty."""

    country: str
    sector: str
    actors: tuple[PhraseActor, ...]


class Assessed(Struct, frozen=True):
    """How sure a word is: status, FactBank's axes, and the number from -3 (surely not) to 3 (surely)."""

    status: str
    polarity: str
    certainty: str
    tense: str
    factuality: float


def resolved(phrase: str, on: str | None, vocabulary: Vocabulary) -> Resolved:
    """Give the actors of a phrase as of a date: EDTF, or written out as "12 April 2022"; None means today.

    Raises DateError if that is no date.
    """
    day = None
    if on:
        written = first_day(on, vocabulary) if " " in on.strip() else None
        day = date_of_row(written or on)
    actors = resolve_phrase(phrase, day, vocabulary)
    country = next((country_of(actor.code, vocabulary) for actor in actors if actor.code), "")
    sector = next((actor.sector for actor in actors if actor.sector), "")
    return Resolved(country, sector, tuple(PhraseActor(a.text, a.code, a.sector, a.name) for a in actors))


def assessed(text: str, start: int, end: int, vocabulary: Vocabulary) -> Assessed:
    """Give how sure the word at two character offsets of a text is. Raises InputError if there is none."""
    check_offsets(text, start, end)
    return assessed_in(carry(load()(text), vocabulary), start, end)


def check_offsets(text: str, start: int, end: int) -> None:
    """Raise InputError unless two character offsets hold a word of a text."""
    if not 0 <= start < end <= len(text):
        raise InputError(f"the offsets are {start} and {end}; write whole numbers 0 <= start < end <= {len(text)}")
    if not text[start:end].strip():
        raise InputError(f"there is no word at {start}-{end}, only white space; give the offsets of a word")


def assessed_in(doc: Doc, start: int, end: int) -> Assessed:
    """Give how sure the word at two offsets of a parsed text is; `check_offsets` holds of them."""
    word = word_at(doc, start, end)
    found = assess(word, light_verb(word) if word.pos_ in ("NOUN", "PROPN") else None)
    axes = found.axes
    return Assessed(axes.status, axes.polarity, axes.certainty, axes.tense, found.factuality)


def word_at(doc: Doc, start: int, end: int) -> Token:
    """Give the syntactic head of the words that overlap two character offsets."""
    inside = [token for token in doc if token.idx < end and token.idx + len(token) > start and not token.is_space]
    return next(token for token in inside if token.head == token or token.head not in inside)
