"""Take away what only frames a question, so that the words of the matter remain.

"Cho em hỏi đăng ký kết hôn cần giấy tờ gì ạ" → "đăng ký kết hôn". Otherwise "cần giấy tờ gì" pulls
in every title that speaks of papers.
"""

from __future__ import annotations

import re

from bot.text.fold import has_diacritics
from bot.text.phrases import normal, phrase_pattern
from bot.text.turning import without_turn

_PERSON = ("em", "e", "tôi", "mình", "anh", "chị", "cháu", "con", "bác", "cô", "chú", "tớ", "t")
# Only with "hỏi": without marks "bà" is also three, "dì" to go.
_ASKER = (*_PERSON, "bà", "ông", "dì", "cậu", "mợ", "thím", "gia đình", "chúng tôi", "chúng em")
_ASK = (
    *(f"cho {p} hỏi" for p in _ASKER),
    *(f"cho phép {p} hỏi" for p in _ASKER),
    *(f"{p} muốn hỏi" for p in _ASKER),
    *(f"{p} {v} hỏi về" for p in _ASKER for v in ("muốn", "xin", "cần")),
    *(f"{p} xin hỏi" for p in _ASKER),
    *(f"{p} xin được hỏi" for p in _ASKER),
    *(f"cho {p} biết" for p in _ASKER),
    *(f"{p} hỏi về" for p in _ASKER),
    *(f"{p} hỏi" for p in _ASKER),
    *(f"{v} {p}" for v in ("chỉ giùm", "bày", "giúp giùm", "nhờ") for p in ("em", "tôi", "cháu")),
    *(f"{p} {v}" for p in _PERSON for v in ("muốn", "cần", "định", "đang muốn", "muốn biết")),
    *("cho hỏi", "xin hỏi", "xin cho hỏi", "hỏi về", "muốn hỏi", "xin cho biết", "cho biết"),
    *("đề nghị cho biết", "xin được hỏi", "làm ơn", "vui lòng", "giúp em", "giúp tôi", "giúp mình"),
    *("tư vấn giúp", "hướng dẫn giúp", "hướng dẫn", "tư vấn", "chỉ giúp", "giải đáp", "thắc mắc"),
    *("tôi muốn", "muốn", "bạn ơi", "ad ơi", "shop ơi", "admin", "alo", "dạ", "ạ", "nhé", "nha"),
    *("với ạ", "xin chào", "chào bạn", "chào anh chị", "xin cảm ơn", "cảm ơn", "làm ơn cho biết"),
    *("quý cơ quan", "anh chị", "anh/chị", "mọi người", "cả nhà", "thì sao", "đúng không"),
    *("kính chào", "kính gửi", "kính thưa", "kính gửi cán bộ", "thưa cán bộ", "xin phép"),
    *("làm phiền", "cho hỏi thăm", "hỏi thăm", "chào lại em", "chào lại", "hỏi thêm"),
    *(f"{p} hỏi thêm" for p in _ASKER),
    *(f"giờ {p} hỏi thêm" for p in _ASKER),
    *(f"hôm trước {p} hỏi" for p in _ASKER),
    *(f"{p} ơi" for p in ("em", "anh", "chị", "cháu", "bác", "cô", "chú", "bạn", "con")),
    *("quý vị", "quý anh chị", "các anh chị", "các bác", "các bạn", "cán bộ ơi", "trợ lý ơi"),
    *("em chào", "con chào", "cháu chào", "tôi chào", "chào em", "chào ad", "chào cán bộ"),
    *("mong được giải đáp", "mong được hướng dẫn", "chân thành cảm ơn", "trân trọng cảm ơn"),
)
_HOW = (
    *("thủ tục hành chính", "các thủ tục", "thủ tục", "làm thủ tục", "quy trình", "trình tự"),
    *("như thế nào", "thế nào", "làm thế nào", "làm như thế nào", "bằng cách nào", "cách nào"),
    *("làm sao", "ra sao", "phải làm sao", "làm sao để", "làm gì", "phải làm gì", "cần làm gì"),
    *("các bước", "gồm những bước nào", "gồm mấy bước", "mấy bước", "thực hiện như thế nào"),
    *("là gì", "là như thế nào", "những gì", "thì", "vậy", "quy định như thế nào"),
    *("được quy định như thế nào", "có được không", "được không", "có thể", "được ko", "đc ko"),
    *("đc không", "dc ko", "dc khong", "được hay không", "hay không", "có phải", "không ạ"),
)
_PAPERS = (
    *("cần giấy tờ gì", "cần những giấy tờ gì", "cần những giấy gì", "giấy tờ gì", "giấy gì"),
    *("cần các giấy tờ gì", "những giấy tờ gì", "những giấy tờ nào", "các loại giấy tờ gì"),
    *("những loại giấy tờ gì", "các giấy tờ gì", "loại giấy tờ nào", "giấy tờ nào", "cần giấy tờ"),
    *("hồ sơ gồm những gì", "hồ sơ bao gồm những gì", "hồ sơ gồm", "hồ sơ cần những gì"),
    *("thành phần hồ sơ", "bộ hồ sơ", "mấy bộ", "hồ sơ cần", "gồm những gì", "bao gồm những gì"),
    *("cần những gì", "cần gì", "cần mang gì", "mang theo gì", "mang gì", "phải mang gì"),
    *("cần chuẩn bị gì", "cần chuẩn bị những gì", "chuẩn bị gì", "chuẩn bị những gì", "chuẩn bị"),
    *("giấy tờ cần", "phải nộp những gì", "nộp những gì", "cần nộp gì", "nộp gì", "hồ sơ"),
)
_FEE = (
    *("lệ phí bao nhiêu", "lệ phí là bao nhiêu", "mức lệ phí", "mức phí", "phí bao nhiêu"),
    *("hết bao nhiêu tiền", "bao nhiêu tiền", "mất bao nhiêu tiền", "tốn bao nhiêu", "chi phí"),
    *("bao nhiêu", "giá bao nhiêu", "có mất phí không", "có mất tiền không", "mất phí không"),
    *("mất tiền không", "có tốn tiền không", "miễn phí không", "có phải nộp lệ phí không"),
    *("phải đóng bao nhiêu", "nộp bao nhiêu tiền", "phí", "lệ phí", "tốn nhiều tiền không"),
    *("lệ phí nhiều không", "phí nhiều không", "lệ phí nhiêu", "nhiêu tiền", "hết nhiêu tiền"),
    *("lệ phí nhiêu không", "phí nhiêu không", "lệ phí sao", "lệ phí thế nào"),
    *("lệ phí có cao không", "phí có cao không", "lệ phí cao không", "phí cao không"),
    *("có tốn nhiều không", "hết nhiều tiền không", "tốn bao nhiêu tiền", "hết bao nhiêu"),
)
_TIME = (
    *("bao lâu", "mất bao lâu", "trong bao lâu", "bao lâu thì xong", "bao lâu có", "mấy ngày"),
    *("bao nhiêu ngày", "mất mấy ngày", "khi nào có", "khi nào xong", "bao giờ có", "bao giờ xong"),
    *("bao giờ", "thời hạn giải quyết", "thời gian giải quyết", "thời gian", "thời hạn bao lâu"),
    *("mấy hôm", "bao lâu thì được", "có lâu không", "lâu không", "trong vòng bao lâu", "khi nào"),
)
_PLACE = (
    *("ở đâu", "nộp ở đâu", "làm ở đâu", "nộp hồ sơ ở đâu", "tại đâu", "đến đâu", "chỗ nào"),
    *("ở chỗ nào", "nơi nào", "cơ quan nào", "ra đâu", "lên đâu", "đi đâu", "phải đến đâu"),
    *("cơ quan nào giải quyết", "ai giải quyết", "cơ quan có thẩm quyền", "địa chỉ", "địa điểm"),
    *("cơ quan nào có thẩm quyền", "thẩm quyền", "nơi nộp", "phường nào", "đâu", "nộp tại đâu"),
)
_ONLINE = (
    *("làm online được không", "online", "trực tuyến", "qua mạng", "trên mạng", "tại nhà"),
    *("nộp online", "làm qua mạng", "nộp qua mạng", "nộp trực tuyến", "qua bưu điện"),
    *("dịch vụ công trực tuyến", "trên cổng dịch vụ công", "trên vneid", "qua vneid"),
)
_OTHER = (
    *("điều kiện", "điều kiện gì", "điều kiện là gì", "cần điều kiện gì", "yêu cầu gì"),
    *("đáp ứng điều kiện gì", "đáp ứng những điều kiện gì", "đối tượng nào", "ai được"),
    *(
        "ai có thể",
        "căn cứ pháp lý",
        "theo quy định nào",
        "văn bản nào",
        "luật nào",
        "theo luật nào",
    ),
    *(f"thực hiện tại cấp {level}" for level in ("tỉnh", "huyện", "xã", "trung ương")),
    *("kết quả là gì", "nhận được gì", "nhận kết quả", "trường hợp nào", "những trường hợp nào"),
)
# Words that are something else without their marks: "vay" is a loan, "thi" an exam, "phi" Africa.
_EXACT = {"vậy", "thì", "phí", "đâu", "ạ", "dạ", "muốn", "con muốn", "nha", "điều kiện", "chi phí"}
FRAME_PHRASES = (*_ASK, *_HOW, *_PAPERS, *_FEE, *_TIME, *_PLACE, *_ONLINE, *_OTHER)
_FRAME = phrase_pattern((p for p in FRAME_PHRASES if p not in _EXACT), exact=_EXACT)

