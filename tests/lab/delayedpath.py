# SPDX-License-Identifier: GPL-3.0-or-later
"""Ways to a UDP server on 127.0.0.1 that take longer in one direction than in the other: a relay for each.

A way is "OUT:BACK[:JITTER]" in milliseconds: what a packet waits on its way there and back, and what is added to each
wait at random (evenly from nothing to JITTER). Packets may overtake each other. What the relay itself takes comes on
top, so that a wait is never shorter than it says.
"""

import heapq
import itertools
import random
import selectors
import socket
import threading
import time
from dataclasses import dataclass, field

from places import LabError

MOST_CLIENTS = 256  # of a way; the oldest goes first


@dataclass(eq=False)
class Way:
    out: float
    back: float
    jitter: float
    front: socket.socket = field(default_factory=lambda: udp())
    # By the client's address: a socket of its own towards the server, which sees them apart.
    behind: dict[tuple, socket.socket] = field(default_factory=dict)


def udp() -> socket.socket:
    made = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    made.bind(("127.0.0.1", 0))
    made.setblocking(False)
    return made


class DelayedPaths:
    def __init__(self, ways: list[str]):
        self.ways = []
        for each in ways:
            try:
                out, back, jitter = (float(part) / 1000 for part in [*each.split(":"), "0"][:3])
            except ValueError:
                raise LabError(f"not a way of OUT:BACK[:JITTER] milliseconds: {each}") from None
            self.ways.append(Way(out, back, jitter))
        self.selector = selectors.DefaultSelector()
        self.pending: list[tuple] = []
        self.numbers = itertools.count()
        self.stopping = threading.Event()
        self.server = ("127.0.0.1", 0)
        self.thread = threading.Thread(target=self.run, daemon=True)

    def start(self, port: int) -> None:
        self.server = ("127.0.0.1", port)
        for way in self.ways:
            self.selector.register(way.front, selectors.EVENT_READ, (way, None))
        if self.ways:
            self.thread.start()

    def stop(self) -> None:
        self.stopping.set()
        if self.thread.is_alive():
            self.thread.join(2.0)

    def inventory(self) -> list[dict]:
        return [{"out": way.out * 1000, "back": way.back * 1000, "jitter": way.jitter * 1000, "host": "127.0.0.1",
                 "port": way.front.getsockname()[1]} for way in self.ways]

    def run(self) -> None:
        while not self.stopping.is_set():
            wait = self.pending[0][0] - time.monotonic() if self.pending else 0.1
            for key, _ in self.selector.select(min(max(wait, 0), 0.1)):
                self.receive(key.fileobj, *key.data)
            while self.pending and self.pending[0][0] <= time.monotonic():
                _, _, sender, data, to = heapq.heappop(self.pending)
                try:
                    sender.sendto(data, to)
                except OSError:
                    pass  # The client has gone, or its socket was given up for a newer one.

    def receive(self, sock: socket.socket, way: Way, client: tuple | None) -> None:
        try:
            data, peer = sock.recvfrom(65536)
        except OSError:
            return
        if client is None:
            self.hold(way, way.out, self.towards_server(way, peer), data, self.server)
        else:
            self.hold(way, way.back, way.front, data, client)

    def hold(self, way: Way, wait: float, sender: socket.socket, data: bytes, to: tuple) -> None:
        when = time.monotonic() + wait + random.uniform(0, way.jitter)
        heapq.heappush(self.pending, (when, next(self.numbers), sender, data, to))

    def towards_server(self, way: Way, client: tuple) -> socket.socket:
        made = way.behind.get(client)
        if made is None:
            if len(way.behind) >= MOST_CLIENTS:
                oldest = next(iter(way.behind))
                self.selector.unregister(way.behind[oldest])
                way.behind.pop(oldest).close()
            made = way.behind[client] = udp()
            self.selector.register(made, selectors.EVENT_READ, (way, client))
        return made
