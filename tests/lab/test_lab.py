# SPDX-License-Identifier: GPL-3.0-or-later
"""The lab is what it says: every server is logged in to with OpenSSH's own client, and nothing is left behind."""

import concurrent.futures
import contextlib
import json
import os
import pathlib
import select
import shutil
import signal
import socket
import ssl
import struct
import subprocess
import sys
import tempfile
import threading
import time
import unittest

sys.dont_write_bytecode = True
HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

import hostile  # noqa: E402
import hostilebroker  # noqa: E402
import hostileclock  # noqa: E402
import packages  # noqa: E402
import processes  # noqa: E402
import sshd  # noqa: E402

DEADLINE = 60.0
LAB = [sys.executable, str(HERE / "lab.py")]


class Lab:
    """A lab in the foreground, as tests start it."""

    def __init__(self, *options, **popen):
        self.process = subprocess.Popen(
            [*LAB, "up", *options], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, **popen
        )
        line = self.process.stdout.readline()
        assert line, "the lab did not start"
        self.inventory = json.loads(line)
        self.servers = {each["id"]: each for each in self.inventory["servers"]}
        self.client = self.inventory["client"]

    def command(self, line):
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def close(self):
        self.process.stdin.close()
        self.process.wait(DEADLINE)
        self.process.stdout.close()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()


class Answers:
    """Answers what ssh asks, one line of `answers` after the other, and keeps the questions."""

    def __init__(self, answers):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="portolan-answers-"))
        (self.folder / "answers").write_text("\n".join(answers) + "\n")
        script = self.folder / "ask"
        script.write_text(
            f'#!/bin/sh\ncd {self.folder}\nn=$(cat n 2>/dev/null || echo 0); n=$((n + 1)); echo $n > n\n'
            'printf "%s\\n--\\n" "$1" >> questions\nsed -n "${n}p" answers\n'
        )
        script.chmod(0o700)
        self.env = dict(os.environ, SSH_ASKPASS=str(script), SSH_ASKPASS_REQUIRE="force", LC_ALL="C.UTF-8")

    def questions(self):
        path = self.folder / "questions"
        return path.read_text() if path.exists() else ""

    def close(self):
        shutil.rmtree(self.folder)


def ssh_command(server, *words, options=()):
    fixed = ["-F", "none", "-p", str(server["port"]), "-o", f"UserKnownHostsFile={server['known_hosts']}",
             "-o", "GlobalKnownHostsFile=/dev/null", "-o", "StrictHostKeyChecking=yes", "-o", "IdentityAgent=none",
             "-o", "IdentitiesOnly=yes"]
    return ["ssh", *fixed, *options, f"{server['user']}@{server['host']}", *words]


def ssh(server, *words, options=(), answers=(), key=None):
    identity = ("-i", key) if key else ("-o", "PubkeyAuthentication=no")
    asked = Answers(answers)
    try:
        run = subprocess.run(
            ssh_command(server, *words, options=(*identity, *options)),
            env=asked.env, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=DEADLINE, check=False,
        )
        return run, asked.questions()
    finally:
        asked.close()


def until(condition, what):
    deadline = time.monotonic() + DEADLINE
    while not condition():
        if time.monotonic() > deadline:
            raise AssertionError(f"not within {DEADLINE:.0f} s: {what}")
        threading.Event().wait(0.02)


WEAK = (
    "-o", "KexAlgorithms=diffie-hellman-group14-sha1", "-o", "Ciphers=3des-cbc", "-o", "MACs=hmac-sha1",
    "-o", "HostKeyAlgorithms=ssh-rsa", "-o", "PubkeyAcceptedAlgorithms=ssh-rsa",
)


