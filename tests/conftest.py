"""Fixtures for all tests: no variable of the shell and no metadata service of the machine gets in."""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile(
    "ycgrpc",
    deadline=None,  # what a test takes is no test
    derandomize=True,  # the same examples each time
    max_examples=100,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("ycgrpc")


@pytest.fixture(autouse=True)
def _no_variables_of_the_shell(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in os.environ:
        if name.startswith(("YC_", "YCGRPC_")):
            monkeypatch.delenv(name)
    # Nor does any test ask the metadata service of the machine that it runs on.
    monkeypatch.setenv("YC_METADATA_ADDR", "127.0.0.1:1")
