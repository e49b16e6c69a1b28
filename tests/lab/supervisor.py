# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs a lab until it is told to stop, its standard input ends, or its parent is gone; then nothing is left of it.

Commands on standard input, one a line, each answered by one JSON line: `kill ID` (the server and its sessions die at
once), `drop ID` (sessions only), `stop ID` (ends politely), `freeze ID`, `thaw ID`, `start ID`, `logs ID`, `status`,
`quit`.
"""

import fcntl
import json
import os
import select
import shutil
import signal
import socket
import tempfile
import time
from pathlib import Path

import hostilebroker
import inventory
import processes
from broker import BrokerLab
from delayedpath import DelayedPaths
from hostile import HostileLab
from hostileclock import HostileClocks
from keyring import KeyringLab
from ntp import NtpLab
from places import LabError
from ports import free_ports
from snmp import SnmpLab
from sshd import SshLab, give

PREFIX = "portolan-lab-"
START_DEADLINE = 30.0
STOP_DEADLINE = 5.0


class Supervisor:
    def __init__(self, wanted: list[str] | None, practice: bool, hostile: bool,
                 keyrings: list[str] | None = None, broker: bool = False, hostile_brokers: bool = False,
                 snmp: bool = False, snmptrapd: bool = False, ntp: bool = False, hostile_clocks: bool = False,
                 paths: list[str] | None = None):
        sweep()
        self.practice = practice
        self.folder, self.lock = locked_folder()
        self.parent = os.getppid()
        self.stopping = False
        self.input = b""
        self.exited: dict[int, int] = {}
        self.hostile = HostileLab() if hostile else None
        self.hostile_brokers = HostileLab(hostilebroker.MODES, "mqtt://127.0.0.1:") if hostile_brokers else None
        self.hostile_clocks = HostileClocks() if hostile_clocks else None
        self.broker: BrokerLab | None = None
        self.snmp: SnmpLab | None = None
        self.ntp: NtpLab | None = None
        self.paths: DelayedPaths | None = None
        try:
            self.ssh = SshLab(self.folder, wanted, practice)
            self.keyrings = KeyringLab(self.folder, keyrings or [])
            if broker:
                self.broker = BrokerLab(self.folder, practice, self.ssh.identity)
            if snmp:
                self.snmp = SnmpLab(self.folder, practice, self.ssh.identity, snmptrapd)
            if ntp:
                self.ntp = NtpLab(self.folder, practice, self.ssh.identity)
                self.paths = DelayedPaths(paths or [])
            if self.ssh.identity:
                self.folder.chmod(0o711)
        except LabError:
            self.remove()
            raise

    def up(self) -> dict:
        """Starts everything and returns the inventory."""
        processes.become_subreaper()
        self.ssh.prepare()
        for server in self.ssh.servers.values():
            self.start(server)
        for server in self.ssh.servers.values():
            self.await_banner(server)
        self.keyrings.up()
        for more in (self.broker, self.snmp, self.ntp):
            if more is None:
                continue
            more.prepare(free_ports, give)
            for server in more.servers.values():
                self.start(server)
            for server in more.servers.values():
                self.await_banner(server)
        if self.paths:
            self.paths.start(self.ntp.first_port)
        for hostile in (self.hostile, self.hostile_brokers, self.hostile_clocks):
            if hostile:
                hostile.start()
        return inventory.build(self)

    def start(self, server) -> None:
        self.owner(server).start(server)
        # The number may have belonged to somebody before.
        self.exited.pop(server.pid, None)

    def owner(self, server):
        others = (self.keyrings, self.broker, self.snmp, self.ntp)
        return next((each for each in others if each and server in each.servers.values()), self.ssh)

    def all_servers(self) -> dict:
        others = [each.servers for each in (self.keyrings, self.broker, self.snmp, self.ntp) if each]
        return {name: server for servers in (self.ssh.servers, *others) for name, server in servers.items()}

    def await_banner(self, server) -> None:
        if self.owner(server) is self.keyrings:
            self.keyrings.await_ready(server)
            return
        owner = self.owner(server)
        if owner is not self.ssh:
            owner.await_ready(server, lambda: not self.running(server))
            return
        deadline = time.monotonic() + START_DEADLINE
        while time.monotonic() < deadline:
            self.reap()
            if server.pid in self.exited:
                break
            try:
                with socket.create_connection(("127.0.0.1", server.port), timeout=1.0) as peer:
                    if peer.recv(4) == b"SSH-":
                        return
            except OSError:
                processes.pause()
        log = server.log.read_text(errors="replace").strip().splitlines() if server.log.exists() else []
        raise LabError(f"server {server.variant.id} did not start on port {server.port}: {' / '.join(log[-3:])}")

    def reap(self) -> None:
        try:
            while True:
                pid, status = os.waitpid(-1, os.WNOHANG)
                if pid == 0:
                    return
                self.exited[pid] = status
        except ChildProcessError:
            return

    def serve(self, output=None) -> None:
        """Until the end. `output` takes the answers to commands on standard input; without it, only signals stop us."""
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(number, self.on_signal)
        watched = [] if output is None else [0]
        while not self.stopping:
            ready, _, _ = select.select(watched, [], [], 0.25)
            self.reap()
            self.ssh.clean_pam()
            if output is not None and os.getppid() != self.parent:
                break
            if ready:
                data = os.read(0, 65536)
                if not data:
                    break
                self.input += data
                while b"\n" in self.input and not self.stopping:
                    line, self.input = self.input.split(b"\n", 1)
                    print(json.dumps(self.answer(line.decode(errors="replace"))), file=output, flush=True)

    def on_signal(self, _number, _frame) -> None:
        self.stopping = True

    def answer(self, line: str) -> dict:
        words = line.split()
        verb = words[0] if words else ""
        if verb == "quit":
            self.stopping = True
            return {"ok": True}
        if verb == "status":
            return {"ok": True, "servers": {name: self.running(s) for name, s in self.all_servers().items()}}
        server = self.all_servers().get(words[1]) if len(words) == 2 else None
        action = {
            "kill": self.kill, "drop": self.drop, "stop": self.stop, "freeze": self.freeze, "thaw": self.thaw,
            "start": self.restart, "logs": self.logs,
        }.get(verb)
        if action is None or server is None:
            return {"ok": False, "error": f"not understood: {line}"}
        try:
            return {"ok": True, **(action(server) or {})}
        except LabError as error:
            return {"ok": False, "error": str(error)}

    def running(self, server) -> bool:
        self.reap()
        return server.pid > 0 and server.pid not in self.exited

    def tree(self, server) -> list[int]:
        return [server.pid, *processes.below(server.pid)] if self.running(server) else []

    def kill(self, server) -> None:
        victims = self.tree(server)
        # Frozen first: a server that still runs could start one more session behind our back.
        processes.send(victims[:1], signal.SIGSTOP)
        victims = self.tree(server)
        processes.send(victims, signal.SIGKILL)
        self.await_gone(victims)

    def drop(self, server) -> None:
        victims = self.tree(server)[1:]
        processes.send(victims, signal.SIGKILL)
        self.await_gone(victims)

    def stop(self, server) -> None:
        victims = self.tree(server)
        processes.send(victims, signal.SIGTERM)
        self.await_gone(victims)

    def freeze(self, server) -> None:
        processes.send(self.tree(server), signal.SIGSTOP)

    def thaw(self, server) -> None:
        processes.send(self.tree(server), signal.SIGCONT)

    def restart(self, server) -> None:
        if not self.running(server):
            self.start(server)
        self.await_banner(server)

    def logs(self, server) -> dict:
        return {"log": server.log.read_text(errors="replace")}

    def await_gone(self, pids: list[int]) -> None:
        deadline = time.monotonic() + STOP_DEADLINE
        while True:
            self.reap()
            left = [pid for pid in pids if pid not in self.exited and processes.alive(pid)]
            if not left:
                return
            if time.monotonic() > deadline:
                processes.send(left, signal.SIGKILL)
                deadline = time.monotonic() + STOP_DEADLINE
            processes.pause()

    def down(self) -> None:
        """Ends every process below us, whatever it became, and removes the folder."""
        for threads in (self.hostile, self.hostile_brokers, self.hostile_clocks, self.paths):
            if threads:
                threads.stop()
        mine = processes.below(os.getpid())
        processes.send(mine, signal.SIGCONT)
        processes.send(mine, signal.SIGTERM)
        deadline = time.monotonic() + 1.0
        while (left := processes.below(os.getpid())) and time.monotonic() < deadline + STOP_DEADLINE:
            if time.monotonic() > deadline:
                processes.send(left, signal.SIGKILL)
            self.reap()
            processes.pause()
        self.reap()
        self.ssh.clean_pam()
        self.remove()

    def remove(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)
        self.lock.close()


def locked_folder():
    """A new folder and its lock, held as long as we live: the next lab sweeps folders whose lock is free."""
    while True:
        folder = Path(tempfile.mkdtemp(prefix=PREFIX))
        lock = open(folder / "lock", "w")
        fcntl.flock(lock, fcntl.LOCK_EX)
        if (folder / "lock").exists():  # Not swept away before we held it.
            return folder, lock
        lock.close()


def sweep() -> None:
    """Removes what a killed lab left: its folder, when its lock is free. (Its servers died with it.)"""
    for folder in Path(tempfile.gettempdir()).glob(PREFIX + "*"):
        try:
            if folder.is_symlink() or folder.stat().st_uid != os.getuid():
                continue
            with open(folder / "lock", "r+") as lock:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                shutil.rmtree(folder, ignore_errors=True)
        except OSError:
            continue
