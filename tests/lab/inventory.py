# SPDX-License-Identifier: GPL-3.0-or-later
"""The inventory: what runs where, and with which secrets. Read by tests and, for the practice lab, by the window."""

import json
import os
from pathlib import Path

import places
from sshd import HOST_KEYS, USER


def build(supervisor) -> dict:
    lab = supervisor.ssh
    client = lab.client
    servers = []
    for server in lab.servers.values():
        variant = server.variant
        entry = {
            "id": variant.id,
            "title_en": variant.title_en,
            "title_ko": variant.title_ko,
            "note_en": variant.note_en,
            "note_ko": variant.note_ko,
            "url": f"ssh://{USER}@127.0.0.1:{server.port}",
            "host": "127.0.0.1",
            "port": server.port,
            "user": USER,
            "pid": server.pid,
            "known_hosts": str(client / "known_hosts"),
            "fingerprints": server.fingerprints,
            # In the order of the questions of keyboard-interactive.
            "answers": server.answers,
        }
        if "password" in variant.asks:
            entry["password"] = server.answers[0]
        if variant.key:
            entry["identity"] = str(client / f"id_{variant.key}")
        servers.append(entry)
    brokers = supervisor.broker.inventory() if supervisor.broker else []
    snmp = supervisor.snmp.inventory() if supervisor.snmp else None
    ntp = supervisor.ntp.inventory() if supervisor.ntp else None
    listed = brokers + (snmp["agents"] if snmp else []) + (ntp["servers"] if ntp else [])
    return {
        "type": "lab",
        "pid": os.getpid(),
        "practice": supervisor.practice,
        "folder": str(lab.folder),
        "home": str(lab.home),
        "client": {
            **{kind: str(client / f"id_{kind}") for kind in HOST_KEYS},
            "encrypted": str(client / "id_encrypted"),
            "passphrase": lab.passphrase,
            "wrong": str(client / "id_wrong"),
            "known_hosts": str(client / "known_hosts"),
            "empty_known_hosts": str(client / "empty_known_hosts"),
        },
        # The window lists what it can open; tests look for brokers and agents by themselves.
        "servers": servers + (listed if supervisor.practice else []),
        "snmp": snmp,
        "ntp": ntp,
        "delayed_paths": supervisor.paths.inventory() if supervisor.paths else [],
        "hostile_clocks": supervisor.hostile_clocks.inventory() if supervisor.hostile_clocks else [],
        "brokers": brokers,
        "broker_files": supervisor.broker.files() if supervisor.broker else {},
        "hostile_brokers": supervisor.hostile_brokers.inventory() if supervisor.hostile_brokers else [],
        "keyrings": supervisor.keyrings.inventory(),
        "hostile": supervisor.hostile.inventory() if supervisor.hostile else [],
    }


def write(path: Path, content: dict) -> None:
    """It holds passwords: for the owner alone, and never half written."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    draft = path.with_suffix(f".{os.getpid()}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        json.dump(content, file, ensure_ascii=False, indent=1)
    os.replace(draft, path)


def read_practice() -> dict | None:
    try:
        return json.loads(places.practice_inventory().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None


def table(content: dict) -> str:
    lines = []
    for server in content["servers"]:
        how = [f"password {server['password']}"] if "password" in server else []
        how += [f"code {answer}" for answer in server["answers"] if answer != server.get("password")]
        how += [f"key {server['identity']}"] if "identity" in server else []
        lines.append(f"{server['id']:<22}{server['url']:<30}{', '.join(how)}")
    return "\n".join(lines)
