"""Asking for the code of a case and for the proof, as often as it takes."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answers.reply import QuickReply, Reply
from bot.answers.words import HOTLINE, PORTAL
from bot.cases.replies.said import EXAMPLE, STOP, WRONG_CODE, asks_code, asks_proof, said

FOUR = "4 số cuối của số điện thoại hoặc số căn cước đã ghi trong hồ sơ"
FOUR_SAID = "bốn số cuối của điện thoại hoặc căn cước ghi trong hồ sơ"
_BUTTONS = 3


def ask_code() -> Reply:
    return asks_code(
        "code",
        f"Để tra hồ sơ, anh/chị cho biết mã hồ sơ ghi trên giấy hẹn, ví dụ {EXAMPLE}.",
        "Để tra hồ sơ, anh chị đọc mã hồ sơ ghi trên giấy hẹn. Anh chị đọc từng chữ, từng số.",
    )


def ask_code_again() -> Reply:
    """The code that was read back is not the one that was meant."""
    return asks_code(
        "code",
        f"Anh/chị gửi lại mã hồ sơ, đúng như ghi trên giấy hẹn, ví dụ {EXAMPLE}.",
        "Anh chị đọc lại mã hồ sơ, từng chữ, từng số.",
    )


def forgotten_code() -> Reply:
    return asks_code(
        "forgotten_code",
        "Mã hồ sơ ghi trên giấy hẹn; hồ sơ của Hà Nội có mã bắt đầu bằng H26. Nộp qua mạng thì "
        f"đăng nhập {PORTAL} để xem mã. Mất giấy hẹn, anh/chị hỏi nơi đã nộp hoặc gọi {HOTLINE}. "
        "Có mã rồi thì gửi vào đây.",
        "Mã hồ sơ ghi trên giấy hẹn, bắt đầu bằng H26 nếu là hồ sơ của Hà Nội. Mất giấy hẹn, anh "
        f"chị hỏi nơi đã nộp hoặc gọi {HOTLINE}.",
        STOP,
    )


def ask_proof(code: str) -> Reply:
    """Reads the code back, and asks in the same breath for what proves whose it is."""
    return asks_proof(
        "proof",
        code,
        f"Mã hồ sơ {code}. Để chỉ người có hồ sơ mới xem được, anh/chị cho biết {FOUR}. Bốn số "
        "này không được lưu lại. Nếu mã trên chưa đúng, anh/chị gửi lại mã.",
        f"Mã hồ sơ {code}. Nếu đúng, anh chị đọc {FOUR_SAID}. Nếu sai, anh chị đọc lại mã.",
    )


def one_by_one(code: str, others: Sequence[str]) -> Reply:
    """Several codes in one message: which one is looked at, and that the others come next."""
    buttons = [QuickReply(label=f"Hồ sơ …{other[-4:]}", text=other) for other in others[:_BUTTONS]]
    return said(
        "one_by_one",
        f"Mỗi lần chỉ xem được một hồ sơ. Trước hết là {code}; sau đó anh/chị gửi tiếp "
        f"{', '.join(others)}.",
        "Mỗi lần chỉ xem được một hồ sơ. Trước hết là mã đọc đầu tiên; xem xong, anh chị nói: mã "
        "tiếp theo.",
        *buttons,
        code=code,
    )


def ask_proof_again(code: str) -> Reply:
    """The code was confirmed, or the talk comes back to it."""
    return asks_proof(
        "proof",
        code,
        f"Để xem hồ sơ {code}, anh/chị cho biết {FOUR}.",
        f"Để xem hồ sơ, anh chị đọc {FOUR_SAID}.",
    )


def not_clear(code: str) -> Reply:
    """Something was said that is not understood, while the proof is waited for."""
    return asks_proof(
        "not_clear",
        code,
        f"Chưa rõ ý anh/chị. Để xem hồ sơ {code}, anh/chị cho biết {FOUR}. Không nhớ thì nhắn "
        "“không nhớ”, không tra nữa thì nhắn “thôi”.",
        f"Chưa rõ ý anh chị. Để xem hồ sơ, anh chị đọc {FOUR_SAID}. Không nhớ thì nói: không nhớ.",
    )


def still_waiting(code: str) -> Reply:
    """After another question was answered in between."""
    return asks_proof(
        "waiting",
        code,
        f"Hồ sơ {code} vẫn chờ 4 số cuối của điện thoại hoặc căn cước. Không tra nữa thì anh/chị "
        "nhắn “thôi”.",
        "Hồ sơ lúc nãy vẫn chờ bốn số cuối. Không tra nữa thì anh chị nói: thôi.",
    )


def not_four(code: str) -> Reply:
    return asks_proof(
        "not_four",
        code,
        f"Cần đúng {FOUR}. Chỉ cần một trong hai số. Anh/chị gửi lại 4 chữ số đó.",
        f"Cần đúng {FOUR_SAID}. Chỉ cần một trong hai. Anh chị đọc lại bốn số đó.",
    )


def why_proof(code: str) -> Reply:
    return asks_proof(
        "why_proof",
        code,
        "Mã hồ sơ in trên giấy, nên ai thấy tờ giấy cũng biết. Bốn số cuối cho biết đúng là người "
        f"có hồ sơ, và không được lưu lại. Anh/chị cho biết {FOUR}; không muốn thì nhắn “thôi”.",
        "Mã hồ sơ in trên giấy, ai thấy cũng biết. Bốn số cuối cho biết đúng là người có hồ sơ, và "
        "không được lưu lại. Anh chị đọc bốn số đó, hoặc nói: thôi.",
    )


def forgotten_proof(code: str) -> Reply:
    return asks_proof(
        "forgotten_proof",
        code,
        "Không sao. Anh/chị xem lại số điện thoại hoặc số căn cước trên giấy tờ đã nộp; nếu người "
        "khác nộp hộ, có thể đó là số của người ấy. Không có số nào thì ở đây không xem được hồ "
        f"sơ: anh/chị gọi {HOTLINE}, hoặc vào {PORTAL} bằng tài khoản đã nộp.",
        "Không sao. Anh chị xem lại số ghi trên giấy tờ đã nộp, có thể là số của người nộp hộ. "
        f"Không có số nào thì anh chị gọi {HOTLINE}.",
        WRONG_CODE,
        STOP,
    )


def cancelled() -> Reply:
    return said(
        "cancelled",
        "Vâng, không tra hồ sơ nữa. Khi cần, anh/chị gửi mã hồ sơ hoặc hỏi thủ tục khác.",
        "Vâng, không tra hồ sơ nữa. Khi cần, anh chị cứ hỏi tiếp.",
    )
