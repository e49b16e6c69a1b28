# SPDX-License-Identifier: GPL-3.0-or-later
"""Children that never outlive the lab: death signals, the tree below a process, signals by pid."""

import ctypes
import os
import signal
import select
import subprocess
from pathlib import Path

PR_SET_PDEATHSIG = 1
PR_SET_CHILD_SUBREAPER = 36
_libc = ctypes.CDLL(None, use_errno=True)


def become_subreaper() -> None:
    """Sessions that outlive their server become our children, so that stopping finds them."""
    _libc.prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def die_with_parent() -> None:
    """For preexec_fn: runs in the child after setuid, which would clear it."""
    _libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)


def spawn(command: list[str], env: dict[str, str], log: Path, identity: tuple[int, int] | None,
          given: int = subprocess.DEVNULL) -> int:
    """Starts `command` in its own session, as (uid, gid) when given, and returns its pid. `given` is its
    standard input."""
    drop = {} if identity is None else {"user": identity[0], "group": identity[1], "extra_groups": []}
    with open(log, "ab") as output:
        child = subprocess.Popen(
            command, env=env, cwd="/", stdin=given, stdout=output, stderr=output,
            start_new_session=True, preexec_fn=die_with_parent, **drop,
        )
    # The supervisor reaps by waitpid(-1); Popen must not wait for the same pid.
    child.returncode = 0
    return child.pid


def parents() -> dict[int, int]:
    """pid -> parent of every process that /proc shows."""
    table = {}
    for entry in os.scandir("/proc"):
        if not entry.name.isdigit():
            continue
        try:
            stat = Path(entry.path, "stat").read_text(encoding="utf-8", errors="replace")
        except OSError:
            continue
        # The command name stands in parentheses and may hold anything; the parent follows the state.
        table[int(entry.name)] = int(stat.rpartition(")")[2].split()[1])
    return table


def below(pid: int) -> list[int]:
    """Descendants of `pid`, the nearest first."""
    table = parents()
    found: list[int] = []
    level = {pid}
    while level:
        level = {child for child, parent in table.items() if parent in level}
        found.extend(sorted(level))
    return found


def send(pids: list[int], number: int) -> None:
    for pid in pids:
        try:
            os.kill(pid, number)
        except ProcessLookupError:
            pass


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def pause(seconds: float = 0.01) -> None:
    """Between two looks at a condition. A signal ends it early."""
    select.select([], [], [], seconds)
