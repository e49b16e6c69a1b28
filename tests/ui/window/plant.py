# SPDX-License-Identifier: GPL-3.0-or-later
"""An invented plant with its sensors: MQTT 3.1.1 and 5 over a socket, at QoS 0.

Written here so that it shares nothing with what is tested.
"""

import contextlib
import json
import math
import socket
import struct
import threading
import time
import zlib


def length(number):
    """MQTT 5, 1.5.5: a variable byte integer."""
    out = bytearray()
    while True:
        number, digit = divmod(number, 128)
        out.append(digit | (0x80 if number else 0))
        if not number:
            return bytes(out)


def text(value):
    raw = value.encode()
    return struct.pack(">H", len(raw)) + raw


class Device:
    """One connection that publishes."""

    def __init__(self, port, name, version=4):
        self.version = version
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=20)
        head = text("MQTT") + bytes((version, 0x02)) + struct.pack(">H", 0) + (b"\0" if version == 5 else b"")
        self.send(0x10, head + text(name))
        kind, answer = self.packet()
        if kind != 0x20 or answer[1] != 0:
            raise OSError(f"the broker refused {name}: {answer.hex()}")

    def send(self, kind, body):
        self.socket.sendall(bytes((kind,)) + length(len(body)) + body)

    def publish(self, topic, payload, retain=False, content_type=None, user=()):
        if isinstance(payload, str):
            payload = payload.encode()
        body = text(topic)
        if self.version == 5:
            properties = b"\x03" + text(content_type) if content_type else b""
            for name, value in user:
                properties += b"\x26" + text(name) + text(value)
            body += length(len(properties)) + properties
        self.send(0x31 if retain else 0x30, body + payload)

    def subscribe(self, topic_filter):
        self.send(0x82, b"\0\1" + (b"\0" if self.version == 5 else b"") + text(topic_filter) + b"\0")
        kind, body = self.packet()
        if kind != 0x90 or body[-1] > 2:
            raise OSError(f"the broker refused the subscription: {body.hex()}")

    def receive(self):
        """The next message: its topic and payload. Without one within the timeout of the socket, an error."""
        while True:
            kind, body = self.packet()
            if kind >> 4 == 3:
                end = 2 + int.from_bytes(body[:2], "big")
                rest = body[end:]
                return body[2:end].decode(), rest[1 + rest[0]:] if self.version == 5 else rest

    def packet(self):
        kind = self.exactly(1)[0]
        size = shift = 0
        while True:
            digit = self.exactly(1)[0]
            size |= (digit & 0x7F) << shift
            shift += 7
            if digit < 0x80:
                return kind, self.exactly(size)

    def exactly(self, count):
        out = b""
        while len(out) < count:
            part = self.socket.recv(count - len(out))
            if not part:
                raise OSError("the broker closed the connection")
            out += part
        return out

    def close(self):
        # Both ends in order: the broker has read everything when it closes. It may have gone before.
        with contextlib.suppress(OSError):
            self.send(0xE0, b"")
            self.socket.shutdown(socket.SHUT_WR)
            while self.socket.recv(4096):
                pass
        self.socket.close()


def cbor(value):
    """RFC 8949 for what a sensor sends."""

    def head(kind, number):
        if number < 24:
            return bytes((kind << 5 | number,))
        if number < 256:
            return bytes((kind << 5 | 24, number))
        return bytes((kind << 5 | 26,)) + struct.pack(">I", number)

    if value is True or value is False:
        return b"\xf5" if value else b"\xf4"
    if isinstance(value, int):
        return head(0, value) if value >= 0 else head(1, -1 - value)
    if isinstance(value, float):
        return b"\xfb" + struct.pack(">d", value)
    if isinstance(value, bytes):
        return head(2, len(value)) + value
    if isinstance(value, str):
        return head(3, len(value.encode())) + value.encode()
    if isinstance(value, list):
        return head(4, len(value)) + b"".join(map(cbor, value))
    return head(5, len(value)) + b"".join(cbor(name) + cbor(each) for name, each in value.items())


