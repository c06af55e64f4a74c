"""What a recogniser may have heard besides the message: handed from the telephone to an action."""

from __future__ import annotations

METADATA = "heard"  # the key of the other readings, none or more; typed messages have no such key
