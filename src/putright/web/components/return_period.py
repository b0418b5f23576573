"""Which return, of which year or quarter, is asked for in an address?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from putright.domain.returns import ReturnKind
from putright.domain.returns_count import Period
from putright.domain.returns_sheet import quarter_of, year_from, year_of
from putright.web.addresses import address
from putright.web.page_request import StaffRequest

FIRST: Final = 2009  # the year of the Regulations
QUARTER_WORDS: Final = ("April to June", "July to September", "October to December", "January to March")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """The return and the period that an address names: the year, and one of its quarters or nought for all of it."""

    kind: ReturnKind | None
    year: int
    quarter: int

    @property
    def period(self) -> Period:
        """The days."""
        return quarter_of(self.year, self.quarter) if self.quarter else year_from(self.year)

    @property
    def words(self) -> str:
        """The period as people say it."""
        if self.quarter:
            return f"{QUARTER_WORDS[self.quarter - 1]} of {self.year}-{(self.year + 1) % 100:02d}"
        return f"April {self.year} to March {self.year + 1}"

    def address(self, name: str, **more: str) -> str:
        """An address about the same return and period."""
        said = {"year": str(self.year), "quarter": str(self.quarter or ""), "return": self.kind or ""}
        return f"{address(name)}?{urlencode({key: value for key, value in (said | more).items() if value})}"


def wanted_in(request: StaffRequest) -> Wanted:
    """What the address asks for: this year and the body's own return, where it says nothing that can be."""
    this_year = year_of(request.today)
    typed = request.GET.get("year", "")
    year = int(typed) if len(typed) == len("2026") and typed.isascii() and typed.isdecimal() else this_year
    quarter = request.GET.get("quarter", "")
    kind = request.GET.get("return", "")
    return Wanted(
        kind=ReturnKind(kind) if kind in set(ReturnKind) else None,
        year=min(max(year, FIRST), this_year),
        quarter=int(quarter) if quarter in ("1", "2", "3", "4") else 0,
    )