# "Vâng, thế hộ chiếu …": going on; a mortgage is no going on.
_GOING_ON = re.compile(
    r"^\W*(?:(?:vâng|dạ|ừ|à|ờ|ok)\W+)*(?:thế|vậy)(?:\s+cho\s+hỏi)?\s+(?!chấp|giới|hệ|năng|thân|vận|nào)"
)
_LAST = re.compile(r"\s(?:a|ah|ha|nhe|nhi|vay)\W*$")  # particles without their marks
# Whom the question is put to, at its end; "trẻ em" is somebody else.
# A number of theirs, which the edge has taken out: "số căn cước của tôi là …".
_NUMBER = re.compile(
    r"(?<!\w)số\s+(?:căn cước(?:\s+công dân)?|cccd|cmnd|điện thoại|đt)\s+(?:của\s+\w+\s+)?là(?!\w)"
)
_PLEASE = re.compile(r"\s(?:với|voi)$")
_CALLED = re.compile(r"(?<!trẻ)(?<!tre)\s(?:em|anh|chị|chi|bạn|bác|ad|shop)(?: ơi| oi)?\s*$")


def strip_question(text: str) -> str:
    """Lower-case `text` without politeness and aspect words; "" when nothing else is in it."""
    text = _NUMBER.sub(" ", normal(text))
    # "Không làm công ty nữa, thủ tục thế nào?": then what was turned away from is the matter.
    return _without_frame(without_turn(text)) or _without_frame(text)


def _without_frame(text: str) -> str:
    asked = _GOING_ON.sub(" ", text)
    left = _FRAME.sub(" ", asked if has_diacritics(text) else _LAST.sub(" ", asked))
    left = re.sub(r"\s+", " ", re.sub(r"[^\w\s./-]", " ", left)).strip(" ./-")
    return _CALLED.sub("", _PLEASE.sub("", left))
