"""Numbers that only the word beside them, or their own form, makes personal."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.text.personal.spans import Span
from bot.text.personal.words import BEGIN, FILLERS, digits

_BANKS = (
    "vietcombank|vcb|techcombank|tcb|bidv|agribank|vietinbank|mb ?bank|acb|vpbank|tpbank|"
    "sacombank|hdbank|vib|shb|msb|ocb|seabank|lpbank|momo"
)
# Kind → words → how long the number may be. The order decides: an account may look like a phone.
_TABLE = (
    ("account", r"stk|so (?:tai khoan|tk)", digits(6, 19)),
    ("account", rf"tai khoan(?: ngan hang)?|tk|chuyen khoan|{_BANKS}", digits(8, 19)),
    ("card", r"so the|the(?: (?:atm|ngan hang|tin dung|ghi no|visa))?|visa|mastercard|atm",
     digits(13, 19)),
    ("insurance", r"bhxh|bhyt|bao hiem(?: (?:xa hoi|y te))?", digits(10, 15)),
    ("tax", r"mst|ma (?:so )?thue(?: ca nhan)?", digits(10, 13)),
    ("passport", r"ho chieu|passport|pp|hc", r"[a-z] ?\d(?:[ .-]?\d){6,7}(?!\d)"),
    ("cccd", r"cccd|cancuoc|can cuoc(?: cong dan)?|cmnd|cmtnd|cmt|chung minh"
     r"(?: (?:nhan dan|thu))?|dinh danh(?: ca nhan)?|ma so ca nhan|gplx|bang lai(?: xe)?"
     r"|giay phep lai xe", digits(8, 13)),
    ("phone", r"sdt|dt|d/t|dthoai|dien thoai|di dong|may ban|so may|phone|tel|zalo|mobile",
     rf"(?!1[89]00){digits(8, 11)}"),
    ("plate", r"bien(?: so)?(?: xe)?|bsx|bks|xe(?: may| o to| oto)?",
     r"\d\d ?-? ?[a-z]{1,2} ?\d? ?[.-]? ?(?:\d{3}[ .]?\d{2}|\d{4})(?![\w]|[.,-]\d)"),
)  # fmt: skip
_NAMED = [
    (kind, re.compile(rf"{BEGIN}(?:{words}){FILLERS}({number})")) for kind, words, number in _TABLE
]
# Groups of people who are insured, each with its letters on the card.
_INSURED = (
    "ba|bt|ca|cb|cc|ch|ck|cn|cs|ct|cy|dk|dn|dt|gb|gd|hc|hd|hg|hn|hs|ht|hx|kc|ls|mc|ms|nn|no|nu|pv|"
    "qn|sv|ta|tb|tc|te|tk|tn|tq|ts|tv|tx|ty|xb|xd|xk|xn|xv"
)
_CARD = re.compile(rf"(?<!\w)(?:{_INSURED})[ .-]?[1-5](?:[ .-]?\d){{12}}(?!\d)")
_PASSPORT = re.compile(r"(?<![\w.-])[bceknps] ?\d{7,8}(?!\w|[.-]\d)")
_PLATE = re.compile(
    r"(?<![\w.,])(?:1[1-9]|[2-9]\d)-?(?:[a-z]\d?|ld|da|md|mk|hc|nn|ng|qt)[ .-]{0,2}\d{3}\.?\d{2}"
    r"(?!\w|[.,-]\d)"
)
_PLATE_TYPED = re.compile(
    r"(?<![\w.,-])(?:1[1-9]|[2-9]\d)[abcefghlmnpstuvxy]\d? ?\d{3}\.?\d{2}(?<!00)(?!\w|[.,-]\d)"
)


def named(text: str, shadow: str) -> Iterator[Span]:
    """Accounts, insurance and tax codes, passports, plates; identity and phone numbers with slips.

    A health-insurance card, a passport and a plate also count alone, in the form they are printed.
    """
    for match in _CARD.finditer(shadow):
        yield Span(*match.span(), "insurance")
    for kind, pattern in _NAMED:
        for match in pattern.finditer(shadow):
            yield Span(*match.span(1), kind)
    for match in _PASSPORT.finditer(shadow):
        # "e 1500000" is a person and an amount.
        capital, solid = text[match.start()].isupper(), " " not in match[0]
        if (capital and solid) or ((capital or solid) and not match[0].endswith("000")):
            yield Span(*match.span(), "passport")
    for match in _PLATE.finditer(shadow):
        # "50k 20000" is two amounts: a plate has capitals or its hyphen or dot.
        if any(sign.isupper() or sign in ".-" for sign in text[slice(*match.span())]):
            yield Span(*match.span(), "plate")
    for match in _PLATE_TYPED.finditer(shadow):
        yield Span(*match.span(), "plate")
