# SPDX-License-Identifier: GPL-3.0-or-later
"""Fetches the servers as Debian packages and unpacks them into the cache: no root, no installation, nothing started.

What the machine has already (sshd, the wrapper libraries) is used from where it is.
"""

import os
import re
import shutil
import subprocess
from pathlib import Path

import places
from places import LabError, say

# Files that the lab needs, and the package that brings each.
NEEDED = {
    "sshd": "openssh-server",
    "ssh-keygen": "openssh-client",
    "libpam_wrapper.so": "libpam-wrapper",
    "pam_wrapper/pam_matrix.so": "libpam-wrapper",
    "pam_wrapper/pam_chatty.so": "libpam-wrapper",
    "libnss_wrapper.so": "libnss-wrapper",
}
# What only the broker needs: without it the SSH servers still work.
BROKER_NEEDED = {"mosquitto": "mosquitto", "mosquitto_passwd": "mosquitto"}
# What only the SNMP agent and its trap receiver need.
SNMP_NEEDED = {"snmpd": "snmpd", "snmptrapd": "snmptrapd"}
# What only the NTP servers need.
NTP_NEEDED = {"chronyd": "chrony", "chronyc": "chrony"}
# A second implementation of NTS, for a test of its own. Its package and those of other time servers exclude each other: it is
# fetched by itself, and the machine's own `ntpd`, which may be another's, is not asked.
NTPSEC = "ntpsec"
# Of the missing dependencies only libraries matter; maintainer scripts never run, so their tools are not needed.
WANTED = re.compile(r"^(lib.*|openssh-server|openssh-client|mosquitto|snmpd|snmptrapd|chrony|ntpsec)$")


def find(name: str) -> Path | None:
    """A program or library: the machine's own first, then the unpacked one."""
    root = places.unpacked()
    if ".so" in name:
        folders = places.library_folders(Path("/")) + [Path("/usr/lib64")] + places.library_folders(root)
    else:
        path = os.environ.get("PATH", "").split(os.pathsep)
        # A shim of a version switcher is not what is meant: only the system's folders count.
        system = [entry for entry in path if entry.startswith("/usr/")] + ["/usr/sbin", "/usr/bin"]
        folders = [Path(entry) for entry in system] + [root / "usr/sbin", root / "usr/bin"]
    for folder in folders:
        candidate = folder / name
        if candidate.is_file():
            return candidate
    return None


def missing_files() -> list[str]:
    return [name for name in NEEDED if find(name) is None]


def missing_for_broker() -> list[str]:
    return [name for name in BROKER_NEEDED if find(name) is None]


def missing_for_snmp() -> list[str]:
    return [name for name in SNMP_NEEDED if find(name) is None]


def missing_for_ntp() -> list[str]:
    return [name for name in NTP_NEEDED if find(name) is None]


def library_path() -> str:
    """LD_LIBRARY_PATH for programs that were unpacked; empty when nothing was."""
    return os.pathsep.join(str(folder) for folder in places.library_folders(places.unpacked()) if folder.is_dir())


def check() -> str:
    """An empty string when all is there and runs, else what is wrong."""
    missing = missing_files()
    if missing:
        return "missing: " + ", ".join(missing)
    sshd = find("sshd")
    env = {"PATH": "/usr/bin:/bin", "LC_ALL": "C", "LD_LIBRARY_PATH": library_path()}
    # An unknown option makes sshd print its version: proof that every library was found.
    probe = subprocess.run([str(sshd), "-?"], env=env, capture_output=True, text=True, check=False)
    if "OpenSSH" not in probe.stderr:
        return f"{sshd} does not start: {probe.stderr.strip()}"
    return ""


def check_broker() -> str:
    """An empty string when the broker runs here, else what is wrong."""
    missing = missing_for_broker()
    if missing:
        return "missing: " + ", ".join(missing)
    if find("openssl") is None:
        return "missing: openssl"
    env = {"PATH": "/usr/bin:/bin", "LC_ALL": "C", "LD_LIBRARY_PATH": library_path()}
    # The help, whose exit code is 3, proves that every library was found.
    probe = subprocess.run([str(find("mosquitto")), "-h"], env=env, capture_output=True, text=True, check=False)
    if "mosquitto version" not in probe.stdout:
        return f"mosquitto does not start: {probe.stderr.strip()}"
    return ""


def check_snmp() -> str:
    """An empty string when the SNMP agent runs here, else what is wrong."""
    missing = missing_for_snmp()
    if missing:
        return "missing: " + ", ".join(missing)
    env = {"PATH": "/usr/bin:/bin", "LC_ALL": "C", "LD_LIBRARY_PATH": library_path(), "MIBS": ""}
    for name in SNMP_NEEDED:
        probe = subprocess.run([str(find(name)), "-v"], env=env, capture_output=True, text=True, check=False)
        if "NET-SNMP" not in probe.stdout:
            return f"{name} does not start: {probe.stderr.strip()}"
    return ""


