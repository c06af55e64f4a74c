"""Own examples: what only asks on, and what names something new."""

from __future__ import annotations

import pytest

from bot.dialogue.matter import names_no_other
from bot.retrieval.pipeline import Searcher

BIRTH, MARRIAGE, MARRIAGE_BORDER = "1.001193", "1.000894", "1.000094"

FOLLOWUPS = """
thế còn lệ phí?|the con le phi|nộp ở đâu vậy|nop o dau vay|bao lâu thì xong|bao lau thi xong
cần mang gì|can mang gi|cái đó làm online được không|cai do lam online duoc khong
mất bao nhiêu tiền|có mất phí không|mấy ngày có kết quả|phải chuẩn bị những gì
giấy tờ gồm những gì|giay to gom nhung gi|ai được làm|nhờ người khác làm hộ được không
nho nguoi khac nop ho dc ko|có cần bản gốc không|căn cứ vào luật nào|theo nghị định nào
điều kiện là gì|các bước thế nào|làm sao để nộp qua mạng|thứ bảy có làm không
ở phường Hà Đông thì nộp chỗ nào|o phuong cau giay thi nop o dau|rồi lấy kết quả ở đâu
kết quả là gì|có gửi về nhà qua bưu điện không|vậy phí thì sao|thủ tục này làm ở cấp nào
hồ sơ cần mấy bộ|cụ thể hơn được không|thế thời gian giải quyết bao lâu ạ
có tờ khai mẫu không|nộp trực tiếp hay online|bao nhiêu tiền vậy em|hết bao nhiêu|ra đâu làm
làm ở đâu ạ|lệ phí đăng ký khai sinh bao nhiêu|đăng ký khai sinh nộp ở đâu
mã 1.001193 lệ phí|có phải mang giấy chứng sinh không|có cần giấy kết hôn của bố mẹ không
"""
NEW = """
thế còn đăng ký kết hôn?|the con dang ky tam tru|còn làm hộ chiếu thì sao|đổi bằng lái cần gì
cấp lại căn cước mất bao lâu|sổ đỏ sang tên lệ phí bao nhiêu|làm lý lịch tư pháp ở đâu
xin giấy phép xây dựng cần giấy tờ gì|rút bảo hiểm xã hội một lần|dang ky xe may can gi
thành lập công ty mất bao nhiêu tiền|1.004222 cần giấy tờ gì|chứng thực bản sao giá bao nhiêu
trợ cấp thất nghiệp nộp ở đâu|vậy đăng ký khai tử cần gì|tách hộ thì cần giấy gì
giấy phép lao động bao lâu|lam phieu ly lich tu phap bao lau|đăng ký giám hộ ở đâu
nhận con nuôi cần điều kiện gì|đăng ký lại khai sinh cần gì
"""


def split(text: str) -> list[str]:
    return [part for line in text.split("\n") for part in line.split("|") if part]


@pytest.mark.parametrize("text", split(FOLLOWUPS))
def test_asks_on(whole: Searcher, text: str) -> None:
    assert names_no_other(text, whole.catalogue.procedures[BIRTH], whole)


@pytest.mark.parametrize("text", split(NEW))
def test_names_something_new(whole: Searcher, text: str) -> None:
    assert not names_no_other(text, whole.catalogue.procedures[BIRTH], whole)


def test_a_sibling_by_its_title_is_new(whole: Searcher) -> None:
    plain, border = (whole.catalogue.procedures[c] for c in (MARRIAGE, MARRIAGE_BORDER))
    assert not names_no_other("thế còn đăng ký kết hôn?", border, whole)
    assert names_no_other("đăng ký kết hôn mất bao lâu", plain, whole)
