"""What was learned from our own questions (data/retrieval/fusion.json)."""

from __future__ import annotations

import math
import re
from functools import cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from bot.catalogue.model import Record
from bot.retrieval.decide import Decider
from bot.settings import settings
from bot.text.phrases import normal

# Words that only ask, address or are polite: out of scope they are as good as in scope.
_SAYS_NOTHING = {
    *("nào", "gì", "sao", "bao", "nhiêu", "mấy", "hay", "không", "k", "ko", "ai", "đâu", "ở"),
    *("thế", "vậy", "làm", "ạ", "à", "hả", "có", "là", "giúp", "nên", "cho", "hỏi", "thì", "mà"),
    *("rồi", "em", "e", "anh", "chị", "cháu", "bác", "ông", "chú", "tôi", "tui", "t", "mình"),
    *("bạn", "ad", "shop", "cả", "ơi", "với", "nhé", "nha", "nhỉ", "đi", "đấy", "này", "kia", "ấy"),
    *("cái", "dạ", "vâng", "ừ", "hi", "hello", "chào", "cảm", "ơn", "xin", "lỗi"),
}


class Manner(Record):
    """A linear function of a question's vector and words: above 0, more likely a matter of ours.

    Attributes:
        slopes: of the vector.
        words: of each word and pair of words, with its marks, that says enough to be kept.
    """

    bias: float
    slopes: tuple[float, ...]
    words: dict[str, float]

    def __call__(self, restored: str, vector: NDArray[np.float32]) -> float:
        """`restored` has its marks: "chiếu" of a passport is no afternoon, "chiều"."""
        known = [self.words[term] for term in terms(restored) if term in self.words]
        meant = float(np.asarray(self.slopes) @ vector)
        return self.bias + meant + sum(known) / math.sqrt(max(1, len(known)))


def terms(text: str) -> list[str]:
    """The words of `text` and the pairs of neighbours, each once: "xe", "xe máy".

    Without words and pairs that only ask, address or are polite.
    """
    words = re.findall(r"[^\W_]+", normal(text))
    single = [word for word in words if word not in _SAYS_NOTHING]
    pairs = [" ".join(p) for p in pairwise(words) if not _SAYS_NOTHING.issuperset(p)]
    return list(dict.fromkeys([*single, *pairs]))


class Learned(Record):
    """Weights of the features by name, and the decision's constants."""

    weights: dict[str, float]
    decider: Decider
    manner: Manner


@cache
def load_learned() -> Learned:
    """The constants in the repository, read once.

    Raises:
        pydantic.ValidationError: the file does not fit the code.
    """
    path = settings().data_dir / "retrieval" / "fusion.json"
    return Learned.model_validate_json(path.read_text(encoding="utf-8"))
