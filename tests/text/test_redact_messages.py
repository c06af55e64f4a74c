"""Five thousand made-up messages with personal numbers, and as many with what must survive."""

from __future__ import annotations

from bench.redaction.judge import left_over
from bench.redaction.messages import harmless, personal
from bot.text.redact import KINDS, redact

MESSAGES = 5000
SEED = 4


def test_no_personal_number_in_plain_form_is_left() -> None:
    messages = personal(SEED, MESSAGES)
    assert [m.text for m in messages if left_over(m, redact(m.text))] == []


def test_the_sentence_around_a_number_stays() -> None:
    touched = [m for m in personal(SEED, MESSAGES) if not any(_as_placed(m.text, m.spelt))]
    assert len(touched) <= MESSAGES * 0.01, [(m.text, redact(m.text)) for m in touched][:5]


def _as_placed(text: str, spelt: str) -> list[bool]:
    before, _, after = text.partition(spelt)
    redacted = redact(text)
    return [redacted == f"{before}[{kind}]{after}" for kind in KINDS]


def test_codes_decrees_fees_and_dates_survive() -> None:
    lost = [m for m in harmless(SEED, MESSAGES) if m.kept not in redact(m.text)]
    assert len(lost) <= MESSAGES * 0.005, [(m.text, redact(m.text)) for m in lost][:5]


def test_redacting_again_changes_nothing() -> None:
    for message in personal(SEED, MESSAGES, hard=True):
        once = redact(message.text)
        assert redact(once) == once
