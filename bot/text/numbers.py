"""How the telephone says what is written: numbers, amounts, dates, codes, abbreviations."""

from __future__ import annotations

import re

from bot.text.number_words import digit_by_digit, digits_of, in_words, read_number

__all__ = ["digit_by_digit", "digits_of", "in_words", "read_number", "say"]

ABBREVIATIONS = {
    "UBND": "Ủy ban nhân dân",
    "HĐND": "Hội đồng nhân dân",
    "CCCD": "căn cước công dân",
    "CMND": "chứng minh nhân dân",
    "TTHC": "thủ tục hành chính",
    "BHXH": "bảo hiểm xã hội",
    "BHYT": "bảo hiểm y tế",
    "BHTN": "bảo hiểm thất nghiệp",
    "GCN": "giấy chứng nhận",
    "QSDĐ": "quyền sử dụng đất",
    "GPLX": "giấy phép lái xe",
    "GPXD": "giấy phép xây dựng",
    "ĐKKD": "đăng ký kinh doanh",
    "DVC": "dịch vụ công",
    "VNeID": "vi en e i đi",
    "TNHH": "trách nhiệm hữu hạn",
    "HTX": "hợp tác xã",
    "PCCC": "phòng cháy chữa cháy",
    "ATTP": "an toàn thực phẩm",
    "VSATTP": "vệ sinh an toàn thực phẩm",
    "LLTP": "lý lịch tư pháp",
    "THPT": "trung học phổ thông",
    "THCS": "trung học cơ sở",
    "GDTX": "giáo dục thường xuyên",
    "GDNN": "giáo dục nghề nghiệp",
    "VPĐD": "văn phòng đại diện",
    "CNTT": "công nghệ thông tin",
    "ĐTM": "đánh giá tác động môi trường",
    "KCB": "khám chữa bệnh",
    "TP": "thành phố",
    "VN": "Việt Nam",
}
_MARKS = {"NĐ": "nghị định", "TT": "thông tư", "QĐ": "quyết định", "NQ": "nghị quyết"}
_LETTERS = {
    **dict(zip("ABCDEGHIKLMNOPQRSTUVXY", (
        "a", "bê", "xê", "đê", "e", "giê", "hát", "i", "ca", "en lờ", "em mờ", "en nờ", "o", "pê",
        "quy", "e rờ", "ét sì", "tê", "u", "vê", "ích xì", "y dài",
    ), strict=True)),
    **{"F": "ép phờ", "J": "gi", "W": "vê kép", "Z": "dét", "Đ": "đê"},
}  # fmt: skip
_CASE = re.compile(
    r"(?<!\w)(?:\d{3}\.\d{2}\.\d{2}\.)?[A-Z]\d{2}(?:\.\d{1,3}){0,3}-(?:\d{8}|\d{6})-\d{4,7}(?!\w)"
)
_TICKET = re.compile(r"(?<!\w)PA((?:-\d{4}){3})(?!\d)")
_CODE = re.compile(r"(?<![\w.])\d\.\d{6}(?!\d)")
_DECREE = re.compile(
    r"(?<![\w/])(\d{1,4})/((?:19|20)\d{2})(?:/([A-ZĐ]+\d*)(?:-([A-ZĐ]+))*)?(?![\w/])"
)
_DATE = re.compile(r"(?:ngày\s+)?(?<![\d/])(\d{1,2})[/.](\d{1,2})[/.]((?:19|20)\d{2})(?!\d)", re.I)
# Without a year only behind words of time: "24/7" and "1/2" are no days.
_DAY = re.compile(
    r"\b(ngày|sáng|trưa|chiều|tối|hôm)\s+(\d{1,2})/(\d{1,2})(?![\d/]|\.\d)", re.IGNORECASE
)
_PLACE = re.compile(r"(?<!\w)([PQ])\.\s?(?=\w)|(?<!\w)TP\.\s?(?=\w)")
_CLOCK = re.compile(r"(?<!\d)(\d{1,2})[:hH](\d{2})?(?!\w)")
_MONEY_UNIT = re.compile(r"(?<=\d)\s*(?:VNĐ|VND|đ|₫)(?!\w)", re.I)
_LONG = re.compile(r"(?<![\d.,])\d{8,}(?![\d.,]*\d)|(?<![\d.,])0\d+|(?<!\d)(?:1022|11[2345])(?!\d)")
_GROUPED = re.compile(r"(?<![\d.,])\d{1,3}(?:\.\d{3})+(?!\d)")
_DECIMAL = re.compile(r"(?<![\d.,])(\d+),(\d{1,3})(?!\d)")
_WHOLE = re.compile(r"\d+")
_GLUED = re.compile(r"(?<=\d)(?=[^\W\d_])|(?<=[^\W\d_])(?=\d)")  # "CC01"
_ASIDE = re.compile(r"\s*[(\[]\s*|[)\]](?=\s*[^\W_])")  # a pause; else a bracket is nothing
_QUOTE = re.compile(r"[)\]“”„\"«»]|…(?=[.,?!])")


