"""What is said to keep a conversation going, without a fact about any procedure."""

from __future__ import annotations

from bot.answers.aspect import LABEL, QUESTION, Aspect, next_aspects
from bot.answers.reply import QuickReply, Reply
from bot.catalogue.model import Procedure
from bot.catalogue.titles import short_title

_EXAMPLES = ("Đăng ký khai sinh", "Cấp hộ chiếu", "Đăng ký thường trú")


def which_procedure(aspect: Aspect) -> Reply:
    """An aspect was asked, but of which procedure?"""
    name = LABEL[aspect].lower()
    return _notice(
        "which_procedure",
        f"Anh/chị hỏi {name} của thủ tục nào? Ví dụ: “đăng ký khai sinh”, “cấp hộ chiếu”.",
        f"Anh chị hỏi {name} của thủ tục nào?",
        [QuickReply(label=title, text=title) for title in _EXAMPLES],
    )


def nothing_to_choose() -> Reply:
    """A choice was named though none was offered."""
    return _notice(
        "nothing_to_choose",
        "Chưa có lựa chọn nào để chọn. Anh/chị cho biết việc cần làm, ví dụ “đăng ký tạm trú”.",
        "Hiện chưa có lựa chọn nào. Anh chị cần làm thủ tục nào?",
    )


def nothing_to_repeat() -> Reply:
    """Nothing was said before that could be said again."""
    return _notice(
        "nothing_to_repeat",
        "Chưa có câu trả lời nào để nhắc lại. Anh/chị cần hỏi thủ tục nào?",
        "Chưa có câu trả lời nào để nhắc lại. Anh chị cần hỏi thủ tục nào?",
    )


def which_two() -> Reply:
    """A comparison was asked for, but of what?"""
    return _notice(
        "which_two",
        "Anh/chị muốn so sánh hai thủ tục nào? Ví dụ: “so sánh đăng ký tạm trú với đăng ký thường "
        "trú”.",
        "Anh chị muốn so sánh hai thủ tục nào?",
    )


def nothing_to_go_back_to() -> Reply:
    """An earlier procedure was meant, but none was talked about."""
    return _notice(
        "nothing_to_go_back_to",
        "Lần này chưa nói đến thủ tục nào để quay lại. Anh/chị cho biết việc cần làm, ví dụ “đăng "
        "ký tạm trú”.",
        "Chưa nói đến thủ tục nào để quay lại. Anh chị cần làm thủ tục nào?",
    )


def what_next(procedure: Procedure | None) -> Reply:
    """A yes that answers no question: offer to go on."""
    if procedure is None:
        return _notice("what_next", "Anh/chị cần hỏi thủ tục nào?", "Anh chị cần hỏi thủ tục nào?")
    title = short_title(procedure)
    offered = next_aspects(frozenset({Aspect.OVERVIEW}), 4)
    names = ", ".join(LABEL[aspect].lower() for aspect in offered)
    return _notice(
        "what_next",
        f"Về thủ tục “{title}”, anh/chị muốn biết thêm gì: {names}?",
        "Anh chị muốn biết thêm gì về thủ tục này?",
        [
            QuickReply(label=LABEL[aspect], text=f"{QUESTION[aspect]} ({procedure.code})")
            for aspect in offered
        ],
    )


def nothing_more() -> Reply:
    """A no that refuses nothing in particular."""
    return _notice(
        "nothing_more",
        "Vâng. Khi cần hỏi thủ tục khác, anh/chị cứ nhắn tiếp.",
        "Vâng. Khi cần hỏi thủ tục khác, anh chị cứ nói.",
    )


def _notice(kind: str, text: str, spoken: str, buttons: list[QuickReply] | None = None) -> Reply:
    shown = [button.model_dump() for button in buttons or []]
    return Reply(
        text=text,
        payload={"type": "notice", "kind": kind, "quick_replies": shown},
        spoken=spoken,
    )
