"""What is left on the disk of everybody whose licence was scanned, in all tests before it."""
import subprocess

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


def count(blocks, patterns):
    """How many lines, as grep takes bytes for lines, hold one of the patterns, of which there is a file of lines."""
    grep = subprocess.Popen(["grep", "--text", "--count", "--fixed-strings", f"--file={patterns}"],
                            stdin=subprocess.PIPE, stdout=subprocess.PIPE, env={"LC_ALL": "C"})
    for block in blocks:
        grep.stdin.write(block)
    return int(grep.communicate()[0])


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

    shop.guest.run("journalctl --all --output=export --no-pager >/run/journal")
    values, mark = shop.share / "values", shop.share / "mark"
    values.write_text("".join(f"{value}\n" for person in shop.people for value in person.values))
    mark.write_text(f"{marker}\n")
    machine = shop.guest.machine
    disk = list(written(machine.images / "root.ext4", machine.disk))
    for name, found in [
        ("journal", lambda patterns: int(shop.guest.run(f"grep -acFf /mnt/host/{patterns.name} /run/journal || :"))),
        ("disk", lambda patterns: count(disk, patterns)),
    ]:
        assert found(mark), f"the search of the {name} doesn't find what is there"
        assert not found(values), f"the {name} holds values of {len(shop.people)} people's licences"
    with open(machine.swap, "rb") as swap:
        assert not count(iter(lambda: swap.read(BLOCK), b""), values), "the swap holds values of licences"
