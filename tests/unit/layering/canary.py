# SPDX-License-Identifier: GPL-3.0-or-later
"""No secret is ever written in clear: plants a canary password, uses it every way there is, and searches all that was written.

    canary.py --portolanctl PROGRAM [--portolan PROGRAM] [--lab tests/lab/lab.py]

PORTOLAN_HOME, HOME and the temporary folder are one empty folder; what the programs print goes there too. Afterwards every
file in it is searched for the canary, plain and in the encodings in which a careless hand would hide it. With the lab the
canary logs in to a real server, rightly and wrongly.
"""

import argparse
import base64
import contextlib
import json
import os
import pathlib
import secrets
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.parse

LIMIT = 60  # seconds for one command


def disguises(secret):
    """The ways in which a secret may stand in a file, as bytes."""
    plain = secret.encode()
    yield from (plain, plain[::-1], secret.upper().encode(), secret.encode("utf-16-le"), plain.hex().encode())
    yield urllib.parse.quote(secret, safe="").encode()
    for lead in range(3):  # base64 looks different at each of three offsets; the edges depend on the neighbours
        text = base64.b64encode(b"x" * lead + plain)
        yield text[4 if lead else 0: -4]


def leaks(folder, secret):
    needles = list(disguises(secret))
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*")
                  if path.is_file() and any(needle in path.read_bytes() for needle in needles))


