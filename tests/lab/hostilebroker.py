# SPDX-License-Identifier: GPL-3.0-or-later
"""MQTT brokers that misbehave, one port a way: what an engine must survive with a clear error and bounded memory."""

import socket
import struct

from hostile import drip, flood, forever, reset, until_gone

CONNACK, PUBLISH, PUBACK, SUBACK, PINGRESP, DISCONNECT = 0x20, 0x30, 0x40, 0x90, 0xD0, 0xE0


def length(value: int) -> bytes:
    """MQTT 5.0, section 1.5.5."""
    out = bytearray()
    while True:
        value, digit = divmod(value, 128)
        out.append(digit | (0x80 if value else 0))
        if not value:
            return bytes(out)


def packet(kind: int, body: bytes) -> bytes:
    return bytes([kind]) + length(len(body)) + body


def text(value: bytes) -> bytes:
    return struct.pack(">H", len(value)) + value


def exactly(peer: socket.socket, count: int) -> bytes:
    data = b""
    while len(data) < count:
        more = peer.recv(count - len(data))
        if not more:
            raise OSError("the client left")
        data += more
    return data


def read_packet(peer: socket.socket) -> tuple[int, bytes]:
    kind = exactly(peer, 1)[0]
    size = shift = 0
    while True:
        digit = exactly(peer, 1)[0]
        size |= (digit & 0x7F) << shift
        shift += 7
        if not digit & 0x80:
            return kind, exactly(peer, size)


def greet(peer: socket.socket, code: int = 0) -> int:
    """Reads CONNECT, answers, and returns the version that was asked for: 4 or 5."""
    _, body = read_packet(peer)
    version = body[6]
    peer.sendall(packet(CONNACK, bytes([0, code]) + (b"\0" if version == 5 else b"")))
    return version


def publish(version: int, topic: bytes, payload: bytes, qos: int = 0, number: int = 1) -> bytes:
    body = text(topic) + (struct.pack(">H", number) if qos else b"") + (b"\0" if version == 5 else b"")
    return packet(PUBLISH | qos << 1, body + payload)


def silence(peer, stop):
    until_gone(peer, stop)


def close_at_once(peer, stop):
    peer.close()


def garbage(peer, stop):
    peer.sendall(bytes(range(256)) * 4)
    until_gone(peer, stop)


