"""How long is a carrier left alone that takes nothing from anybody?"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from putright.domain.delivery import OF_THE_SERVER, Trouble, wait_after

_LONGEST: Final = timedelta(minutes=15)


@dataclass(slots=True, kw_only=True)
class Rest:
    """Until when a carrier is left alone, and how often in a row it took nothing."""

    until: datetime | None = None
    refused_in_a_row: int = 0

    def lasts(self, now: datetime) -> bool:
        """Whether it is left alone still; not for longer than ever, should the clock have been put back."""
        return self.until is not None and now < self.until <= now + _LONGEST

    def after(self, trouble: Trouble, *, now: datetime) -> None:
        """Leave it alone, longer each time, where no other message would fare better."""
        if trouble in OF_THE_SERVER:
            self.refused_in_a_row += 1
            self.until = now + min(wait_after(self.refused_in_a_row), _LONGEST)

    def over(self) -> None:
        """It has taken something."""
        self.refused_in_a_row, self.until = 0, None
