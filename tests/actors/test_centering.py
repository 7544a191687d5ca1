"""What a sentence goes on about: pronouns, "the government" and bare titles follow the sentence before."""

import pytest
import spacy
from spacy.tokens import Doc

from dragoman.actors.finder import ActorFinder
from dragoman.actors.flat import resolve_phrase
from dragoman.model.actor import Actor
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
def last(vocabulary, tree):
    def read(*sentences: str, word: int, on: str | None = None) -> list[Actor]:
        """Read sentences in order and give the actors at a word (counted from 1) of the last one."""
        docs = [tree(rows) for rows in sentences]
        finder = ActorFinder(" ".join(doc.text for doc in docs), on, vocabulary)
        place = 0
        for doc in docs[:-1]:
            finder.begin(doc, place)
            place += len(doc.text) + 1
        return list(finder.actors_at(docs[-1][word - 1], place))

    return read


CHILE_PERU = "Chile/PROPN/nsubj/2 warned/VERB/root/0 Peru/PROPN/obj/2 ./PUNCT/punct/2"
MACRON_BIDEN = "Macron/PROPN/nsubj/2 hosted/VERB/root/0 Biden/PROPN/obj/2 ./PUNCT/punct/2"


def test_a_pronoun_takes_the_subject_of_the_sentence_before(last):
    it = "It/PRON/nsubj/2 mobilised/VERB/root/0"

    assert [(actor.code, actor.antecedent) for actor in last(CHILE_PERU, it, word=1)] == [("CHL", 0)]


def test_a_possessive_is_not_who_stands_beside_its_noun(last):
    """ "His second dinner with Macron" is Biden's, though Macron was the subject."""
    his = "His/PRON/nmod:poss/2 dinner/NOUN/nsubj/5 with/ADP/case/4 Macron/PROPN/nmod/2 ended/VERB/root/0"

    assert [actor.name for actor in last(MACRON_BIDEN, his, word=1, on="2023-02-01")] == ["Joe Biden"]


def test_an_object_is_not_the_subject_of_its_clause(last):
    him = "Macron/PROPN/nsubj/2 thanked/VERB/root/0 him/PRON/obj/2"

    assert [actor.name for actor in last(MACRON_BIDEN, him, word=3, on="2023-02-01")] == ["Joe Biden"]


def test_they_are_the_joint_subject(last):
    both = "Chile/PROPN/nsubj/4 and/CCONJ/cc/3 Peru/PROPN/conj/1 agreed/VERB/root/0 ./PUNCT/punct/4"

    assert [actor.code for actor in last(both, "They/PRON/nsubj/2 signed/VERB/root/0", word=1)] == ["CHL", "PER"]


def test_a_pronoun_that_opens_a_sentence_takes_its_subject(last):
    doc = "In/ADP/case/3 its/PRON/nmod:poss/3 note/NOUN/obl/5 Chile/PROPN/nsubj/5 warned/VERB/root/0 Peru/PROPN/obj/5"

    assert [actor.code for actor in last(CHILE_PERU.replace("Chile", "Bolivia"), doc, word=2)] == ["CHL"]


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ("The/DET/det/2 government/NOUN/nsubj/3 recalled/VERB/root/0 envoys/NOUN/obj/3", "CHL"),
        ("The/DET/det/2 government/NOUN/nsubj/3 blamed/VERB/root/0 Bolivia/PROPN/obj/3", "CHL"),
        ("The/DET/det/2 government/NOUN/nsubj/3 blamed/VERB/root/0 Chile/PROPN/obj/3", None),
        ("The/DET/det/2 army/NOUN/nsubj/3 fired/VERB/root/0 in/ADP/case/5 Bolivia/PROPN/obl/3", "CHL"),
        ("The/DET/det/2 police/NOUN/nsubj/3 fired/VERB/root/0 in/ADP/case/5 Bolivia/PROPN/obl/3", "BOL"),
    ],
)
def test_the_government_is_that_of_the_subject_before_unless_it_is_the_other_side(last, rows, code):
    assert [actor.code for actor in last(CHILE_PERU, rows, word=2)] == [code]


