# SPDX-License-Identifier: GPL-3.0-or-later
"""Sizes: a .cpp of more than 800 lines or a .h of more than 300 needs its reason in sizes.txt; the window stays small."""

import pathlib
import re

import tree

LIMITS = {".cpp": 800, ".h": 300}
WINDOW_LINES = 500
WINDOW_CONNECTS = 25
PROGRAM_LINES = 299  # app/gui is composition only


def allowed(root):
    entries = {}
    path = pathlib.Path(root) / "tests/unit/layering/sizes.txt"
    if path.exists():
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.strip() and not line.startswith("#"):
                name, _, reason = line.partition(":")
                entries[name.strip()] = reason.strip()
    return entries


def check(root):
    faults, large = [], set()
    entries = allowed(root)
    for path in tree.files(root, *LIMITS, under=("core", "ui", "app", "tests")):
        count = len(tree.lines(root, path))
        if count <= LIMITS[path.suffix]:
            continue
        large.add(str(path))
        if not entries.get(str(path)):
            faults.append(f"{path}:{count}: {count} lines, more than {LIMITS[path.suffix]} without a reason in sizes.txt")
    for name in entries.keys() - large:
        faults.append(f"{name}:1: is in sizes.txt and needs no entry there")

    for path in tree.files(root, ".cpp", under=("ui/shell",)):
        if path.name != "mainwindow.cpp":
            continue
        count = len(tree.lines(root, path))
        if count > WINDOW_LINES:
            faults.append(f"{path}:{count}: the main window has {count} lines, more than {WINDOW_LINES}")
        connects = sum(len(re.findall(r"\bconnect\(", line)) for _, line in tree.code_lines(root, path))
        if connects > WINDOW_CONNECTS:
            faults.append(f"{path}:1: the main window has {connects} connects, more than {WINDOW_CONNECTS}")

    program = sum(len(tree.lines(root, p)) for p in tree.files(root, ".cpp", ".h", under=("app/gui",)))
    if program > PROGRAM_LINES:
        faults.append(f"app/gui:1: has {program} lines, more than {PROGRAM_LINES}")
    return faults


if __name__ == "__main__":
    tree.run(check, __doc__)
