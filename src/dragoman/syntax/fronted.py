"""A time that opens a sentence without a comma: "In 2019 troops crossed the border".

The parser takes the subject for the noun of the time ("2019 troops") and the verb is left without one. With the comma
it parses such sentences right, so the sentence is parsed once more with a comma in place of the space.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.syntax.trees import PASSIVE_SUBJECTS, SUBJECTS, children
from dragoman.vocab import Vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

YEARS = range(1000, 2200)
"""Four figures in this range may be a year."""

LONGEST = 4
"""Words of a fronted time: "Monday March 4 2019"."""


def fronted_time(doc: Doc, vocabulary: Vocabulary) -> int | None:
    """Give the place of the last word of a time that opens the sentence and took its subject, or None."""
    last = 0
    while last + 1 < min(len(doc), LONGEST + 1) and _of_time(doc[last + 1], vocabulary):
        last += 1
    if not last or doc[0].pos_ != "ADP" or last + 1 == len(doc) or not doc[last].whitespace_:
        return None
    noun = doc[last].head
    if noun.i <= last or doc[last + 1].pos_ not in ("NOUN", "PROPN", "ADJ", "NUM", "VERB"):
        return None
    verb = noun.head
    subjectless = noun.dep_.startswith("obl") and not children(verb, *SUBJECTS, *PASSIVE_SUBJECTS, "expl")
    return last if subjectless or noun.dep_ == "ROOT" else None


def _of_time(token: Token, vocabulary: Vocabulary) -> bool:
    """Tell whether a word may be part of a date: a month, a weekday, a day of the month, a year."""
    if token.text.isdigit():
        return len(token) <= 2 or int(token.text) in YEARS
    classes, word = vocabulary.times.classes, token.lower_
    return token.text[0].isupper() and (word in classes["MONTHFULL"] or word in classes["WEEKDAYFULL"])


def parted(doc: Doc, place: int) -> Doc:
    """Give the sentence unparsed, as one, with a comma in place of the space behind word `place`: no offset moves."""
    from spacy.tokens import Doc

    words = [token.text for token in doc]
    spaces = [bool(token.whitespace_) for token in doc]
    words.insert(place + 1, ",")
    spaces[place] = False
    spaces.insert(place + 1, False)
    apart = Doc(doc.vocab, words=words, spaces=spaces)
    for token in apart[1:]:
        token.is_sent_start = False
    return apart
