"""Who is signed in: handed from the web through Rasa to an action, for one turn."""

from __future__ import annotations

METADATA = "person"  # the key under which the person's keyed hash is handed over
PLACE = "[person]"  # what Rasa keeps of it
