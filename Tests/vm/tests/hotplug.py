"""Plugs, hubs, and programs that were first."""
import datetime

from rig.scanners import HONEYWELL_KEYBOARD, HONEYWELL_POS, HONEYWELL_SERIAL, NAMELESS_KEYBOARD
from rig.shop import UNIT
from rig.suite import measurements, test

LONGEST_RETURN_MILLISECONDS = 2000


def milliseconds(line):
    """When a line was written."""
    return datetime.datetime.fromisoformat(line["at"].replace("Z", "+00:00")).timestamp() * 1000


@test("scanners of all kinds that are plugged in again are read within 2 s of the plug")
def replugged(shop):
    shop.free_all()
    till = shop.till()
    for port, make in enumerate([HONEYWELL_KEYBOARD, HONEYWELL_SERIAL, HONEYWELL_POS]):
        shop.scanner(make, port)
        shop.free(port)
        till.wait_for("scanner_removed", port + 1)
        before = len(till.lines("scanner_added"))
        plugged = float(shop.guest.run("date +%s%3N"))
        scanner = shop.plug(make, port)
        line = till.wait_for("scanner_added", before + 1)[-1]
        took = milliseconds(line) - plugged
        measurements.append(f"{'plug to scanner_added, ' + line['scanner']['transport']:<44} {took:6.0f} ms")
        assert took <= LONGEST_RETURN_MILLISECONDS, took
        shop.check_scan(scanner, till)


@test("after a hub's reset, in a storm of plugs and unplugs, each scanner is there once and reads")
def storm(shop):
    till = shop.till()
    ports = range(3)
    for port, make in enumerate([HONEYWELL_KEYBOARD, HONEYWELL_SERIAL, HONEYWELL_POS]):
        shop.scanner(make, port)
    # What a hub's reset is to the host: all controllers let go of what is plugged in, and take it again.
    shop.guest.run("""
        cd /sys/kernel/config/usb_gadget
        for round in 1 2 3; do
            for port in 0 1 2; do echo >port$port/UDC; done
            sleep 0.$round
            for port in 0 1 2; do echo dummy_udc.$port >port$port/UDC; done
            sleep 0.$round
        done""", 30)
    shop.guest.run("udevadm settle")
    shop.wait_ready(len(ports))
    # A till has seen each of them leave before it came.
    state = {}
    for line in till.lines():
        if line["type"] in ("scanner_added", "scanner_removed"):
            name = line["scanner"]["name"]
            assert state.get(name) != line["type"], f"{name}: twice {line['type']}"
            state[name] = line["type"]
    assert list(state.values()) == ["scanner_added"] * len(ports), state
    assert not till.lines("scan_failed")
    # The gadgets' far ends have gone on.
    shop.free(*ports)
    shop.check_scan(shop.scanner(HONEYWELL_KEYBOARD), till)


@test("two scanners of one make without serial numbers are told apart by their ports, by the configuration as well")
def nameless(shop):
    shop.free_all()
    till = shop.till()
    scanners = [shop.plug(NAMELESS_KEYBOARD, port) for port in (0, 1)]
    shop.wait_ready(2)
    added = {line["scanner"]["port"]: line["scanner"] for line in till.lines("scanner_added")}
    names = [scanner["name"] for scanner in added.values()]
    assert len(added) == 2 and names == [f"1eab:0303@{port}" for port in added], names
    assert all("serial" not in scanner for scanner in added.values())
    first, second = sorted(added)
    shop.configure(f"scanners: [{{name: left, match: {{port: {first}}}}}, {{name: right, match: {{port: {second}}}}}]")
    till.wait_for("scanner_added", 4)
    lines = [shop.check_scan(scanner, till) for scanner in scanners]
    assert sorted(line["scanner"] for line in lines) == ["left", "right"], lines
    shop.free(0, 1)


@test("a keyboard that another program has grabbed is told to be busy, and is read within 2 s of its release")
def busy(shop):
    scanner = shop.scanner(HONEYWELL_KEYBOARD)
    shop.guest.run(f"systemctl stop {UNIT}")
    holder = shop.guest.start(f"exec timeout 30 /mnt/host/read_keys {scanner.node} --grab >/run/holder")
    shop.guest.wait_until("grep -q reading /run/holder")
    shop.guest.run(f"systemctl start {UNIT}")
    till = shop.till()
    shop.guest.wait_until("journalctl -u scanbridge -n 20 | grep -q 'reason=busy'")
    # As root it can be seen who it is.
    assert "read_keys (process" in shop.guest.run("scanbridge devices")
    shop.guest.run(f"kill {holder}")
    released = float(shop.guest.run("date +%s%3N"))
    took = milliseconds(till.wait_for("scanner_added")[-1]) - released
    assert took <= LONGEST_RETURN_MILLISECONDS, took
    shop.check_scan(scanner, till)


@test("a node whose permissions come late is told of, and is read within 2 s of their coming")
def late_permission(shop):
    scanner = shop.scanner(HONEYWELL_POS, port=1)
    shop.guest.run(f"systemctl stop {UNIT}; chmod 600 {scanner.node}; systemctl start {UNIT}")
    till = shop.till()
    shop.guest.wait_until("journalctl -u scanbridge -n 20 | grep -q 'reason=permission'")
    shop.guest.run(f"chmod 660 {scanner.node}")
    changed = float(shop.guest.run("date +%s%3N"))
    lines = till.wait_for("scanner_added")
    took = milliseconds([line for line in lines if line["scanner"]["transport"] == "hidraw"][-1]) - changed
    assert took <= LONGEST_RETURN_MILLISECONDS, took
    shop.check_scan(scanner, till)
    shop.free(1)
