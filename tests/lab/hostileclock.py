# SPDX-License-Identifier: GPL-3.0-or-later
"""NTP servers that lie, one port a way: what a client must see through, without being stopped or led astray.

Each mode is asked with a Query and says what to send: (bytes, seconds later, from where). One thread serves all; the
clock is this machine's.
"""

import heapq
import itertools
import selectors
import socket
import struct
import threading
import time
from dataclasses import dataclass, field

HEADER = struct.Struct(">BBbbIIIQQQQ")  # RFC 5905, section 7.3
UNIX_EPOCH = 2_208_988_800
LATE = 0.5
ERA = 1 << 64


def stamp(seconds: float) -> int:
    """A time of Unix as a timestamp of NTP, without its era."""
    return int((seconds + UNIX_EPOCH) * (1 << 32)) % ERA


@dataclass
class Query:
    data: bytes
    peer: tuple
    count: int  # of queries to this mode, from 1
    state: dict
    at: float = field(default_factory=time.time)

    def fields(self) -> tuple:
        return HEADER.unpack(self.data[:48]) if len(self.data) >= 48 else (0,) * 11

    def reply(self, **other) -> bytes:
        """An honest answer, but for `other`; `offset` is how wrong the clock is."""
        asked = self.fields()
        offset = other.get("offset", 0.0)
        first = other.get("leap", 0) << 6 | other.get("version", asked[0] >> 3 & 7) << 3 | other.get("mode", 4)
        receive = stamp(self.at + offset)
        return HEADER.pack(
            first, other.get("stratum", 2), asked[2], -20, other.get("root_delay", 0x100),
            other.get("root_dispersion", 0x100), other.get("refid", 0x7F000001), other.get("reference", stamp(self.at + offset - 8)),
            other.get("origin", asked[10]), other.get("receive", receive), other.get("transmit", stamp(time.time() + offset)),
        )


# What a mode gives: packets, each with its delay and the socket that it leaves from.
HERE, OTHER_ADDRESS, OTHER_PORT = "here", "other address", "other port"


def lie(**other):
    return lambda query: [(query.reply(**other), 0, HERE)]


def behind(tail: bytes):
    return lambda query: [(query.reply() + tail, 0, HERE)]


def kiss(code: bytes, **other):
    refid = int.from_bytes(code.ljust(4, b"\0")[:4], "big")

    def serve(query):
        # RFC 5905, section 7.4; receive and transmit are equal, as ntpd has them.
        now = stamp(query.at)
        return [(query.reply(leap=3, stratum=0, refid=refid, receive=now, transmit=now, **other), 0, HERE)]

    return serve


def foreign(serve):
    """The same from somebody who has not seen the request, and then the honest answer."""

    def both(query):
        forged = bytearray(serve(query)[0][0])
        forged[24:32] = bytes(byte ^ 0x5A for byte in forged[24:32])
        return [(bytes(forged), 0, HERE), (query.reply(), 0.02, HERE)]

    return both


def silent(query):
    return []


def empty(query):
    return [(b"", 0, HERE), (query.reply(), 0.02, HERE)]


def truncated(query):
    return [(query.reply()[:47], 0, HERE), (query.reply(), 0.02, HERE)]


def huge(query):
    """As much as a datagram takes, in extension fields."""
    return [(query.reply() + struct.pack(">HH12x", 0x2005, 16) * 4000, 0, HERE)]


def duplicate(query):
    return [(answer, 0, HERE) for answer in [query.reply()] * 3]


def twice(query):
    """A second answer with another time."""
    return [(query.reply(), 0, HERE), (query.reply(offset=5), 0, HERE)]


def late(query):
    return [(query.reply(), LATE, HERE)]


def reordered(query):
    """The answer to the query before comes in front of the answer to this one."""
    held = query.state.get("held")
    query.state["held"] = query.reply()
    return ([(held, 0, HERE)] if held else []) + [(query.reply(), 0.01, HERE)]


def elsewhere(where):
    return lambda query: [(query.reply(offset=9), 0, where), (query.reply(), 0.02, HERE)]


def leap_flips(query):
    return [(query.reply(leap=query.count % 2 + (query.count % 3 == 0)), 0, HERE)]


