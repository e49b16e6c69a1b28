# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the lab keeps things: unpacked packages in the cache, a running lab in the temp folder, nothing elsewhere."""

import os
import platform
import sys
from pathlib import Path


class LabError(Exception):
    """One sentence for the person in front of it; the lab ends with exit code 1."""


def cache() -> Path:
    base = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
    return Path(base) / "portolan"


def unpacked() -> Path:
    """Root of the packages unpacked by `lab.py install`."""
    return cache() / "lab" / "root"


def practice_keys() -> Path:
    """Host keys of the practice lab outlive a restart: a window that has accepted them must not see them change."""
    return cache() / "lab" / "practice-keys"


def practice_inventory() -> Path:
    """The file that the window reads. PORTOLAN_PRACTICE_LAB names another one, for tests."""
    chosen = os.environ.get("PORTOLAN_PRACTICE_LAB")
    if chosen:
        return Path(chosen)
    runtime = os.environ.get("XDG_RUNTIME_DIR")
    base = Path(runtime) / "portolan" if runtime and os.path.isdir(runtime) else cache()
    return base / "practice-lab.json"


def replay_agent() -> Path | None:
    """The newest build of the replay agent of this tree, if there is one."""
    tree = Path(__file__).resolve().parents[2]
    built = [path for path in tree.glob("build/*/lab/snmpagent") if os.access(path, os.X_OK)]
    return max(built, key=lambda path: path.stat().st_mtime, default=None)


def triplet() -> str:
    return f"{platform.machine()}-linux-gnu"


def library_folders(root: Path) -> list[Path]:
    return [root / "usr/lib" / triplet(), root / "lib" / triplet()]


def say(text: str) -> None:
    print(f"lab: {text}", file=sys.stderr, flush=True)
