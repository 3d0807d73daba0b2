"""yandexcloud, in this process beside ours, from the folder that ``make`` put it in."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from typing import Any

VERSION = "0.413.0"
FOLDER = Path(sys.prefix, "peers", f"yandexcloud-{VERSION}")


def module(name: str) -> Any:
    """Import one of its modules."""
    if str(FOLDER) not in sys.path:
        sys.path.append(str(FOLDER))
    return importlib.import_module(name)
