"""Does a message only ask something else about the procedure in play, or name a new one?"""

from __future__ import annotations

import re

from bot.catalogue.model import Procedure
from bot.retrieval.pipeline import Searcher
from bot.retrieval.question import strip_question
from bot.text.codes import find_procedure_codes
from bot.text.fold import fold
from bot.text.phrases import normal, phrase_pattern

# Below all three, nothing is near: no title in words (logarithm of BM25) or in meaning (cosine),
# no phrasing in words.
FAR = {"words.title": 2.3, "cosine.title": 0.76, "words.phrase": 2.7}

# Points back, or asks about the doing and not about a matter.
_BACK = phrase_pattern(
    (
        *("thế còn", "vậy còn", "còn", "thế", "thế thì", "vậy thì", "rồi", "xong", "nữa", "luôn"),
        *("cái này", "cái đó", "cái ấy", "cái kia", "cái đấy", "việc này", "việc đó", "vụ này"),
        *("thủ tục này", "thủ tục đó", "giấy này", "giấy đó", "giấy ấy", "hồ sơ này", "hồ sơ đó"),
        *("nhờ người khác", "người khác", "nộp thay", "làm thay", "làm hộ", "nộp hộ", "đi thay"),
        *("nhờ người nhà", "người nhà", "ủy quyền", "trực tiếp", "bản gốc", "bản chính", "bản sao"),
        *("mấy bản", "mấy bộ", "photo", "công chứng", "giờ làm việc", "mấy giờ", "thứ bảy"),
        *("cuối tuần", "chủ nhật", "ngoài giờ", "nhận kết quả", "lấy kết quả", "trả kết quả"),
        *("gửi về nhà", "bưu điện", "điện thoại", "máy tính", "tài khoản", "nộp tiền", "đóng tiền"),
        *("thanh toán", "miễn phí", "mất tiền", "tốn tiền", "mất phí", "hết tiền", "hướng dẫn"),
        *("nói lại", "nhắc lại", "cụ thể", "chi tiết", "kỹ hơn", "quá hạn", "trễ hạn", "gấp"),
        *(
            "xong chưa",
            "văn bản nào",
            "căn cứ",
            "luật",
            "nghị định",
            "quy định",
            "mẫu đơn",
            "tờ khai",
        ),
    )
)
_LIGHT_WORDS = """
à ạ á ấy ai anh bác bạn bị bên biết bao bây bản bộ cả cách cái cần chắc chị chỉ cho có còn
cô của cứ cũng dạ dùm đã đang đâu đấy đem để đến đi điều kiện đó đóng được đc dc em gì giờ
giùm giúp hả hay hết hồ sơ hoặc hơn ừ kia không ko k khi kiểu là làm lâu lại lên lần lấy lệ
phí liệu lúc mà mấy mang mất mình mỗi một muốn nào này nên nếu nhé nhỉ nhiêu những như nhận
nó nói nộp nữa ở ơi ơ ok phải qua quá ra rồi sao sẽ sau tại tầm tháng thấy thế theo thêm thì
thời gian hạn thường tiền tờ giấy tôi tổng trả trên trong trước tuần từ và vẫn vào vậy về
việc vụ với vừa xem xin xong yêu cầu ngày bước đầu cuối tiên online mạng vneid thủ tục bằng
cùng con hỏi phần chi tớ ổn chứ đợi chờ tí tẹo xíu lát chút đơn kết quả cấp mẫu bn h j
"""
_LIGHT = frozenset(_LIGHT_WORDS.split())
_WARD = re.compile(r"(?<!\w)(?:phường|phuong|xã|xa|quận|quan|huyện|huyen)(?:\s+\w+){1,3}")
_ASKED = r".*(?<!\w)(?:không|khong|ko|k|chưa|chua|à|hả|được|duoc|đc|dc)(?!\w)"
_NEEDED = re.compile(
    r"(?<!\w)(?:cần|can|phải|phai|mang|nộp|nop|thiếu|thieu|có|co|thay|dùng|dung)(?!\w)" + _ASKED
)
_PAPER_NEEDED = re.compile(
    r"(?<!\w)(?:cần|can|phải|phai)\s+(?:(?:mang|đem|dem|nộp|nop|có|co|kèm|kem)\s+)?(?:theo\s+)?"
    r"(?:giấy|giay|sổ|so|thẻ|the|bản|ban|ảnh|anh|cccd|cmnd|căn cước|can cuoc)(?!\w)" + _ASKED
)


def names_no_other(text: str, current: Procedure, searcher: Searcher) -> bool:
    """True when `text` names no matter of its own, or only `current` again.

    "Có cần giấy … không" asks about papers, whatever the paper. Otherwise a code or an official
    title of another procedure is a new topic, and so are words that neither the title of
    `current` has nor, in a question whether something is needed, its papers.
    """
    codes = find_procedure_codes(text)
    if codes:
        return codes == [current.code]
    left = _BACK.sub(" ", strip_question(text))
    words = left_open(text, searcher)
    if not words or not left_open(_WARD.sub(" ", left), searcher):
        return True
    if _PAPER_NEEDED.search(normal(text)):
        return True
    if searcher.names_other(left, current.code):
        return False
    own = set(fold(f"{current.title} {current.field}").split())
    if all(word in own for word in words):
        return True
    if _NEEDED.search(normal(text)):
        own |= set(fold(" ".join(paper.name for paper in current.papers)).split())
        return all(word in own for word in words)
    figures = searcher.search(text).trace.figures
    # A matter that the catalogue lacks is a matter too: only what is near nothing asks on.
    return all(figures.get(name, limit) < limit for name, limit in FAR.items())


def left_open(text: str, searcher: Searcher) -> list[str]:
    """Folded words of `text` that may name a matter."""
    left = searcher.restore(_BACK.sub(" ", strip_question(text)))
    return [fold(word) for word in re.findall(r"[^\W_]+", normal(left)) if word not in _LIGHT]
