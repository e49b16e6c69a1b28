# SPDX-License-Identifier: GPL-3.0-or-later
"""The SNMP panel in the real window, by the keyboard alone, against net-snmp's snmpd; judged by the clipboard and by snmpget."""

import os
import pathlib
import shutil
import subprocess
import sys
import time
import unittest

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

import desktop  # noqa: E402
import portolan  # noqa: E402
import xprobe  # noqa: E402
from desktop import until  # noqa: E402

import packages  # noqa: E402

SIZE = (1280, 800)
CONTACT = "1.3.6.1.2.1.1.4.0"
LOCATION = "The lab of Portolan"  # what the lab's agent says at sysDescr
ERROR = bytes.fromhex("382fbf")  # what is bad in the light theme, as the screen holds it
OPERATIONS = ("get", "next", "bulk", "walk", "table", "set")  # in the order of the box
OPERATOR = "version=3&level=authPriv&auth=SHA-256&priv=AES-128"


class Agent(unittest.TestCase):
    """One agent for all; a desktop and a window for each test."""

    @classmethod
    def setUpClass(cls):
        lab = desktop.lab("--snmp")
        inventory, _ = lab.__enter__()
        cls.addClassCleanup(lab.__exit__, None, None, None)
        cls.snmp = inventory["snmp"]
        cls.port = next(each["port"] for each in cls.snmp["agents"] if each["id"] == "snmpd")

    def setUp(self):
        self.desktop = desktop.Desktop()
        self.desktop.__enter__()
        self.addCleanup(self.desktop.close)
        self.addCleanup(self.end)
        self.window = portolan.Portolan(self.desktop, size=SIZE)

    def end(self):
        result = self._outcome.result
        passed = not any(self is test for test, _ in (*result.errors, *result.failures))
        pictures = os.environ.get("PORTOLAN_PICTURES")
        if pictures or not passed:
            folder = pathlib.Path(pictures or os.environ.get("PORTOLAN_BUILD_DIR", "/tmp"), "window-tests")
            self.desktop.screenshot(folder / f"{self.id().split('.')[-1]}.png")
        code = self.window.quit()
        log = self.desktop.log("portolan")
        self.assertEqual((code, "Sanitizer" in log), (0, False), log)

    # What a person does -----------------------------------------------------------------------------------------

    def open(self, who="", options=""):
        self.window.connect(f"snmp://{who}127.0.0.1:{self.port}{'?' + options if options else ''}")

    def command(self, words):
        """From the palette, which opens once no list of proposals is in the way."""
        self.desktop.key("ctrl+shift+p")
        self.desktop.type(words)
        self.desktop.key("Return")

    def ask(self, operation, objects):
        """Chooses the operation, and asks for these objects. Not by letters: typed soon after others, they continue those."""
        self.desktop.key("ctrl+shift+u", "shift+Tab", "Home", *["Down"] * OPERATIONS.index(operation))
        self.desktop.key("Tab", "ctrl+a")
        self.desktop.type(objects)
        self.desktop.key("Return")

    def copied(self, page):
        """All rows of the results or of the table, as they are copied; the mark where there are none."""
        self.desktop.own_clipboard("nothing yet")
        self.command(f"go to the {page}")
        self.desktop.key("ctrl+a", "ctrl+c")
        return self.desktop.clipboard()

    def until_answer(self, operation, objects, expected, page="results"):
        """Asks until it is there: before the modules are read a name means nothing, before the agent has answered nothing goes."""

        def answered():
            self.ask(operation, objects)
            self.desktop.key("ctrl+shift+u", "shift+Tab")  # away from the field, whose proposals come late
            patience = time.monotonic() + 4
            while time.monotonic() < patience:
                found = self.copied(page)
                if all(each in found for each in expected):
                    return found
            return None

        return until(answered, f"{expected} in the {page}")

    def password(self, first, second):
        """Answers the question for both passwords of version 3, which stands on the first."""
        dialog = self.desktop.until_active("^How to ask")
        self.desktop.type(first)
        self.desktop.key("Tab", "Tab")  # the cipher, its password
        self.desktop.type(second)
        self.desktop.key("Return")
        self.desktop.until_closed(dialog)

    def contact(self):
        """What the agent has, asked by a stranger to us."""
        command = ["snmpget", "-v2c", "-c", "public", "-On", "-Oqv", f"127.0.0.1:{self.port}", CONTACT]
        env = {"PATH": os.environ["PATH"], "MIBS": "", "LC_ALL": "C.UTF-8"}
        done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False, env=env)
        return done.stdout.strip().strip('"')

    # What has to hold -------------------------------------------------------------------------------------------

    def test_a_walk_and_a_table_say_what_the_agent_has(self):
        self.open()
        self.until_answer("walk", "system", ["sysDescr.0", LOCATION, "sysServices.0"])
        table = self.until_answer("table", "ifTable", ["lo", "softwareLoopback"], page="table")
        # An interface a line, however many columns it has.
        self.assertEqual(len([line for line in table.splitlines() if "softwareLoopback" in line]), 1, table)

    def test_a_set_arrives_and_is_taken_back(self):
        self.open(f"{self.snmp['communities']['write']}@")
        self.until_answer("get", "sysContact", ["sysContact.0"])
        before = self.contact()
        self.ask("set", "sysContact")
        dialog = self.desktop.until_active("^Set sysContact")
        self.desktop.key("ctrl+a")
        self.desktop.type("harbour master")
        self.desktop.key("Return")
        self.desktop.until_closed(dialog)
        until(lambda: self.contact() == "harbour master", "the new value at the agent")
        self.desktop.until_active("127.0.0.1")
        # Above the operation are the notice's buttons: to close it, and before that one "Undo".
        self.desktop.key("ctrl+shift+u", "shift+Tab", "shift+Tab", "shift+Tab", "space")
        until(lambda: self.contact() == before, "the former value at the agent")

    def test_a_wrong_password_is_named_and_the_right_one_opens(self):
        self.open("operator@", OPERATOR)
        self.password("not the password", self.snmp["priv_password"])
        probe = xprobe.Probe(self.desktop.env["DISPLAY"])
        self.addCleanup(probe.close)

        def red(*place):
            area = probe.area(*place)
            try:
                picture = area.read()
                return sum(picture[at : at + 3] == ERROR for at in range(0, len(picture), 4)) > 20
            finally:
                area.close()

        until(lambda: red(250, 120, 40, 70), "the agent's refusal")  # where the state and the notice stand
        self.desktop.key("ctrl+shift+e")
        until(lambda: red(SIZE[0] - 310, 200, 120, 80), "a finding that is an error")

        def copied():
            # Closed and opened again, the focus is in the page; behind the button to run is the one to copy.
            self.desktop.key("ctrl+shift+e", "ctrl+shift+e", "Tab", "space")
            self.desktop.key("Down", "Return")
            return "password" in self.desktop.clipboard()

        self.desktop.own_clipboard("nothing yet")
        until(copied, "the findings in the clipboard")
        self.assertIn("authentication password", self.desktop.clipboard())
        self.assertNotIn(self.snmp["priv_password"], self.desktop.clipboard())
        self.command("change the snmp version or credential")
        self.password(self.snmp["auth_password"], self.snmp["priv_password"])
        self.until_answer("walk", "system", ["sysDescr.0", LOCATION])

    def test_the_session_comes_back(self):
        self.open()
        self.until_answer("get", "sysDescr", [LOCATION])
        portolan.until_kept(self.desktop, b"snmp://")
        self.window.kill()
        self.window.start_again("127.0.0.1")
        self.until_answer("get", "sysDescr", [LOCATION])


def main():
    wrong = []
    if not portolan.PROGRAM.exists():
        wrong.append(f"no {portolan.PROGRAM}")
    wrong += [f"no {name}" for name in (*desktop.missing_programs(), "snmpget") if shutil.which(name) is None]
    if packages.check_snmp():
        wrong.append(packages.check_snmp())
    if wrong:
        print("The agent cannot be tested here: " + ", ".join(wrong))
        return 1 if os.environ.get("CI") else 77
    unittest.main(verbosity=2)
    return 0


if __name__ == "__main__":
    sys.exit(main())
