"""What is printed on a consent form, so that whoever gets it back knows of which case it is, and which form of it?"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from putright.domain.references import LENGTH, SYMBOLS, check_of, reference_meant, reference_shown

_MARK: Final = "C"
MOST_FORMS: Final = len(SYMBOLS) - 1  # of one case; the first is number 1
_MOST_LOOKED_AT: Final = 2_000  # characters of a subject, of the name of a file, or of what was typed
_BETWEEN: Final = "[-\u2010-\u2013 _]?"
_FOUR: Final = "[0-9A-Za-z]{4}"
_LIKE_A_CODE: Final = re.compile(
    rf"(?<![0-9A-Za-z]){_FOUR}{_BETWEEN}{_FOUR}{_BETWEEN}[Cc][0-9A-Za-z]{{3}}(?![0-9A-Za-z])"
)
_MEANT: Final = str.maketrans({"O": "0", "I": "1", "L": "1", **dict.fromkeys("-\u2010\u2011\u2012\u2013 _")})


@dataclass(frozen=True, slots=True, kw_only=True)
class FormCode:
    """A form: the reference of its case, and which one of the case it is."""

    reference: str
    form: int

    @property
    def shown(self) -> str:
        """As it is printed: the reference, then four symbols, two of which check all the others.

        >>> FormCode(reference="ZX0020GD", form=1).shown
        'ZX00-20GD-C1EZ'
        """
        body = self.reference + _MARK + SYMBOLS[self.form]
        return f"{reference_shown(self.reference)}-{_MARK}{SYMBOLS[self.form]}{_checks(body)}"


def form_meant(typed: str) -> FormCode | None:
    """The form that was meant by what was typed, or nothing if it can be none; as forgiving as a reference.

    >>> form_meant("zx00 20gd c1ez") == FormCode(reference="ZX0020GD", form=1), form_meant("ZX00-20GD-C2EZ")
    (True, None)
    """
    plain = typed[:_MOST_LOOKED_AT].strip().upper().translate(_MEANT)
    reference, rest = reference_meant(plain[:LENGTH]), plain[LENGTH:]
    if reference is None or len(rest) != len("C1EZ") or rest[0] != _MARK or rest[1] not in SYMBOLS[1:]:
        return None
    found = FormCode(reference=reference, form=SYMBOLS.index(rest[1]))
    return found if rest[2:] == _checks(reference + rest[:2]) else None


def forms_named(texts: Iterable[str]) -> tuple[FormCode, ...]:
    """Every form whose code stands in a subject, or in the name of a file that a scanner was told to give.

    >>> [code.form for code in forms_named(["Scan ZX00-20GD-C1EZ.pdf", "ZX0020GDC1EZ", "holiday.jpg"])]
    [1]
    """
    found = (form_meant(one.group()) for text in texts for one in _LIKE_A_CODE.finditer(text[:_MOST_LOOKED_AT]))
    return tuple(dict.fromkeys(code for code in found if code))


def _checks(body: str) -> str:
    """Two symbols: the sum of the places counted from the front, and from the back."""
    return check_of(body) + check_of(body[::-1])
