"""Answers as people read them, for procedures that many ask about."""

from datetime import date

from bot.answers.aspect import Aspect
from bot.catalogue.local_status import LocalStatus
from bot.catalogue.store import Catalogue

from .conftest import Ask


def head(text: str) -> str:
    return text.split("\n")[0]


def test_birth_registration_needs_the_birth_certificate_first(ask: Ask) -> None:
    reply = ask("1.001193", Aspect.PAPERS)
    assert head(reply.text) == (
        "Đăng ký khai sinh – giấy tờ cần có: 1 giấy tờ phải nộp, "
        "3 giấy tờ chỉ nộp khi đúng trường hợp, 2 giấy tờ xuất trình để đối chiếu."
    )
    assert "Giấy tờ phải nộp:\n• Giấy chứng sinh (1 bản chính)" in reply.text
    assert "Chỉ nộp khi đúng trường hợp:\n• Trường hợp trẻ em bị bỏ rơi" in reply.text
    assert "Giấy tờ phải nộp là giấy chứng sinh." in reply.spoken


def test_birth_registration_says_neither_free_nor_a_bare_number(ask: Ask) -> None:
    fee, time = ask("1.001193", Aspect.FEE), ask("1.001193", Aspect.TIME)
    assert head(fee.text).endswith("danh mục chưa ghi mức phí, lệ phí.")
    assert "19001009" in fee.text
    assert head(time.text).endswith("danh mục chưa ghi rõ thời hạn.")
    assert "giấy hẹn" in time.text


def test_a_copy_of_a_civil_record_costs_eight_thousand_and_comes_the_same_day(ask: Ask) -> None:
    assert "lệ phí: 8.000 đồng" in head(ask("2.000635", Aspect.FEE).text)
    time = ask("2.000635", Aspect.TIME)
    assert "trong ngày nhận hồ sơ; nhận sau 15 giờ thì trả vào ngày làm việc tiếp theo" in time.text
    assert time.payload["sections"][0]["items"][0]["source"] == "rule.same_day"


def test_permanent_residence_tells_online_and_counter_fee_apart(ask: Ask) -> None:
    text = ask("1.004222", Aspect.FEE).text
    assert "• Trực tuyến: 10.000 đồng/lần" in text
    assert "• Trực tiếp: lệ phí 20.000 đồng" in text
    assert "Nghị quyết 77/2025/NQ-HĐND" in text


def test_permanent_residence_names_its_six_cases(ask: Ask) -> None:
    text = ask("1.004222", Aspect.PAPERS).text
    assert "danh mục chia 6 trường hợp" in head(text)
    assert "chỗ ở hợp pháp thuộc quyền sở hữu của mình: 4 giấy tờ" in text


def test_one_time_limit_for_all_channels_is_said_once(ask: Ask) -> None:
    text = head(ask("1.004222", Aspect.TIME).text)
    assert text.endswith("7 ngày làm việc; nộp trực tuyến và trực tiếp như nhau.")


def test_marriage_registration_gives_the_certificate(ask: Ask) -> None:
    assert head(ask("1.000894", Aspect.RESULT).text).endswith("giấy chứng nhận kết hôn.")


def test_certified_copies_are_taken_at_the_counter(ask: Ask) -> None:
    text = ask("2.000815", Aspect.PLACE).text
    assert "Cách nộp theo danh mục quốc gia: trực tiếp" in text
    assert "trực tuyến" not in text


def test_a_passport_names_form_and_photo_before_special_cases(ask: Ask) -> None:
    lines = ask("1.001456", Aspect.PAPERS).text.split("\n")
    assert lines[1] == "Giấy tờ phải nộp:"
    assert lines[2].startswith("• Tờ khai đề nghị cấp hộ chiếu phổ thông")
    assert lines[3].startswith("• Ảnh mới chụp")
    assert lines[4] == "Chỉ nộp khi đúng trường hợp:"


