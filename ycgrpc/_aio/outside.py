"""Performs what flows ask of the world beside the service, by awaiting."""

from __future__ import annotations

import asyncio
import inspect
import random
import time
from typing import Any

from ycgrpc import _machine
from ycgrpc._core.effects import Chance, Effect, HttpGet, Invoke, Run, WallTime


async def perform(effect: Effect) -> Any:
    """Return the result of an effect.

    Raises:
        OSError: This machine does not offer what is asked for.
    """
    match effect:
        case WallTime():
            return time.time()
        case Chance():
            return random.random()  # noqa: S311 - no secret hangs on it
        case HttpGet():
            return await asyncio.to_thread(_machine.http_get, effect)
        case Run():
            return await asyncio.to_thread(_machine.run, effect)
        case Invoke(function):
            if inspect.iscoroutinefunction(function):
                return await function()
            given = await asyncio.to_thread(function)  # it may block
            return await given if inspect.isawaitable(given) else given
        case _:
            raise TypeError(f"no effect: {effect!r}")
