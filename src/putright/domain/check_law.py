"""Does a document promise less than the law does: later, more weakly, or a shorter time in which to complain?"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from putright.domain.check_probe import (
    events_started_by,
    latest,
    latest_dates,
    needed_for,
    reckoner_over,
    sets_no_time,
    words_of,
)
from putright.domain.expressions import EventStart, StageStart, StepStart, starts_in
from putright.domain.findings import Finding, finding, of_step
from putright.domain.periods import in_words
from putright.domain.plain import due_in_words
from putright.domain.programme import Programme, Rule
from putright.domain.vocabulary import Authority, Effect, Strength
from putright.domain.working_days import WorkingCalendar

# What is done by the person, the patient or another body: a clock that waits for it can be made to wait for ever.
THEIRS: Final = frozenset(
    {
        "consent_given",
        "details_received",
        "discussion_requested",
        "discussion_held",
        "issues_agreed",
        "meeting_accepted",
        "meeting_declined",
        "meeting_held",
        "contribution_received",
        "response_received",
        "review_requested",
        "process_ended",
    }
)
_WEAKER: Final = {Strength.MUST: 0, Strength.AIM: 1, Strength.MAY: 2}
# How long after the matter somebody may come to know of it, in the trials of a time limit: at once, and much later.
_KNOWN_AFTER: Final = (timedelta(0), timedelta(days=200))


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """The steps of a document that fulfil one step of the law, and the dates of both for every day tried."""

    programme: Programme
    law: Rule
    ours: Sequence[Rule]
    laws_dates: Mapping[date, date | None]
    our_dates: Mapping[date, Mapping[str, date | None]]

    def date_of(self, rule: Rule, received_on: date) -> date | None:
        """The last day for a step; one beside it that must be done in every case, and sooner, stands for it."""
        dates = self.our_dates[received_on]
        always = [one for one in self.ours if not one.only_if and one.strength is Strength.MUST]
        days = [dates[one.name] for one in (rule, *always)]
        return min((on for on in days if on), default=None)

    def later(self, rule: Rule) -> tuple[tuple[date, date, date], ...]:
        """Every day of receipt for which the document's date is later than the law's, with both."""
        found = ((day, self.date_of(rule, day), law) for day, law in self.laws_dates.items())
        return tuple((day, our, law) for day, our, law in found if our and law and our > law)

    def is_as_late(self, rule: Rule) -> bool:
        """Whether the document's date is ever as late as the law's, or neither sets one."""
        if not any(self.laws_dates.values()):
            return sets_no_time(rule.due)
        days = ((self.date_of(rule, day), law) for day, law in self.laws_dates.items())
        return any(our and law and our >= law for our, law in days)


def fulfilling(programme: Programme, law: Programme) -> Mapping[str, tuple[Rule, ...]]:
    """The steps of a document that say which step of the law they fulfil, by that step."""
    named = {rule.name for rule in law.rules}
    ours = [rule for rule in programme.rules if rule.step.fulfils in named]
    found = {name: tuple(rule for rule in ours if rule.step.fulfils == name) for name in law.order}
    return {name: rules for name, rules in found.items() if rules}


def beside_the_law(
    programme: Programme, law: Programme, calendar: WorkingCalendar, days: Sequence[date]
) -> Iterator[Beside]:
    """Each step of the law that the document fulfils, with the dates of both."""
    ours = fulfilling(programme, law)
    needed = needed_for(programme, [rule.name for rules in ours.values() for rule in rules])
    needed_by_law = needed_for(law, ours)
    laws_dates = {day: latest_dates(law, needed_by_law, day, calendar) for day in days if ours}
    our_dates = {day: latest_dates(programme, needed, day, calendar) for day in days if ours}
    for name, rules in ours.items():
        yield Beside(
            programme=programme,
            law=next(rule for rule in law.rules if rule.name == name),
            ours=rules,
            laws_dates={day: dates[name] for day, dates in laws_dates.items()},
            our_dates=our_dates,
        )


def less_than_the_law(
    programme: Programme, law: Programme, calendar: WorkingCalendar, days: Sequence[date]
) -> Iterator[Finding]:
    """What the document promises later or more weakly than the law, step by step."""
    agreed = _events_of_agreement(law)
    for pair in beside_the_law(programme, law, calendar, days):
        for rule in pair.ours:
            later = pair.later(rule)
            if later:
                yield _later_than_law(rule, pair.law, later, len(days))
            elif any(pair.laws_dates.values()):
                yield from _without_bound(rule, pair, agreed)
            yield from _more_weakly(rule, pair)
    yield from _shorter_limit(programme, law, calendar, days)


def _later_than_law(rule: Rule, law: Rule, later: Sequence[tuple[date, date, date]], tried: int) -> Finding:
    received_on, our, laws = later[0]
    some = "" if len(later) == tried else " on some days of receipt"
    return of_step(
        "later-than-law",
        rule,
        "due",
        f"this is promised {due_in_words(rule.due)}. The law says {due_in_words(law.due)}, which is sooner{some}: "
        f"for a complaint received on {in_words(received_on)} the document gives {in_words(our)}, and the law "
        f"{in_words(laws)}.",
        cure="Promise the law's time or a shorter one; until then the law's date binds.",
        authority=law.cites,
    )


def _events_of_agreement(law: Programme) -> frozenset[str]:
    """The events by which a time is agreed with the person, or told to them, as the law provides."""
    told = (
        event for rule in law.rules if rule.authority is Authority.AGREEMENT for event in events_started_by(rule.due)
    )
    moved = (event for rule in law.rules if rule.move for event in rule.move.by)
    return frozenset((*told, *moved))


def _without_bound(rule: Rule, pair: Beside, agreed: frozenset[str]) -> Iterator[Finding]:
    """A date that waits for something with no date of its own, where the law's date stands."""
    day = next(iter(pair.our_dates))
    if sets_no_time(rule.due) or pair.date_of(rule, day) is not None:
        return
    waits_for = [start for start in starts_in(rule.due) if not _is_given(start, agreed)]
    if not waits_for:
        return
    laws = due_in_words(pair.law.due)
    words = ", or ".join(dict.fromkeys(_words_of_start(start, pair.programme) for start in waits_for))
    if any(isinstance(start, EventStart) and start.event in THEIRS for start in waits_for):
        yield of_step(
            "waits-for-others",
            rule,
            "due",
            f"its clock starts only when {words}, which is not in the body's hands. The law's clock "
            f"does not wait for that: {laws}.",
            cure="Count from receipt, or add “but no later than” the law's time.",
            authority=pair.law.cites,
        )
        return
    yield of_step(
        "no-overall-limit",
        rule,
        "due",
        f"the time runs only from when {words}, and nothing says by when that is. So the whole has no limit but the "
        f"law's: {laws}.",
        cure="Say by when a person has the answer at the latest, counted from receipt.",
        authority=pair.law.cites,
    )