def check_ntp() -> str:
    """An empty string when the NTP servers run here, else what is wrong."""
    missing = missing_for_ntp()
    if missing:
        return "missing: " + ", ".join(missing)
    if find("openssl") is None:
        return "missing: openssl"
    env = {"PATH": "/usr/bin:/bin", "LC_ALL": "C", "LD_LIBRARY_PATH": library_path()}
    probe = subprocess.run([str(find("chronyd")), "-v"], env=env, capture_output=True, text=True, check=False)
    if "+NTS" not in probe.stdout:
        return f"chronyd does not start, or has no NTS: {(probe.stderr or probe.stdout).strip()}"
    return ""


def ntpsec() -> Path:
    return places.unpacked() / "usr/sbin/ntpd"


def check_ntpsec() -> str:
    """An empty string when NTPsec's server runs here, else what is wrong."""
    if not ntpsec().is_file():
        return f"missing: {NTPSEC}"
    env = {"PATH": "/usr/bin:/bin", "LC_ALL": "C", "LD_LIBRARY_PATH": library_path()}
    probe = subprocess.run([str(ntpsec()), "--version"], env=env, capture_output=True, text=True, check=False)
    if NTPSEC not in probe.stdout:
        return f"{ntpsec()} does not start: {(probe.stderr or probe.stdout).strip()}"
    return ""


def wrong_anywhere() -> str:
    return check() or check_broker() or check_snmp() or check_ntp() or check_ntpsec()


def install() -> None:
    wrong = wrong_anywhere()
    if not wrong:
        return
    for tool in ("apt-get", "dpkg"):
        if shutil.which(tool) is None:
            raise LabError(f"{wrong}; there is no {tool} here, so please install sshd, pam_wrapper and nss_wrapper")
    root = places.unpacked()
    root.parent.mkdir(parents=True, exist_ok=True)
    missing = {NEEDED[name] for name in missing_files()} | {BROKER_NEEDED[name] for name in missing_for_broker()}
    missing |= {SNMP_NEEDED[name] for name in missing_for_snmp()} | {NTP_NEEDED[name] for name in missing_for_ntp()}
    if not missing and not check_ntpsec():
        missing = {*NEEDED.values(), *BROKER_NEEDED.values(), *SNMP_NEEDED.values(), *NTP_NEEDED.values()}
    groups = [sorted(missing)] if missing else []
    if check_ntpsec():
        groups.append([NTPSEC])
    say(f"fetching {', '.join(name for group in groups for name in group)} into {root}")
    options: list[str] = []
    for wanted in groups:
        try:
            fetch(wanted, options)
        except LabError as first:
            if options:
                raise
            # No lists, or lists older than the archive: keep our own, so that it works without root as well.
            say(f"{first}; fetching package lists into the cache")
            for folder in ("lists/partial", "apt/archives/partial"):
                (root.parent / folder).mkdir(parents=True, exist_ok=True)
            options = [
                "-o", f"Dir::State::lists={root.parent / 'lists'}",
                "-o", f"Dir::Cache={root.parent / 'apt'}",
            ]
            apt(options, "update")
            fetch(wanted, options)
    shutil.rmtree(root.parent / "apt", ignore_errors=True)
    wrong = wrong_anywhere()
    if wrong:
        raise LabError(wrong)


def apt(options: list[str], *words: str, folder: Path | None = None) -> str:
    env = dict(os.environ, LC_ALL="C.UTF-8", DEBIAN_FRONTEND="noninteractive")
    quiet = ["-qq", "-o", "APT::Sandbox::User=root"]
    run = subprocess.run(
        ["apt-get", *quiet, *options, *words],
        cwd=folder, env=env, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False,
    )
    if run.returncode != 0:
        last = (run.stderr.strip() or run.stdout.strip() or "no message").splitlines()[-1]
        raise LabError(f"apt-get {words[0]} failed: {last}")
    return run.stdout


def fetch(wanted: list[str], options: list[str]) -> None:
    """Downloads `wanted` with the libraries that they lack, and unpacks them."""
    # apt names only what it would download: an empty archive folder keeps it from finding some of it there already.
    empty = places.unpacked().parent / "apt" / "none"
    (empty / "partial").mkdir(parents=True, exist_ok=True)
    listing = apt(
        [*options, "-o", f"Dir::Cache::archives={empty}", "--print-uris", "-y", "--no-install-recommends"],
        "install", *wanted,
    )
    names = set(wanted)
    for line in listing.splitlines():
        match = re.match(r"'[^']+' ([^_\s]+)_", line)
        if match and WANTED.match(match.group(1)):
            names.add(match.group(1))
    if find("ssh-keygen") is not None:
        names.discard("openssh-client")
    root = places.unpacked()
    debs = root.parent / "debs"
    shutil.rmtree(debs, ignore_errors=True)
    debs.mkdir(parents=True)
    apt(options, "download", *sorted(names), folder=debs)
    root.mkdir(exist_ok=True)
    for deb in sorted(debs.glob("*.deb")):
        subprocess.run(["dpkg", "-x", str(deb), str(root)], check=True)
    shutil.rmtree(debs)
