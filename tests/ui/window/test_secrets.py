# SPDX-License-Identifier: GPL-3.0-or-later
"""Passwords in the real window, with a real keychain: where they go, and that they are nowhere else.

What is searched: everything below the home of the program (database and its journal, settings, session), what it printed at
debug level, its command line as other users see it, every window title, the clipboard, and what it said when it was made
to crash.
"""

import os
import pathlib
import re
import secrets
import signal
import subprocess
import sys
import unittest

sys.dont_write_bytecode = True
HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
sys.path.insert(0, str(HERE.parents[1] / "unit/layering"))

import canary  # noqa: E402
import desktop  # noqa: E402
import portolan  # noqa: E402
from desktop import until  # noqa: E402

import packages  # noqa: E402

LOGIN = "/org/freedesktop/secrets/collection/login"


class SecretsTest(unittest.TestCase):
    keyring = "open"

    def setUp(self):
        self.desktop = desktop.Desktop()
        self.desktop.__enter__()
        self.addCleanup(self.desktop.close)
        # The prompter of the keychain appears on this desktop.
        os.environ["DISPLAY"] = self.desktop.env["DISPLAY"]
        self.addCleanup(os.environ.pop, "DISPLAY")
        lab = desktop.lab("--server", "password", "--server", "publickey", "--keyring", self.keyring)
        self.inventory, self.command = lab.__enter__()
        self.addCleanup(lab.__exit__, None, None, None)
        self.servers = {each["id"]: each for each in self.inventory["servers"]}
        self.server = self.servers["password"]
        self.chain = self.inventory["keyrings"][0]
        self.env = {"DBUS_SESSION_BUS_ADDRESS": self.chain["bus"], "QT_LOGGING_RULES": "*.debug=true"}
        self.desktop.env.update(self.env)
        self.seen = []  # titles, clipboards, command lines
        # The fingerprints are known: this is about other questions.
        config = pathlib.Path(self.desktop.env["PORTOLAN_HOME"], "config")
        config.mkdir(parents=True)
        (config / "known_hosts").write_bytes(pathlib.Path(self.server["known_hosts"]).read_bytes())

    def start(self, *arguments):
        """The window, with arguments that the usual helper does not give."""
        self.process = self.desktop.spawn([str(portolan.PROGRAM), "--lang", "en", *arguments])
        self.desktop.window("Portolan$")
        self.look()

    def look(self):
        for window in self.desktop.run("xdotool", "search", "--name", ".", check=False).split():
            self.seen.append(self.desktop.run("xprop", "-id", window, "WM_NAME", "_NET_WM_NAME", "WM_COMMAND",
                                              "WM_ICON_NAME", check=False))
        self.seen.append(self.desktop.clipboard())
        self.seen.append(self.desktop.run("xclip", "-selection", "primary", "-out", check=False))
        self.seen.append(pathlib.Path(f"/proc/{self.process.pid}/cmdline").read_text(errors="replace"))

    def accepted(self, word="Accepted password"):
        return self.command("logs password")["log"].count(word)

    def ask_keychain(self, name):
        return self.desktop.run("dbus-send", "--session", "--print-reply", "--dest=org.freedesktop.secrets", LOGIN,
                                "org.freedesktop.DBus.Properties.Get", "string:org.freedesktop.Secret.Collection",
                                f"string:{name}")

    def stored(self):
        return self.ask_keychain("Items").count("object path")

    def end(self, number=signal.SIGTERM):
        self.process.send_signal(number)
        until(lambda: self.process.poll() is not None, "the window ended")
        return self.process.returncode

    def search(self, *planted):
        self.assertTrue(any("Portolan" in text for text in self.seen), self.seen)
        (self.desktop.folder / "seen").write_text("\n".join(self.seen))
        return sorted({path for one in planted for path in canary.leaks(self.desktop.folder, one)})


