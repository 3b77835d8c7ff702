"""One row of the corpus: a scanner or a fault, whose word it follows, what is sent, and what must come of it.

None was recorded. A title is a model; where it has several rows, those are its variants, and count once.
"""
from dataclasses import dataclass

from cards import ONTARIO, ONTARIO_APPLICANT, applicant
from keyboard import Keyboard
from tape import Tape

ONE = applicant(ONTARIO_APPLICANT)


@dataclass
class Model:
    name: str
    title: str
    source: str
    tape: Tape
    expected: list
    ids: str = ""
    transport: str = "serial"
    layout: str = "auto"
    controls: str = "auto"
    descriptor: str = ""

    @property
    def text(self):
        vendor, _, product = self.ids.partition(":")
        head = {"transport": self.transport, "people": "invented", "model": self.title, "vendor": vendor, "product": product}
        if self.transport == "evdev":
            head |= {"layout": self.layout, "control_characters": self.controls}
        head["source"] = self.source
        if self.descriptor:
            # What the daemon asks of the device and a recording doesn't hold: `../descriptors`.
            head["# descriptor"] = self.descriptor
        lines = "".join(f"{key}: {value}\n" for key, value in head.items() if value)
        return f"scanbridge recording 1\n{lines}\n{self.tape.text}"


def line(name, title, ids, source, data=ONTARIO, expected=ONE, suffix=b"\r", packet=64, every=0.001, tape=None):
    """A scanner on a serial line. It sends packets of bytes, so many seconds apart."""
    return Model(name, title, source, tape or Tape().send(data + suffix, packet, every), expected, ids)


def reports(name, title, ids, descriptor, source, data=ONTARIO, expected=ONE, suffix=b"", aim=b"]L2", tape=None):
    """A HID POS scanner, whose reports lie as `../descriptors` has it. They are a millisecond apart, as a full-speed USB
    device's may be, and each holds 56 bytes of the scan.
    """
    tape = tape or Tape().report(data + suffix, aim=aim)
    return Model(name, title, source, tape, expected, ids, "hidraw", descriptor=descriptor)


def baud(rate):
    """A true RS-232 line: byte by byte, ten bits each."""
    return {"packet": 1, "every": 10 / rate}


def wedge(name, title, ids, source, keyboard=None, data=ONTARIO, expected=ONE, suffix=b"\r", pauses=None, tape=None,
          layout="auto", controls="auto"):
    """A scanner that is a keyboard."""
    tape = tape or (keyboard or Keyboard()).type(data, suffix, pauses)
    return Model(name, title, source, tape, expected, ids, "evdev", layout, controls)
