"""How is what a person typed read from a posted form? Nothing here draws: the NHS macros do."""

from __future__ import annotations

# Posted values are whatever Django's own widgets pass along, hence Any.
from typing import Any

from django import forms
from django.utils.datastructures import MultiValueDict

from putright.web.forms.dates import PARTS, TypedDate


class DateBoxes(forms.Widget):
    """Three boxes, posted as NAME-day, NAME-month and NAME-year."""

    def value_from_datadict(self, data: Any, files: MultiValueDict[str, Any], name: str) -> TypedDate:
        """Return the three boxes as typed."""
        return TypedDate(*(str(data.get(f"{name}-{part}", "")) for part in PARTS))

    def value_omitted_from_data(self, data: Any, files: MultiValueDict[str, Any], name: str) -> bool:
        """Return whether no box was posted at all."""
        return all(f"{name}-{part}" not in data for part in PARTS)
