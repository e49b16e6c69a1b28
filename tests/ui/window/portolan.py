# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the real window by its keyboard, as a person does who owns no mouse."""

import contextlib
import os
import pathlib
import sqlite3

from desktop import ROOT, Missed, until

BUILD = pathlib.Path(os.environ.get("PORTOLAN_BUILD_DIR") or ROOT / "build/release")
PROGRAM = BUILD / "app/gui/portolan"
SHELL = r"lab@bastion: ~"


def database(desktop):
    return pathlib.Path(desktop.env["PORTOLAN_HOME"], "data/portolan.db")


def until_kept(desktop, *words):
    """Until the session in the database holds all of these bytes."""

    def is_kept():
        with contextlib.closing(sqlite3.connect(f"file:{database(desktop)}?mode=ro", uri=True)) as base:
            row = base.execute("SELECT value FROM settings WHERE key = 'session/windows'").fetchone()
        return row and all(each in bytes(row[0]) for each in words)

    until(is_kept, f"{words} in the kept session")


class Portolan:
    """The program, started on `desktop`; ends when the desktop does."""

    def __init__(self, desktop, language="en", theme="light", size=None, env=None):
        self.desktop = desktop
        config = pathlib.Path(desktop.env["PORTOLAN_HOME"], "config")
        config.mkdir(parents=True, exist_ok=True)
        (config / "settings.ini").write_text(f"[interface]\nlanguage={language}\ntheme={theme}\n")
        self.process = desktop.spawn([str(PROGRAM)], env=env)
        try:
            self.window = desktop.window("Portolan$")
        except Missed as missed:
            raise Missed(f"{missed}; exit code {self.process.poll()}, it said: {desktop.log('portolan')}") from None
        desktop.until_active("Portolan$")
        if size:
            desktop.resize(self.window, *size)

    def connect(self, url):
        """Types an address into quick connect."""
        self.desktop.key("ctrl+shift+l")
        self.desktop.type(url)
        self.desktop.key("Return")

    def accept_host_key(self, always=False):
        """The dialog stands on its last button, "Reject"; before it are "Accept always" and "Accept once"."""
        dialog = self.desktop.until_active("^Host key of|호스트 키")
        self.desktop.key(*(["shift+Tab"] * (2 if always else 1)), "space")
        self.desktop.until_closed(dialog)

    def answer(self, title, text):
        """Types one answer into the dialog of that title."""
        dialog = self.desktop.until_active(title)
        self.desktop.type(text)
        self.desktop.key("Return")
        self.desktop.until_closed(dialog)

    def until_shell(self):
        self.desktop.until_active(SHELL)

    def log_in(self, server):
        """From quick connect to the prompt, over all questions that this server asks."""
        url = server["url"]
        if "identity" in server:
            url += f"?identity={server['identity']}"
        self.connect(url)
        self.accept_host_key()
        if "identity" not in server or server["id"] == "two-factor":
            for answer in server["answers"]:
                self.answer("^(Password for|Questions from)|비밀번호|질문", answer)
        self.until_shell()

    def run(self, line):
        self.desktop.type(line)
        self.desktop.key("Return")

    def kill(self):
        self.process.kill()
        self.process.wait()

    def start_again(self, title):
        """After it was killed; connects the tab that waits there, whose button has the focus."""
        self.process = self.desktop.spawn([str(PROGRAM)])
        self.window = self.desktop.until_active(title)
        self.desktop.key("Return")

    def quit(self):
        """Ends it as the desktop does at logout and returns its exit code."""
        if self.process.poll() is None:
            self.process.terminate()
        until(lambda: self.process.poll() is not None, "the window ended")
        return self.process.returncode
