#!/usr/bin/python3
"""Scanners without hardware: udev devices and event nodes by umockdev, for one program that runs among them.

    testbed.py [PROGRAM ARGUMENT...]

starts the program with libumockdev-preload, so that it sees the testbed's /dev, /sys and udev in place of the machine's
(its standard output goes to this one's standard error), and then obeys commands, one a line, each answered by one line,
`ok`, `ok DETAIL` or `error WHY`. Commands come on standard input and are answered on standard output; the program itself
may send them on the socket whose descriptor is in TESTBED_FD. At the end of standard input the program gets SIGTERM, and
the testbed ends with its exit status, or does so when the program ends by itself. Without root, /dev/input or a scanner.

    plug NAME [untagged] [held]  adds the scanner, and answers its device files; untagged: as if no rule of ours were
                                 installed; held: its Enter keys are down. Each time it is plugged in again the numbers of
                                 its device files rise by 10
    unplug NAME                  removes it; the kernel would also end open descriptors, umockdev does for a tty only
    change NAME                  udev's event "change" for each device file, now tagged
    type NODE FILE               replays an evemu recording's events on an event node that the program has open
    type-text NODE PACE FILE [DROP]
                                 types the bytes of FILE on a US keyboard, control characters by Ctrl, a report every PACE
                                 milliseconds (0: as fast as they are read); after DROP characters the kernel's
                                 SYN_DROPPED comes instead of the next four
    send NODE FILE               sends the bytes of FILE from the scanner's end of a tty
    root                         answers the folder that stands in for the file system's root

NAME is `keyboard` (/dev/input/event3), `composite` (event4 and event5 are keyboards of one USB device, event6 its volume
keys) or `serial` (/dev/ttyACM0); NODE is a device file. `type` and `type-text` answer once all has been read, `send` once all has been sent.

Of what a kernel does umockdev lacks: grabs are granted but don't exclude, a removed event node gives no ENODEV, EVIOCSMASK
and TIOCEXCL fail. See the .umockdev files beside this one for the devices.
"""

import array
import fcntl
import os
import re
import select
import shlex
import socket
import struct
import subprocess
import sys
import tempfile
import termios
import time

PRELOAD = "libumockdev-preload.so.0"
FOLDER = os.path.dirname(os.path.abspath(__file__))

# The US keyboard by Linux keycode, row by row: what the keys type without and with Shift.
ROWS = [(2, "1234567890-=", "!@#$%^&*()_+"), (16, "qwertyuiop[]", "QWERTYUIOP{}"),
        (30, "asdfghjkl;'`", 'ASDFGHJKL:"~'), (43, "\\zxcvbnm,./", "|ZXCVBNM<>?"), (57, " ", " ")]
CONTROL, ENTER, SHIFT, TAB = 29, 28, 42, 15


def keys_by_character():
    keys = {}
    for first, plain, shifted in ROWS:
        for offset, (lower, upper) in enumerate(zip(plain, shifted)):
            keys.setdefault(upper, (first + offset, [SHIFT]))
            keys[lower] = (first + offset, [])
    # A control character is Ctrl with the key of its capital: LF is Ctrl+J, RS Ctrl+^, that is with Shift and 6.
    for code in range(0x20):
        key, modifiers = keys[chr(code + 0x40).lower()]
        keys[chr(code)] = (key, modifiers + [CONTROL])
    keys["\r"], keys["\t"] = (ENTER, []), (TAB, [])
    return keys


