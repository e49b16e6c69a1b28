# SPDX-License-Identifier: GPL-3.0-or-later
"""A desktop of its own for a test: X server without a screen, window manager, message bus, input method.

Everything is a child that ends with us; nothing of the desktop in front of the person is touched.
"""

import contextlib
import os
import pathlib
import re
import select
import shutil
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT / "tests/lab"))

import processes  # noqa: E402

DEADLINE = 60.0
PROGRAMS = ("Xvfb", "openbox", "xdotool", "xprop", "import", "dbus-daemon", "xclip")

FCITX_PROFILE = """\
[Groups/0]
Name=Default
Default Layout=us
DefaultIM=hangul

[Groups/0/Items/0]
Name=keyboard-us
Layout=

[Groups/0/Items/1]
Name=hangul
Layout=

[GroupOrder]
0=Default
"""


class Missed(AssertionError):
    """Something did not happen before the deadline."""


def missing_programs(also=()):
    return [name for name in (*PROGRAMS, *also) if shutil.which(name) is None]


def until(condition, what, seconds=DEADLINE):
    """Waits until `condition()` is true and returns its value."""
    deadline = time.monotonic() + seconds
    while not (value := condition()):
        if time.monotonic() > deadline:
            raise Missed(f"not within {seconds:.0f} s: {what}")
        processes.pause(0.02)
    return value


