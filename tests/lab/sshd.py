# SPDX-License-Identifier: GPL-3.0-or-later
"""The SSH servers of the lab: one recipe for root and for everybody else.

sshd always runs as an ordinary user, so it changes nothing and can log nobody else in: as the person who started the
lab or, started by root, under an invented number. nss_wrapper shows it a passwd with one more user, `lab`;
pam_wrapper and pam_matrix give that user passwords made up at each start. The machine's own accounts and /etc/pam.d
are never asked.
"""

import os
import pwd
import re
import secrets
import shutil
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

import home
import packages
import places
import processes
from places import LabError
from ports import free_ports

USER = "lab"
HOST_KEYS = ("ed25519", "ecdsa", "rsa")
BANNER = "Portolan lab. 허가된 사용자만 접속할 수 있습니다.\nEvery login is logged.\n"


@dataclass(frozen=True)
class Variant:
    id: str
    practice_port: int
    title_en: str
    title_ko: str
    note_en: str
    note_ko: str
    config: tuple[str, ...]
    # What this server asks for: any of password, code; empty without PAM.
    asks: tuple[str, ...] = ()
    key: str = ""
    host_keys: tuple[str, ...] = HOST_KEYS
    banner: bool = False
    shell: str = "/bin/bash"
    # Lines of PAM before those that check passwords; {system}, {modules} and {folder} are filled in.
    pam: tuple[str, ...] = ()
    # Files in {folder}: name and text.
    files: tuple[tuple[str, str], ...] = ()
    # Gives the user a home of its own with .ssh/authorized_keys, judged strictly, and then these modes.
    modes: tuple[tuple[str, int], ...] = ()
    certificates: bool = False


NO_PAM = ("UsePAM no", "PasswordAuthentication no", "KbdInteractiveAuthentication no")

VARIANTS = (
    Variant(
        "publickey", 42022, "Public key", "공개 키",
        "Logs in with the key named here.", "여기 적힌 키로 로그인합니다.",
        (*NO_PAM, "AuthenticationMethods publickey"), key="ed25519",
    ),
    Variant(
        "password", 42023, "Password", "비밀번호",
        "Asks for the password.", "비밀번호를 묻습니다.",
        ("UsePAM yes", "PasswordAuthentication yes", "KbdInteractiveAuthentication no", "PubkeyAuthentication no"),
        asks=("password",),
    ),
    Variant(
        "keyboard-interactive", 42024, "Questions in two rounds", "두 차례의 질문",
        "Asks for the password, then for a one-time code that may be seen.",
        "비밀번호를 묻고 이어서 화면에 보이는 일회용 코드를 묻습니다.",
        ("UsePAM yes", "PasswordAuthentication no", "KbdInteractiveAuthentication yes", "PubkeyAuthentication no"),
        asks=("password", "code"),
    ),
    Variant(
        "two-factor", 42025, "Two factors", "두 단계 인증",
        "First the key, then a one-time code.", "먼저 키를, 다음에 일회용 코드를 확인합니다.",
        ("UsePAM yes", "PasswordAuthentication no", "KbdInteractiveAuthentication yes",
         "AuthenticationMethods publickey,keyboard-interactive"),
        asks=("code",), key="ed25519",
    ),
    Variant(
        "weak", 42026, "Old algorithms only", "오래된 알고리즘만",
        "Only SHA-1, CBC and ssh-rsa: to be refused or to be warned about.",
        "SHA-1, CBC, ssh-rsa만 제공하므로 거부하거나 경고해야 합니다.",
        ("UsePAM yes", "PasswordAuthentication yes", "KbdInteractiveAuthentication no",
         "KexAlgorithms diffie-hellman-group14-sha1,diffie-hellman-group-exchange-sha1",
         "Ciphers aes128-cbc,3des-cbc", "MACs hmac-sha1", "HostKeyAlgorithms ssh-rsa",
         "PubkeyAcceptedAlgorithms ssh-rsa"),
        asks=("password",), key="rsa", host_keys=("rsa",),
    ),
    Variant(
        "host-rsa", 42027, "RSA host key", "RSA 호스트 키",
        "Shows an RSA host key only.", "RSA 호스트 키만 보여 줍니다.",
        NO_PAM, key="rsa", host_keys=("rsa",),
    ),
    Variant(
        "host-ecdsa", 42028, "ECDSA host key", "ECDSA 호스트 키",
        "Shows an ECDSA host key only.", "ECDSA 호스트 키만 보여 줍니다.",
        NO_PAM, key="ecdsa", host_keys=("ecdsa",),
    ),
    Variant(
        "banner", 42029, "Banner before login", "로그인 전 안내문",
        "Sends two lines, one in Korean, before it asks for the password.",
        "비밀번호를 묻기 전에 두 줄을 보내며 한 줄은 한국어입니다.",
        ("UsePAM yes", "PasswordAuthentication yes", "KbdInteractiveAuthentication no"),
        asks=("password",), banner=True,
    ),
    Variant(
        "two-tries", 42030, "Two tries only", "두 번의 시도만",
        "Hangs up after the second failure (MaxAuthTries 2).",
        "두 번째 실패 뒤에 연결을 끊습니다(MaxAuthTries 2).",
        ("UsePAM yes", "PasswordAuthentication yes", "KbdInteractiveAuthentication no", "MaxAuthTries 2"),
        asks=("password",), key="ed25519",
    ),
    Variant(
        "any", 42031, "Key, password or questions", "키, 비밀번호, 질문 가운데 하나",
        "Takes the key, the password or the password as an answer.",
        "키, 비밀번호, 질문에 대한 답 가운데 하나를 받습니다.",
        ("UsePAM yes", "PasswordAuthentication yes", "KbdInteractiveAuthentication yes"),
        asks=("password",), key="ed25519",
    ),
    Variant(
        "no-forwarding", 42040, "No way through", "경유 금지",
        "Logs in with the key but connects to nowhere else (AllowTcpForwarding no).",
        "키로 로그인되지만 다른 곳으로 이어 주지 않습니다(AllowTcpForwarding no).",
        (*NO_PAM, "AllowTcpForwarding no"), key="ed25519",
    ),
    Variant(
        "certificate", 42041, "User certificates", "사용자 인증서",
        "Takes certificates that the key client/user_ca signed (TrustedUserCAKeys).",
        "client/user_ca 키로 서명한 인증서로 로그인합니다(TrustedUserCAKeys).",
        (*NO_PAM, "TrustedUserCAKeys {server}/user_ca.pub"), key="ed25519",
    ),
)  # yapf: disable


