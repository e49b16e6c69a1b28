# SPDX-License-Identifier: GPL-3.0-or-later
"""The bundled modules by an independent reader: snmptranslate loads all of them, from their folder alone, without a word of
complaint, and knows every name that we describe."""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

MIBS = pathlib.Path(os.environ["PORTOLAN_SOURCE_DIR"]) / "resources/mibs"
SKIPPED = 77


def translate(*arguments):
    with tempfile.TemporaryDirectory() as home:
        environment = dict(os.environ, HOME=home, SNMPCONFPATH=home, SNMP_PERSISTENT_DIR=home, MIBS="", LC_ALL="C.UTF-8")
        command = ["snmptranslate", "-M", str(MIBS), *arguments]
        return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60)


def complaints(answer):
    # Macros are always mentioned, and so is the folder for certificates that an empty home gets.
    usual = ("parsed and ignored", "Created directory")
    return [line for line in answer.stderr.splitlines() if not any(words in line for words in usual)]


def described():
    lines = (MIBS / "descriptions.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t")[0] for line in lines if line and not line.startswith("#")]


class BundledModules(unittest.TestCase):
    def test_each_module_loads_from_this_folder_alone_without_a_complaint(self):
        for path in sorted(MIBS.glob("*.mib")):
            with self.subTest(path.stem):
                # Not -Pe, which switches errors off.
                answer = translate("-Pw", "-m", path.stem, "-Tz")
                self.assertEqual(answer.returncode, 0, answer.stderr)
                self.assertEqual(complaints(answer), [])

    def test_all_modules_load_together(self):
        answer = translate("-Pw", "-m", "ALL", "-Tz")
        self.assertEqual(answer.returncode, 0, answer.stderr)
        self.assertEqual(complaints(answer), [])
        self.assertGreater(len(answer.stdout.splitlines()), 2500)

    def test_a_broken_module_would_be_noticed(self):
        with tempfile.TemporaryDirectory() as folder:
            for path in MIBS.glob("*.mib"):
                shutil.copy(path, folder)
            broken = pathlib.Path(folder) / "UDP-MIB.mib"
            broken.write_text(broken.read_text().replace("::= { udp 1 }", "::= udp 1", 1))
            environment = dict(os.environ, HOME=folder, SNMPCONFPATH=folder, SNMP_PERSISTENT_DIR=folder)
            answer = subprocess.run(["snmptranslate", "-M", folder, "-Pw", "-m", "UDP-MIB", "-Tz"],
                                    env=environment, capture_output=True, text=True, timeout=60)
            self.assertIn("UDP-MIB", "\n".join(complaints(answer)))

    def test_every_described_name_is_known_to_net_snmp(self):
        names = described()
        self.assertGreaterEqual(len(names), 800)
        for start in range(0, len(names), 200):
            part = names[start:start + 200]
            answer = translate("-m", "ALL", "-On", *part)
            self.assertEqual(answer.returncode, 0, answer.stderr)
            oids = answer.stdout.split()
            self.assertEqual(len(oids), len(part))
            for name, oid in zip(part, oids):
                self.assertRegex(oid, r"^(\.\d+)+$", name)

    def test_well_known_places_are_right(self):
        # From the RFCs; the tree as a whole is what the other tests look at.
        places = {
            "SNMPv2-MIB::sysUpTime": ".1.3.6.1.2.1.1.3",
            "IF-MIB::ifHCInOctets": ".1.3.6.1.2.1.31.1.1.1.6",
            "IP-MIB::ipAdEntAddr": ".1.3.6.1.2.1.4.20.1.1",
            "HOST-RESOURCES-MIB::hrStorageUsed": ".1.3.6.1.2.1.25.2.3.1.6",
            "ENTITY-MIB::entPhysicalUUID": ".1.3.6.1.2.1.47.1.1.1.1.19",
            "ENTITY-SENSOR-MIB::entPhySensorValue": ".1.3.6.1.2.1.99.1.1.1.4",
            "Q-BRIDGE-MIB::dot1qTpFdbPort": ".1.3.6.1.2.1.17.7.1.2.2.1.2",
            "LLDP-MIB::lldpRemSysName": ".1.0.8802.1.1.2.1.4.1.1.9",
            "UPS-MIB::upsEstimatedChargeRemaining": ".1.3.6.1.2.1.33.1.2.4",
            "Printer-MIB::prtMarkerSuppliesLevel": ".1.3.6.1.2.1.43.11.1.1.9",
            "UCD-SNMP-MIB::laLoad": ".1.3.6.1.4.1.2021.10.1.3",
            "DISMAN-EVENT-MIB::sysUpTimeInstance": ".1.3.6.1.2.1.1.3.0",
            "IF-MIB::linkDown": ".1.3.6.1.6.3.1.1.5.3",
        }
        answer = translate("-m", "ALL", "-On", *places)
        self.assertEqual(answer.stdout.split(), list(places.values()))

    def test_the_guide_names_only_what_is_bundled(self):
        errors = {"authorizationError", "inconsistentValue", "noAccess", "notWritable", "wrongType", "wrongValue"}
        guide = (MIBS.parents[1] / "docs/snmpguide.md").read_text(encoding="utf-8")
        names = set(re.findall(r"`([a-z]+[A-Z0-9][A-Za-z0-9]*)`", guide)) - errors
        self.assertGreater(len(names), 80)
        defined = set()
        for path in MIBS.glob("*.mib"):
            defined.update(re.findall(r"^([a-z]\S*) (?:OBJECT|NOTIFICATION|MODULE)", path.read_text(), re.M))
        self.assertEqual(names - defined, set())

    def test_the_list_of_resources_has_every_file(self):
        listed = re.findall(r"<file>(.+)</file>", (MIBS / "mibs.qrc").read_text())
        there = sorted(path.name for path in MIBS.glob("*.mib")) + ["descriptions.tsv"]
        self.assertEqual(sorted(listed), sorted(there))


if __name__ == "__main__":
    if not shutil.which("snmptranslate"):
        print("snmptranslate is not installed (package snmp)")
        sys.exit(SKIPPED)
    unittest.main()
