# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Sourced by ./dev: `./dev lint`.

dev_lint() {
    setup build test lint
    build asan --target programs
    ctest --preset asan -L lint </dev/null
    local changed
    changed="$(changed_sources)"
    [ -n "$changed" ] || return 0
    say "clang-tidy on changed files"
    # shellcheck disable=SC2086
    clang-tidy -p build/asan --quiet $changed
    say "clazy on changed files"
    # shellcheck disable=SC2086
    clazy-standalone -p build/asan --checks=level0,level1 $changed
}

# What differs from the upstream branch: 12-20 s a file, so never the whole tree.
changed_sources() {
    command -v git >/dev/null || return 0
    local base
    base="$(git merge-base HEAD origin/main 2>/dev/null || git rev-parse HEAD 2>/dev/null)" || return 0
    git diff --name-only --diff-filter=d "$base" -- '*.cpp'
}
