"""The shop that the tests are about: a machine with scanbridge installed, its scanners, its tills, its people."""
import contextlib
import json

from .people import Person
from .scanners import Keyboard, SerialBridge, SerialGadget
from .till import Till

UNIT = "scanbridge.service"
LOCAL_RULES = "/etc/udev/rules.d/64-scanbridge-local.rules"
# What a test may have left; the service starts anew for each, so that none sees another's scanners, scans or tills.
RESET = f"""
rm -rf /run/systemd/system/{UNIT}.d /etc/scanbridge/conf.d/test.yaml {LOCAL_RULES}
systemctl daemon-reload && udevadm control --reload
systemctl reset-failed 2>/dev/null || :
systemctl restart {UNIT}
"""


class Shop:
    def __init__(self, guest, share, package):
        self.guest, self.share, self.package = guest, share, package
        self.people = []
        # Undoes what the test that runs has plugged in and connected.
        self.ending = contextlib.ExitStack()
        (share / "payloads").mkdir()

    def install(self):
        """As its owner does it; there is no network, so that what it depends on must be there."""
        self.guest.run(
            f"mkdir -p /run/tills && cd /mnt/host && apt-get install -qq -y ./{self.package.name} 2>&1", 120)
        self.guest.run(
            "id cashier >/dev/null 2>&1 || useradd -M cashier; id visitor >/dev/null 2>&1 || useradd -M visitor; "
            "adduser --quiet cashier scanbridge-till")

    @property
    def is_installed(self):
        return self.guest.succeeds("command -v scanbridge")

    @contextlib.contextmanager
    def test(self):
        """The shop as each test finds it."""
        if not self.is_installed:
            self.install()
        self.guest.run(RESET)
        with contextlib.ExitStack() as self.ending:
            yield

    # What happens in it

    def person(self):
        """Somebody who was not here before, and the file with their barcode as the guest sees it."""
        person = Person(len(self.people))
        self.people.append(person)
        name = f"payloads/{len(self.people)}"
        (self.share / name).write_text(person.payload, newline="")
        return person, f"/mnt/host/{name}"

    def part(self, payload):
        """A piece of a barcode, as a file of its own in the guest."""
        name = f"payloads/part-{len(list((self.share / 'payloads').iterdir()))}"
        (self.share / name).write_text(payload, newline="")
        return f"/mnt/host/{name}"

    def plug(self, make, port=0):
        """A USB device that is not plugged in yet, on one of the guest's ports."""
        kind = Keyboard if make.kind == "hid" else SerialGadget
        gadget = kind(self.guest, make, port)
        self.ending.callback(gadget.unplug)
        return gadget

    def scanner(self, make, port=0):
        """A device that the daemon has taken and reads."""
        ready = self.ready_scanners()
        gadget = self.plug(make, port)
        self.wait_ready(ready + 1)
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
        person, file = self.person()
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

    def status(self):
        return json.loads(self.guest.run("scanbridge status --json"))

    def ready_scanners(self):
        return sum(scanner["state"] == "ready" for scanner in self.status()["scanners"])

    def wait_ready(self, count):
        """Until the daemon reads that many scanners."""
        ready = "$(scanbridge status --json | grep -o '\"state\":\"ready\"' | wc -l)"
        self.guest.wait_until(f"[ {ready} = {count} ]", 15)

    def unit(self, name):
        """A property of the service."""
        return self.guest.run(f"systemctl show --value -p {name} {UNIT}").strip()

    @property
    def process(self):
        return int(self.unit("MainPID"))

    def drop_in(self, text):
        """Adds to the service's unit until the test ends; takes effect at its next start."""
        folder = f"/run/systemd/system/{UNIT}.d"
        self.guest.run(f"mkdir -p {folder} && printf '%s' '{text}' >{folder}/test.conf && systemctl daemon-reload")