def other_protocol(peer, stop):
    peer.sendall(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")


def slow_connack(peer, stop):
    read_packet(peer)
    drip(peer, stop, packet(CONNACK, b"\0\0\0") * 1, 3.0)
    until_gone(peer, stop)


def endless_length(peer, stop):
    read_packet(peer)
    peer.sendall(bytes([CONNACK]) + b"\xff" * 8)
    until_gone(peer, stop)


def huge_length(peer, stop):
    """Announces the largest packet there is and sends a little of it."""
    version = greet(peer)
    peer.sendall(bytes([PUBLISH]) + length(268_435_455) + text(b"a") + (b"\0" if version == 5 else b"") + b"x" * 100_000)
    until_gone(peer, stop)


def short_connack(peer, stop):
    read_packet(peer)
    peer.sendall(packet(CONNACK, b"\0"))
    until_gone(peer, stop)


def bad_properties(peer, stop):
    read_packet(peer)
    peer.sendall(packet(CONNACK, b"\0\0" + b"\x7f" + b"\x26\0\x05ab"))
    until_gone(peer, stop)


def publish_before_connack(peer, stop):
    read_packet(peer)
    peer.sendall(publish(5, b"a", b"b"))
    until_gone(peer, stop)


def empty_topic(peer, stop):
    peer.sendall(publish(greet(peer), b"", b"x"))
    until_gone(peer, stop)


def topic_with_nul(peer, stop):
    peer.sendall(publish(greet(peer), b"a\0b", b"x"))
    until_gone(peer, stop)


def topic_not_utf8(peer, stop):
    peer.sendall(publish(greet(peer), b"\xff\xfe", b"x"))
    until_gone(peer, stop)


def qos_three(peer, stop):
    peer.sendall(publish(greet(peer), b"a", b"x", qos=3))
    until_gone(peer, stop)


def suback_without_codes(peer, stop):
    version = greet(peer)
    while not stop.is_set():
        kind, body = read_packet(peer)
        if kind & 0xF0 == 0x80:
            peer.sendall(packet(SUBACK, body[:2] + (b"\0" if version == 5 else b"")))


def unasked_acknowledgements(peer, stop):
    greet(peer)
    peer.sendall(b"".join(packet(kind, struct.pack(">H", 77)) for kind in (PUBACK, 0x50, 0x62, 0x70, 0xB0)))
    until_gone(peer, stop)


def disconnect_in_stream(peer, stop):
    version = greet(peer)
    peer.sendall(publish(version, b"a", b"x") * 10)
    if version == 5:
        # With a reason string of escape sequences and Hangul.
        words = b"\x1f" + text("\x1b[31m점검 중\r\nlater".encode())
        peer.sendall(packet(DISCONNECT, b"\x98" + length(len(words)) + words))
    peer.close()


def close_in_packet(peer, stop):
    version = greet(peer)
    peer.sendall(publish(version, b"a", b"x" * 1000)[:500])
    peer.close()


def hang_up_after_connack(peer, stop):
    greet(peer)
    peer.close()


def reset_after_connack(peer, stop):
    greet(peer)
    reset(peer)


def never_acknowledges(peer, stop):
    greet(peer)
    until_gone(peer, stop)


def endless_messages(peer, stop):
    version = greet(peer)
    piece = b"".join(publish(version, b"flood/%d" % n, b"x" * 200) for n in range(200))
    flood(peer, stop, forever(piece))


def endless_topics(peer, stop):
    version = greet(peer)
    number = 0
    while not stop.is_set():
        peer.sendall(b"".join(publish(version, b"flood/%d/%d" % (n, number), b"x") for n in range(500)))
        number += 1


def endless_qos_two(peer, stop):
    """Never releases what it sent: 65,535 messages at most, says the client's receive maximum."""
    version = greet(peer)
    number = 0
    while not stop.is_set():
        number = number % 65535 + 1
        peer.sendall(publish(version, b"flood", b"x" * 2000, qos=2, number=number))


def growing_qos_two(peer, stop):
    """Thousands of small ones that are never released, then large ones all at once."""
    version = greet(peer)
    peer.sendall(b"".join(publish(version, b"small", b"x", qos=2, number=n) for n in range(1, 5001)))
    number = 5000
    while not stop.is_set():
        number = number % 65535 + 1
        peer.sendall(publish(version, b"large", bytes(1 << 20), qos=2, number=number))


def long_topics_qos_two(peer, stop):
    """Topics so long that a line of a log has no room for the size."""
    version = greet(peer)
    number = 0
    while not stop.is_set():
        number = number % 65535 + 1
        peer.sendall(publish(version, b"t" * 60000, bytes(1 << 20), qos=2, number=number))


def refuses(code: int):
    def serve(peer, stop):
        greet(peer, code)
        until_gone(peer, stop)

    return serve


MODES = {
    **{
        function.__name__.replace("_", "-"): function
        for function in (
            silence, close_at_once, garbage, other_protocol, slow_connack, endless_length, huge_length, short_connack,
            bad_properties, publish_before_connack, empty_topic, topic_with_nul, topic_not_utf8, qos_three,
            suback_without_codes, unasked_acknowledgements, disconnect_in_stream, close_in_packet, hang_up_after_connack,
            reset_after_connack, never_acknowledges, endless_messages, endless_topics, endless_qos_two,
            growing_qos_two, long_topics_qos_two,
        )
    },
    # Return codes of MQTT 3.1.1 and reason codes of MQTT 5.
    **{f"refuses-{code}": refuses(code) for code in (1, 2, 3, 4, 5, 99, 0x80, 0x84, 0x86, 0x87, 0x88, 0x89, 0x8A, 0x97, 0x9F)},
}  # fmt: skip
