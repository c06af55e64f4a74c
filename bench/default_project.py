"""Writes the Rasa project of the other side: the default configuration on the same training data.

The configuration is the file that Rasa itself fills in when a project names no pipeline (the one
of `rasa init`). Domain, rules and stories are ours, except that each custom action becomes a
response with a fixed text: nothing is looked up and no action server is called.
"""

from __future__ import annotations

import hashlib
import re
import shutil
from pathlib import Path
from typing import Any

import yaml

FIXED_TEXT = "Đã nhận câu hỏi của anh/chị."
DEFAULT_CONFIG = "lib/python3.10/site-packages/rasa/engine/recipes/config_files/default_config.yml"
STORY_TURNS = 5


def write(project: Path, root: Path) -> str:
    """Write the project anew; returns a digest of all its files."""
    shutil.rmtree(project, ignore_errors=True)
    project.mkdir(parents=True)
    shutil.copy(root / ".venv/rasa" / DEFAULT_CONFIG, project / "config.yml")
    shutil.copytree(root / "data/nlu", project / "data/nlu")
    domain = yaml.safe_load((root / "domain.yml").read_text())
    actions = list(domain["actions"])
    rules: list[dict[str, Any]] = []
    for source in [*_yaml(root / "data/rules"), *_yaml(root / "data/stories")]:
        text = renamed(source.read_text(), actions)
        target = project / source.relative_to(root)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text)
        rules += yaml.load(text, yaml.BaseLoader).get("rules") or []
    _dump({"version": "3.1", "stories": stories(rules)}, project / "data/stories/from_rules.yml")
    _dump(without_actions(domain), project / "domain.yml")
    (project / "credentials.yml").write_text("rest:\n")
    (project / "endpoints.yml").write_text("# the default: trackers in memory, no action server\n")
    return _digest(project)


def renamed(text: str, actions: list[str]) -> str:
    """Our custom actions under names of responses."""
    for action in actions:
        text = re.sub(rf"\b{re.escape(action)}\b", _response(action), text)
    return text


def without_actions(domain: dict[str, Any]) -> dict[str, Any]:
    fixed = {_response(action): [{"text": FIXED_TEXT}] for action in domain["actions"]}
    kept = {key: value for key, value in domain.items() if key != "actions"}
    return kept | {"responses": {**domain.get("responses", {}), **fixed}}


def stories(rules: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rules told one after another, STORY_TURNS to a story: TED learns from stories only."""
    turns = [
        [{"intent": step["intent"]}, {"action": action["action"]}]
        for rule in rules
        if len(rule["steps"]) == 2
        for action in rule["steps"][1:]
        for step in rule["steps"][0].get("or", rule["steps"][:1])
        if "intent" in step
    ]
    return [
        {
            "story": f"turns from {start + 1} on",
            "steps": [s for i in range(STORY_TURNS) for s in turns[(start + 3 * i) % len(turns)]],
        }
        for start in range(len(turns))
    ]


def _response(action: str) -> str:
    return "utter_" + action.removeprefix("action_")


def _yaml(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.yml"))


def _dump(content: dict[str, Any], target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False))


def _digest(project: Path) -> str:
    total = hashlib.sha256()
    for file in sorted(p for p in project.rglob("*") if p.is_file()):
        total.update(str(file.relative_to(project)).encode() + b"\0" + file.read_bytes())
    return total.hexdigest()[:12]
