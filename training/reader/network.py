"""The network that is trained: a pretrained encoder with heads for triggers, standing, status and sides."""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import AutoModel

from dragoman.model.event import EVENT_TYPES, STATUSES

FIRST_BIAS = -3.0
"""Most words trigger nothing: the first pass begins with a probability of .05."""


class Net(nn.Module):
    """Encoder and heads; `dragoman.coding.candidates.reader.network` runs the same in whole numbers."""

    def __init__(self, encoder: Path, dropout: float = 0.1) -> None:
        """Take the folder of a pretrained encoder (config.json, model.safetensors)."""
        super().__init__()
        # Dropout inside the encoder costs a third of the time on a processor, and few epochs do not need it.
        self.encoder = AutoModel.from_pretrained(
            encoder, add_pooling_layer=False, hidden_dropout_prob=0.0, attention_probs_dropout_prob=0.0
        )
        width = self.encoder.config.hidden_size
        self.dropout = nn.Dropout(dropout)
        self.tag = nn.Linear(width, len(EVENT_TYPES))
        nn.init.constant_(self.tag.bias, FIRST_BIAS)
        self.stands = _head(width, 1)
        self.status = _head(width, len(STATUSES))
        self.sides = _head(width, 2)

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        """Give the vectors of the pieces: (texts, pieces, width)."""
        vectors: Tensor = self.dropout(self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state)
        return vectors


def _head(width: int, out: int) -> nn.Sequential:
    return nn.Sequential(nn.Linear(3 * width, width), nn.GELU(approximate="tanh"), nn.Linear(width, out))


def padded(rows: list[list[int]], pad: int) -> tuple[Tensor, Tensor]:
    """Give rows of ids as one tensor, filled up with `pad`, and the mask of what is no filling."""
    longest = max(map(len, rows))
    ids = torch.tensor([row + [pad] * (longest - len(row)) for row in rows])
    mask = torch.tensor([[1] * len(row) + [0] * (longest - len(row)) for row in rows])
    return ids, mask
