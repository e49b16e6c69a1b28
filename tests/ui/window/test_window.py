# SPDX-License-Identifier: GPL-3.0-or-later
"""The real window on a real X server, typed at, against real SSH servers; judged by what arrives on the other side."""

import contextlib
import os
import pathlib
import sqlite3
import sys
import unittest
import urllib.parse

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

import desktop  # noqa: E402
import portolan  # noqa: E402
from desktop import until  # noqa: E402

import packages  # noqa: E402
import processes  # noqa: E402

PICTURES = os.environ.get("PORTOLAN_PICTURES")


class WindowTest(unittest.TestCase):
    """One desktop and one lab for a class, one window for a test."""

    servers = ("password",)
    input_method = False
    language, theme = "en", "light"

    @classmethod
    def setUpClass(cls):
        options = [word for each in cls.servers for word in ("--server", each)]
        lab = desktop.lab(*options)
        cls.inventory, command = lab.__enter__()
        cls.command = staticmethod(command)
        cls.addClassCleanup(lab.__exit__, None, None, None)
        cls.server = {each["id"]: each for each in cls.inventory["servers"]}
        cls.home = pathlib.Path(cls.inventory["home"])

    def setUp(self):
        self.desktop = desktop.Desktop(input_method=self.input_method)
        self.desktop.__enter__()
        self.addCleanup(self.desktop.close)
        self.addCleanup(self.end)
        self.window = portolan.Portolan(self.desktop, self.language, self.theme)

    def end(self):
        """Whatever the test did, the program ends cleanly and says nothing of a fault."""
        if PICTURES or not self._passed():
            folder = pathlib.Path(PICTURES or os.environ.get("PORTOLAN_BUILD_DIR", "/tmp"), "window-tests")
            self.desktop.screenshot(folder / f"{self.id().split('.')[-1]}.png")
        code = self.window.quit()
        log = self.desktop.log("portolan")
        self.assertEqual((code, "Sanitizer" in log), (0, False), log)

    def _passed(self):
        result = self._outcome.result
        return not any(self is test for test, _ in (*result.errors, *result.failures))

    def arrives(self, name, content):
        """The file `name` in the login user's home gets exactly this content."""
        path = self.home / name

        def there():
            return path.exists() and path.read_bytes() == content.encode()

        try:
            until(there, f"{name} on the server")
        except desktop.Missed as missed:
            found = path.read_bytes() if path.exists() else None
            raise AssertionError(f"{missed}: it holds {found!r}") from missed


class LoggingIn(WindowTest):
    servers = ("password", "publickey", "two-factor", "keyboard-interactive")

    def test_a_password_and_what_is_typed_arrive(self):
        self.window.log_in(self.server["password"])
        # Octal, because a keyboard has no Hangul keys; the terminal draws it, the file keeps it.
        self.window.run(r"printf '\355\225\234\352\270\200\n' | tee printed")
        self.arrives("printed", "한글\n")

    def test_a_key_opens_the_door_without_a_question(self):
        self.window.log_in(self.server["publickey"])
        self.window.run("echo $PORTOLAN_LAB_SERVER $TERM > by-key")
        self.arrives("by-key", "publickey xterm-256color\n")

    def test_two_factors(self):
        self.window.log_in(self.server["two-factor"])
        self.window.run("echo $PORTOLAN_LAB_SERVER > by-two")
        self.arrives("by-two", "two-factor\n")

    def test_questions_in_two_rounds(self):
        self.window.log_in(self.server["keyboard-interactive"])
        self.window.run("echo $PORTOLAN_LAB_SERVER > by-questions")
        self.arrives("by-questions", "keyboard-interactive\n")

    def test_a_host_key_that_was_accepted_for_good_is_not_asked_again(self):
        server = self.server["password"]
        self.window.connect(server["url"])
        self.window.accept_host_key(always=True)
        self.window.answer("^Password for", server["password"])
        self.window.until_shell()
        self.window.run("exit")
        self.desktop.until_active("^Portolan$")
        self.window.connect(server["url"])
        self.window.answer("^Password for", server["password"])
        self.window.until_shell()

    def test_a_signal_ends_it_although_a_question_is_open(self):
        self.window.connect(self.server["password"]["url"])
        self.desktop.until_active("^Host key of")
        self.assertEqual(self.window.quit(), 0)

    def test_a_wrong_password_is_asked_again(self):
        server = self.server["password"]
        self.window.connect(server["url"])
        self.window.accept_host_key()
        self.window.answer("^Password for", "wrong")
        self.window.answer("^Password for", server["password"])
        self.window.until_shell()

    def test_a_second_tab_shares_the_connection(self):
        self.window.log_in(self.server["password"])
        self.window.run("cd /; printf '%s' \"$SSH_CONNECTION\" > ~/first")
        until((self.home / "first").exists, "the first shell")
        self.desktop.until_active(r"lab@bastion: /")
        self.desktop.key("ctrl+shift+d")
        self.window.until_shell()
        self.window.run("printf '%s' \"$SSH_CONNECTION\" > ~/second")
        self.arrives("second", (self.home / "first").read_text())

    def test_the_size_of_the_window_is_the_size_of_the_terminal(self):
        self.window.log_in(self.server["password"])
        sizes = []
        for width, height in ((1200, 700), (900, 500)):
            self.desktop.resize(self.window.window, width, height)
            self.window.run("rm -f sized; stty size > sized.new && mv sized.new sized")

            def changed():
                path = self.home / "sized"
                text = path.read_text().split() if path.exists() else []
                return text if text and text not in sizes else None

            sizes.append(until(changed, "another size"))
        (rows, columns), (fewer_rows, fewer_columns) = [list(map(int, size)) for size in sizes]
        self.assertLess(fewer_rows, rows)
        self.assertLess(fewer_columns, columns)


