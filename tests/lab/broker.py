# SPDX-License-Identifier: GPL-3.0-or-later
"""The MQTT broker of the lab: one mosquitto with six listeners, certificates of its own and made-up passwords.

    plain       anonymous
    password    users alice (writes plant/#, but not plant/secret/#) and bob (reads plant/#), by ACL
    tls         anonymous, over TLS with a certificate for localhost and 127.0.0.1
    mtls        a client certificate, whose name is the user
    ws, wss     anonymous, over WebSocket, without and with TLS
"""

import os
import secrets
import shutil
import socket
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

import packages
import places
import processes
from authority import Authority
from places import LabError

DEADLINE = 30.0
LISTENERS = ("plain", "password", "tls", "mtls", "ws", "wss")
SCHEMES = {"plain": "mqtt", "password": "mqtt", "tls": "mqtts", "mtls": "mqtts", "ws": "mqtt+ws", "wss": "mqtt+wss"}
PRACTICE_PORTS = dict(zip(LISTENERS, range(42083, 42089)))
WORDS = {
    "plain": ("Broker, anonymous", "브로커, 익명", "MQTT without a login; $SYS and retained messages are there.",
              "로그인 없이 쓰는 MQTT입니다. $SYS와 보존 메시지가 있습니다."),
    "password": ("Broker with a password", "비밀번호가 있는 브로커", "alice may write plant/#, but not plant/secret/#.",
                 "alice는 plant/#에 쓸 수 있지만 plant/secret/#에는 쓸 수 없습니다."),
    "tls": ("Broker over TLS", "TLS 브로커", "Shows a certificate of the lab's own authority.",
            "실습실의 자체 인증 기관이 발급한 인증서를 보여 줍니다."),
    "mtls": ("Broker with client certificates", "클라이언트 인증서를 확인하는 브로커", "Lets in whoever has a certificate.",
             "인증서가 있는 클라이언트만 받아들입니다."),
    "ws": ("Broker over WebSocket", "WebSocket 브로커", "The same broker, over WebSocket.", "같은 브로커에 WebSocket으로 연결합니다."),
    "wss": ("Broker over secure WebSocket", "보안 WebSocket 브로커", "The same broker, over WebSocket and TLS.",
            "같은 브로커에 TLS 위의 WebSocket으로 연결합니다."),
}
ACL = """\
topic read $SYS/#
topic readwrite public/#
user alice
topic readwrite plant/#
topic deny plant/secret/#
user bob
topic read plant/#
pattern readwrite dev/%u/#
"""


@dataclass(eq=False)
class Broker:
    config: Path
    log: Path
    env: dict[str, str]
    ports: dict[str, int]
    passwords: dict[str, str]
    pid: int = 0


