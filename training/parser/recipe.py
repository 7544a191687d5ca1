"""Train the network, count the tables, score the result, write all of it."""

import hashlib
import json
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
from spacy.attrs import NORM
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import load_model_from_path
from thinc.api import Adam, Model, fix_random_seed

from dragoman.syntax.embedding import know_words
from dragoman.syntax.lemmas import Lemmas
from dragoman.syntax.morphology import Morphology
from dragoman.syntax.pipeline import register, use_fast_matrices
from training.parser.examples import batches, example_of, make_docs
from training.parser.network import META, build_network
from training.parser.scores import score, score_splitter, words_per_second
from training.parser.tables import fill_lemmas, fill_morphology
from training.parser.treebank import Sentence, read_treebank

TRAINING = ("ewt-train.conllu.gz", "gum-train-permissive.conllu.gz")
DEVELOPMENT = ("ewt-dev.conllu.gz", "gum-dev-permissive.conllu.gz")
NEWSWIRE_WEIGHT = 3
"""How often an epoch shows each newswire sentence of our own: they are few and nearest to what is read."""

LEARN_RATE, SECOND_RATE = 0.001, 0.0005
"""The highest learn rate from fresh weights, and from those of an earlier pipeline."""

WARM_UP, HOLD = 300, 0.1
"""Batches until the learn rate is reached; share of the training before it falls, in a line, to zero."""

DROPOUT = 0.2

KNOWN = 2
"""Times a word must be met in an epoch to be known to the network; the others share one unknown word."""

NETWORK = ("tok2vec", "tagger", "parser")
"""The components that have weights."""

Report = Callable[[str], None]


@dataclass(frozen=True)
class Data:
    """The sentences of all parts, and what was set aside.

    The tables are counted from `counted`, the treebanks alone: our own sentences were annotated for their trees.
    """

    training: list[Sentence]
    counted: list[Sentence]
    development: list[Sentence]
    tests: dict[str, list[Sentence]]
    rejected: list[str]
    fingerprint: str


def read_data(treebanks: Path, newswire: Path) -> Data:
    """Read all sentences from the two folders; raises LanguageError if a file is missing."""
    own_training, own_test = sorted(newswire.glob("train-*.conllu")), sorted(newswire.glob("test-*.conllu"))
    main = read_treebank(treebanks / name for name in TRAINING)
    own = read_treebank(own_training)
    tested = {
        "EWT test": read_treebank([treebanks / "ewt-test.conllu.gz"]),
        "GUM test": read_treebank([treebanks / "gum-test-permissive.conllu.gz"]),
        "PUD": read_treebank([treebanks / "pud-test.conllu.gz"]),
        "own newswire": read_treebank(own_test),
    }
    tests = {name: bank.sentences for name, bank in tested.items()}
    tests["GUM news"] = [s for s in tests["GUM test"] if s.id.startswith("GUM_news")]
    tests["PUD news"] = [s for s in tests["PUD"] if s.id.startswith("n")]
    rejected = [line for bank in (main, own, *tested.values()) for line in bank.rejected]
    files = [*(treebanks / name for name in TRAINING), *own_training]
    return Data(
        training=main.sentences + own.sentences * NEWSWIRE_WEIGHT,
        counted=main.sentences,
        development=read_treebank(treebanks / name for name in DEVELOPMENT).sentences,
        tests=tests,
        rejected=rejected,
        fingerprint=_fingerprint(files),
    )


def _fingerprint(files: Sequence[Path]) -> str:
    digest = hashlib.sha256()
    for file in files:
        digest.update(file.read_bytes())
    return digest.hexdigest()[:16]