class InKorean(WindowTest):
    servers = ("password", "two-factor")
    language, theme = "ko", "dark"

    def test_a_password(self):
        self.window.log_in(self.server["password"])
        self.window.run("echo $LANG > by-password")
        self.arrives("by-password", "C.UTF-8\n")

    def test_two_factors(self):
        self.window.log_in(self.server["two-factor"])
        self.window.run("id -un > by-two")
        self.arrives("by-two", "lab\n")


class LosingTheServer(WindowTest):
    servers = ("password",)

    def test_the_session_can_be_taken_up_again(self):
        server = self.server["password"]
        self.window.log_in(server)
        # Another title than that of a new shell: seeing that again is proof of a new shell.
        self.window.run("cd /")
        self.desktop.until_active("lab@bastion: /")
        self.command("kill password")
        self.command("start password")

        def asked():
            if self.desktop.windows("^Host key of"):
                return True
            # Does nothing while the session is not yet known to be lost.
            self.desktop.key("ctrl+shift+r")
            return False

        until(asked, "the window offers to connect again")
        self.window.accept_host_key()
        self.window.answer("^Password for", server["password"])
        self.window.until_shell()
        self.window.run("echo again > again")
        self.arrives("again", "again\n")

    def test_a_frozen_server_does_not_freeze_the_window(self):
        self.window.log_in(self.server["password"])
        self.command("freeze password")
        try:
            self.desktop.type("echo thawed > thawed\n")
            self.desktop.key("ctrl+shift+t")
            self.desktop.until_active("^Portolan$", 5)
        finally:
            self.command("thaw password")
        self.arrives("thawed", "thawed\n")


class Hangul(WindowTest):
    servers = ("publickey",)
    input_method = True

    def setUp(self):
        super().setUp()
        self.window.log_in(self.server["publickey"])

    def test_what_an_input_method_composes_arrives(self):
        self.window.run("cat > composed")
        self.desktop.hangul(True)
        self.desktop.compose("gksrmf")
        # A space ends the syllable and is typed itself; the Return after it ends one that is still open.
        self.desktop.compose(" dlqfur")
        self.desktop.key("Return")
        self.desktop.hangul(False)
        self.desktop.type("plain")
        self.desktop.key("Return", "ctrl+d")
        self.arrives("composed", "한글 입력\nplain\n")

    def test_a_syllable_can_be_taken_apart_again(self):
        self.window.run("cat > corrected")
        self.desktop.hangul(True)
        # 한 loses ㄴ, gets ㅇ: 항.
        self.desktop.compose("gks")
        self.desktop.key("BackSpace")
        self.desktop.compose("d")
        self.desktop.key("Return")
        self.desktop.hangul(False)
        self.desktop.key("ctrl+d")
        self.arrives("corrected", "항\n")

    def test_a_line_can_be_changed_in_its_middle(self):
        self.desktop.type("echo abcdef > changed")
        self.desktop.key("ctrl+a", *["Right"] * len("echo abc"))
        self.desktop.hangul(True)
        self.desktop.compose("gksrmf")
        # The key that moves the cursor ends the open syllable first, where it stands.
        self.desktop.key("Right")
        self.desktop.hangul(False)
        self.desktop.type("-")
        self.desktop.key("Return")
        self.arrives("changed", "abc한글d-ef\n")

    def test_hangul_that_is_copied_from_the_screen_can_be_pasted(self):
        self.window.run(r"clear; printf '\352\260\200\353\202\230\353\213\244\n'; cat > pasted")
        until((self.home / "pasted").exists, "cat")
        self.desktop.key("ctrl+shift+a", "ctrl+shift+c")
        until(lambda: "가나다" in self.desktop.clipboard(), "the clipboard")
        self.desktop.own_clipboard("붙여 넣기")
        self.desktop.key("ctrl+shift+v", "Return", "ctrl+d")
        self.arrives("pasted", "붙여 넣기\n")


