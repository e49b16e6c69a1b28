# SPDX-License-Identifier: GPL-3.0-or-later
"""portolanctl ntp against the other implementation of NTS, NTPsec's ntpd, which knows no port but 123 and 4460.

It gets a network of its own, where those are free and nothing else can be reached, and no right to set the clock. Where the
system gives no network, the test is skipped and says so."""

import fcntl
import json
import os
import pathlib
import signal
import socket
import struct
import subprocess
import sys
import tempfile
import time
import unittest

sys.dont_write_bytecode = True
HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "lab"))

import packages  # noqa: E402
import processes  # noqa: E402
from authority import Authority  # noqa: E402

INSIDE = "--inside"
# A user of its own has no rights outside of it; where there can be none (in a chroot), root gives that one right away.
APART = (["unshare", "--user", "--map-root-user", "--net", "--"],
         ["unshare", "--net", "--", "setpriv", "--bounding-set", "-sys_time", "--"])
SET_CLOCK = 1 << 25  # CAP_SYS_TIME, capabilities(7)
SET_FLAGS = 0x8914  # SIOCSIFFLAGS, netdevice(7)
UP_AND_RUNNING = 0x41
DEADLINE = 90.0
STRATUM = 6
CONFIGURATION = """
driftfile {folder}/drift
nts enable
nts cert {folder}/pki/server.pem
nts key {folder}/pki/server.key
nts cookie {folder}/cookies
refclock local stratum {stratum} minpoll 3 maxpoll 3 prefer
tos orphan {stratum} orphanwait 2 minsane 1
restrict 127.0.0.1
restrict ::1
"""


def may_set_the_clock() -> bool:
    own = pathlib.Path("/proc/self/uid_map").read_text().split()
    if own != ["0", "0", "4294967295"]:
        return False
    status = pathlib.Path("/proc/self/status").read_text()
    held = next(line for line in status.splitlines() if line.startswith("CapEff:"))
    return bool(int(held.split()[1], 16) & SET_CLOCK)


class Ntpsec(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        assert not may_set_the_clock()
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
            fcntl.ioctl(any_socket, SET_FLAGS, struct.pack("16sH14x", b"lo", UP_AND_RUNNING))
        folder = tempfile.TemporaryDirectory(prefix="portolan-ntpsec-")
        cls.addClassCleanup(folder.cleanup)
        cls.folder = pathlib.Path(folder.name)
        pki = Authority(cls.folder / "pki")
        pki.authority("ca", "Portolan test")
        pki.certificate("server", "/CN=localhost", "subjectAltName=DNS:localhost,IP:127.0.0.1")
        config = cls.folder / "config"
        config.write_text(CONFIGURATION.format(folder=folder.name, stratum=STRATUM))
        cls.server = subprocess.Popen(
            [str(packages.ntpsec()), "-n", "-c", str(config), "-l", str(cls.folder / "log"), "-p", str(cls.folder / "pid")],
            env={"PATH": "/usr/bin:/bin", "LC_ALL": "C", "LD_LIBRARY_PATH": packages.library_path()},
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            preexec_fn=processes.die_with_parent,
        )
        cls.addClassCleanup(cls.end)
        cls.secured = f"ntp://localhost?nts=yes&ca={cls.folder}/pki/ca.pem"
        cls.until_it_has_time()

    @classmethod
    def end(cls):
        cls.server.send_signal(signal.SIGTERM)
        cls.server.wait(DEADLINE)

    @classmethod
    def until_it_has_time(cls):
        deadline = time.monotonic() + DEADLINE
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
            probe.settimeout(1.0)
            probe.connect(("127.0.0.1", 123))
            while time.monotonic() < deadline and cls.server.poll() is None:
                try:
                    probe.send(struct.pack(">B39xQ", 0x23, time.time_ns()))
                    if probe.recv(512)[1] == STRATUM:
                        return
                except OSError:
                    pass
                processes.pause()
        raise AssertionError("NTPsec's server has no time: " + (cls.folder / "log").read_text(errors="replace"))

    def ctl(self, *words):
        program = pathlib.Path(os.environ["PORTOLAN_BUILD_DIR"], "app/cli/portolanctl")
        env = dict(os.environ, PORTOLAN_HOME=str(self.folder / "home"), LANGUAGE="en")
        done = subprocess.run([program, "ntp", *words, "--json"], env=env, capture_output=True, text=True, timeout=DEADLINE,
                              check=False)
        self.assertNotIn("Sanitizer", done.stderr)
        return done.returncode, [json.loads(line) for line in done.stdout.splitlines()]

    @staticmethod
    def of(lines, kind):
        return [each for each in lines if each["type"] == kind]

    def test_1_its_plain_answer_is_measured(self):
        code, lines = self.ctl("watch", "ntp://127.0.0.1", "--count", "2", "--interval", "1")
        samples = self.of(lines, "sample")
        self.assertEqual((code, len(samples)), (0, 2), lines)
        for each in samples:
            self.assertEqual((each["stratum"], each["authenticated"], each["leap"]), (STRATUM, False, "none"), each)
            self.assertLess(abs(each["offset_s"]), each["bound_s"], each)

    def test_2_its_answer_is_authentic_by_nts_with_a_new_cookie_each_time(self):
        # Ten polls with eight cookies: each answer has to bring one.
        code, lines = self.ctl("watch", self.secured, "--count", "10", "--interval", "1")
        samples = self.of(lines, "sample")
        self.assertEqual((code, len(samples)), (0, 10), lines)
        for each in samples:
            self.assertTrue(each["authenticated"], each)
            self.assertLess(abs(each["offset_s"]), each["bound_s"], each)
        keyed = (self.folder / "log").read_text(errors="replace").count("NTS-KE from")
        self.assertEqual(keyed, 1, "the keys were asked for again")

    def test_3_a_certificate_that_nobody_knows_ends_it_and_nothing_is_asked_in_the_clear(self):
        code, lines = self.ctl("query", "ntp://localhost?nts=yes")
        self.assertNotEqual(code, 0, lines)
        self.assertEqual(self.of(lines, "sample"), [], lines)

    def test_4_a_diagnosis_finds_that_it_answers_control_questions(self):
        # Only this implementation has mode 6; chronyd does not answer it.
        _, lines = self.ctl("diagnose", self.secured, "--count", "2", "--try-control")
        found = [each["id"] for each in self.of(lines, "finding")]
        self.assertIn("ntp.control.open", found)


def main() -> int:
    wrong = packages.check_ntpsec()
    if wrong:
        print(f"{wrong}; run `python3 tests/lab/lab.py install` first")
        return 1
    if INSIDE in sys.argv:
        sys.argv.remove(INSIDE)
        unittest.main(verbosity=2)
    refused = []
    for apart in APART:
        try:
            trial = subprocess.run([*apart, "true"], capture_output=True, text=True, check=False)
        except FileNotFoundError:
            print("skipped: there is no `unshare` here")
            return 77
        if trial.returncode == 0:
            return subprocess.run([*apart, sys.executable, __file__, INSIDE, *sys.argv[1:]], check=False).returncode
        refused.append(trial.stderr.strip())
    print(f"skipped: the system gives no network of its own: {'; '.join(refused)}")
    return 77


if __name__ == "__main__":
    sys.exit(main())
