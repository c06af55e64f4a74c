"""What staff tell everyone is said to every caller, after who speaks and before what is kept."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence

import pytest
from starlette.testclient import TestClient

from bot.notices.notices import Notices
from bot.notices.watch import FRESH_S
from bot.settings import Settings
from bot.staff.who import Who
from bot.store import Store
from tests.voice.conftest import Hears
from tests.voice.line import greeted, streaming
from voice import prompts
from voice.announcing import Announcing
from voice.parts import Parts
from voice.speaking.mouth import sentences
from voice.talk import Reply, Talk

BANNER = "Tối nay trang nộp hồ sơ bảo trì"


def test_it_stands_in_the_greeting() -> None:
    said = prompts.greeting(Settings(), BANNER)
    assert said.startswith("Xin chào anh chị.")
    assert f" {BANNER}. " in said
    assert said.replace(f"{BANNER}. ", "") == prompts.greeting(Settings())


@pytest.mark.parametrize("end", [".", "!", "?"])
def test_one_that_is_a_sentence_gets_no_second_full_stop(end: str) -> None:
    assert f" {BANNER}{end} Nội dung" in prompts.greeting(Settings(), BANNER + end)


def test_it_is_said_as_people_say_it() -> None:
    said = prompts.greeting(Settings(), "Từ 8h30 sáng 24/11, UBND P. Cửa Nam nghỉ")
    told = "Từ tám giờ ba mươi sáng ngày hai mươi bốn tháng mười một, Ủy ban nhân dân phường Cửa"
    assert told in said


def test_a_call_hears_the_one_of_now(client: TestClient, settings: Settings, hears: Hears) -> None:
    """The greeting has a sentence more: the answer comes only after all of them."""
    parts: Parts = client.app.state.parts  # type: ignore[attr-defined]
    store = Store(settings.database)
    Notices(store).put_banner(BANNER, why="lịch bảo trì", who=Who("mẫu"))
    store.close()
    time.sleep(FRESH_S + 0.05)
    plain, more = (sentences(prompts.greeting(settings, banner)) for banner in ("", BANNER))
    assert len(list(more)) == len(list(plain)) + 1
    hears.text = "lệ phí hộ chiếu"
    with streaming(client) as stream:
        told = {"token": parts.tokens.issue("CA1", ""), "number": ""}
        greeted(client, stream, told, "CA1", BANNER)
        stream.say("làm hộ chiếu")
        assert stream.hear()
        stream.send("stop")
        stream.closed()


class Replies:
    async def ask(self, text: str, others: Sequence[str] | None = None) -> Reply:
        return Reply(f"Về {text}.", kind="procedure")


def spoken(talk: Talk, text: str) -> str:
    return asyncio.run(talk.ask(text)).spoken


def test_one_that_comes_during_a_call_is_said_before_its_next_answer_once() -> None:
    banner = ""
    talk = Announcing(Replies(), lambda: banner, told=banner)
    assert spoken(talk, "hộ chiếu") == "Về hộ chiếu."
    banner = BANNER
    assert spoken(talk, "lệ phí") == f"Có thông báo mới. {BANNER}. Về lệ phí."
    assert spoken(talk, "thời hạn") == "Về thời hạn."
    banner = ""  # what is over needs no word
    assert spoken(talk, "nơi nộp") == "Về nơi nộp."


def test_the_greeting_told_it_already() -> None:
    assert spoken(Announcing(Replies(), lambda: BANNER, told=BANNER), "lệ phí") == "Về lệ phí."


def test_a_call_that_goes_on_hears_a_new_one(client: TestClient, settings: Settings) -> None:
    parts: Parts = client.app.state.parts  # type: ignore[attr-defined]
    with streaming(client) as stream:
        told = {"token": parts.tokens.issue("CA1", ""), "number": ""}
        greeted(client, stream, told, "CA1")
        store = Store(settings.database)
        Notices(store).put_banner(BANNER, why="lịch bảo trì", who=Who("mẫu"))
        store.close()
        time.sleep(FRESH_S + 0.05)
        stream.say("làm hộ chiếu")
        for _ in sentences(prompts.news(BANNER)):
            assert stream.hear()
        assert stream.hear()  # the answer
        stream.send("stop")
        stream.closed()
