from pathlib import Path

from deploy.setup.progress import last_percent


def test_the_last_percentage_of_a_log_counts(tmp_path: Path) -> None:
    log = tmp_path / "log"
    log.write_text("encoded 10 of 100 texts (10 %)\nencoded 63 of 100 texts (63 %)\n")
    assert last_percent(log) == 63


def test_a_log_without_a_percentage_says_nothing(tmp_path: Path) -> None:
    log = tmp_path / "log"
    log.write_text("Collecting wheels\n")
    assert last_percent(log) is None
