"""Vietnamese words for the words of the log."""

from __future__ import annotations

WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")
CHANNELS = {"web": "Trang và ứng dụng", "voice": "Tổng đài"}
INTENTS = {
    "ask_procedure": "hỏi về một thủ tục",
    "ask_papers": "hỏi giấy tờ",
    "ask_fee": "hỏi phí, lệ phí",
    "ask_time": "hỏi thời hạn",
    "ask_place": "hỏi nơi nộp",
    "ask_steps": "hỏi các bước",
    "ask_online": "hỏi nộp trực tuyến",
    "ask_result": "hỏi kết quả",
    "ask_law": "hỏi căn cứ pháp lý",
    "ask_conditions": "hỏi điều kiện",
    "ask_who": "hỏi ai được làm",
    "choose": "chọn một trong các thủ tục",
    "compare": "so sánh thủ tục",
    "go_back": "quay lại thủ tục trước",
    "not_that": "nói không phải thủ tục đó",
    "case_status": "hỏi hồ sơ đến đâu",
    "greet": "chào hỏi",
    "help": "hỏi cách dùng",
    "about": "hỏi về trợ lý",
    "thanks": "cảm ơn",
    "goodbye": "tạm biệt",
    "affirm": "đồng ý",
    "deny": "từ chối",
    "handover": "xin gặp cán bộ",
    "complaint": "phản ánh, khiếu nại",
    "out_of_scope": "ngoài phạm vi",
    "repeat": "xin nhắc lại",
}
CALL_OUTCOMES = {
    "answered": "đã trả lời",
    "unanswered": "chưa trả lời được",
    "nothing": "không hỏi gì",
    "person": "chuyển cho cán bộ",
    "": "chưa rõ",
}
