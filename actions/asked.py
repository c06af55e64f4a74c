"""Which aspects a message asks about: the intent's guess weighed against the words it contains."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answers.aspect import Aspect

# Below this, the intent's aspect counts only when a word of the message names an aspect too.
SURE = 0.7


def asked(
    intent: str, confidence: float, words: Sequence[str], *, topical: bool
) -> tuple[Aspect, ...]:
    """The aspects of one message, the main one first.

    Args:
        intent: its name, e.g. "ask_fee".
        confidence: of the intent, 0 to 1.
        words: aspects that words of the message name, in their order.
        topical: whether the message names a procedure or a paper.
    """
    named = [Aspect(word) for word in dict.fromkeys(words) if word in set(Aspect)]
    name = intent.removeprefix("ask_")
    guess = Aspect(name) if name in set(Aspect) else None
    if guess is Aspect.STEPS and Aspect.ONLINE in named:
        guess = Aspect.ONLINE  # the steps of filing online
    if guess in named:
        # "lệ phí thế nào" asks for the fee: "thế nào" alone would ask for the steps.
        others = (aspect for aspect in named if aspect not in (guess, Aspect.STEPS))
        return (guess, *others)
    if guess is None or (topical and named) or not (named or confidence >= SURE):
        return tuple(named)
    return (guess, *named)
