"""Scanners, and other devices, that are plugged into the guest while it runs."""
import socket
import time
from dataclasses import dataclass

from . import countries
from .errors import RigError


@dataclass(frozen=True)
class Make:
    """What a USB device says of itself."""

    kind: str
    vendor: str
    product: str
    maker: str
    model: str
    # Some have none.
    serial: str
    # A HID POS scanner's report descriptor, of Tests/Fixtures/descriptors.
    descriptor: str = ""
    # The keyboard that it types as, by XKB's name.
    country: str = "us"


HONEYWELL_KEYBOARD = Make("hid", "0c2e", "0b61", "Honeywell", "Vuquest 3310g", "17A0001")
HONEYWELL_SERIAL = Make("acm", "0c2e", "0b6a", "Honeywell", "Vuquest 3310", "17B0001")
ZEBRA_KEYBOARD = Make("hid", "05e0", "1200", "Symbol Technologies", "Bar Code Scanner", "S0001")
NEWLAND_KEYBOARD = Make("hid", "1eab", "0303", "Newland", "HR22", "N0001")
NAMELESS_KEYBOARD = Make("hid", "1eab", "0303", "Newland", "HR22", "")
FRENCH_KEYBOARD = Make("hid", "1eab", "0503", "Newland", "HR32", "N0003", country="fr")
HONEYWELL_POS = Make("pos", "0c2e", "10d3", "Honeywell", "CM4680SR", "17C0001", "counted")
NEWLAND_POS = Make("pos", "1eab", "0110", "Newland", "HR200", "N0002", "reserved")
# A scanner that no table has: its ids are nobody's.
UNKNOWN_KEYBOARD = Make("hid", "f055", "0002", "Maker", "Wedge", "W0001")
# No scanners; the second one's ids are nobody's.
PLAIN_KEYBOARD = Make("hid", "046d", "c31c", "Logitech", "USB Keyboard", "K0001")
SERIAL_BOARD = Make("acm", "f055", "0001", "Maker", "Board", "U0001")


class Gadget:
    """A USB device made inside the guest, on one of four ports, 0 to 3."""

    def __init__(self, guest, make, port):
        self.guest, self.make, self.port = guest, make, port
        self._far_end = guest.run(
            f"/mnt/host/gadget plug port{port} {make.kind} {port} {make.vendor} {make.product} "
            f"'{make.maker}' '{make.model}' '{make.serial}' /mnt/host/{make.descriptor}.descriptor").strip()
        self._prepare()
        # udev is done with the node a moment after the kernel has made it.
        self.node = guest.run(
            f"""until [ -e {self._far_end} ] && path=$(find {self.place} -name '{self.pattern}' -type d | grep .)
            do sleep 0.1; done
            udevadm wait --timeout=10 /sys$(udevadm info -q path -p $path) && udevadm info -q name -r -p $path""",
            15).strip()

    @property
    def place(self):
        """Where the kernel has what is plugged in there."""
        return f"/sys/devices/platform/dummy_hcd.{self.port}"

    def send(self, file):
        self.guest.run(self.sending(file))

    @property
    def unplugging(self):
        """The command that unplugs it."""
        return f"/mnt/host/gadget unplug port{self.port}"


class Keyboard(Gadget):
    pattern = "event[0-9]*"

    def _prepare(self):
        """It types as soon as it is there."""

    def sending(self, *files, till=None):
        """Types files at full speed; with `till`, a socket, the answer to each is awaited, timed and printed."""
        options = f"--till {till} " if till else ""
        return f"/mnt/host/type {self._far_end} {options}{' '.join(files)}"

    def send_timed(self, file):
        """Types a file; when its last key went down, in microseconds of the guest's monotonic clock."""
        return int(self.guest.run(f"/mnt/host/type {self._far_end} --when {file}"))

    def press(self, usage, modifiers=0):
        """Presses a key by its number on USB's keyboard page, under modifiers (Ctrl is 1, Shift 2, Alt 4, Meta 8)."""
        reports = [f"\\{modifiers:03o}\\000\\{usage:03o}" + "\\000" * 5, "\\000" * 8]
        self.guest.run("; ".join(f"printf '{report}' >{self._far_end}" for report in reports))


class CountryKeyboard(Gadget):
    """A keyboard scanner of another country: its files are reports, of 8 bytes each."""

    pattern = Keyboard.pattern

    def _prepare(self):
        """It types as soon as it is there."""

    def sending(self, *files):
        return "; ".join(f"dd if={file} of={self._far_end} bs=8 status=none" for file in files)

    def reports(self, payload):
        return countries.reports(payload, self.make.country)


class ReportGadget(Gadget):
    """A HID POS scanner: its files are reports, of 64 bytes each (see `reports`)."""

    pattern = "hidraw[0-9]*"

    def _prepare(self):
        """It reports as soon as it is there."""

    def sending(self, *files, count=""):
        """Sends files at full speed, or the first reports of them."""
        limit = f"count={count}" if count else ""
        return "; ".join(f"dd if={file} of={self._far_end} bs=64 {limit} status=none" for file in files)

    def reports(self, payload, identifier="]L2"):
        """A scan as this make sends it: a Newland scanner has no place for an AIM identifier."""
        head = identifier.encode() if self.make.descriptor == "counted" else b""
        data = payload.encode("latin-1")
        parts = [data[at:at + 56] for at in range(0, len(data), 56)]
        return b"".join(
            (bytes([2, len(part)]) + head + part.ljust(56, b"\0")).ljust(63, b"\0") + bytes([part is not parts[-1]])
            for part in parts)


class SerialGadget(Gadget):
    pattern = "ttyACM[0-9]*"

    def _prepare(self):
        """Holds the far end open and raw: closed it loses what comes, cooked it echoes it."""
        self.received = f"/run/port{self.port}-received"
        self.guest.run(
            f"until [ -e {self._far_end} ]; do sleep 0.1; done; exec 3<>{self._far_end}; "
            f"stty -F {self._far_end} raw -echo; setsid cat <&3 >{self.received} 2>/dev/null &")

    def sending(self, *files):
        """Sends files, with the pause between them that a person makes."""
        return "; ".join(f"cat {file} >{self._far_end}; sleep 0.2" for file in files)


class SerialBridge:
    """An FTDI cable as QEMU makes it: 0403:6001, /dev/ttyUSB0, whose far end is a socket of the host."""

    def __init__(self, guest, serial, name="bridge"):
        self._machine, self._name = guest.machine, name
        path = str(self._machine.folder / name)
        address = {"type": "unix", "data": {"path": path}}
        self._machine.monitor("chardev-add", id=name, backend={
            "type": "socket", "data": {"addr": address, "server": True, "wait": False}})
        self._machine.monitor("device_add", driver="usb-serial", id=name, chardev=name, serial=serial)
        # The cable is plugged in as long as somebody is connected.
        self._socket = socket.socket(socket.AF_UNIX)
        self._socket.connect(path)

    def send(self, payload):
        self._socket.sendall(payload.encode())

    def unplug(self):
        if not self._socket:
            return
        self._machine.monitor("device_del", id=self._name)
        self._machine.wait_for_event("DEVICE_DELETED")
        self._socket.close()
        self._socket = None
        # The host's end is in use until QEMU has seen that it was closed.
        for _ in range(50):
            try:
                return self._machine.monitor("chardev-remove", id=self._name)
            except RigError:
                time.sleep(0.1)
