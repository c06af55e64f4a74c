"""Log files end, those that are being written too."""

from __future__ import annotations

import os
import time
from pathlib import Path

from bot.privacy.logfiles import LogFiles


def write(path: Path, days_ago: float) -> None:
    path.write_text("một dòng\n", encoding="utf-8")
    os.utime(path, (time.time() - days_ago * 86400,) * 2)


def test_old_files_go_and_one_that_is_open_is_emptied(tmp_path: Path) -> None:
    for name, days_ago in (("web.log", 8), ("web.log.1", 9), ("rasa.log", 1), ("rasa.log.1", 8)):
        write(tmp_path / name, days_ago)
    write(tmp_path / "notes.txt", 30)
    with (tmp_path / "web.log").open("a", encoding="utf-8") as open_:
        logs = LogFiles(tmp_path, days=7)
        assert logs.expire(dry=True) == {"log": 3}
        assert logs.expire(dry=False) == {"log": 3}
        open_.write("dòng mới\n")
    left = {path.name: path.read_text(encoding="utf-8") for path in tmp_path.iterdir()}
    assert left == {
        "web.log": "dòng mới\n",
        "rasa.log": "một dòng\n",
        "notes.txt": "một dòng\n",
    }
    assert logs.expire(dry=False) == {"log": 0}


def test_without_a_folder_there_is_nothing_to_do(tmp_path: Path) -> None:
    assert LogFiles(tmp_path / "log", days=7).expire(dry=False) == {"log": 0}
