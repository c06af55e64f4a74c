"""A whole call from the browser's microphone, played from a file, to the hotline and back."""

from __future__ import annotations

import audioop
import time
import wave
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy import select

from bot.insight.tables import CallRecord
from bot.settings import Settings
from bot.store import Store
from tests.browser.conftest import FLAGS, Launch
from tests.browser.helpers import LIMIT_MS
from tests.voice.conftest import Hears
from tests.voice.telephone import spoken
from tests.web.fake_rasa import FakeRasa, free_port, serving
from voice.app import create_app
from voice.audio import RATE, SILENCE, resample

STUDIO = 48_000  # what a browser takes from a microphone
QUIET = 50 * 12  # frames: the greeting is over by then


@pytest.fixture
def question(tmp_path: Path) -> Path:
    """Silence while the greeting is said, then a question."""
    path = tmp_path / "question.wav"
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(STUDIO)
        file.writeframes(resample(SILENCE * QUIET + spoken("làm hộ chiếu"), RATE, STUDIO))
    return path


@pytest.fixture
def hotline(tmp_path: Path) -> Iterator[tuple[str, FakeRasa, Settings]]:
    rasa, rasa_port, port = FakeRasa(), free_port(), free_port()
    settings = Settings(
        var_dir=tmp_path, database_url="", rasa_port=rasa_port, actions_port=free_port(),
        voice_microphone=True,
    )  # fmt: skip
    with serving(rasa.app, rasa_port), serving(create_app(settings, recogniser=Hears()), port):
        yield f"http://127.0.0.1:{port}/voice/microphone", rasa, settings


@pytest.fixture
def page(launch: Launch, question: Path, hotline: tuple[str, FakeRasa, Settings]) -> Iterator[Page]:
    microphone = [
        "--use-fake-device-for-media-stream",
        "--use-fake-ui-for-media-stream",
        f"--use-file-for-fake-audio-capture={question}%noloop",
    ]
    browser = launch([*FLAGS, *microphone])
    page = browser.new_page()
    page.goto(hotline[0])
    yield page
    browser.close()


def test_a_call_by_voice_and_by_key(page: Page, hotline: tuple[str, FakeRasa, Settings]) -> None:
    _, rasa, settings = hotline
    page.get_by_role("button", name="Gọi", exact=True).click()
    state = page.get_by_role("status")
    expect(state).to_contain_text("Trợ lý đang nói")
    until(lambda: "làm hộ chiếu" in rasa.messages)
    expect(state).to_contain_text("Trợ lý đang nghe")
    page.get_by_role("button", name="2", exact=True).click()
    until(lambda: len(rasa.messages) == 2)
    page.get_by_role("button", name="Gác máy").click()
    expect(state).to_contain_text("gác máy")
    until(lambda: ended(settings) == "hung_up")


def ended(settings: Settings) -> str | None:
    with Store(settings.database).reading() as session:
        return session.scalars(select(CallRecord.cause)).one()


def until(holds: Callable[[], bool]) -> None:
    last = time.monotonic() + 2 * LIMIT_MS / 1000
    while not holds():
        assert time.monotonic() < last, "it did not come in time"
        time.sleep(0.05)


def test_its_sound_is_coded_as_telephones_do(page: Page) -> None:
    samples = [at / 8192 for at in range(-8192, 8192, 37)]
    coded, decoded = page.evaluate(
        """async (samples) => {
            const { encode, decode } = await import('/voice/microphone/ulaw.js');
            const coded = encode(samples);
            const codes = Uint8Array.from({ length: 256 }, (_, at) => at);
            return [[...coded], [...decode(codes)]];
        }""",
        samples,
    )
    for sample, code in zip(samples, coded, strict=True):
        assert abs(decoded[code] - sample) <= abs(sample) / 24 + 2 / 8192  # half a step
    meant = audioop.ulaw2lin(bytes(range(256)), 2)
    assert decoded == [
        int.from_bytes(meant[at : at + 2], "little", signed=True) / 32768
        for at in range(0, len(meant), 2)
    ]
