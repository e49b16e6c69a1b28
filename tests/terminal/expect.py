#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares recordings with a second terminal, and writes expected screens: expect.py PORTOLANCTL [--write] [NAME...]

Feeds recordings/NAME.vt to `portolanctl terminal render` and to tmux, and prints every cell in which the two disagree.
With --write our screen becomes recordings/NAME.json: only after a person has looked at both.
"""

import json
import pathlib
import re
import subprocess
import sys
import tempfile
import unicodedata

HERE = pathlib.Path(__file__).resolve().parent
BITS = {1: "bold", 2: "dim", 3: "italic", 5: "blink", 7: "inverse", 8: "conceal", 9: "strike", 53: "overline"}
UNDERLINES = {"4": "single", "4:0": "none", "4:1": "single", "4:2": "double", "4:3": "curly", "4:4": "dotted", "4:5": "dashed"}
PLAIN = ("default", "default", "none", ())


def sizes():
    found = {}
    for line in (HERE / "sessions.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("== "):
            name, columns, rows = line[3:].split()
            found[name] = (int(columns), int(rows))
    return found


def ours(program, name, columns, rows):
    command = [program, "--json", "terminal", "render", "--columns", str(columns), "--rows", str(rows),
               str(HERE / "recordings" / f"{name}.vt")]
    lines = subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()
    return json.loads(lines[0])


def style_of(run):
    return (run["fg"], run["bg"], run["underline"], tuple(sorted(run["attributes"])))


def our_cells(line):
    """One (text, style) a column; the second column of a wide character is empty text."""
    cells = []
    for run in line["runs"]:
        column = run["column"]
        assert column == len(cells), "runs leave no gap"
        text, width = clusters(run["text"]), run["width"]
        for cluster, wide in text:
            cells.append((cluster, style_of(run)))
            if wide:
                cells.append(("", style_of(run)))
        assert len(cells) == column + width, (run, len(cells))
    return cells


def clusters(text):
    """[(characters of one cell, is wide)], as East Asian Width and combining classes say."""
    found = []
    for c in text:
        zero = unicodedata.category(c) in ("Mn", "Me", "Cf") or "\u1160" <= c <= "\u11ff"
        if zero and found:
            found[-1] = (found[-1][0] + c, found[-1][1] or c == "\ufe0f")
        else:
            found.append((c, unicodedata.east_asian_width(c) in ("W", "F")))
    return found


def apply_sgr(parameters, style):
    fg, bg, underline, attributes = style[0], style[1], style[2], set(style[3])
    items = parameters.split(";") if parameters else ["0"]
    i = 0
    while i < len(items):
        item = items[i] or "0"
        if item in UNDERLINES:
            underline = UNDERLINES[item]
        elif item in ("38", "48", "58"):
            if items[i + 1] == "5":
                color, i = int(items[i + 2]), i + 2
            else:
                color, i = "#%02x%02x%02x" % tuple(int(n) for n in items[i + 2:i + 5]), i + 4
            if item != "58":
                fg, bg = (color, bg) if item == "38" else (fg, color)
        elif item.isdigit():
            n = int(item)
            if n == 0:
                fg, bg, underline, attributes = "default", "default", "none", set()
            elif n in BITS:
                attributes.add(BITS[n])
            elif 30 <= n <= 37 or 90 <= n <= 97:
                fg = n - 30 if n < 90 else n - 82
            elif 40 <= n <= 47 or 100 <= n <= 107:
                bg = n - 40 if n < 100 else n - 92
            elif n == 39:
                fg = "default"
            elif n == 49:
                bg = "default"
        i += 1
    return (fg, bg, underline, tuple(sorted(attributes)))


def tmux_cells(line, style):
    cells, shifted = [], False
    graphics = dict(zip("`abcdefghijklmnopqrstuvwxyz{|}~", "◆▒␉␌␍␊°±␤␋┘┐┌└┼⎺⎻─⎼⎽├┤┴┬│≤≥π≠£·"))
    for part in re.split(r"(\x1b\[[0-9;:]*m|\x1b\]8;[^\x1b]*\x1b\\|\x0e|\x0f)", line):
        if part.startswith("\x1b["):
            style = apply_sgr(part[2:-1], style)
        elif part in ("\x0e", "\x0f"):
            shifted = part == "\x0e"
        elif not part.startswith("\x1b]"):
            for cluster, wide in clusters(part):
                cells.append((graphics.get(cluster, cluster) if shifted else cluster, style))
                if wide:
                    cells.append(("", style))
    return cells, style


def theirs(name, columns, rows):
    """The screen that tmux makes of the recording: rows of cells, lines with wrapped rows joined, cursor, alternate screen."""
    recording = HERE / "recordings" / f"{name}.vt"
    with tempfile.TemporaryDirectory() as folder:
        socket = ["tmux", "-S", f"{folder}/socket", "-f", "/dev/null"]
        fifo = pathlib.Path(folder, "done")
        command = (f"stty raw -echo; tmux -S {folder}/socket wait-for go; cat {recording}; printf '\\033[6n'; "
                   f"head -c 4 >/dev/null; tmux -S {folder}/socket wait-for -S done; cat >/dev/null")
        subprocess.run([*socket, "start-server", ";", "set", "-g", "status", "off", ";", "new-session", "-d", "-x",
                        str(columns), "-y", str(rows), command], check=True)
        try:
            subprocess.run([*socket, "wait-for", "-S", "go"], check=True)
            subprocess.run([*socket, "wait-for", "done"], check=True, timeout=20)
            shown = subprocess.run([*socket, "capture-pane", "-p", "-e", "-N"], check=True, capture_output=True).stdout
            joined = subprocess.run([*socket, "capture-pane", "-p", "-J"], check=True, capture_output=True).stdout
            state = subprocess.run([*socket, "display-message", "-p", "#{cursor_x} #{cursor_y} #{alternate_on} #{history_size}"],
                                   check=True, capture_output=True, text=True).stdout.split()
        finally:
            subprocess.run([*socket, "kill-server"], check=False)
    cells, style = [], PLAIN
    for line in shown.decode("utf-8").split("\n")[:rows]:
        row, style = tmux_cells(line, style)
        cells.append(row)
    lines = [line.rstrip(" ") for line in joined.decode("utf-8").rstrip("\n").split("\n")]
    return cells, lines, (int(state[0]), int(state[1])), state[2] == "1"


def joined_lines(screen):
    lines, goes_on = [], False
    for row in screen["lines"]:
        cells = our_cells(row)
        text = "".join(cluster for cluster, _ in cells) + (" " * (screen["columns"] - len(cells)) if row["wrapped"] else "")
        lines = lines[:-1] + [lines[-1] + text] if goes_on else lines + [text]
        goes_on = row["wrapped"]
    return "\n".join(line.rstrip(" ") for line in lines).rstrip("\n").split("\n")


def without_blank_end(cells):
    cells = list(cells)
    while cells and cells[-1] == (" ", PLAIN):
        cells.pop()
    return cells


def differences(screen, name, columns, rows):
    cells, lines, cursor, alternate = theirs(name, columns, rows)
    found = [f"joined: ours {a!r}, tmux {b!r}" for a, b in zip(joined_lines(screen), lines) if a != b][:2]
    if alternate != screen["alternate"]:
        found.append(f"alternate: ours {screen['alternate']}, tmux {alternate}")
    our_cursor = (screen["cursor"]["column"], screen["cursor"]["row"])
    if our_cursor != cursor:
        found.append(f"cursor: ours {our_cursor}, tmux {cursor}")
    for row in range(rows):
        left, right = without_blank_end(our_cells(screen["lines"][row])), without_blank_end(cells[row])
        for column in range(max(len(left), len(right))):
            a = left[column] if column < len(left) else (" ", PLAIN)
            b = right[column] if column < len(right) else (" ", PLAIN)
            # tmux does not tell the colour of what was erased at a line's end and not written since.
            if a != b and not (column >= len(cells[row]) and a[0] == " "):
                found.append(f"row {row} column {column}: ours {a}, tmux {b}")
    return found


def write(name, screen):
    """One row a line, so that a change can be read."""
    lines = screen.pop("lines")
    head = json.dumps(screen, ensure_ascii=False, sort_keys=True)[:-1]
    rows = ",\n".join("  " + json.dumps(line, ensure_ascii=False, sort_keys=True) for line in lines)
    (HERE / "recordings" / f"{name}.json").write_text(f'{head}, "lines": [\n{rows}\n]}}\n', encoding="utf-8")


def main():
    program, names = sys.argv[1], [a for a in sys.argv[2:] if a != "--write"]
    clean = True
    for name, (columns, rows) in sizes().items():
        if names and name not in names:
            continue
        screen = ours(program, name, columns, rows)
        found = differences(screen, name, columns, rows)
        print(f"== {name}: {len(found)} differences")
        for line in found[:12]:
            print("  ", line)
        clean = clean and not found
        if "--write" in sys.argv:
            write(name, screen)
    sys.exit(0 if clean else 1)


if __name__ == "__main__":
    main()
