"""Actors of parsed sentences, and references inside a document. Trees are written by hand."""

import pytest
import spacy
from spacy.tokens import Doc

from dragoman.actors.finder import ActorFinder, has_actor
from dragoman.syntax.parsed import carry

VOCAB = spacy.blank("en").vocab


@pytest.fixture(scope="session")
def tree(vocabulary):
    def build(rows: str) -> Doc:
        """Build a sentence from "word/POS/label/head" items; heads count from 1, 0 is the root."""
        items = [row.split("/") for row in rows.split()]
        doc = Doc(
            VOCAB,
            words=[item[0] for item in items],
            pos=[item[1] for item in items],
            deps=["ROOT" if item[3] == "0" else item[2] for item in items],
            heads=[int(item[3]) - 1 if item[3] != "0" else number for number, item in enumerate(items)],
            tags=["NNS" if item[1] == "NOUN" and item[0].endswith("s") else "NN" for item in items],
        )
        return carry(doc, vocabulary)

    return build


@pytest.fixture(scope="session")
def found(vocabulary):
    def read(doc: Doc, word: int, on: str | None = None, before: str = "") -> list[tuple[str, str | None, str | None]]:
        finder = ActorFinder(before + doc.text, on, vocabulary)
        return [(actor.text, actor.code, actor.sector) for actor in finder.actors_at(doc[word - 1], len(before))]

    return read


def test_a_nationality_gives_the_state_and_the_head_the_sector(tree, found):
    doc = tree("Peruvian/ADJ/amod/2 police/NOUN/nsubj/3 left/VERB/root/0")

    assert found(doc, 2) == [("Peruvian police", "PER", "COP")]


def test_conjuncts_are_separate_actors(tree, found):
    doc = tree("Chile/PROPN/nsubj/4 and/CCONJ/cc/3 Peru/PROPN/conj/1 met/VERB/root/0")

    assert found(doc, 1) == [("Chile", "CHL", None), ("Peru", "PER", None)]


def test_a_bare_conjunct_shares_the_nationality(tree, found):
    doc = tree("French/ADJ/amod/2 police/NOUN/nsubj/5 and/CCONJ/cc/4 soldiers/NOUN/conj/2 left/VERB/root/0")

    assert found(doc, 2) == [("French police", "FRA", "COP"), ("soldiers", "FRA", "MIL")]


def test_joined_modifiers_are_separate_actors(tree, found):
    doc = tree("Polish/ADJ/amod/4 and/CCONJ/cc/3 Czech/ADJ/conj/1 envoys/NOUN/nsubj/5 met/VERB/root/0")

    assert found(doc, 4) == [("Polish", "POL", "GOV"), ("Czech envoys", "CZE", "GOV")]


def test_an_owner_gives_the_state(tree, found):
    doc = tree("Norway/PROPN/nmod:poss/3 's/PART/case/1 navy/NOUN/nsubj/4 sailed/VERB/root/0")

    assert found(doc, 3) == [("Norway 's navy", "NOR", "MIL")]


def test_a_complement_with_of_gives_the_state_and_one_with_to_does_not(tree, found):
    of = tree("residents/NOUN/nsubj/4 of/ADP/case/3 Quito/PROPN/nmod/1 left/VERB/root/0")
    to = tree("envoys/NOUN/nsubj/4 to/ADP/case/3 Quito/PROPN/nmod/1 left/VERB/root/0")

    assert found(of, 1) == [("residents of Quito", "ECU", "CVL")]
    assert found(to, 1)[0][2] == "GOV"


def test_an_apposition_gives_the_state(tree, found):
    doc = tree(
        "Odu/PROPN/nsubj/6 ,/PUNCT/punct/4 Ghana/PROPN/compound/4 envoy/NOUN/appos/1 ,/PUNCT/punct/4 left/VERB/root/0"
    )

    assert found(doc, 1)[0][1:] == ("GHA", "GOV")


def test_a_name_in_two_coordinated_words_is_one_actor(tree, found):
    doc = tree("Bosnia/PROPN/nsubj/4 and/CCONJ/cc/3 Herzegovina/PROPN/conj/1 left/VERB/root/0")

    assert found(doc, 1) == [("Bosnia and Herzegovina", "BIH", None)]


