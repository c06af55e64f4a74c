"""How far a job is, for the page that waits for it."""

from __future__ import annotations

from typing import Annotated

from anyio.to_thread import run_sync
from fastapi import APIRouter, Depends, Request
from pydantic import BaseModel

from bot.channels.problems import Problem
from bot.jobs.jobs import Jobs
from bot.staff.roles import May
from bot.web.staff.guard import Me, needs

router = APIRouter()
Anybody = Annotated[Me, Depends(needs(May.LOOK_UP))]  # it says nothing of what it works on


class Progress(BaseModel):
    state: str
    step: str
    done: int
    total: int


def no_job() -> Problem:
    return Problem(404, "no-job", "Không có việc này", "Việc này chưa từng chạy.")


def jobs_of(request: Request) -> Jobs:
    return Jobs(request.app.state.store)


Work = Annotated[Jobs, Depends(jobs_of)]


@router.get("/staff/api/jobs/{job}")
async def progress(job: int, me: Anybody, jobs: Work) -> Progress:
    """State running, done or failed; the step it is at, or its last word."""
    row = await run_sync(jobs.get, job)
    if row is None:
        raise no_job()
    return Progress(state=row.state, step=row.step, done=row.done, total=row.total)