def _is_given(start: EventStart | StageStart | StepStart, agreed: frozenset[str]) -> bool:
    """Whether a start is receipt itself, or a time that the law lets the body agree with the person."""
    return isinstance(start, EventStart) and (start.event == "received" or start.event in agreed)


def _words_of_start(start: EventStart | StageStart | StepStart, programme: Programme) -> str:
    return words_of(programme, start.event) if isinstance(start, EventStart) else str(start)


def _more_weakly(rule: Rule, pair: Beside) -> Iterator[Finding]:
    law = pair.law
    if law.strength is not Strength.MUST or not pair.is_as_late(rule):
        return
    if _WEAKER[rule.strength] > _WEAKER[law.strength]:
        said = {
            Strength.AIM: "only aimed at (should, intend, aim)",
            Strength.MAY: "only said to be possible (may, can)",
        }
        yield of_step(
            "weaker-than-law",
            rule,
            "strength",
            f"this is {said[rule.strength]}, and the law says must: {_lower(law.step.promise)}",
            cure="Write “will” or “must”.",
            authority=law.cites,
        )
    elif rule.effect is not Effect.BREACH and law.effect is Effect.BREACH:
        yield of_step(
            "weaker-than-law",
            rule,
            "effect",
            f"this is called a {rule.effect}, and by law missing it is a breach: {_lower(law.step.promise)}",
            authority=law.cites,
        )


def _shorter_limit(
    programme: Programme, law: Programme, calendar: WorkingCalendar, days: Sequence[date]
) -> Iterator[Finding]:
    if programme.limit is None or law.limit is None or law.procedure.accepts is None:
        return
    for day in days:
        for known_on in (day + later for later in _KNOWN_AFTER):
            happened = {"event_occurred": day, "came_to_notice": known_on}
            our = latest(programme.limit, reckoner_over(programme, happened, calendar))
            laws = latest(law.limit, reckoner_over(law, happened, calendar))
            if our and laws and our < laws:
                yield finding(
                    "time-limit-shortened",
                    ("accepts", "limit"),
                    "People are given less time to complain than by law. Of something that happened on "
                    f"{in_words(day)}, and that the person knew of on {in_words(known_on)}, the document takes "
                    f"complaints until {in_words(our)} and the law until {in_words(laws)}.",
                    cure=f"Give the law's time: {due_in_words(law.limit)}.",
                    authority=cited(law, law.procedure.accepts.clause),
                )
                return


def cited(law: Programme, clause: str | None) -> str:
    """How a clause of the law is cited."""
    return " ".join(part for part in (law.procedure.cite_as or law.procedure.title, clause) if part)


def _lower(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]
