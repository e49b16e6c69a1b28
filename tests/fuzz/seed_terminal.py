#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the seeds of tests/fuzz/corpus/terminal: one small stream for each family of functions.

Files named seed-* are written anew; what a fuzzer found lies beside them under other names and stays.
"""
import pathlib

FOLDER = pathlib.Path(__file__).parent / "corpus" / "terminal"
ESC = b"\x1b"
CSI = b"\x1b["
UPDATE = b"\xff\x01"
BACK = b"\xff\x02\x00"
TEXT = b"\xff\x03\x00\x00\x09"
WORD = b"\xff\x04\x01\x05"


def size(columns, rows):
    return bytes([columns - 2, rows - 1])


def resize(columns, rows):
    return bytes([0xFF, 0x00, columns, rows])


SEEDS = {
    "text": size(20, 5) + "plain text, 한글, 漢字 and ｗｉｄｅ\r\n".encode() * 6 + UPDATE + BACK + TEXT + WORD,
    "broken-utf8": size(20, 5) + b"a\xc3(\xe1\x80\xe2\xf0\x91\x92\xf1\xbf\x41\xed\xa0\x80\xf4\x90\x80\x80\xc0\xaf" + UPDATE,
    "clusters": size(12, 4) + "e\u0301a\u0300\u0301\u0302\u1112\u1161\u11ab\U0001F1F0\U0001F1F7\u2764\ufe0f"
                              "\U0001F469\u200d\U0001F469\u200d\U0001F467\U0001F44D\U0001F3FD1\ufe0f\u20e3\u202e\u200b".encode()
                + UPDATE + resize(5, 3) + UPDATE,
    "rendition": size(30, 4) + b"".join(CSI + p + b"mx" for p in (
        b"1", b"2;3;4;5;7;8;9;53", b"4:3", b"4:0", b"21", b"38;5;200", b"48;2;1;2;3", b"38:2::9:8:7", b"38:2:9:8:7",
        b"58:5:3", b"58;2;3;4;5", b"22;23;24;25;27;28;29;39;49;55;59", b"", b"90;107", b"38;2", b"38:2", b"1:2:3:4:5:6:7:8:9:10"))
                 + CSI + b"K" + b"\r\n" * 5 + UPDATE + BACK,
    "movement": size(10, 6) + b"".join(CSI + p for p in (
        b"3;4H", b"2A", b"3B", b"4C", b"5D", b"2E", b"F", b"7G", b"2d", b"3a", b"2e", b"2I", b"Z", b"99;99H", b"6n", b"?6n"))
                + b"\t\x08\x08x\x0b\x0c\r\n" + ESC + b"D" + ESC + b"E" + ESC + b"M" + ESC + b"H" + CSI + b"3g" + UPDATE,
    "editing": size(12, 5) + "한글abc漢字\r\nline two\r\n".encode() * 2 + CSI + b"1;2H" + b"".join(CSI + p for p in (
        b"@", b"2P", b"3X", b"L", b"2M", b"1K", b"K", b"1J", b"J", b"4h", b"", b"4l", b"5b", b"2S", b"3T", b"2'}", b"1'~",
        b"1\"q", b"0\"q", b"?J", b"?K", b"2J", b"3J")) + b"zz" + UPDATE,
    "margins": size(14, 8) + CSI + b"2;5r" + CSI + b"?6h" + CSI + b"?69h" + CSI + b"3;9s" + "안녕하세요 wrap wrap wrap\r\n".encode() * 6
               + ESC + b"M" * 3 + ESC + b"6" + ESC + b"9" + CSI + b"L" + CSI + b"2M" + CSI + b"2P" + CSI + b"!p" + UPDATE,
    "modes": size(16, 4) + b"".join(CSI + b"?" + m + b"h" + CSI + b"?" + m + b"$p" for m in (
        b"1", b"3", b"5", b"6", b"7", b"9", b"12", b"25", b"40", b"45", b"47", b"66", b"67", b"69", b"1000", b"1002", b"1003",
        b"1004", b"1006", b"1007", b"1047", b"1048", b"1049", b"2004", b"2026")) + CSI + b"?1;7;1049s" + CSI + b"?1;7;1049r"
             + CSI + b"4$p" + CSI + b"20$p" + CSI + b"12l" + UPDATE + ESC + b"c",
    "alternate": size(20, 6) + b"shell\r\n" * 8 + CSI + b"?1049h" + b"editor" + resize(12, 3) + UPDATE + CSI + b"?1049l" + resize(30, 9) + UPDATE + BACK,
    "charsets": size(20, 3) + ESC + b"(0lqqk" + ESC + b"(B" + ESC + b")A\x0e#\x0f" + ESC + b"*0" + ESC + b"Nq" + ESC + b"n`" + ESC + b"o" + ESC + b"7\x1b8" + ESC + b"#8" + UPDATE,
    "strings": size(20, 3) + ESC + "]0;제목\x07".encode() + ESC + b"]2;two\x1b\\" + ESC + b"]7;file://h/tmp\x07" + ESC + b"]8;id=a;https://x.y/\x07link"
               + ESC + b"]8;;\x07" + ESC + b"]52;c;aGVsbG8=\x07" + ESC + b"]52;c;?\x07" + ESC + b"]11;?\x07" + ESC + b"]4;1;?\x07" + ESC + b"_apc\x1b\\"
               + ESC + b"^pm\x1b\\" + ESC + b"Xsos\x1b\\" + ESC + b"]2;cut\x18" + ESC + b"P1;2qsixel\x1b\\" + b"\xff\x06" + UPDATE,
    "replies": size(20, 3) + CSI + b"c" + CSI + b">c" + CSI + b"=c" + CSI + b"5n" + CSI + b"6n" + CSI + b">q" + CSI + b"18t" + CSI + b"21t" + CSI + b"14t"
               + ESC + b"P$qm\x1b\\" + ESC + b"P$qr\x1b\\" + ESC + b"P$qs\x1b\\" + ESC + b"P$q q\x1b\\" + ESC + b'P$q"q\x1b\\' + ESC + b"P$qxyz\x1b\\" + ESC + b"P+q544e\x1b\\" + CSI + b"22;0t" + CSI + b"23;0t",
    "limits": size(10, 3) + CSI + b";".join(b"%d" % (i * 9999) for i in range(40)) + b"m" + CSI + b":".join(b"7" for _ in range(20)) + b"m" + CSI + b"99999999999999999999C"
              + b"a" + b"\xcc\x81" * 30 + ESC + b"]2;" + b"t" * 600 + b"\x07" + CSI + b"65535b" + b"x" * 400 + UPDATE + b"\xff\x05" + b"\xff\x07",
    "ambiguous": size(10, 3) + b"\xff\x08\x01" + "±§│┌─┐…“”±".encode() + b"\r\n" * 4 + b"\xff\x08\x00" + resize(4, 2) + BACK,
}


def main():
    FOLDER.mkdir(parents=True, exist_ok=True)
    for old in FOLDER.glob("seed-*"):
        old.unlink()
    for name, data in SEEDS.items():
        (FOLDER / f"seed-{name}").write_bytes(data)


if __name__ == "__main__":
    main()
