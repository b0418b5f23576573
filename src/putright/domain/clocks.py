"""Which clocks of a case can be stopped, and which stand still?"""

from collections.abc import Iterable, Sequence
from typing import Final

from putright.domain.duty import Duty, Refused
from putright.domain.programme import PAUSED

NOTHING_STANDS_STILL: Final = Refused(code="not-paused", message="No clock of this case stands still.")
NOTHING_RUNS: Final = Refused(
    code="nothing-to-pause",
    message="No clock that the procedure lets be stopped is running. The law's clocks never stop.",
)


def can_be_stopped(duties: Sequence[Duty]) -> tuple[str, ...]:
    """The steps whose clocks run, and may be stopped by a decision."""
    running = (duty for duty in duties if duty.is_to_do and duty.starts_on is not None and not duty.paused)
    return _steps(duty for duty in running if any(PAUSED in pause.begins for pause in duty.rule.pauses))


def standing_still(duties: Sequence[Duty]) -> tuple[str, ...]:
    """The steps whose clocks stand still because of a decision, and not only because of something else."""
    still = (duty for duty in duties if duty.is_to_do and duty.paused)
    return _steps(duty for duty in still if any(pause.until is None and pause.by == PAUSED for pause in duty.pauses))


def _steps(duties: Iterable[Duty]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(duty.step for duty in duties))
