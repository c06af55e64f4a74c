"""The other side's project: our training data without our actions."""

from __future__ import annotations

from bench.default_project import FIXED_TEXT, renamed, stories, without_actions


def test_an_action_becomes_a_response_with_a_fixed_text() -> None:
    domain = {"intents": ["a"], "actions": ["action_answer"], "responses": {"utter_greet": []}}
    changed = without_actions(domain)
    assert "actions" not in changed
    assert changed["responses"] == {"utter_greet": [], "utter_answer": [{"text": FIXED_TEXT}]}


def test_only_whole_names_of_our_actions_are_renamed() -> None:
    text = "- action: action_answer\n- action: action_listen\n- action: action_answer_more"
    assert renamed(text, ["action_answer"]) == (
        "- action: utter_answer\n- action: action_listen\n- action: action_answer_more"
    )


def test_stories_hold_every_turn_of_the_rules() -> None:
    rules = [
        {"rule": "q", "steps": [
            {"or": [{"intent": "ask_fee"}, {"intent": "ask_time"}]}, {"action": "utter_answer"},
        ]},
        {"rule": "g", "steps": [{"intent": "greet"}, {"action": "utter_greet"}]},
    ]  # fmt: skip
    told = stories(rules)
    assert len(told) == 3
    assert all(len(story["steps"]) == 10 for story in told)
    intents = {step["intent"] for story in told for step in story["steps"] if "intent" in step}
    assert intents == {"ask_fee", "ask_time", "greet"}
    after = {
        a["intent"]: b["action"]
        for s in told
        for a, b in zip(s["steps"][::2], s["steps"][1::2], strict=True)
    }
    assert after["greet"] == "utter_greet"
    assert after["ask_time"] == "utter_answer"
