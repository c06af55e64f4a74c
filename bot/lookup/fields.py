"""The fields of a record as an official calls them."""

from __future__ import annotations

FIELDS = {
    "code": "mã thủ tục",
    "title": "tên thủ tục",
    "field": "lĩnh vực",
    "agency": "cơ quan ban hành",
    "implementers": "cơ quan thực hiện",
    "levels": "cấp thực hiện",
    "channels": "cách thức thực hiện, thời hạn, phí",
    "papers": "thành phần hồ sơ",
    "results": "kết quả",
    "legal_basis": "căn cứ pháp lý",
    "applicants": "đối tượng",
    "decision": "quyết định công bố",
    "flags": "mức độ trực tuyến và nơi nhận",
    "same_title": "thủ tục cùng tên",
    "promulgated_by_hanoi": "do Hà Nội ban hành",
    "url": "địa chỉ trên Cổng Dịch vụ công quốc gia",
    "asof": "tháng của dữ liệu",
    "sources": "nguồn dữ liệu",
    "steps": "trình tự thực hiện",
    "conditions": "yêu cầu, điều kiện",
}
