#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Real servers on 127.0.0.1, without a change to the machine. See README.md beside this file.

  lab.py install           fetch what is missing into the cache
  lab.py check             is all there? ends with 1 and says what is not
  lab.py up                for tests: free ports, in the foreground, inventory as the first line of output
  lab.py up --practice     fixed ports, in the background; the window lists what runs
  lab.py down | status     of the practice lab
"""

import argparse
import contextlib
import fcntl
import json
import os
import signal
import sys
import time

sys.dont_write_bytecode = True

import broken  # noqa: E402
import inventory  # noqa: E402
import packages  # noqa: E402
import places  # noqa: E402
import processes  # noqa: E402
from places import LabError  # noqa: E402
from supervisor import Supervisor  # noqa: E402


def practice_lock():
    """The lock that a running practice lab holds; None when one does."""
    path = places.practice_inventory().with_suffix(".lock")
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    lock = open(path, "w")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        lock.close()
        return None
    return lock


def up(options) -> int:
    if options.practice:
        return up_practice(options)
    # Those that misbehave, and keyrings, need nothing of sshd: alone they start at once.
    if options.broken:
        options.server = [*(options.server or []), *(variant.id for variant in broken.BROKEN)]
    alone = (options.hostile or options.keyring or options.broker or options.hostile_broker or options.snmp
             or options.snmptrapd or options.ntp or options.delayed_path or options.hostile_clocks) and not options.all and options.server is None
    supervisor = Supervisor([] if alone else options.server, practice=False, hostile=options.hostile,
                            keyrings=options.keyring, broker=options.broker, hostile_brokers=options.hostile_broker,
                            snmp=options.snmp or options.snmptrapd, snmptrapd=options.snmptrapd,
                            ntp=options.ntp or bool(options.delayed_path), hostile_clocks=options.hostile_clocks,
                            paths=options.delayed_path)
    try:
        print(json.dumps(supervisor.up(), ensure_ascii=False), flush=True)
        supervisor.serve(output=sys.stdout)
    finally:
        supervisor.down()
    return 0


def up_practice(options) -> int:
    lock = practice_lock()
    if lock is None:
        return show(options)
    if packages.wrong_anywhere():
        packages.install()
    told, tell = os.pipe()
    if os.fork() > 0:
        os.close(tell)
        lock.close()
        with os.fdopen(told, encoding="utf-8") as pipe:
            problem = pipe.read()
        if problem != "ready\n":
            raise LabError(problem.strip() or "the practice lab ended at once")
        return show(options)
    os.close(told)
    os.setsid()
    if os.fork() > 0:
        os._exit(0)
    run_practice(options, tell)
    os._exit(0)


def run_practice(options, tell: int) -> None:
    """The background process. It keeps nothing of the terminal that it was started from."""
    null = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(null, descriptor)
    os.chdir("/")
    path = places.practice_inventory()
    supervisor = None
    try:
        supervisor = Supervisor(options.server, practice=True, hostile=False,
                                broker=options.server is None and not packages.check_broker(),
                                snmp=options.server is None and not packages.check_snmp(),
                                ntp=options.server is None and not packages.check_ntp())
        inventory.write(path, supervisor.up())
        os.write(tell, b"ready\n")
        os.close(tell)
        supervisor.serve()
    except Exception as error:  # Told to the waiting parent, whatever it is; this process has no terminal.
        with contextlib.suppress(OSError):
            os.write(tell, f"{error}\n".encode())
    finally:
        path.unlink(missing_ok=True)
        if supervisor:
            supervisor.down()


def show(options) -> int:
    content = inventory.read_practice()
    if content is None:
        raise LabError("the practice lab is starting or stopping just now")
    print(json.dumps(content, ensure_ascii=False) if options.json else inventory.table(content))
    return 0


def status(options) -> int:
    lock = practice_lock()
    if lock is None:
        return show(options)
    lock.close()
    wrong = packages.check()
    print(json.dumps({"type": "lab", "servers": [], "problem": wrong}) if options.json
          else f"The practice lab is not running.{' ' + wrong if wrong else ''}")
    return 1


def down(_options) -> int:
    content = inventory.read_practice()
    deadline = time.monotonic() + 20
    told = False
    while (lock := practice_lock()) is None:
        if content and not told:
            # The lock is held, so the pid in the inventory is that of the lab and of nobody else.
            os.kill(content["pid"], signal.SIGTERM)
            told = True
        if time.monotonic() > deadline:
            raise LabError("the practice lab does not end")
        processes.pause(0.05)
        content = content or inventory.read_practice()
    places.practice_inventory().unlink(missing_ok=True)
    lock.close()
    return 0


def install(_options) -> int:
    packages.install()
    return 0


def check(_options) -> int:
    wrong = packages.wrong_anywhere()
    if wrong:
        raise LabError(wrong)
    return 0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", action="store_true", help="print JSON")
    verbs = parser.add_subparsers(dest="verb", required=True)
    for verb in (install, check, up, down, status):
        each = verbs.add_parser(verb.__name__)
        each.set_defaults(run=verb)
        each.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help="print JSON")
        if verb is up:
            each.add_argument("--practice", action="store_true", help="fixed ports, in the background")
            each.add_argument("--server", action="append", metavar="ID", help="only this one; may be repeated")
            each.add_argument("--all", action="store_true", help="every server: what happens without --server")
            each.add_argument("--keyring", action="append", metavar="ID", help="a keyring on a bus of its own: open, locked")
            each.add_argument("--broken", action="store_true", help="the servers with one fault each")
            each.add_argument("--broker", action="store_true", help="an MQTT broker with six listeners")
            each.add_argument("--hostile-broker", action="store_true", help="MQTT brokers that misbehave")
            each.add_argument("--snmp", action="store_true", help="an SNMP agent with every level and algorithm")
            each.add_argument("--snmptrapd", action="store_true", help="the agent, and a receiver of traps")
            each.add_argument("--ntp", action="store_true", help="NTP servers: plain, with keys, with NTS")
            each.add_argument("--delayed-path", action="append", metavar="OUT:BACK[:JITTER]",
                              help="a way of so many milliseconds to the plain one; may be repeated")
            each.add_argument("--hostile-clocks", action="store_true", help="NTP servers that lie")
            each.add_argument("--hostile", action="store_true", help="also servers that misbehave")
    options = parser.parse_args()
    if sys.platform != "linux":
        raise LabError("the lab runs on Linux only")
    return options.run(options)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except LabError as error:
        places.say(str(error))
        sys.exit(1)
    except BrokenPipeError:
        os._exit(1)  # Whoever read the list has seen enough.
    except KeyboardInterrupt:
        sys.exit(130)
