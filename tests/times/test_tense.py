"""Which way a sentence looks from a time."""

import pytest

from dragoman.times.grammar import TimeGrammar
from dragoman.times.tense import direction
from dragoman.vocab import Vocabulary


def _direction(marked: str, vocabulary: Vocabulary, infinitives: bool = False) -> str | None:
    """Give the direction at the word in brackets."""
    before, _, rest = marked.partition("[")
    tokens = vocabulary.made(TimeGrammar).lexicon.tokenize(before + rest.replace("]", ""))
    place = tokens.place(len(before))
    return direction(tokens, place, place + 1, infinitives)


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("The envoy spoke on [Tuesday].", "past"),
        ("The envoy landed [Tuesday].", "past"),
        ("The envoy will speak on [Tuesday].", "future"),
        ("The envoy is to speak on [Tuesday].", "future"),
        ("The envoy plans to speak on [Tuesday].", "future"),
        ("Talks are scheduled for [Tuesday].", "future"),
        ("The envoy said [Monday] that talks will begin.", "past"),
        ("He said that talks will begin [Monday].", "future"),
        ("He will speak. They met [Monday].", "past"),
        ("The navy will send a frigate in [July], the minister said.", "future"),
        ("The pact, signed in [March], will lapse.", "past"),
        ("It may be settled on [Monday].", "future"),
        ("Talks will be held in [May].", "future"),
        ("Talks were held in [May].", "past"),
        ("Talks on [Monday].", None),
        ("Will Hill at sea [Monday].", None),
    ],
)
def test_the_nearest_verb_of_the_sentence_decides(vocabulary: Vocabulary, marked: str, expected: str | None) -> None:
    assert _direction(marked, vocabulary) == expected


def test_an_infinitive_counts_only_where_it_is_asked_for(vocabulary: Vocabulary) -> None:
    marked = "They named three firms for a course to run through [June]."
    assert (_direction(marked, vocabulary), _direction(marked, vocabulary, infinitives=True)) == ("past", "future")
