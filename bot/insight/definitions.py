"""Every figure with its definition, in the one place where they stand; docs/figures.md shows them.

They are read by people who decide by the figures: a definition says what is counted, and what is
not.
"""

from __future__ import annotations

from bot.insight.model import Definition, Unit
from bot.insight.small import FEWEST

USERS = Definition(
    "users",
    "Người dùng",
    "Số phiên khác nhau có câu hỏi trên trang và ứng dụng, cộng số máy khác nhau đã gọi tổng đài "
    "(cuộc gọi giấu số: mỗi cuộc tính một). Hệ thống không nhận ra một người quay lại khi phiên "
    "trước đã hết hạn, nên người đó được đếm thêm một lần.",
)
CONVERSATIONS = Definition(
    "conversations",
    "Cuộc trò chuyện",
    "Số phiên trên trang và ứng dụng cùng số cuộc gọi, có ít nhất một câu hỏi trong kỳ.",
)
QUESTIONS = Definition(
    "questions",
    "Câu hỏi",
    "Số tin nhắn và câu nói đã nhận trên mọi kênh, kể cả lời chào và câu chưa trả lời được. Câu "
    "của cuộc trò chuyện mà người dân đã yêu cầu xóa không còn được tính.",
)
PER_CONVERSATION = Definition(
    "questions_per_conversation",
    "Câu hỏi mỗi cuộc",
    "Số câu hỏi chia cho số cuộc trò chuyện.",
    Unit.MEAN,
)
BY_DAY = Definition(
    "by_day", "Theo ngày", "Số câu hỏi và số phiên có câu hỏi trong từng ngày, giờ Hà Nội.",
    Unit.TABLE,
)  # fmt: skip
BY_HOUR = Definition(
    "by_hour", "Theo giờ trong ngày", "Số câu hỏi theo giờ Hà Nội lúc trả lời, gộp mọi ngày.",
    Unit.TABLE,
)  # fmt: skip
BY_WEEKDAY = Definition(
    "by_weekday",
    "Theo thứ trong tuần",
    "Số câu hỏi theo thứ, giờ Hà Nội, gộp mọi tuần; ngày bị ẩn ở bảng theo ngày không tính.",
    Unit.TABLE,
)
BY_CHANNEL = Definition(
    "by_channel", "Theo kênh", "Số câu hỏi và số cuộc trò chuyện của từng kênh.", Unit.TABLE
)

ANSWERED = Definition(
    "answered",
    "Trả lời thẳng",
    "Phần câu hỏi được trả lời ngay bằng một thủ tục hoặc một hồ sơ.",
    Unit.SHARE,
)
CLARIFIED = Definition(
    "clarified",
    "Hỏi lại",
    "Phần câu hỏi mà trợ lý hỏi lại để biết người dân muốn nói thủ tục nào.",
    Unit.SHARE,
)
NONE_FOUND = Definition(
    "none",
    "Chưa tìm được",
    "Phần câu hỏi mà trợ lý nói là chưa tìm được thủ tục phù hợp hoặc ngoài phạm vi, và tin nhắn "
    "không có chữ nào đọc được.",
    Unit.SHARE,
)
COURTESY = Definition(
    "other",
    "Lời khác",
    "Phần còn lại: chào hỏi, cảm ơn, xin gặp cán bộ, chỉ nơi gửi phản ánh, và lời nói với cán bộ "
    "khi cán bộ đang trả lời.",
    Unit.SHARE,
)
FAILED = Definition(
    "failed",
    "Lỗi",
    "Phần câu hỏi không được trả lời vì một bộ phận của hệ thống hỏng hoặc quá giờ.",
    Unit.SHARE,
)
CONTAINMENT = Definition(
    "containment",
    "Tự giải quyết",
    "Phần cuộc trò chuyện không cần đến cán bộ: trên trang không có câu nào xin gặp cán bộ, cuộc "
    "gọi không được chuyển cho cán bộ.",
    Unit.SHARE,
)
OUTCOMES = Definition(
    "outcomes",
    "Kết quả câu hỏi",
    "Số câu hỏi theo cách trả lời; mỗi câu hỏi ở đúng một dòng.",
    Unit.TABLE,
)
P50 = Definition(
    "p50",
    "Thời gian trả lời, trung vị",
    "Một nửa số câu được đáp trong thời gian này hoặc nhanh hơn, tính từ lúc câu hỏi đến lượt đến "
    "khi có câu trả lời; không tính câu bị lỗi và lời nói với cán bộ.",
    Unit.MS,
)
P95 = Definition(
    "p95",
    "Thời gian trả lời, phân vị 95",
    "95 % số câu được đáp trong thời gian này hoặc nhanh hơn, tính như trên.",
    Unit.MS,
)
TIMES_BY_DAY = Definition(
    "times_by_day",
    "Thời gian trả lời theo ngày",
    "Trung vị và phân vị 95 của từng ngày, giờ Hà Nội.",
    Unit.TABLE,
)
TIMES_BY_CHANNEL = Definition(
    "times_by_channel",
    "Thời gian trả lời theo kênh",
    "Trung vị và phân vị 95 của từng kênh. Với cuộc gọi, thời gian nghe và đọc lên không nằm "
    "trong đó.",
    Unit.TABLE,
)

