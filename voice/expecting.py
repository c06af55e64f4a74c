"""The few words that can answer what was just said: short answers are decoded against them."""

from __future__ import annotations

from voice.talk import Reply

COUNTING = ("một", "hai", "ba", "bốn")
OTHERS = ("khác",)
SCORES = (*COUNTING, "năm", "không")
BESIDE = ("không phải", "thôi")
STEERING = ("nói lại", "chậm hơn", "gặp cán bộ")
MENU = ("hồ sơ đến đâu rồi", *STEERING)
YES_OR_NO = ("có", "đồng ý", "không")
TAKES_BACK = ("rút lại", "giữ nguyên")


def expected_after(reply: Reply) -> tuple[str, ...]:
    """Whatever else is said is decoded freely: no list is forced on it. "Thôi" is in none that
    is not asked for: two of ten names of procedures were taken for it, and none for the others.
    """
    if reply.survey:
        return SCORES
    if reply.choices:
        return (*COUNTING[: reply.choices], *BESIDE, *(OTHERS if reply.more else ()))
    if reply.next:
        return (*reply.next, *STEERING)
    return () if reply.expects else MENU
