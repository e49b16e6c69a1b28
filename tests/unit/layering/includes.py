# SPDX-License-Identifier: GPL-3.0-or-later
"""The fence of includes: who may see whose headers (docs/architecture.md, Direction)."""

import pathlib

import tree

BELOW = ("core/base", "core/payload", "core/runtime", "core/store", "core/net")

# folder: what it may include besides itself and what its rule below allows. Each with its reason.
EXCEPTIONS = {
    "ui/ssh": ("ui/terminal", "core/terminal"),  # a shell on a host is a terminal fed by a channel
    "ui/terminal": ("core/pty",),  # the local shell's panel
}
# Header-only and part of our interfaces: Result<T> is tl::expected.
ALLOWED_THIRD_PARTY = ("tl/expected.hpp",)


def folder_of(name):
    """core/ssh for core/ssh/engine/engine.h, and for headers of deeper folders; app for app/..."""
    parts = pathlib.PurePath(name).parts
    return "/".join(parts[:2]) if parts[0] in ("core", "ui") and len(parts) > 2 else parts[0]


def may_see(folder, other):
    if folder == other or folder in ("app", "tests") or folder == "ui":  # ui/allpanels.cpp names every panel
        return True
    if other in EXCEPTIONS.get(folder, ()):
        return True
    layer, name = folder.split("/")
    if layer == "core":
        if folder == "core/base":
            return False
        if folder in ("core/runtime", "core/payload"):
            return other == "core/base"
        if folder in BELOW:
            return other in ("core/base", "core/runtime")
        return other in BELOW
    if folder == "ui/panel":
        return other in BELOW or other == "ui/widgets"  # a command has its symbol
    if folder == "ui/widgets":
        return other in BELOW
    if folder == "ui/shell":
        return other in BELOW or other in ("ui/panel", "ui/widgets")
    return other in BELOW or other in ("ui/panel", "ui/widgets", f"core/{name}")


def gui_headers(qt_headers):
    """Every header name of Qt Gui, Widgets, Svg and Charts; an empty answer would let everything pass, so it is an error."""
    names = set()
    for module in ("QtGui", "QtWidgets", "QtSvg", "QtSvgWidgets", "QtCharts", "QtPrintSupport"):
        folder = pathlib.Path(qt_headers) / module
        if folder.is_dir():
            names |= {entry.name for entry in folder.iterdir() if entry.is_file()}
    if not {"QColor", "QImage", "QKeyEvent", "QFont", "QPainter", "QWidget"} <= names:
        raise SystemExit(f"no headers of Qt Gui and Widgets in {qt_headers}")
    return names


def is_third_party(name):
    """Not the standard library (<vector>), not Qt (<QString>, <QtCore/QString>)."""
    if name in ALLOWED_THIRD_PARTY:
        return False
    return "." in name or not (name[0] == "Q" or name.islower() and "/" not in name)


def public_headers(root, headers, sources):
    """Headers that another folder sees: included from there, or by such a header. Tests may look behind the front."""
    public, fresh = set(), set()
    for path in sources:
        if path.parts[0] == "tests":
            continue
        for _, kind, name in tree.includes(root, path):
            if kind == '"' and name in headers and folder_of(name) != folder_of(str(path)):
                fresh.add(name)
    while fresh:
        public |= fresh
        reached = {n for h in fresh for _, kind, n in tree.includes(root, h) if kind == '"' and n in headers}
        fresh = reached - public
    return public


def check(root, qt_headers):
    gui = gui_headers(qt_headers)
    sources = tree.files(root, ".cpp", ".h", under=("core", "ui", "app", "tests"))
    headers = {str(p) for p in sources if p.suffix == ".h"}
    public = public_headers(root, headers, sources)
    faults = []
    for path in sources:
        folder = folder_of(str(path))
        for number, kind, name in tree.includes(root, path):
            where = f"{path}:{number}: "
            if kind == '"':
                if name not in headers and not name.endswith(".moc"):
                    faults.append(where + f'"{name}" is not a header of ours, named from the root')
                elif name in headers and not may_see(folder, folder_of(name)):
                    faults.append(where + f"{folder} must not see {folder_of(name)}")
                continue
            module, _, rest = name.rpartition("/")
            if folder.startswith("core/") and (rest in gui or module in ("QtGui", "QtWidgets", "QtSvg", "QtCharts")):
                faults.append(where + f"core works without a display, and <{name}> is of Qt Gui or Widgets")
            if str(path) in public and is_third_party(name):
                faults.append(where + f"<{name}> of a third party stands in a header that other folders include")
    return faults


if __name__ == "__main__":
    tree.run(check, __doc__, [("--qt-headers", {"required": True})])
