# SPDX-License-Identifier: GPL-3.0-or-later
"""Certificates made at each start, with the system's openssl."""

import subprocess
from pathlib import Path

import packages
from places import LabError


class Authority:
    """Makes keys and certificates as PEM files in `folder`: NAME.key and NAME.pem."""

    def __init__(self, folder: Path):
        self.folder = folder
        folder.mkdir(mode=0o755)

    def run(self, *words: str) -> None:
        done = subprocess.run([str(packages.find("openssl")), *words], cwd=self.folder, capture_output=True, text=True,
                              check=False)
        if done.returncode != 0:
            raise LabError(f"openssl {words[0]} failed: {done.stderr.strip().splitlines()[-1:]}")

    def authority(self, name: str, title: str) -> None:
        self.run("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "30",
                 "-subj", f"/CN={title}", "-keyout", f"{name}.key", "-out", f"{name}.pem")

    def certificate(self, name: str, subject: str, extension: str, by: str = "ca", days: int = 30) -> None:
        """With `days` of -1 it expired yesterday."""
        self.run("req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj", subject,
                 "-keyout", f"{name}.key", "-out", f"{name}.csr")
        (self.folder / f"{name}.ext").write_text(extension + "\n")
        self.run("x509", "-req", "-in", f"{name}.csr", "-CA", f"{by}.pem", "-CAkey", f"{by}.key", "-CAcreateserial",
                 "-days", str(days), "-extfile", f"{name}.ext", "-out", f"{name}.pem")
