"""Log records of any library, made quiet."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest

from bot.text.loglines import keep_quiet, way_of

log = logging.getLogger("some.library")
SECRET = "lan.tran88@example.com"


@pytest.fixture(autouse=True)
def quiet() -> Iterator[None]:
    usual = logging.getLogRecordFactory()
    keep_quiet()
    yield
    logging.setLogRecordFactory(usual)


def test_a_line_is_redacted_with_its_values(caplog: pytest.LogCaptureFixture) -> None:
    log.error("could not answer %s, case %s", "gọi 0912345678", "H26.12-250701-0001")
    assert "could not answer gọi [phone], case H26.12-250701-0001" in caplog.text


def test_an_exception_is_told_by_its_way_alone(caplog: pytest.LogCaptureFixture) -> None:
    try:
        try:
            raise KeyError(f"người dùng viết: {SECRET}")
        except KeyError as error:
            raise ValueError(SECRET) from error
    except ValueError:
        log.exception("a turn failed")
    assert "ValueError at test_loglines.py" in caplog.text
    assert "from KeyError at test_loglines.py" in caplog.text
    assert "người dùng" not in caplog.text
    assert SECRET not in caplog.text


def test_values_that_do_not_fit_are_not_printed(capfd: pytest.CaptureFixture[str]) -> None:
    log.error("%d turns", SECRET)
    assert SECRET not in "".join(capfd.readouterr())


def test_an_exception_that_was_never_raised_has_no_place() -> None:
    assert way_of(ValueError(SECRET)) == "ValueError at no place"


def test_calling_it_twice_changes_nothing() -> None:
    factory = logging.getLogRecordFactory()
    keep_quiet()
    assert logging.getLogRecordFactory() is factory
