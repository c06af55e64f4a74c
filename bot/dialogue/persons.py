"""Words for persons, which name no matter: "chồng sắp cưới của em", "hai đứa nhỏ nhà tôi"."""

from __future__ import annotations

from bot.text.phrases import normal, phrase_pattern

_WORDS = (
    *("vợ", "chồng", "bố", "mẹ", "ba má", "ông", "bà", "cô", "dì", "bác", "cậu", "mợ", "thím"),
    *("anh", "chị", "em", "con", "cháu", "bé", "đứa", "thằng", "nhóc", "trẻ", "nó", "họ"),
    *("tôi", "mình", "tớ", "bạn", "bọn em", "chúng tôi", "nhà tôi", "nhà em", "nhà mình"),
    *("gia đình", "người nhà", "người thân", "người yêu", "hàng xóm", "chủ nhà", "chủ hộ"),
    *("cả hai", "hai bên", "hai vợ chồng", "cả nhà", "hai người", "một mình", "mỗi người"),
    *("gái", "trai", "út", "lớn", "nhỏ", "ruột", "nuôi", "nội", "ngoại", "dâu", "kế"),
    *("sắp cưới", "mới cưới", "sắp lấy", "của", "anh ấy", "chị ấy", "cô ấy", "ông ấy", "bà ấy"),
    *("ngân hàng", "công ty", "bên kia", "bên bán", "bên mua", "bên thuê"),
)
PERSON = phrase_pattern(_WORDS)


def without_persons(text: str) -> str:
    """`text` in lower case, without words for persons."""
    return PERSON.sub(" ", normal(text))


def names_a_person(text: str) -> bool:
    return bool(PERSON.search(normal(text)))
