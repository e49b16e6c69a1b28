#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How long the window takes to start, and to bring forty SSH sessions back, and what memory that takes.

  sessions.py [start|restore] [--tabs N] [--runs N]

start: from the start of the program to its mapped window, and memory 5 s later; Konsole beside it in the same run.
restore: the window is killed with N tabs open and started again with "connect all"; until every shell runs on the
server. Beside it the same number of logins by ssh, six at a time as the window does, for what the server itself takes.
"""

import argparse
import json
import os
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import time

sys.dont_write_bytecode = True
SOURCE = pathlib.Path(os.environ.get("PORTOLAN_SOURCE_DIR") or pathlib.Path(__file__).resolve().parents[2])
sys.path.insert(0, str(SOURCE / "tests/ui/window"))

import desktop  # noqa: E402
import portolan  # noqa: E402
from desktop import until  # noqa: E402

import packages  # noqa: E402
import processes  # noqa: E402

AT_ONCE = 6


def say(name, figures):
    print(f"{name:<30}" + "  ".join(f"{key} {value}" for key, value in figures.items()), flush=True)


def memory(pid):
    """Resident and proportional memory in MB."""
    found = {}
    for line in pathlib.Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
        name, _, rest = line.partition(":")
        if name in ("Rss", "Pss"):
            found[f"{name.lower()}_mb"] = round(int(rest.split()[0]) / 1024, 1)
    return found


def started(stage, command, title):
    before = time.monotonic()
    child = stage.spawn(command)
    while not stage.windows(title):
        if child.poll() is not None or time.monotonic() - before > desktop.DEADLINE:
            raise desktop.Missed(f"{command[0]} showed no window: {stage.log(pathlib.Path(command[0]).name)}")
        processes.pause(0.002)
    return child, (time.monotonic() - before) * 1000


def measure_start(runs):
    figures = {}
    programs = {"portolan": ([str(portolan.PROGRAM), "--new-window"], "Portolan$")}
    if shutil.which("konsole"):
        programs["konsole"] = (["konsole", "--separate", "-e", "sh"], ".")
    with desktop.Desktop() as stage:
        for name, (command, title) in programs.items():
            times, use = [], {}
            for run in range(runs + 1):
                child, milliseconds = started(stage, command, title)
                if run:  # the first one reads the disk
                    times.append(milliseconds)
                if run == runs:
                    processes.pause(5)
                    use = memory(child.pid)
                child.terminate()
                child.wait()
                until(lambda: not stage.windows(title), "the window gone")
            figures[name] = {"start_ms": round(sorted(times)[len(times) // 2]), **use}
            say(f"{name}, start and 5 s idle", figures[name])
    return figures


def shells(server):
    """Shells that run below this sshd: its processes that hold a terminal."""
    count = 0
    for folder in pathlib.Path("/proc").glob("[0-9]*"):
        try:
            words = (folder / "cmdline").read_bytes()
        except OSError:
            continue
        if words.startswith(b"sshd") and f"{server['user']}@pts".encode() in words:
            count += 1
    return count


def kept(stage):
    path = pathlib.Path(stage.env["PORTOLAN_HOME"], "data/portolan.db")
    try:
        with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as database:
            row = database.execute("SELECT value FROM settings WHERE key = 'session/windows'").fetchone()
        return bytes(row[0]).count(b"ssh://") if row else 0
    except sqlite3.Error:
        return 0


def by_ssh(inventory, server, tabs):
    fixed = ["ssh", "-F", "none", "-p", str(server["port"]), "-i", inventory["client"]["ed25519"], "-o", "IdentitiesOnly=yes",
             "-o", f"UserKnownHostsFile={server['known_hosts']}", f"{server['user']}@{server['host']}", "true"]
    before = time.monotonic()
    running = []
    for _ in range(tabs):
        while len(running) >= AT_ONCE:
            running = [each for each in running if each.poll() is None]
            processes.pause(0.002)
        running.append(subprocess.Popen(fixed, stdin=subprocess.DEVNULL))
    for each in running:
        each.wait()
    return time.monotonic() - before


def measure_restore(tabs):
    with desktop.lab("--server", "publickey") as (inventory, _), desktop.Desktop() as stage:
        server = inventory["servers"][0]
        home = pathlib.Path(stage.env["PORTOLAN_HOME"])
        (home / "config").mkdir(parents=True)
        shutil.copy(server["known_hosts"], home / "config/known_hosts")
        # Another keepalive is another connection: each tab has one of its own.
        urls = [f"{server['url']}?identity={server['identity']}&keepalive={30 + i}" for i in range(tabs)]
        first = stage.spawn([str(portolan.PROGRAM), *urls])
        until(lambda: kept(stage) == tabs, f"{tabs} tabs to be kept; there are {kept(stage)}")
        until(lambda: shells(server) == tabs, f"{tabs} shells; there are {shells(server)}")
        first.kill()
        first.wait()
        until(lambda: shells(server) == 0, "the server to notice")
        with sqlite3.connect(home / "data/portolan.db") as database:
            database.execute("INSERT OR REPLACE INTO settings (key, kind, value) VALUES ('session/connect', 'text', 'all')")
        child, window = started(stage, [str(portolan.PROGRAM)], ".")
        before = time.monotonic() - window / 1000
        until(lambda: shells(server) == tabs, f"{tabs} shells again; there are {shells(server)}")
        seconds = time.monotonic() - before
        processes.pause(3)
        figures = {"tabs": tabs, "window_ms": round(window), "restored_s": round(seconds, 2), **memory(child.pid)}
        child.terminate()
        child.wait()
        figures["ssh_alone_s"] = round(by_ssh(inventory, server, tabs), 2)
        say("restore", figures)
    return figures


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", nargs="?", choices=("start", "restore"))
    parser.add_argument("--tabs", type=int, default=40)
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    wrong = desktop.missing_programs(also=("ssh",))
    if wrong or packages.check() or not portolan.PROGRAM.exists():
        print(f"cannot be measured here: {', '.join(wrong) or packages.check() or f'no {portolan.PROGRAM}'}")
        return 77
    figures = {}
    if options.what in (None, "start"):
        figures["start"] = measure_start(options.runs)
    if options.what in (None, "restore"):
        figures["restore"] = measure_restore(options.tabs)
    print(json.dumps(figures))
    return 0


if __name__ == "__main__":
    sys.exit(main())
