# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Sourced by ./dev: `./dev screenshots`. The pictures go to build/; nobody's tree changes.

dev_screenshots() {
    setup build run test lab
    lab install
    build release --target programs
    PORTOLAN_BUILD_DIR="$ROOT/build/release" \
        python3 "$ROOT/tests/ui/window/screenshots.py" --all "$ROOT/build/screenshots" "$@" </dev/null
}
