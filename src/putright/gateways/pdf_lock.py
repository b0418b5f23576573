"""Does a PDF open for nobody without a password? Many are encrypted and open for everybody: those do not count.

Told as the standard says (ISO 32000-2, 7.6): the password that opens is tried, which is the empty one. What cannot be
told counts as open: a reader will say so.
"""

import hashlib
import re
from dataclasses import dataclass
from typing import Final

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC

# What a password is filled up with: here all of it, for the empty one (algorithm 2).
_PAD: Final = bytes.fromhex("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a")
_LOCK: Final = re.compile(rb"/Encrypt\s+(\d{1,9})\s+(\d{1,5})\s+R")
_IDS: Final = re.compile(rb"/ID\s*\[\s*(<[0-9A-Fa-f\s]*>|\()")
_ESCAPED: Final = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_FAR: Final = 4_000  # bytes within which the description of the lock ends
_OLD, _RC4_LAST, _AES_256, _AES_256_HARD = 2, 4, 5, 6  # revisions


@dataclass(frozen=True, slots=True, kw_only=True)
class _Lock:
    """What the file says of its lock."""

    revision: int
    key_bytes: int
    owner: bytes
    user: bytes
    permits: int
    covers_metadata: bool
    file_id: bytes


def needs_password(content: bytes) -> bool:
    """Whether a PDF is encrypted, and the empty password does not open it."""
    lock = _lock_of(content)
    return lock is not None and not _opens_for_everybody(lock)


def _lock_of(content: bytes) -> _Lock | None:
    named = [*_LOCK.finditer(content)]
    if not named:
        return None
    number, generation = named[-1].groups()
    begins = re.search(rb"(?<!\d)%s\s+%s\s+obj" % (number, generation), content)
    if begins is None:
        return None
    said = content[begins.end() : begins.end() + _FAR]
    revision, permits = _number(said, b"R"), _number(said, b"P")
    owner, user = _string_after(said, b"/O"), _string_after(said, b"/U")
    if b"/Standard" not in said or revision is None or permits is None or owner is None or user is None:
        return None
    ids = _IDS.search(content)
    return _Lock(
        revision=revision,
        key_bytes=_key_bytes(revision, _number(said, b"Length")),
        owner=owner,
        user=user,
        permits=permits,
        covers_metadata=re.search(rb"/EncryptMetadata\s+false", said) is None,
        file_id=_string(content, ids.start(1)) or b"" if ids else b"",
    )


def _key_bytes(revision: int, bits: int | None) -> int:
    """How long the key is; from the fourth revision on always as long, and the length that is said is of a filter."""
    if revision == _RC4_LAST:
        return 16
    return 5 if revision == _OLD else (bits or 40) // 8


def _opens_for_everybody(lock: _Lock) -> bool:
    if lock.revision <= _RC4_LAST:
        return _opens_by_rc4(lock)
    if lock.revision == _AES_256:
        return hashlib.sha256(lock.user[32:40]).digest() == lock.user[:32]
    if lock.revision == _AES_256_HARD:
        return _hard_hash(lock.user[32:40]) == lock.user[:32]
    return True


def _opens_by_rc4(lock: _Lock) -> bool:
    """Whether the empty password is that of the user: algorithms 2 and 4 to 6."""
    mixed = _PAD + lock.owner[:32] + (lock.permits & 0xFFFFFFFF).to_bytes(4, "little") + lock.file_id
    if lock.revision >= _RC4_LAST and not lock.covers_metadata:
        mixed += b"\xff" * 4
    # The standard has it so; that it protects little is known, and not what is asked here.
    key = hashlib.md5(mixed, usedforsecurity=False).digest()
    if lock.revision == _OLD:
        return _rc4(key[:5], _PAD) == lock.user[:32]
    for _ in range(50):
        key = hashlib.md5(key[: lock.key_bytes], usedforsecurity=False).digest()
    key = key[: lock.key_bytes]
    made = hashlib.md5(_PAD + lock.file_id, usedforsecurity=False).digest()
    for turn in range(20):
        made = _rc4(bytes(byte ^ turn for byte in key), made)
    return made == lock.user[:16]


def _hard_hash(salt: bytes) -> bytes:
    """Algorithm 2.B, for the empty password."""
    key = hashlib.sha256(salt).digest()
    turn = 0
    while True:
        made = Cipher(AES(key[:16]), CBC(key[16:32])).encryptor().update(key * 64)
        key = (hashlib.sha256, hashlib.sha384, hashlib.sha512)[sum(made[:16]) % 3](made).digest()
        turn += 1
        if turn >= 64 and made[-1] <= turn - 32:  # noqa: PLR2004 - the numbers of the standard
            return key[:32]


def _rc4(key: bytes, content: bytes) -> bytes:
    box = list(range(256))
    other = 0
    for place in range(256):
        other = (other + box[place] + key[place % len(key)]) % 256
        box[place], box[other] = box[other], box[place]
    out, one, two = bytearray(), 0, 0
    for byte in content:
        one = (one + 1) % 256
        two = (two + box[one]) % 256
        box[one], box[two] = box[two], box[one]
        out.append(byte ^ box[(box[one] + box[two]) % 256])
    return bytes(out)


def _number(said: bytes, name: bytes) -> int | None:
    found = re.search(rb"/%s\s+(-?\d{1,10})" % name, said)
    return int(found[1]) if found else None


def _string_after(said: bytes, name: bytes) -> bytes | None:
    found = re.search(rb"%s\s*(?=[(<])" % name, said)
    return _string(said, found.end()) if found else None


def _string(said: bytes, at: int) -> bytes | None:
    """The string that begins at a place: in brackets, or as hexadecimal digits."""
    if said[at : at + 1] == b"<":
        digits = re.sub(rb"\s", b"", said[at + 1 : said.find(b">", at)])
        return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii", "replace"))
    return _bracketed(said, at + 1)


def _bracketed(said: bytes, at: int) -> bytes | None:
    out, depth = bytearray(), 1
    while at < len(said):
        char = said[at : at + 1]
        if char == b"\\":
            octal = re.match(rb"[0-7]{1,3}", said[at + 1 : at + 4])
            plain = said[at + 1 : at + 2]
            out += bytes([int(octal[0], 8) & 0xFF]) if octal else _ESCAPED.get(plain, plain)
            at += 1 + (len(octal[0]) if octal else 1)
            continue
        depth += (char == b"(") - (char == b")")
        if not depth:
            return bytes(out)
        out += char
        at += 1
    return None
