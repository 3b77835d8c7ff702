"""A recording, as `scanbridge record` writes it, for the testbed to play."""
import ast

import hidpos

# A pause within a scan says nothing to a daemon that waits for longer ones: without it a slow scanner is played in no time.
SHORT_PAUSE = 0.15
PLUGS = {"unplugged": "unplug", "plugged": "plug"}


def moments(path):
    """Each moment's pause in seconds, and what: a list of a keyboard's events (type, code, value), a HID POS scanner's
    report, `unplug` or `plug`.
    """
    with open(path, encoding="utf-8") as file:
        head, *lines = file.read().split("\n+")
    timed = [line.rstrip("\n").split(" ", 1) for line in lines]
    tape = [(float(time), text) for time, text in timed]
    if "transport: hidraw\n" in head:
        descriptor = head.partition("# descriptor: ")[2].split("\n")[0]
        found = reports(tape, hidpos.LAYOUTS[descriptor])
    else:
        found = ((pause, PLUGS.get(text) or events(text)) for pause, text in tape)
    for pause, what in found:
        yield pause if pause >= SHORT_PAUSE else 0, what


def events(text):
    if text == "dropped":
        return [(0, 3, 0), (0, 0, 0)]
    words = text.split()
    return [*((1, int(code), int(way == "down")) for way, code in zip(words[::2], words[1::2])), (0, 0, 0)]


def reports(tape, layout):
    """A report's bytes are cut behind each LF in the file: what follows without a pause belongs to it."""
    joined = []
    for pause, text in tape:
        kind, _, literal = text.partition(" ")
        data = ast.literal_eval("b" + literal) if literal else b""
        if kind == "bytes" and pause == 0 and joined and joined[-1][1] == "bytes":
            joined[-1][2] += data
        else:
            joined.append([pause, kind, data])
    identifier = b""
    for (pause, kind, data), following in zip(joined, [*joined[1:], (0, "", b"")]):
        if kind == "bytes":
            # An identifier that has a place of its own was put in front of the scan's first bytes.
            if layout.identifier and data[:1] == b"]":
                identifier, data = data[:3], data[3:]
            yield pause, layout.report(data, identifier, is_last=following[1] == "ended")
        elif kind == "garbled":
            yield pause, layout.contradiction
        elif kind in PLUGS:
            yield pause, PLUGS[kind]
        else:
            # The report before said so; what pauses is what comes behind.
            assert (kind, pause) == ("ended", 0), f"{kind} behind {pause} s can't be played"
            identifier = b""
