"""What people mean while a case code or its proof is asked for; by words, with or without marks."""

from __future__ import annotations

import re
from enum import StrEnum

from bot.dialogue.cases.asked import AGAIN
from bot.text.phrases import normal, phrase_pattern

_SHORT = 9  # words: a longer message is a matter of its own, however it begins


class Meant(StrEnum):
    STOP = "stop"
    YES = "yes"
    WRONG = "wrong"  # the code that was read back
    FORGOTTEN = "forgotten"
    WHY = "why"
    PHOTO = "photo"
    AGAIN = "again"


_YES = phrase_pattern(
    (
        *("đúng", "đúng rồi", "đúng vậy", "phải", "phải rồi", "vâng", "dạ", "ừ", "ừm", "ok", "oke"),
        *("chuẩn", "chuẩn rồi", "chính xác", "chính nó", "được", "rồi", "ạ", "đó", "đấy", "nhé"),
        *("mã đúng", "mã đó đúng", "em", "anh", "chị", "cháu", "con", "bác"),
    )
)
_WRONG = phrase_pattern(
    (
        *("sai", "sai rồi", "nhầm", "lộn", "trật", "chưa đúng", "không đúng", "không phải"),
        *("đọc nhầm", "gõ nhầm", "mã khác", "không phải mã đó", "hổng phải", "đâu phải"),
    )
)
_STOP = phrase_pattern(
    (
        *("không tra nữa", "thôi không", "thôi khỏi", "thôi ạ", "thôi nhé", "thôi vậy", "khỏi tra"),
        *("không cần nữa", "không cần tra", "khỏi cần", "bỏ qua", "bỏ đi", "để sau", "để lúc khác"),
        *("để khi khác", "lúc khác", "dừng lại", "hủy đi", "không muốn tra", "không hỏi nữa"),
    ),
    exact=("thôi",),
)
_STOP_ALONE = re.compile(
    r"^\W*(?:th[oô]i|h[uủ]y|d[uừ]ng|stop)\W*(?:v[aậ]y|ạ|nhé|nh[aá]|em|đi)?\W*$"
)
_FORGOTTEN = phrase_pattern(
    (
        *("không nhớ", "không thuộc", "không biết", "không rõ", "không có mã", "không có số"),
        *("chưa có mã", "chả nhớ", "chẳng nhớ", "hổng nhớ", "hông nhớ", "nhớ không ra", "quên"),
        *("quên mất", "quên rồi", "mất giấy", "mất giấy hẹn", "mất phiếu", "rơi giấy hẹn"),
        *("không thấy mã", "không tìm thấy", "không có giấy hẹn", "không có giấy", "không giữ"),
        *("mã ở đâu", "mã nằm ở đâu", "mã đâu", "tìm mã", "lấy mã", "xem mã", "mã là gì"),
        *("mã nào", "mã hồ sơ là gì", "số nào", "đổi số", "đổi sim", "mất sim", "thay số"),
        *("số cũ", "ghi số nào", "đâu có mã", "làm gì có mã", "không còn giữ", "chịu"),
    )
)
_WHY = phrase_pattern(
    (
        *("để làm gì", "làm gì vậy", "sao phải", "sao lại phải", "tại sao", "vì sao", "sao cần"),
        *("sao lại hỏi", "hỏi làm gì", "cần làm gì", "có an toàn", "an toàn không", "lộ thông tin"),
        *("bị lộ", "lừa đảo", "có bị sao không", "có lưu lại", "lưu lại không"),
    )
)
_PHOTO = phrase_pattern(
    (
        *("chụp", "chụp ảnh", "chụp hình", "gửi ảnh", "gửi hình", "ảnh chụp", "hình chụp"),
        *("tấm ảnh", "tấm hình", "bức ảnh", "file ảnh", "quét giấy", "gửi file", "scan", "up ảnh"),
    )
)
_SLIP = phrase_pattern(
    ("giấy hẹn", "phiếu hẹn", "biên nhận", "mã hồ sơ", "giấy tiếp nhận", "tờ hẹn", "giấy biên nhận")
)


def meant(text: str) -> Meant | None:
    """The one thing a short message says about code and proof; None when it says none of them."""
    said = normal(text)
    if len(said.split()) > _SHORT + (4 if _PHOTO.search(said) else 0):
        return None
    for meaning, pattern in _IN_ORDER:
        if pattern.search(said):
            return meaning
    return Meant.YES if _only(_YES, said) else None


_IN_ORDER = (
    (Meant.STOP, _STOP_ALONE),
    (Meant.PHOTO, _PHOTO),
    (Meant.AGAIN, AGAIN),
    (Meant.WHY, _WHY),
    (Meant.FORGOTTEN, _FORGOTTEN),
    (Meant.WRONG, _WRONG),
    (Meant.STOP, _STOP),
)


def offers_a_photo(text: str) -> bool:
    """Of the slip with the code, whatever was talked about."""
    said = normal(text)
    return bool(_PHOTO.search(said) and _SLIP.search(said))


def stops_first(text: str) -> bool:
    """ "Thôi, …": what follows is another matter."""
    return bool(re.match(r"\W*thôi\b", normal(text)))


def _only(pattern: re.Pattern[str], said: str) -> bool:
    return bool(said.strip()) and not re.sub(r"\W", "", pattern.sub("", said))
