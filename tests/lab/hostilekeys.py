# SPDX-License-Identifier: GPL-3.0-or-later
"""Servers of NTS keys that misbehave, one port a way: what a client must refuse with a clear error and bounded memory.

    python3 hostilekeys.py FOLDER

makes certificates in FOLDER (new), prints {"ca": FILE, "ports": {WAY: PORT}} and serves until its input ends. "good" and
"good-*" do nothing wrong, but their cookies lead nowhere.
"""

import json
import socket
import ssl
import struct
import sys
import threading
from pathlib import Path

from authority import Authority
from hostile import drip, flood, forever, reset, until_gone

# RFC 8915, section 4.1.
END, PROTOCOL, ERROR, WARNING, AEAD, COOKIE, SERVER, PORT = range(8)
CRITICAL = 0x8000
SIV_256, GCM_SIV_128 = 15, 30
COOKIE_SIZE = 100


def record(kind: int, body: bytes = b"", critical: bool = True) -> bytes:
    return struct.pack(">HH", kind | (CRITICAL if critical else 0), len(body)) + body


def numbers(*values: int) -> bytes:
    return struct.pack(f">{len(values)}H", *values)


def cookies(count: int = 8, size: int = COOKIE_SIZE) -> bytes:
    return b"".join(record(COOKIE, bytes([i]) * size, False) for i in range(count))


BEGINNING = record(PROTOCOL, numbers(0)) + record(AEAD, numbers(SIV_256))
FINISH = record(END)
GOOD = BEGINNING + cookies() + FINISH


def read_request(peer) -> None:
    data = b""
    while not data.endswith(FINISH):
        more = peer.recv(4096)
        if not more:
            raise OSError("the client left")
        data += more


def answer(data: bytes):
    def serve(peer, stop):
        read_request(peer)
        peer.sendall(data)
        until_gone(peer, stop)

    return serve


def answer_and_close(data: bytes):
    def serve(peer, stop):
        read_request(peer)
        peer.sendall(data)

    return serve


def answer_and_reset(data: bytes):
    def serve(peer, stop):
        read_request(peer)
        peer.sendall(data)
        reset(peer)

    return serve


def endless(piece: bytes):
    def serve(peer, stop):
        read_request(peer)
        flood(peer, stop, forever(piece))

    return serve


def dripping(peer, stop):
    read_request(peer)
    drip(peer, stop, GOOD, 0.0005)
    until_gone(peer, stop)


