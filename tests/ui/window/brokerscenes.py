# SPDX-License-Identifier: GPL-3.0-or-later
"""The MQTT explorer for screenshots.py: an invented plant at the lab's broker, looked at from every side."""

import desktop  # noqa: F401  # finds the lab
import plant

import processes

FILTERS = ("plant/#", "spBv1.0/#", "$SYS/#")
HISTORY = 150  # turns of the plant before the picture
PACE = 0.25


class Scenes:
    def __init__(self, studio, brokers):
        self.studio, self.stage = studio, studio.stage
        self.brokers = {each["id"]: each for each in brokers}
        self.floor = plant.Plant(self.brokers["mqtt-plain"]["port"])
        self.floor.build()

    def close(self):
        self.floor.close()

    # What a person does -----------------------------------------------------------------------------------------

    def open(self, url, filters=FILTERS):
        self.studio.window.connect(url)
        self.stage.until_active(url.partition("?")[0].rpartition(":")[2])
        for each in filters:
            self.stage.key("ctrl+shift+u", "ctrl+a")
            self.stage.type(each)
            self.stage.key("Return")

    def topic(self, name):
        """Chooses the one topic that is found by this name."""
        self.stage.key("ctrl+shift+f")
        self.stage.type(name)
        processes.pause(0.4)  # finding goes on in slices; nothing outside the window tells its end
        self.stage.key("Return")

    def unfiltered(self):
        self.stage.key("ctrl+shift+f", "ctrl+a", "BackSpace", "Escape")

    def draw(self, *paths):
        """Draws numbers of the shown message, by their place in the menu."""
        for place in paths:
            self.stage.key("ctrl+shift+j")
            processes.pause(0.3)
            self.stage.key(*["Down"] * place, "Return")

    def play(self, turns=HISTORY, pace=0.08):
        for _ in range(turns):
            self.floor.tick()
            processes.pause(pace)

    # Pictures ---------------------------------------------------------------------------------------------------

    def documentation(self):
        self.open(self.brokers["mqtt-plain"]["url"])
        self.stage.key("ctrl+shift+x")  # the form closes
        processes.pause(1.0)
        self.floor.birth()
        self.play(2)
        self.topic("plant/press/status")
        self.draw(1, 2)
        self.play()
        self.unfiltered()
        self.studio.take("mqtt", moving=True)

    def everything(self):
        take = self.studio.take
        self.open(self.brokers["mqtt-plain"]["url"], ())
        take("mqtt-empty", moving=True)
        self.stage.key("ctrl+shift+u")
        self.stage.type("#")
        self.stage.key("Return")
        question = self.stage.until_active("^Everything|^전체")
        take("mqtt-question", "root", moving=True)
        self.stage.key("Escape")
        self.stage.until_closed(question)
        self.stage.key("ctrl+shift+x")
        for each in FILTERS:
            self.stage.key("ctrl+shift+u", "ctrl+a")
            self.stage.type(each)
            self.stage.key("Return")
        processes.pause(1.0)
        self.floor.birth()
        self.floor.run(PACE)
        take("mqtt-tree", moving=True)
        for name, topic in (("json", "plant/press/status"), ("cbor", "meter/power"), ("sparkplug", "NDATA"),
                            ("image", "press/camera"), ("old-text", "press/notice"), ("number", "north/sensor1/temp")):
            self.topic(topic)
            take(f"mqtt-{name}", moving=True)
        self.topic("plant/press/status")
        for name, words in (("changes", "show what changed"), ("bytes", "show the bytes"),
                            ("properties", "show the properties")):
            self.studio.command(words)
            take(f"mqtt-{name}", moving=True)
        self.studio.command("show the value")
        self.draw(1, 2)
        processes.pause(3.0)
        take("mqtt-chart", moving=True)
        self.unfiltered()
        for name, words in (("sys", "show or hide what the broker"), ("retained", "show or hide the retained"),
                            ("packets", "show or hide the packets"), ("publish", "show or hide the form to publish")):
            self.studio.command(words)
            processes.pause(1.0)
            take(f"mqtt-{name}", moving=True)
        self.stage.key("ctrl+a")
        self.stage.type("plant/press/lamp/set")
        self.stage.key(*["Tab"] * 4)
        self.stage.type('{"on": true, "level": 80}')
        self.stage.key("ctrl+Return")
        take("mqtt-published", moving=True)
        self.studio.command("explain")
        self.stage.key("Return")
        processes.pause(12.0)
        take("mqtt-explain", moving=True)
        self.errors()
        self.dialogs()

    def errors(self):
        take = self.studio.take
        secure = self.brokers["mqtt-tls"]
        self.open(secure["url"], ())
        processes.pause(2.0)
        take("mqtt-stranger", moving=True)
        guarded = self.brokers["mqtt-password"]
        self.studio.window.connect(guarded["url"])
        self.stage.until_active("^Password for|비밀번호")
        take("mqtt-password", "root", moving=True)
        self.studio.window.answer("^Password for|비밀번호", "wrong")
        processes.pause(2.0)
        take("mqtt-refused", moving=True)
        self.stage.key("ctrl+shift+e")
        processes.pause(4.0)
        take("mqtt-refused-explained", moving=True)
        self.stage.key("Escape")
        for _ in range(2):
            self.stage.key("ctrl+shift+w")

    def dialogs(self):
        for name, words, title in (("mqtt-settings", "settings: mqtt", "^Settings|설정"),):
            self.studio.command(words)
            dialog = self.stage.until_active(title)
            self.studio.take(name, "root", moving=True)
            self.stage.key("Escape")
            self.stage.until_closed(dialog)
