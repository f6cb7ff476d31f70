#!/usr/bin/env python3
"""Measures the real window on a display without hardware (Xvfb, everything drawn in software). What it found is in `benches/README.md`.

    cargo build --release --bin skylab --example empty_window
    benches/window.py start target/release/skylab target/release/examples/empty_window    start-up, side by side
    benches/window.py frames target/release/skylab      frames a second at 1920×1080 while the clock of a bench plays
    benches/window.py rest target/release/skylab        CPU with nothing moving, and memory, both after a tour of every screen

It needs what `.ci/run` installs, and a machine that does nothing else.
"""

import contextlib
import importlib.util
import mmap
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).parent
SPEC = importlib.util.spec_from_file_location("window", HERE.parent / ".ci/window.py")
window = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(window)

# Pairs of runs that start-up is measured with.
N_STARTS = 15
# How long the clock plays, and how long nothing may move.
PLAY_SECS = 10
REST_SECS = 5

# A learner who has seen the tour and was last in the section of the lifecycle bench, or on the course map.
SEEN = '(version: 1, progress: (tour_seen: true, place: Some((screen: "%s", section: %s))))'
ON_THE_MAP = SEEN % ("course", "None")
AT_A_BENCH = SEEN % ("section", 'Some("2.4.5")')


class Room:
    """A display of its own with a home of its own; the screen is a file."""

    def __init__(self, size, progress):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="skylab-bench-"))
        data = self.folder / "data/skylab"
        data.mkdir(parents=True)
        (data / "progress.ron").write_text(progress)
        words = ["Xvfb", "-displayfd", "1", "-screen", "0", f"{size}x24", "-nolisten", "tcp", "-fbdir", str(self.folder)]
        self.xvfb = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self.display = ":" + self.xvfb.stdout.readline().decode().strip()
        with open(self.folder / "Xvfb_screen0", "rb") as file:
            self.screen = mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ)
        width, height = map(int, size.split("x"))
        self.head = len(self.screen) - width * height * 4
        # A few rows stand for the whole picture, so that looking costs nothing.
        self.rows = [self.head + y * width * 4 for y in range(4, height, height // 60)]
        self.row_bytes = width * 4

    def open(self, program):
        hidden = ("WAYLAND_DISPLAY", "WAYLAND_SOCKET", "DBUS_SESSION_BUS_ADDRESS", "LC_ALL", "LANG")
        env = {name: value for name, value in os.environ.items() if name not in hidden}
        home = str(self.folder)
        env |= {"DISPLAY": self.display, "LIBGL_ALWAYS_SOFTWARE": "1", "HOME": home, "XDG_RUNTIME_DIR": home, "LC_ALL": "C.UTF-8"}
        env |= {f"XDG_{name}_HOME": f"{home}/{name.lower()}" for name in ("CONFIG", "DATA", "CACHE")}
        return subprocess.Popen([program], env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def picture(self):
        return b"".join(self.screen[at : at + self.row_bytes] for at in self.rows)

    def at_rest(self, secs=1.5):
        """Waits until the picture has not changed for a while, and gives it."""
        empty = last = self.picture()
        since = time.monotonic()
        while last == empty or time.monotonic() - since < secs:
            now = self.picture()
            if now != last:
                last, since = now, time.monotonic()
            time.sleep(0.02)
        return last

    def close(self):
        self.xvfb.terminate()
        self.xvfb.wait()


@contextlib.contextmanager
def opened(program, size="1280x800", progress=ON_THE_MAP):
    room = Room(size, progress)
    app = room.open(program)
    try:
        room.at_rest()
        yield room, app
    finally:
        app.terminate()
        app.wait()
        room.close()


def window_id(room):
    words = ["xwininfo", "-display", room.display, "-name", "Skylab"]
    return subprocess.run(words, capture_output=True, text=True, check=True).stdout.split("Window id: ")[1].split()[0]


def start(skylab, empty):
    """From starting the process until the picture on the screen is the one it stays, in turns so that a slow minute hits both."""
    at_rest, took = {}, {skylab: [], empty: []}
    for program in (skylab, empty):
        with opened(program) as (room, _):
            at_rest[program] = room.picture()
    for _ in range(N_STARTS):
        for program in (skylab, empty):
            room = Room("1280x800", ON_THE_MAP)
            from_secs = time.monotonic()
            app = room.open(program)
            while room.picture() != at_rest[program]:
                time.sleep(0.001)
                if time.monotonic() - from_secs > 60:
                    sys.exit(f"{program} does not come to the picture that it came to before")
            took[program].append(time.monotonic() - from_secs)
            app.terminate()
            app.wait()
            room.close()
    medians = [statistics.median(times) for times in took.values()]
    for (program, times), median in zip(took.items(), medians):
        print(f"{program}: median {median * 1000:.0f} ms, from {min(times) * 1000:.0f} to {max(times) * 1000:.0f} ms")
    print(f"ratio {medians[0] / medians[1]:.2f}")


def frames(skylab):
    """Different pictures that reach the screen while the clock plays: its time is in every frame another one."""
    with opened(skylab, "1920x1080", AT_A_BENCH) as (room, app):
        tour = window.Tour(room.display, window_id(room), room.folder)
        tour.xdotool("windowsize", tour.window, "1920", "1080")
        tour.xdotool("windowfocus", tour.window)
        room.at_rest()
        ticks = cpu_ticks(app.pid)
        tour.xdotool("key", "F8")
        n_frames, last, from_secs = 0, room.picture(), time.monotonic()
        while time.monotonic() - from_secs < PLAY_SECS:
            now = room.picture()
            n_frames += now != last
            last = now
            time.sleep(0.004)
        secs = time.monotonic() - from_secs
        cpu = (cpu_ticks(app.pid) - ticks) / os.sysconf("SC_CLK_TCK") / secs
        print(f"{n_frames / secs:.1f} frames a second at 1920×1080, {cpu:.0%} of a core")


def rest(skylab):
    with opened(skylab) as (room, app):
        report("as it opens", app.pid)
        window.Tour(room.display, window_id(room), room.folder).walk(first_start=False)
        room.at_rest(3)
        report("after the tour", app.pid)


def report(when, pid):
    ticks = cpu_ticks(pid)
    time.sleep(REST_SECS)
    status = pathlib.Path(f"/proc/{pid}/status").read_text()
    resident = int(status.split("VmRSS:")[1].split()[0]) / 1024
    own = sum(int(line.split()[1]) for line in pathlib.Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines() if line.startswith("Private_")) / 1024
    print(f"{when}: {cpu_ticks(pid) - ticks} ticks of CPU in {REST_SECS} s, {resident:.0f} MB resident, {own:.0f} MB of it its own")


def cpu_ticks(pid):
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return int(fields[11]) + int(fields[12])


def main():
    match sys.argv[1:]:
        case ["start", skylab, empty]:
            start(skylab, empty)
        case ["frames", skylab]:
            frames(skylab)
        case ["rest", skylab]:
            rest(skylab)
        case _:
            sys.exit(__doc__)


if __name__ == "__main__":
    main()
