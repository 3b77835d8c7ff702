"""What HID POS scanners send, and what the kernel answers of them."""
import os
import re
import struct
from dataclasses import dataclass

DESCRIPTORS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "descriptors")
DESCRIPTOR_MAX = 4096


@dataclass
class Layout:
    """Where the 64 bytes of a report hold what: by the makers' tables, and not read out of a descriptor."""
    # `None` where it has no place for an AIM identifier.
    identifier: int | None
    data: int
    room: int = 56

    def report(self, part, identifier=b"", is_last=True):
        """Id, count, AIM identifier, data, and whether the scan goes on."""
        report = bytearray(64)
        report[0], report[1], report[63] = 2, len(part), not is_last
        if self.identifier:
            report[self.identifier:self.identifier + len(identifier)] = identifier
        report[self.data:self.data + len(part)] = part
        return bytes(report)

    def scan(self, data, identifier=b""):
        parts = [data[at:at + self.room] for at in range(0, len(data), self.room)] or [b""]
        return [self.report(part, identifier, part is parts[-1]) for part in parts]

    @property
    def contradiction(self):
        """A report whose count is of more bytes than it has."""
        report = bytearray(self.report(b""))
        report[1] = 255
        return bytes(report)


# By the descriptor that tells of it: Honeywell's and Access IS's; Zebra's and Datalogic's, a byte later; Newland's.
LAYOUTS = {
    "counted": Layout(identifier=2, data=5),
    "wide-count": Layout(identifier=3, data=6),
    "reserved": Layout(identifier=None, data=2),
    "unnamed": Layout(identifier=None, data=2),
}


def descriptor(name):
    with open(os.path.join(DESCRIPTORS, name)) as file:
        lines = [re.match(r"(?:[0-9a-f]{2} )*", line)[0] for line in file if not line.startswith("#")]
    return bytes.fromhex("".join(lines))


def ioctls(node, name):
    data = descriptor(name)
    return "\n".join([
        f"@DEV {node}", f"HIDIOCGRDESCSIZE 0 {struct.pack('=i', len(data)).hex().upper()}",
        f"HIDIOCGRDESC 0 {(struct.pack('=I', len(data)) + data.ljust(DESCRIPTOR_MAX, bytes(1))).hex().upper()}",
        "HIDIOCSFEATURE(0) 2 FE01"]) + "\n"
