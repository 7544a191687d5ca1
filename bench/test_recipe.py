"""The reader's recipe on a toy: labels of one's own in, weights that dragoman reads out. Needs the extra `training`.

Run with `python -m pytest bench/test_recipe.py -o addopts=""`. The encoder is a tiny one with weights of chance: it is
tried that the command does what docs/training.md says, not how well it learns.
"""

import json
import sys
from pathlib import Path

import pytest

from dragoman.coding.candidates.reader import Reader
from dragoman.coding.candidates.reader.network import MODEL, Network
from dragoman.coding.coder import Coder
from dragoman.model.document import Document
from dragoman.vocab import Vocabulary

transformers = pytest.importorskip("transformers", reason="the extra `training` is not installed")
pytest.importorskip("onnx", reason="the extra `training` is not installed")

STATES = [("Gabon", "GAB"), ("Togo", "TGO"), ("Mali", "MLI"), ("Niger", "NER"), ("Chile", "CHL"), ("Peru", "PER")]


def labels() -> list[dict[str, object]]:
    """Write forty texts: an expulsion, or nothing."""
    rows = []
    for number in range(40):
        (first, one), (second, other) = STATES[number % 6], STATES[(number * 2 + 1) % 6]
        text = f"{first} expelled envoys of {second}." if number % 2 else f"It rained in {first} and in {second}."
        event = {
            "type": "SANCTION", "status": "happened", "actors": [one], "recipients": [other], "sure": 1,
            "trigger": [len(first) + 1, len(first) + 9], "when": None, "holder": None,
        }  # fmt: skip
        rows.append(
            {
                "id": f"toy-{number}",
                "style": "toy",
                "date": "2024-06-19",
                "text": text,
                "events": [event] * (number % 2),
            }
        )
    return rows


@pytest.fixture
def encoder(tmp_path: Path) -> Path:
    """Write a tiny encoder of chance with the shipped tokenizer."""
    folder = tmp_path / "encoder"
    config = transformers.BertConfig(
        hidden_size=32, num_hidden_layers=1, num_attention_heads=2, intermediate_size=64, vocab_size=30522
    )
    transformers.BertModel(config, add_pooling_layer=False).save_pretrained(folder)
    (folder / "tokenizer.json").write_bytes((MODEL / "tokenizer.json").read_bytes())
    return folder


@pytest.mark.filterwarnings("ignore")  # those of the libraries that train and export
@pytest.mark.parametrize("words", [["--heads-only"], []])
def test_labels_of_ones_own_become_a_reader(
    words: list[str], encoder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from training.reader.__main__ import main

    bank, out, judge = tmp_path / "bank", tmp_path / "model", tmp_path / "judge.json"
    bank.mkdir()
    (bank / "own.jsonl").write_text("".join(json.dumps(row) + "\n" for row in labels()), encoding="utf-8")
    command = ["recipe", "--encoder", encoder, "--bank", bank, "--out", out, "--judge", judge, "--epochs", "1", *words]
    monkeypatch.setattr(sys, "argv", [str(word) for word in command])

    main()

    scores = json.loads((out / "scores.json").read_text(encoding="utf-8"))
    assert scores["texts"] == sum(1 for row in labels() if _fold(str(row["id"])) == 0) > 0
    assert set(json.loads(judge.read_text(encoding="utf-8"))) == {"both", "frames", "status", "least"}
    vocabulary = Vocabulary()
    coder = Coder(vocabulary, reader=Reader(Network(out)))
    document = Document(id="d", text="Gabon expelled envoys of Togo.", published="2024-06-19", published_basis="given")
    assert coder.read(document) == coder.read(document)


def _fold(name: str) -> int:
    from training.reader.bank import FOLDS, Item

    return Item(name, "own", "", "", (), ()).fold % FOLDS