def test_a_pronoun_takes_the_subject_before_it(vocabulary, tree):
    doc = tree("Chile/PROPN/nsubj/2 said/VERB/root/0 it/PRON/nsubj/4 left/VERB/ccomp/2")
    actor = ActorFinder(doc.text, None, vocabulary).actors_at(doc[2], 0)[0]

    assert (actor.text, actor.code, actor.antecedent) == ("it", "CHL", 0)


def test_he_takes_the_person_of_the_sentence_before(vocabulary, tree):
    before = "Vladimir Putin visited Hanoi. "
    doc = tree("He/PRON/nsubj/2 left/VERB/root/0")
    actor = ActorFinder(before + doc.text, "2024-06-20", vocabulary).actors_at(doc[0], len(before))[0]

    assert (actor.name, actor.code, actor.antecedent) == ("Vladimir Putin", "RUS", 0)


def test_a_pronoun_without_antecedent_has_no_code(tree, found):
    doc = tree("They/PRON/nsubj/2 left/VERB/root/0")

    assert found(doc, 1) == [("They", None, None)]


@pytest.mark.parametrize(
    ("rows", "sector"),
    [
        ("The/DET/det/3 two/NUM/nummod/3 countries/NOUN/nsubj/4 met/VERB/root/0", None),
        ("The/DET/det/3 two/NUM/nummod/3 leaders/NOUN/nsubj/4 met/VERB/root/0", "GOV"),
    ],
)
def test_two_countries_are_the_last_two_named(tree, found, rows, sector):
    assert found(tree(rows), 3, before="Chile spoke. Peru and Bolivia agreed. ") == [
        (tree(rows)[:3].text, "PER", sector),
        (tree(rows)[:3].text, "BOL", sector),
    ]


def test_remembered_actors_answer_for_their_country(vocabulary, tree):
    """ "Their envoys" after two remembered countries are the envoys of both."""
    before = "Chile and Peru agreed. "
    first = tree("Chile/PROPN/nsubj/4 and/CCONJ/cc/3 Peru/PROPN/conj/1 agreed/VERB/root/0")
    doc = tree("Their/PRON/nmod:poss/2 envoys/NOUN/nsubj/3 met/VERB/root/0")
    finder = ActorFinder(before + doc.text, None, vocabulary)
    finder.remember(finder.actors_at(first[0], 0))

    assert [actor.code for actor in finder.actors_at(doc[1], len(before))] == ["CHL", "PER"]


def test_a_domestic_actor_belongs_to_the_country_of_the_sentence(vocabulary, tree):
    doc = tree("Rebels/NOUN/nsubj/2 fled/VERB/root/0 near/ADP/case/4 Bogota/PROPN/obl/2")
    actor = ActorFinder(doc.text, None, vocabulary).actors_at(doc[0], 0)[0]

    assert (actor.code, actor.sector, actor.antecedent) == ("COL", "REB", doc.text.index("Bogota"))


def test_a_domestic_actor_between_two_countries_is_not_guessed(tree, found):
    doc = tree("Police/NOUN/nsubj/2 arrested/VERB/root/0 Poles/PROPN/obj/2 and/CCONJ/cc/5 Czechs/PROPN/conj/3")

    assert found(doc, 1) == [("Police", None, "COP")]


@pytest.mark.parametrize(("on", "sector"), [(None, "GOV"), ("1978-05-01", "GOV"), ("1995-05-01", "ELI")])
def test_a_person_in_a_text_without_a_date_is_taken_as_in_office(tree, found, on, sector):
    doc = tree("Jimmy/PROPN/nsubj/3 Carter/PROPN/flat/1 left/VERB/root/0")

    assert found(doc, 1, on) == [("Jimmy Carter", "USA", sector)]


def test_whose_police_arrested_a_foreigner_is_not_guessed(tree, found):
    """Neither a people nor a government that police deal with says whose police they are; who speaks of them does."""
    people = tree("Police/NOUN/nsubj/2 arrested/VERB/root/0 Poles/PROPN/obj/2")
    government = tree("Police/NOUN/nsubj/2 obeyed/VERB/root/0 Polish/ADJ/amod/4 government/NOUN/obj/2")

    assert found(people, 1) == [("Police", None, "COP")]
    assert found(government, 1) == [("Police", None, "COP")]
    assert found(people, 1, before="Chad held a vote. ") == [("Police", "TCD", "COP")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Rebels fled.", True), ("Ghana won.", True), ("The government fell.", True), ("The rain stopped.", False)],
)
def test_has_actor(vocabulary, text, expected):
    assert has_actor(text, vocabulary) is expected