PROCEDURES = Definition(
    "procedures",
    "Thủ tục được hỏi nhiều nhất",
    "Số câu hỏi mà câu trả lời hoặc lựa chọn đầu tiên là thủ tục đó, và số cuộc trò chuyện có câu "
    "hỏi như vậy.",
    Unit.TABLE,
)
FIELDS = Definition(
    "fields",
    "Lĩnh vực được hỏi nhiều nhất",
    "Như trên, gộp theo lĩnh vực của thủ tục trong danh mục đang dùng.",
    Unit.TABLE,
)
WARDS = Definition(
    "wards",
    "Phường, xã được nêu",
    "Số câu hỏi nêu tên đúng một phường, xã. Câu không nêu thì không biết hỏi từ đâu, nên bảng này "
    "không nói người dân sống ở đâu.",
    Unit.TABLE,
)
THEMES = Definition(
    "themes",
    "Câu chưa tìm được, theo loại",
    "Số câu hỏi chưa tìm được thủ tục, theo loại câu hỏi mà trợ lý hiểu. Lời của người hỏi không "
    "có trong nhật ký.",
    Unit.TABLE,
)

CALLS = Definition("calls", "Cuộc gọi", "Số cuộc gọi tổng đài đã bắt đầu trong kỳ.")
CALL_HOURS = Definition(
    "call_hours",
    "Giờ gọi",
    "Tổng độ dài các cuộc gọi đã kết thúc, phần trợ lý nói chuyện; sau khi chuyển cho cán bộ không "
    "tính nữa.",
    Unit.HOURS,
)
CALL_LENGTH = Definition(
    "call_length",
    "Độ dài trung bình",
    "Giờ gọi chia cho số cuộc gọi đã kết thúc.",
    Unit.LENGTH,
)
CALL_OUTCOMES = Definition(
    "call_outcomes",
    "Kết quả cuộc gọi",
    "Số cuộc gọi theo kết quả; “chưa rõ” là cuộc gọi chưa kết thúc hoặc bị đứt mà không ghi được.",
    Unit.TABLE,
)
CALLS_BY_DAY = Definition(
    "calls_by_day", "Cuộc gọi theo ngày", "Số cuộc gọi bắt đầu trong từng ngày, giờ Hà Nội.",
    Unit.TABLE,
)  # fmt: skip
CALLS_BY_HOUR = Definition(
    "calls_by_hour", "Cuộc gọi theo giờ", "Số cuộc gọi theo giờ bắt đầu, giờ Hà Nội, gộp mọi ngày.",
    Unit.TABLE,
)  # fmt: skip

RATED = Definition(
    "rated",
    "Câu trả lời được đánh giá",
    "Số câu trả lời trong kỳ mà người dân đã bấm hữu ích hoặc chưa hữu ích; tính lần bấm cuối.",
)
USEFUL = Definition(
    "useful",
    "Hữu ích",
    "Phần đánh giá là hữu ích. Người bấm là người tự muốn bấm, nên con số này không nói thay cho "
    "mọi người dùng.",
    Unit.SHARE,
)
USEFUL_BY_WEEK = Definition(
    "useful_by_week",
    "Hữu ích theo tuần",
    "Số đánh giá và phần hữu ích của từng tuần, gọi tên theo ngày thứ Hai.",
    Unit.TABLE,
)

