"""Is a question about the procedure in play, or does it open a new topic?"""

from __future__ import annotations

import re

from bot.catalogue.model import Procedure
from bot.dialogue.matter import names_no_other
from bot.retrieval.pipeline import Searcher
from bot.retrieval.question import strip_question
from bot.text.fold import fold, has_diacritics

EXACT = frozenset({"code", "title", "alias"})  # what matched: the words themselves settle it
SHORT_RESULT = 12  # words: a longer one describes cases, and its words are no name

# Words that say nothing about which procedure is meant: persons, pointing, handing in, waiting.
_WORDS = """
tôi tui em mình anh chị cháu con bà bác ông cô chú nó họ người ta bạn ad e mk
thế và với là vậy v đó này kia ấy đấy đây ạ nhé nha ơi hả nhỉ luôn rồi cũng khác thì còn nữa
hỏi thêm nói biết được đc dc không ko k phải có để cần làm nộp gửi mang cầm theo đem đi đến ra lên
về qua tại ở lấy nhận cho đợi chờ xong mất hết tốn trả đóng tiền phí lệ bao nhiêu mấy ngày giờ lâu
sớm khi sau trong trực tiếp tận nơi dùng mạng máy tính điện thoại giấy tờ hồ sơ thủ tục việc bước
gồm những các gì nào đâu sao ai bằng thời hạn kết quả một mỗi vào luật nghị định pháp lý quy trình
tự thực hiện điều kiện yêu online onl bn bnhiu nhiu nhìu phý j z hk hok hông cái nhau bố mẹ
vợ chồng thay
"""
# Without their marks these may be something else: "so do" is a land certificate, "the" a card.
_DOUBTFUL = frozenset(fold("đỏ sổ mất đổi bản bằng đồng hộ lệ thẻ tố con trả").split())
_ACTS = re.compile(
    r"\b(?:cap lai|cap doi|gia han|cham dut|tam ngung|thu hoi|xoa|cai chinh|sua doi|dieu chinh)\b"
)
_PHRASES = re.compile(
    r"^(?:(?:thế|vậy) còn|(?:the|vay) con)\b"
    r"|\b(?:văn bản|van ban|căn cứ|can cu|giấy chứng nhận|giay chung nhan|giay to)\b"
)
_STILL = re.compile(r"^con\b")
_EMPTY = frozenset(_WORDS.split())
_EMPTY_FOLDED = frozenset(fold(_WORDS).split()) - _DOUBTFUL


def is_followup(text: str, current: Procedure, searcher: Searcher) -> bool:
    """Whether a question about an aspect, as `text` asks it, is about `current`.

    Another act on the same paper ("cấp lại") is another procedure. Else the words that only ask
    are looked at first; what they leave open, retrieval decides.
    """
    title = fold(current.title)
    if any(act not in title for act in _ACTS.findall(fold(text))):
        return False
    if searcher.names_other(text, current.code):
        return False
    results = [result for result in current.results if len(result.split()) <= SHORT_RESULT]
    own = set(fold(" ".join([title, *results])).split())
    return content(text) <= own or names_no_other(text, current, searcher)


def content(text: str) -> set[str]:
    """Folded words of `text` that can name a topic."""
    left = _PHRASES.sub("", strip_question(text))
    if not has_diacritics(text):
        # At the beginning "con" is "còn" far oftener than a child.
        return set(_STILL.sub("", fold(left)).split()) - _EMPTY_FOLDED
    return {fold(word) for word in left.split() if word not in _EMPTY} - {""}
