"""What else runs on the machine: a desktop's libinput, logind, ModemManager."""
from rig.scanners import HONEYWELL_KEYBOARD, HONEYWELL_SERIAL, PLAIN_KEYBOARD, SERIAL_BOARD
from rig.shop import UNIT
from rig.suite import test


MODEM_RULES = "/etc/udev/rules.d/78-a-modem.rules"


def unread_scanner(shop):
    """A scanner that is plugged in while the service is stopped."""
    shop.guest.run(f"systemctl stop scanbridge.socket {UNIT}")
    shop.ending.callback(shop.guest.run, "systemctl start scanbridge.socket")
    return shop.plug(HONEYWELL_KEYBOARD)


@test("with the service stopped, a licence reaches no window: libinput ignores the scanner, not the keyboard beside it")
def libinput(shop):
    scanner, keyboard = unread_scanner(shop), shop.plug(PLAIN_KEYBOARD, port=2)
    shop.guest.run("udevadm settle")
    listed = shop.guest.run("libinput list-devices")
    assert keyboard.node in listed and scanner.node not in listed, listed
    # And as it comes: what a compositor would get.
    watch = shop.guest.start("exec timeout 30 libinput debug-events >/run/window 2>&1")
    shop.guest.wait_until("grep -q DEVICE_ADDED /run/window")
    shop.scan(scanner)
    keyboard.send(shop.part("x"))
    shop.guest.wait_until("grep -q KEYBOARD_KEY /run/window")
    shop.guest.run(f"kill {watch}")
    keys = shop.guest.run("grep -c KEYBOARD_KEY /run/window").strip()
    assert keys == "2", f"{keys} key events, where one key of the keyboard makes two"


@test("with the service stopped, logind listens for no power key of a scanner, though for a keyboard's")
def logind(shop):
    scanner, keyboard = unread_scanner(shop), shop.plug(PLAIN_KEYBOARD, port=2)
    open_files = "ls -l /proc/$(systemctl show --value -p MainPID systemd-logind)/fd"
    shop.guest.wait_until(f"{open_files} | grep -q '{keyboard.node}$'")
    shop.guest.run("udevadm settle")
    assert f"{scanner.node}\n" not in shop.guest.run(open_files)


@test("ModemManager probes a serial device that is called a modem, and never a CDC scanner, whose licences come whole")
def modem_manager(shop):
    # A rule like those of its own that name modems.
    rule = f'ATTRS{{idVendor}}=="{SERIAL_BOARD.vendor}", ENV{{ID_MM_DEVICE_PROCESS}}="1"'
    shop.guest.run(f"echo '{rule}' >{MODEM_RULES} && udevadm control --reload && systemctl start ModemManager")
    shop.ending.callback(shop.guest.run, f"systemctl stop ModemManager; rm {MODEM_RULES}; udevadm control --reload")
    till = shop.till()
    shop.free(1)
    scanner = shop.scanner(HONEYWELL_SERIAL, port=1)
    unknown = shop.plug(SERIAL_BOARD, port=2)
    shop.guest.wait_until(f"grep -q AT {unknown.received}", 40)
    assert shop.guest.run(f"cat {scanner.received}") == ""
    shop.check_scan(scanner, till)


@test("a key remapper that has grabbed a scanner is named with what keeps it off, and is in nobody's way when it lets go")
def remapper(shop):
    scanner = shop.scanner(HONEYWELL_KEYBOARD)
    # A program is known by its name: this one does what keyd does first of all.
    shop.guest.run(f"systemctl stop {UNIT}; cp /mnt/host/read_keys /root/keyd")
    holder = shop.guest.start(f"exec timeout 30 /root/keyd {scanner.node} --grab >/run/holder")
    shop.guest.wait_until("grep -q reading /run/holder")
    for command in ("scanbridge devices", "scanbridge check; [ $? = 1 ]"):
        said = shop.guest.run(command)
        assert "keyd (process" in said and "has grabbed it" in said and "-0c2e:0b61 under [ids]" in said, said
    shop.guest.run(f"kill {holder}")
    # It has the keyboard open again, without a grab.
    reader = shop.guest.start(f"exec timeout 30 /root/keyd {scanner.node} >/run/reader")
    shop.guest.wait_until("grep -q reading /run/reader")
    said = shop.guest.run("scanbridge devices")
    assert "open in keyd" in said and "grabbed" not in said, said
    shop.guest.run(f"kill {reader}; systemctl start {UNIT}")
    till = shop.till()
    shop.check_scan(shop.scanner(HONEYWELL_KEYBOARD), till)


@test("a program that reads a keyboard scanner's raw reports is named, since it sees what it types, grabbed or not")
def raw_reader(shop):
    scanner = shop.scanner(HONEYWELL_KEYBOARD)
    reader = shop.guest.start(
        f"exec sleep 30 </dev/$(basename $(find {scanner.place} -name 'hidraw[0-9]*'))")
    shop.guest.wait_until("scanbridge devices | grep -q 'sleep (process .* reads its raw reports'")
    assert not shop.guest.succeeds("scanbridge check")
    shop.guest.run(f"kill {reader}")
    shop.guest.wait_until("scanbridge check")