class Reports:
    """A keyboard's reports, each a list of events (type, code, value), with the seconds to wait before it."""

    def __init__(self, pace=0):
        self.pace, self.all = pace, []

    def add(self, *events):
        self.all.append((self.pace, [*events, (0, 0, 0)]))

    def key(self, code, value):
        # A scan code goes before each key, as from a real HID keyboard.
        self.add((4, 4, 0x70000 + code), (1, code, value))

    def press(self, key, modifiers):
        for modifier in modifiers:
            self.key(modifier, 1)
        self.key(key, 1)
        self.key(key, 0)
        for modifier in reversed(modifiers):
            self.key(modifier, 0)

    def type(self, data, drop=None):
        keys = keys_by_character()
        for index, byte in enumerate(data):
            if drop is not None and index == drop:
                self.add((0, 3, 0))
            if drop is None or not drop <= index < drop + 4:
                self.press(*keys[chr(byte)])

    def read(self, lines):
        """Takes evemu's text: `E: SECONDS.MICROSECONDS TYPE CODE VALUE`, type and code hexadecimal."""
        before, events = None, []
        for line in lines:
            if not line.startswith("E:"):
                continue
            time_, kind, code, value = line[2:].split()[:4]
            seconds, microseconds = (int(number, 10) for number in time_.split("."))
            now = seconds + microseconds / 1e6
            events.append((int(kind, 16), int(code, 16), int(value)))
            if events[-1][:2] == (0, 0):
                self.all.append((now - (now if before is None else before), events))
                before, events = now, []