def other_protocol(peer, stop):
    peer.sendall(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
    until_gone(peer, stop)


def close_at_once(peer, stop):
    peer.close()


# What is said once TLS stands, with the right certificate.
AFTER_TLS = {
    "good": answer(GOOD),
    "good-trailing": answer(GOOD + b"more"),
    "good-uncritical": answer(BEGINNING + record(0x4001, b"news", False) + cookies() + FINISH),
    "good-elsewhere": answer(BEGINNING + record(SERVER, b"localhost.") + record(PORT, numbers(4242)) + cookies() + FINISH),
    "good-nowhere": answer(BEGINNING + record(SERVER, b"nowhere.invalid") + cookies() + FINISH),
    "good-many-cookies": answer(BEGINNING + cookies(40) + FINISH),
    "good-drip": dripping,
    "silence": until_gone,
    "error-record": answer(record(ERROR, numbers(1)) + FINISH),
    "error-without-end": answer_and_close(record(ERROR, numbers(2))),
    "warning-record": answer(BEGINNING + record(WARNING, numbers(7)) + cookies() + FINISH),
    "unknown-critical": answer(BEGINNING + record(0x3FFF, b"?") + cookies() + FINISH),
    "no-cookies": answer(BEGINNING + FINISH),
    "empty-cookie": answer(BEGINNING + record(COOKIE, b"", False) + FINISH),
    "no-protocol": answer(record(AEAD, numbers(SIV_256)) + cookies() + FINISH),
    "other-protocol-number": answer(record(PROTOCOL, numbers(9)) + record(AEAD, numbers(SIV_256)) + cookies() + FINISH),
    "other-aead": answer(record(PROTOCOL, numbers(0)) + record(AEAD, numbers(GCM_SIV_128)) + cookies() + FINISH),
    "two-aeads": answer(record(PROTOCOL, numbers(0)) + record(AEAD, numbers(SIV_256, GCM_SIV_128)) + cookies() + FINISH),
    "odd-protocol": answer(record(PROTOCOL, b"\0\0\0") + record(AEAD, numbers(SIV_256)) + cookies() + FINISH),
    "bad-server": answer(BEGINNING + record(SERVER, b"time\r\nexample") + cookies() + FINISH),
    "zero-port": answer(BEGINNING + record(PORT, numbers(0)) + cookies() + FINISH),
    "no-end": answer_and_close(BEGINNING + cookies()),
    "nothing": answer_and_close(b""),
    "endless-records": endless(record(0x4000, b"", False)),
    "endless-cookies": endless(record(COOKIE, bytes(1000), False)),
    "huge-record": answer(BEGINNING + record(COOKIE, bytes(65535), False) + cookies() + FINISH),
    "reset-in-record": answer_and_reset(BEGINNING + cookies()[:50]),
}
# What is said instead of TLS.
BEFORE_TLS = {"not-tls": other_protocol, "silent-tcp": until_gone, "close-at-once": close_at_once}


def context(folder: Path, certificate: str, alpn: bool = True) -> ssl.SSLContext:
    made = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    made.load_cert_chain(folder / f"{certificate}.pem", folder / f"{certificate}.key")
    if alpn:
        made.set_alpn_protocols(["ntske/1"])
    return made


class Way:
    def __init__(self, serve, tls: ssl.SSLContext | None, stop: threading.Event):
        self.serve, self.tls, self.stop = serve, tls, stop
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self) -> None:
        while True:
            peer, _ = self.listener.accept()
            threading.Thread(target=self.one, args=(peer,), daemon=True).start()

    def one(self, peer: socket.socket) -> None:
        try:
            if self.tls:
                peer = self.tls.wrap_socket(peer, server_side=True)
            self.serve(peer, self.stop)
        except OSError:
            pass  # the client left, as it should
        finally:
            peer.close()


def main() -> int:
    folder = Path(sys.argv[1])
    pki = Authority(folder)
    pki.authority("ca", "Portolan lab")
    pki.authority("stranger", "A stranger")
    here = "subjectAltName=DNS:localhost,IP:127.0.0.1"
    pki.certificate("right", "/CN=localhost", here)
    pki.certificate("expired", "/CN=localhost", here, days=-1)
    pki.certificate("wrong-name", "/CN=localhost", "subjectAltName=DNS:elsewhere.example,IP:192.0.2.1")
    pki.certificate("unknown-authority", "/CN=localhost", here, by="stranger")
    stop = threading.Event()
    right = context(folder, "right")
    old = context(folder, "right")
    old.maximum_version = ssl.TLSVersion.TLSv1_2
    ways = {name: Way(serve, right, stop) for name, serve in AFTER_TLS.items()}
    ways |= {name: Way(serve, None, stop) for name, serve in BEFORE_TLS.items()}
    ways["tls-1.2"] = Way(AFTER_TLS["good"], old, stop)
    ways["no-alpn"] = Way(AFTER_TLS["good"], context(folder, "right", alpn=False), stop)
    for name in ("expired", "wrong-name", "unknown-authority"):
        ways[name] = Way(AFTER_TLS["good"], context(folder, name), stop)
    print(json.dumps({"ca": str(folder / "ca.pem"), "ports": {name: way.port for name, way in ways.items()}}), flush=True)
    sys.stdin.read()
    stop.set()
    return 0


if __name__ == "__main__":
    sys.exit(main())
