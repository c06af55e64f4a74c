"""One question about a case that was shown before."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import StrEnum

from bot.answers.reply import Reply
from bot.cases.model import Case
from bot.cases.replies import aloud, facts, questions
from bot.cases.replies.questions import Answer
from bot.cases.replies.said import said
from bot.cases.replies.told import ANOTHER


class Topic(StrEnum):
    """What people ask next."""

    STATE = "state"
    DUE = "due"
    WHY_SO_LONG = "why_so_long"
    REASON = "reason"
    SUPPLEMENT = "supplement"
    FEE = "fee"
    COLLECT = "collect"
    BY_ANOTHER = "by_another"  # may somebody else collect it?
    RECEIVER = "receiver"  # who has collected it, or signed for it
    RIGHTS = "rights"  # damages, an apology
    DONE_ALREADY = "done_already"  # paid, added: by the person, not yet by the source
    TO_DO = "to_do"
    WHO = "who"
    SOURCE = "source"
    NOT_TOLD = "not_told"  # a question that no field of a case answers


def detail(topic: Topic, case: Case, today: date) -> Reply:
    """The answer and who says so. The ear has just heard which case it is."""
    sentences, listed = _DETAILS[topic](case, today)
    shown = [*sentences[:1], *(f"{item.text}." for item in listed), *sentences[1:]]
    origin = [] if topic is Topic.SOURCE else [facts.source(case)]
    text = "\n".join([f"Hồ sơ {case.code}: {shown[0]}", *(f"• {s}" for s in shown[1:]), *origin])
    spoken = aloud.speech(today, sentences[:1], [*aloud.items(listed), *sentences[1:]])
    return said("detail", text, spoken, ANOTHER, code=case.code, topic=topic.value)


_DETAILS: dict[Topic, Callable[[Case, date], Answer]] = {
    Topic.STATE: questions.state,
    Topic.DUE: questions.due,
    Topic.WHY_SO_LONG: questions.why,
    Topic.REASON: questions.reason,
    Topic.SUPPLEMENT: questions.supplement,
    Topic.FEE: questions.fee,
    Topic.COLLECT: questions.collect,
    Topic.BY_ANOTHER: questions.by_another,
    Topic.RECEIVER: questions.receiver,
    Topic.RIGHTS: questions.rights,
    Topic.DONE_ALREADY: questions.done_already,
    Topic.TO_DO: questions.to_do,
    Topic.WHO: questions.who,
    Topic.SOURCE: questions.source,
    Topic.NOT_TOLD: questions.not_told,
}
