"""What is asked about a case that was shown: "sao lâu thế", "phải bổ sung gì"."""

from __future__ import annotations

from bot.cases.replies.details import Topic
from bot.dialogue.cases.words import first_said, load_words, says


def topic_of(text: str) -> Topic | None:
    return first_said(text, load_words().topics)


def wants_it_again(text: str) -> bool:
    """ "Nói lại xem nào"."""
    return says(text, load_words().meant["again"])


def wants_another(text: str) -> bool:
    """ "Còn hồ sơ khác"."""
    return says(text, load_words().another)


def points_at_it(text: str) -> bool:
    """ "Hồ sơ lúc nãy", "hồ sơ của tôi": the case of this conversation."""
    return says(text, load_words().this_case)


def comes_back(text: str) -> bool:
    """ "Quay lại hồ sơ lúc nãy"."""
    words = load_words()
    return says(text, words.back) and says(text, words.case)
