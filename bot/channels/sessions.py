"""Session words: unguessable, given out by the server, stored only as keyed hashes."""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass
from datetime import timedelta

from bot.channels.conversations import Conversations
from bot.channels.tables import Conversation
from bot.keyed import Keyed
from bot.store import now
from bot.text.proof import veil

# A first message whose answer was lost is repeated without a session. For this long, a random
# (UUID) client_message_id leads back to the same new session, so it isn't answered twice.
REPEAT_WINDOW = timedelta(minutes=15)
_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)


@dataclass(frozen=True)
class Seat:
    """A citizen's place: the session word and its conversation.

    Attributes:
        person: the keyed hash of who is signed in (`bot.cases.proofs.Proofs.owner`).
        new: it begins with this message.
        renewed: and it is not the one that was asked for.
    """

    token: str
    conversation: Conversation
    person: str | None = None
    new: bool = False
    renewed: bool = False


class Sessions:
    def __init__(self, conversations: Conversations, keyed: Keyed) -> None:
        self._conversations = conversations
        self._keyed = keyed

    def find(self, token: str, person: str | None = None) -> Seat | None:
        """The session's seat, for the person it was opened for; one opened by nobody is nobody's.

        Whoever signs in or out starts anew: what was said before gets no name afterwards, and
        nobody else reads what was told to a person.
        """
        if not token.isascii():  # none that was ever issued
            return None
        found = self._conversations.find(self._hash(token))
        mine = found and found.person == self._mark(person)
        return Seat(token, found, person) if found and mine else None

    def find_kept(self, token: str) -> Conversation | None:
        """The conversation of a session that may have ended."""
        return self._conversations.find_kept(self._hash(token)) if token.isascii() else None

    def belongs(self, token: str, person: str | None) -> bool:
        """Whether the session, which may have ended, is this person's."""
        kept = self.find_kept(token)
        return kept is not None and kept.person == self._mark(person)

    def find_or_open(
        self, token: str | None, client_message_id: str | None, person: str | None = None
    ) -> Seat:
        seat = self.find(token, person) if token else None
        return seat or self._open(client_message_id, person, renewed=bool(token))

    def of_call(self, call: str) -> Seat:
        """The seat of a telephone call by its carrier's name; the same one each time."""
        token = self._keyed.digest("call-session", call)
        return Seat(token, self._conversations.create(self._hash(token), None, "voice"))

    def who(self, conversation: Conversation) -> str:
        """The word for this citizen in the turn log."""
        return self._keyed.digest("who", conversation.sender)[:32]

    def name_of(self, client_message_id: str | None) -> str | None:
        """The id to store: itself, or a keyed hash of one with a personal number or a proof."""
        if client_message_id is None or veil(client_message_id) == (client_message_id, None):
            return client_message_id
        return self._keyed.digest("message", client_message_id)

    def _open(self, client_message_id: str | None, person: str | None, renewed: bool) -> Seat:
        mark = self._mark(person)
        if client_message_id and _UUID.fullmatch(client_message_id):
            token = self._keyed.digest("session", client_message_id.lower() + (mark or ""))
            conversation = self._conversations.create(self._hash(token), mark)
            if conversation.created_at > now() - REPEAT_WINDOW:
                return Seat(token, conversation, person, new=True, renewed=renewed)
        token = secrets.token_urlsafe(32)
        conversation = self._conversations.create(self._hash(token), mark)
        return Seat(token, conversation, person, new=True, renewed=renewed)

    def _mark(self, person: str | None) -> str | None:
        """What a conversation keeps of its person; not the word that their cases have."""
        return self._keyed.digest("session-person", person) if person else None

    def _hash(self, token: str) -> str:
        return self._keyed.digest("token", token)
