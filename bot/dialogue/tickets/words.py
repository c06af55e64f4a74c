"""What people say while they hand in a complaint: `data/care/words.yml`."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml

from bot.care.tickets.model import Kind
from bot.care.tickets.rules import load_rules
from bot.catalogue.model import Record
from bot.dialogue.cases.words import Phrases, only_says, says, without
from bot.dialogue.cases.words import load_words as case_words
from bot.dialogue.ordinal import chosen
from bot.settings import settings
from bot.text.codes import find_case_codes

_SHORT = 8  # words: a longer message tells something, whatever is in it
_FEW = 4  # words: "xin kể thêm chút" wishes to tell more, and tells nothing yet


class TicketWords(Record):
    """The file as it is; see its comments."""

    polite: Phrases
    agree: Phrases
    agree_typed: Phrases
    send: Phrases
    refuse: Phrases
    nowhere: Phrases
    leave: Phrases
    edit_text: Phrases
    adds: Phrases
    edit_kind: Phrases
    edit_place: Phrases
    ticket: Phrases
    how_is_it: Phrases
    withdraw: Phrases
    no_code: Phrases
    person: Phrases
    ask_person: Phrases
    waiting: Phrases
    about_it: Phrases
    wish: Phrases
    lawful: Phrases
    of_the_law: Phrases
    asks_where: Phrases
    district: Phrases
    below_district: Phrases
    resume: Phrases
    misconduct: Phrases
    official: Phrases
    unkind: Phrases
    marked: Phrases
    demands: Phrases
    money: Phrases
    law_of_it: Phrases
    praise: Phrases
    not_so: Phrases


@cache
def load_words(path: Path | None = None) -> TicketWords:
    """Raises OSError or ValueError: the file is missing or wrong."""
    path = path or settings().data_dir / "care" / "words.yml"
    return TicketWords.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))


def agrees(text: str, *, spoken: bool) -> bool:
    """A plain yes, and nothing else: "gửi đi ạ", or the first key. "Gửi rồi ạ?" asks."""
    words = load_words()
    yes = words.agree if spoken else (*words.agree, *words.agree_typed)
    return chosen(text, 2) == 0 or ("?" not in text and says(text, yes) and _only(text, yes))


def sends(text: str, *, spoken: bool) -> bool:
    """A yes that names the sending, and can mean no other question."""
    return says(text, load_words().send) and agrees(text, spoken=spoken)


def refuses(text: str) -> bool:
    words = load_words()
    return chosen(text, 2) == 1 or (says(text, words.refuse) and _only(text, words.refuse))


def leaves(text: str, *, telling: bool) -> bool:
    """ "Thôi, không gửi nữa"; nothing but that from who is `telling` what happened."""
    words = load_words()
    if says(text, words.waiting):
        return False  # "thôi, không gặp cán bộ nữa": of the queue for a person
    return _only(text, words.leave) if telling else _short(text) and says(text, words.leave)


def leaves_it(text: str) -> bool:
    """ "Thôi, không gửi nữa": of a ticket, whatever else is talked about."""
    words = load_words()
    return leaves(text, telling=False) and says(text, (*words.send, *words.ticket))


def nowhere(text: str) -> bool:
    words = load_words()
    return _short(text) and says(text, words.nowhere)


def resumes(text: str) -> bool:
    return _short(text) and says(text, load_words().resume)


def edits_text(text: str) -> bool:
    return _short(text) and says(text, load_words().edit_text)


def adds(text: str) -> bool:
    """ "Với lại họ còn bắt tôi chờ hai tiếng": more of what happened."""
    words = load_words()
    more = says(text, words.adds) and not _only(text, words.adds)
    return more and "?" not in text and len(text.split()) > _FEW


def edits_kind(text: str) -> bool:
    return _short(text) and says(text, load_words().edit_kind)


def edits_place(text: str) -> bool:
    return _short(text) and says(text, load_words().edit_place)


def asks_how_it_is(text: str) -> bool:
    """ "Phản ánh của tôi đến đâu rồi"."""
    words = load_words()
    # "Tra cứu phản ánh": to look up alone is not said of a case.
    of_a_case = says(without(text, words.how_is_it), case_words().case)
    return not of_a_case and says(text, words.ticket) and says(text, words.how_is_it)


def asks_about_a_case(text: str) -> bool:
    """ "Hồ sơ của tôi đến đâu rồi", or its code."""
    words = load_words()
    asked = says(text, case_words().case) and says(text, words.how_is_it)
    return asked or bool(find_case_codes(text))


def has_no_code(text: str) -> bool:
    return _short(text) and says(text, load_words().no_code)


def wants_a_person(text: str) -> bool:
    """ "Cho tôi gặp cán bộ", and nothing else: what happened may tell of such a wish."""
    words = load_words()
    return says(text, words.person) and _only(text, (*words.person, *words.ask_person))


def asks_about_it(text: str) -> bool:
    """ "Gửi cho ai", "bao giờ có trả lời", of what was read back."""
    return _short(text) and says(text, load_words().about_it)


def by_law(text: str) -> bool:
    """ "Khiếu nại quyết định hành chính", "tố cáo thì gửi đơn cho ai": a procedure of the law is
    meant, which a ticket cannot replace."""
    words = load_words()
    where = says(text, words.asks_where) and not names_an_official(text)
    return in_its_form(text) or (names_the_law(text) and where)


def in_its_form(text: str) -> bool:
    """ "Đơn khiếu nại", "tố cáo theo luật": surely of the law."""
    return names_the_law(text) and says(text, load_words().of_the_law)


def names_the_law(text: str) -> bool:
    return says(text, load_words().lawful)


def names_an_official(text: str) -> bool:
    return says(text, load_words().official)


def proposes(text: str) -> bool:
    return says(text, load_rules().kinds[Kind.PROPOSAL].words)


def wants_to_be_heard(text: str) -> bool:
    """ "Em muốn góp ý là …"; who asks where a proposal goes means a procedure."""
    if "?" in text or says(text, load_words().asks_where):
        return False
    rules, wishes = load_rules().kinds, load_words().wish
    named = (*rules[Kind.REPORT].words, *rules[Kind.PROPOSAL].words)
    return says(text, tuple(f"{wish} {word}" for wish in wishes for word in named))


def names_a_district(text: str) -> bool:
    """There are none any more, and a ward that carries the name of one is only a part of it."""
    words = load_words()
    return says(text, words.district) and not says(text, words.below_district)


def withdraws(text: str) -> bool:
    return says(text, load_words().withdraw)


def chosen_kind(text: str) -> Kind | None:
    """By its number, or by its words in a short message, of which the longest decides."""
    rules = load_rules().kinds
    place = chosen(text, len(rules))
    if place is not None:
        return tuple(rules)[place]
    if not _short(text):
        return None
    named = [
        (max(len(word) for word in rule.words if says(text, (word,))), kind)
        for kind, rule in rules.items()
        if says(text, rule.words)
    ]
    return max(named)[1] if named else None


def _short(text: str) -> bool:
    return len(text.split()) <= _SHORT


def _only(text: str, phrases: Phrases) -> bool:
    return only_says(text, (*phrases, *load_words().polite))
