# SPDX-License-Identifier: GPL-3.0-or-later
"""The home folder of the login user: neutral, with Hangul in names and contents."""

from pathlib import Path

PROFILE = """\
# Login shells of the lab.
export LANG=C.UTF-8 EDITOR=vim PAGER=less LESSHISTFILE=- HISTFILE=
PS1='\\[\\e]0;lab@\\h: \\w\\a\\]\\[\\e[32m\\]lab@\\h\\[\\e[0m\\]:\\[\\e[34m\\]\\w\\[\\e[0m\\]$ '
alias ls='ls --color=auto'
"""

VIMRC = """\
syntax on
set number nocompatible encoding=utf-8 viminfo= noswapfile ruler laststatus=2
"""

TMUX = """\
set -g default-terminal "screen-256color"
set -g history-limit 5000
set -g mouse on
"""

ROUTER = """\
! core-sw1, 서울 본사
hostname core-sw1
!
interface GigabitEthernet0/1
 description 회선 A (상향)
 ip address 192.0.2.1 255.255.255.252
 no shutdown
!
interface GigabitEthernet0/2
 description 회선 B (예비)
 ip address 192.0.2.5 255.255.255.252
 shutdown
!
router ospf 1
 network 192.0.2.0 0.0.0.7 area 0
!
line vty 0 4
 transport input ssh
 exec-timeout 15 0
end
"""

NOTES = """\
점검 목록
=========

1. 서울 본사 회선의 왕복 시간을 확인합니다.
2. 예비 회선을 올리고 경로가 바뀌는지 봅니다.
3. 로그에 남은 경고를 정리합니다.

Checklist
---------

    ping -c 3 192.0.2.1      # round trip of the main line
    less 로그/장애.log        # what was logged
"""

PYTHON = '''\
#!/usr/bin/env python3
"""경로의 왕복 시간을 모아 평균을 냅니다."""

import statistics

SAMPLES = {"서울": [1.2, 1.4, 1.1], "부산": [6.8, 7.1, 6.9], "제주": [11.3, 12.0, 11.7]}

for site, times in SAMPLES.items():
    mean = statistics.mean(times)
    print(f"{site}: 평균 {mean:.1f} ms, 최대 {max(times):.1f} ms")
'''


def fill(home: Path) -> None:
    logs = home / "로그"
    logs.mkdir(parents=True)
    log = "".join(
        f"2025-03-{1 + n // 24:02d} {n % 24:02d}:00:00 core-sw1 회선 {'AB'[n % 2]} 상태 "
        f"{'정상' if n % 7 else '경고: 손실 0.3 %'}\n"
        for n in range(400)
    )
    files = {
        ".profile": PROFILE,
        ".bashrc": PROFILE,
        ".vimrc": VIMRC,
        ".tmux.conf": TMUX,
        ".hushlogin": "",
        "router.conf": ROUTER,
        "점검 목록.txt": NOTES,
        "왕복시간.py": PYTHON,
        "로그/장애.log": log,
        "ascii.txt": "".join(f"line {n}\n" for n in range(1, 1001)),
    }
    for name, text in files.items():
        (home / name).write_text(text, encoding="utf-8")
