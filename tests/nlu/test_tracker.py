"""The tracker store: nothing personal on disk, recent events and old slots read back."""

import asyncio
import json
import sqlite3
from pathlib import Path

import pytest
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import BotUttered, SessionStarted, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from sqlalchemy.exc import SQLAlchemyError

from bot.nlu import tracker as module
from bot.nlu.tracker import RECENT_EVENTS, RedactingTrackerStore

DOMAIN = Domain.from_yaml(
    """
    version: "3.1"
    slots:
      procedure: {type: text, influence_conversation: false, mappings: [{type: custom}]}
      aspect: {type: text, influence_conversation: false, mappings: [{type: custom}]}
    """
)
CCCD, PHONE, MAIL = "001099012345", "0912345678", "lan.nguyen@example.com"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "new" / "rasa.db"


@pytest.fixture
def store(path: Path) -> RedactingTrackerStore:
    return RedactingTrackerStore(DOMAIN, host=f"sqlite:///{path}")


def load(store: RedactingTrackerStore) -> DialogueStateTracker:
    return asyncio.run(store.get_or_create_tracker("lan", append_action_listen=False))


def turn(store: RedactingTrackerStore, text: str, *events: object) -> None:
    tracker = load(store)
    tracker.update(UserUttered(text, {"name": "ask_fee"}, metadata={"note": text}))
    for event in events:
        tracker.update(event)
    asyncio.run(store.save(tracker))


def everything_on_disk(path: Path) -> bytes:
    return b"".join(file.read_bytes() for file in path.parent.iterdir())


def test_no_personal_number_reaches_the_disk(store: RedactingTrackerStore, path: Path) -> None:
    said = f"tôi là Lan, {CCCD}, {PHONE}, {MAIL}"
    parsed = [{"entity": "ward", "value": said, "start": 0, "end": 3}]
    tracker = load(store)
    tracker.update(UserUttered(said, {"name": "x"}, parsed, {"text": said}, metadata={"a": said}))
    tracker.update(SlotSet("aspect", said))
    tracker.update(BotUttered(said, {"custom": {"text": said, "rows": [{"x": said}]}}))
    asyncio.run(store.save(tracker))
    disk = everything_on_disk(path)
    assert b"[cccd]" in disk
    assert not [number for number in (CCCD, PHONE, MAIL) if number.encode() in disk]


def test_nor_does_one_that_hides_in_metadata(store: RedactingTrackerStore, path: Path) -> None:
    hidden = {
        "sender_id": PHONE,
        "message_id": CCCD,
        PHONE: "key",
        "as_number": int(CCCD),
        "lost_zero": int(PHONE),
        "deep": [{"said": "không chín một hai ba bốn năm sáu bảy tám"}],
        "at": 1763784000,
    }
    tracker = load(store)
    tracker.update(UserUttered("chào", {"name": "greet"}, metadata=hidden))
    asyncio.run(store.save(tracker))
    [row] = sqlite3.connect(path).execute("SELECT data FROM events").fetchone()
    kept = json.loads(row)["metadata"]
    assert kept["at"] == 1763784000
    assert kept["deep"] == [{"said": "[phone]"}]
    disk = everything_on_disk(path)
    for number in (CCCD, PHONE):
        assert number.lstrip("0").encode() not in disk


def test_of_who_is_signed_in_only_remains_that_somebody_is(
    store: RedactingTrackerStore, path: Path
) -> None:
    person = {"person": "5f" * 32}
    tracker = load(store)
    tracker.update(SlotSet("session_started_metadata", person))  # Rasa does so itself
    tracker.update(UserUttered("hồ sơ của tôi", {"name": "case_status"}, metadata=person))
    assert tracker.latest_message.parse_data["metadata"] == person  # what the action is sent
    asyncio.run(store.save(tracker))
    disk = everything_on_disk(path)
    assert b"5f5f" not in disk
    assert disk.count(b'"person": "[person]"') == 3


def test_codes_survive(store: RedactingTrackerStore, path: Path) -> None:
    turn(store, "hồ sơ H26.12-250701-0001, thủ tục 1.001193", SlotSet("procedure", "1.001193"))
    disk = everything_on_disk(path)
    assert b"H26.12-250701-0001" in disk
    assert load(store).get_slot("procedure") == "1.001193"


def test_each_event_is_stored_once(store: RedactingTrackerStore, path: Path) -> None:
    for number in range(5):
        turn(store, f"câu {number}")
    tracker = load(store)
    asyncio.run(store.save(tracker))
    texts = [e.text for e in load(store).events if isinstance(e, UserUttered)]
    assert texts == [f"câu {number}" for number in range(5)]
    assert count(path) == 5


