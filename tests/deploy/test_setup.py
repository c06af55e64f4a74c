"""The set-up says what is wrong in one sentence, and goes on where it was interrupted."""

import subprocess
from pathlib import Path

import pytest

from deploy.setup import __main__ as setup
from deploy.setup import pythons
from deploy.setup.plan import ROOT, call, plan
from deploy.setup.step import Step
from deploy.setup.trouble import Trouble, check_disk


def make_step(folder: Path, ran: list[str], name: str = "one") -> Step:
    def run(log: Path) -> None:
        log.write_text("working")
        ran.append(name)
        (folder / f"{name}.out").write_text("made")

    source = folder / f"{name}.in"
    source.write_text("input") if not source.exists() else None
    return Step(name, "a step", run, (source,), (folder / f"{name}.out",))


@pytest.fixture
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(setup, "STAMPS", tmp_path / "stamps")
    monkeypatch.setattr(setup, "LOGS", tmp_path / "log")
    return tmp_path


def test_a_finished_step_is_not_done_again(built: Path) -> None:
    ran: list[str] = []
    setup.build([make_step(built, ran)])
    setup.build([make_step(built, ran)])
    assert ran == ["one"]


def test_a_changed_input_does_the_step_again(built: Path) -> None:
    ran: list[str] = []
    setup.build([make_step(built, ran)])
    (built / "one.in").write_text("changed")
    setup.build([make_step(built, ran)])
    assert ran == ["one", "one"]


def test_a_lost_output_does_the_step_again(built: Path) -> None:
    ran: list[str] = []
    setup.build([make_step(built, ran)])
    (built / "one.out").unlink()
    setup.build([make_step(built, ran)])
    assert ran == ["one", "one"]


def test_an_interrupted_setup_resumes_after_the_last_finished_step(built: Path) -> None:
    ran: list[str] = []
    first = make_step(built, ran)

    def interrupted(log: Path) -> None:
        raise KeyboardInterrupt

    (built / "two.in").write_text("input")
    second = Step("two", "stopped", interrupted, (built / "two.in",), (built / "two.out",))
    with pytest.raises(KeyboardInterrupt):
        setup.build([first, second])
    setup.build([first, make_step(built, ran, "two")])
    assert ran == ["one", "two"]


def test_a_step_that_takes_too_long_is_said_with_the_remedy(
    built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(setup, "ROOT", built)
    monkeypatch.setattr("deploy.setup.plan.LIMIT_S", 0.2)
    hangs = Step("one", "a step", lambda log: call(["sleep", "60"], log), (), ())
    with pytest.raises(Trouble, match=r"step 'one' was ended .* same command again .*SETUP_LIMIT"):
        setup.build([hangs])
    assert not (built / "stamps" / "one").exists()
    assert (built / "log" / "setup-one.log").stat().st_mode & 0o077 == 0


def test_pip_has_limits_asks_nothing_and_obeys_its_own_settings(
    built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("PIP_DEFAULT_TIMEOUT", "PIP_NO_INPUT"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PIP_RETRIES", "9")
    call(["sh", "-c", "echo $PIP_DEFAULT_TIMEOUT $PIP_RETRIES $PIP_NO_INPUT"], built / "said")
    assert (built / "said").read_text() == "30 9 1\n"


def test_no_python_310_is_said_with_the_remedy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("PYENV_ROOT", str(tmp_path))
    monkeypatch.delenv("RASA_PYTHON", raising=False)
    with pytest.raises(Trouble, match=r"No Python 3\.10 was found.*RASA_PYTHON="):
        pythons.rasa_python()


def test_a_python_310_that_does_not_run_is_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shim = tmp_path / "python3.10"
    shim.write_text("#!/bin/sh\nexit 127\n")
    shim.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("PYENV_ROOT", str(tmp_path))
    monkeypatch.delenv("RASA_PYTHON", raising=False)
    with pytest.raises(Trouble):
        pythons.rasa_python()


def test_a_full_disk_is_said_before_anything_is_fetched(tmp_path: Path) -> None:
    with pytest.raises(Trouble, match="free some space"):
        check_disk(tmp_path, needed_gb=1e9)


@pytest.mark.parametrize(
    ("source", "steps"),
    [
        ("bot/nlu/words.yml", {"spacy", "train"}),
        ("bot/nlu/ruler.py", {"spacy", "train"}),
        ("data/places/wards.csv", {"spacy", "train"}),
        ("data/catalogue/procedures/ho-tich.jsonl", {"index", "spacy", "train"}),
        ("data/nlu/greet.yml", {"train"}),
        ("requirements/app.lock", {"app", "encoder", "whisper", "index"}),
        ("bot/dialogue/respond.py", set()),
    ],
)
def test_a_change_does_again_what_was_made_from_it(source: str, steps: set[str]) -> None:
    changed = ROOT / source
    assert changed.is_file()
    again = {
        step.name
        for step in plan(dev=False)
        if any(changed == given or given in changed.parents for given in step.inputs)
    }
    assert again == steps


def test_a_uv_that_hangs_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def hangs(command: list[str], **_: object) -> None:
        raise subprocess.TimeoutExpired(command, 1)

    monkeypatch.setattr(pythons.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(pythons.subprocess, "run", hangs)
    assert pythons._from_uv() == ""
