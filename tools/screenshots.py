# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures of the window at work, in both languages and both themes, on a desktop of its own: build/screenshots/*.png.

The SSH servers are the lab's, the programs in the terminal the real ones. What is worth showing is copied to docs/images by hand.
"""

import argparse
import contextlib
import hashlib
import os
import pathlib
import sys

sys.dont_write_bytecode = True
ROOT = pathlib.Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests/ui/window"))
os.environ.setdefault("PORTOLAN_BUILD_DIR", str(ROOT / "build/release"))

import desktop  # noqa: E402
import portolan  # noqa: E402

# name: what is typed at the prompt, and how the program is left
PROGRAMS = {
    "vim": ("vim -N -u NONE +'syntax on' +'set number mouse=a' /tmp/portolan-shot.py", ["Escape", "colon", "q", "exclam", "Return"]),
    "htop": ("htop", ["q"]),
    "less": ("less /etc/services", ["q"]),
    "nano": ("nano -m /tmp/portolan-shot.py", ["ctrl+x"]),
    "mc": ("mc -s", ["F10", "Return"]),
    "tmux": ("tmux -f /dev/null new 'ls --color -l /etc; exec bash' \\; split-window -h htop", ["ctrl+b", "colon"]),
}
SAMPLE = '''#!/usr/bin/env python3
"""포톨란 연습: 서버에 로그인해 파일을 고칩니다."""
이름 = "다람쥐"
for 번호 in range(3):
    print(f"{번호}: {이름} ┃ 헌 쳇바퀴에 타고파")
'''


def settled(screen, path):
    """Takes pictures until two are the same; what keeps moving is taken as it is after a while."""
    last = None

    def same():
        nonlocal last
        digest = hashlib.sha1(screen.screenshot(path).read_bytes()).digest()
        same, last = digest == last, digest
        return same

    with contextlib.suppress(desktop.Missed):
        desktop.until(same, "a picture that stands still", 3)
    print(path.relative_to(ROOT))


def shoot(folder, server, language, theme, programs):
    prefix = f"{language}-{theme}"
    with desktop.Desktop() as screen:
        window = portolan.Portolan(screen, language=language, theme=theme, size=(1280, 800))
        settled(screen, folder / f"{prefix}-start.png")
        window.connect(server["url"])
        screen.until_active("^Host key of|호스트 키")
        settled(screen, folder / f"{prefix}-host-key.png")
        window.accept_host_key()
        screen.until_active("^Password|비밀번호")
        settled(screen, folder / f"{prefix}-password.png")
        window.answer("^Password|비밀번호", server["password"])
        window.until_shell()
        for name in programs:
            command, leave = PROGRAMS[name]
            window.run(command)
            settled(screen, folder / f"{prefix}-{name}.png")
            screen.key(*leave)
            if name == "tmux":
                window.run("kill-server")
            screen.run("true")
        window.run("clear; printf '\\033[1;32m한글\\033[0m \\033[4:3mcurly\\033[0m \\033[38;2;255;120;0mtruecolour\\033[0m ┌─┬─┐\\n'; ls --color /")
        settled(screen, folder / f"{prefix}-session.png")
        window.quit()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--language", choices=["ko", "en"], action="append")
    parser.add_argument("--theme", choices=["light", "dark"], action="append")
    parser.add_argument("--program", choices=PROGRAMS, action="append")
    options = parser.parse_args()
    folder = ROOT / "build/screenshots"
    pathlib.Path("/tmp/portolan-shot.py").write_text(SAMPLE, encoding="utf-8")
    with desktop.lab("--server", "password") as (inventory, _):
        for language in options.language or ["ko", "en"]:
            for theme in options.theme or ["light", "dark"]:
                shoot(folder, inventory["servers"][0], language, theme, options.program or list(PROGRAMS))


if __name__ == "__main__":
    main()
