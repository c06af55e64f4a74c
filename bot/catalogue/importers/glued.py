"""Tables of the portal's old page, crawled as one text without separators (24 records)."""

from __future__ import annotations

import re
from itertools import pairwise

from bot.catalogue.derive.raw import RawChannel, RawFee, RawPaper
from bot.catalogue.model import ChannelKind

CHANNELS = {
    "Trực tuyến": ChannelKind.ONLINE,
    "Trực tiếp": ChannelKind.COUNTER,
    "Dịch vụ bưu chính": ChannelKind.POST,
}
_CELL = r"(?:\d+ (?:Ngày làm việc|Ngày|Giờ|Tháng)|Khác)"
_ROW = re.compile(
    rf"(Trực tuyến|Trực tiếp|Dịch vụ bưu chính)({_CELL})(Không có thông tin|Miễn phí)?"
    rf"(.*?)(?=(?:Trực tuyến|Trực tiếp|Dịch vụ bưu chính){_CELL}|$)",
    re.DOTALL,
)
_QUANTITY = re.compile(r"(\d+) bản chính(?:,\s*(\d+) bản sao)?|(\d+) bản sao")
_LAW_HEADER = "Tên văn bản pháp lýMã văn bản"
# A number that follows its title without a space, and may be followed so by the next title:
# the last capital before a small letter belongs to that title.
_LAW = re.compile(
    r"(?<=[^\s\d(/])(?<!\d\.)(\d+(?:\.\d+)?/\d{4}/(?:QH\d\d|N[ĐQ]-CP|QĐ-TTg|TT-BTC"
    r"|[A-ZĐ]+(?:-[A-ZĐ]+)*(?![a-zà-ỹ])|(?:[A-ZĐ]+-)*[A-ZĐ]+(?=[A-ZĐ])))"
)
_HEADER = re.compile(r"^.*?Tên giấy tờMẫu đơn, tờ khaiSố lượng")


def glued_channels(table: str) -> tuple[RawChannel, ...]:
    """Channel rows of the glued table; the fee cell is known only where it says "Miễn phí"."""
    return tuple(_channel(*row) for row in _ROW.findall(table))


def glued_papers(table: str) -> tuple[RawPaper, ...]:
    """Papers of the glued table: each ends with its quantity."""
    papers, start = [], 0
    table = _HEADER.sub("", table)
    for match in _QUANTITY.finditer(table):
        name = _without_form(table[start : match.start()])
        originals, copies = int(match[1] or 0), int(match[2] or match[3] or 0)
        papers.append(RawPaper(case="", name=name, originals=originals, copies=copies))
        start = match.end()
    return tuple(papers)


def glued_law(table: str) -> tuple[str, ...]:
    """Numbers of legal texts, as "(NUMBER)", in the glued table of legal texts."""
    table = re.sub(r"(QH\d\d)(?=\d)", r"\1;", table.removeprefix(_LAW_HEADER))
    return tuple(f"({number})" for number in _LAW.findall(table))


def is_glued_law(text: str) -> bool:
    return text.startswith(_LAW_HEADER)


def _channel(name: str, time: str, fee: str, note: str) -> RawChannel:
    fees = (RawFee(None, fee),) if fee == "Miễn phí" else ()
    return RawChannel(kind=CHANNELS[name], time=time.replace("Khác", ""), fees=fees, note=note)


def _without_form(text: str) -> str:
    """Cut a file name glued to the paper's name: what follows the last "…aB…" joint."""
    if not re.search(r"\.(?:docx?|pdf|xlsx?)$", text.strip(), re.IGNORECASE):
        return text
    pairs = enumerate(pairwise(text), start=1)
    joints = [place for place, (left, right) in pairs if left.islower() and right.isupper()]
    return text[: joints[-1]] if joints else text.rsplit(".", 1)[0]
