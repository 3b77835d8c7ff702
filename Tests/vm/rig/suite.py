"""Tests are sentences: functions that are named by one, and run in the order in which they are written."""
import signal
import time
import traceback

SECONDS_A_TEST = 60
_tests = []
# What tests measured, in words, for the end of the run.
measurements = []


def test(sentence):
    def add(function):
        _tests.append((sentence, function))
        return function
    return add


class OutOfTime(Exception):
    pass


def _ring(*_):
    raise OutOfTime(f"not done after {SECONDS_A_TEST} s")


def run(shop, pattern):
    """Runs the tests whose sentences match; returns how many ran and how many of them failed."""
    signal.signal(signal.SIGALRM, _ring)
    chosen = [(sentence, function) for sentence, function in _tests if pattern.search(sentence)]
    failed = 0
    for sentence, function in chosen:
        begin = time.monotonic()
        error = _run(function, shop)
        print(f"{'FAIL' if error else 'ok  '} {time.monotonic() - begin:5.1f} s  {sentence}", flush=True)
        if error:
            failed += 1
            _explain(error, shop)
    return len(chosen), failed


def _run(function, shop):
    signal.alarm(SECONDS_A_TEST)
    try:
        with shop.test():
            function(shop)
    except Exception as error:
        return error
    finally:
        signal.alarm(0)
    return None


def _explain(error, shop):
    """Where and why, and the daemon's own words; all people here are made up."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if "/tests/" in frame.filename]
    for frame in frames:
        print(f"       {frame.filename.rsplit('/', 1)[-1]}:{frame.lineno}: {frame.line}")
    print(f"       {type(error).__name__}: {error}")
    try:
        print(shop.guest.run("journalctl -b -n 40 -o short-monotonic --no-pager -u scanbridge.service; dmesg | tail -n 5"))
    except Exception as second:
        print(f"       and no journal: {second}", flush=True)
