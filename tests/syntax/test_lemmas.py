import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from dragoman.errors import LanguageError
from dragoman.syntax.lemmas import Lemmas, rule_lemma
from dragoman.vocab import shipped

GRAMMAR = shipped().grammar
RULES = GRAMMAR.lemma_rules
COLUMNS = ("tag", "suffix", "replacement", "form", "lemma")
ROWS = [row.cells for row in GRAMMAR.folder.rows("lemma_rules.csv", *COLUMNS)]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['tag']}-{row['suffix']}")
def test_each_rule_gives_the_lemma_of_its_example(row: dict[str, str]) -> None:
    assert rule_lemma(row["form"], row["tag"], RULES) == row["lemma"]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['tag']}-{row['suffix']}")
def test_example_has_the_suffix_of_its_rule(row: dict[str, str]) -> None:
    assert row["form"].endswith(row["suffix"])


def test_known_lemma_wins_over_the_longest_rule() -> None:
    assert rule_lemma("rated", "VBD", RULES, {"rate"}) == "rate"
    assert rule_lemma("waited", "VBD", RULES, {"wait"}) == "wait"


def test_proper_nouns_keep_their_capitals() -> None:
    assert rule_lemma("Maldives", "NNPS", RULES) == "Maldive"
    assert rule_lemma("Reyes", "NNP", RULES) == "Reyes"


def test_other_words_lose_their_capitals() -> None:
    assert rule_lemma("Envoys", "NNS", RULES) == "envoy"


def test_short_words_are_left_whole() -> None:
    assert rule_lemma("s", "NNS", RULES) == "s"


def component() -> Lemmas:
    lemmas = Lemmas(Vocab(), RULES)
    lemmas.fill({"VERB": {"sought": "seek"}}, {"VERB": ["seek"], "NOUN": ["tie"]})
    return lemmas


def words(lemmas: Lemmas) -> Doc:
    return Doc(
        lemmas.vocab,
        words=["They", "sought", "ties"],
        pos=["PRON", "VERB", "NOUN"],
        tags=["PRP", "VBD", "NNS"],
    )


def test_table_comes_before_the_rules() -> None:
    lemmas = component()

    assert [token.lemma_ for token in lemmas(words(lemmas))] == ["they", "seek", "tie"]


def test_component_is_the_same_after_writing_and_reading(tmp_path) -> None:
    component().to_disk(tmp_path / "lemmas")
    lemmas = Lemmas(Vocab(), RULES).from_disk(tmp_path / "lemmas")

    assert [token.lemma_ for token in lemmas(words(lemmas))] == ["they", "seek", "tie"]


def test_missing_table_is_reported(tmp_path) -> None:
    with pytest.raises(LanguageError, match=r"lemmas\.msgpack is missing"):
        Lemmas(Vocab(), RULES).from_disk(tmp_path)