def steps(query):
    """A second forward after four queries, and back after eight."""
    return [(query.reply(offset=float(query.count > 4) - float(query.count > 8)), 0, HERE)]


def era_edge(query):
    """Received in the last moment of era 0, sent in the first of era 1."""
    edge = ERA - (1 << 20)
    return [(query.reply(reference=edge - (1 << 35), receive=edge, transmit=1 << 20), 0, HERE)]


def reflect(query):
    return [(query.data, 0, HERE)]


def symmetric(query):
    """Takes us for a peer."""
    return [(query.reply(mode=1), 0, HERE), (query.reply(mode=2), 0, HERE)]


def forged_flood(query):
    """Thousands of forgeries around one honest answer."""
    forged = query.reply(origin=query.fields()[10] ^ 1, offset=60)
    return [(forged, 0, HERE)] * 5000 + [(query.reply(), 0.005, HERE)] + [(forged, 0.01, HERE)] * 5000


def kiss_flood(query):
    forged = foreign(kiss(b"DENY"))(query)[0][0]
    return [(forged, 0, HERE)] * 2000 + [(query.reply(), 0.005, HERE)]


def answer_flood(query):
    """The same answer again and again."""
    return [(query.reply(), 0, HERE)] * 5000


def false_interleaved(query):
    """Says that its answer is interleaved, and gives the time of this one, not of the one before."""
    receive = query.fields()[9]
    return [(query.reply(origin=receive) if receive else query.reply(), 0, HERE)]


def lying_interleaved(query):
    """Interleaved, with a stamp that is a minute off."""
    receive = query.fields()[9]
    if not receive:
        return [(query.reply(), 0, HERE)]
    return [(query.reply(origin=receive, transmit=stamp(query.at - 60)), 0, HERE)]


MAC = struct.pack(">I", 1)
MODES = {
    "honest": lie(),
    "wrong-origin": lie(origin=0x0123456789ABCDEF),
    "zero-origin": lie(origin=0),
    "zero-transmit": lie(transmit=0),
    "zero-receive": lie(receive=0),
    "backwards": lambda query: [(query.reply(transmit=stamp(query.at - 1)), 0, HERE)],
    "stratum-16": lie(stratum=16),
    "stratum-17": lie(stratum=17),
    "stratum-255": lie(stratum=255),
    "unsynchronised": lie(leap=3, stratum=16),
    "leap-unknown": lie(leap=3),
    "far-from-root": lie(root_delay=40 << 16),
    "wide-dispersion": lie(root_dispersion=17 << 16),
    "future-reference": lambda query: [(query.reply(reference=stamp(query.at + 60)), 0, HERE)],
    "no-reference": lie(reference=0),
    **{f"mode-{mode}": lie(mode=mode) for mode in (0, 1, 2, 3, 5, 6, 7)},
    **{f"version-{version}": lie(version=version) for version in (0, 3, 5, 7)},
    "empty": empty,
    "truncated": truncated,
    "huge-extension": behind(struct.pack(">HH60x", 0x0104, 65532)),
    "short-extension": behind(struct.pack(">HH60x", 0x0104, 8)),
    "zero-extension": behind(struct.pack(">HH60x", 0x0104, 0)),
    "odd-extension": behind(struct.pack(">HH61x", 0x0104, 65)),
    "trailing": behind(b"\1\2\3"),
    "many-extensions": huge,
    "unknown-extension": behind(struct.pack(">HH24x", 0x2005, 28)),
    "crypto-nak": behind(bytes(4)),
    "wrong-mac": behind(MAC + b"\x5a" * 20),
    "short-mac": behind(MAC + b"\x5a" * 16),
    # RFC 7822, section 7.5.1.4: by its length a MAC, by its first bytes an extension field.
    "field-like-mac": behind(struct.pack(">HH20x", 0x2005, 24)),
    "duplicate": duplicate,
    "twice": twice,
    "late": late,
    "reordered": reordered,
    "other-address": elsewhere(OTHER_ADDRESS),
    "other-port": elsewhere(OTHER_PORT),
    "leap-flips": leap_flips,
    "steps": steps,
    "smear": lie(offset=0.25, refid=0xFE100000),  # 254.x: 2 bits of seconds and 22 of a fraction
    "ahead": lie(offset=0.5),
    # Two more that agree with it: then this computer is the one that is off.
    "ahead-second": lie(offset=0.5, refid=0xC0000210),
    "ahead-third": lie(offset=0.5, refid=0xC0000211),
    "far-ahead": lie(offset=3600.0),
    "behind": lie(offset=-0.5),
    "era-1": lambda query: [(query.reply(offset=4_294_967_296 - UNIX_EPOCH + 1000 - query.at), 0, HERE)],
    "era-edge": era_edge,
    "reflect": reflect,
    "symmetric": symmetric,
    "silent": silent,
    "forged-flood": forged_flood,
    "kiss-flood": kiss_flood,
    "answer-flood": answer_flood,
    "false-interleaved": false_interleaved,
    "lying-interleaved": lying_interleaved,
    **{f"kiss-{code.lower()}": kiss(code.encode()) for code in ("RATE", "DENY", "RSTR", "INIT", "NTSN", "STEP", "XQZ")},
    **{f"foreign-{code.lower()}": foreign(kiss(code.encode())) for code in ("RATE", "DENY", "RSTR", "NTSN")},
    "kiss-bytes": kiss(b"\xff\x1b[m"),
    "kiss-empty": kiss(b""),
    "rate-once": lambda query: (kiss(b"RATE")(query) if query.count == 2 else [(query.reply(), 0, HERE)]),
}  # fmt: skip


