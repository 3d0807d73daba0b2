"""Performs what flows ask of the world beside the service, by blocking."""

from __future__ import annotations

import inspect
import random
import time
from typing import Any

from ycgrpc import _machine
from ycgrpc._core.effects import Chance, Effect, HttpGet, Invoke, Run, WallTime
from ycgrpc.errors import ConfigurationError


def perform(effect: Effect) -> Any:
    """Return the result of an effect.

    Raises:
        ConfigurationError: A function of the caller's wants to be awaited.
        OSError: This machine does not offer what is asked for.
    """
    match effect:
        case WallTime():
            return time.time()
        case Chance():
            return random.random()  # noqa: S311 - no secret hangs on it
        case HttpGet():
            return _machine.http_get(effect)
        case Run():
            return _machine.run(effect)
        case Invoke(function):
            given = function()
            if inspect.isawaitable(given):
                if inspect.iscoroutine(given):
                    given.close()  # or Python complains that nobody awaited it
                raise ConfigurationError(
                    "a coroutine function is for AsyncClient: give a plain one"
                )
            return given
        case _:
            raise TypeError(f"no effect: {effect!r}")
