# SPDX-License-Identifier: GPL-3.0-or-later
"""The NTP servers of the lab: chronyd, a few times, each with one way of being asked.

    plain             anybody; also 127.0.0.0/8 whole, so that a thousand addresses answer
    key               a symmetric key of each kind that it knows; without one it answers too, says the standard
    nts               keys by NTS-KE, with a certificate for localhost and 127.0.0.1
    nts-expired       the same with a certificate that expired yesterday
    unsynchronised    has no time, and says so
    follower          follows the first one, and tells chronyc about it: on a port of 127.0.0.1 and on a socket

All of them read the clock of this machine and none ever sets it (-x); they run as an ordinary user (-U).
"""

import secrets
import shutil
import socket
import struct
import time
from dataclasses import dataclass
from pathlib import Path

import packages
import places
import processes
from authority import Authority
from places import LabError

DEADLINE = 30.0
PRACTICE_PORTS = {"plain": 42123, "key": 42124, "nts": 42125, "nts-expired": 42126, "unsynchronised": 42127,
                  "follower": 42128}
PRACTICE_EXCHANGE = {"nts": 42460, "nts-expired": 42461}
PRACTICE_COMMANDS = 42323
# Number, kind and bytes of each key.
KEYS = ((1, "MD5", 16), (2, "SHA1", 20), (3, "SHA256", 32), (4, "AES128", 16), (5, "AES256", 32), (6, "SHA384", 48),
        (7, "SHA512", 64))
SHOWN_KEY = 3
WORDS = {
    "plain": ("NTP server", "NTP 서버", "Stratum 3, this machine's own clock; interleaved where that is asked for.",
              "Stratum 3이며 이 컴퓨터의 시계를 알려 줍니다. 요청하면 인터리브 모드로 답합니다."),
    "key": ("NTP server with keys", "대칭 키를 쓰는 NTP 서버", "Authenticates its answers with a symmetric key.",
            "응답을 대칭 키로 인증합니다."),
    "nts": ("NTP server with NTS", "NTS를 쓰는 NTP 서버", "Shows a certificate of the lab's own authority.",
            "실습실의 자체 인증 기관이 발급한 인증서를 보여 줍니다."),
    "nts-expired": ("NTS with an expired certificate", "인증서가 만료된 NTS 서버", "Its certificate expired yesterday.",
                    "인증서가 어제 만료되었습니다."),
    "unsynchronised": ("NTP server without time", "동기화되지 않은 NTP 서버", "Answers, and says that it has no time.",
                       "응답하지만 시각이 맞춰지지 않았다고 알립니다."),
    "follower": ("NTP server behind another", "다른 서버를 따르는 NTP 서버", "Stratum 4: it follows the first one.",
                 "Stratum 4이며 첫째 서버를 따릅니다."),
}


@dataclass(eq=False)
class NtpServer:
    command: list[str]
    log: Path
    env: dict[str, str]
    port: int
    exchange: int = 0
    pid: int = 0


def has_ipv6() -> bool:
    try:
        with socket.socket(socket.AF_INET6, socket.SOCK_DGRAM) as probe:
            probe.bind(("::1", 0))
            return True
    except OSError:
        return False


