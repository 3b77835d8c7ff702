"""The inside of the machine, by QEMU's guest agent: commands run there as root."""
import base64
import time

from .errors import RigError
from .line_channel import LineChannel
from .machine import BOOT_SECONDS


# How many times longer than on a quiet machine anything may take: a host that is shared is slow for minutes.
PATIENCE = 3


class CommandFailed(RigError):
    """A command in the guest ended with another status than 0; the message has its output."""


class Guest:
    def __init__(self, machine):
        """Waits until the guest is up."""
        deadline = machine.started + BOOT_SECONDS
        self.machine = machine
        self._agent = LineChannel(machine.folder / "agent", deadline)
        self._synchronize(deadline)
        self.boot_seconds = time.monotonic() - machine.started
        self.run("mount -t 9p -o trans=virtio,version=9p2000.L,ro,msize=512000 host /mnt/host")

    def _synchronize(self, deadline):
        """What is sent before the agent listens waits for it, so that its first answer means it is up."""
        self._agent.send({"execute": "guest-sync-delimited", "arguments": {"id": 1}}, prefix=b"\xff")
        while True:
            try:
                # What came before may be a complaint about the byte that resynchronizes.
                if self._agent.receive(1).get("return") == 1:
                    return
            except RigError:
                self.machine.ensure_running()
                if time.monotonic() > deadline:
                    raise RigError("the guest did not come up:\n" + self.machine.console()[-3000:]) from None

    def _call(self, command, **arguments):
        self._agent.send({"execute": command, "arguments": arguments})
        reply = self._agent.receive(30)
        if "error" in reply:
            raise RigError(f"{command}: {reply['error']['desc']}")
        return reply["return"]

    def start(self, script):
        """Starts a shell script in the guest; returns its process id there.

        The agent logs the script to the journal: a person's data goes by file, never in it.
        """
        return self._call("guest-exec", path="/bin/sh", arg=["-c", script], **{"capture-output": True})["pid"]

    def finish(self, process, timeout=30):
        """What a started script printed, once it has ended."""
        deadline = time.monotonic() + timeout * PATIENCE
        pause = 0.01
        while not (status := self._call("guest-exec-status", pid=process))["exited"]:
            if time.monotonic() > deadline:
                self._call("guest-exec", path="/bin/kill", arg=["-KILL", str(process)])
                raise RigError(f"not done after {timeout * PATIENCE} s")
            time.sleep(pause)
            pause = min(0.25, pause * 1.5)
        output = "".join(
            base64.b64decode(status.get(key, "")).decode(errors="replace") for key in ("out-data", "err-data"))
        if status.get("exitcode") != 0:
            raise CommandFailed(f"exit status {status.get('exitcode')}, signal {status.get('signal')}: {output}")
        return output

    def run(self, script, timeout=30):
        """What a shell script prints in the guest; an exit status other than 0 is an error."""
        try:
            return self.finish(self.start(script), timeout)
        except RigError as error:
            raise type(error)(f"`{script}`: {error}") from None

    def succeeds(self, script, timeout=30):
        try:
            self.run(script, timeout)
        except CommandFailed:
            return False
        return True

    def wait_until(self, condition, timeout=20):
        """Waits for a shell command to succeed."""
        self.run(f"until {condition}; do sleep 0.2; done", timeout)
