"""What can be asked about a procedure, and its Vietnamese names."""

from __future__ import annotations

from enum import StrEnum


class Aspect(StrEnum):
    OVERVIEW = "overview"
    PAPERS = "papers"
    FEE = "fee"
    TIME = "time"
    PLACE = "place"
    STEPS = "steps"
    ONLINE = "online"
    RESULT = "result"
    LAW = "law"
    CONDITIONS = "conditions"
    WHO = "who"


# Heading of a section, and the name of the aspect after "Muốn nghe tiếp …".
HEADING: dict[Aspect, str] = {
    Aspect.OVERVIEW: "Thông tin chính",
    Aspect.PAPERS: "Giấy tờ cần có",
    Aspect.FEE: "Phí, lệ phí",
    Aspect.TIME: "Thời hạn giải quyết",
    Aspect.PLACE: "Nơi nộp hồ sơ",
    Aspect.STEPS: "Các bước thực hiện",
    Aspect.ONLINE: "Cách nộp trực tuyến",
    Aspect.RESULT: "Kết quả nhận được",
    Aspect.LAW: "Căn cứ pháp lý",
    Aspect.CONDITIONS: "Yêu cầu, điều kiện",
    Aspect.WHO: "Ai được làm thủ tục",
}

LABEL: dict[Aspect, str] = {
    Aspect.OVERVIEW: "Tóm tắt",
    Aspect.PAPERS: "Giấy tờ",
    Aspect.FEE: "Lệ phí",
    Aspect.TIME: "Thời hạn",
    Aspect.PLACE: "Nơi nộp",
    Aspect.STEPS: "Các bước",
    Aspect.ONLINE: "Nộp trực tuyến",
    Aspect.RESULT: "Kết quả",
    Aspect.LAW: "Căn cứ pháp lý",
    Aspect.CONDITIONS: "Điều kiện",
    Aspect.WHO: "Ai được làm",
}

# What a button sends; with the code behind it, it stays exact later in the conversation.
QUESTION: dict[Aspect, str] = {
    Aspect.OVERVIEW: "Tóm tắt thủ tục",
    Aspect.PAPERS: "Cần giấy tờ gì?",
    Aspect.FEE: "Lệ phí bao nhiêu?",
    Aspect.TIME: "Bao lâu thì xong?",
    Aspect.PLACE: "Nộp ở đâu?",
    Aspect.STEPS: "Các bước làm thế nào?",
    Aspect.ONLINE: "Nộp trực tuyến thế nào?",
    Aspect.RESULT: "Kết quả nhận được là gì?",
    Aspect.LAW: "Căn cứ pháp lý là gì?",
    Aspect.CONDITIONS: "Điều kiện là gì?",
    Aspect.WHO: "Ai được làm thủ tục này?",
}

# The order in which people ask, as buttons and spoken offers go through it.
ORDER: tuple[Aspect, ...] = (
    Aspect.PAPERS,
    Aspect.FEE,
    Aspect.TIME,
    Aspect.PLACE,
    Aspect.ONLINE,
    Aspect.STEPS,
    Aspect.WHO,
    Aspect.RESULT,
    Aspect.CONDITIONS,
    Aspect.LAW,
)


def next_aspects(shown: frozenset[Aspect], count: int) -> list[Aspect]:
    """The `count` most asked aspects that have not been shown yet."""
    return [aspect for aspect in ORDER if aspect not in shown][:count]
