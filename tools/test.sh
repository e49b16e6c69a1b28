# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Sourced by ./dev: `./dev test`. The main run comes last, so that ctest's own summary are the last lines.

dev_test() {
    local broken="" seconds=$SECONDS
    setup build run test lab
    if [ -f "$ROOT/tests/lab/lab.py" ]; then
        lab install || broken="$broken lab-install"
    fi
    step_done "set up" $seconds

    # A target that does not compile leaves its test as "not run": the summary tells, the others still count.
    seconds=$SECONDS
    build asan -- -k 0 || broken="$broken asan-build"
    step_done "build under the address and undefined-behaviour sanitizers" $seconds

    seconds=$SECONDS
    build release --target programs || broken="$broken release-build"
    step_done "release build" $seconds

    seconds=$SECONDS
    { build tsan && ctest --preset tsan </dev/null; } || broken="$broken tsan"
    step_done "concurrency tests under the thread sanitizer" $seconds

    [ -z "$broken" ] || say "FAILED before the main run:$broken"
    ctest --preset asan --no-tests=error --no-label-summary -j "$(jobs_here)" "$@" </dev/null || broken="$broken tests"
    [ -z "$broken" ]
}

step_done() { say "$1: $((SECONDS - $2)) s"; }
