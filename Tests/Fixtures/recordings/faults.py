"""What goes wrong between a card and the machine."""
from cards import *
from keyboard import Keyboard
from model import ONE, baud, line, reports, wedge
from tape import Tape

FAST = Keyboard(pace=0.002)
AGAIN = FAST.type(ONTARIO)
VXSUITE = "VotingWorks vxsuite"


def interleaved(one, other):
    """Two tapes at once, key by key."""
    tape = Tape()
    for pair in zip(one.moments, other.moments):
        for pause, event in pair:
            tape.wait(pause / 2).add(event)
    return tape


def without(tape, start, count):
    """A tape that has lost so many moments."""
    shorter = Tape()
    shorter.moments = tape.moments[:start] + tape.moments[start + count:]
    return shorter


def moment(text):
    """The moment at which the first key of a text in Ontario's licence goes down: each key has two."""
    return 2 * ONTARIO.index(text)


LINES = [
    line("unannounced-subfile", "A subfile that the directory doesn't tell of", "2745:300a",
         VXSUITE + ": a CR-framed reader took a second subfile for an unknown document", ONTARIO_UNANNOUNCED,
         applicant(ONTARIO_APPLICANT)),
    line("card-code-after", "The 1-D code of the same card right after", "2745:300a", VXSUITE + "#6879",
         tape=Tape().send(ONTARIO + b"\r").wait(0.8).send(ONTARIO_NUMBER.encode() + b"\r")),
    line("card-code-alone", "The small code of a card by itself", "2745:300a", VXSUITE + "#6879; the form of a BC card's serial",
         b"S00023254", failed("wrong_barcode", begun=False)),
    line("read-twice", "A presentation scanner that reads the card again", "05e0:1701",
         "Zebra product reference guide, timeout between decodes of the same symbol",
         tape=Tape().send(ONTARIO + b"\r").wait(1.2).send(ONTARIO + b"\r"),
         expected=ONE + [{"type": "reading"}, {"type": "repeated"}]),
    line("unplugged-com", "A serial scanner unplugged in mid-scan", "", VXSUITE + "#7866, on a slow line",
         tape=Tape().send(ONTARIO, **baud(4800)).cut(0.5).wait(0.05).unplug(), expected=failed("unplugged")),
    line("cut-short", "A scan that ends in the middle", "05f9:4204", "fixtures of public decoders: half a payload",
         ONTARIO[:len(ONTARIO) // 2], failed("truncated"), suffix=b""),
    line("pauses-com", "A serial line that pauses", "", "FTDI's latency timer, and a busy hub: 100 ms every 50 bytes",
         packet=50, every=0.1),
    line("crlf-for-lf", "A host program between that makes CR LF of LF", "", "Koha's plugin: the record in text lines",
         ONTARIO.replace(b"\n", b"\r\n"), applicant(ONTARIO_APPLICANT, ["repaired", "length_mismatch"]), b"\r\n"),
    line("lost-rs", "A line that loses RS", "", "axcella's blog: RS is not printable and gone", ONTARIO.replace(b"\x1e", b""),
         applicant(ONTARIO_APPLICANT, ["repaired"])),
    line("parsed-fields", "A scanner with its own licence parser on", "0c2e:0b6a",
         "Honeywell EasyDL, Zebra DS8108-DL guides: fields with Tab between",
         b"First Name: JANE\tLast Name: SPECIMEN\tDate of Birth: 1981-12-01\tCity: OTTAWA", failed("parsed_mode", begun=False)),
]

KEYS = [
    wedge("keys-dropped", "The kernel loses keys in mid-scan", "05e0:1200", "python-evdev#101: SYN_DROPPED",
          tape=FAST.type(ONTARIO).cut(0.6).drop().then(without(FAST.type(ONTARIO), 0, 420)).wait(2.5).then(AGAIN),
          expected=failed("events_dropped") + ONE),
    wedge("unplugged-kbd", "A keyboard scanner unplugged in mid-scan", "0c2e:0b61", VXSUITE + "#7866, on a keyboard",
          tape=FAST.type(ONTARIO).cut(0.5).wait(0.02).unplug(), expected=failed("unplugged")),
    wedge("kvm-switch", "A KVM switch turned in mid-scan", "0c2e:0b61", "USB HID: a switched-away device is unplugged",
          tape=FAST.type(ONTARIO).cut(0.4).unplug().wait(2).plug().wait(3).then(AGAIN), expected=failed("unplugged") + ONE),
    wedge("receiver-replugged", "A 2.4 GHz receiver that drops off its port", "0581:0107", "usb.ids: Tera's receiver; hub resets",
          tape=FAST.type(ONTARIO).cut(0.8).unplug().wait(0.4).plug().wait(3).then(AGAIN), expected=failed("unplugged") + ONE),
    wedge("radio-pause", "A radio link that is lost and found in mid-scan", "",
          "Bluetooth Core Specification: the host sees a pause, then the rest",
          Keyboard(pace=0.002), pauses={150: 1.2}, expected=failed("truncated")),
    wedge("radio-short-pause", "A radio link that stumbles", "", "Bluetooth Core Specification, sniff intervals and retransmission",
          Keyboard(pace=0.002), pauses={place: 0.1 for place in range(40, 400, 50)}),
    wedge("radio-lost-keys", "A receiver that loses two keys", "",
          "KeyboardBarcodeScanner: keys that never came; the directory's length tells",
          tape=without(FAST.type(ONTARIO), moment(b"EXAMPLE ROAD"), 4),
          expected=applicant({**ONTARIO_APPLICANT, "address_1": "100-19 AMPLE ROAD"}, ["length_mismatch"])),
    wedge("two-handsets", "Two handsets on one receiver, at once", "", "one HID keyboard for both: their keys are mixed",
          tape=interleaved(FAST.type(ONTARIO), FAST.type(TEXAS)), expected=failed("unreadable", begun=False)),
    wedge("two-handsets-in-turn", "Two handsets on one receiver, one after the other", "", "the same, a second apart",
          tape=FAST.type(ONTARIO).wait(1).then(FAST.type(TEXAS)), expected=ONE + applicant(TEXAS_APPLICANT)),
    wedge("shared-keyboard", "A person who types on the scanner's own USB device", "05e0:1200",
          "composite keyboards: all nodes of one device are one scanner",
          tape=Keyboard(pace=0.06).type(b"hello").wait(2).then(AGAIN), expected=product("hello") + ONE),
    wedge("settings-code", "A printed code that presses commands", "", "BadBarcode, PacSec 2015: Alt+F4, Win+R, Ctrl+Esc",
          tape=Tape().press(56, 62).wait(0.004).press(-56, -62).wait(0.004).press(125, 19).wait(0.004).press(-125, -19)
          .wait(0.004).press(29, 1).wait(0.004).press(-29, -1).wait(2.5).then(AGAIN),
          expected=failed("unreadable", begun=False) + ONE),
    wedge("card-code-after-kbd", "The 1-D code of the same card right after, typed", "0c2e:0b81", VXSUITE + "#6879, on a keyboard",
          tape=FAST.type(ONTARIO).wait(0.9).then(FAST.type(ONTARIO_NUMBER.encode()))),
    wedge("pauses-kbd", "A keyboard that pauses 100 ms", "05e0:1200", "KeyboardBarcodeScanner: Zebra's peaks",
          Keyboard(pace=0.002), pauses={place: 0.1 for place in range(30, 400, 30)}),
    wedge("cradle-backlog", "A cradle that hands over what was scanned away from it", "",
          "Zebra DS8178 guide, batch mode: the backlog comes at once",
          tape=FAST.type(ONTARIO).then(FAST.type(TEXAS)), expected=ONE + applicant(TEXAS_APPLICANT)),
]

AGAIN_POS = Tape().report(ONTARIO, aim=b"]L2")
REPORTS = [
    # The third holds the end of the birth date, so that there is none.
    reports("report-lost", "A report of a scan is lost", "0c2e:0907", "counted",
            "kernel, hidraw.c: a full ring loses reports without a word; they bear no numbers",
            tape=without(AGAIN_POS, 2, 1), expected=failed("missing_required")),
    # The fifth holds the licence's last elements, none of which is asked for, and the next subfile's beginning.
    reports("report-lost-late", "A report of a scan is lost", "0c2e:0907", "counted", "the same, where it holds less",
            tape=without(AGAIN_POS, 4, 1), expected=applicant(ONTARIO_APPLICANT, ["repaired", "length_mismatch"])),
    reports("last-report-lost", "The last report of a scan is lost", "0c2e:0907", "counted",
            "the same; the next scan's first report looks like a continuation",
            tape=AGAIN_POS.cut(0.75).wait(4).then(AGAIN_POS), expected=failed("truncated") + ONE),
    reports("report-garbled", "A report that contradicts itself", "0c2e:10d3", "counted",
            "Access IS LSR118 product manual, appendix B: a count beyond the 56 bytes there are",
            tape=AGAIN_POS.cut(0.5).add(("garbled",)).wait(4).then(AGAIN_POS), expected=failed("unreadable") + ONE),
    reports("unplugged-pos", "A HID POS scanner unplugged in mid-scan", "0c2e:0907", "counted", VXSUITE + "#7866, on HID POS",
            tape=AGAIN_POS.cut(0.5).wait(0.02).unplug().wait(2).plug().wait(3).then(AGAIN_POS),
            expected=failed("unplugged") + ONE),
]

FAULTS = LINES + KEYS + REPORTS
