"""How does a fine-tuned encoder become one small ONNX file?

Traced by torch, its attention and normalisation fused by onnxruntime's optimiser,
its matrices and its word table quantised to int8.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import onnx
import torch
from onnx import helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers import optimizer
from onnxruntime.transformers.fusion_options import FusionOptions

if TYPE_CHECKING:
    from pathlib import Path

_WIDE = "output/dense"
LONGEST = 128  # tokens; places beyond it are cut from the table


class _Traced(torch.nn.Module):
    def __init__(self, model: torch.nn.Module) -> None:
        super().__init__()
        self.model = model

    def forward(self, ids: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        return self.model(ids, mask)


def export(model: torch.nn.Module, path: Path) -> None:
    """Write the int8 model. Inputs ids and mask (texts, tokens) int64; output logits."""
    model = model.float().cpu().eval()
    embeddings = model.encoder.embeddings
    embeddings.position_embeddings.weight.data = embeddings.position_embeddings.weight.data[
        :LONGEST
    ]
    embeddings.position_ids = torch.arange(LONGEST).expand((1, -1))
    model.encoder.config._attn_implementation = "eager"  # noqa: SLF001 - the traceable one
    ids = torch.ones(2, 16, dtype=torch.long)
    plain, fused = path.with_suffix(".plain.onnx"), path.with_suffix(".fused.onnx")
    torch.onnx.export(
        _Traced(model),
        (ids, torch.ones_like(ids)),
        str(plain),
        input_names=["ids", "mask"],
        output_names=["logits"],
        dynamic_axes={
            "ids": {0: "texts", 1: "tokens"},
            "mask": {0: "texts", 1: "tokens"},
            "logits": {0: "texts"},
        },
        opset_version=17,
        dynamo=False,
    )
    options = FusionOptions("bert")
    options.enable_embed_layer_norm = False  # keeps the word table a Gather, which can be int8
    smaller = optimizer.optimize_model(
        str(plain),
        model_type="bert",
        num_heads=12,
        hidden_size=384,
        optimization_options=options,
        opt_level=0,
    )
    smaller.save_model_to_file(str(fused))
    plain.unlink()
    quantise(fused, path)


def quantise(fused: Path, path: Path) -> None:
    """Write the int8 form of a fused model.

    What enters a layer's last matrix spreads too widely for int8: there the
    weights alone are small. That halves what quantising costs the logits.
    """
    model = onnx.load(str(fused))
    wide = [
        node
        for node in model.graph.node
        if node.op_type == "MatMul" and _WIDE in node.name and "attention" not in node.name
    ]
    names = [node.name for node in wide]
    quantize_dynamic(
        str(fused),
        str(path),
        weight_type=QuantType.QInt8,
        per_channel=True,
        op_types_to_quantize=["MatMul", "Attention", "Gather"],
        nodes_to_exclude=names,
        extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT},
    )
    small = onnx.load(str(path))
    for node in [n for n in small.graph.node if n.name in names]:
        _shrink_weights(small.graph, node)
    onnx.save(small, str(path))


def _shrink_weights(graph: onnx.GraphProto, node: onnx.NodeProto) -> None:
    """Keep a MatMul's weights as int8 with a scale per column, unpacked as it runs."""
    name = node.input[1]
    kept = next(i for i in graph.initializer if i.name == name)
    weights = numpy_helper.to_array(kept)
    scale = (np.abs(weights).max(0) / 127).astype(np.float32)
    whole = np.clip(np.round(weights / scale), -127, 127).astype(np.int8)
    graph.initializer.remove(kept)
    graph.initializer.append(numpy_helper.from_array(whole, f"{name}_int8"))
    graph.initializer.append(numpy_helper.from_array(scale, f"{name}_scale"))
    unpack = helper.make_node(
        "DequantizeLinear", [f"{name}_int8", f"{name}_scale"], [name], f"{name}_unpack", axis=1
    )
    graph.node.insert(list(graph.node).index(node), unpack)
