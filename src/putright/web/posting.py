"""Which letters did a form name, and how does it name them?"""

from __future__ import annotations

from putright.casework.queries.print_queue import MOST
from putright.web.page_request import StaffRequest

Named = tuple[str, int]  # a letter by its case and its number there
_PARTS = 2


def letter_value(reference: str, number: int) -> str:
    """Return how a form names a letter.

    >>> letter_value("7K2M9QXT", 3)
    '7K2M9QXT.3'
    """
    return f"{reference}.{number}"


def named_letters(request: StaffRequest, field: str) -> tuple[Named, ...]:
    """Return the letters that were named in a field, as far as the form can have named them."""
    parts = (value.split(".") for value in request.POST.getlist(field)[:MOST])
    return tuple((part[0], int(part[1])) for part in parts if len(part) == _PARTS and part[1].isdecimal())