OPEN_CASES = Definition(
    "open_cases",
    "Hồ sơ đang xử lý",
    "Số hồ sơ trong sổ chưa xong và có ngày hẹn trả, tính đến hôm nay, không theo kỳ.",
)
OVERDUE_CASES = Definition(
    "overdue_cases",
    "Hồ sơ quá hạn",
    "Số hồ sơ chưa xong đã qua ngày hẹn trả, đã trừ thời gian chờ người dân bổ sung. Hồ sơ không "
    "đủ ngày tháng để biết thì không tính.",
)
NEAR_DUE_CASES = Definition(
    "near_due_cases",
    "Hồ sơ sắp đến hạn",
    "Số hồ sơ còn nhiều nhất 2 ngày làm việc là đến ngày hẹn trả; hồ sơ đang chờ người dân bổ sung "
    "không tính.",
)
BY_AGENCY = Definition(
    "by_agency",
    "Theo nơi xử lý",
    "Hồ sơ quá hạn và sắp đến hạn của từng nơi xử lý, tính đến hôm nay. Đây là số hồ sơ của cơ "
    f"quan, không phải của người dân, nên nhóm dưới {FEWEST} vẫn hiện.",
    Unit.TABLE,
)

HANDOVERS = Definition(
    "handovers",
    "Xin gặp cán bộ",
    "Số lần người dân xin gặp cán bộ trên trang trong kỳ, kể cả khi không có cán bộ trực: được đưa "
    "vào hàng chờ, được hẹn gọi lại, hay chỉ được báo giờ trực.",
)
TAKEN = Definition(
    "taken",
    "Được cán bộ nhận",
    "Phần các lần xin gặp mà một cán bộ đã nhận cuộc trò chuyện, tính đến bây giờ.",
    Unit.SHARE,
)
WAIT_P50 = Definition(
    "wait_p50",
    "Chờ cán bộ, trung vị",
    "Một nửa số lần được nhận chờ không lâu hơn, tính từ lúc vào hàng chờ trong giờ làm việc đến "
    "lúc cán bộ nhận lần đầu.",
    Unit.LENGTH,
)
WAIT_P95 = Definition(
    "wait_p95",
    "Chờ cán bộ, phân vị 95",
    "95 % số lần được nhận chờ không lâu hơn, tính như trên.",
    Unit.LENGTH,
)
HANDOVER_ENDS = Definition(
    "handover_ends",
    "Kết quả xin gặp cán bộ",
    "Số lần xin gặp theo kết quả, tính đến bây giờ; mỗi lần ở đúng một dòng.",
    Unit.TABLE,
)
TICKETS = Definition(
    "tickets",
    "Phản ánh, góp ý",
    "Số phản ánh và góp ý đã nhận trong kỳ, kể cả đã rút lại. Phản ánh về cán bộ chỉ dành cho "
    "trưởng nhóm nên không tính ở đây.",
)
HANDLED = Definition(
    "tickets_handled",
    "Đã xử lý",
    "Phần các phản ánh, góp ý nhận trong kỳ đã được trả lời, tính đến bây giờ; không tính cái đã "
    "rút lại.",
    Unit.SHARE,
)
LATE_TICKETS = Definition(
    "tickets_late",
    "Quá hạn trả lời",
    "Số phản ánh, góp ý nhận trong kỳ chưa được trả lời mà hạn đã qua.",
)
SURVEYED = Definition(
    "surveyed",
    "Lượt chấm điểm",
    "Số cuộc trò chuyện và cuộc gọi mà người dân đã chấm điểm khi kết thúc.",
)
SCORE = Definition(
    "score",
    "Điểm trung bình",
    "Trung bình các điểm từ 1 đến 5, chỉ của người đã chấm.",
    Unit.MEAN,
)
SCORES = Definition("scores", "Theo điểm", "Số lượt chấm của từng điểm.", Unit.TABLE)

DEFINITIONS = tuple(value for value in list(globals().values()) if isinstance(value, Definition))
