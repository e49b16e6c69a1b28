# SPDX-License-Identifier: GPL-3.0-or-later
"""The MQTT explorer in the real window, by the keyboard alone, against the lab's real broker; judged by the clipboard and the broker."""

import json
import os
import pathlib
import sys
import unittest

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

import desktop  # noqa: E402
import plant  # noqa: E402
import portolan  # noqa: E402
import xprobe  # noqa: E402
from desktop import until  # noqa: E402

import packages  # noqa: E402

STATUS = "plant/press/status"
SIZE = (1280, 800)
FIRST_LINE = bytes.fromhex("8a6e0b")  # the colour of a chart's first line in the light theme, as the screen holds it


class Explorer(unittest.TestCase):
    """One broker for all; a desktop and a window for each test."""

    @classmethod
    def setUpClass(cls):
        lab = desktop.lab("--broker")
        inventory, command = lab.__enter__()
        cls.command = staticmethod(command)
        cls.addClassCleanup(lab.__exit__, None, None, None)
        cls.brokers = {each["id"]: each for each in inventory["brokers"]}

    def setUp(self):
        self.desktop = desktop.Desktop()
        self.desktop.__enter__()
        self.addCleanup(self.desktop.close)
        self.addCleanup(self.end)
        self.device = plant.Device(self.brokers["mqtt-plain"]["port"], "sensor")
        self.addCleanup(self.device.close)
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

    def open(self, *filters):
        """Connects, and subscribes to each filter once the broker has let us in."""
        port = self.brokers["mqtt-plain"]["port"]
        self.window.connect(f"mqtt://127.0.0.1:{port}")
        self.desktop.until_active(f"127.0.0.1:{port}")
        for each in filters:
            self.desktop.key("ctrl+shift+u", "ctrl+a")
            self.desktop.type(each)
            self.desktop.key("Return")

    def choose(self, topic):
        """Finds a topic and chooses it; True once it is the chosen one."""
        self.desktop.key("ctrl+shift+f")
        self.desktop.type(topic)
        self.desktop.key("Return", "ctrl+c")
        return self.desktop.clipboard() == topic

    def until_chosen(self, topic, payload):
        """Publishes until the topic stands in the tree: a subscription says nowhere outside the window that it is granted."""

        def chosen():
            self.device.publish(topic, payload)
            return self.choose(topic)

        until(chosen, f"{topic} in the tree")

    def copied_value(self):
        """What the viewer of the chosen topic shows, copied by the keyboard."""
        self.desktop.own_clipboard("nothing yet")
        self.desktop.key("ctrl+shift+p")
        self.desktop.type("copy the shown value")
        self.desktop.key("Return")
        until(lambda: self.desktop.clipboard() != "nothing yet", "the value in the clipboard")
        return self.desktop.clipboard()

    def until_value(self, expected):
        until(lambda: expected in self.copied_value(), f"{expected!r} in the viewer")

    # What has to hold -------------------------------------------------------------------------------------------

    def test_a_message_stands_in_the_tree_and_is_decoded(self):
        self.open("plant/#")
        self.until_chosen(STATUS, json.dumps({"temperature": 21.5, "alarms": ["filter"]}))
        self.until_value('"temperature": 21.5')
        # The newest is followed.
        self.device.publish(STATUS, json.dumps({"temperature": 22.75}))
        self.until_value('"temperature": 22.75')
        # In Korean the same window goes on with what it has.
        self.desktop.key("ctrl+shift+p")
        self.desktop.type("language: korean")
        self.desktop.key("Return")
        self.desktop.key("ctrl+shift+s")
        dialog = self.desktop.until_active("^설정")
        self.desktop.key("Escape")
        self.desktop.until_closed(dialog)
        self.device.publish(STATUS, plant.cbor({"temperature": 23.25}))
        self.until_value('"temperature": 23.25')

    def test_what_the_form_publishes_arrives_at_others(self):
        listener = plant.Device(self.brokers["mqtt-plain"]["port"], "listener", version=5)
        self.addCleanup(listener.close)
        listener.subscribe("orders/#")
        self.open()
        for _ in range(2):  # closed, and open again with the topic field ready
            self.desktop.key("ctrl+shift+x")
        self.desktop.key("ctrl+a")
        self.desktop.type("orders/lamp/set")
        self.desktop.key("Tab", "Tab", "Tab", "Tab")  # QoS, retain, how it is written, payload
        self.desktop.type('{"on": true}')
        self.desktop.key("ctrl+Return")
        self.assertEqual(listener.receive(), ("orders/lamp/set", b'{"on": true}'))

    def test_a_number_is_drawn(self):
        self.open("plant/#")
        self.until_chosen(STATUS, json.dumps({"temperature": 20}))
        probe = xprobe.Probe(self.desktop.env["DISPLAY"])
        self.addCleanup(probe.close)
        chart = probe.area(SIZE[0] // 4, SIZE[1] - 270, SIZE[0] // 2, 190)
        self.addCleanup(chart.close)

        def drawn():
            picture = chart.read()
            return sum(picture[at : at + 3] == FIRST_LINE for at in range(0, len(picture), 4))

        before = drawn()
        self.desktop.key("ctrl+shift+j")

        def climbs():
            for degrees in range(20, 26):
                self.device.publish(STATUS, json.dumps({"temperature": degrees}))
            return drawn() > before + 100

        until(climbs, "a line in the chart")

    def test_everything_is_asked_about_first(self):
        self.open("#")
        dialog = self.desktop.until_active("^Everything")
        self.desktop.key("Escape")
        self.desktop.until_closed(dialog)
        # Another filter is no question.
        self.desktop.key("ctrl+shift+u", "ctrl+a")
        self.desktop.type("plant/#")
        self.desktop.key("Return")
        self.until_chosen(STATUS, "{}")

    def test_the_session_comes_back_with_its_subscriptions(self):
        self.open("plant/press/#")
        self.until_chosen(STATUS, "1")
        portolan.until_kept(self.desktop, b"topic=plant/press/")
        self.window.kill()
        self.window.start_again("127.0.0.1")
        self.until_chosen(STATUS, "2")

    def test_a_broker_that_dies_and_comes_back_is_found_again(self):
        self.open("plant/#")
        self.until_chosen(STATUS, "before")
        self.device.close()
        self.command("kill broker")
        self.command("start broker")
        self.device = plant.Device(self.brokers["mqtt-plain"]["port"], "sensor-2")
        self.addCleanup(self.device.close)

        def again():
            self.device.publish(STATUS, "after")
            return "after" in self.copied_value()

        until(again, "a message after the broker came back")


def main():
    wrong = []
    if not portolan.PROGRAM.exists():
        wrong.append(f"no {portolan.PROGRAM}")
    wrong += [f"no {name}" for name in desktop.missing_programs()]
    if packages.check_broker():
        wrong.append(packages.check_broker())
    if wrong:
        print("The explorer cannot be tested here: " + ", ".join(wrong))
        return 1 if os.environ.get("CI") else 77
    unittest.main(verbosity=2)
    return 0


if __name__ == "__main__":
    sys.exit(main())
