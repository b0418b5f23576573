"""Where are the heads of the chains kept, so that a cut end shows? In a file a day, apart from the rows."""

import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from putright.gateways.file_errors import FileError, FileRefused

FOLDER: Final = "heads"


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptHead:
    """How many entries a case had on a day, and the seal of the last."""

    reference: str
    count: int
    seal: str


def keep_heads(folder: Path, heads: Iterable[KeptHead], *, on: date) -> Path:
    """Write the heads of a day, one JSON object a line, and return the file; a file of the same day is replaced.

    Raises OSError where there is no room; the file of before is then there still, whole.
    """
    place = folder / FOLDER / f"{on.isoformat()}.jsonl"
    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    half = place.with_suffix(".half")
    lines = (
        json.dumps({"reference": head.reference, "count": head.count, "seal": head.seal}, separators=(",", ":"))
        for head in heads
    )
    try:
        with open(os.open(half, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="ascii") as file:
            file.writelines(f"{line}\n" for line in lines)
            file.flush()
            os.fsync(file.fileno())
        half.replace(place)
    finally:
        half.unlink(missing_ok=True)
    return place


def kept_heads(folder: Path) -> Iterator[KeptHead]:
    """Every head that was kept, the oldest day first; raises FileRefused for a file that cannot be read."""
    for place in sorted((folder / FOLDER).glob("*.jsonl")):
        for number, line in enumerate(place.read_text(encoding="utf-8").splitlines(), start=1):
            yield _head(place.name, number, line)


def _head(file: str, number: int, line: str) -> KeptHead:
    try:
        said = json.loads(line)
        return KeptHead(reference=str(said["reference"]), count=int(said["count"]), seal=str(said["seal"]))
    except (ValueError, KeyError, TypeError):
        message = "this line is no kept head: take the file from the copy that was made of it"
        raise FileRefused([FileError(file=file, line=number, message=message)]) from None
