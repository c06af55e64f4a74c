"""Reads the turn log for the figures before somebody asks for them."""

from __future__ import annotations

import asyncio
import logging
from datetime import timedelta

from anyio.to_thread import run_sync
from sqlalchemy.exc import SQLAlchemyError

from bot.clock import today
from bot.insight.report import Insight

REST_S = 0.05  # between two days: citizens come first
log = logging.getLogger(__name__)


async def warm_up(insight: Insight) -> None:
    """Day by day up to yesterday; what fails is read when it is asked for."""
    try:
        day = await run_sync(insight.first_day)
        while day and day < today():
            await run_sync(insight.warm, day)
            await asyncio.sleep(REST_S)
            day += timedelta(days=1)
    except SQLAlchemyError as error:
        log.warning("figures are not read beforehand: %s", type(error).__name__)
