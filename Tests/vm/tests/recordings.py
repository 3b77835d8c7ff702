"""Recordings of the corpus, played on a real kernel and read by the installed daemon."""
import json
import shutil
from pathlib import Path

from rig.suite import test

CORPUS = Path(__file__).resolve().parents[2] / "Fixtures" / "recordings"
# A country's keys; each character by its number on the keypad; letters with accents.
PLAYED = ["country-gb", "honeywell-alt", "datalogic-cp1252"]


def model(recording):
    return next(line.partition(": ")[2] for line in recording.read_text().splitlines() if line.startswith("model: "))


@test("recordings that replay plays as keyboards of the kernel's reach the till through the installed daemon", seconds=120)
def replayed(shop):
    till = shop.till()
    recordings = [CORPUS / f"{name}.scan" for name in PLAYED]
    # On no USB port it is a scanner only by its name.
    shop.rule("\n".join(
        f'SUBSYSTEM=="input", KERNEL=="event*", ATTRS{{name}}=="{model(recording)}", ENV{{SCANBRIDGE}}="kbd"'
        for recording in recordings))
    for count, recording in enumerate(recordings, 1):
        shutil.copy(recording, shop.share)
        shop.guest.run(f"scanbridge replay /mnt/host/{recording.name}", 50)
        line = till.wait_for("applicant", count)[-1]
        expected = recording.with_suffix(".expected.jsonl").read_text().splitlines()
        assert line["applicant"] == json.loads(expected[-1])["applicant"], line
    # Each has the device file of the one before it, whose settings are known, and found anew.
    failures = till.lines("scan_failed")
    assert not failures, failures
