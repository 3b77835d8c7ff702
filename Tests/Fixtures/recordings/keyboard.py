"""A scanner's keyboard: which keys it presses for a text, by the country and the manner that it is set to.

What the keys of a country's keyboard print is asked of libxkbcommon, as Debian's xkb-data has it.
"""
import ctypes
import functools

from tape import Tape

CONTROL, SHIFT, ALT, ALTGR, CAPS_LOCK, NUM_LOCK = 29, 42, 56, 100, 58, 69
ENTER, TAB, SPACE, BRACKET, SIX, J = 28, 15, 57, 27, 7, 36
KEYPAD = [82, 79, 80, 81, 75, 76, 77, 71, 72, 73]
# The keys that print, by Linux keycode: 2 to 13 are the row of digits, 86 the key beside the left Shift.
PRINTING = [*range(2, 14), *range(16, 28), *range(30, 42), *range(43, 54), SPACE, 86]


@functools.cache
def keys_of(country):
    """By character: the key, and what is held with it. A key without Shift comes before one with it."""
    xkb = ctypes.CDLL("libxkbcommon.so.0")
    for name in ("xkb_context_new", "xkb_keymap_new_from_names", "xkb_state_new"):
        getattr(xkb, name).restype = ctypes.c_void_p
    layout, _, variant = country.rstrip(")").partition("(")
    names = (ctypes.c_char_p * 5)(b"evdev", b"pc105", layout.encode(), variant.encode(), b"")
    keymap = xkb.xkb_keymap_new_from_names(ctypes.c_void_p(xkb.xkb_context_new(0)), names, 0)
    if not keymap:
        raise ValueError(f"libxkbcommon knows no {country}")
    keys = {}
    for held in ([], [SHIFT], [ALTGR], [SHIFT, ALTGR]):
        state = ctypes.c_void_p(xkb.xkb_state_new(ctypes.c_void_p(keymap)))
        for code in held:
            xkb.xkb_state_update_key(state, code + 8, 1)
        for code in PRINTING:
            scalar = xkb.xkb_state_key_get_utf32(state, code + 8)
            if scalar >= 0x20:
                keys.setdefault(chr(scalar), (code, held))
    return keys


class Keyboard:
    """country: as XKB names it. controls: what becomes of control characters:

    chord          Ctrl with a key: J is LF, 6 with Shift is RS, ] is GS
    capital chord  the same with Shift for the capital letter
    number         Alt with the character's number on the keypad
    long number    the same with a zero before it
    enter          Enter for LF and CR, nothing for others
    modifiers      Enter for LF and CR; Ctrl and Alt by themselves for others
    nothing        nothing, except Enter for CR at the very end

    pace: seconds between two reports. style: `apart` releases each key before the next one is pressed, `rolling`
    releases it in the report that presses the next. keypad: digits come from the keypad. by_number: every character is
    typed as its number.
    """

    def __init__(self, country="us", controls="chord", pace=0.001, style="apart", keypad=False, caps=False,
                 num_lock=False, by_number=False, lower=False):
        self.keys, self.controls, self.pace, self.style = keys_of(country), controls, pace, style
        self.keypad, self.caps, self.num_lock, self.by_number, self.lower = keypad, caps, num_lock, by_number, lower

    def type(self, data, suffix=b"\r", pauses=None):
        """A scan. pauses: seconds to wait before a character, by its place."""
        tape, down = Tape(), []
        text = data.decode("latin-1")
        if self.caps:
            self.strokes(tape, [(CAPS_LOCK, [])])
        for place, character in enumerate(text.lower() if self.lower else text):
            if pauses and place in pauses:
                tape.wait(pauses[place])
            self.character(tape, character)
        for character in suffix.decode():
            self.strokes(tape, [(ENTER if character == "\r" else TAB, [])])
        if self.caps:
            self.strokes(tape, [(CAPS_LOCK, [])])
        return self.rolled(tape) if self.style == "rolling" else tape

    def character(self, tape, character):
        if character < " ":
            self.control(tape, character)
        elif self.by_number or character not in self.keys:
            self.number(tape, ord(character))
        elif self.keypad and character.isdigit():
            self.strokes(tape, [(KEYPAD[int(character)], [])])
        else:
            code, held = self.keys[character]
            if self.caps and character.isalpha():
                held = [SHIFT] if not held else []
            self.strokes(tape, [(code, held)])

    def control(self, tape, character):
        if character == "\r" and self.controls in ("chord", "capital chord"):
            return self.strokes(tape, [(ENTER, [])])
        if self.controls in ("chord", "capital chord"):
            code, held = {"\n": (J, []), "\x1d": (BRACKET, []), "\x1e": (SIX, [SHIFT])}[character]
            shifted = [SHIFT] if self.controls == "capital chord" else held
            return self.strokes(tape, [(code, [CONTROL, *shifted])])
        if self.controls in ("number", "long number"):
            return self.number(tape, ord(character))
        if self.controls in ("enter", "modifiers") and character in "\r\n":
            return self.strokes(tape, [(ENTER, [])])
        if self.controls == "modifiers":
            for code in (CONTROL, ALT):
                tape.wait(self.pace).press(code).wait(self.pace).press(-code)
        return tape

    def number(self, tape, value):
        digits = f"0{value}" if self.controls == "long number" else str(value)
        framing = [(NUM_LOCK, [])] if self.num_lock else []
        self.strokes(tape, framing)
        tape.wait(self.pace).press(ALT)
        self.strokes(tape, [(KEYPAD[int(digit)], []) for digit in digits])
        tape.wait(self.pace).press(-ALT)
        self.strokes(tape, framing)

    def strokes(self, tape, strokes):
        """A report with the modifiers and the key, then an empty one. The kernel tells of modifiers first."""
        for code, held in strokes:
            tape.wait(self.pace).press(*held, code).wait(self.pace).press(*(-each for each in held), -code)
        return tape

    @staticmethod
    def rolled(tape):
        """Without the empty reports between two keys that are pressed alike."""
        rolled, moments = Tape(), tape.moments
        index = 0
        while index < len(moments):
            pause, (_, changes) = moments[index]
            following = moments[index + 1][1][1] if index + 1 < len(moments) else None
            is_release = all(code < 0 for code in changes)
            if is_release and following and len(changes) == len(following) == 1 and -changes[0] != following[0]:
                rolled.wait(pause).press(changes[0], following[0])
                index += 2
            else:
                rolled.wait(pause).press(*changes)
                index += 1
        return rolled
