"""Train the network on windows: triggers in the first pass, standing, status and sides in the second."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional

from dragoman.coding.candidates.reader.passes import Marks, asked, tagged
from dragoman.coding.candidates.reader.pieces import Pieces
from dragoman.coding.candidates.reader.proposals import peaks
from dragoman.coding.candidates.reader.windows import Window
from dragoman.model.event import EVENT_TYPES, STATUSES
from dragoman.vocab import Vocabulary
from training.reader.bank import Item, Label, windows_of_item
from training.reader.network import Net, padded
from training.reader.swapping import Swapper

Log = Callable[[str], None]


@dataclass(frozen=True)
class Plan:
    """How to train. `rate` is the encoder's greatest learning rate (the heads take five times it)."""

    epochs: int = 4
    batch: int = 16
    rate: float = 2e-4
    seed: int = 1
    swapped: float = 0.4
    """Share of the windows, from the second epoch on, that are told of other states."""
    unsure: float = 0.5
    """Weight of a label that two careful people might not share."""
    triggers: float = 2.0
    """Weight of a trigger against a word that is none."""
    first: float = 0.3
    """Weight of the first pass in the loss; its terms are sums over words, those of the second means over events."""
    hard: float = 0.04
    """Probability from which a false trigger of the first pass is shown to the second as what does not stand."""
    average: float = 0.998
    """Decay of the running mean of the weights, which is what is kept."""


@dataclass
class Example:
    """A window with its labels, ready to learn from: `targets` are (label, its pieces, actors, recipients by place)."""

    window: Window
    targets: list[tuple[Label, list[int], list[int], list[int]]]


def example_of(window: Window, labels: tuple[Label, ...]) -> Example:
    """Find the pieces of each trigger and the places of each code; a label outside the pieces that are read is lost."""
    targets = []
    for label in labels:
        span = label.trigger
        pieces = [at for at, (start, end) in enumerate(window.spans) if start < span[1] and end > span[0]]
        actors, recipients = (
            [window.codes.index(code) for code in side if code in window.codes]
            for side in (label.actors, label.recipients)
        )
        if pieces:
            targets.append((label, pieces, actors, recipients))
    return Example(window, targets)


