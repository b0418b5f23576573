"""In which form does somebody get a letter? Large print by itself for whoever needs it; people make the rest."""

from putright.casework.adjustments import needs_of
from putright.casework.deaths import goes_to, person_of
from putright.domain.adjustments import Adjustment, is_needed
from putright.domain.easy_read import LETTER as EASY_READ
from putright.letters.pdf import PrintSize
from putright.records.models import Case


def print_size_of(case: Case, letter: str) -> PrintSize:
    """How large a letter of this name is printed: 18 point for whoever needs large print, and what is in easy read."""
    if letter == EASY_READ:
        return PrintSize.LARGE
    who = goes_to(letter)
    if who is not None and is_needed(Adjustment.LARGE_PRINT, needs_of(person_of(case, who))):
        return PrintSize.LARGE
    return PrintSize.STANDARD
