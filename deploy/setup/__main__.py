"""`python3 -m deploy.setup [--dev]`: builds what is missing, resumes what was interrupted."""

from __future__ import annotations

import argparse
import signal
import subprocess
import sys
import time

from bot.private import private_file, private_folder
from deploy.setup.plan import LOGS, ROOT, STAMPS, plan
from deploy.setup.progress import showing_progress
from deploy.setup.step import Step
from deploy.setup.trouble import Trouble, check_disk

DISK_GB = 7


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dev", action="store_true", help="also what tests and checks need")
    for ends in (signal.SIGTERM, signal.SIGHUP):  # as Ctrl-C: no command goes on without us
        signal.signal(ends, signal.default_int_handler)
    try:
        build(plan(dev=parser.parse_args().dev))
    except Trouble as trouble:
        print(f"\n{trouble}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped; the same command goes on from here.", file=sys.stderr)
        return 130
    return 0


def build(steps: list[Step]) -> None:
    missing = [step for step in steps if not step.is_done(STAMPS)]
    if missing and missing[0].name == "app":
        check_disk(ROOT, DISK_GB)
    for step in missing:
        number = steps.index(step) + 1
        _perform(step, f"[{number}/{len(steps)}] {step.says}")


def _perform(step: Step, title: str) -> None:
    log = LOGS / f"setup-{step.name}.log"
    private_folder(log.parent)
    private_file(log)
    log.write_text("")
    print(f"{title} …", flush=True)
    began = time.monotonic()
    try:
        with showing_progress(log):
            step.run(log)
    except subprocess.TimeoutExpired as error:
        raise Trouble(
            f"The step '{step.name}' was ended after {error.timeout / 60:.0f} min, which is too "
            f"long: look into {log.relative_to(ROOT)} and at the network, then run the same "
            "command again (SETUP_LIMIT_MIN=120 gives it two hours)."
        ) from None
    except subprocess.CalledProcessError as error:
        tail = "\n".join(log.read_text(errors="replace").splitlines()[-15:])
        raise Trouble(
            f"{tail}\n\nThe step '{step.name}' failed (exit {error.returncode}); the whole output "
            f"is in {log.relative_to(ROOT)}. After mending, the same command goes on from here."
        ) from None
    step.stamp(STAMPS)
    print(f"    done in {time.monotonic() - began:.0f} s", flush=True)


if __name__ == "__main__":
    sys.exit(main())
