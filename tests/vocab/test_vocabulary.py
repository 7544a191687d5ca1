"""A vocabulary is one object: two of them in one process do not mix."""

import shutil
from pathlib import Path

import pytest

from dragoman.coding.coder import Coder
from dragoman.errors import VocabError
from dragoman.model.document import Document
from dragoman.vocab import Vocabulary, shipped
from dragoman.vocab.tables import SHIPPED, Folder

RECALL = "Norway recalled its ambassador to Iran."
FREEDONIA = "Freedonia expelled three Iranian diplomats."
KEPT = "Norway condemned Iran."
"""What both vocabularies read alike."""


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """A copy of the tables in which nobody recalls an ambassador, and Norway is called Freedonia too."""
    place = tmp_path / "data"
    shutil.copytree(str(SHIPPED), place)
    frames = place / "en" / "events" / "SANCTION.yaml"
    text = frames.read_text(encoding="utf-8")
    assert '- "recall"\n' in text
    frames.write_text(text.replace('- "recall"\n', '- "unrecall"\n', 1), encoding="utf-8")
    with (place / "en" / "actors" / "names.csv").open("a", encoding="utf-8") as names:
        names.write("Freedonia,NOR,country,,,,,\n")
    return Folder(place, "copy")


def told(vocabulary: Vocabulary) -> list[list[tuple[str, list[str | None]]]]:
    """Give for each of the sentences the rules of its events, each with the codes of the actors."""
    documents = [Document(id=str(at), text=text) for at, text in enumerate((RECALL, FREEDONIA, KEPT))]
    return [
        [(event.rule, [actor.code for actor in event.actors]) for event in reading.events]
        for reading in Coder(vocabulary).read_all(documents)
    ]


BEFORE = [[("SANCTION.withdraw", ["NOR"])], [("SANCTION.expel", [None])], [("ACCUSE.condemn", ["NOR"])]]
AFTER = [[], [("SANCTION.expel", ["NOR"])], [("ACCUSE.condemn", ["NOR"])]]


def test_two_vocabularies_read_the_same_words_each_in_its_own_way(folder: Folder) -> None:
    changed, plain = Vocabulary(folder=folder), Vocabulary()

    assert [told(one) for one in (changed, plain, changed, plain)] == [AFTER, BEFORE, AFTER, BEFORE]


def test_the_order_in_which_they_are_made_does_not_matter(folder: Folder) -> None:
    plain = Vocabulary()
    before = told(plain)
    changed = Vocabulary(folder=folder)

    assert [before, told(changed), told(plain), told(shipped())] == [BEFORE, AFTER, BEFORE, BEFORE]


def test_coders_at_work_beside_each_other_do_not_mix(folder: Folder) -> None:
    coders = [Coder(Vocabulary(folder=folder)), Coder(Vocabulary())]
    streams = [coder.read_all(Document(id=str(at), text=RECALL) for at in range(3)) for coder in coders]

    assert [[len(reading.events) for reading in pair] for pair in zip(*streams, strict=True)] == [[0, 1]] * 3


def test_the_tables_of_the_shipped_vocabulary_stay_as_they_are(folder: Folder) -> None:
    changed = Vocabulary(folder=folder)
    names = {name.alias for name in changed.actors.names} ^ {name.alias for name in shipped().actors.names}
    triggers = changed.events.by_trigger.keys() ^ shipped().events.by_trigger.keys()

    assert names == {"Freedonia"}
    assert {word for _, word in triggers} >= {"unrecall"}
    assert ("verb", "unrecall") not in shipped().events.by_trigger


@pytest.mark.parametrize("language", ["fr", "world", "", "../en"])
def test_a_language_without_tables_is_refused(language: str) -> None:
    with pytest.raises(VocabError) as caught:
        Vocabulary(language)

    assert str(caught.value).startswith(f"vocab/data/{language}: no tables for the language {language!r}; use one of ")
    assert "['en']" in str(caught.value)


def test_what_is_made_is_made_once_for_each_vocabulary() -> None:
    made: list[Vocabulary] = []

    def count(vocabulary: Vocabulary) -> int:
        made.append(vocabulary)
        return len(made)

    one, other = Vocabulary(), Vocabulary()

    assert [v.made(count) for v in (one, other, one, other)] == [1, 2, 1, 2]
    assert made == [one, other]


def test_the_shipped_vocabulary_is_one_object() -> None:
    assert shipped() is shipped()
    assert (shipped().language, shipped().words.name, shipped().world.name) == (
        "en", "vocab/data/en", "vocab/data/world"
    )  # fmt: skip
