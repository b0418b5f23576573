"""What is the reference of a case: eight letters and digits that mean nothing and show a slip of the pen?"""

from typing import Final

# Crockford's letters and digits: no I, L, O or U, which are misread or misheard.
SYMBOLS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH: Final = 8
RANDOM_BYTES: Final = 5

_MEANT: Final = str.maketrans({"O": "0", "I": "1", "L": "1", "-": None, " ": None})
_BITS: Final = 5
_FIELD: Final = 0b100101  # x^5 + x^2 + 1: sums of symbols are sums in the field of 32 elements


def reference_from(random: bytes) -> str:
    """The reference that five random bytes make: seven symbols of 35 bits, and one that checks them.

    >>> reference_from(bytes([0, 0, 0, 0, 0])), reference_from(bytes([255, 64, 1, 2, 3]))
    ('00000000', 'ZX0020GD')
    """
    if len(random) != RANDOM_BYTES:
        raise ValueError(f"a reference is made of {RANDOM_BYTES} random bytes, not {len(random)}")
    number = int.from_bytes(random) >> (8 * RANDOM_BYTES - _BITS * (LENGTH - 1))
    places = range(LENGTH - 2, -1, -1)
    body = "".join(SYMBOLS[number >> (_BITS * place) & 31] for place in places)
    return body + check_of(body)


def reference_meant(typed: str) -> str | None:
    """The reference that a person meant by what they typed, or nothing if it cannot be one.

    Small letters, hyphens and spaces are as good; O is read as nought, I and L as one. Every single wrong symbol and
    every two that changed places are noticed.

    >>> reference_meant("zx00-20gd"), reference_meant("zx00-20gf"), reference_meant("zxOO 2ogd")
    ('ZX0020GD', None, 'ZX0020GD')
    """
    meant = typed.strip().upper().translate(_MEANT)
    if len(meant) != LENGTH or any(symbol not in SYMBOLS for symbol in meant):
        return None
    return meant if check_of(meant[:-1]) == meant[-1] else None


def reference_shown(reference: str) -> str:
    """A reference as people read it: four and four.

    >>> reference_shown("ZX0020GD")
    'ZX00-20GD'
    """
    return f"{reference[:4]}-{reference[4:]}"


def check_of(body: str) -> str:
    """The symbol that checks those before it, up to thirty of them."""
    # Each place has a weight of its own, none of them nought or one: so a wrong symbol changes the sum, and so do two
    # symbols that changed places, the check symbol among them.
    total, weight = 0, 2
    for symbol in body:
        total ^= _times(SYMBOLS.index(symbol), weight)
        weight = _times(weight, 2)
    return SYMBOLS[total]


def _times(left: int, right: int) -> int:
    """The product of two elements of the field of 32."""
    product = 0
    while right:
        if right & 1:
            product ^= left
        left, right = left << 1, right >> 1
        if left & 32:
            left ^= _FIELD
    return product
