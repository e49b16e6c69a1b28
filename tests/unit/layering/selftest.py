# SPDX-License-Identifier: GPL-3.0-or-later
"""Shows that each check of this folder can fail: a tree in order passes, and every broken sample is found."""

import pathlib
import sys
import tempfile
import unittest

import formatting
import includes
import rules
import sizes
import translations
import tree

SPDX = "// SPDX-License-Identifier: GPL-3.0-or-later\n"
QT_HEADERS = None


class Trees(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.root = pathlib.Path(temporary.name)

    def write(self, path, text):
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")

    def source(self, path, text):
        self.write(path, SPDX + ("#pragma once\n" if path.endswith(".h") else "") + text)

    def assert_found(self, faults, *words):
        self.assertTrue(any(all(word in fault for word in words) for fault in faults), f"{words} not in {faults}")


class Includes(Trees):
    def faults(self):
        return includes.check(self.root, QT_HEADERS)

    def test_a_tree_in_order_passes(self):
        self.source("core/base/error.h", "#include <QString>\n#include <tl/expected.hpp>\n#include <vector>\n")
        self.source("core/ssh/engine/engine.h", '#include "core/base/error.h"\n#include <QObject>\n')
        self.source("core/ssh/session.h", '#include <libssh/libssh.h>\n')  # nobody else sees it
        self.source("core/ssh/engine/engine.cpp", '#include "core/ssh/engine/engine.h"\n#include "core/ssh/session.h"\n#include <poll.h>\n')
        self.source("ui/ssh/panel.cpp", '#include "core/ssh/engine/engine.h"\n#include "ui/panel/panel.h"\n#include <QWidget>\n')
        self.source("ui/panel/panel.h", "#include <QWidget>\n")
        self.source("app/gui/main.cpp", '#include "ui/panel/panel.h"\n')
        self.assertEqual(self.faults(), [])

    def test_core_sees_no_display(self):
        for name in ("QWidget", "QColor", "QImage", "QKeyEvent", "QtWidgets/QWidget", "QtGui/qfont.h", "QtGui", "QPainter"):
            with self.subTest(name):
                self.source("core/net/dialer.cpp", f"#include <{name}>\n")
                self.assert_found(self.faults(), "core/net/dialer.cpp:2", "display")

    def test_layers_below_see_none_above(self):
        self.source("core/ssh/engine/engine.h", "")
        self.source("core/mqtt/engine.h", "")
        self.source("ui/panel/panel.h", "")
        self.source("app/cli/noun.h", "")
        for place, seen in (("core/base/a.cpp", "core/ssh/engine/engine.h"), ("core/net/a.cpp", "core/ssh/engine/engine.h"),
                            ("core/ssh/a.cpp", "core/mqtt/engine.h"), ("core/ssh/a.cpp", "ui/panel/panel.h"),
                            ("ui/shell/a.cpp", "core/ssh/engine/engine.h"), ("ui/mqtt/a.cpp", "core/ssh/engine/engine.h"),
                            ("ui/widgets/a.cpp", "ui/panel/panel.h"), ("ui/ssh/a.cpp", "app/cli/noun.h"),
                            ("core/ssh/a.h", "core/mqtt/engine.h")):
            with self.subTest(place=place, seen=seen):
                self.source(place, f'#include "{seen}"\n')
                self.assert_found(self.faults(), place, "must not see")
                (self.root / place).unlink()

    def test_third_parties_stay_out_of_headers_that_others_see(self):
        self.source("core/ssh/engine/engine.h", '#include "core/ssh/session.h"\n')
        self.source("core/ssh/session.h", "#include <libssh/libssh.h>\n")
        self.source("ui/ssh/panel.cpp", '#include "core/ssh/engine/engine.h"\n')
        self.assert_found(self.faults(), "core/ssh/session.h", "libssh")

    def test_our_headers_are_named_from_the_root(self):
        self.source("core/ssh/engine/engine.h", "")
        self.source("core/ssh/engine/engine.cpp", '#include "engine.h"\n')
        self.assert_found(self.faults(), "named from the root")


class Sizes(Trees):
    def test_small_files_pass(self):
        self.source("core/base/a.cpp", "int a;\n" * 700)
        self.source("ui/shell/mainwindow.cpp", "connect(a, b, c);\n" * 25)
        self.assertEqual(sizes.check(self.root), [])

    def test_large_files_need_a_reason(self):
        self.source("core/base/a.cpp", "int a;\n" * 801)
        self.source("core/base/a.h", "int a;\n" * 301)
        faults = sizes.check(self.root)
        self.assert_found(faults, "core/base/a.cpp")
        self.assert_found(faults, "core/base/a.h")
        self.write("tests/unit/layering/sizes.txt", "core/base/a.cpp: a generated table\ncore/base/a.h:\n")
        faults = sizes.check(self.root)
        self.assertFalse(any("a.cpp" in fault for fault in faults), faults)
        self.assert_found(faults, "core/base/a.h")  # an entry without a reason is none

    def test_entries_that_nothing_needs_are_found(self):
        self.write("tests/unit/layering/sizes.txt", "core/base/gone.cpp: was large\n")
        self.assert_found(sizes.check(self.root), "gone.cpp", "needs no entry")

    def test_the_window_stays_small(self):
        self.source("ui/shell/mainwindow.cpp", "int a;\n" * 500)
        self.assert_found(sizes.check(self.root), "main window", "lines")
        self.source("ui/shell/mainwindow.cpp", "QObject::connect(a, b, c);\n" * 26)
        self.assert_found(sizes.check(self.root), "26 connects")
        self.source("app/gui/main.cpp", "int a;\n" * 300)
        self.assert_found(sizes.check(self.root), "app/gui")


class Formatting(Trees):
    def test_a_badly_formatted_file_is_found_and_mended(self):
        (self.root / ".clang-format").write_text((tree.pathlib.Path(__file__).parents[3] / ".clang-format").read_text())
        self.source("core/base/a.cpp", "int  main( ){return 0;}\n")
        self.assert_found(formatting.check(self.root), "core/base/a.cpp:2")
        self.assertEqual(formatting.check(self.root, write=True), [])
        self.assertEqual(formatting.check(self.root), [])

    def test_an_empty_tree_is_no_success(self):
        self.assertTrue(formatting.check(self.root))


class Rules(Trees):
    def test_a_tree_in_order_passes(self):
        self.source("ui/shell/a.cpp", "// processEvents() is never called\nauto s = \"sleep(1)\"; int waitForIt; Reaper::waitForAll(x);\n")
        self.source("tests/unit/a.cpp", "QTRY_VERIFY(done); connection.exec(\"sleep 30\");\n")
        self.source("core/runtime/enginehost.h", "QEventLoop loop;\n")
        self.source("core/base/a.h", "class QMimeData;\nclass Metadata;\n")
        self.write("tools/a.sh", "#!/bin/sh\n# SPDX-License-Identifier: GPL-3.0-or-later\n")
        self.assertEqual(rules.check(self.root), [])

    def test_forbidden_calls_are_found(self):
        for place, line in (("ui/ssh/a.cpp", "QEventLoop loop;"), ("ui/ssh/a.cpp", "thread.waitForFinished();"),
                            ("app/gui/main.cpp", "QCoreApplication::processEvents();"),
                            ("ui/ssh/a.cpp", "connect(a, b, c, Qt::BlockingQueuedConnection);"),
                            ("core/ssh/a.h", "class Worker : public QThread"), ("core/ssh/a.cpp", "QEventLoop loop;"),
                            ("ui/ssh/a.cpp", "QThread::msleep(10);"), ("tests/unit/a.cpp", "QTest::qWait(50);"),
                            ("tests/unit/a.cpp", "QThread::sleep(1);"), ("tests/unit/a.cpp", "sleep(1);"),
                            ("tests/unit/a.cpp", "std::this_thread::sleep_for(1ms);")):
            with self.subTest(line):
                self.source(place, line + "\n")
                self.assert_found(rules.forbidden_calls(self.root), place)
                (self.root / place).unlink()

    def test_sleeping_scripts_are_found(self):
        self.write("tests/lab/a.py", "import time\ntime.sleep(1)\n")
        self.write("tests/cli/a.sh", "while ! ready; do sleep 1; done\n")
        faults = rules.forbidden_calls(self.root)
        self.assert_found(faults, "tests/lab/a.py:2")
        self.assert_found(faults, "tests/cli/a.sh:1")

    def test_files_without_licence_are_found(self):
        for path, text in (("core/base/a.cpp", "int a;\n"), ("tests/cli/a.py", "#!/usr/bin/env python3\nimport os\n"),
                           ("core/CMakeLists.txt", ""), ("tools/run", "#!/bin/sh\necho\n")):
            self.write(path, text)
            self.assert_found(rules.licence_lines(self.root), path)

    def test_empty_names_are_found(self):
        self.source("core/ssh/sessionmanager.h", "class SessionManager\n{\n};\nstruct HostData\n{\n};\n")
        self.write("core/ssh/Engine.h", SPDX)
        faults = rules.names(self.root)
        for word in ("sessionmanager.h:1", "SessionManager", "HostData", "lower case", "#pragma once"):
            self.assert_found(faults, word)

    def test_unfinished_work_is_found(self):
        for word in ("TO" + "DO", "FIX" + "ME", "not imple" + "mented"):
            self.source("core/ssh/a.cpp", f"// {word}: reconnect\n")
            self.assert_found(rules.unfinished(self.root), "core/ssh/a.cpp:2")

    def test_dead_links_are_found(self):
        self.write("docs/there.md", "[web](https://example.org/x) [here](there.md#part) [up](../README.md)\n")
        self.write("README.md", "![picture](docs/images/gone.png)\n")
        faults = rules.check(self.root)
        self.assertEqual(len(faults), 1, faults)
        self.assert_found(faults, "README.md:1", "gone.png")


class Translations(Trees):
    def catalogue(self, name, *messages):
        entries = "".join(
            f"    <message{' numerus=' + chr(34) + 'yes' + chr(34) if plural else ''}>\n        <source>{source}</source>\n        <translation{attributes}>"
            + (f"\n            <numerusform>{text}</numerusform>\n        " if plural else text)
            + "</translation>\n    </message>\n" for source, text, attributes, plural in messages)
        self.write(f"translations/{name}", '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n<TS version="2.1" '
                   + f'language="ko_KR" sourcelanguage="en">\n<context>\n    <name>Panel</name>\n{entries}</context>\n</TS>\n')

    def setUp(self):
        super().setUp()
        for folder in translations.FOLDERS:
            (self.root / folder).mkdir()
        self.catalogue("portolan_en.ts")
        self.source("ui/a.cpp", 'class Panel { Q_OBJECT void f() { tr("Connecting to %1."); } };\n')

    def test_a_finished_catalogue_passes(self):
        self.catalogue("portolan_ko.ts", ("Connecting to %1.", "%1: 연결 중입니다.", "", False),
                       ("%n files", "%n개 파일", "", True), ("Line %1 of %2", "%2 중 %1번째 줄, %1가지", "", False))
        self.assertEqual(translations.check(self.root, "complete"), [])
        self.catalogue("portolan_ko.ts", ("Connecting to %1.", "%1: 연결 중입니다.", "", False))
        self.assertEqual(translations.check(self.root, "wording"), [])

    def test_unfinished_entries_are_found(self):
        self.catalogue("portolan_ko.ts", ("Connecting to %1.", "", ' type="unfinished"', False))
        self.assert_found(translations.check(self.root, "complete"), "unfinished")
        self.catalogue("portolan_ko.ts", ("Connecting to %1.", "", "", False))
        self.assert_found(translations.check(self.root, "complete"), "unfinished")

    def test_texts_that_the_catalogue_does_not_know_are_found(self):
        self.catalogue("portolan_ko.ts", ("Gone", "없음", "", False))
        faults = translations.check(self.root, "current")
        self.assert_found(faults, "missing: Connecting to %1.")
        self.assert_found(faults, "no longer used: Gone")

    def test_texts_whose_context_differs_at_run_time_are_found(self):
        self.catalogue("portolan_ko.ts")
        self.source("core/worker.cpp", 'class Worker { void f(); };\nvoid Worker::f() { tr("Working."); }\n')
        self.assert_found(translations.check(self.root, "current"), "worker.cpp", "context")

    def test_texts_behind_a_macro_are_found(self):
        self.catalogue("portolan_ko.ts", ("Connecting to %1.", "%1: 연결 중입니다.", "", False))
        self.source("core/words.cpp", '#define TEXT(text) QT_TRANSLATE_NOOP("Panel", text)\n')
        self.assert_found(translations.check(self.root, "current"), "core/words.cpp:2", "macro")

    def test_particles_and_placeholders_are_found(self):
        for source, text, word in (("Connecting to %1.", "%1을 연결합니다.", "particle"),
                                   ("Connecting to %1.", "%1을(를) 연결합니다.", "particle"),
                                   ("Connecting to %1.", "“%1”과 연결합니다.", "particle"),
                                   ("Connecting to %1.", "%1로 연결합니다.", "particle"),
                                   ("Connecting to %1.", "연결합니다.", "placeholders"),
                                   ("Connecting to %1.", "%1 %2 연결", "placeholders"),
                                   ("The server closed the connection.", "The server closed.", "still English")):
            with self.subTest(text):
                self.catalogue("portolan_ko.ts", (source, text, "", False))
                self.assert_found(translations.check(self.root, "wording"), word)


if __name__ == "__main__":
    QT_HEADERS = sys.argv.pop(1)
    unittest.main(verbosity=2)
