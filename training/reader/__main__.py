"""`python -m training.reader`: from annotated texts to the weights of the reader and the judge, and their scores.

    python -m training.reader --encoder DIR [--shared DIR] [--bank DIR] [--out DIR] [--judge FILE] [--heads-only]

`--encoder` is the folder of all-MiniLM-L6-v2 (config.json, model.safetensors, tokenizer.json). `--shared` holds the
shared texts (`corpus/`, `bank/`); without it only the bank's own texts are learnt. `--bank` may name a folder of one's
own labels in the bank's format (own.jsonl). `--heads-only` keeps the encoder as it is and tunes the heads: minutes in
place of hours. Seeds are fixed: the same bank gives the same weights on one machine.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import torch

from dragoman.coding.candidates.reader import Reader
from dragoman.coding.candidates.reader.network import MODEL, Network
from dragoman.coding.candidates.reader.pieces import Pieces
from dragoman.coding.coder import Coder
from dragoman.coding.decision import weighed
from dragoman.coding.judge import WEIGHTS
from dragoman.vocab import Vocabulary
from training.reader.bank import HERE, Item, read_bank
from training.reader.calibrate import Heard, best_least, fit_confidence, fit_status, line_of, listen
from training.reader.examples import write_examples
from training.reader.export import export
from training.reader.learn import Learner, Plan
from training.reader.measure import Line, graded, score
from training.reader.network import Net

FLOOR = 0.1
"""Probability of the first pass below which nothing is asked of the second."""


def main() -> None:
    """Read the command line and run the recipe."""
    parser = argparse.ArgumentParser(prog="python -m training.reader", description=__doc__.split("\n")[0])
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--shared", type=Path)
    parser.add_argument("--bank", type=Path, default=HERE)
    parser.add_argument("--out", type=Path, default=MODEL)
    parser.add_argument("--judge", type=Path, default=WEIGHTS)
    parser.add_argument("--epochs", type=int, default=Plan.epochs)
    parser.add_argument("--seed", type=int, default=Plan.seed)
    parser.add_argument("--heads-only", action="store_true")
    parser.add_argument("--weights", type=Path, help="Keep the trained weights here too (PyTorch), or begin from them.")
    args = parser.parse_args()
    torch.manual_seed(args.seed)
    vocabulary = Vocabulary()
    items = read_bank(args.shared, vocabulary, args.bank)
    plan = Plan(epochs=args.epochs, seed=args.seed)
    net = Net(args.encoder)
    if args.weights is not None and args.weights.exists():
        net.load_state_dict(torch.load(args.weights, weights_only=True))
    else:
        train(net, args.encoder, items, plan, vocabulary, heads_only=args.heads_only, kept=args.weights)
        if args.weights is not None:
            torch.save(net.state_dict(), args.weights)
    settings = {"floor": FLOOR, "plan": asdict(plan), "encoder": "all-MiniLM-L6-v2", "items": len(items)}
    export(net, args.encoder / "tokenizer.json", args.out, settings)
    write_examples(args.out, items, vocabulary)
    scores = judge_weights(args.out, args.judge, items, vocabulary)
    (args.out / "scores.json").write_text(json.dumps(scores, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    print(json.dumps(scores, indent=1, sort_keys=True))


def train(
    net: Net,
    encoder: Path,
    items: Sequence[Item],
    plan: Plan,
    vocabulary: Vocabulary,
    *,
    heads_only: bool,
    kept: Path | None = None,
) -> None:
    """Train on all folds but the first; what is learnt by each epoch is kept beside `kept`, should a run end early."""
    if heads_only:
        for name, value in net.named_parameters():
            value.requires_grad_(not name.startswith("encoder"))
    pieces = Pieces(encoder / "tokenizer.json")
    learner = Learner(net, pieces, vocabulary, plan, lambda told: print(told, flush=True))
    early = kept.with_suffix(".early.pt") if kept is not None else None
    learner.train(
        [item for item in items if item.fold != 0],
        (lambda mean: torch.save(mean, early)) if early is not None else None,
    )


def judge_weights(folder: Path, file: Path, items: Sequence[Item], vocabulary: Vocabulary) -> dict[str, Any]:
    """Fit the judge on the first fold, write its weights, and give the scores.

    Where there is news among the texts, it is fitted to news alone: sentences of our own are easier than what is read.
    What the scores tell of confidence is reckoned crosswise: fitted on one half of the fold, told of the other.
    """
    kept = [item for item in items if item.fold == 0]
    kept = [item for item in kept if item.part != "own"] or kept
    alone = list(listen(Coder(vocabulary), kept, {}, {}))
    reader = Reader(Network(folder))
    both = list(listen(Coder(vocabulary, reader=reader), kept, {}, {}))
    status = fit_status(both)
    both = list(listen(Coder(vocabulary, reader=reader), kept, {}, status))
    weights, frames = fit_confidence(both), fit_confidence(alone)
    least = best_least(_read(both, weights))
    table = {"both": weights, "frames": frames, "status": status, "least": least}
    file.write_text(json.dumps(table, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    crossed = [one for half in (0, 1) for one in _read(_half(both, half), fit_confidence(_half(both, 1 - half)))]
    return {
        "texts": len(kept),
        "frames": _told(score(_read(alone, frames))),
        "both": _told(score(crossed, least)),
        "at .7": _told(score(crossed, 0.7)),
        "calibration": calibration(crossed),
    }


def _half(heard: Sequence[Heard], half: int) -> list[Heard]:
    return [one for number, one in enumerate(heard) if number % 2 == half]


def _read(heard: Sequence[Heard], weights: dict[str, float]) -> list[tuple[Item, list[Line]]]:
    return [(one.item, [line_of(weighed(decision, weights)) for decision in one.decisions]) for one in heard]


def _told(found: Any) -> dict[str, float]:
    shares = {"precision": found.precision, "recall": found.recall, "f1": found.f1}
    alarms = found.alarms / found.empty if found.empty else 0.0
    return {name: round(value, 3) for name, value in shares.items()} | {
        "alarms": round(alarms, 3),
        "lines": found.lines,
    }


def calibration(read: Sequence[tuple[Item, Sequence[Line]]]) -> list[dict[str, float]]:
    """Give ten bins of confidence: how many lines, their mean confidence, the share that is right."""
    told = [
        (line.confidence, grade)
        for item, lines in read
        for line, grade in zip(lines, graded(lines, item.labels), strict=True)
        if grade is not None
    ]
    bins = []
    for tenth in range(10):
        inside = [one for one in told if min(9, int(one[0] * 10)) == tenth]
        if inside:
            mean = sum(confidence for confidence, _ in inside) / len(inside)
            right = sum(bool(grade) for _, grade in inside) / len(inside)
            bins.append({"lines": len(inside), "confidence": round(mean, 3), "right": round(right, 3)})
    return bins


if __name__ == "__main__":
    main()
