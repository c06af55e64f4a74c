"""Words of the Centre and the South, in the words of the catalogue: "cần chi rứa" → "cần gì vậy".

Many are ordinary words too ("răng" is a tooth, "quy mô" a scale, "vô tuyến" radio): those are read
only where their neighbours leave no doubt, and with their marks; with a capital they are names.
"""

from __future__ import annotations

WORDS = {
    "tui": "tôi", "rứa": "vậy", "mần": "làm", "bển": "bên đó", "trển": "trên đó", "ổng": "ông ấy",
    "hổng": "không", "hông": "không", "hong": "không", "dô": "vào", "má": "mẹ", "mệ": "bà",
    "mướn": "thuê", "xài": "dùng", "lẹ": "nhanh",
}  # fmt: skip

END = r"(?=\s*(?:[?.!,;]|$)|\s+(?:ạ|hè|hả|hỉ|vậy|nè|thế|đây|lận|ad)(?!\w))"
_PLACE = "ở|chỗ|nơi|đi|ra|tới|đến|lên|về|nộp|tại|lấy|từ"
_THING = "khi|lúc|cái|người|ngày|phường|xã|cơ quan|giấy|cửa|quầy|phòng"
_HAND_IN = "cần|chuẩn bị|giấy tờ|giấy|mang theo|mang|đem|những|nộp|gửi|làm|xin"
_NO_TOOTH = "".join(
    f"(?<!{word} )" for word in ("khám", "nhổ", "trồng", "niềng", "đau", "mọc", "chữa")
)

# What is found as whole words, and what it means; after the words above, in this order.
RULES = (
    (rf"({_THING}) mô(?! (?:hình|tả|đun))", r"\1 nào"),
    (rf"({_PLACE}) mô(?! (?:hình|tô|tơ|tả|phỏng))", r"\1 đâu"),
    (rf"(?<!quy )(?-i:mô){END}", "đâu"),
    (rf"({_HAND_IN}) chi(?! (?:phí|nhánh|trả|tiết|cục|hội|bộ|tiền|đoàn|tiêu|cho))", r"\1 gì"),
    (rf"(?-i:chi){END}", "gì"),
    (r"(can|giay to|mang theo) chi(?= (?:a|rua|vay|ha)(?!\w)|\W*$)", r"\1 gì"),
    (rf"{_NO_TOOTH}(?-i:răng){END}", "sao"),
    (rf"{_NO_TOOTH}răng(?= (?:mà|lại|phải|để|được) )", "sao"),
    (r"man rang", "làm sao"),
    (
        r"vô(?! (?:gia cư|thừa nhận|tuyến|hiệu|sinh|chủ|tội|danh|cảm|cùng|điều kiện|hình|lý|cơ|ý"
        r"|thời hạn|thường|tổ chức|trách nhiệm|can|ích|tính|tư|phép|học|giá|địch|trùng))",
        "vào",
    ),
    (r"(cái|hôm|chỗ|bữa|giấy|việc|vụ) ni", r"\1 này"),
    (r"(cái|hôm|chỗ|bữa|giấy|việc|vụ) nớ", r"\1 đó"),
    (r"nỏ(?= (?:biết|có|được|phải|cần|hiểu))", "không"),
    (r"(được) (?:hôn|hem|hen)", r"\1 không"),
    (r"ba(?= mẹ)|(?<!thứ )(?<!số )ba(?= tôi)", "bố"),
    (r"tụi(?= (?:tôi|em|mình|con|cháu))", "chúng"),
    (r"(?:bây )?chừ", "bây giờ"),
)