@dataclass
class Server:
    """One sshd, started or not."""

    variant: Variant
    port: int
    config: Path
    log: Path
    env: dict[str, str]
    answers: list[str]
    pid: int = 0
    fingerprints: dict[str, str] = field(default_factory=dict)


class SshLab:
    """Makes keys, home, passwords and configuration below `folder`, and starts and stops each server."""

    def __init__(self, folder: Path, wanted: list[str] | None, practice: bool):
        import broken  # It needs what stands above.

        known = {variant.id: variant for variant in (*VARIANTS, *broken.BROKEN)}
        unknown = [name for name in wanted or [] if name not in known]
        if unknown:
            raise LabError(f"no such server: {', '.join(unknown)}")
        self.folder = folder
        self.practice = practice
        self.variants = list(VARIANTS) if wanted is None else [known[name] for name in wanted]
        self.identity = invented_identity() if os.geteuid() == 0 else None
        self.client = folder / "client"
        self.server = folder / "sshd"
        self.home = folder / "home"
        self.passphrase = secrets.token_urlsafe(9)
        self.servers: dict[str, Server] = {}
        if not self.variants:
            return  # Only servers that misbehave: those need no sshd and no keys.
        self.sshd = packages.find("sshd")
        self.keygen = packages.find("ssh-keygen")
        wrong = packages.check()
        if wrong or self.sshd is None or self.keygen is None:
            raise LabError(f"{wrong}; run `python3 tests/lab/lab.py install` first")
        self.libraries = self.stage()
        self.accounts = {
            "NSS_WRAPPER_PASSWD": str(self.server / "passwd"),
            "NSS_WRAPPER_GROUP": str(self.server / "group"),
        }

    def prepare(self) -> None:
        if not self.variants:
            return
        for path in (self.client, self.server):
            path.mkdir(mode=0o700)
        home.fill(self.home)
        self.write_accounts()
        self.make_keys()
        ports = [v.practice_port for v in self.variants] if self.practice else free_ports(len(self.variants))
        for variant, port in zip(self.variants, ports):
            self.servers[variant.id] = self.configure(variant, port)
        if any(variant.certificates for variant in self.variants):
            self.make_certificates()
        self.write_known_hosts()
        if self.identity:
            for path in (self.home, self.server):
                give(path, self.identity)
        for server in self.servers.values():
            for name, mode in server.variant.modes:
                (self.server / server.variant.id / "home" / name).chmod(mode)

    # Files -----------------------------------------------------------------------------------------------------

    def stage(self) -> Path:
        """Folder of the wrapper libraries. Root's cache is closed to the invented user, so root's lab gets a copy."""
        wrapper = packages.find("libpam_wrapper.so")
        assert wrapper is not None
        root = places.unpacked()
        if self.identity is None or root not in wrapper.parents and root not in self.sshd.parents:
            return wrapper.parent
        staged = self.folder / "root"
        for part in ("usr/sbin", "usr/lib", "lib"):
            if (root / part).is_dir():
                shutil.copytree(root / part, staged / part, symlinks=True)
        for path in (self.folder, *staged.rglob("*")):
            if path.is_dir() and not path.is_symlink():
                path.chmod(0o711)
        if root in self.sshd.parents:
            self.sshd = staged / self.sshd.relative_to(root)
        return staged / wrapper.parent.relative_to(root) if root in wrapper.parents else wrapper.parent

    def make_keys(self) -> None:
        """All keys at once: RSA is slow, and the machine may have more than one processor."""
        keep = places.practice_keys() if self.practice else self.server
        keep.mkdir(parents=True, exist_ok=True, mode=0o700)
        hosts = {kind for variant in self.variants for kind in variant.host_keys}
        jobs = []
        for kind in sorted(hosts):
            if not (keep / f"host_{kind}").exists():
                jobs.append(self.keygen_job(kind, keep / f"host_{kind}", "", f"host-{kind}"))
        for kind in HOST_KEYS:
            jobs.append(self.keygen_job(kind, self.client / f"id_{kind}", "", f"lab-{kind}"))
        jobs.append(self.keygen_job("ed25519", self.client / "id_encrypted", self.passphrase, "lab-encrypted"))
        jobs.append(self.keygen_job("ed25519", self.client / "id_wrong", "", "lab-wrong"))
        jobs.append(self.keygen_job("ed25519", self.client / "user_ca", "", "lab-user-ca"))
        for job in jobs:
            if job.wait() != 0:
                raise LabError("ssh-keygen failed")
        if keep != self.server:
            for kind in hosts:
                for ending in ("", ".pub"):
                    shutil.copy2(keep / f"host_{kind}{ending}", self.server)
        shutil.copy2(self.client / "user_ca.pub", self.server)
        accepted = [*(f"id_{kind}" for kind in HOST_KEYS), "id_encrypted"]
        keys = "".join((self.client / f"{name}.pub").read_text() for name in accepted)
        (self.server / "authorized_keys").write_text(keys)

    def keygen_job(self, kind: str, path: Path, passphrase: str, comment: str) -> subprocess.Popen:
        bits = {"rsa": ["-b", "3072"], "ecdsa": ["-b", "256"]}.get(kind, [])
        # In a container one may be nobody at all; ssh-keygen insists on a name.
        env = dict(self.accounts, PATH="/usr/bin:/bin", LD_LIBRARY_PATH=packages.library_path())
        env["LD_PRELOAD"] = str(packages.find("libnss_wrapper.so"))
        command = [str(self.keygen), "-q", "-t", kind, *bits, "-N", passphrase, "-C", comment, "-f", str(path)]
        return subprocess.Popen(command, env=env, stdin=subprocess.DEVNULL)

    def write_accounts(self) -> None:
        uid, gid = self.identity or (os.getuid(), os.getgid())
        accounts = [f"{USER}:x:{uid}:{gid}:Lab:{self.home}:/bin/bash"]
        for line in Path("/etc/passwd").read_text(encoding="utf-8", errors="replace").splitlines():
            if not line.startswith(f"{USER}:"):
                accounts.append(line)
        groups = [f"{USER}:x:{gid}:"]
        for line in Path("/etc/group").read_text(encoding="utf-8", errors="replace").splitlines():
            # Without a group `tty` sshd gives the terminal to the user's own group, which needs no privilege.
            if not line.startswith((f"{USER}:", "tty:")):
                groups.append(line)
        (self.server / "passwd").write_text("\n".join(accounts) + "\n", encoding="utf-8")
        (self.server / "group").write_text("\n".join(groups) + "\n", encoding="utf-8")

    def write_own_account(self, folder: Path, variant: Variant) -> dict[str, str]:
        """A passwd of its own, in which the user has another shell or another home."""
        base = self.home
        if variant.modes:
            base = folder / "home"
            (base / ".ssh").mkdir(parents=True)
            (base / ".ssh").chmod(0o700)
            shutil.copy(self.server / "authorized_keys", base / ".ssh" / "authorized_keys")
            (base / ".ssh" / "authorized_keys").chmod(0o600)
        lines = (self.server / "passwd").read_text(encoding="utf-8").splitlines()
        uid, gid = self.identity or (os.getuid(), os.getgid())
        lines[0] = f"{USER}:x:{uid}:{gid}:Lab:{base}:{variant.shell}"
        (folder / "passwd").write_text("\n".join(lines) + "\n", encoding="utf-8")
        return dict(self.accounts, NSS_WRAPPER_PASSWD=str(folder / "passwd"))

    def make_certificates(self) -> None:
        """Two keys of the client that are accepted nowhere by themselves: one certificate is good, one has expired."""
        for job in (
            self.keygen_job("ed25519", self.client / "id_certified", "", "lab-certified"),
            self.keygen_job("ed25519", self.client / "id_expired", "", "lab-expired"),
        ):
            if job.wait() != 0:
                raise LabError("ssh-keygen failed")
        env = dict(self.accounts, PATH="/usr/bin:/bin", LD_LIBRARY_PATH=packages.library_path())
        env["LD_PRELOAD"] = str(packages.find("libnss_wrapper.so"))
        for name, span in (("id_certified", "-1d:+1d"), ("id_expired", "20200101:20200201")):
            command = [str(self.keygen), "-q", "-s", str(self.client / "user_ca"), "-I", f"lab {name}", "-n", USER,
                       "-V", span, str(self.client / f"{name}.pub")]
            if subprocess.run(command, env=env, stdin=subprocess.DEVNULL, check=False).returncode != 0:
                raise LabError("ssh-keygen did not sign")

    def configure(self, variant: Variant, port: int) -> Server:
        folder = self.server / variant.id
        folder.mkdir()
        answers = [self.secret(folder, kind) for kind in variant.asks]
        for name, text in variant.files:
            (folder / name).write_text(text)
        if variant.asks:
            self.write_pam(folder, variant)
        accounts = self.accounts
        if variant.modes or variant.shell != "/bin/bash":
            accounts = self.write_own_account(folder, variant)
        session = dict(accounts, LD_PRELOAD=str(self.libraries / "libnss_wrapper.so"), NSS_WRAPPER_HOSTNAME="bastion")
        session.update(LANG="C.UTF-8", PORTOLAN_LAB_SERVER=variant.id)
        lines = [
            f"Port {port}",
            "ListenAddress 127.0.0.1",
            *(f"HostKey {self.server}/host_{kind}" for kind in variant.host_keys),
            "PidFile none",
            f"AuthorizedKeysFile {'.ssh' if variant.modes else self.server}/authorized_keys",
            f"StrictModes {'yes' if variant.modes else 'no'}",
            f"AllowUsers {USER}",
            "PrintMotd no",
            "UseDNS no",
            "LoginGraceTime 60",
            "MaxStartups 200",
            "MaxSessions 200",
            "LogLevel VERBOSE",
            "AcceptEnv LC_LAB_*",
            "SetEnv " + " ".join(f'"{name}={value}"' for name, value in session.items()),
            "Subsystem sftp internal-sftp",
        ]
        # sshd takes the first word on a thing, and for some things all words: a variant's own comes alone.
        own = [line.format(server=self.server, folder=folder) for line in variant.config]
        said = {line.split()[0] for line in own}
        lines = [line for line in lines if line.split()[0] not in said] + [line for line in own if line != "Subsystem none"]
        if variant.banner:
            (folder / "banner").write_text(BANNER, encoding="utf-8")
            lines.append(f"Banner {folder}/banner")
        if self.punishes():
            lines.append("PerSourcePenalties no")
        (folder / "config").write_text("\n".join(lines) + "\n", encoding="utf-8")
        env = dict(accounts, PATH="/usr/bin:/bin", LD_LIBRARY_PATH=packages.library_path())
        if self.libraries.is_relative_to(self.folder):
            env["LD_LIBRARY_PATH"] = f"{self.libraries}:{self.folder}/root/lib/{places.triplet()}"
        env["LD_PRELOAD"] = str(self.libraries / "libnss_wrapper.so")
        if variant.asks:
            env["LD_PRELOAD"] += f" {self.libraries}/libpam_wrapper.so"
            env.update(PAM_WRAPPER="1", PAM_WRAPPER_SERVICE_DIR=str(folder / "pam.d"))
        return Server(variant, port, folder / "config", folder / "log", env, answers)

    @staticmethod
    def secret(folder: Path, kind: str) -> str:
        """A fresh answer and pam_matrix's file for it: user, password, service."""
        answer = secrets.token_urlsafe(9) if kind == "password" else f"{secrets.randbelow(10**6):06d}"
        (folder / f"{kind}.db").write_text(f"{USER}:{answer}:sshd\n")
        return answer

    def write_pam(self, folder: Path, variant: Variant) -> None:
        modules = self.libraries / "pam_wrapper"
        system = f"/lib/{places.triplet()}/security"
        lines = [line.format(system=system, modules=modules, folder=folder) for line in variant.pam]
        if len(variant.asks) > 1 and not self.practice:
            # Its words are fixed ("Authentication succeeded"): good for a test, odd for a person.
            lines.append(f"auth optional {modules}/pam_chatty.so num_lines=1 info")
        for kind in variant.asks:
            echo = " echo" if kind == "code" else ""
            lines.append(f"auth required {modules}/pam_matrix.so passdb={folder}/{kind}.db{echo}")
        for group in ("account", "session"):
            lines.append(f"{group} required {modules}/pam_matrix.so passdb={folder}/{variant.asks[0]}.db")
        (folder / "pam.d").mkdir()
        (folder / "pam.d" / "sshd").write_text("\n".join(lines) + "\n")
        (folder / "pam.d" / "other").write_text("auth required pam_deny.so\naccount required pam_deny.so\n")

    def punishes(self) -> bool:
        """OpenSSH since 9.8 shuts out addresses whose connections do not log in; tests make many of those."""
        env = {"PATH": "/usr/bin:/bin", "LD_LIBRARY_PATH": packages.library_path()}
        run = subprocess.run([str(packages.find("sshd")), "-?"], env=env, capture_output=True, text=True, check=False)
        match = re.search(r"OpenSSH_(\d+)\.(\d+)", run.stderr)
        return bool(match) and (int(match[1]), int(match[2])) >= (9, 8)

    def write_known_hosts(self) -> None:
        lines = []
        for server in self.servers.values():
            for kind in server.variant.host_keys:
                name, blob = (self.server / f"host_{kind}.pub").read_text().split()[:2]
                lines.append(f"[127.0.0.1]:{server.port} {name} {blob}")
                server.fingerprints[kind] = fingerprint(blob)
        (self.client / "known_hosts").write_text("\n".join(lines) + "\n")
        (self.client / "empty_known_hosts").write_text("")

    # Running ---------------------------------------------------------------------------------------------------

    def start(self, server: Server) -> None:
        command = [str(self.sshd), "-D", "-r", "-e", "-f", str(server.config)]
        server.pid = processes.spawn(command, server.env, server.log, self.identity)

    def clean_pam(self) -> None:
        """pam_wrapper leaves a folder in /tmp for each process that it served, and has names for 62 only."""
        owner = (self.identity or (os.getuid(), 0))[0]
        for path in Path("/tmp").glob("pam.?"):
            try:
                if path.is_symlink() or path.lstat().st_uid != owner:
                    continue
                pid = int((path / "pid").read_text().strip() or 0)
            except (OSError, ValueError):
                continue
            if pid > 0 and not processes.alive(pid):
                shutil.rmtree(path, ignore_errors=True)


def fingerprint(blob: str) -> str:
    import base64
    import hashlib

    digest = hashlib.sha256(base64.b64decode(blob)).digest()
    return "SHA256:" + base64.b64encode(digest).decode().rstrip("=")


def invented_identity() -> tuple[int, int]:
    """A user number that nobody on this machine has."""
    taken = {entry.pw_uid for entry in pwd.getpwall()}
    number = next(n for n in range(60022, 60999) if n not in taken)
    return number, number


def give(folder: Path, identity: tuple[int, int]) -> None:
    for path in (folder, *folder.rglob("*")):
        os.chown(path, *identity, follow_symlinks=False)
