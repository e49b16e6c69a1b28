# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures of the real window, logged in to the lab, at 1280x800 in both languages and both themes.

  screenshots.py docs/images       the pictures of the documentation, made anew
  screenshots.py --all FOLDER      every program and dialog, to be looked at by a person
  screenshots.py --all --only mqtt --size 2560x1600 --scale 2 FOLDER    a part of them, as on another screen
"""

import argparse
import itertools
import json
import pathlib
import sqlite3
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

import desktop  # noqa: E402
import agentscenes  # noqa: E402, I001
import brokerscenes  # noqa: E402
import clockscenes  # noqa: E402
import latency  # noqa: E402
import portolan  # noqa: E402
import xprobe  # noqa: E402

import processes  # noqa: E402

SIZE = (1280, 800)
# (program, what is typed, keys afterwards, keys that end it). File names are patterns: a keyboard has no Hangul.
PROGRAMS = (
    ("bash", "clear; ls -l --color; printf '\\e[3m%s\\e[0m \\e[4:3m%s\\e[0m \\e[9m%s\\e[0m\\n' italic curly struck; "
     "for n in 40 41 42 43 44 45 46 47 100 101 102 103 104 105 106 107; do printf '\\e[%sm  ' $n; done; "
     "printf '\\e[0m\\n'", (), ()),
    ("vim", "vim *.py", ("3", "j"), ("Escape", "colon", "q", "a", "exclam", "Return")),
    ("htop", "htop", (), ("q",)),
    ("less", "less */*.log", ("space",), ("q",)),
    ("mc", "LANG=C.UTF-8 mc", ("Down", "Down"), ("F10",)),
    ("nano", "nano [!a]*.txt", ("Down", "Down"), ("ctrl+x",)),
    ("tmux", "sh ~/demo.sh", (), ("ctrl+b", "colon", "k", "i", "l", "l", "minus", "s", "e", "r", "v", "e", "r",
                                  "Return")),
)
# What the documentation shows: an editor, what runs and a log beside each other. htop names our own processes only, and lines that wrap
# confuse vim in tmux when it becomes narrow.
DEMO = """\
cd ~
tmux -f ~/.tmux.conf new-session -d -s noc 'vim -c "set nonumber nowrap" router.conf'
tmux split-window -h -l 55% 'exec htop -p "$(pgrep -d, -u lab -f "vim|tmux|less|htop" | cut -d, -f1-8)"'
tmux split-window -v -l 45% 'exec less +30 */*.log'
tmux select-pane -t 0
exec tmux attach
"""
# What stands in the tree: (folder, name, address, tags), addresses that are for documentation (RFC 5737).
CONNECTIONS = {
    "en": (
        ("Seoul", "bastion", "ssh://ops@203.0.113.10", ("gateway",)),
        ("Seoul/Rack 3", "core-sw1", "ssh://ops@192.0.2.11?legacy=yes", ("core", "switch")),
        ("Seoul/Rack 3", "core-sw2", "ssh://ops@192.0.2.12?legacy=yes", ("core", "switch")),
        ("Seoul/Rack 3", "log server", "ssh://log@192.0.2.20?charset=windows-949", ("old",)),
        ("Busan", "bastion-busan", "ssh://ops@198.51.100.10", ("gateway",)),
        ("Busan", "edge-r1", "ssh://ops@198.51.100.21", ("edge",)),
        ("", "logs here", "shell://localhost?cwd=/var/log", ()),
    ),
    "ko": (
        ("서울", "bastion", "ssh://ops@203.0.113.10", ("관문",)),
        ("서울/랙 3", "core-sw1", "ssh://ops@192.0.2.11?legacy=yes", ("코어", "스위치")),
        ("서울/랙 3", "core-sw2", "ssh://ops@192.0.2.12?legacy=yes", ("코어", "스위치")),
        ("서울/랙 3", "로그 서버", "ssh://log@192.0.2.20?charset=windows-949", ("구형",)),
        ("부산", "bastion-busan", "ssh://ops@198.51.100.10", ("관문",)),
        ("부산", "edge-r1", "ssh://ops@198.51.100.21", ("경계",)),
        ("", "이 컴퓨터의 로그", "shell://localhost?cwd=/var/log", ()),
    ),
}


def fill_tree(home, language):
    """Connections of CONNECTIONS in the database that a first start has made, all folders open."""
    base = sqlite3.connect(pathlib.Path(home, "data/portolan.db"))
    with base:
        folders = {folder for folder, *_ in CONNECTIONS[language] if folder}
        base.executemany("INSERT OR REPLACE INTO folders VALUES (?)", ((each,) for each in folders))
        for place, (folder, name, address, tags) in enumerate(CONNECTIONS[language]):
            row = (f"picture-{place}", name, folder, json.dumps(tags), address, "", "", place)
            base.execute("INSERT OR REPLACE INTO profiles VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)
        base.execute("INSERT OR REPLACE INTO settings VALUES ('interface/expanded-folders', 'text', ?)",
                     ("\n".join(folders),))
    base.close()


class Studio:
    def __init__(self, stage, folder, language, theme, size=SIZE):
        self.stage, self.folder, self.size = stage, folder, size
        self.small = False  # With a palette: what is committed must not weigh.
        self.name = f"{language}-{theme}"
        portolan.Portolan(stage, language=language, theme=theme).quit()
        fill_tree(stage.env["PORTOLAN_HOME"], language)
        self.window = portolan.Portolan(stage, language=language, theme=theme, size=size)
        self.probe = xprobe.Probe(stage.env["DISPLAY"])

    def close(self):
        self.probe.close()
        self.window.quit()

    def take(self, name, window=None, moving=False):
        """A picture once everything stands still; `moving`: after a moment, because it never does."""
        if moving:
            processes.pause(0.8)
        else:
            whole = self.probe.area(0, 0, *self.size)
            latency.settle(whole, 0.3)  # Shorter than half a blink of a cursor.
            whole.close()
        path = self.folder / f"{name}-{self.name}.png"
        target = str(window or self.window.window)
        self.stage.run("import", "-window", target, "-depth", "8", "-define", "png:compression-level=9", str(path))
        if self.small:
            palette = ("+dither", "-colors", "250", "-strip")
            self.stage.run("convert", str(path), *palette, "-define", "png:compression-level=9", f"PNG8:{path}")
        print(path)

    def command(self, words):
        """Runs what the palette finds first for these words."""
        self.stage.key("ctrl+shift+p")
        self.stage.type(words)
        self.stage.key("Return")

    def log_in(self, server, pictures):
        self.window.connect(server["url"])
        self.stage.until_active("^Host key of|호스트 키")
        if pictures:
            self.take("host-key", "root")
        self.window.accept_host_key()
        self.stage.until_active("^Password for|비밀번호")
        if pictures:
            self.take("password", "root")
        self.window.answer("^Password for|비밀번호", server["password"])
        self.window.until_shell()


def everything(studio, server, inventory, command):
    studio.take("start")
    studio.log_in(server, pictures=True)
    for name, line, before, after in PROGRAMS:
        studio.window.run(line)
        if after:
            desktop.until(lambda: running(inventory, name), f"{name} to start")
        studio.take(name + "-just-started")
        if before:
            studio.stage.key(*before)
            studio.take(name)
        if after:
            studio.stage.key(*after)
            desktop.until(lambda: not running(inventory, name), f"{name} to end")
    for page, words in (("session", "show or hide the session"), ("transcript", "show or hide the transcript"),
                        ("audit", "show or hide the hardening audit"), ("explain", "explain")):
        studio.command(words)
        studio.take(page)
    studio.stage.key("Escape")
    dialogs(studio)
    splits(studio)
    command("kill password")
    studio.take("lost")
    command("start password")


def dialogs(studio):
    stage = studio.stage
    studio.window.run("cat > /dev/null")
    stage.own_clipboard("서울 routers\n" * 400_000)
    stage.key("ctrl+shift+v")
    stage.until_active("^Paste|붙여넣")
    studio.take("paste-question", "root")
    stage.key("Escape")
    stage.until_active(portolan.SHELL)
    stage.key("ctrl+d")
    pages = (("terminal", "terminal"), ("sessions", "sessions"), ("credentials", "credentials"), ("privacy", "privacy"),
             ("keys", "keyboard shortcuts"), ("ssh", "ssh terminal"), ("interface", "interface"))
    shown = [("new-connection", "new connection", "^New connection|새 연결"),
             ("import", "import connections", "^Import|가져오기")]
    shown += [(f"settings-{name}", f"settings: {words}", "^Settings|설정") for name, words in pages]
    for name, words, title in shown:
        studio.command(words)
        dialog = stage.until_active(title)
        studio.take(name, "root")
        stage.key("Escape")
        stage.until_closed(dialog)


def splits(studio):
    studio.command("local shell")
    studio.stage.until_active("(Local shell|로컬 셸)")
    studio.command("split right")
    studio.take("splits")
    studio.command("events")
    studio.take("events")
    studio.command("events")
    studio.stage.key("ctrl+shift+q")
    studio.stage.until_active("^(Close window|창 닫기)")
    studio.take("quit-question", "root")
    studio.stage.key("Escape")


def count(inventory, name):
    """How many programs of that name run somewhere below the lab?"""
    found = 0
    for pid in processes.below(inventory["pid"]):
        try:
            found += pathlib.Path(f"/proc/{pid}/comm").read_text().split(":")[0].strip() == name
        except OSError:
            continue
    return found


def running(inventory, name):
    return count(inventory, name) > 0


def shells(inventory):
    return count(inventory, "bash")


def documentation(studio, server, inventory, _command):
    studio.small = True
    studio.take("start")
    studio.log_in(server, pictures=False)
    studio.window.run("sh ~/demo.sh")
    for name in ("vim", "htop", "less"):
        desktop.until(lambda: running(inventory, name), f"{name} to start")
    # The view tells its size in the middle for a moment, and the round trip is measured after a second.
    middle = studio.probe.area(SIZE[0] // 2 - 60, SIZE[1] // 2 - 20, 120, 50)
    latency.settle(middle, 2.0)
    middle.close()
    studio.take("ssh")
    studio.stage.key("ctrl+shift+p")
    studio.stage.type("split")
    studio.take("palette")
    studio.stage.key("Escape")
    # Where only a key opens the door, and there is none.
    locked = next(each for each in inventory["servers"] if each["id"] == "publickey")
    studio.window.connect(locked["url"])
    studio.window.accept_host_key()
    studio.stage.until_active(r"^lab@127\.0\.0\.1")
    studio.stage.key("ctrl+shift+e")
    studio.take("explain")
    studio.stage.key("Escape", "ctrl+shift+w")
    studio.window.until_shell()
    before = shells(inventory)
    studio.stage.key("ctrl+shift+o")
    desktop.until(lambda: shells(inventory) > before, "the shell of the second split")
    studio.window.run("clear; ls -l --color; tail -n 12 */*.log")
    editor = studio.probe.area(SIZE[0] // 5, SIZE[1] // 8, 180, 400)
    latency.settle(editor, 1.0)  # Its half becomes narrow.
    editor.close()
    studio.take("splits")
    studio.stage.key("ctrl+shift+s")
    dialog = studio.stage.until_active("^(Settings|설정)")
    studio.stage.key("Down")
    studio.take("settings", dialog)
    studio.stage.key("Escape")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--only", choices=("ssh", "mqtt", "snmp", "ntp"))
    parser.add_argument("--size", default="x".join(map(str, SIZE)))
    parser.add_argument("--scale", default="1")
    parser.add_argument("--look", action="append", help="LANGUAGE-THEME; may be repeated")
    parser.add_argument("folder", type=pathlib.Path)
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    servers = ("password",) if options.all else ("publickey", "password", "keyboard-interactive", "two-factor")
    words = [word for each in servers for word in ("--server", each)]
    size = tuple(map(int, options.size.split("x")))
    for language, theme in itertools.product(("en", "ko"), ("light", "dark")):
        if options.look and f"{language}-{theme}" not in options.look:
            continue
        if not options.all and (language, theme) in (("en", "dark"), ("ko", "light")):
            continue  # Two languages and two themes in two pictures are enough.
        with desktop.lab("--broker", "--snmp", *clockscenes.OPTIONS, *words) as (inventory, command), \
             desktop.Desktop(size=f"{size[0] + 20}x{size[1] + 60}") as stage:
            pathlib.Path(inventory["home"], "demo.sh").write_text(DEMO)
            pathlib.Path(stage.env["PORTOLAN_PRACTICE_LAB"]).write_text(json.dumps(inventory))
            stage.env["QT_SCALE_FACTOR"] = options.scale
            studio = Studio(stage, options.folder, language, theme, size)
            broker = brokerscenes.Scenes(studio, inventory["brokers"])
            agent = agentscenes.Scenes(studio, inventory["snmp"])
            clocks = clockscenes.Scenes(studio, inventory)
            try:
                server = next(each for each in inventory["servers"] if each["id"] == "password")
                if options.only in (None, "ssh"):
                    (everything if options.all else documentation)(studio, server, inventory, command)
                studio.small = not options.all
                if options.only in (None, "mqtt"):
                    (broker.everything if options.all else broker.documentation)()
                if options.only in (None, "snmp"):
                    (agent.everything if options.all else agent.documentation)()
                if options.only in (None, "ntp"):
                    (clocks.everything if options.all else clocks.documentation)()
            finally:
                studio.close()
                broker.close()
                agent.close()


if __name__ == "__main__":
    main()
