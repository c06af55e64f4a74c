"""The script in docs/web.md with which signing in is tried out: it works as it stands there."""

from __future__ import annotations

import asyncio
import re
import subprocess
import sys
from pathlib import Path

from bot.cases.proofs import Proofs
from bot.keyed import Keyed
from bot.settings import ROOT, Settings
from bot.web.signin.opening import open_sign_in
from tests.web.signin.signer import AN

TEXT = (ROOT / "docs/web.md").read_text(encoding="utf-8")


def test_the_script_publishes_a_key_and_prints_a_token_that_holds(tmp_path: Path) -> None:
    (script,) = re.findall(r"```python\n(# try_signed_in.py.*?)```", TEXT, re.DOTALL)
    (tmp_path / "var").mkdir()
    (tmp_path / "try_signed_in.py").write_text(script, encoding="utf-8")
    printed = subprocess.run(
        [sys.executable, "try_signed_in.py", AN],
        cwd=tmp_path, capture_output=True, text=True, timeout=60, check=True,
    )  # fmt: skip
    (line,) = re.findall(r"^MOTCUA_SIGNIN_.* make run", TEXT, re.MULTILINE)
    said = dict(re.findall(r"MOTCUA_(SIGNIN_\w+)=(\S+)", line))
    settings = Settings.model_validate({name.lower(): value for name, value in said.items()})
    settings.signin_keys = str(tmp_path / settings.signin_keys)
    keyed = Keyed(b"a key of the tests")
    sign_in = open_sign_in(settings, keyed)
    assert sign_in is not None
    assert asyncio.run(sign_in.person(printed.stdout.strip())) == Proofs(keyed).owner(AN)
