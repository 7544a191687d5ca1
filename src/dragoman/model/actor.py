"""Who acts: a state, an organisation or an armed group, and the person who speaks for it."""

from msgspec import Struct


class Actor(Struct, frozen=True, kw_only=True):
    """An actor as named in a text.

    `code` is an ISO 3166-1 alpha-3 code, an ISO 3166-3 code of a former state, or a fixed code of
    an organisation (UNO, NATO, EUU …); None when nothing resolves the words: they are never guessed.
    `sector` is a PLOVER sector (GOV, MIL, REB …). `antecedent` is the start offset of the words that a
    pronoun or short reference stands for.
    """

    text: str
    start: int
    end: int
    code: str | None = None
    sector: str | None = None
    name: str | None = None
    office: str | None = None
    antecedent: int | None = None
