#!/usr/bin/python3
"""Scanners without hardware: udev devices and event nodes by umockdev, for one program that runs among them.

    testbed.py [PROGRAM ARGUMENT...]

starts the program with libumockdev-preload, so that it sees the testbed's /dev, /sys and udev in place of the machine's
(its standard output goes to this one's standard error), and then obeys commands, one a line, each answered by one line,
`ok`, `ok DETAIL` or `error WHY`. Commands come on standard input and are answered on standard output; the program itself
may send them on the socket whose descriptor is in TESTBED_FD. At the end of standard input the program gets SIGTERM, and
the testbed ends with its exit status, or does so when the program ends by itself. Without root, /dev/input or a scanner.

    plug NAME [untagged] [held] [descriptor=DESCRIPTOR]
                                 adds the scanner, and answers its device files; untagged: as if no rule of ours were
                                 installed; held: its Enter keys are down; DESCRIPTOR: of a HID POS scanner that has no
                                 other interface, a file of ../descriptors. Each time it is plugged in again the numbers
                                 of its device files rise by 10
    unplug NAME                  removes it; its open event nodes and tty hang up
    change NAME [KIND]           udev's event "change" for each device file, now tagged, and SCANBRIDGE is KIND, by default
                                 kbd; with `no`, as where a rule releases it
    type NODE FILE               replays an evemu recording's events on an event node that the program has open
    type-text NODE PACE FILE [DROP]
                                 types the bytes of FILE on a US keyboard, control characters by Ctrl, a report every PACE
                                 milliseconds (0: as fast as they are read); after DROP characters the kernel's
                                 SYN_DROPPED comes instead of the next four
    type-at-once NAME=FILE...    types the bytes of each FILE on the scanner NAME, as type-text with pace 0, all at the same
                                 time: a report of each in turn
    play NAME=FILE...            plays recordings of `scanbridge record` on plugged scanners, all at the same time; pauses
                                 shorter than 0.15 s are left out. Answers by how many milliseconds at most something was
                                 read too late
    send NODE FILE               sends the bytes of FILE from the scanner's end of a tty
    report NODE FILE [AIM [N]]   sends the bytes of FILE as a scan's reports on a raw HID node, with an AIM identifier, by
                                 default ]L2; the first N of the reports only
    broken-uinput                makes a /dev/uinput of which no keyboard comes. Where there is none at all, umockdev loses a
                                 descriptor with each try to open it, and has fifty
    announce-uinput              has udev tell that there is a /dev/uinput, or that it has changed
    root                         answers the folder that stands in for the file system's root

NAME is `keyboard` (/dev/input/event3), `composite` (event4 and event5 are keyboards of one USB device, event6 its volume
keys), `serial` (/dev/ttyACM0), `hidpos` (scans come by /dev/hidraw0; hidraw1 is its management channel) or `claimed` (a
serial bridge whose USB device a program has for itself). `keyboard#N` and `hidpos#N` are the same once more, with the USB
serial number 17A000N and nodes of its own: as many as are wanted. NODE is a device file. What types, plays or reports
answers once all has been read, `send` once all has been sent.

What a kernel does and this doesn't: grabs are granted but don't exclude, a removed event node hangs up without ENODEV, a
removed raw HID node not at all, EVIOCSMASK and TIOCEXCL fail, a raw HID node loses no report. See the .umockdev files beside this one for the devices.
"""

import array
import fcntl
import heapq
import itertools
import os
import re
import select
import shlex
import signal
import socket
import struct
import subprocess
import sys
import tempfile
import termios
import time

# No folder of compiled modules beside the sources.
sys.dont_write_bytecode = True
import hidpos
import keyboard
from recording import moments

PRELOAD = "libumockdev-preload.so.0"
FOLDER = os.path.dirname(os.path.abspath(__file__))


