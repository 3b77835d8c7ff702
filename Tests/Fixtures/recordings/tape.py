"""What a scanner sends, moment by moment, and its text: the format of `scanbridge record`."""


class Tape:
    def __init__(self):
        self.moments, self.pause = [], 0.0

    def wait(self, seconds):
        self.pause += seconds
        return self

    def add(self, event):
        self.moments.append((round(self.pause, 6), event))
        self.pause = 0.0
        return self

    def send(self, data, packet=64, every=0.001):
        """Bytes, `packet` of them at a time."""
        for start in range(0, len(data), packet):
            self.wait(every if start else 0).add(("bytes", data[start:start + packet]))
        return self

    def report(self, data, room=56, aim=b"", every=0.001):
        """A scan in reports of so many bytes. An AIM identifier has a place of its own in them, and is read before the data."""
        for start in range(0, len(data), room):
            self.wait(every).add(("bytes", (b"" if start else aim) + data[start:start + room]))
        return self.add(("ended",))

    def press(self, *changes):
        """Keys of one report: positive codes go down, negative ones up."""
        return self.add(("keys", changes))

    def drop(self):
        return self.add(("dropped",))

    def unplug(self):
        return self.add(("unplugged",))

    def plug(self):
        return self.add(("plugged",))

    def cut(self, share):
        """The same, ended after this share of its moments."""
        tape = Tape()
        tape.moments = self.moments[:int(len(self.moments) * share)]
        return tape

    def then(self, other):
        """Another tape behind this one."""
        for pause, event in other.moments:
            self.wait(pause).add(event)
        return self

    @property
    def text(self):
        return "".join(f"+{seconds(pause)} {lines(event)}\n" for pause, event in self.moments)


def seconds(pause):
    text = f"{pause:.6f}"
    return text[:-3] if text.endswith("000") else text


def lines(event):
    kind, *content = event
    if kind == "keys":
        return " ".join(f"{'down' if code > 0 else 'up'} {abs(code)}" for code in content[0])
    if kind == "bytes":
        parts = content[0].split(b"\n")
        parts = [part + b"\n" for part in parts[:-1]] + ([parts[-1]] if parts[-1] else [])
        return "\n+0.000 ".join(f'bytes "{escaped(part)}"' for part in parts)
    return kind


def escaped(data):
    named = {0x09: "\\t", 0x0A: "\\n", 0x0D: "\\r", 0x22: '\\"', 0x5C: "\\\\"}
    return "".join(named.get(byte) or (chr(byte) if 0x20 <= byte < 0x7F else f"\\x{byte:02x}") for byte in data)
