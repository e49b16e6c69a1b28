# SPDX-License-Identifier: GPL-3.0-or-later
"""What may not be written: calls that block the window, sleeping tests, files without a licence line, empty names, dead links."""

import pathlib
import re

import tree

# (where, pattern, sentence); comments and string literals do not count.
CALLS = [
    (("ui", "app", "core"), r"\bprocessEvents\b", "processEvents runs the event loop inside an event"),
    (("ui", "app", "core"), r"\bBlockingQueuedConnection\b", "BlockingQueuedConnection waits for another thread"),
    (("ui", "app", "core"), r":\s*(public|private|protected)?\s*QThread\b", "QThread is not subclassed; use EngineHost"),
    (("ui", "app/gui", "core"), r"\bQEventLoop\b", "a nested QEventLoop"),
    (("ui", "app/gui"), r"(?<!Reaper::)\bwaitFor\w*\s*\(", "the GUI thread waits for nothing"),
    (("ui", "app/gui"), r"\b(sleep_for|sleep_until|u?sleep|msleep|qSleep|qWait)\s*\(", "the GUI thread never sleeps"),
    (("tests",), r"\b(sleep_for|sleep_until|nanosleep|usleep|msleep|qSleep|qWait)\s*\(", "tests wait for conditions"),
    (("tests",), r"(?<![\w.>])sleep\s*\(|QThread::sleep\s*\(", "tests wait for conditions"),
]
# path: (pattern's sentence, reason)
EXCEPTIONS = {
    "core/runtime/enginehost.h": ("a nested QEventLoop", "the outermost loop of an engine's thread"),
}

SCRIPT_SLEEPS = {".py": r"\btime\.sleep\s*\(|^\s*sleep\s*\(", ".sh": r"(^|[;&|]\s*|\bdo\s+|\bthen\s+)\s*sleep\s"}

PACED = "tests/bench"  # a measurement keeps a pace; it decides nothing by it
SUFFIXES = ("Manager", "Helper", "Util", "Utils", "Data", "Impl")
UNFINISHED = r"\b(TO" r"DO|FIX" r"ME|XX" r"X|HA" r"CK)\b|\bnot (yet )?implement" r"ed\b"


def under(path, folders):
    return any(path.is_relative_to(folder) for folder in folders)


def forbidden_calls(root):
    faults = []
    for path in tree.files(root, ".cpp", ".h", under=("core", "ui", "app", "tests")):
        if under(path, (PACED,)):
            continue
        rules = [(re.compile(pattern), sentence) for folders, pattern, sentence in CALLS if under(path, folders)]
        for number, line in tree.code_lines(root, path):
            if line.lstrip().startswith("#include"):
                continue
            for pattern, sentence in rules:
                if pattern.search(line) and EXCEPTIONS.get(str(path), ("",))[0] != sentence:
                    faults.append(f"{path}:{number}: {sentence}")
    for path in tree.files(root, *SCRIPT_SLEEPS, under=("tests", "tools")):
        pattern = re.compile(SCRIPT_SLEEPS[path.suffix])
        for number, line in enumerate(tree.lines(root, path), 1):
            if pattern.search(line.split("#")[0]):
                faults.append(f"{path}:{number}: tests wait for conditions, with a deadline for failing")
    return faults


def licence_lines(root):
    faults = []
    for path in tree.files(root):
        text = tree.lines(root, path)[:2]
        script = bool(text) and text[0].startswith("#!")
        if not (script or path.suffix in (".cpp", ".h", ".py", ".sh", ".cmake") or path.name == "CMakeLists.txt"):
            continue
        first = text[1] if script and len(text) > 1 else (text or [""])[0]
        if not re.fullmatch(r"(//|#) SPDX-License-Identifier: GPL-3\.0-or-later", first):
            faults.append(f"{path}:1: the first line names no licence")
    return faults


def names(root):
    faults = []
    for path in tree.files(root, ".cpp", ".h", under=("core", "ui", "app", "tests")):
        if str(path) != str(path).lower():
            faults.append(f"{path}:1: file names are lower case")
        stem = path.stem.lower()
        if any(stem.endswith(suffix.lower()) and len(stem) > len(suffix) for suffix in SUFFIXES[:4] + ("Impl",)):
            faults.append(f"{path}:1: the name's ending says nothing ({', '.join(SUFFIXES)})")
        if path.suffix == ".h" and "#pragma once" not in tree.lines(root, path)[:3]:
            faults.append(f"{path}:1: a header says #pragma once")
        for number, line in tree.code_lines(root, path):
            for name in re.findall(r"^\s*(?:class|struct|enum class|enum)\s+([A-Z]\w*)", line):
                if name.endswith(SUFFIXES) and not name.startswith("Q"):
                    faults.append(f"{path}:{number}: {name}: this ending says nothing ({', '.join(SUFFIXES)})")
    return faults


def unfinished(root):
    faults = []
    for path in tree.files(root, ".cpp", ".h", ".py", ".sh", ".cmake"):
        for number, line in enumerate(tree.lines(root, path), 1):
            if re.search(UNFINISHED, line, re.IGNORECASE if "implemented" in line else 0):
                faults.append(f"{path}:{number}: unfinished work is not landed")
    return faults


def dead_links(root):
    faults = []
    for path in tree.files(root, ".md"):
        for number, line in enumerate(tree.lines(root, path), 1):
            for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", line):
                if "://" not in target and not (root / path.parent / target).exists():
                    faults.append(f"{path}:{number}: the link leads nowhere: {target}")
    return faults


def check(root):
    root = pathlib.Path(root)
    return forbidden_calls(root) + licence_lines(root) + names(root) + unfinished(root) + dead_links(root)


if __name__ == "__main__":
    tree.run(check, __doc__)
