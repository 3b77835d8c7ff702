"""A till in the guest: what the README tells one to do, `socat` on the socket, as an ordinary user."""
import json

SOCKET = "/run/scanbridge/till.sock"


class Till:
    """Reads from the moment it is made until `close`; with `again`, it connects anew whenever it is cut off.

    Its lines are kept in the guest's memory (/run is no disk).
    """

    count = 0

    def __init__(self, guest, user="cashier", again=False):
        Till.count += 1
        self._guest = guest
        self._path = f"/run/tills/{Till.count}"
        # What socat complains of.
        self.errors_path = f"{self._path}.errors"
        read = f"setpriv --reuid={user} --regid={user} --init-groups socat -u UNIX-CONNECT:{SOCKET} STDOUT"
        if again:
            read = f'sh -c "while :; do {read}; sleep 0.1; done"'
        # `timeout` leads a process group, and passes its own end on to all of it.
        self._process = guest.start(f"exec timeout 300 {read} >{self._path} 2>{self.errors_path}")

    def lines(self, kind=None):
        """What it has read so far, or what of it is of one type; a line that is not yet whole is not there."""
        text = self._guest.run(f"cat {self._path}")
        whole = [json.loads(line) for line in text.split("\n")[:-1]]
        return [line for line in whole if kind in (None, line["type"])]

    def wait_for(self, kind, count=1, timeout=10):
        """Waits until it has read `count` lines of a type, and returns all that it has."""
        pattern = f'"type":"{kind}"'
        self._guest.wait_until(f"[ $(grep -c '{pattern}' {self._path}) -ge {count} ]", timeout)
        return self.lines(kind)

    @property
    def errors(self):
        return self._guest.run(f"cat {self.errors_path}")

    def close(self):
        self._guest.run(f"kill {self._process} 2>/dev/null || :")
