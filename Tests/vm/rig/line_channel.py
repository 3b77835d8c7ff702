"""One JSON value a line over a Unix socket, as QEMU's monitor and the guest's agent speak it."""
import json
import socket
import time

from .errors import RigError


class LineChannel:
    def __init__(self, path, deadline):
        """Connects, as soon as somebody listens there, until `deadline` (monotonic seconds)."""
        self._pending = b""
        self._socket = socket.socket(socket.AF_UNIX)
        while True:
            try:
                return self._socket.connect(str(path))
            except (FileNotFoundError, ConnectionRefusedError):
                if time.monotonic() > deadline:
                    raise
                time.sleep(0.01)

    def send(self, value, prefix=b""):
        self._socket.sendall(prefix + json.dumps(value).encode() + b"\n")

    def receive(self, timeout):
        deadline = time.monotonic() + timeout
        while b"\n" not in self._pending:
            self._socket.settimeout(max(0.001, deadline - time.monotonic()))
            try:
                received = self._socket.recv(65536)
            except TimeoutError:
                raise RigError(f"no answer within {timeout:.0f} s") from None
            if not received:
                raise RigError("the guest is gone")
            self._pending += received
        line, self._pending = self._pending.split(b"\n", 1)
        # The agent answers a resynchronization with this byte first, which JSON never holds.
        return json.loads(line.lstrip(b"\xff"))

    def close(self):
        self._socket.close()