class NtpLab:
    def __init__(self, folder: Path, practice: bool, identity: tuple[int, int] | None):
        self.folder = folder / "ntp"
        self.practice = practice
        self.identity = identity
        self.ipv6 = has_ipv6()
        self.keys = [{"id": number, "algorithm": kind, "key": "HEX:" + secrets.token_hex(size)} for number, kind, size in KEYS]
        self.command_port = self.first_port = 0
        self.programs: dict[str, str] = {}
        self.servers: dict[str, NtpServer] = {}
        wrong = packages.check_ntp()
        if wrong:
            raise LabError(f"{wrong}; run `python3 tests/lab/lab.py install` first")

    def prepare(self, free_ports, give) -> None:
        self.folder.mkdir(mode=0o711)
        program, libraries = self.stage()
        pki = Authority(self.folder / "pki")
        pki.authority("ca", "Portolan lab")
        for name, days in (("nts", 30), ("nts-expired", -1)):
            pki.certificate(name, "/CN=localhost", "subjectAltName=DNS:localhost,IP:127.0.0.1", days=days)
        keys = self.folder / "keys"
        keys.write_text("".join(f"{key['id']} {key['algorithm']} {key['key']}\n" for key in self.keys))
        keys.chmod(0o600)
        free = iter(free_ports(len(PRACTICE_PORTS) + len(PRACTICE_EXCHANGE) + 1))
        ports = PRACTICE_PORTS if self.practice else {name: next(free) for name in PRACTICE_PORTS}
        exchange = PRACTICE_EXCHANGE if self.practice else {name: next(free) for name in PRACTICE_EXCHANGE}
        self.command_port = PRACTICE_COMMANDS if self.practice else next(free)
        self.first_port = ports["plain"]
        env = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "LD_LIBRARY_PATH": libraries}
        self.programs = {"chronyd": str(program), "chronyc": str(program.with_name("chronyc")), "libraries": libraries}
        if not Path(self.programs["chronyc"]).exists():
            self.programs["chronyc"] = str(packages.find("chronyc"))
        for name, port in ports.items():
            own = self.folder / name
            own.mkdir(mode=0o700)
            config = own / "config"
            config.write_text("\n".join(self.configuration(name, own, port, exchange.get(name, 0))) + "\n")
            # -x: never touches the clock; -U: needs no root; -d: stays in the foreground.
            self.servers[f"ntp-{name}"] = NtpServer([str(program), "-x", "-U", "-d", "-f", str(config)],
                                                    self.folder / f"{name}.log", env, port, exchange.get(name, 0))
        if self.identity:
            give(self.folder, self.identity)

    def stage(self) -> tuple[Path, str]:
        """Root's cache is closed to the invented user: it gets a copy of what was unpacked there."""
        program = packages.find("chronyd")
        root = places.unpacked()
        if self.identity is None or root not in program.parents:
            return program, packages.library_path()
        staged = self.folder / "root"
        staged.mkdir(mode=0o711)
        for name in packages.NTP_NEEDED:
            shutil.copy2(packages.find(name), staged / name)
        for each in places.library_folders(root):
            if each.is_dir():
                for library in each.glob("*.so*"):
                    shutil.copy2(library, staged / library.name)
        return staged / "chronyd", str(staged)

    def configuration(self, name: str, own: Path, port: int, exchange: int) -> list[str]:
        # `user` has to be in the machine's list of users; nobody changes to it where there is no root.
        lines = [f"port {port}", "user root", f"pidfile {own}/pid", "allow 127.0.0.0/8"]
        if name == "follower":
            lines += [f"cmdport {self.command_port}", "bindcmdaddress 127.0.0.1", f"bindcmdaddress {own}/socket"]
            lines += [f"server 127.0.0.1 port {self.first_port} iburst minpoll -4 maxpoll 0 xleave"]
        else:
            lines += ["cmdport 0", "bindcmdaddress /"]
        if name == "plain":
            # Bound to the interface, which has all of 127.0.0.0/8 and ::1.
            lines += ["binddevice lo", "allow ::1"]
        else:
            lines += ["bindaddress 127.0.0.1"] + (["bindaddress ::1", "allow ::1"] if self.ipv6 else [])
        if name not in ("unsynchronised", "follower"):
            lines.append("local stratum 3")
        if name == "key":
            lines.append(f"keyfile {self.folder}/keys")
        if exchange:
            pki = self.folder / "pki"
            lines += [f"ntsport {exchange}", f"ntsserverkey {pki}/{name}.key", f"ntsservercert {pki}/{name}.pem",
                      "ntsprocesses 0", f"ntsdumpdir {own}"]
        return lines

    # Running -----------------------------------------------------------------------------------------------------

    def start(self, server: NtpServer) -> None:
        server.pid = processes.spawn(server.command, server.env, server.log, self.identity)

    def await_ready(self, server: NtpServer, has_ended) -> None:
        deadline = time.monotonic() + DEADLINE
        while True:
            try:
                with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
                    probe.settimeout(0.2)
                    probe.connect(("127.0.0.1", server.port))
                    probe.send(struct.pack(">B39xQ", 0x23, time.time_ns()))
                    probe.recv(512)
                if server.exchange:
                    socket.create_connection(("127.0.0.1", server.exchange), timeout=1.0).close()
                return
            except OSError:
                if has_ended() or time.monotonic() > deadline:
                    said = server.log.read_text(errors="replace").strip().splitlines() if server.log.exists() else []
                    raise LabError(f"chronyd did not start: {' / '.join(said[-3:])}") from None
                processes.pause()

    def inventory(self) -> dict:
        servers = []
        for name, server in self.servers.items():
            title_en, title_ko, note_en, note_ko = WORDS[name.removeprefix("ntp-")]
            host = "localhost" if server.exchange else "127.0.0.1"
            url = f"ntp://{host}:{server.port}"
            options = []
            if server.exchange:
                options = ["nts=yes", f"ke_port={server.exchange}", f"ca={self.folder}/pki/ca.pem"]
            shown = next(key for key in self.keys if key["id"] == SHOWN_KEY) if name == "ntp-key" else None
            if shown:
                options = [f"key={shown['id']}", f"key_algorithm={shown['algorithm']}"]
            entry = {"id": name, "title_en": title_en, "title_ko": title_ko, "note_en": note_en, "note_ko": note_ko,
                     "url": url, "address": url + ("?" + "&".join(options) if options else ""), "host": host,
                     "port": server.port, "pid": server.pid, "answers": []}
            if server.exchange:
                entry["exchange_port"] = server.exchange
            if shown:
                entry["password"] = shown["key"]
            servers.append(entry)
        return {"servers": servers, "keys": self.keys, "key_file": str(self.folder / "keys"),
                "ca": str(self.folder / "pki/ca.pem"), "ipv6": self.ipv6, "programs": self.programs,
                "commands": {"host": "127.0.0.1", "port": self.command_port, "socket": str(self.folder / "follower/socket")}}
