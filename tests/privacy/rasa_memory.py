"""What Rasa remembers, written as its tracker store writes it, without a Rasa."""

from __future__ import annotations

import json
import time

from sqlalchemy import create_engine, insert, select

from bot.privacy.trackers import RasaBase, RasaEvent


def remember(url: str, sender: str, *texts: str, days_ago: float = 0.0) -> None:
    engine = create_engine(url)
    RasaBase.metadata.create_all(engine)
    rows = [
        {
            "sender_id": sender,
            "type_name": "user",
            "timestamp": time.time() - days_ago * 86400,
            "intent_name": "ask_fee",
            "data": json.dumps({"event": "user", "text": text}),
        }
        for text in texts
    ]
    with engine.begin() as connection:
        connection.execute(insert(RasaEvent), rows)
    engine.dispose()


def remembered(url: str) -> list[tuple[str, str]]:
    """(sender, text) of every event."""
    engine = create_engine(url)
    with engine.connect() as connection:
        rows = connection.execute(
            select(RasaEvent.sender_id, RasaEvent.data).order_by(RasaEvent.id)
        )
        found = [(sender, json.loads(data)["text"]) for sender, data in rows]
    engine.dispose()
    return found
