"""Bounds, measured beside a bare C reader in the same boot."""
import json
import statistics

from rig.scanners import HONEYWELL_KEYBOARD
from rig.shop import FOUND_SETTINGS, UNIT
from rig.suite import measurements, test
from rig.till import SOCKET

SCANS = 100
LONGEST_MILLISECONDS = 20
IDLE_SECONDS = 20
# libdispatch, on which Swift's tasks run, looks after its threads once a second; the watchdog's round is every 15 s.
WAKE_UPS = IDLE_SECONDS + 2
TRACE = "/sys/kernel/tracing"
# Presses of Enter in a licence: one in the header, one at each subfile's end.
ENTERS = 3


def type_licences(shop, scanner, files, till):
    """Types them one after the other; gives, for each, milliseconds from the last key to the line, and the line.

    Not counted is how long the machine stood still: what its host did meanwhile says nothing of who reads the keys. It is
    a figure of its own.
    """
    answers = []
    # In parts, since the agent holds back what a command prints until it has ended.
    for at in range(0, len(files), 20):
        printed = shop.guest.run(scanner.sending(*files[at:at + 20], till=till), 50)
        answers += [line.split(" ", 2) for line in printed.splitlines()]
    whole, still = ([int(answer[index]) / 1000 for answer in answers] for index in (0, 1))
    if max(still) >= 1:
        report("the machine stood still for", still)
    return [time - pause for time, pause in zip(whole, still)], [json.loads(line) for *_, line in answers]


def known_scanner(shop):
    """A keyboard scanner whose settings a licence has shown, and by how many milliseconds that licence was behind."""
    shop.guest.run(f"systemctl stop scanbridge.socket {UNIT}; rm -f {FOUND_SETTINGS}; systemctl start {UNIT}")
    scanner = shop.scanner(HONEYWELL_KEYBOARD)
    person, file = shop.person()
    times, lines = type_licences(shop, scanner, [file], SOCKET)
    person.check(lines[0])
    return scanner, times


def report(name, times):
    measurements.append(f"{name:<44} median {statistics.median(times):5.1f} ms   longest {max(times):5.1f} ms")


@test("a hundred licences at full keyboard speed: none is lost, and each is with the till within 20 ms of its last key",
      seconds=180)
def hundred_licences(shop):
    scanner, first = known_scanner(shop)
    report("the same of a scanner's first licence", first)
    scans = [shop.person() for _ in range(SCANS)]
    times, lines = type_licences(shop, scanner, [file for _, file in scans], SOCKET)
    assert len(lines) == SCANS, f"{SCANS - len(lines)} licences lost"
    for (person, _), line in zip(scans, lines):
        person.check(line)
    report("last key to the till's line", times)
    assert max(times) <= LONGEST_MILLISECONDS, f"the {times.index(max(times)) + 1}th took {max(times)} ms"


@test("on a machine that three other programs keep busy, no licence is lost")
def busy_machine(shop):
    scanner = shop.scanner(HONEYWELL_KEYBOARD)
    scans = [shop.person() for _ in range(5)]
    for _ in range(3):
        busy = shop.guest.start("exec timeout 20 sh -c 'while :; do :; done'")
        shop.ending.callback(shop.guest.run, f"kill {busy} 2>/dev/null || :")
    _, lines = type_licences(shop, scanner, [file for _, file in scans], SOCKET)
    for (person, _), line in zip(scans, lines, strict=True):
        person.check(line)


@test("a bare C reader, which the hundred licences are measured against, reads the same scanner in the same boot")
def bare_reader(shop):
    shop.guest.run(f"systemctl stop scanbridge.socket {UNIT}")
    shop.ending.callback(shop.guest.run, "systemctl start scanbridge.socket")
    scanner = shop.plug(HONEYWELL_KEYBOARD)
    shop.guest.run("udevadm settle")
    scans = [shop.person() for _ in range(SCANS // 5)]
    reader = shop.guest.start(
        f"exec timeout 50 /mnt/host/read_keys {scanner.node} --grab --serve /run/bare.sock {ENTERS}")
    shop.ending.callback(shop.guest.run, f"kill {reader} 2>/dev/null || :")
    shop.guest.wait_until("[ -S /run/bare.sock ]")
    times, lines = type_licences(shop, scanner, [file for _, file in scans], "/run/bare.sock")
    whole = [line == {"type": "applicant", "keys": len(person.payload)} for (person, _), line in zip(scans, lines)]
    # It is no daemon: that it may lose keys is a figure, not a fault.
    measurements.append(f"{'licences of which a bare C reader lost keys':<44} {whole.count(False):6d} of {len(scans)}")
    assert whole.count(True) > len(scans) / 2, whole
    report("last key to a bare C reader's line", times)


@test("an idle daemon, with a scanner and a till, wakes once a second, and for the watchdog's round")
def idle(shop):
    shop.scanner(HONEYWELL_KEYBOARD)
    shop.till()
    # What it did before is over when libdispatch has ended the threads that it needs no more, which it does after 5 s.
    shop.guest.run("sleep 8")
    # Seen as they happen: threads that are done take their counters along.
    threads = shop.guest.run(f"ls /proc/{shop.process}/task").split()
    switches = shop.guest.run(f"""
        mountpoint -q {TRACE} || mount -t tracefs trace {TRACE}
        echo >{TRACE}/trace
        echo 1 >{TRACE}/events/sched/sched_switch/enable && sleep {IDLE_SECONDS}
        echo 0 >{TRACE}/events/sched/sched_switch/enable
        sed -n 's/.* \\([0-9.]*\\): sched_switch: .*prev_pid=0 .*next_pid=\\([0-9]*\\) .*/\\1 \\2/p' {TRACE}/trace""", 50)
    times = [float(time) for time, thread in map(str.split, switches.splitlines()) if thread in threads]
    # Between the first and the last, there is one less than there are wake-ups.
    rate = (len(times) - 1) / (times[-1] - times[0]) if len(times) > 1 else 0
    measurements.append(f"{'wake-ups of the idle daemon':<44} {rate:6.2f} a second")
    assert len(times) - 1 <= WAKE_UPS, f"{len(times)} in {IDLE_SECONDS} s"
