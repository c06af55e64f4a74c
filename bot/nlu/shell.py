"""What staff see in `rasa shell`: the text of an answer and its quick replies, not JSON."""

from __future__ import annotations

from typing import Any

from rasa.shared.utils.cli import print_color
from rasa.shared.utils.io import bcolors


def print_bot_output(
    message: dict[str, Any], is_latest_message: bool = False, color: str = bcolors.OKBLUE
) -> None:
    """Print one message of the assistant (same signature as the function of Rasa it replaces)."""
    custom = message.get("custom") or {}
    print_color(custom.get("text") or message.get("text") or "", color=color)
    for reply in (custom.get("payload") or {}).get("quick_replies") or []:
        print_color(f"  [{reply['label']}] → {reply['text']}", color=color)
    meta = custom.get("meta")
    if meta:
        known = ", ".join(f"{key}={value}" for key, value in meta.items() if value)
        print_color(f"  ({known})", color=bcolors.OKGREEN)
