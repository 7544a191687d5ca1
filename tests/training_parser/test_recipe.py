import gzip
import json
from pathlib import Path
from random import Random

import pytest
from training.parser.examples import GROUP_SIZES, make_docs, name_pools, vary, verb_pools
from training.parser.network import build_network
from training.parser.recipe import HOLD, WARM_UP, learn_rate, run
from training.parser.scores import score
from training.parser.tables import fill_lemmas, fill_morphology
from training.parser.treebank import Sentence, read_treebank

from dragoman.syntax.pipeline import load

SENTENCE = """\
# sent_id = n{number}
# text = Peru expelled two envoys.
1\tPeru\tPeru\tPROPN\tNNP\tNumber=Sing\t2\tnsubj\t_\t_
2\texpelled\texpel\tVERB\tVBD\tMood=Ind|Tense=Past|VerbForm=Fin\t0\troot\t_\t_
3\ttwo\ttwo\tNUM\tCD\tNumType=Card\t4\tnummod\t_\t_
4\tenvoys\tenvoy\tNOUN\tNNS\tNumber=Plur\t2\tobj\t_\tSpaceAfter=No
5\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_

"""
TREEBANKS = ("ewt-train", "ewt-dev", "ewt-test", "gum-train-permissive", "gum-dev-permissive", "gum-test-permissive")


@pytest.fixture
def sentences(tmp_path: Path) -> list[Sentence]:
    path = tmp_path / "some.conllu"
    path.write_text("".join(SENTENCE.format(number=number) for number in range(30)), encoding="utf-8")
    return read_treebank([path]).sentences


def test_learn_rate_rises_holds_and_falls_to_zero() -> None:
    assert learn_rate(0, 0.0) < learn_rate(WARM_UP, HOLD) == 1
    assert learn_rate(10_000, 0.5) < 1
    assert learn_rate(10_000, 1.0) == 0


def test_an_epoch_shows_every_sentence_once(sentences: list[Sentence]) -> None:
    docs = make_docs(build_network(), sentences, Random(1))

    assert sum(len(list(doc.sents)) for doc in docs) == 30
    assert max(len(list(doc.sents)) for doc in docs) <= max(GROUP_SIZES)


def test_variation_keeps_the_tree(sentences: list[Sentence]) -> None:
    random = Random(1)

    assert {vary(sentence, random).heads for sentence in sentences} == {(1, -1, 3, 1, 1)}


def test_variation_swaps_countries(sentences: list[Sentence]) -> None:
    random = Random(1)
    seen = {vary(sentence, random).words[0] for sentence in sentences}

    assert len(seen) > 5
    assert all(name.title() in name_pools() or name in name_pools() for name in seen)


def test_variation_swaps_verbs_for_the_same_form_of_others(sentences: list[Sentence]) -> None:
    random = Random(1)
    seen = {vary(sentence, random).words[1].lower() for sentence in sentences * 3}

    assert len(seen) > 3
    assert seen <= {"expelled", *verb_pools()["VBD"]}


def test_tables_hold_what_rules_and_labels_do_not_give(sentences: list[Sentence]) -> None:
    nlp = build_network()
    fill_lemmas(nlp.get_pipe("dragoman_lemmas"), sentences)
    fill_morphology(nlp.get_pipe("dragoman_morphology"), sentences)

    assert nlp.get_pipe("dragoman_lemmas").lemma("expelled", "VERB", "VBD") == "expel"
    assert nlp.get_pipe("dragoman_morphology").features("NNS|NOUN", "envoys", "") == "Number=Plur"


def test_score_of_the_right_tree_is_full(sentences: list[Sentence]) -> None:
    reached = score(load(), sentences[:1], split=True)

    assert {reached[name] for name in ("words", "tag", "pos", "uas", "las", "las_unpointed")} == {100.0}


@pytest.mark.slow
def test_recipe_writes_a_pipeline_and_its_scores(tmp_path: Path) -> None:
    treebanks, newswire, out = (tmp_path / name for name in ("treebanks", "newswire", "out"))
    treebanks.mkdir()
    newswire.mkdir()
    text = "".join(SENTENCE.format(number=number) for number in range(60))
    for name in (*TREEBANKS, "pud-test"):
        (treebanks / f"{name}.conllu.gz").write_bytes(gzip.compress(text.encode()))
    (newswire / "train-1.conllu").write_text(text.replace("\t2\tobj", "\t9\tobj"), encoding="utf-8")
    reports: list[str] = []

    run(treebanks, newswire, out, 1, reports.append)

    scores = json.loads((out / "scores.json").read_text(encoding="utf-8"))
    assert scores["raw text"]["PUD news"]["words"] == 100
    assert reports[-2].startswith("epoch 1 of 1: LAS ")
    assert len(scores["set aside"]) == 60
    assert len(load(out)("Peru expelled two envoys.")) == 5

    run(treebanks, newswire, tmp_path / "again", 1, reports.append, start=out)

    assert load(tmp_path / "again").get_pipe("parser").labels == load(out).get_pipe("parser").labels
