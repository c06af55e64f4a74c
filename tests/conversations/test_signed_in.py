"""A person whom a host app signed in, from the token to the own case, through the whole line."""

from __future__ import annotations

import pytest

from bot.cases.registry import Entry
from bot.cases.service import open_cases
from tests.cases.conftest import a_case
from tests.conversations.channels import web
from tests.line import Line
from tests.privacy.traces import written
from tests.web.signin.signer import AN, BINH, bearing

NEWER, OLDER, ANOTHERS = "H26-260701-0011", "H26-260615-0012", "H26-260601-0013"

pytestmark = pytest.mark.line


@pytest.fixture(scope="module", autouse=True)
def _cases(line: Line) -> None:
    cases = open_cases(line.settings)
    own = [Entry(a_case(code), "5678", AN[-4:], AN) for code in (NEWER, OLDER)]
    cases.registry.put([*own, Entry(a_case(ANOTHERS), "5678", BINH[-4:], BINH)])
    cases.close()


def test_own_cases_without_code_and_proof(line: Line) -> None:
    say = web(line, bearing(line.app.token(AN)))
    (listed,) = say("hồ sơ của tôi đến đâu rồi")
    assert [case["code"] for case in listed["payload"]["cases"]] == [NEWER, OLDER]
    (shown,) = say("cái thứ hai")
    assert (shown["payload"]["kind"], shown["payload"]["code"]) == ("status", OLDER)
    assert say("còn hồ sơ khác không")[0]["payload"]["kind"] == "mine"


def test_anothers_case_needs_its_proof(line: Line) -> None:
    say = web(line, bearing(line.app.token(AN)))
    assert say(ANOTHERS)[0]["payload"]["kind"] == "proof"
    assert say(AN[-4:])[0]["payload"]["kind"] == "refused"


def test_without_a_token_nobody_is_known(line: Line) -> None:
    assert web(line)("hồ sơ của tôi đến đâu rồi")[0]["payload"]["kind"] == "code"


def test_the_number_in_the_token_is_on_no_disk(line: Line) -> None:
    web(line, bearing(line.app.token(AN)))("hồ sơ của tôi đến đâu rồi")
    assert [place for place, text in written([line.logs], since=0) if AN in text] == []
