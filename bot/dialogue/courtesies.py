"""Greeting, help, what this is, thanks and goodbye; a question in the same message comes first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from bot.answers.reply import Reply
from bot.answers.words import HOTLINE, month
from bot.care import survey_replies
from bot.catalogue.local import load_city_rules
from bot.dialogue.doubt import asks_after_all
from bot.dialogue.rating import may_be_asked
from bot.dialogue.respond import ask
from bot.dialogue.turn import Outcome, Turn, World
from bot.dialogue.walk import by_guide
from bot.settings import settings

_UNOFFICIAL = "Trợ lý không phải dịch vụ chính thức của thành phố. "
_Buttons = tuple[tuple[str, str], ...]  # what is shown, what is sent


def greet(turn: Turn, world: World) -> Outcome:
    return _courtesy(_greeting, turn, world)


def help_(turn: Turn, world: World) -> Outcome:
    return _courtesy(_how_to_ask, turn, world)


def about(turn: Turn, world: World) -> Outcome:
    return _courtesy(lambda: _what_this_is(world.catalogue.asof), turn, world)


def thanks(turn: Turn, world: World) -> Outcome:
    return _courtesy(_welcome, turn, world)


def goodbye(turn: Turn, world: World) -> Outcome:
    """Goodbye, and once how it was."""
    outcome = _courtesy(_farewell, turn, world)
    if outcome.replies[-1].payload.get("kind") != "goodbye" or not may_be_asked(turn):
        return outcome
    asked = _with_survey(outcome.replies[-1])
    state = replace(outcome.state, survey="asks")
    return replace(outcome, replies=(asked,), state=state)


def _courtesy(say: Callable[[], Reply], turn: Turn, world: World) -> Outcome:
    if guided := by_guide(turn, world):
        return guided
    # "Cảm ơn, thế lệ phí bao nhiêu?"
    if turn.topical or turn.aspects or asks_after_all(turn, world):
        return ask(turn, world)
    return Outcome((say(),), turn.state, "notice")


def _greeting() -> Reply:
    status = "" if settings().official else _UNOFFICIAL
    return _notice(
        "greeting",
        "Xin chào anh/chị! Đây là trợ lý hỏi đáp thủ tục hành chính tại Hà Nội. Anh/chị cứ hỏi "
        "bằng lời thường ngày, ví dụ “làm hộ chiếu cần giấy tờ gì”: trợ lý sẽ tra giấy tờ, lệ phí, "
        "thời gian, nơi nộp và cách nộp trực tuyến. Để giữ an toàn, xin đừng gửi số căn cước, số "
        f"điện thoại hay thông tin riêng. {status}Cần gặp người thật, anh/chị gọi {HOTLINE}.",
        "Xin chào anh chị. Đây là trợ lý hỏi đáp thủ tục hành chính tại Hà Nội. Anh chị muốn hỏi "
        "thủ tục nào? Xin đừng đọc số căn cước hay thông tin riêng.",
        (
            ("Làm hộ chiếu", "Tôi muốn làm hộ chiếu"),
            ("Đăng ký khai sinh", "Tôi muốn đăng ký khai sinh"),
            ("Cấp căn cước", "Tôi muốn làm căn cước"),
            ("Mở hộ kinh doanh", "Tôi muốn đăng ký hộ kinh doanh"),
        ),
    )


def _how_to_ask() -> Reply:
    line = load_city_rules().city_line.number
    return _notice(
        "help",
        "Anh/chị hãy nói việc cần làm, ví dụ “mới sinh em bé”, “sang tên sổ đỏ”, “mở quán ăn”, "
        "hoặc gõ mã thủ tục nếu có; đã nộp hồ sơ thì gửi mã hồ sơ để xem đến đâu rồi. Sau đó có "
        "thể hỏi tiếp: cần giấy tờ gì, lệ phí bao nhiêu, bao lâu xong, nộp ở đâu, nộp trực tuyến "
        "thế nào, theo luật nào, ai được làm. Nếu trợ lý đưa ra mấy lựa chọn, anh/chị bấm nút hoặc "
        "trả lời “số 2”. Nói “không phải cái đó” nếu chưa đúng. Cần người hướng dẫn, anh/chị gọi "
        f"{HOTLINE}; vướng mắc về ứng dụng iHanoi, gọi {line}.",
        "Anh chị hãy nói việc cần làm, ví dụ: mới sinh em bé, hoặc sang tên sổ đỏ. Sau đó hỏi tiếp "
        "giấy tờ, lệ phí, hay nơi nộp. Muốn gặp người hướng dẫn, anh chị nói: cho gặp cán bộ.",
        (
            ("Mới sinh em bé", "Tôi mới sinh em bé"),
            ("Sang tên sổ đỏ", "Tôi muốn sang tên sổ đỏ"),
            ("Gặp cán bộ", "Tôi muốn gặp cán bộ"),
        ),
    )


def _what_this_is(asof: str) -> Reply:
    status = "của thành phố" if settings().official else "thử nghiệm, không phải của thành phố"
    return _notice(
        "about",
        f"Đây là trợ lý tự động {status}, không phải người thật. Câu trả lời lấy từ danh mục thủ "
        f"tục {month(asof)} của Cổng dịch vụ công quốc gia; điều gì danh mục không ghi thì trợ lý "
        "nói là chưa biết. Số căn cước, số điện thoại trong tin nhắn được che trước khi lưu. Cần "
        f"người thật, anh/chị gọi {HOTLINE}.",
        "Đây là trợ lý tự động, không phải người thật. Cần người thật, anh chị nói: cho "
        "gặp cán bộ.",
        (("Gặp cán bộ", "Tôi muốn gặp cán bộ"), ("Hỏi thế nào?", "Tôi cần trợ giúp")),
    )


def _welcome() -> Reply:
    return _notice(
        "thanks",
        "Dạ, không có gì ạ. Anh/chị cần hỏi thêm giấy tờ, lệ phí hay thủ tục khác thì cứ "
        "nhắn tiếp.",
        "Dạ, không có gì ạ. Anh chị cần hỏi thêm gì nữa không?",
        (("Hỏi thủ tục khác", "Tôi cần trợ giúp"),),
    )


def _farewell() -> Reply:
    return _notice(
        "goodbye",
        "Tạm biệt anh/chị, chúc anh/chị làm thủ tục thuận lợi. Khi cần, cứ quay lại đây hoặc gọi "
        f"{HOTLINE}.",
        "Tạm biệt anh chị, chúc anh chị làm thủ tục thuận lợi.",
    )


def _with_survey(reply: Reply) -> Reply:
    return Reply(
        text=f"{reply.text}\n{survey_replies.TEXT}",
        payload={**reply.payload, **survey_replies.asked()},
        spoken=survey_replies.SPOKEN,
    )


def _notice(kind: str, text: str, spoken: str, buttons: _Buttons = ()) -> Reply:
    shown = [{"label": label, "text": sent} for label, sent in buttons]
    payload = {"type": "notice", "kind": kind, "quick_replies": shown}
    return Reply(text=text, payload=payload, spoken=spoken)
