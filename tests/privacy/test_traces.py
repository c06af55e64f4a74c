"""The search itself: it must find what is there, or finding nothing means nothing."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

import pytest

from bench.redaction.messages import Personal
from tests.privacy.traces import traces

RAW, SAID = "0912345678", "không chín một hai ba bốn năm sáu bảy tám"
MESSAGE = Personal("mobile number", RAW, SAID, f"gọi {SAID}", hard=False)


@pytest.mark.parametrize(
    "text",
    [
        RAW,
        "sđt 0912.345 678",
        f"anh ấy nói {SAID.upper()} đó",
        json.dumps({"said": SAID}),
        quote(f"?q={SAID}"),
        "KHONG CHIN MOT HAI BA BON NAM SAU BAY TAM",
    ],
)
def test_a_number_in_a_log_is_found(tmp_path: Path, text: str) -> None:
    (tmp_path / "web.log").write_text(f"một dòng\n{text}\n", encoding="utf-8")
    assert traces([MESSAGE], [tmp_path], since=0)


def test_a_number_in_a_table_is_found_even_when_it_was_deleted(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "a.db")) as database:
        database.execute("PRAGMA secure_delete = OFF")
        database.execute("CREATE TABLE note (data TEXT)")
        database.execute("INSERT INTO note VALUES (?)", (json.dumps({"text": SAID}),))
        database.commit()
        assert any("note" in trace for trace in traces([MESSAGE], [tmp_path], since=0))
        database.execute("DELETE FROM note")
        database.commit()
        assert traces([MESSAGE], [tmp_path], since=0)


def test_other_numbers_are_not_found(tmp_path: Path) -> None:
    (tmp_path / "web.log").write_text("H26.12-250701-0001, 0.912345678, [phone]", encoding="utf-8")
    assert traces([MESSAGE], [tmp_path], since=0) == []
