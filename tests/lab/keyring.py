# SPDX-License-Identifier: GPL-3.0-or-later
"""Keychains of the lab: gnome-keyring on a session bus of its own, with a home of its own; nobody's own keyring is near.

Two of them: `open`, and `locked`, which is the same after its collection was locked. The bus starts nothing on demand but
the real prompter, so a daemon that was killed stays dead. With a DISPLAY the prompter shows its window there; without one
every prompt counts as dismissed.
"""

import contextlib
import os
import re
import secrets
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

import packages
import processes
from places import LabError

KINDS = ("open", "locked")
DEADLINE = 20.0
SECRETS = "org.freedesktop.secrets"
LOGIN = "/org/freedesktop/secrets/collection/login"

BUS = """\
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path={folder}/bus</listen>
  <auth>EXTERNAL</auth>
  <servicedir>{folder}/services</servicedir>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""

PROMPTER = """\
[D-BUS Service]
Name={name}
Exec=/usr/libexec/gcr-prompter
"""


@dataclass(eq=False)
class Keyring:
    id: str
    folder: Path
    log: Path
    env: dict[str, str]
    password: str
    pid: int = 0
    bus_pid: int = 0


class KeyringLab:
    def __init__(self, folder: Path, wanted: list[str]):
        unknown = [name for name in wanted if name not in KINDS]
        if unknown:
            raise LabError(f"no such keyring: {', '.join(unknown)}")
        self.servers: dict[str, Keyring] = {}
        if not wanted:
            return
        for program in ("gnome-keyring-daemon", "dbus-daemon", "dbus-send"):
            if packages.find(program) is None:
                raise LabError(f"there is no {program} here; installer/debian-packages.txt names what tests need")
        for name in wanted:
            self.servers[name] = self.prepare(name, folder / f"keyring-{name}")

    @staticmethod
    def prepare(name: str, folder: Path) -> Keyring:
        for part in ("home", "run", "services"):
            (folder / part).mkdir(parents=True, mode=0o700)
        (folder / "bus.conf").write_text(BUS.format(folder=folder))
        for prompter in ("org.gnome.keyring.SystemPrompter", "org.gnome.keyring.PrivatePrompter"):
            (folder / "services" / f"{prompter}.service").write_text(PROMPTER.format(name=prompter))
        env = {
            "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "HOME": str(folder / "home"), "XDG_RUNTIME_DIR": str(folder / "run"),
            "XDG_DATA_HOME": str(folder / "home"), "DBUS_SESSION_BUS_ADDRESS": f"unix:path={folder}/bus",
            **{key: os.environ[key] for key in ("DISPLAY", "XAUTHORITY") if key in os.environ},
        }
        return Keyring(name, folder, folder / "log", env, secrets.token_urlsafe(9))

    def up(self) -> None:
        for keyring in self.servers.values():
            command = ["dbus-daemon", f"--config-file={keyring.folder}/bus.conf", "--nofork"]
            keyring.bus_pid = processes.spawn(command, keyring.env, keyring.folder / "bus.log", None)
            self.wait_for((keyring.folder / "bus").exists, keyring, "its bus")
            self.start(keyring)
        for keyring in self.servers.values():
            self.await_ready(keyring)

    def start(self, keyring: Keyring) -> None:
        """With the password on its standard input: it makes the keyring, or opens the one that is there."""
        given, give = os.pipe()
        os.write(give, keyring.password.encode())
        os.close(give)
        command = ["gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets"]
        keyring.pid = processes.spawn(command, keyring.env, keyring.log, None, given)
        os.close(given)

    def await_ready(self, keyring: Keyring) -> None:
        self.wait_for(lambda: self.locked(keyring) is False, keyring, "its keyring")
        if keyring.id == "locked":
            self.call(keyring, "/org/freedesktop/secrets", "org.freedesktop.Secret.Service.Lock", f"array:objpath:{LOGIN}")
            self.wait_for(lambda: self.locked(keyring) is True, keyring, "the lock")

    def locked(self, keyring: Keyring) -> bool | None:
        said = self.call(keyring, LOGIN, "org.freedesktop.DBus.Properties.Get",
                         "string:org.freedesktop.Secret.Collection", "string:Locked")
        match = re.search(r"boolean (true|false)", said)
        return None if match is None else match[1] == "true"

    @staticmethod
    def call(keyring: Keyring, path: str, method: str, *arguments: str) -> str:
        command = ["dbus-send", "--session", "--print-reply", f"--dest={SECRETS}", path, method, *arguments]
        done = subprocess.run(command, env=keyring.env, capture_output=True, text=True, check=False)
        return done.stdout

    @staticmethod
    def wait_for(condition, keyring: Keyring, what: str) -> None:
        deadline = time.monotonic() + DEADLINE
        while not condition():
            if time.monotonic() > deadline:
                said = ""
                with contextlib.suppress(OSError):
                    said = keyring.log.read_text(errors="replace")[-500:]
                raise LabError(f"keyring {keyring.id}: {what} did not come: {said}")
            processes.pause(0.02)

    def inventory(self) -> list[dict]:
        return [
            {"id": each.id, "bus": each.env["DBUS_SESSION_BUS_ADDRESS"], "password": each.password, "pid": each.pid,
             "bus_pid": each.bus_pid}
            for each in self.servers.values()
        ]  # fmt: skip
