"""Bounds, measured beside a bare C reader in the same boot."""
import json
import statistics

from rig.scanners import HONEYWELL_KEYBOARD
from rig.shop import UNIT
from rig.suite import measurements, test
from rig.till import SOCKET

SCANS = 100
LONGEST_MILLISECONDS = 20
WAKE_UPS_A_SECOND = 1
IDLE_SECONDS = 10
# Presses of Enter in a licence: one in the header, one at each subfile's end.
ENTERS = 3


def type_licences(shop, scanner, files, till):
    """Types them one after the other; gives, for each, milliseconds from the last key to the line, and the line."""
    answers = []
    # In parts, since the agent holds back what a command prints until it has ended.
    for at in range(0, len(files), 20):
        printed = shop.guest.run(scanner.sending(*files[at:at + 20], till=till), 50)
        answers += [line.split(" ", 1) for line in printed.splitlines()]
    return [int(microseconds) / 1000 for microseconds, _ in answers], [json.loads(line) for _, line in answers]


def report(name, times):
    measurements.append(f"{name:<44} median {statistics.median(times):5.1f} ms   longest {max(times):5.1f} ms")


@test("a hundred licences at full keyboard speed: none is lost, and each is with the till within 20 ms of its last key")
def hundred_licences(shop):
    scanner = shop.scanner(HONEYWELL_KEYBOARD)
    scans = [shop.person() for _ in range(SCANS)]
    times, lines = type_licences(shop, scanner, [file for _, file in scans], SOCKET)
    assert len(lines) == SCANS, f"{SCANS - len(lines)} licences lost"
    for (person, _), line in zip(scans, lines):
        person.check(line)
    report("last key to the till's line", times)
    assert max(times) <= LONGEST_MILLISECONDS, f"longest {max(times)} ms"


@test("the bare C reader that the hundred licences are measured against loses none either")
def bare_reader(shop):
    shop.guest.run(f"systemctl stop scanbridge.socket {UNIT}")
    shop.ending.callback(shop.guest.run, "systemctl start scanbridge.socket")
    scanner = shop.plug(HONEYWELL_KEYBOARD)
    scans = [shop.person() for _ in range(SCANS // 5)]
    reader = shop.guest.start(
        f"exec timeout 50 /mnt/host/read_keys {scanner.node} --grab --serve /run/bare.sock {ENTERS}")
    shop.ending.callback(shop.guest.run, f"kill {reader} 2>/dev/null || :")
    shop.guest.wait_until("[ -S /run/bare.sock ]")
    times, lines = type_licences(shop, scanner, [file for _, file in scans], "/run/bare.sock")
    for (person, _), line in zip(scans, lines):
        assert line == {"type": "applicant", "keys": len(person.payload)}, line
    report("last key to a bare C reader's line", times)


@test("an idle daemon, with a scanner and a till, wakes at most once a second")
def idle(shop):
    shop.scanner(HONEYWELL_KEYBOARD)
    shop.till()
    count = f"cat /proc/{shop.process}/task/*/status | awk '/ctxt_switches/ {{ n += $2 }} END {{ print n }}'"
    before, after = map(int, shop.guest.run(f"{count}; sleep {IDLE_SECONDS}; {count}", 50).split())
    measurements.append(f"{'wake-ups of the idle daemon':<44} {(after - before) / IDLE_SECONDS:.2f} a second")
    assert after - before <= WAKE_UPS_A_SECOND * IDLE_SECONDS, after - before
