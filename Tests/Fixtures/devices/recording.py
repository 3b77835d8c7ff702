"""A keyboard's recording, as `scanbridge record` writes it, for the testbed to play."""

# A pause within a scan says nothing to a daemon that waits for longer ones: without it a slow scanner is played in no time.
SHORT_PAUSE = 0.15


def moments(path):
    """Each moment's pause in seconds, and what: a list of events (type, code, value), `unplug` or `plug`."""
    with open(path, encoding="utf-8") as file:
        for line in file:
            if not line.startswith("+"):
                continue
            time, *words = line[1:].split()
            pause = float(time) if float(time) >= SHORT_PAUSE else 0
            if words[0] in ("unplugged", "plugged"):
                yield pause, "unplug" if words[0] == "unplugged" else "plug"
            elif words[0] == "dropped":
                yield pause, [(0, 3, 0), (0, 0, 0)]
            else:
                keys = [(1, int(code), int(way == "down")) for way, code in zip(words[::2], words[1::2])]
                yield pause, [*keys, (0, 0, 0)]
