"""How much or how many a deed is about: "eighteen diplomats", "1,000 troops", "200 million dollars in aid"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.coding.page import Sentence
from dragoman.coding.predicates import Predicate
from dragoman.model.event import Quantity
from dragoman.syntax import trees
from dragoman.vocab import Vocabulary
from dragoman.vocab.word_search import either

if TYPE_CHECKING:
    from spacy.tokens import Token

REACH = 3
"""Nouns between a deed and what it counts: "a batch of 40 boxes of 1,000 masks" is about the boxes."""

COUNTED = frozenset({"nummod", "compound", "quantmod", "advmod"})
"""Relations of the words of a number to what they count."""


class Amounts:
    """Reads numbers and sums of money; `vocabulary.made(Amounts)` makes it once."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        """Take the words of numbers from the time tables, those of money and measures from the grammar."""
        classes, grammar = vocabulary.times.classes, vocabulary.grammar
        self._values = {word: float(value) for word, value in classes["CARDINAL"].items()}
        self._multiples = {word: float(value) for word, value in vocabulary.cues.multiples.items()}
        self.measures = grammar["measures"]
        self.rough = grammar["rough numbers"]
        figure = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
        word = either([*self._values, *self._multiples])
        number = rf"(?:{figure}|\b{word})(?:[ -]?{word}\b)*"
        self.money = re.compile(
            rf"(?P<sign>(?:US|A|C|NZ|HK|S)?[$]|€|£|¥|₩|₹)\s?(?P<signed>{number})"
            rf"|(?P<named>{number}) (?P<unit>(?:(?-i:[A-Z])[\w.]+ )?{either(grammar['currencies'])}s?)\b",
            re.IGNORECASE,
        )

    def value(self, words: str) -> float | None:
        """Give the number that words or figures tell; None if they tell none."""
        total = group = 0.0
        found = False
        for word in re.findall(r"\d[\d,.]*|[^\W\d_]+", words.lower()):
            if word[0].isdigit():
                group += float(word.rstrip(".,").replace(",", ""))
            elif word in self._values:
                group += self._values[word]
            elif word in self._multiples:
                size = self._multiples[word]
                group = max(group, 1.0) * size
                if size >= 1000:
                    total, group = total + group, 0.0
            elif word not in self.rough:
                return None
            else:
                continue
            found = True
        return total + group if found else None


def quantity_of(predicate: Predicate, sentence: Sentence) -> Quantity | None:
    """Give the first quantity that is told of a deed; None if there is none."""
    amounts = sentence.vocabulary.made(Amounts)
    found = [*_sums(predicate, sentence, amounts), *_counts(predicate, sentence, amounts)]
    return min(found, key=lambda one: one.start, default=None)


def _sums(predicate: Predicate, sentence: Sentence, amounts: Amounts) -> Iterator[Quantity]:
    text = sentence.page.document.text
    for match in amounts.money.finditer(text, sentence.start, sentence.end):
        number = amounts.value(match["signed"] or match["named"])
        head = sentence.token_at(*match.span())
        if number is not None and head is not None and _is_told_of(predicate, head):
            unit = match["sign"] or match["unit"].lower()
            yield Quantity(number, unit, _purpose(match.end(), sentence), match.group(), *match.span())


def _counts(predicate: Predicate, sentence: Sentence, amounts: Amounts) -> Iterator[Quantity]:
    calendar = sentence.vocabulary.events.classes["calendar"]
    for noun in sentence.span:
        numbers = [c for c in trees.kids(noun) if c.dep_ == "nummod" and c.i < noun.i]
        if noun.pos_ not in ("NOUN", "PROPN") or not numbers or noun.lemma_.lower() in calendar:
            continue
        start, end = sentence.place(numbers[0].left_edge)[0], sentence.place(numbers[-1])[1]
        told = sentence.page.document.text[start:end]
        number = amounts.value(told)
        if number is None or not _is_told_of(predicate, noun):
            continue
        last = sentence.place(noun)[1]
        measure = noun.lemma_.lower() if noun.lemma_.lower() in amounts.measures else ""
        of = _purpose(last, sentence) if measure else sentence.page.document.text[end:last].strip()
        yield Quantity(number, measure, of, sentence.page.document.text[start:last], start, last)


def _purpose(end: int, sentence: Sentence) -> str:
    """Give what a sum or measure is of: "200 million dollars in aid", "40 tons of rice".

    The noun stands behind "of" or "in" right after it (it ends at the character `end`), whatever the parser hung it on.
    """
    after = next((token for token in sentence.span if sentence.place(token)[0] >= end), None)
    if after is None or after.dep_ != "case" or after.lower_ not in sentence.vocabulary.grammar["purposes"]:
        return ""
    noun = after.head
    if noun.pos_ not in ("NOUN", "PROPN") or noun.i < after.i:
        return ""
    first = next(t for t in noun.doc[after.i + 1 : noun.i + 1] if t.pos_ not in ("DET", "ADP"))
    return sentence.page.document.text[sentence.place(first)[0] : sentence.place(noun)[1]]


def _is_told_of(predicate: Predicate, noun: Token) -> bool:
    """Say whether a noun hangs on a deed without another deed or clause between them."""
    own = {predicate.token, predicate.light}
    for steps, above in enumerate(trees.up(noun), 1):
        if above in own:
            return True
        if above.pos_ in ("VERB", "AUX") or steps > REACH:
            return False
    return False