class Scanner:
    """A USB device and all below it, as its .umockdev file has it."""

    def __init__(self, name, times, descriptor=None):
        model, _, copy = name.partition("#")
        with open(os.path.join(FOLDER, model + ".umockdev")) as file:
            text = file.read()
        if descriptor:
            first, _ = re.split(r"\n\n(?=P: \S+:1\.1\n)", text)
            text = re.sub(r"=@\S+", f"=@{descriptor}.hex", first) + "\n"
        if copy:
            text = copied(text, int(copy))
        # umockdev can't make a device file twice. The kernel too gives another number while the old one is still open.
        for prefix in (r"\bevent", r"\binput(?=\d)", r"\bttyACM", r"\bhidraw(?=\d)", r"\bMINOR=", r"\bdev=\d+:"):
            text = re.sub(rf"({prefix})(\d+)", lambda found: f"{found[1]}{int(found[2]) + 10 * times}", text)
        self.paths, self.files, self.links, self.descriptors = [], {}, {}, {}
        above = None
        for block in text.split("\n\n"):
            path = "/sys" + re.search(r"^P: (.*)$", block, re.MULTILINE)[1]
            self.paths.append(path)
            file = re.search(r"^E: DEVNAME=(.*)$", block, re.MULTILINE)
            if file:
                self.files[path] = file[1]
            # A raw HID node's descriptor stands with its parent, which comes before it.
            if file and "/dev/hidraw" in file[1]:
                self.descriptors[file[1]] = above
            above = (re.findall(r"^H: report_descriptor=@(.*)$", block, re.MULTILINE) or [None])[0]
            for link in re.findall(r"^S: (.*)$", block, re.MULTILINE):
                self.links["/dev/" + link] = file[1]
        # Event nodes, raw HID nodes and links are made here and not by umockdev: its event node is a pseudo-terminal, which
        # under load cuts an event in two, as no event device ever does.
        text = re.sub(r"^(N: input/|N: hidraw|S: ).*\n", "", text, flags=re.MULTILINE)
        self.text = re.sub(r"=@(\S+)", lambda found: "=" + hidpos.descriptor(found[1]).hex().upper(), text)

    @property
    def pipes(self):
        return [node for node in self.files.values() if node.startswith(("/dev/input/", "/dev/hidraw"))]

    def ioctls(self, node, opened, held):
        if node in self.descriptors:
            return hidpos.ioctls(opened, self.descriptors[node])
        return keyboard.ioctls(opened, held)

    def described(self, tagged):
        ours = ("E: TAGS=", "E: CURRENT_TAGS=", "E: SCANBRIDGE=")
        return "".join(line for line in self.text.splitlines(True) if tagged or not line.startswith(ours))


def copied(text, number):
    """The scanner once more, on a port of its own."""
    for prefix in (r"\bevent", r"\binput(?=\d)", r"\bhidraw(?=\d)", r"\bMINOR=", r"\bdev=\d+:"):
        text = re.sub(rf"({prefix})(\d+)", lambda found: f"{found[1]}{int(found[2]) + 100 * number}", text)
    # The kernel numbers HID devices as they come.
    text = re.sub(r"(/0003:\w{4}:\w{4}\.)\d{4}", lambda found: f"{found[1]}{number:04X}", text)
    for part, other in ((r"17A\d{4}", f"17A{number:04}"), (r"/1-\d", f"/1-{number + 100}"),
                        (r"N: bus/usb/001/\d+", f"N: bus/usb/001/{number + 100}")):
        text = re.sub(part, other, text)
    return text


