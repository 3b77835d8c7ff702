"""Barcodes that are no licence, typed again on the daemon's own keyboard."""
import time

from rig.scanners import HONEYWELL_KEYBOARD, PLAIN_KEYBOARD, ZEBRA_KEYBOARD
from rig.shop import HELLO, UNIT
from rig.suite import measurements, test

PRODUCT = "4006381333931"
NAME = "scanbridge virtual keyboard"
ALT, META = 4, 8
F4, PRINT_SCREEN, W = 0x3D, 0x46, 0x1A
LEFT_SHIFT, ENTER = 42, 28
# Keycodes of "1" to "9" and "0".
DIGITS = {str(digit): (digit - 1) % 10 + 2 for digit in range(10)}
NO_MODULE = "/run/modprobe.d/scanbridge-test.conf"


class Window:
    """What has the focus: it reads the virtual keyboard."""

    def __init__(self, shop):
        self.guest = shop.guest
        self.node = node(shop)
        self.file = f"/run/window-{time.monotonic_ns()}"
        process = self.guest.start(f"exec timeout 60 /mnt/host/read_keys {self.node} --list >{self.file}")
        shop.ending.callback(self.guest.run, f"kill {process} || :")
        self.guest.wait_until(f"grep -q reading {self.file}")

    def keys(self):
        """Every key that went down or up: its code, 1 or 0, and when, in microseconds."""
        lines = self.guest.run(f"cat {self.file}").split("\n")[1:-1]
        assert "dropped" not in lines, "keys were lost"
        return [tuple(int(word) for word in line.split()) for line in lines]

    def wait_for(self, count):
        """Waits for that many changes of keys, and a moment for more than are due."""
        self.guest.wait_until(f"[ $(wc -l <{self.file}) -gt {count} ]")
        time.sleep(0.3)
        return self.keys()


def node(shop):
    found = shop.guest.run(f"grep -lx '{NAME}' /sys/class/input/event*/device/name").split()
    assert len(found) == 1, f"{len(found)} virtual keyboards"
    return "/dev/input/" + found[0].split("/")[4]


def taps(text):
    """The keys of digits, each pressed and released, and Enter."""
    return [(code, way) for code in [*(DIGITS[digit] for digit in text), ENTER] for way in (1, 0)]


def typed(shop, scanner, text=PRODUCT):
    """Has a product's code typed, and waits for it."""
    window = Window(shop)
    scanner.send(shop.part(f"{text}\r"))
    return window.wait_for(len(taps(text)))


def results(till):
    return [line for line in till.lines() if line["type"] in ("applicant", "repeated", "scan_failed", "barcode")]


@test("a product's code that a scanner types is typed with its original strokes, and reaches the console")
def product(shop):
    shop.free_all()
    till = shop.till()
    scanner = shop.scanner(HONEYWELL_KEYBOARD)
    console = shop.guest.start("exec timeout 30 sh -c 'stty raw -echo; cat' </dev/tty1 >/run/typed-console")
    keys = typed(shop, scanner)
    assert [key[:2] for key in keys] == taps(PRODUCT), f"{len(keys)} changes of keys"
    shop.guest.wait_until(f"grep -q {PRODUCT[-4:]} /run/typed-console")
    seen = shop.guest.run(f"cat /run/typed-console; kill {console}")
    assert seen == f"{PRODUCT}\r", f"the console got {len(seen)} characters"
    assert not till.lines("barcode") and not till.lines("scan_failed")
    assert '"typed":1' in shop.guest.run("scanbridge status --json")


@test("two equal products in a row are typed twice, and a code with FNC1, signs and letters as it was")
def several(shop):
    scanner, window = shop.scanner(HONEYWELL_KEYBOARD), Window(shop)
    console = shop.guest.start("exec timeout 30 sh -c 'stty raw -echo; cat' </dev/tty1 >/run/typed-console")
    for _ in range(2):
        scanner.send(shop.part(f"{PRODUCT}\r"))
        time.sleep(0.5)
    assert [key[:2] for key in window.wait_for(2 * len(taps(PRODUCT)))] == 2 * taps(PRODUCT)
    code = "]C10195012345678903\x1d10aB-/+_#~\r"
    scanner.send(shop.part(code))
    shop.guest.wait_until("tail -c 2 /run/typed-console | grep -q '~'")
    seen = shop.guest.run(f"cat /run/typed-console; kill {console}")
    assert seen == f"{PRODUCT}\r{PRODUCT}\r{code}", f"the console got {len(seen)} characters"


