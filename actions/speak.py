"""Between Rasa's tracker and the dialogue: slots and entities in, messages and slots out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.asked import asked
from actions.assistant import perform
from actions.counter import dealt_with
from actions.desk import looked_up
from bot.answers.aspect import Aspect
from bot.dialogue import elsewhere, emergency, mydata, otherplace, rating
from bot.dialogue.cases import turns
from bot.dialogue.kept_back import kept_back
from bot.dialogue.state import State
from bot.dialogue.tickets import turns as tickets
from bot.dialogue.tickets.official import about_official
from bot.dialogue.turn import Outcome, Respond, Turn
from bot.text import heard
from bot.text.proof import METADATA
from bot.text.redact import KINDS

# What the edge put in place of personal data says nothing about the matter.
_PLACEHOLDER = re.compile(rf"\[(?:{'|'.join(KINDS)}|proof)\]")
_WHOLE_NUMBER = re.compile(r"\[(?:phone|cccd)\]")
SURE_OF_KIND = 0.8  # the classifier's confidence in an intent
_TOPICS = {"procedure_mention", "procedure_code", "paper"}


async def speak(
    respond: Respond, dispatcher: CollectingDispatcher, tracker: Tracker
) -> list[dict[str, Any]]:
    """Let `respond` answer the latest message; returns the slots that changed."""
    turn = await dealt_with(await looked_up(read(tracker), tracker), tracker)
    in_hanoi = otherplace.noted(kept_back(respond))
    guarded = turns.first(elsewhere.first(in_hanoi))
    guarded = emergency.first(mydata.first(rating.first(tickets.first(guarded))))
    outcome = await perform(guarded, turn)
    intent = tracker.get_intent_of_latest_message()
    ward = named_ward(tracker.latest_message.get("entities") or [])
    about = {
        **meta(intent, outcome),
        "proof": turn.proof is not None,
        "ward": ward,
        "for_leads": about_official(turn, outcome),
    }
    for reply in outcome.replies:
        dispatcher.utter_message(json_message={**reply.model_dump(), "meta": about})
    return changed(turn.state, outcome.state)


def read(tracker: Tracker) -> Turn:
    """The turn that the tracker's latest message makes."""
    message = tracker.latest_message
    text = str(message.get("text") or "")
    entities = message.get("entities") or []
    intent = message.get("intent") or {}
    topical = any(e.get("entity") in _TOPICS for e in entities)
    said = named_aspects(entities)
    confidence = float(intent.get("confidence") or 0)
    handed = message.get("metadata") or {}
    others = handed.get(heard.METADATA)
    return Turn(
        text=_PLACEHOLDER.sub(_blank, text),
        state=State.from_slots(tracker.slots),
        aspects=asked(
            str(intent.get("name") or ""),
            confidence,
            [aspect.value for _, aspect in said],
            topical=topical,
        ),
        said=said,
        sure=confidence >= SURE_OF_KIND,
        wants_person=intent.get("name") == "handover" and confidence >= SURE_OF_KIND,
        topical=topical,
        personal=bool(_WHOLE_NUMBER.search(text)),
        proof=handed.get(METADATA),
        heard=None if others is None else tuple(map(str, others)),
    )


def named_aspects(entities: Sequence[dict[str, Any]]) -> tuple[tuple[int, Aspect], ...]:
    """The aspects that words of the message name, with the position of the words."""
    known = set(Aspect)
    return tuple(
        (int(entity.get("start") or 0), Aspect(entity["value"]))
        for entity in entities
        if entity.get("entity") == "aspect" and entity["value"] in known
    )


def named_ward(entities: Sequence[dict[str, Any]]) -> str | None:
    """The one ward that the message names; None where it names several."""
    wards = {str(e["value"]) for e in entities if e.get("entity") == "ward"}
    return wards.pop() if len(wards) == 1 else None


def _blank(match: re.Match[str]) -> str:
    """As many blanks: what follows stays at its position."""
    return " " * len(match[0])


def meta(intent: str | None, outcome: Outcome) -> dict[str, Any]:
    """What the turn log records; the web takes it out before a person sees the message."""
    aspect = outcome.state.aspect
    return {
        "intent": intent,
        "aspect": aspect.value if aspect else None,
        "decision": outcome.decision,
        "codes": list(outcome.codes),
    }


def changed(before: State, after: State) -> list[dict[str, Any]]:
    old = before.to_slots()
    new = after.to_slots().items()
    return [SlotSet(name, value) for name, value in new if value != old[name]]
