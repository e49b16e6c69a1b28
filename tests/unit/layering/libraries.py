# SPDX-License-Identifier: GPL-3.0-or-later
"""portolanctl runs where there is no display: no Qt Widgets or Gui among the libraries that it loads."""

import subprocess
import sys

FORBIDDEN = ("libQt6Widgets", "libQt6Gui", "libQt6Svg", "libQt6Charts", "libX11", "libxcb", "libGL.", "libEGL")


def check(program):
    done = subprocess.run(["ldd", program], capture_output=True, text=True)
    if done.returncode or "libQt6Core" not in done.stdout:
        return [f"ldd {program} says nothing of use: {done.stdout}{done.stderr}"]
    return [line.strip() for line in done.stdout.splitlines() if any(name in line for name in FORBIDDEN)]


if __name__ == "__main__":
    faults = check(sys.argv[1])
    print("\n".join(faults) or "no library of a display")
    # With --expect-display (any program with a window) the check must find something: it is shown to be able to fail.
    sys.exit(bool(faults) != ("--expect-display" in sys.argv))
