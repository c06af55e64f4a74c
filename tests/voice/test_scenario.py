"""A call as a file, and what must have been said."""

from __future__ import annotations

from pathlib import Path

import pytest

from voice.audio import read_wav, write_wav
from voice.scenario import BadScenario, Step, acts, read_scenario, unmet
from voice.speaking.espeak import Espeak

CALL = """
- expect: xin chào
- say: làm hộ chiếu cần giấy tờ gì
- expect: Giấy tờ
- expect: ảnh
- keys: "2"
  into: 1.5
- wait: 3
- wav: question.wav
"""


@pytest.fixture
def call(tmp_path: Path) -> Path:
    write_wav(tmp_path / "question.wav", Espeak().speak("lệ phí"))
    path = tmp_path / "call.yml"
    path.write_text(CALL, encoding="utf-8")
    return path


def test_steps_become_what_a_caller_does(call: Path) -> None:
    said, pressed, waited, recorded = acts(read_scenario(call), Espeak())
    assert len(said.sound) > 16000
    assert (pressed.keys, pressed.into) == ("2", 1.5)
    assert waited.wait == 3
    assert recorded.sound.endswith(read_wav(call.parent / "question.wav"))


def test_an_expectation_is_of_the_step_before(call: Path) -> None:
    steps = read_scenario(call)
    met = [["Xin chào anh chị."], ["Cần giấy tờ sau.", "Hai ảnh."], [], [], []]
    assert unmet(steps, met) == []
    assert unmet(steps, [met[1], met[0]]) == [
        "at first: xin chào", "after step 1: Giấy tờ", "after step 1: ảnh",
    ]  # fmt: skip
    assert unmet([Step(expect="gì")], []) == ["at first: gì"]


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("- say: a\n  keys: '1'", "step 0: Value error, a step is one of"),
        ("- {}", "step 0"),
        ("- keys: abc", "step 0 keys"),
        ("- shout: a", "step 0 shout"),
        ("just words", "the file"),
        ("- [", "cannot be read"),
    ],
)
def test_what_is_no_scenario_is_told(tmp_path: Path, text: str, where: str) -> None:
    (tmp_path / "call.yml").write_text(text)
    with pytest.raises(BadScenario, match=where):
        read_scenario(tmp_path / "call.yml")


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(BadScenario, match="cannot be read"):
        read_scenario(tmp_path / "none.yml")
