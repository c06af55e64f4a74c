"""What is asked about a case that was shown: "sao lâu thế", "phải bổ sung gì"."""

from __future__ import annotations

from bot.cases.replies.details import Topic
from bot.dialogue.cases.words import first_said, load_words, says, without
from bot.dialogue.matter import left_open
from bot.dialogue.persons import without_persons
from bot.retrieval.pipeline import Searcher

_FEW = 2  # words beside a question that may mean anything: more of them are a matter of their own


def topic_of(text: str) -> Topic | None:
    return first_said(text, load_words().topics)


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


def points_at_it(text: str) -> bool:
    """ "Hồ sơ lúc nãy", "hồ sơ của tôi": the case of this conversation."""
    return says(text, load_words().this_case)


def comes_back(text: str) -> bool:
    """ "Quay lại hồ sơ lúc nãy"."""
    words = load_words()
    return says(text, words.back) and says(text, words.case)