@test("nothing of a licence is typed: whole, without its first keys, or unplugged in mid-scan")
def licences(shop):
    till = shop.till()
    scanner, window = shop.scanner(HONEYWELL_KEYBOARD), Window(shop)
    shop.check_scan(scanner, till)
    person, _ = shop.person()
    for lost in (1, 4, 9, 40, 150):
        before = len(results(till))
        scanner.send(shop.part(person.payload[lost:] + "\r"))
        while len(results(till)) == before:
            time.sleep(0.2)
        time.sleep(0.5)
    assert not till.lines("barcode")
    shop.free(0, after=scanner.sending(shop.part(person.payload[150:220])))
    till.wait_for("scanner_removed")
    time.sleep(0.5)
    assert window.keys() == [], f"{len(window.keys())} changes of keys"


@test("a code that presses Alt+F4, SysRq, Ctrl+W or Meta is dropped, and the till is told")
def commands(shop):
    till = shop.till()
    scanner, window = shop.scanner(HONEYWELL_KEYBOARD), Window(shop)
    for count, (usage, modifiers) in enumerate([(F4, ALT), (PRINT_SCREEN, ALT), (W, 1), (0, META)], 1):
        scanner.send(shop.part("40063"))
        scanner.press(usage, modifiers)
        scanner.send(shop.part("81333931\r"))
        failures = till.wait_for("scan_failed", count)
        assert failures[-1]["reason"] == "unreadable" and "keys" in failures[-1]["message"], failures
    assert window.keys() == []
    keys = typed(shop, scanner)
    assert [key[:2] for key in keys] == taps(PRODUCT)


@test("the virtual keyboard is a keyboard to libinput, has no key of a command, and is no scanner")
def keyboard(shop):
    shop.scanner(HONEYWELL_KEYBOARD)
    device = node(shop)
    listed = shop.guest.run("libinput list-devices")
    entry = next(part for part in listed.split("\n\n") if device in part)
    assert NAME in entry and "keyboard" in entry, entry
    properties = shop.guest.run(f"udevadm info -q property {device}")
    assert "SCANBRIDGE=" not in properties and "LIBINPUT_IGNORE_DEVICE" not in properties, properties
    assert f"{device}\n" not in shop.guest.run(f"ls -l /proc/{shop.process}/fd")
    words = shop.guest.run(f"cat /sys/class/input/{device.split('/')[-1]}/device/capabilities/key").split()
    keys = 0
    for word in words:
        keys = keys << 64 | int(word, 16)
    # Esc, Backspace, Caps Lock, F1, F4, Num Lock, SysRq, Home, Delete, power, Meta.
    has = [code for code in (1, 14, 58, 59, 62, 69, 99, 102, 111, 116, 125) if keys >> code & 1]
    assert has == [] and keys >> ENTER & 1, has
    verdict = shop.guest.run("scanbridge devices --all")
    assert "scanbridge's own keyboard" in verdict, verdict
    refused = shop.guest.run(
        f"timeout 5 scanbridge serve --socket /run/other.sock --evdev {device} 2>&1 || :")
    assert "is no evdev keyboard" in refused, refused


