"""The service under systemd: how it starts, starts anew, and is watched."""
import re
import subprocess
import tempfile
from pathlib import Path

from rig.scanners import HONEYWELL_KEYBOARD, HONEYWELL_SERIAL
from rig.shop import UNIT
from rig.suite import test


def unlike(first, second):
    """That two greetings are those of two runs of the daemon."""
    assert first["instance"] != second["instance"], "the daemon did not start anew"


@test("a till that connects while the service is stopped starts it, and is greeted")
def socket_activation(shop):
    shop.guest.run(f"systemctl stop {UNIT}")
    assert shop.unit("ActiveState") == "inactive" and shop.unit("Result") == "success"
    shop.till()
    # A till may be greeted a moment before systemd has heard that the daemon is ready.
    shop.guest.wait_until(f"systemctl is-active --quiet {UNIT}")


@test("reload takes a new configuration without cutting off a till, and refuses a wrong one whole")
def reload(shop):
    scanner = shop.scanner(HONEYWELL_SERIAL, port=1)
    till = shop.till()
    process = shop.process
    shop.check_scan(scanner, till)
    # What has been taken shows in the warnings, since none of the made-up people is that old.
    for text, outcome in [("decode: {minimum_age: 120}", "configuration taken"),
                          ("decode: {minimum_age: old, name_case: title}", "nothing changed")]:
        shop.configure(text)
        shop.guest.wait_until(f"journalctl -b _PID={process} | grep -q '{outcome}'")
        shop.check_scan(scanner, till, warnings=["under_age"])
    assert shop.process == process
    assert len(till.lines("hello")) == 1 and not till.lines("bye")


@test("a restart says goodbye to tills, and refuses none that connects in the meantime")
def restart(shop):
    till = shop.till(again=True)
    scanner = shop.scanner(HONEYWELL_KEYBOARD)
    shop.check_scan(scanner, till)
    shop.restart()
    unlike(*till.wait_for("hello", 2))
    assert [line["reason"] for line in till.lines("bye")] == ["shutdown"]
    assert till.errors == "", till.errors
    shop.check_scan(shop.scanner(HONEYWELL_KEYBOARD), till)


@test("a reading loop that hangs is killed by the watchdog, and the daemon starts anew")
def hung_loop(shop):
    shop.drop_in("[Service]\nWatchdogSec=2\nRestartSec=0\n")
    till = shop.till(again=True)
    # The other threads run on: one of them would feed the watchdog if it could.
    frozen = shop.guest.start(f"timeout 30 /mnt/host/freeze_thread {shop.process} scanbridge-read")
    unlike(*till.wait_for("hello", 2, timeout=20))
    shop.guest.finish(frozen)
    assert shop.guest.succeeds(f"journalctl -b -u {UNIT} | grep -q 'Watchdog timeout'")
    shop.check_scan(shop.scanner(HONEYWELL_KEYBOARD), till)


@test("a daemon killed in mid-scan starts anew, gives no part of that scan, and reads the next one whole")
def killed(shop):
    till = shop.till(again=True)
    scanner = shop.scanner(HONEYWELL_KEYBOARD)
    person, _ = shop.person()
    begin, rest = (scanner.sending(shop.part(part)) for part in (person.payload[:150], person.payload[150:]))
    shop.guest.run(f"{begin}; kill -KILL {shop.process}; {rest}")
    unlike(*till.wait_for("hello", 2))
    shop.check_scan(shop.scanner(HONEYWELL_KEYBOARD), till)
    types = {line["type"] for line in till.lines()}
    assert types <= {"hello", "scanner_added", "reading", "applicant"}, types
    assert till.errors == "", till.errors


@test("a user outside the tills' group is refused by the socket, and one inside it is served")
def socket_permission(shop):
    shop.till("cashier")
    stranger = shop.connect("visitor")
    shop.guest.wait_until(f"[ -s {stranger.errors_path} ]")
    assert "Permission denied" in stranger.errors, stranger.errors
    assert stranger.lines() == []


@test("neither a cashier nor a visitor can open a scanner's device")
def device_permission(shop):
    nodes = [shop.scanner(HONEYWELL_KEYBOARD).node, shop.scanner(HONEYWELL_SERIAL, port=1).node]
    for user in "cashier", "visitor":
        for node in nodes:
            tried = f"setpriv --reuid={user} --regid={user} --init-groups head -c 1 {node}"
            assert "Permission denied" in shop.guest.run(f"{tried} 2>&1 || :"), f"{user} reads {node}"


def newer(shop):
    """The same package under the next version, packed without compressing since it is soon unpacked again."""
    package = shop.share / "scanbridge_newer.deb"
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["dpkg-deb", "-R", shop.package, folder], check=True)
        control = Path(folder, "DEBIAN", "control")
        control.write_text(re.sub(r"^Version: .*", r"\g<0>+1", control.read_text(), flags=re.M))
        subprocess.run(["dpkg-deb", "--root-owner-group", "-Znone", "-b", folder, package],
                       check=True, stdout=subprocess.DEVNULL)
    return package.name


@test("an upgrade loses no waiting till: none is refused, and the new daemon serves them all")
def upgrade(shop):
    till = shop.till(again=True)
    scanner = shop.scanner(HONEYWELL_KEYBOARD)
    shop.guest.run(f"cd /mnt/host && apt-get install -qq -y ./{newer(shop)} 2>&1", 50)
    first, second = till.wait_for("hello", 2)
    assert first["instance"] != second["instance"]
    assert till.errors == "", till.errors
    shop.check_scan(shop.scanner(HONEYWELL_KEYBOARD), till)
