# SPDX-License-Identifier: GPL-3.0-or-later
"""The catalogues: complete, as lupdate writes them from the sources, and in words that fit any argument."""

import pathlib
import re
import shutil
import subprocess
import tempfile
import xml.etree.ElementTree as xml

import tree

CATALOGUES = {"portolan_ko.ts": ["-target-language", "ko_KR"], "portolan_en.ts": ["-target-language", "en", "-pluralonly"]}
FOLDERS = ("core", "app", "ui")
PLACEHOLDER = re.compile(r"%(?:L?\d+|n)")
# Particles that change with the last sound of the word before them, which a placeholder does not know.
PARTICLE = re.compile(
    r"%(?:L?\d+|n)[\"'”’』」)\]]*(?:은|는|이|가|을|를|과|와|으로|로|이라|이나|이며|이고)(?:\(\w\))?(?![가-힣])"
)
# A namespace's own tr() is fine, and is what remains of these complaints.
CONTEXT_UNKNOWN = re.compile(r"Qualifying with unknown namespace|Class '(?!Portolan(::\w+)?')[\w:]+' lacks Q_OBJECT")


def lupdate():
    for path in ("/usr/lib/qt6/bin/lupdate", shutil.which("lupdate6"), shutil.which("lupdate")):
        if path and pathlib.Path(path).exists():
            return path
    raise SystemExit("lupdate is not installed")


def regenerate(root, name, target):
    """Runs lupdate on `target`, as ./dev translate does on the catalogue itself. Answers what it complains about."""
    done = subprocess.run(
        [lupdate(), "-I", ".", "-silent", "-locations", "none", "-no-obsolete", "-extensions", "cpp,h", "-source-language", "en"]
        + CATALOGUES[name] + [*FOLDERS, "-ts", str(target)],
        cwd=root, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"lupdate failed: {done.stderr}")
    return [f"{line}: its texts get a context that is not the one at run time"
            for line in done.stderr.splitlines() if CONTEXT_UNKNOWN.search(line)]


def messages(path):
    for context in xml.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            yield context.findtext("name"), message


def forms(translation):
    plural = translation.findall("numerusform")
    return [form.text or "" for form in plural] if plural else [translation.text or ""]


def incomplete(root, folder):
    faults = []
    for name in CATALOGUES:
        for context, message in messages(folder / name):
            source, translation = message.findtext("source"), message.find("translation")
            if translation is None or translation.get("type") or not all(forms(translation)):
                faults.append(f"translations/{name}:1: {context}: unfinished: {source}")
    return faults


def outdated(root, folder):
    faults = hidden(root)
    for name in CATALOGUES:
        with tempfile.TemporaryDirectory() as temporary:
            copy = pathlib.Path(temporary) / name
            shutil.copy(folder / name, copy)
            faults += regenerate(root, name, copy)
            before = {(c, m.findtext("source"), m.findtext("comment")) for c, m in messages(folder / name)}
            after = {(c, m.findtext("source"), m.findtext("comment")) for c, m in messages(copy)}
            faults += [f"translations/{name}:1: {c}: missing: {s}" for c, s, _ in sorted(after - before, key=str)]
            faults += [f"translations/{name}:1: {c}: no longer used: {s}" for c, s, _ in sorted(before - after, key=str)]
            if not faults and copy.read_bytes() != (folder / name).read_bytes():
                faults.append(f"translations/{name}:1: not as lupdate writes it; run ./dev translate")
    return faults


def hidden(root):
    """Macros that wrap the marks: the compiler sees through them, lupdate does not."""
    return [f"{path}:{number}: lupdate does not see through this macro"
            for path in tree.files(root, ".cpp", ".h", under=FOLDERS)
            for number, line in enumerate(tree.lines(root, path), 1)
            if re.match(r"\s*#\s*define\b.*(QT_TR\w*_NOOP|QT_TRANSLATE\w*_NOOP|\btr\()", line)]


def badly_worded(root, folder):
    faults = []
    for name in CATALOGUES:
        for context, message in messages(folder / name):
            source, translation = message.findtext("source") or "", message.find("translation")
            if translation is None:
                continue
            for text in filter(None, forms(translation)):
                where = f"translations/{name}:1: {context}: "
                if sorted(PLACEHOLDER.findall(text)) != sorted(PLACEHOLDER.findall(source)):
                    faults.append(where + f"other placeholders than the source: {text}")
                if name == "portolan_ko.ts":
                    if PARTICLE.search(text):
                        faults.append(where + f"a particle behind a placeholder: {text}")
                    if len(re.findall(r"[A-Za-z]{2,}", source)) > 3 and not re.search("[가-힣]", text):
                        faults.append(where + f"still English: {text}")
    return faults


def check(root, only="all", update=False):
    folder = pathlib.Path(root) / "translations"
    if update:
        for name in CATALOGUES:
            regenerate(root, name, folder / name)
        return []
    checks = {"complete": incomplete, "current": outdated, "wording": badly_worded}
    return [fault for name, one in checks.items() if only in ("all", name) for fault in one(root, folder)]


if __name__ == "__main__":
    tree.run(check, __doc__, [("--only", {"choices": ["complete", "current", "wording"], "default": "all"}),
                              ("--update", {"action": "store_true"})])