def test_a_long_conversation_is_read_in_part_but_keeps_its_slots(
    store: RedactingTrackerStore, path: Path
) -> None:
    turn(store, "đầu tiên", SlotSet("procedure", "1.000001"), SlotSet("procedure", "1.001193"))
    for number in range(60):
        turn(store, f"câu {number}", SlotSet("aspect", f"a{number}"))
    tracker = load(store)
    assert RECENT_EVENTS <= len(tracker.events) <= RECENT_EVENTS + 2
    assert tracker.get_slot("procedure") == "1.001193"
    assert tracker.get_slot("aspect") == "a59"
    assert count(path) == 3 + 60 * 2


def test_a_new_session_forgets_the_old_slots(store: RedactingTrackerStore) -> None:
    turn(store, "một", SlotSet("procedure", "1.001193"))
    tracker = load(store)
    tracker.update(SessionStarted())
    asyncio.run(store.save(tracker))
    assert load(store).get_slot("procedure") is None
    full = asyncio.run(store.retrieve_full_tracker("lan"))
    assert full is not None
    assert len(full.events) == 3


def test_sqlite_writes_ahead(store: RedactingTrackerStore, path: Path) -> None:
    turn(store, "chào")
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_streamed_events_are_redacted(path: Path) -> None:
    sent: list[dict[str, object]] = []

    class Broker:
        def publish(self, body: dict[str, object]) -> None:
            sent.append(body)

    store = RedactingTrackerStore(DOMAIN, host=f"sqlite:///{path}", event_broker=Broker())
    turn(store, f"gọi {PHONE}")
    assert "[phone]" in str(sent)
    assert PHONE not in str(sent)


def count(path: Path) -> int:
    with sqlite3.connect(path) as connection:
        return connection.execute("SELECT count(*) FROM events").fetchone()[0]


def test_what_another_process_wrote_is_read_and_what_failed_is_forgotten(
    store: RedactingTrackerStore, path: Path
) -> None:
    turn(store, "một", SlotSet("procedure", "1.001193"))
    turn(RedactingTrackerStore(DOMAIN, host=f"sqlite:///{path}"), "hai", SlotSet("aspect", "fee"))
    assert load(store).get_slot("aspect") == "fee"
    turn(store, "ba")
    failing = load(store)
    failing.update(SlotSet("aspect", "half done"))
    assert load(store).get_slot("aspect") == "fee"
    assert len(load(store).events) == count(path) == 5


def test_a_conversation_is_kept_in_memory(store: RedactingTrackerStore) -> None:
    turn(store, "một")
    first = load(store)
    asyncio.run(store.save(first))
    assert load(store) is first


def test_a_conversation_deleted_by_another_process_is_a_new_one(
    store: RedactingTrackerStore, path: Path
) -> None:
    turn(store, "một", SlotSet("procedure", "1.001193"))
    with sqlite3.connect(path) as connection:
        connection.execute("DELETE FROM events")
    tracker = load(store)
    assert tracker.get_slot("procedure") is None
    assert not tracker.events
    turn(store, "hai")
    assert count(path) == 1


def test_the_memory_forgets_after_an_hour(
    store: RedactingTrackerStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    turn(store, "một")
    kept = store._kept["lan"].tracker
    monkeypatch.setattr(module, "KEPT_FOR_S", 0.0)
    asyncio.run(store.save(DialogueStateTracker("minh", [])))
    assert not store._kept
    assert load(store) is not kept


def test_what_is_deleted_is_written_over(store: RedactingTrackerStore, path: Path) -> None:
    for number in range(40):
        turn(store, f"mẹ tôi bị bệnh {number} " + "dài " * 50)
    assert b"b\\u1ec7nh" in everything_on_disk(path)
    with store.engine.begin() as connection:
        connection.execute(store.SQLEvent.__table__.delete())
    store.engine.dispose()  # the last connection empties the log
    assert b"b\\u1ec7nh" not in everything_on_disk(path)


def test_an_error_of_the_database_does_not_quote_the_citizen(
    store: RedactingTrackerStore, path: Path
) -> None:
    turn(store, "chào")
    with sqlite3.connect(path) as connection:
        connection.execute("DROP TABLE events")
    tracker = DialogueStateTracker("lan", [])
    tracker.update(UserUttered("me toi bi benh nang", {"name": "ask_fee"}))
    tracker.stored_events = 0
    with pytest.raises(SQLAlchemyError) as error:
        asyncio.run(store.save(tracker))
    assert "INSERT" in str(error.value)
    assert "benh nang" not in str(error.value)
