# SPDX-License-Identifier: GPL-3.0-or-later
"""Keys and pixels of an X server, close enough to time: XTest presses, XShm looks. Not for use under Wayland."""

import ctypes
import ctypes.util
import time

IPC_PRIVATE, IPC_CREAT, IPC_RMID = 0, 0o1000, 0
Z_PIXMAP = 2
ALL_PLANES = 0xFFFFFFFF

x11 = ctypes.CDLL("libX11.so.6")
xtst = ctypes.CDLL("libXtst.so.6")
xext = ctypes.CDLL("libXext.so.6")
libc = ctypes.CDLL(None, use_errno=True)


class XImage(ctypes.Structure):
    """The first fields of Xlib's XImage; the rest is not touched."""

    _fields_ = [
        ("width", ctypes.c_int), ("height", ctypes.c_int), ("xoffset", ctypes.c_int), ("format", ctypes.c_int),
        ("data", ctypes.c_void_p),
    ]


class ShmInfo(ctypes.Structure):
    _fields_ = [
        ("shmseg", ctypes.c_ulong), ("shmid", ctypes.c_int), ("shmaddr", ctypes.c_void_p), ("readOnly", ctypes.c_int),
    ]


x11.XOpenDisplay.restype = ctypes.c_void_p
x11.XDefaultRootWindow.restype = ctypes.c_ulong
x11.XDefaultVisual.restype = ctypes.c_void_p
x11.XStringToKeysym.restype = ctypes.c_ulong
xext.XShmCreateImage.restype = ctypes.POINTER(XImage)
libc.shmat.restype = ctypes.c_void_p


class Probe:
    def __init__(self, display):
        self.display = ctypes.c_void_p(x11.XOpenDisplay(display.encode()))
        if not self.display:
            raise OSError(f"cannot open display {display}")
        self.root = ctypes.c_ulong(x11.XDefaultRootWindow(self.display))

    def close(self):
        x11.XCloseDisplay(self.display)

    def keycode(self, name):
        return x11.XKeysymToKeycode(self.display, ctypes.c_ulong(x11.XStringToKeysym(name.encode())))

    def press(self, keycode):
        """Presses and releases; returns the time just before the press was sent."""
        started = time.perf_counter()
        xtst.XTestFakeKeyEvent(self.display, keycode, 1, ctypes.c_ulong(0))
        xtst.XTestFakeKeyEvent(self.display, keycode, 0, ctypes.c_ulong(0))
        x11.XFlush(self.display)
        return started

    def area(self, x, y, width, height):
        return Area(self, x, y, width, height)


class Area:
    """A part of the screen, read through shared memory."""

    def __init__(self, probe, x, y, width, height):
        self.probe, self.x, self.y, self.width, self.height = probe, x, y, width, height
        self.info = ShmInfo()
        visual = ctypes.c_void_p(x11.XDefaultVisual(probe.display, 0))
        self.image = xext.XShmCreateImage(
            probe.display, visual, 24, Z_PIXMAP, None, ctypes.byref(self.info), width, height
        )
        self.size = width * height * 4
        self.info.shmid = libc.shmget(IPC_PRIVATE, self.size, IPC_CREAT | 0o600)
        self.info.shmaddr = libc.shmat(self.info.shmid, None, 0)
        self.image.contents.data = self.info.shmaddr
        xext.XShmAttach(probe.display, ctypes.byref(self.info))
        x11.XSync(probe.display, 0)
        # Gone when both sides have detached, whatever happens to us.
        libc.shmctl(self.info.shmid, IPC_RMID, None)

    def read(self):
        ok = xext.XShmGetImage(
            self.probe.display, self.probe.root, self.image, self.x, self.y, ctypes.c_ulong(ALL_PLANES)
        )
        if not ok:
            raise OSError("the screen cannot be read")
        return ctypes.string_at(self.info.shmaddr, self.size)

    def close(self):
        xext.XShmDetach(self.probe.display, ctypes.byref(self.info))
        libc.shmdt(ctypes.c_void_p(self.info.shmaddr))

    def changed_box(self, before, after):
        """The rectangle (x, y, width, height) in which two pictures of this area differ, or None."""
        row = self.width * 4
        rows = [n for n in range(self.height) if before[n * row : (n + 1) * row] != after[n * row : (n + 1) * row]]
        if not rows:
            return None
        columns = [
            n for n in range(self.width)
            if any(before[r * row + n * 4 : r * row + n * 4 + 3] != after[r * row + n * 4 : r * row + n * 4 + 3]
                   for r in rows)
        ]
        if not columns:
            return None
        return columns[0], rows[0], columns[-1] - columns[0] + 1, rows[-1] - rows[0] + 1
