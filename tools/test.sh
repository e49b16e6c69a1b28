# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Sourced by ./dev: `./dev test`. The main run comes last, so that ctest's own summary are the last lines.

dev_test() {
    ensure_terminals "$@"
    local broken="" seconds=$SECONDS
    setup build run test lab
    lab install || broken="$broken lab-install"
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

# A bare chroot has no pseudo terminals. Local shells and sshd need them, so root gets some, in a mount namespace that
# ends with the tests.
ensure_terminals() {
    [ ! -c /dev/pts/ptmx ] && [ "$(id -u)" -eq 0 ] && [ -z "${PORTOLAN_OWN_DEVPTS:-}" ] || return 0
    say "no pseudo terminals here; mounting some for these tests"
    local namespace
    # "unchanged": the root of a chroot is no mount point whose propagation could be changed.
    for namespace in "private" "unchanged"; do
        unshare --mount --propagation "$namespace" true 2>/dev/null || continue
        PORTOLAN_OWN_DEVPTS=1 unshare --mount --propagation "$namespace" sh -c '
            mount -t devpts -o newinstance,ptmxmode=0666,mode=0620,gid=5 devpts /dev/pts ||
                echo "dev: no pseudo terminals: tests that need one will fail" >&2
            exec "$@"' sh "$ROOT/dev" test "$@"
        exit
    done
    say "mount namespaces are not allowed: tests that need a terminal will fail"
}
