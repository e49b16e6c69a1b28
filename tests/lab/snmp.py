# SPDX-License-Identifier: GPL-3.0-or-later
"""The SNMP agent of the lab, net-snmp's snmpd, with every level and algorithm of version 3, and its trap receiver.

Over UDP and TCP on one port of 127.0.0.1, over UDP on ::1 too where the machine has it. Communities: `public` reads all,
one that is made up writes, another one reads the system group only. Users: one for each digest alone and for each digest
with each cipher ("sha1-aes256c"), `none` without passwords, `operator` who writes, `viewer` who sees the system group.
The context `lab` holds the system group. Every user has the same two passwords, made up at each start.
"""

import secrets
import shutil
import socket
import time
from dataclasses import dataclass
from pathlib import Path

import packages
import places
import processes
from places import LabError

DEADLINE = 30.0
PRACTICE_PORTS = {"snmpd": 42161, "snmptrapd": 42162, "snmpreplay": 42163}
AUTH = {"md5": "MD5", "sha1": "SHA", "sha224": "SHA-224", "sha256": "SHA-256", "sha384": "SHA-384", "sha512": "SHA-512"}
PRIV = {"des": "DES", "aes128": "AES", "aes192": "AES-192", "aes256": "AES-256", "aes192c": "AES-192-C",
        "aes256c": "AES-256-C"}
CONTEXT = "lab"
TRAP_ENGINE = "0x8000000001020304"
SYSTEM = ".1.3.6.1.2.1.1"
WORDS = {
    "snmpd": ("SNMP agent", "SNMP 에이전트", "Versions 1 and 2c with the community public; version 3 with a user for each algorithm.",
              "버전 1과 2c는 커뮤니티 public으로, 버전 3은 알고리즘마다 있는 사용자로 연결합니다."),
    "snmpreplay": ("SNMP table, 20 ms away", "20ms 떨어진 SNMP 테이블", "12,000 objects in one table; every answer takes 20 ms.",
                   "테이블 하나에 객체가 12,000개 있고, 응답마다 20ms가 걸립니다."),
}


@dataclass(eq=False)
class SnmpServer:
    command: list[str]
    log: Path
    env: dict[str, str]
    port: int
    is_tcp: bool = True
    pid: int = 0


def has_ipv6() -> bool:
    try:
        with socket.socket(socket.AF_INET6, socket.SOCK_DGRAM) as probe:
            probe.bind(("::1", 0))
            return True
    except OSError:
        return False