def ioctls(node, held):
    """What the kernel answers of a keyboard: `NAME SIZE BYTES` a line, as umockdev reads it."""
    def bits(count, *ranges):
        data = bytearray(count)
        for first, last in ranges:
            for bit in range(first, last + 1):
                data[bit // 8] |= 1 << bit % 8
        return data.hex().upper()

    def text(value):
        return f"{len(value) + 1} {value.encode().ljust(255, bytes(1)).hex().upper()}"

    empty = {kind: f"EVIOCGBIT({kind}) {size} {bits(size)}" for kind, size in ((2, 8), (3, 8), (5, 8), (18, 8), (21, 16))}
    return "\n".join([
        f"@DEV {node}", f"EVIOCGBIT(0) 8 {bits(8, (0, 1), (4, 4), (17, 17), (20, 20))}",
        f"EVIOCGNAME(0) {text('Bar Code Scanner')}", f"EVIOCGPHYS(0) {text('usb-1/input0')}", f"EVIOCGUNIQ(0) {text('')}",
        "EVIOCGID 0 03002E0C610B1101", "EVIOCGVERSION 0 01000100", f"EVIOCGPROP(0) 8 {bits(8)}",
        f"EVIOCGBIT(1) 96 {bits(96, (1, 111), (113, 127))}", f"EVIOCGBIT(4) 8 {bits(8, (4, 4))}",
        f"EVIOCGBIT(17) 8 {bits(8, (0, 4))}", *empty.values(), f"EVIOCGKEY(0) 96 {bits(96, (ENTER, ENTER)) if held else bits(96)}", f"EVIOCGLED(0) 8 {bits(8)}",
        f"EVIOCGSW(0) 8 {bits(8)}", "EVIOCGREP 0 FA00000021000000"]) + "\n"


class Scanner:
    """A USB device and all below it, as its .umockdev file has it."""

    def __init__(self, name, times):
        with open(os.path.join(FOLDER, name + ".umockdev")) as file:
            self.text = file.read()
        # umockdev can't make a device file twice. The kernel too gives another number while the old one is still open.
        for prefix in (r"\bevent", r"\binput(?=\d)", r"\bttyACM", r"\bMINOR=", r"\bdev=\d+:"):
            self.text = re.sub(rf"({prefix})(\d+)", lambda found: f"{found[1]}{int(found[2]) + 10 * times}", self.text)
        self.links = re.findall(r"^S: (.*)$", self.text, re.MULTILINE)
        self.paths, self.files = [], {}
        for line in self.text.splitlines():
            if line.startswith("P: "):
                self.paths.append("/sys" + line[3:])
            elif line.startswith("E: DEVNAME="):
                self.files[self.paths[-1]] = line.partition("=")[2]

    def described(self, tagged):
        if tagged:
            return self.text
        ours = ("E: TAGS=", "E: CURRENT_TAGS=", "E: SCANBRIDGE=")
        return "".join(line for line in self.text.splitlines(True) if not line.startswith(ours))


class Testbed:
    def __init__(self):
        import gi
        gi.require_version("UMockdev", "1.0")
        from gi.repository import UMockdev
        self.bed = UMockdev.Testbed.new()
        self.plugged, self.times = {}, {}
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

    def plug(self, name, *options):
        if name in self.plugged:
            raise ValueError(f"{name} is plugged in already")
        scanner = Scanner(name, self.times.get(name, 0))
        for node in scanner.files.values():
            if node.startswith("/dev/input/"):
                # Before the device is there: its "add" may have it opened at once.
                self.bed.load_ioctl(node, self.written("ioctl", ioctls(node, "held" in options)))
        self.bed.add_from_string(scanner.described("untagged" not in options))
        self.plugged[name] = scanner
        self.times[name] = self.times.get(name, 0) + 1
        return " ".join(scanner.files.values())

    def unplug(self, name):
        scanner = self.plugged.pop(name)
        for path in reversed(scanner.paths):
            self.bed.uevent(path, "remove")
            self.bed.remove_device(path)
        for link in scanner.links:
            os.unlink(os.path.join(self.root(), "dev", link))

    def change(self, name):
        for path in self.plugged[name].files:
            for option in ("TAGS=:scanbridge:", "CURRENT_TAGS=:scanbridge:", "SCANBRIDGE=kbd"):
                self.bed.set_property(path, *option.split("="))
            self.bed.uevent(path, "change")

    def type(self, node, path):
        reports = Reports()
        with open(path) as file:
            reports.read(file)
        self.play(node, reports)

    def type_text(self, node, pace, path, drop=None):
        reports = Reports(int(pace) / 1000)
        with open(path, "rb") as file:
            reports.type(file.read(), None if drop is None else int(drop))
        self.play(node, reports)

    def play(self, node, reports):
        """Writes to the pseudo-terminal that stands for the node, never more than it takes without cutting an event."""
        writer = self.bed.get_dev_fd(node)
        reader = os.open(os.path.join(self.root(), node[1:]), os.O_RDONLY | os.O_NOCTTY | os.O_NONBLOCK)
        try:
            for count, (pause, events) in enumerate(reports.all, 1):
                time.sleep(pause)
                os.write(writer, b"".join(struct.pack("@llHHi", *divmod(time.time_ns() // 1000, 10**6), *event)
                                          for event in events))
                if count % 8 == 0 or count == len(reports.all):
                    self.wait_until_read(reader, node)
        finally:
            os.close(reader)

    @staticmethod
    def wait_until_read(reader, node):
        waiting, deadline = array.array("i", [0]), time.monotonic() + 20
        while True:
            time.sleep(0.001)
            fcntl.ioctl(reader, termios.FIONREAD, waiting)
            if waiting[0] == 0:
                return
            if time.monotonic() > deadline:
                raise TimeoutError(f"nobody reads {node}")

    def send(self, node, path):
        with open(path, "rb") as file:
            data = file.read()
        descriptor = self.bed.get_dev_fd(node)
        while data:
            data = data[os.write(descriptor, data):]

    def root(self):
        return self.bed.get_root_dir()

    def obey(self, line):
        command, *arguments = shlex.split(line)
        if command not in ("plug", "unplug", "change", "type", "type-text", "send", "root"):
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
    bed = Testbed()
    program, channel = None, None
    if len(sys.argv) > 1:
        channel, other = socket.socketpair()
        environment = {**os.environ, "UMOCKDEV_DIR": bed.root(), "TESTBED_FD": str(other.fileno())}
        program = subprocess.Popen(sys.argv[1:], stdin=subprocess.DEVNULL, stdout=2, pass_fds=[other.fileno()], env=environment)
        other.close()
    serve(bed, channel)
    status = 0
    if program:
        program.terminate()
        status = program.wait()
    bed.close()
    sys.exit(status if status >= 0 else 128 - status)


if __name__ == "__main__":
    main()
