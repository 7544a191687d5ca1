"""The names component works in the shipped pipeline and in a bare one of others."""

import spacy

from dragoman.actors import names  # noqa: F401  (registers the component)


def test_names_are_found_in_a_pipeline_of_others() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("dragoman_names")

    doc = nlp("NATO and Turkey sent Angela Merkel a letter.")

    assert [(e.text, e.label_, e.kb_id_) for e in doc.ents] == [
        ("NATO", "ORG", "NATO"),
        ("Turkey", "LOC", "TUR"),
        ("Angela Merkel", "PER", "DEU"),
    ]


def test_a_nationality_is_no_name() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("dragoman_names")

    assert nlp("Turkish police arrested two men.").ents == ()
