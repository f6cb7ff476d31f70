#!/usr/bin/env python3
"""What a person does at the window, for `.ci/run` and for measuring: looks at it, goes through all of it by keyboard, closes it.

    .ci/window.py colours FILE                  how many different pixels a display of Xvfb shows that keeps its screen in FILE
    .ci/window.py tour DISPLAY WINDOW ROOM      goes everywhere; ROOM is a folder with the screen of Xvfb and, in `data`, the app's data
    .ci/window.py close DISPLAY WINDOW          asks the window to close, as its close button would
"""

import ctypes
import pathlib
import re
import subprocess
import sys
import time
import zlib

COURSE = pathlib.Path(__file__).parent.parent / "assets/course"
LESSONS = pathlib.Path(__file__).parent.parent / "locales/en/lessons"

SCREENS = ["course", "studio", "labs", "terminal", "trail", "bill", "settings", "about"]

# Most presses of PageDown in a section: no bench has more beats, and what is pressed after the last one does nothing.
N_BEATS = 8

# A busy machine draws slowly, more so while somebody watches its system calls.
PATIENCE_SECS = 30


class Tour:
    """Keys go in by xdotool. When the window has answered them is seen in its picture, where they led in the progress that the app keeps."""

    def __init__(self, display, window, room):
        self.display, self.window = display, window
        self.screen, self.progress = room / "Xvfb_screen0", room / "data/skylab/progress.ron"

    def xdotool(self, *words):
        subprocess.run(["xdotool", *words], check=True, env={"DISPLAY": self.display, "PATH": "/usr/bin:/bin"})

    def picture(self):
        return zlib.crc32(self.screen.read_bytes())

    def answered(self, before, patience_secs=PATIENCE_SECS / 3):
        """Waits until the picture is another than before, and stands still."""
        now, until = before, time.monotonic() + patience_secs
        while time.monotonic() < until:
            last, now = now, self.picture()
            if now == last != before:
                return
            time.sleep(0.1)

    def key(self, *keys, **patience):
        for key in keys:
            before = self.picture()
            self.xdotool("key", key)
            self.answered(before, **patience)

    def type(self, text):
        before = self.picture()
        self.xdotool("type", "--delay", "10", text)
        self.answered(before)

    def kept(self, pattern):
        text = self.progress.read_text() if self.progress.exists() else ""
        return re.search(pattern, text)

    def until(self, pattern, what, act):
        """Does something until it has led where it should."""
        until = time.monotonic() + PATIENCE_SECS
        while not self.kept(pattern):
            if time.monotonic() > until:
                sys.exit(f"the window did not come to this: {what}")
            act()

    def find(self, words, pattern, what):
        """Chooses in the command palette."""

        def choose():
            self.xdotool("key", "Escape")  # out of a field that would take the keys
            self.key("ctrl+k")
            self.type(words)
            self.key("Return")

        self.until(pattern, what, choose)

    def walk(self, first_start=True):
        self.xdotool("windowfocus", self.window)
        if first_start:
            # The tour of the first start; its button for the next page has the focus.
            self.until("tour_seen: *true", "the tour of the first start is read", lambda: self.key("Return"))
            self.key("Return", "Return", "Escape")
        for screen in SCREENS:
            self.find(screen, rf'screen: *"{screen}"', f"the screen {screen}")
        for section in sections():
            self.find(section, rf'section: *Some\("{re.escape(section)}"\)', f"section {section}")
            self.key(*["Next"] * N_BEATS, patience_secs=1)
        self.xdotool("key", "F8")  # the clock runs
        time.sleep(1.0)
        self.key("F8", patience_secs=1)
        self.key("F5", "s", "b", "b", "Prior")  # presented, with a spotlight, covered and uncovered, a beat back
        self.key("n")  # the notes are a window of their own
        self.xdotool("windowfocus", self.window)
        self.key("n", "Escape")
        # With the sandbox of the last section in front: what it shows, and a command that is typed there.
        for screen in ["trail", "bill", "terminal"]:
            self.find(screen, rf'screen: *"{screen}"', f"the screen {screen} with something in it")
        self.find("bucket", r'typed: *\[\s*"aws s3 ls', "a command in the terminal")
        self.find("dark", r'theme: *Some\("dark"\)', "the dark look")
        self.find("language", r'lang: *Some\("ko"\)', "Korean")
        self.find("settings", r'screen: *"settings"', "the settings in Korean")


def sections():
    """One section of each bench that has a lesson, in the order of the course."""
    found, benches = [], set()
    for module in sorted(COURSE.glob("*.ron")):
        for section, bench in re.findall(r'id: "([\d.]+)", bench: "([\w-]+)"', module.read_text()):
            if bench not in benches and (LESSONS / f"{section}.md").exists():
                benches.add(bench)
                found.append(section)
    return found


def n_colours(screen):
    data = pathlib.Path(screen).read_bytes()[4096:]
    return len({data[at : at + 4] for at in range(0, len(data) - 3, 4)})


class ClientMessage(ctypes.Structure):
    _fields_ = [("type", ctypes.c_int), ("serial", ctypes.c_ulong), ("send_event", ctypes.c_int), ("display", ctypes.c_void_p),
                ("window", ctypes.c_ulong), ("message_type", ctypes.c_ulong), ("format", ctypes.c_int), ("data", ctypes.c_long * 5),
                ("pad", ctypes.c_long * 24)]  # fmt: skip


def close(name, window):
    x = ctypes.CDLL("libX11.so.6")
    x.XOpenDisplay.restype = ctypes.c_void_p
    x.XInternAtom.restype = ctypes.c_ulong
    x.XInternAtom.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int]
    x.XSendEvent.argtypes = [ctypes.c_void_p, ctypes.c_ulong, ctypes.c_int, ctypes.c_long, ctypes.c_void_p]
    x.XCloseDisplay.argtypes = [ctypes.c_void_p]
    display = x.XOpenDisplay(name.encode())
    protocols, delete = (x.XInternAtom(display, atom, 0) for atom in (b"WM_PROTOCOLS", b"WM_DELETE_WINDOW"))
    event = ClientMessage(type=33, display=display, window=int(window, 0), message_type=protocols, format=32)
    event.data[0] = delete
    x.XSendEvent(display, event.window, 0, 0, ctypes.byref(event))
    x.XCloseDisplay(display)


def main():
    match sys.argv[1:]:
        case ["colours", screen]:
            print(n_colours(screen))
        case ["tour", display, window, room]:
            Tour(display, window, pathlib.Path(room)).walk()
        case ["close", display, window]:
            close(display, window)
        case _:
            sys.exit(__doc__)


if __name__ == "__main__":
    main()
