"""What every reply about a case must be, and cases in every state."""

from __future__ import annotations

import re
from datetime import date

from bot.answers.reply import Reply

TODAY = date(2026, 8, 3)  # a Monday
BROKEN = re.compile(r"None|null|  |: \.|\(\)|\.\.|,\.|[{}<>\[\]]")


def assert_can_be_said(reply: Reply) -> None:
    """Short sentences, no digit, no address, under forty seconds; nothing broken."""
    assert not BROKEN.search(reply.text), reply.text
    assert not BROKEN.search(reply.spoken), reply.spoken
    assert not re.search(r"\d|http|gov\.vn|/", reply.spoken), reply.spoken
    assert len(reply.spoken.split()) <= 110, reply.spoken
    for sentence in re.split(r"(?<=[.?!])\s+", reply.spoken):
        assert len(sentence.split()) <= 24, sentence