class SnmpLab:
    def __init__(self, folder: Path, practice: bool, identity: tuple[int, int] | None, trapd: bool):
        self.folder = folder / "snmp"
        self.practice = practice
        self.identity = identity
        self.trapd = trapd
        self.ipv6 = has_ipv6()
        self.auth_password = secrets.token_urlsafe(12)
        self.priv_password = secrets.token_urlsafe(12)
        self.write = "rw-" + secrets.token_urlsafe(9)
        self.system = "sys-" + secrets.token_urlsafe(9)
        self.users = self.all_users()
        self.engine = "0x80001f8805" + secrets.token_hex(8)
        self.servers: dict[str, SnmpServer] = {}
        wrong = packages.check_snmp()
        if wrong:
            raise LabError(f"{wrong}; run `python3 tests/lab/lab.py install` first")

    @staticmethod
    def all_users() -> list[dict]:
        users = [{"name": "none", "level": "noAuthNoPriv"}]
        for auth, title in AUTH.items():
            auth_title = "SHA-1" if title == "SHA" else title
            users.append({"name": auth, "level": "authNoPriv", "auth": auth_title})
            users += [{"name": f"{auth}-{priv}", "level": "authPriv", "auth": auth_title,
                       "priv": "AES-128" if kind == "AES" else kind} for priv, kind in PRIV.items()]
        users += [{"name": name, "level": "authPriv", "auth": "SHA-256", "priv": "AES-128"} for name in ("operator", "viewer")]
        return users

    def prepare(self, free_ports, give) -> None:
        self.folder.mkdir(mode=0o711)
        libraries = self.stage()
        names = ["snmpd"] + (["snmptrapd"] if self.trapd else [])
        ports = PRACTICE_PORTS if self.practice else dict(zip(names, free_ports(len(names))))
        for name in names:
            own = self.folder / name
            (own / "state").mkdir(parents=True, mode=0o700)
            text = self.agent_configuration(ports[name]) if name == "snmpd" else self.trap_configuration(ports[name])
            (own / "config").write_text(text)
            (own / "config").chmod(0o600)
            # MIBS is empty, so that nothing is looked for in the machine's folders.
            env = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "LD_LIBRARY_PATH": libraries, "MIBS": "", "MIBDIRS": str(own),
                   "SNMP_PERSISTENT_DIR": str(own / "state"), "SNMPCONFPATH": str(own)}
            # Its state is one of its files: so it counts its restarts (snmpEngineBoots).
            state = own / "state" / f"{name}.conf"
            state.touch(mode=0o600)
            command = [str(self.program(name)), "-f", "-C", "-c", f"{own / 'config'},{state}", "-Lo", "-m", ""]
            command += ["-I", "-smux"] if name == "snmpd" else ["-On"]
            self.servers[name] = SnmpServer(command, self.folder / f"{name}.log", env, ports[name])
        replay = places.replay_agent() if self.practice else None
        if replay:
            port = ports["snmpreplay"]
            command = [str(replay), "--port", str(port), "--generate", "16x750", "--delay", "20", "--stay", "1"]
            self.servers["snmpreplay"] = SnmpServer(command, self.folder / "snmpreplay.log",
                                                    {"PATH": "/usr/bin:/bin"}, port, is_tcp=False)
        if self.identity:
            give(self.folder, self.identity)

    def program(self, name: str) -> Path:
        staged = self.folder / "root" / name
        return staged if staged.exists() else packages.find(name)

    def stage(self) -> str:
        """Root's cache is closed to the invented user: it gets a copy of what was unpacked there."""
        root = places.unpacked()
        if self.identity is None or not any(root in packages.find(name).parents for name in packages.SNMP_NEEDED):
            return packages.library_path()
        staged = self.folder / "root"
        staged.mkdir(mode=0o711)
        for name in packages.SNMP_NEEDED:
            shutil.copy2(packages.find(name), staged / name)
        for each in places.library_folders(root):
            if each.is_dir():
                for library in each.glob("*.so*"):
                    shutil.copy2(library, staged / library.name)
        return str(staged)

    def agent_configuration(self, port: int) -> str:
        addresses = [f"udp:127.0.0.1:{port}", f"tcp:127.0.0.1:{port}"] + ([f"udp6:[::1]:{port}"] if self.ipv6 else [])
        lines = [
            f"agentaddress {','.join(addresses)}",
            f"exactEngineID {self.engine}", "sysServices 72", "sysLocation Lab", "sysDescr The lab of Portolan",
            "disablePerl true",
            f"view all included .1\nview system included {SYSTEM}",
        ]
        for name, community in (("reader", "public"), ("writer", self.write), ("guest", self.system)):
            lines += [f"com2sec {name} 127.0.0.1 {community}", f"com2sec6 {name} ::1 {community}",
                      f"group {name} v1 {name}", f"group {name} v2c {name}"]
        # The context is served by the agent itself, asked through a proxy.
        lines += [
            f"com2sec -Cn {CONTEXT} context 127.0.0.1 context", "group context v2c context",
            f"proxy -Cn {CONTEXT} -v 2c -c public 127.0.0.1:{port} {SYSTEM}",
            'access reader "" any noauth exact all none none',
            'access writer "" any noauth exact all all none',
            'access guest "" any noauth exact system none none',
        ]
        for user in self.users:
            level = {"noAuthNoPriv": "noauth", "authNoPriv": "auth", "authPriv": "priv"}[user["level"]]
            words = ["createUser", user["name"]]
            if "auth" in user:
                words += [user["auth"].replace("SHA-1", "SHA"), self.auth_password]
            if "priv" in user:
                words += [user["priv"], self.priv_password]
            writes = "all" if user["name"] == "operator" else "none"
            view = "system" if user["name"] == "viewer" else "all"
            lines += [
                " ".join(words),
                f"group g-{user['name']} usm {user['name']}",
                f'access g-{user["name"]} "" usm {level} exact {view} {writes} none',
                f'access g-{user["name"]} {CONTEXT} usm {level} exact system none none',
            ]
        return "\n".join(lines) + "\n"

    def trap_configuration(self, port: int) -> str:
        return "\n".join([
            f"snmpTrapdAddr udp:127.0.0.1:{port},tcp:127.0.0.1:{port}",
            "authCommunity log public",
            f"createUser -e {TRAP_ENGINE} operator SHA-256 {self.auth_password} AES {self.priv_password}",
            "authUser log operator authPriv",
        ]) + "\n"

    # Running -----------------------------------------------------------------------------------------------------

    def start(self, server: SnmpServer) -> None:
        # The replay agent lies in the tree, which an invented user may not enter.
        server.pid = processes.spawn(server.command, server.env, server.log, self.identity if server.is_tcp else None)

    def await_ready(self, server: SnmpServer, has_ended) -> None:
        deadline = time.monotonic() + DEADLINE
        while True:
            try:
                if server.is_tcp:
                    socket.create_connection(("127.0.0.1", server.port), timeout=1.0).close()
                elif '"port"' not in server.log.read_text(errors="replace"):
                    raise OSError
                return
            except OSError:
                if has_ended() or time.monotonic() > deadline:
                    said = server.log.read_text(errors="replace").strip().splitlines() if server.log.exists() else []
                    raise LabError(f"{Path(server.command[0]).name} did not start: {' / '.join(said[-3:])}") from None
                processes.pause()

    def inventory(self) -> dict:
        agents = []
        for name, server in self.servers.items():
            if name not in WORDS:
                continue
            title_en, title_ko, note_en, note_ko = WORDS[name]
            url = f"snmp://public@127.0.0.1:{server.port}"
            agents.append({"id": name, "title_en": title_en, "title_ko": title_ko, "note_en": note_en, "note_ko": note_ko,
                           "url": url, "address": url, "host": "127.0.0.1", "port": server.port, "pid": server.pid,
                           "answers": []})
        trapd = self.servers.get("snmptrapd")
        return {
            "agents": agents, "users": self.users, "auth_password": self.auth_password, "priv_password": self.priv_password,
            "communities": {"read": "public", "write": self.write, "system": self.system}, "context": CONTEXT,
            "ipv6": self.ipv6,
            "trap_receiver": {"host": "127.0.0.1", "port": trapd.port, "pid": trapd.pid, "log": str(trapd.log),
                              "engine": TRAP_ENGINE, "user": "operator", "community": "public"} if trapd else None,
        }
