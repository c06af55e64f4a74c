"""Answers of the portal's own JSON API, as it sends them."""

from __future__ import annotations

from bot.catalogue.derive.raw import RawChannel, RawFee, RawPaper, RawProcedure
from bot.catalogue.importers.fields import Json, flag, number, objects, part, text
from bot.catalogue.model import ChannelKind, Flags

_CHANNELS = {
    "ONLINE": ChannelKind.ONLINE,
    "DIRECT": ChannelKind.COUNTER,
    "POSTAL": ChannelKind.POST,
}
_UNITS = {"WORKING_DAY": "ngày làm việc", "DAY": "ngày", "HOUR": "giờ", "MONTH": "tháng"}
_LEVELS = (("isMinistry", "Cấp bộ"), ("isProvince", "Cấp tỉnh"), ("isWard", "Cấp xã"))
_PAGE = "https://dichvucong.gov.vn/"


class OtherProvince(Exception):
    """A procedure that another province promulgated: not wrong, but not for Hanoi."""


def is_portal_answer(record: Json) -> bool:
    return "data" in record and "message" in record


def read_portal_answer(record: Json, asof: str) -> RawProcedure:
    """One answer; `asof` is the month ("2026-07") in which it was fetched.

    Raises:
        WrongType: a field has another type than the API sends.
        OtherProvince: the procedure belongs to another province.
        ValueError: the answer is an error message of the API.
    """
    if text(record, "code") != "OK":
        raise ValueError(f"cổng trả lời lỗi “{text(record, 'message')[:60]}”")
    data = part(record, "data")
    agency = text(data, "departmentPromulgateName")
    if agency.startswith(("UBND", "Ủy ban")) and "Hà Nội" not in agency:
        raise OtherProvince(f"do {agency} ban hành, không áp dụng ở Hà Nội")
    return RawProcedure(
        code=text(data, "code").strip(),
        title=text(data, "name"),
        field=text(part(data, "category"), "name"),
        asof=asof,
        levels=", ".join(name for key, name in _LEVELS if flag(data, key)),
        agency=agency,
        implementers=_implementers(data),
        channels=tuple(_channel(row) for row in objects(data, "executionMethods")),
        papers=_papers(data),
        results=tuple(text(item, "name") for item in objects(data, "resultsDetails")),
        law=tuple(_law(item) for item in objects(data, "legalBasisesDetails")),
        applicants=tuple(text(item, "name") for item in objects(data, "subjectTypesDetails")),
        decision=text(part(data, "procedureProposal"), "proposalNumber"),
        flags=_flags(data),
        url=_PAGE,
        sources=("portal API",),
        steps=_steps(data),
        conditions=text(data, "requirementsAndConditions"),
    )


def _implementers(data: Json) -> str:
    groups = objects(data, "unitGroupsExecuting") + objects(data, "departmentsExecuting")
    return ";".join(text(item, "name") for item in groups)


def _channel(row: Json) -> RawChannel:
    name = text(row, "submissionMethod")
    if name not in _CHANNELS:
        raise ValueError(f"cách nộp “{name[:40]}” không có trong danh sách đã biết")
    amount, unit = number(row, "processingTime"), _UNITS.get(text(row, "processingTimeUnit"), "")
    return RawChannel(
        kind=_CHANNELS[name],
        time=f"{amount} {unit}".strip() if amount else "",
        fees=tuple(_fee(fee) for fee in objects(row, "fees")),
        note=text(row, "description"),
    )


def _fee(fee: Json) -> RawFee:
    in_usd = text(fee, "currencyName") == "USD"
    return RawFee(number(fee, "value"), text(fee, "description"), in_usd=in_usd)


def _papers(data: Json) -> tuple[RawPaper, ...]:
    return tuple(
        _paper(text(case, "name"), item)
        for case in objects(data, "executionCases")
        for item in objects(case, "profileComponents")
    )


def _paper(case: str, item: Json) -> RawPaper:
    return RawPaper(
        case=case,
        name=text(item, "name"),
        originals=number(item, "originalQty") or 0,
        copies=number(item, "copyQty") or 0,
        forms=tuple(text(form, "fileName") for form in objects(item, "attachments")),
    )


def _law(item: Json) -> str:
    return f"{text(item, 'name')} ({text(item, 'code')})"


def _flags(data: Json) -> Flags:
    return Flags(
        fully_online=flag(data, "isFullProcess"),
        counter_only=flag(data, "isOfflineOnly"),
        non_boundary=flag(data, "isNonTerritorial"),
    )


def _steps(data: Json) -> str:
    steps = objects(data, "executionSteps")
    return "\n".join(f"{text(step, 'name')}\n{text(step, 'description')}" for step in steps)
