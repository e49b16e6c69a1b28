#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Records what real programs print, for the tests of the terminal: record.py PORTOLANCTL [NAME...]

Each session of sessions.txt runs in namespaces of its own (host name, processes, an empty /home), so that nothing of the
machine gets into the recording, and is driven by the steps below its heading. Writes recordings/NAME.vt. The expected
screen beside it, NAME.json, is written by expect.py once a person has looked. Needs root and the programs recorded.
"""

import os
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
HOME = "/home/user"
ENVIRONMENT = {
    "HOME": HOME,
    "USER": "user",
    "LOGNAME": "user",
    "LANG": "C.UTF-8",
    "PATH": "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin:/usr/games",
    "PS1": r"\[\e[32m\]user@console\[\e[0m\]:\[\e[34m\]\w\[\e[0m\]$ ",
    "SHELL": "/bin/bash",
    "TZ": "UTC",
    "PAGER": "less",
    "LESSHISTFILE": "-",
    "TMUX_TMPDIR": "/tmp",
}
# Inside: an own host name, home, temporary folder and process tree, then the session's own preparation.
ENTER = """
set -e
hostname console
mount -t tmpfs -o size=64m none /home
mount -t tmpfs -o size=64m none /tmp
mkdir -p {home}; cd {home}
{prepare}
exec {command}
"""
PREPARE = r"""
mkdir -p docs src pictures
printf '#include <stdio.h>\n\n/* Greets. */\nint main(void)\n{\n    const char *who = "world"; // 한글 주석\n    for (int i = 0; i < 3; ++i)\n        printf("Hello, %%s!\\n", who);\n    return 0;\n}\n' > src/hello.c
awk 'BEGIN { for (i = 1; i <= 200; ++i) printf "Line %d of the text: the quick brown fox jumps over the lazy dog%s\n", i, (i % 7 ? "" : " (다람쥐 헌 쳇바퀴에 타고파)") }' > docs/text.txt
printf '동해물과 백두산이 마르고 닳도록\n하느님이 보우하사 우리나라 만세\n무궁화 삼천리 화려 강산\n대한 사람 대한으로 길이 보전하세\n' > docs/anthem.txt
ln -s docs/text.txt link; ln -s nowhere broken; mkfifo pipe; touch archive.tar.gz photo.png '파일 이름.txt'; printf '#!/bin/sh\n' > run.sh
chmod +x run.sh; mkdir -m 1777 shared
touch -d '2024-03-01 12:00:00' docs src pictures shared pipe run.sh archive.tar.gz photo.png '파일 이름.txt' docs/* src/*
touch -h -d '2024-03-01 12:00:00' link broken
"""


def sessions():
    """name -> (columns, rows, command, preparation, steps)"""
    found, name = {}, None
    for line in (HERE / "sessions.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("== "):
            name, columns, rows = line[3:].split()
            found[name] = {"size": (columns, rows), "command": "", "prepare": "", "steps": []}
        elif name and line.startswith("$ "):
            found[name]["command"] = line[2:]
        elif name and line.startswith("% "):
            found[name]["prepare"] += line[2:] + "\n"
        elif name and line and not line.startswith("#"):
            found[name]["steps"].append(line)
    return found


def record(program, name, session):
    target = HERE / "recordings" / f"{name}.vt"
    with tempfile.TemporaryDirectory() as folder:
        script = pathlib.Path(folder) / "steps"
        script.write_text("\n".join(session["steps"]) + "\n", encoding="utf-8")
        enter = ENTER.format(home=HOME, prepare=PREPARE + session["prepare"], command=session["command"])
        # The engine sets TERM and its kin itself; nothing else of this environment goes in.
        command = [program, "--timeout", "30", "terminal", "run", "--columns", session["size"][0], "--rows",
                   session["size"][1], "--script", str(script), "--record", str(target), "--", "/usr/bin/unshare", "-m",
                   "-u", "-i", "-p", "-f", "--mount-proc", "--kill-child", "/bin/sh", "-c", enter]
        result = subprocess.run(command, env=ENVIRONMENT, capture_output=True, text=True)
    print(f"== {name}: {target.stat().st_size if target.exists() else 0} bytes, exit {result.returncode} {result.stderr.strip()}")
    print(result.stdout.rstrip("\n"))
    return result.returncode == 0


def main():
    if os.geteuid() != 0 or len(sys.argv) < 2:
        sys.exit("usage, as root: record.py PORTOLANCTL [NAME...]")
    (HERE / "recordings").mkdir(exist_ok=True)
    wanted = sys.argv[2:]
    all_sessions = sessions()
    done = [record(str(pathlib.Path(sys.argv[1]).resolve()), name, all_sessions[name]) for name in wanted or all_sessions]
    sys.exit(0 if all(done) else 1)


if __name__ == "__main__":
    main()