class Sandbox:
    """An empty home for the programs, and what they printed in it."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.runs = 0
        self.environment = {
            "PATH": os.environ["PATH"], "LANG": "C.UTF-8", "HOME": folder, "TMPDIR": folder, "PORTOLAN_HOME": f"{folder}/portolan",
            "XDG_RUNTIME_DIR": folder, "QT_LOGGING_RULES": "*.debug=true", "QT_QPA_PLATFORM": "offscreen",
            **{name: value for name, value in os.environ.items() if name.endswith("SAN_OPTIONS")},
        }

    def run(self, *command, expect, **environment):
        self.runs += 1
        done = subprocess.run(command, env=self.environment | environment, stdin=subprocess.DEVNULL, capture_output=True,
                              timeout=LIMIT)
        (self.folder / f"run-{self.runs}.out").write_bytes(done.stdout)
        (self.folder / f"run-{self.runs}.err").write_bytes(done.stderr)
        if done.returncode not in expect:
            raise SystemExit(f"{command[1:]} ended with {done.returncode}, not {expect}: {done.stderr.decode()[:2000]}")
        return done

    def run_until(self, condition, *command):
        """Runs a program that stays; ends it as soon as the condition holds."""
        self.runs += 1
        with open(self.folder / f"run-{self.runs}.out", "wb") as out, open(self.folder / f"run-{self.runs}.err", "wb") as err:
            process = subprocess.Popen(command, env=self.environment, stdin=subprocess.DEVNULL, stdout=out, stderr=err)
        deadline = time.monotonic() + LIMIT
        try:
            while not condition():
                with contextlib.suppress(subprocess.TimeoutExpired):
                    raise SystemExit(f"{command[0]} ended with {process.wait(0.1)} by itself")
                if time.monotonic() > deadline:
                    raise SystemExit(f"{command[0]}: what was waited for did not happen")
            process.terminate()
            code = process.wait(LIMIT)
            if code != 0:
                said = (self.folder / f"run-{self.runs}.err").read_text(errors="replace")
                raise SystemExit(f"{command[0]} ended with {code} when it was asked to end: {said[-3000:]}")
        finally:
            process.kill()
            process.wait()


class Server:
    """A real server of the lab that asks for a password."""

    def __init__(self, lab):
        self.process = subprocess.Popen([sys.executable, lab, "up", "--server", "password"],
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        told = self.process.stdout.readline()
        if not told:
            self.process.wait(LIMIT)
            print("the lab did not start (see above)")
            sys.exit(1 if os.environ.get("CI") else 77)
        inventory = json.loads(told)
        entry = inventory["servers"][0]
        self.user, self.password, self.known_hosts = entry["user"], entry["password"], entry["known_hosts"]
        self.place = f"{entry['host']}:{entry['port']}"

    def log(self):
        self.process.stdin.write(b"logs password\n")
        self.process.stdin.flush()
        return self.process.stdout.readline().decode()

    def close(self):
        self.process.stdin.close()
        self.process.wait(LIMIT)


def show_that_leaks_are_found(secret):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for number, text in enumerate([secret.encode(), f"url=ssh://u:{secret}@h".encode(), secret.encode("utf-16-le"),
                                       base64.b64encode(b'{"p":"' + secret.encode() + b'"}'),
                                       base64.b64encode(secret.encode())]):
            (folder / f"leak{number}").write_bytes(b"before " + text + b" after")
        (folder / "clean").write_bytes(b"nothing here")
        found = leaks(folder, secret)
        if found != [f"leak{n}" for n in range(5)]:
            raise SystemExit(f"the search itself does not find what it should: {found}")


def refused_urls(sandbox, program, secret):
    """A password in a URL is a usage error, whatever stands around it."""
    for url in (f"ssh://ops:{secret}@127.0.0.1:1", f"ssh://ops:{secret}@", f"ssh://ops:{secret}@bas tion",
                f"ssh://ops:{secret}@127.0.0.1:99999"):
        broker = url.replace("ssh://", "mqtt://")
        for words in (("ssh", "exec", url, "--", "true"), ("ssh", "audit", url), ("mqtt", "pub", broker, "x", "--empty"),
                      ("mqtt", "diagnose", broker)):
            for extra in ((), ("--json",), ("--verbose",), ("--lang", "ko")):
                sandbox.run(program, *extra, *words, expect=(2,))


def logins(sandbox, program, secret, server):
    """A password that a real server takes, the same one with a wrong user, a wrong one, and no server at all."""
    url = f"ssh://{server.user}@{server.place}"
    stranger = f"ssh://nobody-{secrets.token_hex(2)}@{server.place}"
    known = str(sandbox.folder / "known_hosts")
    for extra in ((), ("--json",), ("--verbose",), ("--json", "--verbose")):
        before = server.log().count("Accepted password")
        common = (program, *extra, "--password-env", "CANARY", "ssh", "exec", "--known-hosts", known, "--accept-new")
        sandbox.run(*common, url, "--", "true", expect=(0,), CANARY=server.password)
        if server.log().count("Accepted password") == before:
            raise SystemExit("the login with the canary did not happen")
        sandbox.run(*common, url, "--", "true", expect=(255,), CANARY=secret)
        sandbox.run(*common, stranger, "--", "true", expect=(255,), CANARY=server.password)
        sandbox.run(*common, "ssh://ops@127.0.0.1:1", "--", "true", expect=(255,), CANARY=secret)


def broker_logins(sandbox, program, secret, lab):
    """The same of a broker: its own password, a wrong one, and no broker; the transcript too."""
    with subprocess.Popen([sys.executable, lab, "up", "--broker"], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        brokers = {each["id"]: each for each in json.loads(process.stdout.readline())["brokers"]}
        url, password = brokers["mqtt-password"]["url"], brokers["mqtt-password"]["password"]
        transcript = str(sandbox.folder / "mqtt.transcript")
        for extra in ((), ("--json",), ("--json", "--verbose")):
            common = (program, *extra, "--password-env", "CANARY", "mqtt")
            sandbox.run(*common, "pub", url, "plant/x", "--empty", expect=(0,), CANARY=password)
            sandbox.run(*common, "pub", url, "plant/x", "--empty", expect=(4,), CANARY=secret)
            sandbox.run(*common, "diagnose", url, "--transcript", transcript, expect=(4,), CANARY=secret)
            sandbox.run(*common, "pub", "mqtt://ops@127.0.0.1:1", "x", "--empty", expect=(3,), CANARY=secret)
        process.stdin.close()
    return password


def window_logins(sandbox, program, secret, server):
    """The window takes a password in a URL, once: for a login that works, and for one that does not."""
    config = sandbox.folder / "portolan" / "config"
    config.mkdir(parents=True, exist_ok=True)
    shutil.copy(server.known_hosts, config / "known_hosts")
    for password, seen in ((server.password, "Accepted password"), (secret, "Failed password")):
        before = server.log().count(seen)
        sandbox.run_until(lambda: server.log().count(seen) > before, program, f"ssh://{server.user}:{password}@{server.place}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--portolanctl", required=True, type=os.path.abspath)
    parser.add_argument("--portolan", type=os.path.abspath)
    parser.add_argument("--lab", type=os.path.abspath)
    options = parser.parse_args()
    secret = f"canary-{secrets.token_hex(6)}-Zq"
    show_that_leaks_are_found(secret)
    with tempfile.TemporaryDirectory() as folder, contextlib.ExitStack() as stack:
        sandbox = Sandbox(folder)
        planted = [secret]
        refused_urls(sandbox, options.portolanctl, secret)
        if options.lab:
            server = Server(options.lab)
            stack.callback(server.close)
            planted.append(server.password)
            logins(sandbox, options.portolanctl, secret, server)
            planted.append(broker_logins(sandbox, options.portolanctl, secret, options.lab))
            if options.portolan:
                window_logins(sandbox, options.portolan, secret, server)
        found = sorted({path for one in planted for path in leaks(sandbox.folder, one)})
        for path in found:
            print(f"a secret in clear: {path}")
        print(f"{sandbox.runs} runs, {len(found)} leaks")
        sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