class LocalPrograms(WindowTest):
    servers = ("publickey",)

    def test_a_command_has_a_window_of_its_own_and_gives_its_exit_code(self):
        script = r"printf '\033]0;own-window\007'; read word; echo $word > %s; exit 7" % (self.home / "own")
        child = self.desktop.spawn([str(portolan.PROGRAM), "-e", "sh", "-c", script])
        self.desktop.until_active("own-window")
        self.desktop.type("typed")
        self.desktop.key("Return")
        until(lambda: child.poll() is not None, "the end of the command's window")
        self.assertEqual(child.returncode, 7)
        self.arrives("own", "typed\n")

    def test_a_second_start_is_handed_to_the_first(self):
        script = r"printf '%b' '\033]0;handed-over\007'; read word"
        url = "shell://localhost?run=sh&arg=-c&arg=" + urllib.parse.quote(script, safe="")
        child = self.desktop.spawn([str(portolan.PROGRAM), url])
        until(lambda: child.poll() is not None, "the end of the second start")
        self.assertEqual(child.returncode, 0)
        self.assertEqual(self.desktop.until_active("handed-over"), self.window.window)
        self.desktop.key("Return")
        self.desktop.until_active("^Portolan$")

    def shells(self):
        """The shells that run at the lab's servers."""
        found = []
        for pid in processes.below(self.inventory["pid"]):
            with contextlib.suppress(OSError):
                if pathlib.Path(f"/proc/{pid}/comm").read_text().strip() == "bash":
                    found.append(pid)
        return found

    def test_a_connection_is_dragged_into_a_folder(self):
        self.window.quit()
        path = pathlib.Path(self.desktop.env["PORTOLAN_HOME"], "data/portolan.db")
        with contextlib.closing(sqlite3.connect(path)) as base, base:
            base.execute("INSERT INTO folders VALUES ('Racks')")
            base.execute("INSERT INTO profiles VALUES ('dragged', 'bastion', '', '[]', 'ssh://ops@192.0.2.1', '', '', 0)")
        self.window = portolan.Portolan(self.desktop, size=(1100, 700))
        # The folder is the first row, the connection the second.
        self.desktop.drag(self.window.window, (90, 158), (60, 131))

        def folder():
            with contextlib.closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as base:
                return base.execute("SELECT folder FROM profiles WHERE id = 'dragged'").fetchone()[0]

        until(lambda: folder() == "Racks", "the connection in its folder")

    def test_a_killed_window_comes_back_with_its_tabs_and_they_wait(self):
        self.window.log_in(self.server["publickey"])
        portolan.until_kept(self.desktop, b"ssh://lab@", b"lab@bastion")
        self.window.kill()
        until(lambda: not self.shells(), "the shell of the killed window to end")
        self.window.start_again(portolan.SHELL)
        self.window.accept_host_key()
        # The title is that of before: only the server tells when the shell is there.
        until(self.shells, "a shell on the server")
        self.window.run("echo again > again")
        self.arrives("again", "again\n")


def main():
    wrong = []
    if not portolan.PROGRAM.exists():
        wrong.append(f"no {portolan.PROGRAM}")
    wrong += [f"no {name}" for name in desktop.missing_programs(also=("ssh", "fcitx5", "fcitx5-remote"))]
    if packages.check():
        wrong.append(packages.check())
    if wrong:
        print("The window cannot be tested here: " + ", ".join(wrong))
        return 1 if os.environ.get("CI") else 77
    unittest.main(verbosity=2)
    return 0


if __name__ == "__main__":
    sys.exit(main())
