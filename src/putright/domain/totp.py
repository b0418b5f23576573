"""Which six digits does an authenticator app show at a moment? RFC 6238, with its usual thirty seconds and SHA-1."""

import hmac
from base64 import b32encode
from datetime import datetime
from hashlib import sha1
from typing import Final
from urllib.parse import quote, urlencode

SECRET_BYTES: Final = 20  # as RFC 4226 recommends: what HMAC-SHA-1 takes whole
STEP_SECONDS: Final = 30
DIGITS: Final = 6
DRIFT: Final = 1  # steps by which a telephone's clock may be wrong, either way


def step_of(now: datetime) -> int:
    """The number of the thirty seconds that an instant falls in."""
    return int(now.timestamp()) // STEP_SECONDS


def code_at(secret: bytes, step: int, *, digits: int = DIGITS) -> str:
    """The code of a step: RFC 4226 section 5.3.

    >>> code_at(b"12345678901234567890", 59 // 30, digits=8)
    '94287082'
    """
    digest = hmac.new(secret, step.to_bytes(8), sha1).digest()
    place = digest[-1] & 15
    number = int.from_bytes(digest[place : place + 4]) & 0x7FFFFFFF
    return str(number % 10**digits).zfill(digits)


def step_matching(secret: bytes, typed: str, *, now: datetime, after: int) -> int | None:
    """The step of which this is the code, one earlier or later than now at most; nothing if it is of none.

    `after` is the step of the code that was used last: it and those before it are used up.
    """
    code = "".join(typed.split())
    here = step_of(now)
    for step in range(max(0, here - DRIFT), here + DRIFT + 1):
        if hmac.compare_digest(code_at(secret, step).encode(), code.encode()) and step > after:
            return step
    return None


def secret_shown(secret: bytes) -> str:
    """A secret as a person types it into an app: groups of four letters and digits.

    >>> secret_shown(b"12345678901234567890")
    'GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ'
    """
    letters = b32encode(secret).decode().rstrip("=")
    return " ".join(letters[place : place + 4] for place in range(0, len(letters), 4))


def address_for_app(secret: bytes, *, account: str, issuer: str) -> str:
    """What the square picture says that an app reads: the secret, whose it is and where it is used."""
    label = quote(f"{issuer}:{account}", safe="@")
    said = {"secret": b32encode(secret).decode().rstrip("="), "issuer": issuer, "digits": DIGITS}
    return f"otpauth://totp/{label}?{urlencode(said, quote_via=quote)}"
