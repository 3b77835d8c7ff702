"""Scanners that no table has, enrolled by scanning with them."""
from rig.scanners import PLAIN_KEYBOARD, SERIAL_BOARD, UNKNOWN_KEYBOARD
from rig.shop import LOCAL_RULES
from rig.suite import test


def enroll(shop, scanner, options="--write"):
    """What `scanbridge enroll` says when a product is scanned with a scanner."""
    shop.ending.callback(shop.guest.run, f"rm -f {LOCAL_RULES} && udevadm control --reload")
    command = shop.guest.start(f"exec scanbridge enroll {options} 2>&1 | tee /run/enroll")
    shop.guest.wait_until("grep -q 'Scan a product' /run/enroll")
    scanner.send(shop.part("4006381333931\r"))
    said = shop.guest.finish(command)
    assert "400638" not in said, said
    return said


@test("a keyboard scanner that no rule knows is enrolled by a scan, beside a person's keyboard: at once and for good", seconds=120)
def keyboard(shop):
    shop.free_all()
    till = shop.till()
    scanner, other = shop.plug(UNKNOWN_KEYBOARD), shop.plug(PLAIN_KEYBOARD, port=1)
    said = enroll(shop, scanner)
    assert "a scanner from now on" in said, said
    assert shop.guest.run(f"grep -c SCANBRIDGE {LOCAL_RULES}") == "1\n"
    shop.wait_ready(1)
    shop.check_scan(scanner, till)
    shop.free(0)
    shop.check_scan(shop.scanner(UNKNOWN_KEYBOARD), till)
    # Its raw node shows what it types, and is root's alone; the person's keyboard is as it was.
    raw = shop.guest.run(f"stat -c %a /dev/$(basename $(find {shop.plugged(0).place} -name 'hidraw[0-9]*'))")
    assert raw == "600\n", raw
    assert "scanbridge" not in shop.guest.run(f"udevadm info {other.node}")


@test("a serial scanner that no rule knows is enrolled by a scan, once, however often it is tried", seconds=120)
def serial(shop):
    shop.free_all()
    till = shop.till()
    scanner = shop.plug(SERIAL_BOARD, port=2)
    for _ in range(2):
        said = enroll(shop, scanner, "--dry-run")
        assert "not done" in said and not shop.guest.succeeds(f"test -e {LOCAL_RULES}"), said
    assert 'ENV{SCANBRIDGE}="cdc"' in enroll(shop, scanner)
    shop.wait_ready(1)
    shop.check_scan(scanner, till)
    # It is a scanner, so that nothing is left to listen to.
    said = shop.guest.run("scanbridge enroll --write 2>&1; [ $? = 69 ]")
    assert "a scanner already: Maker Board" in said, said
    shop.free(2)


@test("what is typed into the terminal while enroll listens is neither shown nor left for the shell")
def terminal(shop):
    shop.free_all()
    scanner = shop.plug(UNKNOWN_KEYBOARD)
    # script(1) is a terminal to what it runs; whatever enroll leaves in it, cat would print.
    shop.guest.run("rm -f /run/keys && mkfifo /run/keys")
    command = shop.guest.start(
        "exec 3<>/run/keys; script -qec 'scanbridge enroll --dry-run; echo; echo over; timeout 2 cat' /dev/null "
        "<&3 2>&1 | tee /run/enroll")
    shop.guest.wait_until("grep -q 'Scan a product' /run/enroll")
    shop.guest.run("echo 012345678905 >/run/keys")
    scanner.send(shop.part("4006381333931\r"))
    said = shop.guest.finish(command)
    assert "it is Maker Wedge" in said and "0123" not in said and "400638" not in said, said
    shop.free(0)


@test("who may not read devices is told to enroll as root")
def cashier(shop):
    shop.free_all()
    shop.plug(UNKNOWN_KEYBOARD)
    said = shop.guest.run("su cashier -s /bin/sh -c 'scanbridge enroll' 2>&1; [ $? = 77 ]")
    assert "run as root" in said, said
    shop.free(0)
