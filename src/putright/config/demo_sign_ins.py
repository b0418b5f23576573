"""Who can sign in to a demonstration? Read from the file that `putright demo` prints and keeps; nobody elsewhere."""

from __future__ import annotations

import re
from pathlib import Path

_ADDRESS = re.compile(r"^\s*([^\s@]+@[^\s@]+)\s", re.MULTILINE)
_PASSWORD = re.compile(r"password: *(\S+)")


def demo_sign_ins(file: Path) -> dict[str, str]:
    """Return the password of each address that begins a line of the file, in its order; none without the file.

    The names, posts and organisations beside them are for people to read: a page asks the database for those.
    """
    if not file.exists():
        return {}
    text = file.read_text(encoding="utf-8")
    password = _PASSWORD.search(text)
    return dict.fromkeys(_ADDRESS.findall(text), password[1]) if password else {}
