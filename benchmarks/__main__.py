"""Run the pages of the benchmark, all or those that are named: ``python -m benchmarks [calls] ...``."""

from __future__ import annotations

import sys

from benchmarks import calls, emulator, footprint, operations, speech

PAGES = {
    "calls": calls.main,
    "footprint": footprint.main,
    "emulator": emulator.main,
    "operations": operations.main,
    "speech": speech.main,
}


def main() -> int:
    names = sys.argv[1:] or list(PAGES)
    if unknown := sorted(set(names) - set(PAGES)):
        print(f"no page {unknown[0]!r}; there are: {', '.join(PAGES)}", file=sys.stderr)
        return 2
    met = [PAGES[name]() for name in names]
    return 0 if all(met) else 1


if __name__ == "__main__":
    sys.exit(main())
