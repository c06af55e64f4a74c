"""The phrases by which fee texts say that nothing is paid, or that nothing is said."""

from __future__ import annotations

import re

from bot.catalogue.derive.clean import first_clause, tidy

_NONE = re.compile(
    r"(?:-\s*)?(?:không|không có|miễn phí|miễn lệ phí|miễn phí, lệ phí|không mất phí"
    r"|không (?:thu )?(?:phí|lệ phí)|không (?:thu )?phí,? (?:và )?lệ phí)"
    r"(?:\s*\((?:theo )?thông tư số [^)]*\))?",
    re.IGNORECASE,
)
_NOT_SAID = re.compile(
    r"(?:phí|lệ phí|phí, lệ phí)?\s*:?\s*(?:không|chưa)(?: được)? quy định\b|chưa có$",
    re.IGNORECASE,
)
_EXEMPTION = re.compile(r"miễn (?:lệ )?phí|không thu (?:lệ )?phí|được miễn", re.IGNORECASE)
_ONLINE = re.compile(r"qua mạng|trực tuyến|dịch vụ công", re.IGNORECASE)
_CITATION = re.compile(
    r"\W*(?:h?eo |theo |thông tư|nghị định|nghị quyết|quy định|luật phí|áp dụng|mức giảm"
    r"|thực hiện|nộp |từ ngày|kể từ)",
    re.IGNORECASE,
)
_INSTRUCTION = re.compile(r"hình thức nộp|thời điểm|chuyển khoản|người nộp", re.IGNORECASE)
_SPEAKS = re.compile(
    r"lệ phí|nghĩa vụ tài chính|tiền sử dụng đất|tiền thuê đất|thu tiền|nộp tiền"
    r"|(?<!học )(?<!kinh )(?<!chi )(?<!miễn )(?<!táng )(?<!lãng )(?<!phung )(?<!đảng )"
    r"(?<!hoàn )\bphí\b(?! bảo hiểm)(?! sinh hoạt)",
    re.IGNORECASE,
)
_EXEMPT_WHOM = re.compile(
    r"(?:miễn|không thu) (?:lệ )?phí(?: [\w ]{0,30}?)? (?:cho|đối với)(?: những)?:? ([^.]{6,})",
    re.IGNORECASE,
)
# Groups that fee texts of civil-status procedures exempt, in the words we show.
_EXEMPT_GROUPS = (
    ("gia đình có công với cách mạng", "người thuộc gia đình có công với cách mạng"),
    ("hộ nghèo", "người thuộc hộ nghèo"),
    ("người khuyết tật", "người khuyết tật"),
    ("khai tử đúng hạn", "đăng ký khai tử đúng hạn"),
    ("khai sinh đúng hạn", "đăng ký khai sinh đúng hạn"),
)


def bare(text: str) -> str:
    """`text` without the brackets and full stops around it."""
    text = tidy(text).strip(" .;")
    while text.startswith("(") and text.endswith(")"):
        text = text[1:-1].strip(" .;")
    return text.strip("( ") if text.count("(") > text.count(")") and text[:1] == "(" else text


def says_none(text: str) -> bool:
    """Whether the whole text says that nothing is paid; "không quy định" does not."""
    return _NONE.fullmatch(text) is not None


def says_nothing(text: str) -> bool:
    """Whether the text says that no rule exists, which is not the same as free."""
    return _NOT_SAID.match(text) is not None


def exempts(text: str) -> bool:
    return _EXEMPTION.search(text) is not None


def exempts_but_copies(text: str) -> bool:
    """Whether all are exempt, and only copies on request cost something."""
    return re.match(r"Miễn lệ phí\.\s*Phí cấp bản sao", text, re.IGNORECASE) is not None


def exempts_online(text: str) -> bool:
    """Whether the text exempts those who file online."""
    return exempts(text) and _ONLINE.search(text) is not None


def is_citation(text: str) -> bool:
    """Whether the words only name a rule, and so do not say which case an amount is for."""
    return _CITATION.match(text) is not None or "theo quy định" in text.lower()


def is_instruction(text: str) -> bool:
    """Whether the words say how or when to pay, not for which case."""
    return _INSTRUCTION.search(text) is not None


def speaks_of_fee(text: str) -> bool:
    """Whether a text outside the fee field speaks of something that the applicant pays."""
    return _SPEAKS.search(text) is not None


def exempt_groups(text: str) -> tuple[str, ...]:
    """Who pays nothing by `text`: groups that we know by name, else its own words."""
    match = _EXEMPT_WHOM.search(text)
    if match is None:
        return ()
    known = tuple(shown for words, shown in _EXEMPT_GROUPS if words in match[1].lower())
    own = first_clause(match[1], 120)
    return known or ((own,) if len(own) > 5 else ())
