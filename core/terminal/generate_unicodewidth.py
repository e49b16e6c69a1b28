#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes unicodewidthtable.cpp from the Unicode files of Debian's package unicode-data.

Usage: generate_unicodewidth.py [--data /usr/share/unicode] [--check] [output]
With --check nothing is written; the exit code tells whether the committed table is current, 77 where
there are no Unicode files of its version.
The meaning of each bit stands in unicodewidth.h.
"""
import argparse
import pathlib
import re
import sys

CODE_POINTS = 0x110000
PAGE = 256
NARROW, WIDE = 1, 2
AMBIGUOUS, PICTOGRAPH, STRIP, EMOJI_STYLE, JOINS = 0x04, 0x08, 0x10, 0x20, 0x40


def ranges(path):
    """(first, last, fields) of every data line of a Unicode property file."""
    for line in path.read_text(encoding="utf-8").splitlines():
        line = line.split("#", 1)[0].strip()
        if not line:
            continue
        fields = [field.strip() for field in line.split(";")]
        ends = fields[0].split("..")
        yield int(ends[0].split()[0], 16), int(ends[-1].split()[0], 16), fields[1:]


def categories(path):
    result = ["Cn"] * CODE_POINTS
    first = None
    for line in path.read_text(encoding="utf-8").splitlines():
        fields = line.split(";")
        code = int(fields[0], 16)
        if fields[1].endswith(", First>"):
            first = code
            continue
        start = first if fields[1].endswith(", Last>") else code
        first = None
        for value in range(start, code + 1):
            result[value] = fields[2]
    return result


def table(data):
    width = [NARROW] * CODE_POINTS
    category = categories(data / "UnicodeData.txt")
    for first, last, fields in ranges(data / "EastAsianWidth.txt"):
        for code in range(first, last + 1):
            if fields[0] in ("W", "F"):
                width[code] = WIDE
            elif fields[0] == "A":
                width[code] = NARROW | AMBIGUOUS

    # Marks take no column of their own, and no invisible format character does.
    for code in range(CODE_POINTS):
        if category[code] in ("Mn", "Me"):
            width[code] = 0
        elif category[code] in ("Cf", "Zl", "Zp"):
            width[code] = STRIP
        elif category[code] in ("Cc", "Cs"):
            width[code] = STRIP
    # Signs that are drawn before or around digits are letters to a terminal (Prepended_Concatenation_Mark),
    # and a soft hyphen that arrives is shown, as xterm and glibc do.
    for first, last, fields in ranges(data / "PropList.txt"):
        if fields[0] == "Prepended_Concatenation_Mark":
            for code in range(first, last + 1):
                width[code] = NARROW
    width[0x00AD] = NARROW
    # Joiners and tags are parts of clusters.
    for code in [0x200C, 0x200D, *range(0xE0020, 0xE0080)]:
        width[code] = 0
    # Vowel and trailing jamo join the leading one in its wide cell.
    for first, last, fields in ranges(data / "HangulSyllableType.txt"):
        if fields[0] in ("V", "T"):
            for code in range(first, last + 1):
                width[code] = 0
    # U+115F and U+1160 fill a missing jamo; the first keeps its two columns.
    for first, last, fields in ranges(data / "emoji" / "emoji-data.txt"):
        if fields[0] == "Extended_Pictographic":
            for code in range(first, last + 1):
                width[code] |= PICTOGRAPH
        elif fields[0] == "Emoji_Modifier":
            for code in range(first, last + 1):
                width[code] |= JOINS
    for code in range(0x1F1E6, 0x1F200):
        width[code] |= JOINS
    for line in (data / "emoji" / "emoji-variation-sequences.txt").read_text(encoding="utf-8").splitlines():
        match = re.match(r"([0-9A-F]+) FE0F *; emoji style", line)
        if match:
            width[int(match.group(1), 16)] |= EMOJI_STYLE
    return width


def unicode_version(data):
    try:
        head = (data / "EastAsianWidth.txt").read_text(encoding="utf-8")
    except FileNotFoundError:
        return None
    return re.match(r"# EastAsianWidth-([0-9.]+)\.txt", head).group(1)


def render(data):
    version = unicode_version(data)
    values = table(data)
    pages, index = [], []
    for start in range(0, CODE_POINTS, PAGE):
        page = tuple(values[start:start + PAGE])
        if page not in pages:
            pages.append(page)
        index.append(pages.index(page))
    lines = [
        "// SPDX-License-Identifier: GPL-3.0-or-later",
        f"// Written by generate_unicodewidth.py from Unicode {version}; do not edit.",
        '#include "core/terminal/unicodewidth.h"',
        "",
        "// clang-format off",
        "namespace Portolan::Terminal {",
        "",
        f'const char *const UnicodeVersion = "{version}";',
        "",
        f"const std::uint8_t UnicodePageOf[{len(index)}] = {{",
    ]
    rows = [index[i:i + 32] for i in range(0, len(index), 32)]
    lines += ["    " + ", ".join(str(v) for v in row) + "," for row in rows]
    lines += ["};", "", f"const std::uint8_t UnicodePages[{len(pages)}][{PAGE}] = {{"]
    for page in pages:
        lines.append("    {")
        lines += ["        " + ",".join(str(v) for v in page[i:i + 128]) + "," for i in range(0, PAGE, 128)]
        lines.append("    },")
    lines += ["};", "", "} // namespace Portolan::Terminal", "// clang-format on", ""]
    return "\n".join(lines)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=pathlib.Path, default=pathlib.Path("/usr/share/unicode"))
    parser.add_argument("--check", action="store_true")
    parser.add_argument("output", nargs="?", type=pathlib.Path,
                        default=pathlib.Path(__file__).with_name("unicodewidthtable.cpp"))
    arguments = parser.parse_args()
    if arguments.check:
        present = unicode_version(arguments.data)
        committed = re.search(r"from Unicode ([0-9.]+);", arguments.output.read_text(encoding="utf-8")).group(1)
        if present != committed:
            print(f"the table is of Unicode {committed}, {arguments.data} has {present or 'none'}")
            return 77
    text = render(arguments.data)
    if arguments.check:
        return 0 if arguments.output.read_text(encoding="utf-8") == text else 1
    arguments.output.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
