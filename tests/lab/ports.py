# SPDX-License-Identifier: GPL-3.0-or-later
"""Ports for servers that the lab is about to start."""

import secrets
import socket
from pathlib import Path

FIRST = 10000
FEWEST = 1000  # to choose from; fewer, and labs beside each other meet too often


def given_to_clients() -> int:
    """Where the ports begin that the system gives to whoever asks for any."""
    try:
        return int(Path("/proc/sys/net/ipv4/ip_local_port_range").read_text().split()[0])
    except (OSError, ValueError, IndexError):
        return 0


def free_ports(count: int) -> list[int]:
    """Free for UDP and TCP a moment ago; all are held until the last one is found, so that none comes twice. Outside of what
    clients get, where there is such room: a client of another lab would take one before its server starts."""
    end = given_to_clients()
    wanted = (lambda: FIRST + secrets.randbelow(end - FIRST)) if end >= FIRST + FEWEST else (lambda: 0)
    ports: list[int] = []
    held: list[socket.socket] = []
    try:
        while len(ports) < count:
            port = wanted()
            try:
                for kind in (socket.SOCK_DGRAM, socket.SOCK_STREAM):
                    held.append(socket.socket(socket.AF_INET, kind))
                    held[-1].bind(("127.0.0.1", port))
                    port = held[-1].getsockname()[1]
            except OSError:
                continue
            ports.append(port)
    finally:
        for each in held:
            each.close()
    return ports