def sparkplug(metrics, sequence):
    """Sparkplug B: org.eclipse.tahu.protobuf.Payload with doubles (12) and texts (12, 15)."""

    def varint(number):
        return length(number)

    def field(number, raw):
        return varint(number << 3 | 2) + varint(len(raw)) + raw

    now = int(time.time() * 1000)
    body = varint(1 << 3) + varint(now)
    for name, value in metrics.items():
        metric = field(1, name.encode()) + varint(3 << 3) + varint(now)
        if isinstance(value, str):
            metric += varint(4 << 3) + varint(12) + field(15, value.encode())
        else:
            metric += varint(4 << 3) + varint(10) + varint(13 << 3 | 1) + struct.pack("<d", value)
        body += field(2, metric)
    return body + varint(3 << 3) + varint(sequence)


def picture():
    """A PNG: a small heat map, as a camera would send it."""
    rows = b""
    for y in range(90):
        rows += b"\0"
        for x in range(160):
            heat = math.exp(-((x - 100) ** 2 + (y - 40) ** 2) / 900)
            rows += bytes((int(40 + 215 * heat), int(60 + 90 * heat), int(140 - 100 * heat)))

    def chunk(kind, raw):
        return struct.pack(">I", len(raw)) + kind + raw + struct.pack(">I", zlib.crc32(kind + raw))

    head = struct.pack(">IIBBBBB", 160, 90, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


class Plant:
    """Halls with sensors, an edge node that speaks Sparkplug, an old machine that speaks windows-949."""

    def __init__(self, port):
        self.old, self.new = Device(port, "plant-old"), Device(port, "plant-new", version=5)
        self.step = 0
        self.ending = threading.Event()
        self.thread = None

    def build(self):
        """What stays: birth, configuration, names."""
        for hall in ("north", "south", "press", "paint"):
            for place in range(1, 7):
                self.new.publish(f"plant/{hall}/sensor{place}/name", f"{hall} {place}", retain=True)
        for number in range(1, 61):
            payload = json.dumps({"unit": number, "firmware": f"2.4.{number % 7}", "online": number % 9 != 0})
            self.old.publish(f"plant/inventory/plc-{number:03}", payload, retain=True)
        self.old.publish("plant/press/notice", "압력 경보: 유압 펌프 2번 점검 필요".encode("cp949"), retain=True)
        self.new.publish("plant/press/camera", picture(), retain=True, content_type="image/png")
        self.tick()

    def birth(self):
        """Sparkplug's names for its aliases; only for who listens already, as a real node does it."""
        metrics = {"Node Control/Rebirth": "false", "Line 1/Speed": 118.5, "Line 1/Temperature": 62.25, "Line 1/State": "RUN"}
        self.old.publish("spBv1.0/Plant/NBIRTH/edge-1", sparkplug(metrics, 0))

    def tick(self):
        self.step += 1
        turn = self.step / 12
        for place, hall in enumerate(("north", "south", "press", "paint")):
            heat = 21 + 4 * place + 3 * math.sin(turn + place) + 0.4 * math.sin(5 * turn)
            for number in range(1, 7):
                self.old.publish(f"plant/{hall}/sensor{number}/temperature", f"{heat + number / 3:.2f}")
            status = {
                "sequence": self.step, "temperature": round(heat, 2), "humidity": round(48 + 9 * math.cos(turn), 1),
                "running": True, "pressure": {"inlet": round(6 + math.sin(turn), 3), "outlet": round(5.2 + math.sin(turn), 3)},
                "alarms": [] if self.step % 5 else ["filter"],
            }
            user = (("line", hall), ("shift", "early"))
            self.new.publish(f"plant/{hall}/status", json.dumps(status), content_type="application/json", user=user)
        self.old.publish("plant/meter/power", cbor({"kW": 418.5 + 40 * math.sin(turn), "phase": [231.1, 230.4, 229.8], "ok": True}))
        self.old.publish("spBv1.0/Plant/NDATA/edge-1", sparkplug({"Line 1/Speed": 118.5 + 3 * math.sin(turn)}, self.step % 256))

    def run(self, seconds):
        """Goes on by itself until the end."""

        def work():
            while not self.ending.wait(seconds):
                self.tick()

        self.thread = threading.Thread(target=work, daemon=True)
        self.thread.start()

    def close(self):
        self.ending.set()
        if self.thread:
            self.thread.join(20)
        for device in (self.old, self.new):
            device.close()