class Testbed:
    def __init__(self):
        import gi
        gi.require_version("UMockdev", "1.0")
        from gi.repository import UMockdev
        self.bed = UMockdev.Testbed.new()
        self.plugged, self.times, self.writers, self.answering = {}, {}, {}, set()
        self.announces_uinput = False
        # By which each was plugged in.
        self.options = {}
        # Which runs among the devices.
        self.program = None
        # Reports that may still be in a node's pipe.
        self.unread = {}
        self.scratch = tempfile.mkdtemp(prefix="scanbridge-testbed-")

    def close(self):
        for name in os.listdir(self.scratch):
            os.unlink(os.path.join(self.scratch, name))
        os.rmdir(self.scratch)

    def written(self, name, text):
        path = os.path.join(self.scratch, name)
        with open(path, "w") as file:
            file.write(text)
        return path

    def inside(self, path):
        path = os.path.join(self.root(), path[1:])
        os.makedirs(os.path.dirname(path), exist_ok=True)
        return path

    def plug(self, name, *options):
        if name in self.plugged:
            raise ValueError(f"{name} is plugged in already")
        descriptors = [option.partition("=")[2] for option in options if option.startswith("descriptor=")]
        scanner = Scanner(name, self.times.get(name, 0), *descriptors)
        self.options[name] = options
        # All before the device is there: its "add" may have it opened at once.
        for node in scanner.pipes:
            names = [node, *(link for link, to in scanner.links.items() if to == node and link not in self.answering)]
            for opened in names:
                # umockdev answers by the name that was opened, for a link too.
                self.bed.load_ioctl(opened, self.written("ioctl", scanner.ioctls(node, opened, "held" in options)))
            self.answering.update(names)
            os.mkfifo(self.inside(node))
            self.writers[node] = os.open(self.inside(node), os.O_RDWR)
            if node in scanner.descriptors:
                # Each report is read by itself, as it is written; in a pipe it takes a page.
                fcntl.fcntl(self.writers[node], fcntl.F_SETFL, os.O_RDWR | os.O_DIRECT)
                fcntl.fcntl(self.writers[node], fcntl.F_SETPIPE_SZ, 1 << 20)
        for link, node in scanner.links.items():
            os.symlink(self.inside(node), self.inside(link))
        self.bed.add_from_string(scanner.described("untagged" not in options))
        self.plugged[name] = scanner
        self.times[name] = self.times.get(name, 0) + 1
        return " ".join(scanner.files.values())

    def unplug(self, name):
        scanner = self.plugged.pop(name)
        for node in scanner.pipes:
            os.close(self.writers.pop(node))
            os.unlink(self.inside(node))
        for link in scanner.links:
            os.unlink(self.inside(link))
        for path in reversed(scanner.paths):
            self.bed.uevent(path, "remove")
            self.bed.remove_device(path)

    def change(self, name, kind="kbd"):
        for path in self.plugged[name].files:
            for option in ("TAGS=:scanbridge:", "CURRENT_TAGS=:scanbridge:", f"SCANBRIDGE={kind}"):
                self.bed.set_property(path, *option.split("="))
            self.bed.uevent(path, "change")

    def type(self, node, path):
        reports = keyboard.Reports()
        with open(path) as file:
            reports.read(file)
        self.press_all(node, reports)

    def type_text(self, node, pace, path, drop=None):
        reports = keyboard.Reports(int(pace) / 1000)
        with open(path, "rb") as file:
            reports.type(file.read(), None if drop is None else int(drop))
        self.press_all(node, reports)

    def report(self, node, path, identifier="]L2", count=None):
        with open(path, "rb") as file:
            reports = hidpos.LAYOUTS["counted"].scan(file.read(), identifier.encode())
        for report in reports[:None if count is None else int(count)]:
            os.write(self.writers[node], report)
        self.wait_until_read(node)

    def press_all(self, node, reports):
        """Writes to the pipe that stands for the node; to its end in one go, but never more than a pipe holds."""
        for pause, events in reports.all:
            time.sleep(pause)
            self.press(node, events)
        self.wait_until_read(node)

    def press(self, node, events):
        """Writes one report."""
        now = divmod(time.time_ns() // 1000, 10**6)
        os.write(self.writers[node], b"".join(struct.pack("@llHHi", *now, *event) for event in events))
        self.unread[node] = self.unread.get(node, 0) + 1
        if self.unread[node] == 500:
            self.wait_until_read(node)

    def wait_until_read(self, node):
        waiting, deadline = array.array("i", [0]), time.monotonic() + 20
        while True:
            fcntl.ioctl(self.writers[node], termios.FIONREAD, waiting)
            if waiting[0] == 0:
                break
            if time.monotonic() > deadline:
                raise TimeoutError(f"nobody reads {node}")
            time.sleep(0.001)
        self.unread[node] = 0

    def wait_until_open(self, node):
        """A daemon that is still busy with what came before the unplugging opens the device when it is done with that."""
        folder, file, deadline = f"/proc/{self.program.pid}/fd", os.path.realpath(self.inside(node)), time.monotonic() + 20
        while True:
            for descriptor in os.listdir(folder):
                try:
                    if os.readlink(os.path.join(folder, descriptor)) == file:
                        return
                except FileNotFoundError:
                    pass
            if time.monotonic() > deadline:
                raise TimeoutError(f"nobody opens {node}")
            time.sleep(0.01)

    def type_at_once(self, *scanners):
        """Each scanner's reports in order, and a report of each in turn."""
        tapes = {}
        for scanner in scanners:
            name, _, path = scanner.partition("=")
            with open(path, "rb") as file:
                tapes[name] = keyboard.Reports()
                tapes[name].type(file.read())
        for turn in itertools.zip_longest(*(tape.all for tape in tapes.values())):
            for name, report in zip(tapes, turn):
                if report:
                    self.press(self.plugged[name].pipes[0], report[1])
        for name in tapes:
            self.wait_until_read(self.plugged[name].pipes[0])

    def play(self, *scanners):
        """A pause begins when all before it has been read: on a busy machine it may be longer, and is never shorter."""
        due, late = [], 0
        for order, scanner in enumerate(scanners):
            name, _, path = scanner.partition("=")
            due.append((time.monotonic(), order, name, list(moments(path))))
        while due:
            at, order, name, rest = heapq.heappop(due)
            time.sleep(max(0, at - time.monotonic()))
            # To the next pause in one go, so that none pauses for the others.
            end = next((place for place, (pause, _) in enumerate(rest) if place and pause), len(rest))
            for _, event in rest[:end]:
                self.perform(name, event)
            if name in self.plugged:
                self.wait_until_read(self.plugged[name].pipes[0])
            late = max(late, time.monotonic() - at)
            if rest[end:]:
                heapq.heappush(due, (time.monotonic() + rest[end][0], order, name, rest[end:]))
        return f"{late * 1000:.0f}"

    def perform(self, name, event):
        if event == "plug":
            self.plug(name, *self.options[name])
            self.wait_until_open(self.plugged[name].pipes[0])
        elif event == "unplug":
            self.wait_until_read(self.plugged[name].pipes[0])
            self.unplug(name)
        elif isinstance(event, bytes):
            os.write(self.writers[self.plugged[name].pipes[0]], event)
        else:
            self.press(self.plugged[name].pipes[0], event)

    def send(self, node, path):
        with open(path, "rb") as file:
            data = file.read()
        descriptor = self.bed.get_dev_fd(node)
        while data:
            data = data[os.write(descriptor, data):]

    def broken_uinput(self):
        with open(self.inside("/dev/uinput"), "w"):
            pass

    def announce_uinput(self):
        path = "/sys/devices/virtual/misc/uinput"
        if not self.announces_uinput:
            self.bed.add_from_string(f"P: {path[4:]}\nE: DEVNAME=/dev/uinput\nE: SUBSYSTEM=misc\nA: dev=10:223\n")
            self.announces_uinput = True
        else:
            self.bed.uevent(path, "change")

    def root(self):
        return self.bed.get_root_dir()

    def obey(self, line):
        command, *arguments = shlex.split(line)
        if command not in ("plug", "unplug", "change", "type", "type-text", "type-at-once", "play", "broken-uinput", "announce-uinput", "send", "report", "root"):
            return f"error no command {command}"
        try:
            detail = getattr(self, command.replace("-", "_"))(*arguments)
        except Exception as error:
            return f"error {command}: {error}".replace("\n", " ")
        return f"ok {detail}" if detail else "ok"


def serve(bed, channel):
    """Obeys until standard input or the program ends."""
    answers = {sys.stdin.fileno(): sys.stdout.fileno()}
    if channel:
        answers[channel.fileno()] = channel.fileno()
    pending = dict.fromkeys(answers, b"")
    while True:
        for descriptor in select.select(list(answers), [], [])[0]:
            data = os.read(descriptor, 4096)
            if not data:
                return
            *lines, pending[descriptor] = (pending[descriptor] + data).split(b"\n")
            for line in lines:
                os.write(answers[descriptor], bed.obey(line.decode()).encode() + b"\n")


def main():
    if PRELOAD not in os.environ.get("LD_PRELOAD", ""):
        os.environ["LD_PRELOAD"] = PRELOAD
        os.execv(sys.executable, [sys.executable, *sys.argv])
    # As at the end of standard input: the program is ended, and the testbed's folders go.
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(128 + number))
    bed = Testbed()
    program, channel, status = None, None, 0
    try:
        if len(sys.argv) > 1:
            channel, other = socket.socketpair()
            environment = {**os.environ, "UMOCKDEV_DIR": bed.root(), "TESTBED_FD": str(other.fileno())}
            program = subprocess.Popen(sys.argv[1:], stdin=subprocess.DEVNULL, stdout=2, pass_fds=[other.fileno()],
                                       env=environment)
            bed.program = program
            other.close()
        serve(bed, channel)
    finally:
        if program:
            program.terminate()
            status = program.wait()
        bed.close()
    sys.exit(status if status >= 0 else 128 - status)


if __name__ == "__main__":
    main()
