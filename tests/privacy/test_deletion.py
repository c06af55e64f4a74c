"""After a deletion nothing of the conversation is found anywhere, while the whole line runs."""

from __future__ import annotations

import subprocess
import sys
import time

import httpx
import pytest

from bench.redaction.messages import Personal
from bot.settings import ROOT, settings
from tests.line import Line
from tests.privacy.traces import traces

# Syllables that stand in no record: whatever is found of them was written by this test.
WORDS = {
    "web": ["khuỵnh", "quẽo", "ngoẹt"],
    "terminal": ["khoằng", "thuẩy", "nghuẹch"],
    "staying": ["khuýp", "ruẫng", "xoẻng"],
}
QUESTIONS = ("làm hộ chiếu ở đâu hả {}", "cần giấy tờ gì vậy {}", "bà {} hỏi lệ phí bao nhiêu")


@pytest.mark.line
def test_nothing_of_a_deleted_conversation_is_found(line: Line) -> None:
    began = time.time() - 1
    with httpx.Client(base_url=line.web_url, timeout=20, trust_env=False) as client:
        sessions = {who: talk(client, words) for who, words in WORDS.items()}
        for who in WORDS:
            assert found(line, who, began), f"{who}: nothing was stored, the search proves nothing"

        by_web = client.delete(f"/api/chat/{sessions['web']}")
        assert by_web.json()["deleted"]["turn"] == len(QUESTIONS)
        assert by_web.json()["deleted"]["events"] > len(QUESTIONS)
        assert "3 lượt hỏi đáp, 1 đánh giá" in at_the_terminal(line, sessions["terminal"])
        assert found(line, "web", began) == []
        assert found(line, "terminal", began) == []

        assert found(line, "staying", began)
        again = client.post("/api/chat", json={"text": "cảm ơn", "session": sessions["staying"]})
        assert again.json()["session_renewed"] is False
        # Rasa still had the conversations in its memory: it writes nothing of them down again.
        client.post("/api/chat", json={"text": "cảm ơn", "session": sessions["web"]})
        assert found(line, "web", began) == []


def talk(client: httpx.Client, words: list[str]) -> str:
    session = None
    for question in QUESTIONS:
        said = {"text": question.format(" ".join(words)), "session": session}
        told = client.post("/api/chat", json=said).json()
        session = told["session"]
    rating = {"session": session, "turn_id": told["turn_id"], "useful": False}
    client.post("/api/feedback", json={**rating, "comment": f"chưa rõ {' '.join(words)}"})
    return str(session)


def at_the_terminal(line: Line, session: str) -> str:
    motcua = [sys.executable, "-c", "from bot.cli import app; app()"]
    done = subprocess.run(
        [*motcua, "privacy", "delete", "--session", session],
        cwd=ROOT, env=line.env, capture_output=True, text=True, timeout=60, check=True,
    )  # fmt: skip
    return done.stdout


def found(line: Line, who: str, since: float) -> list[str]:
    words = " ".join(WORDS[who])
    sought = [Personal("words", words, words, words, hard=False)]
    return traces(sought, [line.logs, settings().var_dir], since)
