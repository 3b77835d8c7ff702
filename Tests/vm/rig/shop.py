"""The shop that the tests are about: a machine with scanbridge installed, its scanners, its tills, its people."""
import contextlib

from .people import Person
from .scanners import CountryKeyboard, Keyboard, ReportGadget, SerialBridge, SerialGadget
from .till import SOCKET, Till

KINDS = {"hid": Keyboard, "pos": ReportGadget, "acm": SerialGadget}
UNIT = "scanbridge.service"
DROP_INS = f"/run/systemd/system/{UNIT}.d"
CONFIGURATION = "/etc/scanbridge/conf.d/test.yaml"
HELLO = f"/mnt/host/hello {SOCKET}"
# Where the daemon keeps what licences have shown of scanners.
STATE = "/var/lib/scanbridge"
FOUND_SETTINGS = f"{STATE}/scanners.json"
LOCAL_RULES = "/etc/udev/rules.d/64-scanbridge-local.rules"


class Shop:
    def __init__(self, guest, share, package):
        self.guest, self.share, self.package = guest, share, package
        self.people = []
        # Undoes what a test did, but for the devices, which stay plugged in until their port is wanted.
        self.ending = contextlib.ExitStack()
        self._ports = {}
        (share / "payloads").mkdir()

    def install(self):
        """As its owner does it; there is no network, so that what it depends on must be there."""
        self.guest.run("mkdir -p /run/tills && useradd -M cashier && useradd -M visitor")
        self.guest.run(f"cd /mnt/host && apt-get install -qq -y ./{self.package.name} 2>&1", 120)
        self.guest.run("usermod -aG scanbridge-till cashier")

    @contextlib.contextmanager
    def test(self):
        """The shop as each test finds it: the service runs as it was installed, and there are no tills."""
        self.guest.run(f"systemctl reset-failed; systemctl start scanbridge.socket {UNIT}")
        with contextlib.ExitStack() as self.ending:
            yield

    # What happens in it

    def person(self, scanner=None):
        """Somebody who was not here before, and the file with their barcode as the guest sees it."""
        person = Person(len(self.people))
        self.people.append(person)
        return person, self.part(person.payload, scanner)

    def part(self, payload, scanner=None, **form):
        """Some or all of a barcode, as a file in the guest: as it is, or in the form that this scanner sends it in."""
        name = f"payloads/{len(list((self.share / 'payloads').iterdir()))}"
        reports = getattr(scanner, "reports", None)
        (self.share / name).write_bytes(reports(payload, **form) if reports else payload.encode())
        return f"/mnt/host/{name}"

    def plug(self, make, port=0):
        """A USB device that is plugged in newly, on one of the guest's ports."""
        self.free(port)
        kind = KINDS[make.kind] if make.country == "us" else CountryKeyboard
        self._ports[port] = kind(self.guest, make, port)
        return self._ports[port]

    def plugged(self, port):
        """What is plugged in there."""
        return self._ports[port]

    def free(self, *ports, after=""):
        """Unplugs what is plugged in there; `after` a command in the guest, with no pause in between."""
        for port in ports:
            if gadget := self._ports.pop(port, None):
                self.guest.run(f"{after}\n{gadget.unplugging}")

    def free_all(self):
        self.free(*list(self._ports))
        self.wait_ready(0)

    def scanner(self, make, port=0):
        """A device that the daemon has taken and reads; the one that is there, if it is of that make."""
        gadget = self._ports.get(port)
        if not gadget or gadget.make != make:
            gadget = self.plug(make, port)
        own = f'"serial":"{make.serial}"' if make.serial else f'"product":"{make.product}"'
        self.guest.wait_until(f"{HELLO} | grep -q '\"state\":\"ready\"[^}}]*{own}'", 15)
        return gadget

    def bridge(self, serial):
        bridge = SerialBridge(self.guest, serial)
        self.ending.callback(bridge.unplug)
        return bridge

    def till(self, user="cashier", again=False):
        """A till that the daemon has greeted."""
        till = self.connect(user, again)
        till.wait_for("hello")
        return till

    def connect(self, user="cashier", again=False):
        """A till that may be refused, or have to wait."""
        till = Till(self.guest, user, again)
        self.ending.callback(till.close)
        return till

    def scan(self, scanner):
        """A new person's licence on a scanner; returns the person."""
        person, file = self.person(scanner)
        scanner.send(file)
        return person

    def check_scan(self, scanner, till, warnings=()):
        """That a licence scanned now comes to the till whole and alone."""
        before = len(till.lines("applicant"))
        person = self.scan(scanner)
        lines = till.wait_for("applicant", before + 1)
        assert len(lines) == before + 1, f"one licence, {len(lines) - before} applicants"
        person.check(lines[-1], warnings)
        return lines[-1]

    # What the daemon is and does

    def ready_scanners(self):
        return self.guest.run(HELLO).count('"state":"ready"')

    def wait_ready(self, count):
        """Until the daemon reads that many scanners."""
        self.guest.wait_until(f"[ $({HELLO} | grep -o '\"state\":\"ready\"' | wc -l) = {count} ]", 15)

    def unit(self, name):
        """A property of the service."""
        return self.guest.run(f"systemctl show --value -p {name} {UNIT}").strip()

    @property
    def process(self):
        return int(self.unit("MainPID"))

    def restart(self):
        self.guest.run(f"systemctl restart {UNIT}")

    def drop_in(self, text):
        """Starts the service anew with this added to its unit, until the test ends."""
        self.ending.callback(
            self.guest.run, f"rm -rf {DROP_INS} && systemctl daemon-reload && systemctl restart {UNIT}")
        self.guest.run(f"mkdir -p {DROP_INS} && printf '%s' '{text}' >{DROP_INS}/test.conf && systemctl daemon-reload")
        self.restart()

    def rule(self, text):
        """Adds a udev rule of the administrator's until the test ends; for what is plugged in, it wants a trigger."""
        self.ending.callback(self.guest.run, f"rm {LOCAL_RULES} && udevadm control --reload")
        self.guest.run(f"echo '{text}' >{LOCAL_RULES} && udevadm control --reload")

    def configure(self, text):
        """Adds to the daemon's configuration, which is read anew at once, until the test ends."""
        undo = f"rm -f {CONFIGURATION} && systemctl reload-or-restart {UNIT}"
        self.ending.callback(self.guest.run, undo)
        self.guest.run(
            f"mkdir -p $(dirname {CONFIGURATION}) && echo '{text}' >{CONFIGURATION} && systemctl reload {UNIT}")
