# SPDX-License-Identifier: GPL-3.0-or-later
"""SNMP for screenshots.py: the lab's agent, an invented switch, and traps, looked at from every side."""

import json
import subprocess

import desktop  # noqa: F401  # finds the lab
import portolan

import processes

PORTS = 28
GATHERED = 60.0  # seconds of a graph before its picture
DRAW = 8  # the place of "Draw" in the menu of a row
NEIGHBORS = {25: ("core-sw1", "Te1/0/3"), 26: ("core-sw2", "Te1/0/3"), 3: ("ap-lobby", "eth0"), 7: ("ap-floor2", "eth0"),
             18: ("cam-gate", "lan")}
VLANS = {10: ("office", range(1, 13)), 20: ("voice", range(9, 17)), 30: ("cameras", range(17, 21)), 99: ("mgmt", (24, ))}
LINK_DOWN, LINK_UP, COLD_START = "1.3.6.1.6.3.1.1.5.3", "1.3.6.1.6.3.1.1.5.4", "1.3.6.1.6.3.1.1.5.1"


def members(ports):
    bits = bytearray(4)
    for port in ports:
        bits[(port - 1) // 8] |= 0x80 >> (port - 1) % 8
    return bits.hex()


def switch_recording():
    """A made-up access switch: OID|tag|value, one a line."""
    lines = ["1.3.6.1.2.1.1.1.0|4|Made-up access switch", "1.3.6.1.2.1.1.3.0|67|501234567", "1.3.6.1.2.1.1.5.0|4|access-sw7",
             "1.3.6.1.2.1.1.6.0|4x|" + "3층 배선실".encode().hex(), "1.3.6.1.2.1.17.1.1.0|4x|020000000001"]

    def add(oid, tag, value):
        lines.append(f"{oid}|{tag}|{value}")

    for port in range(1, PORTS + 1):
        index = 100 + port
        fast = port > 24
        up = fast and port < 27 or port % 5 != 0 and not fast
        off = port in (22, 23, 28)
        name = f"Te0/{port - 24}" if fast else f"Gi0/{port}"
        speed = 10_000 if fast else 100 if port in (18, 19) else 1000
        row = "1.3.6.1.2.1.2.2.1"
        for column, tag, value in ((2, "4", name), (3, "2", 6), (4, "2", 1500), (6, "4x", f"0200000001{port:02x}"),
                                   (7, "2", 2 if off else 1), (8, "2", 1 if up and not off else 2),
                                   (9, "67", 1_000_000 + port * 777), (14, "65", 41 if port == 11 else 0)):
            add(f"{row}.{column}.{index}", tag, value)
        row = "1.3.6.1.2.1.31.1.1.1"
        alias = NEIGHBORS.get(port, ("",))[0]
        octets = 987_654_321 * port if up else 0
        for column, tag, value in ((1, "4", name), (6, "70", octets), (10, "70", octets // 3), (15, "66", speed if up else 0),
                                   (18, "4", alias)):
            add(f"{row}.{column}.{index}", tag, value)
        add(f"1.3.6.1.2.1.10.7.2.1.19.{index}", "2", 2 if port == 11 else 3)
        add(f"1.3.6.1.2.1.17.1.4.1.2.{port}", "2", index)
        if up and not fast:
            address = f"2.0.0.0.1.{port}"
            add(f"1.3.6.1.2.1.17.7.1.2.2.1.2.10.{address}", "2", port)
            add(f"1.3.6.1.2.1.17.7.1.2.2.1.3.10.{address}", "2", 3)
        add(f"1.0.8802.1.1.2.1.3.7.1.2.{port}", "2", 5)
        add(f"1.0.8802.1.1.2.1.3.7.1.3.{port}", "4", name)
        if port in NEIGHBORS:
            system, there = NEIGHBORS[port]
            row, end = "1.0.8802.1.1.2.1.4.1.1", f"0.{port}.1"
            for column, tag, value in ((4, "2", 4), (5, "4x", f"02000000ff{port:02x}"), (6, "2", 5), (7, "4", there), (9, "4", system)):
                add(f"{row}.{column}.{end}", tag, value)
    for vlan, (name, ports) in VLANS.items():
        add(f"1.3.6.1.2.1.17.7.1.4.3.1.1.{vlan}", "4", name)
        add(f"1.3.6.1.2.1.17.7.1.4.3.1.2.{vlan}", "4x", members((*ports, 25, 26)))
        add(f"1.3.6.1.2.1.17.7.1.4.3.1.4.{vlan}", "4x", members(ports))
    return "\n".join(lines) + "\n"


class Scenes:
    def __init__(self, studio, inventory):
        self.studio, self.stage = studio, studio.stage
        self.agent = inventory["agents"][0]
        self.lab = inventory
        recording = self.stage.folder / "switch.snmprec"
        recording.write_text(switch_recording())
        self.replay = subprocess.Popen(
            [str(portolan.BUILD / "lab/snmpagent"), "--recording", str(recording)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, preexec_fn=processes.die_with_parent,
        )
        self.switch = f"snmp://127.0.0.1:{json.loads(self.replay.stdout.readline())['port']}"

    def close(self):
        self.replay.stdin.close()
        self.replay.wait(10)
        self.replay.stdout.close()

    # What a person does -----------------------------------------------------------------------------------------

    def open(self, url, wanted=""):
        """A path behind the address asks for an object at once."""
        place, mark, options = url.partition("?")
        self.studio.window.connect(place + (f"//{wanted}" if wanted else "") + mark + options)
        self.stage.until_active(place.rpartition(":")[2])
        processes.pause(6.0)  # nothing outside the window tells that the agent has answered

    def find(self, name):
        """Finds an object and does with it what Enter does."""
        self.stage.key("ctrl+shift+f", "ctrl+a")
        self.stage.type(name)
        processes.pause(2.0)
        self.stage.key("Return")
        processes.pause(1.5)
        self.stage.key("Return")
        processes.pause(3.0)

    def ask(self, names):
        self.stage.key("ctrl+shift+u", "ctrl+a")
        self.stage.type(names)
        self.stage.key("Return")
        processes.pause(2.0)

    def draw(self, row):
        """Draws one row of the results, by its place."""
        self.studio.command("go to the results")
        processes.pause(1.0)
        self.stage.key("Down", "Up", *["Down"] * row)  # a row is chosen, not only stood on
        self.stage.key("Menu")
        processes.pause(1.0)
        self.stage.key(*["Down"] * DRAW, "Return")
        processes.pause(0.4)

    def trap(self, port, oid, *varbinds):
        self.stage.run("snmptrap", "-v2c", "-c", "public", "-m", "", f"127.0.0.1:{port}", "", oid, *map(str, varbinds))

    # Pictures ---------------------------------------------------------------------------------------------------

    def table(self):
        self.open(self.agent["url"])
        self.find("ifTable")
        self.studio.take("snmp", moving=True)

    def graph(self):
        self.open(self.agent["url"], "ifHCInOctets")
        self.draw(0)
        self.ask("ifHCOutOctets")
        self.draw(0)
        processes.pause(GATHERED)
        self.studio.take("snmp-graph", moving=True)

    def ports(self):
        self.open(self.switch)
        self.stage.key("ctrl+shift+i")  # the card closes
        self.studio.command("go to the ports")
        processes.pause(12.0)
        self.studio.take("snmp-ports", moving=True)
        self.stage.key("ctrl+shift+i")

    def traps(self):
        port = self.agent["port"] + 1
        self.open(f"snmptrap://127.0.0.1:{port}")
        for turn in range(4):
            row = 3 + turn
            state = "1.3.6.1.2.1.2.2.1"
            down = (f"{state}.1.{row}", "i", row, f"{state}.7.{row}", "i", 1, f"{state}.8.{row}", "i", 2)
            self.trap(port, LINK_DOWN, *down)
            self.trap(port, LINK_UP, *down[:-1], 1)
        self.trap(port, COLD_START)
        processes.pause(1.5)
        self.stage.key("ctrl+shift+x", "Tab", "Tab", "Tab", "Tab", "Tab", "End")
        processes.pause(0.5)
        self.studio.take("snmp-traps", moving=True)

    def documentation(self):
        self.table()
        self.ports()
        self.traps()

    def everything(self):
        take, command = self.studio.take, self.studio.command
        self.documentation()
        self.graph()
        self.studio.command("go to the tab of traps")
        for name, words in (("rules", "rules of notifications"), ("users", "receiver of traps believes"),
                            ("forwarding", "notifications are forwarded")):
            command(words)
            take(f"snmp-{name}", moving=True)
        self.open(self.agent["url"] + "?version=2c", "system")
        take("snmp-walk", moving=True)
        for name, words in (("modules", "show or hide the mib modules"), ("messages", "show or hide the snmp messages"),
                            ("snapshots", "go to the snapshots")):
            command(words)
            take(f"snmp-{name}", moving=True)
        command("explain")
        self.stage.key("Return")
        processes.pause(15.0)
        take("snmp-explain", moving=True)
        for name, words, title in (("snmp-credential", "change the snmp version", "^(How to ask|조회 방법)"),
                                   ("snmp-discovery", "find snmp devices", "^(Find SNMP|SNMP 장치 찾기)")):
            command(words)
            dialog = self.stage.until_active(title)
            take(name, "root", moving=True)
            self.stage.key("Escape")
            self.stage.until_closed(dialog)
        self.open(f"snmp://nobody@127.0.0.1:{self.agent['port']}?version=3&level=noAuthNoPriv")
        processes.pause(3.0)
        take("snmp-refused", moving=True)