def test_a_conjunct_of_an_unknown_name_does_not_lend_its_state(last):
    doc = "Jane/PROPN/nsubj/6 Roe/PROPN/flat/1 and/CCONJ/cc/4 Emmanuel/PROPN/conj/2 Macron/PROPN/flat/4 met/VERB/root/0"

    assert [(actor.text, actor.code) for actor in last(doc, word=1)] == [("Jane Roe", None)]


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ("Chile/PROPN/nsubj/2 backed/VERB/root/0 Peru/PROPN/obj/2", "CHL"),
        ("Chile/PROPN/nsubj/2 made/VERB/root/0 peace/NOUN/obj/2", "CHL"),
    ],
)
def test_a_verb_after_a_name_does_not_make_it_a_sponsor(last, rows, code):
    assert [actor.code for actor in last(rows, word=1)] == [code]


def test_a_title_before_an_unknown_name_is_not_who_holds_the_office(last):
    doc = "French/ADJ/amod/2 President/PROPN/nsubj/5 Jane/PROPN/flat/2 Roe/PROPN/flat/2 spoke/VERB/root/0"
    alone = "The/DET/det/3 French/ADJ/amod/3 president/NOUN/nsubj/4 spoke/VERB/root/0"

    assert [actor.name for actor in last(doc, word=2, on="2023-02-01")] == [None]
    assert [actor.name for actor in last(alone, word=3, on="2023-02-01")] == ["Emmanuel Macron"]


TALKS = "Chile/PROPN/nsubj/4 and/CCONJ/cc/3 Peru/PROPN/conj/1 met/VERB/root/0 in/ADP/case/6 Oslo/PROPN/obl/4 ./X/x/4"


def test_the_place_of_talks_is_none_of_the_two_countries(last):
    two = "The/DET/det/3 two/NUM/nummod/3 countries/NOUN/nsubj/4 agreed/VERB/root/0"

    assert [(actor.code, actor.antecedent) for actor in last(TALKS, two, word=3)] == [("CHL", 0), ("PER", 10)]


def test_two_named_together_come_before_the_last_two_named(last):
    chorus = "Bolivia/PROPN/nsubj/2 waited/VERB/root/0 ./PUNCT/punct/2"
    both = "Both/DET/det/2 sides/NOUN/nsubj/3 agreed/VERB/root/0"

    assert [actor.code for actor in last(TALKS, chorus, both, word=2)] == ["CHL", "PER"]


def test_what_belongs_to_both_is_of_both(last):
    of = "Armies/NOUN/nsubj/6 of/ADP/case/5 the/DET/det/5 two/NUM/nummod/5 sides/NOUN/nmod/1 fired/VERB/root/0"

    assert [(actor.code, actor.sector) for actor in last(TALKS, of, word=1)] == [("CHL", "MIL"), ("PER", "MIL")]


@pytest.mark.parametrize(
    ("text", "when", "expected"),
    [
        ("Jimmy Carter", "1978-05", ("USA", "GOV", "Jimmy Carter")),
        ("Jimmy Carter", "1999", ("USA", "ELI", "Jimmy Carter")),
        ("former president Jimmy Carter", "1978-05", ("USA", "ELI", "Jimmy Carter")),
        ("the Russian president", "1995-03", ("RUS", "GOV", "Boris Yeltsin")),
        ("Moscow", "1975", ("SUN", "GOV", None)),
        ("Moscow", "2000-07", ("RUS", "GOV", None)),
        ("Moscow", None, ("RUS", "GOV", None)),
    ],
)
def test_actors_are_what_they_were_at_the_time_of_the_event(vocabulary, text, when, expected):
    finder = ActorFinder(text, "2024-06-19", vocabulary)
    actor = finder.at_time(resolve_phrase(text, "2024-06-19", vocabulary)[0], when)

    assert (actor.code, actor.sector, actor.name) == expected


def test_who_speaks_of_the_president_from_inside_means_the_own_one(last):
    rows = "Kenyan/ADJ/amod/2 rebels/NOUN/nsubj/3 blamed/VERB/root/0 the/DET/det/5 president/NOUN/obj/3"

    assert [(actor.code, actor.sector) for actor in last(CHILE_PERU, rows, word=5)] == [("KEN", "GOV")]


def test_police_without_an_article_follow_the_text_past_a_foreign_embassy(last):
    rows = "Police/NOUN/nsubj/2 guarded/VERB/root/0 the/DET/det/5 Mexican/ADJ/amod/5 embassy/NOUN/obj/2"

    assert [actor.code for actor in last(CHILE_PERU, rows, word=1)] == ["CHL"]


