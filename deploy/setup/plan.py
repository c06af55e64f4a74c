"""The steps of the set-up in their order: environments, encoder, index, spaCy model, Rasa model."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from deploy.setup.pythons import app_python, rasa_python
from deploy.setup.step import Step
from deploy.setup.trouble import Trouble
from deploy.setup.within import run_within

ROOT = Path(__file__).resolve().parents[2]
STAMPS = ROOT / "var" / "setup"
LOGS = ROOT / "var" / "log"
APP = ROOT / ".venv" / "app"
RASA = ROOT / ".venv" / "rasa"
MODELS = ROOT / "models"

# A command of the set-up that takes longer hangs: even on a slow line none needs half of it.
LIMIT_S = 60 * float(os.environ.get("SETUP_LIMIT_MIN", "60"))

IMPORT_LIMIT_S = 300.0

# Where PyTorch publishes its builds without CUDA; used when it answers. Empty: not asked.
TORCH_INDEX = os.environ.get("MOTCUA_TORCH_INDEX", "https://download.pytorch.org/whl/cpu")


def plan(*, dev: bool) -> list[Step]:
    """All steps; with `dev` the application's environment also holds the test tools."""
    steps = [
        Step(
            "app",
            "Python environment of the application (.venv/app)",
            _app_environment,
            _in("requirements/app.lock", "pyproject.toml"),
            (APP / "bin" / "motcua",),
        ),
        Step(
            "rasa",
            "Python environment of Rasa (.venv/rasa)",
            _rasa_environment,
            _in("requirements/rasa.lock"),
            (RASA / "bin" / "rasa",),
        ),
        Step(
            "encoder",
            "Sentence encoder (models/e5-small)",
            _module(APP, "bot.retrieval.encoder"),
            _in("requirements/app.lock", "bot/retrieval/e5_file.py", "bot/retrieval/encoder.py")
            + _in("bot/retrieval/adapter.py", "data/retrieval/adapter.safetensors"),
            (MODELS / "e5-small",),
        ),
        Step(
            "whisper",
            "Speech recogniser (models/whisper-base)",
            _module(APP, "voice.hearing.whisper_files"),
            _in("requirements/app.lock", "voice/hearing/whisper_files.py"),
            (MODELS / "whisper-base",),
        ),
        Step(
            "index",
            "Search index over the catalogue (var/index); the longest step",
            _module(APP, "bot.retrieval.build"),
            _in("bot/retrieval", "bot/text", "bot/catalogue", "data/catalogue")
            # Another encoder makes other vectors.
            + _in("requirements/app.lock", "data/retrieval/adapter.safetensors"),
            (ROOT / "var" / "index" / "current",),
        ),
        Step(
            "spacy",
            "Vietnamese spaCy pipeline (models/spacy_vi)",
            _module(RASA, "bot.nlu.build_spacy"),
            _in("bot/nlu", "bot/text", "data/places", "data/catalogue/procedures"),
            (MODELS / "spacy_vi",),
        ),
        Step(
            "train",
            "Rasa model (models/motcua.tar.gz)",
            _train,
            _in("config.yml", "domain.yml", "data/nlu", "data/rules", "data/stories")
            + _in("bot/nlu", "bot/text", "data/places", "data/catalogue/procedures")
            + _in("requirements/rasa.lock"),
            (MODELS / "motcua.tar.gz",),
        ),
    ]
    if dev:
        locks = _in(*(f"requirements/{name}.lock" for name in ("app", "dev", "rasa", "rasa-dev")))
        made = tuple(environment / "bin" / "pytest" for environment in (APP, RASA))
        steps.append(Step("dev", "Tools for tests and checks", _dev_tools, locks, made))
    return steps


def _in(*names: str) -> tuple[Path, ...]:
    return tuple(ROOT / name for name in names)


