"""A PC in QEMU under software emulation, which boots the images and takes USB devices while it runs."""
import json
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

from .errors import RigError
from .line_channel import LineChannel

# What a test guest does without makes most of the difference between 6 s and 30 s to boot.
KERNEL_LINE = ("console=ttyS0 quiet loglevel=4 panic=-1 mitigations=off nokaslr tsc=reliable no_timer_check "
               "random.trust_cpu=on audit=0 apparmor=0 selinux=0 systemd.show_status=0")
BOOT_SECONDS = 120
# The guest's clock counts instructions, 2^1 ns each, and stands still whenever this machine has no time for the guest:
# a busy host makes the tests slow, but neither loses a key nor adds to a latency. Asleep, it goes with the host's.
CLOCK = ["-icount", "shift=1,sleep=on"]


class Machine:
    """Started by `with`; its end is the end of QEMU and of everything that it wrote.

    `share` is a folder that the guest sees, read-only, at /mnt/host.
    """

    def __init__(self, images, share):
        self.images = Path(images)
        self.folder = Path(tempfile.mkdtemp(prefix="scanbridge-vm-"))
        self.disk = self.folder / "disk"
        self.swap = self.folder / "swap"
        self._share = share
        self._process = None
        self._monitor = None

    def __enter__(self):
        try:
            self._start()
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(self, *_):
        self.close()

    def _start(self):
        # The guest writes to a copy, which the tests search afterwards.
        subprocess.run(["cp", "--sparse=always", self.images / "root.ext4", self.disk], check=True)
        with open(self.swap, "wb") as swap:
            swap.truncate(256 << 20)
        self.started = time.monotonic()
        with open(self.folder / "errors", "wb") as errors:
            self._process = subprocess.Popen(
                self._command(), stdin=subprocess.DEVNULL, stdout=errors, stderr=errors)
        self._monitor = LineChannel(self.folder / "monitor", self.started + 10)
        self._monitor.receive(10)
        self.monitor("qmp_capabilities")

    def _command(self):
        def disk(name, path):
            return ["-drive", f"if=none,id={name},format=raw,cache=unsafe,file={path}",
                    "-device", f"virtio-blk-pci,drive={name}"]

        def channel(name):
            return ["-chardev", f"socket,id={name},path={self.folder}/{name},server=on,wait=off"]

        return [
            # It doesn't outlive this process, however that ends.
            "setpriv", "--pdeathsig", "KILL",
            "qemu-system-x86_64", "-nodefaults", "-no-user-config", "-no-reboot", "-display", "none",
            "-machine", "q35,i8042=off", "-accel", "tcg,tb-size=512", *CLOCK, "-cpu", "qemu64", "-smp", "1", "-m", "640M",
            "-kernel", str(self.images / "vmlinux"), "-initrd", str(self.images / "boot.cpio"),
            "-append", KERNEL_LINE,
            *disk("root", self.disk), *disk("swap", self.swap),
            "-virtfs", f"local,path={self._share},mount_tag=host,security_model=none,readonly=on,multidevs=remap",
            *channel("monitor"), "-mon", "chardev=monitor,mode=control",
            "-chardev", f"file,id=console,path={self.folder}/console", "-serial", "chardev:console",
            "-device", "virtio-serial-pci", *channel("agent"),
            "-device", "virtserialport,chardev=agent,name=org.qemu.guest_agent.0",
            "-object", "rng-random,id=rng,filename=/dev/urandom", "-device", "virtio-rng-pci,rng=rng",
            "-device", "qemu-xhci,id=usb",
        ]

    def monitor(self, command, **arguments):
        """One QMP command; its answer."""
        self._monitor.send({"execute": command, "arguments": arguments})
        while True:
            reply = self._monitor.receive(30)
            if "error" in reply:
                raise RigError(f"{command}: {reply['error']['desc']}")
            if "return" in reply:
                return reply["return"]

    def wait_for_event(self, name, timeout=20):
        deadline = time.monotonic() + timeout
        while self._monitor.receive(max(0.01, deadline - time.monotonic())).get("event") != name:
            pass

    def ensure_running(self):
        if self._process.poll() is not None:
            raise RigError(f"QEMU ended with {self._process.returncode}: {(self.folder / 'errors').read_text()}")

    def console(self):
        path = self.folder / "console"
        return path.read_text(errors="replace") if path.exists() else ""

    def close(self):
        if self._process and self._process.poll() is None:
            self._process.terminate()
            try:
                self._process.wait(5)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
        if self._monitor:
            self._monitor.close()
        shutil.rmtree(self.folder, ignore_errors=True)
