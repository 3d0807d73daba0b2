"""Compare the interfaces with those of the last commit: no change may break who talks to them.

Builds a descriptor set of ``proto/`` as it is and as it was, and hands both to ``buf breaking``. As it
was: in the last commit, or, where nothing has changed since, in the one before.
"""

from __future__ import annotations

import io
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from generate import PROTO, descriptor_set

ROOT = PROTO.parent


def git(*arguments: str) -> bytes | None:
    """Return what git prints, or ``None`` where it fails."""
    try:
        return subprocess.run(
            ["git", "-C", str(ROOT), *arguments], check=True, capture_output=True
        ).stdout
    except (OSError, subprocess.CalledProcessError):
        return None


def main() -> int:
    changed = git("status", "--porcelain", "--", "proto")
    archive = git("archive", "--format=zip", "HEAD" if changed else "HEAD~1", "proto")
    if archive is None:
        print("breaking changes: not checked, there is no earlier commit to compare with")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        old, new = Path(folder, "old.binpb"), Path(folder, "new.binpb")
        zipfile.ZipFile(io.BytesIO(archive)).extractall(folder)
        descriptor_set(old, Path(folder, "proto"))
        descriptor_set(new)
        config = ["--config", str(PROTO / "buf.yaml")]
        buf = Path(sys.executable).with_name("buf")
        return subprocess.run(
            [buf, "breaking", str(new), "--against", str(old), *config], check=False
        ).returncode


if __name__ == "__main__":
    raise SystemExit(main())