class OpenKeychain(SecretsTest):
    def test_a_password_is_in_the_keychain_and_nowhere_else(self):
        password, wrong = self.server["password"], f"canary-{secrets.token_hex(6)}-Zq"
        # Typed at the question, and to be remembered: the box stands behind the field.
        self.start(self.server["url"])
        dialog = self.desktop.until_active("^Password for")
        self.look()
        self.desktop.type(password)
        self.desktop.key("Tab", "space")
        self.desktop.key("Return")
        self.desktop.until_closed(dialog)
        until(lambda: self.stored() == 1, "the password in the keychain")
        self.desktop.until_active(portolan.SHELL)
        self.look()
        self.assertEqual(self.end(), 0, self.desktop.log("portolan"))

        # In the address, wrongly, then rightly: neither is stored.
        user, place = self.server["url"].removeprefix("ssh://").split("@")
        self.start(f"ssh://{user}:{wrong}@{place}")
        self.desktop.until_active("^Password for")
        self.look()
        self.desktop.type(wrong)
        self.desktop.key("Return")
        until(lambda: self.accepted("Failed password") >= 2, "the second refusal")
        self.desktop.until_active("^Password for")
        self.assertEqual(self.end(), 0, self.desktop.log("portolan"))
        before = self.accepted()
        self.start(f"ssh://{user}:{password}@{place}")
        until(lambda: self.accepted() > before, "the login by address")
        self.desktop.until_active(portolan.SHELL)
        self.look()
        self.assertEqual(self.stored(), 1)
        # What it says when it ends badly.
        self.assertEqual(self.end(signal.SIGABRT), -signal.SIGABRT)
        self.assertEqual(self.search(password, wrong), [])


    def test_a_passphrase_is_nowhere(self):
        passphrase, wrong = self.inventory["client"]["passphrase"], f"canary-{secrets.token_hex(6)}-Zq"
        key = self.inventory["client"]["encrypted"]
        self.start(f"{self.servers['publickey']['url']}?identity={key}")
        for answer in (wrong, passphrase):
            dialog = self.desktop.until_active("^Key passphrase")
            self.look()
            self.desktop.type(answer)
            self.desktop.key("Return")
            self.desktop.until_closed(dialog)
        self.desktop.until_active(portolan.SHELL)
        self.look()
        self.assertEqual(self.stored(), 0)  # nobody asked for it
        portolan.until_kept(self.desktop, b"id_encrypted")
        with open(self.desktop.folder / "export.json", "wb") as file:
            subprocess.run([str(portolan.BUILD / "app/cli/portolanctl"), "profile", "export"], env=self.desktop.env,
                           stdout=file, check=True)
        self.assertEqual(self.end(signal.SIGABRT), -signal.SIGABRT)
        self.assertTrue(portolan.database(self.desktop).with_name("history.db").exists())
        self.assertEqual(self.search(passphrase, wrong), [])


class LockedKeychain(SecretsTest):
    keyring = "locked"

    def test_a_locked_keychain_is_unlocked_by_its_own_prompt(self):
        password = self.server["password"]
        self.start(self.server["url"])
        dialog = self.desktop.until_active("^Password for")
        self.assertIn("boolean true", self.ask_keychain("Locked"))
        # The button stands behind the field.
        self.desktop.key("Tab", "space")
        prompt = until(lambda: [title for title in self.desktop.titles()
                                if re.search(r"[Kk]eyring|gcr|prompter", title)], "the keychain's prompt")
        self.desktop.until_active(re.escape(prompt[0]))
        self.desktop.type(self.chain["password"])
        self.desktop.key("Return")
        until(lambda: "boolean false" in self.ask_keychain("Locked"), "the keychain to be open")
        self.desktop.until_active("^Password for")
        self.desktop.type(password)
        self.desktop.key("Return")
        self.desktop.until_closed(dialog)
        self.desktop.until_active(portolan.SHELL)
        self.look()
        self.assertEqual(self.stored(), 0)  # nobody asked for it
        self.assertEqual(self.end(), 0, self.desktop.log("portolan"))
        self.assertEqual(self.search(password, self.chain["password"]), [])


def main():
    missing = desktop.missing_programs(("gnome-keyring-daemon", "dbus-send"))
    reason = f"missing: {', '.join(missing)}" if missing else packages.check()
    if reason:
        print(f"The desktop is not here: {reason}")
        sys.exit(1 if os.environ.get("CI") else 77)
    unittest.main()


if __name__ == "__main__":
    main()
