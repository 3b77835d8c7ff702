"""The POS API within the unit: reached over TLS from a sandbox that is open for it and no further."""
import json
import shutil
from pathlib import Path

from rig.scanners import HONEYWELL_KEYBOARD
from rig.suite import test

CERTIFICATES = Path(__file__).resolve().parents[2] / "Fixtures" / "certificates"
DROP_IN = "/usr/share/doc/scanbridge/examples/remote.conf"
SECRET = "/etc/scanbridge/client_secret"
AUTHORITY = "/etc/scanbridge/authority.pem"
PORT = 8443


def serve(shop):
    """Starts the API in the guest; it answers with whom the file on the share tells of."""
    for name in "server.pem", "server.key", "authority.pem":
        shutil.copy(CERTIFICATES / name, shop.share)
    listen = f"OPENSSL-LISTEN:{PORT},bind=127.0.0.1,reuseaddr,fork,verify=0,cert=/mnt/host/server.pem,key=/mnt/host/server.key"
    shop.guest.run("systemd-run --quiet --collect --unit=api.service "
                   f"socat {listen} \"EXEC:/mnt/host/answer_http /mnt/host/applicant.json {SECRET}\"")
    shop.ending.callback(shop.guest.run, "systemctl stop api.service 2>/dev/null || :")
    shop.guest.wait_until(f"ss --no-header --tcp --listening | grep -q :{PORT}")


def open_sandbox(shop):
    """As docs/security.md has it: the drop-in with this API's address, and the secret that it loads."""
    shop.guest.run(f"umask 077 && tr -dc a-z0-9 </dev/urandom | head -c 32 >{SECRET}; install -m 644 /mnt/host/authority.pem {AUTHORITY}")
    shop.ending.callback(shop.guest.run, f"rm -f {SECRET} {AUTHORITY}")
    shop.drop_in(shop.guest.run(f"sed 's/^IPAddressAllow=.*/IPAddressAllow=127.0.0.1/' {DROP_IN}").replace("'", ""))


def turn_to_endpoint(shop, more, outcome):
    shop.configure(f"decode: {{mode: remote, deadline: 5s}}\npos_api: {{url: \"https://127.0.0.1:{PORT}/flexiti/pos-api\", "
                   f"client_id: shop, client_secret_file: client_secret{more}}}")
    shop.guest.wait_until(f"journalctl -b _PID={shop.process} | grep -q '{outcome}'")


def scan(shop, scanner, till):
    """The line that comes of a new person whom the API knows under another first name than the card's."""
    person, file = shop.person(scanner)
    known = {"first_name": f"{person.first_name}O", "last_name": person.last_name, "dob": person.birth,
             "govid_number": person.number, "govid_issuedby": "ON", "govid_expiry": "2035-12-01"}
    (shop.share / "applicant.json").write_text(json.dumps(known))
    before = len(till.lines("applicant"))
    scanner.send(file)
    return person, till.wait_for("applicant", before + 1)[-1]


@test("within the unit the POS API decodes over TLS with the secret that systemd loads, and the card stands in when it is gone")
def remote_decoding(shop):
    serve(shop)
    open_sandbox(shop)
    # The guest has no list of trusted authorities.
    turn_to_endpoint(shop, "", "nothing changed: .*install ca-certificates, or set pos_api.ca_file")
    turn_to_endpoint(shop, f", ca_file: {AUTHORITY}", "configuration taken")
    till = shop.till()
    scanner = shop.scanner(HONEYWELL_KEYBOARD)
    person, line = scan(shop, scanner, till)
    assert line["source"] == "remote", line["warnings"]
    assert line["applicant"]["first_name"] == f"{person.first_name}O"
    assert [(warning["code"], warning.get("field")) for warning in line["warnings"]][:1] == [
        ("remote_disagrees", "first_name")], line["warnings"]
    shop.guest.run("systemctl stop api.service")
    person, line = scan(shop, scanner, till)
    assert line["source"] == "local", line
    person.check(line, ["remote_unavailable"])
    # Neither the secret nor the token comes to the journal. This command does, so it must not hold what it looks for.
    assert not shop.guest.succeeds(f"journalctl -b | grep -q -e 'token-[1]' -e \"$(cat {SECRET})\"")
