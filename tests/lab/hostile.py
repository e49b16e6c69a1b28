# SPDX-License-Identifier: GPL-3.0-or-later
"""SSH servers that misbehave, one port a way: what an engine must survive with a clear error and bounded memory.

Each connection is served by one thread of the lab's own process; stopping closes every socket.
"""

import os
import socket
import struct
import threading
from collections.abc import Callable, Iterator

BANNER = b"SSH-2.0-Hostile_1.0\r\n"
DISCONNECT, IGNORE, UNIMPLEMENTED, DEBUG, KEXINIT = 1, 2, 3, 4, 20
CHUNK = 65536

Serve = Callable[[socket.socket, threading.Event], None]


def packet(payload: bytes) -> bytes:
    """RFC 4253 section 6, before encryption: length, padding length, payload, at least four bytes of padding."""
    padding = 8 - (len(payload) + 5) % 8
    padding += 8 if padding < 4 else 0
    return struct.pack(">IB", len(payload) + padding + 1, padding) + payload + bytes(padding)


def text(value: bytes) -> bytes:
    return struct.pack(">I", len(value)) + value


def kexinit(lists: list[bytes]) -> bytes:
    """RFC 4253 section 7.1: cookie, ten name-lists, first_kex_packet_follows, reserved."""
    return bytes([KEXINIT]) + os.urandom(16) + b"".join(text(names) for names in lists) + bytes(5)


def usual_lists(**changed: bytes) -> list[bytes]:
    lists = {
        "kex": b"curve25519-sha256", "host_key": b"ssh-ed25519",
        "cipher_out": b"aes256-ctr", "cipher_in": b"aes256-ctr", "mac_out": b"hmac-sha2-256", "mac_in": b"hmac-sha2-256",
        "compression_out": b"none", "compression_in": b"none", "language_out": b"", "language_in": b"",
    }
    lists.update(changed)
    return list(lists.values())


def until_gone(peer: socket.socket, stop: threading.Event) -> None:
    """Reads and forgets until the other side closes."""
    while not stop.is_set() and peer.recv(CHUNK):
        pass


def reset(peer: socket.socket) -> None:
    """Closes with RST instead of FIN."""
    peer.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    peer.close()


def drip(peer: socket.socket, stop: threading.Event, data: bytes, seconds: float) -> None:
    peer.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    for each in data:
        if stop.wait(seconds):
            return
        peer.sendall(bytes([each]))


def flood(peer: socket.socket, stop: threading.Event, pieces: Iterator[bytes]) -> None:
    for piece in pieces:
        if stop.is_set():
            return
        peer.sendall(piece)


def forever(piece: bytes) -> Iterator[bytes]:
    while True:
        yield piece


def client_kexinit(peer: socket.socket) -> None:
    """Swallows the client's banner and its KEXINIT, so that what follows hits the key exchange itself."""
    data = b""
    while b"\n" not in data:
        more = peer.recv(CHUNK)
        if not more:
            return
        data += more
    data = data.split(b"\n", 1)[1]
    while len(data) < 4 or len(data) < 4 + struct.unpack(">I", data[:4])[0]:
        more = peer.recv(CHUNK)
        if not more:
            return
        data += more


def silence(peer, stop):
    until_gone(peer, stop)


def close_at_once(peer, stop):
    peer.close()


def slow_banner(peer, stop):
    drip(peer, stop, BANNER, 0.02)


def garbage_banner(peer, stop):
    peer.sendall(bytes(range(256)) * 4 + b"\r\n")
    until_gone(peer, stop)


def endless_banner_line(peer, stop):
    flood(peer, stop, forever(b"A" * CHUNK))


def endless_banner_lines(peer, stop):
    # RFC 4253 section 4.2 allows lines before the version; it names no limit.
    flood(peer, stop, forever(b"Welcome, welcome.\r\n" * 1000))