class BrokerLab:
    def __init__(self, folder: Path, practice: bool, identity: tuple[int, int] | None):
        self.folder = folder / "broker"
        self.practice = practice
        self.identity = identity
        self.passphrase = secrets.token_urlsafe(9)
        self.servers: dict[str, Broker] = {}
        wrong = packages.check_broker()
        if wrong:
            raise LabError(f"{wrong}; run `python3 tests/lab/lab.py install` first")

    def prepare(self, free_ports, give) -> None:
        self.folder.mkdir(mode=0o711)
        (self.folder / "data").mkdir(mode=0o700)
        program, libraries = self.stage()
        self.make_certificates()
        passwords = {name: secrets.token_urlsafe(9) for name in ("alice", "bob")}
        env = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "LD_LIBRARY_PATH": libraries}
        maker = packages.find("mosquitto_passwd")
        own = dict(env, LD_LIBRARY_PATH=packages.library_path())
        (self.folder / "passwords").write_text("")
        for name, password in passwords.items():
            subprocess.run([str(maker), "-b", str(self.folder / "passwords"), name, password], env=own, check=True,
                           capture_output=True)
        (self.folder / "acl").write_text(ACL)
        ports = PRACTICE_PORTS if self.practice else dict(zip(LISTENERS, free_ports(len(LISTENERS))))
        (self.folder / "config").write_text(self.configuration(ports))
        self.program = program
        self.servers["broker"] = Broker(self.folder / "config", self.folder / "log", env, ports, passwords)
        if self.identity:
            give(self.folder, self.identity)

    def stage(self) -> tuple[Path, str]:
        """Root's cache is closed to the invented user: it gets a copy of what was unpacked there."""
        program = packages.find("mosquitto")
        root = places.unpacked()
        if self.identity is None or root not in program.parents:
            return program, packages.library_path()
        staged = self.folder / "root"
        staged.mkdir(mode=0o711)
        shutil.copy2(program, staged / "mosquitto")
        for each in places.library_folders(root):
            if each.is_dir():
                for library in each.glob("*.so*"):
                    shutil.copy2(library, staged / library.name)
        return staged / "mosquitto", str(staged)

    def configuration(self, ports: dict[str, int]) -> str:
        pki = self.folder / "pki"
        tls = [f"certfile {pki}/server.pem", f"keyfile {pki}/server.key"]
        own = {
            "plain": ["allow_anonymous true"],
            "password": ["allow_anonymous false", f"password_file {self.folder}/passwords", f"acl_file {self.folder}/acl"],
            "tls": ["allow_anonymous true", *tls],
            "mtls": [*tls, f"cafile {pki}/ca.pem", "require_certificate true", "use_identity_as_username true"],
            "ws": ["protocol websockets", "allow_anonymous true"],
            "wss": ["protocol websockets", "allow_anonymous true", *tls],
        }
        lines = [
            "per_listener_settings true", "persistence true", f"persistence_location {self.folder}/data/",
            "log_dest stderr", "log_type error", "log_type warning", "log_type notice", "log_type information",
            "connection_messages true", "sys_interval 1", "max_queued_messages 1000",
        ]
        for name in LISTENERS:
            lines += [f"listener {ports[name]} 127.0.0.1", *own[name]]
        return "\n".join(lines) + "\n"

    def make_certificates(self) -> None:
        pki = Authority(self.folder / "pki")
        pki.authority("ca", "Portolan lab")
        pki.authority("other", "Somebody else")
        pki.certificate("server", "/CN=localhost", "subjectAltName=DNS:localhost,IP:127.0.0.1")
        pki.certificate("client", "/CN=alice", "extendedKeyUsage=clientAuth")
        pki.certificate("stranger", "/CN=mallory", "extendedKeyUsage=clientAuth", by="other")
        pki.run("pkey", "-in", "client.key", "-aes256", "-passout", f"pass:{self.passphrase}", "-out", "encrypted.key")

    # Running -----------------------------------------------------------------------------------------------------

    def start(self, broker: Broker) -> None:
        command = [str(self.program), "-c", str(broker.config)]
        broker.pid = processes.spawn(command, broker.env, broker.log, self.identity)

    def await_ready(self, broker: Broker, has_ended) -> None:
        deadline = time.monotonic() + DEADLINE
        for port in broker.ports.values():
            while True:
                try:
                    socket.create_connection(("127.0.0.1", port), timeout=1.0).close()
                    break
                except OSError:
                    if has_ended() or time.monotonic() > deadline:
                        said = broker.log.read_text(errors="replace").strip().splitlines() if broker.log.exists() else []
                        raise LabError(f"the broker did not start: {' / '.join(said[-3:])}") from None
                    processes.pause()

    def inventory(self) -> list[dict]:
        entries = []
        for broker in self.servers.values():
            pki = self.folder / "pki"
            for name, port in broker.ports.items():
                title_en, title_ko, note_en, note_ko = WORDS[name]
                user = "alice@" if name == "password" else ""
                url = f"{SCHEMES[name]}://{user}127.0.0.1:{port}"
                options = []
                if name in ("tls", "mtls", "wss"):
                    options.append(f"ca={pki}/ca.pem")
                if name == "mtls":
                    options += [f"cert={pki}/client.pem", f"key={pki}/client.key"]
                entry = {
                    "id": f"mqtt-{name}", "title_en": title_en, "title_ko": title_ko, "note_en": note_en, "note_ko": note_ko,
                    "url": url, "address": url + ("?" + "&".join(options) if options else ""), "host": "127.0.0.1", "port": port,
                    "pid": broker.pid, "answers": [],
                }
                if name == "password":
                    entry.update(user="alice", password=broker.passwords["alice"], passwords=broker.passwords)
                entries.append(entry)
        return entries

    def files(self) -> dict[str, str]:
        pki = self.folder / "pki"
        names = {"ca": "ca.pem", "other_ca": "other.pem", "certificate": "client.pem", "key": "client.key",
                 "encrypted": "encrypted.key", "stranger": "stranger.pem", "stranger_key": "stranger.key"}
        return {**{name: str(pki / file) for name, file in names.items()}, "passphrase": self.passphrase}
