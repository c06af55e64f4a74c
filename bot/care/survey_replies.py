"""The one question at the end, and thanks for its answer."""

from __future__ import annotations

from typing import Any

from bot.answers.reply import Reply
from bot.care.survey import QUESTION, SCORES
from bot.text.numbers import say

TEXT = f"{QUESTION} Trả lời từ 1 (rất không hài lòng) đến 5 (rất hài lòng)."
SPOKEN = (
    "Trước khi kết thúc, anh chị hài lòng đến mức nào? Bấm phím từ một, rất không hài lòng, đến "
    "năm, rất hài lòng."
)


def asked() -> dict[str, Any]:
    """Members of a payload: the question, and buttons that answer it wherever it stands."""
    return {
        "survey": True,
        "quick_replies": [
            {"label": f"{score} – {name}", "text": answer_of(score)}
            for score, name in SCORES.items()
        ],
    }


def answer_of(score: int) -> str:
    """What is sent by a tap; `bot.dialogue.rating` reads it whatever was talked about."""
    return f"Tôi chấm {score}/5 điểm"


def asked_again() -> Reply:
    """To a number that is no score."""
    return Reply(
        text="Thang điểm từ 1 (rất không hài lòng) đến 5 (rất hài lòng). Anh/chị chấm mấy điểm?",
        payload={"type": "notice", "kind": "score", **asked()},
        spoken="Điểm từ một, rất không hài lòng, đến năm, rất hài lòng. Anh chị chấm mấy điểm?",
    )


def thanks() -> Reply:
    return _notice("rated", "Cảm ơn anh/chị đã đánh giá.", "Cảm ơn anh chị đã đánh giá.")


def not_saved() -> Reply:
    return _notice(
        "not_rated",
        "Chưa ghi được đánh giá. Cảm ơn anh/chị.",
        "Chưa ghi được đánh giá. Cảm ơn anh chị.",
    )


def _notice(kind: str, text: str, spoken: str) -> Reply:
    payload = {"type": "notice", "kind": kind, "quick_replies": []}
    return Reply(text=text, payload=payload, spoken=say(spoken))
