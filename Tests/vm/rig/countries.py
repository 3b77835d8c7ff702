"""Keyboards of other countries: a text as the reports of a scanner that is set to one."""
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[2] / "Fixtures" / "recordings"))
from keyboard import Keyboard

MODIFIERS = {29: 1, 42: 2, 56: 4, 100: 0x40}
# Linux keycodes by USB's numbers for keys. Source: Linux drivers/hid/hid-input.c, hid_keyboard.
ROWS = [(4, [30, 48, 46, 32, 18, 33, 34, 35, 23, 36, 37, 38, 50, 49, 24, 25, 16, 19, 31, 20, 22, 47, 17, 45, 21, 44]),
        (30, [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 28]), (43, [15, 57, 12, 13, 26, 27, 43]), (51, [39, 40, 41, 51, 52, 53]),
        (100, [86])]
USAGES = {code: first + place for first, row in ROWS for place, code in enumerate(row)}


def reports(text, country):
    """The text as boot keyboards report it: modifiers, a byte for the maker, six keys. `country` is as XKB names it."""
    down, data = set(), b""
    for _, (_, changes) in Keyboard(country).type(text.encode("latin-1"), suffix=b"").moments:
        for change in changes:
            (down.add if change > 0 else down.discard)(abs(change))
        modifiers = sum(MODIFIERS.get(code, 0) for code in down)
        keys = bytes(USAGES[code] for code in down if code not in MODIFIERS)
        data += bytes([modifiers, 0]) + keys.ljust(6, b"\0")
    return data