def call(command: list[str | Path], log: Path) -> None:
    """Run a command from the root with its output in `log`.

    Raises:
        CalledProcessError: the command failed.
        TimeoutExpired: it took longer than LIMIT_S.
    """
    patience = {"PIP_DEFAULT_TIMEOUT": "30", "PIP_RETRIES": "5"}
    env = (
        patience
        | os.environ
        | {
            "PIP_NO_INPUT": "1",
            "PYTHONPATH": str(ROOT),
            "RASA_TELEMETRY_ENABLED": "false",
            "TF_CPP_MIN_LOG_LEVEL": "3",
            "HF_HUB_OFFLINE": "1",
            "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
        }
    )
    with log.open("a") as out:
        run_within(LIMIT_S, command, out=out, cwd=ROOT, env=env)


def _module(environment: Path, module: str) -> Callable[[Path], None]:
    return lambda log: call([environment / "bin" / "python", "-m", module], log)


def _app_environment(log: Path) -> None:
    pip = _pip(app_python(), APP, log)
    call([*pip, *_torch()], log)
    call([*pip, "--no-deps", "-r", ROOT / "requirements" / "app.lock"], log)
    call([*pip, "--no-deps", "--no-build-isolation", "-e", ROOT], log)
    _check_torch()
    _compile(APP, log)


def _torch() -> list[str]:
    """Arguments that install the pinned torch, from the CPU index when it answers at once."""
    lock = (ROOT / "requirements" / "app.lock").read_text().splitlines()
    pinned = next(line for line in lock if line.startswith("torch=="))
    index = ["--extra-index-url", TORCH_INDEX] if TORCH_INDEX else []
    return ["--no-deps", "--retries", "0", "--timeout", "15", *index, pinned]


def _check_torch() -> None:
    asked: list[str | Path] = [
        APP / "bin" / "python",
        "-c",
        "import torch, sys; sys.exit(bool(torch.version.cuda))",
    ]
    try:
        run_within(IMPORT_LIMIT_S, asked, out=subprocess.DEVNULL)
    except subprocess.CalledProcessError:
        raise Trouble(
            "PyTorch without CUDA could not be had: set MOTCUA_TORCH_INDEX to an index of CPU "
            "wheels, or PIP_FIND_LINKS to a folder that holds one, and run the command again."
        ) from None


def _rasa_environment(log: Path) -> None:
    pip = _pip(rasa_python(), RASA, log)
    # Without resolving: Rasa's own pins would bring the full TensorFlow back in.
    call([*pip, "--no-deps", "-r", ROOT / "requirements" / "rasa.lock"], log)
    _compile(RASA, log)


def _dev_tools(log: Path) -> None:
    for environment, lock in ((APP, "dev.lock"), (RASA, "rasa-dev.lock")):
        install = (environment / "bin" / "python", "-m", "pip", "install", "-q", "--no-deps", "-r")
        call([*install, ROOT / "requirements" / lock], log)


def _pip(python: str, environment: Path, log: Path) -> list[str | Path]:
    """Make the environment and return the head of a pip command for it."""
    call([python, "-m", "venv", environment], log)
    pip: list[str | Path] = [environment / "bin" / "python", "-m", "pip", "install", "-q"]
    call([*pip, "wheel==0.45.1", "setuptools==70.3.0"], log)
    return pip


def _compile(environment: Path, log: Path) -> None:
    """Byte-compile once: imports are three times faster where nothing may be written later."""
    command: list[str | Path] = [environment / "bin" / "python", "-m", "compileall", "-q"]
    with suppress(subprocess.SubprocessError):  # without it the imports are only slower
        run_within(LIMIT_S, [*command, "-j", "0", environment / "lib"], out=subprocess.DEVNULL)


def _train(log: Path) -> None:
    data = ["data/nlu", "data/rules", "data/stories"]
    launch = [RASA / "bin" / "python", "-m", "bot.nlu.launch", "train", "--force"]
    call([*launch, "--data", *data, "--fixed-model-name", "motcua", "--out", MODELS], log)
