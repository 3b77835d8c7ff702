"""Tests are sentences: functions that are named by one, and run in the order in which they are written."""
import signal
import time
import traceback

from .guest import PATIENCE

_tests = []
# What tests measured, in words, for the end of the run.
measurements = []


def test(sentence, seconds=60):
    """`seconds` is what it may take at most, on a machine that does nothing else."""
    def add(function):
        _tests.append((sentence, seconds, function))
        return function
    return add


def matching(pattern):
    return [test for test in _tests if pattern.search(test[0])]


class OutOfTime(Exception):
    pass


def _ring(*_):
    raise OutOfTime("not done in time")


def run(shop, tests):
    """Runs the tests; returns how many of them failed."""
    signal.signal(signal.SIGALRM, _ring)
    failed = 0
    for sentence, seconds, function in tests:
        begin = time.monotonic()
        error = _run(function, seconds, shop)
        report = f"{'FAIL' if error else 'ok  '} {time.monotonic() - begin:5.1f} s  {sentence}"
        if error:
            failed += 1
            report += _explanation(error, shop)
        # In one piece: another guest prints as well.
        print(report, flush=True)
    return failed


def _run(function, seconds, shop):
    signal.alarm(seconds * PATIENCE)
    try:
        with shop.test():
            function(shop)
    except Exception as error:
        return error
    finally:
        signal.alarm(0)
    return None


def _explanation(error, shop):
    """Where and why, and the daemon's own words; all people here are made up."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if "/tests/" in frame.filename]
    where = [f"       {frame.filename.rsplit('/', 1)[-1]}:{frame.lineno}: {frame.line}" for frame in frames]
    try:
        journal = shop.guest.run(
            "journalctl -b -n 40 -o short-monotonic --no-pager -u scanbridge.service; dmesg | tail -n 5")
    except Exception as second:
        journal = f"       and no journal: {second}"
    return "\n".join(["", *where, f"       {type(error).__name__}: {error}", journal])
