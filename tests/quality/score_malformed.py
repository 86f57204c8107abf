"""Check malformed catalogs: does nothing crash, hang or change, and is the verdict msgfmt's?

    python tests/quality/score_malformed.py FILES AND FOLDERS… [--variants 5] [--seed 1]

Each file (.po and .pot, also in folders) is checked as ``glossary check FILE`` does, and again as the glossary that
a sound catalog is checked against. ``--variants`` also makes as many damaged copies of each: bytes cut off, changed,
doubled or swapped, lines lost or out of order, other line ends, charsets and conflict markers. A file counts as
well-formed when it is read whole and tells no message twice; msgfmt's verdict is its exit code. Disagreements are
printed with both reasons; a line break at only one end (T504), which msgfmt refuses, counts as not well-formed.
Needs msgfmt. Exit code 1 when anything crashed, took more than 10 seconds, changed a file, or was refused without a
line.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from glossary import checking
from glossary.catalogs.scanning import scan
from glossary.checks.spacing import line_breaks
from glossary.errors import GlossaryError
from glossary.settings import Settings

LONGEST = 10.0
"""Seconds of CPU for one file, of which none has more than some hundred lines."""
SOUND = (
    'msgid ""\nmsgstr ""\n"Language: uk\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    'msgid "war"\nmsgstr "війна"\n'
)


def main() -> int:
    """Print the figures and each disagreement; 0 when nothing went wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--variants", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    named = [file for path in options.paths for file in ([path] if path.is_file() else sorted(path.rglob("*.po*")))]
    files = {str(path): path.read_bytes() for path in named if path.is_file()}
    draw = random.Random(options.seed)
    for name, data in list(files.items()):
        for number in range(options.variants):
            files[f"{name} damaged {number}"] = damaged(data, draw)
    with tempfile.TemporaryDirectory() as folder:
        sound = Path(folder, "sound.po")
        sound.write_text(SOUND, encoding="utf-8")
        count: Counter[str] = Counter()
        for name, data in files.items():
            path = Path(folder, "file.po")
            path.write_bytes(data)
            for what in judged(path, data, sound):
                count[what] += 1
                if what in ("crashed", "slow", "changed", "refused without a line", "disagree"):
                    print(f"{what}: {name}")
    print(f"{len(files)} files: " + ", ".join(f"{what} {number}" for what, number in sorted(count.items())))
    return int(any(count[what] for what in ("crashed", "slow", "changed", "refused without a line")))


def judged(path: Path, data: bytes, sound: Path) -> Iterator[str]:
    """What is to be counted about one file."""
    start = time.process_time()
    try:
        checking.check(Settings(root=path.parent), checking.Request((path,)))
        checking.check(Settings(root=path.parent), checking.Request((sound,), path))
    except GlossaryError as error:
        if "\n" in str(error):
            yield "crashed"
    except Exception as error:  # noqa: BLE001  (a crash is what is looked for)
        print(f"    {error!r}")
        yield "crashed"
    if time.process_time() - start > LONGEST:
        yield "slow"
    if path.read_bytes() != data:
        yield "changed"
    file = scan(data, "file.po")
    if file.refused and not file.slips[-1].line:
        yield "refused without a line"
    ours = not file.refused and not any(slip.kind in ("duplicate", "bom") for slip in file.slips)
    ours = ours and next(line_breaks(file), None) is None
    result = subprocess.run(["msgfmt", "-o", "/dev/null", path], capture_output=True, check=False)
    theirs = result.returncode == 0
    yield "agree" if ours == theirs else "disagree"
    yield "well-formed" if ours else "refused"
    if ours != theirs:
        reasons = result.stderr.decode("utf-8", "replace").replace(str(path), "").strip().splitlines()[:2]
        print(f"    ours: {[slip.message for slip in file.slips] or 'fine'}; msgfmt: {reasons or 'fine'}")


def damaged(data: bytes, draw: random.Random) -> bytes:
    """A copy of a file with one kind of damage."""
    lines = data.splitlines(keepends=True) or [b""]
    place, line = draw.randrange(len(data) + 1), draw.randrange(len(lines))
    kind = draw.randrange(12)
    if kind == 0:
        return data[:place]
    if kind == 1:
        return data[:place] + bytes([draw.randrange(256)]) + data[place + 1 :]
    if kind == 2:
        return data[:place] + data[place : place + 40] + data[place:]
    if kind == 3:
        return b"".join(lines[:line] + lines[line + 1 :])
    if kind == 4:
        draw.shuffle(lines)
        return b"".join(lines)
    if kind == 5:
        return data.replace(b"\r\n", b"\n").replace(b"\n", draw.choice([b"\r\n", b"\r"]))
    if kind == 6:
        return b"\xef\xbb\xbf" + data
    if kind == 7:
        charset = draw.choice([b"EUC-KR", b"UTF-16", b"Klingon", b"CP1251", b"utf8"])
        return data.replace(b"charset=UTF-8", b"charset=" + charset)
    if kind == 8:
        marker = draw.choice([b"<<<<<<< HEAD\n", b"=======\n", b">>>>>>> theirs\n"])
        return b"".join([*lines[:line], marker, *lines[line:]])
    if kind == 9:
        return data[:place] + draw.choice([b'"', b"\\", b"\0", b"\n", b"msgid", b"\xff", b"#~ "]) + data[place:]
    return b"".join([*lines[:line], *lines[line : line + 3], *lines[line:]]) if kind == 10 else data + data


if __name__ == "__main__":
    sys.exit(main())
