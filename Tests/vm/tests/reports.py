"""HID POS scanners, on a real kernel's raw HID nodes."""
from rig.scanners import HONEYWELL_KEYBOARD, HONEYWELL_POS, NEWLAND_POS
from rig.suite import test


@test("a licence that a HID POS scanner reports reaches the till, through /dev/hidraw0 and the installed unit")
def hid_pos_scanner(shop):
    shop.free_all()
    till = shop.till()
    shop.check_scan(shop.scanner(HONEYWELL_POS), till)
    assert [line["scanner"]["transport"] for line in till.lines("scanner_added")] == ["hidraw"]


@test("ten licences from a HID POS scanner come whole, and so does one of another make's layout")
def many_licences(shop):
    till = shop.till()
    scanner = shop.scanner(HONEYWELL_POS)
    scans = [shop.person(scanner) for _ in range(10)]
    # Only the first of a series would be new, were they the same person's.
    scanner.guest.run("; sleep 0.1; ".join(scanner.sending(file) for _, file in scans))
    for (person, _), line in zip(scans, till.wait_for("applicant", 10), strict=True):
        person.check(line)
    shop.check_scan(shop.scanner(NEWLAND_POS, port=1), till)


@test("a product's barcode from a HID POS scanner is published with its symbology")
def product(shop):
    till = shop.till()
    scanner = shop.scanner(HONEYWELL_POS)
    scanner.send(shop.part("4006381333931", scanner, identifier="]E0"))
    line = till.wait_for("barcode")[0]
    assert (line["data"], line["symbology"]) == ("4006381333931", "]E0"), line


@test("a HID POS scanner unplugged in mid-scan gives one scan_failed, and is read again when it is back")
def unplugged(shop):
    till = shop.till()
    scanner = shop.scanner(HONEYWELL_POS)
    _, file = shop.person(scanner)
    shop.free(0, after=scanner.sending(file, count=3))
    till.wait_for("scanner_removed")
    assert [line["reason"] for line in till.wait_for("scan_failed")] == ["unplugged"]
    assert len(till.lines("reading")) == 1 and not till.lines("applicant")
    shop.check_scan(shop.scanner(HONEYWELL_POS), till)


@test("two HID POS scanners report at once, and each licence comes whole and from the right one")
def two_scanners(shop):
    till = shop.till()
    scanners = [shop.scanner(HONEYWELL_POS), shop.scanner(NEWLAND_POS, port=1)]
    people, commands = {}, []
    for scanner in scanners:
        scans = [shop.person(scanner) for _ in range(3)]
        people[scanner.make.vendor] = [person for person, _ in scans]
        commands.append(scanner.sending(*(file for _, file in scans)))
    for process in [shop.guest.start(command) for command in commands]:
        shop.guest.finish(process)
    lines = till.wait_for("applicant", 6)
    assert len(lines) == 6 and not till.lines("scan_failed")
    for vendor, theirs in people.items():
        scanned = [line for line in lines if line["scanner"].startswith(vendor)]
        for person, line in zip(theirs, scanned, strict=True):
            person.check(line)
    shop.free(1)


@test("a HID POS scanner's raw node is the daemon's, a keyboard scanner's is root's alone, and neither scanner may sleep")
def nodes(shop):
    reports, keyboard = shop.scanner(HONEYWELL_POS), shop.scanner(HONEYWELL_KEYBOARD, port=1)
    raw = shop.guest.run(f"find {keyboard.place} -name 'hidraw[0-9]*' -type d").strip().rsplit("/", 1)[1]
    shop.guest.run("udevadm settle")
    owners = shop.guest.run(f"stat -c '%U:%G %a' {reports.node} /dev/{raw}").splitlines()
    assert owners == ["root:scanbridge 660", "root:root 600"], owners
    holders = shop.guest.run(f"ls -l /proc/{shop.process}/fd")
    assert f"{reports.node}\n" in holders and f"/dev/{raw}\n" not in holders, holders
    for scanner in (reports, keyboard):
        # The root hub's own, and the scanner's.
        control = shop.guest.run(f"cat {scanner.place}/usb*/*-*/power/control").split()
        assert control == ["on"], control
    shop.free(1)
