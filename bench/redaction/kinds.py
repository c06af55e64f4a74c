"""Each kind of personal number: how it is made, spelt, and what words stand before it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from bench.redaction import numbers as n
from bench.redaction import spellings as s


@dataclass(frozen=True)
class Kind:
    """`labels` stand before the number; an empty one: the number is told by its form alone."""

    make: Callable[[Random], str]
    labels: tuple[str, ...]
    plain: tuple[s.Spelling, ...]
    hard: tuple[s.Spelling, ...] = ()
    hard_labels: tuple[str, ...] | None = None  # where others stand before the hard forms


_AS_IS = s.grouped("")
_SAID = (s.in_words, s.bare_words, s.with_pauses, s.half_in_words)
_BADLY = (s.slipped, s.one_more, s.with_l, s.cut("và"), s.cut("đuôi"), s.english)
_NO_WORD = ("", "của em đây ", "số của tôi là ")
_CALL = ("", "", "sđt ", "số điện thoại của tôi là ", "gọi lại cho em số ", "zalo: ", "dt ")

KINDS: dict[str, Kind] = {
    "CCCD": Kind(
        n.cccd,
        ("", "", "cccd ", "số căn cước của tôi là ", "CCCD: ", "căn cước công dân số ",
         "mã định danh "),
        (_AS_IS, s.grouped(" ", 3, 3, 3), s.grouped(".", 3, 3, 3), s.grouped(" ", 4, 4),
         s.grouped("-", 3, 3, 3), s.grouped(" ", 6), s.grouped(" ", *[1] * 11), s.with_o, s.wide,
         *_SAID),
        (*_BADLY, s.grouped("/", 3, 3, 3)),
    ),
    "old identity number": Kind(
        n.cmnd,
        ("", "", "cmnd ", "số chứng minh của tôi là ", "chứng minh nhân dân cũ: ", "cmt "),
        (_AS_IS, s.grouped(" ", 3, 3), s.grouped(".", 3, 3), s.with_o, *_SAID),
        _BADLY,
    ),
    "mobile number": Kind(
        n.mobile, _CALL,
        (_AS_IS, s.grouped(" ", 4, 3), s.grouped(".", 4, 3), s.grouped("-", 3, 3),
         s.grouped(" ", 3, 3), s.grouped(" ", 2, 2, 2, 2), s.grouped("\u00a0", 4, 3),
         s.grouped(" . ", 4, 3), s.grouped("/", 4, 3), s.grouped(",", 4, 3),
         s.abroad("+84 ", " "), s.abroad("+84", ""), s.abroad("84", ""),
         s.abroad("(+84) ", "."), s.abroad("0084", ""), s.abroad("+84 (0)", " "), s.with_o, s.wide,
         s.in_hundreds, s.in_pairs, s.doubled, *_SAID),
        _BADLY,
    ),
    "landline": Kind(
        n.landline, _CALL,
        (_AS_IS, s.grouped(" ", 3, 4), s.grouped(".", 3, 4), s.abroad("+84 ", " "),
         lambda number, _: f"({number[:3]}) {number[3:]}", *_SAID),
        _BADLY,
    ),
    "e-mail": Kind(
        n.email,
        ("", "email ", "địa chỉ mail của em là ", "gửi về ", "thư điện tử: "),
        (_AS_IS, s.said_email, s.bare_email, s.dotted_email, s.spaced_email,
         lambda address, _: address.upper()),
        (lambda address, _: address.replace("@", " "), lambda address, _: address.replace("@", "#"),
         lambda address, _: address.split("@")[0]),
    ),
    "bank card": Kind(
        n.card,
        ("", "", "số thẻ ", "thẻ ngân hàng của tôi: ", "thẻ atm số "),
        (_AS_IS, s.grouped(" ", 4, 4, 4), s.grouped("-", 4, 4, 4), s.grouped(".", 4, 4, 4),
         s.in_words),
        (s.slipped, s.cut("và"), s.grouped(" ", 6, 6)),
    ),
    "account": Kind(
        n.account,
        ("stk ", "số tài khoản ", "số tài khoản của tôi là ", "STK: ", "tài khoản vietcombank "),
        (_AS_IS, s.grouped(" ", 4, 3), s.grouped(".", 3, 3)),
        (_AS_IS, s.grouped(" ", 4, 3), s.in_words), _NO_WORD,
    ),
    "date of birth": Kind(
        n.birth,
        ("sinh ngày ", "ngày sinh: ", "ngày tháng năm sinh ", "sn ", "con tôi sinh ngày ",
         *(f"{name}, " for name in n.NAMES), *(f"{name} sinh ngày " for name in n.NAMES[:2])),
        (_AS_IS, s.date("-"), s.date(".")),
        (),
    ),
    "birth, other forms": Kind(
        n.birth,
        ("sinh ngày ", "sinh năm ", "em sinh ", "ngày sinh "),
        (s.year_only, s.date_in_words),
        (lambda day, _: day[:-4] + day[-2:], s.date(" "),
         lambda day, rng: s.in_words(day[-4:], rng)),
    ),
    "passport": Kind(
        n.passport,
        ("hộ chiếu ", "số hộ chiếu của tôi là ", "passport: ", "hộ chiếu số "),
        (_AS_IS, s.grouped(" ", 1), s.small),
        (s.small, s.grouped(" ", 1)), _NO_WORD,
    ),
    "insurance": Kind(
        lambda rng: rng.choice((n.health_card, n.insurance))(rng),
        ("mã số bhxh ", "thẻ bảo hiểm y tế ", "bhyt số ", "số sổ bảo hiểm xã hội là "),
        (_AS_IS, s.grouped(" ", 3, 3), s.grouped(".", 3, 3)),
        (_AS_IS, s.grouped(" ", 3, 3)), _NO_WORD,
    ),
    "personal tax code": Kind(
        n.tax, ("mst ", "mã số thuế cá nhân ", "mã số thuế của tôi là "),
        (_AS_IS, s.grouped(" ", 4, 3)),
        (_AS_IS,), _NO_WORD,
    ),
    "plate": Kind(
        n.plate, ("", "biển số ", "xe máy biển ", "bks: "),
        (_AS_IS, s.without("."), lambda plate, _: plate.replace("-", " ")),
        (lambda plate, _: plate.lower().replace("-", " ").replace(".", ""), s.without("-.")),
    ),
}  # fmt: skip