class EveryServerTakesItsLogin(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.lab = Lab()

    @classmethod
    def tearDownClass(cls):
        cls.lab.close()

    def test_each_server_lets_its_user_in(self):
        for name, server in self.lab.servers.items():
            with self.subTest(server=name):
                run, _ = ssh(server, "id -un; echo $PORTOLAN_LAB_SERVER", answers=server["answers"],
                             key=server.get("identity"), options=WEAK if name == "weak" else ())
                self.assertEqual(run.stdout, f"lab\n{name}\n", run.stderr)

    def test_no_server_takes_a_wrong_password(self):
        for name, server in self.lab.servers.items():
            if not server["answers"]:
                continue
            with self.subTest(server=name):
                # A second factor is asked for only behind the right key.
                key = server["identity"] if name == "two-factor" else None
                run, questions = ssh(server, "true", answers=["wrong"] * 9, key=key,
                                     options=WEAK if name == "weak" else ())
                self.assertEqual(run.returncode, 255)
                self.assertIn("Permission denied" if name != "two-tries" else "Too many authentication failures",
                              run.stderr)
                self.assertTrue(questions)

    def test_the_wrong_key_is_refused_and_the_encrypted_one_wants_its_passphrase(self):
        server = self.lab.servers["publickey"]
        run, _ = ssh(server, "true", key=self.lab.client["wrong"])
        self.assertEqual(run.returncode, 255)
        run, questions = ssh(server, "echo in", key=self.lab.client["encrypted"],
                             answers=[self.lab.client["passphrase"]])
        self.assertEqual(run.stdout, "in\n", run.stderr)
        self.assertIn("passphrase", questions)

    def test_two_factors_need_both(self):
        server = self.lab.servers["two-factor"]
        run, questions = ssh(server, "true", answers=server["answers"])
        self.assertEqual(run.returncode, 255)
        self.assertEqual(questions, "")

    def test_questions_come_in_two_rounds_after_a_word_of_information(self):
        server = self.lab.servers["keyboard-interactive"]
        _, questions = ssh(server, "true", answers=server["answers"])
        self.assertEqual(questions.count("Password:"), 2)
        self.assertIn("Authentication succeeded", questions.split("--")[0])

    def test_the_machines_own_accounts_cannot_log_in(self):
        server = dict(self.lab.servers["any"], user="root")
        run, _ = ssh(server, "true", answers=server["answers"] * 6, key=server["identity"])
        self.assertEqual(run.returncode, 255)

    def test_the_weak_server_is_refused_by_a_client_of_today(self):
        run, _ = ssh(self.lab.servers["weak"], "true")
        self.assertIn("no matching", run.stderr)

    def test_a_terminal_is_given_with_a_neutral_prompt_and_hangul(self):
        server = self.lab.servers["publickey"]
        child = subprocess.Popen(
            ssh_command(server, options=("-tt", "-i", server["identity"])),
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        )
        child.stdin.write("ls; tty; exit\n".encode())
        child.stdin.close()
        shown = child.stdout.read().decode()
        child.stdout.close()
        child.wait(DEADLINE)
        self.assertIn("점검 목록.txt", shown)
        self.assertIn("lab@bastion", shown)
        self.assertIn("/dev/pts/", shown)

    def test_sftp_and_the_banner_work(self):
        server = self.lab.servers["banner"]
        run, _ = ssh(server, "true", answers=server["answers"])
        self.assertIn("허가된 사용자만", run.stderr)
        batch = subprocess.run(
            ["sftp", "-q", "-b", "-", "-F", "none", "-P", str(server["port"]), "-i", self.lab.client["ed25519"],
             "-o", f"UserKnownHostsFile={server['known_hosts']}", f"lab@{server['host']}"],
            input="ls -1\n", capture_output=True, text=True, timeout=DEADLINE, check=False,
        )
        self.assertEqual(batch.returncode, 0, batch.stderr)
        self.assertIn("router.conf", batch.stdout)

    def test_many_logins_by_password_do_not_use_up_the_names_of_pam_wrapper(self):
        server = self.lab.servers["password"]

        def log_in(_):
            return ssh(server, "true", answers=server["answers"])[0]

        with concurrent.futures.ThreadPoolExecutor(6) as pool:
            for count, run in enumerate(pool.map(log_in, range(70))):
                self.assertEqual(run.returncode, 0, f"login {count}: {run.stderr}")


class ServersObeyCommands(unittest.TestCase):
    def setUp(self):
        self.lab = Lab("--server", "publickey")
        self.addCleanup(self.lab.close)
        self.server = self.lab.servers["publickey"]
        self.session = subprocess.Popen(
            ssh_command(self.server, "echo ready; exec cat", options=("-i", self.server["identity"])),
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        )
        self.addCleanup(self.session.stdout.close)
        self.addCleanup(self.session.stdin.close)
        self.addCleanup(self.session.wait)
        self.addCleanup(self.session.kill)
        self.assertEqual(self.session.stdout.readline(), "ready\n")

    def banner(self, seconds):
        with contextlib.suppress(OSError):
            with socket.create_connection(("127.0.0.1", self.server["port"]), timeout=seconds) as peer:
                return peer.recv(8)
        return b""

    def test_kill_ends_the_server_with_its_sessions_and_start_brings_it_back(self):
        self.assertTrue(self.lab.command("kill publickey")["ok"])
        self.assertEqual(self.session.wait(DEADLINE), 255)
        self.assertEqual(self.banner(1.0), b"")
        self.assertFalse(self.lab.command("status")["servers"]["publickey"])
        self.assertTrue(self.lab.command("start publickey")["ok"])
        self.assertEqual(self.banner(DEADLINE), b"SSH-2.0-")

    def test_drop_ends_the_sessions_only(self):
        self.assertTrue(self.lab.command("drop publickey")["ok"])
        self.assertEqual(self.session.wait(DEADLINE), 255)
        self.assertEqual(self.banner(DEADLINE), b"SSH-2.0-")

    def test_a_frozen_server_is_silent_until_it_is_thawed(self):
        self.assertTrue(self.lab.command("freeze publickey")["ok"])
        self.assertEqual(self.banner(0.3), b"")
        self.session.stdin.write("still there\n")
        self.session.stdin.flush()
        self.assertEqual(select.select([self.session.stdout], [], [], 0.3)[0], [])
        self.assertTrue(self.lab.command("thaw publickey")["ok"])
        self.assertEqual(self.session.stdout.readline(), "still there\n")

    def test_the_log_can_be_read_and_nonsense_is_refused(self):
        self.assertIn("Accepted publickey for lab", self.lab.command("logs publickey")["log"])
        self.assertFalse(self.lab.command("kill nobody")["ok"])
        self.assertFalse(self.lab.command("dance")["ok"])


class NothingIsLeftBehind(unittest.TestCase):
    def gone(self, inventory):
        pids = [server["pid"] for server in inventory["servers"]]
        until(lambda: not any(map(processes.alive, pids)), "servers ended")

    def test_the_folder_and_every_process_are_gone_when_standard_input_ends(self):
        lab = Lab("--server", "any", "--server", "password")
        server = lab.servers["any"]
        session = subprocess.Popen(
            ssh_command(server, "nohup setsid sleep 1000 >/dev/null 2>&1 & echo $!; cat",
                        options=("-i", server["identity"])),
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        )
        stray = int(session.stdout.readline())
        self.assertTrue(processes.alive(stray))
        lab.close()
        self.gone(lab.inventory)
        until(lambda: not processes.alive(stray), "a process that left its session ended")
        self.assertFalse(os.path.exists(lab.inventory["folder"]))
        session.communicate(timeout=DEADLINE)

    def test_servers_end_when_the_parent_is_killed(self):
        # The pipe to the lab is kept open here on purpose: only the parent's death can tell it.
        reader, writer = os.pipe()
        code = (
            "import subprocess, sys, time\n"
            f"lab = subprocess.Popen({[*LAB, 'up', '--server', 'publickey']!r}, stdin={reader})\n"
            "lab.wait()\n"
        )
        parent = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True, pass_fds=[reader])
        inventory = json.loads(parent.stdout.readline())
        parent.kill()
        parent.wait()
        parent.stdout.close()
        self.gone(inventory)
        until(lambda: not processes.alive(inventory["pid"]), "the lab ended")
        self.assertFalse(os.path.exists(inventory["folder"]))
        os.close(reader)
        os.close(writer)

    def test_servers_end_when_the_lab_itself_is_killed_and_the_next_lab_sweeps_its_folder(self):
        lab = Lab("--server", "publickey")
        lab.process.send_signal(signal.SIGKILL)
        lab.process.wait(DEADLINE)
        self.gone(lab.inventory)  # Its folder may be gone already: any lab that starts meanwhile sweeps it.
        lab.close()
        Lab("--server", "publickey").close()
        self.assertFalse(os.path.exists(lab.inventory["folder"]))


