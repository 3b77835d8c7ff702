"""What is left on the disk of everybody whose licence was scanned, in all tests before it."""
from rig.scanners import HONEYWELL_KEYBOARD, HONEYWELL_SERIAL
from rig.suite import test

BLOCK = 1 << 20


def written(before, after):
    """The parts of a disk's image that differ from what it was made from, each with a little of its neighbours."""
    with open(before, "rb") as old, open(after, "rb") as new:
        end = b""
        while block := new.read(BLOCK):
            if block != old.read(BLOCK):
                yield end + block
            end = block[-100:]


def found_in(texts, values):
    """Those of the values that occur; given as bytes."""
    found = set()
    for text in texts:
        found |= {value for value in values if value in text}
    return found


@test("the journal and the disk, what was deleted from it included, hold no value of any licence that was scanned")
def nothing_left(shop):
    # Once more of everything that could leave traces, with a log that holds all it ever does.
    shop.configure("log: {level: trace}")
    till = shop.till()
    keyboard, serial = shop.scanner(HONEYWELL_KEYBOARD), shop.scanner(HONEYWELL_SERIAL, port=1)
    shop.check_scan(keyboard, till)
    shop.check_scan(serial, till)
    person, _ = shop.person()
    keyboard.send(shop.part(person.payload[:250]))
    till.wait_for("scan_failed")
    marker = "a-word-that-is-on-the-disk"
    shop.guest.run(f"logger {marker}; journalctl --sync; echo {marker} >/var/{marker}; sync; rm /var/{marker}; sync")

    values = {value.encode() for person in shop.people for value in person.values}
    journal = shop.guest.run("journalctl --all --output=export --no-pager >/run/journal; grep -c ^MESSAGE= /run/journal")
    assert int(journal) > 100, journal
    (shop.share / "values").write_bytes(b"\n".join(sorted(values)))
    assert shop.guest.run(f"grep -c {marker} /run/journal").strip() != "0"
    leaks = shop.guest.run("grep -aFf /mnt/host/values /run/journal || :")
    assert leaks == "", leaks

    machine = shop.guest.machine
    disk = list(written(machine.images / "root.ext4", machine.disk))
    assert found_in(disk, {marker.encode()}), "the search of the disk does not find what is there"
    leaks = found_in(disk, values)
    assert not leaks, f"{len(leaks)} of {len(values)} values are on the disk: {sorted(leaks)[:5]}"
    with open(machine.swap, "rb") as swap:
        leaks = found_in(iter(lambda: swap.read(BLOCK), b""), values)
    assert not leaks, f"{len(leaks)} values are in the swap"