class Desktop:
    """Use as a context manager. `env` is what programs on this desktop are started with."""

    def __init__(self, size="1280x800", input_method=False):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="portolan-desktop-"))
        self.size = size
        self.input_method = input_method
        self.children = []
        home = self.folder / "home"
        runtime = self.folder / "runtime"
        home.mkdir()
        runtime.mkdir(mode=0o700)
        kept = ("PATH", "LANG", "LD_LIBRARY_PATH", "ASAN_OPTIONS", "LSAN_OPTIONS", "UBSAN_OPTIONS")
        self.env = {name: os.environ[name] for name in kept if name in os.environ}
        self.env.setdefault("LSAN_OPTIONS", f"suppressions={ROOT}/tests/support/lsan.supp")
        self.env.update(
            HOME=str(home), XDG_RUNTIME_DIR=str(runtime), XDG_CONFIG_HOME=str(home / ".config"), LC_ALL="C.UTF-8",
            PORTOLAN_HOME=str(self.folder / "portolan"), QT_QPA_PLATFORM="xcb", NO_AT_BRIDGE="1",
            PORTOLAN_PRACTICE_LAB=str(self.folder / "practice-lab.json"),
        )

    def __enter__(self):
        try:
            self.start()
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(self, *_):
        self.close()

    def start(self):
        reader, writer = os.pipe()
        command = ["Xvfb", "-displayfd", str(writer), "-screen", "0", f"{self.size}x24", "-nolisten", "tcp", "-noreset"]
        self.spawn(command, pass_fds=[writer])
        os.close(writer)
        self.env["DISPLAY"] = f":{self.first_line(reader, 'Xvfb')}"
        reader, writer = os.pipe()
        bus = ["dbus-daemon", "--session", "--nofork", f"--print-address={writer}"]
        self.spawn(bus, pass_fds=[writer])
        os.close(writer)
        self.env["DBUS_SESSION_BUS_ADDRESS"] = self.first_line(reader, "dbus-daemon")
        self.spawn(["openbox"])
        until(lambda: "window id" in self.run("xprop", "-root", "_NET_SUPPORTING_WM_CHECK"), "a window manager")
        if self.input_method:
            self.start_input_method()

    def start_input_method(self):
        profile = self.folder / "home/.config/fcitx5/profile"
        profile.parent.mkdir(parents=True)
        profile.write_text(FCITX_PROFILE)
        self.env.update(QT_IM_MODULE="fcitx", XMODIFIERS="@im=fcitx")
        self.spawn(["fcitx5", "--disable=wayland,notifications,kimpanel,clipboard"])
        until(lambda: self.run("fcitx5-remote", check=False).strip() in ("0", "1", "2"), "the input method")

    @staticmethod
    def first_line(descriptor, who):
        with os.fdopen(descriptor) as pipe:
            if not select.select([pipe], [], [], DEADLINE)[0]:
                raise Missed(f"{who} did not start")
            line = pipe.readline().strip()
        if not line:
            raise Missed(f"{who} did not start")
        return line

    def spawn(self, command, env=None, **options):
        log = open(self.folder / f"{pathlib.Path(command[0]).name}.log", "ab")
        child = subprocess.Popen(
            command, env=dict(self.env, **(env or {})), stdin=subprocess.DEVNULL, stdout=log, stderr=log,
            preexec_fn=processes.die_with_parent, **options,
        )
        log.close()
        self.children.append(child)
        return child

    def log(self, program):
        path = self.folder / f"{program}.log"
        return path.read_text(errors="replace") if path.exists() else ""

    def run(self, *command, check=True, text=None):
        done = subprocess.run(
            command, env=self.env, capture_output=True, text=True, timeout=DEADLINE, check=False, input=text,
            stdin=None if text is not None else subprocess.DEVNULL,
        )
        if check and done.returncode != 0:
            raise AssertionError(f"{' '.join(command)}: {done.stderr.strip()}")
        return done.stdout

    def close(self):
        for child in reversed(self.children):
            if child.poll() is None:
                child.terminate()
        for child in reversed(self.children):
            try:
                child.wait(10)
            except subprocess.TimeoutExpired:
                child.kill()
                child.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

    # Looking --------------------------------------------------------------------------------------------------

    def windows(self, title):
        """Ids of the mapped windows whose title matches the regular expression."""
        found = self.run("xdotool", "search", "--onlyvisible", "--name", title, check=False).split()
        return [int(each) for each in found]

    def window(self, title, seconds=DEADLINE):
        return until(lambda: self.windows(title), f"a window titled {title!r}; there are {self.titles()}", seconds)[-1]

    def titles(self):
        names = []
        for window in self.run("xdotool", "search", "--onlyvisible", "--name", ".", check=False).split():
            names.append(self.run("xdotool", "getwindowname", window, check=False).strip())
        return names

    def active_title(self):
        return self.run("xdotool", "getactivewindow", "getwindowname", check=False).strip()

    def until_active(self, title, seconds=DEADLINE):
        """Returns the id of the window with that title once it has the focus."""

        def active():
            window = self.run("xdotool", "getactivewindow", check=False).strip()
            name = self.run("xdotool", "getwindowname", window, check=False).strip() if window else ""
            return window if re.search(title, name) else None

        try:
            return int(until(active, f"the focus in {title!r}", seconds))
        except Missed as missed:
            raise Missed(f"{missed}; it is in {self.active_title()!r} of {self.titles()}") from None

    def until_closed(self, window, seconds=DEADLINE):
        """One window, by its id: the next question may have the same title."""
        until(lambda: window not in self.windows("."), "a window closed", seconds)

    def screenshot(self, path):
        path = pathlib.Path(path)
        path.parent.mkdir(parents=True, exist_ok=True)
        self.run("import", "-window", "root", "-depth", "8", str(path))
        return path

    # Typing ---------------------------------------------------------------------------------------------------

    def key(self, *names):
        self.run("xdotool", "key", "--clearmodifiers", *names)

    def type(self, text, pause_ms=4):
        """ASCII, as a person types it, only faster."""
        self.run("xdotool", "type", "--delay", str(pause_ms), "--", text)

    def compose(self, text):
        """The same for an input method: a separate process that has to keep up with each key."""
        self.type(text, pause_ms=40)

    def click(self, x, y):
        self.run("xdotool", "mousemove", str(x), str(y), "click", "1")

    def drag(self, window, start, end):
        """With the left button, over points between, as a toolkit wants it for drag and drop."""
        steps = ["mousemove", "--sync", "--window", str(window), *map(str, start), "mousedown", "1"]
        for part in range(1, 9):
            point = (round(a + (b - a) * part / 8) for a, b in zip(start, end))
            steps += ["mousemove", "--window", str(window), *map(str, point), "sleep", "0.05"]
        self.run("xdotool", *steps, "sleep", "0.2", "mouseup", "1")

    def clipboard(self):
        return self.run("xclip", "-selection", "clipboard", "-out", check=False)

    def own_clipboard(self, text):
        """Another program's copy: xclip answers for it until somebody else copies."""
        source = self.folder / "clipboard"
        source.write_text(text)
        self.spawn(["xclip", "-quiet", "-selection", "clipboard", "-in", str(source)])
        until(lambda: self.clipboard() == text, "the clipboard")

    def resize(self, window, width, height):
        self.run("xdotool", "windowmove", str(window), "0", "0", "windowsize", str(window), str(width), str(height))

    def hangul(self, on):
        """Switches the input method as its indicator would."""

        def switched():
            self.run("fcitx5-remote", "-o" if on else "-c")
            return self.run("fcitx5-remote").strip() == ("2" if on else "1")

        until(switched, "the input method to switch: no program that uses one has the focus", 20)


@contextlib.contextmanager
def lab(*options):
    """A lab in the foreground: yields its inventory and a function for its commands."""
    import json

    child = subprocess.Popen(
        [sys.executable, str(ROOT / "tests/lab/lab.py"), "up", *options],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )
    line = child.stdout.readline()
    if not line:
        raise Missed("the lab did not start")

    def command(text):
        child.stdin.write(text + "\n")
        child.stdin.flush()
        answer = json.loads(child.stdout.readline())
        assert answer["ok"], answer
        return answer

    try:
        yield json.loads(line), command
    finally:
        child.stdin.close()
        child.wait(DEADLINE)
        child.stdout.close()
