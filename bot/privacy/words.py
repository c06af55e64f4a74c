"""What each field of an export means, for the person whose it is."""

from __future__ import annotations

NOTE = (
    "Đây là tất cả những gì hệ thống đang lưu về cuộc trò chuyện này. Số giấy tờ, số điện thoại và "
    "các số cá nhân khác đã được thay bằng tên loại trong ngoặc vuông, ví dụ [phone], trước khi "
    "lưu. Mục “explained” giải thích từng ô của mục “kept”. Giờ ghi theo giờ quốc tế (UTC)."
)

EXPLAINED: dict[str, dict[str, str]] = {
    "conversation": {
        "id": "số thứ tự của cuộc trò chuyện",
        "token_hash": "mã băm của phiên, để nhận ra phiên mà không lưu chính nó",
        "sender": "tên ngẫu nhiên của cuộc trò chuyện trong bộ phận hiểu câu hỏi",
        "channel": "kênh trò chuyện, ví dụ web",
        "person": "mã băm của người đã đăng nhập, nếu có, để phiên không rơi vào tay người khác",
        "created_at": "lúc bắt đầu",
        "expires_at": "lúc phiên kết thúc nếu không có tin nhắn mới",
        "delete_after": "từ lúc này cuộc trò chuyện sẽ bị xóa",
        "revision": "số lần nội dung đã thay đổi",
        "busy_turn": "tin nhắn đang được trả lời, nếu có",
        "busy_until": "lúc thôi chờ tin nhắn đó",
    },
    "turn": {
        "id": "số thứ tự của lượt hỏi đáp",
        "turn_id": "mã của lượt hỏi đáp",
        "conversation_id": "số thứ tự của cuộc trò chuyện",
        "client_message_id": "mã do trang hoặc ứng dụng đặt cho tin nhắn, để không trả lời hai lần",
        "text": "tin nhắn của anh/chị, số cá nhân đã được che",
        "state": "waiting: đang chờ, answered: đã trả lời, failed: chưa trả lời được",
        "messages": "các câu trả lời",
        "created_at": "lúc nhận tin nhắn",
        "revision": "lần thay đổi gần nhất của lượt này",
    },
    "feedback": {
        "id": "số thứ tự của đánh giá",
        "turn_id": "mã của lượt hỏi đáp được đánh giá",
        "useful": "true: hữu ích, false: chưa hữu ích",
        "comment": "lời góp ý, số cá nhân đã được che",
        "at": "lúc đánh giá",
    },
    "events": {
        "id": "số thứ tự của bước xử lý",
        "sender_id": "tên ngẫu nhiên của cuộc trò chuyện",
        "type_name": "loại bước, ví dụ user: tin nhắn đến, bot: câu trả lời, slot: điều ghi nhớ",
        "timestamp": "lúc xử lý, tính bằng giây từ đầu năm 1970",
        "intent_name": "loại câu hỏi mà hệ thống hiểu",
        "action_name": "việc hệ thống đã làm, hoặc tên điều ghi nhớ",
        "data": "nội dung bước xử lý, số cá nhân đã được che",
    },
    "turn_log": {
        "id": "số thứ tự",
        "at": "lúc trả lời",
        "turn_id": "mã của lượt hỏi đáp",
        "who": "mã băm chung cho các lượt của một cuộc trò chuyện",
        "channel": "kênh trò chuyện",
        "intent": "loại câu hỏi",
        "aspect": "điều được hỏi, ví dụ fee: lệ phí",
        "procedure": "mã thủ tục hành chính được trả lời",
        "decision": "cách trả lời, ví dụ answer: trả lời thẳng, clarify: hỏi lại",
        "outcome": "kết quả, ví dụ answered: đã trả lời, timeout: quá giờ",
        "ms": "thời gian trả lời, tính bằng phần nghìn giây",
    },
    "case_lookup": {
        "id": "số thứ tự",
        "at": "lúc tra cứu hồ sơ",
        "channel": "kênh tra cứu",
        "caller": "mã băm của cuộc trò chuyện",
        "code": "mã băm của mã hồ sơ",
        "outcome": "kết quả, ví dụ found: tìm thấy, refused: từ chối, locked: tạm khóa",
        "failed": "true: tính là một lần thử sai",
    },
}
