"""Has an entry been altered, put in or taken away? Each is sealed together with the one before it."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

# What an entry may hold: codes, dates written as text, numbers, flags, and lists of them.
Plain = str | int | bool | None | list["Plain"] | dict[str, "Plain"]

NOTHING_BEFORE: Final = "0" * 64
SALT_BYTES: Final = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Sealed:
    """One entry of a chain as it stands in the store: its number, what it says, and the seal that was kept."""

    number: int
    entry: Mapping[str, Plain]
    seal: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """How many entries a chain has, and the seal of the last."""

    count: int
    seal: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Break:
    """The first entry of a chain that does not fit, and what is wrong there."""

    number: int
    code: str
    message: str


EMPTY: Final = Head(count=0, seal=NOTHING_BEFORE)


def canonical(entry: Mapping[str, Plain]) -> bytes:
    """The one way to write an entry down: JSON with sorted keys and no spaces, in UTF-8.

    >>> canonical({"on": "2026-04-02", "event": "received"})
    b'{"event":"received","on":"2026-04-02"}'
    """
    text = json.dumps(entry, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
    return text.encode()


def seal_of(before: str, entry: Mapping[str, Plain]) -> str:
    """The seal of an entry that follows the one whose seal is `before`: SHA-256 of both."""
    return sha256(before.encode() + b"\n" + canonical(entry)).hexdigest()


def salted_digest(content: bytes, salt: bytes) -> str:
    """The digest of a document: with its salt of 128 random bits, so that a short text cannot be found by trying."""
    if len(salt) != SALT_BYTES:
        raise ValueError(f"a salt has {SALT_BYTES} bytes, not {len(salt)}")
    return sha256(salt + content).hexdigest()


def first_break(entries: Iterable[Sealed], *, kept: Head) -> Break | None:
    """The first entry that does not fit, or nothing if the chain is whole up to its kept head.

    Entries later than a kept head are no fault: the chain has grown since the head was kept.
    """
    before, count = NOTHING_BEFORE, 0
    for sealed in entries:
        if sealed.number != count + 1:
            message = f"entry {count + 1} is missing: the next one is numbered {sealed.number}"
            return Break(number=count + 1, code="entry-missing", message=message)
        count = sealed.number
        if seal_of(before, sealed.entry) != sealed.seal:
            message = f"entry {count} is not what was sealed: it, or the one before it, has been altered"
            return Break(number=count, code="entry-altered", message=message)
        before = sealed.seal
        if count == kept.count and sealed.seal != kept.seal:
            message = f"entry {count} is not the one whose seal was kept: the chain has been written anew"
            return Break(number=count, code="chain-rewritten", message=message)
    if count < kept.count:
        message = f"{kept.count} entries were kept and {count} are there: the end has been cut off after entry {count}"
        return Break(number=count + 1, code="tail-missing", message=message)
    return None
