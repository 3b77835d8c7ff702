"""Scanners of every kind, on a real kernel."""
from rig.scanners import (
    HONEYWELL_KEYBOARD, HONEYWELL_SERIAL, NEWLAND_KEYBOARD, PLAIN_KEYBOARD, ZEBRA_KEYBOARD)
from rig.suite import test


@test("a licence that a USB keyboard scanner types at full speed reaches the till")
def keyboard_scanner(shop):
    shop.free_all()
    till = shop.till()
    shop.check_scan(shop.scanner(HONEYWELL_KEYBOARD), till)
    assert [line["scanner"]["transport"] for line in till.lines("scanner_added")] == ["evdev"]


@test("a licence from a USB CDC scanner, /dev/ttyACM0, reaches the till")
def cdc_scanner(shop):
    till = shop.till()
    shop.check_scan(shop.scanner(HONEYWELL_SERIAL, port=1), till)


@test("a USB-serial bridge, /dev/ttyUSB0, is left alone until a local rule names it, and then reaches the till")
def serial_bridge(shop):
    till = shop.till()
    bridge = shop.bridge("A50285BI")
    shop.guest.wait_until("[ -e /dev/ttyUSB0 ] && udevadm settle")
    others = shop.ready_scanners()
    shop.rule('SUBSYSTEM=="tty", ATTRS{idVendor}=="0403", ATTRS{idProduct}=="6001", ATTRS{serial}=="A50285BI", '
              'ENV{SCANBRIDGE}="serial"')
    shop.guest.run("udevadm trigger /dev/ttyUSB0")
    shop.wait_ready(others + 1)
    person, _ = shop.person()
    bridge.send(person.payload)
    person.check(till.wait_for("applicant")[0])


@test("a grabbed scanner can't be grabbed by another, and another reader of it sees no key")
def grab(shop):
    till = shop.till()
    scanner = shop.scanner(HONEYWELL_KEYBOARD)
    second = shop.guest.run(f"/mnt/host/read_keys {scanner.node} --grab 2>&1 || :")
    assert second == "EVIOCGRAB: EBUSY\n", second
    reader = shop.guest.start(f"exec timeout 30 /mnt/host/read_keys {scanner.node} >/run/other-reader")
    shop.guest.wait_until("grep -q reading /run/other-reader")
    shop.check_scan(scanner, till)
    seen = shop.guest.run(f"cat /run/other-reader; kill {reader}")
    assert seen == "reading\n", seen


@test("nothing that a grabbed scanner types reaches the console")
def console(shop):
    till = shop.till()
    scanner = shop.scanner(HONEYWELL_KEYBOARD)
    keyboard = shop.plug(PLAIN_KEYBOARD, port=2)
    console = shop.guest.start("exec timeout 30 sh -c 'stty raw -echo; cat' </dev/tty1 >/run/console")
    keyboard.send(shop.part("control\r"))
    shop.guest.wait_until("grep -q control /run/console")
    shop.check_scan(scanner, till)
    keyboard.send(shop.part("end\r"))
    shop.guest.wait_until("grep -q end /run/console")
    seen = shop.guest.run(f"cat /run/console; kill {console}")
    assert seen == "control\rend\r", f"the console got {len(seen)} characters"


@test("a keyboard that is no scanner is not taken: it can be grabbed, and its keys reach others")
def plain_keyboard(shop):
    scanner = shop.scanner(HONEYWELL_KEYBOARD)
    keyboard = shop.plug(PLAIN_KEYBOARD, port=2)
    shop.guest.run("udevadm settle")
    holders = shop.guest.run(f"ls -l /proc/{shop.process}/fd")
    assert f"{scanner.node}\n" in holders and f"{keyboard.node}\n" not in holders, holders
    reader = shop.guest.start(f"exec timeout 30 /mnt/host/read_keys {keyboard.node} --grab >/run/other-reader")
    shop.guest.wait_until("grep -q reading /run/other-reader")
    keyboard.send(shop.part("hello\r"))
    shop.guest.wait_until("grep -qx 6 /run/other-reader")
    shop.guest.run(f"kill {reader}")


@test("a scanner that a local rule releases is let go of at once, and types as any keyboard does")
def released(shop):
    scanner = shop.scanner(HONEYWELL_KEYBOARD)
    till = shop.till()
    shop.rule('SUBSYSTEM=="input", ATTRS{idVendor}=="0c2e", ATTRS{idProduct}=="0b61", ENV{SCANBRIDGE}="no"')
    shop.guest.run(f"udevadm trigger --settle {scanner.node}")
    till.wait_for("scanner_removed")
    reader = shop.guest.start(f"exec timeout 30 /mnt/host/read_keys {scanner.node} --grab >/run/released")
    shop.guest.wait_until("grep -q reading /run/released")
    scanner.send(shop.part("hello\r"))
    shop.guest.wait_until("grep -qx 6 /run/released")
    shop.guest.run(f"kill {reader}")
    shop.free(0)


@test("a scanner unplugged in mid-scan gives one scan_failed and no applicant")
def unplugged(shop):
    till = shop.till()
    scanner = shop.scanner(HONEYWELL_KEYBOARD)
    person, _ = shop.person()
    shop.free(0, after=scanner.sending(shop.part(person.payload[:150])))
    till.wait_for("scanner_removed")
    failures = till.wait_for("scan_failed")
    assert [line["reason"] for line in failures] == ["unplugged"], failures
    assert len(till.lines("reading")) == 1 and not till.lines("applicant")


@test("a scanner unplugged and plugged in again on another port is the same scanner")
def replugged(shop):
    shop.free(0, 2)
    till = shop.till()
    scanner = shop.scanner(HONEYWELL_KEYBOARD, port=0)
    shop.check_scan(scanner, till)
    shop.free(0)
    till.wait_for("scanner_removed")
    shop.check_scan(shop.scanner(HONEYWELL_KEYBOARD, port=2), till)
    before, after = (line["scanner"] for line in till.lines("scanner_added"))
    assert before["serial"] == after["serial"] == scanner.make.serial
    assert before["port"] != after["port"], before
    shop.free(2)


@test("four scanners scan at once, and each licence comes whole and from the right one")
def four_scanners(shop):
    till = shop.till()
    makes = [HONEYWELL_KEYBOARD, HONEYWELL_SERIAL, ZEBRA_KEYBOARD, NEWLAND_KEYBOARD]
    scanners = [shop.scanner(make, port) for port, make in enumerate(makes)]
    rounds = 2
    people = {}
    commands = []
    for scanner in scanners:
        scans = [shop.person() for _ in range(rounds)]
        people[scanner.make] = [person for person, _ in scans]
        commands.append(scanner.sending(*(file for _, file in scans)))
    for process in [shop.guest.start(command) for command in commands]:
        shop.guest.finish(process)
    lines = till.wait_for("applicant", rounds * len(makes))
    assert len(lines) == rounds * len(makes) and not till.lines("scan_failed")
    for make in makes:
        theirs = [line for line in lines if line["scanner"].startswith(f"{make.vendor}:{make.product}@")]
        assert len(theirs) == rounds, f"{make.model}: {len(theirs)} scans"
        for person, line in zip(people[make], theirs):
            person.check(line)
