#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The real window on an X server of its own: key to pixel beside xterm, and a flood of output.

  window.py [latency|flood] [--keys N] [--seconds N] [--realtime]

Keys are pressed by XTest, pixels read by shared memory, both from the same process; `cat` echoes at the far end. The
terminals are measured one after the other in the same run: Portolan and xterm with ssh against the same sshd, and
xterm with a local cat for what the machine itself costs.
"""

import argparse
import json
import os
import pathlib
import subprocess
import sys
import time

sys.dont_write_bytecode = True
SOURCE = pathlib.Path(os.environ.get("PORTOLAN_SOURCE_DIR") or pathlib.Path(__file__).resolve().parents[2])
sys.path.insert(0, str(SOURCE / "tests/ui/window"))

import desktop  # noqa: E402
import latency  # noqa: E402
import portolan  # noqa: E402

import packages  # noqa: E402
import processes  # noqa: E402

BOX = (0, 0, 1200, 760)
# The title tells that cat listens; a steady cursor, so that what changes is what was typed.
CAT = "printf '\\033]0;ready\\007\\033[2J\\033[H\\033[2 q'; exec cat"


def say(name, figures):
    print(f"{name:<28}" + "  ".join(f"{key} {value}" for key, value in figures.items()), flush=True)


def ssh_line(inventory, server):
    fixed = ["-F", "none", "-p", str(server["port"]), "-i", inventory["client"]["ed25519"], "-o", "IdentitiesOnly=yes",
             "-o", f"UserKnownHostsFile={server['known_hosts']}"]
    return ["ssh", *fixed, f"{server['user']}@{server['host']}"]


def in_xterm(stage, name, command, keys):
    title = "bench-" + name.replace(" ", "-")
    words = ["xterm", "-fa", "D2Coding", "-fs", "11", "-geometry", "130x40+0+0", "-T", title, "-e", *command]
    child = stage.spawn(words)
    stage.until_active("ready$")
    figures = latency.summary(latency.measure(stage.env["DISPLAY"], BOX, keys))
    child.terminate()
    child.wait()
    say(name, figures)
    return figures


def in_portolan(stage, server, keys):
    window = portolan.Portolan(stage, size=BOX[2:])
    window.log_in(server)
    window.run(CAT)
    stage.until_active("ready")
    figures = latency.summary(latency.measure(stage.env["DISPLAY"], BOX, keys))
    window.quit()
    say("portolan, ssh", figures)
    return figures


def measure_latency(keys):
    with desktop.lab("--server", "publickey") as (inventory, _), desktop.Desktop() as stage:
        server = inventory["servers"][0]
        local = in_xterm(stage, "xterm, local", ["sh", "-c", CAT], keys)
        peer = in_xterm(stage, "xterm, ssh", [*ssh_line(inventory, server), "-t", CAT], keys)
        ours = in_portolan(stage, server, keys)
    print(f"portolan / xterm, both over ssh: p50 {ours['p50_ms'] / peer['p50_ms']:.2f}, "
          f"p95 {ours['p95_ms'] / peer['p95_ms']:.2f}   (aim: p95 of 8 ms or less)")
    return {"xterm_local": local, "xterm_ssh": peer, "portolan_ssh": ours}


def memory(pid):
    for line in pathlib.Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    return 0.0


def flooded(stage, inventory, seconds):
    """One session; `yes` for so many seconds, none for 0. Returns the figures after the window has ended."""
    gaps = stage.folder / f"gap-{seconds}.json"
    window = portolan.Portolan(stage, size=BOX[2:], env={"PORTOLAN_GUI_GAP": str(gaps)})
    window.log_in(inventory["servers"][0])
    pid = window.process.pid
    figures = {"rss_before_mb": round(memory(pid), 1)}
    end = time.monotonic() + (seconds or 5)
    if seconds:
        window.run("yes | dd bs=64k 2> counted; date +%s.%N > ended")
    most = 0.0
    while time.monotonic() < end:
        processes.pause(0.5)
        most = max(most, memory(pid))
    if seconds:
        home = pathlib.Path(inventory["home"])
        stopped = time.time()
        stage.key("ctrl+c")
        # The shell takes Ctrl+C for the list too; a line of its own tells that it listens again.
        window.run("date +%s.%N > ended")
        desktop.until(lambda: (home / "ended").exists() and (home / "ended").read_text().strip(), "the shell again")
        figures["prompt_after_ctrl_c_ms"] = round((float((home / "ended").read_text()) - stopped) * 1000)
        counted = (home / "counted").read_text().splitlines()[-1].split()[0]
        figures["mb_per_s"] = round(int(counted) / seconds / 1e6, 1)
    figures["rss_most_mb"] = round(most, 1)
    window.quit()
    figures["worst_gap_ms"] = round(json.loads(gaps.read_text())["worst_gap_ms"], 1)
    return figures


def peer_rate(inventory, seconds):
    """The same flood through a pseudo terminal into OpenSSH's client, which draws nothing: what the server gives."""
    command = [*ssh_line(inventory, inventory["servers"][0]), "-tt", f"timeout {seconds} yes | dd bs=64k"]
    done = subprocess.run(command, capture_output=True, stdin=subprocess.DEVNULL, check=True)
    return int(done.stdout.splitlines()[-1].split()[0]) / seconds / 1e6


def measure_flood(seconds):
    with desktop.lab("--server", "publickey") as (inventory, _), desktop.Desktop() as stage:
        say("ssh into nothing, 5 s", {"mb_per_s": round(peer_rate(inventory, 5), 1)})
        calm = flooded(stage, inventory, 0)
        say("login and 5 s at rest", calm)
        storm = flooded(stage, inventory, seconds)
        say(f"login and {seconds} s of yes", storm)
    return {"calm": calm, "storm": storm}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", nargs="?", choices=("latency", "flood"))
    parser.add_argument("--keys", type=int, default=300)
    parser.add_argument("--seconds", type=int, default=30)
    parser.add_argument("--realtime", action="store_true", help="ahead of other work on a busy machine (root)")
    options = parser.parse_args()
    if options.realtime:
        os.sched_setscheduler(0, os.SCHED_RR, os.sched_param(5))
    wrong = desktop.missing_programs(also=("xterm", "ssh"))
    if wrong or packages.check() or not portolan.PROGRAM.exists():
        print(f"cannot be measured here: {', '.join(wrong) or packages.check() or f'no {portolan.PROGRAM}'}")
        return 77
    figures = {}
    if options.what in (None, "latency"):
        figures["latency"] = measure_latency(options.keys)
    if options.what in (None, "flood"):
        figures["flood"] = measure_flood(options.seconds)
    print(json.dumps(figures))
    return 0


if __name__ == "__main__":
    sys.exit(main())
