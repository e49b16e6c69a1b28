# SPDX-License-Identifier: GPL-3.0-or-later
"""Every source is as clang-format with our .clang-format writes it; --write makes it so."""

import pathlib
import shutil
import subprocess

import tree

# Other versions break lines differently; this is Debian 12's.
VERSION = "14"


def formatter():
    for name in (f"clang-format-{VERSION}", "clang-format"):
        path = shutil.which(name)
        if path and f"version {VERSION}." in subprocess.run([path, "--version"], capture_output=True, text=True).stdout:
            return path
    raise SystemExit(f"clang-format {VERSION} is not installed")


def check(root, write=False):
    root = pathlib.Path(root)
    sources = [str(p) for p in tree.files(root, ".cpp", ".h", under=("core", "ui", "app", "tests"))]
    if not sources:
        return ["no sources found"]
    mode = ["-i"] if write else ["--dry-run", "-Werror"]
    done = subprocess.run([formatter(), "--style=file", *mode, *sources], cwd=root, capture_output=True, text=True)
    faults = [line for line in done.stderr.splitlines() if " error: " in line or "warning:" in line]
    if done.returncode and not faults:
        faults = [done.stderr.strip() or f"clang-format ended with {done.returncode}"]
    return faults


if __name__ == "__main__":
    tree.run(check, __doc__, [("--write", {"action": "store_true"})])