def test_the_two_countries_are_no_armed_group_and_both_sides_not_who_urges_them(last):
    group = "Hamas/PROPN/nsubj/4 and/CCONJ/cc/3 Chile/PROPN/conj/1 met/VERB/root/0 ./X/x/4"
    two = "The/DET/det/3 two/NUM/nummod/3 countries/NOUN/nsubj/4 agreed/VERB/root/0"
    urged = "Bolivia/PROPN/nsubj/2 urged/VERB/root/0 both/DET/det/4 sides/NOUN/obj/2 on/ADV/advmod/2"

    assert [actor.code for actor in last(CHILE_PERU, group, two, word=3)] == ["CHL", "PER"]
    assert [actor.code for actor in last(TALKS, urged, word=4)] == ["CHL", "PER"]


def test_pronouns_that_could_stand_for_each_other_come_to_an_end(last):
    rows = (
        "In/ADP/case/3 his/PRON/nmod:poss/3 speech/NOUN/obl/6 his/PRON/nmod:poss/5 aide/NOUN/nsubj/6 spoke/VERB/root/0"
    )

    assert [actor.code for actor in last(CHILE_PERU, rows, word=2)] == [None]


def test_a_long_chain_of_bare_governments_comes_to_an_end(last):
    rows = "The/DET/det/2 government/NOUN/nsubj/3 agreed/VERB/root/0 ./X/x/3"

    assert [actor.code for actor in last(CHILE_PERU, *[rows] * 3, word=2)] == ["CHL"]
    assert len(last(*[rows] * 300, word=2)) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("spokesman for the Turkish foreign ministry", [("TUR", "GOV")]),
        ("Serbs of Bosnia", [("BIH", None)]),
        ("Serbs in Bosnia", [("SRB", None)]),
    ],
)
def test_belonging_is_told_by_of_and_for(vocabulary, text, expected):
    assert [(actor.code, actor.sector) for actor in resolve_phrase(text, None, vocabulary)] == expected


def test_he_is_the_first_of_a_joint_subject(last):
    both = "Macron/PROPN/nsubj/4 and/CCONJ/cc/3 Biden/PROPN/conj/1 met/VERB/root/0 ./X/x/4"

    assert [actor.name for actor in last(both, "He/PRON/nsubj/2 left/VERB/root/0", word=1, on="2023-02-01")] == [
        "Emmanuel Macron"
    ]


def test_a_possessive_in_a_conjunct_takes_the_first_conjunct(last):
    rows = "Macron/PROPN/nsubj/5 and/CCONJ/cc/4 his/PRON/nmod:poss/4 aide/NOUN/conj/1 left/VERB/root/0"

    assert [actor.name for actor in last(rows, word=3, on="2023-02-01")] == ["Emmanuel Macron"]


def test_he_and_him_in_one_clause_are_two(last):
    rows = "He/PRON/nsubj/2 thanked/VERB/root/0 him/PRON/obj/2"

    assert [actor.name for actor in last(MACRON_BIDEN, rows, word=3, on="2023-02-01")] == ["Joe Biden"]


def test_a_body_that_nothing_names_is_taken_up_without_a_code(last):
    rows = "The/DET/det/2 group/NOUN/nsubj/3 left/VERB/root/0 its/PRON/nmod:poss/5 base/NOUN/obj/3"

    assert [actor.code for actor in last(CHILE_PERU, rows, word=4)] == [None]


def test_two_sides_may_be_of_one_state(last):
    pact = "Hamas/PROPN/nsubj/4 and/CCONJ/cc/3 Palestine/PROPN/conj/1 met/VERB/root/0 ./X/x/4"
    both = "Both/DET/det/2 sides/NOUN/nsubj/3 agreed/VERB/root/0"

    assert [(actor.code, actor.name) for actor in last(pact, both, word=2)] == [("PSE", "Hamas"), ("PSE", None)]


def test_a_title_and_the_known_name_after_it_are_one_whatever_the_parser_says(last):
    rows = "Chancellor/PROPN/nsubj/4 Olaf/PROPN/dep/3 Scholz/PROPN/dep/4 left/VERB/root/0"

    assert [(actor.text, actor.code) for actor in last(rows, word=1, on="2023-02-01")] == [
        ("Chancellor Olaf Scholz", "DEU")
    ]
