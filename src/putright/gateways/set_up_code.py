"""With which code is a new site set up? It is printed where the site was started, and good for one setting up.

While its file is there the site waits to be set up. Whoever reads the file may do it, so only its owner can.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hmac import compare_digest
from pathlib import Path
from typing import Final

from putright.domain.references import SYMBOLS
from putright.gateways.secrets import Secrets

GROUPS: Final = 4
GROUP: Final = 4  # 4 times 4 symbols of 5 bits: more than anybody can try
_READ_AS: Final = str.maketrans({"O": "0", "I": "1", "L": "1", "-": None, " ": None})


class CodeUsed(Exception):
    """Somebody else is setting the site up with this code, or has."""


def make_code(file: Path, secrets: Secrets) -> str:
    """Make a code, or return the one that was made before; of two programs that start together one makes it."""
    code = "-".join("".join(SYMBOLS[byte % len(SYMBOLS)] for byte in secrets.random(GROUP)) for _ in range(GROUPS))
    with suppress(FileExistsError), open(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as made:
        made.write(code)
    return code_in(file) or code


def code_in(file: Path) -> str:
    """Return the code that waits to be used, or nothing."""
    try:
        return file.read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        return ""


def is_code(file: Path, typed: str) -> bool:
    """Return whether this is the code, however its letters, hyphens and spaces are typed."""
    code = code_in(file)
    return bool(code) and compare_digest(_plain(code), _plain(typed))


def end_code(file: Path) -> None:
    """Take the code away: the site has been set up."""
    file.unlink(missing_ok=True)


@contextmanager
def using(file: Path) -> Iterator[None]:
    """Use the code up, unless what is done with it fails; raises CodeUsed where another was quicker."""
    taken = file.with_name(f"{file.name}.taken")
    try:
        os.rename(file, taken)
    except FileNotFoundError:
        raise CodeUsed from None
    try:
        yield
    except BaseException:
        os.rename(taken, file)
        raise
    taken.unlink()


def _plain(code: str) -> bytes:
    return code.upper().translate(_READ_AS).encode()
