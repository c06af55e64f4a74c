"""What is asked about a case that was shown: "sao lâu thế", "phải bổ sung gì"."""

from __future__ import annotations

from bot.cases.replies.details import Topic
from bot.text.phrases import normal, phrase_pattern

_WHO_ASKS = ("tôi", "em", "mình", "anh", "chị", "cháu", "con", "bác", "nhà tôi", "nhà em")
_ANOTHER = phrase_pattern(
    (
        *("hồ sơ khác", "hồ sơ nữa", "hồ sơ thứ hai", "hồ sơ còn lại", "hồ sơ kia", "bộ khác"),
        *("mã khác", "mã nữa", "mã thứ hai", "còn hồ sơ", "còn một hồ sơ", "còn bộ hồ sơ"),
        *("hs khác", "hs nữa", "còn hs", "thêm hồ sơ", "cái hồ sơ nữa", "hồ sơ của vợ tôi"),
    )
)
_THEAGAIN = phrase_pattern(
    (
        *(
            "nhắc lại",
            "nói lại",
            "đọc lại",
            "lặp lại",
            "nghe không rõ",
            "chưa nghe rõ",
            "nói gì cơ",
        ),
        *("xem lại cái", "nghe chưa ra", "nói lại lần nữa", "cho nghe lại", "không nghe được"),
    )
)
_CASE = phrase_pattern(
    (
        *(f"{noun} của {who}" for noun in ("hồ sơ", "hs") for who in _WHO_ASKS),
        *(f"{noun} {word}" for noun in ("hồ sơ", "hs") for word in ("đó", "này", "ấy", "lúc nãy")),
        *("hồ sơ vừa nãy", "hồ sơ hồi nãy", "hồ sơ ban nãy", "hồ sơ trên", "hồ sơ vừa tra"),
    )
)
_BACK = phrase_pattern(
    (
        *("quay lại", "quay về", "trở lại", "tra tiếp", "tra nốt", "xem tiếp", "tiếp tục tra"),
        *("về lại", "nói tiếp", "lúc nãy", "hồi nãy", "vừa nãy", "ban nãy", "vừa tra"),
    )
)
AGAIN = phrase_pattern(
    (
        *(
            "nhắc lại",
            "nói lại",
            "đọc lại",
            "lặp lại",
            "nghe không rõ",
            "chưa nghe rõ",
            "nói gì cơ",
        ),
        *("xem lại cái", "nghe chưa ra", "nói lại lần nữa", "cho nghe lại", "không nghe được"),
    )
)
_CASE = phrase_pattern(("hồ sơ", "hs", "tra cứu"))
# In the order in which they are looked for.
_TOPICS = (
    (
        Topic.SUPPLEMENT,
        (
            *("bổ sung gì", "bổ sung những gì", "bổ sung cái gì", "bổ sung giấy", "phải bổ sung"),
            *(
                "cần bổ sung",
                "bổ sung thế nào",
                "bổ sung ở đâu",
                "bổ sung sao",
                "bổ xung",
                "nộp thêm",
            ),
            *("thiếu gì", "thiếu giấy", "thiếu cái gì", "thiếu những gì", "sửa gì", "sửa chỗ nào"),
        ),
    ),
    (
        Topic.FEE,
        (
            *("nộp bao nhiêu", "đóng bao nhiêu", "trả bao nhiêu", "mất bao nhiêu tiền", "mấy tiền"),
            *("bao nhiêu tiền", "nộp tiền", "đóng tiền", "đóng phí", "nộp phí", "lệ phí"),
            *(
                "nhiêu tiền",
                "hết bao nhiêu",
                "tốn bao nhiêu",
                "phí bao nhiêu",
                "nộp mấy",
                "đóng mấy",
            ),
            *("nợ khoản nào", "phải nộp khoản nào", "còn nợ", "tiền bao nhiêu", "bao tiền"),
        ),
    ),
    (
        Topic.COLLECT,
        (
            *("lấy ở đâu", "nhận ở đâu", "lấy kết quả", "nhận kết quả", "trả ở đâu", "đến đâu lấy"),
            *(
                "ra đâu lấy",
                "lấy chỗ nào",
                "nhận chỗ nào",
                "đi lấy",
                "đến lấy",
                "qua lấy",
                "lấy hộ",
            ),
            *("lấy thay", "chỗ mô lấy", "lấy mô", "lấy được chưa", "mang gì đi lấy", "nhận đâu"),
        ),
    ),
    (
        Topic.REASON,
        (
            *("lý do", "sao bị", "vì sao bị", "tại sao bị", "sao không nhận", "sao từ chối"),
            *("sao lại từ chối", "sao lại bị", "sao không được nhận", "sao lại dừng", "sao dừng"),
            *("ai xin rút", "ai rút", "có rút đâu", "đâu có rút", "không xin rút", "chưa hề rút"),
        ),
    ),
    (
        Topic.WHY_SO_LONG,
        (
            *("sao lâu", "lâu thế", "lâu vậy", "lâu quá", "sao chậm", "chậm thế", "chậm vậy"),
            *(
                "sao mãi",
                "sao chưa",
                "mãi chưa",
                "vì sao chưa",
                "tại sao chưa",
                "sao trễ",
                "trễ thế",
            ),
            *(
                "tắc ở đâu",
                "vướng gì",
                "vướng ở đâu",
                "kẹt ở đâu",
                "ngâm",
                "răng lâu",
                "sao lâu rứa",
            ),
            *("vì sao lâu", "tại sao lâu", "sao còn chưa", "đang ở bước nào", "đang ở khâu nào"),
        ),
    ),
    (
        Topic.DUE,
        (
            *("bao giờ xong", "bao giờ có", "bao giờ được", "khi nào xong", "khi nào có", "khi mô"),
            *("khi nào được", "bao giờ lấy", "khi nào lấy", "ngày nào", "hôm nào", "mấy ngày nữa"),
            *("còn bao lâu", "bao lâu nữa", "chừng nào", "hẹn ngày", "hẹn hôm nào", "hạn trả"),
            *(
                "có đúng hạn",
                "đúng hẹn không",
                "quá hạn chưa",
                "trễ chưa",
                "bao giờ thì",
                "bao lâu",
            ),
            *("ngày hẹn", "hạn đến", "bao giờ mới"),
        ),
    ),
    (
        Topic.WHO,
        (
            *("gọi ai", "gọi số nào", "gọi cho ai", "hỏi ai", "liên hệ ai", "liên hệ với ai"),
            *("ai giải quyết", "ai xử lý", "ai đang giữ", "ai giữ", "cơ quan nào", "phòng nào"),
            *("đang ở đâu", "đang nằm ở đâu", "ở chỗ nào rồi", "số điện thoại nào", "liên hệ đâu"),
        ),
    ),
    (
        Topic.TO_DO,
        (
            *("phải làm gì", "cần làm gì", "làm gì bây giờ", "làm gì tiếp", "làm sao bây giờ"),
            *("giờ làm sao", "giờ làm gì", "có phải làm gì", "làm răng chừ", "tôi làm gì"),
        ),
    ),
    (
        Topic.SOURCE,
        (
            *("cập nhật lúc nào", "cập nhật khi nào", "cập nhật hôm nào", "thông tin từ đâu"),
            *(
                "lấy thông tin ở đâu",
                "nguồn nào",
                "ai nói vậy",
                "tin được không",
                "chính xác không",
            ),
        ),
    ),
    (
        Topic.STATE,
        (
            *(
                "nghĩa là gì",
                "nghĩa là sao",
                "thế là sao",
                "vậy là sao",
                "là thế nào",
                "tình trạng",
            ),
            *("trạng thái", "đến đâu rồi", "tới đâu rồi", "xong chưa", "được chưa", "thế nào rồi"),
            *("sao rồi", "có kết quả chưa", "duyệt chưa", "ra chưa", "đến mô rồi", "có chưa"),
        ),
    ),
)
_PATTERNS = tuple((topic, phrase_pattern(phrases)) for topic, phrases in _TOPICS)


def topic_of(text: str) -> Topic | None:
    said = normal(text)
    return next((topic for topic, pattern in _PATTERNS if pattern.search(said)), None)


def wants_it_again(text: str) -> bool:
    """ "Nói lại xem nào"."""
    return bool(AGAIN.search(normal(text)))


def wants_another(text: str) -> bool:
    """ "Còn hồ sơ khác"."""
    return bool(_ANOTHER.search(normal(text)))


def points_at_it(text: str) -> bool:
    """ "Hồ sơ lúc nãy", "hồ sơ của tôi": the case of this conversation."""
    return bool(_THE_CASE.search(normal(text)))


def comes_back(text: str) -> bool:
    """ "Quay lại hồ sơ lúc nãy"."""
    said = normal(text)
    return bool(_BACK.search(said) and _CASE.search(said))
