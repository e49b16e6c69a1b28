# SPDX-License-Identifier: GPL-3.0-or-later
"""What the checks of this folder share: which files are ours, and how a check reports.

A check is a function from the root of a tree to a list of faults, "path:line: sentence"; selftest.py runs each on trees
that break its rule. The files are found by walking, not by asking git, so that an unpacked archive is checked as well.
"""

import argparse
import os
import pathlib
import re
import sys

sys.dont_write_bytecode = True

OURS = ("core", "ui", "app", "tests", "cmake", "installer", "tools", "translations", "resources", "docs", ".ci")


def files(root, *suffixes, under=OURS):
    """Our files with one of these suffixes, sorted, as paths relative to the root."""
    root = pathlib.Path(root)
    found = [p for p in root.iterdir() if p.is_file()] if under is OURS else []
    for folder in under:
        for parent, folders, names in os.walk(root / folder):
            folders[:] = [f for f in folders if f not in ("__pycache__", "build")]
            found += [pathlib.Path(parent, name) for name in names]
    return sorted(p.relative_to(root) for p in found if not suffixes or p.suffix in suffixes)


def lines(root, path):
    return (pathlib.Path(root) / path).read_text(encoding="utf-8", errors="replace").splitlines()


def includes(root, path):
    """(line number, "<" or '"', name) of each #include."""
    for number, line in enumerate(lines(root, path), 1):
        match = re.match(r'\s*#\s*include\s*([<"])([^>"]+)[>"]', line)
        if match:
            yield number, match.group(1), match.group(2)


def code_lines(root, path):
    """(number, line) with the contents of comments and string literals blanked, for checks of what is called."""
    comment = False
    for number, line in enumerate(lines(root, path), 1):
        out, i = [], 0
        while i < len(line):
            if comment:
                end = line.find("*/", i)
                i, comment = (len(line), True) if end < 0 else (end + 2, False)
            elif line.startswith("/*", i):
                i, comment = i + 2, True
            elif line.startswith("//", i):
                break
            elif line[i] in "\"'" and not (line[i] == "'" and i and line[i - 1].isalnum()):
                quote, i = line[i], i + 1
                while i < len(line) and line[i] != quote:
                    i += 2 if line[i] == "\\" else 1
                out.append(quote * 2)
                i += 1
            else:
                out.append(line[i])
                i += 1
        yield number, "".join(out)


def run(check, description, arguments=()):
    """main() of a check: prints the faults and ends with 1 if there are any."""
    parser = argparse.ArgumentParser(description=description)
    default = pathlib.Path(__file__).resolve().parents[3]
    parser.add_argument("--root", type=pathlib.Path, default=default)
    for name, options in arguments:
        parser.add_argument(name, **options)
    chosen = vars(parser.parse_args())
    faults = check(chosen.pop("root"), **chosen)
    for fault in faults:
        print(fault)
    print(f"{len(faults)} faults" if faults else "no faults")
    sys.exit(1 if faults else 0)
