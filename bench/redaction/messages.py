"""Whole messages: a carrier sentence of ours with a personal number, or with what must survive."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from bench.redaction.kinds import KINDS
from bench.redaction.numbers import bare
from bench.redaction.survivors import SURVIVORS

# Before and after the number.
CARRIERS = (
    ("", ""),
    ("", " ạ"),
    ("", " nhé"),
    ("cho em hỏi hồ sơ của em, ", " đã xong chưa ạ"),
    ("tôi muốn đổi căn cước, ", " thì cần giấy tờ gì?"),
    ("Chào anh chị. Tôi gửi thông tin: ", ". Khi nào thì được trả?"),
    ("mất ví rồi, ", ", giờ làm lại thế nào"),
    ("Làm khai sinh cho cháu ở phường Cửa Nam (", ") có phải đặt lịch không?"),
    ("bố tôi vừa mất, ", " giúp tôi làm khai tử"),
    ("ad ơi ", " check hộ em với"),
    ("đăng ký thường trú về nhà vợ\n", "\ncảm ơn"),
    ("e cần xác nhận độc thân, ", ", em đang ở Nhật"),
    ("Nhà tôi sang tên sổ đỏ; ", "; phí trước bạ tính sao?"),
    ("tk vneid bị khóa ", " mở lại giúp"),
    ("hôm qua cán bộ bảo nhắn lại: ", " mà chưa thấy gì"),
    ("lý lịch tư pháp số 2 nộp ở đâu, ", ", em xin cảm ơn nhiều"),
    ("Tôi khiếu nại! ", "! Yêu cầu trả lời!"),
    ("xin chào, ", ", cho tôi hỏi phí hộ chiếu"),
    ("vợ chồng mình đăng ký kết hôn nhé, ", " - trả lời sớm giúp mình"),
    ("nộp hồ sơ rồi => ", " <= xem giúp"),
)


@dataclass(frozen=True)
class Personal:
    """`text` has the number of that kind, spelt as `spelt`; `raw` is its plain form."""

    kind: str
    raw: str
    spelt: str
    text: str
    hard: bool


@dataclass(frozen=True)
class Harmless:
    """`text` has `kept`, which must come through."""

    kind: str
    kept: str
    text: str


def personal(seed: int, count: int, *, hard: bool = False) -> Iterator[Personal]:
    """`count` messages, each kind in turn; the same for the same seed."""
    rng = Random(seed)
    names = [name for name, kind in KINDS.items() if kind.hard or not hard]
    for at in range(count):
        name = names[at % len(names)]
        kind = KINDS[name]
        raw = kind.make(rng)
        spelt = rng.choice(kind.hard if hard else kind.plain)(raw, rng)
        before, after = rng.choice(CARRIERS)
        labels = kind.labels if not hard or kind.hard_labels is None else kind.hard_labels
        before += rng.choice(labels)
        if rng.random() < 0.3:
            before, after = bare(before), bare(after)
        yield Personal(name, raw, spelt, f"{before}{spelt}{after}", hard)


def harmless(seed: int, count: int) -> Iterator[Harmless]:
    """`count` messages with a code, a fee, a date …; every fourth has a phone number as well."""
    rng = Random(seed)
    names = list(SURVIVORS)
    for at in range(count):
        name = names[at % len(names)]
        kept = SURVIVORS[name](rng)
        before, after = rng.choice(CARRIERS)
        if rng.random() < 0.3:
            before, after = bare(before), bare(after)
        if at % 4 == 0:
            after += f", sđt {KINDS['mobile number'].make(rng)}"
        yield Harmless(name, kept, f"{before}{kept}{after}")
