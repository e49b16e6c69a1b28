# SPDX-License-Identifier: GPL-3.0-or-later
"""No secret is ever written in clear: plants a canary password, uses it every way there is, and searches all that was written.

    canary.py PORTOLANCTL [LAB]

PORTOLAN_HOME, HOME and the temporary folder are one empty folder; what the programs print goes there too. Afterwards every
file in it is searched for the canary, plain and in the encodings in which a careless hand would hide it. LAB is tests/lab/lab.py:
with it the canary logs in to a real server, rightly and wrongly.
"""

import base64
import contextlib
import json
import os
import pathlib
import secrets
import subprocess
import sys
import tempfile
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


@contextlib.contextmanager
def lab_server(lab, server):
    """A real server of the lab, as its inventory describes it."""
    process = subprocess.Popen([sys.executable, lab, "up", "--server", server], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    try:
        inventory = json.loads(process.stdout.readline())
        yield next(s for s in inventory["servers"] if s["id"] == server)
    finally:
        process.stdin.close()
        process.terminate()
        process.wait(LIMIT)


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
        for words in (("ssh", "exec", url, "--", "true"), ("ssh", "audit", url)):
            for extra in ((), ("--json",), ("--verbose",), ("--lang", "ko")):
                sandbox.run(program, *extra, *words, expect=(2,))


def logins(sandbox, program, secret, lab):
    """A password that a real server takes, the same one with a wrong user, a wrong one, and no server at all."""
    with lab_server(lab, "password") as server:
        real = server["password"]
        url = f"ssh://{server['user']}@{server['host']}:{server['port']}"
        known = sandbox.folder / "known_hosts"
        wrong_user = f"ssh://nobody-{secrets.token_hex(2)}@{server['host']}:{server['port']}"
        for extra in ((), ("--json",), ("--verbose",), ("--json", "--verbose")):
            common = (program, *extra, "ssh", "exec", "--known-hosts", str(known), "--accept-new", "--password-env", "CANARY")
            done = sandbox.run(*common, url, "--", "echo from-the-server", expect=(0,), CANARY=real)
            if b"from-the-server" not in done.stdout and b"from-the-server" not in base64.b64decode(
                    json.loads(done.stdout.splitlines()[0]).get("data_base64", "") if "--json" in extra else ""):
                raise SystemExit(f"the login did not happen: {done.stdout!r}")
            sandbox.run(*common, url, "--", "true", expect=(255,), CANARY=secret)
            sandbox.run(*common, wrong_user, "--", "true", expect=(255,), CANARY=real)
            sandbox.run(*common, "ssh://ops@127.0.0.1:1", "--", "true", expect=(255,), CANARY=secret)
        return real


def main():
    program = str(pathlib.Path(sys.argv[1]).resolve())
    secret = f"canary-{secrets.token_hex(6)}-Zq"
    show_that_leaks_are_found(secret)
    with tempfile.TemporaryDirectory() as folder:
        sandbox = Sandbox(folder)
        planted = [secret]
        refused_urls(sandbox, program, secret)
        if len(sys.argv) > 2:
            planted.append(logins(sandbox, program, secret, sys.argv[2]))
        found = {path for one in planted for path in leaks(sandbox.folder, one)}
        for path in sorted(found):
            print(f"a secret in clear: {path}")
        print(f"{sandbox.runs} runs, {len(found)} leaks")
        sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