@test("the first key goes out at most 5 ms after the quiet that ends a scan", seconds=90)
def latency(shop):
    silence = 100
    shop.configure(f"scanners: [{{match: {{vendor: 0c2e}}, suffix: none, idle_gap: {silence}ms}}]")
    scanner = shop.scanner(HONEYWELL_KEYBOARD)
    late = []
    for _ in range(20):
        window = Window(shop)
        last = scanner.send_timed(shop.part(PRODUCT))
        keys = window.wait_for(2 * len(PRODUCT))
        late.append((keys[0][2] - last) / 1000 - silence)
    late.sort()
    measurements.append(
        f"first key after {silence} ms of silence: {late[len(late) // 2]:.1f} ms late in the middle, {late[-1]:.1f} ms at most")
    # Half of them, since the guest's clock stands still while its host does something else.
    assert late[0] >= 0 and late[len(late) // 2] <= 5, late


@test("killed while a key is down, the daemon leaves no key down")
def killed(shop):
    scanner, window = shop.scanner(HONEYWELL_KEYBOARD), Window(shop)
    # TIOCL_GETSHIFTSTATE of the console: bit 0 is Shift.
    state = "perl -e 'open my $tty, \"+<\", \"/dev/tty1\"; my $ask = chr(6); ioctl $tty, 0x541C, $ask; print ord $ask'"
    daemon = shop.process
    scanner.send(shop.part("A#" * 200 + "\r"))
    # Stopped first, to see that Shift is down at that moment.
    shop.guest.run(
        f"until kill -STOP {daemon}; [ $({state}) = 1 ]; do kill -CONT {daemon}; sleep 0.01; done", 20)
    shop.guest.run(f"kill -KILL {daemon}")
    shop.guest.wait_until(f"! kill -0 {daemon} 2>/dev/null")
    assert shop.guest.run(state) == "0", "Shift is down"
    downs = [code for code, way, _ in window.keys() if way == 1]
    assert 0 < len(downs) < 800, f"{len(downs)} keys went down"
    shop.guest.wait_until(f"{HELLO} | grep -q '\"state\":\"ready\"'")
    assert [key[:2] for key in typed(shop, shop.scanner(HONEYWELL_KEYBOARD))] == taps(PRODUCT)


@test("without the module, or the right to use it, barcodes are published and it is said; with it they are typed again",
      seconds=120)
def fallback(shop):
    shop.free_all()
    shop.guest.run(
        f"systemctl stop scanbridge.socket {UNIT} && modprobe -r uinput && mkdir -p /run/modprobe.d && "
        f"echo 'install uinput /bin/false' >{NO_MODULE} && rm -f /dev/uinput && systemctl start {UNIT}")
    shop.ending.callback(shop.guest.run, f"rm -f {NO_MODULE}; modprobe uinput; udevadm settle")
    scanner, till = shop.scanner(HONEYWELL_KEYBOARD), shop.till()

    def check_published(cure):
        fault = till.wait_for("scanner_error")[-1]
        assert fault["reason"] == "no_virtual_keyboard" and cure in fault["message"], fault
        before = len(till.lines("barcode"))
        scanner.send(shop.part(f"{PRODUCT}\r"))
        assert till.wait_for("barcode", before + 1)[-1]["data"] == PRODUCT
        assert len(till.lines("scanner_error")) == 1
        for command in ("check || :", "devices"):
            told = shop.guest.run(f"scanbridge {command}")
            assert cure in told, told

    check_published("modprobe uinput")
    shop.guest.run(f"rm -f {NO_MODULE}; modprobe uinput; udevadm settle")
    shop.guest.wait_until(f"grep -qx '{NAME}' /sys/class/input/event*/device/name")
    assert [key[:2] for key in typed(shop, scanner)] == taps(PRODUCT)
    shop.guest.run(f"systemctl stop {UNIT} && chown root:root /dev/uinput && systemctl start {UNIT}")
    scanner, till = shop.scanner(HONEYWELL_KEYBOARD), shop.till()
    check_published("install the udev rules")
    shop.guest.run("udevadm trigger --settle --action=add /dev/uinput")
    shop.guest.wait_until(f"grep -qx '{NAME}' /sys/class/input/event*/device/name")
    assert [key[:2] for key in typed(shop, scanner)] == taps(PRODUCT)


@test("two scanners at once are typed one after the other, never mixed, and a keyboard beside them is untouched")
def two_scanners(shop):
    first, second = shop.scanner(HONEYWELL_KEYBOARD), shop.scanner(ZEBRA_KEYBOARD, port=2)
    keyboard, window = shop.plug(PLAIN_KEYBOARD, port=3), Window(shop)
    other = "96385074"
    commands = [scanner.sending(shop.part(f"{text}\r")) for scanner, text in ((first, PRODUCT), (second, other))]
    for process in [shop.guest.start(command) for command in commands]:
        shop.guest.finish(process)
    keyboard.send(shop.part("7"))
    keys = [key[:2] for key in window.wait_for(len(taps(PRODUCT)) + len(taps(other)))]
    assert keys in (taps(PRODUCT) + taps(other), taps(other) + taps(PRODUCT)), f"{len(keys)} changes of keys"
    shop.free(2, 3)
