# SPDX-License-Identifier: GPL-3.0-or-later
"""How long from a key to its pixels, in the terminal that has the focus and runs `cat`."""

import random
import time

import processes
from desktop import Missed
from xprobe import Probe

GIVE_UP = 2.0
SETTLED = 0.15


def settle(area, still=SETTLED):
    """Returns the picture once it has stood still for a moment."""
    picture, since = area.read(), time.perf_counter()
    started = since
    while time.perf_counter() - since < still:
        processes.pause(0.005)
        again = area.read()
        if again != picture:
            picture, since = again, time.perf_counter()
        if since - started > 10:
            raise Missed("the picture never stands still")
    return picture


def wait_for_change(area, before, started):
    while True:
        now = area.read()
        seen = time.perf_counter()
        if now != before:
            return now, seen - started
        if seen - started > GIVE_UP:
            raise Missed("a key changed no pixel")


def measure(display, box, keys, seed=1):
    """Presses a letter and takes it back, again and again; returns the latencies in milliseconds, sorted.

    `box` is where the terminal is on the screen. What a key changes is found out first; then only the cell of the
    letter is watched, not the cursor beside it, and at random distances, so that no timer of the terminal is in step.
    """
    probe = Probe(display)
    letter, back = probe.keycode("m"), probe.keycode("BackSpace")
    whole = probe.area(*box)
    empty = settle(whole)
    probe.press(letter)
    wait_for_change(whole, empty, time.perf_counter())
    written = settle(whole)
    found = whole.changed_box(empty, written)
    assert found is not None
    whole.close()
    x, y, width, height = found
    # The letter's cell and the cursor's beside it have changed: the letter's is the left half.
    cell = probe.area(box[0] + x, box[1] + y, max(4, width // 2), max(4, height))
    chance = random.Random(seed)
    times = []
    down = True  # The letter stands there.
    for _ in range(keys):
        before = settle(cell)
        processes.pause(chance.uniform(0.02, 0.06))
        started = probe.press(back if down else letter)
        _, took = wait_for_change(cell, before, started)
        times.append(took * 1000)
        down = not down
    cell.close()
    probe.close()
    return sorted(times)


def percentile(values, share):
    return values[min(len(values) - 1, int(len(values) * share))]


def summary(values):
    return {
        "keys": len(values), "p50_ms": round(percentile(values, 0.5), 2), "p95_ms": round(percentile(values, 0.95), 2),
        "worst_ms": round(values[-1], 2),
    }
