"""Walking the tree: subjects, objects, control, and clauses that the parser swallowed."""

import pytest
from spacy.lang.en import English
from spacy.tokens import Doc

from dragoman.syntax import trees
from dragoman.syntax.parsed import carry
from dragoman.vocab import shipped

VOCAB = English().vocab


def parse(*rows: tuple[str, str, str, int, str]) -> Doc:
    """Make a parsed sentence of (word, tag, part of speech, head, relation); the lemma is the word."""
    words, tags, pos, heads, deps = (list(column) for column in zip(*rows, strict=True))
    lemmas = [word.lower() for word in words]
    return carry(Doc(VOCAB, words=words, tags=tags, pos=pos, heads=heads, deps=deps, lemmas=lemmas), shipped())


URGE = parse(
    ("Togo", "NNP", "PROPN", 1, "nsubj"), ("urge", "VBD", "VERB", 1, "ROOT"), ("Benin", "NNP", "PROPN", 1, "obj"),
    ("to", "TO", "PART", 4, "mark"), ("disarm", "VB", "VERB", 1, "xcomp"), (".", ".", "PUNCT", 1, "punct"),
)  # fmt: skip


def test_the_object_of_a_control_verb_is_the_subject_of_its_infinitive() -> None:
    assert trees.surface_subject(URGE[4]) == URGE[2]


def test_the_addressee_of_call_on_is_the_subject_of_its_infinitive() -> None:
    doc = parse(
        ("Togo", "NNP", "PROPN", 1, "nsubj"), ("call", "VBD", "VERB", 1, "ROOT"), ("on", "IN", "ADP", 3, "case"),
        ("Benin", "NNP", "PROPN", 1, "obl"), ("to", "TO", "PART", 5, "mark"), ("disarm", "VB", "VERB", 1, "xcomp"),
    )  # fmt: skip
    assert trees.surface_subject(doc[5]) == doc[3]


def test_a_statement_condemns_in_the_name_of_who_issued_it() -> None:
    doc = parse(
        ("Togo", "NNP", "PROPN", 1, "nsubj"), ("issue", "VBD", "VERB", 1, "ROOT"), ("a", "DT", "DET", 3, "det"),
        ("statement", "NN", "NOUN", 1, "obj"),
        ("condemning", "VBG", "VERB", 3, "acl"), ("Benin", "NNP", "PROPN", 4, "obj"),
    )  # fmt: skip
    assert trees.agents(doc[4]) == [doc[0]]


@pytest.mark.parametrize("relation", ["compound", "nsubj"])
def test_a_name_before_a_participle_is_the_subject_of_a_swallowed_clause(relation: str) -> None:
    doc = parse(
        ("Togo", "NNP", "PROPN", 2, relation),
        ("mobilised", "VBN", "VERB", 2, "amod"), ("reservists", "NNS", "NOUN", 2, "ROOT"),
    )  # fmt: skip
    assert (trees.agents(doc[1]), trees.patients(doc[1])) == ([doc[0]], [doc[2]])


def test_a_participle_after_a_determiner_stays_passive() -> None:
    doc = parse(
        ("the", "DT", "DET", 2, "det"), ("arrested", "VBN", "VERB", 2, "amod"), ("men", "NNS", "NOUN", 2, "ROOT")
    )
    assert (trees.agents(doc[1]), trees.patients(doc[1])) == ([], [doc[2]])


def test_in_the_passive_the_subject_is_the_patient_and_the_by_phrase_the_agent() -> None:
    doc = parse(
        ("Togo", "NNP", "PROPN", 2, "nsubj:pass"), ("was", "VBD", "AUX", 2, "aux:pass"),
        ("attacked", "VBN", "VERB", 2, "ROOT"), ("by", "IN", "ADP", 4, "case"),
        ("rebels", "NNS", "NOUN", 2, "obl:agent"),
    )  # fmt: skip
    assert (trees.agents(doc[2]), trees.patients(doc[2])) == ([doc[4]], [doc[0]])


def test_a_bare_participle_behind_an_object_describes_it() -> None:
    doc = parse(
        ("Rebels", "NNS", "NOUN", 1, "nsubj"), ("freed", "VBD", "VERB", 1, "ROOT"),
        ("priests", "NNS", "NOUN", 1, "obj"),
        ("kidnapped", "VBD", "VERB", 1, "advcl"), ("earlier", "RBR", "ADV", 3, "advmod"),
    )  # fmt: skip
    assert (trees.agents(doc[3]), trees.patients(doc[3])) == ([], [doc[2]])


def test_a_preposition_on_the_number_is_the_nouns() -> None:
    doc = parse(
        ("pay", "VB", "VERB", 0, "ROOT"), ("to", "IN", "ADP", 2, "case"), ("67", "CD", "NUM", 3, "nummod"),
        ("nationals", "NNS", "NOUN", 0, "obl"),
    )  # fmt: skip
    assert trees.obliques(doc[0]) == [("to", doc[3])]
