"""docs/settings.md names every setting with its default, and no setting that isn't there."""

from __future__ import annotations

import json
import re

import pytest

from bot.settings import ROOT, Settings

TEXT = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
ROWS = dict(re.findall(r"^\| `(\w+)` \| (.+?) \|", TEXT, re.MULTILINE))
OF_OTHERS = {"MOTCUA_TORCH_INDEX"}  # deploy/setup


def test_every_setting_is_documented_and_nothing_else() -> None:
    settings = {f"MOTCUA_{name.upper()}" for name in Settings.model_fields}
    assert set(re.findall(r"`(MOTCUA_\w+)[`=]", TEXT)) - OF_OTHERS == settings
    assert settings <= set(ROWS)


@pytest.mark.parametrize("name", Settings.model_fields)
def test_the_default_is_the_one_in_the_code(name: str) -> None:
    default = Settings.model_fields[name].default
    if name.endswith("_dir"):
        shown = f"`{default.relative_to(ROOT)}`"
    elif default == "":
        shown = "empty"
    elif isinstance(default, str):
        shown = f"`{default}`"
    else:
        value = int(default) if isinstance(default, float) else default
        shown = f"`{json.dumps(value, separators=(',', ':'))}`"
    assert ROWS[f"MOTCUA_{name.upper()}"] == shown