class HostileClocks:
    def __init__(self):
        self.selector = selectors.DefaultSelector()
        self.sockets: dict[str, dict[str, socket.socket]] = {}
        self.states = {name: {} for name in MODES}
        self.counts = dict.fromkeys(MODES, 0)
        self.pending: list[tuple] = []
        self.numbers = itertools.count()
        self.stopping = threading.Event()
        self.thread = threading.Thread(target=self.run, daemon=True)

    def start(self) -> None:
        for name in MODES:
            here = self.udp("127.0.0.1", 0)
            self.sockets[name] = {HERE: here}
            self.selector.register(here, selectors.EVENT_READ, name)
        for name, where, address in (("other-address", OTHER_ADDRESS, "127.0.0.2"), ("other-port", OTHER_PORT, "127.0.0.1")):
            port = self.sockets[name][HERE].getsockname()[1] if where == OTHER_ADDRESS else 0
            self.sockets[name][where] = self.udp(address, port)
        self.thread.start()

    @staticmethod
    def udp(address: str, port: int) -> socket.socket:
        made = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        made.bind((address, port))
        made.setblocking(False)
        return made

    def stop(self) -> None:
        self.stopping.set()
        if self.thread.is_alive():
            self.thread.join(2.0)

    def run(self) -> None:
        while not self.stopping.is_set():
            wait = self.pending[0][0] - time.monotonic() if self.pending else 0.1
            for key, _ in self.selector.select(min(max(wait, 0), 0.1)):
                self.receive(key.fileobj, key.data)
            while self.pending and self.pending[0][0] <= time.monotonic():
                _, _, sender, data, to = heapq.heappop(self.pending)
                self.send(sender, data, to)

    def receive(self, sock: socket.socket, name: str) -> None:
        try:
            data, peer = sock.recvfrom(65536)
        except OSError:
            return
        self.counts[name] += 1
        query = Query(data, peer, self.counts[name], self.states[name])
        for answer, wait, where in MODES[name](query):
            sender = self.sockets[name][where]
            if wait:
                heapq.heappush(self.pending, (time.monotonic() + wait, next(self.numbers), sender, answer, peer))
            else:
                self.send(sender, answer, peer)

    @staticmethod
    def send(sender: socket.socket, data: bytes, to: tuple) -> None:
        try:
            sender.sendto(data, to)
        except OSError:
            pass  # Nobody listens there any more: a good client has its answer and is gone.

    def inventory(self) -> list[dict]:
        return [{"id": name, "host": "127.0.0.1", "port": sockets[HERE].getsockname()[1],
                 "url": f"ntp://127.0.0.1:{sockets[HERE].getsockname()[1]}"} for name, sockets in self.sockets.items()]
