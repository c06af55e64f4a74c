"""A hidden number is shown in words; everything else stays as it was, and is never markup."""

from __future__ import annotations

import re

from bot.text.masked import WORDS, masked
from bot.text.redact import KINDS, redact


def shown(text: str) -> str:
    return re.sub("<[^>]+>", "", str(masked(text)))


def test_people_read_what_was_hidden() -> None:
    said = redact("sđt 0912 345 678, căn cước 001090012345")
    assert shown(said) == "sđt số điện thoại đã che, căn cước số căn cước đã che"
    assert str(masked(said)).count('<mark class="masked" title="') == 2


def test_every_kind_that_is_hidden_has_words() -> None:
    assert {f"[{kind}]" for kind in KINDS} <= set(WORDS)


def test_what_a_citizen_wrote_never_becomes_markup() -> None:
    html = str(masked("<b>[phone]</b> & [x]"))
    assert html.startswith("&lt;b&gt;<mark")
    assert html.endswith("&lt;/b&gt; &amp; [x]")