class Learner:
    """Trains one network; the same plan and bank give the same weights on one machine."""

    def __init__(self, net: Net, pieces: Pieces, vocabulary: Vocabulary, plan: Plan, log: Log) -> None:
        """Take what is trained, the tokenizer, the words, how, and where to tell of it."""
        self.net, self.pieces, self.vocabulary, self.plan, self.log = net, pieces, vocabulary, plan, log
        self.marks = Marks(pieces)
        self.swapper = Swapper(vocabulary)
        self.chance = random.Random(plan.seed)

    def train(self, items: list[Item], keep: Callable[[dict[str, Tensor]], None] | None = None) -> None:
        """Train on all items; the network holds the mean weights afterwards, and `keep` gets them after each epoch."""
        plan = self.plan
        examples = sum(len(self._examples(item)) for item in items)
        steps = max(1, plan.epochs * (examples // plan.batch))
        optimizer, schedule = _optimizer(self.net, plan, steps)
        mean = {name: value.detach().clone() for name, value in self.net.state_dict().items()}
        done, total = 0, 0.0
        for epoch in range(plan.epochs):
            self.net.train()
            for batch in self._batches(items, epoch):
                loss = self._loss(batch)
                optimizer.zero_grad()
                loss.backward()
                torch.nn.utils.clip_grad_norm_(self.net.parameters(), 1.0)
                optimizer.step()
                schedule.step()
                done, total = done + 1, total + float(loss.detach())
                _follow(mean, self.net, min(plan.average, (1 + done) / (10 + done)))
                if done % 100 == 0:
                    self.log(f"epoch {epoch + 1} step {done} of {steps}: loss {total / 100:.3f}")
                    total = 0.0
            if keep is not None:
                keep(mean)
        self.net.load_state_dict(mean)
        self.net.eval()

    def _examples(self, item: Item) -> list[Example]:
        return [example_of(window, labels) for window, labels in windows_of_item(item, self.pieces, self.vocabulary)]

    def _batches(self, items: list[Item], epoch: int) -> Iterator[list[Example]]:
        """Give the windows of an epoch in batches of like length, in an order of chance."""
        plan, examples = self.plan, list[Example]()
        for item in items:
            told = epoch > 0 and self.chance.random() < plan.swapped
            examples += self._examples(self.swapper.swap(item, self.chance) if told else item)
        self.chance.shuffle(examples)
        size = plan.batch * 16
        pools = [examples[at : at + size] for at in range(0, len(examples), size)]
        pools = [sorted(pool, key=lambda example: len(example.window.pieces)) for pool in pools]
        batches = [pool[at : at + plan.batch] for pool in pools for at in range(0, len(pool), plan.batch)]
        self.chance.shuffle(batches)
        yield from batches

    def _loss(self, batch: list[Example]) -> Tensor:
        with torch.autocast("cpu", torch.bfloat16):
            logits = self._first(batch)
            loss = torch.stack([self._first_loss(e, own) for e, own in zip(batch, logits, strict=True)]).mean()
            loss = loss * self.plan.first
            asking = [one for e, own in zip(batch, logits, strict=True) for one in self._asking(e, own)]
            return loss + self._second_loss(asking) if asking else loss

    def _first(self, batch: list[Example]) -> list[Tensor]:
        given = [tagged(example.window, self.marks) for example in batch]
        vectors = self.net(*padded([one.ids for one in given], self.pieces.pad))
        logits = self.net.tag(vectors).float()
        return [logits[row, one.places] for row, one in enumerate(given)]

    def _first_loss(self, example: Example, logits: Tensor) -> Tensor:
        """Ask of a trigger's words that the likeliest one shows the type; the others may, words outside must not."""
        target, weight = torch.zeros_like(logits), torch.ones_like(logits)
        weight[: example.window.own] = 0
        for label, pieces, _, _ in example.targets:
            weight[pieces, EVENT_TYPES.index(label.act)] = 0
        for label, pieces, _, _ in example.targets:
            kind = EVENT_TYPES.index(label.act)
            best = _best(logits, pieces, kind)
            target[best, kind] = 1
            weight[best, kind] = self.plan.triggers * (1 if label.sure else self.plan.unsure)
        return (functional.binary_cross_entropy_with_logits(logits, target, reduction="none") * weight).sum()

    def _asking(self, example: Example, logits: Tensor) -> Iterator[tuple[Example, int, int, int | None]]:
        """Give what the second pass is asked of a window: its labels, and one false trigger of the first pass."""
        known = set()
        for at, (label, pieces, _, _) in enumerate(example.targets):
            kind = EVENT_TYPES.index(label.act)
            known |= {(piece, kind) for piece in pieces}
            yield example, _best(logits, pieces, kind), kind, at
        likely = torch.sigmoid(logits.detach()).numpy()
        false = [one for one in peaks(likely, example.window, self.plan.hard) if one not in known]
        if false:
            false.sort(key=lambda one: -likely[one])
            piece, kind = false[0] if self.chance.random() < 0.6 else self.chance.choice(false)
            yield example, piece, kind, None

    def _second_loss(self, asking: list[tuple[Example, int, int, int | None]]) -> Tensor:
        given = [asked(example.window, piece, kind, self.marks) for example, piece, kind, _ in asking]
        vectors = self.net(*padded([one.ids for one in given], self.pieces.pad))
        rows = torch.arange(len(given))
        trigger = vectors[rows, torch.tensor([one.trigger for one in given])]
        whole = torch.cat([trigger, vectors[:, 0], vectors[:, 2]], dim=-1)
        labels = [None if at is None else example.targets[at] for example, _, _, at in asking]
        weight = torch.tensor([1.0 if one is None or one[0].sure else self.plan.unsure for one in labels])
        stands = torch.tensor([float(one is not None) for one in labels])
        status = torch.tensor([0 if one is None else STATUSES.index(one[0].status) for one in labels])
        kept = weight * stands
        terms = functional.binary_cross_entropy_with_logits(
            self.net.stands(whole)[:, 0].float(), stands, reduction="none"
        )
        told = functional.cross_entropy(self.net.status(whole).float(), status, reduction="none")
        loss = (terms * weight).mean() + 0.5 * (told * kept).sum() / kept.sum().clamp(min=1)
        return loss + self._sides_loss(vectors, trigger, given, labels, kept)

    def _sides_loss(self, vectors: Tensor, trigger: Tensor, given: list, labels: list, kept: Tensor) -> Tensor:
        marks, targets, weights = [], [], []
        for row, (one, label) in enumerate(zip(given, labels, strict=True)):
            if label is None:
                continue
            for code, places in enumerate(one.actors):
                if places:
                    marks.append(torch.cat([vectors[row, places].mean(dim=0), trigger[row], vectors[row, 0]]))
                    targets.append([float(code in label[2]), float(code in label[3])])
                    weights.append(kept[row])
        if not marks:
            return vectors.sum() * 0
        logits = self.net.sides(torch.stack(marks)).float()
        terms = functional.binary_cross_entropy_with_logits(logits, torch.tensor(targets), reduction="none").sum(1)
        return (terms * torch.stack(weights)).sum() / kept.sum().clamp(min=1)


def _best(logits: Tensor, pieces: list[int], kind: int) -> int:
    return pieces[int(logits.detach()[pieces, kind].argmax())]


def _follow(mean: dict[str, Tensor], net: Net, decay: float) -> None:
    with torch.no_grad():
        for name, value in net.state_dict().items():
            if value.dtype.is_floating_point:
                mean[name].mul_(decay).add_(value, alpha=1 - decay)


def _optimizer(net: Net, plan: Plan, steps: int) -> tuple[torch.optim.Optimizer, torch.optim.lr_scheduler.LRScheduler]:
    encoder = [value for name, value in net.named_parameters() if name.startswith("encoder")]
    heads = [value for name, value in net.named_parameters() if not name.startswith("encoder")]
    groups = [{"params": encoder, "lr": plan.rate}, {"params": heads, "lr": 5 * plan.rate}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    warm = max(1, int(0.06 * steps))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1.0, (step + 1) / warm) * max(0.0, 1 - step / steps) + 1e-3
    )
    return optimizer, schedule
