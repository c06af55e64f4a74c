"""Examples of intents without and with a new one, trained for real."""

import json
from pathlib import Path

import pytest

from bot.nlu import compare

NEW = "cho tôi xin cái tem tép tôm"
FEE = "lệ phí làm hộ chiếu là bao nhiêu"


def test_what_the_newest_example_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    taught, new = [["thanks", "mừng quá trời ơi là mừng"]], ["ask_law", NEW]
    asked = {"taught": taught, "new": new, "questions": [NEW, FEE, taught[0][1]]}
    (tmp_path / "asked.json").write_text(json.dumps(asked), encoding="utf-8")
    monkeypatch.setattr("sys.argv", ["compare", str(tmp_path)])
    compare.main()
    told = json.loads((tmp_path / "told.json").read_text(encoding="utf-8"))
    assert told["before"][0] != "ask_law"
    assert told["after"] == ["ask_law", "ask_fee", "thanks"]
    assert told["before"][1:] == ["ask_fee", "thanks"]