def test_an_ended_reduction_is_not_said_and_a_running_one_has_its_end(ask: Ask) -> None:
    running = ask("1.001440", Aspect.FEE, today=date(2026, 7, 20))
    assert "50.000 đồng, áp dụng đến hết 31/12/2026" in running.text
    assert "áp dụng đến hết" in running.spoken
    ended = ask("1.001440", Aspect.FEE, today=date(2027, 1, 1))
    assert "50.000" not in ended.text


def test_the_council_s_fee_is_zero_online_with_its_reason_and_unknown_at_the_counter(
    ask: Ask,
) -> None:
    text = ask("1.000080", Aspect.FEE).text
    assert "• Trực tuyến: 0 đồng theo Nghị quyết 77/2025/NQ-HĐND" in text
    assert "Trực tiếp và bưu chính: mức thu do Hội đồng nhân dân cấp tỉnh quy định" in text
    before = ask("1.000080", Aspect.FEE, today=date(2025, 12, 31)).text
    assert "0 đồng theo" not in before


def test_an_appraisal_fee_is_not_refunded_online(ask: Ask) -> None:
    assert "Phí thẩm định không được miễn hay hoàn" in ask("1.000922", Aspect.FEE).text


def test_a_fee_in_dollars_stays_in_dollars(ask: Ask) -> None:
    assert "10 đô la Mỹ/người" in ask("1.000931", Aspect.FEE).text


def test_another_province_s_office_is_not_named(catalogue: Catalogue, ask: Ask) -> None:
    assert "TP.HCM" in str(catalogue.procedures["1.000131"].implementers)
    text = ask("1.000131", Aspect.PLACE).text
    assert "HCM" not in text
    assert "do cấp thành phố giải quyết" in head(text)


def test_a_record_that_still_names_the_district_says_that_it_is_gone(ask: Ask) -> None:
    assert "không còn cấp huyện" in ask("1.010385", Aspect.PLACE).text


def test_online_steps_lead_a_beginner_to_the_end(ask: Ask) -> None:
    text = ask("1.001193", Aspect.ONLINE).text
    for step in ("1. Mở dichvucong.gov.vn", "VNeID", "Tìm mã 1.001193", "6. Giữ mã hồ sơ"):
        assert step in text
    assert "476 đại lý dịch vụ công trực tuyến" in text
    assert "riêng Hà Nội chưa xác nhận" in text


def test_steps_without_imported_prose_come_from_the_facts(ask: Ask) -> None:
    reply = ask("1.004222", Aspect.STEPS)
    assert "5 bước" in head(reply.text)
    assert "hướng dẫn chung" in reply.text
    assert "Thời hạn: 7 ngày làm việc" in reply.text


def test_imported_steps_are_quoted(catalogue: Catalogue) -> None:
    from bot.answers.compose import answer

    record = catalogue.procedures["1.004222"].model_copy(
        update={
            "steps": ("Bước 1: Nộp hồ sơ.", "Bước 2: Nhận kết quả."),
            "conditions": ("Có chỗ ở",),
        }
    )
    kwargs = {"local": LocalStatus(), "asof": "2026-07", "today": date(2026, 7, 20)}
    assert "• Bước 1: Nộp hồ sơ" in answer(record, Aspect.STEPS, **kwargs).text
    assert "• Có chỗ ở" in answer(record, Aspect.CONDITIONS, **kwargs).text


def test_conditions_not_held_are_not_denied(ask: Ask) -> None:
    text = ask("1.001193", Aspect.CONDITIONS).text
    assert "chưa gồm phần yêu cầu, điều kiện" in text
    assert "không có điều kiện" not in text


def test_the_card_has_one_line_for_each_main_fact(ask: Ask) -> None:
    lines = ask("1.004222", Aspect.OVERVIEW).text.split("\n")
    starts = ("• Giấy tờ:", "• Lệ phí:", "• Thời hạn:", "• Nơi nộp:", "• Kết quả:")
    for line, start in zip(lines[1:6], starts, strict=True):
        assert line.startswith(start)
