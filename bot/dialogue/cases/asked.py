"""What is asked about a case that was shown: "sao lâu thế", "phải bổ sung gì"."""

from __future__ import annotations

import re

from bot.cases.model import Case, CaseState
from bot.cases.replies import facts
from bot.cases.replies.details import Topic
from bot.dialogue.cases.words import first_said, load_words, says, without
from bot.dialogue.matter import left_open
from bot.dialogue.persons import without_persons
from bot.retrieval.pipeline import Searcher
from bot.text.codes import find_case_codes
from bot.text.fold import fold

_FEW = 2  # words beside a question that may mean anything: more of them are a matter of their own

_HANDED_IN = {
    CaseState.SUPPLEMENT_ASKED: Topic.SUPPLEMENT,
    CaseState.PAYMENT_ASKED: Topic.FEE,
}
# Fees and whom to call are also told without a case.
_ONLY_OF_A_CASE = {
    Topic.STATE,
    Topic.DUE,
    Topic.WHY_SO_LONG,
    Topic.REASON,
    Topic.SUPPLEMENT,
    Topic.COLLECT,
    Topic.RECEIVER,
    Topic.BY_ANOTHER,
    Topic.TO_DO,
}

_HOW_MUCH = re.compile(
    r"(?:the |vay |la |het |tong |cong |ca |tat )*(?:bao )?nhieu"
    r"(?: (?:vay|the|rua|co|a|ha|nhi|tat ca|em|anh|chi|chau|con|bac))*"
)
_CASE = re.compile(r"\b(?:ho so|hs|don|giay hen|phieu hen)\b")
_ANOTHERS = re.compile(r"\b(?:cua|cho) (?:bo|me|vo|chong|con|ong|ba|em|ban|nguoi|cong ty|khach)\b")


def asks_for_mine(text: str) -> bool:
    """Whether a message about cases means one's own: none by its code, and nobody else's."""
    said = fold(text)
    return not find_case_codes(text) and bool(_CASE.search(said)) and not _ANOTHERS.search(said)


def topic_of(text: str, case: Case | None = None) -> Topic | None:
    """What is asked; "nộp ở đâu", "mang gì", "bao nhiêu" are about what `case` waits for."""
    words = load_words()
    if case and case.state in _HANDED_IN and says(text, words.hand_in):
        return _HANDED_IN[case.state]
    if case and facts.unpaid(case) and _HOW_MUCH.fullmatch(fold(text)):
        return Topic.FEE
    return first_said(text, words.topics)


def asks_about_a_case(text: str, searcher: Searcher) -> bool:
    """ "Sao lâu thế", before any case was shown: only the case can tell."""
    topic = topic_of(text)
    return topic in _ONLY_OF_A_CASE and not names_another_matter(text, topic, searcher)


def names_another_matter(text: str, topic: Topic, searcher: Searcher) -> bool:
    """ "Tôi muốn mở quán cà phê, bao lâu thì xong": not about the case, though it could be."""
    words = load_words()
    if says(text, words.case):
        return False
    rest = without_persons(without(text, words.topics[topic]))
    return len(left_open(rest, searcher)) > _FEW


def wants_it_again(text: str) -> bool:
    """ "Nói lại xem nào"."""
    return says(text, load_words().meant["again"])


def wants_another(text: str) -> bool:
    """ "Còn hồ sơ khác"."""
    return says(text, load_words().another)


def is_not_mine(text: str) -> bool:
    """ "Không phải hồ sơ của tôi", of the case that was shown."""
    return says(text, load_words().not_mine)


def points_at_it(text: str) -> bool:
    """ "Hồ sơ lúc nãy", "hồ sơ của tôi": the case of this conversation."""
    return says(text, load_words().this_case)


def comes_back(text: str) -> bool:
    """ "Quay lại hồ sơ lúc nãy"."""
    words = load_words()
    return says(text, words.back) and says(text, words.case)
