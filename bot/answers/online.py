"""How to file online, for people who never did."""

from __future__ import annotations

from datetime import date

from bot.answers.aspect import HEADING, Aspect
from bot.answers.channels import NAMES, kinds, open_channels
from bot.answers.online_only import listed, listed_aloud
from bot.answers.piece import Item, Part, Section
from bot.answers.words import HOTLINE, PORTAL, listing, lower_first, upper_first
from bot.catalogue.local import LocalStatus, load_city_rules
from bot.catalogue.model import ChannelKind, Procedure

_QUESTION = "Có nộp trực tuyến được không"
_LOCAL = {
    "full": "Hà Nội nhận trực tuyến toàn bộ các bước (toàn trình)",
    "partial": "Hà Nội nhận trực tuyến một phần các bước",
    "online_only": "Hà Nội chỉ nhận thủ tục này trực tuyến",
}
_NATIONAL = "danh mục quốc gia có; riêng Hà Nội chưa xác nhận có nhận trực tuyến"
_NONE = "danh mục quốc gia không ghi cách nộp trực tuyến cho thủ tục này"


def online(procedure: Procedure, local: LocalStatus, today: date) -> Part:
    """Whether it can be filed online, then the steps on the national portal."""
    fact = _fact(procedure, local)
    if fact is None:
        return _no_channel(procedure, local)
    how = Section(HEADING[Aspect.ONLINE], _how(procedure), ordered=True)
    opening = "Hà Nội nhận trực tuyến thủ tục này."
    if fact.source.startswith("channels"):
        opening = "Danh mục quốc gia có cách nộp trực tuyến."
    return Part(
        Aspect.ONLINE,
        lower_first(fact.text),
        (Section(_QUESTION, (fact,), said=True), how),
        (
            opening,
            *listed_aloud(local, today),
            "Một là mở Cổng dịch vụ công quốc gia, đăng nhập bằng VNeID.",
            "Hai là tìm thủ tục, điền tờ khai và gửi kèm ảnh giấy tờ.",
            "Ba là nộp tiền nếu có, rồi giữ mã hồ sơ để theo dõi.",
        ),
        after=(*listed(local, today), _helpers()),
    )


def _fact(procedure: Procedure, local: LocalStatus) -> Item | None:
    if local.service_level in _LOCAL:
        return Item(_LOCAL[local.service_level], "local.service_level")
    rows = [
        (at, row) for at, row in open_channels(procedure, local) if row.kind is ChannelKind.ONLINE
    ]
    source = ", ".join(f"channels[{at}].kind" for at, _ in rows)
    return Item(upper_first(_NATIONAL), source) if rows else None


def _how(procedure: Procedure) -> tuple[Item, ...]:
    texts = (
        f"Mở {PORTAL} trên điện thoại hoặc máy tính.",
        "Bấm “Đăng nhập”, dùng tài khoản VNeID (định danh mức 2).",
        f"Tìm mã {procedure.code}, mở đúng tên thủ tục, bấm “Nộp trực tuyến”.",
        "Chọn Hà Nội và nơi giải quyết, điền tờ khai, đính kèm ảnh rõ nét của giấy tờ.",
        "Nộp phí trên cổng nếu được yêu cầu, rồi gửi hồ sơ.",
        "Giữ mã hồ sơ để theo dõi trên cổng hoặc trong VNeID.",
    )
    return tuple(Item(text, "code" if procedure.code in text else "guide.online") for text in texts)


def _no_channel(procedure: Procedure, local: LocalStatus) -> Part:
    rows = open_channels(procedure, local)
    names = listing([NAMES[kind] for kind in kinds(rows)], "hoặc")
    source = ", ".join(f"channels[{at}].kind" for at, _ in rows)
    other = (Section("Cách nộp", (Item(f"Cách nộp có ghi: {names}", source),)),) if names else ()
    spoken = (
        "Danh mục quốc gia không ghi cách nộp trực tuyến.",
        f"Có thể nộp {names}." if names else f"Vui lòng gọi {HOTLINE} để hỏi cách nộp.",
    )
    after = (f"Muốn chắc chắn, vui lòng gọi {HOTLINE}.",)
    return Part(Aspect.ONLINE, _NONE, other, spoken, after=after)


def _helpers() -> str:
    city = load_city_rules()
    return (
        f"Cần người giúp: Hà Nội có {city.online_agents} đại lý dịch vụ công trực tuyến, không thu "
        f"tiền công; hỏi nơi gần nhất: {HOTLINE}. Cổng bị lỗi: {city.national_line}."
    )
