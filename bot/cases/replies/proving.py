"""Asking for the proof of a case whose code is known, as often as it takes."""

from __future__ import annotations

from bot.answers.reply import Reply
from bot.answers.words import HOTLINE, PORTAL
from bot.cases.replies.said import STOP, WRONG_CODE, asks_proof

FOUR = "4 số cuối của số điện thoại hoặc số căn cước đã ghi trong hồ sơ"
FOUR_SAID = "bốn số cuối của điện thoại hoặc căn cước ghi trong hồ sơ"


def ask_proof(code: str) -> Reply:
    """Reads the code back, and asks in the same breath for what proves whose it is."""
    return asks_proof(
        "proof",
        code,
        f"Mã hồ sơ {code}. Để chỉ người có hồ sơ mới xem được, anh/chị cho biết {FOUR}. Bốn số "
        "này không được lưu lại. Nếu mã trên chưa đúng, anh/chị gửi lại mã.",
        f"Mã hồ sơ {code}. Nếu đúng, anh chị bấm {FOUR_SAID}. Nếu sai, anh chị đọc lại mã.",
    )


def ask_proof_again(code: str) -> Reply:
    """The code was confirmed, or the talk comes back to it."""
    return asks_proof(
        "proof",
        code,
        f"Để xem hồ sơ {code}, anh/chị cho biết {FOUR}.",
        f"Để xem hồ sơ, anh chị bấm {FOUR_SAID}.",
    )


def not_clear(code: str) -> Reply:
    """Something was said that is not understood, while the proof is waited for."""
    return asks_proof(
        "not_clear",
        code,
        f"Chưa rõ ý anh/chị. Để xem hồ sơ {code}, anh/chị cho biết {FOUR}. Không nhớ thì nhắn "
        "“không nhớ”, không tra nữa thì nhắn “thôi”.",
        f"Chưa rõ ý anh chị. Để xem hồ sơ, anh chị bấm {FOUR_SAID}. Không nhớ thì nói: không nhớ.",
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
        f"Cần đúng {FOUR_SAID}. Chỉ cần một trong hai. Anh chị bấm lại bốn số đó.",
    )


def why_proof(code: str) -> Reply:
    return asks_proof(
        "why_proof",
        code,
        "Mã hồ sơ in trên giấy, nên ai thấy tờ giấy cũng biết. Bốn số cuối cho biết đúng là người "
        f"có hồ sơ, và không được lưu lại. Anh/chị cho biết {FOUR}; không muốn thì nhắn “thôi”.",
        "Mã hồ sơ in trên giấy, ai thấy cũng biết. Bốn số cuối cho biết đúng là người có hồ sơ, và "
        "không được lưu lại. Anh chị bấm bốn số đó, hoặc nói: thôi.",
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


def no_hurry(code: str) -> Reply:
    return asks_proof(
        "no_hurry",
        code,
        f"Vâng, anh/chị cứ thong thả. Khi có 4 số cuối của hồ sơ {code} thì gửi vào đây.",
        "Vâng, anh chị cứ thong thả. Khi có bốn số cuối thì anh chị bấm.",
    )


def calm_proof(code: str) -> Reply:
    """An insult in its place."""
    return asks_proof(
        "calm",
        code,
        f"Mong anh/chị thông cảm. Để xem hồ sơ {code}, anh/chị cho biết {FOUR}; muốn gặp người "
        f"thật thì gọi {HOTLINE}.",
        f"Mong anh chị thông cảm. Để xem hồ sơ, anh chị bấm {FOUR_SAID}. Muốn gặp người thật, anh "
        f"chị gọi {HOTLINE}.",
    )