def other_protocol(peer, stop):
    peer.sendall(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")


def old_protocol(peer, stop):
    peer.sendall(b"SSH-1.5-Hostile_1.0\r\n")
    until_gone(peer, stop)


def reset_after_banner(peer, stop):
    peer.sendall(BANNER)
    peer.recv(1)
    reset(peer)


def silence_after_banner(peer, stop):
    peer.sendall(BANNER)
    until_gone(peer, stop)


def huge_packet(peer, stop):
    peer.sendall(BANNER + struct.pack(">IB", 0xFFFFFFFF, 4))
    flood(peer, stop, forever(bytes(CHUNK)))


def zero_packet(peer, stop):
    peer.sendall(BANNER + bytes(64))
    until_gone(peer, stop)


def reset_in_key_exchange(peer, stop):
    peer.sendall(BANNER + packet(kexinit(usual_lists())))
    client_kexinit(peer)
    reset(peer)


def half_packet_then_close(peer, stop):
    peer.sendall(BANNER + packet(kexinit(usual_lists()))[:40])
    peer.shutdown(socket.SHUT_WR)
    until_gone(peer, stop)


def half_close(peer, stop):
    peer.sendall(BANNER + packet(kexinit(usual_lists())))
    peer.shutdown(socket.SHUT_WR)
    until_gone(peer, stop)


def big_kexinit(peer, stop):
    peer.sendall(BANNER + packet(kexinit(usual_lists(kex=b"curve25519-sha256," * (10 * 1024 * 1024 // 18)))))
    until_gone(peer, stop)


def many_names(peer, stop):
    # As much as one packet of 35000 bytes may hold (RFC 4253 section 6.1).
    peer.sendall(BANNER + packet(kexinit(usual_lists(kex=b",".join(b"k%05d" % n for n in range(4500))))))
    until_gone(peer, stop)


def broken_lists(peer, stop):
    payload = bytes([KEXINIT]) + bytes(16) + struct.pack(">I", 0x7FFFFFFF) + b"curve25519-sha256"
    peer.sendall(BANNER + packet(payload))
    until_gone(peer, stop)


def empty_lists(peer, stop):
    peer.sendall(BANNER + packet(kexinit([b""] * 10)))
    until_gone(peer, stop)


def nothing_in_common(peer, stop):
    peer.sendall(BANNER + packet(kexinit(usual_lists(kex=b"sntrup4591761x25519-sha512@tinyssh.org"))))
    until_gone(peer, stop)


def rude_disconnect(peer, stop):
    # A reason with escape sequences, a line break and Hangul: to be shown harmlessly.
    reason = "\x1b]0;title\x07\x1b[31m점검 중\r\nlater\x00".encode()
    peer.sendall(BANNER + packet(bytes([DISCONNECT]) + struct.pack(">I", 2) + text(reason) + text(b"")))


def ignore_flood(peer, stop):
    peer.sendall(BANNER)
    flood(peer, stop, forever(packet(bytes([IGNORE]) + text(bytes(30000)))))


def debug_flood(peer, stop):
    peer.sendall(BANNER)
    flood(peer, stop, forever(packet(bytes([DEBUG, 1]) + text(b"hello " * 1000) + text(b""))))


def slow_key_exchange(peer, stop):
    peer.sendall(BANNER)
    drip(peer, stop, packet(kexinit(usual_lists())), 0.5)


def short_dh_reply(peer, stop):
    """A KEX_ECDH_REPLY (31) whose host key and signature are a few bytes of nonsense."""
    peer.sendall(BANNER + packet(kexinit(usual_lists())))
    client_kexinit(peer)
    peer.sendall(packet(bytes([31]) + text(b"\0" * 3) + text(b"\1" * 32) + text(b"")))
    until_gone(peer, stop)


MODES: dict[str, Serve] = {
    function.__name__.replace("_", "-"): function
    for function in (
        silence, close_at_once, slow_banner, garbage_banner, endless_banner_line, endless_banner_lines,
        other_protocol, old_protocol, reset_after_banner, silence_after_banner, huge_packet, zero_packet,
        reset_in_key_exchange, half_packet_then_close, half_close, big_kexinit, many_names, broken_lists, empty_lists,
        nothing_in_common, rude_disconnect, ignore_flood, debug_flood, slow_key_exchange, short_dh_reply,
    )
}


class HostileLab:
    def __init__(self, modes: dict[str, Serve] | None = None, url: str = "ssh://lab@127.0.0.1:"):
        self.modes = MODES if modes is None else modes
        self.url = url
        self.stopping = threading.Event()
        self.listeners: dict[str, socket.socket] = {}
        self.lock = threading.Lock()
        self.peers: set[socket.socket] = set()

    def start(self) -> None:
        for name, serve in self.modes.items():
            listener = socket.create_server(("127.0.0.1", 0), backlog=64)
            self.listeners[name] = listener
            threading.Thread(target=self.accept, args=(listener, serve), daemon=True).start()

    def accept(self, listener: socket.socket, serve: Serve) -> None:
        while not self.stopping.is_set():
            try:
                peer, _ = listener.accept()
            except OSError:
                return
            threading.Thread(target=self.converse, args=(peer, serve), daemon=True).start()

    def converse(self, peer: socket.socket, serve: Serve) -> None:
        with self.lock:
            self.peers.add(peer)
        try:
            serve(peer, self.stopping)
        except OSError:
            pass  # The other side hung up: what a good client does here.
        finally:
            with self.lock:
                self.peers.discard(peer)
            peer.close()

    def stop(self) -> None:
        self.stopping.set()
        for listener in self.listeners.values():
            listener.shutdown(socket.SHUT_RDWR)
            listener.close()
        with self.lock:
            for peer in self.peers:
                try:
                    peer.shutdown(socket.SHUT_RDWR)
                except OSError:
                    pass

    def inventory(self) -> list[dict]:
        return [
            {"id": name, "host": "127.0.0.1", "port": listener.getsockname()[1],
             "url": f"{self.url}{listener.getsockname()[1]}"}
            for name, listener in self.listeners.items()
        ]