def train(data: Data, epochs: int, out: Path, report: Report, start: Path | None = None) -> Language:
    """Train for `epochs` and return the pipeline with averaged weights and its tables; `out` holds the last epoch's.

    `start` is a folder with a pipeline of this recipe to go on from: its weights and its labels.
    Same data, same result: the seed is fixed.
    """
    use_fast_matrices()
    register()
    fix_random_seed(0)
    random = Random(0)
    nlp = build_network() if start is None else load_model_from_path(start)
    nlp.meta.update(META)
    fill_tables(nlp, data.counted)
    sample = make_docs(nlp, data.training, random)
    if start is None:
        nlp.initialize(lambda: [example_of(nlp, doc) for doc in sample])
    know_words(network(nlp, "tok2vec"), known_norms(sample))
    top = LEARN_RATE if start is None else SECOND_RATE
    optimizer = Adam(top, L2=0.01, grad_clip=1.0, use_averages=True, L2_is_weight_decay=True)
    total = epochs * sum(len(sentence.words) for sentence in data.training)
    seen = steps = 0
    for epoch in range(1, epochs + 1):
        for batch in batches(make_docs(nlp, data.training, random)):
            optimizer.learn_rate = top * learn_rate(steps, seen / total)
            nlp.update([example_of(nlp, doc) for doc in batch], sgd=optimizer, drop=DROPOUT)
            seen, steps = seen + sum(len(doc) for doc in batch), steps + 1
        with nlp.use_params(optimizer.averages):
            nlp.to_disk(out)
            reached = score(nlp, data.development)
        report(f"epoch {epoch} of {epochs}: LAS {reached['las']}, tags {reached['tag']} on the development data")
    with nlp.use_params(optimizer.averages):
        nlp.to_disk(out)
    nlp.from_disk(out)
    round_weights(nlp)
    nlp.to_disk(out)
    return nlp


def known_norms(docs: Sequence[Doc]) -> set[int]:
    """Return the norms that occur at least `KNOWN` times in the documents of an epoch."""
    counts = Counter(norm for doc in docs for norm in doc.to_array([NORM]).tolist())
    return {norm for norm, count in counts.items() if count >= KNOWN}


def network(nlp: Language, name: str) -> Model[Any, Any]:
    """Return the model of a component that has weights."""
    model: Model[Any, Any] = nlp.get_pipe(name).model  # type: ignore[attr-defined]
    return model


def learn_rate(step: int, progress: float) -> float:
    """Return the share of the highest rate at a batch: rising, held, then falling in a line to 0 at `progress` 1."""
    falling = min(1.0, max(0.0, (1 - progress) / (1 - HOLD)))
    return min(1.0, (step + 1) / WARM_UP) * falling


def round_weights(nlp: Language) -> None:
    """Round all weights to the 11 significant bits of half precision, in place: the files then pack to two thirds."""
    for name in NETWORK:
        for layer in network(nlp, name).walk():
            for parameter in layer.param_names:
                if layer.has_param(parameter):
                    bits = np.asarray(layer.get_param(parameter)).view("uint32")
                    bits += 0x1000
                    bits &= 0xFFFFE000


def fill_tables(nlp: Language, sentences: Sequence[Sentence]) -> None:
    """Count the tables of morphology and lemmas and hand them to their components."""
    for _, component in nlp.pipeline:
        if isinstance(component, Lemmas):
            fill_lemmas(component, sentences)
        elif isinstance(component, Morphology):
            fill_morphology(component, sentences)


def evaluate(nlp: Language, data: Data) -> dict[str, Any]:
    """Return the scores on every test set from raw text, and with the sentences given; and the speed."""
    tests = {name: sentences for name, sentences in data.tests.items() if sentences}
    return {
        "raw text": {name: score(nlp, sentences) for name, sentences in tests.items()},
        "sentences given": {name: score(nlp, sentences, split=True) for name, sentences in tests.items()},
        "sentence splitter by rule": {name: score_splitter(sentences) for name, sentences in tests.items()},
        "words per CPU second": words_per_second(nlp, tests["PUD"]),
    }


def run(treebanks: Path, newswire: Path, out: Path, epochs: int, report: Report, start: Path | None = None) -> None:
    """Do it all: read, train, score; write the pipeline and `scores.json` into `out`."""
    data = read_data(treebanks, newswire)
    for line in data.rejected:
        report(f"set aside: {line}")
    report(f"{len(data.training)} training sentences, newswire counted {NEWSWIRE_WEIGHT} times")
    begun = time.monotonic()
    nlp = train(data, epochs, out, report, start)
    seconds = round(time.monotonic() - begun)
    scores = evaluate(nlp, data) | {
        "measure": "F1 in per cent; las compares universal relations, las_full subtypes too",
        "epochs": epochs,
        "training seconds": seconds,
        "training sentences": len(data.training),
        "set aside": data.rejected,
        "data": data.fingerprint,
    }
    (out / "scores.json").write_text(json.dumps(scores, indent=1) + "\n", encoding="utf-8")
    report(json.dumps(scores["raw text"], indent=1))
