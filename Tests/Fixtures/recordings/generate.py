#!/usr/bin/env python3
"""Writes the corpus: a recording for each model of scanners.py and faults.py, and beside it the till's lines that must come of it.

    generate.py            writes the files anew
    generate.py --check    fails where a file isn't what would be written
"""
import json
import pathlib
import sys

sys.dont_write_bytecode = True
from faults import FAULTS
from scanners import SCANNERS

MODELS = SCANNERS + FAULTS
FOLDER = pathlib.Path(__file__).parent


def files():
    for model in MODELS:
        yield f"{model.name}.scan", model.text
        yield f"{model.name}.expected.jsonl", "".join(
            json.dumps(line, ensure_ascii=False) + "\n" for line in model.expected)


def main():
    wanted = dict(files())
    if len(wanted) != 2 * len(MODELS):
        sys.exit("two models have one name")
    found = {path.name for pattern in ("*.scan", "*.expected.jsonl") for path in FOLDER.glob(pattern)}
    if "--check" in sys.argv[1:]:
        wrong = [name for name in sorted(found | wanted.keys())
                 if name not in found or (FOLDER / name).read_text(encoding="utf-8") != wanted.get(name)]
        for name in wrong:
            print(f"{name}: not what generate.py writes")
        sys.exit(1 if wrong else 0)
    for name in found - wanted.keys():
        (FOLDER / name).unlink()
    for name, text in wanted.items():
        (FOLDER / name).write_text(text, encoding="utf-8")
    print(f"{len(MODELS)} recordings of {len({model.title for model in MODELS})} models")


main()
