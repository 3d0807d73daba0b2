"""The environment variables of the process, which may be secrets."""

from __future__ import annotations


class Environment(dict[str, str]):
    """A copy of the variables that no traceback shows, local variables included."""

    def __repr__(self) -> str:
        return f"<{len(self)} environment variables>"
