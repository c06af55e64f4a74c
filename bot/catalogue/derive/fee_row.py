"""What one fee row says: a number, and a text that is often the truer of the two."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.catalogue.derive import fee_words as words
from bot.catalogue.derive.clean import balanced, shorten, strip_bullet, tidy
from bot.catalogue.derive.fee_dates import add_number, separate
from bot.catalogue.derive.money import Money, fee_type, find_money, find_usd, is_formula
from bot.catalogue.derive.period import find_period
from bot.catalogue.derive.raw import RawFee
from bot.catalogue.derive.setter import COUNCIL, find_setter, lasting_setter
from bot.catalogue.model import Amount, ChannelKind, Fee, FeeKind, FeeType, UsdAmount

_BEFORE_LABEL = re.compile(
    r"^(?:(?:Theo|Thực hiện theo)[^:]*Thông tư[^:]*:\s*|(?:Kể )?từ ngày[^,]*,\s*(?:mức thu\s*)?"
    r"|(?:Phí|Lệ phí)\s*:\s*|nhưng\s+|[-+\s]+)+",
    re.IGNORECASE,
)
_PER_ONLY = re.compile(
    r"(?:đồng\s*)?(?:/|Trên 1)\s*([^\W\d][^,;:.()]{0,29})|(?:đồng/)?(?:1\s)?(lần|hồ sơ)"
)


@dataclass(frozen=True)
class FeeContext:
    """What the rest of the record tells about a fee row.

    `elsewhere` names the field that speaks of a fee, so that a bare 0 is not taken for free.
    """

    channel: ChannelKind
    elsewhere: str | None


def read_row(raw: RawFee, context: FeeContext) -> Fee:
    """The fee that one row states, with the reason for what was concluded."""
    text = words.bare(raw.text)
    if raw.in_usd and raw.value:
        usd = UsdAmount(usd=raw.value, what=_label(text))
        return Fee(kind=FeeKind.UNKNOWN, usd=(usd,), reason="nguồn ghi bằng đô la Mỹ")
    if text in ("", "0"):
        return _without_text(raw.value, context)
    if words.says_none(text):
        return Fee(kind=FeeKind.NONE, reason=f"nguồn ghi “{shorten(text, 60)}”")
    if words.exempts_online(text) and not (raw.value or 0) > 1:
        if context.channel is ChannelKind.ONLINE:
            return _no_charge(text, "nguồn ghi miễn lệ phí khi nộp qua mạng")
        return _without_amount(text, "nguồn chỉ ghi miễn khi nộp qua mạng")
    if words.exempts_but_copies(text):
        return _no_charge(text, "nguồn ghi miễn lệ phí; chỉ bản sao theo yêu cầu mới mất phí")
    return _with_text(raw.value, text)


def is_lost(value: int | None) -> bool:
    """Whether a number of dong has lost its thousands, or is dollars in disguise."""
    return value is not None and (0 < value < 1000 or (value < 10_000 and value % 500 != 0))


def _without_text(value: int | None, context: FeeContext) -> Fee:
    if value is None:
        return Fee(kind=FeeKind.UNKNOWN, reason="nguồn để trống")
    if is_lost(value):
        return Fee(kind=FeeKind.UNKNOWN, reason=_lost(value))
    if value > 0:
        return Fee(kind=FeeKind.KNOWN, amounts=(Amount(dong=value),), reason="số tiền của nguồn")
    if context.elsewhere is None:
        return Fee(kind=FeeKind.NONE, reason="nguồn ghi 0 đồng, không mục nào khác nói đến phí")
    reason = f"nguồn ghi 0 đồng nhưng {context.elsewhere} có nói đến phí"
    return Fee(kind=FeeKind.UNKNOWN, reason=reason)


def _no_charge(text: str, reason: str) -> Fee:
    """The administrative fee alone is 0 đồng: other fees may remain, so this is not "free"."""
    amount = Amount(dong=0, type=FeeType.FEE, what="lệ phí đăng ký")
    return Fee(kind=FeeKind.KNOWN, amounts=(amount,), set_by=find_setter(text), reason=reason)


def _with_text(value: int | None, text: str) -> Fee:
    if words.says_nothing(text):
        return Fee(kind=FeeKind.UNKNOWN, reason="nguồn ghi không hoặc chưa quy định")
    if is_formula(text):
        return _without_amount(text, "mức thu tính theo công thức hoặc tỷ lệ")
    monies = find_money(text)
    if monies:
        return _from_monies(value, text, monies)
    usd = tuple(UsdAmount(usd=n, per=per, what=_label(text)) for n, per in find_usd(text))
    if usd:
        return Fee(kind=FeeKind.UNKNOWN, usd=usd, reason="nguồn ghi bằng đô la Mỹ")
    if value and not is_lost(value) and find_setter(text) != COUNCIL:
        return _number_with_label(value, text)
    if is_lost(value):
        return _without_amount(text, _lost(value))
    return _without_amount(text, "nguồn không ghi mức thu")


def _from_monies(value: int | None, text: str, monies: list[Money]) -> Fee:
    number = value * 1000 if value and is_lost(value) else value
    joined = add_number(monies, number) if number else monies
    if joined is None:
        return _without_amount(text, "số tiền và chữ trong nguồn không khớp nhau")
    if is_lost(value):
        joined = monies  # the thousands were guessed: good enough to check, not to say
    setter = find_setter(text)
    return Fee(
        kind=FeeKind.KNOWN,
        amounts=tuple(_amount(money) for money in separate(joined)),
        set_by=None if setter == COUNCIL else setter,
        type=fee_type(text),
        exempt=words.exempt_groups(text),
        reason="số tiền đọc từ chữ của nguồn",
    )


def _number_with_label(value: int, text: str) -> Fee:
    period = find_period(text)
    per = _PER_ONLY.fullmatch(text)
    amount = Amount(
        dong=value,
        type=fee_type(text),
        per=tidy(per[1] or per[2]) if per else None,
        what=None if per else _label(text),
        start=period.start,
        end=period.end,
    )
    return Fee(
        kind=FeeKind.KNOWN,
        amounts=(amount,),
        set_by=find_setter(text),
        type=fee_type(text),
        exempt=words.exempt_groups(text),
        reason="số tiền của nguồn",
    )


def _without_amount(text: str, reason: str) -> Fee:
    setter = find_setter(text)
    if setter and find_period(text).end:
        setter = lasting_setter(setter)
    return Fee(
        kind=FeeKind.SET_ELSEWHERE if setter else FeeKind.UNKNOWN,
        set_by=setter,
        type=fee_type(text),
        exempt=words.exempt_groups(text),
        reason=f"{reason}; nguồn nêu nơi quy định" if setter else reason,
    )


def _amount(money: Money) -> Amount:
    return Amount(
        dong=money.dong,
        type=fee_type(money.what),
        per=money.per,
        what=_label(money.what),
        start=money.period.start,
        end=money.period.end,
    )


def _label(text: str) -> str | None:
    """The case that an amount is for, at most 120 characters; None where no case is said."""
    label = _BEFORE_LABEL.sub("", strip_bullet(tidy(text)).strip(" :;,."))
    if label.count("(") > label.count(")"):
        label = label.lstrip("( ")
    label = re.sub(r"\s*(?:là|mức thu|thu|:)$", "", label).strip(" :;,.")
    if len(label) < 4 or label.lower() in ("lệ phí", "đồng", "mức thu"):
        return None
    if words.is_citation(label) or words.exempts(label) or words.is_instruction(label):
        return None
    return balanced(shorten(label, 120))


def _lost(value: int | None) -> str:
    return f"số {value} trong nguồn đã mất phần nghìn hoặc không phải tiền đồng"
