# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Sourced by ./dev. Finds out which packages of installer/debian-packages.txt are missing and installs them.

# Names in the given sections of the list.
packages_of() {
    local wanted=" $* " section="" name rest
    while read -r name rest; do
        case "$name" in
            "" | "#"*) ;;
            "["*"]") section="${name#[}" && section="${section%]}" ;;
            *) case "$wanted" in *" $section "*) echo "$name" ;; esac ;;
        esac
    done <"$ROOT/installer/debian-packages.txt"
}

missing_packages() {
    local names
    names="$(packages_of "$@" | sort -u)"
    # dpkg-query fails when it does not know one of the names; what it knows it prints all the same.
    # shellcheck disable=SC2086
    { dpkg-query -W -f='${db:Status-Status} ${Package}\n' $names 2>/dev/null || true; } |
        sed -n 's/^installed //p' | sort -u | comm -13 - <(echo "$names")
}

apt_install() {
    local sudo=""
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || fail "these packages are missing, and there is no sudo to install them: $*"
        sudo="sudo"
    fi
    local get=("env" "DEBIAN_FRONTEND=noninteractive" "LANG=C.UTF-8" "apt-get" "-qq" "-y"
        "-o" "DPkg::Lock::Timeout=300" "-o" "Dpkg::Use-Pty=0")
    # Lists are fetched only where the ones at hand do not do: missing in a fresh system, or too old.
    $sudo "${get[@]}" install --no-install-recommends "$@" </dev/null && return 0
    say "fetching package lists"
    $sudo "${get[@]}" update </dev/null || true
    $sudo "${get[@]}" install --no-install-recommends "$@" </dev/null
}

is_debian() { [ -r /etc/debian_version ] && command -v apt-get >/dev/null && command -v dpkg-query >/dev/null; }

# setup SECTION...: makes sure that the packages of these sections are there.
setup() {
    if ! is_debian; then
        setup_elsewhere "$@"
        return
    fi
    local missing
    missing="$(missing_packages "$@")"
    [ -z "$missing" ] && return 0
    say "installing: $(echo "$missing" | tr '\n' ' ')"
    # shellcheck disable=SC2086
    apt_install $missing || fail "apt-get could not install what is missing (see above)"
}

# Portolan is tried on Debian 12 only. Elsewhere the lists are kept, and we say so instead of guessing.
setup_elsewhere() {
    command -v cmake >/dev/null && command -v ninja >/dev/null && return 0
    case "$(uname -s)" in
        Darwin) fail "cmake or ninja is missing. Untested on macOS; this should bring what is needed:
    brew bundle --file installer/Brewfile" ;;
        *) fail "cmake or ninja is missing. Portolan is tested on Debian 12 only. Install the equivalents of
    $(packages_of "$@" | sort -u | tr '\n' ' ')
with your system's package manager; for vcpkg there is installer/vcpkg.json (untested)." ;;
    esac
}
