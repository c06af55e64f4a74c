"""A case that may be shown: what it is, how it stands, what to do now, and who says so."""

from __future__ import annotations

from datetime import date

from bot.answers.reply import QuickReply, Reply
from bot.answers.words import lower_first, stop
from bot.cases.model import Case, CaseState
from bot.cases.replies import aloud, facts
from bot.cases.replies.payload import payload_of
from bot.cases.replies.standing import Standing, standing
from bot.catalogue.model import Procedure

ANOTHER = QuickReply(label="Hồ sơ khác", text="Tôi còn hồ sơ khác")
_WHY = QuickReply(label="Sao lâu thế?", text="Sao hồ sơ lâu thế?")
_WHEN = QuickReply(label="Bao giờ xong?", text="Hồ sơ bao giờ xong?")
_ADD = QuickReply(label="Phải bổ sung gì?", text="Tôi phải bổ sung gì?")
_PAY = QuickReply(label="Phải nộp bao nhiêu?", text="Tôi phải nộp bao nhiêu tiền?")
_COLLECT = QuickReply(label="Lấy ở đâu?", text="Lấy kết quả ở đâu?")
_NEXT = {
    CaseState.SUPPLEMENT_ASKED: _ADD,
    CaseState.PAYMENT_ASKED: _PAY,
    CaseState.DONE: _COLLECT,
    CaseState.RECEIVED: _WHEN,
    CaseState.PROCESSING: _WHEN,
}
_ENDED = {CaseState.DONE, CaseState.HANDED_OVER}


def told(case: Case, today: date, procedure: Procedure | None = None) -> Reply:
    """The whole of it. `procedure` is that of the case where the catalogue has it."""
    title = facts.title(case, procedure)
    stands = standing(case, today)
    late = stands is not None and stands.late and case.state not in _ENDED
    doing = _doing(case, late)
    lines = [
        *([facts.DEMO] if case.demo else []),
        f"Hồ sơ {case.code}: {stop(title)}",
        f"• Tình trạng: {facts.state(case)}",
        *([f"• {stands.sentence}"] if stands else []),
        f"• Việc cần làm: {doing[0]}",
        *(f"• {line}" for line in doing[1:]),
        facts.source(case),
    ]
    return Reply(
        text="\n".join(lines),
        payload=payload_of(case, title, procedure, stands, doing, _buttons(case, late)),
        spoken=_spoken(case, title, stands, late, today),
    )


def _doing(case: Case, late: bool) -> list[str]:
    """What the citizen does now, with what it takes."""
    first = facts.to_do(case, late=late)
    doing = [first]
    if case.state is CaseState.SUPPLEMENT_ASKED:
        missing = [f"Bổ sung: {item.text}." for item in facts.supplements(case)]
        doing += missing or [facts.no_supplement(case)]
    fees = [f"{item.text}." for item in facts.unpaid(case)]
    if case.state is CaseState.PAYMENT_ASKED:
        doing += [*(fees or [facts.no_fee(case)]), facts.WHERE_TO_PAY]
    else:
        doing += fees
    if case.state is CaseState.DONE:
        doing.append(facts.WHERE_TO_COLLECT)
    return [*doing, *_call(first, late)]


def _call(first: str, late: bool) -> list[str]:
    """Whom to call, where that is not what is said first."""
    return [facts.CALL_WHEN_LATE] if late and first != facts.CALL_WHEN_LATE else []


def _spoken(case: Case, title: str, stands: Standing | None, late: bool, today: date) -> str:
    words = facts.words_of(case)
    state = [f"{words.name}."] if words else [facts.state(case)]
    asked = aloud.items([*facts.supplements(case), *facts.unpaid(case)])
    when = stands.short if stands else []
    first = facts.to_do(case, late=late)
    between = [
        *([f"Cần: {lower_first(asked[0])}", *asked[1:]] if asked else []),
        *_call(first, late),
        *([first, *when] if case.state in _ENDED else [*when, first]),
        *([words.means] if words else []),
    ]
    demo = [facts.DEMO] if case.demo else []
    ask = "Anh chị muốn hỏi gì thêm về hồ sơ này không?"
    opening = aloud.opening(case, title)
    return aloud.speech(today, [*demo, opening, *state], between, [*aloud.source(case), ask])


def _buttons(case: Case, late: bool) -> list[QuickReply]:
    usual = _NEXT.get(case.state) if case.state else None
    if late:
        return [_WHY, *([usual] if usual and usual is not _WHEN else []), ANOTHER]
    return [*([usual] if usual else []), ANOTHER]
