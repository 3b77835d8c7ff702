"""What licences show of a keyboard scanner's settings, as the unit keeps it."""
import json

from rig.scanners import FRENCH_KEYBOARD
from rig.shop import FOUND_SETTINGS, STATE
from rig.suite import test

FOUND = "layout fr (found), Caps Lock off, control characters ctrl"


def kept(shop):
    """The scanner's entry."""
    make = FRENCH_KEYBOARD
    return json.loads(shop.guest.run(f"cat {FOUND_SETTINGS}"))[f"{make.vendor}:{make.product}:{make.serial}"]


@test("what a first licence shows of a scanner that is set to France is kept: closed to others, nobody's, past a restart")
def remembered(shop):
    shop.free_all()
    till = shop.till(again=True)
    scanner = shop.scanner(FRENCH_KEYBOARD)
    assert "layout us (assumed)" in shop.guest.run("scanbridge status")
    shop.check_scan(scanner, till)
    shop.guest.wait_until(f"[ -e {FOUND_SETTINGS} ]")
    assert kept(shop)["scans"] == 1 and [found["layout"] for found in kept(shop)["profiles"]] == ["fr"], kept(shop)
    modes = shop.guest.run(f"stat -c '%a %U' {STATE} {FOUND_SETTINGS}").split("\n")
    assert modes[:2] == ["700 scanbridge", "600 scanbridge"], modes
    text = shop.guest.run(f"cat {FOUND_SETTINGS}")
    assert not [value for value in shop.people[-1].values if value in text], "the file holds a value of a licence"

    shop.restart()
    shop.scanner(FRENCH_KEYBOARD)
    assert FOUND in shop.guest.run("scanbridge status")
    shop.check_scan(scanner, till)
    # It is written once the till has its line.
    shop.guest.wait_until(f"grep -q '\"scans\" : 2' {FOUND_SETTINGS}")


@test("the devices command tells root, with the service stopped, what was found, and others without it what there is")
def told(shop):
    shop.check_scan(shop.scanner(FRENCH_KEYBOARD), shop.till())
    shop.guest.wait_until(f"grep -q fr {FOUND_SETTINGS}")
    shop.guest.run("systemctl stop scanbridge.socket scanbridge.service")
    assert FOUND in shop.guest.run("scanbridge devices")
    seen = shop.guest.run("setpriv --reuid=visitor --regid=visitor --init-groups scanbridge devices")
    assert FRENCH_KEYBOARD.model in seen and "layout" not in seen, seen
    shop.free(0)
