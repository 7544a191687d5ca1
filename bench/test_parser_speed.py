"""Words and megabytes a second; run with `OMP_NUM_THREADS=1 python -m pytest bench/test_parser_speed.py`."""

from pathlib import Path
from typing import Any

import pytest
from spacy.language import Language

from dragoman.syntax.pipeline import load
from dragoman.syntax.sentences import split_sentences
from dragoman.vocab import shipped

NEWSWIRE = Path(__file__).parent.parent / "training" / "newswire"
NETWORK = ["tok2vec", "tagger", "parser"]


@pytest.fixture(scope="module")
def texts() -> list[str]:
    """All newswire sentences of the project: different ones, for the embedding is looked up once a distinct word."""
    lines = (line for file in sorted(NEWSWIRE.glob("*.conllu")) for line in file.read_text("utf-8").splitlines())
    return [line.removeprefix("# text = ").strip() for line in lines if line.startswith("# text = ")]


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load()


def parse(nlp: Language, texts: list[str]) -> int:
    return sum(len(doc) for doc in nlp.pipe(texts, batch_size=256))


def test_tagger_and_parser(benchmark: Any, nlp: Language, texts: list[str]) -> None:
    with nlp.select_pipes(enable=NETWORK):
        words = benchmark.pedantic(parse, args=(nlp, texts), rounds=5, warmup_rounds=1)

    benchmark.extra_info["words per second"] = round(words / benchmark.stats["min"])
    assert words / benchmark.stats["min"] > 5_000


def test_whole_pipeline(benchmark: Any, nlp: Language, texts: list[str]) -> None:
    words = benchmark.pedantic(parse, args=(nlp, texts), rounds=5, warmup_rounds=1)

    benchmark.extra_info["words per second"] = round(words / benchmark.stats["min"])
    assert words / benchmark.stats["min"] > 4_000


def test_sentence_splitter(benchmark: Any, texts: list[str]) -> None:
    text = "\n\n".join(" ".join(texts[i : i + 5]) for i in range(0, len(texts), 5)) * 20
    benchmark.pedantic(split_sentences, args=(text, shipped()), rounds=3)

    benchmark.extra_info["megabytes per second"] = round(len(text) / 1e6 / benchmark.stats["min"], 1)
    assert len(text) / 1e6 / benchmark.stats["min"] > 1
