"""What a HID POS scanner sends, and what the kernel answers of it: Honeywell's layout, `../descriptors/counted.hex`."""
import os
import re
import struct

DESCRIPTORS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "descriptors")
DESCRIPTOR_MAX = 4096
DATA = 56


def descriptor(name):
    with open(os.path.join(DESCRIPTORS, name)) as file:
        lines = [re.match(r"(?:[0-9a-f]{2} )*", line)[0] for line in file if not line.startswith("#")]
    return bytes.fromhex("".join(lines))


def reports(data, identifier="]L2"):
    """One scan: id, count, AIM identifier, data, two bytes of the maker's, and whether the scan goes on."""
    parts = [data[at:at + DATA] for at in range(0, len(data), DATA)] or [b""]
    return [bytes([2, len(part)]) + identifier.encode() + part.ljust(DATA, b"\0") + b"r\0" + bytes([part is not parts[-1]])
            for part in parts]


def ioctls(node, name):
    data = descriptor(name)
    return "\n".join([
        f"@DEV {node}", f"HIDIOCGRDESCSIZE 0 {struct.pack('=i', len(data)).hex().upper()}",
        f"HIDIOCGRDESC 0 {(struct.pack('=I', len(data)) + data.ljust(DESCRIPTOR_MAX, bytes(1))).hex().upper()}",
        "HIDIOCSFEATURE(0) 2 FE01"]) + "\n"