class ThePracticeLabRunsInTheBackground(unittest.TestCase):
    def run_lab(self, *words):
        return subprocess.run([*LAB, *words], env=self.env, capture_output=True, text=True, timeout=DEADLINE,
                              stdin=subprocess.DEVNULL, check=False)

    def setUp(self):
        for variant in sshd.VARIANTS[:2]:
            with socket.socket() as probe:
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                try:
                    probe.bind(("127.0.0.1", variant.practice_port))
                except OSError:
                    self.skipTest("a practice lab runs here already")
        self.folder = tempfile.mkdtemp(prefix="portolan-practice-")
        self.addCleanup(shutil.rmtree, self.folder)
        self.path = pathlib.Path(self.folder, "practice-lab.json")
        # Its own cache for the keys; the unpacked packages are those of everybody.
        cache = pathlib.Path(self.folder, "portolan/lab")
        cache.mkdir(parents=True)
        if packages.places.unpacked().exists():
            (cache / "root").symlink_to(packages.places.unpacked())
        self.env = dict(os.environ, XDG_CACHE_HOME=self.folder, PORTOLAN_PRACTICE_LAB=str(self.path))

    def test_up_status_and_down(self):
        words = ("--server", "publickey", "--server", "password")
        self.assertEqual(self.run_lab("status").returncode, 1)
        run = self.run_lab("up", "--practice", "--json", *words)
        self.addCleanup(self.run_lab, "down")
        self.assertEqual(run.returncode, 0, run.stderr)
        first = json.loads(run.stdout)
        self.assertEqual([s["port"] for s in first["servers"]], [42022, 42023])
        self.assertEqual(self.path.stat().st_mode & 0o777, 0o600)
        again = json.loads(self.run_lab("up", "--practice", "--json").stdout)
        self.assertEqual(again["pid"], first["pid"])
        self.assertEqual(self.run_lab("status", "--json").returncode, 0)
        server = first["servers"][0]
        run, _ = ssh(server, "cat router.conf", key=server["identity"])
        self.assertIn("서울 본사", run.stdout)
        self.assertEqual(self.run_lab("down").returncode, 0)
        self.assertFalse(self.path.exists())
        self.assertFalse(processes.alive(server["pid"]))
        second = json.loads(self.run_lab("up", "--practice", "--json", *words).stdout)
        self.assertEqual(second["servers"][0]["fingerprints"], server["fingerprints"])
        self.assertNotEqual(second["servers"][1]["password"], first["servers"][1]["password"])


