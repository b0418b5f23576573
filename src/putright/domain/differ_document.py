"""What has changed of a procedure beside its promises: ways on, pledges, stages, time limits, readings, the law?"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Final

from putright.domain.check_probe import CANNOT_BE_COUNTED, latest, reckoner_over
from putright.domain.differ_change import Change, ChangeKind, Side
from putright.domain.differ_steps import Versions
from putright.domain.expressions import Condition, Due
from putright.domain.plain import condition_in_words, due_in_words, words_of
from putright.domain.procedure import GoesNext
from putright.domain.programme import Programme
from putright.domain.working_days import WorkingCalendar

_KNOWN_AFTER: Final = (timedelta(0), timedelta(days=200))
_TRIED: Final = 30  # days on which something happened, for the comparison of two time limits


def of_document(versions: Versions) -> Iterator[Change]:
    """Every such change."""
    yield from _law_and_calendar(versions)
    yield from _stages(versions)
    yield from _time_limit(versions)
    yield from _ways_on(versions)
    yield from _pledges(versions)
    yield from _representation(versions)
    yield from _readings(versions)


def _law_and_calendar(versions: Versions) -> Iterator[Change]:
    old, new = versions.old.procedure, versions.new.procedure
    if old.under != new.under:
        side = Side.WORSE if new.under == "none" else Side.BETTER if old.under == "none" else Side.DIFFERENT
        said = f"It stands under another law: {_named(new.under)}. It was: {_named(old.under)}."
        yield Change(side=side, kind=ChangeKind.LAW, message=said)
    if old.calendar != new.calendar:
        said = (
            f"Working days are counted by the bank holidays of {_named(new.calendar)}; it was {_named(old.calendar)}."
        )
        yield Change(side=Side.DIFFERENT, kind=ChangeKind.CALENDAR, message=said)


def _cited(clause: str | None) -> str:
    return f"clause {clause}" if clause else ""


def _named(code: str) -> str:
    return code.replace("-", " ")


def _stages(versions: Versions) -> Iterator[Change]:
    old, new = ([stage.name for stage in one.procedure.stages] for one in (versions.old, versions.new))
    if old != new:
        said = f"The stages are now: {_listed(new)}. They were: {_listed(old)}."
        yield Change(side=Side.DIFFERENT, kind=ChangeKind.STAGES, message=said)


def _listed(names: Sequence[str]) -> str:
    return ", then ".join(names) or "one"


def _time_limit(versions: Versions) -> Iterator[Change]:
    old, new = versions.old, versions.new
    if old.limit == new.limit:
        return
    kind = ChangeKind.TIME_LIMIT
    if old.limit is None or new.limit is None:
        made = new if new.limit else old
        words = due_in_words(made.limit, words_of(made)) if made.limit else ""
        side = Side.WORSE if new.limit else Side.BETTER
        said = (
            "There is now a limit on when you can complain"
            if new.limit
            else "There is no longer a limit on when you can complain"
        )
        yield Change(side=side, kind=kind, message=f"{said}: {words}.")
        return
    signs = {
        _sign(versions, old.limit, new.limit, day, known) for day in versions.days[:_TRIED] for known in _KNOWN_AFTER
    }
    signs.discard(0)
    longer = Side.BETTER if signs == {1} else Side.WORSE if signs == {-1} else Side.DIFFERENT
    words = {Side.BETTER: "longer", Side.WORSE: "less time", Side.DIFFERENT: "another time"}[longer]
    now, was = due_in_words(new.limit, words_of(new)), due_in_words(old.limit, words_of(old))
    yield Change(side=longer, kind=kind, message=f"You have {words} to complain: {now}. It was {was}.")


def _sign(versions: Versions, old: Due, new: Due, day: date, known: timedelta) -> int:
    happened = {"event_occurred": day, "came_to_notice": day + known, "received": day + known}
    was = _last_day(versions.old, old, happened, versions.calendars[0])
    now = _last_day(versions.new, new, happened, versions.calendars[1])
    return 0 if was is None or now is None else (now > was) - (now < was)


def _last_day(programme: Programme, due: Due, happened: Mapping[str, date], calendar: WorkingCalendar) -> date | None:
    try:
        return latest(due, reckoner_over(programme, happened, calendar))
    except CANNOT_BE_COUNTED:
        return None


def _ways_on(versions: Versions) -> Iterator[Change]:
    old, new = (_by_name(one) for one in (versions.old, versions.new))
    for to, (way, opens, within) in new.items():
        if to not in old:
            said = f"A way on is opened: {_words(way)}"
            yield Change(side=Side.BETTER, kind=ChangeKind.WAY_ON, message=said, cites=_cited(way.clause))
        else:
            yield from _way_on(way, (old[to][1], old[to][2]), (opens, within), versions)
    for to, (way, _, _) in old.items():
        if to not in new:
            said = f"A way on is no longer named: {_words(way)}"
            yield Change(side=Side.WORSE, kind=ChangeKind.WAY_ON, message=said, cites=_cited(way.clause))


def _by_name(one: Programme) -> Mapping[str, tuple[GoesNext, Condition | None, Due | None]]:
    ways = zip(one.procedure.goes_next, one.ways_on, strict=True)
    return {way.to: (way, opens, within) for way, (opens, within) in ways}


def _words(way: GoesNext) -> str:
    words = way.words or way.to.replace("-", " ")
    return words if words.endswith(".") else f"{words}."


def _way_on(
    way: GoesNext,
    was: tuple[Condition | None, Due | None],
    now: tuple[Condition | None, Due | None],
    versions: Versions,
) -> Iterator[Change]:
    old, new = words_of(versions.old), words_of(versions.new)
    if was[0] != now[0]:
        opens = condition_in_words(now[0], new) if now[0] else "at any time"
        opened = condition_in_words(was[0], old) if was[0] else "at any time"
        side = Side.BETTER if now[0] is None else Side.WORSE if was[0] is None else Side.DIFFERENT
        said = f"{_words(way)} It is open: {opens}. It was: {opened}."
        yield Change(side=side, kind=ChangeKind.WAY_ON, message=said, cites=_cited(way.clause))
    if was[1] != now[1]:
        within = due_in_words(now[1], new) if now[1] else "no limit is told"
        before = due_in_words(was[1], old) if was[1] else "none was told"
        said = f"{_words(way)} The time for it: {within}. Before: {before}."
        yield Change(side=Side.DIFFERENT, kind=ChangeKind.WAY_ON, message=said, cites=_cited(way.clause))


def _pledges(versions: Versions) -> Iterator[Change]:
    old, new = versions.old.procedure.pledges, versions.new.procedure.pledges
    said_before, said_now = {one.words for one in old.values()}, {one.words for one in new.values()}
    for name, pledge in new.items():
        cites = _cited(pledge.clause)
        if name in old and old[name].words != pledge.words:
            said = f"Said in other words: “{pledge.words}” It was: “{old[name].words}”"
            yield Change(side=Side.DIFFERENT, kind=ChangeKind.PLEDGE, message=said, cites=cites)
        elif name not in old and pledge.words not in said_before:
            yield Change(
                side=Side.BETTER, kind=ChangeKind.PLEDGE, message=f"A new pledge: “{pledge.words}”", cites=cites
            )
    for name, pledge in old.items():
        if name not in new and pledge.words not in said_now:
            said = f"No longer pledged: “{pledge.words}”"
            yield Change(side=Side.WORSE, kind=ChangeKind.PLEDGE, message=said, cites=_cited(pledge.clause))


def _representation(versions: Versions) -> Iterator[Change]:
    old, new = versions.old.procedure.representation, versions.new.procedure.representation
    if (old and (old.consent, old.from_age, old.unless)) == (new and (new.consent, new.from_age, new.unless)):
        return
    told = "Whose consent is asked when somebody complains for another is not what it was."
    if new is None or old is None:
        there = "is no longer said" if new is None else "is now said"
        told = f"It {there} whose consent is asked when somebody complains for another."
    elif old.from_age != new.from_age:
        told = f"Consent is asked of people from {new.from_age} on; it was from {old.from_age}."
    yield Change(side=Side.DIFFERENT, kind=ChangeKind.REPRESENTATION, message=told)


def _readings(versions: Versions) -> Iterator[Change]:
    old, new = ({(one.clause, one.says): one for one in v.procedure.unclear} for v in (versions.old, versions.new))
    for key, one in new.items():
        if key not in old:
            said = f"Unclear, and read so: “{one.says}” Read as: {one.reading}"
            yield Change(side=Side.DIFFERENT, kind=ChangeKind.READING, message=said, cites=_cited(one.clause))
        elif old[key].reading != one.reading:
            said = f"“{one.says}” is read otherwise: {one.reading} Before: {old[key].reading}"
            yield Change(side=Side.DIFFERENT, kind=ChangeKind.READING, message=said, cites=_cited(one.clause))
    for key, one in old.items():
        if key not in new:
            said = f"No longer unclear, or no longer said: “{one.says}”"
            yield Change(side=Side.DIFFERENT, kind=ChangeKind.READING, message=said, cites=_cited(one.clause))
