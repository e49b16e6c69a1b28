# SPDX-License-Identifier: GPL-3.0-or-later
"""NTP for screenshots.py: the lab's servers, delayed paths and a clock that lies, watched for a while."""

import desktop  # noqa: F401  # finds the lab

import processes

# What the lab has to be started with: milliseconds there, back, and how much they vary.
OPTIONS = ("--ntp", "--hostile-clocks", "--delayed-path", "4:5:1", "--delayed-path", "9:14:3")
EXPLAINED = 4.0  # seconds: silent servers are asked in other ways
GATHERED = 75.0  # seconds before the pictures: after the burst a server is asked every 16 seconds


class Scenes:
    def __init__(self, studio, inventory):
        self.studio, self.stage = studio, studio.stage
        port = next(each["port"] for each in inventory["ntp"]["servers"] if each["id"] == "ntp-plain")
        follower = next(each["port"] for each in inventory["ntp"]["servers"] if each["id"] == "ntp-follower")
        self.liar = next(each["port"] for each in inventory["hostile_clocks"] if each["id"] == "ahead")
        paths = [each["port"] for each in inventory["delayed_paths"]]
        self.servers = [f"127.0.0.1:{port}", f"127.0.0.2:{port}", f"127.0.0.1:{follower}",
                        *(f"127.0.0.1:{each}" for each in paths), f"127.0.0.1:{self.liar}"]

    # What a person does -----------------------------------------------------------------------------------------

    def open(self):
        first, *others = self.servers
        self.studio.window.connect(f"ntp://{first}?" + "&".join(f"also={each}" for each in others))
        self.stage.until_active("127.0.0.1")

    def choose(self, words):
        self.stage.key("ctrl+shift+x", "ctrl+a")
        self.stage.type(words)
        self.stage.key("Return", "ctrl+a", "ctrl+shift+x", "Escape")

    # Pictures ---------------------------------------------------------------------------------------------------

    def panel(self):
        self.open()
        processes.pause(GATHERED)
        self.studio.take("ntp", moving=True)

    def intervals(self):
        self.studio.command("go to the intervals")
        self.studio.take("ntp-intervals", moving=True)

    def documentation(self):
        self.panel()
        self.intervals()

    def everything(self):
        take, command = self.studio.take, self.studio.command
        self.documentation()
        command("go to the table of servers")
        self.choose(str(self.liar))
        self.stage.key("ctrl+shift+i")
        take("ntp-server", moving=True)
        self.stage.key("ctrl+shift+i")
        for name, words in (("matrix", "servers against each other"), ("alarms", "show or hide the alarms"),
                            ("host", "clock of a host is kept")):
            command(words)
            take(f"ntp-{name}", moving=True)
            command(words)
        self.stage.key("ctrl+shift+e", "Return")
        processes.pause(EXPLAINED)
        take("ntp-explain", moving=True)
        self.stage.key("ctrl+shift+e")
        for name, words, title in (("ntp-choose", "choose well-known servers", "^(Add|서버)"),
                                   ("ntp-config", "recommended configuration", "^(Recommended|권장)"),
                                   ("ntp-settings", "settings: ntp", "^(Settings|설정)")):
            command(words)
            dialog = self.stage.until_active(title)
            take(name, "root", moving=True)
            self.stage.key("Escape")
            self.stage.until_closed(dialog)
        command("new connection")
        dialog = self.stage.until_active("^(New connection|새 연결)")
        self.stage.key("Tab")
        self.stage.type(f"ntp://time.example?sources=4&also={self.servers[0]}")
        self.stage.key("Tab")
        take("ntp-profile", "root", moving=True)
        self.stage.key("Escape")
        self.stage.until_closed(dialog)