class HostileServersMisbehave(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.lab = Lab("--hostile")
        cls.ports = {each["id"]: each["port"] for each in cls.lab.inventory["hostile"]}

    @classmethod
    def tearDownClass(cls):
        cls.lab.close()

    def talk(self, mode, send=b"", enough=1 << 20):
        received = b""
        with socket.create_connection(("127.0.0.1", self.ports[mode]), timeout=2.0) as peer:
            peer.sendall(send)
            try:
                while len(received) < enough and (more := peer.recv(1 << 16)):
                    received += more
            except ConnectionResetError:
                return received, "reset"
            except TimeoutError:
                return received, "open"
        return received, "closed" if len(received) < enough else "more"

    def test_every_mode_listens(self):
        self.assertEqual(set(self.ports), set(hostile.MODES))

    def test_each_does_what_its_name_says(self):
        self.assertEqual(self.talk("silence"), (b"", "open"))
        self.assertEqual(self.talk("close-at-once"), (b"", "closed"))
        self.assertEqual(self.talk("slow-banner"), (hostile.BANNER, "closed"))
        self.assertEqual(self.talk("reset-after-banner", b"SSH-2.0-x\r\n"), (hostile.BANNER, "reset"))
        self.assertEqual(self.talk("endless-banner-line")[1], "more")
        self.assertEqual(self.talk("endless-banner-lines")[1], "more")
        self.assertEqual(self.talk("ignore-flood")[1], "more")
        data, end = self.talk("big-kexinit", enough=9 << 20)
        self.assertEqual((len(data) >= 9 << 20, end), (True, "more"))
        data, end = self.talk("half-packet-then-close")
        self.assertEqual((len(data), end), (len(hostile.BANNER) + 40, "closed"))
        hello = b"SSH-2.0-x\r\n" + hostile.packet(hostile.kexinit(hostile.usual_lists()))
        data, end = self.talk("reset-in-key-exchange", hello)
        self.assertEqual((data[: len(hostile.BANNER)], end), (hostile.BANNER, "reset"))

    def test_openssh_fails_on_each_without_hanging(self):
        slow = {"silence", "silence-after-banner", "slow-key-exchange", "garbage-banner", "zero-packet",
                "endless-banner-line", "endless-banner-lines", "ignore-flood", "debug-flood", "huge-packet", "big-kexinit"}
        for mode, port in self.ports.items():
            if mode in slow:
                continue
            with self.subTest(mode=mode):
                run = subprocess.run(
                    ["ssh", "-F", "none", "-o", "BatchMode=yes", "-o", "UserKnownHostsFile=/dev/null",
                     "-o", "StrictHostKeyChecking=no", "-p", str(port), "lab@127.0.0.1", "true"],
                    capture_output=True, timeout=DEADLINE, stdin=subprocess.DEVNULL, check=False,
                )
                self.assertEqual(run.returncode, 255)


class TheBrokerAnswersOnEveryListener(unittest.TestCase):
    CONNECT = b"\x10\x0f\x00\x04MQTT\x04\x02\x00\x00\x00\x03lab"

    def answer(self, port, wrap=None):
        with socket.create_connection(("127.0.0.1", port), timeout=DEADLINE) as plain:
            with wrap(plain) if wrap else plain as peer:
                peer.sendall(self.CONNECT)
                return peer.recv(4)

    def test_brokers_accept_or_refuse_as_they_say(self):
        with Lab("--broker", "--hostile-broker") as lab:
            ports = {each["id"]: each["port"] for each in lab.inventory["brokers"]}
            self.assertEqual(len(ports), 6)
            self.assertEqual(self.answer(ports["mqtt-plain"]), b"\x20\x02\x00\x00")
            self.assertEqual(self.answer(ports["mqtt-password"])[3], 5)
            trusted = ssl.create_default_context(cafile=lab.inventory["broker_files"]["ca"])
            wrap = lambda plain: trusted.wrap_socket(plain, server_hostname="localhost")  # noqa: E731
            self.assertEqual(self.answer(ports["mqtt-tls"], wrap), b"\x20\x02\x00\x00")
            self.assertTrue(lab.command("kill broker")["ok"])
            with self.assertRaises(OSError):
                self.answer(ports["mqtt-plain"])
            self.assertTrue(lab.command("start broker")["ok"])
            self.assertEqual(self.answer(ports["mqtt-plain"]), b"\x20\x02\x00\x00")
            modes = {each["id"]: each["port"] for each in lab.inventory["hostile_brokers"]}
            self.assertEqual(set(modes), set(hostilebroker.MODES))
            self.assertEqual(self.answer(modes["refuses-4"])[3], 4)


class TheNtpServersAnswer(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.lab = Lab("--ntp", "--hostile-clocks", "--delayed-path", "0:50")
        cls.ntp = cls.lab.inventory["ntp"]
        cls.servers = {each["id"]: each for each in cls.ntp["servers"]}

    @classmethod
    def tearDownClass(cls):
        cls.lab.close()

    @staticmethod
    def ask(port, host="127.0.0.1"):
        """Leap, mode, stratum and what it took, or nothing."""
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        with socket.socket(family, socket.SOCK_DGRAM) as sock:
            sock.settimeout(2.0)
            sock.connect((host, port))
            start = time.monotonic()
            sock.send(struct.pack(">B39xQ", 0x23, 77))
            try:
                data = sock.recv(65536)
            except TimeoutError:
                return None
            return data[0] >> 6, data[0] & 7, data[1], time.monotonic() - start

    def test_each_answers_as_its_name_says(self):
        for name, stratum in (("plain", 3), ("key", 3), ("nts", 3), ("nts-expired", 3)):
            self.assertEqual(self.ask(self.servers[f"ntp-{name}"]["port"])[:3], (0, 4, stratum), name)
        self.assertEqual(self.ask(self.servers["ntp-unsynchronised"]["port"])[0], 3)
        self.assertEqual(self.ask(self.servers["ntp-plain"]["port"], "127.200.1.1")[2], 3)
        if self.ntp["ipv6"]:
            for server in self.servers.values():
                self.assertIsNotNone(self.ask(server["port"], "::1"), server["id"])
        until(lambda: self.ask(self.servers["ntp-follower"]["port"])[:3] == (0, 4, 4), "the follower has time")

    def test_nts_is_there_and_one_certificate_has_expired(self):
        def talk(port):
            trusted = ssl.create_default_context(cafile=self.ntp["ca"])
            trusted.set_alpn_protocols(["ntske/1"])
            with socket.create_connection(("127.0.0.1", port), timeout=DEADLINE) as plain:
                with trusted.wrap_socket(plain, server_hostname="localhost") as peer:
                    return peer.selected_alpn_protocol()

        self.assertEqual(talk(self.servers["ntp-nts"]["exchange_port"]), "ntske/1")
        with self.assertRaisesRegex(ssl.SSLError, "expired"):
            talk(self.servers["ntp-nts-expired"]["exchange_port"])

    def test_chronyc_is_told_about_the_follower(self):
        programs = self.ntp["programs"]
        env = {"LD_LIBRARY_PATH": programs["libraries"], "LC_ALL": "C"}
        command = [programs["chronyc"], "-h", "127.0.0.1", "-p", str(self.ntp["commands"]["port"]), "-c", "-n", "sources"]

        def sources():
            return subprocess.run(command, env=env, capture_output=True, text=True, timeout=DEADLINE, check=False).stdout

        until(lambda: sources().startswith("^,*,127.0.0.1,3,"), "the follower has chosen its server")

    def test_no_server_may_touch_the_clock(self):
        for server in self.servers.values():
            self.assertIn("Disabled control of system clock", self.lab.command(f"logs {server['id']}")["log"])

    def test_a_delayed_path_takes_its_time(self):
        way = self.lab.inventory["delayed_paths"][0]
        leap, _, stratum, took = self.ask(way["port"])
        self.assertEqual((leap, stratum, took >= 0.05), (0, 3, True))

    def test_hostile_clocks_lie(self):
        ports = {each["id"]: each["port"] for each in self.lab.inventory["hostile_clocks"]}
        self.assertEqual(set(ports), set(hostileclock.MODES))
        self.assertIsNone(self.ask(ports["silent"]))
        self.assertEqual(self.ask(ports["honest"])[:3], (0, 4, 2))
        self.assertEqual(self.ask(ports["stratum-17"])[2], 17)
        self.assertEqual(self.ask(ports["mode-5"])[1], 5)
        self.assertEqual(self.ask(ports["kiss-rate"])[:3], (3, 4, 0))
        self.assertGreaterEqual(self.ask(ports["late"])[3], hostileclock.LATE)


if __name__ == "__main__":
    wrong = packages.check()
    if wrong or shutil.which("ssh") is None:
        print(f"The lab is not here: {wrong or 'no ssh'}")
        sys.exit(1 if os.environ.get("CI") else 77)
    unittest.main(verbosity=2)
