"""How hurried and young people spell, and what is meant: "mún đk", "hộ chíu", "dc hk"."""

from __future__ import annotations

from bot.text.regional import END

SPELLINGS = {
    "j": "gì", "jì": "gì", "zì": "gì", "z": "vậy", "zậy": "vậy", "zay": "vậy", "zạ": "vậy",
    "zại": "vậy", "dzậy": "vậy", "dzay": "vậy", "v": "vậy",
    "ko": "không", "k": "không", "hok": "không", "hơm": "không", "khum": "không", "khg": "không",
    "dc": "được", "đc": "được", "đx": "được", "dx": "được",
    "bn": "bao nhiêu", "bnh": "bao nhiêu", "bnhiu": "bao nhiêu", "bnhiêu": "bao nhiêu",
    "nhiu": "nhiêu", "nhìu": "nhiều", "xiền": "tiền", "mún": "muốn", "mun": "muốn",
    "mìh": "mình", "mik": "mình", "mjk": "mình", "mk": "mình", "mng": "mọi người",
    "ntn": "như thế nào", "nvay": "như vậy", "ròi": "rồi", "roi": "rồi", "rùi": "rồi", "oy": "rồi",
    "lm": "làm", "lun": "luôn", "lém": "lắm", "bít": "biết", "bit": "biết", "đg": "đang",
    "dg": "đang", "trc": "trước", "cx": "cũng", "nx": "nữa", "vs": "với", "thui": "thôi",
    "chiện": "chuyện", "iu": "yêu", "wá": "quá", "wê": "quê", "zợ": "vợ", "hỉu": "hiểu",
    "kỉu": "kiểu", "đìu": "điều", "thíu": "thiếu", "chíu": "chiếu", "phíu": "phiếu",
    "phý": "phí", "fí": "phí", "fải": "phải", "fường": "phường", "zấy": "giấy", "jấy": "giấy",
    "zờ": "giờ", "zô": "vào", "zề": "về", "zới": "với", "kí": "ký", "ki": "ký", "ck": "chồng",
    "vk": "vợ", "ny": "người yêu", "nyc": "người yêu cũ", "bme": "bố mẹ", "ngta": "người ta",
    "ng": "người", "ak": "à", "uk": "ừ",
}  # fmt: skip
ABBREVIATIONS = {
    "đk": "đăng ký", "dk": "đăng ký", "đki": "đăng ký", "dki": "đăng ký", "đky": "đăng ký",
    "dky": "đăng ký", "xn": "xác nhận", "gp": "giấy phép", "gto": "giấy tờ",
    "gks": "giấy khai sinh", "đkkh": "đăng ký kết hôn", "dkkh": "đăng ký kết hôn",
    "tthn": "tình trạng hôn nhân", "hk": "hộ khẩu", "hkd": "hộ kinh doanh",
    "gpkd": "giấy phép kinh doanh", "đkkd": "đăng ký kinh doanh", "dkkd": "đăng ký kinh doanh",
    "gplx": "giấy phép lái xe", "gpxd": "giấy phép xây dựng", "sđ": "sổ đỏ",
    "gcn": "giấy chứng nhận", "cty": "công ty", "dn": "doanh nghiệp", "ubnd": "ủy ban nhân dân",
    "bhyt": "bảo hiểm y tế", "bhxh": "bảo hiểm xã hội", "bhtn": "bảo hiểm thất nghiệp",
    "tcxh": "trợ cấp xã hội", "cdt": "chủ đầu tư", "hn": "hà nội",
}  # fmt: skip

# Found as whole words, after the words above and in this order.
RULES = (
    # "dc hk" asks; "nhập hk" is the household book
    (r"(được|duoc|tiền|tien|phí|phi|onl|online|lâu|lau) (?:hộ khẩu|ho khau)(?=\W*$)", r"\1 không"),
    (r"(con|của|cho|hai|cùng|lấy|với|cưới) dợ", r"\1 vợ"),
    (rf"(?:dợ|dậy|dị|vại){END}", "vậy"),
    (r"dợ", "vợ"),
    (r"(cần|giấy tờ|những|mang|can|giay to) dì", r"\1 gì"),
)
