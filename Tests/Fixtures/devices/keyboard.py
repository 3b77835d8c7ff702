"""What a keyboard scanner sends, and what the kernel answers of it."""

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
