"""How do people say that their complaints to a body went, month by month? For those who decide there, of no case."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Final

from putright.casework.errors import refuse
from putright.domain.access import Actor, Deed, why_not_here
from putright.domain.experience import Asked, HowFar, MonthSaid, Said, is_over, month_said
from putright.records.models import ExperienceAnswer

MONTHS: Final = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """A month, by its first day, and what may be shown: nothing while it runs, or where fewer than five answered."""

    first: date
    said: MonthSaid | None
    runs: bool


def how_it_went(actor: Actor, today: date) -> tuple[Month, ...]:
    """The last twelve months in which anybody answered, the latest first; raises ActionRefused for who decides nothing.

    Of a month that still runs, or in which too few answered, it is shown that there were some, and not how many.
    """
    refuse(why_not_here(actor, Deed.DECIDE))
    found: dict[tuple[int, int], list[Said]] = defaultdict(list)
    rows = ExperienceAnswer.objects.filter(body=actor.body_id, year__gte=today.year - 1)
    for year, month, answers, words in rows.values_list("year", "month", "answers", "words"):
        given = {Asked(asked): HowFar(str(how)) for asked, how in answers.items()}
        found[year, month].append(Said(answers=given, words=words))
    latest = sorted(found, reverse=True)[:MONTHS]
    return tuple(_month(date(year, month, 1), found[year, month], today) for year, month in latest)


def _month(first: date, said: list[Said], today: date) -> Month:
    runs = not is_over(first, today)
    return Month(first=first, said=None if runs else month_said(said), runs=runs)
