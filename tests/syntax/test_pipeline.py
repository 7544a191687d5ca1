import json
from pathlib import Path

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from dragoman.errors import LanguageError
from dragoman.syntax.morphology import Morphology, context_mark, context_of
from dragoman.syntax.pipeline import MODEL, load


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load()


def relations(doc: Doc) -> set[tuple[str, str, str]]:
    return {(token.text, token.dep_, token.head.text) for token in doc}


def test_is_loaded_once() -> None:
    assert load() is load()


def test_missing_folder_is_reported(tmp_path: Path) -> None:
    with pytest.raises(LanguageError, match=r"holds no config\.cfg"):
        load(tmp_path)


def test_damaged_folder_is_reported(tmp_path: Path) -> None:
    (tmp_path / "config.cfg").write_text("[nlp]\n", encoding="utf-8")

    with pytest.raises(LanguageError, match="cannot be read"):
        load(tmp_path)


def test_tree_of_an_active_sentence(nlp: Language) -> None:
    found = relations(nlp("Chile recalled its ambassador on Tuesday."))

    assert {
        ("Chile", "nsubj", "recalled"),
        ("ambassador", "obj", "recalled"),
        ("Tuesday", "obl", "recalled"),
    } <= found


def test_tree_of_a_passive_with_its_agent(nlp: Language) -> None:
    found = relations(nlp("Two envoys were expelled by Norway."))

    assert {("envoys", "nsubj:pass", "expelled"), ("Norway", "obl:agent", "expelled")} <= found


def test_tags_parts_and_lemmas(nlp: Language) -> None:
    doc = nlp("Peru's ministers visited the embassies.")

    assert [token.tag_ for token in doc] == ["NNP", "POS", "NNS", "VBD", "DT", "NNS", "."]
    assert [token.pos_ for token in doc] == ["PROPN", "PART", "NOUN", "VERB", "DET", "NOUN", "PUNCT"]
    assert [token.lemma_ for token in doc] == ["Peru", "'s", "minister", "visit", "the", "embassy", "."]


def test_no_label_of_the_tagger_is_left(nlp: Language) -> None:
    assert not any("|" in token.tag_ for token in nlp("If they do not leave, we will.\n\nThat is all."))


@pytest.mark.parametrize(
    ("text", "word", "features"),
    [
        ("They visited Lima.", "visited", {"Mood": "Ind", "Tense": "Past", "VerbForm": "Fin"}),
        ("They were invited by Peru.", "invited", {"VerbForm": "Part", "Voice": "Pass"}),
        ("They have refused the offer.", "refused", {"VerbForm": "Part", "Tense": "Past"}),
        ("They agreed to meet.", "meet", {"VerbForm": "Inf"}),
        ("They will meet in May.", "meet", {"VerbForm": "Inf"}),
        ("They are talking to Peru.", "talking", {"VerbForm": "Part", "Tense": "Pres"}),
        ("Three ministers resigned.", "ministers", {"Number": "Plur"}),
    ],
)
def test_features(nlp: Language, text: str, word: str, features: dict[str, str]) -> None:
    token = next(token for token in nlp(text) if token.text == word)

    assert features.items() <= token.morph.to_dict().items()


def test_perfect_is_not_passive(nlp: Language) -> None:
    token = nlp("They have refused the offer.")[2]

    assert token.morph.get("Voice") == []


def test_sentences_come_from_the_parser(nlp: Language) -> None:
    doc = nlp("The envoy left. The embassy was closed.")

    assert [sentence.text for sentence in doc.sents] == ["The envoy left.", "The embassy was closed."]


def test_run_of_signs_is_one_word(nlp: Language) -> None:
    assert [token.text for token in nlp("Stop!!! ===== Go")] == ["Stop", "!!!", "=====", "Go"]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "word", "…"])
def test_hardly_any_text(nlp: Language, text: str) -> None:
    assert nlp(text).text == text


def test_endless_sentence_is_parsed(nlp: Language) -> None:
    doc = nlp("the envoy of the king said that " * 300)

    assert len(doc) == 2100
    assert all(token.head.i in range(2100) for token in doc)


def test_pipe_gives_what_single_calls_give(nlp: Language) -> None:
    texts = ["Norway protested.", "Two envoys were expelled by Norway.", ""]

    assert [doc.to_json() for doc in nlp.pipe(texts)] == [nlp(text).to_json() for text in texts]


def test_shipped_scores_were_reached() -> None:
    """The recipe writes the scores; a pipeline that parses news much worse than the last one must not ship."""
    scores = json.loads((MODEL / "scores.json").read_text(encoding="utf-8"))["sentences given"]

    assert scores["PUD news"]["las_unpointed"] > 84
    assert scores["EWT test"]["las"] > 81


def test_shipped_pipeline_is_small() -> None:
    assert sum(file.stat().st_size for file in MODEL.rglob("*") if file.is_file()) < 20e6


def test_marks_of_a_verb_make_its_context() -> None:
    marks = {context_mark("aux", "have"), context_mark("aux:pass", "been"), context_mark("nsubj:pass", "envoys")}

    assert context_of("ROOT", marks) == "root have pass"


def test_context_decides_before_form_and_label(nlp: Language) -> None:
    morphology = Morphology(nlp.vocab)
    morphology.fill({"VB|VERB": "A=1"}, {"VB|VERB": {"go": "A=2"}}, {"VB|VERB": {"root to": "A=3"}})

    assert [morphology.features("VB|VERB", *key) for key in (("go", "root to"), ("go", ""), ("be", ""))] == [
        "A=3",
        "A=2",
        "A=1",
    ]


def test_missing_feature_table_is_reported(nlp: Language, tmp_path: Path) -> None:
    with pytest.raises(LanguageError, match=r"morphology\.msgpack is missing"):
        Morphology(nlp.vocab).from_disk(tmp_path)
