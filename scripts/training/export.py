"""How does a fine-tuned encoder become one small ONNX file?

Traced by torch, its attention and normalisation fused by onnxruntime's optimiser,
its matrices and its word table quantised to int8.
"""

from __future__ import annotations

from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers import optimizer
from onnxruntime.transformers.fusion_options import FusionOptions

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
    print(smaller.get_fused_operator_statistics())
    smaller.save_model_to_file(str(fused))
    quantize_dynamic(
        str(fused),
        str(path),
        weight_type=QuantType.QInt8,
        per_channel=True,
        op_types_to_quantize=["MatMul", "Attention", "Gather"],
        extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT},
    )
    plain.unlink()
