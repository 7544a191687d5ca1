"""Write a trained network as what dragoman reads: encoder in whole numbers of 8 bits, heads, pieces, settings."""

from __future__ import annotations

import json
import shutil
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from training.reader.network import Net

HEADS = ("stands", "status", "sides")


class Upper(nn.Module):
    """The encoder without its table of pieces: vectors of pieces in, vectors in context out."""

    def __init__(self, net: Net) -> None:
        super().__init__()
        self.encoder = net.encoder

    def forward(self, words: Tensor) -> Tensor:
        vectors: Tensor = self.encoder(inputs_embeds=words).last_hidden_state
        return vectors


def export(net: Net, tokenizer: Path, folder: Path, settings: dict[str, Any]) -> None:
    """Write encoder.onnx, heads.npz, tokenizer.json and reader.json into `folder`."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    folder.mkdir(parents=True, exist_ok=True)
    net.eval()
    width = net.encoder.config.hidden_size
    with tempfile.TemporaryDirectory() as place:
        whole = Path(place) / "whole.onnx"
        torch.onnx.export(
            Upper(net), (torch.zeros(1, 24, width),), str(whole), input_names=["words"], output_names=["vectors"],
            dynamic_axes={"words": {1: "pieces"}, "vectors": {1: "pieces"}}, opset_version=17, dynamo=False,
        )  # fmt: skip
        quantize_dynamic(
            whole, folder / "encoder.onnx", weight_type=QuantType.QInt8, per_channel=True, reduce_range=True
        )
    np.savez_compressed(folder / "heads.npz", **_arrays(net))
    shutil.copyfile(tokenizer, folder / "tokenizer.json")
    (folder / "reader.json").write_text(json.dumps(settings, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def _arrays(net: Net) -> dict[str, np.ndarray]:
    """Give the table of pieces in 8 bits with a scale for each row, and the heads in 16 bits."""
    table = net.encoder.embeddings.word_embeddings.weight.detach().numpy()
    scales = np.abs(table).max(axis=1) / 127
    scales[scales == 0] = 1
    found = {"pieces": np.rint(table / scales[:, None]).astype(np.int8), "scales": scales.astype(np.float32)}
    for name, value in net.state_dict().items():
        if name.startswith(("tag.", *(f"{head}." for head in HEADS))):
            found[name] = value.numpy().astype(np.float16)
    return found
