"""Notices of staff: put in force, seen by every process within a second, ended, refused."""

from __future__ import annotations

import time
from datetime import timedelta

import pytest
import time_machine
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError
from typer.testing import CliRunner

from bot.notices.cli import app
from bot.notices.model import InForce, TakeDown
from bot.notices.notices import BadNotice, Notices
from bot.notices.watch import FRESH_S, Watch
from bot.staff.who import Who
from bot.store import Store, now

BIRTH = "1.001193"


@pytest.fixture
def notices(store: Store) -> Notices:
    return Notices(store)


def test_a_procedure_is_taken_down_and_told_again(notices: Notices) -> None:
    notices.take_down(BIRTH, why="mức phí vừa đổi", who=Who("Biên tập"), ask="phường nơi cư trú")
    assert notices.in_force().down == {BIRTH: TakeDown(BIRTH, "phường nơi cư trú")}
    assert notices.tell_again(BIRTH, who=Who("Lãnh đạo"))
    assert notices.in_force() == InForce()
    assert not notices.tell_again(BIRTH, who=Who("Lãnh đạo"))
    (row,) = notices.past()
    assert (row.why, row.who, row.ended_by) == ("mức phí vừa đổi", "Biên tập", "Lãnh đạo")


def test_a_second_notice_replaces_the_first(notices: Notices) -> None:
    for why in ("một", "hai"):
        notices.take_down(BIRTH, why=why, who=Who("Biên tập"))
        notices.put_banner(f"Thông báo {why}", why=why, who=Who("Biên tập"))
    assert [row.why for row in notices.current()] == ["hai", "hai"]
    assert notices.in_force().banner == "Thông báo hai"
    assert notices.remove_banner(who=Who("Biên tập"))
    assert notices.in_force().banner == ""


def test_it_ends_by_itself(notices: Notices) -> None:
    until = now() + timedelta(hours=1)
    notices.take_down(BIRTH, why="đang sửa", who=Who("Biên tập"), until=until)
    assert notices.in_force().down[BIRTH].until == until
    with time_machine.travel(until):
        assert notices.in_force().down == {}
        assert len(notices.past()) == 1


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"why": "  "}, "Chưa ghi lý do"),
        ({"why": "x" * 501}, "dài nhất 500"),
        ({"why": "gọi chị Lan 0912345678"}, "số cá nhân"),
        ({"why": "sửa", "ask": "bác Ba 0912 345 678"}, "số cá nhân"),
        ({"why": "sửa", "until": now() - timedelta(minutes=1)}, "đã qua"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_changes(
    notices: Notices, values: dict[str, str], reason: str
) -> None:
    with pytest.raises(BadNotice, match=reason):
        notices.take_down(BIRTH, who=Who("Biên tập"), **values)  # type: ignore[arg-type]
    assert not notices.current()


@pytest.mark.parametrize(("words", "reason"), [(" ", "nội dung"), ("x" * 301, "300 ký tự")])
def test_a_banner_is_short(notices: Notices, words: str, reason: str) -> None:
    with pytest.raises(BadNotice, match=reason):
        notices.put_banner(words, why="bảo trì", who=Who("Biên tập"))


def test_another_process_sees_it_within_a_second(store: Store, notices: Notices) -> None:
    watch = Watch(store)
    assert watch.now().banner == ""
    notices.put_banner("Cổng bảo trì tối nay.", why="bảo trì", who=Who("Biên tập"))
    time.sleep(FRESH_S + 0.05)
    assert watch.now().banner == "Cổng bảo trì tối nay."


def test_what_was_known_holds_while_the_database_does_not_answer(
    store: Store, notices: Notices
) -> None:
    notices.take_down(BIRTH, why="đang sửa", who=Who("Biên tập"))
    watch = Watch(store)
    assert BIRTH in watch.now().down
    with store.writing() as session:
        session.execute(text("DROP TABLE notice"))
    time.sleep(FRESH_S + 0.05)
    assert BIRTH in watch.now().down
    with pytest.raises(SQLAlchemyError):
        Watch(store).now()


def test_by_command(store: Store) -> None:
    run = CliRunner()
    assert run.invoke(app, ["down", "9.999999", "--why", "sai"]).exit_code == 1
    down = run.invoke(app, ["down", BIRTH, "--why", "phí đổi", "--until", "2099-01-31"])
    assert down.exit_code == 0, down.output
    assert run.invoke(app, ["banner", "Bảo trì.", "--why", "x", "--by", "Lan"]).exit_code == 0
    shown = run.invoke(app, ["list"]).output
    assert "31/01/2099 00:00" in shown
    assert "Bảo trì." in shown
    assert run.invoke(app, ["up", BIRTH]).exit_code == 0
    assert run.invoke(app, ["up", BIRTH]).exit_code == 1
    assert run.invoke(app, ["clear"]).exit_code == 0
    late = run.invoke(app, ["banner", "Bảo trì.", "--why", "x", "--until", "2020-01-01"])
    assert (late.exit_code, "đã qua" in late.stderr) == (1, True)
