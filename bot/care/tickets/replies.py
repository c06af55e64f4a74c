"""What is said while a complaint or a proposal is handed in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

from bot.answers.reply import QuickReply, Reply
from bot.answers.words import HOTLINE
from bot.care.tickets.model import Draft, Kind, Receipt
from bot.care.tickets.rules import KindRule, load_rules
from bot.catalogue.local import load_city_rules
from bot.places.model import Ward
from bot.places.wards import load_wards
from bot.text.numbers import say

MOST_WARDS = 4
STOP = QuickReply(label="Thôi, không gửi", text="Thôi, không gửi nữa")
SEND = QuickReply(label="Gửi", text="Đồng ý gửi")
EDIT_TEXT = QuickReply(label="Sửa nội dung", text="Sửa nội dung")
EDIT_KIND = QuickReply(label="Sửa loại", text="Sửa loại")
EDIT_PLACE = QuickReply(label="Sửa nơi", text="Sửa nơi")
NOWHERE = QuickReply(label="Không rõ, bỏ qua", text="Không rõ nơi nào")


def ask_kind(*, pleased: bool) -> Reply:
    """What can be done: here, or by telephone.

    Args:
        pleased: somebody proposes or praises; else we are sorry to hear of it.
    """
    line = load_city_rules().city_line
    regret = "Rất tiếc vì anh/chị gặp điều chưa hài lòng."
    opening = "Cảm ơn anh/chị đã góp ý." if pleased else regret
    listed, aloud = _kinds()
    return _said(
        "complaint",
        f"{opening} Anh/chị có thể gửi ngay tại đây và nhận mã để theo dõi. Anh/chị muốn gửi gì?\n"
        f"{listed}\nHoặc gọi {line.number} (nhánh {line.extensions}; từ ngoài Hà Nội: "
        f"{line.outside}). Hỏi về thủ tục: {HOTLINE}.",
        f"{opening.replace('/chị', ' chị')} Anh chị có thể gửi ngay tại đây. Anh chị muốn gửi gì: "
        f"{aloud}? Hoặc gọi số {line.number}, nhánh {line.extensions}.",
        *_kind_buttons(),
        type="notice",
        options=len(load_rules().kinds),
    )


def choose_kind() -> Reply:
    """Another kind for what is written already."""
    listed, aloud = _kinds()
    return _said(
        "kind",
        f"Anh/chị muốn gửi loại nào?\n{listed}",
        f"Anh chị muốn gửi loại nào: {aloud}?",
        *_kind_buttons(),
        STOP,
        options=len(load_rules().kinds),
    )


def by_law() -> Reply:
    """Before the procedure of a complaint under the law: a ticket is another thing."""
    return _said(
        "by_law",
        "Dưới đây là thủ tục khiếu nại, tố cáo theo luật có trong danh mục; với cơ quan khác, "
        f"anh/chị hỏi cơ quan đó hoặc gọi {HOTLINE}. Nếu chỉ muốn gửi ý kiến và nhận trả lời "
        "tại đây, anh/chị nhắn “tôi muốn phản ánh”.",
        "Đây là thủ tục khiếu nại, tố cáo theo luật có trong danh mục. Nếu chỉ muốn gửi ý kiến, "
        "anh chị nói: tôi muốn phản ánh.",
        type="notice",
    )


def no_such_law() -> Reply:
    """A complaint under the law that the catalogue has no procedure of."""
    return _said(
        "no_such_law",
        "Danh mục không có thủ tục khiếu nại, tố cáo theo luật đúng với việc này. Đơn khiếu nại "
        "thường gửi cơ quan đã ra quyết định; muốn biết chắc gửi cho ai, anh/chị hỏi cơ quan đó "
        f"hoặc gọi {HOTLINE}. Nếu chỉ muốn gửi ý kiến và nhận trả lời tại đây, anh/chị nhắn “tôi "
        "muốn phản ánh”.",
        "Danh mục không có thủ tục khiếu nại, tố cáo theo luật đúng với việc này. Anh chị hỏi cơ "
        f"quan đã ra quyết định, hoặc gọi {HOTLINE}. Nếu chỉ muốn gửi ý kiến, anh chị nói: tôi "
        "muốn phản ánh.",
        QuickReply(label="Tôi muốn phản ánh", text="Tôi muốn phản ánh"),
        type="notice",
    )


def must_know(kind: Kind) -> Reply | None:
    """What a ticket of this kind does not do; told wherever the kind is chosen."""
    beside = _rule(kind).beside
    return _said("must_know", beside, beside) if beside else None


def ask_place(kind: Kind) -> Reply:
    return _said(
        "place",
        f"{_rule(kind).label}. Việc này ở phường, xã nào của Hà Nội? Không rõ thì trả lời “không "
        "rõ”.",
        "Việc này ở phường, xã nào? Không rõ thì anh chị nói: không rõ.",
        NOWHERE,
        STOP,
    )


def ask_place_again() -> Reply:
    return _said(
        "place_again",
        "Chưa nhận ra phường, xã nào của Hà Nội trong câu vừa rồi. Anh/chị cho biết lại tên, ví dụ "
        "“phường Ba Đình”, hoặc trả lời “không rõ”.",
        "Tôi chưa nhận ra phường, xã nào. Anh chị nói lại tên, hoặc nói: không rõ.",
        NOWHERE,
        STOP,
    )


def no_district() -> Reply:
    """Hanoi has two tiers since July 2025; a ward of the same name is only a part of it."""
    return _said(
        "no_district",
        "Hà Nội nay không còn quận, huyện. Anh/chị cho biết tên phường, xã (tên cũ cũng được), "
        "hoặc trả lời “không rõ”.",
        "Hà Nội nay không còn quận, huyện. Anh chị nói tên phường, xã, hoặc nói: không rõ.",
        NOWHERE,
        STOP,
    )


def which_ward(wards: Sequence[Ward]) -> Reply:
    """A former name that several wards of today share."""
    shown = [QuickReply(label=ward.name, text=ward.name) for ward in wards[:MOST_WARDS]]
    names = ", ".join(ward.name for ward in wards)
    few = ", ".join(ward.name for ward in wards[:3])
    return _said(
        "which_ward",
        f"Nơi đó nay thuộc nhiều phường, xã: {names}. Anh/chị chọn một nơi, hoặc trả lời “không "
        "rõ”.",
        f"Nơi đó nay thuộc nhiều phường, xã: {few}. Anh chị chọn nơi nào, hoặc nói: không rõ.",
        *shown,
        NOWHERE,
    )


def ask_text() -> Reply:
    return _said(
        "text",
        "Anh/chị kể việc đã xảy ra: việc gì, ở đâu, hôm nào, trong một tin nhắn. Xin đừng ghi số "
        "căn cước, số điện thoại; các số đó bị che trước khi lưu.",
        "Anh chị kể việc đã xảy ra: việc gì, ở đâu, hôm nào. Xin đừng đọc số căn cước hay số điện "
        "thoại.",
        STOP,
    )


def too_short() -> Reply:
    return _said(
        "too_short",
        "Anh/chị kể rõ hơn một chút để cán bộ hiểu việc gì đã xảy ra. Không gửi nữa thì trả lời "
        "“thôi”.",
        "Anh chị kể rõ hơn một chút giúp. Không gửi nữa thì nói: thôi.",
        STOP,
    )


def read_back(draft: Draft, *, hidden: bool) -> Reply:
    """All that will be sent, and the question whether it may be.

    Args:
        hidden: whether a personal number was taken out of what was told.
    """
    place = place_name(draft.ward)
    masked = " (số cá nhân đã được bỏ đi)" if hidden else ""
    return _said(
        "confirm",
        f"Tôi sẽ gửi:\n• Loại: {_rule(draft.kind).label}\n• Nơi: {place}\n• Nội dung{masked}: "
        f"“{draft.text}”\nAnh/chị đồng ý gửi không? Chưa trả lời đồng ý thì chưa có gì được gửi. "
        "Có thể sửa nội dung, sửa nơi, sửa loại, hoặc thôi.",
        f"Tôi đọc lại. {_rule(draft.kind).said}. Nơi: {place}. Nội dung: {draft.text}. Đồng ý gửi "
        "thì anh chị nói: gửi, hoặc bấm phím một. Không gửi thì bấm phím hai.",
        SEND,
        EDIT_TEXT,
        EDIT_PLACE,
        EDIT_KIND,
        STOP,
        options=2,
    )


def not_sent_yet() -> Reply:
    """A no, or something else, in place of the yes."""
    return _said(
        "not_sent",
        "Chưa gửi gì cả, nội dung vẫn như đã đọc lại. Anh/chị trả lời “gửi” để gửi, “sửa nội "
        "dung”, “sửa nơi”, “sửa loại”, hoặc “thôi”.",
        "Chưa gửi gì cả, nội dung vẫn như đã đọc. Anh chị nói: gửi, sửa nội dung, hoặc thôi.",
        SEND,
        EDIT_TEXT,
        EDIT_PLACE,
        EDIT_KIND,
        STOP,
        options=2,
    )


def received(receipt: Receipt) -> Reply:
    rule, due = _rule(receipt.kind), receipt.due
    until = (
        f"Hạn trả lời: ngày {due:%d/%m/%Y} (theo {rule.source})."
        if due
        else "Chưa có quy định về hạn trả lời cho kênh này."
    )
    return _said(
        "received",
        f"Đã tiếp nhận. Mã của anh/chị: {receipt.code}. {until} Anh/chị giữ mã này: ai có mã đều "
        f"xem được tình trạng. Muốn biết đến đâu rồi, nhắn “phản ánh {receipt.code} đến đâu rồi”.",
        f"Đã tiếp nhận. Anh chị ghi lại mã. {receipt.code}. Tôi nhắc lại. {receipt.code}. {until}",
        QuickReply(label="Đến đâu rồi?", text=f"Phản ánh {receipt.code} đến đâu rồi"),
        code=receipt.code,
    )


def cancelled() -> Reply:
    return _said(
        "cancelled",
        "Vâng, không gửi gì cả. Khi cần, anh/chị cứ nhắn lại.",
        "Vâng, không gửi gì cả. Khi cần, anh chị cứ nói.",
    )


def still_waiting() -> Reply:
    """After another question was answered in between."""
    return _said(
        "waiting",
        "Phản ánh đang viết dở vẫn chờ, chưa được gửi. Anh/chị trả lời “viết tiếp”, hoặc “thôi”.",
        "Phản ánh lúc nãy vẫn chờ, chưa được gửi. Anh chị nói: viết tiếp, hoặc thôi.",
        QuickReply(label="Viết tiếp", text="Viết tiếp phản ánh"),
        STOP,
    )


def down() -> Reply:
    line = load_city_rules().city_line
    return _said(
        "down",
        "Hệ thống đang gián đoạn nên chưa làm được. Anh/chị thử lại sau ít phút, hoặc gọi "
        f"{line.number} (nhánh {line.extensions}).",
        "Hệ thống đang gián đoạn nên chưa làm được. Anh chị thử lại sau ít phút, hoặc gọi số "
        f"{line.number}.",
    )


def place_name(code: str | None) -> str:
    """Of a ward; a code that there is no more is told as it is."""
    if code is None:
        return "không rõ"
    return next((ward.name for ward in load_wards() if ward.code == code), f"mã {code}")


def _kinds() -> tuple[str, str]:
    """All kinds: for the eye, and for the ear."""
    rules = list(enumerate(load_rules().kinds.values(), 1))
    listed = "\n".join(f"{n}. {rule.label} ({rule.about})" for n, rule in rules)
    return listed, "; ".join(f"{n}, {rule.said}" for n, rule in rules)


def _kind_buttons() -> list[QuickReply]:
    return [QuickReply(label=one.label, text=one.label) for one in load_rules().kinds.values()]


def _rule(kind: Kind) -> KindRule:
    return load_rules().kinds[kind]


def _said(
    kind: str,
    text: str,
    spoken: str,
    *buttons: QuickReply,
    type: Literal["ticket", "notice"] = "ticket",
    **facts: Any,
) -> Reply:
    """
    Args:
        spoken: its numbers are still digits.
        facts: more members of the payload; `options`: how many keys of a telephone mean something.
    """
    shown = [button.model_dump() for button in buttons]
    payload = {"type": type, "kind": kind, **facts, "quick_replies": shown}
    return Reply(text=text, payload=payload, spoken=say(spoken))
