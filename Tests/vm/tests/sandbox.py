"""The service's sandbox, as the kernel and systemd make it."""
import re

from rig.scanners import HONEYWELL_KEYBOARD
from rig.shop import UNIT
from rig.suite import test
from rig.till import SOCKET

LOCAL_EXPOSURE, REMOTE_EXPOSURE = 1.0, 1.6
REMOTE_DROP_IN = "/usr/share/doc/scanbridge/examples/remote.conf"


def exposure(shop):
    """Of the service as it is loaded now: 0 is a service that can do nothing, 10 one that can do anything."""
    report = shop.guest.run(f"systemd-analyze security --no-pager {UNIT} | tail -n 1", 60)
    return float(re.search(r"[0-9]+\.[0-9]+", report).group())



@test("the local unit's exposure is at most 1.0")
def local_exposure(shop):
    found = exposure(shop)
    assert found <= LOCAL_EXPOSURE, found


@test("with the POS API's drop-in the exposure is at most 1.6, and a licence comes as before")
def remote_exposure(shop):
    # The secret that the drop-in loads.
    shop.guest.run("umask 077 && echo secret >/etc/scanbridge/client_secret")
    shop.ending.callback(shop.guest.run, "rm -f /etc/scanbridge/client_secret")
    shop.drop_in(shop.guest.run(f"cat {REMOTE_DROP_IN}").replace("'", ""))
    found = exposure(shop)
    assert found <= REMOTE_EXPOSURE, found
    till = shop.till()
    shop.check_scan(shop.scanner(HONEYWELL_KEYBOARD), till)


@test("within the unit there are no sockets but Unix sockets and udev's")
def no_network(shop):
    # The daemon's own place, with its own unit around it, is taken by a program that tries.
    shop.drop_in("[Service]\nType=oneshot\nWatchdogSec=0\nRestart=no\nStandardOutput=file:/run/tried\n"
                 "ExecStart=\nExecStart=/mnt/host/try_sockets\n")
    tried = dict(line.split() for line in shop.guest.run("cat /run/tried").splitlines())
    assert len(tried) == 7, tried
    allowed = {family for family, outcome in tried.items() if outcome == "ok"}
    assert allowed == {"AF_UNIX", "AF_NETLINK"}, tried
    assert {outcome for family, outcome in tried.items() if family not in allowed} == {"EAFNOSUPPORT"}, tried


@test("a daemon that serves a scan has no socket of an Internet protocol")
def no_open_socket(shop):
    till = shop.till()
    shop.check_scan(shop.scanner(HONEYWELL_KEYBOARD), till)
    process = shop.process
    # The same question, asked for Unix sockets, finds some.
    assert f"pid={process}," in shop.guest.run("ss --no-header --unix --all --processes")
    others = shop.guest.run("ss --no-header --tcp --udp --raw --packet --all --processes")
    assert f"pid={process}," not in others, others


@test("the kernel's word of who a till is reaches the daemon within its unit")
def peer_credentials(shop):
    # The file's mode lets everybody in; the daemon does not.
    shop.guest.run(f"chmod 666 {SOCKET}")
    shop.ending.callback(shop.guest.run, f"chmod 660 {SOCKET}")
    stranger = shop.connect("visitor")
    assert stranger.wait_for("bye")[0]["reason"] == "denied"
    assert not stranger.lines("hello")
    shop.till("cashier")


@test("udev's events reach the daemon within its unit")
def udev_events(shop):
    shop.free(0)
    till = shop.till()
    shop.plug(HONEYWELL_KEYBOARD)
    till.wait_for("scanner_added")
    shop.free(0)
    till.wait_for("scanner_removed")


@test("the state directory is the daemon's alone")
def state_directory(shop):
    assert shop.guest.run("stat -c '%U %a' /var/lib/scanbridge").strip() == "scanbridge 700"


@test("the daemon leaves no core dump, where another program does")
def no_core_dump(shop):
    shop.guest.run("mkdir -p /var/crash && chmod 777 /var/crash && echo /var/crash/core.%p >/proc/sys/kernel/core_pattern")
    shop.ending.callback(shop.guest.run, "rm -rf /var/crash; echo core >/proc/sys/kernel/core_pattern")
    shop.guest.run("ulimit -c unlimited; sh -c 'kill -SEGV $$' || :")
    assert shop.guest.run("ls /var/crash | wc -l").strip() == "1"
    process = shop.process
    # Its own doing, not only the unit's: LimitCORE= lifted, it would still not dump.
    shop.guest.run(f"prlimit --pid {process} --core=unlimited:unlimited; kill -SEGV {process}")
    shop.guest.wait_until(f"[ ! -e /proc/{process} ]")
    assert shop.guest.run("ls /var/crash | wc -l").strip() == "1"


@test("the daemon's memory is never swapped out, where another program's is")
def no_swap(shop):
    till = shop.till()
    shop.check_scan(shop.scanner(HONEYWELL_KEYBOARD), till)
    shop.guest.run("mkswap /dev/vdb >/dev/null && swapon /dev/vdb")
    shop.ending.callback(shop.guest.run, "swapoff /dev/vdb")
    shop.guest.run("systemd-run --quiet --unit=other.service sh -c 'head -c 32M /dev/zero | tail -c 32M | sleep 60'")
    shop.ending.callback(shop.guest.run, "systemctl stop other.service")
    shop.guest.wait_until("[ $(systemctl show --value -p MemoryCurrent other.service) -gt 30000000 ]")
    for unit in UNIT, "other.service":
        # Asks the kernel to take back all that it can; it gives less than that, which is EAGAIN.
        shop.guest.run(f"echo 1G >/sys/fs/cgroup/system.slice/{unit}/memory.reclaim 2>/dev/null || :")
    swapped = {unit: int(shop.guest.run(f"cat /sys/fs/cgroup/system.slice/{unit}/memory.swap.current"))
               for unit in (UNIT, "other.service")}
    assert swapped["other.service"] > 0, "nothing was swapped out, so that this proves nothing"
    assert swapped[UNIT] == 0, swapped
