"""What Hanoi's own table changes: nobody is sent to a counter that is closed."""

from datetime import date

import pytest

from bot.answers.aspect import Aspect
from bot.catalogue.local_status import ListedOnline, LocalStatus
from bot.catalogue.model import Form

from .conftest import Ask

ONLINE_ONLY = LocalStatus(in_list=True, service_level="online_only")


@pytest.mark.parametrize("code", ["1.001193", "1.004222", "2.000815", "1.001456"])
@pytest.mark.parametrize("aspect", list(Aspect))
def test_taken_only_online_never_sends_to_a_counter(ask: Ask, code: str, aspect: Aspect) -> None:
    reply = ask(code, aspect, local=ONLINE_ONLY)
    for said in (reply.text.lower(), reply.spoken.lower()):
        for word in ("trực tiếp", "bưu chính", "tại quầy", "điểm phục vụ"):
            assert word not in said.replace("nộp tại quầy thì không", ""), (word, said)


def test_taken_only_online_is_said_in_place(ask: Ask) -> None:
    reply = ask("1.004222", Aspect.PLACE, local=ONLINE_ONLY)
    assert "chỉ nhận thủ tục này trực tuyến" in reply.text
    assert "chỉ nhận thủ tục này trực tuyến" in reply.spoken


def test_confirmed_procedures_carry_no_doubt(ask: Ask) -> None:
    reply = ask("1.004222", Aspect.FEE, local=LocalStatus(in_list=True))
    assert "chưa xác nhận" not in reply.text
    assert reply.payload["local_note"] is None


def test_procedures_outside_hanoi_s_list_say_so(ask: Ask) -> None:
    reply = ask("1.004222", Aspect.FEE, local=LocalStatus(in_list=False))
    assert "không có trong danh mục của Hà Nội" in reply.text
    assert "không có trong danh mục của Hà Nội" in reply.spoken


def test_hanoi_s_fee_and_time_go_first(ask: Ask) -> None:
    local = LocalStatus(in_list=True, fee_note="5.000 đồng/bản", time_note="2 ngày làm việc")
    assert "5.000 đồng/bản" in ask("1.004222", Aspect.FEE, local=local).text
    time = ask("1.004222", Aspect.TIME, local=local)
    assert "2 ngày làm việc" in time.text
    assert "7 ngày" not in time.text


def test_a_known_point_and_any_point(ask: Ask) -> None:
    one = ask("1.004222", Aspect.PLACE, local=LocalStatus(in_list=True, point="Chi nhánh thử số 1"))
    assert "Chi nhánh thử số 1" in one.text
    everywhere = ask("1.004222", Aspect.PLACE, local=LocalStatus(in_list=True, any_point=True))
    assert "bất kỳ điểm phục vụ hành chính công nào của Hà Nội" in everywhere.text
    unknown = ask("1.004222", Aspect.PLACE)
    assert "bất kỳ" not in unknown.text


def test_local_forms_are_listed(ask: Ask) -> None:
    local = LocalStatus(in_list=True, forms=(Form(name="Mẫu CT01"),))
    reply = ask("1.001456", Aspect.PAPERS, local=local)
    sources = [i["source"] for s in reply.payload["sections"] for i in s["items"]]
    assert "local.forms[0]" in sources


WEEKLY = LocalStatus(
    service_level="online_only",
    listed=ListedOnline(asof=date(2026, 7, 10), until=date(2026, 7, 17), source="Thông báo thử"),
)


@pytest.mark.parametrize("aspect", [Aspect.PLACE, Aspect.ONLINE])
def test_a_weekly_list_is_named_with_its_day_and_source(ask: Ask, aspect: Aspect) -> None:
    reply = ask("1.004222", aspect, local=WEEKLY, today=date(2026, 7, 17))
    assert "chỉ nhận trực tuyến ngày 10/07/2026 (Thông báo thử)." in reply.text
    assert "đã cũ" not in reply.text
    assert "danh sách ngày mười tháng bảy" in reply.spoken


@pytest.mark.parametrize("aspect", [Aspect.PLACE, Aspect.ONLINE])
def test_an_old_list_is_said_to_be_old(ask: Ask, aspect: Aspect) -> None:
    reply = ask("1.004222", aspect, local=WEEKLY, today=date(2026, 7, 18))
    assert "danh sách này đã cũ, vui lòng gọi 19001009" in reply.text
    assert "đã cũ" in reply.spoken
    assert "chỉ nhận thủ tục này trực tuyến" in reply.text
