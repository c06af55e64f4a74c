"""English that people put into a question, in the words of the catalogue: "fee bao nhiêu".

No word here is a Vietnamese syllable, with or without its marks.
"""

from __future__ import annotations

WORDS = {
    # papers and matters
    "passport": "hộ chiếu", "passports": "hộ chiếu", "birth certificate": "giấy khai sinh",
    "birth registration": "đăng ký khai sinh", "marriage certificate": "giấy kết hôn",
    "marriage registration": "đăng ký kết hôn", "get married": "đăng ký kết hôn",
    "getting married": "đăng ký kết hôn", "marriage": "kết hôn", "death certificate": "khai tử",
    "single certificate": "giấy độc thân", "divorce": "ly hôn", "adoption": "nhận con nuôi",
    "identity card": "thẻ căn cước", "id card": "thẻ căn cước", "citizen id": "căn cước",
    "driver license": "giấy phép lái xe", "driving license": "giấy phép lái xe",
    "driver's license": "giấy phép lái xe", "driving licence": "giấy phép lái xe",
    "work permit": "giấy phép lao động", "construction permit": "giấy phép xây dựng",
    "building permit": "giấy phép xây dựng", "temporary residence card": "thẻ tạm trú",
    "residence card": "thẻ tạm trú", "temporary residence": "đăng ký tạm trú",
    "permanent residence": "đăng ký thường trú", "criminal record": "lý lịch tư pháp",
    "police check": "lý lịch tư pháp", "health insurance": "bảo hiểm y tế",
    "social insurance": "bảo hiểm xã hội", "business license": "giấy phép kinh doanh",
    "business registration": "đăng ký kinh doanh", "certified copy": "chứng thực bản sao",
    "copy": "bản sao", "red book": "sổ đỏ", "land use": "đất",
    "license": "giấy phép", "licence": "giấy phép",
    "certificate": "giấy chứng nhận", "citizenship": "quốc tịch", "nationality": "quốc tịch",
    "motorbike": "xe máy", "car registration": "đăng ký xe ô tô", "company": "công ty",
    "foreigner": "người nước ngoài", "foreigners": "người nước ngoài", "baby": "em bé",
    "child": "con", "children": "con", "husband": "chồng", "wife": "vợ",
    # what is done
    "register": "đăng ký", "registration": "đăng ký", "renewal": "gia hạn", "renew": "gia hạn",
    "extend": "gia hạn", "extension": "gia hạn", "replace": "cấp lại", "reissue": "cấp lại",
    "apply for": "xin cấp", "apply": "xin cấp", "submit": "nộp", "lost": "mất",
    "expired": "hết hạn", "legalization": "hợp pháp hóa lãnh sự", "notarize": "chứng thực",
    # what is asked
    "how much": "bao nhiêu tiền", "how long": "bao lâu", "how to": "cách làm", "where": "ở đâu",
    "what documents": "giấy tờ gì", "which documents": "giấy tờ gì", "documents": "giấy tờ",
    "document": "giấy tờ", "paperwork": "giấy tờ", "required": "cần", "requirements": "điều kiện",
    "requirement": "điều kiện", "procedures": "thủ tục", "procedure": "thủ tục",
    "process": "thủ tục", "steps": "các bước", "fees": "lệ phí", "fee": "lệ phí",
    "cost": "hết bao nhiêu tiền", "deadline": "thời hạn", "processing time": "thời gian giải quyết",
    "address": "địa chỉ", "which office": "cơ quan nào", "need": "cần", "want": "muốn",
    "thank you": "cảm ơn",
    # who is asked for
    "talk to": "gặp", "talk with": "gặp", "speak to": "gặp", "speak with": "gặp",
    "chat with": "gặp", "human": "người thật", "real person": "người thật", "person": "người thật",
    "someone": "cán bộ", "somebody": "cán bộ", "officer": "cán bộ", "staff": "cán bộ",
    # what only holds a sentence together
    "please": "", "for": "", "get": "", "is": "", "are": "", "of": "", "and": "và", "how": "",
    "what": "", "does": "", "with": "", "would": "", "like": "", "my": "", "your": "", "i'm": "",
}  # fmt: skip

# Before one of the words above these are English too; elsewhere they are "thẻ", "à", "ăn".
ARTICLE = r"(?:(?:the|an|a)\s+)?"
