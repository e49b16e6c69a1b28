# SPDX-License-Identifier: GPL-3.0-or-later
"""The panel of clocks in the real window, by the keyboard alone, against chronyd and a clock that lies; judged by the clipboard,
by the file that is saved, and by what the screen shows."""

import csv
import io
import os
import pathlib
import re
import shutil
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
AHEAD = 0.5  # what the lab's liar "ahead" adds, in seconds
BAR = (SIZE[0] - 120, 60, 112, 90)  # the right end of the verdict, which an open drawer moves away


class Clocks(unittest.TestCase):
    """One lab for all; a desktop and a window for each test."""

    @classmethod
    def setUpClass(cls):
        lab = desktop.lab("--ntp", "--hostile-clocks")
        inventory, _ = lab.__enter__()
        cls.addClassCleanup(lab.__exit__, None, None, None)
        cls.port = next(each["port"] for each in inventory["ntp"]["servers"] if each["id"] == "ntp-plain")
        cls.liar = next(each["port"] for each in inventory["hostile_clocks"] if each["id"] == "ahead")

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

    def command(self, words):
        self.desktop.key("ctrl+shift+p")
        self.desktop.type(words)
        self.desktop.key("Return")

    def add(self, server):
        """Types it into the field above the charts."""
        self.desktop.key("ctrl+shift+u", "ctrl+a")
        self.desktop.type(server)
        self.desktop.key("Return")

    def choose(self, server):
        """The only row that is left by the filter; its key goes to it in any language."""
        self.desktop.key("ctrl+shift+x", "ctrl+a")
        self.desktop.type(server)
        self.desktop.key("Return", "ctrl+a")

    def show_all(self):
        self.desktop.key("ctrl+shift+x", "Escape")

    def rows(self):
        """The rows that are shown, as they are copied."""
        mark = "nothing yet"
        self.desktop.own_clipboard(mark)
        self.show_all()
        self.desktop.key("ctrl+a", "ctrl+c")
        text = self.desktop.clipboard()
        return [] if text == mark else text.splitlines()

    def until_rows(self, *expected):
        """Until there is one row for each pattern, in whatever order."""
        found = []

        def there():
            patience = time.monotonic() + 3
            while time.monotonic() < patience:
                found[:] = self.rows()
                if len(found) == len(expected) and all(any(re.search(each, row) for row in found) for each in expected):
                    return found
            return None

        try:
            return until(there, f"{expected} in the table", 60)
        except desktop.Missed as missed:
            raise desktop.Missed(f"{missed}; there is {found}") from None

    # What has to hold -------------------------------------------------------------------------------------------

    def test_a_liar_is_found_left_out_and_all_is_saved(self):
        one, two, three = (f"127.0.0.{last}:{self.port}" for last in (1, 2, 3))
        liar = f"127.0.0.1:{self.liar}"
        self.window.connect(f"ntp://{one}")
        self.desktop.until_active("127.0.0.1")
        self.until_rows(f"{one}.*Leads.*nobody to compare it with")
        self.add(f"ntp://{two}")
        self.add(three)
        self.add("not/an address")  # is said, and nothing comes of it
        self.until_rows(rf"{one}\b.*(Leads|Agrees)", rf"{two}\b.*(Leads|Agrees)", rf"{three}\b.*(Leads|Agrees)")
        self.add(liar)
        self.until_rows(one, two, three, rf"{liar}\b.*Outvoted.*Outvoted by .*nothing in common")

        # One of them in full, and away again.
        probe = xprobe.Probe(self.desktop.env["DISPLAY"])
        self.addCleanup(probe.close)
        area = probe.area(*BAR)
        self.addCleanup(area.close)
        self.choose(liar)
        before = area.read()
        self.desktop.key("ctrl+shift+i")
        until(lambda: area.read() != before, "the drawer")
        self.desktop.key("ctrl+shift+i")
        until(lambda: area.read() == before, "the end of the drawer")

        self.choose(liar)
        self.command("leave the chosen server")
        self.until_rows(one, two, three, rf"{liar}\b.*Left out.*You have left it out")
        self.command("let all servers count")
        self.until_rows(one, two, three, rf"{liar}\b.*Outvoted")

        file = self.desktop.folder / "clocks.csv"
        self.command("save the charts of the clocks")
        dialog = self.desktop.until_active("^Save the charts")
        self.desktop.key("ctrl+a")
        self.desktop.type(str(file))
        self.desktop.key("Return")
        self.desktop.until_closed(dialog)
        until(file.exists, "the samples in a file")
        samples = list(csv.DictReader(io.StringIO(file.read_text("utf-8-sig"))))
        offsets = {}
        for each in samples:
            offsets.setdefault((each["address"], int(each["port"])), []).append(float(each["offset_s"]))
        self.assertEqual(len(offsets), 4, offsets.keys())
        wrong = [value for (_, port), values in offsets.items() if port == self.liar for value in values]
        right = [value for (_, port), values in offsets.items() if port != self.liar for value in values]
        # On a busy computer a single sample may be late; the middle one tells.
        self.assertAlmostEqual(sorted(wrong)[len(wrong) // 2], AHEAD, delta=0.05)
        self.assertAlmostEqual(sorted(right)[len(right) // 2], 0, delta=0.05)

        self.desktop.until_active("127.0.0.1")
        self.command("language: korean")
        self.until_rows(one, two, three, rf"{liar}\b.*다수와 불일치")
        self.desktop.key("ctrl+shift+w")
        self.desktop.until_active("^Portolan$")


def main():
    wrong = []
    if not portolan.PROGRAM.exists():
        wrong.append(f"no {portolan.PROGRAM}")
    wrong += [f"no {name}" for name in desktop.missing_programs() if shutil.which(name) is None]
    if packages.check_ntp():
        wrong.append(packages.check_ntp())
    if wrong:
        print("The panel of clocks cannot be tested here: " + ", ".join(wrong))
        return 1 if os.environ.get("CI") else 77
    unittest.main(verbosity=2)
    return 0


if __name__ == "__main__":
    sys.exit(main())
