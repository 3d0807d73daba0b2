"""How long it takes to import, and how much room it takes on a disk."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

from benchmarks import peer

ROOT = Path(__file__).resolve().parents[1]
IMPORT_TARGET, MEGABYTES_TARGET = 1.5, 45
RUNS = 15


def _import_seconds(python: str, statement: str) -> float:
    code = f"import time; t = time.perf_counter(); {statement}; print(time.perf_counter() - t)"
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
    done = subprocess.run(
        [python, "-c", code], check=True, capture_output=True, text=True, env=environment
    )
    return float(done.stdout)


def _megabytes(folder: Path) -> float:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6


def _install(folder: Path, *what: str) -> tuple[str, float]:
    """Install into a new environment; return its Python, and the megabytes that were added."""
    subprocess.run([sys.executable, "-m", "venv", folder], check=True)
    site = next(folder.glob("lib/python*/site-packages"))
    before = _megabytes(site)
    python = str(folder / "bin" / "python")
    command = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *what]
    subprocess.run(command, check=True)
    return python, _megabytes(site) - before


def main() -> bool:
    """Print the figures, and return whether the targets are met."""
    with tempfile.TemporaryDirectory() as folder:
        ours, ours_size = _install(Path(folder, "ours"), str(ROOT))
        theirs, theirs_size = _install(Path(folder, "theirs"), f"yandexcloud=={peer.VERSION}")
        statements = {
            "import grpc": (ours, "import grpc"),
            "import ycgrpc": (ours, "import ycgrpc"),
            "  with one client": (ours, "from ycgrpc import Client"),
            "  with both clients": (ours, "from ycgrpc import AsyncClient, Client"),
            "import yandexcloud": (theirs, "import yandexcloud"),
        }
        for python, statement in statements.values():
            _import_seconds(python, statement)  # compiles
        seconds: dict[str, list[float]] = {name: [] for name in statements}
        for _ in range(RUNS):
            for name, (python, statement) in statements.items():
                seconds[name].append(_import_seconds(python, statement))
    print(f"Import, installed from a wheel, median of {RUNS} interleaved runs.")
    ratios = {
        name: median(a / b for a, b in zip(found, seconds["import grpc"], strict=True))
        for name, found in seconds.items()
    }
    for name, found in seconds.items():
        verdict = ""
        if name == "import ycgrpc":
            verdict = "met" if ratios[name] <= IMPORT_TARGET else "MISSED"
            verdict = f"  at most {IMPORT_TARGET}: {verdict}"
        print(f"  {name:20} {median(found) * 1e3:6.0f} ms {ratios[name]:5.2f}{verdict}")
    fits = ours_size <= MEGABYTES_TARGET
    print("Installed size, with the core dependencies.")
    verdict = "met" if fits else "MISSED"
    print(f"  ycgrpc               {ours_size:6.1f} MB  at most {MEGABYTES_TARGET}: {verdict}")
    print(f"  yandexcloud          {theirs_size:6.1f} MB")
    return fits and ratios["import ycgrpc"] <= IMPORT_TARGET
