"""Levels, applicants, implementers and results: lists that the portal joins with commas."""

from __future__ import annotations

import re

from bot.catalogue.derive.clean import capital, first_clause, sentence_case, shorten, tidy
from bot.catalogue.model import Applicant, Level

_LEVELS = (
    ("bộ", Level.MINISTRY),
    ("trung ương", Level.MINISTRY),
    ("tỉnh", Level.CITY),
    ("thành phố", Level.CITY),
    ("xã", Level.WARD),
    ("khác", Level.OTHER),
)
_APPLICANTS = (
    ("cán bộ, công chức", Applicant.OFFICIAL),
    ("tổ chức (không bao gồm", Applicant.ORGANISATION),
    ("người việt nam định cư", Applicant.OVERSEAS_VIETNAMESE),
    ("người nước ngoài", Applicant.FOREIGNER),
    ("tổ chức nước ngoài", Applicant.FOREIGN_ORGANISATION),
    ("công dân việt nam", Applicant.CITIZEN),
    ("doanh nghiệp", Applicant.COMPANY),
    ("hợp tác xã", Applicant.COOPERATIVE),
    ("tổ chức đảng", Applicant.ORGANISATION),
    ("đảng viên", Applicant.CITIZEN),
)
_APPLICANT_SPLIT = re.compile(r",\s+(?=[A-ZĐ])(?!HTX)")
_RESULT_NOUN = (
    r"(?:Giấy|Quyết định|Thông báo|Văn bản|Phiếu|Trích lục|Bản sao|Cập nhật|Công văn"
    r"|Chứng chỉ|Thẻ|Hợp đồng|Biên bản|Sổ|Hộ chiếu|Thị thực|Hồ sơ)\b"
)
_RESULT_SPLIT = re.compile(rf";\s+|,\s+(?={_RESULT_NOUN})")
_CODE_LABEL = re.compile(r"(?<=[^\W\d_])Mã(?::.*)?$")  # a label glued to the name
# "Quyết định thay đổi nội dung Giấy A, Giấy B" is one result.
_ONE_RESULT = re.compile(r"nội dung|thay đổi|điều chỉnh|thu hồi|hủy|sửa đổi|cấp lại", re.IGNORECASE)
# The district tier ended on 1 July 2025: its offices handle nothing any more.
_DISTRICT = re.compile(r"cấp huyện|quận, huyện|^(?:UBND|Ủy ban nhân dân) huyện", re.IGNORECASE)

_PROVINCE = re.compile(r"(?:[Tt]ỉnh|[Tt]hành phố|TP\.?)\s+[A-ZĐÂ]")
# "Sở Văn hóa, Thể thao và Du lịch" is one office: a comma divides only before an office word.
_OFFICE_SPLIT = re.compile(
    r";|,\s+(?=(?:Sở|Ủy ban|UBND|Bộ|Cục|Chi cục|Công an|Phòng|Trung tâm|Cơ quan|Ban|Chi nhánh"
    r"|Văn phòng|Chủ tịch|Bảo hiểm|Thuế|Tòa|Viện|Cảng|Đại sứ|Tổng|Trường|Giám đốc|Thanh tra|Vụ"
    r"|Khu|Đài|Đơn vị|Công đoàn|Cơ sở|Hải quan|Thủ tướng|Hội đồng|Uỷ ban|Chi Cục|Tổ chức)\b)"
)


def derive_levels(text: str) -> tuple[Level, ...]:
    """Levels that a text such as "Cấp bộ, Cấp tỉnh, Cơ quan khác" names, city before ward."""
    parts = [part.strip().lower() for part in text.split(",")]
    found = {level for part in parts for word, level in _LEVELS if word in part}
    return tuple(level for level in Level if level in found)


def derive_applicants(names: tuple[str, ...]) -> tuple[Applicant, ...]:
    """Who may apply; names that the portal adds one day and we do not know are left out."""
    found = []
    for name in (part for text in names for part in _APPLICANT_SPLIT.split(text)):
        low = tidy(name).lower()
        match = next((kind for words, kind in _APPLICANTS if low.startswith(words)), None)
        if match is not None:
            found.append(match)
    return tuple(dict.fromkeys(found))


def derive_implementers(text: str) -> tuple[str, ...]:
    """Who handles the procedure, each once.

    Offices of the abolished district tier, and those of other provinces that the national
    record names, are left out: nobody in Hanoi goes there.
    """
    names: dict[str, str] = {}
    for part in _OFFICE_SPLIT.split(tidy(text)):
        name = shorten(part.strip(" .,-"), 160)
        elsewhere = _PROVINCE.search(name) and "Hà Nội" not in name
        if name[:1].isupper() and not elsewhere and not _DISTRICT.search(name):
            names.setdefault(name.lower(), name)
    return tuple(names.values())


def derive_results(items: tuple[str, ...]) -> tuple[str, ...]:
    """What the applicant receives, each result in at most 160 characters."""
    parts = (part for item in items for part in _split_results(tidy(item)))
    named = (capital(sentence_case(first_clause(_CODE_LABEL.sub("", part)))) for part in parts)
    return tuple(dict.fromkeys(name for name in named if len(name) > 2))


def _split_results(text: str) -> list[str]:
    parts = text.split("; ") if _ONE_RESULT.search(text) else _RESULT_SPLIT.split(text)
    joined = parts[:1]
    for part in parts[1:]:  # "chia, tách; sáp nhập; hợp nhất hội" is one result
        if part[:1].islower():
            joined[-1] += f"; {part}"
        else:
            joined.append(part)
    return [part.replace("; ", ", ") for part in joined]
