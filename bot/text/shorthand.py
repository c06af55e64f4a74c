"""Spelling of hurried and young people, written out: "mún đk tạm trú thì cần j" → "muốn đăng ký …".

Only whole words that hardly mean anything else in a question; a text without marks gets the words
without marks, so that guessing its marks goes on as for the rest.
"""

from __future__ import annotations

import re

from bot.text.fold import has_diacritics, strip_diacritics

_WORDS = {
    "j": "gì", "z": "vậy", "zậy": "vậy", "zay": "vậy", "v": "vậy", "ko": "không", "k": "không",
    "hok": "không", "hong": "không", "hông": "không", "khg": "không", "dc": "được", "đc": "được",
    "đx": "được", "dx": "được", "bn": "bao nhiêu", "bnh": "bao nhiêu", "bnhiu": "bao nhiêu",
    "nhiu": "nhiêu", "nhìu": "nhiều", "mún": "muốn", "mun": "muốn", "ntn": "như thế nào",
    "nvay": "như vậy", "ròi": "rồi", "roi": "rồi", "lm": "làm", "lun": "luôn", "bít": "biết",
    "bit": "biết", "đg": "đang", "dg": "đang", "đk": "đăng ký", "dk": "đăng ký", "đki": "đăng ký",
    "dki": "đăng ký", "đky": "đăng ký", "dky": "đăng ký", "kí": "ký", "ki": "ký",
    "gto": "giấy tờ", "gks": "giấy khai sinh", "đkkh": "đăng ký kết hôn",
    "dkkh": "đăng ký kết hôn", "hk": "hộ khẩu", "hkd": "hộ kinh doanh",
    "gpkd": "giấy phép kinh doanh", "đkkd": "đăng ký kinh doanh", "dkkd": "đăng ký kinh doanh",
    "gplx": "giấy phép lái xe", "gpxd": "giấy phép xây dựng", "sđ": "sổ đỏ",
    "gcn": "giấy chứng nhận", "cty": "công ty", "dn": "doanh nghiệp", "ubnd": "ủy ban nhân dân",
    "ck": "chồng", "vk": "vợ", "ny": "người yêu", "nyc": "người yêu cũ", "bme": "bố mẹ",
    "bhyt": "bảo hiểm y tế", "bhxh": "bảo hiểm xã hội", "bhtn": "bảo hiểm thất nghiệp",
    "tcxh": "trợ cấp xã hội", "cdt": "chủ đầu tư", "hn": "hà nội", "ng": "người", "ak": "à",
    "uk": "ừ", "oy": "rồi",
}  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+")


def written_out(text: str) -> str:
    """`text` with shorthand words written out; case of the others and all else stays."""
    marked = has_diacritics(text)

    def full(match: re.Match[str]) -> str:
        word = _WORDS.get(match[0].lower())
        if word is None:
            return match[0]
        return word if marked else strip_diacritics(word)

    return _WORD.sub(full, text)