def say(text: str) -> str:
    """Rewrite `text` so that a speech engine reads it as a person would.

    No digit is left: "8.000 đồng" → "tám nghìn đồng", "1.001193" → digit by digit, "15/7/2026" →
    "ngày mười lăm tháng bảy năm …"; known abbreviations are spelled out; what stands in
    brackets stands between commas. Plain words stay.
    """
    text = re.sub(r"[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]", lambda m: str(int(m[0])), text)
    for pattern, replace in (
        (_CASE, lambda m: _spell(m[0])),
        (_TICKET, _ticket),
        (_CODE, lambda m: f"{digit_by_digit(m[0][0])} chấm {digit_by_digit(m[0][2:])}"),
        (_DATE, _date),
        (_DAY, _day),
        (_PLACE, lambda m: {"P": "phường ", "Q": "quận "}.get(m[1], "thành phố ")),
        (_DECREE, _decree),
        (_MONEY_UNIT, lambda _: " đồng"),
        (_GROUPED, lambda m: _number(m[0].replace(".", ""))),
        (_CLOCK, _clock),
        (_GLUED, lambda _: " "),
        (_LONG, lambda m: digit_by_digit(m[0])),
        (_DECIMAL, lambda m: f"{_number(m[1])} phẩy {digit_by_digit(m[2])}"),
    ):
        text = pattern.sub(replace, text)
    text = _abbreviations(text.replace("%", " phần trăm").replace("&", " và "))
    text = re.sub(r"(?<=\d)\s*[-–]\s*(?=\d)", " đến ", text)
    text = re.sub(r"(?<=\d)\.(?=\d)", " chấm ", text)
    text = _WHOLE.sub(lambda m: _number(m[0]), text)
    text = _QUOTE.sub("", _ASIDE.sub(", ", text))
    return re.sub(r"[ \t]{2,}", " ", text).lstrip(" ,").rstrip()


def _number(digits: str) -> str:
    return in_words(int(digits)) if len(digits) <= 15 else digit_by_digit(digits)


def _spell(code: str) -> str:
    words = {".": "chấm", "-": "gạch"}
    return " ".join(words.get(c) or _LETTERS.get(c) or digit_by_digit(c) for c in code)


def _ticket(match: re.Match[str]) -> str:
    """In groups, with a breath between them: they are written down while they are heard."""
    return ", ".join(["pê a", *map(digit_by_digit, match[1].split("-")[1:])])


def _date(match: re.Match[str]) -> str:
    day = _day_and_month(match[1], match[2])
    return f"{day} năm {in_words(int(match[3]))}" if day else match[0]


def _day(match: re.Match[str]) -> str:
    day = _day_and_month(match[2], match[3])
    before = "" if match[1].lower() == "ngày" else f"{match[1]} "
    return f"{before}{day}" if day else match[0]


def _day_and_month(day: str, month: str) -> str:
    """ "" where it is none."""
    if not (1 <= int(day) <= 31 and 1 <= int(month) <= 12):
        return ""
    first = "mùng " if int(day) <= 10 else ""
    months = "tư" if int(month) == 4 else in_words(int(month))
    return f"ngày {first}{in_words(int(day))} tháng {months}"


def _decree(match: re.Match[str]) -> str:
    """ "23/2015/NĐ-CP" → "23 năm 2015"; a bare "7/2026" is a month."""
    if match[3] is None:
        return f"{match[1]} năm {match[2]}"
    kind = _MARKS.get(match[3])
    before = match.string[: match.start()].rstrip().lower()
    named = kind is None or before.endswith((kind, f"{kind} số"))
    return f"{'' if named else f'{kind} '}{match[1]} năm {match[2]}"


def _clock(match: re.Match[str]) -> str:
    if int(match[1]) > 24 or int(match[2] or 0) > 59:
        return match[0]
    minutes = int(match[2] or 0)
    return f"{in_words(int(match[1]))} giờ" + (f" {in_words(minutes)}" if minutes else "")


def _abbreviations(text: str) -> str:
    return re.sub(
        r"(?<!\w)(?:" + "|".join(sorted(ABBREVIATIONS, key=len, reverse=True)) + r")(?!\w)",
        lambda m: ABBREVIATIONS[m[0]],
        text,
    )
