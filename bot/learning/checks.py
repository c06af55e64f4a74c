"""What a phrasing must keep to before anybody else sees it; each fault is a sentence."""

from __future__ import annotations

from collections.abc import Mapping

from rapidfuzz import fuzz, process

from bot.catalogue.model import Procedure
from bot.catalogue.taught import Taught, with_phrasing, words_with
from bot.catalogue.titles import short_title
from bot.catalogue.words import Words, asked_most
from bot.catalogue.words_check import problems
from bot.learning.examples import held_out
from bot.learning.words import intents
from bot.text.fold import fold
from bot.text.redact import redact

FEWEST_WORDS = 2  # a word alone would answer whoever types it, whatever they mean
LONGEST = 160  # characters of a phrasing
NEAR = 93  # of 100, letter by letter without marks: the same words to anybody


def faults(
    kind: str, target: str, text: str, procedures: Mapping[str, Procedure], taught: Taught
) -> list[str]:
    """Why `text` cannot be taught as it stands; empty when it can.

    Args:
        kind: "phrasing" of the procedure `target`, or "example" of the intent `target`.
        taught: what is taught already.
    """
    if general := _of_any(text):
        return general
    if kind == "example":
        return _of_example(target, text)
    return _of_phrasing(target, text, procedures, taught)


def _of_any(text: str) -> list[str]:
    found = []
    if not fold(text):
        found.append("Chưa có lời nào.")
    if len(text) > LONGEST or "\n" in text:
        found.append(f"Một câu trên một dòng, dài nhất {LONGEST} ký tự.")
    if redact(text) != text:
        found.append("Có số cá nhân trong câu: xin bỏ ra.")
    return found


def _of_example(intent: str, text: str) -> list[str]:
    known = intents()
    if intent not in known:
        return [f"Không có loại câu hỏi “{intent}”."]
    if set("[](){}#:") & set(text):
        return ["Câu ví dụ không chứa các dấu [ ] ( ) { } # :"]
    if fold(text) in (fold(asked) for _, asked in held_out()):
        return ["Câu này dùng để đánh giá nên không dạy được."]
    owners = [name for name, said in known.items() if fold(text) in map(fold, said)]
    return [f"Câu này đã có ở loại “{name}”." for name in owners]


def _of_phrasing(
    code: str, text: str, procedures: Mapping[str, Procedure], taught: Taught
) -> list[str]:
    words = words_with(taught)
    if len(fold(text).split()) < FEWEST_WORDS:
        return ["Câu quá ngắn: cần ít nhất hai chữ."]
    if code not in procedures:
        return [f"Danh mục không có mã {code}."]
    if code not in words:
        return [f"Thủ tục {code} chưa có tên thường gọi, chưa dạy được ở đây."]
    if fold(text) in map(fold, (*words[code].phrasings, words[code].short_name)):
        return ["Thủ tục này đã có câu ấy rồi."]
    near = _near(code, text, words, procedures)
    if near:
        return [near]
    after = words_with(with_phrasing(taught, code, text))
    new = set(_problems(after, procedures)) - set(_problems(words, procedures))
    return sorted(new)


def _near(
    code: str, text: str, words: Mapping[str, Words], procedures: Mapping[str, Procedure]
) -> str:
    """The procedure whose phrasing, name or title is nearly the same or holds it; "" for none."""
    said = {
        (other, phrase): fold(phrase)
        for other, entry in words.items()
        if other != code and other not in words[code].ambiguous_with and other in procedures
        for phrase in (entry.short_name, *entry.phrasings, procedures[other].title)
    }
    folded = fold(text)
    best = process.extractOne(folded, said, scorer=fuzz.ratio, score_cutoff=NEAR)
    if best is not None:
        return f"Gần trùng với {_of(best[2], procedures)}."
    # Who begins to say what another procedure is known by would be led away from it.
    wider = next((one for one, phrase in said.items() if f" {folded} " in f" {phrase} "), None)
    return f"Quá chung: cũng nằm trong {_of(wider, procedures)}." if wider else ""


def _of(said: tuple[str, str], procedures: Mapping[str, Procedure]) -> str:
    code, phrase = said
    return f"“{phrase}” của thủ tục “{short_title(procedures[code])}” ({code})"


def _problems(words: Mapping[str, Words], procedures: Mapping[str, Procedure]) -> list[str]:
    return problems(words, procedures, asked_most())
