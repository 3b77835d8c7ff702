"""The package's end: removal and purge."""
from rig.scanners import HONEYWELL_KEYBOARD, HONEYWELL_SERIAL
from rig.suite import test
from rig.till import SOCKET

# Where a package may leave something. The rest of the disk is what Debian's own tools keep of every package.
PLACES = "/etc /usr /var/lib/scanbridge /var/cache /run /var/lib/systemd /opt /srv /home"
LEFT = rf"find {PLACES} -iname '*scanbridge*' ! -path '/run/udev/*' ! -path '/run/tills/*' 2>/dev/null; " \
       "getent passwd scanbridge; getent group scanbridge scanbridge-till; " \
       "systemctl list-unit-files 'scanbridge*' --no-legend; grep -rl SCANBRIDGE /run/udev/data || :"


@test("removed, the package's scanner is a keyboard like others again; purged, it leaves nothing behind")
def remove_and_purge(shop):
    keyboard, serial = shop.scanner(HONEYWELL_KEYBOARD), shop.scanner(HONEYWELL_SERIAL, port=1)
    assert keyboard.node not in shop.guest.run("libinput list-devices")
    assert shop.guest.run(LEFT).strip() != ""

    shop.guest.run("apt-get remove -qq -y scanbridge 2>&1 && udevadm settle", 50)
    assert not shop.guest.succeeds(f"[ -e {SOCKET} ]") and not shop.guest.succeeds("pgrep -x scanbridge")
    assert keyboard.node in shop.guest.run("libinput list-devices")
    assert shop.guest.run(f"stat -c %G {keyboard.node} {serial.node}").split() == ["input", "dialout"]
    assert shop.guest.run("ls /etc/scanbridge").strip() != "", "removing must keep the configuration"

    shop.guest.run("apt-get purge -qq -y scanbridge 2>&1 && systemctl daemon-reload && udevadm settle", 50)
    left = shop.guest.run(LEFT).strip()
    assert left == "", left
